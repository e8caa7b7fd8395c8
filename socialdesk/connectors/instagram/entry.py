"""Gives the ways into an account: by Instagram's own sign-in, or through the Page behind it; what differs between them.

Instagram Platform, Overview: each has a host, tokens, paths and permissions of its own.
"""

from __future__ import annotations

from dataclasses import dataclass

from socialdesk.connectors.graph import login
from socialdesk.connectors.graph.conversations import Line
from socialdesk.connectors.graph.direct import Owner
from socialdesk.connectors.graph.errors import SIGN_IN_AGAIN
from socialdesk.connectors.graph.lasting import Lasting, Renewal, Token
from socialdesk.connectors.graph.wire import Graph
from socialdesk.connectors.instagram.keys import PageKeys
from socialdesk.connectors.kit.contract import Account, CredentialKeeper, Surroundings
from socialdesk.connectors.kit.failures import failed
from socialdesk.connectors.kit.manifest import Manifest
from socialdesk.model.failure import FailureKind

NAME = "Instagram"
_MESSAGE_FIELDS = "id,created_time,from,to,message,attachments,shares,story,reply_to,reactions,is_unsupported"
_CONVERSATION_FIELDS = "id,updated_time,participants"


@dataclass(frozen=True, slots=True)
class Entry:
    """How a session speaks to an account."""

    graph: Graph
    me: str
    """The account in paths."""
    line: Line
    owner: Owner
    through_page: bool


def keys_in(keeper: CredentialKeeper) -> Lasting | PageKeys | None:
    """What a sign-in kept, by whichever way; None where there is none (any more)."""
    try:
        credentials = keeper.load()
    except LookupError:
        return None
    for read in (PageKeys.read, Lasting.read):
        try:
            return read(credentials)
        except LookupError:
            continue
    return None


def entry(manifest: Manifest, account: Account, keeper: CredentialKeeper, around: Surroundings) -> Entry:
    """The way into an account that its sign-in gave."""
    keys = keys_in(keeper)
    username = account.handle.removeprefix("@")
    if isinstance(keys, PageKeys):
        return _through_page(manifest, account.remote_id, username, keeper, around)
    ids = keys.own_ids if keys is not None else []
    kept = Token(keeper, renewal(manifest), around.http, around.clock)
    graph = Graph(
        around.http,
        around.clock,
        NAME,
        f"{manifest.hosts['api']}/{login.VERSION}",
        kept.fresh,
        scope=account.remote_id,
    )
    line = Line("me", "instagram", _MESSAGE_FIELDS, _CONVERSATION_FIELDS, at_once=1)
    return Entry(graph, "me", line, Owner(frozenset({account.remote_id, *ids}), "", username), through_page=False)


def _through_page(manifest: Manifest, id_: str, username: str, keeper: CredentialKeeper, around: Surroundings) -> Entry:
    def keys() -> PageKeys:
        found = keys_in(keeper)
        if not isinstance(found, PageKeys) or id_ not in found.behind:
            raise failed(FailureKind.AUTH_EXPIRED, SIGN_IN_AGAIN, code="no token")
        return found

    async def token() -> str:
        return keys().behind[id_].token

    page = keys().behind[id_].page
    base = f"{manifest.hosts['facebook']}/{login.VERSION}"
    graph = Graph(around.http, around.clock, NAME, base, token, lambda: keys().app_secret, scope=id_)
    line = Line(page, "instagram", _MESSAGE_FIELDS, _CONVERSATION_FIELDS, upload={"platform": "instagram"})
    return Entry(graph, id_, line, Owner(frozenset({id_, page}), "", username), through_page=True)


def renewal(manifest: Manifest) -> Renewal:
    """Where the tokens of Instagram's own sign-in are renewed."""
    return Renewal(f"{manifest.hosts['api']}/refresh_access_token", "ig_refresh_token", NAME)
