"""Gives what a channel can do, as data that composer, validator and dispatcher all read."""

from __future__ import annotations

import re
from dataclasses import field
from datetime import timedelta
from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # The first frame needs to know what can be done, not how fast.
    from socialdesk.model.pacing import Budget
from socialdesk.support.values import StrEnum, value_class

_LINK = re.compile(r"https?:|[^\W_]\.[^\W\d_]{2}", re.IGNORECASE)
"""An address, with or without what a browser adds: a point between a name and an ending makes a link on X, too."""


class Level(IntEnum):
    """How far a platform lets us do one thing."""

    FORBIDDEN = -2
    UNSUPPORTED = -1
    UNKNOWN = 0
    PARTIAL = 1
    FULL = 2


class TextUnit(StrEnum):
    """What a platform counts when it limits the length of a text."""

    GRAPHEMES = "graphemes"
    UTF16 = "utf16"
    BYTES = "bytes"
    WEIGHTED_280 = "weighted_280"
    CODE_POINTS = "code_points"
    EMOJI_BYTES = "emoji_bytes"
    """Code points, but emoji by their UTF-8 bytes."""


class Idempotency(StrEnum):
    """How a platform recognises a request that is sent a second time."""

    NONE = "none"
    RESERVED_ID = "reserved_id"
    CLIENT_KEY = "client_key"


@value_class(frozen=True, slots=True)
class TextLimit:
    """The longest text a platform takes: every (unit, number) must hold."""

    unit: TextUnit
    most: int
    bytes_most: int | None = None
    url_length: int | None = None
    """What every link counts, however long it is; None where it counts as it stands."""
    mentions_are_local: bool = False
    """Whether of `@person@server` only `@person` counts."""


@value_class(frozen=True, slots=True)
class AttachmentLimit:
    """Which pictures a platform takes with one answer; every limit must hold."""

    most: int
    types: tuple[str, ...]
    bytes_most: int
    side_most: int = 20_000
    """The longer side in pixels."""


@value_class(frozen=True, slots=True)
class Price:
    """What a platform charges for one answer, in thousandths of a US dollar."""

    mills: int
    with_link_mills: int
    """The same for an answer that has a link in it."""

    def of(self, text: str) -> int:
        """What sending a text costs at most."""
        return self.with_link_mills if has_link(text) else self.mills


def has_link(text: str) -> bool:
    """Whether a platform may find a link in a text: rather one too many, where it costs money."""
    return _LINK.search(text) is not None


@value_class(frozen=True, slots=True)
class Capabilities:
    """What one channel can do for one kind of thread."""

    text: TextLimit
    levels: dict[str, Level] = field(default_factory=dict[str, Level])
    """By act: reply, reply_all, reply_privately, like, delete, hide, remove, block, report, mute, edit, read.

    One that is missing is unsupported.

    `delete` is of own messages, `remove` of what others wrote.
    """
    reply_window: timedelta | None = None
    """How long after the contact's newest message an answer is taken; None for ever."""
    idempotency: Idempotency = Idempotency.NONE
    visibility_lag: timedelta = timedelta(seconds=10)
    """How long an own message may stay invisible after it was accepted; look-ups must wait that long."""
    attachments: AttachmentLimit | None = None
    """Which pictures go with an answer; None for none."""
    budgets: tuple[Budget, ...] = ()
    """How much the platform lets an account do; the same for all kinds of threads. Empty where it does not say."""
    price: Price | None = None
    """What an answer costs; None where it costs nothing."""
    reply_window_in: str = ""
    """What the platform's names of the threads begin with that `reply_window` is for; "" for all of them."""

    def window_in(self, thread_remote_id: str) -> timedelta | None:
        """How long after the contact's newest message an answer is taken in a thread; None for ever."""
        return self.reply_window if thread_remote_id.startswith(self.reply_window_in) else None

    def level(self, act: str) -> Level:
        """How far `act` can be done here."""
        return self.levels.get(act, Level.UNSUPPORTED)

    def can(self, act: str) -> bool:
        """Whether `act` can be done at least in part."""
        return self.level(act) >= Level.PARTIAL
