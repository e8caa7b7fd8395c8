"""What is done to what we wrote ourselves: deleting one answer on its network, after a question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication

from socialdesk.model.command import DeleteOwn
from socialdesk.model.message import Direction, Message

if TYPE_CHECKING:
    from datetime import timedelta

    from PySide6.QtWidgets import QWidget

    from socialdesk.desktop.bridge.bridge import Bridge
    from socialdesk.desktop.places.conversation.place import Conversation
    from socialdesk.model.thread import Thread

tr = QCoreApplication.translate


class Around(Protocol):
    """What it needs of a window."""

    bridge: Bridge
    conversation: Conversation


def is_there(message: Message) -> bool:
    """Whether a message is ours and stands on its network."""
    return message.direction is Direction.OUT and bool(message.external_id) and message.deleted_at is None


def own_in_focus(conversation: Conversation) -> Message | None:
    """The message of ours that the keyboard is on, else the newest of ours that stands on its network."""
    index = conversation.view.currentIndex()
    if conversation.view.hasFocus() and index.isValid():
        entry = conversation.view.row_at(index).entry
        if isinstance(entry, Message) and is_there(entry):
            return entry
    return next((one for one in reversed(conversation.messages) if is_there(one)), None)


def ask_to_delete(window: QWidget, around: Around, thread: Thread, undo: timedelta) -> None:
    """Ask before an answer of ours goes for everybody, and delete it."""
    from socialdesk.desktop.widgets.ask import ask

    message = own_in_focus(around.conversation)
    if message is None:
        return
    channel = around.bridge.channel(thread.channel_id)
    said = tr("shell", "It goes from {network} for everybody. After ten seconds nobody can bring it back.")
    choices = (("keep", tr("shell", "Leave it")), ("do", tr("shell", "Delete there")))
    words = message.text if len(message.text) <= 80 else f"{message.text[:79]}…"
    title = tr("shell", "Delete what we answered: “{words}”?").format(words=" ".join(words.split()))
    question = ask(window, title, said.format(network=channel.name if channel else ""), choices, danger=True)

    def answered(key: str = "") -> None:
        if key == "do":
            command = DeleteOwn(thread.id, message.id, around.bridge.clock.now() + undo)
            around.bridge.submit.give([(thread, command)], tr("shell", "Deleted there."))

    question.answered.connect(answered)
