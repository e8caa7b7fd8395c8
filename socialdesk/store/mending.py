"""Joins what was salvaged: gives lost rows that others refer to a stand-in, and decides what may still be sent.

Runs on the new file inside the transaction that fills it. Nothing here makes up words that nobody wrote.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from socialdesk.model.reply_policy import ALWAYS_A_DAY
from socialdesk.model.text import first_line
from socialdesk.store.rows import LOST, NO_TARGET
from socialdesk.support.clock import from_ms, optional_ms

ASK = "The workspace was repaired, and what became of this is not certain. Look on the platform, then say what is true."
READ_AGAIN = "Not sent: the workspace was repaired meanwhile. Read it once more, then send it."
_CHANNEL = "Was found damaged. Connect this channel again, then its history is read."
_OUT = json.dumps(["queued", "waiting", "sending", "held", "unknown"])
_DAY_MS = 86_400_000


@dataclass(frozen=True, slots=True)
class References:
    """What the desk file refers to: it must not come to mean something else."""

    threads: frozenset[int] = frozenset()
    newest_message: int = 0
    people: tuple[int, ...] = ()
    """Who gave commands, the most frequent first."""


def references(commands: Iterable[Mapping[str, Any]], drafts: Iterable[Mapping[str, Any]]) -> References:
    """What commands and drafts refer to, as far as they can be read."""
    threads: set[int] = set()
    newest = 0
    people: dict[int, int] = {}
    for row in commands:
        people[row["person_id"]] = people.get(row["person_id"], 0) + 1
        try:
            body: Any = dict(json.loads(row["body"]))
        except (ValueError, TypeError):
            continue
        numbers = (body.get(name) for name in ("based_on", "message", "parent"))
        newest = max([newest, *(number for number in numbers if isinstance(number, int))])
        if isinstance(body.get("thread"), int):
            threads.add(body["thread"])
    for row in drafts:
        threads.add(row["thread_id"])
        newest = max(newest, row["based_on"] or 0)
    return References(frozenset(threads), newest, tuple(sorted(people, key=lambda one: -people[one])))


def mend(db: Any, partial: Mapping[str, list[int]], desk: References, broken: Collection[str], now_ms: int) -> None:
    """Make one workspace again of the rows that are there. `partial` are those put together from indexes."""
    threads = {*partial.get("thread", ()), *_stand_in_threads(db, desk.threads)}
    _stand_in_channels(db, partial.get("channel", ()), now_ms)
    for id_ in threads:
        _describe(db, id_)
    _contacts(db)
    _people(db, desk.people)
    _forget_orphans(db)
    if broken:
        _outbox(db, now_ms)
        # Known is known, so that reading everything again only adds what is missing.
        db.execute("DELETE FROM channel_stream")
        db.execute("DELETE FROM gap")
        db.execute(
            "UPDATE channel SET history_days = max(history_days, history_days + (? - connected_at) / ?)"
            " WHERE connected_at > 0",
            (now_ms, _DAY_MS),
        )
    _go_on_counting(db, desk.newest_message)
    db.execute("DELETE FROM setting WHERE key IN ('derived', 'heard_with', 'heard_to')")
    db.execute("UPDATE reply_policy SET is_promised = 0, promised_to = 0")  # stand-ins have the usual due time
    db.execute(
        "INSERT INTO event_log (at, what, subject, detail) VALUES (?, 'repaired', 'cache', ?)",
        (now_ms, ", ".join(sorted(broken))),
    )


def _stand_in_threads(db: Any, wanted: Collection[int]) -> list[int]:
    """Threads of which only messages, notes, acts or drafts are left."""
    missing = {
        row[0]: row[1]
        for row in db.execute(
            "SELECT thread_id, max(channel_id) FROM ("
            " SELECT thread_id, channel_id FROM message UNION ALL SELECT thread_id, channel_id FROM outbound"
            " UNION ALL SELECT thread_id, NULL FROM note UNION ALL SELECT thread_id, NULL FROM happening)"
            " WHERE thread_id NOT IN (SELECT id FROM thread) GROUP BY thread_id"
        )
    }
    there = {row[0] for row in db.execute("SELECT id FROM thread")}
    # A thread that is shown as part of another one is not lost: its number is kept for when it is taken apart.
    there.update(row[0] for row in db.execute("SELECT from_id FROM thread_merge"))
    missing.update((id_, None) for id_ in wanted if id_ not in there and id_ not in missing)
    any_channel = db.execute("SELECT coalesce(min(id), 1) FROM channel").fetchone()[0]
    for id_, channel in missing.items():
        db.execute(
            "INSERT INTO thread (id, channel_id, kind, remote_id, status) VALUES (?, ?, 'mention', ?, 'open')",
            (id_, channel or any_channel, f"{LOST}{id_}"),
        )
    return list(missing)


def _stand_in_channels(db: Any, partial: Collection[int], now_ms: int) -> None:
    for id_ in partial:
        db.execute(
            "UPDATE channel SET name = remote_id, mark = platform, state = 'bad_credentials', state_reason = ?,"
            " connected_at = ?, clocks_from_at = ? WHERE id = ?",
            (_CHANNEL, now_ms, now_ms - _DAY_MS, id_),
        )
    db.execute(
        "INSERT INTO channel (id, platform, remote_id, name, state, state_reason, connected_at)"
        " SELECT channel_id, ?, ? || channel_id, 'Damaged channel', 'disconnected', ?, ? FROM ("
        " SELECT channel_id FROM thread UNION SELECT channel_id FROM message UNION SELECT channel_id FROM post)"
        " WHERE channel_id NOT IN (SELECT id FROM channel)",
        ("lost", LOST, _CHANNEL, now_ms),
    )


def _describe(db: Any, id_: int) -> None:
    """Fill what a thread's own row said from what was said in it."""
    times = "SELECT min(created_at), max(CASE direction WHEN 'in' THEN created_at END),"
    times += " max(CASE direction WHEN 'out' THEN created_at END), max(id) FROM message WHERE thread_id = ?"
    first, last_in, last_out, newest = db.execute(times, (id_,)).fetchone()
    last = db.execute(
        "SELECT text, direction FROM message WHERE thread_id = ? ORDER BY created_at DESC, id DESC LIMIT 1", (id_,)
    ).fetchone()
    who = db.execute(
        "SELECT author_name, author_handle, author_remote_id FROM message WHERE thread_id = ? AND direction = 'in'"
        " ORDER BY created_at, id LIMIT 1",
        (id_,),
    ).fetchone() or ("", "", "")
    own = db.execute("SELECT channel_id, contact_id, status FROM thread WHERE id = ?", (id_,)).fetchone()
    contact = own[1] or _contact_of(db, own[0], who[2])
    known = db.execute("SELECT name, handle FROM contact WHERE id = ?", (contact,)).fetchone()
    status = own[2] or "open"
    waits = status == "open" and last_in is not None and (last_out is None or last_out < last_in)
    waiting = _waiting_since(db, id_, last_out) if waits else None
    due = optional_ms(ALWAYS_A_DAY.due(from_ms(waiting), ALWAYS_A_DAY.first)) if waiting is not None else None
    spoken = max((at for at in (first, last_in, last_out) if at is not None), default=0)
    db.execute(
        "UPDATE thread SET contact_id = ?, contact_name = ?, contact_handle = ?, created_at = ?, last_in_at = ?,"
        " last_out_at = ?, waiting_since_at = ?, due_at = ?, preview = ?, preview_is_own = ?, last_message_id = ?,"
        " order_at = ?, unread = ?, tags = ?, status = ? WHERE id = ?",
        (
            contact,
            known[0] if known else who[0],
            known[1] if known else who[1],
            first or 0,
            last_in,
            last_out,
            waiting,
            due,
            first_line(last[0]) if last else "",
            int(bool(last and last[1] == "out")),
            newest or 0,
            NO_TARGET + spoken if due is None else due,
            int(waits),
            json.dumps(_tags(db, id_), ensure_ascii=False),
            status,
            id_,
        ),
    )


