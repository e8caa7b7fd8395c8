"""Working at what is kept out of sight: it is counted, shared out, interrupted and shown as its reader wants it."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from socialdesk.desktop.widgets.switch import Switch
from socialdesk.model.shielding import LetThrough
from socialdesk.model.view import MINE
from socialdesk.store.shield import own_words
from tests.desktop.shell.conftest import Sitting
from tests.desktop.shell.kept_out import (
    EVERY,
    NAME,
    SHIFT,
    TEXT,
    Kept,
    brought_in,
    comment,
    given,
    keep,
    key,
    models_say,
    readers_hear,
    tells,
)


@pytest.fixture
def kept(sitting: Sitting) -> Kept:
    return keep(sitting)


def test_every_opening_is_counted_for_the_person(kept: Kept) -> None:
    window = kept.sitting.window
    for _ in range(2):
        key(kept, Qt.Key.Key_Return, SHIFT)
        key(kept, Qt.Key.Key_Return, SHIFT)
    card = window.conversation.kept.card
    assert card is not None
    assert "opened 2 of these today" in readers_hear(card)
    kept.sitting.engine_works()
    assert window.bridge.cache.ask("SELECT person_id, n FROM shield_open") == [(window.bridge.me, 2)]
    assert "A short break" not in readers_hear(card)


def test_it_is_said_to_whom_the_next_one_goes_and_there_it_goes(kept: Kept) -> None:
    window = kept.sitting.window
    card = window.conversation.kept.card
    assert card is not None
    assert "The next one goes to" not in readers_hear(card)
    for _ in range(6):
        key(kept, Qt.Key.Key_Return, SHIFT)
        key(kept, Qt.Key.Key_Return, SHIFT)
    found = re.search(r"You have opened 6 of these today\. The next one goes to (\w+)\.", readers_hear(card))
    assert found is not None
    kept.sitting.engine_works()
    brought_in(kept.sitting, comment(7, TEXT, "Other", "other"))
    (came,) = [one for one in window.bridge.cache.threads(EVERY) if one.remote_id == "planted7"]
    person = window.bridge.person(came.assignee_id)
    assert person is not None
    assert person.name.split()[0] == found[1]


def test_after_ten_a_break_is_offered_in_one_line(kept: Kept) -> None:
    for _ in range(20):
        key(kept, Qt.Key.Key_Return, SHIFT)
    card = kept.sitting.window.conversation.kept.card
    assert card is not None
    assert readers_hear(card).count("A short break would be well earned.") == 1


def test_after_five_something_else_is_one_act_away(kept: Kept) -> None:
    window = kept.sitting.window
    for _ in range(4 * 2):
        key(kept, Qt.Key.Key_Return, SHIFT)
    card = window.conversation.kept.card
    assert card is not None
    assert card.elsewhere.isHidden()
    for _ in range(2):
        key(kept, Qt.Key.Key_Return, SHIFT)
    assert card.elsewhere.isVisible()
    assert "You have opened 5 of these today." in readers_hear(card)

    card.elsewhere.click()
    assert window.queue.base.id == MINE.id
    (now, shown) = (window.queue.current(), window.conversation.thread)
    assert now is not None
    assert (now.is_shielded, now.id) == (False, shown)


def test_the_name_is_told_where_somebody_wants_names_and_nothing_else_is(kept: Kept) -> None:
    window = kept.sitting.window
    head = window.conversation.header
    assert (head.name.text(), head.kind.text()) == ("Hidden message", "Instagram comment, no name")
    window.bridge.settings.put("shield.names", "0")
    assert (head.name.text(), head.kind.text()) == (NAME, "Instagram comment")
    assert NAME in models_say(window.queue)
    assert not tells(f"{models_say(window)}\n{readers_hear(window)}".replace(NAME, ""))
    window.bridge.settings.put("shield.names", "1")
    assert not tells(f"{models_say(window)}\n{readers_hear(window)}")


def test_what_is_seen_is_switched_beside_the_card(kept: Kept, qtbot: QtBot) -> None:
    window = kept.sitting.window

    def found() -> dict[str, Switch]:
        return {one.text(): one for one in window.context.findChildren(Switch) if one.isVisible()}

    qtbot.waitUntil(lambda: "Hide names and pictures" in found())
    switches = found()
    names = switches["Hide names and pictures"]
    assert names.isChecked()
    names.click()
    assert not window.bridge.settings.flag("shield.names")
    assert switches["No sound for shielded items"].isChecked()


def test_the_menu_offers_all_by_name(kept: Kept) -> None:
    window = kept.sitting.window
    act = window.registry.of_key("!")
    assert act is not None
    assert act.id == "shield.menu"
    menu = window.hands.shield.menu(kept.now())
    words = [one.text() for one in menu.actions() if one.text()]
    assert "Let it through, and these words from now on" in words
    assert "Keep out of sight: a threat" in words
    assert "Keep out of sight: an insult" not in words


def test_letting_through_shows_it_to_everybody_and_teaches_the_words(kept: Kept) -> None:
    from socialdesk.model.shielding import Teach

    window = kept.sitting.window
    window.hands.shield.let_through(Teach.WORDS)
    assert LetThrough in given(kept)
    assert not kept.now().is_shielded
    assert window.queue.model.row_of(kept.thread.id) is None
    kept.sitting.engine_works()
    assert {word.text for word in own_words(window.bridge.cache) if word.allows} == {"pathetic", "moron"}
    brought_in(kept.sitting, comment(3, "You are a moron"))
    (other,) = [one for one in window.bridge.cache.threads(EVERY) if one.remote_id == "planted3"]
    assert not other.is_shielded


def test_taking_it_back_keeps_it_again_and_forgets_what_it_taught(kept: Kept) -> None:
    from socialdesk.model.shielding import Teach

    window = kept.sitting.window
    window.hands.shield.let_through(Teach.WORDS)
    kept.sitting.engine_works()
    window.hands.undo()
    kept.sitting.engine_works()
    assert kept.now().shield == "abuse"
    assert own_words(window.bridge.cache) == ()
