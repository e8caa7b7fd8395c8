"""What the engine has begun and does not wait for: pieces of work by name, one of a name at a time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from typing import Any


class Beside:
    """The running tasks of the engine, by name: reading one channel, fetching one picture, signing in."""

    def __init__(self, poked: asyncio.Event) -> None:
        """`poked` is set whenever one ends: there may be something to do then."""
        self._poked = poked
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self.broken: BaseException | None = None
        """What a task ended with that nobody had thought of; the engine ends with it."""

    def __contains__(self, name: str) -> bool:
        return name in self._tasks

    def __iter__(self) -> Iterator[str]:
        """The names of what runs."""
        return iter(self._tasks)

    def start(self, name: str, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """Begin a piece of work, unless the one of this name still runs."""
        if name in self._tasks:
            return
        task = asyncio.create_task(work(), name=name)  # noqa: TID251 - `watch` hears how it ends
        self._tasks[name] = task
        self.watch(task)

    def watch(self, task: asyncio.Task[None]) -> None:
        """Hear how a task ends, also one that was begun elsewhere."""
        task.add_done_callback(self._ended)

    def cancel(self, *names: str) -> None:
        """Break off those of these names that run."""
        for name in names:
            if name in self._tasks:
                self._tasks[name].cancel()

    async def end(self) -> None:
        """Break off all and wait for them; what they say at their end is of no use any more."""
        tasks = list(self._tasks.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def running(self, *, but: str = "\0") -> list[asyncio.Task[None]]:
        """The tasks that run now, save those whose name begins with `but`."""
        return [task for name, task in self._tasks.items() if not name.startswith(but)]

    def _ended(self, task: asyncio.Task[None]) -> None:
        if self._tasks.get(task.get_name()) is task:
            del self._tasks[task.get_name()]
        if not task.cancelled() and (error := task.exception()) is not None:
            self.broken = error
        self._poked.set()
