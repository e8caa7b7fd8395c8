"""Gives connected accounts: what they are, how they stand, and the words for it."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from socialdesk.model.identifiers import ChannelId
from socialdesk.support.values import value_class


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
