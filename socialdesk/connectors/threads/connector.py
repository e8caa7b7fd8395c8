"""Signs in to Threads and opens sessions; see `Connector` in the kit's contract."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from socialdesk.connectors.graph.codes import Exchange
from socialdesk.connectors.graph.errors import SIGN_IN_AGAIN
from socialdesk.connectors.graph.lasting import FIRST, Lasting
from socialdesk.connectors.graph.wire import Graph
from socialdesk.connectors.kit import oauth
from socialdesk.connectors.kit.contract import Account, AtBrowser, CredentialKeeper, SignedIn, Surroundings
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import about, failed
from socialdesk.connectors.kit.manifest import Manifest
from socialdesk.connectors.threads.access import account_of, tried
from socialdesk.connectors.threads.session import NAME, VERSION, ThreadsSession, renewal
from socialdesk.model.failure import FailureKind

SCOPES = (
    "threads_basic",
    "threads_content_publish",
    "threads_read_replies",
    "threads_manage_replies",
    "threads_manage_mentions",
    "threads_delete",
)
_NOT_TAKEN = (
    "Threads does not take this token: it has ended, or a piece of it is missing. Make a new one and paste it whole."
)


class ThreadsConnector:
    """The plug-in for Threads."""

    def __init__(self, manifest: Manifest) -> None:
        self.manifest = manifest

    async def begin(
        self, way: str, typed: Mapping[str, str], redirect: str, around: Surroundings
    ) -> SignedIn | AtBrowser:
        if way == "own":
            return self._begun(typed)
        token = typed.get("token", "")
        if not token:
            raise failed(FailureKind.INVALID, "Paste an access token.", code="empty")
        now = around.clock.now()
        lasting = Lasting(token, renew_at=(now + FIRST).isoformat())
        try:
            # Renewed at once where it is old enough, so that its end is known.
            lasting = lasting.after(await renewal(self.manifest).ask(around.http, token, now), now)
        except ConnectorError as error:
            if error.failure.heals_itself:
                raise
        with about("token"):
            return await self._opened(lasting, around)

    async def finish(self, way: str, kept: str, answer: Mapping[str, str], around: Surroundings) -> SignedIn:
        api = self.manifest.hosts["api"]
        now = around.clock.now()
        exchange = Exchange(f"{api}/oauth/access_token", f"{api}/access_token", "th_exchange_token", NAME)
        _, said = await exchange.ask(around.http, json.loads(kept), answer, now)
        return await self._opened(Lasting("").after(said, now), around)

    def open(
        self, account: Account, keeper: CredentialKeeper, around: Surroundings, history: timedelta
    ) -> ThreadsSession:
        return ThreadsSession(self.manifest, account, keeper, around, history)

    def _begun(self, typed: Mapping[str, str]) -> AtBrowser:
        app_id, secret, back = (typed.get(key, "") for key in ("app_id", "app_secret", "redirect"))
        if not app_id or not secret:
            raise failed(FailureKind.INVALID, "Type the App ID and the App secret.", code="empty")
        if not back.startswith("https://"):
            raise failed(FailureKind.INVALID, "The return address must begin with https://.", code="redirect")
        state = oauth.fresh_state()
        url = oauth.authorize_url(
            f"{self.manifest.hosts['auth']}/oauth/authorize",
            {
                "client_id": app_id,
                "redirect_uri": back,
                "scope": ",".join(SCOPES),
                "response_type": "code",
                "state": state,
            },
        )
        kept = {"state": state, "redirect": back, "app_id": app_id, "app_secret": secret}
        return AtBrowser(url, json.dumps(kept))

    async def _opened(self, lasting: Lasting, around: Surroundings) -> SignedIn:
        async def token() -> str:
            return lasting.token

        graph = Graph(around.http, around.clock, NAME, f"{self.manifest.hosts['api']}/{VERSION}", token)
        try:
            me = await graph.get("me", fields="id,username,name")
        except ConnectorError as error:
            if error.failure.kind is FailureKind.AUTH_EXPIRED and error.failure.sentence == SIGN_IN_AGAIN:
                raise failed(FailureKind.AUTH_EXPIRED, _NOT_TAKEN, code=error.failure.code) from None
            raise
        account = account_of(me, self.manifest.mark)
        lasting = replace(lasting, own_ids=[account.remote_id])
        return SignedIn((account,), lasting.credentials(), await tried(graph), lasting.expires_at)
