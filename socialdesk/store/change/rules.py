"""Puts rules and what they did; rows of what they did wait and are written together, after the threads they are in."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from socialdesk.model.identifiers import ChannelId, CommandId, ContactId, PersonId, PostId, ThreadId
from socialdesk.model.message import Message
from socialdesk.model.rule import Rule, to_words
from socialdesk.model.rule_clock import moments
from socialdesk.model.thread import Thread
from socialdesk.store import rows
from socialdesk.store.change.threads import Threads
from socialdesk.store.change.transaction import Known
from socialdesk.store.rule_past import DONE
from socialdesk.store.rule_rows import COLUMNS, JOINED, LISTED, Run, did_words, to_rule, to_run, trial_words
from socialdesk.support.clock import from_ms, optional_ms, to_ms

_ADD_RUN = (
    "INSERT INTO rule_run (id, rule_id, version, event, thread_id, happened_at, ran_at, reasons, did)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_ADD_LINE = "INSERT INTO happening (thread_id, happened_at, person_id, what, detail) VALUES (?, ?, NULL, 'rule', ?)"
RAN = "SELECT 1 FROM rule_run WHERE rule_id = ? AND version = ? AND event = ?"
RAN_AT = "SELECT 1 FROM rule_run WHERE thread_id = ? AND rule_id = ? AND version = ? AND happened_at = ? LIMIT 1"
LAST_RAN = (
    "SELECT event FROM rule_run WHERE rule_id = ? AND version = ? AND event >= ? AND event < ?"
    " ORDER BY event DESC LIMIT 1"
)
RUNS_SINCE = (
    "SELECT r.*, '' FROM rule_run r WHERE r.rule_id = ? AND r.id < ? AND r.undone_at IS NULL ORDER BY r.id DESC LIMIT ?"
)
CAME_IN = (
    "SELECT count(*) FROM (SELECT 1 FROM message WHERE channel_id = ? AND created_at > ? AND created_at <= ?"
    " AND direction = 'in' LIMIT ?)"
)
TIMERS_DUE = "SELECT at, thread_id, what FROM rule_timer WHERE at <= ? ORDER BY at LIMIT ?"
SINCE = (
    "SELECT * FROM message WHERE channel_id = ? AND created_at >= ? AND (created_at, id) > (?, ?) AND direction = 'in'"
    " AND deleted_at IS NULL ORDER BY created_at, id LIMIT ?"
)
SINCE_DELETED = SINCE.replace("deleted_at IS NULL", "deleted_at IS NOT NULL")
HEARD = (
    "SELECT max(m.created_at) FROM thread t JOIN message m ON m.thread_id = t.id"
    " WHERE (t.contact_id = ? OR t.id = ?) AND m.direction = 'in' AND m.created_at < ?"
)
NAMED = "SELECT 1 FROM note n, json_each(n.mentions) m WHERE n.thread_id = ? AND m.value = ? LIMIT 1"
CHANGED_SINCE = (
    "SELECT 1 FROM happening WHERE thread_id = ? AND happened_at >= ? AND person_id IS NOT NULL"
    " AND what IN (SELECT value FROM json_each(?)) AND (? = '' OR detail = ?) LIMIT 1"
)


class RuleRows(Threads):
    """The part of a change about rules."""

    def __init__(self, connection: Connection, known: Known) -> None:
        super().__init__(connection, known)
        self._new_runs: list[tuple[Any, ...]] = []
        self._new_lines: list[tuple[Any, ...]] = []
        self._ran: set[tuple[str, int, str]] = set()
        self._followers: dict[int, int | None] | None = None

    def flush(self) -> None:
        """Write what rules did, after the threads it was done to."""
        super().flush()
        if self._new_runs:
            runs, self._new_runs = self._new_runs, []
            self._many(_ADD_RUN, runs)
        if self._new_lines:
            lines, self._new_lines = self._new_lines, []
            self._many(_ADD_LINE, lines)

    # The list

    def rules(self) -> list[Rule]:
        """The rules of the workspace, in their order."""
        return [to_rule(row) for row in self._driver.execute(LISTED)]

    def rule(self, id_: str) -> Rule | None:
        """A rule, also one that was deleted."""
        row = self._driver.execute(f"SELECT {COLUMNS} FROM rule WHERE id = ?", (id_,)).fetchone()  # noqa: S608 - own names
        return None if row is None else to_rule(row)

    def put_rule(self, rule: Rule, by: PersonId | None, at: datetime) -> None:
        """Add a rule as the last one, or change it where it stands."""
        values = (
            to_words(rule),
            rule.version,
            int(rule.is_on),
            optional_ms(rule.on_from),
            rule.off_because,
            trial_words(rule.trial),
            rule.asked_by,
            to_ms(at),
            by,
        )
        self._driver.execute(
            "INSERT INTO rule (id, place, body, version, is_on, on_from_at, off_because, trial, asked_by, changed_at,"
            " person_id) VALUES (?, (SELECT coalesce(max(place), 0) + 1 FROM rule), ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET body = excluded.body, version = excluded.version, is_on = excluded.is_on,"
            " on_from_at = excluded.on_from_at, off_because = excluded.off_because, trial = excluded.trial,"
            " asked_by = excluded.asked_by, changed_at = excluded.changed_at, person_id = excluded.person_id,"
            " deleted_at = NULL",
            (rule.id, *values),
        )
        self._driver.execute(
            "INSERT OR IGNORE INTO rule_version (rule_id, version, body, saved_at, person_id) VALUES (?, ?, ?, ?, ?)",
            (rule.id, rule.version, to_words(rule), to_ms(at), by),
        )
        self._list_changed()

    def known_setting(self, key: str) -> str:
        """A setting of the workspace; empty where nobody chose."""
        self.flush()
        found = self._driver.execute("SELECT value FROM setting WHERE key = ?", (key,)).fetchone()
        return found[0] if found is not None else ""

    def drop_rule(self, id_: str, at: datetime) -> None:
        """Take a rule out of the list; what it did stays."""
        self._driver.execute(
            "UPDATE rule SET deleted_at = ?, is_on = 0, asked_by = NULL WHERE id = ?", (to_ms(at), id_)
        )
        self._list_changed()

    def _list_changed(self) -> None:
        self.touch("rule", 0)
        # What else the store keeps because of the rules is looked at anew.
        self.touch("setting", 0)

    def order_rules(self, ids: list[str]) -> None:
        """Let the rules stand in this order."""
        self._many("UPDATE rule SET place = ? WHERE id = ?", list(enumerate(ids, 1)))
        self.touch("rule", 0)

    # What they did

    def has_run(self, rule: Rule, event: str) -> bool:
        """Whether this version did its work at this event already."""
        key = (rule.id, rule.version, event)
        return key in self._ran or self._driver.execute(RAN, key).fetchone() is not None

    def last_run(self, rule: Rule, begin: str) -> str:
        """The last of the events whose name begins so that this version did its work at; empty for none."""
        self.flush()
        key = (rule.id, rule.version, begin, begin + "\uffff")
        found = self._driver.execute(LAST_RAN, key).fetchone()
        return found[0] if found is not None else ""

    def new_run_id(self) -> int:
        """The number of the next time a rule does its work."""
        return self._new_id("rule_run")

    def put_run(self, run: Run, reasons: str, line: str) -> None:
        """Write down that a rule did its work; `line` is what the conversation tells of it, empty for nothing."""
        self._ran.add((run.rule, run.version, run.event))
        happened = to_ms(run.happened_at)
        where = (run.rule, run.version, run.event, run.thread, happened, to_ms(run.ran_at))
        self._new_runs.append((run.id, *where, reasons, did_words(run.did)))
        if line:
            self._new_lines.append((run.thread, happened, line))
            self.touch("message", run.thread)
        self.touch("rule", 0)

    def runs_since(self, rule: str, before: int, most: int) -> list[Run]:
        """What a rule did that was not taken back, the newest first, from before the run of that number."""
        self.flush()
        return [to_run(row) for row in self._driver.execute(RUNS_SINCE, (rule, before, most)).fetchall()]

    def run(self, id_: int) -> Run | None:
        """One time a rule did its work, by its number."""
        self.flush()
        row = self._driver.execute("SELECT r.*, '' FROM rule_run r WHERE r.id = ?", (id_,)).fetchone()
        return to_run(row) if row is not None else None

    def has_run_at(self, rule: Rule, thread: ThreadId, happened: datetime) -> bool:
        """Whether this version did its work in a thread at something of that instant, under whatever name."""
        self.flush()
        values = (thread, rule.id, rule.version, to_ms(happened))
        return self._driver.execute(RAN_AT, values).fetchone() is not None

    def end_run(self, run: Run, at: datetime) -> None:
        """What a rule did was taken back, as far as it could be."""
        self._driver.execute(
            "UPDATE rule_run SET undone_at = ?, did = ? WHERE id = ?", (to_ms(at), did_words(run.did), run.id)
        )
        self.touch("rule", 0)
        self.touch("message", run.thread)

    def changed_since(self, thread: ThreadId, since: datetime, whats: Sequence[str], detail: str = "") -> bool:
        """Whether a person did one of these things to a thread since a moment."""
        self.flush()
        values = (thread, to_ms(since), json.dumps(list(whats)), detail, detail)
        return self._driver.execute(CHANGED_SINCE, values).fetchone() is not None

    # What they ask

    def channel_name(self, channel: ChannelId) -> str:
        """What a channel is called; empty when it is gone."""
        self.flush()
        found = self._driver.execute("SELECT name FROM channel WHERE id = ?", (channel,)).fetchone()
        return found[0] if found is not None else ""

    def came_in(self, channel: ChannelId, since: datetime, until: datetime, most: int) -> int:
        """How many messages came in on a channel after `since`; counted up to `most`."""
        self.flush()
        return self._driver.execute(CAME_IN, (channel, to_ms(since), to_ms(until), most)).fetchone()[0]

    def is_first_of(self, message: Message, contact: ContactId | None, thread: ThreadId) -> bool:
        """Whether who wrote a message had never written before."""
        self.flush()
        others = "SELECT 1 FROM thread WHERE contact_id = ? AND id != ? LIMIT 1"
        if contact is not None and self._driver.execute(others, (contact, thread)).fetchone() is not None:
            return False
        before = (
            "SELECT 1 FROM message WHERE thread_id = ? AND created_at < ? AND direction = 'in' AND author_remote_id = ?"
            " LIMIT 1"
        )
        values = (thread, to_ms(message.created_at), message.author_remote_id)
        return self._driver.execute(before, values).fetchone() is None

    def followers_of(self, contact: ContactId | None) -> int | None:
        """How many people follow a contact, where the platform tells."""
        if self._followers is None:
            # Whoever wrote on this page is known by now; nothing needs to be written to be read again.
            self._followers = {one.id: one.followers for one in self._contacts.values() if one is not None}
        if contact in self._followers:
            return self._followers[contact]
        self.flush()
        found = self._driver.execute("SELECT followers FROM contact WHERE id = ?", (contact,)).fetchone()
        return found[0] if found is not None else None

    def post_words(self, post: PostId | None) -> str:
        """Title and text of a post; empty where there is none."""
        if post is None:
            return ""
        self.flush()
        found = self._driver.execute("SELECT title, text FROM post WHERE id = ?", (post,)).fetchone()
        return "\n".join(found) if found is not None else ""

    def joined_to(self, contact: ContactId | None) -> list[int]:
        """The numbers of contacts that were found to be the same person as one, and are still."""
        self.flush()
        found = self._driver.execute(JOINED, (contact,))
        return [row[0] for row in found]

    def is_named(self, thread: ThreadId, person: PersonId) -> bool:
        """Whether any note in a thread names a member."""
        self.flush()
        return self._driver.execute(NAMED, (thread, person)).fetchone() is not None

    def leads(self) -> list[PersonId]:
        """The members who lead, those who look after everything after them."""
        self.flush()
        found = self._driver.execute(
            "SELECT id FROM person WHERE role IN ('lead', 'admin') ORDER BY role != 'lead', id"
        )
        return [PersonId(row[0]) for row in found]

    def last_heard(self, contact: ContactId | None, thread: ThreadId) -> datetime | None:
        """When a contact last wrote in any other thread than this one."""
        self.flush()
        found = self._driver.execute(
            "SELECT max(last_in_at) FROM thread WHERE contact_id = ? AND id != ?", (contact, thread)
        ).fetchone()
        return from_ms(found[0]) if found[0] is not None else None

    def heard_before(self, thread: Thread, at: datetime) -> datetime | None:
        """When the contact of a thread wrote the last time before a moment."""
        self.flush()
        found = self._driver.execute(HEARD, (thread.contact_id, thread.id, to_ms(at))).fetchone()
        return from_ms(found[0]) if found[0] is not None else None

    def channel_ids(self) -> list[ChannelId]:
        """All channels."""
        self.flush()
        return [ChannelId(row[0]) for row in self._driver.execute("SELECT id FROM channel ORDER BY id")]

    def inbound_since(
        self, channel: ChannelId, since: datetime, after: tuple[int, int], most: int, *, deleted: bool = False
    ) -> list[Message]:
        """What came in on a channel since a moment, in the order it was written, behind (`created_at` in ms, id).

        Without what was taken back since, or with `deleted` that alone.
        """
        self.flush()
        found = self._driver.execute(SINCE_DELETED if deleted else SINCE, (channel, to_ms(since), *after, most))
        return [rows.to_message(row) for row in found]

    # What waits

    def timers_due(self, now: datetime, most: int) -> list[tuple[datetime, ThreadId, str]]:
        """What the time has made happen, the earliest first."""
        self.flush()
        found = self._driver.execute(TIMERS_DUE, (to_ms(now), most)).fetchall()
        return [(from_ms(at), ThreadId(thread), what) for at, thread, what in found]

    def time_threads(self, after: int, most: int, now: datetime) -> int | None:
        """Set the timers of the next threads, of what is yet to come; the number of the last, None after all."""
        found = self.threads_after(after, most)
        whats = self._known.timers
        for thread in found:
            coming = {what: at for what, at in moments(thread, self._known.policy, whats).items() if at > now}
            self._set_timers(thread.id, coming)
        return found[-1].id if len(found) == most else None

    def threads_after(self, after: int, most: int) -> list[Thread]:
        """The threads behind a number, in their order."""
        self.flush()
        found = self._driver.execute("SELECT * FROM thread WHERE id > ? ORDER BY id LIMIT ?", (after, most)).fetchall()
        return [self._remember(row) for row in found]

    def lines_before(self, before: int, most: int) -> list[tuple[int, int, int, str, str]]:
        """What conversations tell from before a line, the newest first: number, thread, moment in ms, what, detail."""
        self.flush()
        return self._driver.execute(DONE, (before, most)).fetchall()

    def drop_timer(self, thread: ThreadId, what: str) -> None:
        """It has happened."""
        self._driver.execute("DELETE FROM rule_timer WHERE thread_id = ? AND what = ?", (thread, what))

    def lay_ready(self, thread: ThreadId, reply: int, run: int, at: datetime) -> None:
        """Lay a saved reply ready for the answer in a thread, in place of another one."""
        self.flush()
        self._driver.execute("INSERT OR REPLACE INTO rule_draft VALUES (?, ?, ?, ?)", (thread, reply, run, to_ms(at)))
        self.touch("message", thread)

    def take_away(self, thread: ThreadId, run: int | None = None) -> bool:
        """Lay nothing ready any more, or only not what one run did; whether there was something."""
        self.flush()
        where, values = ("", (thread,)) if run is None else (" AND run_id = ?", (thread, run))
        done = self._driver.execute(f"DELETE FROM rule_draft WHERE thread_id = ?{where}", values)  # noqa: S608 - own words
        if done.rowcount:
            self.touch("message", thread)
        return bool(done.rowcount)

    def acknowledged(self, thread: ThreadId, day: str) -> bool:
        """Whether something was acknowledged by itself in a thread that day."""
        self.flush()
        found = self._driver.execute("SELECT 1 FROM rule_answer WHERE thread_id = ? AND day = ?", (thread, day))
        return found.fetchone() is not None

    def answered_by_themselves(self, since: datetime, most: int) -> int:
        """How many automatic answers there were since a moment; counted up to `most`."""
        self.flush()
        found = self._driver.execute(
            "SELECT count(*) FROM (SELECT 1 FROM rule_answer WHERE at >= ? LIMIT ?)", (to_ms(since), most)
        )
        return found.fetchone()[0]

    def note_answer(self, thread: ThreadId, day: str, at: datetime, command: CommandId) -> None:
        """Something was acknowledged by itself."""
        self._driver.execute("INSERT OR IGNORE INTO rule_answer VALUES (?, ?, ?, ?)", (thread, day, to_ms(at), command))

    def put_call(self, run: Run, address: str, body: str) -> int:
        """Let a program elsewhere be told; gives the number of the call."""
        self.flush()
        id_ = self._new_id("rule_call")
        at = to_ms(run.ran_at)
        self._driver.execute(
            "INSERT INTO rule_call (id, run_id, rule_id, thread_id, address, body, next_try_at, made_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (id_, run.id, run.rule, run.thread, address, body, at, at),
        )
        return id_

    def end_call(self, id_: int, state: str, reason: str, next_try: datetime | None) -> bool:
        """Write how telling a program went; whether it was still waiting."""
        done = self._driver.execute(
            "UPDATE rule_call SET state = ?, reason = ?, tries = tries + (? != 'canceled'), next_try_at = ?"
            " WHERE id = ? AND state = 'queued'",
            (state, reason, state, optional_ms(next_try), id_),
        )
        self.touch("rule", 0)
        return bool(done.rowcount)
