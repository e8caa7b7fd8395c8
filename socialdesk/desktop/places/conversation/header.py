"""The head of a conversation: who, where, and the acts of the thread. It only says which act is wanted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from math import ceil

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from socialdesk.desktop.actions import force
from socialdesk.desktop.actions.registry import Facts
from socialdesk.desktop.look import icons
from socialdesk.desktop.look.following import Following
from socialdesk.desktop.look.fonts import font
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.mirror import painter_on, pointing
from socialdesk.desktop.look.tokens import ink
from socialdesk.desktop.places.conversation import words
from socialdesk.desktop.places.conversation.act_menu import ON_MESSAGES, fill
from socialdesk.desktop.widgets import standing
from socialdesk.desktop.widgets.avatar import Avatar, initials, paint_avatar
from socialdesk.desktop.widgets.focus_ring import paint_focus_ring
from socialdesk.desktop.widgets.keycap import ACT
from socialdesk.desktop.widgets.plain_text import PlainLabel, called, safe_name, tooltip
from socialdesk.model.channel import Channel
from socialdesk.model.person import Person
from socialdesk.model.thread import Status, Thread

tr = QCoreApplication.translate
HEIGHT = 65
IN_MENU = (
    "thread.mine",
    "thread.nobody",
    "thread.tag",
    "thread.priority",
    "thread.read",
    "thread.note",
    "thread.like",
    "thread.open",
    "thread.copy_link",
    "thread.mute",
    "thread.unmute",
    "thread.merge",
    "thread.take_apart",
    *ON_MESSAGES,
)


def _keys(act: str) -> str:
    return force.registry()[act].shown_text


class HeadButton(QAbstractButton):
    """An outlined button with an icon or a small avatar before its words."""

    def __init__(
        self, icon: str = "", *, is_bare: bool = False, drops: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon, self._is_bare, self._drops = icon, is_bare, drops
        self._person: tuple[str, str] | None = None
        self._is_brief = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def name_it(self, name: str, keys: str, words: str = "") -> None:
        """Say what it does and by which key; `words` stand on it."""
        self.setText(words)
        self.setAccessibleName(name)
        self.setToolTip(tooltip(f"{name}  {keys}".strip()))
        self.updateGeometry()

    def show_icon(self, icon: str) -> None:
        """Draw another icon."""
        self._icon = icon
        self.update()

    def show_person(self, name: str, seed: str) -> None:
        """Draw somebody instead of the icon; with an empty name, the icon again."""
        self._person = (name, seed) if name else None
        self.updateGeometry()
        self.update()

    def set_brief(self, *, is_brief: bool) -> None:
        """In little room: the icon or the avatar alone; the tooltip says the rest."""
        if self._is_brief is not is_brief:
            self._is_brief = is_brief
            self.updateGeometry()
            self.update()

    def full_width(self) -> int:
        """What it takes with its words."""
        return round(
            self._front()
            + QFontMetricsF(font(13, 600)).horizontalAdvance(self.text())
            + (scaled(11) + 15 if self._drops else 13)
        )

    def sizeHint(self) -> QSize:
        if self._is_brief and self._drops:
            return QSize(round(self._front()) + scaled(11) + 11, scaled(30))
        wide = float(scaled(32))
        if self.text() and not self._is_brief:
            wide = self.full_width()
        return QSize(round(wide), scaled(30))

    def _front(self) -> float:
        """Where the words begin."""
        return 7.0 + scaled(20) + 6 if self._person else 11.0 + scaled(16) + 5 if self._icon else 14.0

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        if not self._is_bare:
            painter.setPen(QPen(ink("lineStrong"), 1))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
        is_hot = self.underMouse() or self.isDown()
        painter.setBrush(ink("hover") if is_hot else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(whole.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        middle = whole.center().y()
        side = scaled(16)
        has_words = self.text() and (self._drops or not self._is_brief)
        x = 11.0 if has_words else whole.center().x() - side / 2
        if self._person is not None:
            round_ = scaled(20)
            paint_avatar(
                painter, QRectF(7, middle - round_ / 2, round_, round_), initials(self._person[0]), self._person[1]
            )
        elif self._icon:
            sign = QRectF(x, middle - side / 2, side, side)
            icons.paint(painter, sign, pointing(painter, self._icon), "text")
        if self.text() and not self._is_brief:
            painter.setFont(font(13, 600))
            painter.setPen(ink("text"))
            painter.drawText(whole.adjusted(self._front(), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._drops:
            icons.paint(
                painter,
                QRectF(whole.right() - 9 - scaled(11), middle - scaled(11) / 2, scaled(11), scaled(11)),
                "caret-down",
                "text3",
            )
        if self.hasFocus():
            paint_focus_ring(painter, whole)
        painter.end()


class Header(QWidget):
    """Name and kind at the left, the thread's acts at the right."""

    act_wanted = Signal(str)
    """The id of a declared act."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._status = Status.OPEN
        self.facts: Callable[[], Facts] | None = None
        """What is so at this moment, for the menu."""
        self.avatar = Avatar(36, self)
        self.name = PlainLabel("", 16, 600, elides=True, parent=self)
        self.kind = PlainLabel("", 12, 400, "text3", elides=True, parent=self)
        self.assignee = HeadButton("user", drops=True, parent=self)
        self.snooze = HeadButton("clock", parent=self)
        self.done = HeadButton("check", parent=self)
        self.more = HeadButton("dots-three", is_bare=True, parent=self)
        self._lay_out()
        self.assignee.clicked.connect(lambda: self.act_wanted.emit("thread.assign"))
        self.snooze.clicked.connect(lambda: self.act_wanted.emit("thread.snooze"))
        self.done.clicked.connect(self._on_done)
        self.more.clicked.connect(self._open_menu)
        Following(self, self._dress)
        force.told().changed.connect(self._dress)
        for button, act in (
            (self.assignee, "thread.assign"),
            (self.snooze, "thread.snooze"),
            (self.done, "thread.done"),
        ):
            button.setProperty(ACT, act)
        self._dress()

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(1)
        names.addStretch(1)
        names.addWidget(self.name)
        names.addWidget(self.kind)
        names.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 16, 1)
        row.setSpacing(8)
        picture = QVBoxLayout()
        self._picture = picture
        picture.addWidget(self.avatar)
        picture.addStretch(1)
        row.addLayout(picture)
        row.addLayout(names, 1)
        for button in (self.assignee, self.snooze, self.done, self.more):
            row.addWidget(button)

    def _dress(self) -> None:
        self.setFixedHeight(max(HEIGHT, scaled(44) + 21))
        self._picture.setContentsMargins(0, scaled(14), 0, 0)
        self.snooze.name_it(tr("conversation", "Snooze"), _keys("thread.snooze"))
        self.more.name_it(tr("conversation", "More about this thread"), "")
        self._show_status()
        self._fit()
        self.update()

    def _show_status(self) -> None:
        if self._status is Status.DONE:
            reopen = tr("conversation", "Reopen")
            self.done.name_it(reopen, _keys("thread.reopen"), reopen)
            self.done.show_icon("arrow-counter-clockwise")
        else:
            done = tr("conversation", "Done", "the button that ends a thread")
            self.done.name_it(tr("conversation", "Mark done"), _keys("thread.done"), done)
            self.done.show_icon("check")

    def show_thread(
        self,
        thread: Thread,
        channel: Channel | None,
        assignee: Person | None,
        *,
        is_hidden: bool = False,
        hides_name: bool = False,
        now: datetime | None = None,
    ) -> None:
        """Show whom the thread is with and whose it is; with `is_hidden` no face. `now` tells when it comes back.

        With `hides_name` it is said that the name is hidden as well; the thread says another one then.
        """
        name = called(thread.contact_name, thread.contact_handle)
        mark = channel.mark if channel is not None else ""
        self.avatar.show_person(name, thread.contact_handle or name, mark, icon="eye-slash" if is_hidden else "")
        self.name.setText(name)
        self.name.setToolTip(tooltip(name))
        stands = (standing.priority(thread), standing.back(thread, now) if now is not None else "")
        kind = words.kind(channel, thread.kind)
        if hides_name:
            kind = tr("conversation", "{kind}, no name").format(kind=kind)
        self.kind.setText(" · ".join(part for part in (*stands, kind) if part))
        self.kind.setToolTip(tooltip(self.kind.text()))
        self._status = thread.status
        self._show_status()
        if assignee is None:
            self.assignee.show_person("", "")
            self.assignee.name_it(
                tr("conversation", "Assign to somebody"), _keys("thread.assign"), tr("conversation", "Nobody")
            )
        else:
            who = tr("conversation", "You") if assignee.is_me else words.first_word(safe_name(assignee.name))
            self.assignee.show_person(assignee.name, assignee.name)
            self.assignee.name_it(
                tr("conversation", "Assigned to {name}").format(name=assignee.name), _keys("thread.assign"), who
            )
        self._fit()

    def _fit(self) -> None:
        """Who it is and how it stands comes first: then whose it is says its avatar, and then Done its sign."""
        wanted = max(ceil(label.fontMetrics().horizontalAdvance(label.text())) for label in (self.name, self.kind))
        beside = sum(one.sizeHint().width() for one in (self.snooze, self.more, self.avatar)) + 5 * 8 + 24 + 16
        room = self.width() - beside - self.done.full_width()
        self.assignee.set_brief(is_brief=wanted > room - self.assignee.full_width())
        self.done.set_brief(is_brief=wanted > room - self.assignee.sizeHint().width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _on_done(self) -> None:
        self.act_wanted.emit("thread.reopen" if self._status is Status.DONE else "thread.done")

    def _open_menu(self) -> None:
        """The acts without a button of their own, in the words they are declared with."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        fill(menu, IN_MENU, self.facts() if self.facts is not None else None, self.act_wanted.emit)
        below = self.more.rect().bottomRight()
        menu.popup(self.more.mapToGlobal(below - QPoint(menu.sizeHint().width(), -4)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.setPen(QPen(ink("line"), 1))
        painter.drawLine(QPointF(0, self.height() - 0.5), QPointF(self.width(), self.height() - 0.5))
        painter.end()
