"""Says a row of the queue for readers of the screen: name, kind, channel, clock, whose, then the first line."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.places.queue import words
from socialdesk.desktop.places.queue.folding import Fold
from socialdesk.desktop.widgets import standing
from socialdesk.desktop.widgets.languages import name_of
from socialdesk.desktop.widgets.plain_text import called, one_line, safe_name
from socialdesk.model.thread import Thread
from socialdesk.model.triage import reply_clock

tr = QCoreApplication.translate


def name(bridge: Bridge, thread: Thread) -> str:
    """Whose thread it is, as far as it may be told."""
    if bridge.hides_name(thread):
        return tr("queue", "Hidden message")
    return called(thread.contact_name, thread.contact_handle)


def row(bridge: Bridge, thread: Thread, now: datetime) -> str:
    """A row. Of what is shielded no text is said, and no name unless somebody wants to read names."""
    channel = bridge.channel(thread.channel_id)
    person = bridge.person(thread.assignee_id)
    hidden = thread.is_shielded
    mine = person is not None and person.is_me
    parts = [
        name(bridge, thread),
        f"{safe_name(channel.name) if channel else ''} {words.kind(thread).lower()}".strip(),
        tr("queue", "{stars} of 5 stars").format(stars=thread.stars) if thread.stars else "",
        words.clock(reply_clock(thread, now, bridge.policy)),
        standing.priority(thread),
        standing.back(thread, now),
        tr("queue", "unread {count}").format(count=thread.unread) if thread.unread else "",
        tr("queue", "mine") if mine else safe_name(person.name) if person else "",
    ]
    said = ", ".join(part for part in parts if part)
    return said if hidden else f"{said}. {one_line(thread.preview)}"


def fold(bridge: Bridge, fold: Fold, now: datetime) -> str:
    """A row that stands for many: how many and about what, the clock of the most urgent, and how to see them."""
    parts = [
        fold.words,
        words.clock(reply_clock(fold.urgent, now, bridge.policy)),
        tr("queue", "unread {count}").format(count=fold.unread) if fold.unread else "",
    ]
    said = ", ".join(part for part in parts if part)
    return f"{said}. {tr('queue', 'One row for all of them; the Right key shows them.')}"


def clocks(bridge: Bridge, thread: Thread, now: datetime) -> str:
    """The clock of the platform beside that of the promise; nothing where there is one only."""
    if bridge.policy.closes_at(thread) is None:
        return ""
    from socialdesk.desktop.widgets.due_words import both_clocks  # not in the first frame

    return both_clocks(bridge.policy, thread, now)


def about(thread: Thread, draft: str, clocks: str = "", why: str = "") -> str:
    """Both clocks, tags, language, attachments, whether an answer was begun, and why it stands where it does."""
    if thread.is_shielded:
        return words.shielded(thread)
    parts = [
        clocks,
        *map(one_line, thread.tags),
        tr("queue", "VIP") if thread.is_vip else "",
        name_of(thread.language) if thread.language else "",
        words.attachments(thread.attachments) if thread.attachments else "",
        tr("queue", "draft begun") if draft else "",
    ]
    about_it = ", ".join(part for part in parts if part)
    return f"{about_it}. {why}" if about_it and why else about_it or why
