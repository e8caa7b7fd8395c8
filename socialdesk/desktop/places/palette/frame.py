"""What is seen of the palette: its card with field, rows and foot, the scrim behind; what they do is the palette's."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QListView, QToolButton, QVBoxLayout, QWidget

from socialdesk.desktop.look import icons
from socialdesk.desktop.look.following import Following, sized
from socialdesk.desktop.look.metrics import DIALOG_RADIUS, PALETTE_ROW, PALETTE_ROWS, PALETTE_TOP, PALETTE_WIDTH, scaled
from socialdesk.desktop.look.tokens import font, hex_of, ink
from socialdesk.desktop.places.palette.delegate import RowDelegate
from socialdesk.desktop.places.palette.rows import RowModel
from socialdesk.desktop.widgets.flow import FlowLayout
from socialdesk.desktop.widgets.keycap import KeyCaps
from socialdesk.desktop.widgets.plain_text import PlainLabel
from socialdesk.desktop.widgets.shadow import AROUND, paint_shadow

tr = QCoreApplication.translate
_MARGIN = 16
_FIELD, _FOOT, _SPACE = 62, 42, 14
"""What the card holds beside its rows, the last of them rules and space."""


class PaletteFrame(QWidget):
    """Covers the window it is a child of."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.hide()
        self._window = window
        self._model = RowModel(self)
        self._card = QFrame(self)
        self._card.setObjectName("card")
        self._field = QLineEdit(self._card)
        self._chip = QToolButton(self._card)
        self._list = QListView(self._card)
        self._nothing = QLabel(self._card)
        self._build()
        self._dress()
        Following(self, self._dress)

    def _build(self) -> None:
        self._card.setAccessibleName(tr("Palette", "Command palette"))
        self._field.setAccessibleName(tr("Palette", "Search or jump"))
        self._field.setPlaceholderText(tr("Palette", "Search acts, views, people, tags and saved replies"))
        self._field.setFrame(False)
        self._chip.setToolTip(tr("Palette", "Remove: act on nothing"))
        self._list.setModel(self._model)
        self._list.setItemDelegate(RowDelegate(self._list))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setAccessibleName(tr("Palette", "What fits"))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._list.setMouseTracking(True)
        self._nothing.setText(tr("Palette", "Nothing fits. Esc clears what was typed."))
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setFixedHeight(2 * PALETTE_ROW)

        head = QHBoxLayout()
        head.setContentsMargins(20, 0, 20, 0)
        head.setSpacing(14)
        self._glass = QLabel(self._card)
        head.addWidget(self._glass)
        head.addWidget(self._field, 1)
        head.addWidget(self._chip)
        top = QWidget(self._card)
        top.setFixedHeight(_FIELD)
        top.setLayout(head)
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        inside.addWidget(top)
        inside.addWidget(_rule(self._card))
        inside.addSpacing(4)
        inside.addWidget(self._list)
        inside.addWidget(self._nothing)
        inside.addSpacing(6)
        inside.addWidget(_rule(self._card))
        inside.addWidget(self._foot())

    def _foot(self) -> QWidget:
        foot = QWidget(self._card)
        sized(foot, lambda: foot.setFixedHeight(scaled(_FOOT)))
        # What has no room goes to a second line, which is not seen: a hint is read whole or not at all.
        line = FlowLayout(foot, spacing=19)
        line.setContentsMargins(20, 0, 20, 0)
        pairs = (
            (("↑", "↓"), tr("Palette", "Move")),
            (("↵",), tr("Palette", "Run")),
            (("Tab",), tr("Palette", "More options")),
            ((">",), tr("Palette", "Actions only")),
            (("@",), tr("Palette", "People only")),
            (("#",), tr("Palette", "Tags only")),
        )
        for keys, words in pairs:
            hint = QWidget(foot)
            pair = QHBoxLayout(hint)
            pair.setContentsMargins(0, 0, 0, 0)
            pair.setSpacing(5)
            pair.addWidget(KeyCaps(keys, parent=hint))
            label = PlainLabel(words, 12, 400, parent=hint)
            label.setObjectName("hint")
            pair.addWidget(label)
            sized(hint, partial(_make_high, hint))
            line.addWidget(hint)
        return foot

    def _height_of_rows(self) -> int:
        return sum(self._list.sizeHintForRow(at) for at in range(self._model.rowCount()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)  # the card lies where it lies, whichever way the layout runs
        painter.fillRect(event.rect(), ink("scrim"))
        # Not by an effect: that would draw the whole card, and its shadow anew, at each letter that is typed.
        paint_shadow(painter, QRectF(self._card.geometry()), DIALOG_RADIUS)
        painter.end()

    def cover(self) -> None:
        """Be as large as the window, the card as high as its rows."""
        window = self._window
        before = self._card.geometry()
        self.setGeometry(window.rect())
        width = min(scaled(PALETTE_WIDTH), window.width() - 2 * _MARGIN)
        self._card.setFixedWidth(width)
        row = scaled(PALETTE_ROW)
        most = min(PALETTE_ROWS * row, window.height() - 2 * _MARGIN - _FIELD - scaled(_FOOT) - _SPACE)
        self._list.setFixedHeight(max(row, min(self._height_of_rows(), most)))
        self._card.adjustSize()
        top = min(PALETTE_TOP, max(_MARGIN, (window.height() - self._card.height()) // 2))
        self._card.move((window.width() - width) // 2, top)
        if self._card.geometry() != before:
            around = before.united(self._card.geometry())
            self.update(around.adjusted(-AROUND, -AROUND, AROUND, AROUND))

    def _dress(self) -> None:
        self._field.setFont(font(18, 400, tabular=False))
        self._chip.setFont(font(12, 500, tabular=False))
        self._nothing.setFont(font(13, 400, tabular=False))
        self._glass.setPixmap(icons.pixmap("magnifying-glass", "text2", scaled(18), self.devicePixelRatioF()))
        for label in self._card.findChildren(QLabel, "hint"):
            label.setFont(font(12, 500, tabular=False))
        css = hex_of
        self.setStyleSheet(
            f"#card {{ background: {css('raised')}; border: 1px solid {css('line')}; border-radius: 12px; }}"
            f"QLineEdit {{ background: transparent; border: none; padding: 0; color: {css('text')}; }}"
            f"QToolButton {{ background: {css('chip')}; color: {css('text')}; border: 2px solid transparent;"
            f" border-radius: 6px; padding: 2px 6px; }}"
            f"QToolButton:focus {{ border-color: {css('focus')}; }}"
            f"QListView {{ background: transparent; border: none; outline: none; }}"
            f"#rule {{ background: {css('line')}; border: none; }}"
            f"#hint, #nothing {{ color: {css('text2')}; }}"
        )


def _make_high(hint: QWidget) -> None:
    hint.setFixedHeight(scaled(_FOOT))


def _rule(parent: QWidget) -> QFrame:
    rule = QFrame(parent)
    rule.setObjectName("rule")
    rule.setFixedHeight(1)
    return rule
