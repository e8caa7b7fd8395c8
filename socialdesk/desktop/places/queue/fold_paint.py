"""Paints a row that stands for many threads: how many ask what, the oldest wait, the first clock, and its caret."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from socialdesk.desktop.look import icons
from socialdesk.desktop.look.fonts import metrics
from socialdesk.desktop.look.metrics import AVATAR, AVATAR_LOW, scaled
from socialdesk.desktop.look.mirror import pointing
from socialdesk.desktop.look.numbers import count as many
from socialdesk.desktop.look.tokens import font, ink
from socialdesk.desktop.places.queue import words
from socialdesk.desktop.places.queue.folding import Fold
from socialdesk.desktop.widgets.avatar import paint_avatar
from socialdesk.desktop.widgets.chip import Chip, chip_width, paint_chip
from socialdesk.desktop.widgets.plain_text import elided, one_line
from socialdesk.desktop.widgets.reply_clock import clock_size, paint_clock
from socialdesk.model.triage import ClockState, ReplyClock

if TYPE_CHECKING:
    from socialdesk.desktop.places.queue.fold_model import FoldedQueue

_LEFT, _GAP, _EDGE, _CARET = 24, 12, 18, 14
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def paint_fold(
    painter: QPainter,
    box: QRectF,
    fold: Fold,
    model: FoldedQueue,
    *,
    has_dot: bool,
    on_selected: bool,
    is_low: bool,
) -> None:
    """Everything of the row but its ground. A quiet one has no weight of its own, a low one tells two lines."""
    side = scaled(AVATAR_LOW if is_low else AVATAR)
    circle = QRectF(box.left() + _LEFT, box.top() + scaled(11 if is_low else 12), side, side)
    paint_avatar(painter, circle, "", 0, icon="at" if fold.is_quiet else "chats")
    if has_dot and fold.unread and not fold.is_quiet:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink("accent"))
        painter.drawEllipse(QPointF(box.left() + 16.5, circle.center().y()), 3.5, 3.5)
    high = scaled(20)
    text = _LEFT + side + _GAP
    line = QRectF(box.left() + text, box.top() + scaled(8 if is_low else 9), box.width() - text - _EDGE, high)
    _title(painter, line, fold, model.now)
    below = line.translated(0, scaled(26 if is_low else 46))
    if not is_low:
        painter.setFont(font(13, 400))
        painter.setPen(ink("text2"))
        said = elided(one_line(fold.urgent.preview), font(13, 400), line.width())
        painter.drawText(line.translated(0, scaled(19)), _MIDDLE, said)
    _foot(painter, below, fold, model.clock_of(fold.urgent), on_selected=on_selected)


def _title(painter: QPainter, line: QRectF, fold: Fold, now: datetime) -> None:
    age = words.age(fold.oldest, now)
    painter.setFont(font(13, 400))
    painter.setPen(ink("text2"))
    painter.drawText(line, _RIGHT, age)
    weight = 550 if fold.is_quiet else 650
    room = line.width() - metrics(13, 400).horizontalAdvance(age) - 12
    painter.setFont(font(13, weight))
    painter.setPen(ink("text2" if fold.is_quiet else "text"))
    painter.drawText(line, _MIDDLE, elided(fold.words, font(13, weight), room))


def _foot(painter: QPainter, line: QRectF, fold: Fold, clock: ReplyClock, *, on_selected: bool) -> None:
    if clock.state is not ClockState.NONE and not fold.is_quiet:
        label = words.clock(clock)
        size = clock_size(clock.state.value, label)
        at = QPointF(line.left(), line.center().y() - size.height() / 2)
        paint_clock(painter, at, clock.state.value, label, 1 - clock.used, most=line.width() / 2)
    middle = line.center().y()
    side = scaled(_CARET)
    caret = QRectF(line.right() - side, middle - side / 2, side, side)
    icons.paint(painter, caret, pointing(painter, "caret-right"), "text2")
    pill = many(len(fold.ids))
    wide = chip_width(Chip.COUNT, pill)
    at = QPointF(line.right() - side - 8 - wide, line.top())
    paint_chip(painter, at, Chip.COUNT, pill, on_selected=on_selected)
