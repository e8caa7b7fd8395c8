"""What acts on others' messages do in the window: asks where it cannot be undone, gives the command, says so."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QObject, QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from socialdesk.desktop.shell.own_messages import Correcting, ask_to_delete, own_in_focus
from socialdesk.desktop.shell.thread_name import thread_name
from socialdesk.desktop.widgets.plain_text import called
from socialdesk.model.capability import Capabilities, Level
from socialdesk.model.command import SetPriority, ThreadCommand
from socialdesk.model.identifiers import ThreadId
from socialdesk.model.message import Direction, Message
from socialdesk.model.moderation import (
    BlockPerson,
    HideMessage,
    MuteThread,
    RemoveMessage,
    ReportMessage,
    ReportReason,
)
from socialdesk.model.thread import Priority, Thread
from socialdesk.store.public_acts import standing

if TYPE_CHECKING:
    from socialdesk.desktop.bridge.bridge import Bridge
    from socialdesk.desktop.places.conversation.place import Conversation
    from socialdesk.desktop.places.pickers.choice import ChoicePicker
    from socialdesk.desktop.places.pickers.choices import Line
    from socialdesk.desktop.places.queue.view import QueuePlace

tr = QCoreApplication.translate
UNDO = timedelta(seconds=10)
_ON_MESSAGES = ("hide", "remove", "block", "report")


class Ranks(Protocol):
    """What ranks all that is selected."""

    def set_priority(self, priority: Priority) -> bool:
        """Raise or lower all; False when nothing is selected."""
        ...


class Around(Protocol):
    """What these acts need of a window."""

    bridge: Bridge
    queue: QueuePlace
    conversation: Conversation

    @property
    def bulk(self) -> Ranks:
        """What is done to all that is selected."""
        ...

    def open_thread(self, thread: ThreadId | None) -> None:
        """Show a thread beside the queue."""
        ...

    def say(self, words: str) -> None:
        """Tell something that needs no act."""
        ...

    def anchor(self) -> QRect:
        """Where pickers open, in the window's coordinates."""
        ...


