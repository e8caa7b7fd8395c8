"""Paints the lines of a picker: tick, icon or avatar, words, detail at the right, key cap."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from socialdesk.desktop.look import icons
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.mirror import mirrored_row
from socialdesk.desktop.look.tokens import font, ink
from socialdesk.desktop.places.pickers.choices import LINE_ROLE, Line
from socialdesk.desktop.widgets.avatar import paint_avatar
from socialdesk.desktop.widgets.keycap import keycaps_width, paint_keycaps

ROW_HEIGHT = 40
_FACE, _ICON, _TICK = 26, 18, 16
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class LineDelegate(QStyledItemDelegate):
    """One line, painted whole; what a reader hears comes from the model."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(option.rect.width(), scaled(ROW_HEIGHT))

    @mirrored_row
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line = index.data(LINE_ROLE)
        if not isinstance(line, Line):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            _paint_plane(painter, rect)
        _paint_front(painter, rect, line)
        right = _paint_right(painter, rect, line)
        face = font(14, 500, tabular=False)
        painter.setFont(face)
        painter.setPen(ink("text"))
        left = 22 + scaled(_FACE)
        space = QRectF(rect.left() + left, rect.top(), right - rect.left() - left, rect.height())
        words = QFontMetricsF(face).elidedText(line.words, Qt.TextElideMode.ElideRight, space.width())
        painter.drawText(space, _MIDDLE | Qt.AlignmentFlag.AlignLeft, words)
        painter.restore()


def width_of(line: Line) -> float:
    """How wide a row must be to show the whole of a line."""
    wide = 50 + scaled(_FACE) + QFontMetricsF(font(14, 500, tabular=False)).horizontalAdvance(line.words)
    if line.digit:
        wide += keycaps_width((str(line.digit),)) + 12
    if line.is_on is not None:
        wide += scaled(_TICK) + 10
    if line.detail:
        wide += QFontMetricsF(font(13, 400)).horizontalAdvance(line.detail) + 2
    return wide


def _paint_plane(painter: QPainter, rect: QRectF) -> None:
    plane = rect.adjusted(5, 1, -5, -1)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink("selected"))
    painter.drawRoundedRect(plane, 6, 6)
    painter.setBrush(ink("accent"))
    painter.drawRoundedRect(QRectF(plane.left(), plane.top() + 9, 3, plane.height() - 18), 1.5, 1.5)


def _paint_front(painter: QPainter, rect: QRectF, line: Line) -> None:
    middle = rect.center().y()
    side = scaled(_FACE)
    circle = QRectF(rect.left() + 15, middle - side / 2, side, side)
    if not line.initials:
        inside = (side - scaled(_ICON)) / 2
        icons.paint(painter, circle.adjusted(inside, inside, -inside, -inside), line.icon or "circle", "text2")
        return
    paint_avatar(painter, circle, line.initials, line.seed)


def _paint_right(painter: QPainter, rect: QRectF, line: Line) -> float:
    """Draw key cap, tick and detail from the right edge; gives where the words must end."""
    right = rect.right() - 18
    if line.digit:
        keys = (str(line.digit),)
        right -= keycaps_width(keys)
        paint_keycaps(painter, QPointF(right, rect.center().y()), keys)
        right -= 12
    if line.is_on:
        side = scaled(_TICK)
        icons.paint(painter, QRectF(right - side, rect.center().y() - side / 2, side, side), "check", "accent")
    if line.is_on is not None:
        right -= scaled(_TICK) + 10
    if line.detail:
        face = font(13, 400)
        # The words come first; a long detail takes what they leave, but never nothing.
        room = (
            right
            - rect.left()
            - scaled(_FACE)
            - 32
            - QFontMetricsF(font(14, 500, tabular=False)).horizontalAdvance(line.words)
        )
        width = min(QFontMetricsF(face).horizontalAdvance(line.detail), max(room, 64.0))
        painter.setFont(face)
        painter.setPen(ink("text2"))
        words = QFontMetricsF(face).elidedText(line.detail, Qt.TextElideMode.ElideRight, width + 1)
        space = QRectF(right - width - 1, rect.top(), width + 1, rect.height())
        painter.drawText(space, _MIDDLE | Qt.AlignmentFlag.AlignRight, words)
        right -= width + 10
    return right
