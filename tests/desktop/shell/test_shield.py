"""A kept thread in the window: dealt with unread, opened and closed, and never told by any other way."""

from __future__ import annotations

import json
import logging
import re
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from socialdesk.desktop.shell.palette_entries import entries
from socialdesk.desktop.widgets.switch import Switch
from socialdesk.engine.ingest import Ingest
from socialdesk.engine.shield import Shield
from socialdesk.model.command import MarkDone
from socialdesk.model.contact import Author
from socialdesk.model.event import MessageSeen
from socialdesk.model.identifiers import ThreadId
from socialdesk.model.message import Attachment
from socialdesk.model.moderation import BlockPerson, HideMessage, ReportMessage
from socialdesk.model.shielding import KeepOutOfSight, LetThrough
from socialdesk.model.story import LEAST
from socialdesk.model.thread import Kind, Status, Thread
from socialdesk.model.view import MINE, SHIELDED
from socialdesk.store.cache import Cache
from socialdesk.store.search import search
from socialdesk.store.shield import opened_by_all, own_words
from socialdesk.store.stories import stories
from socialdesk.support.clock import SystemClock
from tests.desktop.shell.conftest import Sitting

NAME, HANDLE, WORD = "Vilename Quux", "vilehandle", "zorblox"
TEXT = f"You are a pathetic moron, {WORD}, see https://vile.example"
CANARIES = ("vilename", "vilehandle", WORD, "moron", "vile.example", "quux")
_EVERY = [ThreadId(number) for number in range(1, 5_000)]
ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)
SHIFT = Qt.KeyboardModifier.ShiftModifier


@dataclass
class Kept:
    """A window on a workspace into which one abusive comment has just come."""

    sitting: Sitting
    thread: Thread

    def now(self) -> Thread:
        found = self.sitting.window.bridge.thread(self.thread.id)
        assert found is not None
        return found


def brought_in(sitting: Sitting, *events: MessageSeen, mark: str = "instagram") -> None:
    cache = Cache(sitting.unlocked.workspace.cache, sitting.unlocked.key, write=True)
    channel = next(one for one in cache.channels() if one.mark == mark)
    ingest = Ingest(cache, channel, cache.connected(channel.id), SystemClock(), Shield(cache))
    ingest.take(events, "comments", "c")
    cache.close()
    sitting.window.bridge.follow.look()


def comment(number: int, text: str, name: str = NAME, handle: str = HANDLE) -> MessageSeen:
    return MessageSeen(
        remote_id=f"planted{number}",
        version="1",
        thread_remote_id=f"planted{number}",
        kind=Kind.COMMENT,
        author=Author(f"id-{handle}", handle, name),
        text=text,
        created_at=SystemClock().now() - timedelta(minutes=1),
        permalink="https://platform.example/planted",
        attachments=(Attachment("image", "https://pictures.example/vile.png", alt=f"{WORD} picture"),),
    )


@pytest.fixture
def kept(sitting: Sitting) -> Kept:
    brought_in(sitting, comment(1, TEXT))
    window = sitting.window
    (thread,) = [one for one in window.bridge.cache.threads(_EVERY) if one.remote_id == "planted1"]
    QTest.keyClick(window.queue.list, Qt.Key.Key_G)
    QTest.keyClick(window.queue.list, Qt.Key.Key_H)
    window.queue.open(thread.id)
    return Kept(sitting, thread)


def key(kept: Kept, one: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    window = kept.sitting.window
    focus = QApplication.focusWidget()
    QTest.keyClick(focus if focus is not None and window.isAncestorOf(focus) else window.queue.list, one, modifier)


def given(kept: Kept) -> list[type]:
    return [type(one.command) for one in kept.sitting.window.bridge.submit.pending]


def tells(text: str) -> list[str]:
    return [one for one in CANARIES if one in text.casefold()]


def models_say(window: QWidget) -> str:
    """Everything the models of the window say in any role."""
    said: list[str] = []

    def walk(model: QAbstractItemModel, parent: QModelIndex) -> None:
        for row in range(model.rowCount(parent)):
            index = model.index(row, 0, parent)
            said.extend(str(index.data(role)) for role in ROLES if isinstance(index.data(role), str))
            walk(model, index)

    for model in window.findChildren(QAbstractItemModel):
        walk(model, QModelIndex())
    return "\n".join(said)


def readers_hear(window: QWidget) -> str:
    """Everything a reader of the screen can hear of the window."""
    said: list[str] = []

    def walk(one: QAccessibleInterface, depth: int) -> None:
        kinds = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value, QAccessible.Text.Help)
        said.extend(one.text(kind) for kind in kinds)
        for number in range(one.childCount() if depth < 40 else 0):
            child = one.child(number)
            if child.isValid():
                walk(child, depth + 1)

    walk(QAccessible.queryAccessibleInterface(window), 0)
    return "\n".join(said)


