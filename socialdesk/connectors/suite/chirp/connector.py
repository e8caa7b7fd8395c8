"""Signs in to Chirp and opens sessions; see `Connector` in the kit's contract."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from socialdesk.connectors.kit.contract import Account, CredentialKeeper, Credentials, SignedIn, Surroundings
from socialdesk.connectors.kit.failures import failed
from socialdesk.connectors.kit.manifest import Manifest
from socialdesk.connectors.suite.chirp.session import ChirpSession, granted
from socialdesk.connectors.suite.chirp.wire import Wire
from socialdesk.model.failure import FailureKind


class ChirpConnector:
    """The plug-in for Chirp."""

    def __init__(self, manifest: Manifest) -> None:
        self.manifest = manifest

    async def begin(self, way: str, typed: Mapping[str, str], redirect: str, around: Surroundings) -> SignedIn:
        token = typed.get("token", "")
        if not token:
            raise failed(FailureKind.INVALID, "The access token is missing. Paste the one from Chirp.", code="empty")
        wire = Wire(around.http, self.manifest.hosts["api"], lambda: token)
        me = await wire.get("/v1/me")
        account = Account(me["id"], f"@{me['handle']}", me["name"], "", self.manifest.mark)
        return SignedIn((account,), Credentials(token), granted(me))

    async def finish(self, way: str, kept: str, answer: Mapping[str, str], around: Surroundings) -> SignedIn:
        raise AssertionError("no way of Chirp leads to the browser")

    def open(
        self, account: Account, keeper: CredentialKeeper, around: Surroundings, history: timedelta
    ) -> ChirpSession:
        # The token is asked for anew each time: another session may have changed it.
        wire = Wire(around.http, self.manifest.hosts["api"], lambda: keeper.load().text)
        return ChirpSession(self.manifest, wire, account, around.clock, history)
