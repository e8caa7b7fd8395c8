"""Shows the parts a long answer would leave in, before it does; knows no command."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.numbers import number
from socialdesk.desktop.widgets.buttons import Button, Kind
from socialdesk.desktop.widgets.dialog_card import DialogCard
from socialdesk.desktop.widgets.plain_text import PlainLabel
from socialdesk.desktop.widgets.tick import Tick
from socialdesk.model.capability import TextLimit
from socialdesk.model.counting import length_of
from socialdesk.model.splitting import split

tr = QCoreApplication.translate
WIDTH = 560
_MOST_HEIGHT = 360


class SplitPreview(DialogCard):
    """The parts, with or without "1/3" before them."""

    chosen = Signal(object, bool)
    """The parts to send, and whether the thread is done with them."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, scaled(WIDTH), tr("composer", "Send in parts"))
        self.closes_beside = True
        self._text = ""
        self._limit: TextLimit | None = None
        self._then_done = False
        self.parts: tuple[str, ...] = ()
        self.title = PlainLabel("", 18, 650)
        self.order = PlainLabel(
            tr("composer", "Each part leaves once the one before it is there. Undo takes all of them back."),
            12, 400, "text2", wraps=True,
        )  # fmt: skip
        self.numbers = Tick(tr("composer", "Number the parts"), 13, 500)
        self.numbers.setAccessibleDescription(tr("composer", "Begins each part with 1/3, 2/3 and so on"))
        self.numbers.toggled.connect(self._on_numbers)
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 8, 0)
        self._list.setSpacing(8)
        inner = QWidget()
        inner.setObjectName("bare")
        inner.setLayout(self._list)
        self._scroll = _Scroll()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidget(inner)
        self._scroll.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        self._scroll.setAccessibleName(tr("composer", "The parts"))
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.back = Button(tr("composer", "Back to the text"))
        self.back.clicked.connect(self.leave)
        self.send = Button("", Kind.PRIMARY)
        self.send.clicked.connect(self._choose)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.back)
        buttons.addWidget(self.send)
        column = QVBoxLayout()
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(10)
        column.addWidget(self.title)
        column.addWidget(self.order)
        column.addWidget(self._scroll)
        column.addWidget(self.numbers)
        column.addLayout(buttons)
        self.inside.addLayout(column)

    def open_for(self, text: str, limit: TextLimit, *, then_done: bool) -> None:
        """Show the parts of `text`."""
        self._text, self._limit, self._then_done = text, limit, then_done
        self._show()
        self.open_card(self.send if self.parts else self.back)

    def _on_numbers(self) -> None:
        if self._limit is not None:
            self._show()

    def _show(self) -> None:
        assert self._limit is not None
        self.parts = split(self._text, self._limit, numbered=self.numbers.isChecked())
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        wanted = 0
        many = len(self.parts)
        if many:
            self.title.setText(tr("composer", "%n part(s)", "", many))
        else:
            self.title.setText(tr("composer", "This can't be split"))
        self.order.setText(
            tr("composer", "Each part leaves once the one before it is there. Undo takes all of them back.")
            if many
            else tr("composer", "One link or word alone is longer than an answer may be. Shorten it.")
        )
        for one in self.parts:
            length = length_of(one, self._limit)
            counted = tr("composer", "{length} / {limit}").format(length=number(length.used), limit=number(length.most))
            shown = _Part(one, counted)
            wanted += shown.heightForWidth(min(scaled(WIDTH), self._over.width() - 40) - 66) + 8
            self._list.addWidget(shown)
        self._list.addStretch(1)
        self.numbers.setVisible(bool(self.parts))
        self._scroll.setVisible(bool(self.parts))
        self._scroll.want(min(scaled(_MOST_HEIGHT), max(scaled(60), wanted)))
        self.send.setVisible(bool(self.parts))
        self.send.set_words(
            tr("composer", "Send %n part(s) and done", "", many)
            if self._then_done
            else tr("composer", "Send %n part(s)", "", many)
        )
        if self.isVisible():
            self.place()

    def _choose(self) -> None:
        self.leave()
        self.chosen.emit(self.parts, self._then_done)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier and self.parts:
            event.accept()
            self._choose()
            return
        super().keyPressEvent(event)


class _Scroll(QScrollArea):
    """As high as it wants to be where there is room, and less where there is not."""

    def __init__(self) -> None:
        super().__init__()
        self._wanted = 0
        self.setMinimumHeight(60)

    def want(self, height: int) -> None:
        """Take another height."""
        self._wanted = height
        self.setMaximumHeight(height)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._wanted)


class _Part(QWidget):
    """One part as it will read."""

    def __init__(self, text: str, counted: str) -> None:
        super().__init__()
        words = PlainLabel(text, 13, 400, wraps=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(words, 1)
        line.addWidget(PlainLabel(counted, 12, 400, "text3", tabular=True), 0, Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(text)
        self.setAccessibleDescription(counted)