class Moderating(QObject):
    """The hands of these acts."""

    def __init__(self, window: QWidget, around: Around) -> None:
        super().__init__(window)
        self._window = window
        self._w = around
        self._picker: ChoicePicker | None = None
        self._correcting = Correcting(window, around.bridge, lambda _said: None)

    def able(self, thread: Thread | None, can: Capabilities | None) -> frozenset[str]:
        """Which of these acts the channel can do to the message in focus."""
        message = self._message()
        if thread is None or can is None:
            return frozenset()
        has_own = own_in_focus(self._w.conversation) is not None
        own = {act for act in ("delete", "edit") if has_own and can.can(act)}
        if message is None:
            return frozenset(own)
        link = {"link"} if message.permalink or thread.permalink else set[str]()
        return frozenset(act for act in _ON_MESSAGES if self._can(can, act, thread)) | link | own

    def stands(self, thread: Thread | None) -> frozenset[str]:
        """What was done already to the message in focus and to who wrote it."""
        message = self._message()
        if thread is None or message is None:
            return frozenset()
        about = [message.external_id or "", message.author_remote_id, thread.remote_id]
        return standing(self._w.bridge.cache, thread.channel_id, about)

    def do(self, act: str) -> None:
        """Do it, or ask first."""
        thread = self._w.queue.current()
        if thread is None:
            return
        match act:
            case "priority":
                self.ask_priority(thread)
            case "copy_link":
                message = self._message()
                QGuiApplication.clipboard().setText((message.permalink if message else "") or thread.permalink)
                self._w.say(tr("shell", "The link is copied."))
            case "merge" | "take_apart":
                from socialdesk.desktop.shell.merging_hands import MergingHands

                hands = MergingHands(self._w, self._pick)
                hands.ask(thread) if act == "merge" else hands.take_apart(thread)
            case "copy_times":
                from socialdesk.desktop.shell.times_hands import copy_times

                copy_times(self._w, thread)
            case "mute" | "unmute":
                self._mute(thread, on=act == "mute")
            case "report":
                self._ask_reason(thread)
            case "correct":
                own = own_in_focus(self._w.conversation)
                if own is not None:
                    self._correcting.ask(thread, own)
            case "delete":
                ask_to_delete(self._window, self._w, thread, UNDO)
            case "unlike":
                message = self._message()
                if message is not None and message.is_liked:
                    self._w.conversation.like(message)
                else:
                    self._w.say(tr("shell", "It is not liked."))
            case "hide" | "remove" | "block":
                self._ask(thread, act)
            case _:
                self._give(thread, act)

    def correct(self, message: int, text: str) -> None:
        """Open an answer of ours again whose correction was stopped or refused, with the words of that one."""
        thread = self._w.conversation.open_thread()
        own = next((one for one in self._w.conversation.messages if one.id == message), None)
        if thread is not None and own is not None:
            self._correcting.ask(thread, own, text)

    def _message(self) -> Message | None:
        return self._w.conversation.message_in_focus()

    def _can(self, can: Capabilities, act: str, thread: Thread) -> bool:
        if act == "hide" and can.level(act) is Level.PARTIAL:
            # Where a platform hides only below what we posted ourselves, other posts do not offer it.
            post = self._w.bridge.cache.post(thread.post_id) if thread.post_id is not None else None
            return post is not None and post.is_own
        return can.can(act)

    def _ask(self, thread: Thread, act: str) -> None:
        from socialdesk.desktop.widgets.ask import ask

        message = self._message()
        if message is None:
            return
        channel = self._w.bridge.channel(thread.channel_id)
        network = channel.name if channel is not None else ""
        hidden = tr("shell", "this person")
        who = hidden if thread.is_shielded else called(message.author_name, message.author_handle)
        title, text, words = {
            "hide": (
                tr("shell", "Hide this from the public?"),
                tr("shell", "{who} and their friends still see it on {network}; everybody else no longer does."
                   " You can show it again later."),
                tr("shell", "Hide"),
            ),
            "remove": (
                tr("shell", "Delete what {who} wrote?"),
                tr("shell", "It goes from {network} for everybody. After ten seconds nobody can bring it back."),
                tr("shell", "Delete there"),
            ),
            "block": (
                tr("shell", "Block {who}?"),
                tr("shell", "On {network} they can no longer write to this account or see it, and they can find out."
                   " What they wrote stays. You can let them in again later."),
                tr("shell", "Block"),
            ),
        }[act]  # fmt: skip
        said = (title.format(who=who), text.format(who=who, network=network))
        question = ask(self._window, *said, (("keep", tr("shell", "Leave it")), ("do", words)), danger=True)
        question.answered.connect(lambda key="": self._give(thread, act, message) if key == "do" else None)

    def _ask_reason(self, thread: Thread) -> None:
        from socialdesk.desktop.places.pickers.choices import Line

        message = self._message()
        if message is None:
            return
        words = {
            ReportReason.SPAM: tr("shell", "Spam or a trick"),
            ReportReason.ABUSE: tr("shell", "Insults or harassment"),
            ReportReason.THREAT: tr("shell", "A threat"),
            ReportReason.SEXUAL: tr("shell", "Sexual content"),
            ReportReason.ILLEGAL: tr("shell", "Something illegal"),
            ReportReason.OTHER: tr("shell", "Something else"),
        }
        self._pick(
            tr("shell", "Report it as"),
            [Line(reason.value, said, icon="flag") for reason, said in words.items()],
            lambda key: self._ask_words(thread, message, ReportReason(key), words[ReportReason(key)]),
        )

    def _ask_words(self, thread: Thread, message: Message, reason: ReportReason, said: str) -> None:
        from socialdesk.desktop.shell.report_card import ReportCard

        channel = self._w.bridge.channel(thread.channel_id)
        card = ReportCard(self._window, said, channel.name if channel is not None else "")
        card.reported.connect(lambda text="": self._give(thread, "report", message, reason, text))
        card.open_card(card.field)

    def ask_priority(self, thread: Thread | None) -> None:
        """Offer the priorities for a thread, or with None for all that is selected."""
        from socialdesk.desktop.places.pickers.choices import Line

        words = {
            Priority.URGENT: tr("shell", "Urgent"),
            Priority.HIGH: tr("shell", "High"),
            Priority.NORMAL: tr("shell", "Normal", "priority"),
            Priority.LOW: tr("shell", "Low"),
        }
        lines = [
            Line(one.value, said, icon="flag", is_on=thread is not None and thread.priority is one)
            for one, said in words.items()
        ]

        def chosen(key: str) -> None:
            priority = Priority(key)
            if self._w.bulk.set_priority(priority) or thread is None:
                return
            label = tr("shell", "Priority: {priority}.").format(priority=words[priority])
            self._w.bridge.submit.give([(thread, SetPriority(thread.id, priority))], label)

        self._pick(tr("shell", "Priority"), lines, chosen)

    def _pick(self, name: str, lines: list[Line], chosen: Callable[[str], None]) -> None:
        from socialdesk.desktop.places.pickers.choice import ChoicePicker

        self._picker = self._picker or ChoicePicker(self._window)
        self._picker.ask(name, lines, chosen, self._w.anchor())

    def _mute(self, thread: Thread, *, on: bool) -> None:
        can = self._w.bridge.capabilities(thread)
        leaves = self._w.bridge.clock.now() + UNDO
        command = MuteThread(thread.id, leaves, on=on, there=can is not None and can.can("mute"))
        name = thread_name(thread)
        words = tr("shell", "{name} is muted.") if on else tr("shell", "{name} is back in the queue.")
        following = self._w.queue.after(thread.id)
        self._w.bridge.submit.give([(thread, command)], words.format(name=name))
        if self._w.queue.model.row_of(thread.id) is None:
            if following is not None:
                self._w.queue.open(following.id)
            else:
                self._w.open_thread(None)

    def _give(
        self,
        thread: Thread,
        act: str,
        message: Message | None = None,
        reason: ReportReason = ReportReason.OTHER,
        text: str = "",
    ) -> None:
        message = message or self._message()
        if message is None or message.direction is Direction.OUT:
            return
        if act in ("approve", "ignore"):
            from socialdesk.desktop.places.conversation.fate import Step

            self._w.conversation.take_step(Step.APPROVE if act == "approve" else Step.IGNORE, message)
            return
        leaves = self._w.bridge.clock.now() + UNDO
        commands: dict[str, tuple[ThreadCommand, str]] = {
            "hide": (HideMessage(thread.id, message.id, leaves), tr("shell", "Hidden from the public.")),
            "unhide": (HideMessage(thread.id, message.id, leaves, on=False), tr("shell", "Shown to the public again.")),
            "remove": (RemoveMessage(thread.id, message.id, leaves), tr("shell", "Deleted there.")),
            "block": (BlockPerson(thread.id, message.id, leaves), tr("shell", "Blocked.")),
            "unblock": (BlockPerson(thread.id, message.id, leaves, on=False), tr("shell", "Let in again.")),
            "report": (ReportMessage(thread.id, message.id, reason, text, leaves), tr("shell", "Reported.")),
        }
        command, words = commands[act]
        self._w.bridge.submit.give([(thread, command)], words)
