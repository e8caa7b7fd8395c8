"""Signs in to Reddit and opens sessions; see `Connector` in the kit's contract."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from socialdesk.connectors.kit.contract import (
    Account,
    AtBrowser,
    CredentialKeeper,
    SignedIn,
    Surroundings,
)
from socialdesk.connectors.kit.failures import failed
from socialdesk.connectors.kit.held import Held
from socialdesk.connectors.kit.manifest import Manifest
from socialdesk.connectors.kit.oauth import Tokens, authorize_url, code_in, fresh_state
from socialdesk.connectors.reddit.access import tried
from socialdesk.connectors.reddit.session import RedditSession
from socialdesk.connectors.reddit.wire import SCOPES, Reddit, tokens
from socialdesk.model.failure import FailureKind


class RedditConnector:
    """The plug-in for Reddit."""

    def __init__(self, manifest: Manifest) -> None:
        self.manifest = manifest

    async def begin(self, way: str, typed: Mapping[str, str], redirect: str, around: Surroundings) -> AtBrowser:
        state = fresh_state()
        client_id = typed.get("client_id", "")
        url = authorize_url(
            f"{self.manifest.hosts['site']}/api/v1/authorize",
            {
                "client_id": client_id,
                "response_type": "code",
                "state": state,
                "redirect_uri": redirect,
                "duration": "permanent",
                "scope": SCOPES,
            },
        )
        app = {"client_id": client_id, "client_secret": typed.get("client_secret", "")}
        return AtBrowser(url, json.dumps({"app": app, "state": state, "redirect": redirect}))

    async def finish(self, way: str, kept: str, answer: Mapping[str, str], around: Surroundings) -> SignedIn:
        held = json.loads(kept)
        code = code_in(answer, held["state"], "Reddit")
        form = {"grant_type": "authorization_code", "code": code, "redirect_uri": held["redirect"]}
        got = await tokens(around, self.manifest.hosts["site"], held["app"], form)
        if not got.refresh:
            raise failed(
                FailureKind.AUTH_EXPIRED,
                "Reddit gave a sign-in that ends within a day. Sign in once more.",
                code="once",
            )
        got = replace(got, more=held["app"])
        keeper = Held(got.credentials())
        granted, me = await tried(Reddit(self.manifest.hosts, around, keeper))
        name = str(me.get("name") or "")
        named: Tokens = Tokens.read(keeper.load())
        keeper.store(replace(named, more=named.more | {"name": name}).credentials())
        account = Account(f"t2_{me['id']}", f"u/{name}", name, self.manifest.default_server, self.manifest.mark)
        return SignedIn((account,), keeper.load(), granted)

    def open(
        self, account: Account, keeper: CredentialKeeper, around: Surroundings, history: timedelta
    ) -> RedditSession:
        reddit = Reddit(self.manifest.hosts, around, keeper)
        return RedditSession(self.manifest, reddit, account, around.clock, history)
