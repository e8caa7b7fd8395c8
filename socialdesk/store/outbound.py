"""Gives what is to happen on a platform, as the outbox keeps it."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime
from typing import Any

from socialdesk.model.delivery import Delivery
from socialdesk.model.identifiers import ChannelId, CommandId, MessageId, PersonId, ThreadId
from socialdesk.model.message import Recipient
from socialdesk.model.outgoing import OutgoingPicture
from socialdesk.store.rows import recipients_written, to_recipients
from socialdesk.support.clock import from_ms, to_ms
from socialdesk.support.values import value_class


@value_class(frozen=True, slots=True)
class Outbound:
    """One act on a platform. `act` is answer, like, unlike, delete, or one of `model.moderation.NEEDS`.

    `target_remote_id` is the message, person or thread it concerns, `message_id` the row that tells of it.
    `key` is what the connector reserved before the first attempt; empty until then.
    """

    command: CommandId
    channel_id: ChannelId
    thread_id: ThreadId
    act: str
    target_remote_id: str
    text: str
    based_on: MessageId
    not_before: datetime
    given_at: datetime
    person_id: PersonId
    message_id: MessageId | None = None
    key: str = ""
    state: Delivery = Delivery.QUEUED
    state_reason: str = ""
    tries: int = 0
    batch: str = ""
    part: int = 0
    """Which part of `batch` it is, from 1; 0 for what is whole."""
    pictures: tuple[OutgoingPicture, ...] = ()
    recipients: tuple[Recipient, ...] = ()
    """Whom an answer to all goes to; empty for one that goes to the writer alone."""
    refusal: str = ""
    """Of an act that was refused: the kind of failure; "" where it was none of the platform's."""


@value_class(frozen=True, slots=True)
class Attempt:
    """One attempt at an act, on disk before its request."""

    command: CommandId
    number: int
    body_hash: str
    started_at: datetime


def from_outbound(outbound: Outbound) -> dict[str, Any]:
    """The columns of an outbound act."""
    return {
        "command_id": outbound.command,
        "channel_id": outbound.channel_id,
        "thread_id": outbound.thread_id,
        "message_id": outbound.message_id,
        "act": outbound.act,
        "target_remote_id": outbound.target_remote_id,
        "text": outbound.text,
        "based_on": outbound.based_on,
        "not_before_at": to_ms(outbound.not_before),
        "key": outbound.key,
        "state": outbound.state.value,
        "state_reason": outbound.state_reason,
        "tries": outbound.tries,
        "given_at": to_ms(outbound.given_at),
        "person_id": outbound.person_id,
        "batch": outbound.batch,
        "part": outbound.part,
        "pictures": json.dumps([asdict(one) for one in outbound.pictures]),
        "recipients": recipients_written(outbound.recipients),
        "refusal": outbound.refusal,
    }


def to_outbound(row: Any) -> Outbound:
    """An outbound act from all columns of its row, in the order of the table."""
    (command, channel, thread, message, act, target, text, based_on, not_before, key, state, reason, tries, given_at,
     person, batch, part, pictures, recipients, refusal) = row  # fmt: skip
    return Outbound(
        CommandId(command),
        ChannelId(channel),
        ThreadId(thread),
        act,
        target,
        text,
        MessageId(based_on),
        from_ms(not_before),
        from_ms(given_at),
        PersonId(person),
        None if message is None else MessageId(message),
        key,
        Delivery(state),
        reason,
        tries,
        batch,
        part,
        tuple(OutgoingPicture(**one) for one in json.loads(pictures)),
        to_recipients(recipients),
        refusal,
    )
