"""A reply policy of several promises for tests, and threads that they are about; moments are those of Paris."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from socialdesk.model.calendar import Calendar, Span
from socialdesk.model.condition import Field, Is
from socialdesk.model.fold import fold_message
from socialdesk.model.message import Direction
from socialdesk.model.reply_policy import Arrival, Promise, ReplyPolicy, Target, Unit
from socialdesk.model.thread import Thread
from tests.model.builders import message, thread

PARIS = ZoneInfo("Europe/Paris")
OFFICE = Calendar("Europe/Paris", (*((Span(9 * 60, 17 * 60),),) * 5, (), ()))
NIGHTS = Calendar("Europe/Paris", ((Span(22 * 60, 30 * 60),),) * 7)
URGENT = Promise("Urgent", Is(Field.PRIORITY, frozenset({"urgent"})), first=Target(15), next=Target(15))
REFUNDS = Promise("Refunds", Is(Field.TAG, frozenset({"refund"})), first=Target(60, Unit.OPEN_HOURS), next=Target(120))
AT_NIGHT = Promise("Nights", arrives=Arrival.CLOSED, calendar=NIGHTS, first=Target(30, Unit.OPEN_HOURS))
POLICY = ReplyPolicy(OFFICE, Target(240), Target(480), special=(URGENT, REFUNDS, AT_NIGHT))
DM = Is(Field.KIND, frozenset({"dm"}))


def paris(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=PARIS).astimezone(UTC)


def said(number: int, at: datetime, direction: Direction = Direction.IN) -> Any:
    return replace(message(number, 0, direction), created_at=at)


def asked(at: str, **changes: Any) -> Thread:
    return fold_message(thread(**changes), said(1, paris(at)), policy=POLICY)
