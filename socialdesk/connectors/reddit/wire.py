"""Speaks to Reddit's API for one account: gets a path and parameters, gives parsed JSON; renews the token in time.

Facts are from Reddit's wiki "OAuth2" and "API": the keys of an app go as HTTP Basic (without a secret for an installed
app), every request names the program and who made it, and `raw_json=1` gives texts as they were written.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from datetime import datetime
from typing import Any, cast
from urllib.parse import urlencode

from socialdesk import __version__
from socialdesk.connectors.kit.contract import CredentialKeeper, Surroundings
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import failed, transient
from socialdesk.connectors.kit.http import Answer
from socialdesk.connectors.kit.oauth import TokenKeeping, Tokens, form_post, tokens_in
from socialdesk.connectors.reddit.failures import to_error
from socialdesk.model.failure import Certainty, FailureKind

Wire = dict[str, Any]
SCOPES = (
    "identity read history privatemessages submit edit vote report save modposts modmail mysubreddits modcontributors"
)
MOST = 100
"""The most things on a page, and the most ids in one question."""


def part(of: Wire, key: str) -> Wire:
    """The object under a key; empty where it is none."""
    value = of.get(key)
    return cast("Wire", value) if isinstance(value, dict) else {}


def parts(of: Wire, key: str) -> list[Wire]:
    """The objects of the list under a key."""
    value = of.get(key)
    found: list[Any] = cast("list[Any]", value) if isinstance(value, list) else []
    return [cast("Wire", one) for one in found if isinstance(one, dict)]


def things(listing: Wire) -> list[Wire]:
    """The data of a listing's things, each with its kind under "kind"."""
    children = parts(part(listing, "data"), "children")
    return [{**part(one, "data"), "kind": one.get("kind")} for one in children]


def after(listing: Wire) -> str:
    """What the next page begins after; "" on the last."""
    return str(part(listing, "data").get("after") or "")


def agent(name: str = "") -> str:
    """How Reddit wants a program to name itself."""
    return f"desktop:socialdesk:v{__version__}" + (f" (by /u/{name})" if name else "")


async def tokens(
    around: Surroundings, site: str, app: Mapping[str, str], form: Mapping[str, str], old: Tokens | None = None
) -> Tokens:
    """New tokens for what `form` holds. Raises ConnectorError."""
    keys = b64encode(f"{app.get('client_id', '')}:{app.get('client_secret', '')}".encode()).decode()
    url = f"{site}/api/v1/access_token"
    headers = {"authorization": f"Basic {keys}", "user-agent": agent(app.get("name", ""))}
    answer = await form_post(around.http, url, form, headers=headers)
    if answer.status == 401:
        # Wrong keys are refused before the form is read, and not as an OAuth error.
        raise failed(
            FailureKind.AUTH_EXPIRED if old and old.access else FailureKind.INVALID,
            "Reddit does not know these keys of an app, or they do not belong together. Check what was typed.",
            code="401",
        )
    if answer.status == 403:
        raise failed(FailureKind.PERMISSION_DENIED, NOT_APPROVED, code="403")
    return tokens_in(answer, around.http, "Reddit", url, around.clock.now(), old=old)


NOT_APPROVED = (
    "Reddit does not let this app in. Since November 2025 each app needs Reddit's approval before its first request;"
    " the guide “Reddit” in the manual says how to ask for it."
)


