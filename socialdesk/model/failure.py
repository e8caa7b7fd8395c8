"""Gives what can go wrong with a platform, how sure we are that nothing was sent, and the sentence a person reads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class FailureKind(StrEnum):
    """The classes of failure that decide what happens next."""

    OFFLINE = "Offline"
    AUTH_EXPIRED = "AuthExpired"
    PERMISSION_DENIED = "PermissionDenied"
    RATE_LIMITED = "RateLimited"
    NOT_FOUND = "NotFound"
    GONE = "Gone"
    WINDOW_CLOSED = "WindowClosed"
    DUPLICATE = "Duplicate"
    INVALID = "Invalid"
    TRANSIENT = "Transient"
    SUSPENDED = "Suspended"
    """The platform has closed the account, moved it, or retired what we speak: a new sign-in would not help."""
    CURSOR_INVALID = "CursorInvalid"
    BUG = "Bug"


class Certainty(StrEnum):
    """What is known of a request that failed."""

    NOT_SENT = "not_sent"
    SENT = "sent"
    UNKNOWN = "unknown"


_FINAL = (FailureKind.NOT_FOUND, FailureKind.GONE, FailureKind.WINDOW_CLOSED, FailureKind.DUPLICATE)
"""Refused for what is not there any more, or is there already: the same act is refused for ever."""


def may_pass(refusal: str, *, has_words: bool) -> bool:
    """Whether the same act may be taken later; `refusal` is the kind by its value, "" for one that is not known.

    What is invalid with words of ours in it wants other words. Without any, it is what platforms say of all they have
    no better name for.
    """
    if not refusal or refusal in _FINAL:
        return False
    return refusal != FailureKind.INVALID or not has_words


@dataclass(frozen=True, slots=True)
class Failure:
    """What went wrong, without any secret or text of a message.

    `sentence` is for a community manager and holds the next step; `code` is the platform's own word, for the log.
    """

    kind: FailureKind
    sentence: str
    certainty: Certainty = Certainty.NOT_SENT
    code: str = ""
    retry_at: datetime | None = None
    field: str = ""
    """Of a sign-in: the key of what was typed that it is about; "" where it is about no single one."""

    @property
    def heals_itself(self) -> bool:
        """Whether waiting is all there is to do."""
        return self.kind in (FailureKind.OFFLINE, FailureKind.RATE_LIMITED, FailureKind.TRANSIENT)
