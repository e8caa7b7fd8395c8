"""Fetches what strangers link to: gets a link, gives the bytes behind it or a word that says why not.

Nobody outside decides whom this machine speaks to: only public addresses, looked at after the name was resolved and
after every redirect, and it is the address that was looked at which is then connected to. No cookies, no referrer, no
proxy; bounds on size and time. The one exception is the server that a person named when connecting the channel.
"""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from importlib import import_module
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from socialdesk.connectors.kit.contract import Link
from socialdesk.model.media import MOST_BYTES, MOST_REDIRECTS, Refusal, UnsafeAddress, host_of, is_public
from socialdesk.support.clock import Clock

if TYPE_CHECKING:
    import httpx

Resolve = Callable[[str, int], Awaitable[list[str]]]
_MOST_HOSTS = 8
_CONNECT_S, _READ_S, _WHOLE_S = 10, 15, 60
_LONGEST_WAIT = timedelta(days=1)
_MOST_DIGITS = 9
"""More of them are no number of seconds that anybody waits."""
_HEADERS = {
    "accept": "image/jpeg,image/png,image/webp,image/gif",
    "accept-encoding": "identity",
    "user-agent": "SocialDesk",
}


class NotFetched(Exception):
    """The bytes are not here."""


class Refused(NotFetched):
    """They will not be fetched: `refusal` says why."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.value)
        self.refusal = refusal


class NotThere(NotFetched):
    """The server says that there is nothing (any more), or not for us: the link may have died."""


class Later(NotFetched):
    """It did not work now. `not_before` is when the server wants to be asked again, if it said so."""

    def __init__(self, reason: str, not_before: datetime | None = None) -> None:
        super().__init__(reason)
        self.not_before = not_before


class Fetcher:
    """The way to the media of strangers. `allows` decides about addresses, `resolve` finds those of a name."""

    def __init__(
        self,
        clock: Clock,
        *,
        allows: Callable[[str], bool] = is_public,
        resolve: Resolve | None = None,
        trust: ssl.SSLContext | None = None,
        patience_s: float = _WHOLE_S,
    ) -> None:
        self._clock = clock
        self._allows = allows
        self._resolve = resolve or resolved
        self._trust = trust
        self._patience_s = patience_s
        self._by_host: OrderedDict[tuple[str, int], httpx.AsyncHTTPTransport] = OrderedDict()

    async def fetch(self, link: Link) -> bytes:
        """The bytes behind a link. Raises Refused, NotThere or Later."""
        # What is loaded for the first of all is no slowness of its host.
        invalid = import_module("httpx").InvalidURL

        try:
            async with asyncio.timeout(self._patience_s):
                return await self._follow(link)
        except TimeoutError:
            raise Later("too slow") from None
        except (ValueError, invalid):
            # A stranger's address, or where their server sends us, need not be one: names with empty parts, half an
            # IPv6 address, letters no name has.
            raise Refused(Refusal.ADDRESS) from None

    async def close(self) -> None:
        """Close all connections."""
        while self._by_host:
            _, transport = self._by_host.popitem()
            await transport.aclose()

    async def _follow(self, link: Link) -> bytes:
        url, headers, is_own = link.url, dict(link.headers), link.is_own_server
        for _ in range(MOST_REDIRECTS + 1):
            found = await self._ask(url, headers, is_own=is_own)
            if isinstance(found, bytes):
                return found
            # Whoever answers may name any place: it is looked at like a stranger's, and gets no word of ours.
            url, headers, is_own = urljoin(url, found), {}, False
        raise Refused(Refusal.ADDRESS)

    async def _ask(self, url: str, headers: dict[str, str], *, is_own: bool) -> bytes | str:
        """The body, or where the server sends us."""
        import httpx

        try:
            host, port = _own_host(url) if is_own else host_of(url)
            addresses = await self._resolve(host, port)
        except UnsafeAddress:
            raise Refused(Refusal.ADDRESS) from None
        except OSError as error:
            raise Later(type(error).__name__) from None
        if not is_own and not (addresses and all(map(self._allows, addresses))):
            raise Refused(Refusal.ADDRESS)
        request_url = httpx.URL(url)
        for place, address in enumerate(addresses):
            request = httpx.Request(
                "GET",
                request_url.copy_with(host=address),
                headers={**_HEADERS, **headers, "host": request_url.netloc.decode("ascii")},
                extensions={
                    # The certificate must be that of the name, whichever address was found for it.
                    "sni_hostname": host,
                    "timeout": httpx.Timeout(_READ_S, connect=_CONNECT_S).as_dict(),
                },
            )
            try:
                response = await self._to(host, port).handle_async_request(request)
            except httpx.ConnectError as error:
                if place + 1 < len(addresses):
                    continue
                raise Later(type(error).__name__) from None
            except (httpx.HTTPError, ssl.SSLError, OSError) as error:
                raise Later(type(error).__name__) from None
            try:
                return await self._read(response)
            except httpx.HTTPError as error:
                raise Later(type(error).__name__) from None
            finally:
                await response.aclose()
        raise Later("no address")

    async def _read(self, response: httpx.Response) -> bytes | str:
        status, headers = response.status_code, response.headers
        if status in (301, 302, 303, 307, 308) and headers.get("location"):
            return str(headers["location"])
        if status in (401, 403, 404, 410):
            raise NotThere
        if status != 200:
            raise Later(str(status), self._not_before(headers.get("retry-after", "")))
        if headers.get("content-encoding", "identity") != "identity":
            # Asked for as it is: what comes packed may be anything once it is unpacked.
            raise Refused(Refusal.NO_PICTURE)
        said = headers.get("content-length", "")
        if said.isdecimal() and (len(said) > _MOST_DIGITS or int(said) > MOST_BYTES):
            raise Refused(Refusal.TOO_LARGE)
        parts: list[bytes] = []
        size = 0
        async for part in response.aiter_raw():
            size += len(part)
            if size > MOST_BYTES:
                raise Refused(Refusal.TOO_LARGE)
            parts.append(part)
        return b"".join(parts)

    def _to(self, host: str, port: int) -> httpx.AsyncHTTPTransport:
        # One pool a name: two names at one address must not share a connection whose certificate is the other's.
        import httpx

        key = (host, port)
        known = self._by_host.get(key)
        if known is None:
            if self._trust is None:
                import truststore

                self._trust = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
            while len(self._by_host) >= _MOST_HOSTS:
                self._by_host.popitem(last=False)
            known = httpx.AsyncHTTPTransport(verify=self._trust, trust_env=False, limits=_limits())
            self._by_host[key] = known
        self._by_host.move_to_end(key)
        return known

    def _not_before(self, after: str) -> datetime | None:
        now = self._clock.now()
        if after.isdecimal():
            seconds = min(int(after[:_MOST_DIGITS]), _LONGEST_WAIT.total_seconds())
            return now + timedelta(seconds=seconds)
        try:
            return min(parsedate_to_datetime(after), now + _LONGEST_WAIT) if after else None
        except (ValueError, TypeError, OverflowError):
            return None


def _limits() -> httpx.Limits:
    import httpx

    return httpx.Limits(max_connections=4, max_keepalive_connections=2, keepalive_expiry=15)


def _own_host(url: str) -> tuple[str, int]:
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise UnsafeAddress("no address") from None
    if not host or parts.scheme not in {"https", "http"}:
        raise UnsafeAddress("no address")
    return host, port or (443 if parts.scheme == "https" else 80)


async def resolved(host: str, port: int) -> list[str]:
    """The addresses that a name means now, each once, in the system's order. Raises OSError."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))
