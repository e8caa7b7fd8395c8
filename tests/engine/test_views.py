"""The engine makes commands about saved views effective, or says in a sentence why it does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from socialdesk.engine.views import refused
from socialdesk.model.command import Command, DeleteView, Given, MoveView, SaveView
from socialdesk.model.command_form import from_json, to_json
from socialdesk.model.filter_form import to_words
from socialdesk.model.identifiers import CommandId, PersonId
from socialdesk.model.saved_view import as_command, fold_views
from socialdesk.model.sorting import Sort
from socialdesk.model.view import VIP, Filter
from socialdesk.store.cache import Cache
from tests.model.builders import LEA, ME, at
from tests.store.test_queue import filled

VIPS = to_words(VIP.filter)


class Giver:
    """Makes commands about views effective on one file, as an engine does."""

    def __init__(self, cache: Cache) -> None:
        self.cache = cache

    def __call__(self, command: Command, by: PersonId = ME) -> str:
        """Why not, in a sentence; "" when it was done."""
        given = Given(CommandId("c"), 1, at(0), by, from_json(to_json(command)))
        before = self.cache.views()
        with self.cache.change() as change:
            assert isinstance(given.command, SaveView | DeleteView | MoveView)
            said = refused(change, given, given.command)
        if not said and by == ME:
            assert fold_views(before, [given], ME) == self.cache.views(), "the desktop shows what becomes true"
        return said


@pytest.fixture
def give(tmp_path: Path) -> Giver:
    return Giver(filled(tmp_path / "cache.db"))


def test_views_are_saved_changed_moved_and_deleted(give: Giver) -> None:
    assert not give(SaveView("a", "  Important   people ", VIPS, Sort.NEWEST, shared=True))
    assert not give(SaveView("b", "Everything", to_words(Filter())))
    assert not give(SaveView("c", "Third", to_words(Filter())))
    found = give.cache.views()
    assert [(view.id, view.name, view.sort, view.owner) for view in found][:2] == [
        ("a", "Important people", Sort.NEWEST, None),
        ("b", "Everything", Sort.TRIAGE, ME),
    ]
    assert not give(MoveView("c", "a"))
    assert not give(MoveView("a", ""))
    assert [view.id for view in give.cache.views()] == ["c", "b", "a"]
    assert not give(DeleteView("b"))
    assert [view.id for view in give.cache.views()] == ["c", "a"]
    # Undo of a deletion saves it again and puts it back.
    assert not give(as_command(found[1]))
    assert not give(MoveView("b", "a"))
    assert [view.id for view in give.cache.views()] == ["c", "b", "a"]


def test_a_private_view_is_changed_by_nobody_else(give: Giver) -> None:
    assert not give(SaveView("hers", "Hers", VIPS), LEA)
    for command in (SaveView("hers", "Mine now", VIPS), DeleteView("hers"), MoveView("hers")):
        assert "belongs to somebody else" in give(command)
    assert not give(SaveView("hers", "Hers", VIPS, shared=True), LEA)
    assert not give(SaveView("hers", "Ours", VIPS, shared=True))
    assert [view.name for view in give.cache.views()] == ["Ours"]


@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        (SaveView("x", "  ", VIPS), "Give the view a name"),
        (SaveView("x", "n" * 61, VIPS), "shorter name"),
        (SaveView("x", "ONE", VIPS), "called “ONE” already"),
        (SaveView("mine", "Mine", VIPS), "comes with the workspace"),
        (SaveView("channel:1", "C", VIPS), "comes with the workspace"),
        (SaveView("x", "Odd", "{}"), "does not know"),
        (SaveView("x", "Odd", '{"statuses": ["lost"]}'), "does not know"),
        (MoveView("gone"), "deleted meanwhile"),
    ],
)
def test_what_cannot_be_saved_is_refused_in_a_sentence(give: Giver, command: Command, sentence: str) -> None:
    give(SaveView("one", "One", VIPS))
    assert sentence in give(command)
    assert [view.id for view in give.cache.views()] == ["one"]
