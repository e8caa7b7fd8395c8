"""Shows what can be done to the selected threads: how many they are, one row an act with its key, who is left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from socialdesk.desktop.look import icons
from socialdesk.desktop.look.following import Following
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.mirror import painter_on
from socialdesk.desktop.look.numbers import count as short
from socialdesk.desktop.look.numbers import number
from socialdesk.desktop.look.tokens import font, ink
from socialdesk.desktop.widgets.buttons import Button, Kind
from socialdesk.desktop.widgets.plain_text import PlainLabel

tr = QCoreApplication.translate
_ACTS = 420
_CARD = (120, 66)
_STEP = 9


@dataclass(frozen=True, slots=True)
class BulkAct:
    """One act of the list. `part` says how many it changes where that is not all."""

    id: str
    words: str
    icon: str
    keys: tuple[str, ...] = ()
    part: str = ""
    short: str = ""
    """The same as a number alone."""
    is_small: bool = False
    """Whether it stands among the rarer ones, two in a row."""


class _Cards(QWidget):
    """As many cards as one sees to be several, the number on the first."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(_CARD[0] + 6 * _STEP, scaled(_CARD[1]) + 3 * _STEP)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        behind = min(3, max(0, self.count - 1))
        for place in range(behind, -1, -1):
            box = QRectF(
                3 * _STEP - place * _STEP + 0.5,
                (3 - place) * _STEP + 0.5,
                _CARD[0] + 2 * place * _STEP - 2 * place * _STEP / 3 - 1,
                scaled(_CARD[1]) - 1,
            )
            box.moveLeft((self.width() - box.width()) / 2)
            painter.setPen(QPen(ink("lineStrong"), 1))
            painter.setBrush(ink("raised"))
            painter.drawRoundedRect(box, 6, 6)
            if not place:
                painter.setPen(ink("text"))
                painter.setFont(font(28, 600))
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, short(self.count))
        painter.end()


class _Note(QWidget):
    """A line with a sign in front of it."""

    def __init__(self, words: str, icon: str) -> None:
        super().__init__()
        self._icon = icon
        label = PlainLabel(words, 13, 400, "text2", wraps=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(scaled(28), 0, 0, 0)
        row.addWidget(label, 1)
        self.setAccessibleName(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        side = scaled(16)
        icons.paint(painter, QRectF(4, 2, side, side), self._icon, "soon")
        painter.end()


class BulkPane(QScrollArea):
    """The list of acts beside the queue. `act_wanted` tells the id of the act that was chosen."""

    act_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        inside.setProperty("plane", "surface")
        self._cards = _Cards()
        self._title = PlainLabel("", 18, 600, wraps=True)
        self._about = PlainLabel("", 14, 400, "text2", wraps=True)
        for label in (self._title, self._about):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self._small = QGridLayout()
        self._small.setSpacing(8)
        self._notes = QVBoxLayout()
        self._notes.setSpacing(6)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(self._cards, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(12)
        column.addWidget(self._title)
        column.addSpacing(6)
        column.addWidget(self._about)
        column.addSpacing(14)
        column.addLayout(self._rows)
        column.addSpacing(10)
        column.addLayout(self._small)
        column.addSpacing(10)
        column.addLayout(self._notes)
        column.addStretch(3)
        middle = QWidget()
        middle.setLayout(column)
        middle.setMaximumWidth(scaled(_ACTS))
        self._middle = middle
        across = QHBoxLayout(inside)
        across.setContentsMargins(24, 14, 24, 12)  # all acts and whom they leave out are seen in 900 pixels
        across.addStretch(1)
        across.addWidget(middle, 100)
        across.addStretch(1)
        self.setWidget(inside)
        self._shown: tuple[object, ...] = ()
        self._shown_notes: tuple[str, ...] = ()
        self.buttons: dict[str, Button] = {}
        Following(self, self._dress)

    @property
    def notes(self) -> tuple[str, ...]:
        """Who is left out, in words."""
        return self._shown_notes

    @property
    def title(self) -> str:
        """How many are selected, in words."""
        return self._title.text()

    @property
    def about(self) -> str:
        """The channels they are on."""
        return self._about.text()

    def show_selection(self, count: int, about: str, acts: Sequence[BulkAct], notes: Sequence[str]) -> None:
        """Show a selection; what is shown like this already is left as it is, with the focus."""
        shown = (count, about, tuple(acts), tuple(notes))
        if shown == self._shown:
            return
        self._shown = shown
        self._shown_notes = tuple(notes)
        self._cards.count = count
        self._cards.update()
        words = tr("bulk", "%n thread(s) selected", "", count).replace(str(count), number(count))
        self._title.setText(words)
        self.setAccessibleName(words)
        self._about.setText(about)
        self._about.setVisible(bool(about))
        self._fill_acts(acts)
        _empty(self._notes)
        for one in notes:
            self._notes.addWidget(_Note(one, "warning"))

    def focus_acts(self) -> None:
        """Give the first act the focus."""
        first = next(iter(self.buttons.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _fill_acts(self, acts: Sequence[BulkAct]) -> None:
        if [act.id for act in acts] != list(self.buttons):
            _empty(self._rows)
            _empty(self._small)
            self.buttons = {}
            for act in acts:
                # Two in a row have room for one key, and for a number alone.
                keys = act.keys if not act.is_small or len(act.keys) == 1 else ()
                made = Button(act.words, Kind.SECONDARY, icon=act.icon, keys=keys, wide=True)
                made.clicked.connect(lambda _on=False, id_=act.id: self.act_wanted.emit(id_))
                self.buttons[act.id] = made
                if not act.is_small:
                    self._rows.addWidget(made)
                    continue
                self._small.addWidget(made, self._small.count() // 2, self._small.count() % 2)
        for act in acts:
            name = f"{act.words}, {act.part}" if act.part else ""
            self.buttons[act.id].set_words(act.words, count=act.short or act.part, name=name)
            self.buttons[act.id].setToolTip(name if act.short else "")

    def _dress(self) -> None:
        self._middle.setMaximumWidth(scaled(_ACTS))
        self._cards.updateGeometry()


def _empty(rows: QLayout) -> None:
    while rows.count():
        item = rows.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
