"""Paints the lines of the outbox: network, contact, what is to leave, and where it stands in one sentence."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from socialdesk.desktop.look import icons
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.mirror import mirrored_row
from socialdesk.desktop.look.tokens import font, ink
from socialdesk.desktop.places.outbox.lines import (
    Leaving,
    Line,
    Role,
    sentence_of,
    state_icon,
    state_words,
    what_words,
)
from socialdesk.model.delivery import Delivery

_ROW, _HEAD = 88, 34
_LEFT, _WORDS_AT, _RIGHT = 24, 56, 24
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True, slots=True)
class _Ink:
    """How a line of words looks: size in pixels of the design, weight, and the token of its colour."""

    px: int
    weight: int
    colour: str


class LineDelegate(QStyledItemDelegate):
    """One line, painted whole; what a reader hears comes from the model."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        line = index.data(Role.LINE)
        is_head = isinstance(line, Line) and line.leaving is None
        return QSize(option.rect.width(), scaled(_HEAD if is_head else _ROW))

    @mirrored_row
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line = index.data(Role.LINE)
        if not isinstance(line, Line):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        if line.leaving is None:
            _draw(
                painter,
                QRectF(_LEFT, rect.top() + 6, rect.width() - 48, rect.height() - 6),
                line.head,
                _Ink(12, 550, "text2"),
            )
        else:
            if option.state & QStyle.StateFlag.State_Selected:
                _paint_plane(painter, rect, has_focus=bool(option.state & QStyle.StateFlag.State_HasFocus))
            _paint_leaving(painter, rect, line, line.leaving)
        painter.restore()


def _paint_plane(painter: QPainter, rect: QRectF, *, has_focus: bool) -> None:
    plane = rect.adjusted(10, 2, -10, -2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink("selected" if has_focus else "selectedInactive"))
    painter.drawRoundedRect(plane, 8, 8)
    painter.setBrush(ink("accent"))
    painter.drawRoundedRect(QRectF(plane.left(), plane.top() + 10, 3, plane.height() - 20), 1.5, 1.5)


def _paint_leaving(painter: QPainter, rect: QRectF, line: Line, leaving: Leaving) -> None:
    ratio = painter.device().devicePixelRatioF()
    third = rect.height() / 3.4
    top = rect.top() + third * 0.2
    painter.drawPixmap(QPointF(_LEFT, top + third / 2 - 9), icons.mark(leaving.mark, 18, ratio))
    when_width = QFontMetricsF(font(12, 400)).horizontalAdvance(line.when) + 4
    right = rect.right() - _RIGHT
    _draw(painter, QRectF(right - when_width, top, when_width + 4, third), line.when, _Ink(12, 400, "text3"))
    room = right - when_width - 12
    at = _WORDS_AT + _draw(
        painter, QRectF(_WORDS_AT, top, room - _WORDS_AT, third), leaving.contact, _Ink(13, 650, "text")
    )
    if room - at > 60:
        _draw(painter, QRectF(at + 8, top, room - at - 8, third), leaving.channel, _Ink(13, 400, "text3"))
    wide = right - _WORDS_AT
    _draw(painter, QRectF(_WORDS_AT, top + third, wide, third), what_words(leaving), _Ink(13, 400, "text"))
    colour = _colour(leaving.state)
    last = top + 2 * third
    icon = icons.pixmap(state_icon(leaving.state), colour, 16, ratio)
    painter.drawPixmap(QPointF(_WORDS_AT, last + third / 2 - 8), icon)
    at = _WORDS_AT + 22
    at += _draw(painter, QRectF(at, last, wide - 22, third), state_words(leaving), _Ink(12, 600, colour)) + 8
    _draw(painter, QRectF(at, last, right - at, third), sentence_of(leaving), _Ink(12, 400, "text2"))


def _colour(state: Delivery) -> str:
    match state:
        case Delivery.REJECTED:
            return "over"
        case Delivery.HELD | Delivery.UNKNOWN:
            return "soon"
        case Delivery.WAITING:
            return "info"
        case _:
            return "text2"


def _draw(painter: QPainter, space: QRectF, words: str, look: _Ink) -> float:
    """Draw one line of plain words, cut where the space ends; gives the width they took."""
    face = font(look.px, look.weight, tabular=False)
    metrics = QFontMetricsF(face)
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(0.0, space.width()))
    painter.setFont(face)
    painter.setPen(ink(look.colour))
    painter.drawText(space, _MIDDLE | Qt.TextFlag.TextSingleLine, shown)
    return metrics.horizontalAdvance(shown)
