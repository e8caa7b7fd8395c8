"""Checks of listening: what comes is heard at once and read as ever, and no line breaks or ends unseen."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress
from typing import Any

from socialdesk.connectors.kit.contract import Listener, Session
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.suite.fold import Seen
from socialdesk.connectors.suite.scale import Failing, Level, NotApplicable, NotTried, check
from socialdesk.connectors.suite.sentences import expect_sentence
from socialdesk.connectors.suite.trial import Trial, left_running

AT_ONCE_S = 10.0
"""What counts as never, where something should come at once. Much: the machine may have other things to do."""


class _Ear:
    """Hears of streams, from one listening."""

    def __init__(self, trial: Trial, session: Listener) -> None:
        self._trial = trial
        self._heard: asyncio.Queue[Any] = asyncio.Queue()
        self.task: asyncio.Task[None] = asyncio.create_task(session.listen(self._heard.put_nowait))  # noqa: TID251 - ended by `listening`

    async def next(self, words: str) -> str:
        """The next stream that is heard of. Fails where nothing comes, or something else than a stream's name."""
        told = asyncio.create_task(self._heard.get())  # noqa: TID251 - awaited right below
        await asyncio.wait({told, self.task}, timeout=AT_ONCE_S, return_when=asyncio.FIRST_COMPLETED)
        if not told.done():
            told.cancel()
            if self.task.done():
                raise Failing(f"It stops listening by itself: {_why(self.task)}.")
            raise Failing(f"{words} is not heard of.")
        name = told.result()
        if type(name) is not str or name not in ("", *self._trial.manifest.streams):
            raise Failing(f"It tells {str(name)[:40]!r}, which is no stream: what is heard carries no data.")
        return name


def _why(task: asyncio.Task[None]) -> str:
    if task.cancelled():
        return "it was cancelled"
    error = task.exception()
    return "it returned" if error is None else f"{type(error).__name__} ({error})"


@asynccontextmanager
async def _listening(trial: Trial, session: Session) -> AsyncGenerator[_Ear]:
    if not isinstance(session, Listener):
        raise NotApplicable("Nothing there tells of itself: it is asked from time to time.")
    ear = _Ear(trial, session)
    try:
        yield ear
    finally:
        ear.task.cancel()
        with suppress(Exception, asyncio.CancelledError):
            await asyncio.wait_for(ear.task, AT_ONCE_S)


async def _standing(trial: Trial) -> tuple[Session, Seen, dict[str, str]]:
    """A session that has read what there is."""
    session = await trial.start()
    seen, cursors = await trial.read(session)
    return session, *await trial.read(session, cursors, seen)


@check(Level.GOLD, "Who listens hears at once that something came, and reading brings it; what is heard is no data.")
async def hears_at_once(trial: Trial) -> None:
    session, seen, cursors = await _standing(trial)
    async with _listening(trial, session) as ear:
        await ear.next("That the line stands")
        seen, cursors = await trial.read(session, cursors, seen)
        changes = await trial.scenario.happen()
        await ear.next("What somebody wrote")
        await trial.scenario.pass_time(trial.scenario.patience)
        seen, _ = await trial.read(session, cursors, seen)
        if lost := [key for key in changes.said if key not in seen.messages]:
            raise Failing(f"It is heard that something came, and reading does not bring {', '.join(lost[:3])}.")


@check(Level.GOLD, "A line that breaks is a failure that heals; listened to anew, nothing of between is lost.")
async def broken_line_is_told(trial: Trial) -> None:
    session, seen, cursors = await _standing(trial)
    async with _listening(trial, session) as ear:
        await ear.next("That the line stands")
        for _ in range(100):
            if trial.scenario.break_lines():
                break
            await asyncio.sleep(0.01)
        else:
            raise NotTried("The scenario cannot `break_lines`.")
        await asyncio.wait({ear.task}, timeout=AT_ONCE_S)
        if not ear.task.done():
            raise Failing("Its line broke, and it goes on waiting as if it stood.")
        error = ear.task.exception()
        if error is not None:
            if not isinstance(error, ConnectorError):
                raise Failing(f"Its line broke, and it raised {type(error).__name__} ({error}), not a ConnectorError.")
            trial.told.append(error)
            if not error.failure.heals_itself:
                raise Failing(f"Its line broke, which became {error.failure.kind}: nobody would listen again.")
            expect_sentence(error.failure, "a line that broke")
    changes = await trial.scenario.happen()
    await trial.scenario.pass_time(trial.scenario.patience)
    seen, cursors = await trial.read(session, cursors, seen)
    async with _listening(trial, session) as ear:
        await ear.next("That the line stands again")
        seen, _ = await trial.read(session, cursors, seen)
    if lost := [key for key in changes.said if key not in seen.messages]:
        raise Failing(f"What came while no line stood is never read: {', '.join(lost[:3])}.")


@check(Level.SILVER, "Who is told to listen no longer ends at once, and leaves nothing running.")
async def listening_ends(trial: Trial) -> None:
    session, _, _ = await _standing(trial)
    known = asyncio.all_tasks()
    async with _listening(trial, session) as ear:
        await ear.next("That the line stands")
        ear.task.cancel()
        await asyncio.wait({ear.task}, timeout=AT_ONCE_S)
        if not ear.task.done():
            raise Failing("Told to listen no longer, it goes on.")
        if not ear.task.cancelled():
            raise Failing(f"Told to listen no longer, it does not let itself be cancelled: {_why(ear.task)}.")
        await asyncio.sleep(0)
        if left := left_running(known):
            raise Failing(f"Told to listen no longer, it leaves {len(left)} tasks running: {left[0].get_name()}.")
