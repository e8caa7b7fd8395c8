"""Says beside a conversation which promise counts for it, and until when all is to be done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, tzinfo

from PySide6.QtCore import QCoreApplication, QLocale

from socialdesk.desktop.places.context import words
from socialdesk.desktop.widgets.due_words import target_words
from socialdesk.desktop.widgets.plain_text import one_line
from socialdesk.model.identifiers import ThreadId
from socialdesk.model.reply_policy import ReplyPolicy
from socialdesk.model.reply_times import Clock, Time
from socialdesk.model.thread import Status, Thread
from socialdesk.store.cache import Cache

tr = QCoreApplication.translate


def which(policy: ReplyPolicy, thread: Thread) -> str:
    """The promise that counts and its version; nothing where nobody chose any."""
    if not policy.version:
        return ""
    name = one_line(policy.of(thread).name)
    words_ = (
        tr("context", "By “{name}”, version {version}")
        if name
        else tr("context", "By the usual promise, version {version}")
    )
    return words_.format(name=name, version=policy.version)


def asks_for_done(policy: ReplyPolicy, thread: Thread) -> bool:
    """Whether it was promised until when all is done."""
    return thread.status is not Status.DONE and policy.of(thread).resolution is not None


def read_done(id_: ThreadId) -> Callable[[Cache], Time | None]:
    """Reads the clock of the present cycle that ends when all is done."""

    def read(cache: Cache) -> Time | None:
        from socialdesk.store.reply_times import reply_times

        thread = cache.thread(id_)
        found = reply_times(cache, thread) if thread is not None else ()
        last = [one for one in found if one.clock is Clock.RESOLUTION][-1:]
        return last[0] if last and last[0].met is None else None

    return read


def until_done(time: Time | None, now: datetime, zone: tzinfo | None) -> str:
    """Until when all is to be done, in a line."""
    if time is None or time.target is None:
        return ""
    target = target_words(time.target)
    if time.due is None:
        return tr("context", "All done: the clock rests, waiting on the contact · target {target}").format(
            target=target
        )
    moment = words.moment(time.due, now, zone, QLocale())
    said = (
        tr("context", "All done was due {moment} · target {target}")
        if time.is_late(now)
        else tr("context", "All done due {moment} · target {target}")
    )
    return said.format(moment=moment, target=target)
