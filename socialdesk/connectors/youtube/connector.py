"""Signs in to YouTube and opens sessions; see `Connector` in the kit's contract."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from socialdesk.connectors.google.oauth import GoogleSignIn, end_of
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
from socialdesk.connectors.youtube.access import account_of, tried
from socialdesk.connectors.youtube.quota import UNITS
from socialdesk.connectors.youtube.session import YouTubeSession
from socialdesk.connectors.youtube.wire import YouTube
from socialdesk.model.failure import FailureKind

SCOPE = "https://www.googleapis.com/auth/youtube.force-ssl"
"""Reads and writes comments; there is no smaller one that does."""
_LEAST_UNITS = 1_000


class YouTubeConnector:
    """The plug-in for YouTube."""

    def __init__(self, manifest: Manifest) -> None:
        self.manifest = manifest
        self._sign_in = GoogleSignIn(manifest.hosts, SCOPE)

    async def begin(self, way: str, typed: Mapping[str, str], redirect: str, around: Surroundings) -> AtBrowser:
        return self._sign_in.begin(typed, redirect, units=str(_units(typed.get("units", ""))))

    async def finish(self, way: str, kept: str, answer: Mapping[str, str], around: Surroundings) -> SignedIn:
        tokens = await self._sign_in.finish(kept, answer, around.http, around.clock)
        keeper = Held(tokens.credentials())
        granted, channel = await tried(YouTube(self._sign_in, around, keeper))
        return SignedIn((account_of(channel, self.manifest),), keeper.load(), granted, end_of(tokens))

    def open(
        self, account: Account, keeper: CredentialKeeper, around: Surroundings, history: timedelta
    ) -> YouTubeSession:
        youtube = YouTube(self._sign_in, around, keeper)
        return YouTubeSession(self.manifest, youtube, account, around.clock, history)


def _units(text: str) -> int:
    plain = text.replace(",", "").replace(".", "").replace(" ", "").replace("\u202f", "")
    if not plain:
        return UNITS
    if not plain.isdecimal() or int(plain) < _LEAST_UNITS:
        raise failed(
            FailureKind.INVALID,
            "The units a day are a number such as 10000. Leave the field empty if you have not asked Google for more.",
            code="units",
        )
    return int(plain)
