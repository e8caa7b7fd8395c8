"""The reply clock as a card of the panel: its state, the target, how much is used, when it was asked and is due."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from socialdesk.desktop.look.fonts import font
from socialdesk.desktop.look.metrics import scaled, zoom
from socialdesk.desktop.look.mirror import painter_on
from socialdesk.desktop.look.tokens import ink
from socialdesk.desktop.widgets.reply_clock import clock_size, paint_clock


@dataclass(frozen=True, slots=True)
class ClockFace:
    """What the card shows. `used` is the share of the target, `late` the share of the whole bar that lies beyond it."""

    state: str
    label: str
    target: str = ""
    asked: str = ""
    due: str = ""
    used: float = 0.0
    late: float = 0.0


class ClockCard(QWidget):
    """The reply clock as a card: state, target, how much is used, asked and due."""

    def __init__(self) -> None:
        super().__init__()
        self.face = ClockFace("running", "")
        self._measured_for: tuple[ClockFace, float] | None = None
        self._wide = (0.0, 0.0)
        # Not fixed: that would hold it to the height of the width it had before it was laid out.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_clock(self, face: ClockFace) -> None:
        """Show how a reply clock stands, to readers too; its lines may take another height."""
        self.face = face
        self.setAccessibleName(", ".join(part for part in (face.label, face.target, face.asked, face.due) if part))
        self.updateGeometry()
        self.update()

    def _below(self, width: int) -> tuple[bool, bool]:
        """Whether target and due stand below what they belong to, as in French or in large letters."""
        if self._measured_for != (self.face, zoom()):  # a layout asks a dozen times, each time for another width
            self._measured_for = (self.face, zoom())
            clock = clock_size(self.face.state, self.face.label).width()
            target = QFontMetricsF(font(12)).horizontalAdvance(self.face.target)
            small = QFontMetricsF(font(11))
            both = small.horizontalAdvance(self.face.asked) + small.horizontalAdvance(self.face.due)
            self._wide = (clock + target + 8, both + 12)
        room = width - 24
        return bool(self.face.target) and self._wide[0] > room, bool(self.face.asked) and self._wide[1] > room

    def heightForWidth(self, width: int) -> int:
        target_below, due_below = self._below(width)
        tall = scaled(85 if self.face.asked else 44)
        return tall + (scaled(20) + 2 if target_below else 0) + (scaled(16) if due_below else 0)

    def sizeHint(self) -> QSize:
        return QSize(120, self.heightForWidth(max(self.width(), 120)))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = painter_on(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        painter.setPen(QPen(ink("line"), 1))
        painter.setBrush(ink("raised"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        inside = box.adjusted(12, 12, -12, -11)
        target_below, due_below = self._below(self.width())
        most = inside.width()
        paint_clock(painter, inside.topLeft(), self.face.state, self.face.label, 1 - self.face.used, most=most)
        painter.setFont(font(12))
        painter.setPen(ink("text3"))
        line = QRectF(inside.left(), inside.top(), inside.width(), scaled(20))
        side = Qt.AlignmentFlag.AlignRight
        if target_below:
            line.translate(0, scaled(20) + 2)
            side = Qt.AlignmentFlag.AlignLeft
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | side, self.face.target)
        if self.face.asked:
            self._bar(painter, QRectF(inside.left(), line.bottom() + 12, inside.width(), 6))
            foot = QRectF(inside.left(), inside.bottom() - scaled(16), inside.width(), scaled(16))
            painter.setFont(font(11))
            painter.setPen(ink("text3"))
            side = Qt.AlignmentFlag.AlignLeft if due_below else Qt.AlignmentFlag.AlignRight
            painter.drawText(foot, Qt.AlignmentFlag.AlignVCenter | side, self.face.due)
            above = foot.translated(0, -scaled(16)) if due_below else foot
            painter.drawText(above, Qt.AlignmentFlag.AlignVCenter, self.face.asked)
        painter.end()

    def _bar(self, painter: QPainter, bar: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        if self.face.late:
            beyond = max(8.0, min(bar.width() * 0.6, bar.width() * self.face.late))
            painter.setBrush(ink("lineStrong"))
            painter.drawRoundedRect(bar.adjusted(0, 0, -beyond - 2, 0), 3, 3)
            painter.setBrush(ink("over"))
            painter.drawRoundedRect(QRectF(bar.right() - beyond, bar.top(), beyond, bar.height()), 3, 3)
            return
        painter.setBrush(ink("line"))
        painter.drawRoundedRect(bar, 3, 3)
        painter.setBrush(ink("soon" if self.face.state == "soon" else "control"))
        painter.drawRoundedRect(
            QRectF(bar.left(), bar.top(), max(6.0, bar.width() * self.face.used), bar.height()), 3, 3
        )