def _tags(db: Any, id_: int) -> list[str]:
    """The tags of a thread as its queue lists them, or else as its grey lines tell them."""
    listed = [row[0] for row in db.execute("SELECT DISTINCT tag FROM thread_tag WHERE thread_id = ?", (id_,))]
    if listed:
        return listed
    on: dict[str, None] = {}
    for what, tag in db.execute(
        "SELECT what, detail FROM happening WHERE thread_id = ? AND what IN ('tagged', 'untagged')"
        " ORDER BY happened_at, id",
        (id_,),
    ):
        if what == "tagged":
            on[tag] = None
        else:
            on.pop(tag, None)
    return list(on)


def _waiting_since(db: Any, id_: int, last_out: int | None) -> int | None:
    return db.execute(
        "SELECT min(created_at) FROM message WHERE thread_id = ? AND direction = 'in' AND created_at > ?",
        (id_, last_out if last_out is not None else -1),
    ).fetchone()[0]


def _contact_of(db: Any, channel: int, remote_id: str) -> int | None:
    found = db.execute(
        "SELECT contact_id FROM identity WHERE remote_id = ? AND platform ="
        " (SELECT platform FROM channel WHERE id = ?)",
        (remote_id, channel),
    ).fetchone()
    return found[0] if found else None


def _contacts(db: Any) -> None:
    """A contact whose row is lost is called as its threads call it, so that its account leads to it again."""
    db.execute(
        "INSERT OR IGNORE INTO contact (id, name, handle, platform, is_vip)"
        " SELECT t.contact_id, max(t.contact_name), max(t.contact_handle), max(c.platform), max(t.is_vip)"
        " FROM thread t JOIN channel c ON c.id = t.channel_id"
        " WHERE t.contact_id IS NOT NULL AND t.contact_id NOT IN (SELECT id FROM contact) GROUP BY t.contact_id"
    )


