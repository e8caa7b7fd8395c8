"""Paints the rows of the rail; gets a line, asks nobody anything."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QRegion
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from socialdesk.desktop.look import icons
from socialdesk.desktop.look.fonts import metrics
from socialdesk.desktop.look.metrics import RAIL_ROW, scaled
from socialdesk.desktop.look.mirror import mirrored_row
from socialdesk.desktop.look.numbers import count as many
from socialdesk.desktop.look.tokens import font, ink
from socialdesk.desktop.places.rail.model import LINE_ROLE, Line, RailModel
from socialdesk.desktop.widgets.plain_text import elided, safe_name

_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ICON, _MARK = 18, 16
_CLEAR = 1
"""So much stays free between a sign and the number beside it."""
Index = QModelIndex | QPersistentModelIndex


def _short(number: int) -> str:
    """A number as it stands beside an icon."""
    return many(number) if number < 1000 else "999+"


class LineDelegate(QStyledItemDelegate):
    """Draws heads and lines; narrow shows icons alone."""

    is_narrow = False
    beside = 0
    """How wide the bar is that scrolls the list; the rows end as far from the edge with it as without."""
    part: QRegion | None = None
    """What of the list is painted just now; None for all of it."""
    drop_row = -1
    """The row on which something that is dragged would be dropped; -1 for none."""
    gap_row = -1
    """The row before which a dragged view would be put; -1 for none."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        # Asked of every row whenever the list is laid out, and there may be hundreds: no way through roles.
        model = index.model()
        line = model.line(index.row()) if isinstance(model, RailModel) else None
        return QSize(0, scaled(RAIL_ROW + (2 if line is not None and line.is_head else 0)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if self.part is None or self.part.intersects(option.rect):
            self._line(painter, option, index)

    @mirrored_row
    def _line(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Line = index.data(LINE_ROLE)
        box = QRectF(option.rect)
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.row() == self.gap_row:
            painter.setPen(QPen(ink("accent"), 2))
            painter.drawLine(box.topLeft().toPoint(), box.topRight().toPoint())
        if line.is_head:
            if self.is_narrow:
                painter.setPen(QPen(ink("line"), 1))
                painter.drawLine(
                    int(box.left()) + 14, int(box.center().y()), int(box.right()) - 14, int(box.center().y())
                )
            else:
                painter.setFont(font(11, 650))
                painter.setPen(ink("text3"))
                painter.drawText(box.adjusted(20, 6, -8, 0), _MIDDLE, line.words)
            painter.restore()
            return
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        card = box.adjusted(8, 1, -max(0, 8 - self.beside), -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen:
            painter.setBrush(ink("selected"))
            painter.drawRoundedRect(card, 6, 6)
            painter.setBrush(ink("accent"))
            painter.drawRoundedRect(QRectF(card.left(), card.top() + 5, 3, card.height() - 10), 1.5, 1.5)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(ink("hover"))
            painter.drawRoundedRect(card, 6, 6)
        if index.row() == self.drop_row:
            painter.setBrush(ink("accentTint"))
            painter.setPen(QPen(ink("accent"), 2))
            painter.drawRoundedRect(card.adjusted(1, 1, -1, -1), 6, 6)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(ink("focus"), 2))
            painter.drawRoundedRect(card.adjusted(1, 1, -1, -1), 6, 6)
        side = self.sign(box, line)
        if line.mark:
            icons.paint_mark(painter, side, line.mark)
        else:
            icons.paint(painter, side, line.icon, "accent" if chosen else "text2")
        if self.is_narrow:
            self._badge(painter, box, line)
        else:
            self._words(painter, box, line, chosen)
        painter.restore()

    def sign(self, box: QRectF, line: Line) -> QRectF:
        """Where the icon of a line in `box` stands; among icons alone it makes room for the number beside it."""
        size = scaled(_MARK if line.mark else _ICON)
        middle = box.left() + scaled(28)
        if self.is_narrow:
            beside = self.badge(box, line)
            middle = box.center().x()
            if beside is not None:
                middle = min(middle, beside.left() - _CLEAR - size * icons.FILL / 2)
        return QRectF(middle - size / 2, box.center().y() - size / 2, size, size)

    def badge(self, box: QRectF, line: Line) -> QRectF | None:
        """Where the number or the warning stands above the icon of a line in `box`; None where it has neither."""
        if line.trouble:
            side = scaled(14)
            return QRectF(box.right() - side - 2, box.top() + 2, side, side)
        if line.count is None:
            return None
        high = float(scaled(14))
        wide = metrics(11, 600 if line.calls else 500).horizontalAdvance(_short(line.count))
        if line.calls:
            wide = max(high, wide + 7)
        # A number without a plane stands where the middle of one digit would on it.
        right = box.right() - 1 - (0 if line.calls else max(0.0, (high - wide) / 2))
        return QRectF(right - wide, box.top(), wide, high)

    def _badge(self, painter: QPainter, box: QRectF, line: Line) -> None:
        badge = self.badge(box, line)
        if badge is None:
            return
        if line.trouble:
            icons.paint(painter, badge, "warning", "soon")
            return
        if line.calls:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink("accent"))
            painter.drawRoundedRect(badge, badge.height() / 2, badge.height() / 2)
        painter.setPen(ink("onAccent" if line.calls else "text3"))
        painter.setFont(font(11, 600 if line.calls else 500))
        painter.drawText(badge.adjusted(-2, 0, 2, 0), Qt.AlignmentFlag.AlignCenter, _short(line.count or 0))

    def _words(self, painter: QPainter, box: QRectF, line: Line, chosen: bool) -> None:
        right = box.right() - max(14, 22 - self.beside)
        if line.trouble:
            side = scaled(16)
            icons.paint(painter, QRectF(right - side, box.center().y() - side / 2, side, side), "warning", "soon")
            right -= side + 8
        elif line.count is not None:
            number = many(line.count)
            wide = metrics(13 if chosen else 12, 600).horizontalAdvance(number)
            if line.calls:
                high = float(scaled(18))
                badge_wide = max(high, wide + 10)
                badge = QRectF(right - badge_wide + 5, box.center().y() - high / 2, badge_wide, high)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(ink("accent"))
                painter.drawRoundedRect(badge, high / 2, high / 2)
                painter.setPen(ink("onAccent"))
                painter.setFont(font(12, 600))
                painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, number)
            else:
                painter.setFont(font(13, 600) if chosen else font(12, 400))
                painter.setPen(ink("text" if chosen else "text3"))
                painter.drawText(QRectF(box.left(), box.top(), right - box.left(), box.height()), _RIGHT, number)
            right -= wide + 10
        face = font(13, 600 if chosen else 400, tabular=False)
        painter.setFont(face)
        painter.setPen(ink("text" if chosen else "text2"))
        left = box.left() + scaled(46)
        painter.drawText(
            QRectF(left, box.top(), right - left, box.height()),
            _MIDDLE,
            elided(safe_name(line.words), face, right - left),
        )
