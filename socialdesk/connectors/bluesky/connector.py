"""Signs in to Bluesky and opens sessions; see `Connector` in the kit's contract."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from socialdesk.connectors.bluesky import oauth
from socialdesk.connectors.bluesky.access import account_of, tried
from socialdesk.connectors.bluesky.dpop import Proofs
from socialdesk.connectors.bluesky.home import NO_DOCUMENT, address, home_of
from socialdesk.connectors.bluesky.session import BlueskySession
from socialdesk.connectors.bluesky.tokens import Tokens
from socialdesk.connectors.bluesky.wire import Wire, ask
from socialdesk.connectors.kit.contract import Account, AtBrowser, CredentialKeeper, SignedIn, Surroundings
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import about, failed
from socialdesk.connectors.kit.held import Held
from socialdesk.connectors.kit.http import Http
from socialdesk.connectors.kit.manifest import Manifest
from socialdesk.model.failure import FailureKind

BROWSER = "browser"


class BlueskyConnector:
    """The plug-in for Bluesky."""

    def __init__(self, manifest: Manifest) -> None:
        self.manifest = manifest

    async def begin(
        self, way: str, typed: Mapping[str, str], redirect: str, around: Surroundings
    ) -> SignedIn | AtBrowser:
        identifier, secret = typed.get("identifier", "").removeprefix("@"), typed.get("password", "")
        server = address(typed.get("server", "") or self.manifest.default_server)
        if not identifier or (not secret and way != BROWSER):
            raise failed(FailureKind.INVALID, "Type the handle and an app password.", code="empty")
        did = ""
        if server == self.manifest.default_server:
            if "." not in identifier and "@" not in identifier:
                # Most people there are known by the first word of their name.
                identifier = f"{identifier}.{server.removeprefix('https://')}"
            with about("identifier"):
                server, did = await _home_of(around.http, self.manifest.hosts["plc"], server, identifier)
        with about("server"):
            await _expect_bluesky(around.http, server)
        if way == BROWSER:
            who = oauth.Wanted(server, did, identifier)
            return await oauth.begin(around.http, Proofs(around.clock), who, redirect)
        with about("password"):
            session = await ask(
                around.http,
                server,
                "POST",
                "com.atproto.server.createSession",
                body={"identifier": identifier, "password": secret},
            )
        tokens = Tokens(server, session["did"], session["handle"], session["accessJwt"], session["refreshJwt"])
        return await self._signed_in(tokens, around)

    async def finish(self, way: str, kept: str, answer: Mapping[str, str], around: Surroundings) -> SignedIn:
        return await self._signed_in(await oauth.finish(around.http, Proofs(around.clock), kept, answer), around)

    async def _signed_in(self, tokens: Tokens, around: Surroundings) -> SignedIn:
        keeper = Held(tokens.credentials())
        wire = Wire(around.http, keeper, around.clock, self.manifest.hosts["plc"])
        profile = await wire.get("app.bsky.actor.getProfile", actor=tokens.did)
        handle = tokens.handle or str(profile.get("handle") or tokens.did)
        if handle != tokens.handle:
            keeper.store(replace(wire.tokens(), handle=handle).credentials())
        account = account_of(replace(tokens, handle=handle), profile, self.manifest.mark)
        granted = await tried(wire, tokens.did)
        return SignedIn((account,), keeper.load(), granted, wire.tokens().ends_at)

    def open(
        self, account: Account, keeper: CredentialKeeper, around: Surroundings, history: timedelta
    ) -> BlueskySession:
        wire = Wire(around.http, keeper, around.clock, self.manifest.hosts["plc"])
        return BlueskySession(self.manifest, wire, account.remote_id, around.clock, history)


async def _expect_bluesky(http: Http, server: str) -> None:
    try:
        said = await ask(http, server, "GET", "com.atproto.server.describeServer")
    except ConnectorError as error:
        if error.failure.heals_itself or error.failure.code in ("address", "http"):
            raise
        said = {}
    if "did" not in said:
        raise failed(
            FailureKind.INVALID,
            f"{server} answers, but it is not a Bluesky server. Check the address; for most accounts it is"
            " https://bsky.social.",
            code="not bluesky",
        )


async def _home_of(http: Http, plc: str, server: str, identifier: str) -> tuple[str, str]:
    """The server an account lives on, and its DID.

    Where that cannot be told the default one, for it knows its own accounts, and no DID.
    """
    if "@" in identifier or "." not in identifier:
        return server, ""
    try:
        did = identifier
        if not did.startswith("did:"):
            did = str((await ask(http, server, "GET", "com.atproto.identity.resolveHandle", handle=identifier))["did"])
        if home := await home_of(http, plc, did):
            return home, did
    except (ConnectorError, *NO_DOCUMENT) as error:
        if isinstance(error, ConnectorError) and error.failure.kind is FailureKind.OFFLINE:
            raise
    return server, ""
