"""Signs in to a server that speaks Mastodon's API and opens sessions; see `Connector` in the kit's contract."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from socialdesk.connectors.kit.contract import (
    Account,
    AtBrowser,
    CredentialKeeper,
    SignedIn,
    Surroundings,
)
from socialdesk.connectors.kit.failures import about, failed
from socialdesk.connectors.kit.held import Held
from socialdesk.connectors.kit.http import Http
from socialdesk.connectors.kit.manifest import Manifest
from socialdesk.connectors.kit.oauth import authorize_url, code_in, form_post, fresh_state, object_in, pkce
from socialdesk.connectors.mastodon.access import account_of, tried
from socialdesk.connectors.mastodon.server import Server, find
from socialdesk.connectors.mastodon.session import MastodonSession
from socialdesk.connectors.mastodon.wire import VERIFY, Keys, Wire
from socialdesk.model.failure import FailureKind

FINE = (
    "read:accounts read:follows read:notifications read:search read:statuses write:blocks write:conversations"
    " write:favourites write:media write:mutes write:reports write:statuses"
)
"""What is needed and no more (docs.joinmastodon.org, OAuth Scopes), where a server says that it knows all of it."""
COARSE = "read write"
PASTED = "urn:ietf:wg:oauth:2.0:oob"
"""Where no browser can come back, the server shows the code instead (docs.joinmastodon.org, Methods, apps)."""


class MastodonConnector:
    """The plug-in for Mastodon and its kin."""

    def __init__(self, manifest: Manifest) -> None:
        self.manifest = manifest

    async def begin(
        self, way: str, typed: Mapping[str, str], redirect: str, around: Surroundings
    ) -> SignedIn | AtBrowser:
        with about("server"):
            server = await find(around.http, typed.get("server", ""))
        if way != "token":
            return await self._to_browser(around.http, server, redirect or PASTED)
        token = typed.get("token", "").removeprefix("Bearer ").strip()
        if not token or any(one.isspace() or not one.isascii() for one in token):
            raise failed(
                FailureKind.INVALID, "Paste the access token as the server shows it.", code="empty", field="token"
            )
        with about("token"):
            return await self._signed_in(around, Keys(server, "", "", token))

    async def finish(self, way: str, kept: str, answer: Mapping[str, str], around: Surroundings) -> SignedIn:
        state: dict[str, Any] = json.loads(kept)
        server = Server.read(state["server"])
        redirect = state["redirect"]
        if redirect == PASTED and "state" not in answer:
            # A code that is shown to be copied comes without anything else.
            answer = {**answer, "state": state["state"]}
        code = code_in(answer, state["state"], server.host)
        url = f"{server.url}/oauth/token"
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "client_id": state["client_id"],
            "client_secret": state["client_secret"],
            "redirect_uri": redirect,
            "code_verifier": state["verifier"],
            "scope": state["scope"],
        }
        said = object_in(await form_post(around.http, url, form), around.http, server.host, url)
        token = said.get("access_token")
        if not isinstance(token, str) or not token:
            raise failed(
                FailureKind.TRANSIENT,
                "The server did not answer properly. Begin the sign-in once more.",
                code="token",
            )
        scope = str(said.get("scope") or state["scope"])
        keys = Keys(server, "", "", token, scope, state["client_id"], state["client_secret"])
        return await self._signed_in(around, keys)

    def open(
        self, account: Account, keeper: CredentialKeeper, around: Surroundings, history: timedelta
    ) -> MastodonSession:
        return MastodonSession(self.manifest, Wire(around.http, keeper, around.clock), around.clock, history)

    async def _to_browser(self, http: Http, server: Server, redirect: str) -> AtBrowser:
        scope, has_pkce = await _offered(http, server)
        # Registered anew each time: some servers compare the whole address of the redirect, port and all.
        url = f"{server.url}/api/v1/apps"
        form = {"client_name": "SocialDesk", "redirect_uris": redirect, "scopes": scope}
        client = object_in(await form_post(http, url, form), http, server.host, url)
        if not client.get("client_id") or not client.get("client_secret"):
            raise failed(FailureKind.TRANSIENT, "The server did not answer properly. Try again.", code="app")
        verifier, challenge = pkce() if has_pkce else ("", "")
        state = fresh_state()
        kept = {
            "server": server.written(),
            "redirect": redirect,
            "scope": scope,
            "state": state,
            "verifier": verifier,
            "client_id": str(client["client_id"]),
            "client_secret": str(client["client_secret"]),
        }
        params = {
            "response_type": "code",
            "client_id": kept["client_id"],
            "redirect_uri": redirect,
            "scope": scope,
            # The page that shows a code repeats no state, and an address without one could not be told to be ours.
            "state": "" if redirect == PASTED else state,
            "code_challenge": challenge,
            "code_challenge_method": "S256" if challenge else "",
        }
        return AtBrowser(authorize_url(f"{server.url}/oauth/authorize", params), json.dumps(kept))

    async def _signed_in(self, around: Surroundings, keys: Keys) -> SignedIn:
        """`keys` without what only the account itself can say."""
        server = keys.server
        keeper = Held(keys.tokens().credentials())
        wire = Wire(around.http, keeper, around.clock)
        account = await wire.get(VERIFY)
        if not account.get("id") or not account.get("acct"):
            raise failed(FailureKind.TRANSIENT, "The server did not answer properly. Try again.", code="account")
        acct = server.full(str(account["acct"]))
        keeper.store(replace(keys, own_id=str(account["id"]), own_acct=acct).tokens().credentials())
        return SignedIn((account_of(account, server, self.manifest.mark),), keeper.load(), await tried(wire))


async def _offered(http: Http, server: Server) -> tuple[str, bool]:
    """Which scopes to ask for, and whether the server takes PKCE (docs.joinmastodon.org, OAuth, Discovery)."""
    answer = await http.ask("GET", f"{server.url}/.well-known/oauth-authorization-server")
    try:
        said: dict[str, Any] = answer.json() if answer.status == 200 else {}
        scopes = set(map(str, said.get("scopes_supported") or ()))
        methods = set(map(str, said.get("code_challenge_methods_supported") or ()))
    except (ValueError, AttributeError, TypeError):
        scopes, methods = set[str](), set[str]()
    return (FINE if scopes >= set(FINE.split()) else COARSE), "S256" in methods
