"""What many people ask at once, above the queue of the real window."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from socialdesk.engine.ingest import Ingest
from socialdesk.engine.stories import Stories
from socialdesk.model.contact import Author
from socialdesk.model.event import MessageSeen
from socialdesk.model.identifiers import ThreadId
from socialdesk.model.story import topic
from socialdesk.model.thread import Kind
from socialdesk.model.view import TEAM
from socialdesk.store.cache import Cache
from socialdesk.support.clock import SystemClock
from tests.desktop.shell.conftest import Sitting

ASKED = (
    "Hello, where is my parcel delivery? It was promised for Monday",
    "hi where is my parcel delivery?? it was promised for monday!",
    "Where is my parcel delivery, it was promised for Monday.",
    "Hey! Where is my parcel delivery? It was promised for Monday :(",
    "where is my parcel delivery it was promised for monday please",
    "Good morning, where is my parcel delivery? It was promised for Monday",
    "So where is my parcel delivery? It was promised for Monday...",
)


def ask(sitting: Sitting, first: int, texts: tuple[str, ...]) -> None:
    clock = SystemClock()
    cache = Cache(sitting.unlocked.workspace.cache, sitting.unlocked.key, write=True)
    channel = cache.channels()[0]
    now = clock.now()
    events = [
        MessageSeen(
            f"story-{first + place}",
            "1",
            f"story-{first + place}",
            Kind.COMMENT,
            Author(f"asker{first + place}", f"Asker {first + place}", f"asker{first + place}"),
            text,
            now - timedelta(minutes=30 - place),
            "",
        )
        for place, text in enumerate(texts)
    ]
    Ingest(cache, channel, cache.connected(channel.id), clock).take(events, "dm", str(first))
    joining = Stories(cache)
    while cache.is_telling():
        joining.step(now)
    cache.close()


def lines(sitting: Sitting) -> list[tuple[str, tuple[ThreadId, ...]]]:
    """The lines about deliveries; the demo's people ask other things as well."""
    return [line for line in sitting.window.queue.stories.shown if "delivery" in line[0]]


def test_five_who_ask_the_same_are_one_line_that_counts_on_and_selects_them(sitting: Sitting, qtbot: QtBot) -> None:
    window = sitting.window
    window.bridge.settings.put("fold_stories", "0")
    window.queue.show_view(TEAM, "Whole team")
    ask(sitting, 0, ASKED[:4])
    window.queue.stories.look()
    qtbot.waitUntil(lambda: not window.bridge.many.is_busy)
    assert not lines(sitting), "four are no wave"

    ask(sitting, 4, ASKED[4:6])
    window.queue.stories.look()
    qtbot.waitUntil(lambda: bool(lines(sitting)))
    words, ids = lines(sitting)[0]
    assert words == "6 people ask about “delivery promised”"
    assert window.queue.stories.isVisible()

    ask(sitting, 6, ASKED[6:])
    window.queue.stories.look()
    qtbot.waitUntil(lambda: lines(sitting)[0][0].startswith("7 people"))
    window.bridge.follow.look()
    window.queue.selection.select(ids[:1])
    window.queue.stories._select(window.queue.stories.of(ids[0]))
    assert window.bulk.count == 7
    assert set(ids) < set(window.bulk.selected)

    QTest.keyClick(window.queue.list, Qt.Key.Key_E)
    assert not lines(sitting), "what is done is asked no more"


def test_shift_x_selects_all_who_ask_what_the_open_thread_asks(sitting: Sitting, qtbot: QtBot) -> None:
    window = sitting.window
    window.bridge.settings.put("fold_stories", "0")
    window.queue.show_view(TEAM, "Whole team")
    ask(sitting, 0, ASKED)
    window.bridge.follow.look()
    window.queue.let_in()
    window.queue.stories.look()
    qtbot.waitUntil(lambda: bool(lines(sitting)))
    _, ids = lines(sitting)[0]
    while window.queue.model.has_more:
        window.queue.model.fetchMore(QModelIndex())
    assert window.queue.open(ids[0])
    QTest.keyClick(window.queue.list, Qt.Key.Key_X, Qt.KeyboardModifier.ShiftModifier)

    assert set(window.bulk.selected) == set(ids)


def test_a_story_is_named_by_the_words_its_texts_share_in_either_language() -> None:
    assert topic(ASKED) == ("delivery", "promised")
    assert topic(["Où est ma livraison ?", "ou est ma LIVRAISON svp", "livraison toujours pas là"]) == ("livraison",)
    assert topic(["one", "two"]) == ()
