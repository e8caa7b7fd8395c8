"""What the fields of a saved reply stand on: it scrolls where they are too high, and stacks them where it is narrow."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from socialdesk.desktop.look.following import sized
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.widgets.any_width import AnyWidth

FORM_LEAST, FORM_MOST = 260, 1_200
"""Logical pixels at 100 % text: in less, what else stands side by side stands under each other; it takes no more."""


class Form(AnyWidth):
    """As narrow as there is room. `column` is what fields are laid into, `rows` the lines that may turn upright."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.rows: list[QBoxLayout] = []
        sized(self, lambda: self.setMaximumWidth(scaled(FORM_MOST)))

    def row(self, spacing: int) -> QBoxLayout:
        """Another line of the column; what is put into it stands side by side where there is room."""
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(spacing)
        self.rows.append(row)
        self.column.addLayout(row)
        return row

    def _fit(self) -> None:
        margins = self.column.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        for row in self.rows:
            is_upright = room < _wide(row) or (row.count() > 1 and row.stretch(0) > 0 and room < scaled(FORM_LEAST))
            way = QBoxLayout.Direction.TopToBottom if is_upright else QBoxLayout.Direction.LeftToRight
            if row.direction() != way:
                row.setDirection(way)

    def event(self, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            self._fit()
        return super().event(event)


class FormArea(QScrollArea):
    """Shows a form, and of it always what has the focus."""

    def __init__(self, form: Form, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = form
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet("QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; }")
        self.setWidget(form)

    def follow(self, field: QWidget) -> None:
        """Bring a field into sight whenever it takes the focus."""
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusIn and isinstance(watched, QWidget):
            top = watched.mapTo(self._form, QPoint(0, 0)).y()
            self.ensureVisible(0, top + watched.height(), 0, 8)
            self.ensureVisible(0, top, 0, scaled(28))  # with the words above it
        return super().eventFilter(watched, event)


def _wide(row: QBoxLayout) -> int:
    """What a line needs side by side."""
    items = [item for at in range(row.count()) if (item := row.itemAt(at)) is not None and not item.isEmpty()]
    return sum(item.minimumSize().width() for item in items) + row.spacing() * max(0, len(items) - 1)
