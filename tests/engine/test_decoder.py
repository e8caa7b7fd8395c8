"""How the decoding process ends: by itself where it can, and by a kill where it hangs; never both."""

from __future__ import annotations

import contextlib
import os
import signal
from asyncio.subprocess import Process

import pytest

from socialdesk.engine import decoder as decoding
from socialdesk.engine.decoder import Decoder, NoPicture
from socialdesk.model.media import Refusal
from tests.engine.rude_media import picture

pytestmark = pytest.mark.anyio


@pytest.fixture
def killed(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The processes that were killed, each one really; what ends by itself may take as long as a busy machine does."""
    monkeypatch.setattr(decoding, "_LAST_S", 60)
    found: list[int] = []
    kill = Process.kill

    def noted(process: Process) -> None:
        found.append(process.pid)
        kill(process)

    monkeypatch.setattr(Process, "kill", noted)
    return found


async def _begun(decoder: Decoder) -> int:
    await decoder.decode(picture())
    child = decoder.pid
    assert child is not None
    return child


async def test_one_that_waits_ends_when_its_line_is_closed(killed: list[int]) -> None:
    decoder = Decoder()
    child = await _begun(decoder)
    await decoder.close()
    assert killed == []
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)


async def test_one_that_died_is_not_killed_again_and_another_takes_its_place(killed: list[int]) -> None:
    decoder = Decoder()
    first = await _begun(decoder)
    os.kill(first, signal.SIGKILL)
    # Whether it is seen to have died before or while it is asked, it is not killed.
    with contextlib.suppress(NoPicture):
        await decoder.decode(picture())
    assert await _begun(decoder) != first
    await decoder.close()
    assert killed == []


async def test_one_that_hangs_is_killed(killed: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    decoder = Decoder()
    child = await _begun(decoder)
    os.kill(child, signal.SIGSTOP)
    monkeypatch.setattr(decoding, "_LONGEST_S", 0)
    with pytest.raises(NoPicture) as why:
        await decoder.decode(picture())
    assert why.value.refusal is Refusal.TOO_LARGE
    assert killed == [child]
    assert decoder.pid is None


async def test_one_that_hangs_does_not_hold_the_end_up_for_long(
    killed: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    decoder = Decoder()
    child = await _begun(decoder)
    os.kill(child, signal.SIGSTOP)
    monkeypatch.setattr(decoding, "_LAST_S", 0)
    await decoder.close()
    assert killed == [child]
