"""Takes acts and puts them on the disk before they show; keeps what is pending, and how to take it back."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from socialdesk.model.delivery import Delivery
from socialdesk.model.identifiers import CommandId, MessageId, PersonId, ThreadId
from socialdesk.model.message import Direction, Message
from socialdesk.model.reply_policy import ReplyPolicy
from socialdesk.model.thread import Thread
from socialdesk.model.triage import placed
from socialdesk.model.triage_policy import USUAL, TriagePolicy
from socialdesk.store.desk import Desk
from socialdesk.support.clock import Clock
from socialdesk.support.values import value_class

if TYPE_CHECKING:
    # The first window has rows and mostly no acts: their code is loaded by the first one.
    from socialdesk.model.command import Command, Given, ThreadCommand
    from socialdesk.store.outbound import Outbound

UNDO_STEPS = 50


@value_class(frozen=True, slots=True)
class Step:
    """One act that can be taken back, however many threads it touched."""

    label: str
    given: tuple[Given, ...]
    back: tuple[Command, ...]
    texts: tuple[tuple[ThreadId, str], ...] = ()
    """What was written, to be put back as a draft."""
    left: int = 0
    """How many of its acts had left before it was taken back: they stay, and so do their threads."""


class Submit(QObject):
    """The way of a person's acts to the disk."""

    given = Signal(object)
    """A tuple of thread ids whose look changed."""
    stepped = Signal(object)
    """A Step that can be undone now."""
    retired = Signal(object)
    """A list of thread ids of which something is no longer pending."""
    undone = Signal(object)
    failed = Signal(str)

    def __init__(
        self,
        desk: Desk,
        clock: Clock,
        me: Callable[[], PersonId],
        poke: Callable[[], None],
        policy: Callable[[], ReplyPolicy | None] = lambda: None,
        *,
        triage: Callable[[], TriagePolicy] = lambda: USUAL,
        outbound: Callable[[CommandId], Outbound | None] = lambda _act: None,
    ) -> None:
        """`outbound` tells where an act for a platform stands."""
        super().__init__()
        self._desk = desk
        self._clock = clock
        self._me = me
        self._poke = poke
        self._policy = policy
        self._triage = triage
        self._outbound = outbound
        self._pending: dict[CommandId, Given] = {}
        self._of_thread: dict[ThreadId, dict[CommandId, Given]] = {}
        self._of_none: dict[CommandId, Given] = {}
        self._keep(desk.pending())
        self._steps: list[Step] = []

    @property
    def pending(self) -> Sequence[Given]:
        """Commands whose effect is not in the cache yet, in order."""
        return tuple(self._pending.values())

    @property
    def pending_of_no_thread(self) -> Collection[Given]:
        """Those of them that are about a channel, a view, a person or all: few, where acts on threads may be many."""
        return self._of_none.values()

    def first_pending(self, most: int) -> Sequence[CommandId]:
        """Those that are decided next: the engine takes them in their order."""
        return tuple(islice(self._pending, most))

    def pending_of(self, thread: ThreadId) -> Sequence[Given]:
        """What is pending of one thread, in order."""
        return tuple(self._of_thread.get(thread, {}).values())

    @property
    def last_step(self) -> Step | None:
        """What undo would take back."""
        return self._steps[-1] if self._steps else None

    def give(self, acts: Iterable[tuple[Thread, ThreadCommand]], label: str = "") -> tuple[Given, ...]:
        """Carry acts out at once, as far as this desk goes; with a label they can be taken back.

        Emits `failed` with a sentence when they could not be put on the disk; then nothing happened.
        """
        from socialdesk.model.bulk import way_back
        from socialdesk.model.command import Reply

        pairs = list(acts)
        given = self._write([command for _, command in pairs])
        if label and given:
            texts = tuple((command.thread, command.text) for _, command in pairs if isinstance(command, Reply))
            self.remember(Step(label, given, way_back(pairs, given), texts))
        return given

    def order(self, command: Command) -> Given | None:
        """Give a command that is not about one thread, or cannot be taken back."""
        return next(iter(self._write([command])), None)

    def change(
        self,
        commands: Sequence[Command],
        label: str,
        back: Sequence[Command] | Callable[[tuple[Given, ...]], Sequence[Command]] = (),
    ) -> tuple[Given, ...]:
        """Give commands that are about no thread, all or none; with `back` they can be taken back.

        `back` may be made of what was given, where the way back names it.
        """
        given = self._write(commands)
        ways = back(given) if callable(back) and given else () if callable(back) else back
        if given and ways:
            self.remember(Step(label, given, tuple(ways)))
        return given

    def remember(self, step: Step) -> None:
        """Let an act be taken back from now on, the last one first."""
        self._steps = [*self._steps[-(UNDO_STEPS - 1) :], step]
        self.stepped.emit(step)

    def take_step(self) -> Step | None:
        """Take the last step off, for whoever carries it back otherwise than `undo`."""
        return self._steps.pop() if self._steps else None

    def adopt(self, given: Sequence[Given]) -> None:
        """Show commands that are on the disk already: very many are put there beside the window's own thread."""
        self._keep(given)
        self._poke()
        from socialdesk.model.command import ThreadCommand

        self.given.emit(tuple({one.command.thread for one in given if isinstance(one.command, ThreadCommand)}))

    def undo(self) -> Step | None:
        """Take the last act back as far as it has not left; None when there is none, or when that could not be kept.

        Emits `failed` where it could not be put on the disk: the act is the last one still.
        """
        if not self._steps:
            return None
        from socialdesk.desktop.bridge.too_late import what_is_left

        last = self._steps[-1]
        now = what_is_left(last.given, last.back, self._outbound, self._pending.values())
        step = replace(last, given=now.given, back=now.back, left=now.gone) if now.given != last.given else last
        if step.back and not self._write(list(step.back)):
            return None
        self._steps.pop()
        self.undone.emit(step)
        return step

    def folded(self, thread: Thread) -> Thread:
        """A thread with what is pending on top."""
        pending = self._of_thread.get(thread.id)
        if not pending:
            return thread
        from socialdesk.model.fold import fold_all

        after = fold_all(thread, pending.values(), self._me(), self._policy())
        return after if after is thread else placed(after, self._triage())

    def touched(self) -> frozenset[ThreadId]:
        """Threads with something pending."""
        return frozenset(self._of_thread)

    def messages(self, thread: ThreadId, name: str) -> list[Message]:
        """Answers given here that the cache does not have yet, as they will look."""
        from socialdesk.model.command import CancelReply, Reply, SendNow

        found: dict[CommandId, Message] = {}
        for one in self._of_thread.get(thread, {}).values():
            match one.command:
                case Reply(thread=of) as reply if of == thread:
                    found[one.id] = Message(
                        MessageId(2**53 + one.seq),
                        thread,
                        None,
                        Direction.OUT,
                        "",
                        name,
                        "",
                        reply.text,
                        one.at,
                        state=Delivery.QUEUED,
                        not_before=reply.not_before,
                        command_id=one.id,
                        person_id=one.person,
                    )
                case CancelReply(reply=reply_id):
                    found.pop(reply_id, None)
                case SendNow(reply=reply_id) if reply_id in found:
                    found[reply_id] = replace(found[reply_id], not_before=one.at)
                case _:
                    pass
        return list(found.values())

    def retire(self, done: Iterable[CommandId]) -> None:
        """Forget commands whose effect is in the cache now."""
        ids = [one for one in done if one in self._pending]
        if ids:
            from socialdesk.store.errors import DiskFull, LockedFile

            # One that could not be taken off the disk is found decided at the next start, and is forgotten then.
            with contextlib.suppress(DiskFull, LockedFile):
                self._desk.retire(ids)
            threads: list[ThreadId] = []
            for one in ids:
                thread = getattr(self._pending.pop(one).command, "thread", None)
                self._of_none.pop(one, None)
                if thread is not None and (of := self._of_thread.get(thread)) is not None:
                    threads.append(thread)
                    of.pop(one, None)
                    if not of:
                        del self._of_thread[thread]
            self.retired.emit(threads)

    def _keep(self, given: Iterable[Given]) -> None:
        for one in given:
            self._pending[one.id] = one
            thread = getattr(one.command, "thread", None)
            if thread is not None:
                self._of_thread.setdefault(thread, {})[one.id] = one
            else:
                self._of_none[one.id] = one

    def _write(self, commands: Sequence[Command]) -> tuple[Given, ...]:
        from socialdesk.store.errors import StoreError

        if not commands:
            return ()
        try:
            given = tuple(self._desk.give(commands, self._me(), self._clock.now()))
        except StoreError as error:
            self.failed.emit(error.sentence)
            return ()
        self.adopt(given)
        return given
