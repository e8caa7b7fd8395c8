"""Signs in to Google Business profiles and opens sessions; see `Connector` in the kit's contract."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from socialdesk.connectors.google.oauth import GoogleSignIn, end_of
from socialdesk.connectors.google_business.accounts import account_of
from socialdesk.connectors.google_business.failures import NOT_APPROVED
from socialdesk.connectors.google_business.session import GoogleBusinessSession
from socialdesk.connectors.google_business.wire import Profiles
from socialdesk.connectors.kit.contract import (
    Account,
    AtBrowser,
    CredentialKeeper,
    SignedIn,
    Surroundings,
)
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import failed
from socialdesk.connectors.kit.held import Held
from socialdesk.connectors.kit.manifest import Manifest
from socialdesk.model.failure import FailureKind

SCOPE = "https://www.googleapis.com/auth/business.manage"


class GoogleBusinessConnector:
    """The plug-in for Google Business profiles: each location is an account."""

    def __init__(self, manifest: Manifest) -> None:
        self.manifest = manifest
        self._sign_in = GoogleSignIn(manifest.hosts, SCOPE)

    async def begin(self, way: str, typed: Mapping[str, str], redirect: str, around: Surroundings) -> AtBrowser:
        return self._sign_in.begin(typed, redirect)

    async def finish(self, way: str, kept: str, answer: Mapping[str, str], around: Surroundings) -> SignedIn:
        tokens = await self._sign_in.finish(kept, answer, around.http, around.clock)
        keeper = Held(tokens.credentials())
        profiles = Profiles(self._sign_in, around, keeper)
        found: dict[str, Account] = {}
        try:
            for account in await profiles.accounts():
                for location in await profiles.locations(str(account.get("name"))):
                    # One in several groups has a name in each, and is one all the same.
                    name = str(location.get("name"))
                    remote_id = f"{account.get('name')}/{name}"
                    found.setdefault(name, account_of(remote_id, location, self.manifest))
            if found:
                await profiles.reviews(next(iter(found.values())).remote_id, most=1)
        except ConnectorError as error:
            if error.failure.kind is FailureKind.RATE_LIMITED:
                # The very first calls: an app that was let in is not at its limit yet.
                raise failed(FailureKind.PERMISSION_DENIED, NOT_APPROVED, code="429 at first") from None
            raise
        if not found:
            raise failed(
                FailureKind.PERMISSION_DENIED,
                "This Google account manages no location. Sign in with the one that manages your Business Profile.",
                code="no location",
            )
        granted = (("read", True), ("answer", True))
        return SignedIn(tuple(found.values()), keeper.load(), granted, end_of(tokens))

    def open(
        self, account: Account, keeper: CredentialKeeper, around: Surroundings, history: timedelta
    ) -> GoogleBusinessSession:
        return GoogleBusinessSession(self.manifest, Profiles(self._sign_in, around, keeper), account, around, history)
