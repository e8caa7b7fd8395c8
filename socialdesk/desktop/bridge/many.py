"""Carries one act to very many threads beside the window's own thread: reads, decides, writes to the disk, then tells.

Up to `AT_ONCE` threads the window does it itself, in the same frame. Beyond that a hundredth of a second would become
many: they are read and written on another thread with connections of its own, in one transaction, and shown together.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from socialdesk.desktop.bridge.overlay import Moved, moved
from socialdesk.model.identifiers import ThreadId
from socialdesk.model.triage import placed
from socialdesk.model.triage_policy import TriagePolicy
from socialdesk.model.view import BUILT_IN

if TYPE_CHECKING:
    from socialdesk.desktop.bridge.overlay import Overlay
    from socialdesk.desktop.bridge.submit import Step, Submit
    from socialdesk.model.bulk import Making, Plan
    from socialdesk.model.command import Given, ThreadCommand
    from socialdesk.model.identifiers import PersonId
    from socialdesk.model.reply_policy import ReplyPolicy
    from socialdesk.model.thread import Thread
    from socialdesk.model.view import View
    from socialdesk.store.cache import Cache
    from socialdesk.store.desk import Desk
    from socialdesk.store.protection import Unlocked
    from socialdesk.store.stories import Story
    from socialdesk.support.clock import Clock

AT_ONCE = 60
_Answer = TypeVar("_Answer")
_PART = 1_000


class Doors(Protocol):
    """What of the bridge acts on many threads need."""

    unlocked: Unlocked
    cache: Cache
    clock: Clock
    submit: Submit
    overlay: Overlay
    triage: TriagePolicy
    policy: ReplyPolicy

    @property
    def me(self) -> PersonId:
        """The member who sits here."""
        ...

    def views(self) -> list[View]:
        """The saved views."""
        ...


@dataclass
class _Made:
    """What another thread hands back."""

    then: Callable[..., None]
    values: tuple[object, ...] = ()
    given: Sequence[Given] = ()
    moved: dict[ThreadId, Moved] = field(default_factory=dict[ThreadId, Moved])
    failed: Exception | None = None
    instead: Callable[[], object] | None = None
    """Done where nothing came of it."""
    sitting: int = 0
    """Which of the windows that followed each other asked for it."""


class Many(QObject):
    """What one window does to very many threads."""

    _done = Signal(object)
    busy_changed = Signal(bool)
    """Whether something goes on beside."""

    def __init__(self, bridge: Doors) -> None:
        super().__init__()
        self._bridge = bridge
        # One thread: what was asked for first is done first.
        self._pool = QThreadPool(self, maxThreadCount=1)
        self._cache: Cache | None = None
        self._desk: Desk | None = None
        self._waiting = 0
        self._sitting = 0
        self._acting = 0
        self._done.connect(self._on_done)

    @property
    def is_busy(self) -> bool:
        """Whether something goes on beside."""
        return self._waiting > 0

    @property
    def acting(self) -> int:
        """To how many threads something is being done that cannot be taken back before it is; 0 for nothing."""
        return self._acting

    def close(self) -> None:
        """Finish what was begun and let go of the files."""
        self._pool.waitForDone()
        self._sitting += 1
        self._acting = 0
        if self._cache is not None:
            self._cache.close()
        if self._desk is not None:
            self._desk.close()
        self._cache = self._desk = None

    def ids(self, view: View, then: Callable[[Sequence[ThreadId]], None]) -> None:
        """Every thread a view holds in the file, in its order."""
        me, now = self._bridge.me, self._bridge.clock.now()

        def work(made: _Made) -> None:
            from socialdesk.store.queue_ids import queue_ids

            made.values = (queue_ids(self._reading(), view, me, now),)

        self._start(work, then)

    def plan(
        self, ids: Sequence[ThreadId], make: Making, answering: Container[ThreadId], then: Callable[[Plan], None]
    ) -> None:
        """What an act would do to these threads."""
        from socialdesk.model.bulk import planned

        me, now = self._bridge.me, self._bridge.clock.now()
        if len(ids) <= AT_ONCE:
            then(planned(self._here(ids), make, now, me, answering))
            return
        pending = self._pending(ids)

        def work(made: _Made) -> None:
            made.values = (planned(self._folded(ids, pending, me), make, now, me, answering),)

        self._act(work, len(ids), then)

    def read(self, ids: Sequence[ThreadId], then: Callable[[Sequence[Thread]], None]) -> None:
        """These threads as they look here."""
        if len(ids) <= AT_ONCE:
            then(self._here(ids))
            return
        me, pending = self._bridge.me, self._pending(ids)

        def work(made: _Made) -> None:
            made.values = (tuple(self._folded(ids, pending, me)),)

        self._start(work, then)

    def give(self, plan: Plan, label: str, then: Callable[[Sequence[Given]], None] | None = None) -> None:
        """Give the commands of a plan as one act that can be taken back.

        `then` hears what was given, and nothing where it could not be kept: that is told by `failed` of the acts.
        """
        from socialdesk.model.bulk import way_back
        from socialdesk.model.command import Reply

        does = plan.does
        if len(does) <= AT_ONCE:
            given = self._bridge.submit.give(does, label)
            if then is not None and given:
                then(given)
            return
        texts = tuple((command.thread, command.text) for _, command in does if isinstance(command, Reply))

        def told(given: Sequence[Given]) -> None:
            from socialdesk.desktop.bridge.submit import Step

            if label:
                self._bridge.submit.remember(Step(label, tuple(given), way_back(does, given), texts))
            if then is not None:
                then(given)

        self._write([command for _, command in does], told, is_act=True)

    def undo(self, then: Callable[[Step], None]) -> bool:
        """Take the last act back if it was about very many threads; False when it was not."""
        step = self._bridge.submit.last_step
        if step is None or len(step.back) <= AT_ONCE:
            return False
        self._bridge.submit.take_step()

        def told(_given: Sequence[Given]) -> None:
            self._bridge.submit.undone.emit(step)
            then(step)

        from socialdesk.model.command import ThreadCommand

        back = [one for one in step.back if isinstance(one, ThreadCommand)]
        self._write(back, told, lambda: self._bridge.submit.remember(step), is_act=True)
        return True

    def stories(self, then: Callable[[Sequence[Story]], None]) -> None:
        """What many people ask at once."""
        now = self._bridge.clock.now()

        def work(made: _Made) -> None:
            from socialdesk.store.stories import stories

            made.values = (stories(self._reading(), now),)

        self._start(work, then)

    def ask(
        self,
        work: Callable[[Cache], _Answer],
        then: Callable[[_Answer], None],
        instead: Callable[[], object] | None = None,
        *,
        is_little: bool = False,
    ) -> None:
        """What the file says to a question about very many threads; `is_little` asks it in the same frame.

        `instead` is done where the file could not be asked beside the window.
        """
        if is_little:
            then(work(self._bridge.cache))
            return

        def beside(made: _Made) -> None:
            made.values = (work(self._reading()),)

        self._start(beside, then, instead)

    def write(
        self,
        commands: Sequence[ThreadCommand],
        then: Callable[[Sequence[Given]], None],
        instead: Callable[[], object] | None = None,
    ) -> None:
        """Give commands that can't be taken back themselves: they take others back.

        Where they could not be kept, which is told, `then` hears nothing and `instead` is done.
        """
        if len(commands) > AT_ONCE:
            self._write(commands, then, instead)
            return
        given = self._bridge.submit.change(commands, "")
        if given or not commands:
            then(given)
        elif instead is not None:
            instead()

    # On the other thread

    def _write(
        self,
        commands: Sequence[ThreadCommand],
        then: Callable[[Sequence[Given]], None],
        instead: Callable[[], object] | None = None,
        *,
        is_act: bool = False,
    ) -> None:
        ids = list(dict.fromkeys(command.thread for command in commands))
        me, now, pending = self._bridge.me, self._bridge.clock.now(), self._pending(ids)
        views, triage, policy = (*BUILT_IN, *self._bridge.views()), self._bridge.triage, self._bridge.policy

        def work(made: _Made) -> None:
            from socialdesk.model.fold import fold_all

            made.given = given = self._writing().give(commands, me, now)
            made.values = (given,)
            of: dict[ThreadId, list[Given]] = {id_: list(before) for id_, before in pending.items()}
            for one, command in zip(given, commands, strict=True):
                of.setdefault(command.thread, []).append(one)
            cache = self._reading()
            for part in _parts(ids):
                for thread in cache.threads(part):
                    after = placed(fold_all(thread, of[thread.id], me, policy), triage)
                    made.moved[thread.id] = moved(thread, after, views, me)

        if is_act:
            self._act(work, len(ids), then, instead)
        else:
            self._start(work, then, instead)

    def _act(
        self,
        work: Callable[[_Made], None],
        many: int,
        then: Callable[..., None],
        instead: Callable[[], object] | None = None,
    ) -> None:
        """Start a part of what somebody does to `many` threads: until it is done it is no step to take back."""
        self._acting = many

        def done(*values: object) -> None:
            self._acting = 0
            then(*values)

        def failed() -> None:
            self._acting = 0
            if instead is not None:
                instead()

        self._start(work, done, failed)

    def _folded(
        self, ids: Sequence[ThreadId], pending: dict[ThreadId, Sequence[Given]], me: object
    ) -> Iterable[Thread]:
        from socialdesk.model.fold import fold_all
        from socialdesk.model.identifiers import PersonId

        assert isinstance(me, int)
        for part in _parts(ids):
            for thread in self._reading().threads(part):
                given = pending.get(thread.id, ())
                yield placed(fold_all(thread, given, PersonId(me), self._bridge.policy), self._bridge.triage)

    def _reading(self) -> Cache:
        from socialdesk.store.cache import Cache

        if self._cache is None:
            unlocked = self._bridge.unlocked
            self._cache = Cache(unlocked.workspace.cache, unlocked.key, write=False)
        return self._cache

    def _writing(self) -> Desk:
        from socialdesk.store.desk import Desk

        if self._desk is None:
            unlocked = self._bridge.unlocked
            self._desk = Desk(unlocked.workspace.desk, unlocked.key, write=True)
        return self._desk

    # On the window's thread

    def _here(self, ids: Sequence[ThreadId]) -> list[Thread]:
        found = {thread.id: thread for thread in self._bridge.cache.threads(ids)}
        return [self._bridge.submit.folded(found[id_]) for id_ in ids if id_ in found]

    def _pending(self, ids: Iterable[ThreadId]) -> dict[ThreadId, Sequence[Given]]:
        touched = self._bridge.submit.touched()
        return {id_: self._bridge.submit.pending_of(id_) for id_ in ids if id_ in touched}

    def _start(
        self,
        work: Callable[[_Made], None],
        then: Callable[..., None],
        instead: Callable[[], object] | None = None,
    ) -> None:
        self._waiting += 1
        if self._waiting == 1:
            self.busy_changed.emit(True)
        self._pool.start(_Job(work, _Made(then, instead=instead, sitting=self._sitting), self._done.emit))

    def _on_done(self, made: _Made) -> None:
        self._waiting -= 1
        if not self._waiting:
            self.busy_changed.emit(False)
        if made.sitting != self._sitting and not made.given:
            return  # whoever asked has left
        if made.failed is not None:
            if made.instead is not None:
                made.instead()
            self._tell(made.failed)
            return
        if made.given:
            self._bridge.overlay.put(made.moved)
            self._bridge.submit.adopt(made.given)
        made.then(*made.values)

    def _tell(self, error: Exception) -> None:
        from socialdesk.store.errors import DamagedFile, StoreError

        if not isinstance(error, StoreError) or isinstance(error, DamagedFile):
            raise error  # on the window's thread it is heard, and a damaged file mended
        self._bridge.submit.failed.emit(error.sentence)


class _Job(QRunnable):
    """One piece of work on the other thread."""

    def __init__(self, work: Callable[[_Made], None], made: _Made, tell: Callable[[_Made], None]) -> None:
        super().__init__()
        self._work = work
        self._made = made
        self._tell = tell

    def run(self) -> None:
        try:
            self._work(self._made)
        except Exception as error:  # noqa: BLE001 - it is told, or raised, on the window's thread
            self._made.failed = error
        self._tell(self._made)


def _parts(ids: Sequence[ThreadId]) -> Iterable[Sequence[ThreadId]]:
    return (ids[at : at + _PART] for at in range(0, len(ids), _PART))
