"""Puts two threads of one person together and takes them apart: whose each row was is written down, none is lost.

The thread that goes away is taken out of its table whole and kept in `thread_merge`, so that no queue, counter or
search needs to know of it; what is said in it from then on is led to the thread that stays.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from typing import Any

from socialdesk.model.identifiers import ChannelId, MessageId, PersonId, ThreadId
from socialdesk.model.merging import Said, joined, parted
from socialdesk.model.thread import Kind, Thread
from socialdesk.store import prepared, rows, written_rows
from socialdesk.store.change import merged_rules
from socialdesk.store.change.messages import Messages
from socialdesk.support.clock import optional_from_ms, to_ms

_MOVED = {
    "message": "id",
    "note": "id",
    "happening": "id",
    "attachment": "id",
    "shielding": "message_id",
    "shield_evidence": "id",
    "outbound": "command_id",
    "saved_reply_use": "command_id",
    "rule_run": "id",
    "rule_call": "id",
}
"""What belongs to a thread and goes with it, by what each row is known by."""
_FOLLOWING = {"attachment": "message_id", "shielding": "message_id", "shield_evidence": "message_id",
              "outbound": "message_id"}  # fmt: skip
"""What goes where its message goes."""
_AMONG = "IN (SELECT value FROM json_each(?))"
_SAID = (
    "SELECT max(CASE WHEN direction = 'in' THEN created_at END),"
    " max(CASE WHEN direction = 'out' AND state IN ('sent', 'seen') THEN created_at END), max(id)"
    " FROM message WHERE thread_id = ?"
)


class CannotTakeApart(Exception):
    """Why two threads cannot be taken apart, in a sentence with a next step."""


class MergedThreads(Messages):
    """The part of a change about threads that are shown as one."""

    def merge_threads(self, kept: Thread, away: Thread, merge: str, by: PersonId, at: datetime) -> Thread:
        """Make one thread of two; gives the one that stays."""
        self.flush()
        moved: dict[str, list[Any]] = {}
        for table, key in _MOVED.items():
            found = self._driver.execute(f"SELECT {key} FROM {table} WHERE thread_id = ?", (away.id,))  # noqa: S608 - own words
            moved[table] = [one for (one,) in found]
        chained = [id_ for (id_,) in self._driver.execute("SELECT id FROM thread_merge WHERE into_id = ?", (away.id,))]
        stories = self._driver.execute(
            "SELECT message_id, story, said_at, hex(sketch) FROM story_member WHERE thread_id = ?", (away.id,)
        ).fetchall()
        together = joined(kept, away, self._known.policy)
        before = {
            "kept": _written(kept),
            "away": _written(away),
            "together": _written(together),
            "moved": moved,
            "chained": chained,
            "stories": [list(one) for one in stories],
            "rules": merged_rules.bring(self._driver, kept.id, away.id),
        }
        for table in _MOVED:
            self._driver.execute(f"UPDATE {table} SET thread_id = ? WHERE thread_id = ?", (kept.id, away.id))  # noqa: S608 - own words
        self._driver.execute("UPDATE thread_merge SET into_id = ? WHERE into_id = ?", (kept.id, away.id))
        self._driver.execute(
            "INSERT INTO thread_merge (id, into_id, from_id, channel_id, kind, remote_id, person_id, merged_at, before)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                merge,
                kept.id,
                away.id,
                away.channel_id,
                away.kind.value,
                away.remote_id,
                by,
                to_ms(at),
                json.dumps(before, ensure_ascii=False),
            ),
        )
        self._driver.executemany(
            "INSERT OR IGNORE INTO merged_message VALUES (?, ?)", [(id_, merge) for id_ in moved["message"]]
        )
        self._take_out(away, led_to=kept.id)
        self._stored.clear()
        self.touch("message", kept.id)
        self.touch("message", away.id)
        self.hear_again(together.id)
        return self.put_thread(together)

    def unmerge_threads(self, merge: str) -> tuple[Thread, Thread]:
        """Take a merge back; gives the thread that stayed and the one that is shown again. Raises CannotTakeApart."""
        self.flush()
        found = self._driver.execute(
            "SELECT into_id, from_id, before FROM thread_merge WHERE id = ?", (merge,)
        ).fetchone()
        now = self.thread(ThreadId(found[0])) if found is not None else None
        if found is None or now is None:
            raise CannotTakeApart("These are two threads already.")
        newest = self.merges_into(now.id)[0]
        if newest != merge:
            raise CannotTakeApart("A third thread was put with these two since. Take that one apart first.")
        kept: dict[str, Any] = json.loads(found[2])
        was, away, together = (_read(kept[which]) for which in ("kept", "away", "together"))
        new = self._new_of_merge(merge, kept)
        self._put_back(away)
        self._give_back(now.id, away.id, kept, new)
        self._driver.execute("DELETE FROM thread_merge WHERE id = ?", (merge,))
        self._stored.clear()
        heard = set(new)
        self.put_thread(
            parted(away, together, now, self._said(away, heard, kept["moved"]["message"]), self._known.policy)
        )
        theirs_now = self.thread(away.id)
        ours = self.put_thread(
            parted(was, together, now, self._said(was, None, kept["moved"]["message"]), self._known.policy)
        )
        for id_ in (now.id, away.id):
            self.touch("message", id_)
            self.touch("thread", id_)
            self.hear_again(id_)
        assert theirs_now is not None
        return ours, theirs_now

    def _new_of_merge(self, merge: str, kept: dict[str, Any]) -> list[int]:
        """The messages that belong to a merge and came after it was made."""
        theirs = json.dumps([merge, *kept["chained"]])
        found = self._driver.execute(
            f"SELECT message_id FROM merged_message WHERE merge_id {_AMONG}"  # noqa: S608 - own words
            f" AND message_id NOT {_AMONG}",
            (theirs, json.dumps(kept["moved"]["message"])),
        )
        return [id_ for (id_,) in found]

    def _give_back(self, now: ThreadId, away: ThreadId, kept: dict[str, Any], new: list[int]) -> None:
        """Give a thread back what went over with it, what came for it since, and what hung on either."""
        for table, key in _MOVED.items():
            self._driver.execute(
                f"UPDATE {table} SET thread_id = ? WHERE thread_id = ? AND {key} {_AMONG}",  # noqa: S608 - own words
                (away, now, json.dumps(kept["moved"].get(table, []))),
            )
        listed = json.dumps(new)
        self._driver.execute(f"UPDATE message SET thread_id = ? WHERE id {_AMONG}", (away, listed))  # noqa: S608 - own words
        for table, key in _FOLLOWING.items():
            self._driver.execute(f"UPDATE {table} SET thread_id = ? WHERE {key} {_AMONG}", (away, listed))  # noqa: S608 - own words
        self._driver.executemany(
            "INSERT OR REPLACE INTO story_member (thread_id, message_id, story, said_at, sketch)"
            " VALUES (?, ?, ?, ?, ?)",
            [(away, *one[:3], bytes.fromhex(one[3])) for one in kept["stories"]],
        )
        self._driver.execute(
            f"UPDATE thread_merge SET into_id = ? WHERE id {_AMONG}",  # noqa: S608 - own words
            (away, json.dumps(kept["chained"])),
        )
        if "rules" in kept:
            merged_rules.part(self._driver, now, away, kept["rules"])

    def merges_into(self, thread: ThreadId) -> list[str]:
        """The names of what was put into a thread, the newest first."""
        found = self._driver.execute(
            "SELECT id FROM thread_merge WHERE into_id = ? ORDER BY merged_at DESC, rowid DESC", (thread,)
        )
        return [id_ for (id_,) in found]

    def merges_with(self, channel: ChannelId) -> list[str]:
        """The names of all merges into whatever holds something of a channel, in the order they can be taken back."""
        self.flush()
        found = self._driver.execute(
            "SELECT id FROM thread_merge WHERE into_id IN (SELECT into_id FROM thread_merge g JOIN thread t"
            " ON t.id = g.into_id WHERE g.channel_id = ? OR t.channel_id = ?) ORDER BY merged_at DESC, rowid DESC",
            (channel, channel),
        ).fetchall()
        return [id_ for (id_,) in found]

    def merged_threads_since(self, merge: str) -> bool:
        """Whether threads of a person were put together since two contacts became that person by `merge`."""
        self.flush()
        found = self._driver.execute(
            "SELECT 1 FROM contact_merge c CROSS JOIN thread t ON t.contact_id = c.into_id"
            " CROSS JOIN thread_merge g ON g.into_id = t.id AND g.merged_at >= c.merged_at WHERE c.id = ? LIMIT 1",
            (merge,),
        ).fetchone()
        return found is not None

    def stands_for(self, thread: ThreadId) -> Thread | None:
        """A thread by its number, or the one it is shown as part of."""
        found = self.thread(thread)
        if found is not None:
            return found
        row = self._driver.execute("SELECT into_id FROM thread_merge WHERE from_id = ?", (thread,)).fetchone()
        return None if row is None else self.thread(ThreadId(row[0]))

    def merge_of(self, channel: ChannelId, kind: Kind, remote_id: str) -> str:
        """The merge that leads a platform's thread to another one; empty for a thread that is its own."""
        self.flush()
        row = self._driver.execute(
            "SELECT id FROM thread_merge WHERE channel_id = ? AND kind = ? AND remote_id = ?",
            (channel, kind.value, remote_id),
        ).fetchone()
        return "" if row is None else row[0]

    def belongs_to(self, message: MessageId, merge: str) -> None:
        """Write down with which merge a message goes when it is taken back."""
        self.flush()
        self._driver.execute("INSERT OR IGNORE INTO merged_message VALUES (?, ?)", (message, merge))

    def spoken_in(self, thread: Thread, message: MessageId | None) -> tuple[Thread, str]:
        """The thread as the platform knows it that a message is in, under the number of the one it is shown in.

        With the name of the merge that led it there; empty where it was never anywhere else.
        """
        self.flush()
        row = self._driver.execute(
            "SELECT g.id, g.channel_id, g.kind, g.remote_id FROM merged_message m"
            " JOIN thread_merge g ON g.id = m.merge_id WHERE m.message_id = ? AND g.into_id = ?",
            (message, thread.id),
        ).fetchone()
        if row is None:
            return thread, ""
        channel = ChannelId(row[1])
        last = self._driver.execute(
            "SELECT max(created_at) FROM message WHERE thread_id = ? AND channel_id = ? AND direction = 'in'",
            (thread.id, channel),
        ).fetchone()[0]
        there = replace(
            thread, channel_id=channel, kind=Kind(row[2]), remote_id=row[3], last_in_at=optional_from_ms(last)
        )
        return there, row[0]

    def _take_out(self, thread: Thread, led_to: ThreadId) -> None:
        self._follow(thread, None)
        self._threads.pop(thread.id, None)
        self._rows.pop(thread.id, None)
        self._by_remote[thread.channel_id, thread.kind, thread.remote_id] = led_to
        self._driver.execute("DELETE FROM thread WHERE id = ?", (thread.id,))
        self.touch("thread", thread.id)

    def _put_back(self, thread: Thread) -> None:
        self._by_remote[thread.channel_id, thread.kind, thread.remote_id] = thread.id
        self._rows[thread.id] = row = written_rows.thread_row(thread)
        self._driver.execute(prepared.ADD_THREAD, row)
        self._threads[thread.id] = thread
        self._follow(None, thread)

    def _said(self, thread: Thread, new: set[int] | None, moved: list[int]) -> Said:
        last_in, last_out, last_id = self._driver.execute(_SAID, (thread.id,)).fetchone()
        preview, is_own = self.newest_line(thread.id)
        # What came since: to the one that was away it is written down, to the other it follows what it knew.
        since = sorted(new) if new is not None else None
        if since is None:
            counted = self._driver.execute(
                "SELECT count(*) FROM message WHERE thread_id = ? AND id > ? AND direction = 'in'",
                (thread.id, max([thread.last_message_id, *moved])),
            )
        else:
            counted = self._driver.execute(
                f"SELECT count(*) FROM message WHERE direction = 'in' AND id {_AMONG}",  # noqa: S608 - own words
                (json.dumps(since),),
            )
        after = optional_from_ms(max((at for at in (last_out, _before(thread)) if at is not None), default=0))
        assert after is not None
        return Said(
            optional_from_ms(last_in),
            optional_from_ms(last_out),
            self.oldest_unanswered(thread.id, after),
            counted.fetchone()[0],
            preview,
            is_own,
            last_id or 0,
        )


def _before(thread: Thread) -> int | None:
    """What was written up to then has its place in the figures of the thread already."""
    return None if thread.last_in_at is None or thread.waiting_since is not None else to_ms(thread.last_in_at)


def _written(thread: Thread) -> dict[str, Any]:
    return dict(zip(rows.THREAD_COLUMNS, written_rows.thread_row(thread), strict=True))


def _read(row: dict[str, Any]) -> Thread:
    # What a merge of an earlier version did not write down was not known then.
    return rows.to_thread([row.get(name) for name in rows.THREAD_COLUMNS])
