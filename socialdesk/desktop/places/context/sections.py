"""What the sections of the panel begin with and stand in: a head with something at its right, lines close together."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from socialdesk.desktop.widgets.plain_text import PlainLabel, tooltip


def put_head(column: QVBoxLayout, said: str, right: str = "", button: QWidget | None = None) -> None:
    """Begin a section: its head, at the right of it a few words or a button."""
    column.addSpacing(9 if button is None else 5)  # a button is higher than the words beside it
    line = QHBoxLayout()
    head = PlainLabel(said, 12, 600, elides=True)
    head.setToolTip(tooltip(said))
    line.addWidget(head, 1)
    if right:
        line.addWidget(PlainLabel(right, 12, 400, "text3"))
    if button is not None:
        line.addWidget(button)
    column.addLayout(line)


def put_lines(column: QVBoxLayout, gap: int = 0) -> QVBoxLayout:
    """Room for lines that stand closer to each other than sections do."""
    lines = QVBoxLayout()
    lines.setSpacing(gap)
    column.addLayout(lines)
    return lines
