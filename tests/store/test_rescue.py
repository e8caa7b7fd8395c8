"""Damaged files: found, set aside, and made anew of everything that can be read, with nothing sent twice."""

from __future__ import annotations

import signal
import subprocess
import sys
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from socialdesk.model.command import AddNote, Reply
from socialdesk.model.contact import Author
from socialdesk.model.delivery import Delivery
from socialdesk.model.identifiers import ChannelId, CommandId, MessageId, PersonId, SavedReplyId, ThreadId
from socialdesk.model.message import Direction
from socialdesk.model.saved_reply import SavedReply
from socialdesk.model.thread import Status
from socialdesk.store import derived, salvage
from socialdesk.store.cache import Cache
from socialdesk.store.desk import Desk, Draft
from socialdesk.store.driver import cipher, connect
from socialdesk.store.errors import DamagedFile
from socialdesk.store.outbound import Attempt, Outbound
from socialdesk.store.rescue import damaged, repair
from socialdesk.store.shape import kept as shape_kept
from socialdesk.store.unfinished import resume
from socialdesk.support.paths import Workspace
from tests.model.builders import ME, NOON, at, message, thread
from tests.patience import NEVER_S
from tests.store import harm
from tests.store.conftest import filled

KEY = b"\x17" * 32
THREADS, EACH = 120, 25
LATER = NOON + timedelta(days=2)
TABLES = ("thread", "message", "note", "outbound", "send_attempt", "command_result", "saved_reply", "person", "channel")


@dataclass
class Made:
    """A workspace full of work, with what a reader of it finds."""

    workspace: Workspace
    key: bytes | None
    rows: dict[str, set[Any]]


def rows_of(path: Path, key: bytes | None) -> dict[str, set[Any]]:
    """Every row of the tables that cannot be read again from anywhere."""
    db = connect(path, key, write=False)
    try:
        return {table: set(db.execute(f"SELECT * FROM {table}").fetchall()) for table in TABLES}
    finally:
        db.close()


@pytest.fixture(params=[None, KEY], ids=["plain", "encrypted"])
def made(tmp_path: Path, request: pytest.FixtureRequest) -> Made:
    key: bytes | None = request.param
    workspace = Workspace(tmp_path)
    cache = filled(workspace.cache, key)
    for number in range(THREADS):
        with cache.change() as change:
            contact = change.put_contact("demo", Author(f"did:{number}", f"Person {number}", f"p{number}"))
            own = change.put_thread(
                thread(
                    id=ThreadId(0),
                    remote_id=f"t{number}",
                    contact_id=contact.id,
                    contact_name=contact.name,
                    status=list(Status)[number % 4],
                    snoozed_until=LATER if list(Status)[number % 4] is Status.SNOOZED else None,
                    tags=("refund",) if number % 3 else ("refund", "urgent"),
                    assignee_id=PersonId(1 + number % 2),
                    preview="what was said " * 10,
                )
            )
            for one in range(EACH):
                said = message(0, one, external_id=f"m{number}-{one}", thread_id=own.id, text=f"{number} {one} " * 20)
                change.put_message(said, ChannelId(1), "v", at(one))
            change.put_note(own.id, ME, f"note {number} " * 10, [], at(0))
            change.record_result(CommandId(f"c{number}"), "desk", number + 1, "accepted", "", at(0))
            _answer(change, own.id, number)
    with cache.change() as change:
        change.put_saved_reply(SavedReply(SavedReplyId(0), "thanks", "Thanks", "", (("en", "Thank you"),)))
    cache.close()
    desk = Desk(workspace.desk, key, write=True)
    desk.give([AddNote(ThreadId(7), f"pending {number}") for number in range(50)], ME, at(0))
    for number in range(1, 60):
        desk.set_draft(Draft(ThreadId(number), "reply", f"begun {number} " * 40, NOON))
    desk.close()
    return Made(workspace, key, rows_of(workspace.cache, key))


