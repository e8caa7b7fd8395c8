"""Signs in through Facebook: addresses, tokens, and what they open; for Pages, and for Instagram behind a Page.

There is no sign-in without the app's secret here: whoever uses SocialDesk brings an app of their own (Facebook Login,
Manually Build a Login Flow; Access Tokens, Long-Lived).
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from socialdesk.connectors.graph.errors import said_in, to_error
from socialdesk.connectors.graph.reading import Json, inner, objects, of_epoch, word
from socialdesk.connectors.graph.wire import Graph, parsed
from socialdesk.connectors.kit import oauth
from socialdesk.connectors.kit.contract import AtBrowser
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import failed
from socialdesk.connectors.kit.http import Http
from socialdesk.connectors.kit.parts import as_list
from socialdesk.model.failure import FailureKind
from socialdesk.support.clock import Clock

VERSION = "v26.0"
"""Since 29 July 2026; Meta serves each for two years (Graph API, Changelog)."""
_KEYS = "Meta does not know these keys of an app, or they do not belong together. Copy both from App settings, Basic."
_ADDRESS = (
    "Meta does not know this return address. In your app, under Facebook Login, Settings, add it to the valid OAuth"
    " redirect URIs; then begin once more."
)
_CODE = "This sign-in was used before, or took too long. Begin it once more."
_NOT_TAKEN = (
    "Meta does not take this token: it has ended, or a piece of it is missing. Make a new one and paste it whole."
)


@dataclass(frozen=True, slots=True)
class App:
    """The app a person brought; empty where they brought a token alone."""

    id: str = ""
    secret: str = field(default="", repr=False)

    @property
    def token(self) -> str:
        """What speaks for the app itself."""
        return f"{self.id}|{self.secret}" if self.id and self.secret else ""


@dataclass(frozen=True, slots=True)
class Opened:
    """A Page that a token opens, with its own token. `tasks` is empty where Meta did not say."""

    id: str
    name: str
    token: str = field(repr=False)
    tasks: tuple[str, ...] = ()
    more: Json = field(default_factory=dict[str, Any], repr=False)


@dataclass(frozen=True, slots=True)
class Facts:
    """What Meta says of a token; None and empty where it does not say."""

    scopes: tuple[str, ...] | None = None
    ends_at: datetime | None = None
    """When it ends by itself, or when Meta gives no more data for it."""


def begun(auth: str, app: App, redirect: str, typed: Mapping[str, str], scopes: Sequence[str]) -> AtBrowser:
    """Where the browser goes. `redirect` is the loopback address; another one that was typed is used instead."""
    state = oauth.fresh_state()
    # Only localhost is let through without being registered, and only in development mode (Facebook Login, Settings).
    back = typed.get("redirect", "") or redirect.replace("//127.0.0.1:", "//localhost:")
    if urlsplit(back).scheme not in (("https",) if "redirect" in typed else ("http",)):
        raise failed(FailureKind.INVALID, "The return address must begin with https://.", code="redirect")
    config = typed.get("config_id", "")
    url = oauth.authorize_url(
        f"{auth}/{VERSION}/dialog/oauth",
        {
            "client_id": app.id,
            "redirect_uri": back,
            "state": state,
            "response_type": "code",
            # With a configuration of Facebook Login for Business that says which permissions are asked for.
            "config_id": config,
            "scope": "" if config else ",".join(scopes),
        },
    )
    kept = {"state": state, "redirect": back, "app_id": app.id, "app_secret": app.secret}
    return AtBrowser(url, json.dumps(kept | {"human_agent": typed.get("human_agent", "")}))


async def user_token(http: Http, api: str, kept: Mapping[str, str], answer: Mapping[str, str], now: datetime) -> str:
    """The long-lived token of the person that the browser brought back. Raises ConnectorError."""
    code = oauth.code_in(answer, str(kept.get("state", "")), "Facebook")
    app = {"client_id": kept["app_id"], "client_secret": kept["app_secret"]}
    first = {**app, "redirect_uri": kept["redirect"], "code": code}
    short = await _token(http, f"{api}/{VERSION}/oauth/access_token", first, now)
    longer = {**app, "grant_type": "fb_exchange_token", "fb_exchange_token": short}
    return await _token(http, f"{api}/{VERSION}/oauth/access_token", longer, now)


async def lengthened(http: Http, api: str, app: App, token: str, now: datetime) -> str:
    """A token of sixty days in place of a short one; the same where it can't be had, for some have no end already."""
    form = {"client_id": app.id, "client_secret": app.secret, "grant_type": "fb_exchange_token"}
    try:
        return await _token(http, f"{api}/{VERSION}/oauth/access_token", {**form, "fb_exchange_token": token}, now)
    except ConnectorError as error:
        if error.failure.heals_itself or error.failure.code == "app":
            raise
        return token


