"""Two people write in one saved reply at once: neither text is lost, and the second is asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from socialdesk.desktop.places.library.page import LibraryPage
from socialdesk.engine.apply import Apply
from socialdesk.model.identifiers import PersonId
from socialdesk.model.saved_reply import SavedReply
from socialdesk.model.saved_reply_command import DeleteSavedReply
from socialdesk.model.saved_reply_library import onto
from socialdesk.store.cache import Cache
from socialdesk.store.desk import Desk
from socialdesk.store.readings import Result
from socialdesk.support.clock import SystemClock
from tests.desktop.library.test_page import CTRL, choose, kept, listed, opened, press
from tests.desktop.shell.conftest import Sitting


class Colleague:
    """Somebody at another desk of the same workspace."""

    def __init__(self, sitting: Sitting, folder: Path) -> None:
        self._follow = sitting.window.bridge.follow
        others = [one for one in sitting.window.bridge.people if one.id != sitting.window.bridge.me]
        self.name = others[0].name
        self._me: PersonId = others[0].id
        self._clock = SystemClock()
        self.cache = Cache(sitting.unlocked.workspace.cache, sitting.unlocked.key, write=True)
        self.desk = Desk(folder / "colleague.db", None, write=True)

    def gives(self, command: DeleteSavedReply | SavedReply, *, tells: bool = True) -> Result:
        """They save or delete one; the window hears of it, or not yet."""
        made = onto(command) if isinstance(command, SavedReply) else command
        (given,) = self.desk.give([made], self._me, self._clock.now())
        Apply(self.cache, self.desk, self._clock, lambda _given: None, lambda: None).pending()
        if tells:
            self._follow.look()
        result = self.cache.result(given.id)
        assert result is not None
        return result


@pytest.fixture
def colleague(sitting: Sitting, tmp_path: Path) -> Iterator[Colleague]:
    made = Colleague(sitting, tmp_path)
    yield made
    made.desk.close()
    made.cache.close()


def body_of(reply: SavedReply) -> str:
    return reply.bodies[0][1]


def theirs(reply: SavedReply) -> SavedReply:
    (language, _), *rest = reply.bodies
    return replace(reply, bodies=((language, "Theirs, saved first."), *rest))


def test_what_a_colleague_saved_meanwhile_is_shown_beside_mine_and_nothing_is_overwritten(
    sitting: Sitting, colleague: Colleague
) -> None:
    page = opened(sitting)
    choose(page, "express")
    page.editor.body.setPlainText("Mine, not saved.")
    assert not page.editor.clash.isVisible()
    assert colleague.gives(theirs(kept(sitting.window, "express"))).outcome == "accepted"

    assert page.editor.clash.text() == f"{colleague.name} changed this meanwhile"
    assert page.editor.body.toPlainText() == "Mine, not saved."
    press(page.editor.body, Qt.Key.Key_S, modifier=CTRL)
    assert not sitting.window.bridge.submit.pending
    assert page.clash.isVisible()
    assert [(mine.text(), other.text()) for mine, other in page.clash.labels] == [
        ("Mine, not saved.", "Theirs, saved first.")
    ]


def test_keeping_mine_saves_it_on_top_of_theirs(sitting: Sitting, colleague: Colleague) -> None:
    page = opened(sitting)
    choose(page, "express")
    page.editor.body.setPlainText("Mine, not saved.")
    colleague.gives(theirs(kept(sitting.window, "express")))
    press(page.editor.body, Qt.Key.Key_S, modifier=CTRL)
    page.clash.mine.click()
    sitting.engine_works()

    assert body_of(kept(sitting.window, "express")) == "Mine, not saved."
    assert page.editor.isVisible()
    assert not page.editor.clash.isVisible()


def test_taking_theirs_leaves_the_library_as_they_saved_it(sitting: Sitting, colleague: Colleague) -> None:
    page = opened(sitting)
    choose(page, "express")
    page.editor.body.setPlainText("Mine, not saved.")
    colleague.gives(theirs(kept(sitting.window, "express")))
    page.editor.both.click()
    page.clash.theirs.click()

    assert page.editor.isVisible()
    assert page.editor.body.toPlainText() == "Theirs, saved first."
    assert not sitting.window.bridge.submit.pending


def test_a_save_that_was_on_its_way_is_refused_and_both_texts_are_shown(sitting: Sitting, colleague: Colleague) -> None:
    page = opened(sitting)
    choose(page, "express")
    colleague.gives(theirs(kept(sitting.window, "express")), tells=False)
    page.editor.body.setPlainText("Mine, given too late.")
    press(page.editor.body, Qt.Key.Key_S, modifier=CTRL)
    sitting.engine_works()

    assert body_of(kept(sitting.window, "express")) == "Theirs, saved first."
    assert page.clash.isVisible()
    assert [mine.text() for mine, _ in page.clash.labels] == ["Mine, given too late."]


def test_a_save_that_is_refused_while_the_window_is_closed_is_not_lost(sitting: Sitting, colleague: Colleague) -> None:
    page = opened(sitting)
    choose(page, "express")
    colleague.gives(theirs(kept(sitting.window, "express")), tells=False)
    page.editor.body.setPlainText("Mine, given too late.")
    press(page.editor.body, Qt.Key.Key_S, modifier=CTRL)
    page.rest()
    again = LibraryPage(sitting.window.bridge)
    sitting.engine_works()
    again.reload()
    choose(again, "express")

    assert again.editor.body.toPlainText() == "Mine, given too late."
    assert again.editor.clash.text() == f"{colleague.name} changed this meanwhile"
    again.deleteLater()


def test_z_does_not_take_back_what_a_colleague_saved_since(sitting: Sitting, colleague: Colleague) -> None:
    page = opened(sitting)
    choose(page, "express")
    page.editor.body.setPlainText("Mine, saved first.")
    press(page.editor.body, Qt.Key.Key_S, modifier=CTRL)
    sitting.engine_works()
    colleague.gives(theirs(kept(sitting.window, "express")))
    press(page.list, Qt.Key.Key_Z)
    sitting.engine_works()

    assert body_of(kept(sitting.window, "express")) == "Theirs, saved first."


def test_what_was_written_in_a_reply_that_a_colleague_deleted_goes_on_as_a_new_one(
    sitting: Sitting, colleague: Colleague
) -> None:
    page = opened(sitting)
    choose(page, "express")
    page.editor.body.setPlainText("Mine, not saved.")
    colleague.gives(DeleteSavedReply(kept(sitting.window, "express").id))
    assert "express" not in listed(page)
    page.begin_new()

    assert page.editor.body.toPlainText() == "Mine, not saved."
    press(page.editor.body, Qt.Key.Key_S, modifier=CTRL)
    sitting.engine_works()
    assert body_of(kept(sitting.window, "express")) == "Mine, not saved."
