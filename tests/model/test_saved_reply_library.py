"""What a saved reply may be, and what the library looks like with commands on their way."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialdesk.model.command import Command, Given
from socialdesk.model.command_form import from_json, to_json
from socialdesk.model.identifiers import ChannelId, CommandId, PersonId, SavedReplyId
from socialdesk.model.saved_reply import SavedReply, Scope, fill, has_hole
from socialdesk.model.saved_reply_check import SENTENCES, Problem, is_sound, problems
from socialdesk.model.saved_reply_command import CountReplyUse, DeleteSavedReply, RestoreSavedReply, SaveReply
from socialdesk.model.saved_reply_library import (
    copied,
    folded,
    folders,
    free_shortcut,
    inside,
    renamed,
    saving,
    tidied,
)
from tests.model.builders import at

ME = PersonId(1)
HELLO = SavedReply(SavedReplyId(1), "hello", "Hello", "First/Words", (("en", "Hello {first name}"),), 3)
BYE = SavedReply(SavedReplyId(2), "bye", "Bye", "First", (("en", "Bye"), ("fr", "Au revoir")), owner_id=PersonId(2))


def on_the_way(*commands: Command) -> list[Given]:
    return [Given(CommandId(str(n)), n, at(n), ME, command) for n, command in enumerate(commands, 1)]


@pytest.mark.parametrize(
    ("reply", "problem"),
    [
        (replace(HELLO, shortcut=""), Problem.NO_SHORTCUT),
        (replace(HELLO, shortcut="two words"), Problem.BAD_SHORTCUT),
        (replace(HELLO, shortcut="/slash"), Problem.BAD_SHORTCUT),
        (replace(HELLO, shortcut="x" * 41), Problem.LONG_SHORTCUT),
        (replace(HELLO, shortcut="taken"), Problem.TAKEN),
        (replace(HELLO, title=" "), Problem.NO_TITLE),
        (replace(HELLO, title="a\nb"), Problem.NO_TITLE),
        (replace(HELLO, title="x" * 121), Problem.LONG_TITLE),
        (replace(HELLO, folder="x" * 121), Problem.LONG_FOLDER),
        (replace(HELLO, bodies=()), Problem.NO_BODY),
        (replace(HELLO, bodies=(("en", "Hi"), ("fr", " "))), Problem.NO_BODY),
        (replace(HELLO, bodies=(("en", "x" * 10_001),)), Problem.LONG_BODY),
        (replace(HELLO, bodies=(("English", "Hi"),)), Problem.BAD_LANGUAGE),
        (replace(HELLO, bodies=(("en", "Hi"), ("en", "Ho"))), Problem.TWICE),
        (replace(HELLO, bodies=(("en", "Hi {there"),)), Problem.BAD_FIELD),
        (replace(HELLO, scope=Scope.CHANNEL), Problem.NO_CHANNEL),
    ],
)
def test_each_thing_that_can_be_wrong_is_found_and_has_a_sentence(reply: SavedReply, problem: Problem) -> None:
    assert problems(reply, {"taken"}) == (problem,)
    assert SENTENCES[problem]


def test_nothing_is_wrong_with_what_is_right() -> None:
    assert problems(HELLO, {"taken"}) == ()
    assert problems(replace(BYE, shortcut="été_2-b", scope=Scope.CHANNEL, channel_id=ChannelId(1)), ()) == ()


@pytest.mark.parametrize(
    ("body", "sound"),
    [
        ("{a} {b: date} {c: choice(x, y)} {d:link}", True),
        ("none", True),
        ("{}", False),
        ("{ }", False),
        ("{a: colour}", False),
        ("{a: choice}", False),
        ("{a: choice()}", False),
        ("{a: choice( , )}", False),
        ("}{", False),
        ("{{a}}", False),
    ],
)
def test_a_field_is_read_or_refused(body: str, sound: bool) -> None:
    assert is_sound(body) is sound


@given(st.text("{}: abc(,)date", max_size=30))
def test_no_brace_of_a_sound_body_is_ever_sent(body: str) -> None:
    if is_sound(body):
        text = "".join(piece.text for piece in fill(body, {}))
        assert not has_hole(text)
        assert "{" not in text
        assert "}" not in text


def test_who_it_is_offered_to() -> None:
    mine = replace(HELLO, scope=Scope.ME, owner_id=ME)
    here = replace(HELLO, scope=Scope.CHANNEL, channel_id=ChannelId(4))

    assert HELLO.is_for(ME, None)
    assert mine.is_for(ME, None)
    assert not mine.is_for(PersonId(2), None)
    assert here.is_for(ME, ChannelId(4))
    assert not here.is_for(ME, ChannelId(5))


def test_what_waits_is_shown_as_it_will_be() -> None:
    new = SaveReply(None, "new", "New", " A / B ", (("en", "N"),), Scope.ME, None, ("t",))
    change = replace(saving(HELLO), title="Hello again")
    library = folded([HELLO, BYE], on_the_way(new, change, DeleteSavedReply(2), CountReplyUse(1)))

    assert [one.shortcut for one in library] == ["hello", "new"]
    assert (library[0].title, library[0].used, library[0].last_used_at) == ("Hello again", 4, at(4))
    assert (library[1].id, library[1].owner_id, library[1].folder, library[1].scope) == (-1, ME, "A/B", Scope.ME)
    assert folded([HELLO, BYE], on_the_way(DeleteSavedReply(2), RestoreSavedReply(2))) == [HELLO, BYE]
    assert folded([HELLO], on_the_way(saving(BYE))) == [HELLO]  # it is gone: the engine refuses that
    assert folded([BYE], on_the_way(saving(BYE)))[0].owner_id == PersonId(2)


@given(
    st.builds(
        SavedReply,
        st.integers(0, 9).map(SavedReplyId),
        st.text(max_size=5),
        st.text(max_size=5),
        st.text("a/ ", max_size=6).map(tidied),
        st.lists(st.tuples(st.text(max_size=2), st.text(max_size=5)), max_size=2).map(tuple),
        scope=st.sampled_from(Scope),
        channel_id=st.none() | st.integers(1, 3).map(ChannelId),
        tags=st.lists(st.text(max_size=4), max_size=2).map(tuple),
    )
)
def test_saving_a_reply_and_reading_the_command_loses_nothing(reply: SavedReply) -> None:
    command = from_json(to_json(saving(reply)))
    assert command == saving(reply)
    (made,) = folded([replace(reply, title="before")] if reply.id else [], on_the_way(command))
    assert replace(made, id=reply.id, owner_id=None, version=1) == reply


def test_folders_lie_in_folders_and_count_what_is_below() -> None:
    library = [HELLO, BYE, replace(HELLO, folder="Zoo"), replace(HELLO, folder="")]

    assert [(one.path, one.name, one.count, one.depth) for one in folders(library)] == [
        ("First", "First", 2, 0),
        ("First/Words", "Words", 1, 1),
        ("Zoo", "Zoo", 1, 0),
    ]
    assert inside(library, "First") == [HELLO, BYE]
    assert inside(library, "Fir") == []
    assert inside(library, "") == library


def test_a_folder_takes_another_name_with_everything_in_it() -> None:
    assert [one.folder for one in renamed([HELLO, BYE], "First", "Last")] == ["Last/Words", "Last"]
    assert [one.folder for one in renamed([HELLO, BYE], "First/Words", "Words")] == ["Words"]
    assert renamed([HELLO, BYE], "First", " First ") == []
    assert renamed([HELLO, BYE], "", "All") == []


@given(st.text("ab", min_size=1, max_size=40), st.sets(st.text("ab-23", max_size=40), max_size=8))
def test_a_free_shortcut_is_free_and_short(wanted: str, taken: set[str]) -> None:
    made = free_shortcut(wanted, taken | {wanted})

    assert made not in taken | {wanted}
    assert len(made) <= 40


def test_a_copy_is_new_and_unused() -> None:
    copy = copied(HELLO, [HELLO, BYE])

    assert (copy.id, copy.shortcut, copy.used, copy.bodies) == (0, "hello-2", 0, HELLO.bodies)
