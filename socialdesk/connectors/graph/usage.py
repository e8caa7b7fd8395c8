"""Keeps what Meta says of how much is used, and says when reading must wait; makes no request.

`X-App-Usage` is {call_count, total_time, total_cputime} in percent; `X-Business-Use-Case-Usage` has lists of the same
by account, with the minutes until more is allowed (Graph API, Rate Limiting). A desktop is never told of what happens,
it looks: so what looks gives way early to what a person sends.
"""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

from socialdesk.connectors.graph.errors import POLICY_CODE
from socialdesk.connectors.graph.reading import objects
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import failed
from socialdesk.connectors.kit.parts import as_object
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
        self._regain: datetime | None = None
        self._refusals = 0

    def note(self, headers: dict[str, str], now: datetime) -> datetime | None:
        """Take what an answer says, where it says something; gives when more is allowed, where nothing is now."""
        entries = [*_listed(headers.get("x-app-usage", "")), *_listed(headers.get("x-business-use-case-usage", ""))]
        if not entries:
            return None
        self.percent = max(_share(one) for one in entries)
        self._noted = now
        minutes = min(max(_int(one.get(_REGAIN)) for one in entries), 24 * 60)
        self._regain = now + timedelta(minutes=minutes) if minutes > 0 else None
        return self._regain

    def refused(self, error: ConnectorError, now: datetime) -> ConnectorError:
        """Take an error; one that says "too much" gets the moment until which nothing more is asked.

        That is the one the network told; where it told none, five minutes, then each time twice as long up to an hour.
        """
        failure = error.failure
        if failure.kind is not FailureKind.RATE_LIMITED:
            return error
        told = self._regain if self._regain is not None and self._regain > now else None
        if failure.retry_at is None and told is None:
            told = now + min(SLOW_FOR * 2**self._refusals, timedelta(hours=1))
            self._refusals = min(self._refusals + 1, 8)
        until = max(one for one in (told, failure.retry_at) if one is not None)
        return failed(failure.kind, failure.sentence, code=failure.code, retry_at=until)

    def went_well(self) -> None:
        """A call was taken."""
        self._refusals = 0

    def before_round(self, now: datetime) -> None:
        """Raises ConnectorError RateLimited when a round of reading must wait for what people send."""
        self._wait(SLOW_AT, now)

    def before_read(self, now: datetime) -> None:
        """Raises ConnectorError RateLimited while what is left must be kept for what people send."""
        self._wait(STOP_AT, now)

    def _wait(self, most: int, now: datetime) -> None:
        if self.percent >= most and self._noted is not None and now < self._noted + SLOW_FOR:
            raise failed(FailureKind.RATE_LIMITED, KEPT, code=f"usage {self.percent}", retry_at=self._noted + SLOW_FOR)


def is_of_one_act(error: ConnectorError) -> bool:
    """Whether what is refused for a while is one sort of act: then everything else goes on."""
    return error.failure.code.rpartition(" ")[2].startswith(f"{POLICY_CODE}/")


def _listed(text: str) -> list[dict[str, Any]]:
    try:
        said: Any = json.loads(text) if text else {}
    except ValueError:
        return []
    found = as_object(said)
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
