"""Gives connected accounts: what they are, how they stand, and the words for it."""

from __future__ import annotations

from datetime import datetime, timedelta

from socialdesk.model.identifiers import ChannelId
from socialdesk.support.values import StrEnum, value_class


class ChannelState(StrEnum):
    """How a channel stands with its platform, as shown to people."""

    CONNECTING = "connecting"
    CATCHING_UP = "catching_up"
    LIVE = "live"
    DELAYED = "delayed"
    RATE_LIMITED = "rate_limited"
    OFFLINE = "offline"
    BAD_CREDENTIALS = "bad_credentials"
    LIMITED = "limited"
    SUSPENDED = "suspended"
    PAUSED = "paused"
    """By a person, until they let it go on."""
    LEAVING = "leaving"
    """It is disconnected at `state_until`, and can be kept until then."""
    DISCONNECTED = "disconnected"
    """Signed out; its threads stay to be read."""

    @property
    def is_at_work(self) -> bool:
        """Whether it is read and sent to as far as its platform lets us."""
        return self not in (ChannelState.PAUSED, ChannelState.LEAVING, ChannelState.DISCONNECTED)

    @property
    def is_connected(self) -> bool:
        """Whether there is a sign-in that stays."""
        return self not in (ChannelState.LEAVING, ChannelState.DISCONNECTED)

    @property
    def needs_person(self) -> bool:
        """Whether it stays like this until somebody does something."""
        return self in (ChannelState.BAD_CREDENTIALS, ChannelState.SUSPENDED, ChannelState.LIMITED)


@value_class(frozen=True, slots=True)
class Channel:
    """One connected account on a platform.

    `platform` names the connector. `mark` names the brand mark to draw; it is the platform's, save on the demo
    network, whose channels dress up as others. `server` is where the account lives, without any secret.
    """

    id: ChannelId
    platform: str
    mark: str
    name: str
    handle: str
    remote_id: str
    server: str
    state: ChannelState = ChannelState.CONNECTING
    state_since: datetime | None = None
    state_reason: str = ""
    """A sentence with a next step, for a person; empty while all is well."""
    state_until: datetime | None = None
    last_pull_at: datetime | None = None
    last_send_at: datetime | None = None


WARN_BEFORE = timedelta(days=7)
"""How long before a sign-in ends somebody is told."""


@value_class(frozen=True, slots=True)
class Access:
    """What the sign-in of a channel allows and until when, as it was last tried, and what it missed.

    `granted` is by the keys that the platform's manifest puts in words.
    """

    granted: tuple[tuple[str, bool], ...] = ()
    expires_at: datetime | None = None
    """None where it has no end of its own."""
    checked_at: datetime | None = None
    lost_at: datetime | None = None
    """Since when nothing was read because the last sign-in had ended."""
    mended_at: datetime | None = None
    """When all that came since then had been read; None while it has not."""
    brought: int = 0
    """How many messages that were."""

    @property
    def missing(self) -> tuple[str, ...]:
        """The keys of what was not granted."""
        return tuple(key for key, granted in self.granted if not granted)

    def ends_soon(self, now: datetime) -> bool:
        """Whether the end is so near that somebody should sign in again."""
        return self.expires_at is not None and self.expires_at - now <= WARN_BEFORE