def _answer(change: Any, own: ThreadId, number: int) -> None:
    state = (Delivery.SENT, Delivery.QUEUED, Delivery.SENDING)[number % 3]
    command = CommandId(f"c{number}")
    said = message(0, 30, external_id=None, thread_id=own, direction=Direction.OUT, state=state, command_id=command)
    if state is Delivery.SENT:
        said = replace(said, external_id=f"sent{number}")
    said = change.put_message(said, ChannelId(1), "", at(30))
    change.put_outbound(
        Outbound(
            command,
            ChannelId(1),
            own,
            "answer",
            f"m{number}-1",
            said.text,
            MessageId(1),
            NOON,
            at(30),
            ME,
            said.id,
            key="" if state is Delivery.QUEUED else f"key{number}",
            state=state,
            tries=int(state is not Delivery.QUEUED),
        )
    )
    if state is not Delivery.QUEUED:
        change.record_attempt(Attempt(command, 1, "", NOON))


def spoil(made: Made, path: Path, numbers: list[int]) -> dict[str, set[int]]:
    """Spoil pages; gives the numbers of the rows for which none of them is needed, found by trying page by page."""
    whole = path.read_bytes()
    lost: dict[str, set[int]] = {table: set() for table in TABLES}
    for number in numbers:
        harm.spoil(path, [number])
        gone = {table: _lost(path, made, table) for table in TABLES}
        # A page without which nothing opens holds the list of tables, and no row.
        if not all(len(gone[table]) == len(made.rows[table]) for table in TABLES):
            for table in TABLES:
                lost[table] |= gone[table]
        path.write_bytes(whole)
    harm.spoil(path, numbers)
    return {table: set(range(1, len(made.rows[table]) + 1)) - lost[table] for table in TABLES}


def _lost(path: Path, made: Made, table: str) -> set[int]:
    lost: set[int] = set()
    db: Any = None
    for number in range(1, len(made.rows[table]) + 1):
        try:
            db = db or connect(path, made.key, write=False)
            db.execute(f"SELECT * FROM {table} WHERE rowid = ?", (number,)).fetchone()
        except cipher.Error:
            lost.add(number)
            if db is None:
                return set(range(1, len(made.rows[table]) + 1))
            db.close()
            db = None
    if db is not None:
        db.close()
    return lost


def kept(there: dict[str, set[int]], made: Made, path: Path) -> bool:
    """Whether every row that could be read is in the file as it was; threads and acts may be described anew."""
    now, was = rows_of(path, made.key), made.rows
    for table in TABLES:
        # Rows that are known by a word have no number of their own; they were put in the order of their numbers.
        order = sorted(was[table], key=lambda row: int(row[0][1:]) if isinstance(row[0], str) else row[0])
        before = {number: row for number, row in enumerate(order, 1) if number in there[table]}
        if table in ("thread", "message", "outbound", "channel"):
            assert {row[0] for row in before.values()} <= {row[0] for row in now[table]}, table
        else:
            assert set(before.values()) <= now[table], table
    return True


@pytest.mark.parametrize("seed", range(2))
def test_nothing_that_can_be_read_is_lost(made: Made, seed: int) -> None:
    path = made.workspace.cache
    there = spoil(made, path, harm.some_pages(path, 0.02, seed))
    before = path.read_bytes()
    [done] = repair(made.workspace, made.key, LATER)
    assert done.set_aside.read_bytes() == before
    assert kept(there, made, path)
    assert "damaged" in done.sentence
    assert "what was said" not in done.report.read_text()
    assert damaged(made.workspace, made.key) == []


def test_the_rebuilt_file_is_one_workspace(made: Made) -> None:
    path = made.workspace.cache
    harm.spoil(path, harm.some_pages(path, 0.1, 7))
    repair(made.workspace, made.key, LATER)
    cache = Cache(path, made.key, write=True)
    with cache.read() as db:
        assert db.exec_driver_sql("PRAGMA foreign_key_check").fetchall() == []
        views = cache.views()
        me = next(person.id for person in cache.people() if person.is_me)
        assert {k: n for k, n in cache.counts().items() if n} == derived.counted(db, views, me)
    assert len(cache.threads([ThreadId(number) for number in range(1, THREADS + 1)])) == THREADS
    with cache.change() as change:
        new = change.put_thread(thread(id=ThreadId(0), remote_id="new"))
        said = change.put_message(message(0, 99, external_id="new", thread_id=new.id), ChannelId(1), "", at(99))
    assert new.id > THREADS
    assert said.id > THREADS * EACH
    cache.close()


