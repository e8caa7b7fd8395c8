"""Two threads of one person put together and taken apart, as somebody at the demo's window does it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from socialdesk.desktop.places.pickers.choice import ChoicePicker
from socialdesk.model.command import Reply
from socialdesk.model.contact import Author
from socialdesk.model.merging import MergeThreads
from socialdesk.model.thread import Thread
from socialdesk.model.view import TEAM
from socialdesk.store.cache import Cache
from socialdesk.store.merges import homes
from socialdesk.store.queue_page import queue_page
from tests.desktop.shell.conftest import Sitting


def pair(sitting: Sitting) -> tuple[Thread, Thread]:
    """Two open threads of the demo that are one person's by now, the first of them open beside the queue."""
    window = sitting.window
    with_key = Cache(sitting.unlocked.workspace.cache, sitting.unlocked.key, write=True)
    rows = queue_page(window.bridge.cache, TEAM, window.bridge.me, None, 200).rows
    first, second = [one for one in rows if not one.is_shielded and one.contact_id is not None][:2]
    with with_key.change() as change:
        who = change.put_contact("demo", Author("both", "both", "Both"))
        for one in (first, second):
            now = change.thread(one.id)
            assert now is not None
            from dataclasses import replace

            change.put_thread(replace(now, contact_id=who.id, contact_name="Both"))
    with_key.close()
    window.bridge.follow.look()
    window.rail.choose(TEAM.id)
    window.queue.open(first.id)
    found = window.queue.current()
    assert found is not None
    return found, second


def shown(sitting: Sitting) -> set[int]:
    window = sitting.window
    return {one.id for one in queue_page(window.bridge.cache, TEAM, window.bridge.me, None, 200).rows}


def test_a_thread_is_merged_by_picking_another_one_of_the_person_and_undo_takes_it_apart(sitting: Sitting) -> None:
    first, second = pair(sitting)
    window = sitting.window
    before = shown(sitting)

    window.run(window.registry["thread.merge"])
    (picker,) = (one for one in window.findChildren(ChoicePicker) if one.isVisible())
    assert len(picker.lines("")) == 1
    QTest.keyClick(picker.field, Qt.Key.Key_Return)
    sitting.engine_works()

    assert shown(sitting) == before - {second.id}
    assert window.conversation.thread == first.id
    words = [window.conversation.view.model().index(n, 0).data() for n in range(len(window.conversation.view.rows))]
    assert any(str(said).startswith("On ") for said in words)
    window.run(window.registry["app.undo"])
    sitting.engine_works()
    assert shown(sitting) == before


def test_the_composer_says_which_channel_speaks_and_another_one_can_be_chosen(sitting: Sitting) -> None:
    first, second = pair(sitting)
    window = sitting.window
    window.bridge.submit.give([(first, MergeThreads(first.id, second.id, "m"))], "one")
    sitting.engine_works()
    places = homes(window.bridge.cache, first.id)
    assert len(places) == 2
    speaking = window.composer._writing.answering
    assert speaking is not None
    assert (speaking.thread.channel_id, speaking.parent) == (places[0].channel, places[0].newest)

    window.run(window.registry["composer.through"])
    (picker,) = (one for one in window.findChildren(ChoicePicker) if one.isVisible())
    QTest.keyClicks(picker.field, "2")

    now = window.composer._writing.answering
    assert now is not None
    assert (now.thread.channel_id, now.parent) == (places[1].channel, places[1].newest)
    QTest.keyClicks(window.composer.editor, "On its way")
    window.composer.send()
    (reply,) = [one.command for one in window.bridge.submit.pending if isinstance(one.command, Reply)]
    assert reply.parent == places[1].newest
    sitting.engine_works()
    (sent,) = window.bridge.cache.ask("SELECT channel_id FROM outbound WHERE text = 'On its way'")
    assert sent == (places[1].channel,)


def test_take_apart_gives_both_back_and_says_so_where_there_is_nothing_to_take_apart(sitting: Sitting) -> None:
    _first, _second = pair(sitting)
    window = sitting.window
    before = shown(sitting)

    window.run(window.registry["thread.take_apart"])
    assert window.bridge.submit.pending == ()
    window.run(window.registry["thread.merge"])
    (picker,) = (one for one in window.findChildren(ChoicePicker) if one.isVisible())
    QTest.keyClick(picker.field, Qt.Key.Key_Return)
    sitting.engine_works()
    window.run(window.registry["thread.take_apart"])
    sitting.engine_works()

    assert shown(sitting) == before