def test_g_h_goes_to_what_is_kept(kept: Kept) -> None:
    window = kept.sitting.window
    assert window.queue.model.view.id == SHIELDED.id
    assert window.queue.model.row_of(kept.thread.id) is not None
    assert window.conversation.is_closed
    assert window.composer.isHidden()


def test_neither_rows_nor_panes_nor_readers_nor_the_title_tell_it(kept: Kept) -> None:
    window = kept.sitting.window
    assert tells(models_say(window)) == []
    heard = readers_hear(window)
    assert "You do not need to read this" in heard
    assert tells(heard) == []
    assert tells(window.windowTitle()) == []
    said = [
        child.toolTip() + child.accessibleName() + child.accessibleDescription()
        for child in window.findChildren(QWidget)
    ]
    assert tells("\n".join(said)) == []


def test_the_canaries_are_told_once_it_is_opened(kept: Kept) -> None:
    """So that the test above can fail at all."""
    key(kept, Qt.Key.Key_Return, SHIFT)
    assert tells(models_say(kept.sitting.window)) != []


def test_the_palette_does_not_tell_it(kept: Kept) -> None:
    window = kept.sitting.window
    found = entries(window, window.hands, window.facts())
    assert tells("\n".join(f"{one.words} {one.detail} {one.also}" for one in found)) == []
    window.open_palette(WORD)
    assert tells(models_say(window)) == []
    assert tells(readers_hear(window)) in ([], [WORD])
    window.palette_card.close_quietly()


def test_the_search_does_not_find_it(kept: Kept) -> None:
    cache = kept.sitting.window.bridge.cache
    for asked in (WORD, "Vilename", HANDLE):
        found = search(cache, asked, SystemClock().now())
        assert kept.thread.id not in {hit.thread.id for hit in found.hits}


