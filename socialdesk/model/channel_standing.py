"""Decides how a channel stands after something stood against reading it or sending there; knows no time."""

from __future__ import annotations

from datetime import timedelta

from socialdesk.model.channel import ChannelState
from socialdesk.model.failure import Failure, FailureKind

_STATE: dict[FailureKind, ChannelState] = {
    FailureKind.OFFLINE: ChannelState.OFFLINE,
    FailureKind.TRANSIENT: ChannelState.DELAYED,
    FailureKind.RATE_LIMITED: ChannelState.RATE_LIMITED,
    FailureKind.AUTH_EXPIRED: ChannelState.BAD_CREDENTIALS,
    FailureKind.PERMISSION_DENIED: ChannelState.LIMITED,
    FailureKind.SUSPENDED: ChannelState.SUSPENDED,
}
WAITS_FOR_A_PERSON = {
    ChannelState.BAD_CREDENTIALS: timedelta(minutes=5),
    ChannelState.SUSPENDED: timedelta(hours=1),
}
"""How often it is looked whether somebody has done something."""


def standing_after(failure: Failure, otherwise: str) -> tuple[ChannelState, str]:
    """The state and its sentence; `otherwise` is said where what failed makes no sense of a channel."""
    state = _STATE.get(failure.kind)
    if state is not None:
        return state, failure.sentence
    # What makes sense of one message makes none of a channel.
    return ChannelState.DELAYED, failure.sentence if failure.kind is FailureKind.NOT_FOUND else otherwise
