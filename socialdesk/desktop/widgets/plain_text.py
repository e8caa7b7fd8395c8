"""Makes text that strangers wrote safe to show, and cuts it where a reader would; gives plain text, never markup.

What is removed cannot be seen but changes what is: bidi controls, tags, invisible letters, control characters, marks
stacked higher than three. Nothing here indexes a Python string with an offset that Qt counted in UTF-16.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QStyle, QToolTip, QWidget

from socialdesk.desktop.look.fonts import font
from socialdesk.desktop.look.metrics import scaled, zoom
from socialdesk.desktop.look.mirror import painter_on
from socialdesk.support.pattern import pattern

NAME_GRAPHEMES = 40
_ELLIPSIS = "…"

# A flag written with tags (England, Scotland, Wales …) is the one honest use of them.
_TAG_FLAG = "\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{1,6}\U000e007f"
_UNSEEN = (
    "\u0000-\u0008\u000b-\u001f\u007f-\u009f"  # controls, but tab and new line
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2060-\u2064\u206a-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb"
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidi controls
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff"  # musical controls, tags, more variation selectors
)
_REMOVED = pattern(f"({_TAG_FLAG})|[{_UNSEEN}]")
_JOINERS = pattern("(?<=^|[\\s\u200c\u200d])[\u200c\u200d]+|[\u200c\u200d]+(?=$|[\\s\u200c\u200d])")
_SELECTORS = pattern("(?<=^|\\s|[\ufe00-\ufe0f])[\ufe00-\ufe0f]+")
_STACK = pattern(r"([\p{Mn}\p{Me}]{3})[\p{Mn}\p{Me}]+")
_BREAKS = pattern("\r\n?|[\u2028\u2029\u0085\u000b\u000c]")
_HALVES = pattern("[\ud800-\udfff]")
# Letters of most names and messages, none of which combines with another: Latin, Greek, Cyrillic, Hebrew, Arabic,
# Japanese, Chinese, Korean, and the quotes and dashes between them. Painters ask this of every text.
_CALM = (
    " ~\u00a1\u00ac\u00ae\u024f\u0370\u0482\u048a\u052f\u05d0\u05ea\u0620\u064a"
    "\u2010\u2027\u2030\u205e\u3001\u3029\u3041\u3096\u30a0\u30ff\u4e00\u9fff\uac00\ud7a3\uff01\uff5e"
)
"""First and last of each stretch."""
_CALM_LAST = frozenset(_CALM[1::2])
_known_calm: set[str] = set()
"""Those that were met: told at once by the letters of a text, where a pattern would be compiled at each start."""
_JOINING = "\u200c\u200d"
# What cannot be seen though it counts as printable: fillers, joiners of marks, more variation selectors.
_UNSEEN_LETTERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0")
_SELECTING_FIRST, _SELECTING_LAST, _TAGS = "\ufe00", "\ufe0f", "\U000e0000"
_MOST_MARKS = 3
_GRAPHEME = pattern(r"\X")


def is_calm(text: str) -> bool:
    """Whether every letter of a text stands by itself and can be seen: nothing is to be removed, each is one sign."""
    if not text.isprintable():
        return False
    if text.isascii():
        return True
    fresh = set(text) - _known_calm
    if any(bisect(_CALM, sign) % 2 == 0 and sign not in _CALM_LAST for sign in fresh):
        return False
    _known_calm.update(fresh)
    return True


def plain_text(text: str) -> str:
    """`text` without what deceives the eye or breaks a layout; new lines and emoji stay."""
    if is_calm(text):
        return text
    lines = text.replace("\r\n", "\n")
    return lines if is_clean(lines) else cleaned(text)


def is_clean(text: str) -> bool:
    """Whether `cleaned` certainly leaves a text as it is; told without the patterns, which take long to load.

    So emoji, several lines and scripts that stack a few marks cost a start nothing.
    """
    before, marks = " ", 0
    for sign in text:
        kind = unicodedata.category(sign)
        if kind in {"Mn", "Me"} and sign not in _UNSEEN_LETTERS and sign < _TAGS:
            marks += 1
            is_selector = _SELECTING_FIRST <= sign <= _SELECTING_LAST
            is_lost = before.isspace() or _SELECTING_FIRST <= before <= _SELECTING_LAST
            if marks > _MOST_MARKS or (is_selector and is_lost):
                return False
        elif sign in _JOINING:
            if before.isspace() or before in _JOINING:
                return False
            marks = 0
        elif kind == "Zs" or sign in "\n\t":
            if before in _JOINING:
                return False
            marks = 0
        elif not sign.isprintable() or sign in _UNSEEN_LETTERS or sign >= _TAGS:
            return False
        else:
            marks = 0
        before = sign
    return before not in _JOINING


def cleaned(text: str) -> str:
    """What `plain_text` gives for a text, by the patterns alone."""
    text = _HALVES.sub("\ufffd", _BREAKS.sub("\n", text))
    text = _REMOVED.sub(r"\1", text)
    text = _SELECTORS.sub("", _JOINERS.sub("", text))
    return _STACK.sub(r"\1", text)


def one_line(text: str) -> str:
    """`plain_text` with every run of blanks and new lines told as one space."""
    plain = plain_text(text)
    if "  " not in plain and plain.isprintable():
        return plain.strip(" ")
    return " ".join(plain.split())


def graphemes(text: str) -> int:
    """How many signs a reader counts."""
    return len(text) if text.isascii() else sum(1 for _ in _GRAPHEME.finditer(text))


def cut(text: str, most: int) -> str:
    """`text`, or its first `most` - 1 signs and an ellipsis."""
    if len(text) <= most:
        return text
    if is_calm(text):
        return text[: most - 1].rstrip() + _ELLIPSIS
    end = 0
    for count, match in enumerate(_GRAPHEME.finditer(text), 1):
        if count == most - 1:
            end = match.end()
        elif count > most:
            return text[:end].rstrip() + _ELLIPSIS
    return text


def safe_name(name: str) -> str:
    """A stranger's name on one line of at most 40 signs."""
    return cut(one_line(name), NAME_GRAPHEMES)


