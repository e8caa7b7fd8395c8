"""Keeps what servers allow and when they want a pause, as their answers say it; asks nobody anything itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from socialdesk.connectors.kit import meter
from socialdesk.connectors.kit.meter import Left
from socialdesk.model.failure import FailureKind
from socialdesk.support.clock import from_ms

Headers = Mapping[str, str]
"""What a server said beside its answer; the names in small letters."""

_KEPT_SHARE = 0.1
"""The share of a server's budget that only sends may use."""
_LEAST_SHARED = 20
"""A budget smaller than this is not worth sharing out."""
_A_MOMENT = 1_000_000_000
_MOST_DIGITS = 12
_LONGEST_PAUSE = timedelta(days=1)
"""No budget of a network is longer; a server that says more is not waited for that long."""


class Limits:
    """The budgets and the pauses of all servers, each by its host and its scope: see `Http.ask`."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        """`now` gives the time: by this machine's clock, and aware."""
        self._now = now
        self._closed_until: dict[meter.Limit, datetime] = {}
        self._budgets: dict[meter.Limit, Left] = {}
        self._guessed: set[meter.Limit] = set()
        """Whose pauses nobody has told the end of."""

    def let_through(self, host: str, scope: str, *, is_send: bool) -> None:
        """Raises ConnectorError while the server wants a pause, and for reads while what is left is kept for sends."""
        from socialdesk.connectors.kit.failures import failed

        pause = self._closed_until.get((host, scope))
        if pause is not None and pause > self._now():
            raise failed(
                FailureKind.RATE_LIMITED,
                f"{host} allows more later. It goes on by itself.",
                code="budget",
                retry_at=pause,
            )
        if not is_send and (wait_until := self._kept_for_sends(host, scope)) is not None:
            # A person waits for what is sent; what is read comes a little later and nobody notices.
            raise failed(
                FailureKind.RATE_LIMITED,
                f"{host} allows little more for now; what is left is kept for your answers. It goes on by itself.",
                code="kept for sends",
                retry_at=wait_until,
            )

    def note(self, host: str, scope: str, status: int, headers: Headers) -> None:
        """An answer came: keep the pause it asks for and what it says is left, and tell whoever counts."""
        if status == 429:
            self._closed_until[host, scope] = self.retry_at(headers)
            is_told = bool(headers.get("retry-after")) or self._reset(headers) is not None
            (self._guessed.discard if is_told else self._guessed.add)((host, scope))
        limit, remaining, used = (_number(_told(headers, word)) for word in ("limit", "remaining", "used"))
        if limit is None and remaining is not None and used is not None:
            limit = remaining + used
        until = self._reset(headers)
        left = None
        if limit is not None and remaining is not None and until is not None:
            left = self._budgets[host, scope] = Left(limit, remaining, until)
        meter.note((host, scope), left)

    def pause(self, host: str, scope: str, until: datetime) -> None:
        """Let nothing more through before `until`."""
        key = (host, scope)
        known = until if key in self._guessed else self._closed_until.get(key, until)
        self._closed_until[key] = max(until, known)
        self._guessed.discard(key)

    def forget(self) -> None:
        """Let everything through again, until a server speaks."""
        self._closed_until.clear()
        self._budgets.clear()
        self._guessed.clear()

    def retry_at(self, headers: Headers) -> datetime:
        """When a server that answered 429 or 503 wants to be asked again; a minute from now when it does not say."""
        after = headers.get("retry-after", "").strip()
        now = self._now()
        if after.isdecimal():
            seconds = int(after) if len(after) <= _MOST_DIGITS else _A_MOMENT
            return now + min(timedelta(seconds=min(seconds, _A_MOMENT)), _LONGEST_PAUSE)
        try:
            at = parsedate_to_datetime(after) if after else None
        except (ValueError, OverflowError):
            at = None
        if at is not None and at.tzinfo is None:
            at = at.replace(tzinfo=UTC)
        at = at or self._reset(headers)
        # What is over already by our clock was told by another one.
        return min(at, now + _LONGEST_PAUSE) if at is not None and at > now else now + timedelta(minutes=1)

    def _reset(self, headers: Headers) -> datetime | None:
        """When the present window of a budget ends: told as a moment, as seconds until then, or as a date."""
        told = _told(headers, "reset")
        seconds = _number(told)
        if seconds is None:
            try:
                at = datetime.fromisoformat(told)
            except ValueError:
                return None
            at = at if at.tzinfo is not None else None
        else:
            # Beyond the year 2286 no server means a moment: it may count in milliseconds.
            is_moment = _A_MOMENT < seconds < 10 * _A_MOMENT
            at = from_ms(seconds * 1000) if is_moment else self._now() + timedelta(seconds=min(seconds, _A_MOMENT))
        return None if at is None else min(at, self._now() + _LONGEST_PAUSE)

    def _kept_for_sends(self, host: str, scope: str) -> datetime | None:
        """Until when reads must wait so that sends do not have to; None when there is enough for both."""
        budget = self._budgets.get((host, scope))
        if budget is None or budget.until <= self._now() or budget.limit < _LEAST_SHARED:
            return None
        return budget.until if budget.remaining <= budget.limit * _KEPT_SHARE else None


def _told(headers: Headers, word: str) -> str:
    return headers.get(f"ratelimit-{word}") or headers.get(f"x-ratelimit-{word}", "")


def _number(told: str) -> int | None:
    """A whole number; some servers tell parts of one."""
    whole, _, part = told.strip().partition(".")
    return int(whole) if whole.isdecimal() and (not part or part.isdecimal()) and len(whole) <= _MOST_DIGITS else None
