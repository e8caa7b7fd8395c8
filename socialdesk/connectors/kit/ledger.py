"""Keeps what was used on one day in a file, for networks that count by the day; knows no unit, no price and no limit.

In a file because a sign-in, a reading and a reading again each have a session of theirs, and tomorrow's start of the
program must know of today's.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from datetime import datetime, time, timedelta, tzinfo
from hashlib import sha256
from pathlib import Path
from typing import Any, Generic, TypeVar

from socialdesk.support.clock import Clock
from socialdesk.support.paths import make_private_folder, write_private


@dataclass(frozen=True, slots=True)
class OfADay:
    """What was used on a day; a subclass adds its numbers, each with its beginning as the default."""

    day: str


_Day = TypeVar("_Day", bound=OfADay)


def file_of(folder: Path, name: str, whose: str) -> Path:
    """Where it stands: `name` is what is counted, `whose` what it is counted for."""
    return folder / f"{name}-{sha256(whose.encode()).hexdigest()[:16]}.json"


class Ledger(Generic[_Day]):
    """The days of one account or app; ledgers on the same file share them."""

    def __init__(self, file: Path, kind: type[_Day], zone: tzinfo, clock: Clock) -> None:
        """A day begins at midnight in `zone`."""
        self._file = file
        self._kind = kind
        self._zone = zone
        self._clock = clock

    def today(self) -> _Day:
        """What was used today so far; nothing where the file says nothing of today."""
        day = self._clock.now().astimezone(self._zone).date().isoformat()
        try:
            said: dict[str, Any] = json.loads(self._file.read_text(encoding="utf-8"))
            numbers = {one.name: type(one.default)(said[one.name]) for one in fields(self._kind) if one.name != "day"}
            return self._kind(day, **numbers) if said["day"] == day else self._kind(day)
        except (OSError, ValueError, KeyError, TypeError):
            return self._kind(day)

    def keep(self, today: _Day) -> None:
        """Write down what was used."""
        make_private_folder(self._file.parent)
        write_private(self._file, json.dumps(asdict(today)))

    def ends_at(self) -> datetime:
        """When the day is over: the next midnight there."""
        now = self._clock.now()
        day = now.astimezone(self._zone).date() + timedelta(days=1)
        return datetime.combine(day, time(), self._zone).astimezone(now.tzinfo)