def _people(db: Any, givers: Collection[int]) -> None:
    """Members that something belongs to; one of them is who sits here."""
    db.execute(
        "INSERT INTO person (id, name, role, is_me) SELECT DISTINCT id, 'Member ' || id, 'agent', 0 FROM ("
        " SELECT assignee_id AS id FROM thread UNION SELECT person_id FROM note UNION SELECT person_id FROM message"
        " UNION SELECT person_id FROM outbound) WHERE id IS NOT NULL AND id > 0 AND id NOT IN (SELECT id FROM person)"
    )
    if db.execute("SELECT 1 FROM person WHERE is_me = 1").fetchone():
        return
    me = (
        next((one for one in givers if one > 0), None)
        or (
            db.execute(
                "SELECT person_id FROM outbound WHERE person_id > 0 GROUP BY person_id ORDER BY count(*) DESC LIMIT 1"
            ).fetchone()
            or (None,)
        )[0]
    )
    if me is None and not db.execute("SELECT 1 FROM person").fetchone():
        return  # an empty workspace gets its member from the engine
    db.execute(
        "INSERT INTO person (id, name, role, is_me) VALUES (coalesce(?, (SELECT max(id) + 1 FROM person)), 'Me',"
        " 'admin', 1) ON CONFLICT (id) DO UPDATE SET is_me = 1",
        (me,),
    )


def _forget_orphans(db: Any) -> None:
    """What can be read again from the platform and has nothing left to belong to."""
    for statement in (
        "DELETE FROM identity WHERE contact_id NOT IN (SELECT id FROM contact)",
        "DELETE FROM message_revision WHERE message_id NOT IN (SELECT id FROM message)",
        "DELETE FROM message_likes WHERE message_id NOT IN (SELECT id FROM message)",
        "DELETE FROM attachment WHERE message_id NOT IN (SELECT id FROM message)",
        "DELETE FROM post_picture WHERE post_id NOT IN (SELECT id FROM post)",
        *(
            f"DELETE FROM {table} WHERE thread_id NOT IN (SELECT id FROM thread)"  # noqa: S608 - own names
            for table in (
                "unrouted",
                "tag_moved",
                "escalated",
                "assignment_log",
                "rule_run",
                "rule_answer",
                "rule_draft",
                "rule_call",
            )
        ),
        # What rules wait for of the time alone follows from the threads; it is set anew.
        "DELETE FROM setting WHERE key = 'rule_timers'",
        "UPDATE thread SET post_id = NULL WHERE post_id NOT IN (SELECT id FROM post)",
        *(
            f"DELETE FROM {table} WHERE channel_id NOT IN (SELECT id FROM channel)"  # noqa: S608 - own names
            for table in ("channel_stream", "inbound_event", "tombstone", "gap", "audit", "public_act")
        ),
    ):
        db.execute(statement)


