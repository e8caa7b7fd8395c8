"""Takes acts and puts them on the disk before they show; keeps what is pending, and how to take it back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from socialdesk.model.delivery import Delivery
from socialdesk.model.identifiers import CommandId, MessageId, PersonId, ThreadId
from socialdesk.model.message import Direction, Message
from socialdesk.model.thread import Thread
from socialdesk.store.desk import Desk
from socialdesk.support.clock import Clock

if TYPE_CHECKING:
    # The first window has rows and mostly no acts: their code is loaded by the first one.
    from socialdesk.model.command import Command, Given, ThreadCommand

UNDO_STEPS = 50


@dataclass(frozen=True, slots=True)
class Step:
    """One act that can be taken back, however many threads it touched."""

    label: str
    given: tuple[Given, ...]
    back: tuple[Command, ...]
    texts: tuple[tuple[ThreadId, str], ...] = ()
    """What was written, to be put back as a draft."""


class Submit(QObject):
    """The way of a person's acts to the disk."""

    given = Signal(object)
    """A tuple of thread ids whose look changed."""
    stepped = Signal(object)
    """A Step that can be undone now."""
    undone = Signal(object)
    failed = Signal(str)

    def __init__(self, desk: Desk, clock: Clock, me: Callable[[], PersonId], poke: Callable[[], None]) -> None:
        super().__init__()
        self._desk = desk
        self._clock = clock
        self._me = me
        self._poke = poke
        self._pending: dict[CommandId, Given] = {one.id: one for one in desk.pending()}
        self._steps: list[Step] = []

    @property
    def pending(self) -> Sequence[Given]:
        """Commands whose effect is not in the cache yet, in order."""
        return tuple(self._pending.values())

    def give(self, acts: Iterable[tuple[Thread, ThreadCommand]], label: str = "") -> tuple[Given, ...]:
        """Carry acts out at once, as far as this desk goes; with a label they can be taken back.

        Emits `failed` with a sentence when they could not be put on the disk; then nothing happened.
        """
        from socialdesk.model.command import Reply
        from socialdesk.model.fold import inverse

        pairs = list(acts)
        given = self._write([command for _, command in pairs])
        if label and given:
            back: list[Command] = []
            for (thread, command), one in zip(pairs, given, strict=True):
                back[:0] = inverse(thread, command, one)
            texts = tuple((command.thread, command.text) for _, command in pairs if isinstance(command, Reply))
            step = Step(label, given, tuple(back), texts)
            self._steps = [*self._steps[-(UNDO_STEPS - 1) :], step]
            self.stepped.emit(step)
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
            step = Step(label, given, tuple(ways))
            self._steps = [*self._steps[-(UNDO_STEPS - 1) :], step]
            self.stepped.emit(step)
        return given

    def undo(self) -> Step | None:
        """Take the last act back; None when there is none."""
        if not self._steps:
            return None
        step = self._steps.pop()
        self._write(list(step.back))
        self.undone.emit(step)
        return step

    def folded(self, thread: Thread) -> Thread:
        """A thread with what is pending on top."""
        if not self._pending:
            return thread
        from socialdesk.model.fold import fold_all

        return fold_all(thread, self._pending.values(), self._me())

    def touched(self) -> frozenset[ThreadId]:
        """Threads with something pending."""
        if not self._pending:
            return frozenset()
        from socialdesk.model.command import ThreadCommand

        return frozenset(one.command.thread for one in self._pending.values() if isinstance(one.command, ThreadCommand))

    def messages(self, thread: ThreadId, name: str) -> list[Message]:
        """Answers given here that the cache does not have yet, as they will look."""
        from socialdesk.model.command import CancelReply, Reply, SendNow

        found: dict[CommandId, Message] = {}
        for one in self._pending.values():
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
            self._desk.retire(ids)
            for one in ids:
                del self._pending[one]

    def _write(self, commands: Sequence[Command]) -> tuple[Given, ...]:
        from socialdesk.model.command import ThreadCommand
        from socialdesk.store.errors import StoreError

        if not commands:
            return ()
        try:
            given = tuple(self._desk.give(commands, self._me(), self._clock.now()))
        except StoreError as error:
            self.failed.emit(error.sentence)
            return ()
        self._pending.update((one.id, one) for one in given)
        self._poke()
        touched = tuple({one.command.thread for one in given if isinstance(one.command, ThreadCommand)})
        self.given.emit(touched)
        return given
