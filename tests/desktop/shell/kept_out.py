"""A window into whose workspace an abusive comment has just come, for tests of what is kept out of sight."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from socialdesk.engine.ingest import Ingest
from socialdesk.engine.shield import Shield
from socialdesk.model.contact import Author
from socialdesk.model.event import MessageSeen
from socialdesk.model.identifiers import ThreadId
from socialdesk.model.message import Attachment
from socialdesk.model.thread import Kind, Thread
from socialdesk.store.cache import Cache
from socialdesk.support.clock import SystemClock
from tests.desktop.shell.conftest import Sitting

NAME, HANDLE, WORD = "Vilename Quux", "vilehandle", "zorblox"
TEXT = f"You are a pathetic moron, {WORD}, see https://vile.example"
CANARIES = ("vilename", "vilehandle", WORD, "moron", "vile.example", "quux")
EVERY = [ThreadId(number) for number in range(1, 5_000)]
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


def keep(sitting: Sitting) -> Kept:
    """Let the comment come, go to what is kept, and open it."""
    brought_in(sitting, comment(1, TEXT))
    window = sitting.window
    (thread,) = [one for one in window.bridge.cache.threads(EVERY) if one.remote_id == "planted1"]
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
