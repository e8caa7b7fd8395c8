"""Signs in to Pages of Facebook and opens sessions; see `Connector` in the kit's contract."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import timedelta

from socialdesk.connectors.facebook.access import account_of, tried_all
from socialdesk.connectors.facebook.keys import Keys
from socialdesk.connectors.facebook.session import FacebookSession, graph_for
from socialdesk.connectors.graph import login
from socialdesk.connectors.graph.login import App
from socialdesk.connectors.graph.reading import word
from socialdesk.connectors.kit.contract import Account, AtBrowser, CredentialKeeper, SignedIn, Surroundings
from socialdesk.connectors.kit.failures import about, failed
from socialdesk.connectors.kit.manifest import Manifest
from socialdesk.model.failure import FailureKind

SCOPES = (
    "pages_show_list",
    "pages_read_engagement",
    "pages_read_user_content",
    "pages_manage_engagement",
    "pages_manage_metadata",
    "pages_messaging",
    "business_management",
)
_YES = {"yes", "y", "true", "1", "oui"}
_NO_PAGE = (
    "This sign-in opens no Page. Have somebody give you access to the Page in Meta's Business settings, tick the Page"
    " when Facebook asks which ones to use, then sign in again."
)


class FacebookConnector:
    """The plug-in for Pages of Facebook and their Messenger."""

    def __init__(self, manifest: Manifest) -> None:
        self.manifest = manifest

    async def begin(
        self, way: str, typed: Mapping[str, str], redirect: str, around: Surroundings
    ) -> SignedIn | AtBrowser:
        app = App(typed.get("app_id", ""), typed.get("app_secret", ""))
        if way in ("oauth", "pasted"):
            if not app.token:
                raise failed(FailureKind.INVALID, "Type the App ID and the App secret.", code="empty")
            return login.begun(self.manifest.hosts["auth"], app, redirect, typed, SCOPES)
        token = typed.get("token", "")
        if not token:
            raise failed(FailureKind.INVALID, "Paste an access token.", code="empty")
        with about("token"):
            if app.token:
                token = await login.lengthened(around.http, self.manifest.hosts["api"], app, token, around.clock.now())
            return await self._opened(token, app, typed.get("human_agent", ""), around)

    async def finish(self, way: str, kept: str, answer: Mapping[str, str], around: Surroundings) -> SignedIn:
        held: dict[str, str] = json.loads(kept)
        api = self.manifest.hosts["api"]
        token = await login.user_token(around.http, api, held, answer, around.clock.now())
        return await self._opened(token, App(held["app_id"], held["app_secret"]), held["human_agent"], around)

    def open(
        self, account: Account, keeper: CredentialKeeper, around: Surroundings, history: timedelta
    ) -> FacebookSession:
        return FacebookSession(self.manifest, account.remote_id, keeper, around, history)

    async def _opened(self, token: str, app: App, human_agent: str, around: Surroundings) -> SignedIn:
        api = self.manifest.hosts["api"]
        graph = login.graph_of(around.http, around.clock, api, token, app.secret)
        opened = await login.pages(graph, "username")
        if not opened:
            raise failed(FailureKind.PERMISSION_DENIED, _NO_PAGE, code="no page")
        speaker = login.graph_of(around.http, around.clock, api, app.token) if app.token else graph
        facts = await login.facts(speaker, token)
        keys = Keys(
            pages={one.id: one.token or token for one in opened},
            tasks={one.id: list(one.tasks) for one in opened},
            app_id=app.id,
            app_secret=app.secret,
            human_agent=human_agent.lower() in _YES,
            scopes=None if facts.scopes is None else list(facts.scopes),
            ends_at=facts.ends_at.isoformat() if facts.ends_at else "",
        )
        mark = self.manifest.mark
        accounts = tuple(account_of(one.id, one.name, word(one.more.get("username")), mark) for one in opened)
        ways = [(graph_for(self.manifest, one.id, lambda: keys, around), one.id) for one in opened]
        return SignedIn(accounts, keys.credentials(), await tried_all(ways, keys), keys.expires_at)
