"""Copies every reply clock of a thread as a table of text, for a mail or a sheet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QGuiApplication

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.places.context.words import moment
from socialdesk.desktop.widgets.due_words import target_words
from socialdesk.desktop.widgets.plain_text import one_line
from socialdesk.model.identifiers import ThreadId
from socialdesk.model.reply_times import Clock, Time
from socialdesk.model.thread import Thread
from socialdesk.store.cache import Cache

tr = QCoreApplication.translate


class Around(Protocol):
    """What this act needs of a window."""

    bridge: Bridge

    def say(self, words: str) -> None:
        """Tell something that needs no act."""
        ...


def copy_times(around: Around, thread: Thread) -> None:
    """Read the clocks beside the window, then put them on the clipboard."""
    now = around.bridge.clock.now()

    def done(found: tuple[Time, ...]) -> None:
        if not found:
            around.say(tr("shell", "Nobody asked anything here since the channel was connected."))
            return
        QGuiApplication.clipboard().setText(table(found, now))
        around.say(tr("shell", "%n time(s) copied as a table.", "", len(found)))

    around.bridge.beside.ask("thread.times", read_times(thread.id), done)


def read_times(id_: ThreadId) -> Callable[[Cache], tuple[Time, ...]]:
    """Reads the clocks of a thread."""

    def read(cache: Cache) -> tuple[Time, ...]:
        from socialdesk.store.reply_times import reply_times

        thread = cache.thread(id_)
        return reply_times(cache, thread) if thread is not None else ()

    return read


def table(times: tuple[Time, ...], now: datetime) -> str:
    """The clocks as lines of columns with tabs between; the first line names them."""
    head = (
        tr("shell", "Clock"),
        tr("shell", "Target"),
        tr("shell", "Asked"),
        tr("shell", "Due"),
        tr("shell", "Answered or done"),
        tr("shell", "In time"),
        tr("shell", "Paused"),
        tr("shell", "Promise"),
        tr("shell", "Version"),
    )
    return "\n".join("\t".join(cells) for cells in (head, *(_cells(one, now) for one in times)))


def _cells(time: Time, now: datetime) -> tuple[str, ...]:
    locale = QLocale()

    def at(when: datetime | None) -> str:
        return moment(when, now, None, locale) if when is not None else ""

    names = {
        Clock.FIRST: tr("shell", "First answer"),
        Clock.NEXT: tr("shell", "Later answer"),
        Clock.RESOLUTION: tr("shell", "All done"),
    }
    late = tr("shell", "no") if time.is_late(now) else tr("shell", "yes") if time.met else ""
    return (
        names[time.clock],
        target_words(time.target) if time.target is not None else "",
        at(time.started),
        at(time.due),
        at(time.met) or (tr("shell", "no answer was needed") if time.ended else ""),
        late if time.due is not None else "",
        ", ".join(f"{at(begins)}–{at(ends)}" for begins, ends in time.paused),
        one_line(time.promise) or tr("shell", "Everything else"),
        str(time.version),
    )