class Reddit:
    """One account's way to the API."""

    def __init__(self, hosts: Mapping[str, str], around: Surroundings, keeper: CredentialKeeper) -> None:
        self._api, self._site = hosts["api"], hosts["site"]
        self._around = around
        self._keeping = TokenKeeping(keeper, around.clock, self._renew, "Reddit")

    def there(self, at: datetime) -> datetime:
        """A moment of this machine's clock by Reddit's, as far as that was heard: ask something first."""
        return self._around.http.there(self._api, at) or at

    def tokens(self) -> Tokens:
        """The newest tokens. Raises ConnectorError."""
        return self._keeping.newest()

    async def get(self, path: str, **params: str) -> Wire:
        """Read something."""
        return await self._call("GET", path, {"raw_json": "1", **params}, None, is_send=False)

    async def tree(self, path: str, most: int) -> list[Wire]:
        """A post and the comments below it: two listings."""
        said = await self._asked("GET", path, {"raw_json": "1", "limit": str(most), "sort": "new"}, None, is_send=False)
        if not isinstance(said, list):
            raise _unreadable(is_send=False)
        return parts({"": said}, "")

    async def listing(self, path: str, token: str = "", most: int = MOST) -> Wire:
        """A page of a listing, newest first."""
        return await self.get(path, limit=str(most), **({"after": token} if token else {}))

    async def info(self, names: list[str]) -> list[Wire]:
        """Those of these things that are there, whatever became of them."""
        found: list[Wire] = []
        for start in range(0, len(names), MOST):
            found += things(await self.get("/api/info", id=",".join(names[start : start + MOST])))
        return found

    async def send(self, path: str, **form: str) -> Wire:
        """Write something, once."""
        return await self._call("POST", path, {"raw_json": "1"}, {"api_type": "json", **form}, is_send=True)

    async def revoke(self) -> None:
        """End the sign-in. Raises ConnectorError."""
        held = self.tokens()
        keys = b64encode(f"{held.more.get('client_id', '')}:{held.more.get('client_secret', '')}".encode()).decode()
        headers = {"authorization": f"Basic {keys}", "user-agent": agent(held.more.get("name", ""))}
        form = {"token": held.refresh or held.access, "token_type_hint": "refresh_token"}
        answer = await form_post(self._around.http, f"{self._site}/api/v1/revoke_token", form, headers=headers)
        if answer.status >= 500:
            raise transient("Reddit", str(answer.status), Certainty.NOT_SENT)

    async def _renew(self, old: Tokens) -> Tokens:
        form = {"grant_type": "refresh_token", "refresh_token": old.refresh}
        return await tokens(self._around, self._site, old.more, form, old)

    async def _call(
        self, method: str, path: str, params: Mapping[str, str], form: Mapping[str, str] | None, *, is_send: bool
    ) -> Wire:
        said = await self._asked(method, path, params, form, is_send=is_send)
        if not isinstance(said, dict):
            raise _unreadable(is_send=is_send)
        return cast("Wire", said)

    async def _asked(
        self, method: str, path: str, params: Mapping[str, str], form: Mapping[str, str] | None, *, is_send: bool
    ) -> Any:
        held = await self._keeping.fresh()
        answer = await self._ask(method, path, params, form, held, is_send=is_send)
        if answer.status == 401:
            # Nothing was done, so once more with a new token is safe.
            held = await self._keeping.renewed(held)
            answer = await self._ask(method, path, params, form, held, is_send=is_send)
        error = to_error(answer, self._around.http, self._around.clock.now(), is_send=is_send)
        if error is not None:
            raise error
        if answer.status == 204 or (is_send and not answer.body):
            # What has nothing to tell may say nothing; where a message was made, its missing is noticed.
            return {}
        try:
            return answer.json()
        except ValueError:
            raise _unreadable(is_send=is_send) from None

    async def _ask(
        self,
        method: str,
        path: str,
        params: Mapping[str, str],
        form: Mapping[str, str] | None,
        held: Tokens,
        *,
        is_send: bool,
    ) -> Answer:
        headers = {"authorization": f"Bearer {held.access}", "user-agent": agent(held.more.get("name", ""))}
        body = None
        if form is not None:
            headers["content-type"] = "application/x-www-form-urlencoded"
            body = urlencode(form).encode()
        # Limits are for an app, whoever signed in with it.
        scope = held.more.get("client_id", "")
        url = f"{self._api}{path}"
        return await self._around.http.ask(
            method, url, headers=headers, params=list(params.items()), body=body, is_send=is_send, scope=scope
        )


def _unreadable(*, is_send: bool) -> ConnectorError:
    return transient("Reddit", "unreadable answer", Certainty.UNKNOWN if is_send else Certainty.NOT_SENT)
