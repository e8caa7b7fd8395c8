"""Keeps account of the units that a project of Google's may use in a day, in a file; decides what they are for.

Facts are from the YouTube Data API's "Quota and Compliance Audits" and "Quota Calculator": 10,000 units a day where
nobody asked for more, for all accounts of one project together, refilled at midnight Pacific time; a failed call costs
as much as one that went well. In a file because a sign-in, a reading and a reading again each have a session of theirs,
and tomorrow's start of the program must know of today's calls.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import failed
from socialdesk.connectors.kit.ledger import Ledger, OfADay, file_of
from socialdesk.model.failure import FailureKind
from socialdesk.support.clock import Clock

UNITS = 10_000
"""What a project has in a day until Google grants more."""
SEND = 50
"""What one answer, deletion or moderation costs."""
_KEPT_SHARE = 0.3
"""The part of a day that only sends may use: 60 of them with the usual 10,000 units."""
_AHEAD = 0.25
"""Readings may be so much of the day ahead of the clock; then they wait until it has caught up."""
_AHEAD_BESIDE = 0.1
"""The same for what is only looked at again."""
_NOTHING_LEFT = (
    "What Google allows this app for a day is used up. It goes on by itself after midnight in California; more can be"
    " asked for in Google's console."
)
_NO_READING_LEFT = (
    "What Google allows this app for a day of reading is used up; answers still leave. It goes on by itself after"
    " midnight in California; more can be asked for in Google's console."
)
_PACIFIC = ZoneInfo("America/Los_Angeles")
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Day(OfADay):
    """What was used on one Pacific day."""

    read: int = 0
    sent: int = 0
    is_spent: bool = False
    """Google itself said that nothing is left, whatever we counted: other programs may use the project, too."""


class Quota:
    """The units of one project; objects on the same file share them."""

    def __init__(self, folder: Path, client_id: str, units: int, clock: Clock) -> None:
        self._days = Ledger(file_of(folder, "quota", client_id), _Day, _PACIFIC, clock)
        self.units = units
        """What there is in a day."""
        self._clock = clock

    @property
    def kept(self) -> int:
        """Units that no reading may use."""
        return int(self.units * _KEPT_SHARE)

    def take(self, units: int = 1, *, is_send: bool = False) -> None:
        """Count a call that is about to be made. Raises ConnectorError RateLimited where it must not be."""
        today = self._days.today()
        if today.is_spent or today.read + today.sent + units > self.units:
            raise self._none_left(_NOTHING_LEFT)
        if not is_send and today.read + max(today.sent, self.kept) + units > self.units:
            raise self._none_left(_NO_READING_LEFT)
        self._count(today, units, is_send=is_send)

    def give_back(self, units: int, *, is_send: bool = False) -> None:
        """A call that was counted has not left."""
        self._count(self._days.today(), -units, is_send=is_send)

    def spent(self) -> ConnectorError:
        """Google says that nothing is left today; gives the error to raise."""
        today = self._days.today()
        self._days.keep(replace(today, is_spent=True))
        return self._none_left(_NOTHING_LEFT)

    def allows(self, units: int, *, beside: bool = False) -> bool:
        """Whether so many units for reading keep with the clock: an even day never ends before midnight.

        `beside` is for what is only looked at again; that yields first.
        """
        today = self._days.today()
        if today.is_spent:
            return False
        passed = 1 - (self.resets_at() - self._clock.now()) / _DAY
        most = (self.units - self.kept) * min(1.0, passed + (_AHEAD_BESIDE if beside else _AHEAD))
        return today.read + units <= most

    def resets_at(self) -> datetime:
        """When the day of the project ends: the next midnight Pacific time."""
        return self._days.ends_at()

    def used(self) -> tuple[int, int]:
        """Units used today for reading, and for sends."""
        today = self._days.today()
        return today.read, today.sent

    def _none_left(self, sentence: str) -> ConnectorError:
        return failed(FailureKind.RATE_LIMITED, sentence, code="quota", retry_at=self.resets_at())

    def _count(self, today: _Day, units: int, *, is_send: bool) -> None:
        read, sent = (0, units) if is_send else (units, 0)
        self._days.keep(replace(today, read=max(0, today.read + read), sent=max(0, today.sent + sent)))
