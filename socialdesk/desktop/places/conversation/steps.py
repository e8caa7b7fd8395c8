"""Carries out the words below an answer, and below what was done to what others wrote: each becomes a command."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.places.conversation import done_there
from socialdesk.desktop.places.conversation.fate import UNDO_WINDOW, Step
from socialdesk.model.command import (
    AddNote,
    CancelAct,
    CancelReply,
    SendNow,
    SettleUnknown,
    ThreadCommand,
)
from socialdesk.model.identifiers import ChannelId, CommandId, MessageId, ThreadId
from socialdesk.model.message import Message
from socialdesk.model.moderation import HideMessage
from socialdesk.model.thread import Thread
from socialdesk.store.desk import Draft
from socialdesk.store.outbound import Outbound
from socialdesk.store.public_acts import private_thread


class Steps:
    """The hands below the messages of one conversation; what is wanted of others is told by calls."""

    def __init__(
        self,
        bridge: Bridge,
        *,
        edit: Callable[[str, CommandId], object],
        split: Callable[[], object],
        correct: Callable[[int, str], object],
        look: Callable[[str], object],
        sign_in: Callable[[ChannelId], object],
        open_private: Callable[[ThreadId | None], object],
        public: Callable[[ThreadId], ThreadId | None],
    ) -> None:
        """`correct` opens a message of ours to be corrected, with the words to begin with.

        `public` gives the public thread with whoever a conversation of messages is with, where there is one.
        """
        self._bridge = bridge
        self._public = public
        self._open_private = open_private
        self._edit, self._split, self._look, self._sign_in = edit, split, look, sign_in
        self._correct = correct

    def take(self, step: Step, message: Message, thread: Thread, newest: MessageId) -> None:
        """Do what a word below an answer says; `newest` is the newest message its writer has seen."""
        if message.command_id is None:
            return
        reply = CommandId(message.command_id)
        cancel = CancelReply(thread.id, reply)
        match step:
            case Step.UNDO | Step.EDIT | Step.CANCEL:
                # What is not to leave after all was written by somebody too: its words are not thrown away with it.
                self._give(thread, cancel)
                self._edit(message.text, reply)
            case Step.SPLIT:
                self._give(thread, cancel)
                self._edit(message.text, reply)
                self._split()
            case Step.SEND_NOW | Step.READ_AND_SEND:
                self._give(thread, SendNow(thread.id, reply, newest))
            case Step.ARRIVED:
                self._give(thread, SettleUnknown(thread.id, reply, arrived=True))
            case Step.SEND_AGAIN:
                self._give(thread, SettleUnknown(thread.id, reply, arrived=False))
            case Step.COMMENT:
                self._comment(message, thread, cancel)
            case Step.KEEP_AS_NOTE:
                self._give(thread, AddNote(thread.id, message.text), cancel)
            case Step.LOOK:
                self._look(message.permalink or thread.permalink)
            case Step.SIGN_IN:
                self._sign_in(ChannelId(thread.channel_id))
            case (
                Step.TAKE_BACK
                | Step.HAPPENED
                | Step.NOT_HAPPENED
                | Step.OPEN_PRIVATE
                | Step.APPROVE
                | Step.IGNORE
                | Step.TRY_AGAIN
            ):
                pass  # of what was done to messages alone

    def _comment(self, message: Message, thread: Thread, cancel: CancelReply) -> None:
        """Its words become a draft of the public thread, which opens; nothing goes there before somebody sends it."""
        there = self._public(thread.id)
        if there is None:
            return
        desk = self._bridge.desk
        begun = desk.draft(there, "reply")
        before = f"{begun.text.rstrip()}\n\n" if begun is not None and begun.text.strip() else ""
        draft = Draft(there, "reply", before + message.text, self._bridge.clock.now())
        if begun is not None:
            draft = replace(begun, text=draft.text, changed_at=draft.changed_at)
        desk.set_draft(draft)
        self._give(thread, cancel)
        self._open_private(there)

    def take_of_held(self, step: Step, message: Message, thread: Thread) -> None:
        """Let the public see what waits for approval, or leave it unseen."""
        leaves = self._bridge.clock.now() + UNDO_WINDOW
        is_ignored = step is Step.IGNORE
        decision = HideMessage(thread.id, message.id, leaves, on=is_ignored)
        self._bridge.submit.give([(thread, decision)], done_there.decided(is_ignored=is_ignored))

    def take_of_act(self, step: Step, act: Outbound, message: Message, thread: Thread) -> None:
        """Do what a word below something that was done there says."""
        match step:
            case Step.LOOK:
                self._look(message.permalink or thread.permalink)
            case Step.OPEN_PRIVATE:
                self._open_private(private_thread(self._bridge.cache, thread.id))
            case Step.HAPPENED | Step.NOT_HAPPENED:
                self._give(thread, SettleUnknown(thread.id, act.command, arrived=step is Step.HAPPENED))
            case Step.TRY_AGAIN:
                self._give(thread, SendNow(thread.id, act.command, act.based_on))
            case Step.EDIT:
                self._give(thread, CancelAct(thread.id, act.command))
                self._correct(message.id, act.text)
            case _:
                self._give(thread, CancelAct(thread.id, act.command))

    def _give(self, thread: Thread, *commands: ThreadCommand) -> None:
        self._bridge.submit.give([(thread, command) for command in commands])
