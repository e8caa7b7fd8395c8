"""Decides whether a reply still fits the thread its writer saw: the fence.

Promised: nobody answers past a word they have not read. Presence is only advice; this is the guarantee.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from socialdesk.model.automatic import is_automatic
from socialdesk.model.identifiers import CommandId, MessageId
from socialdesk.model.message import Direction, Message


class FenceReason(StrEnum):
    """Who spoke in between."""

    COLLEAGUE_ANSWERED = "colleague_answered"
    CONTACT_WROTE = "contact_wrote"


@dataclass(frozen=True, slots=True)
class Pass:
    """Nothing came in between."""


@dataclass(frozen=True, slots=True)
class Ask:
    """Stop and let the writer read `newer` first."""

    reason: FenceReason
    newer: Message


def is_window_open(last_in_at: datetime | None, window: timedelta, now: datetime) -> bool:
    """Whether a platform that takes answers for `window` after the contact's newest message still takes one."""
    return last_in_at is None or now < last_in_at + window


def may_send(reply: CommandId, based_on: MessageId, newer: Sequence[Message]) -> Pass | Ask:
    """Decide whether `reply` may go; `newer` are the thread's messages stored after `based_on`, oldest first.

    The reply itself and what its own writer sent in the meantime never stop it; nor does what is gone again, nor what a
    rule answered.
    """
    standing = [
        message
        for message in newer
        if message.id > based_on
        and message.command_id != reply
        and message.deleted_at is None
        and not is_automatic(message.command_id)
    ]
    mine = {message.person_id for message in newer if message.command_id == reply}
    for message in reversed(standing):
        if message.direction is Direction.IN:
            return Ask(FenceReason.CONTACT_WROTE, message)
        if message.external_id is not None and (message.person_id is None or message.person_id not in mine):
            return Ask(FenceReason.COLLEAGUE_ANSWERED, message)
    return Pass()
