"""The line that says whom an answer goes to where several had the mail: a choice, and the names; decides nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QSizePolicy, QWidget

from socialdesk.desktop.actions import force
from socialdesk.desktop.look import icons
from socialdesk.desktop.look.fonts import font
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.mirror import painter_on
from socialdesk.desktop.look.tokens import ink
from socialdesk.desktop.places.composer.parts import paint_held, paint_hot
from socialdesk.desktop.widgets import recipient_words
from socialdesk.desktop.widgets.plain_text import PlainLabel, cut, elided, safe_name, tooltip
from socialdesk.model.message import Message, Recipient

if TYPE_CHECKING:
    from socialdesk.desktop.places.composer.choosing import WhoGetsIt

tr = QCoreApplication.translate
HEIGHT = 30
ACT = "composer.all"
_NAME_MOST = 28


class Choice(QAbstractButton):
    """Says what is chosen, and opens a menu; where there is little room it says less of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        wide = QFontMetricsF(font(12, 600)).horizontalAdvance(self.text())
        return QSize(round(wide) + scaled(34), scaled(24))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(scaled(96), self.sizeHint().width()), scaled(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_hot(self, painter)
        face = font(12, 600)
        side, pad = scaled(12), scaled(6)
        room = QRectF(pad, 0, self.width() - 3 * pad - side, self.height())
        painter.setFont(face)
        painter.setPen(ink("accent"))
        said = elided(self.text(), face, room.width() + 1)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, said)
        x = room.left() + min(room.width(), QFontMetricsF(face).horizontalAdvance(said)) + pad
        icons.paint(painter, QRectF(x, (self.height() - side) / 2, side, side), "caret-down", ink("accent"))
        paint_held(self, painter)
        painter.end()


class _Names(PlainLabel):
    """Names that stand each in a direction of their own: what a stranger may not write is put round them here."""

    def setText(self, text: str) -> None:
        QLabel.setText(self, text)
        self.updateGeometry()


class AddressLine(QWidget):
    """Shown only where there is a choice."""

    chosen = Signal(bool)
    """Whether the answer is to go to all."""
    toggled = Signal(str)
    """The address of one who is to get it too, or is not to get it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = Choice(self)
        self.names = _Names("", 12, 400, "text3", elides=True, parent=self)
        self.menu: WhoGetsIt | None = None
        self._shown: tuple[object, ...] = ()
        self._offered = ("", "")
        self._everybody: tuple[Recipient, ...] = ()
        self._picked: tuple[Recipient, ...] = ()
        self._writer = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(11, 6, 17, 0)
        row.setSpacing(8)
        row.addWidget(self.button)
        row.addWidget(self.names, 1)
        self.button.clicked.connect(self.open)
        self.hide()

    def wanted_height(self) -> int:
        """How much room it takes now."""
        return scaled(HEIGHT) if not self.isHidden() else 0

    def say(self, writer: Message | None, everybody: Sequence[Recipient], picked: Sequence[Recipient]) -> bool:
        """Show whom it goes to: the `picked` ones, or with none the writer of the message that is answered.

        Without a choice it is not there. Gives whether it came or went.
        """
        was_hidden = self.isHidden()
        name = (writer.author_name or writer.author_handle) if writer is not None else ""
        now = (name, tuple(everybody), tuple(picked), force.named("", ACT), font(12).pixelSize())
        if now != self._shown:  # it is said again with every key
            self._shown = now
            self._writer = writer.author_remote_id if writer is not None else ""
            self._everybody, self._picked = tuple(everybody), tuple(picked)
            self._say(name)
        self.setVisible(bool(everybody))
        self.setFixedHeight(scaled(HEIGHT))
        return was_hidden != self.isHidden()

    def _say(self, writer: str) -> None:
        everybody, picked = self._everybody, self._picked
        alone = tr("composer", "Answer to {name}").format(name=cut(safe_name(writer), _NAME_MOST))
        self._offered = (alone, tr("composer", "Answer all (%n)", "", len(everybody)))
        said = self._offered[bool(picked)]
        if 0 < len(picked) < len(everybody):
            some = tr("composer", "Answer {some} of {all}", "some of all who had a mail")
            said = some.format(some=len(picked), all=len(everybody))
        told = recipient_words.whole(picked) if picked else tr("composer", "Nobody else gets it.")
        self.button.setText(said)
        self.button.setAccessibleName(said)
        self.button.setAccessibleDescription(told)
        self.button.setToolTip(tooltip(force.named(said, ACT)))
        self.button.updateGeometry()
        self.button.update()
        self.names.setText(recipient_words.short(picked) if picked else told)
        self.names.setToolTip(tooltip(told))
        self.names.setAccessibleName(told)

    def open(self) -> None:
        """Offer one, all, and each of them, below the button."""
        from socialdesk.desktop.places.composer.choosing import WhoGetsIt

        self.menu = WhoGetsIt(self._offered, self._everybody, self._getting(), self)
        self.menu.chosen.connect(self.chosen)
        self.menu.toggled.connect(self._on_toggled)
        self.menu.popup(self.button.mapToGlobal(QPoint(0, self.button.height() + 2)))

    def _getting(self) -> tuple[Recipient, ...]:
        writer = self._writer.lower()
        return self._picked or tuple(one for one in self._everybody if one.address.lower() == writer)

    def _on_toggled(self, address: str) -> None:
        self.toggled.emit(address)
        if self.menu is not None:
            self.menu.show_picked(self._getting(), is_alone=not self._picked)
