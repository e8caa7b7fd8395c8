"""What the window does for an answer of the engine, and for what nobody looks at: counted, since clocks lie."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from socialdesk.desktop.places.conversation import shield
from socialdesk.desktop.places.conversation.geometry import Geometry
from socialdesk.desktop.places.conversation.view import ConversationView
from socialdesk.model.identifiers import ThreadId
from socialdesk.store.cache import Cache
from socialdesk.support import pipe
from socialdesk.support.paths import Workspace
from tests.desktop.shell.conftest import Sitting
from tests.desktop.shell.kept_out import SHIFT, TEXT, brought_in, comment
from tests.images.rest import settle

_EVERY = [ThreadId(number) for number in range(1, 5_000)]
_LONG = 40


class _Pokes:
    """A pipe through which an engine says twice that it did something, and then is gone with the loop."""

    def __init__(self, meanwhile: list[int]) -> None:
        self._left = 2
        self._meanwhile = meanwhile
        self.told: list[object] = []

    def tell(self, poke: object) -> None:
        self.told.append(poke)

    async def next(self) -> dict[str, str]:
        if not self._left:
            raise asyncio.CancelledError
        self._left -= 1
        return {"poke": "changed"}

    async def close(self) -> None:
        self._meanwhile.append(0)


def test_pokes_of_the_engine_read_nothing_within_the_turn_they_come_in_and_then_read_once(
    sitting: Sitting, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    follow = sitting.window.bridge.follow
    follow.stop()
    looked: list[int] = []
    changes = Cache.changes
    monkeypatch.setattr(Cache, "changes", lambda self, at, most: (looked.append(1), changes(self, at, most))[1])

    async def connect(_workspace: Workspace) -> _Pokes:
        return _Pokes(looked)

    monkeypatch.setattr(pipe, "connect", connect)
    with pytest.raises(asyncio.CancelledError):
        asyncio.run(follow.keep_connected())
    assert looked == [0], "it only listened"
    # What the frame of an act still has to do comes first.
    qtbot.waitUntil(lambda: 1 in looked)
    qtbot.waitUntil(lambda: not follow._soon._timer.isActive())
    assert looked == [0, 1]


def _stands_at_top(view: ConversationView) -> tuple[object, int]:
    index = view.indexAt(QPoint(view.viewport().width() // 2, 4))
    return view.row_at(index).key, view.visualRect(index).top()


def test_of_what_is_kept_out_of_sight_nothing_is_laid_out_until_it_is_shown_and_then_it_opens_where_others_do(
    sitting: Sitting, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    long = [replace(comment(number, f"{TEXT} {number}"), thread_remote_id="planted0") for number in range(_LONG)]
    brought_in(sitting, *long, comment(90, TEXT), comment(91, TEXT))
    window = sitting.window
    conversation, view = window.conversation, window.conversation.view
    known = {one.remote_id: one for one in window.bridge.cache.threads(_EVERY)}
    QTest.keyClick(window.queue.list, Qt.Key.Key_G)
    QTest.keyClick(window.queue.list, Qt.Key.Key_H)
    window.queue.open(known["planted90"].id)  # the card is made by the first
    settle(window)  # hidden widgets are told of another size some turns later, and measure themselves then
    placed: list[int] = []
    place = Geometry.place
    monkeypatch.setattr(Geometry, "place", lambda self, row, width: (placed.append(1), place(self, row, width))[1])
    covered: list[int] = []
    hidden = shield.hidden
    monkeypatch.setattr(shield, "hidden", lambda entries, why: (covered.append(1), hidden(entries, why))[1])

    for thread in ("planted91", "planted0"):
        window.queue.open(known[thread].id)
        qapp.processEvents()
        window.bridge.people_changed.emit()  # what changes meanwhile is followed as little
        qapp.processEvents()
        assert conversation.is_closed
        assert not view.isVisible()
    assert placed == []
    assert covered == [1, 1], "once for each, however often it is asked for"
    assert not conversation.paging.newest.isVisible()

    QTest.keyClick(window.queue.list, Qt.Key.Key_Return, SHIFT)
    qapp.processEvents()
    assert placed
    assert view.isVisible()
    assert len(conversation.messages) == _LONG
    bar = view.verticalScrollBar()
    assert bar.value() == bar.maximum() > 1_000, "nothing of it is marked: it opens at its end"
    bar.setValue(bar.value() - 700)
    there = _stands_at_top(view)
    # Closed and shown again one reads on where one was.
    for is_shown in (False, True):
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_Return, SHIFT)
        qapp.processEvents()
        assert view.isVisible() is is_shown
    assert _stands_at_top(view) == there
