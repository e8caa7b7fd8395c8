"""The rail on the screen; tells which view was chosen."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.bridge.pace import Pace
from socialdesk.desktop.look import icons
from socialdesk.desktop.look.fonts import metrics
from socialdesk.desktop.look.metrics import RAIL_ROW, scaled
from socialdesk.desktop.look.numbers import count as many
from socialdesk.desktop.look.tokens import font, ink
from socialdesk.desktop.places.rail.model import LIBRARY, LINE_ROLE, OUTBOX, Line, RailModel, name_of, tr
from socialdesk.desktop.widgets.avatar import initials, paint_avatar
from socialdesk.desktop.widgets.buttons import Button
from socialdesk.desktop.widgets.buttons import Kind as ButtonKind
from socialdesk.desktop.widgets.keycap import keycaps_width, paint_keycaps
from socialdesk.desktop.widgets.plain_text import elided, safe_name
from socialdesk.model.view import View
from socialdesk.store.cache import Changes

_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
COUNT_MS = 250
Index = QModelIndex | QPersistentModelIndex


class LineDelegate(QStyledItemDelegate):
    """Draws heads and lines; narrow shows icons alone."""

    is_narrow = False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line: Line = index.data(LINE_ROLE)
        return QSize(0, scaled(RAIL_ROW + (2 if line.is_head else 0)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Line = index.data(LINE_ROLE)
        box = QRectF(option.rect)
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.is_head:
            if not self.is_narrow:
                painter.setFont(font(12, 600))
                painter.setPen(ink("text3"))
                painter.drawText(box.adjusted(20, 6, -8, 0), _MIDDLE, line.words)
            painter.restore()
            return
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        card = box.adjusted(8, 1, -8, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen:
            painter.setBrush(ink("selected"))
            painter.drawRoundedRect(card, 6, 6)
            painter.setBrush(ink("accent"))
            painter.drawRoundedRect(QRectF(card.left(), card.top() + 5, 3, card.height() - 10), 1.5, 1.5)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(ink("hover"))
            painter.drawRoundedRect(card, 6, 6)
        if state & QStyle.StateFlag.State_HasFocus and chosen:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(ink("focus"), 2))
            painter.drawRoundedRect(card.adjusted(1, 1, -1, -1), 6, 6)
        side = QRectF(box.left() + 19, box.center().y() - 9, 18, 18)
        if line.mark:
            icons.paint_mark(painter, side, line.mark)
        else:
            icons.paint(painter, side, line.icon, "text" if chosen else "text2")
        if not self.is_narrow:
            self._words(painter, box, line, chosen)
        painter.restore()

    def _words(self, painter: QPainter, box: QRectF, line: Line, chosen: bool) -> None:
        right = box.right() - 22
        if line.trouble:
            icons.paint(painter, QRectF(right - 16, box.center().y() - 8, 16, 16), "warning", "soon")
            right -= 24
        elif line.count is not None:
            number = many(line.count)
            wide = metrics(13, 600).horizontalAdvance(number)
            if line.calls:
                badge = QRectF(right - max(18, wide + 10) + 5, box.center().y() - 9, max(18, wide + 10), 18)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(ink("accent"))
                painter.drawRoundedRect(badge, 9, 9)
                painter.setPen(ink("onAccent"))
                painter.setFont(font(12, 600))
                painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, number)
            else:
                painter.setFont(font(13, 600 if chosen else 400))
                painter.setPen(ink("text" if chosen else "text2"))
                painter.drawText(QRectF(box.left(), box.top(), right - box.left(), box.height()), _RIGHT, number)
            right -= wide + 10
        face = font(13, 600 if chosen else 400)
        painter.setFont(face)
        painter.setPen(ink("text" if chosen else "text2"))
        left = box.left() + 46
        painter.drawText(
            QRectF(left, box.top(), right - left, box.height()),
            _MIDDLE,
            elided(safe_name(line.words), face, right - left),
        )


class Workspace(QPushButton):
    """The head of the rail: mark, name, and what kind of workspace it is."""

    def __init__(self, name: str, about: str) -> None:
        super().__init__()
        self._name, self._about = name, about
        self.is_narrow = False
        self.setAccessibleName(f"{name}, {about}")
        self.setToolTip(f"{name}, {about}")  # where the name is too long, or only its mark is shown
        self.setFixedHeight(scaled(56))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(15, 14, 30, 30)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink("accent"))
        painter.drawRoundedRect(box, 7, 7)
        painter.setBrush(ink("onAccent"))
        hill = [QPointF(5, 22), QPointF(12, 9), QPointF(16, 16), QPointF(19, 12), QPointF(25, 22)]
        painter.drawPolygon(QPolygonF([box.topLeft() + point for point in hill]))
        if not self.is_narrow:
            painter.setFont(font(13, 650))
            painter.setPen(ink("text"))
            room = self.width() - 70
            painter.drawText(QRectF(56, 13, room, 18), _MIDDLE, elided(self._name, font(13, 650), room))
            painter.setFont(font(12, 400))
            painter.setPen(ink("text3"))
            painter.drawText(QRectF(56, 29, room, 16), _MIDDLE, elided(self._about, font(12, 400), room))
        painter.end()


class Jump(QPushButton):
    """The field that opens the palette."""

    is_narrow = False

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("rail", "Search or jump"))
        self.setFixedHeight(scaled(32))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(ink("focus" if self.hasFocus() else "lineStrong"), 2 if self.hasFocus() else 1))
        painter.setBrush(ink("surface"))
        painter.drawRoundedRect(box, 6, 6)
        icons.paint(painter, QRectF(10, box.center().y() - 8, 16, 16), "magnifying-glass", "text2")
        if not self.is_narrow:
            painter.setFont(font(13, 400))
            painter.setPen(ink("text2"))
            painter.drawText(box.adjusted(32, 0, 0, 0), _MIDDLE, tr("rail", "Search or jump"))
            keys = ("Ctrl", "K")
            paint_keycaps(painter, QPointF(box.right() - keycaps_width(keys) - 8, box.center().y()), keys)
        painter.end()


class Me(QWidget):
    """Who sits here, and the way to the settings."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self.is_narrow = False
        self.setFixedHeight(scaled(60))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 12, 0)
        row.addStretch(1)
        self.settings = QToolButton(self)
        self.settings.setAutoRaise(True)
        self.settings.setToolTip(tr("rail", "Settings") + "  Ctrl+,")
        self.settings.setAccessibleName(tr("rail", "Settings"))
        row.addWidget(self.settings)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(ink("line"))
        painter.drawLine(QPointF(12, 0.5), QPointF(self.width() - 12, 0.5))
        me = self._bridge.person(self._bridge.me)
        name = me.name if me else ""
        presence = "presence" if me and me.on_shift_until else ""
        paint_avatar(painter, QRectF(15, 15, 30, 30), initials(name), name, presence=presence)
        if not self.is_narrow:
            room = self.width() - 100
            painter.setFont(font(13, 650))
            painter.setPen(ink("text"))
            painter.drawText(QRectF(56, 13, room, 18), _MIDDLE, elided(safe_name(name), font(13, 650), room))
            painter.setFont(font(12, 400))
            painter.setPen(ink("text2"))
            until = me.on_shift_until if me else None
            shift = tr("rail", "On shift until {time}").format(time=until) if until else ""
            painter.drawText(QRectF(56, 31, room, 16), _MIDDLE, elided(shift, font(12, 400), room))
        painter.end()


