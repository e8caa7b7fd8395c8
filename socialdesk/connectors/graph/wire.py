"""Speaks the Graph API for one token: gets a path and parameters, gives parsed JSON; pages without keeping addresses.

The token goes in the Authorization header and into no address. `paging.next` holds it, too: it is never followed, kept
or logged; the next page is asked for by its cursor.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from socialdesk.connectors.graph.errors import said_in, to_error
from socialdesk.connectors.graph.reading import Json, objects
from socialdesk.connectors.graph.usage import Usage, is_of_one_act
from socialdesk.connectors.kit.failures import transient
from socialdesk.connectors.kit.forms import Part, multipart, picture_name
from socialdesk.connectors.kit.http import Http
from socialdesk.connectors.kit.parts import as_object
from socialdesk.model.failure import Certainty
from socialdesk.support.clock import Clock

_FORM = "application/x-www-form-urlencoded"
_MOST_PAGES = 500


def proof(token: str, secret: str) -> str:
    """What shows that whoever holds a token holds the app's secret as well (Graph API, Securing Requests)."""
    return hmac.new(secret.encode(), token.encode(), hashlib.sha256).hexdigest()


class Graph:
    """One account's way to one of Meta's hosts."""

    def __init__(  # noqa: PLR0917 - the parts of one line
        self,
        http: Http,
        clock: Clock,
        network: str,
        base: str,
        token: Callable[[], Awaitable[str]],
        secret: Callable[[], str] = lambda: "",
        *,
        scope: str = "",
    ) -> None:
        """`base` is host and version; `token` gives the one to use now; with a `secret` each call carries its proof.

        `scope` is whose allowance the calls count under.
        """
        self._http = http
        self._clock = clock
        self._network = network
        self._base = base.rstrip("/")
        self._token = token
        self._secret = secret
        self._scope = scope
        self._skew = timedelta(0)
        self.usage = Usage()
        self.version = ""
        """The version the network last answered with: another one than asked for when that one was retired."""

    def now(self) -> datetime:
        """The time at the network, as far as it was heard: what is compared with its times must not trust our clock."""
        return self._clock.now() + self._skew

    def there(self, at: datetime) -> datetime:
        """A moment of this machine's clock by the network's, as far as that was heard: ask something first."""
        return at + self._skew

    def _note_time(self, date: str, now: datetime) -> None:
        try:
            self._skew = parsedate_to_datetime(date) - now
        except (ValueError, TypeError, OverflowError):
            return

    async def get(self, path: str, **params: object) -> Json:
        """Read something. Parameters that are None or empty are left out."""
        return await self._call("GET", path, _given(params), None, {}, is_send=False)

    async def post(self, path: str, *, is_send: bool = True, **form: object) -> Json:
        """Write something with a form, once; what is not plain goes as JSON."""
        body = urlencode(_given(form)).encode()
        return await self._call("POST", path, [], body, {"content-type": _FORM}, is_send=is_send)

    async def post_json(self, path: str, body: Json) -> Json:
        """Write something with a JSON body, once."""
        data = json.dumps(body, ensure_ascii=False).encode()
        return await self._call("POST", path, [], data, {"content-type": "application/json"}, is_send=True)

    async def upload(
        self, path: str, form: dict[str, str], key: str, data: bytes, media_type: str, *, is_send: bool
    ) -> Json:
        """Write something with a form that holds a file."""
        body, content_type = multipart(form, [Part(key, picture_name(0, media_type), data, media_type)])
        headers = {"content-type": content_type}
        return await self._call("POST", path, [], body, headers, is_send=is_send, timeout_s=120)

    async def delete(self, path: str, **params: object) -> Json:
        """Delete something; twice is once."""
        return await self._call("DELETE", path, _given(params), None, {}, is_send=True)

    def pages(self, path: str, **params: object) -> Pages:
        """The pages of a list, one after the other; whoever has enough stops asking."""
        return Pages(self, path, params)

    async def _call(
        self,
        method: str,
        path: str,
        params: list[tuple[str, str]],
        body: bytes | None,
        headers: dict[str, str],
        *,
        is_send: bool,
        timeout_s: float = 30,
    ) -> Json:
        if not is_send:
            self.usage.before_read(self._clock.now())
        token = await self._token()
        headers = {**headers, "authorization": f"Bearer {token}"}
        if secret := self._secret():
            params = [*params, ("appsecret_proof", proof(token, secret))]
        url = f"{self._base}/{path}" if path else f"{self._base}/"
        answer = await self._http.ask(
            method,
            url,
            headers=headers,
            params=params,
            body=body,
            is_send=is_send,
            timeout_s=timeout_s,
            scope=self._scope,
        )
        now = self._clock.now()
        if (regain := self.usage.note(answer.headers, now)) is not None:
            self._http.pause(self._base, regain, self._scope)
        self._note_time(answer.headers.get("date", ""), now)
        self.version = answer.headers.get("facebook-api-version", self.version)
        if answer.status != 200 or said_in(answer) is not None:
            error = to_error(answer, self._http, self._network, now, is_send=is_send)
            error = self.usage.refused(error, now)
            if error.failure.retry_at is not None and not is_of_one_act(error):
                self._http.pause(self._base, error.failure.retry_at, self._scope)
            raise error
        self.usage.went_well()
        return parsed(answer.body, self._network, is_send=is_send)


class Pages:
    """The pages of a list. No generator: one that is left half-way is tidied up by a task nobody waits for."""

    def __init__(self, graph: Graph, path: str, params: dict[str, object]) -> None:
        self._graph = graph
        self._path = path
        self._params = params
        self._place: dict[str, str] = {}
        self._left = _MOST_PAGES

    def __aiter__(self) -> Pages:
        return self

    async def __anext__(self) -> list[Json]:
        if self._left <= 0:
            raise StopAsyncIteration
        said = await self._graph.get(self._path, **self._params, **self._place)
        data = objects(said)
        before, self._place = self._place, next_place(said)
        self._left = self._left - 1 if data and self._place and self._place != before else 0
        return data


def parsed(body: bytes, network: str, *, is_send: bool) -> Json:
    """The JSON object in an answer. Raises ConnectorError for anything else."""
    try:
        said: Any = json.loads(body)
    except (ValueError, RecursionError):
        said = None
    if said is True:
        return {"success": True}
    if not isinstance(said, dict):
        raise transient(network, "unreadable answer", Certainty.UNKNOWN if is_send else Certainty.NOT_SENT)
    return as_object(said)


def next_place(said: Json) -> dict[str, str]:
    """The parameters that lead to the next page of a list; none at its end.

    Most lists go by cursor; some by time, and then only the address of the next page says how (Graph API, Paging).
    """
    paging: Json = said.get("paging") or {}
    if "next" not in paging:
        return {}
    cursors: Json = paging.get("cursors") or {}
    if cursors.get("after"):
        return {"after": str(cursors["after"])}
    told = dict(parse_qsl(urlsplit(str(paging["next"])).query))
    return {key: told[key] for key in ("after", "until", "__paging_token", "offset") if key in told}


def _given(params: dict[str, object]) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for key, value in params.items():
        match value:
            case None | "":
                continue
            case bool():
                text = "true" if value else "false"
            case dict() | list():
                text = json.dumps(value, ensure_ascii=False)
            case _:
                text = str(value)
        found.append((key, text))
    return found
