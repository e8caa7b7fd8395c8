"""Connectors that listen in a wrong way, and a right one beside them; answers with pictures; ends that are none."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from socialdesk.connectors.kit.contract import Answer, Intent, Receipt
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.suite.chirp.scenario import ChirpScenario
from socialdesk.connectors.suite.chirp.session import ChirpSession
from socialdesk.connectors.suite.chirp.stand_in import ChirpStandIn
from socialdesk.connectors.suite.stand_in import Asked, Said, route
from socialdesk.connectors.suite.trial import Subject
from socialdesk.model.capability import AttachmentLimit
from socialdesk.model.failure import FailureKind
from socialdesk.model.thread import Kind
from tests.connectors.suite.breaking import MANIFEST, chirp, reconciling
from tests.connectors.suite.broken_failing import Greedy


class Telling(ChirpStandIn):
    """A Chirp that answers when something happens."""

    def __init__(self) -> None:
        super().__init__()
        self.happened = asyncio.Event()

    def _tell(self, change: dict[str, Any]) -> None:
        super()._tell(change)
        self.happened.set()

    @route("GET", "/v1/wait", takes=("after",), scope="read")
    async def waited(self, asked: Asked) -> Said:
        while "after" in asked.query and len(self.changes) <= int(asked.query["after"]):
            self.happened.clear()
            await self.happened.wait()
        return Said(200, {"last": len(self.changes)})


class Tells(ChirpScenario):
    """The same world, told of."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        told = Telling()
        told.clock, told.posts, told.changes = self.clock, self.world.posts, self.world.changes
        self.stand_in = self.world = told


class Hears(ChirpSession):
    """Listens as it should."""

    async def listen(self, heard: Callable[[str], None]) -> None:
        last = (await self._wire.get("/v1/wait"))["last"]
        heard("mentions")
        while True:
            last = (await self._wire.get("/v1/wait", after=last))["last"]
            heard("mentions")


class TellsWhat(Hears):
    """Gives on what it heard."""

    async def listen(self, heard: Callable[[str], None]) -> None:
        await super().listen(lambda _: heard("Ada: Do you open on Sundays?"))


class GivesUp(Hears):
    """Takes a line that broke for one that is refused for good."""

    async def listen(self, heard: Callable[[str], None]) -> None:
        try:
            await super().listen(heard)
        except ConnectorError as error:
            raise ConnectorError(replace(error.failure, kind=FailureKind.INVALID)) from None


class Clings(Hears):
    """Does not let itself be cancelled."""

    async def listen(self, heard: Callable[[str], None]) -> None:
        try:
            await super().listen(heard)
        except asyncio.CancelledError:
            return


class Deaf(Hears):
    """Says that the line stands, and nothing more."""

    async def listen(self, heard: Callable[[str], None]) -> None:
        heard("mentions")
        await asyncio.Event().wait()


def hearing(session: type[ChirpSession] = Hears) -> Subject:
    """Chirp that listens."""
    return chirp(session, scenario=Tells)


class PassesThemOver(ChirpSession):
    """Neither looks at pictures nor sends them."""

    async def perform(self, intent: Intent) -> Receipt:
        if isinstance(intent.action, Answer):
            intent = replace(intent, action=replace(intent.action, pictures=()))
        return await super().perform(intent)


def with_pictures() -> Subject:
    """It says that it takes pictures, looks at none, and leaves them out."""
    can = replace(MANIFEST.by_kind[Kind.MENTION], attachments=AttachmentLimit(2, ("image/png",), 10_000))
    return chirp(PassesThemOver, manifest=replace(MANIFEST, by_kind={Kind.MENTION: can}))


class StaysSignedIn(ChirpSession):
    async def sign_out(self) -> None:
        return None


async def looks_by_its_own_clock(session: ChirpSession, intent: Intent) -> Receipt | None:
    found = await ChirpSession.reconcile(session, intent)
    return found if found is not None and found.at >= intent.recorded_at - timedelta(minutes=2) else None


BROKEN: dict[str, Callable[[], Subject]] = {
    "hears_at_once": lambda: hearing(TellsWhat),
    "broken_line_is_told": lambda: hearing(GivesUp),
    "listening_ends": lambda: hearing(Clings),
    "pictures_go": with_pictures,
    "pictures_are_limited": with_pictures,
    "signs_out": lambda: chirp(StaysSignedIn),
    "found_by_a_wrong_clock": lambda: reconciling(looks_by_its_own_clock),
    "budget_is_kept": lambda: chirp(Greedy),
}
