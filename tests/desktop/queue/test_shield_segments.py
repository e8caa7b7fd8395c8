"""The shielded view in a real window: what is to be decided, what was hidden, what was let through, and its panel."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from socialdesk.desktop.places.context.parts import FieldLine, LineButton
from socialdesk.desktop.shell.window import Window
from socialdesk.desktop.widgets.plain_text import PlainLabel
from socialdesk.desktop.widgets.switch import Switch
from socialdesk.model.person import Role
from socialdesk.model.thread import Status, Thread
from socialdesk.model.view import SHIELDED, TEAM
from socialdesk.store.cache import Cache
from socialdesk.store.shield import held_in
from tests.desktop.queue.test_views import shown
from tests.desktop.shell.conftest import Sitting


def panel(window: Window) -> dict[str, str]:
    """The figures of the panel as they are read."""
    window.show_context_now()
    return dict(one.text().split(": ") for one in window.context.findChildren(FieldLine) if ": " in one.text())


def press_line(window: Window, words: str) -> None:
    window.show_context_now()
    next(one for one in window.context.findChildren(LineButton) if one.text() == words).click()


def test_what_is_shielded_is_seen_by_what_was_decided_about_it(sitting: Sitting, qtbot: QtBot) -> None:
    window = sitting.window
    window.hands.go(SHIELDED)
    header = window.queue.header
    names = [chip.text() for chip in header.chips.values() if not chip.isHidden()]
    assert names == ["To decide", "Hidden"], "nobody waits for an answer to what is kept"
    assert not header.let_through.isHidden()
    assert not header.in_force, "the segments say it already"
    many = len(shown(window))
    assert header.about == f"{many} kept out of sight"
    hidden = len(shown_as(window, Status.DONE))

    window.queue.show_status(Status.OPEN)
    first, second = shown(window)[:2]
    assert panel(window)["Let through again"] == "0"
    QTest.keyClick(window.queue.list, Qt.Key.Key_1)
    sitting.engine_works()
    assert [one.id for one in shown(window)[:1]] == [second.id]
    assert first.id in {one.id for one in shown_as(window, Status.DONE)}
    assert len(shown(window)) == hidden + 1

    window.queue.show_status(Status.OPEN)
    window.queue.open(second.id)
    press_line(window, "Let it through")
    header.let_through.click()
    qtbot.waitUntil(lambda: window.queue.model.is_search)
    assert [one.id for one in shown(window)] == [second.id], "before the engine has done it"
    sitting.engine_works()
    qtbot.waitUntil(lambda: not window.bridge.beside.is_busy)
    assert [one.id for one in shown(window)] == [second.id]
    assert header.about == "1 let through"
    assert header.let_through.isChecked()
    assert not any(chip.isChecked() for chip in header.chips.values())
    assert window.conversation.thread == second.id

    QTest.keyClick(window.queue.list, Qt.Key.Key_Z)
    sitting.engine_works()
    assert not shown(window), "what is kept again leaves the list of what was let through"
    window.hands.go(TEAM)
    assert [chip.text() for chip in header.chips.values() if not chip.isHidden()] == ["Open", "Waiting", "Done"]
    assert header.let_through.isHidden()


def shown_as(window: Window, status: Status) -> list[Thread]:
    window.queue.show_status(status)
    return shown(window)


def test_the_panel_tells_why_counts_and_teaches_without_a_word_of_it(
    sitting: Sitting, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = sitting.window
    day = window.bridge.clock.now().astimezone().date().isoformat()
    lea = next(one for one in window.bridge.people if one.name == "Léa Marchand")
    cache = Cache(sitting.unlocked.workspace.cache, sitting.unlocked.key, write=True)
    with cache.change() as change:
        for _ in range(3):
            change.count_opened(lea.id, day)
    cache.close()
    window.hands.go(SHIELDED)
    thread = window.queue.current()
    assert thread is not None
    kept = len(held_in(window.bridge.cache, thread.id))
    assert kept
    assert panel(window)["Kept back today"] == panel(window)["Still kept"] != "0"
    said = [one.text() for one in window.context.findChildren(PlainLabel)]
    assert "Why it was kept back" in said
    assert any(one.startswith(f"{kept} of this thread") for one in said)
    assert thread.contact_name not in " ".join(said)
    assert panel(window)["Léa Marchand"] == "3", "who leads sees what load it is, as a number"
    me = window.bridge.person(window.bridge.me)
    assert me is not None
    assert me.name not in panel(window)
    with monkeypatch.context() as other:
        other.setattr(window.bridge, "person", lambda _one: replace(me, role=Role.AGENT))
        assert window.context.shield.known_of(thread).team == ()

    window.hands.shield.show_or_close()
    qtbot.waitUntil(lambda: panel(window)["Opened by you today"] == "1")
    press_line(window, "This person, always")
    sitting.engine_works()
    now = window.bridge.thread(thread.id)
    assert now is not None
    assert not now.is_shielded
    QTest.keyClick(window.queue.list, Qt.Key.Key_Z)


def test_who_wants_to_see_opens_at_once_and_is_counted(sitting: Sitting) -> None:
    window = sitting.window
    window.hands.go(SHIELDED)
    assert window.conversation.is_closed
    window.show_context_now()
    cover = next(one for one in window.context.findChildren(Switch) if one.text() == "Cover likely abuse")
    assert cover.isChecked()
    cover.click()
    window.queue.step(1)
    assert not window.conversation.is_closed
    assert panel(window)["Opened by you today"] == "1"
    window.bridge.settings.put("shield.cover", "1")
    window.queue.step(1)
    assert window.conversation.is_closed