def _outbox(db: Any, now_ms: int) -> None:
    """Whatever may have reached its platform is never sent again by itself; the rest waits for a person, too.

    A row may be of an earlier moment than the wire: an act that was only waiting here may have gone.
    """
    # An answer whose act is lost still stands in its thread.
    lost = "INSERT INTO outbound (command_id, channel_id, thread_id, message_id, act, target_remote_id, text, state,"
    lost += " given_at, person_id, recipients) SELECT command_id, channel_id, thread_id, id, 'answer',"
    lost += " coalesce(parent_external_id, ''), text, 'unknown', created_at, person_id, recipients FROM message"
    lost += " WHERE command_id IS NOT NULL"
    lost += " AND external_id IS NULL AND state IN (SELECT value FROM json_each(?))"
    lost += " AND command_id NOT IN (SELECT command_id FROM outbound)"
    db.execute(lost, (_OUT,))
    # An act of which only an index tells: its words are with its message, if anywhere.
    db.execute(
        "UPDATE outbound SET act = 'answer', state = 'unknown',"
        " (message_id, text, target_remote_id, person_id, recipients) ="
        " (SELECT m.id, m.text, coalesce(m.parent_external_id, ''), m.person_id, m.recipients FROM message m"
        " WHERE m.command_id = outbound.command_id) WHERE act = '' AND command_id IN"
        " (SELECT command_id FROM message WHERE command_id IS NOT NULL AND external_id IS NULL)"
    )
    db.execute("DELETE FROM outbound WHERE act = ''")
    # What is on the platform for certain is done.
    db.execute(
        "UPDATE outbound SET state = 'sent', state_reason = '' WHERE act = 'answer' AND command_id IN"
        " (SELECT command_id FROM message WHERE command_id IS NOT NULL AND external_id IS NOT NULL)"
    )
    db.execute(
        "UPDATE outbound SET state = 'unknown', state_reason = ? WHERE state IN (SELECT value FROM json_each(?))"
        " AND act = 'answer' AND (state != 'sending' OR key = '') AND (tries > 0 OR state = 'unknown'"
        " OR command_id IN (SELECT command_id FROM send_attempt))",
        (ASK, _OUT),
    )
    db.execute(
        "UPDATE outbound SET state = 'rejected', state_reason = ? WHERE state IN ('queued', 'waiting', 'held')"
        " AND act IN ('answer', 'delete')",
        (READ_AGAIN,),
    )
    db.execute(
        "UPDATE message SET (state, state_reason, not_before_at) = (SELECT state, state_reason, NULL FROM outbound o"
        " WHERE o.command_id = message.command_id) WHERE external_id IS NULL AND command_id IN"
        " (SELECT command_id FROM outbound WHERE act = 'answer' AND state IN ('unknown', 'rejected'))"
    )
    db.execute("UPDATE outbound SET given_at = ? WHERE given_at = 0", (now_ms,))


def _go_on_counting(db: Any, newest_message: int) -> None:
    """Numbers that were given once are not given again: drafts and fences go by them."""
    messages = "SELECT max(n) FROM (SELECT max(id) n FROM message UNION SELECT max(last_message_id) FROM thread"
    messages += " UNION SELECT max(message_id) FROM outbound UNION SELECT max(based_on) FROM outbound)"
    for table, statement, least in (
        ("message", messages, newest_message),
        ("thread", "SELECT max(id) FROM thread", 0),
    ):
        newest = max(db.execute(statement).fetchone()[0] or 0, least)
        db.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (f"ids_from:{table}", str(newest + 1000)))