async def _token(http: Http, url: str, form: Mapping[str, str], now: datetime) -> str:
    # Posted, so that the secret stands in no address.
    answer = await oauth.form_post(http, url, form)
    said = said_in(answer)
    if said is not None and (said.code == 101 or "client secret" in said.words.lower()):
        raise failed(FailureKind.INVALID, _KEYS, code="app")
    if said is not None and said.code == 191:
        raise failed(FailureKind.INVALID, _ADDRESS, code="191")
    if said is not None and said.code == 100:
        raise failed(FailureKind.INVALID, _CODE, code=f"100/{said.sub}")
    if answer.status != 200 or said is not None:
        raise to_error(answer, http, "Facebook", now)
    token = word(parsed(answer.body, "Facebook", is_send=False).get("access_token"))
    if not token:
        raise failed(FailureKind.TRANSIENT, "Facebook sent no token. Begin the sign-in once more.", code="no token")
    return token


def graph_of(http: Http, clock: Clock, api: str, token: str, secret: str = "") -> Graph:
    """The way of one token, for the length of a sign-in."""
    return Graph(http, clock, "Facebook", f"{api}/{VERSION}", _always(token), lambda: secret)


def _always(token: str) -> Callable[[], Awaitable[str]]:
    async def give() -> str:
        return token

    return give


async def pages(graph: Graph, more: str = "") -> list[Opened]:
    """The Pages that a person's token opens; of a Page's own token that one. Raises ConnectorError.

    `more` are fields of a Page that are asked for besides.
    """
    extra = f",{more}" if more else ""
    found: list[Opened] = []
    try:
        async for listed in graph.pages("me/accounts", fields=f"id,name,access_token,tasks{extra}", limit=100):
            found += [
                Opened(str(one["id"]), word(one.get("name")), str(one["access_token"]), _tasks(one), one)
                for one in listed
                if one.get("id") and one.get("access_token")
            ]
    except ConnectorError as error:
        match error.failure.kind:
            case FailureKind.AUTH_EXPIRED if error.failure.code.endswith(" 190/0"):
                raise failed(FailureKind.AUTH_EXPIRED, _NOT_TAKEN, code=error.failure.code) from None
            case FailureKind.INVALID:
                # A Page has no accounts: what was pasted is the token of one.
                said = await graph.get("me", fields=f"id,name{extra}")
                return [Opened(str(said["id"]), word(said.get("name")), "", (), said)]
            case _:
                raise
    return found


async def facts(graph: Graph, token: str) -> Facts:
    """What Meta says of a token to who speaks over `graph`. Raises ConnectorError only for what heals itself."""
    try:
        said = await graph.get("debug_token", input_token=token)
    except ConnectorError as error:
        if error.failure.heals_itself:
            raise
        return Facts()
    data: Json = said.get("data") or {}
    ends = [at for key in ("expires_at", "data_access_expires_at") if (at := of_epoch(data.get(key))) is not None]
    scopes = data.get("scopes")
    listed = as_list(scopes)
    return Facts(tuple(map(str, listed)) if isinstance(scopes, list) else None, min(ends, default=None))


def _tasks(page: Json) -> tuple[str, ...]:
    tasks = inner(page, "tasks")
    listed = as_list(tasks)
    return tuple(map(str, listed))


async def may(graph: Graph, path: str, **params: object) -> bool | None:
    """Whether something can be read; None where it cannot be told now.

    Raises ConnectorError where nobody answers or the token opens nothing.
    """
    try:
        await graph.get(path, **params)
    except ConnectorError as error:
        match error.failure.kind:
            case FailureKind.PERMISSION_DENIED | FailureKind.INVALID | FailureKind.GONE | FailureKind.NOT_FOUND:
                # A field or edge that a permission opens is, without it, often said not to exist (Error Handling).
                return False
            case FailureKind.OFFLINE | FailureKind.AUTH_EXPIRED | FailureKind.RATE_LIMITED:
                raise
            case _:
                return None
    return True


def lists(said: Json) -> list[Json]:
    """What a list of posts holds of comments, of all its posts."""
    return [comment for post in objects(said) for comment in objects(post.get("comments"))]
