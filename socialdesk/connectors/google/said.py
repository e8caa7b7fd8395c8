"""Reads what Google's APIs say of an error, in the one shape they share; decides nothing.

The shape is Google's "Errors" of its Cloud APIs: `{"error": {"code", "message", "status", "errors": [{"reason"}],
"details": [{"reason", "metadata"}]}}`. The reason in `errors` is the older one and the finer where there is one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from socialdesk.connectors.kit.http import Answer
from socialdesk.connectors.kit.parts import Wire, part, parts

RETIRED = (
    "Google no longer has the interface that this SocialDesk asks. Update SocialDesk; nothing that is here is lost."
)


@dataclass(frozen=True, slots=True)
class GoogleError:
    """An error as Google named it; empty where it did not."""

    http: int
    reason: str = ""
    """Such as `quotaExceeded`."""
    status: str = ""
    """Such as `PERMISSION_DENIED`."""
    detail: str = ""
    """Such as `SERVICE_DISABLED`."""
    allowed: str = ""
    """How many requests the limit allows that was met, as text: "0" where the API was never opened."""

    @property
    def code(self) -> str:
        """For the log: words of Google's and no others."""
        return " ".join(one for one in (str(self.http), self.reason or self.detail or self.status) if one)


def error_in(answer: Answer) -> GoogleError:
    """What an answer says of an error."""
    try:
        error = part(answer.json(), "error")
    except (ValueError, AttributeError):
        error = {}
    nothing: Wire = {}
    info = next((one for one in parts(error, "details") if one.get("reason")), nothing)
    first = next(iter(parts(error, "errors")), nothing)
    return GoogleError(
        answer.status,
        _word(first.get("reason")),
        _word(error.get("status")),
        _word(info.get("reason")),
        str(part(info, "metadata").get("quota_limit_value", ""))[:20],
    )


def is_switched_off(answer: Answer) -> bool:
    """Whether there is no such interface any more: it says so by a page for people and none of its errors (U)."""
    return answer.status in (404, 410) and answer.object() is None


def _word(value: Any) -> str:
    """A name is a word; anything longer may hold what we sent, and goes into no log."""
    return value if isinstance(value, str) and value.isidentifier() and len(value) < 60 else ""
