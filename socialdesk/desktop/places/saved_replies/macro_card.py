"""Shows all that a macro would say and do to the open thread before any of it is done; Enter does it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from socialdesk.desktop.look import icons
from socialdesk.desktop.look.following import sized
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.mirror import painter_on, pointing
from socialdesk.desktop.places.saved_replies.acts_words import icon_of, words_of
from socialdesk.desktop.places.saved_replies.preview import Preview
from socialdesk.desktop.widgets.buttons import Button, Kind
from socialdesk.desktop.widgets.dialog_card import DialogCard
from socialdesk.desktop.widgets.plain_text import PlainLabel, one_line
from socialdesk.model.person import Person
from socialdesk.model.saved_reply import Piece, SavedReply

tr = QCoreApplication.translate
WIDTH = 560
_MOST_HEIGHT = 120
"""A longer text is scrolled to, at 100 % text."""


class MacroCard(DialogCard):
    """One macro, ready to be run."""

    accepted = Signal()

    def __init__(
        self, window: QWidget, reply: SavedReply, pieces: Sequence[Piece], people: Sequence[Person], *, sends: bool
    ) -> None:
        """`sends` says whether the answer leaves by it, rather than to wait in the composer."""
        title = one_line(reply.title)
        super().__init__(window, WIDTH, title)
        self._is_accepted = False
        column = QVBoxLayout()
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(10)
        column.addWidget(PlainLabel(title, 18, 650, wraps=True))
        self.preview = Preview()
        if pieces:
            self.preview.show_pieces(pieces)
            lines = self.preview.wanted_height(WIDTH - 2 * 24)
            self.preview.setFixedHeight(min(lines, scaled(_MOST_HEIGHT)))
            column.addWidget(self.preview)
        said = words_of(reply.acts, people)
        self.lines = [_Line(icon_of(kind), words) for (kind, _), words in zip(reply.acts, said, strict=True)]
        if reply.pictures:
            words = tr("saved_replies", "%n picture(s) go with it", "", len(reply.pictures))
            self.lines.insert(0, _Line("paperclip", words))
        for line in self.lines:
            column.addWidget(line)
        blanks = sum(piece.is_open for piece in pieces)
        self.after = PlainLabel(
            _after(bool(pieces or reply.pictures), sends=sends, blanks=blanks), 13, 400, "text2", wraps=True
        )
        column.addWidget(self.after)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        self.cancel = Button(tr("macros", "Cancel"), keys=("Esc",))
        self.cancel.clicked.connect(self.leave)
        row.addWidget(self.cancel)
        words = tr("macros", "Send and do it") if (pieces or reply.pictures) and sends else tr("macros", "Do it")
        words = tr("macros", "Put into the answer") if (pieces or reply.pictures) and not sends else words
        self.run = Button(words, Kind.PRIMARY, keys=("Enter",))
        self.run.setDefault(True)
        self.run.clicked.connect(self._accept)
        row.addWidget(self.run)
        column.addLayout(row)
        self.inside.addLayout(column)
        spoken = ". ".join(["".join(piece.text for piece in pieces), *said, self.after.text()])
        self.setAccessibleDescription(spoken)
        self.closed.connect(self._tell)

    def show_it(self) -> None:
        """Show the card with the hand on the button that runs it."""
        self.open_card(self.run)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.leave() if self.cancel.hasFocus() else self._accept()
            return
        super().keyPressEvent(event)

    def _accept(self) -> None:
        self._is_accepted = True
        self.leave()

    def _tell(self) -> None:
        if self._is_accepted:
            self.accepted.emit()
        self.deleteLater()


class _Line(QWidget):
    """An act with its picture."""

    def __init__(self, icon: str, words: str) -> None:
        super().__init__()
        self._icon = icon
        self.label = PlainLabel(words, 13, 500, wraps=True)
        line = QHBoxLayout(self)
        sized(self, lambda: line.setContentsMargins(scaled(24), 0, 0, 0))
        line.addWidget(self.label)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        side = scaled(16)
        icons.paint(painter, QRectF(1, (self.height() - side) / 2, side, side), pointing(painter, self._icon), "text2")
        painter.end()


def _after(has_text: bool, *, sends: bool, blanks: int) -> str:
    if has_text and blanks:
        return tr("macros", "%n blank(s) to fill first; the rest is done when you send.", "", blanks)
    if has_text and not sends:
        return tr("macros", "An answer is begun here: it is put in there, and the rest is done when you send.")
    return tr("macros", "All at once, and Z takes all back.")
