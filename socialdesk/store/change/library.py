"""Puts what the team keeps: results of commands, members, views, settings."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlalchemy import insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from socialdesk.model.identifiers import CommandId, PersonId
from socialdesk.model.person import Person
from socialdesk.store import schema
from socialdesk.store.change.transaction import Transaction
from socialdesk.support.clock import to_ms


class Library(Transaction):
    """The part of a change about people, words and settings."""

    def record_result(  # noqa: PLR0917 - the columns of one row, in their order
        self, command: CommandId, desk: str, seq: int, outcome: str, sentence: str, at: datetime
    ) -> None:
        """Say what became of a command, in the transaction of its effect."""
        values = {
            "command_id": command,
            "desk_id": desk,
            "seq": seq,
            "outcome": outcome,
            "sentence": sentence,
            "decided_at": to_ms(at),
        }
        self._db.execute(upsert(schema.command_result).values(values).on_conflict_do_nothing())
        self.touch("result", seq)

    def name_of(self, person: PersonId | None) -> str:
        """A member's name; empty when there is none."""
        return self._db.execute(select(schema.person.c.name).where(schema.person.c.id == person)).scalar() or ""

    def put_person(self, person: Person) -> Person:
        """Add or change a member; a number of 0 makes a new one."""
        values = {
            "name": person.name,
            "role": person.role.value,
            "is_me": int(person.is_me),
            "on_shift_until": person.on_shift_until,
        }
        if person.id:
            values["id"] = person.id
        id_ = self._db.execute(
            upsert(schema.person)
            .values(values)
            .on_conflict_do_update(index_elements=["id"], set_=values)
            .returning(schema.person.c.id)
        ).scalar_one()
        self.touch("person", id_)
        return replace(person, id=PersonId(id_))

    def set_setting(self, key: str, value: str) -> None:
        """Keep a setting of the workspace."""
        values = {"key": key, "value": value}
        self._db.execute(
            upsert(schema.setting).values(values).on_conflict_do_update(index_elements=["key"], set_=values)
        )
        self.touch("setting", 0)

    def log_event(self, at: datetime, person: PersonId | None, what: str, subject: str, detail: str = "") -> None:
        """Write down what somebody did to the workspace itself; nobody changes these lines."""
        values = {"at": to_ms(at), "person_id": person, "what": what, "subject": subject, "detail": detail}
        self._db.execute(insert(schema.event_log).values(values))
