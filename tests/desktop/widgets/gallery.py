"""Builds one window with every part in every state, for pictures: look at them beside the design."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from socialdesk.desktop.look import icons, tokens
from socialdesk.desktop.look.mark import paint_app_mark
from socialdesk.desktop.look.tokens import font, ink
from socialdesk.desktop.widgets.avatar import paint_avatar
from socialdesk.desktop.widgets.banner import Banner
from socialdesk.desktop.widgets.buttons import Button, IconButton, Kind, SplitButton
from socialdesk.desktop.widgets.chip import Chip, paint_chip, paint_tags
from socialdesk.desktop.widgets.counter import Counter
from socialdesk.desktop.widgets.keycap import paint_keycaps
from socialdesk.desktop.widgets.plain_text import PlainLabel
from socialdesk.desktop.widgets.popover import Popover
from socialdesk.desktop.widgets.reply_clock import paint_clock
from socialdesk.desktop.widgets.search_field import SearchField
from socialdesk.desktop.widgets.segments import Segments, TabStrip
from socialdesk.desktop.widgets.state_page import Act, StatePage
from socialdesk.desktop.widgets.toast import UndoToast

_PEOPLE = (
    ("CR", "Camille", "instagram"),
    ("DW", "Dan", "google"),
    ("PN", "Priya", "facebook"),
    ("JE", "Jonas", "youtube"),
    ("MH", "marlow", "bluesky"),
    ("IA", "Inès", "whatsapp"),
    ("TO", "Tom", "messenger"),
    ("LM", "Léa", "mastodon"),
    ("NS", "Noah", "linkedin"),
)
_CLOCKS = (
    ("late", "12 min late", 0.0),
    ("soon", "18 min", 0.3),
    ("running", "3 h 10", 0.7),
    ("paused", "Waiting on contact", 0.5),
    ("met", "Answered in 22 min", 1.0),
)


class Painted(QWidget):
    """What delegates paint."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(640, 320)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), ink("list"))
        painter.fillRect(QRect(0, 176, 640, 64), ink("selected"))
        for place, (letters, seed, network) in enumerate(_PEOPLE):
            paint_avatar(painter, QRectF(14 + place * 58, 12, 36, 36), letters, seed, network)
        paint_avatar(painter, QRectF(14 + 9 * 58, 12, 36, 36), "", "", "instagram", icon="eye-slash")
        paint_avatar(painter, QRectF(14 + 10 * 58, 12, 30, 30), "MB", "Maya", presence="presence")
        left = 14.0
        for state, label, fraction in _CLOCKS:
            left += paint_clock(painter, QPointF(left, 68), state, label, fraction) + 16
        paint_tags(painter, QPointF(14, 104), ["Delivery", "VIP", "Repair", "Sizing"], 190)
        paint_chip(painter, QPointF(230, 104), Chip.LANGUAGE, "FR")
        paint_chip(painter, QPointF(270, 104), Chip.COUNT, "2")
        paint_chip(painter, QPointF(300, 104), Chip.COUNT, "128")
        paint_chip(painter, QPointF(350, 104), Chip.REPLYING, "Léa is replying", icon="pencil-simple")
        paint_chip(painter, QPointF(480, 104), Chip.FILLED, "Camille")
        paint_chip(painter, QPointF(545, 104), Chip.BLANK, "delivery day")
        for place, keys in enumerate(
            (("Ctrl", "K"), ("Ctrl", "Shift", "Enter"), ("Up", "Down"), ("Tab",), ("Esc",), ("H", "3"))
        ):
            paint_keycaps(painter, QPointF(14 + place * 100, 152), keys)
        paint_clock(painter, QPointF(14, 198), "late", "12 min late")
        paint_tags(painter, QPointF(120, 198), ["Delivery", "VIP"], 300, on_selected=True)
        paint_chip(painter, QPointF(240, 198), Chip.LANGUAGE, "FR", on_selected=True)
        for place, network in enumerate(tokens._file()["brand"]):
            icons.paint_mark(painter, QRectF(14 + place * 32, 254, 18, 18), network)
        paint_app_mark(painter, QRectF(530, 248, 56, 56))
        icons.paint_workspace_mark(painter, QRectF(596, 262, 30, 30))
        painter.setFont(font(14))
        painter.setPen(ink("text"))
        painter.drawText(QPointF(14, 304), "Bonjour 👋 J’ai commandé 👨‍👩‍👧‍👦 🇫🇷 👍🏽 ❤️ 1️⃣ 🙏 la veste Fjell, taille 38")
        painter.end()


