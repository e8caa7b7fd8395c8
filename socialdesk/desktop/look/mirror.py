"""Paints by hand as a language reads: places are given as for one that begins at the left, and mirrored for the others.

A widget takes `painter_on(self)` instead of a painter of its own, a delegate decorates its `paint` with `mirrored_row`:
then rectangles, lines and pictures land at the other side where the layout runs from the right, alignments follow as Qt
does it, and every text keeps the direction of its own first strong letter. Pictures and letters are never turned round.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager
from functools import wraps
from typing import Any, TypeVar

from PySide6.QtCore import QLineF, QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPainterPath, QPixmap, QPolygonF, QTransform
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from socialdesk.desktop.look import icons

_ISOLATE, _END = "\u2068", "\u2069"
Index = QModelIndex | QPersistentModelIndex
D = TypeVar("D", bound=QStyledItemDelegate)


def painter_on(widget: QWidget) -> QPainter:
    """A painter on a widget, mirrored where its layout runs from right to left."""
    return Mirrored(widget, widget.width()) if widget.isRightToLeft() else QPainter(widget)


def pointing(painter: QPainter, icon: str) -> str:
    """The icon that points as the layout runs, for one that points along it: back is to the right in some languages."""
    return icons.TURNED.get(icon, icon) if isinstance(painter, Mirrored) else icon


def painter_for(picture: QPixmap, wide: float, *, is_mirrored: bool) -> QPainter:
    """A painter on a picture that is `wide` logical pixels wide."""
    return Mirrored(picture, wide) if is_mirrored else QPainter(picture)


def mirrored_row(
    paint: Callable[[D, QPainter, QStyleOptionViewItem, Index], None],
) -> Callable[[D, QPainter, QStyleOptionViewItem, Index], None]:
    """A delegate's `paint` that mirrors the row where the view runs from right to left."""

    @wraps(paint)
    def painted(self: D, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if option.direction is not Qt.LayoutDirection.RightToLeft:
            paint(self, painter, option, index)
            return
        place = QRect(option.rect)
        picture = icons.blank(place.width(), place.height(), icons.ratio_of(painter))
        inside = QStyleOptionViewItem(option)
        inside.rect = QRect(0, 0, place.width(), place.height())
        own = Mirrored(picture, place.width())
        own.setFont(painter.font())
        paint(self, own, inside, index)
        own.end()
        painter.drawPixmap(place.topLeft(), picture)

    return painted


def placed(painter: QPainter, box: QRectF) -> QRectF:
    """Where a box lies for what draws itself, as a laid out text does."""
    return painter.turned(box) if isinstance(painter, Mirrored) else box


@contextmanager
def as_written(painter: QPainter, box: QRectF) -> Generator[None]:
    """Paint the stretches of one text from the left inside `box`, which as a whole lies where the layout wants it."""
    if not isinstance(painter, Mirrored):
        yield
        return
    with painter.kept_as_written(box):
        yield


def start_of(child: QWidget, around: QWidget | None = None) -> int:
    """Where a child begins for a painter on its parent, or on what is `around` it."""
    around = around or child.parentWidget()
    assert around is not None
    left = child.mapTo(around, QPoint(0, 0)).x()
    return around.width() - left - child.width() if around.isRightToLeft() else left


def own_direction(text: str) -> str:
    """A text whose every line keeps the direction of its first strong letter, to stand in a layout of another."""
    return "\n".join(f"{_ISOLATE}{line}{_END}" if line else "" for line in text.split("\n"))


class Mirrored(QPainter):
    """A painter that takes places as for a language beginning at the left and paints them at the other side."""

    def __init__(self, device: QWidget | QPixmap, wide: float) -> None:
        super().__init__(device)
        self._wide = wide
        self._shift: float | None = None
        """While stretches of one text are painted: how far they are moved instead of turned."""
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    def turned(self, box: QRectF | QRect) -> QRectF:
        """A box at the other side."""
        box = QRectF(box)
        if self._shift is not None:
            return box.translated(self._shift, 0)
        return QRectF(self._wide - box.right(), box.top(), box.width(), box.height())

    def _at(self, point: QPointF, wide: float = 0.0) -> QPointF:
        """The left end of what is `wide` and begins at a point."""
        if self._shift is not None:
            return point + QPointF(self._shift, 0)
        return QPointF(self._wide - point.x() - wide, point.y())

    @contextmanager
    def kept_as_written(self, box: QRectF) -> Generator[None]:
        """Move what is painted meanwhile with `box`, and turn nothing inside it."""
        self._shift = self.turned(box).left() - box.left()
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        yield
        self._shift = None
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    def _turned(self, what: Any) -> Any:
        match what:
            case QRectF():
                return self.turned(what)
            case QRect():
                return self.turned(what).toRect()
            case QPointF():
                return self._at(what)
            case QPoint():
                return self._at(QPointF(what)).toPoint()
            case QLineF():
                return QLineF(self._turned(what.p1()), self._turned(what.p2()))
            case QPolygonF() | QPainterPath():
                shift = self._shift
                turn = QTransform(-1, 0, 0, 1, self._wide, 0) if shift is None else QTransform.fromTranslate(shift, 0)
                return turn.map(what)
            case str():
                return own_direction(what)
            case _:
                return what

    def _all_turned(self, given: tuple[Any, ...]) -> list[Any]:
        return [self._turned(one) for one in given]

    def drawText(self, *given: Any, **named: Any) -> Any:
        if isinstance(given[0], QPointF | QPoint):
            # The point is where the text begins, which is its left end however the layout runs.
            wide = QFontMetricsF(self.font()).horizontalAdvance(given[1])
            at = self._at(QPointF(given[0]), wide)
            return super().drawText(at, own_direction(given[1]))
        return super().drawText(*self._all_turned(given), **named)

    def drawRoundedRect(self, *given: Any, **named: Any) -> Any:
        return super().drawRoundedRect(*self._all_turned(given), **named)

    def drawRect(self, *given: Any, **named: Any) -> Any:
        return super().drawRect(*self._all_turned(given), **named)

    def fillRect(self, *given: Any, **named: Any) -> Any:
        return super().fillRect(*self._all_turned(given), **named)

    def drawEllipse(self, *given: Any, **named: Any) -> Any:
        return super().drawEllipse(*self._all_turned(given), **named)

    def drawArc(self, *given: Any, **named: Any) -> Any:
        return super().drawArc(*self._all_turned(given), **named)

    def drawPolygon(self, *given: Any, **named: Any) -> Any:
        return super().drawPolygon(*self._all_turned(given), **named)

    def drawPath(self, *given: Any, **named: Any) -> Any:
        return super().drawPath(*self._all_turned(given), **named)

    def fillPath(self, *given: Any, **named: Any) -> Any:
        return super().fillPath(*self._all_turned(given), **named)

    def setClipPath(self, *given: Any, **named: Any) -> Any:
        return super().setClipPath(*self._all_turned(given), **named)

    def setClipRect(self, *given: Any, **named: Any) -> Any:
        return super().setClipRect(*self._all_turned(given), **named)

    def drawLine(self, *given: Any, **named: Any) -> Any:
        if len(given) == 4:
            given = (QPointF(given[0], given[1]), QPointF(given[2], given[3]))
        return super().drawLine(*self._all_turned(given), **named)

    def drawPixmap(self, *given: Any, **named: Any) -> Any:
        if isinstance(given[0], int):
            given = (QPointF(given[0], given[1]), *given[2:])
        return self._picture(super().drawPixmap, given, named)

    def drawImage(self, *given: Any, **named: Any) -> Any:
        return self._picture(super().drawImage, given, named)

    def _picture(self, draw: Callable[..., Any], given: tuple[Any, ...], named: dict[str, Any]) -> Any:
        """Only the place is turned: what part of the picture is taken stays."""
        at, picture, *rest = given
        if isinstance(at, QPointF | QPoint) and isinstance(picture, QPixmap | QImage):
            wide = picture.deviceIndependentSize().width()
            at = self._at(QPointF(at), wide)
        else:
            at = self._turned(at)
        return draw(at, picture, *rest, **named)
