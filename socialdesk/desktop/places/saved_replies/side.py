"""The right half of the picker: the chosen reply as it would be inserted, and what is to be known of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from socialdesk.desktop.look import icons
from socialdesk.desktop.look.following import sized
from socialdesk.desktop.look.fonts import font
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.mirror import painter_on
from socialdesk.desktop.look.tokens import hex_of
from socialdesk.desktop.places.saved_replies.preview import Preview
from socialdesk.desktop.widgets.flow import FlowLayout
from socialdesk.desktop.widgets.languages import name_of
from socialdesk.desktop.widgets.plain_text import PlainLabel, one_line, tooltip
from socialdesk.model.saved_reply import Piece, SavedReply

_LEAST = 24
"""The text of the reply shows at least a line, whatever is said of it."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A line below the text."""

    icon: str
    tone: str
    words: str


class Side(QWidget):
    """Shows one reply; in which of its languages, `language_wanted` asks."""

    language_wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = PlainLabel("", 13, 600, elides=True, parent=self)
        self.used = PlainLabel("", 12, 400, "text3", parent=self)
        self.preview = Preview(self)
        self.facts: list[FactLine] = []
        self._looks: tuple[object, ...] = ()
        self._tabs = QWidget(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._tabs.setSizePolicy(policy)
        self._flow = FlowLayout(self._tabs, 6)
        self._flow.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 18, 12)
        column.setSpacing(6)
        column.addWidget(self.title)
        line = QHBoxLayout()
        line.addWidget(self._tabs, 1)
        line.addWidget(self.used, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(line)
        column.addSpacing(2)
        # It scrolls; what is said below it does not.
        sized(self.preview, lambda: self.preview.setMinimumHeight(scaled(_LEAST)))
        column.addWidget(self.preview, 1)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        column.addLayout(self._lines)

    def show_reply(self, reply: SavedReply, pieces: Sequence[Piece], used: str, facts: Sequence[Fact]) -> None:
        """Show one; `facts` are said below its text."""
        self.title.setText(one_line(reply.title))
        self.used.setText(used)
        self.used.setFixedHeight(scaled(22))
        self.preview.show_pieces(pieces)
        for line in self.facts:
            self._lines.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.facts = [FactLine(fact) for fact in facts]
        for line in self.facts:
            self._lines.addWidget(line)
        self._fit_facts()

    def _fit_facts(self) -> None:
        """In a low window some facts stand below the text, those that call for a hand first; its tooltip tells all."""
        for line in self.facts:
            line.setVisible(True)
        column = self.layout()
        assert column is not None
        column.activate()
        room = self.height() - self.preview.y() - scaled(_LEAST) - column.contentsMargins().bottom()
        hidden = False
        for line in sorted(self.facts, key=lambda one: not one.calls):
            room -= line.heightForWidth(self.preview.width()) + self._lines.spacing() + 2
            line.setVisible(room >= 0)
            hidden = hidden or room < 0
        self.preview.setToolTip(tooltip("\n".join(line.label.text() for line in self.facts)) if hidden else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_facts()

    def show_languages(self, languages: Sequence[str], shown: str) -> None:
        """Offer the languages it is written in."""
        looks = (tuple(languages), shown, hex_of("accent"), hex_of("raised"), scaled(100))
        if looks == self._looks:
            return  # they are dear to make, and most replies have the same
        self._looks = looks
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for language in languages:
            self._flow.addWidget(self._tab(language, is_shown=language == shown))
        self._tabs.setVisible(bool(languages))
        self._tabs.updateGeometry()

    def _tab(self, language: str, *, is_shown: bool) -> QPushButton:
        tab = QPushButton(name_of(language), self._tabs)
        tab.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        tab.setCursor(Qt.CursorShape.PointingHandCursor)
        plane, edge, letters = ("accentTint", "accentTint", "accent") if is_shown else ("raised", "lineStrong", "text2")
        high = scaled(22)
        tab.setStyleSheet(
            f"QPushButton {{ background: {hex_of(plane)}; border: 1px solid {hex_of(edge)}; color: {hex_of(letters)};"
            f" border-radius: {high // 2 + 1}px; padding: 0 {scaled(9)}px;"
            f" min-height: {high}px; max-height: {high}px; }}"
        )
        tab.setFont(font(12, 600 if is_shown else 500))
        tab.clicked.connect(lambda: self.language_wanted.emit(language))
        return tab


class FactLine(QWidget):
    """One fact about the chosen reply in words, with the icon that tells its kind."""

    def __init__(self, fact: Fact) -> None:
        super().__init__()
        self._fact = fact
        self.calls = fact.tone == "soon"
        """Whether it says that somebody has to do something."""
        ink_of = "soon" if self.calls else "text2"
        self.label = PlainLabel(fact.words, 12, 500 if self.calls else 400, ink_of, wraps=True)
        line = QHBoxLayout(self)
        sized(self, lambda: line.setContentsMargins(scaled(20), 0, 0, 0))
        line.addWidget(self.label)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        size = scaled(14)
        top = (min(self.height(), scaled(18)) - size) / 2
        icons.paint(painter, QRectF(0, top, size, size), self._fact.icon, self._fact.tone)
        painter.end()