class RailList(QListView):
    """The list of views; letters are acts, not a search for a name."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            event.ignore()
            return
        super().keyPressEvent(event)


class RailPlace(QWidget):
    """The place of the rail."""

    view_chosen = Signal(object, str)
    outbox_chosen = Signal()
    library_chosen = Signal()
    jump_asked = Signal()
    settings_asked = Signal()
    connect_asked = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self.setProperty("plane", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = RailModel(bridge)
        about = tr("rail", "Demo workspace") if bridge.is_demo else tr("rail", "Only on this computer")
        self._head = Workspace(bridge.unlocked.name or "SocialDesk", about)
        self._jump = Jump()
        self._jump.clicked.connect(self.jump_asked)
        self.list = RailList()
        self.list.setAccessibleName(tr("rail", "Views and channels"))
        self.list.setModel(self.model)
        self._delegate = LineDelegate()
        self.list.setItemDelegate(self._delegate)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self.list.setProperty("plane", "rail")
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self._connect = Button(tr("rail", "Connect a channel"), ButtonKind.LINK, icon="plus")
        self._connect.clicked.connect(self.connect_asked)
        self._me = Me(bridge)
        self._me.settings.clicked.connect(self.settings_asked)
        field = QHBoxLayout()
        field.setContentsMargins(12, 2, 12, 10)
        field.addWidget(self._jump)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addLayout(field)
        column.addWidget(self.list, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 4, 12, 8)
        foot.addWidget(self._connect)
        column.addLayout(foot)
        column.addWidget(self._me)
        self._reload_soon = Pace(self._reload, COUNT_MS, self)
        bridge.follow.changed.connect(self._on_changed)
        bridge.submit.given.connect(self._on_given)
        self.dress()

    def choose(self, view_id: str) -> None:
        """Choose a view as if it were clicked."""
        row = self.model.row_of(view_id)
        if row is not None:
            self.list.setCurrentIndex(self.model.index(row))

    def choose_nothing(self) -> None:
        """Show that no view is open, so that each can be chosen again."""
        self.list.selectionModel().blockSignals(True)
        self.list.setCurrentIndex(QModelIndex())
        self.list.selectionModel().blockSignals(False)
        self.list.viewport().update()

    def name(self, view: View) -> str:
        """What a view is called here."""
        row = self.model.row_of(view.id)
        line = self.model.line(row) if row is not None else None
        return line.words if line else name_of(view)

    def rest(self) -> None:
        """Count no more: the files are about to close."""
        self._reload_soon.stop()

    def set_narrow(self, *, narrow: bool) -> None:
        """Icons alone, or words too."""
        for part in (self._delegate, self._head, self._jump, self._me):
            part.is_narrow = narrow
        self._connect.setVisible(not narrow)
        self._me.settings.setVisible(not narrow)
        self.update()

    def dress(self) -> None:
        """Take the icons of the theme."""
        self._me.settings.setIcon(icons.icon("gear-six", "text2"))

    def _on_current(self, now: QModelIndex, before: QModelIndex) -> None:
        line = self.model.line(now.row())
        if line is None:
            return
        if line.is_head:
            step = 1 if now.row() > before.row() else -1
            other = self.model.line(now.row() + step)
            if other is not None:
                self.list.setCurrentIndex(self.model.index(now.row() + step))
        elif line.id == OUTBOX:
            self.outbox_chosen.emit()
        elif line.id == LIBRARY:
            self.library_chosen.emit()
        elif line.view is not None:
            self.view_chosen.emit(line.view, line.words)

    def _on_given(self, _threads: object) -> None:
        self._reload_soon.ask()

    def _on_changed(self, changes: Changes) -> None:
        if changes.others & {"count", "channel", "outbox", "view", "person"}:
            self._reload_soon.ask()

    def _reload(self) -> None:
        # While the engine takes in a great many messages the numbers need not run faster than anybody can read.
        chosen = self.model.line(self.list.currentIndex().row())
        self.list.selectionModel().blockSignals(True)
        self.model.reload()
        row = self.model.row_of(chosen.id) if chosen else None
        if row is not None:
            self.list.setCurrentIndex(self.model.index(row))
        self.list.selectionModel().blockSignals(False)
        self.update()
