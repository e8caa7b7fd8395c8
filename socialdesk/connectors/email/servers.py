"""Finds the servers of an address: those that were typed, a known provider's, what the domain itself says, a guess.

Only hosts of the person's own domain are asked; nobody else learns the address.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from socialdesk.connectors.email.lines import Place, Tls, Trust
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import failed
from socialdesk.connectors.kit.http import Http
from socialdesk.model.failure import FailureKind

READING, SENDING = (993, 143), (465, 587)
_IMPLICIT, _STARTTLS = {993, 465}, {143, 587, 25}
_SERVER = re.compile(r"^(?:[a-z+]{3,10}://)?(\[[0-9a-fA-F:]+\]|[^\s/:@\[\]]{1,253})(?::(\d{1,5}))?/?$")
_INCOMING = re.compile(r"<incomingServer\s+type=\"imap\"\s*>(.{1,2000}?)</incomingServer>", re.DOTALL)
_OUTGOING = re.compile(r"<outgoingServer\s+type=\"smtp\"\s*>(.{1,2000}?)</outgoingServer>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Servers:
    """Where to try, the likeliest first."""

    imap: tuple[Place, ...]
    smtp: tuple[Place, ...]


@lru_cache(maxsize=1)
def _known() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "providers.toml").read_text(encoding="utf-8"))


def files_sent_mail(place: Place) -> bool:
    """Whether this provider puts what is sent into Sent by itself."""
    return any(one.get("files") and one.get("smtp", "").partition(":")[0] == place.host for one in _known()["provider"])


def is_known(domain: str) -> bool:
    """Whether it is a provider's whose servers are known here."""
    return any(domain in one["domains"] for one in _known()["provider"])


async def find(domain: str, imap: str, smtp: str, trust: Trust, http: Http) -> Servers:
    """Where the mail of a domain may be read and sent; `imap` and `smtp` as typed, or empty. Raises ConnectorError."""
    none: dict[str, Any] = {}
    provider: dict[str, Any] = next((one for one in _known()["provider"] if domain in one["domains"]), none)
    if not imap and provider.get("browser_only"):
        raise _browser_only()
    for one in _known()["host"]:
        if any(_host_of(typed) in one["names"] for typed in (imap, smtp)):
            raise _browser_only()
    found = Servers(
        _typed(imap or provider.get("imap", ""), READING, trust),
        _typed(smtp or provider.get("smtp", ""), SENDING, trust),
    )
    if found.imap and found.smtp:
        return found
    told = await _told_by_domain(domain, trust, http) if not found.imap and not found.smtp else Servers((), ())
    return Servers(
        found.imap or told.imap or _guessed(domain, found.smtp, ("imap", "mail"), READING, trust),
        found.smtp or told.smtp or _guessed(domain, found.imap, ("smtp", "mail"), SENDING, trust),
    )


def of_way(way: str, domain: str) -> Servers:
    """The servers of a provider that lets people in through the browser, by the manifest's way."""
    told: dict[str, Any] = next(one for one in _known()["sign_in"] if one["way"] == way)
    smtp = told["smtp_home"] if "smtp_home" in told and _is_browser_only(domain) else told["smtp"]
    return Servers(_typed(told["imap"], READING, Trust()), _typed(smtp, SENDING, Trust()))


def _is_browser_only(domain: str) -> bool:
    return any(one.get("browser_only") and domain in one["domains"] for one in _known()["provider"])


def _typed(text: str, ports: tuple[int, int], trust: Trust) -> tuple[Place, ...]:
    """The places that an address of a server may mean."""
    if not text:
        return ()
    found = _SERVER.match(text.strip())
    port = int(found[2]) if found and found[2] else 0
    if found is None or port > 65_535:
        raise failed(
            FailureKind.INVALID,
            f"{text[:80]!r} is not the name of a mail server. Such a name looks like imap.example.org, or with a port"
            " like imap.example.org:993.",
            code="server",
        )
    host = found[1].strip("[]").lower()
    if not port:
        return (Place(host, ports[0], Tls.IMPLICIT), Place(host, ports[1], Tls.STARTTLS))
    places = [Place(host, port, Tls.IMPLICIT)] if port not in _STARTTLS else []
    places += [Place(host, port, Tls.STARTTLS)] if port not in _IMPLICIT else []
    if trust.is_this_machine(host):
        places.append(Place(host, port, Tls.NONE))
    return tuple(places)


def _guessed(
    domain: str, other: tuple[Place, ...], names: tuple[str, ...], ports: tuple[int, int], trust: Trust
) -> tuple[Place, ...]:
    hosts = [other[0].host] if other else []
    hosts += [f"{name}.{domain}" for name in names]
    return tuple(place for host in dict.fromkeys(hosts) for place in _typed(host, ports, trust))


async def _told_by_domain(domain: str, trust: Trust, http: Http) -> Servers:
    """What the domain says of its mail servers in the file that mail programs look for (Mozilla's autoconfig)."""
    for url in (
        f"https://autoconfig.{domain}/mail/config-v1.1.xml",
        f"https://{domain}/.well-known/autoconfig/mail/config-v1.1.xml",
    ):
        try:
            answer = await http.ask("GET", url, timeout_s=5)
        except ConnectorError:
            continue
        if answer.status == 200:
            text = answer.body[:65_536].decode("utf-8", "replace")
            return Servers(_read(text, _INCOMING, READING, trust), _read(text, _OUTGOING, SENDING, trust))
    return Servers((), ())


def _read(text: str, what: re.Pattern[str], ports: tuple[int, int], trust: Trust) -> tuple[Place, ...]:
    places: list[Place] = []
    for part in what.findall(text):
        host = re.search(r"<hostname>\s*([a-zA-Z0-9.-]{1,253})\s*</hostname>", part)
        port = re.search(r"<port>\s*(\d{1,5})\s*</port>", part)
        if host and port:
            places += _typed(f"{host[1]}:{port[1]}", ports, trust)
    return tuple(places)


def _host_of(typed: str) -> str:
    found = _SERVER.match(typed.strip())
    return found[1].lower() if found else ""


def _browser_only() -> ConnectorError:
    return failed(
        FailureKind.PERMISSION_DENIED,
        "Microsoft takes no password from other programs for this mailbox. Go back and choose “Sign in with"
        " Microsoft”; the guide “E-mail” in the manual shows each step.",
        code="browser only",
    )
