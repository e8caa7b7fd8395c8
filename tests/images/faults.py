"""Looks for words that are cut and parts that lie over each other in a window as it stands.

It judges what Qt lays out; what rows paint is looked at in pictures. `./dev shots … --faults FILE` tells it of what is
drawn.
"""

from __future__ import annotations

from collections.abc import Iterator

import shiboken6
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QLabel, QLayout, QToolButton, QWidget

from socialdesk.desktop.widgets.plain_text import PlainLabel

_SPARE = 2
"""So many pixels may be rounded away."""


def faults(window: QWidget) -> Iterator[str]:
    """Sentences about what is cut or covered in a window as it stands."""
    for widget in (window, *window.findChildren(QWidget)):
        if not widget.isVisible() or widget.visibleRegion().isEmpty():
            continue
        if isinstance(widget, QLabel) and widget.text():
            yield from _cut_label(widget)
        elif isinstance(widget, QAbstractButton) and widget.text() and not isinstance(widget, QToolButton):
            yield from _cut_button(widget)
        layout = widget.layout()
        if layout is not None:
            yield from _covered(widget, [one for one in _laid_out(layout) if one.isVisible()])


def _named(widget: QWidget) -> str:
    words = widget.text() if isinstance(widget, QLabel | QAbstractButton) else widget.accessibleName()
    around = widget.parentWidget()
    return f"{type(widget).__name__} {words[:60]!r} in {type(around).__name__ if around is not None else 'nothing'}"


def _tells(widget: QWidget | None) -> bool:
    """Whether a widget or what it is a part of tells the whole of it in a tooltip."""
    while widget is not None and not widget.isWindow():
        if widget.toolTip():
            return True
        widget = widget.parentWidget()
    return False


def _cut_label(label: QLabel) -> Iterator[str]:
    room = label.contentsRect()
    if label.wordWrap():
        if label.heightForWidth(label.width()) > label.height() + _SPARE:
            yield f"{_named(label)} lacks height: {label.heightForWidth(label.width())} in {label.height()}"
        return
    if isinstance(label, PlainLabel) and label.elides:
        return  # what is cut shows when it is pointed at
    wide = max(label.fontMetrics().horizontalAdvance(line) for line in label.text().split("\n"))
    if wide > room.width() + _SPARE and not _tells(label):
        yield f"{_named(label)} is cut: {wide} in {room.width()}"
    if label.fontMetrics().height() > room.height() + 2 * _SPARE:
        yield f"{_named(label)} lacks height: {label.fontMetrics().height()} in {room.height()}"


def _cut_button(button: QAbstractButton) -> Iterator[str]:
    wanted = button.minimumSizeHint()
    if not wanted.isValid():
        wanted = button.sizeHint()
    if button.hasHeightForWidth():  # its words wrap
        high = button.heightForWidth(button.width())
        if high > button.height() + _SPARE:
            yield f"{_named(button)} lacks height: {high} in {button.height()}"
        return
    if wanted.width() > button.width() + _SPARE and not _tells(button):
        yield f"{_named(button)} is cut: {wanted.width()} in {button.width()}"
    if button.fontMetrics().height() > button.height() + _SPARE:
        yield f"{_named(button)} lacks height: {button.fontMetrics().height()} in {button.height()}"


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        if item is None or not shiboken6.isValid(item):
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _laid_out(inner)


def _covered(around: QWidget, parts: list[QWidget]) -> Iterator[str]:
    places = [QRect(one.mapTo(around, QPoint(0, 0)), one.size()) for one in parts]
    for at, first in enumerate(places):
        for later, second in enumerate(places[at + 1 :], at + 1):
            both = first.intersected(second)
            if both.width() > _SPARE and both.height() > _SPARE:
                yield f"{_named(parts[at])} and {_named(parts[later])} lie over each other"
        if first.right() > around.width() + _SPARE or first.left() < -_SPARE:
            yield f"{_named(parts[at])} sticks out of {type(around).__name__} at its side"
