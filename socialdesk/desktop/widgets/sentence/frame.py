"""The parts a sentence is laid out with: tokens that know their place, lines that flow, groups that are set in."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.mirror import painter_on
from socialdesk.desktop.look.tokens import ink
from socialdesk.desktop.widgets.flow import FlowLayout
from socialdesk.desktop.widgets.sentence.token import HEIGHT, Token
from socialdesk.desktop.widgets.sentence.token import Part as Look
from socialdesk.desktop.widgets.sentence.tree import Clause, Group, Path
from socialdesk.desktop.widgets.sentence.vocabulary import Vocabulary

tr = QCoreApplication.translate
SAYS, JOIN, HEAD, ADD = "says", "join", "head", "add"


def join_words(*, joins_any: bool) -> str:
    """What stands between two clauses."""
    if joins_any:
        return tr("sentence", "or", "between two clauses of which one must hold")
    return tr("sentence", "and", "between two clauses that must both hold")


def head_words(group: Group) -> str:
    """What stands before the clauses of a group."""
    match group.joins_any, group.is_not:
        case False, False:
            return tr("sentence", "all of this is so:")
        case True, False:
            return tr("sentence", "at least one of these is so:")
        case False, True:
            return tr("sentence", "not all of this is so:")
        case _:
            return tr("sentence", "none of this is so:")


def clause_words(vocabulary: Vocabulary, clause: Clause) -> str:
    """A clause as it is read."""
    kind = vocabulary.kind(clause.kind)
    return kind.sentence(clause) if kind is not None else tr("sentence", "something this version does not know")


def sentence_of(vocabulary: Vocabulary, group: Group) -> str:
    """A whole sentence as it is read aloud."""
    said = [
        f"{head_words(part)} {sentence_of(vocabulary, part)}"
        if isinstance(part, Group)
        else clause_words(vocabulary, part)
        for part in group.parts
    ]
    return f" {join_words(joins_any=group.joins_any)} ".join(said) if said else vocabulary.empty


@dataclass(frozen=True, slots=True)
class Place:
    """Which token it is: the part it belongs to, and what it is there."""

    path: Path
    role: str


class PlacedToken(Token):
    """A token that knows where it stands, and tells when the keys come to it."""

    reached = Signal(object)

    def __init__(self, place: Place, part: Look, words: str, *, name: str, icon: str, parent: QWidget) -> None:
        super().__init__(part, words, name, icon=icon, parent=parent)
        self.place = place

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.reached.emit(self)


class Lines(QWidget):
    """Words and buttons that flow; as narrow as there is room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.flow = FlowLayout(self, spacing=4)
        self.flow.setContentsMargins(0, 0, 0, 0)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, scaled(HEIGHT))


class Indented(QFrame):
    """A group inside another: set in, with a line at its side."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(*((0, 2, 14, 2) if self.isRightToLeft() else (14, 2, 0, 2)))
        self.column.setSpacing(2)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink("lineStrong"))
        painter.drawRoundedRect(QRectF(3, 2, 2, self.height() - 4), 1, 1)
        painter.end()
