"""Keeps account of what a channel costs at X in a day, in a file; decides what may still be read and sent.

Prices are from X's documentation "Pricing" (pay per use, since 2026-02-06): each thing that is read costs once in a UTC
day, each act when it is done. Counted in thousandths of a US dollar. In a file because a sign-in, a reading and a
reading again each have a session of theirs, and tomorrow's start of the program must know of today's.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC
from pathlib import Path

from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import failed
from socialdesk.connectors.kit.ledger import Ledger, OfADay, file_of
from socialdesk.model.failure import FailureKind
from socialdesk.support.clock import Clock

POST, USER, MESSAGE = 5, 10, 10
"""What reading one of these costs."""
ANSWER, ANSWER_WITH_LINK, SEND_MESSAGE, MANAGE = 15, 200, 15, 5
"""What an act costs. An answer to who named the account costs 10, but X alone decides whether it is one."""
USUAL = 5_000
"""What a person lets a day cost until they say otherwise."""
LEAST = 100
_KEPT_SHARE = 1 / 3
"""The part of a day that only acts may use."""
_BESIDE_SHARE = 0.1
"""The part that looking again at what is known may use."""


@dataclass(frozen=True, slots=True)
class _Day(OfADay):
    """What was spent on one UTC day."""

    read: int = 0
    beside: int = 0
    sent: int = 0


class Spending:
    """The money of one channel; objects on the same file share it."""

    def __init__(self, folder: Path, account: str, most: int, clock: Clock) -> None:
        self._days = Ledger(file_of(folder, "spending", account), _Day, UTC, clock)
        self._most = most
        self._seen: tuple[str, set[str]] = ("", set())
        """What was paid for on a day; after a restart it is counted once more, never less."""

    def room(self, price: int, *, beside: bool = False) -> int:
        """How many things of a price may still be read today."""
        today = self._days.today()
        kept = max(int(self._most * _KEPT_SHARE), today.sent)
        left = self._most - kept - today.read - today.beside
        if beside:
            left = min(left, int(self._most * _BESIDE_SHARE) - today.beside)
        return max(0, left // price)

    def read(self, price: int, ids: Iterable[str], *, beside: bool = False) -> None:
        """Count what was read; what was read today already costs nothing more."""
        today = self._days.today()
        if self._seen[0] != today.day:
            self._seen = (today.day, set())
        new = set(ids) - self._seen[1]
        if new:
            self._seen[1].update(new)
            cost = price * len(new)
            self._days.keep(
                replace(today, beside=today.beside + cost) if beside else replace(today, read=today.read + cost)
            )

    def send(self, price: int) -> None:
        """Count an act that is about to be done. Raises ConnectorError RateLimited where it would be too much."""
        today = self._days.today()
        if today.read + today.beside + today.sent + price > self._most:
            raise self.used_up(is_send=True)
        self._days.keep(replace(today, sent=today.sent + price))

    def give_back(self, price: int) -> None:
        """An act that was counted was not done."""
        today = self._days.today()
        self._days.keep(replace(today, sent=max(0, today.sent - price)))

    def used_up(self, *, is_send: bool = False) -> ConnectorError:
        """The error for what would cost more than the day may."""
        dollars = f"${self._most / 1000:.2f}"
        sentence = (
            f"What X may cost this channel in a day, {dollars}, is used up. Answers still leave. It goes on by itself"
            " after midnight UTC; sign in again to allow more."
        )
        if is_send:
            sentence = (
                f"What X may cost this channel in a day, {dollars}, is used up. Nothing was sent. It goes on by itself"
                " after midnight UTC; sign in again to allow more."
            )
        return failed(FailureKind.RATE_LIMITED, sentence, code="spending", retry_at=self._days.ends_at())

    def spent(self) -> tuple[int, int]:
        """What was spent today on reading, and on acts."""
        today = self._days.today()
        return today.read + today.beside, today.sent
