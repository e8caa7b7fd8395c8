"""Connectors that lose answers or double them, and acts that are not what they say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from socialdesk.connectors.kit.contract import (
    Answer,
    Intent,
    LikeMessage,
    Page,
    Receipt,
)
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.suite.chirp.scenario import ChirpScenario
from socialdesk.connectors.suite.chirp.session import ChirpSession
from socialdesk.connectors.suite.trial import Subject
from socialdesk.model.capability import Capabilities, Level
from socialdesk.model.event import MessageSeen
from socialdesk.model.failure import Certainty
from socialdesk.model.message import Place, Recipient
from socialdesk.model.thread import Kind
from socialdesk.support.ids import new_id
from tests.connectors.suite.breaking import (
    chirp,
    performing,
    reconciling,
)


async def sends_under_a_new_key(session: ChirpSession, intent: Intent) -> Receipt:
    return await ChirpSession.perform(session, replace(intent, key=new_id()))


async def takes_lost_for_not_sent(session: ChirpSession, intent: Intent) -> Receipt:
    try:
        return await ChirpSession.perform(session, intent)
    except ConnectorError as error:
        raise ConnectorError(replace(error.failure, certainty=Certainty.NOT_SENT)) from None


async def sends_twice(session: ChirpSession, intent: Intent) -> Receipt:
    await ChirpSession.perform(session, intent)
    return await ChirpSession.perform(session, replace(intent, key=intent.key + "x"))


async def finds_nothing(session: ChirpSession, intent: Intent) -> None:
    return None


class ByWords(ChirpSession):
    """Finds an answer by its words alone."""

    known: ClassVar[dict[str, Receipt]] = {}

    async def perform(self, intent: Intent) -> Receipt:
        receipt = await super().perform(intent)
        if isinstance(intent.action, Answer):
            ByWords.known[intent.action.text] = receipt
        return receipt

    async def reconcile(self, intent: Intent) -> Receipt | None:
        return ByWords.known.get(intent.action.text) if isinstance(intent.action, Answer) else None


async def does_not_like(session: ChirpSession, intent: Intent) -> Receipt:
    if isinstance(intent.action, LikeMessage):
        return Receipt("", session._clock.now())
    return await ChirpSession.perform(session, intent)


async def does_what_is_not_offered(session: ChirpSession, intent: Intent) -> Receipt:
    if isinstance(intent.action, Answer | LikeMessage):
        return await ChirpSession.perform(session, intent)
    return Receipt("", session._clock.now())


async def sends_too_long(session: ChirpSession, intent: Intent) -> Receipt:
    if isinstance(intent.action, Answer):
        cut = replace(intent.action, text=intent.action.text[:500])
        return await ChirpSession.perform(session, replace(intent, action=cut))
    return await ChirpSession.perform(session, intent)


async def takes_empty_for_sent(session: ChirpSession, intent: Intent) -> Receipt:
    if isinstance(intent.action, Answer) and not intent.action.text.strip():
        return Receipt("p0", session._clock.now())
    return await ChirpSession.perform(session, intent)


class ToOneOnly(ChirpSession):
    """Offers an answer to all, and leaves some of them out."""

    def capabilities(self, kind: Kind) -> Capabilities:
        can = super().capabilities(kind)
        return replace(can, levels={**can.levels, "reply_all": Level.FULL})

    async def pull(self, stream: str, cursor: str | None, deadline: datetime) -> Page:
        page = await super().pull(stream, cursor, deadline)
        cleo = Recipient(Place.CC, "cleo")
        messages = (replace(one, recipients=(cleo,)) if isinstance(one, MessageSeen) else one for one in page.events)
        return replace(page, events=tuple(messages))


class Unknowing(ChirpScenario):
    """The network knows nothing of a parameter that the connector sends."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.world.mistakes.append("GET /v1/changes: unknown name 'colour'")


BROKEN: dict[str, Callable[[], Subject]] = {
    "answers_once": lambda: performing(sends_twice),
    "alike_are_two": lambda: chirp(ByWords),
    "repeated": lambda: performing(sends_under_a_new_key),
    "lost_answers": lambda: performing(takes_lost_for_not_sent),
    "killed": lambda: reconciling(finds_nothing),
    "text_is_counted": lambda: performing(sends_too_long),
    "nonsense_is_refused": lambda: performing(takes_empty_for_sent),
    "answers_to_all": lambda: chirp(ToOneOnly),
    "acts_work": lambda: performing(does_not_like),
    "undeclared_refused": lambda: performing(does_what_is_not_offered),
    "asks_what_is_known": lambda: chirp(scenario=Unknowing),
}
