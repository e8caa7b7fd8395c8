"""Paints a person as a soft circle with initials, and the network they wrote from as a small badge."""

from __future__ import annotations

from unicodedata import category, combining

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from socialdesk.desktop.look import icons, tokens
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.mirror import painter_on
from socialdesk.desktop.look.tokens import font, ink
from socialdesk.desktop.widgets.plain_text import is_calm, one_line
from socialdesk.support.pattern import pattern

_AS_BLANKS = str.maketrans("._-", "   ")
_VIRAMA = 9
_PARTS = (("\u0e33", "\u0e33"), ("\u0eb3", "\u0eb3"), ("\u1100", "\u11ff"), ("\ua960", "\ua97c"), ("\ud7b0", "\ud7fb"))
"""Letters that are parts of one: vowels of Thai and Lao, the parts of Korean syllables."""
_FIRST = pattern(r"(?=[\p{L}\p{N}])\X")


def initials(name: str) -> str:
    """One or two letters for a name: first of the first and of the last word; empty when it has no letter."""
    line = one_line(name)
    first_of = _first_letter if is_calm(line) else _first_sign
    first = [letter for word in line.translate(_AS_BLANKS).split() if (letter := first_of(word))]
    return "".join((first[0], first[-1]) if len(first) > 1 else first).upper()


def _first_letter(word: str) -> str:
    return next((letter for letter in word if letter.isalnum()), "")


def _first_sign(word: str) -> str:
    """The first letter with the marks that belong to it."""
    place = next((place for place, letter in enumerate(word) if letter.isalnum() or category(letter) == "Cn"), -1)
    if place < 0:
        return ""
    end = place + 1
    while end < len(word) and category(word[end]) in {"Mn", "Me"} and not _joins(word[end]):
        end += 1
    if not _is_alone(word[place]) or (end < len(word) and not _is_alone(word[end])):
        found = _FIRST.search(word)  # it may be one sign with what follows: only the patterns know
        return found.group() if found is not None else ""
    return word[place:end]


def _joins(mark: str) -> bool:
    """Whether a mark makes one sign of the letters around it, as in scripts of India."""
    return combining(mark) == _VIRAMA


def _is_alone(sign: str) -> bool:
    """Whether a sign neither follows from the one before it nor goes on in the one after."""
    is_other = category(sign) in {"Lu", "Ll", "Lt", "Lo", "Nd", "No", "Nl", "So", "Sm", "Sc", "Po", "Pd", "Ps", "Pe"}
    return is_other and not any(low <= sign <= high for low, high in _PARTS)


def paint_avatar(
    painter: QPainter,
    rect: QRectF,
    initials: str,
    seed: str | int,
    channel_icon: str = "",
    *,
    icon: str = "",
    presence: str = "",
) -> None:
    """Draw the circle into `rect`.

    `seed` chooses among the soft colours and stays with a person. `channel_icon` is the name of a network and draws
    its badge at the lower right; `icon` stands in place of the initials on a grey circle (kept out of sight);
    `presence` is the token of a dot instead of the badge.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    side = rect.width()
    if icon:
        painter.setBrush(ink("chip"))
        if tokens.current().is_contrast:
            painter.setPen(QPen(ink("lineStrong"), 1))
        painter.drawEllipse(rect)
        middle = QPointF(side * 0.25, side * 0.25)
        icons.paint(painter, QRectF(rect.topLeft() + middle, rect.bottomRight() - middle), icon, "text3")
    else:
        circle, letters = tokens.avatar(seed)
        painter.setBrush(circle)
        painter.drawEllipse(rect)
        painter.setPen(letters)
        face = font(13, 650)
        face.setPixelSize(max(8, round(side * (0.36 if side >= 24 else 0.42))))
        painter.setFont(face)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, initials)
    if channel_icon:
        _paint_badge(painter, rect, channel_icon)
    elif presence:
        _paint_presence(painter, rect, presence)
    painter.restore()


def _paint_badge(painter: QPainter, rect: QRectF, network: str) -> None:
    side = rect.width() / 2
    middle = rect.center() + QPointF(1, 1) * (rect.width() * 0.4)
    badge = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
    painter.setPen(QPen(ink("line"), 1))
    painter.setBrush(ink("raised"))
    painter.drawEllipse(badge.adjusted(0.5, 0.5, -0.5, -0.5))
    inner = side * 0.55
    icons.paint_mark(painter, QRectF(middle.x() - inner / 2, middle.y() - inner / 2, inner, inner), network)


def _paint_presence(painter: QPainter, rect: QRectF, token: str) -> None:
    side = rect.width() / 3
    middle = rect.center() + QPointF(1, 1) * (rect.width() * 0.36)
    painter.setPen(QPen(ink("rail"), 2))
    painter.setBrush(ink(token))
    painter.drawEllipse(middle, side / 2, side / 2)


class Avatar(QWidget):
    """An avatar that stands by itself, with room for its badge."""

    def __init__(self, side: int = 36, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = side
        self._shown: tuple[str, str | int, str, str] = ("", 0, "", "")
        self._icon = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_person(self, name: str, seed: str | int, network: str = "", presence: str = "", *, icon: str = "") -> None:
        """Draw this person; `name` becomes initials and the accessible name. With `icon` no initials are drawn."""
        self._icon = icon
        self._shown = (initials(name), seed, network, presence)
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        side = scaled(self._side)
        spare = round(side * 0.16) if self._shown[2] or self._shown[3] else 0
        return QSize(side + spare, side + spare)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        letters, seed, network, presence = self._shown
        paint_avatar(
            painter,
            QRectF(0, 0, scaled(self._side), scaled(self._side)),
            letters,
            seed,
            network,
            presence=presence,
            icon=self._icon,
        )
        painter.end()
