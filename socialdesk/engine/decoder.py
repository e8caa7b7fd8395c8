"""Lets a child process decode pictures: one at a time, killed when it is slow, begun anew when it died."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import os
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from typing import Any

from socialdesk.model.media import Refusal
from socialdesk.store.media import Picture

log = logging.getLogger(__name__)
_LONGEST_S = 30
_IDLE_S = 20
_LAST_S = 1
"""How long a child whose line was closed may take to end by itself."""
_MOST_ANSWER_BYTES = 64 * 1024 * 1024
_KEPT = ("PATH", "SYSTEMROOT", "LANG", "LC_ALL", "PYTHONPATH", "VIRTUAL_ENV", "LD_LIBRARY_PATH")
"""What of our surroundings the child may know."""


class NoPicture(Exception):
    """The bytes are not a picture that is shown; `refusal` says why."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.value)
        self.refusal = refusal


class Decoder:
    """The child, begun when it is first needed; it ends by itself when nothing came for a while."""

    def __init__(self) -> None:
        self._child: Process | None = None
        self._turn = asyncio.Lock()
        self._idle: asyncio.TimerHandle | None = None

    @property
    def pid(self) -> int | None:
        """The process id of the child, while it runs."""
        return self._child.pid if self._child is not None and self._child.returncode is None else None

    async def decode(self, data: bytes) -> Picture:
        """The picture in `data`. Raises NoPicture."""
        async with self._turn:
            if self._idle is not None:
                self._idle.cancel()
            child = await self._running()
            try:
                async with asyncio.timeout(_LONGEST_S):
                    return await _asked(child, data)
            except TimeoutError:
                # It does not look at its line: waiting for it would be for nothing.
                await self._end_child(0)
                raise NoPicture(Refusal.TOO_LARGE) from None
            except (asyncio.IncompleteReadError, ConnectionError, ValueError, KeyError, TypeError):
                # It died of this one, by a limit or a bug: whoever comes next gets another.
                log.info("the decoding process ended on a picture of %s bytes", len(data))
                await self.close()
                raise NoPicture(Refusal.BROKEN) from None
            except BaseException:
                await self.close()
                raise
            finally:
                self._idle = asyncio.get_running_loop().call_later(_IDLE_S, self._end)

    async def close(self) -> None:
        """End the child."""
        await self._end_child(_LAST_S)

    async def _end_child(self, patience_s: float) -> None:
        """Let it end by itself within `patience_s`, then kill it.

        Killing one that just died is what is avoided: a kill asks first whether the process ended, and takes the
        answer away from the thread of asyncio that waits for it, which then warns of a child it does not know.
        """
        if self._idle is not None:
            self._idle.cancel()
        self._end()
        child, self._child = self._child, None
        if child is None:
            return
        try:
            async with asyncio.timeout(patience_s):
                await child.wait()
        except TimeoutError:
            with contextlib.suppress(ProcessLookupError):
                child.kill()
            await child.wait()

    def _end(self) -> None:
        if self._child is not None and self._child.stdin is not None:
            self._child.stdin.close()

    async def _running(self) -> Process:
        if self.pid is None or self._child is None or self._child.stdin is None or self._child.stdin.is_closing():
            await self.close()
            frozen = bool(getattr(sys, "frozen", False))
            words = [sys.executable, *([] if frozen else ["-m", "socialdesk"]), "decode"]
            known = {name: os.environ[name] for name in _KEPT if name in os.environ}
            self._child = await asyncio.create_subprocess_exec(
                *words, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, env=known, limit=_MOST_ANSWER_BYTES
            )
        return self._child


async def _asked(child: Process, data: bytes) -> Picture:
    assert child.stdin is not None
    assert child.stdout is not None
    child.stdin.write(len(data).to_bytes(4, "big"))
    child.stdin.write(data)
    await child.stdin.drain()
    said: dict[str, Any] = json.loads(await _frame(child.stdout))
    if "refused" in said:
        raise NoPicture(Refusal(said["refused"]))
    thumb, view = await _frame(child.stdout), await _frame(child.stdout)
    return Picture(int(said["width"]), int(said["height"]), bool(said["is_moving"]), thumb, view)


async def _frame(source: asyncio.StreamReader) -> bytes:
    length = int.from_bytes(await source.readexactly(4), "big")
    if length > _MOST_ANSWER_BYTES:
        raise ValueError("longer than any picture")
    return await source.readexactly(length)
