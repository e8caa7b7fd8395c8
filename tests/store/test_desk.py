"""The desk: what was given is on the disk, in its order, whatever happens next."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from socialdesk.model.command import AddNote, Assign, Command, MarkDone, Reply
from socialdesk.model.identifiers import CommandId, MessageId, ThreadId
from socialdesk.store.desk import Desk, Draft
from socialdesk.store.errors import StoreError
from tests.model.builders import LEA, ME, NOON, at

SEVEN = ThreadId(7)


def test_commands_are_read_back_in_the_order_they_were_given(desk: Desk) -> None:
    reply = Reply(SEVEN, "Bonjour 👋", MessageId(3), at(1), then_done=True, to_all=True, goes_to=("a@x.example",))
    given = desk.give([reply, MarkDone(SEVEN)], ME, at(0)) + desk.give([AddNote(SEVEN, "n", (LEA,))], LEA, at(2))
    assert desk.pending() == given
    assert desk.pending(after=given[1].seq) == given[2:]
    assert [one.seq for one in given] == [1, 2, 3]


def test_retired_commands_are_gone_and_their_numbers_never_used_again(desk: Desk) -> None:
    first, second = desk.give([MarkDone(SEVEN), Assign(SEVEN, LEA)], ME, at(0))
    desk.retire([second.id])
    assert desk.pending() == [first]
    desk.retire([first.id, CommandId("never-given")])
    assert desk.give([MarkDone(SEVEN)], ME, at(0))[0].seq == 3


def test_a_command_of_another_version_is_left_where_it_is(desk: Desk) -> None:
    known = desk.give([MarkDone(SEVEN)], ME, at(0))
    desk._db.execute("INSERT INTO command (id, given_at, person_id, body) VALUES ('x', 0, 1, '{}')")
    assert desk.pending() == known
    assert desk._db.execute("SELECT count(*) FROM command").fetchone()[0] == 2


def test_either_all_commands_are_given_or_none(desk: Desk) -> None:
    def some() -> Iterator[Command]:
        yield MarkDone(SEVEN)
        raise InterruptedError

    with pytest.raises(InterruptedError):
        desk.give(some(), ME, at(0))
    assert desk.pending() == []


def test_drafts_and_the_window_survive_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    draft = Draft(SEVEN, "reply", "Hello {name}", NOON, ((6, 6, "name"),), MessageId(4), (), True, ("a@x.example",))
    note = Draft(SEVEN, "note", "check", NOON)
    desk = Desk(path, None, write=True)
    desk.set_draft(draft)
    desk.set_draft(note)
    desk.set_draft(replace(note, text="checked"))
    desk.set_state("width", "1200")
    desk.set_state("width", "1300")
    id_ = desk.id
    desk.close()
    again = Desk(path, None, write=True)
    assert again.draft(SEVEN) == draft
    assert again.draft(SEVEN, "note") == replace(note, text="checked")
    assert (again.state("width"), again.state("unset"), again.id) == ("1300", None, id_)
    again.set_draft(replace(note, text=""))
    assert again.drafts() == [draft]
    again.close()


def test_a_reader_sees_commands_and_can_change_nothing(tmp_path: Path, desk: Desk) -> None:
    given = desk.give([MarkDone(SEVEN)], ME, at(0))
    reader = Desk(desk.path, None, write=False)
    assert (reader.pending(), reader.id) == (given, desk.id)
    with pytest.raises(StoreError, match="read-only"):
        reader.retire([given[0].id])
    reader.close()


_GIVE = """
import os, sys
from datetime import UTC, datetime
from collections.abc import Iterator
from pathlib import Path
from socialdesk.model.command import AddNote
from socialdesk.store.desk import Desk
key = bytes.fromhex(sys.argv[2])
desk = Desk(Path(sys.argv[1]), key, write=True)
number = 0
while True:
    desk.give([AddNote(7, f"note {number}")], 1, datetime.now(UTC))
    os.write(1, b"%d\\n" % number)
    number += 1
"""


@pytest.mark.crash
def test_what_was_given_is_there_after_a_kill_at_any_moment(tmp_path: Path) -> None:
    path, key = tmp_path / "desk.db", b"k" * 32
    process = subprocess.Popen([sys.executable, "-c", _GIVE, path, key.hex()], stdout=subprocess.PIPE)
    assert process.stdout is not None
    told = [process.stdout.readline() for _ in range(20)]
    os.kill(process.pid, signal.SIGKILL)
    told += process.stdout.read().splitlines(keepends=True)
    process.stdout.close()
    process.wait()
    desk = Desk(path, key, write=True)
    texts = [one.command.text for one in desk.pending() if isinstance(one.command, AddNote)]
    desk.close()
    # One more than was told may be there: killed between the disk and the word.
    assert texts[: len(told)] == [f"note {number}" for number in range(len(told))]
    assert len(texts) - len(told) in {0, 1}
