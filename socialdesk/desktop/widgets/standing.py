"""Says and draws how a thread stands beside its clock: its priority, and when it comes back from a snooze."""

from __future__ import annotations

from datetime import datetime, tzinfo

from PySide6.QtCore import QCoreApplication, QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from socialdesk.desktop.look import icons
from socialdesk.desktop.look.fonts import metrics
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.numbers import time_of_day
from socialdesk.desktop.look.tokens import font, ink
from socialdesk.desktop.widgets.plain_text import elided
from socialdesk.model.thread import Priority, Status, Thread

tr = QCoreApplication.translate
_SHAPES = {
    Priority.URGENT: ("warning-octagon", "over"),
    Priority.HIGH: ("caret-double-up", "soon"),
    Priority.LOW: ("caret-double-down", "text3"),
}
"""Each priority has a shape of its own beside its colour and its word."""


def priority(thread: Thread) -> str:
    """The word for how much a thread was raised or lowered; empty for most."""
    match thread.priority:
        case Priority.URGENT:
            return tr("standing", "Urgent")
        case Priority.HIGH:
            return tr("standing", "High priority")
        case Priority.LOW:
            return tr("standing", "Low priority")
        case Priority.NORMAL:
            return ""


def back(thread: Thread, now: datetime, zone: tzinfo | None = None) -> str:
    """When a snoozed thread comes back: "Back 17:43" today, "Back Tue 9:00" within a week; empty for others."""
    if thread.status is not Status.SNOOZED:
        return ""
    if thread.snoozed_until is None:
        return tr("standing", "Back when they answer")
    return tr("standing", "Back {when}").format(when=moment(thread.snoozed_until, now, zone))


def moment(at: datetime, now: datetime, zone: tzinfo | None) -> str:
    """A moment near `now`: the hour today, the day and hour within a week, else the date."""
    there, here = at.astimezone(zone), now.astimezone(zone)
    clock = time_of_day(there)
    days = (there.date() - here.date()).days
    if days == 0:
        return clock
    locale = QLocale()
    if 0 < days < 7:
        return f"{locale.dayName(there.isoweekday(), QLocale.FormatType.ShortFormat)} {clock}"
    year = f" {there.year}" if there.year != here.year else ""
    return f"{there.day} {locale.monthName(there.month, QLocale.FormatType.ShortFormat)}{year} {clock}"


def paint_standing(painter: QPainter, line: QRectF, thread: Thread, now: datetime) -> float:
    """Draw both from the left of `line` as far as there is room; gives how much was taken, with the gap after it."""
    x = line.left()
    icon, colour = _SHAPES.get(thread.priority, ("", ""))
    for shape, ink_name, words in ((icon, colour, priority(thread)), ("clock", "text2", back(thread, now))):
        if not words:
            continue
        side = scaled(14)
        room = line.right() - x - side - 4
        if room < scaled(24):
            break
        icons.paint(painter, QRectF(x, line.center().y() - side / 2, side, side), shape, ink_name)
        face = font(12, 600)
        said = elided(words, face, room)
        painter.setFont(face)
        painter.setPen(ink(ink_name))
        at = QRectF(QPointF(x + side + 4, line.top()), line.bottomRight())
        painter.drawText(at, Qt.AlignmentFlag.AlignVCenter, said)
        x += side + 4 + metrics(12, 600).horizontalAdvance(said) + 8
    return x - line.left()
