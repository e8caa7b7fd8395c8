"""Who hears the window instead of seeing it, or moves through it by keys alone, meets everything there is."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QLineEdit, QPlainTextEdit, QTextEdit
from pytestqt.qtbot import QtBot

from socialdesk.desktop.shell.window import Window
from tests.desktop.shell.conftest import Sitting
from tests.images import waiting
from tests.images.rest import settle
from tests.images.scenes import all_scenes

LEAST_TARGET = 24
"""Logical pixels: WCAG 2.2, 2.5.8."""
_FITTING = {
    QAbstractButton: {
        QAccessible.Role.PushButton,
        QAccessible.Role.Button,
        QAccessible.Role.CheckBox,
        QAccessible.Role.RadioButton,
        QAccessible.Role.ButtonMenu,
        QAccessible.Role.ButtonDropDown,
        QAccessible.Role.Link,
        QAccessible.Role.PageTab,
        QAccessible.Role.ListItem,
        QAccessible.Role.Switch,
    },
    QAbstractItemView: {QAccessible.Role.List, QAccessible.Role.Tree, QAccessible.Role.Table},
    QLineEdit: {QAccessible.Role.EditableText},
    QPlainTextEdit: {QAccessible.Role.EditableText},
    QTextEdit: {QAccessible.Role.EditableText, QAccessible.Role.StaticText},
}


def heard(of: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Everything a reader finds in a part of the window that is shown, itself first."""
    if not of or not of.isValid() or of.state().invisible:
        return
    yield of
    for number in range(min(of.childCount(), 300)):
        yield from heard(of.child(number))


def name(of: QAccessibleInterface) -> str:
    """What a reader calls it."""
    return of.text(QAccessible.Text.Name).strip()


def _can_be_reached(of: QAccessibleInterface) -> bool:
    state: Any = of.state()
    return bool(state.focusable) and not state.disabled


# On a busy machine a pointer that rests on a row for the picture rests long enough for its tooltip, which is raised.
@pytest.mark.qt_log_ignore("This plugin does not support raise")
@pytest.mark.parametrize("scene", list(all_scenes()))
def test_all_that_can_be_reached_has_a_name_a_fitting_role_and_room_for_a_finger(sitting: Sitting, scene: str) -> None:
    window = sitting.window
    if scene in waiting.STATES:
        waiting.put(sitting.unlocked, scene, window.bridge.clock.now())
        window.bridge.follow.look()
    all_scenes()[scene](window)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    settle(window)
    wrong: list[str] = []
    met = 0

    root = QAccessible.queryAccessibleInterface(window)
    assert root is not None
    for one in heard(root):
        widget = one.object()
        said = f"{type(widget).__name__} {name(one)!r}"
        met += 1
        if _can_be_reached(one) and not name(one):
            wrong.append(f"{said} has no name")
        if any(unicodedata.category(sign) == "Co" for sign in name(one)):
            wrong.append(f"{said} is called by the sign of an icon")
        for kind, roles in _FITTING.items():
            if isinstance(widget, kind) and one.role() not in roles:
                wrong.append(f"{said} says it is a {one.role().name}")
        if isinstance(widget, QAbstractButton) and widget.isVisible():
            if not name(one):
                wrong.append(f"{said} is a button without a name: {widget.toolTip()!r}")
            if not widget.text().strip() and not widget.toolTip().strip():
                wrong.append(f"{said} is an icon that says nothing when one points at it")
            # The cross that Qt draws into a field is one way of several: Esc and the keys of the text clear it too.
            is_qts = isinstance(widget.parent(), QLineEdit)
            if min(widget.width(), widget.height()) < LEAST_TARGET and not is_qts:
                wrong.append(f"{said} is {widget.width()} × {widget.height()}")
        if isinstance(widget, QAbstractItemView) and one.role() is QAccessible.Role.List:
            rows = widget.model().rowCount()
            if one.childCount() != rows:
                wrong.append(f"{said} tells {one.childCount()} of {rows} rows")

    assert met > 20
    assert wrong == []


def whole(sitting: Sitting, qtbot: QtBot) -> Window:
    """The window once the panel of the contact stands too: it follows the thread a moment later."""
    window = sitting.window
    qtbot.waitUntil(lambda: window.context.thread == window.conversation.thread)
    return window


def test_f6_walks_all_panes_and_comes_back_to_where_it_began(sitting: Sitting, qtbot: QtBot) -> None:
    window = whole(sitting, qtbot)
    window.queue.list.setFocus()
    panes: list[str] = []

    for _ in range(6):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_F6)
        focus = QApplication.focusWidget()
        assert focus is not None
        found = QAccessible.queryAccessibleInterface(focus)
        assert found is not None
        panes.append(name(found).split(" with ")[0].split(" to ")[0])

    assert len(set(panes[:5])) == 5, panes
    assert panes[5] == panes[0]


@pytest.mark.parametrize("is_back", [False, True])
def test_tab_goes_through_the_window_in_its_order_and_meets_no_trap(
    sitting: Sitting, qtbot: QtBot, *, is_back: bool
) -> None:
    window = whole(sitting, qtbot)
    window.rail.list.setFocus()
    places = (window.rail, window.queue, window.conversation, window.composer, window.context)
    met: list[int] = []

    for _ in range(80):
        focus = QApplication.focusWidget()
        assert focus is not None
        here = next((n for n, place in enumerate(places) if place is focus or place.isAncestorOf(focus)), None)
        if here is not None and (not met or met[-1] != here):
            met.append(here)
        if len(met) > 1 and met[-1] == 0:
            break
        if is_back:
            QTest.keyClick(focus, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
        else:
            QTest.keyClick(focus, Qt.Key.Key_Tab)
        # Where the panel of the contact leads on to stands a turn of the loop later.
        QApplication.processEvents()

    assert met == ([0, 4, 3, 2, 1, 0] if is_back else [0, 1, 2, 3, 4, 0])


def test_after_a_row_leaves_the_focus_is_on_the_next_one(sitting: Sitting) -> None:
    queue = sitting.window.queue
    queue.list.setFocus()
    following = queue.after(queue.current().id)

    QTest.keyClick(queue.list, Qt.Key.Key_E)

    assert QApplication.focusWidget() is queue.list
    assert queue.current().id == following.id
