"""The box in which an answer or a note is written: lays out and paints; what it means is decided by the place."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from socialdesk.desktop.actions import force
from socialdesk.desktop.look import icons
from socialdesk.desktop.look.following import Following
from socialdesk.desktop.look.fonts import font
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.mirror import painter_on
from socialdesk.desktop.look.tokens import hex_of, ink
from socialdesk.desktop.places.composer.address_line import AddressLine
from socialdesk.desktop.places.composer.editor import Editor
from socialdesk.desktop.places.composer.note import BlankNote
from socialdesk.desktop.places.composer.parts import FenceBar, IconButton, SplitButton, TabButton, ValueList, WordButton
from socialdesk.desktop.widgets.keycap import ACT, KeyCaps
from socialdesk.desktop.widgets.picture_tray import Tray
from socialdesk.desktop.widgets.plain_text import tooltip

tr = QCoreApplication.translate

_LEAST_HEIGHT = 186
_TABS, _TOOLS = 38, 46
_TABS_EDGE, _TABS_APART = 17, 18
_APART, _CLOSE = 4, 3
_BEFORE_COUNT, _BEFORE_SEND = 8, 6
"""What stands further apart in the row of tools: the length from them, the big button from its keys."""
"""Between the tools below the text; closer where a long counter would cut the button."""
SIDE, TOP, BOTTOM = 20, 6, 16
TEXT_PAD = 17
_LOW = 480
"""A place lower than this has no room for several empty lines."""
MOST_SHARE = 0.45


class Whisper(QWidget):
    """A quiet line with an icon before it, which can be said shortly where there is less room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon: QPixmap | None = None
        self._words = self._short = ""
        self._is_short = False

    def say(self, words: str, icon: QPixmap | None, short: str) -> None:
        """Show words; nothing takes no room."""
        self._short = short
        keys = tuple(one.cacheKey() if one is not None else 0 for one in (self._icon, icon))
        if words == self._words and keys[0] == keys[1]:
            return  # it is said again with every key
        self._words, self._icon = words, icon
        self.setAccessibleName(words)
        self.setToolTip(tooltip(words))
        self.setVisible(bool(words))
        self.updateGeometry()
        self.update()

    @property
    def words(self) -> str:
        """What it says."""
        return self._words

    def shorten(self, *, is_short: bool) -> None:
        """Say it shortly, or whole again."""
        if self._is_short != is_short:
            self._is_short = is_short
            self.updateGeometry()
            self.update()

    def width_of(self, *, is_short: bool) -> int:
        """How wide it wants to be when it is said so; nothing for nothing."""
        if not self._words:
            return 0
        said = self._short if is_short else self._words
        return round(QFontMetricsF(font(12)).horizontalAdvance(said)) + scaled(14) + 8

    def sizeHint(self) -> QSize:
        return QSize(self.width_of(is_short=self._is_short), scaled(20))

    def minimumSizeHint(self) -> QSize:
        return QSize(24, scaled(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        if self._icon is not None:
            painter.drawPixmap(
                QPointF(0, (self.height() - self._icon.deviceIndependentSize().height()) / 2), self._icon
            )
        painter.setFont(font(12))
        painter.setPen(ink("text3"))
        room = self.rect().adjusted(scaled(14) + 6, 0, 0, 0)
        words = self._short if self._is_short else self._words
        said = QFontMetricsF(font(12)).elidedText(words, Qt.TextElideMode.ElideRight, room.width() + 1)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, said)
        painter.end()


class Box(QFrame):
    """The frame: it shows focus, yellow for notes, and a thick edge where everybody reads along."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_note = False
        self.is_public = False
        self.has_focus_inside = False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = 2 if self.has_focus_inside else 1
        edge = "accent" if self.has_focus_inside else "noteLine" if self.is_note else "control"
        painter.setPen(QPen(ink(edge), wide))
        painter.setBrush(ink("note" if self.is_note else "surface"))
        inset = wide / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 10, 10)
        painter.fillRect(
            QRectF(wide, scaled(_TABS), self.width() - 2 * wide, 1), ink("noteLine" if self.is_note else "line")
        )
        if self.is_public and not self.is_note:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink("accent"))
            painter.drawRoundedRect(QRectF(wide, scaled(_TABS) + 10, 3, self.height() - scaled(_TABS) - 20), 1.5, 1.5)
        painter.end()


class ComposerBox(QWidget):
    """Everything of the composer that is seen."""

    height_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fence = FenceBar(self)
        self.fence.hide()
        self.box = Box(self)
        self.reply_tab = TabButton(self.box)
        self.note_tab = TabButton(self.box)
        self.who = Whisper(self.box)
        self.window_line = Whisper(self.box)
        self.addressed = AddressLine(self.box)
        self.editor = Editor(self.box)
        self.saved = IconButton("lightning", self.box)
        self.emoji = IconButton("smiley", self.box)
        self.attach = IconButton("paperclip", self.box)
        self.tray = Tray(self.box)
        self.language = WordButton(self.box)
        self.completions = ValueList(self)
        self.counter = QLabel(self.box)
        self._counted: tuple[bool, bool, str] | None = None
        self._words_of_count = ("", "")
        self.counter.setTextFormat(Qt.TextFormat.PlainText)
        self.fill = QPushButton(self.box)
        self.fill.setFlat(True)
        self.fill.setCursor(Qt.CursorShape.PointingHandCursor)
        self.keys = KeyCaps(("Ctrl", "Shift", "Enter"), parent=self.box, yields=True)
        self.keys.setProperty(ACT, "composer.send_done")
        self.button = SplitButton(self.box)
        self.values = ValueList(self)
        self.note = BlankNote(self)
        self._lay_out()
        self.editor.document().documentLayout().documentSizeChanged.connect(self.fit)
        self.editor.focus_changed.connect(self._on_focus)
        self.editor.setStyleSheet("QTextEdit { background: transparent; border: none; padding: 0; }")
        Following(self, self.dress)
        force.told().changed.connect(self.name_parts)
        self.dress()

    def _lay_out(self) -> None:
        tabs = QHBoxLayout()
        tabs.setContentsMargins(_TABS_EDGE, 0, _TABS_EDGE, 0)
        tabs.setSpacing(_TABS_APART)
        tabs.addWidget(self.reply_tab)
        tabs.addWidget(self.note_tab)
        tabs.addStretch(1)
        tabs.addWidget(self.who)
        tabs.addWidget(self.window_line)
        tools = self._tools = QHBoxLayout()
        tools.setContentsMargins(11, 0, 11, 5)
        tools.setSpacing(_APART)
        tools.addWidget(self.saved)
        tools.addWidget(self.emoji)
        tools.addWidget(self.attach)
        tools.addWidget(self.language)
        tools.addSpacing(_BEFORE_COUNT)
        tools.addWidget(self.counter)
        tools.addStretch(1)
        tools.addWidget(self.fill)
        tools.addWidget(self.keys)
        tools.addSpacing(_BEFORE_SEND)
        tools.addWidget(self.button)
        inside = QVBoxLayout(self.box)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addLayout(tabs)
        inside.addWidget(self.addressed)
        text = QHBoxLayout()
        text.setContentsMargins(17, TEXT_PAD, 12, 2)
        text.addWidget(self.editor)
        inside.addLayout(text, 1)
        inside.addWidget(self.tray)
        inside.addLayout(tools)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(SIDE, TOP, SIDE, BOTTOM)
        whole.setSpacing(12)
        whole.addWidget(self.fence)
        whole.addWidget(self.box, 1)
        # The keyboard goes through the box as the eye does.
        for one, following in (
            (self.reply_tab, self.note_tab),
            (self.note_tab, self.addressed.button),
            (self.addressed.button, self.editor),
            (self.editor, self.saved),
            (self.saved, self.emoji),
            (self.emoji, self.attach),
            (self.attach, self.language),
            (self.language, self.fill),
            (self.fill, self.button.main),
            (self.button.main, self.button.arrow),
        ):
            QWidget.setTabOrder(one, following)

    def name_parts(self) -> None:
        """Say what everything is, in the reader's language."""
        self.note_tab.setText(tr("composer", "Internal note"))
        self.note_tab.setAccessibleName(tr("composer", "Internal note, only the team reads it"))
        self.saved.name_it(tr("composer", "Saved replies"), "composer.saved")
        self.emoji.name_it(tr("composer", "Emoji"), "composer.emoji")
        self.attach.name_it(tr("composer", "Attach pictures"), "composer.attach")
        self.button.arrow.setAccessibleName(tr("composer", "Other ways to send"))

    def dress(self) -> None:
        """Take the colours and fonts of the theme."""
        for tab in (self.reply_tab, self.note_tab):
            tab.setFixedHeight(scaled(_TABS))
        self.button.setFixedHeight(scaled(32))
        self.editor.setFont(font(14, tabular=False))
        palette = self.editor.palette()
        note = self.box.is_note
        transparent = ink("surface", 0.0)
        palette.setColor(palette.ColorRole.Base, transparent)
        palette.setColor(palette.ColorRole.Text, ink("noteText" if note else "text"))
        palette.setColor(palette.ColorRole.PlaceholderText, ink("noteText" if note else "text3"))
        palette.setColor(palette.ColorRole.Highlight, ink("accent"))
        palette.setColor(palette.ColorRole.HighlightedText, ink("onAccent"))
        self.editor.setPalette(palette)
        self.editor.shade()
        self.counter.setFont(font(12))
        self.fill.setFont(font(12, 600))
        self.fill.setMinimumHeight(scaled(24))
        self.fill.setIcon(icons.icon("pencil-simple", "soon"))
        self.fill.setIconSize(QSize(scaled(14), scaled(14)))
        self.fill.setStyleSheet(
            f"QPushButton {{ color: {hex_of('soon')}; background: transparent; border: none; padding: 4px; }}"
            f"QPushButton:focus {{ border: 2px solid {hex_of('focus')}; border-radius: 6px; padding: 2px; }}"
        )
        for tab in (self.reply_tab, self.note_tab):
            tab.ink_name = "noteText" if note else "accent"
        if self.fence.isVisible():
            self.fence.dress()
        self.name_parts()
        self.update()
        self.fit()

    def show_note(self, *, is_note: bool) -> None:
        """Turn the whole box yellow, or back."""
        if self.box.is_note == is_note:
            self.fit()
            return
        self.box.is_note = is_note
        self.dress()
        self.box.update()

    def count(self, words: str, short: str, *, is_over: bool) -> None:
        """Show the counter; `short` stands in its place where the line has no room, and a reader hears it whole."""
        self._words_of_count = (words, short)
        self.counter.setAccessibleName(words)
        self.counter.setToolTip(words)
        self.fit_counter()
        look = (is_over, self.box.is_note, hex_of("text3"))
        if look == self._counted:  # a style sheet is dear, and a key changes only the figure
            return
        self._counted = look
        colour = hex_of("soon" if is_over else "noteText" if self.box.is_note else "text3")
        self.counter.setStyleSheet(f"color: {colour}; background: transparent; font-weight: {600 if is_over else 400};")

    def fit_counter(self) -> None:
        """Say the length as fully as there is room for: what is pressed is never cut for it."""
        words, short = self._words_of_count
        beside = (self.saved, self.emoji, self.attach, self.language, self.fill, self.button.main, self.button.arrow)
        shown = [one for one in beside if one.isVisibleTo(self.box)]
        taken = (
            sum(max(one.sizeHint().width(), one.minimumWidth()) + _APART for one in shown)
            + 30
            + _BEFORE_COUNT
            + _BEFORE_SEND
        )
        room = self.box.width() - taken
        letters = self.counter.fontMetrics()
        fits = letters.horizontalAdvance(words) + 12 <= room
        is_near = not fits and (not short or letters.horizontalAdvance(short) + 12 > room)
        self.counter.setText(words if fits or not short else short)
        self._tools.setSpacing(_CLOSE if is_near else _APART)

    def fit_tabs(self) -> None:
        """Say who speaks and until when as fully as there is room for; who speaks is shortened first."""
        tabs = self.reply_tab.sizeHint().width() + self.note_tab.sizeHint().width()
        room = self.box.width() - 2 * _TABS_EDGE - tabs - 3 * _TABS_APART
        who, until = self.who, self.window_line
        whole = who.width_of(is_short=False) + until.width_of(is_short=False)
        half = who.width_of(is_short=True) + until.width_of(is_short=False)
        who.shorten(is_short=whole > room)
        until.shorten(is_short=half > room)

    def fit(self) -> None:
        """Grow with the text, to a share of the height of what the composer stands in."""
        place = self.parentWidget()
        around = place.parentWidget() if place is not None else None
        bare = TOP + scaled(_TABS) + TEXT_PAD + self.editor.fontMetrics().lineSpacing() + 8 + scaled(_TOOLS) + BOTTOM
        least = scaled(_LEAST_HEIGHT)
        if around is not None and around.height() < scaled(_LOW):
            # A display scale of 400 %: what is pressed stays in sight, and some of what is answered.
            least = min(least, max(bare, round(MOST_SHARE * around.height())))
        most = max(least, round(MOST_SHARE * (around.height() if around is not None else 900)))
        text = self.editor.document().size().height()
        beside = self.tray.wanted_height() + self.addressed.wanted_height()
        wanted = TOP + scaled(_TABS) + TEXT_PAD + text + 8 + scaled(_TOOLS) + BOTTOM + beside
        most = max(most, least + beside)  # pictures and people are seen whole
        height = round(min(most, max(least + beside, wanted))) + (
            self.fence.fit(self.width() - 2 * SIDE) + 12 if self.fence.isVisibleTo(self) else 0
        )
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)
            self.height_changed.emit()

    def _on_focus(self, has: bool) -> None:
        self.box.has_focus_inside = has
        self.box.update()
