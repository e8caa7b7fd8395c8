"""What stands above and below the rows of the rail: workspace, the way to the palette, me."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from socialdesk.desktop.actions import force
from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.look import icons
from socialdesk.desktop.look.following import sized
from socialdesk.desktop.look.fonts import metrics
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.mirror import painter_on
from socialdesk.desktop.look.tokens import font, ink
from socialdesk.desktop.widgets.avatar import initials, paint_avatar
from socialdesk.desktop.widgets.buttons import IconButton
from socialdesk.desktop.widgets.keycap import ACT, keycaps_width, paint_keycaps
from socialdesk.desktop.widgets.plain_text import elided, safe_name, tooltip

tr = QCoreApplication.translate
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_LINE = 14


def _lines(said: str, room: float) -> list[str]:
    """Words in one line where they fit into `room`, in two where they need both; what is more is cut."""
    face = font(11, 400)
    first, last = said, ""
    while " " in first and metrics(11, 400).horizontalAdvance(first) > room:
        first, _, word = first.rpartition(" ")
        last = f"{word} {last}".rstrip()
    return [elided(one, face, room) for one in (first, last) if one] or [""]


class Workspace(QPushButton):
    """The head of the rail: mark, name, and what kind of workspace it is. Pressed it offers what concerns all of it.

    It takes no focus: what it offers the menu bar and the palette offer by key.
    """

    def __init__(self, name: str, about: str) -> None:
        super().__init__()
        self._name, self._about = name, about
        self.is_narrow = False
        self.setAccessibleName(f"{name}, {about}")
        self.setToolTip(tooltip(f"{name}, {about}"))  # where the name is too long, or only its mark is shown
        sized(self, lambda: self.setFixedHeight(max(56, scaled(34) + 22)))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_hot = self.underMouse()
        if self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink("hover"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(8, 6, -8, -4), 6, 6)
        side = scaled(30)
        box = QRectF(
            (self.width() - side) / 2 if self.is_narrow else scaled(15), self.height() / 2 - side / 2 + 1, side, side
        )
        icons.paint_workspace_mark(painter, box)
        if not self.is_narrow:
            painter.setFont(font(13, 650))
            painter.setPen(ink("text"))
            left, middle, caret = box.right() + scaled(11), self.height() / 2 + 1, scaled(12)
            room = self.width() - left - 18 - caret - 4
            painter.drawText(
                QRectF(left, middle - scaled(16), room, scaled(18)), _MIDDLE, elided(self._name, font(13, 650), room)
            )
            # An arrow beside it says that it opens something; what it is goes where both have no room.
            painter.setFont(font(11, 400))
            painter.setPen(ink("text2"))
            painter.drawText(QRectF(left, middle, room, scaled(17)), _MIDDLE, elided(self._about, font(11, 400), room))
            at = QPointF(self.width() - 18 - caret, middle - caret / 2)
            icons.paint(painter, QRectF(at.x(), at.y(), caret, caret), "caret-down", "text" if is_hot else "text3")
        painter.end()


class Jump(QPushButton):
    """The field that opens the palette."""

    is_narrow = False

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("rail", "Search or jump"))
        self.setToolTip(tr("rail", "Search or jump"))
        sized(self, lambda: self.setFixedHeight(scaled(32)))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        edge = "focus" if self.hasFocus() else "lineStrong" if self.underMouse() else "line"
        painter.setPen(QPen(ink(edge), 2 if self.hasFocus() else 1))
        painter.setBrush(ink("surface"))
        painter.drawRoundedRect(box, 6, 6)
        side = scaled(16)
        left = (self.width() - side) / 2 if self.is_narrow else 10
        icons.paint(painter, QRectF(left, box.center().y() - side / 2, side, side), "magnifying-glass", "text2")
        if not self.is_narrow:
            painter.setFont(font(13, 400))
            painter.setPen(ink("text2"))
            words = tr("rail", "Search or jump")
            keys = force.caps_of("app.palette", ("Ctrl", "K"))
            room = box.adjusted(side + 15, 0, -8, 0)
            # The keys are in the tooltip too: they go where the words need the room.
            if room.width() - keycaps_width(keys) - 6 >= metrics(13, 400).horizontalAdvance(words):
                paint_keycaps(painter, QPointF(room.right() - keycaps_width(keys), box.center().y()), keys)
            painter.setFont(font(13, 400))
            painter.setPen(ink("text2"))
            painter.drawText(room, _MIDDLE, elided(words, font(13, 400), room.width()))
        painter.end()


class Me(QWidget):
    """Who sits here, and the way to the settings."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self.is_narrow = False
        self.standing: str | None = None
        """Whether I am there for work, and until when; None where nobody said my hours."""
        self.is_there = False
        self.quiet = ""
        """That it is quiet by choice, and until when."""
        sized(self, lambda: self.setFixedHeight(max(60, scaled(36) + 24)))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 9, 0)
        row.addStretch(1)
        self.settings = IconButton("gear-six", tr("rail", "Settings"), parent=self)
        self.settings.setProperty(ACT, "app.settings")
        row.addWidget(self.settings)

    def _until(self) -> str:
        """Until when I am there today, as "19:00", where no more than that is known; nothing once that is past."""
        me = self._bridge.person(self._bridge.me)
        until = (me.on_shift_until or "") if me is not None else ""
        return until if f"{self._bridge.clock.now().astimezone():%H:%M}" < until else ""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(ink("line"))
        painter.drawLine(QPointF(12, 0.5), QPointF(self.width() - 12, 0.5))
        me = self._bridge.person(self._bridge.me)
        name = me.name if me else ""
        until = self._until()
        known = bool(until) if self.standing is None else self.is_there
        presence = "presence" if known else ""
        side, middle = scaled(30), self.height() / 2
        left = (self.width() - side) / 2 if self.is_narrow else scaled(15)
        circle = QRectF(left, middle - side / 2, side, side)
        paint_avatar(painter, circle, initials(name), name, presence=presence)
        if not self.is_narrow:
            left = circle.right() + scaled(11)
            room = self.width() - left - self.settings.width() - 18
            shift = tr("rail", "On shift until {time}").format(time=until) if until else ""
            lines = _lines(self.quiet or (shift if self.standing is None else self.standing), room)
            top = middle - scaled(16) - (len(lines) - 1) * scaled(_LINE) / 2
            painter.setFont(font(13, 650))
            painter.setPen(ink("text"))
            painter.drawText(QRectF(left, top, room, scaled(18)), _MIDDLE, elided(safe_name(name), font(13, 650), room))
            painter.setFont(font(11, 400))
            painter.setPen(ink("text2"))
            for row, line in enumerate(lines):
                below = top + scaled(16) + row * scaled(_LINE)
                painter.drawText(QRectF(left, below, room, scaled(17)), _MIDDLE, line)
        painter.end()
