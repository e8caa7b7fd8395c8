"""Connectors that say of themselves what is not so, or let in whom they should not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from socialdesk.connectors.kit.contract import (
    AtBrowser,
    Health,
    SignedIn,
    Surroundings,
)
from socialdesk.connectors.kit.manifest import Manifest
from socialdesk.connectors.suite.chirp.connector import ChirpConnector
from socialdesk.connectors.suite.chirp.scenario import ChirpScenario
from socialdesk.connectors.suite.chirp.session import ChirpSession
from socialdesk.connectors.suite.chirp.stand_in import TOKEN
from socialdesk.connectors.suite.trial import Subject
from socialdesk.model.capability import Capabilities
from socialdesk.model.capability import Level as Far
from socialdesk.model.thread import Kind
from socialdesk.model.way import FieldKind, Way, WayField, WayKind
from tests.connectors.suite.breaking import (
    MANIFEST,
    chirp,
)


def with_words_for_secret() -> Manifest:
    way = replace(MANIFEST.ways[0], fields=(WayField("token", "Access token", FieldKind.TEXT),))
    return replace(MANIFEST, ways=(way,))


class OffersMore(ChirpSession):
    def capabilities(self, kind: Kind) -> Capabilities:
        can = super().capabilities(kind)
        return replace(can, levels={**can.levels, "hide": Far.FULL})


class AlwaysWell(ChirpSession):
    async def check(self) -> Health:
        return Health(granted=(("read", True), ("answer", True)))


class TellsLess(ChirpSession):
    async def check(self) -> Health:
        return Health(granted=(("read", True),))


class NoName(ChirpConnector):
    async def begin(self, way: str, typed: Mapping[str, str], redirect: str, around: Surroundings) -> SignedIn:
        signed = await super().begin(way, typed, redirect, around)
        return replace(signed, accounts=(replace(signed.accounts[0], name=""),))


class Lenient(ChirpConnector):
    """Lets everybody in, as the shop."""

    async def begin(self, way: str, typed: Mapping[str, str], redirect: str, around: Surroundings) -> SignedIn:
        return await super().begin(way, {"token": TOKEN}, redirect, around)


class AtTheBrowser(ChirpConnector):
    """Takes whatever comes back from the browser."""

    async def begin(
        self, way: str, typed: Mapping[str, str], redirect: str, around: Surroundings
    ) -> SignedIn | AtBrowser:
        return AtBrowser("https://chirp.example/authorize?state=s1", "{}")

    async def finish(self, way: str, kept: str, answer: Mapping[str, str], around: Surroundings) -> SignedIn:
        return await ChirpConnector.begin(self, way, {"token": TOKEN}, "", around)


class BrowserToo(AtTheBrowser):
    """Is right where a token is typed, and takes whatever comes back from the browser."""

    async def begin(
        self, way: str, typed: Mapping[str, str], redirect: str, around: Surroundings
    ) -> SignedIn | AtBrowser:
        if way != "browser":
            return await ChirpConnector.begin(self, way, typed, redirect, around)
        return await super().begin(way, typed, redirect, around)


BROWSER = replace(MANIFEST, ways=(Way("browser", WayKind.BROWSER, "Sign in with the browser"),))


class Browsing(ChirpScenario):
    typed: Mapping[str, str] = {}
    wrong: Mapping[str, str] = {}
    other: Mapping[str, str] = {}


class Expiring(ChirpScenario):
    def expire(self) -> bool:
        return True


BROKEN: dict[str, Callable[[], Subject]] = {
    "manifest": lambda: chirp(manifest=with_words_for_secret()),
    "capabilities_are_the_manifests": lambda: chirp(OffersMore),
    "signs_in": lambda: chirp(connector=NoName),
    "access_is_told": lambda: chirp(TellsLess),
    "wrong_keys": lambda: chirp(connector=Lenient),
    "other_account": lambda: chirp(connector=Lenient),
    "state_compared": lambda: chirp(connector=AtTheBrowser, manifest=BROWSER, scenario=Browsing),
    "consent_refused": lambda: chirp(connector=AtTheBrowser, manifest=BROWSER, scenario=Browsing),
    "revoked": lambda: chirp(AlwaysWell),
    "renewed": lambda: chirp(scenario=Expiring),
}
