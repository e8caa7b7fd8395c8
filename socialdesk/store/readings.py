"""Reads of the cache file what many places ask for: things by their numbers, short lists, what was decided last.

What only one screen reads lives in a module of that screen.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from socialdesk.model.channel import Channel
from socialdesk.model.contact import Contact
from socialdesk.model.delivery import IN_OUTBOX, Delivery
from socialdesk.model.identifiers import ChannelId, CommandId, ContactId, PersonId, PostId, ThreadId
from socialdesk.model.person import Person
from socialdesk.model.post import Post
from socialdesk.model.reply_policy import ALWAYS_A_DAY, ReplyPolicy, Windows
from socialdesk.model.thread import Kind, Thread
from socialdesk.model.triage_policy import USUAL, TriagePolicy
from socialdesk.model.view import View
from socialdesk.store import rows
from socialdesk.store.outbound import Outbound, to_outbound
from socialdesk.support.clock import from_ms, optional_from_ms, to_ms
from socialdesk.support.values import value_class

if TYPE_CHECKING:
    from socialdesk.model.saved_reply import SavedReply

log = logging.getLogger(__name__)


@value_class(frozen=True, slots=True)
class StreamState:
    """Where a stream goes on, and how its channel treats history."""

    cursor: str | None
    last_ok_at: datetime | None


@value_class(frozen=True, slots=True)
class Connected:
    """When a channel was connected, since when its messages have clocks, and the days of history asked for."""

    at: datetime
    clocks_from: datetime | None
    history_days: int


@value_class(frozen=True, slots=True)
class Result:
    """What became of a command: accepted, rejected or no_op."""

    command: CommandId
    seq: int
    outcome: str
    sentence: str


class Readings:
    """The readings of one open cache file."""

    def ask(self, statement: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> list[Any]:
        """The rows of one statement; they are of one moment without a transaction."""
        raise NotImplementedError

    def _one(self, statement: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> Any:
        found = self.ask(statement, parameters)
        return found[0] if found else None

    def setting(self, key: str) -> str | None:
        """A setting of the workspace."""
        found = self._one("SELECT value FROM setting WHERE key = ?", (key,))
        return None if found is None else found[0]

    def views(self) -> list[View]:
        """The saved views in their order: the team's and my own. Private ones of others are not shown to anybody."""
        found = self.ask(
            "SELECT * FROM view WHERE owner_id IS NULL OR owner_id IN (SELECT id FROM person WHERE is_me = 1)"
            " ORDER BY place, id"
        )
        return [rows.to_view(row) for row in found]

    def reply_policy(self) -> ReplyPolicy:
        """The opening hours and targets that count: the newest, or a day at any hour where nobody chose."""
        policy, windows = self._reply_policy(), self.reply_windows()
        return replace(policy, windows=windows) if windows else policy

    def reply_windows(self) -> Windows:
        """How long the channels' platforms take answers, as far as they were opened yet."""
        kept = self.setting(rows.WINDOWS)
        found: dict[str, dict[str, int | str]] = json.loads(kept) if kept else {}
        told = ((channel, kind, str(one)) for channel, kinds in found.items() for kind, one in kinds.items())
        return tuple(
            (ChannelId(int(channel)), Kind(kind), timedelta(minutes=int(minutes)), where)
            for channel, kind, one in told
            for minutes, _, where in (one.partition(" "),)
        )

    def _reply_policy(self) -> ReplyPolicy:
        found = self._one("SELECT policy, version FROM reply_policy ORDER BY version DESC LIMIT 1")
        if found is None:
            return ALWAYS_A_DAY
        from socialdesk.model.policy_form import NotAPolicy, read

        try:
            return read(*found)
        except NotAPolicy:
            # Written by hand, or for a zone that this machine does not know.
            log.warning("reply policy %s cannot be read; answers are due in a day at any hour", found[1])
            return replace(ALWAYS_A_DAY, version=found[1])

    def triage_policy(self) -> TriagePolicy:
        """What moves threads in the queue: the newest choice, or the usual where nobody chose."""
        found = self._one("SELECT policy, version FROM triage_policy ORDER BY version DESC LIMIT 1")
        if found is None:
            return USUAL
        from socialdesk.model.triage_form import NotATriage, read

        try:
            return read(*found)
        except NotATriage:
            log.warning("the order of the queue, version %s, cannot be read; the usual one counts", found[1])
            return replace(USUAL, version=found[1])

    def is_promising(self) -> bool:
        """Whether due times are still to follow from the newest policy."""
        found = self._one("SELECT is_promised FROM reply_policy ORDER BY version DESC LIMIT 1")
        return found is not None and not found[0]

    def counts(self, chips_of: str | None = None) -> dict[str, int]:
        """How many threads each view and chip holds; maintained, never counted.

        With the id of a view only its chips are read: of five counters that a channel has four are of chips, which
        nobody sees but those of the view that is shown.
        """
        if chips_of is None:
            return dict(self.ask("SELECT id, n FROM counter"))
        seen = "SELECT id, n FROM counter WHERE instr(id, '/') = 0 OR (id > ? AND id < ?)"
        return dict(self.ask(seen, (f"{chips_of}/", f"{chips_of}0")))

    def channels(self) -> list[Channel]:
        """All channels, in the order they were connected."""
        return [rows.to_channel(row) for row in self.ask("SELECT * FROM channel ORDER BY id")]

    def connected(self, channel: ChannelId) -> Connected:
        """When and how a channel was connected."""
        row = self._one("SELECT connected_at, clocks_from_at, history_days FROM channel WHERE id = ?", (channel,))
        return Connected(from_ms(row[0]), optional_from_ms(row[1]), row[2])

    def stream(self, channel: ChannelId, stream: str) -> StreamState:
        """Where a stream stands; empty before its first pull."""
        row = self._one(
            "SELECT cursor, last_ok_at FROM channel_stream WHERE channel_id = ? AND stream = ?", (channel, stream)
        )
        return StreamState(None, None) if row is None else StreamState(row[0], optional_from_ms(row[1]))

    def next_wake(self) -> datetime | None:
        """When the next snoozed thread comes back."""
        found = self._one("SELECT min(snoozed_until_at) FROM thread WHERE snoozed_until_at IS NOT NULL")
        return optional_from_ms(found[0])

    def standing(
        self, channel: ChannelId, since: datetime, most: int, before: tuple[int, int] | None = None
    ) -> list[tuple[str, tuple[int, int]]]:
        """The newest of a channel's messages since a moment that are not known to be deleted.

        Each by the platform's id, with its place; `before` is the place of the one after which to go on.
        """
        place = before if before is not None else (1 << 62, 0)
        found = self.ask(
            "SELECT external_id, created_at, id FROM message WHERE channel_id = ? AND created_at >= ?"
            " AND (created_at, id) < (?, ?) AND deleted_at IS NULL AND external_id IS NOT NULL"
            " ORDER BY created_at DESC, id DESC LIMIT ?",
            (channel, to_ms(since), *place, most),
        )
        return [(remote_id, (created, id_)) for remote_id, created, id_ in found]

    def people(self) -> list[Person]:
        """The members of the team; me first."""
        return [rows.to_person(row) for row in self.ask("SELECT * FROM person ORDER BY is_me DESC, id")]

    def saved_replies(self) -> list[SavedReply]:
        """The whole library, without what was deleted."""
        found = self.ask("SELECT * FROM saved_reply WHERE deleted_at IS NULL ORDER BY id")
        return [rows.to_saved_reply(row) for row in found]

    def tags(self) -> list[str]:
        """Every tag that is on a thread, by name."""
        # From tag to next tag along the index, however many threads have each.
        found = self.ask(
            "WITH RECURSIVE each (tag) AS (SELECT min(tag) FROM thread_tag UNION ALL"
            " SELECT (SELECT min(tag) FROM thread_tag WHERE tag > each.tag) FROM each WHERE each.tag IS NOT NULL)"
            " SELECT tag FROM each WHERE tag IS NOT NULL"
        )
        return sorted((row[0] for row in found), key=str.casefold)

    def tag_counts(self) -> list[tuple[str, int]]:
        """Every tag that is on a thread, by name, with how many threads bear it; not for the window's own thread."""
        found = self.ask("SELECT tag, count(*) FROM thread_tag GROUP BY tag")
        return sorted(((tag, int(many)) for tag, many in found), key=lambda one: (one[0].casefold(), one[0]))

    def languages(self) -> list[str]:
        """Every language that threads are in, however many there are in each."""
        found = self.ask(
            "WITH RECURSIVE each (one) AS (SELECT min(language) FROM thread UNION ALL"
            " SELECT (SELECT min(language) FROM thread WHERE language > each.one) FROM each WHERE each.one IS NOT NULL)"
            " SELECT one FROM each WHERE one IS NOT NULL"
        )
        return [row[0] for row in found]

    def contact(self, id_: ContactId) -> Contact | None:
        """A contact by its number."""
        row = self._one("SELECT * FROM contact WHERE id = ?", (id_,))
        return None if row is None else rows.to_contact(row)

    def post(self, id_: PostId) -> Post | None:
        """A post by its number."""
        row = self._one("SELECT * FROM post WHERE id = ?", (id_,))
        return None if row is None else rows.to_post(row)

    def threads(self, ids: Sequence[ThreadId]) -> list[Thread]:
        """These threads, those that are there, in no order."""
        found = self.ask("SELECT * FROM thread WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(list(ids)),))
        return [rows.to_thread(row) for row in found]

    def thread(self, id_: ThreadId) -> Thread | None:
        """A thread by its number."""
        row = self._one("SELECT * FROM thread WHERE id = ?", (id_,))
        return None if row is None else rows.to_thread(row)

    def threads_with(self, contact: ContactId) -> list[Thread]:
        """All threads of a contact."""
        return [rows.to_thread(row) for row in self.ask("SELECT * FROM thread WHERE contact_id = ?", (contact,))]

    def earlier_threads(self, contact: ContactId, but: ThreadId, most: int = 10) -> list[Thread]:
        """What else a contact wrote, the newest first."""
        found = self.ask(
            "SELECT * FROM thread WHERE contact_id = ? AND id != ? ORDER BY last_in_at DESC LIMIT ?",
            (contact, but, most),
        )
        return [rows.to_thread(row) for row in found]

    def load_by_person(self) -> dict[PersonId, int]:
        """How many open threads each member holds."""
        found = self.ask(
            "SELECT person.id, (SELECT count(*) FROM thread WHERE assignee_id = person.id AND status = 'open')"
            " FROM person"
        )
        return {PersonId(person): number for person, number in found if number}

    def message_count(self) -> int:
        """About how many messages there are: the newest number."""
        return self._one("SELECT max(id) FROM message")[0] or 0

    def outbox(self) -> list[Outbound]:
        """What has not had its effect on a platform, and what was refused, in the order it was given."""
        states = json.dumps([state.value for state in (*IN_OUTBOX, Delivery.REJECTED)])
        found = self.ask(
            "SELECT * FROM outbound WHERE state IN (SELECT value FROM json_each(?)) ORDER BY given_at", (states,)
        )
        return [to_outbound(row) for row in found]

    def outbound(self, command: CommandId) -> Outbound | None:
        """Where one act stands."""
        row = self._one("SELECT * FROM outbound WHERE command_id = ?", (command,))
        return None if row is None else to_outbound(row)

    def results(self, desk: str, after: int) -> list[Result]:
        """What became of a desk's commands after a number."""
        found = self.ask(
            "SELECT command_id, seq, outcome, sentence FROM command_result WHERE desk_id = ? AND seq > ? ORDER BY seq",
            (desk, after),
        )
        return [Result(CommandId(row[0]), *row[1:]) for row in found]

    def results_of(self, commands: Iterable[CommandId]) -> list[Result]:
        """What became of these commands, as far as they were decided."""
        found = self.ask(
            "SELECT command_id, seq, outcome, sentence FROM command_result"
            " WHERE command_id IN (SELECT value FROM json_each(?)) ORDER BY seq",
            (json.dumps(list(commands)),),
        )
        return [Result(CommandId(row[0]), *row[1:]) for row in found]

    def result(self, command: CommandId) -> Result | None:
        """What became of one command, if it was decided."""
        return next(iter(self.results_of([command])), None)

    def is_telling(self) -> bool:
        """Whether messages are still to be joined to the stories they tell."""
        return bool(self.ask("SELECT 1 FROM story_wanted LIMIT 1"))
