"""The engine keeps saved replies, refuses what cannot be kept, and puts deleted ones back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from socialdesk.engine.apply import Apply
from socialdesk.model.command import Command
from socialdesk.model.identifiers import PersonId
from socialdesk.model.outgoing import OutgoingPicture
from socialdesk.model.saved_reply import Scope
from socialdesk.model.saved_reply_command import (
    CountReplyUse,
    DeleteSavedReply,
    ImportReplies,
    RestoreSavedReply,
    SaveReply,
)
from socialdesk.store import shelf
from socialdesk.store.cache import Cache
from socialdesk.store.change.replies import OLD_PICTURES, REOPENED
from socialdesk.store.desk import Desk
from socialdesk.store.readings import Result
from socialdesk.support.clock import HandClock

NOW = datetime(2026, 6, 17, 16, 43, tzinfo=UTC)
HELLO = SaveReply(None, "hello", "Hello", "First", (("en", "Hello {first name}"),), Scope.ME, None, ("greeting",))


class Team:
    """A cache and a desk, and an engine that applies at once."""

    def __init__(self, folder: Path) -> None:
        self.clock = HandClock(NOW)
        self.cache = Cache(folder / "cache.db", None, write=True)
        self.desk = Desk(folder / "desk.db", None, write=True)
        self._apply = Apply(self.cache, self.desk, self.clock, lambda _given: None, lambda: None)

    def give(self, command: Command) -> Result:
        (given,) = self.desk.give([command], PersonId(7), self.clock.now())
        self._apply.pending()
        result = self.cache.result(given.id)
        assert result is not None
        return result

    def titles(self) -> list[str]:
        return [one.title for one in self.cache.saved_replies()]


@pytest.fixture
def team(tmp_path: Path) -> Iterator[Team]:
    made = Team(tmp_path)
    yield made
    made.desk.close()
    made.cache.close()


def test_a_new_reply_is_kept_with_everything_that_was_said_of_it(team: Team) -> None:
    assert team.give(HELLO).outcome == "accepted"

    (reply,) = team.cache.saved_replies()
    assert (reply.shortcut, reply.folder, reply.bodies, reply.tags) == ("hello", "First", HELLO.bodies, ("greeting",))
    assert (reply.scope, reply.owner_id, reply.used, reply.last_used_at) == (Scope.ME, 7, 0, None)


def test_a_second_reply_of_the_same_shortcut_is_refused_and_the_first_stays(team: Team) -> None:
    team.give(HELLO)
    result = team.give(SaveReply(None, "hello", "Other", "", (("en", "O"),)))

    assert result.outcome == "rejected"
    assert "Another saved reply has this shortcut" in result.sentence
    assert team.titles() == ["Hello"]


def test_a_reply_that_could_send_a_brace_is_refused(team: Team) -> None:
    result = team.give(SaveReply(None, "hello", "Hello", "", (("en", "Hello {first"),)))

    assert result.outcome == "rejected"
    assert team.titles() == []


def test_use_is_counted_with_its_moment_and_a_change_keeps_it(team: Team) -> None:
    team.give(HELLO)
    (reply,) = team.cache.saved_replies()
    team.give(CountReplyUse(reply.id))
    team.give(SaveReply(reply.id, "hello", "Hello again", "", HELLO.bodies))

    (after,) = team.cache.saved_replies()
    assert (after.title, after.used, after.last_used_at, after.owner_id) == ("Hello again", 1, NOW, 7)


def test_a_deleted_reply_comes_back_whole(team: Team) -> None:
    team.give(HELLO)
    (before,) = team.cache.saved_replies()
    team.give(DeleteSavedReply(before.id))
    assert team.titles() == []
    assert team.give(SaveReply(before.id, "hello", "Changed", "", HELLO.bodies)).outcome == "rejected"

    assert team.give(RestoreSavedReply(before.id)).outcome == "accepted"
    assert team.cache.saved_replies() == [before]


def test_a_deleted_reply_gives_its_shortcut_up_and_comes_back_under_another(team: Team) -> None:
    team.give(HELLO)
    (before,) = team.cache.saved_replies()
    team.give(DeleteSavedReply(before.id))
    assert team.give(SaveReply(None, "hello", "Other", "", (("en", "O"),))).outcome == "accepted"

    assert team.give(RestoreSavedReply(before.id)).outcome == "accepted"
    assert team.cache.saved_replies()[0] == replace(before, shortcut="hello-2")
    assert team.titles() == ["Hello", "Other"]
    assert team.give(RestoreSavedReply(before.id)).outcome == "rejected"


def test_what_was_deleted_a_month_ago_goes_for_good(team: Team) -> None:
    team.give(HELLO)
    team.give(SaveReply(None, "bye", "Bye", "", (("en", "Bye"),)))
    first, second = team.cache.saved_replies()
    team.give(DeleteSavedReply(first.id))
    team.clock.move(timedelta(days=31))
    team.give(DeleteSavedReply(second.id))

    assert team.give(RestoreSavedReply(first.id)).outcome == "rejected"
    assert team.give(RestoreSavedReply(second.id)).outcome == "accepted"


def test_an_import_with_one_reply_that_cannot_be_kept_leaves_the_library_as_it_was(team: Team) -> None:
    team.give(HELLO)
    fine = SaveReply(None, "fine", "Fine", "", (("en", "Fine"),))
    result = team.give(ImportReplies((fine, replace(fine, shortcut="broken", bodies=(("en", "{"),)))))

    assert result.outcome == "rejected"
    assert "/broken was not saved" in result.sentence
    assert team.titles() == ["Hello"]
    assert team.give(ImportReplies((fine, fine))).outcome == "rejected"
    assert team.titles() == ["Hello"]


def test_an_import_may_hand_a_shortcut_and_a_key_from_one_reply_to_another(team: Team) -> None:
    team.give(replace(HELLO, hotkey=3))
    (hello,) = team.cache.saved_replies()
    moved = replace(HELLO, id=hello.id, shortcut="hello-old", hotkey=0)
    assert team.give(ImportReplies((moved, replace(HELLO, title="Hello 2", hotkey=3)))).outcome == "accepted"
    assert [(one.shortcut, one.hotkey) for one in team.cache.saved_replies()] == [("hello-old", 0), ("hello", 3)]


def test_a_change_made_on_an_older_version_is_refused_and_the_newer_one_stays(team: Team) -> None:
    team.give(HELLO)
    (hello,) = team.cache.saved_replies()
    assert team.give(replace(HELLO, id=hello.id, title="Léa's", based_on=1)).outcome == "accepted"
    result = team.give(replace(HELLO, id=hello.id, title="Mine", based_on=1))

    assert result.outcome == "rejected"
    assert "meanwhile" in result.sentence
    assert [(one.title, one.version) for one in team.cache.saved_replies()] == [("Léa's", 2)]


def test_two_replies_cannot_have_the_same_key(team: Team) -> None:
    team.give(replace(HELLO, hotkey=4))
    result = team.give(replace(HELLO, shortcut="other", hotkey=4))
    assert result.outcome == "rejected"
    assert "has this key" in result.sentence


PICTURE = OutgoingPicture("ab" * 32, "image/png", 4, 3, 12, "Sizes")
PNG = b"\x89PNG\r\n\x1a\n1234"


def test_a_picture_is_taken_from_the_desk_stays_for_a_month_after_its_reply_and_is_then_gone(team: Team) -> None:
    with_picture = replace(HELLO, pictures=(PICTURE,))
    assert "attach it again" in team.give(with_picture).sentence

    team.desk.keep_outgoing(PICTURE, PNG, b"small", NOW)
    assert team.give(with_picture).outcome == "accepted"
    (reply,) = team.cache.saved_replies()
    assert reply.pictures == (PICTURE,)
    assert shelf.picture(team.cache, PICTURE.id) == PNG
    assert shelf.thumb(team.cache, PICTURE.id) == b"small"

    # It is there for undo as long as what named it can come back, whatever became of it on the desk.
    team.desk.drop_outgoing((), NOW + timedelta(days=2))
    team.give(SaveReply(reply.id, "hello", "Hello", "", HELLO.bodies))
    team.clock.move(timedelta(days=29))
    team.give(SaveReply(None, "other", "Other", "", HELLO.bodies))
    team.give(DeleteSavedReply(reply.id))
    assert shelf.picture(team.cache, PICTURE.id) == PNG
    team.clock.move(timedelta(days=31))
    (other,) = team.cache.saved_replies()
    team.give(DeleteSavedReply(other.id))
    assert shelf.picture(team.cache, PICTURE.id) is None


def test_what_is_no_picture_or_too_much_of_it_is_not_kept(team: Team) -> None:
    team.desk.keep_outgoing(PICTURE, b"MZ not a picture", b"small", NOW)
    assert "no JPEG, PNG, GIF or WebP" in team.give(replace(HELLO, pictures=(PICTURE,))).sentence
    many = tuple(replace(PICTURE, id=f"{one:064x}") for one in range(5))
    assert "More than 4 pictures" in team.give(replace(HELLO, pictures=many)).sentence
    assert team.cache.saved_replies() == []
    assert team.cache.ask("SELECT count(*) FROM saved_reply_picture") == [(0,)]


def test_neither_the_sweep_nor_a_reopening_reads_a_table_from_end_to_end(team: Team) -> None:
    for statement, values in ((OLD_PICTURES, (0,)), (REOPENED, (1, 0, 1))):
        plan = " ".join(str(row[3]) for row in team.cache.ask(f"EXPLAIN QUERY PLAN {statement}", values))
        assert "SCAN" not in plan, plan
