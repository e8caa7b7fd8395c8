"""Keeps what Meta says of how much is used, and says when reading must wait; makes no request.

`X-App-Usage` is {call_count, total_time, total_cputime} in percent; `X-Business-Use-Case-Usage` has lists of the same
by account, with the minutes until more is allowed (Graph API, Rate Limiting). A desktop is never told of what happens,
it looks: so what looks gives way early to what a person sends.
"""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

from socialdesk.connectors.graph.errors import POLICY_CODE, TOO_MUCH
from socialdesk.connectors.graph.reading import objects
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import failed
from socialdesk.model.failure import FailureKind

SLOW_AT, STOP_AT = 75, 95
SLOW_FOR = timedelta(minutes=5)
_SHARES = ("call_count", "total_time", "total_cputime")
_REGAIN = "estimated_time_to_regain_access"
KEPT = "Most of what the network allows is used; what is left is kept for your answers. It goes on by itself."


class Usage:
    """How much of its allowance one account has used."""

    def __init__(self) -> None:
        self.percent = 0
        self._noted: datetime | None = None
        self._closed_until: datetime | None = None
        self._refusals = 0

    def note(self, headers: dict[str, str], now: datetime) -> None:
        """Take what an answer says; one that says nothing changes nothing."""
        entries = [*_listed(headers.get("x-app-usage", "")), *_listed(headers.get("x-business-use-case-usage", ""))]
        if not entries:
            return
        self.percent = max(_share(one) for one in entries)
        self._noted = now
        minutes = max(_int(one.get(_REGAIN)) for one in entries)
        if minutes > 0:
            self._closed_until = now + timedelta(minutes=min(minutes, 24 * 60))

    def refused(self, error: ConnectorError, now: datetime) -> ConnectorError:
        """Take an error; one that says "too much" closes the way until the moment it gets.

        That is the one the network told; where it told none, five minutes, then each time twice as long up to an hour.
        """
        failure = error.failure
        if failure.kind is not FailureKind.RATE_LIMITED:
            return error
        if failure.code.split(" ")[-1].startswith(f"{POLICY_CODE}/"):
            return error  # what is refused for a while is one sort of act, and reading goes on
        told = self._closed_until if self._closed_until is not None and self._closed_until > now else None
        wait = min(SLOW_FOR * 2**self._refusals, timedelta(hours=1))
        self._refusals = min(self._refusals + 1, 8)
        self._closed_until = max(told or now + wait, failure.retry_at or now)
        return failed(failure.kind, failure.sentence, code=failure.code, retry_at=self._closed_until)

    def went_well(self) -> None:
        """A call was taken."""
        self._refusals = 0

    def before_round(self, now: datetime) -> None:
        """Raises ConnectorError RateLimited when a round of reading must wait for what people send."""
        if self.percent >= SLOW_AT and self._noted is not None and now < self._noted + SLOW_FOR:
            raise failed(FailureKind.RATE_LIMITED, KEPT, code=f"usage {self.percent}", retry_at=self._noted + SLOW_FOR)

    def before_call(self, now: datetime, *, is_send: bool) -> None:
        """Raises ConnectorError RateLimited while the network takes nothing, or nearly nothing."""
        if self._closed_until is not None and now < self._closed_until:
            raise failed(FailureKind.RATE_LIMITED, TOO_MUCH, code="regain", retry_at=self._closed_until)
        if not is_send and self.percent >= STOP_AT and self._noted is not None and now < self._noted + SLOW_FOR:
            raise failed(FailureKind.RATE_LIMITED, KEPT, code=f"usage {self.percent}", retry_at=self._noted + SLOW_FOR)


def _listed(text: str) -> list[dict[str, Any]]:
    try:
        said: Any = json.loads(text) if text else {}
    except ValueError:
        return []
    if not isinstance(said, dict):
        return []
    found: dict[str, Any] = said  # pyright: ignore[reportUnknownVariableType]
    lists = [entries for value in found.values() if (entries := objects(value))]
    if lists:
        return [one for entries in lists for one in entries]
    return [found] if found else []


def _share(entry: dict[str, Any]) -> int:
    return max(_int(entry.get(one)) for one in _SHARES)


def _int(value: Any) -> int:
    try:
        return int(float(value))
    except (TypeError, ValueError, OverflowError):
        return 0
