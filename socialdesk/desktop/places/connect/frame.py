"""Gives the wizard its card: rail, title, pages and buttons; the scrim behind it, and Tab that stays inside."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsDropShadowEffect,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.tokens import font, ink
from socialdesk.desktop.places.connect.rail import Rail
from socialdesk.desktop.places.connect.style import style_sheet
from socialdesk.desktop.widgets.focus_round import go_round
from socialdesk.desktop.widgets.plain_text import tooltip

tr = QCoreApplication.translate
WIDTH, HEIGHT = 880, 600
_MARGIN = 16
_LOW = 300
"""A lower card keeps its head and foot small, at 100 % text."""


class WizardFrame(QWidget):
    """Covers the window it is a child of; the pages on the card and what the buttons do are somebody else's."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.hide()
        self.setStyleSheet(style_sheet())  # before there are parts that it would polish once more
        self._window = window
        self.card = QFrame(self)
        self.card.setObjectName("card")
        self._rail = Rail(self.card)
        self._title, self._sub = QLabel(self.card), QLabel(self.card)
        self._pages = QStackedWidget(self.card)
        self.link = QPushButton(tr("ConnectWizard", "I only want to look around"), self.card)
        self.back = QPushButton(self.card)
        self.onward = QPushButton(self.card)
        self._lay_out()
        window.installEventFilter(self)

    def promise(self, words: str) -> None:
        """Say where a sign-in is kept, which by itself is said to be the keychain."""
        self._rail.promise(words)

    @property
    def promised(self) -> str:
        """What is said of where a sign-in is kept."""
        return self._rail.promised

    def show_words(self, title: str, sub: str, *, is_wrong: bool) -> None:
        """Say the title and the line below it, where there is one; `is_wrong` tells that it is a refusal."""
        self._title.setText(title)
        self._sub.setText(sub)
        self._sub.setObjectName("wrong" if is_wrong else "sub")
        self._sub.style().unpolish(self._sub)
        self._sub.style().polish(self._sub)
        self._sub.setVisible(bool(sub))

    def show_buttons(self, back: str, onward: str, *, may: bool, why_not: str) -> None:
        """Name the ways back and on; without a name there is no way back, `why_not` tells why one may not go on."""
        self.back.setVisible(bool(back))
        self.back.setText(back)
        self.onward.setText(onward)
        self.onward.setEnabled(may)
        self.onward.setToolTip(tooltip(why_not))
        self.onward.setAccessibleDescription(why_not)

    def dress_words(self) -> None:
        """Title, line and buttons in the present size."""
        self._title.setFont(font(18, 650, tabular=False))
        self._sub.setFont(font(13, 400, tabular=False))
        for button in (self.link, self.back, self.onward):
            button.setFont(font(13, 600, tabular=False))

    def _lay_out(self) -> None:
        self._title.setObjectName("title")
        self._title.setWordWrap(True)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._sub.setObjectName("sub")
        self._sub.setWordWrap(True)
        self._sub.setTextFormat(Qt.TextFormat.PlainText)
        self.link.setObjectName("link")
        self.onward.setObjectName("primary")
        for button in (self.link, self.back, self.onward):
            button.setAutoDefault(False)
        head = self._head = QVBoxLayout()
        head.setSpacing(3)
        head.addWidget(self._title)
        head.addWidget(self._sub)
        foot = self._foot = QFrame(self.card)
        foot.setObjectName("foot")
        buttons = QHBoxLayout(foot)
        buttons.setContentsMargins(20, 0, 24, 0)
        buttons.setSpacing(8)
        buttons.addWidget(self.link)
        buttons.addStretch(1)
        buttons.addWidget(self.back)
        buttons.addWidget(self.onward)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addLayout(head)
        right.addWidget(self._pages, 1)
        right.addWidget(foot)
        both = QHBoxLayout(self.card)
        both.setContentsMargins(1, 1, 1, 1)
        both.setSpacing(0)
        both.addWidget(self._rail)
        both.addLayout(right, 1)

    def cast_shadow(self) -> None:
        """In the present look."""
        shadow = QGraphicsDropShadowEffect(self.card)
        shadow.setBlurRadius(40)
        shadow.setOffset(0, 12)
        shadow.setColor(ink("shadow", 0.3))
        self.card.setGraphicsEffect(shadow)

    def cover(self) -> None:
        """Be as large as the window, the card in its middle."""
        room = self._window.rect()
        self.setGeometry(room)
        width = min(scaled(WIDTH), room.width() - 2 * _MARGIN)
        height = min(scaled(HEIGHT), room.height() - 2 * _MARGIN)
        self._rail.setVisible(width >= scaled(WIDTH) - 160)
        self.card.setGeometry((room.width() - width) // 2, (room.height() - height) // 2, width, height)
        is_low = self.card.height() < scaled(_LOW)  # then more of it is for the page
        self._head.setContentsMargins(24, 12 if is_low else 23, 24, 8 if is_low else 16)
        self._foot.setFixedHeight(scaled(50 if is_low else 64))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parentWidget() and event.type() == QEvent.Type.Resize and self.isVisible():
            self.cover()
        return False

    def event(self, event: QEvent) -> bool:
        # Letters that are shortcuts of the window mean nothing while it is covered.
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - as Qt names it
        """Tab goes round inside: the window behind is covered."""
        walk: list[QWidget] = [
            widget
            for widget in self.findChildren(QWidget)
            if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        walk.sort(key=self._place)
        go_round(walk, self._window.focusWidget(), forward=next)
        return True

    def _place(self, widget: QWidget) -> tuple[int, ...]:
        """Where it stands in the order of reading; what scrolls stands where its area does, however far it scrolled."""
        above = widget.parentWidget()
        while above is not None and above is not self:
            if isinstance(above, QScrollArea) and (inside := above.widget()) is not None:
                middle = widget.mapTo(inside, widget.rect().center())
                return (*_reading_order(above.mapTo(self, above.rect().center())), *_reading_order(middle))
            above = above.parentWidget()
        return _reading_order(widget.mapTo(self, widget.rect().center()))

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), ink("scrim"))


def _reading_order(middle: QPoint) -> tuple[int, int]:
    """Lines first, then along the line; what is a few pixels apart is on one line."""
    return middle.y() // 16, middle.x()