@pytest.mark.parametrize("with_head", [False, True], ids=["", "head"])
def test_a_thread_whose_row_is_lost_comes_back_from_its_indexes(made: Made, with_head: bool) -> None:
    path = made.workspace.cache
    spoiled = _leaves(path, made, "thread")
    harm.spoil(path, [1, *spoiled] if with_head else spoiled)
    cache_before = {row[0]: row for row in made.rows["thread"]}
    [done] = repair(made.workspace, made.key, LATER)
    assert "thread" in done.rebuilt.broken
    cache = Cache(path, made.key, write=False)
    back = {one.id: one for one in cache.threads([ThreadId(number) for number in cache_before])}
    cache.close()
    assert len(back) == THREADS
    for number, one in back.items():
        assert one.remote_id == f"t{number - 1}"
        assert one.status is list(Status)[(number - 1) % 4]
        assert one.assignee_id == 1 + (number - 1) % 2
        assert set(one.tags) == ({"refund"} if (number - 1) % 3 else {"refund", "urgent"})
        assert one.contact_name == f"p{number - 1}"


def _leaves(path: Path, made: Made, table: str) -> list[int]:
    """Pages without which rows of a table cannot be read: found by trying."""
    whole = path.read_bytes()
    found: list[int] = []
    for number in range(2, harm.pages(path) + 1):
        harm.spoil(path, [number])
        if 0 < len(_lost(path, made, table)) < len(made.rows[table]):
            found.append(number)
        with path.open("r+b") as file:
            file.seek((number - 1) * harm.PAGE_BYTES)
            file.write(whole[(number - 1) * harm.PAGE_BYTES : number * harm.PAGE_BYTES])
        if len(found) == 2:
            break
    assert found
    return found


def test_what_may_have_been_sent_is_never_sent_again_by_itself(made: Made) -> None:
    path = made.workspace.cache
    harm.spoil(path, harm.some_pages(path, 0.1, 3))
    repair(made.workspace, made.key, LATER)
    db = connect(path, made.key, write=False)
    states = dict(db.execute("SELECT command_id, state FROM outbound").fetchall())
    keys = dict(db.execute("SELECT command_id, key FROM outbound").fetchall())
    db.close()
    assert not {"queued", "waiting"} & set(states.values())
    for command, state in states.items():
        assert state != "sending" or keys[command]


def test_a_cut_off_file_gives_what_is_before_the_cut(made: Made) -> None:
    path = made.workspace.cache
    whole, end = path.read_bytes(), harm.pages(path) * 3 // 4
    there = spoil(made, path, [])
    with path.open("r+b") as file:
        file.truncate(end * harm.PAGE_BYTES + 100)
    cut = path.read_bytes()
    path.write_bytes(cut[: end * harm.PAGE_BYTES] + bytes(len(whole) - end * harm.PAGE_BYTES))
    there = {table: there[table] - _lost(path, made, table) for table in TABLES}
    assert sum(map(len, there.values())) > 1000
    path.write_bytes(cut)
    repair(made.workspace, made.key, LATER)
    assert kept(there, made, path)


@pytest.mark.parametrize("length", [16, 100, 4096])
def test_a_file_without_its_head_gives_all_its_rows(made: Made, length: int) -> None:
    path = made.workspace.cache
    with path.open("r+b") as file:
        file.write(bytes(length))
    [done] = repair(made.workspace, made.key, LATER)
    now = rows_of(path, made.key)
    for table in ("note", "saved_reply", "person", "command_result", "send_attempt"):
        assert now[table] == made.rows[table], table
    assert {row[0] for row in now["message"]} == {row[0] for row in made.rows["message"]}
    assert not done.rebuilt.lost.get("thread")