def test_the_log_does_not_tell_it(kept: Kept, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        brought_in(kept.sitting, comment(2, TEXT))
        key(kept, Qt.Key.Key_1)
        kept.sitting.engine_works()
    assert tells("\n".join(record.getMessage() for record in caplog.records if "alembic" not in record.name)) == []


def test_undo_lines_and_announcements_do_not_tell_it(kept: Kept) -> None:
    window = kept.sitting.window
    key(kept, Qt.Key.Key_1)
    assert tells(readers_hear(window.toast)) == []
    assert tells(window.toast.accessibleName()) == []


def test_nothing_of_it_can_be_copied_while_it_is_closed(kept: Kept) -> None:
    QApplication.clipboard().setText("before")
    QTest.keyClick(kept.sitting.window.conversation.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert tells(QApplication.clipboard().text()) == []


def test_it_labels_no_story(kept: Kept) -> None:
    say = [comment(10 + n, TEXT, f"Person {n}", f"person{n}") for n in range(LEAST + 2)]
    brought_in(kept.sitting, *say)
    cache = Cache(kept.sitting.unlocked.workspace.cache, kept.sitting.unlocked.key, write=True)
    with cache.change() as change:
        change.tell_some(SystemClock().now(), 500)
    told = stories(cache, SystemClock().now())
    cache.close()
    assert all(not thread.shield for story in told for thread in story.threads)
    assert not any(thread.remote_id.startswith("planted") for story in told for thread in story.threads)


def test_1_hides_it_from_the_public_unread_and_is_done(kept: Kept) -> None:
    key(kept, Qt.Key.Key_1)
    assert given(kept)[-2:] == [HideMessage, MarkDone]
    assert kept.now().status is Status.DONE
    assert kept.now().is_shielded
    key(kept, Qt.Key.Key_Z)
    assert kept.now().status is Status.OPEN


def test_2_blocks_too_and_3_reports(kept: Kept) -> None:
    key(kept, Qt.Key.Key_2)
    assert given(kept)[-3:] == [HideMessage, BlockPerson, MarkDone]
    key(kept, Qt.Key.Key_Z)
    key(kept, Qt.Key.Key_3)
    assert given(kept)[-2:] == [ReportMessage, MarkDone]


def test_the_digits_do_nothing_to_a_thread_that_is_shown(sitting: Sitting) -> None:
    for one in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3):
        QTest.keyClick(sitting.window.queue.list, one)
    assert list(sitting.window.bridge.submit.pending) == []


def test_shift_enter_shows_plain_text_and_closes_it_again(kept: Kept) -> None:
    conversation = kept.sitting.window.conversation
    key(kept, Qt.Key.Key_Return, SHIFT)
    assert [one.text for one in conversation.messages] == [TEXT]
    assert not kept.sitting.window.composer.isHidden()
    key(kept, Qt.Key.Key_Return, SHIFT)
    assert tells(models_say(conversation)) == []
    assert conversation.is_closed


def test_going_away_and_back_closes_it(kept: Kept) -> None:
    window = kept.sitting.window
    key(kept, Qt.Key.Key_Return, SHIFT)
    window.queue.step(-1)
    window.queue.step(1)
    window.queue.open(kept.thread.id)
    assert window.conversation.is_closed


def test_pictures_of_an_opened_thread_are_asked_for_by_a_second_act(kept: Kept) -> None:
    from socialdesk.desktop.places.conversation import media
    from socialdesk.desktop.places.conversation.geometry import Target
    from socialdesk.model.command import ShowMedia

    conversation = kept.sitting.window.conversation
    key(kept, Qt.Key.Key_Return, SHIFT)
    assert ShowMedia not in given(kept)
    (row,) = [row for row in conversation.view.rows if row.media]
    assert all(not one.sha256 for one in row.media)
    conversation.view.target_chosen.emit(Target(media.SHOW), row)
    assert ShowMedia in given(kept)


def test_every_opening_is_counted_for_the_person(kept: Kept) -> None:
    window = kept.sitting.window
    for _ in range(2):
        key(kept, Qt.Key.Key_Return, SHIFT)
        key(kept, Qt.Key.Key_Return, SHIFT)
    card = window.conversation.kept.card
    assert card is not None
    assert "opened 2 of these today" in readers_hear(card)
    kept.sitting.engine_works()
    assert opened_by_all(window.bridge.cache, "2000-01-01") == {window.bridge.me: 2}
    assert "A short break" not in readers_hear(card)


def test_it_is_said_to_whom_the_next_one_goes_and_there_it_goes(kept: Kept) -> None:
    window = kept.sitting.window
    card = window.conversation.kept.card
    assert card is not None
    assert "The next one goes to" not in readers_hear(card)
    for _ in range(6):
        key(kept, Qt.Key.Key_Return, SHIFT)
        key(kept, Qt.Key.Key_Return, SHIFT)
    found = re.search(r"You have opened 6 of these today\. The next one goes to (\w+)\.", readers_hear(card))
    assert found is not None
    kept.sitting.engine_works()
    brought_in(kept.sitting, comment(7, TEXT, "Other", "other"))
    (came,) = [one for one in window.bridge.cache.threads(_EVERY) if one.remote_id == "planted7"]
    person = window.bridge.person(came.assignee_id)
    assert person is not None
    assert person.name.split()[0] == found[1]


def test_after_ten_a_break_is_offered_in_one_line(kept: Kept) -> None:
    for _ in range(20):
        key(kept, Qt.Key.Key_Return, SHIFT)
    card = kept.sitting.window.conversation.kept.card
    assert card is not None
    assert readers_hear(card).count("A short break would be well earned.") == 1


def test_after_five_something_else_is_one_act_away(kept: Kept) -> None:
    window = kept.sitting.window
    for _ in range(4 * 2):
        key(kept, Qt.Key.Key_Return, SHIFT)
    card = window.conversation.kept.card
    assert card is not None
    assert card.elsewhere.isHidden()
    for _ in range(2):
        key(kept, Qt.Key.Key_Return, SHIFT)
    assert card.elsewhere.isVisible()
    assert "You have opened 5 of these today." in readers_hear(card)

    card.elsewhere.click()
    assert window.queue.base.id == MINE.id
    (now, shown) = (window.queue.current(), window.conversation.thread)
    assert now is not None
    assert (now.is_shielded, now.id) == (False, shown)


def test_the_name_is_told_where_somebody_wants_names_and_nothing_else_is(kept: Kept) -> None:
    window = kept.sitting.window
    head = window.conversation.header
    assert (head.name.text(), head.kind.text()) == ("Hidden message", "Instagram comment, no name")
    window.bridge.settings.put("shield.names", "0")
    assert (head.name.text(), head.kind.text()) == (NAME, "Instagram comment")
    assert NAME in models_say(window.queue)
    assert not tells(f"{models_say(window)}\n{readers_hear(window)}".replace(NAME, ""))
    window.bridge.settings.put("shield.names", "1")
    assert not tells(f"{models_say(window)}\n{readers_hear(window)}")


def test_what_is_seen_is_switched_beside_the_card(kept: Kept, qtbot: QtBot) -> None:
    window = kept.sitting.window

    def found() -> dict[str, Switch]:
        return {one.text(): one for one in window.context.findChildren(Switch) if one.isVisible()}

    qtbot.waitUntil(lambda: "Hide names and pictures" in found())
    switches = found()
    names = switches["Hide names and pictures"]
    assert names.isChecked()
    names.click()
    assert not window.bridge.settings.flag("shield.names")
    assert switches["No sound for shielded items"].isChecked()


def test_the_menu_offers_all_by_name(kept: Kept) -> None:
    window = kept.sitting.window
    act = window.registry.of_key("!")
    assert act is not None
    assert act.id == "shield.menu"
    menu = window.hands.shield.menu(kept.now())
    words = [one.text() for one in menu.actions() if one.text()]
    assert "Let it through, and these words from now on" in words
    assert "Keep out of sight: a threat" in words
    assert "Keep out of sight: an insult" not in words


def test_letting_through_shows_it_to_everybody_and_teaches_the_words(kept: Kept) -> None:
    from socialdesk.model.shielding import Teach

    window = kept.sitting.window
    window.hands.shield.let_through(Teach.WORDS)
    assert LetThrough in given(kept)
    assert not kept.now().is_shielded
    assert window.queue.model.row_of(kept.thread.id) is None
    kept.sitting.engine_works()
    assert {word.text for word in own_words(window.bridge.cache) if word.allows} == {"pathetic", "moron"}
    brought_in(kept.sitting, comment(3, "You are a moron"))
    (other,) = [one for one in window.bridge.cache.threads(_EVERY) if one.remote_id == "planted3"]
    assert not other.is_shielded


def test_taking_it_back_keeps_it_again_and_forgets_what_it_taught(kept: Kept) -> None:
    from socialdesk.model.shielding import Teach

    window = kept.sitting.window
    window.hands.shield.let_through(Teach.WORDS)
    kept.sitting.engine_works()
    window.hands.undo()
    kept.sitting.engine_works()
    assert kept.now().shield == "abuse"
    assert own_words(window.bridge.cache) == ()


def test_a_thread_is_kept_by_hand_and_shown_again(kept: Kept) -> None:
    from socialdesk.model.shield.values import ShieldKind

    window = kept.sitting.window
    brought_in(kept.sitting, comment(4, "Where is my parcel?"))
    (other,) = [one for one in window.bridge.cache.threads(_EVERY) if one.remote_id == "planted4"]
    window.hands.go(window.rail.model.views()[2])
    window.queue.open(other.id)
    window.hands.shield.keep(ShieldKind.THREAT)
    assert KeepOutOfSight in given(kept)
    assert window.conversation.is_closed
    kept.sitting.engine_works()
    card = window.conversation.kept.card
    assert card is not None
    assert "Kept by a person as a threat." in readers_hear(card)
    window.hands.undo()
    kept.sitting.engine_works()
    assert not window.conversation.is_closed


def test_evidence_is_written_with_a_digest_that_can_be_checked(kept: Kept, tmp_path: Path) -> None:
    file = tmp_path / "evidence.json"
    kept.sitting.window.hands.shield.write_evidence(kept.thread, file)
    (message,) = json.loads(file.read_text())["messages"]
    assert json.loads(message["record"])["text"] == TEXT
    assert sha256(message["record"].encode()).hexdigest() == message["sha256"]


def test_evidence_that_cannot_be_written_is_said(kept: Kept, tmp_path: Path, qtbot: QtBot) -> None:
    kept.sitting.window.hands.shield.write_evidence(kept.thread, tmp_path / "no" / "evidence.json")
    assert "cannot be written" in readers_hear(kept.sitting.window.toast)
