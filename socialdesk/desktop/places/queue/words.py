"""Says times, clocks and kinds as the queue shows them; gets values and a moment, paints nothing."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.look.numbers import count as many
from socialdesk.model.sorting import STARS, Heading, Section, Sort
from socialdesk.model.thread import Kind, Thread
from socialdesk.model.triage import ClockState, Group, ReplyClock

tr = QCoreApplication.translate


def span(length: timedelta) -> str:
    """A span in its two largest units: "18 min", "3 h 10", "2 d"."""
    minutes = int(length.total_seconds() // 60)
    if minutes < 1:
        return tr("queue", "now", "less than a minute is left or has passed")
    if minutes < 60:
        return tr("queue", "{minutes} min").format(minutes=minutes)
    hours, rest = divmod(minutes, 60)
    if hours < 24:
        if hours >= 4 or not rest:
            return tr("queue", "{hours} h").format(hours=hours)
        return tr("queue", "{hours} h {minutes}").format(hours=hours, minutes=f"{rest:02}")
    return tr("queue", "{days} d").format(days=hours // 24)


def clock(reply_clock: ReplyClock) -> str:
    """The label of a reply clock: real time, never working hours."""
    match reply_clock.state:
        case ClockState.LATE:
            return tr("queue", "{span} late").format(span=span(max(reply_clock.left, timedelta(minutes=1))))
        case ClockState.SOON | ClockState.RUNNING:
            return span(reply_clock.left)
        case ClockState.PAUSED if reply_clock.due is not None:
            from socialdesk.desktop.widgets.due_words import outside_hours  # seldom, and not in the first frame

            return outside_hours(reply_clock.due, reply_clock.due - reply_clock.left)
        case ClockState.PAUSED:
            return tr("queue", "Waiting on contact")
        case ClockState.MET:
            return tr("queue", "Answered in {span}").format(span=span(max(reply_clock.left, timedelta(minutes=1))))
        case ClockState.NONE:
            return ""


def age(thread: Thread, now: datetime) -> str:
    """How long ago anything was said, in one unit: nobody needs the minutes of what is hours old."""
    ago = max(now - thread.last_at, timedelta(0))
    return span(ago if ago < timedelta(hours=1) else ago // timedelta(hours=1) * timedelta(hours=1))


def kind(thread: Thread) -> str:
    """What sort of thread it is."""
    match thread.kind:
        case Kind.DM:
            return tr("queue", "Message", "a direct message")
        case Kind.COMMENT:
            return tr("queue", "Comment")
        case Kind.MENTION:
            return tr("queue", "Mention")
        case Kind.REVIEW:
            return tr("queue", "Review")


def shielded(thread: Thread) -> str:
    """Why a message is out of sight."""
    if thread.shield in {"spam", "scam"}:
        return tr("queue", "Likely spam. Kept out of sight.")
    return tr("queue", "Likely abusive. Kept out of sight.")


def attachments(many: int) -> str:
    """How much came with a thread's messages."""
    return tr("queue", "%n attachment(s)", "", many)


def head_count(count: int | None, ahead: int) -> str:
    """The number beside a head; of the overdue ones those are told apart that are not late and were moved up."""
    if count is None or not ahead:
        return "" if count is None else many(count)
    moved = tr("queue", "%n moved up", "threads that stand further up than their due time", ahead)
    return moved if count <= ahead else f"{many(count - ahead)} · {moved}"


def group(which: Heading) -> str:
    """The head of a group."""
    match which:
        case Group.OVERDUE:
            return tr("queue", "Overdue")
        case Group.WITHIN_THE_HOUR:
            return tr("queue", "Due within the hour")
        case Group.LATER_TODAY:
            return tr("queue", "Later today")
        case Group.TOMORROW_AND_AFTER:
            return tr("queue", "Tomorrow and after")
        case Group.NO_TARGET:
            return tr("queue", "No target")
        case Section():
            return _section(which)


def _section(which: Section) -> str:
    match which:
        case Section.TODAY:
            return tr("queue", "Today")
        case Section.YESTERDAY:
            return tr("queue", "Yesterday")
        case Section.LAST_DAYS:
            return tr("queue", "Last 7 days")
        case Section.OLDER:
            return tr("queue", "Older")
        case Section.NO_REVIEW:
            return tr("queue", "Not a review")
        case Section.ALL:
            return ""
        case _:
            stars = STARS.index(which) + 1
            return tr("queue", "%n star(s)", "the head of the reviews with so many stars", stars)


def sort(which: Sort) -> str:
    """An order of the queue, as the menu names it."""
    match which:
        case Sort.TRIAGE:
            return tr("queue", "Most urgent first")
        case Sort.NEWEST:
            return tr("queue", "Newest first")
        case Sort.OLDEST:
            return tr("queue", "Oldest first")
        case Sort.STARS:
            return tr("queue", "Reviews by stars")
        case Sort.NAME:
            return tr("queue", "Contact name")