@pytest.mark.parametrize("seed", range(2))
def test_what_stands_behind_a_flipped_bit_in_the_write_ahead_file_is_kept(made: Made, seed: int) -> None:
    folder, path = made.workspace.folder, made.workspace.cache
    cache = Cache(path, made.key, write=True)
    for number in range(30):
        with cache.change() as change:
            change.put_note(ThreadId(number + 1), ME, f"late {number}", [], at(90))
    wal = (folder / "cache.db-wal").read_bytes()
    main = path.read_bytes()
    cache.close()
    frames = (len(wal) - 32) // (24 + harm.PAGE_BYTES)
    harmed = bytearray(wal)
    harmed[32 + frames // (seed + 2) * (24 + harm.PAGE_BYTES) + 500] ^= 4
    path.write_bytes(main)
    (folder / "cache.db-wal").write_bytes(harmed)
    assert [error.path for error in damaged(made.workspace, made.key)] == [path]
    [done] = repair(made.workspace, made.key, LATER)
    assert done.set_aside.with_name(f"{done.set_aside.name}-wal").read_bytes() == harmed
    late = {row[3] for row in rows_of(path, made.key)["note"] if str(row[3]).startswith("late")}
    assert late >= {f"late {number}" for number in range(20)}


def test_a_file_of_which_nothing_is_left_is_replaced_by_a_new_one(made: Made) -> None:
    path = made.workspace.cache
    path.write_bytes(b"not a database " * 2048)
    [done] = repair(made.workspace, made.key, LATER)
    assert "Nothing in it could be read" in done.sentence
    cache = Cache(path, made.key, write=False)
    # What the desk refers to stays where it is.
    assert cache.thread(ThreadId(59)) is not None
    cache.close()


def test_a_file_of_which_nothing_is_left_is_not_tried_for_long(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def counted(path: str, **how: Any) -> Any:
        opened.append(path)
        return connect_bare(path, **how)

    connect_bare = cipher.connect
    path = made.workspace.cache
    parts = shape_kept(path)
    assert parts is not None
    harm.spoil(path, range(1, harm.pages(path) + 1))
    monkeypatch.setattr(salvage.cipher, "connect", counted)
    [done] = repair(made.workspace, made.key, LATER)

    assert "Nothing in it could be read" in done.sentence
    # A few times for each table and index: to try each number that a row may have took five thousand.
    assert len([one for one in opened if one.endswith(".reading")]) < 20 * len(parts.parts)


def test_drafts_and_commands_of_a_damaged_desk_are_kept(made: Made) -> None:
    path = made.workspace.desk
    before = Desk(path, made.key, write=False)
    drafts, pending, id_ = set(map(repr, before.drafts())), before.pending(), before.id
    before.close()
    harm.spoil(path, [harm.pages(path)])
    with pytest.raises(DamagedFile):
        raise damaged(made.workspace, made.key)[0]
    [done] = repair(made.workspace, made.key, LATER)
    assert done.set_aside.name.startswith("desk.db.damaged-")
    desk = Desk(path, made.key, write=True)
    assert desk.id == id_
    kept = set(map(repr, desk.drafts()))
    assert kept < drafts
    assert len(kept) > 40
    assert [one.id for one in desk.pending()] == [one.id for one in pending]
    [new] = desk.give([Reply(ThreadId(1), "x", MessageId(1), NOON)], ME, NOON)
    assert new.seq > pending[-1].seq
    desk.close()


def test_a_whole_workspace_is_left_as_it_is(made: Made) -> None:
    before = {one.name: one.read_bytes() for one in made.workspace.folder.iterdir()}
    assert repair(made.workspace, made.key, LATER) == []
    assert {one.name: one.read_bytes() for one in made.workspace.folder.iterdir()} == before


_REPAIR = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from socialdesk.store.rescue import repair
from socialdesk.store.shape import kept as shape_kept
from socialdesk.store.unfinished import resume
from socialdesk.support.paths import Workspace
repair(Workspace(Path(sys.argv[1])), bytes.fromhex(sys.argv[2]) or None, datetime(2026, 6, 15, 12, tzinfo=UTC))
"""


@pytest.mark.parametrize(
    "instant",
    ["rescue.before_commit", "rescue.rebuilt", "rescue.decided", "rescue.set_aside", "rescue.done"],
)
def test_a_repair_that_is_killed_is_ended_or_begun_again(made: Made, instant: str) -> None:
    path = made.workspace.cache
    there = spoil(made, path, harm.some_pages(path, 0.01, 5))
    done = subprocess.run(
        [sys.executable, "-c", _REPAIR, made.workspace.folder, made.key.hex() if made.key else ""],
        check=False,
        env={"SOCIALDESK_FAILPOINT": instant, "PYTHONPATH": str(Path(__file__).parents[2])},
        timeout=NEVER_S,
    )
    assert done.returncode == -signal.SIGKILL
    resume(made.workspace)
    repair(made.workspace, made.key, LATER)
    assert kept(there, made, path)
    assert damaged(made.workspace, made.key) == []
    left = {one.name.split(".damaged-")[0] for one in made.workspace.folder.iterdir() if "repair-" not in one.name}
    assert left <= {"cache.db", "desk.db", "cache.shape", "desk.shape"}
