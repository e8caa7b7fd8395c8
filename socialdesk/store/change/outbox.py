"""Puts what is to happen on a platform, and how each attempt went."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from socialdesk.model.delivery import Delivery
from socialdesk.model.identifiers import ChannelId, CommandId, MessageId, ThreadId
from socialdesk.store import rows, schema
from socialdesk.store.change.transaction import Transaction
from socialdesk.store.outbound import Attempt, Outbound, from_outbound, to_outbound
from socialdesk.support.clock import optional_ms, to_ms


class OutboxRows(Transaction):
    """The part of a change about what goes out."""

    def put_outbound(self, outbound: Outbound) -> None:
        """Write what is to happen on a platform, or where it stands now."""
        values = from_outbound(outbound)
        self._db.execute(
            upsert(schema.outbound).values(values).on_conflict_do_update(index_elements=["command_id"], set_=values)
        )
        self.touch("outbox", outbound.thread_id)

    def outbound(self, command: CommandId) -> Outbound | None:
        """What a command is to do on a platform."""
        row = self._db.execute(select(schema.outbound).where(schema.outbound.c.command_id == command)).one_or_none()
        return None if row is None else to_outbound(row)

    def edits_of(self, thread: ThreadId, message: MessageId) -> list[Outbound]:
        """Every correction of a message, in the order they were given."""
        table = schema.outbound
        where = (table.c.thread_id == thread, table.c.act == "edit", table.c.message_id == message)
        found = self._db.execute(select(table).where(*where).order_by(table.c.given_at, table.c.command_id))
        return [to_outbound(row) for row in found]

    def command_of_key(self, channel: ChannelId, key: str) -> CommandId | None:
        """The command whose act was reserved under a platform's key."""
        table = schema.outbound
        where = (table.c.channel_id == channel, table.c.key == key)
        found = self._db.execute(select(table.c.command_id).where(*where)).scalar()
        return None if found is None else CommandId(found)

    def set_message_state(self, outbound: Outbound, state: Delivery, reason: str, not_before: datetime | None) -> None:
        """Let the message of an answer show where it stands; other acts have no message of their own."""
        if outbound.act != "answer" or outbound.message_id is None:
            return
        table = schema.message
        values = {"state": state.value, "state_reason": reason, "not_before_at": optional_ms(not_before)}
        self._db.execute(update(table).where(table.c.id == outbound.message_id).values(values))
        self.touch("message", outbound.thread_id)

    def first_attempt_at(self, command: CommandId) -> datetime | None:
        """When an act was first tried; every later attempt is the very same request."""
        table = schema.send_attempt
        where = (table.c.command_id == command, table.c.number == 1)
        return rows.optional_from_ms(self._db.execute(select(table.c.started_at).where(*where)).scalar())

    def attempt_is_open(self, command: CommandId, number: int) -> bool:
        """Whether nobody wrote how an attempt ended: its process died on the way."""
        table = schema.send_attempt
        where = (table.c.command_id == command, table.c.number == number, table.c.ended_at.is_(None))
        return self._db.execute(select(table.c.id).where(*where)).scalar() is not None

    def outbounds(self, *states: Delivery) -> list[Outbound]:
        """All in these states, in the order they were given."""
        table = schema.outbound
        statement = (
            select(table)
            .where(table.c.state.in_([s.value for s in states]))
            .order_by(table.c.given_at, table.c.command_id)
        )
        return [to_outbound(row) for row in self._db.execute(statement)]

    def parts_of(self, batch: str) -> list[Outbound]:
        """The parts of one long answer, in their order."""
        table = schema.outbound
        statement = select(table).where(table.c.batch == batch, table.c.batch != "").order_by(table.c.part)
        return [to_outbound(row) for row in self._db.execute(statement)]

    def record_attempt(self, attempt: Attempt) -> None:
        """Put the intent on disk; the request may leave only after the commit."""
        self._db.execute(
            insert(schema.send_attempt).values(
                command_id=attempt.command,
                number=attempt.number,
                body_hash=attempt.body_hash,
                started_at=to_ms(attempt.started_at),
            )
        )

    def end_attempt(self, command: CommandId, number: int, at: datetime, certainty: str, code: str) -> None:
        """Write how an attempt ended."""
        table = schema.send_attempt
        self._db.execute(
            update(table)
            .where(table.c.command_id == command, table.c.number == number)
            .values(ended_at=to_ms(at), certainty=certainty, code=code)
        )
