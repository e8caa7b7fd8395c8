"""A window that has given way to another hears of nothing any more, and takes nothing from the one in its place."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent

from socialdesk.desktop.actions import force
from socialdesk.desktop.look import theme
from socialdesk.desktop.shell import again
from socialdesk.desktop.shell.window import Window
from socialdesk.model.command import MarkDone
from socialdesk.model.identifiers import CommandId, ThreadId
from socialdesk.store.cache import Changes
from socialdesk.store.readings import Result
from tests.desktop.shell.conftest import Sitting
from tests.waiting import wait_for

_ROWS = ("channel", "contact", "post", "outbox", "result", "person", "library", "view", "setting", "policy", "rule")


def _given_way(sitting: Sitting) -> Window:
    """Another window in the place of the first, which is gone."""
    before = sitting.window
    new = again.replace(before, before._another)
    assert isinstance(new, Window)
    sitting.window = new
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not shiboken6.isValid(before)
    return new


def test_what_the_new_window_asked_of_the_file_is_answered(sitting: Sitting) -> None:
    before = sitting.window
    wait_for(lambda: not before.bridge.many.is_busy)
    found: list[object] = []

    def another() -> Window:
        new = before._another()
        new.queue.stories.found.connect(found.append)
        new.bridge.beside.ask("said", lambda cache: cache.message_count(), found.append)
        return new

    new = again.replace(before, another)
    assert isinstance(new, Window)
    sitting.window = new
    wait_for(lambda: not new.bridge.many.is_busy and not new.bridge.beside.is_busy)

    assert len(found) == 2


def test_nothing_that_happens_reaches_a_window_that_is_gone(sitting: Sitting) -> None:
    before = sitting.window
    rows = [one for place in range(3) if (one := before.queue.model.thread_at(place)) is not None]
    ids = [one.id for one in rows]
    # All that is made only when it is wanted.
    before.settings.show()
    before.show_library()
    before.show_outbox()
    before.going.back()
    assert not any((before.bulk.one_text.is_open, before.bulk.progress.is_open, before.bulk.asking.is_open))
    _ = before.bulk.one_text.sheet, before.bulk.progress.sheet, before.bulk.asking.sheet
    before.own_windows.show(ids[1])
    given = before.bridge.submit.give([(rows[0], MarkDone(ids[0]))])
    before.bulk.progress.follow("One is done.", [(CommandId(given[0].id), ThreadId(ids[0]))])
    before.hands.views._waits_for.add(CommandId("renamed"))

    bridge = _given_way(sitting).bridge

    # Whatever is told now, a test fails at what any slot raises.
    told = Changes(bridge.follow._at, frozenset(ids), frozenset(ids), frozenset(_ROWS))
    bridge.follow.changed.emit(told)
    bridge.follow.changed.emit(Changes(told.seq, others=told.others, is_incomplete=True))
    bridge.follow.results.emit([Result(CommandId("renamed"), 1, "rejected", "It was changed meanwhile.")])
    bridge.submit.given.emit(tuple(ids))
    bridge.submit.retired.emit(ids)
    bridge.submit.failed.emit("The disk is full.")
    bridge.people_changed.emit()
    bridge.policy_changed.emit()
    bridge.pictures.ready.emit("none")
    bridge.spelling.checked.emit("en")
    theme.signals().changed.emit()
    force.told().changed.emit()
