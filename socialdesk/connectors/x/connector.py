"""Signs in to X and opens sessions; see `Connector` in the kit's contract."""

from __future__ import annotations

from collections.abc import Mapping
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
from socialdesk.connectors.x.session import XSession, account_of, granted
from socialdesk.connectors.x.sign_in import XSignIn
from socialdesk.connectors.x.wire import X
from socialdesk.model.failure import FailureKind


class XConnector:
    """The plug-in for X."""

    def __init__(self, manifest: Manifest) -> None:
        self.manifest = manifest

    async def begin(self, way: str, typed: Mapping[str, str], redirect: str, around: Surroundings) -> AtBrowser:
        return XSignIn(self.manifest.hosts).begin(typed, redirect)

    async def finish(self, way: str, kept: str, answer: Mapping[str, str], around: Surroundings) -> SignedIn:
        sign_in = XSignIn(self.manifest.hosts)
        tokens = await sign_in.finish(kept, answer, around.http, around.clock)
        allowed = granted(frozenset(tokens.scope.split()))
        if not dict(allowed)["read"] or not tokens.refresh:
            sentence = "X did not grant what reading needs. Sign in once more and allow everything X lists."
            raise failed(FailureKind.PERMISSION_DENIED, sentence, code="scope")
        keeper = Held(tokens.credentials())
        me = await X(sign_in, around, keeper, "sign-in").me()
        if not str(me.get("id", "")).isdecimal():
            raise failed(FailureKind.TRANSIENT, "X did not say whose account this is. Try again.", code="me")
        account = account_of(me, self.manifest)
        return SignedIn((account,), keeper.load(), allowed)

    def open(self, account: Account, keeper: CredentialKeeper, around: Surroundings, history: timedelta) -> XSession:
        x = X(XSignIn(self.manifest.hosts), around, keeper, account.remote_id)
        return XSession(self.manifest, x, account, around.clock, history)
