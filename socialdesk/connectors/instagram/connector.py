"""Signs in to professional accounts of Instagram, by Instagram itself or through Facebook; opens sessions."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import timedelta

from socialdesk.connectors.graph import login
from socialdesk.connectors.graph.codes import Exchange
from socialdesk.connectors.graph.errors import SIGN_IN_AGAIN
from socialdesk.connectors.graph.lasting import FIRST, Held, Lasting
from socialdesk.connectors.graph.login import App
from socialdesk.connectors.graph.reading import Json, inner
from socialdesk.connectors.graph.wire import Graph
from socialdesk.connectors.instagram.access import account_of, called, tried
from socialdesk.connectors.instagram.entry import NAME, entry, renewal
from socialdesk.connectors.instagram.keys import Behind, PageKeys
from socialdesk.connectors.instagram.session import InstagramSession
from socialdesk.connectors.kit import oauth
from socialdesk.connectors.kit.contract import Account, AtBrowser, CredentialKeeper, SignedIn, Surroundings
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import about, failed
from socialdesk.connectors.kit.manifest import Manifest
from socialdesk.connectors.kit.parts import as_list
from socialdesk.model.failure import FailureKind

OWN_SCOPES = (
    "instagram_business_basic",
    "instagram_business_manage_comments",
    "instagram_business_manage_messages",
)
PAGE_SCOPES = (
    "instagram_basic",
    "instagram_manage_comments",
    "instagram_manage_messages",
    "pages_show_list",
    "pages_read_engagement",
    "pages_manage_metadata",
    "pages_messaging",
    "business_management",
)
_LINKED = "instagram_business_account{id,username,name}"
_YES = {"yes", "y", "true", "1", "oui"}
_NONE_LINKED = (
    "Behind none of the Pages that this sign-in opens is a professional account of Instagram. Connect the account with"
    " its Page in Meta's Business settings, tick both when Facebook asks which ones to use, then sign in again."
)
_NOT_TAKEN = (
    "Instagram does not take this token: it has ended, or a piece of it is missing. Make a new one and paste it whole."
)


class InstagramConnector:
    """The plug-in for Instagram."""

    def __init__(self, manifest: Manifest) -> None:
        self.manifest = manifest

    async def begin(
        self, way: str, typed: Mapping[str, str], redirect: str, around: Surroundings
    ) -> SignedIn | AtBrowser:
        app = App(typed.get("app_id", ""), typed.get("app_secret", ""))
        human_agent = typed.get("human_agent", "").lower() in _YES
        if way in ("own", "facebook"):
            if not app.token:
                raise failed(FailureKind.INVALID, "Type the App ID and the App secret.", code="empty")
            if way == "facebook":
                return login.begun(self.manifest.hosts["facebook_auth"], app, redirect, typed, PAGE_SCOPES)
            return self._own_begun(app, typed)
        token = typed.get("token", "")
        if not token:
            raise failed(FailureKind.INVALID, "Paste an access token.", code="empty")
        with about("token"):
            if way == "page_token":
                if app.token:
                    api = self.manifest.hosts["facebook"]
                    token = await login.lengthened(around.http, api, app, token, around.clock.now())
                return await self._through_pages(token, app, human_agent=human_agent, around=around)
            return await self._pasted(token, human_agent=human_agent, around=around)

    async def finish(self, way: str, kept: str, answer: Mapping[str, str], around: Surroundings) -> SignedIn:
        held: dict[str, str] = json.loads(kept)
        human_agent = held["human_agent"].lower() in _YES
        now = around.clock.now()
        if way == "facebook":
            token = await login.user_token(around.http, self.manifest.hosts["facebook"], held, answer, now)
            app = App(held["app_id"], held["app_secret"])
            return await self._through_pages(token, app, human_agent=human_agent, around=around)
        hosts = self.manifest.hosts
        exchange = Exchange(
            f"{hosts['token']}/oauth/access_token", f"{hosts['api']}/access_token", "ig_exchange_token", NAME
        )
        short, said = await exchange.ask(around.http, held, answer, now)
        lasting = Lasting("", scopes=_scopes(short), human_agent=human_agent).after(said, now)
        return await self._own(lasting, around)

    def open(
        self, account: Account, keeper: CredentialKeeper, around: Surroundings, history: timedelta
    ) -> InstagramSession:
        return InstagramSession(self.manifest, account, keeper, around, history)

    def _own_begun(self, app: App, typed: Mapping[str, str]) -> AtBrowser:
        back = typed.get("redirect", "")
        if not back.startswith("https://"):
            raise failed(FailureKind.INVALID, "The return address must begin with https://.", code="redirect")
        state = oauth.fresh_state()
        url = oauth.authorize_url(
            f"{self.manifest.hosts['auth']}/oauth/authorize",
            {
                "client_id": app.id,
                "redirect_uri": back,
                "response_type": "code",
                "scope": ",".join(OWN_SCOPES),
                "state": state,
            },
        )
        kept = {"state": state, "redirect": back, "app_id": app.id, "app_secret": app.secret}
        return AtBrowser(url, json.dumps(kept | {"human_agent": typed.get("human_agent", "")}))

    async def _pasted(self, token: str, *, human_agent: bool, around: Surroundings) -> SignedIn:
        """Sign in with a token of Instagram's own; renewed at once where it is old enough, so that its end is known."""
        now = around.clock.now()
        lasting = Lasting(token, renew_at=(now + FIRST).isoformat(), human_agent=human_agent)
        try:
            lasting = lasting.after(await renewal(self.manifest).ask(around.http, token, now), now)
        except ConnectorError as error:
            if error.failure.heals_itself:
                raise
        return await self._own(lasting, around)

    async def _own(self, lasting: Lasting, around: Surroundings) -> SignedIn:
        async def token() -> str:
            return lasting.token

        graph = Graph(around.http, around.clock, NAME, f"{self.manifest.hosts['api']}/{login.VERSION}", token)
        try:
            me = await graph.get("me", fields="user_id,id,username,name,account_type")
        except ConnectorError as error:
            if error.failure.kind is FailureKind.AUTH_EXPIRED and error.failure.sentence == SIGN_IN_AGAIN:
                raise failed(FailureKind.AUTH_EXPIRED, _NOT_TAKEN, code=error.failure.code) from None
            raise
        # The professional account's id is the one that lasts; the other one is this app's own view of it.
        ids = [str(me[key]) for key in ("user_id", "id") if me.get(key)]
        lasting = Lasting(
            lasting.token,
            lasting.renew_at,
            lasting.ends_at,
            lasting.scopes,
            human_agent=lasting.human_agent,
            own_ids=ids,
        )
        account = account_of(me, ids[0], self.manifest.mark)
        held = Held(lasting.credentials())
        opened = entry(self.manifest, account, held, around)
        granted = await tried(opened, lasting.scopes)
        return SignedIn((account,), held.load(), granted, lasting.expires_at)

    async def _through_pages(self, token: str, app: App, *, human_agent: bool, around: Surroundings) -> SignedIn:
        api = self.manifest.hosts["facebook"]
        graph = login.graph_of(around.http, around.clock, api, token, app.secret)
        opened = [
            one for one in await login.pages(graph, _LINKED) if inner(one.more, "instagram_business_account", "id")
        ]
        if not opened:
            raise failed(FailureKind.PERMISSION_DENIED, _NONE_LINKED, code="no account")
        speaker = login.graph_of(around.http, around.clock, api, app.token) if app.token else graph
        facts = await login.facts(speaker, token)
        linked: list[tuple[Json, Behind]] = [
            (one.more["instagram_business_account"], Behind(one.id, one.token or token)) for one in opened
        ]
        keys = PageKeys(
            {str(one["id"]): behind for one, behind in linked},
            app.id,
            app.secret,
            human_agent,
            None if facts.scopes is None else list(facts.scopes),
            facts.ends_at.isoformat() if facts.ends_at else "",
        )
        accounts = tuple(account_of(one, str(one["id"]), self.manifest.mark) for one, _ in linked)
        held = Held(keys.credentials())
        first = entry(self.manifest, accounts[0], held, around)
        await called(first)
        granted = await tried(first, keys.scopes)
        return SignedIn(accounts, held.load(), granted, keys.expires_at)


def _scopes(said: Json) -> list[str] | None:
    """What the person allowed: a list, or words with commas between them."""
    told = said.get("permissions")
    if isinstance(told, str):
        return [one.strip() for one in told.split(",") if one.strip()]
    return [str(one) for one in as_list(told)] if isinstance(told, list) else None
