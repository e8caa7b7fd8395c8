"""What is done to what we wrote ourselves on its network: deleting an answer, after a question, and correcting one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from socialdesk.desktop.places.conversation.fate import UNDO_WINDOW
from socialdesk.model.command import DeleteOwn, EditOwn
from socialdesk.model.message import Direction, Message

if TYPE_CHECKING:
    from datetime import timedelta

    from socialdesk.desktop.bridge.bridge import Bridge
    from socialdesk.desktop.places.conversation.place import Conversation
    from socialdesk.model.identifiers import MessageId
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


class Correcting(QObject):
    """Opens an answer of ours to be written anew, and keeps the words of one that was left."""

    def __init__(self, window: QWidget, bridge: Bridge, told: Callable[[str], object]) -> None:
        """`told` says what was done where the window shows no acts of its own."""
        super().__init__(window)
        self._window = window
        self._bridge = bridge
        self._told = told
        self._begun: dict[MessageId, str] = {}

    def ask(self, thread: Thread, message: Message, text: str = "") -> None:
        """Show the card; it begins with `text`, else with what somebody had begun to write, else with what stands."""
        from socialdesk.desktop.shell.correct_card import CorrectCard

        can = self._bridge.capabilities(thread)
        if can is None:
            return
        channel = self._bridge.channel(thread.channel_id)
        card = CorrectCard(self._window, channel.name if channel is not None else "", message.text, can.text)
        card.kept.connect(lambda words="": self._keep(message, words))
        card.corrected.connect(lambda words="": self._correct(thread, message, words))
        begun = text or self._begun.get(message.id) or message.text
        card.open_with(begun, self._bridge.spelling, thread.language[:2])

    def _keep(self, message: Message, words: str) -> None:
        self._begun.pop(message.id, None)
        if words.strip() and words.strip() != message.text.strip():
            self._begun[message.id] = words

    def _correct(self, thread: Thread, message: Message, words: str) -> None:
        self._begun.pop(message.id, None)
        command = EditOwn(thread.id, message.id, words, self._bridge.clock.now() + UNDO_WINDOW)
        said = tr("shell", "Corrected there.")
        self._bridge.submit.give([(thread, command)], said)
        self._told(said)
