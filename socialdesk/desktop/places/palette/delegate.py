"""Paints the rows of the palette: icon or avatar, words with the matched letters lit, detail, key caps."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from socialdesk.desktop.look import icons
from socialdesk.desktop.look.metrics import PALETTE_ROW, scaled
from socialdesk.desktop.look.mirror import as_written, mirrored_row, pointing
from socialdesk.desktop.look.tokens import font, ink
from socialdesk.desktop.places.palette.matching import Entry, Hit
from socialdesk.desktop.places.palette.rows import Role, Row
from socialdesk.desktop.widgets.avatar import initials, paint_avatar
from socialdesk.desktop.widgets.keycap import keycaps_width, paint_keycaps

HEAD_HEIGHT = 30
_INSET, _ICON, _WORDS_AT = 8, 18, 52
_EDGE = 20
_ICONS = {
    "act": "lightning",
    "view": "list",
    "thread": "chat-circle",
    "reply": "lightning",
    "tag": "tag",
    "setting": "gear-six",
}


class RowDelegate(QStyledItemDelegate):
    """One row, painted whole; what a reader hears comes from the model."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        row = index.data(Role.ROW)
        is_head = isinstance(row, Row) and row.hit is None
        return QSize(option.rect.width(), scaled(HEAD_HEIGHT if is_head else PALETTE_ROW))

    @mirrored_row
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(Role.ROW)
        if not isinstance(row, Row):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        if row.hit is None:
            _paint_head(painter, rect, row.head)
        else:
            if option.state & QStyle.StateFlag.State_Selected:
                _paint_plane(painter, rect)
            _paint_hit(painter, rect, row.hit)
        painter.restore()


def _paint_head(painter: QPainter, rect: QRectF, head: str) -> None:
    face = font(12, 550, tabular=False)
    painter.setFont(face)
    painter.setPen(ink("text2"))
    space = rect.adjusted(22, 4, -22, 0)
    words = QFontMetricsF(face).elidedText(head, Qt.TextElideMode.ElideRight, space.width())
    painter.drawText(space, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)


def _paint_plane(painter: QPainter, rect: QRectF) -> None:
    plane = rect.adjusted(_INSET, 1, -_INSET, -1)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink("selected"))
    painter.drawRoundedRect(plane, 6, 6)
    painter.setBrush(ink("accent"))
    painter.drawRoundedRect(QRectF(plane.left(), plane.top() + 9, 3, plane.height() - 18), 1.5, 1.5)


def _paint_hit(painter: QPainter, rect: QRectF, hit: Hit) -> None:
    entry = hit.entry
    _paint_front(painter, rect, entry)
    right = _paint_caps(painter, rect, entry.keys)
    left = rect.left() + _WORDS_AT - _ICON + scaled(_ICON)
    left = _paint_words(painter, rect, hit, left, right) + scaled(10) - 10
    detail = entry.reason or entry.detail
    if detail and right - left > 40:
        face = font(13, 400)
        painter.setFont(face)
        painter.setPen(ink("text3"))
        words = QFontMetricsF(face).elidedText(detail, Qt.TextElideMode.ElideRight, right - left - 10)
        painter.drawText(QRectF(left + 10, rect.top(), right - left - 10, rect.height()), _MIDDLE, words)


def _paint_front(painter: QPainter, rect: QRectF, entry: Entry) -> None:
    middle = rect.center().y()
    if entry.kind in ("person", "contact"):
        circle = QRectF(rect.left() + 19, middle - scaled(20) / 2, scaled(20), scaled(20))
        paint_avatar(painter, circle, initials(entry.words), entry.words)
        return
    colour = "text2" if entry.is_enabled else "text3"
    name = entry.icon or _ICONS.get(entry.kind, "lightning")
    side = scaled(_ICON)
    sign = QRectF(rect.left() + 20, middle - side / 2, side, side)
    icons.paint(painter, sign, pointing(painter, name), colour)


def _paint_words(painter: QPainter, rect: QRectF, hit: Hit, left: float, right: float) -> float:
    """Draw the words stretch by stretch; gives where they end."""
    plain, lit = font(14, 500, tabular=False), font(14, 650, tabular=False)
    text = QFontMetricsF(lit).elidedText(hit.entry.words, Qt.TextElideMode.ElideRight, right - left)
    stretches = [
        (lit if is_lit else plain, is_lit, text[start:end]) for start, end, is_lit in _stretches(len(text), hit.lit)
    ]
    wide = sum(QFontMetricsF(face).horizontalAdvance(part) for face, _, part in stretches)
    at = left
    with as_written(painter, QRectF(left, rect.top(), wide, rect.height())):
        for face, is_lit, part in stretches:
            painter.setFont(face)
            painter.setPen(ink("accent" if is_lit else "text" if hit.entry.is_enabled else "text3"))
            width = QFontMetricsF(face).horizontalAdvance(part)
            painter.drawText(QRectF(at, rect.top(), width + 2, rect.height()), _WHOLE, part)
            at += width
    return at


def _paint_caps(painter: QPainter, rect: QRectF, keys: tuple[str, ...]) -> float:
    """Draw the keys at the right edge; gives where the words must end."""
    left = rect.right() - _EDGE - keycaps_width(keys)
    paint_keycaps(painter, QPointF(left, rect.center().y()), keys)
    return left - 12


def _stretches(length: int, lit: tuple[tuple[int, int], ...]) -> list[tuple[int, int, bool]]:
    found: list[tuple[int, int, bool]] = []
    at = 0
    for start, span in sorted(lit):
        if start >= length:
            break
        if start > at:
            found.append((at, start, False))
        at = min(length, start + span)
        found.append((start, at, True))
    if at < length:
        found.append((at, length, False))
    return found


_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_WHOLE = int(_MIDDLE) | Qt.TextFlag.TextDontClip
"""At large sizes letters are drawn a little wider than they are measured."""