class Gallery(QWidget):
    """Everything at once."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("plane", "surface")
        self.resize(1440, 900)
        self.banner = Banner(self)
        self.banner.show_words(
            "info",
            "cloud-slash",
            "Offline since 16:38.",
            "Keep working: 3 replies wait in the outbox and go out, in order, when you are back.",
            [("try", "Try now"), ("outbox", "Open outbox")],
        )
        self.soon = Banner(self)
        self.soon.show_words("soon", "warning", "Mastodon is signed out.", "Answers there wait.", [("sign", "Sign in")])
        self.over = Banner(self)
        self.over.show_words("over", "prohibit", "The disk is full.", "Nothing new is stored.", [("why", "What to do")])
        page = QVBoxLayout(self)
        page.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        for banner in (self.banner, self.soon, self.over):
            page.addWidget(banner)
        body = QHBoxLayout()
        body.setContentsMargins(20, 16, 20, 20)
        body.setSpacing(24)
        page.addLayout(body, 1)
        left = QVBoxLayout()
        left.setSpacing(12)
        body.addLayout(left)
        for px, weight, words in ((28, 650, "28 figure"), (20, 650, "20 page title"), (16, 650, "16 thread title")):
            left.addWidget(PlainLabel(words, px, weight))
        left.addWidget(PlainLabel("14 message text, 13 lists <b>never markup</b>", 14))
        left.addWidget(Painted(self))
        left.addLayout(self._buttons())
        left.addLayout(self._fields())
        left.addStretch(1)
        self.state = StatePage()
        self.state.show_state(
            "coffee",
            "All clear",
            "You answered 38 people today. Nothing of yours is due before 18:30.",
            [
                Act("take", "Take one from Unassigned", "34", ("N",), Kind.PRIMARY),
                Act("help", "Help Léa, she leaves in 17 min", "9"),
            ],
        )
        body.addWidget(self.state, 1)
        self.toast = UndoToast(self)
        self.toast.place(QPoint(244, 876))
        self.popover = Popover(self, 300, "Snooze")
        for words in ("In 1 hour", "This evening", "Tomorrow morning"):
            self.popover.inside.addWidget(Button(words, Kind.GHOST, icon="clock", keys=("1",), wide=True))

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        self.split = SplitButton("Send and done", description="Down for other ways")
        off = Button("Disabled")
        off.set_off("Fill 1 blank")
        for widget in (
            self.split,
            Button("Continue", Kind.PRIMARY),
            Button("Snooze"),
            Button("Done", icon="check"),
            Button("Ghost", Kind.GHOST),
            Button("Undo", Kind.LINK, keys=("Z",)),
            Button("Delete", Kind.DANGER),
            off,
            IconButton("clock", "Snooze", keys=("H",), bordered=True),
            IconButton("dots-three", "More"),
        ):
            row.addWidget(widget)
        row.addStretch(1)
        return row

    def _fields(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(12)
        self.segments = Segments([("open", "Open"), ("waiting", "Waiting"), ("done", "Done")], "Status")
        self.tabs = TabStrip([("reply", "Reply"), ("note", "Internal note")], "Kind of answer")
        self.field = QLineEdit()
        self.field.setAccessibleName("Name")
        self.field.setText("Focused: 2 px accent")
        self.search = SearchField("Search or jump", "Search", ("Ctrl", "K"))
        self.counter = Counter()
        self.counter.show_count(1016, 1000)
        for widget in (self.segments, self.tabs, self.search, self.field, self.counter):
            widget.setMaximumWidth(420)
            column.addWidget(widget)
        return column


def picture(widget: QWidget, ratio: float = 2.0) -> QImage:
    """What `widget` looks like at `ratio` device pixels a logical one."""
    size = QSize(round(widget.width() * ratio), round(widget.height() * ratio))
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(0)
    widget.render(image)
    return image
