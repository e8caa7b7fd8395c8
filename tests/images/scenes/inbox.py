"""The inbox itself, and what opens over it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from socialdesk.desktop.shell.window import Window


def _as_it_opens(_window: Window) -> None:
    pass


def _picker(window: Window) -> None:
    window.hands.answer()
    QTest.keyClicks(window.composer.editor, "Bonjour Camille, /exp")


def _suggested(window: Window) -> None:
    window.hands.answer()
    window.composer.ask_for_saved_replies()


def _no_match(window: Window) -> None:
    window.hands.answer()
    QTest.keyClicks(window.composer.editor, "Bonjour, /zzzzzz")


def _palette(window: Window) -> None:
    window.open_palette("sno")


def _snooze(window: Window) -> None:
    window.hands.triage.ask_snooze()


def _wizard(window: Window) -> None:
    window.connecting.open()


def _empty(window: Window) -> None:
    for _ in range(12):
        QTest.keyClick(window.queue.list, Qt.Key.Key_E)
    window.toast.leave()


def _undo(window: Window) -> None:
    QTest.keyClick(window.queue.list, Qt.Key.Key_E)


def _narrow(window: Window) -> None:
    window.resize(1180, 780)


def _search(window: Window) -> None:
    window.hands.start_search()
    QTest.keyClicks(window.queue.search_field, "livraison")


SCENES = {
    "main": _as_it_opens,
    "saved-reply": _picker,
    "saved-reply-fits": _suggested,
    "saved-reply-none": _no_match,
    "palette": _palette,
    "snooze": _snooze,
    "connect": _wizard,
    "undo": _undo,
    "compact": _narrow,
    "search": _search,
    "empty": _empty,
    "offline": _as_it_opens,
}
