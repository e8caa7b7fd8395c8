"""Many threads at once."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from socialdesk.desktop.shell.window import Window
from socialdesk.model.thread import Kind
from socialdesk.model.view import TEAM
from socialdesk.store.stories import Story


def _selection(window: Window) -> None:
    rows = [one.id for row in range(window.queue.model.rowCount()) if (one := window.queue.model.thread_at(row))]
    window.queue.open(rows[-1])
    window.bulk.toggle()
    window.queue.open(rows[-2])
    window.bulk.toggle()
    window.bulk.assign(window.bridge.people[1].id)
    for place in (2, 3, 4, 6):
        window.queue.open(rows[place])
        QTest.keyClick(window.queue.list, Qt.Key.Key_X)
    window.bulk.shown.answering = lambda: frozenset(rows[4:5])
    window.queue.selection.changed.emit()


def _answer(window: Window) -> None:
    rows = [one for row in range(window.queue.model.rowCount()) if (one := window.queue.model.thread_at(row))]
    window.queue.selection.select(one.id for one in rows)
    window.bulk.answer_all()
    sheet = window.bulk.one_text.sheet
    sheet.text.setPlainText("Hello {first name}, thank you for asking. Your parcel leaves tomorrow. {our name}")
    sheet.fill_all()


def _folded(window: Window) -> None:
    window.hands.go(TEAM)
    model = window.queue.model
    rows = [one for row in range(model.rowCount()) if (one := model.thread_at(row)) is not None]
    # Nobody has joined the demo's messages yet: these are those that ask about an order.
    window.queue.folds.put(
        [Story(1, tuple(one for one in rows if "order" in one.preview.lower() or one.kind is Kind.COMMENT))]
    )
    window.queue.folds.arrange(at_once=True)
    window.queue.open(next(iter(model.folding.now.leads)))


def _preview(window: Window) -> None:
    rows = [one for row in range(window.queue.model.rowCount()) if (one := window.queue.model.thread_at(row))]
    window.queue.selection.select(one.id for one in rows)
    window.run(window.registry["message.hide"])


def _progress(window: Window) -> None:
    _preview(window)
    window.bulk.asking.sheet.agree.click()
    window.bulk.progress.look_now()
    window.bulk.progress.show()


SCENES = {
    "selection": _selection,
    "bulk-answer": _answer,
    "folded": _folded,
    "bulk-preview": _preview,
    "bulk-progress": _progress,
}
