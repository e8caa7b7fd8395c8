"""Paints chips: tags, a language, counts, a colleague at work. One shape each, drawn or as a widget."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from socialdesk.desktop.look import icons, tokens
from socialdesk.desktop.look.fonts import metrics
from socialdesk.desktop.look.metrics import CHIP_RADIUS, scaled
from socialdesk.desktop.look.tokens import font, ink
from socialdesk.desktop.widgets.plain_text import elided
from socialdesk.support.values import StrEnum

_HEIGHT, _PAD, _ICON, _GAP = 20, 7, 12, 5


class Chip(StrEnum):
    """What a chip is for; decides how it looks."""

    TAG = "tag"
    LANGUAGE = "language"
    COUNT = "count"
    REPLYING = "replying"
    FILLED = "filled"
    BLANK = "blank"


_WEIGHTS = {Chip.COUNT: 650, Chip.TAG: 550}


def _weight(kind: Chip) -> int:
    return _WEIGHTS.get(kind, 600)


def chip_width(kind: Chip, text: str, *, icon: str = "") -> float:
    """What a chip takes, in logical pixels."""
    words = metrics(11, _weight(kind)).horizontalAdvance(text)
    pad = {Chip.LANGUAGE: 5.0, Chip.COUNT: 6.0, Chip.REPLYING: 8.0}.get(kind, float(_PAD))
    return max(float(scaled(_HEIGHT)), words + 2 * pad + (scaled(_ICON) + _GAP if icon else 0))


def paint_chip(
    painter: QPainter,
    at: QPointF,
    kind: Chip,
    text: str,
    *,
    icon: str = "",
    on_selected: bool = False,
    most: float = 10_000.0,
) -> float:
    """Draw a chip with its upper left corner `at`; gives the width it took, at most `most`.

    On a selected row a chip has an outline, because its plane and the row's would be too alike.
    """
    width = min(most, chip_width(kind, text, icon=icon))
    box = QRectF(at.x(), at.y(), width, scaled(_HEIGHT))
    radius = box.height() / 2 if kind in {Chip.COUNT, Chip.REPLYING} else CHIP_RADIUS
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    plane, line, letters = _inks(kind, on_selected=on_selected)
    painter.setBrush(ink(plane) if plane else Qt.BrushStyle.NoBrush)
    if line:
        style = Qt.PenStyle.DashLine if kind is Chip.BLANK else Qt.PenStyle.SolidLine
        painter.setPen(QPen(ink(line), 1, style))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(box, radius, radius)
    face = font(11, _weight(kind))
    space = QRectF(box)
    align = Qt.AlignmentFlag.AlignCenter
    if icon:
        left = box.left() + (8 if kind is Chip.REPLYING else _PAD)
        side = scaled(_ICON)
        icons.paint(painter, QRectF(left, box.center().y() - side / 2, side, side), icon, letters)
        space.setLeft(left + side + _GAP)
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.setFont(face)
    painter.setPen(ink(letters))
    shown = text if width < most else elided(text, face, space.width() - _PAD)
    painter.drawText(space, align | Qt.TextFlag.TextDontClip, shown)
    painter.restore()
    return width


def _inks(kind: Chip, *, on_selected: bool) -> tuple[str, str, str]:
    is_contrast = tokens.current().is_contrast
    match kind:
        case Chip.TAG:
            outlined = on_selected or is_contrast
            return ("" if outlined else "chip", "lineStrong" if outlined else "", "text2")
        case Chip.LANGUAGE:
            return (
                "surface" if not on_selected else "",
                "lineStrong",
                "text2",
            )
        case Chip.COUNT:
            return ("accent", "", "onAccent")
        case Chip.REPLYING:
            return ("infoTint", "info" if is_contrast else "", "info")
        case Chip.FILLED:
            return ("goodTint", "good" if is_contrast else "", "good")
        case Chip.BLANK:
            return ("soonTint", "soon", "soon")


def paint_tags(
    painter: QPainter, at: QPointF, tags: Sequence[str], room: float, *, gap: float = 8, on_selected: bool = False
) -> float:
    """Draw as many tags as fit whole into `room`, then "+2" for the rest; gives the width taken."""
    widths = [chip_width(Chip.TAG, tag) for tag in tags]
    left = 0.0
    for index, tag in enumerate(tags):
        rest = len(tags) - index - 1
        more = gap + chip_width(Chip.TAG, f"+{rest}") if rest else 0.0
        if left + widths[index] + more > room:
            hidden = f"+{len(tags) - index}"
            if left + chip_width(Chip.TAG, hidden) <= room:
                left += paint_chip(painter, at + QPointF(left, 0), Chip.TAG, hidden, on_selected=on_selected) + gap
            break
        left += paint_chip(painter, at + QPointF(left, 0), Chip.TAG, tag, on_selected=on_selected) + gap
    return max(0.0, left - gap)