def at_name(handle: str) -> str:
    """A handle as people write it: with an @ before it, unless there is one in it, as in a mail address."""
    return handle if not handle or "@" in handle else f"@{handle}"


def called(name: str, handle: str) -> str:
    """What a stranger is called where they stand alone: by their name, by their handle where nothing of it is seen."""
    return safe_name(name) or safe_name(handle) or QCoreApplication.translate("people", "No name")


def isolated(text: str) -> str:
    """`plain_text` in a direction of its own, to stand inside a sentence of another."""
    return f"\u2068{plain_text(text)}\u2069"


def tooltip(text: str) -> str:
    """`text` as a tooltip shows it just so: Qt reads one with a tag in it as a page, with pictures and all."""
    if "<" not in text and "&" not in text:
        return text
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>")
    return f"<span>{escaped}</span>"


def on_button(text: str) -> str:
    """`text` as a button or menu shows it just so: Qt takes the letter behind a single & for a key, and hides the &."""
    return text.replace("&", "&&")


def direction_of(text: str) -> Qt.LayoutDirection:
    """The direction of the first letter that has one; left to right where none has."""
    for sign in text:
        match unicodedata.bidirectional(sign):
            case "L":
                return Qt.LayoutDirection.LeftToRight
            case "R" | "AL":
                return Qt.LayoutDirection.RightToLeft
            case _:
                pass
    return Qt.LayoutDirection.LeftToRight


def elided(text: str, face: QFont | QFontMetricsF, width: float) -> str:
    """The first line of what fits in `width` logical pixels; ends in an ellipsis where something was left out."""
    metrics = face if isinstance(face, QFontMetricsF) else QFontMetricsF(face)
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, width))


LINES = {11: 14, 12: 16, 13: 18, 14: 21, 15: 21, 16: 22, 18: 24, 20: 26}
"""From one line to the next by the size of the letters, in the design's logical pixels."""


class PlainLabel(QLabel):
    """A label that never reads markup. `ink` is a token of the stylesheet's labels; empty means `text`.

    Where it wraps, its lines stand as far apart as the design has them for that size, which is more than the font asks.
    """

    def __init__(
        self,
        text: str = "",
        px: int = 13,
        weight: int = 400,
        ink: str = "",
        *,
        wraps: bool = False,
        elides: bool = False,
        tabular: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._face = (px, weight, tabular)
        self._elides = elides
        super().setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font(px, weight, tabular=tabular))
        self.setWordWrap(wraps)
        self.set_ink(ink)
        self.setText(text)

    def setText(self, text: str) -> None:
        super().setText(plain_text(text))
        if self._elides:
            self.updateGeometry()

    def setTextFormat(self, format: Qt.TextFormat) -> None:  # noqa: A002 - as Qt names it
        """Stays plain whatever is asked."""

    def set_ink(self, token: str) -> None:
        """Take another colour."""
        if self.property("ink") == token:
            return
        self.setProperty("ink", token)
        if self.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):  # before, it would be dressed twice
            self.style().unpolish(self)
            self.style().polish(self)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip and not self.toolTip() and self.is_cut:
            QToolTip.showText(event.globalPos(), tooltip(self.text()), self)
            return True
        return super().event(event)

    @property
    def elides(self) -> bool:
        """Whether it may say less than the whole; pointing at it then shows the rest."""
        return self._elides

    @property
    def is_cut(self) -> bool:
        """Whether it shows less than the whole."""
        return self._elides and self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width()

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(0, hint.height()) if self._elides else hint

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), hint.height() + self._between(hint.height())) if self.wordWrap() else hint

    def heightForWidth(self, width: int) -> int:
        if not self.wordWrap():
            return super().heightForWidth(width)
        high = self._lines_high(width)
        return high + self._between(high)

    def _lines_high(self, width: int) -> int:
        """What the lines take in the font's own spacing."""
        if not self.minimumHeight():
            return super().heightForWidth(width)
        # Qt answers with no less than the minimum: whoever asks for what the words need as the minimum would ask for
        # more at each look, without end.
        room = QRect(0, 0, max(0, width - 2 * self.margin()), 2_000)
        flags = int(self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask) | Qt.TextFlag.TextWordWrap
        return self.fontMetrics().boundingRect(room, flags, self.text()).height() + 2 * self.margin()

    def stand_high(self, width: int) -> None:
        """Be at least as high as the words need in this width; without words, as low as can be."""
        self.setMinimumHeight(0)  # Qt counts it in when it measures: what was needed before would come on top
        if self.text():
            self.setMinimumHeight(self.heightForWidth(width))

    @property
    def _step(self) -> int:
        return scaled(LINES.get(round(self.font().pixelSize() / zoom()), 0))

    def _between(self, high: float) -> int:
        """What the lines of a label so high in the font's own spacing take beyond that."""
        spacing = self.fontMetrics().lineSpacing()
        more = self._step - spacing
        return max(0, round(high / spacing) - 1) * more if more > 0 else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.wordWrap() and self._between(self._lines_high(self.width())):
            self._paint_lines()
            return
        if not self._elides:
            super().paintEvent(event)
            return
        painter = painter_on(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().windowText().color())
        painter.drawText(
            self.contentsRect(),
            int(self.alignment()) | Qt.TextFlag.TextSingleLine,
            elided(self.text(), self.font(), self.contentsRect().width()),
        )
        painter.end()

    def _paint_lines(self) -> None:
        painter, room = QPainter(self), self.contentsRect()
        painter.setPen(self.palette().windowText().color())
        way = direction_of(self.text())
        align = QStyle.visualAlignment(way, self.alignment())
        option = QTextOption((align & Qt.AlignmentFlag.AlignHorizontal_Mask) | Qt.AlignmentFlag.AlignAbsolute)
        option.setTextDirection(way)
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        layout = QTextLayout(self.text().replace("\n", "\u2028"), self.font())
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(room.width())
        layout.endLayout()
        step, many = self._step, layout.lineCount()
        spare = room.height() - (many - 1) * step - self.fontMetrics().height()
        top = room.top() + (
            0.0 if align & Qt.AlignmentFlag.AlignTop else spare if align & Qt.AlignmentFlag.AlignBottom else spare / 2
        )
        for number in range(many):
            line = layout.lineAt(number)
            line.draw(painter, QPointF(room.left(), top + number * step - line.y()))
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        # The application's font changes with theme and zoom; this label keeps its place in the scale.
        if event.type() in {QEvent.Type.ApplicationFontChange, QEvent.Type.StyleChange}:
            px, weight, tabular = self._face
            wanted = font(px, weight, tabular=tabular)
            if wanted != self.font():
                self.setFont(wanted)
        super().changeEvent(event)
