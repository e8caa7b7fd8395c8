"""An engine that lives and answers nothing: it is ended, said to have been, and another takes its place."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.patience import NEVER_S

# A process of its own: the window's loop is joined with Qt's, and pytest's Qt plug-in has one already.
CODE = """
import asyncio, os, signal, sys
from pathlib import Path
import qasync
from PySide6.QtWidgets import QApplication
from socialdesk.desktop.bridge.engine_process import EngineProcess
from socialdesk.desktop.bridge.follow import SILENT_BEATS
from socialdesk.launch.demo import prepare
from socialdesk.launch.desktop import make_bridge
from socialdesk.support.clock import SystemClock
from socialdesk.support.paths import Workspace

app = QApplication([])
unlocked = prepare(Workspace(Path(sys.argv[1])), SystemClock())
bridge = make_bridge(unlocked, is_demo=True)
loop = qasync.QEventLoop(app)
asyncio.set_event_loop(loop)
engine = EngineProcess(unlocked)
follow = bridge.follow
follow.silent.connect(engine.end_silent)
engine.ailing.connect(lambda sentence: print("said:", sentence))
engine.start()
follow.start()

async def until(reached):
    while not reached():
        await asyncio.sleep(0.02)

async def live():
    bridge.tasks.start(follow.keep_connected())
    await until(lambda: follow._pipe is not None)
    first = engine.pid
    for _ in range(3 * SILENT_BEATS):
        follow.ask_alive()
        await until(lambda: follow._unanswered == 0)
    print("the first answers:", engine.pid == first)
    os.kill(first, signal.SIGSTOP)
    for _ in range(SILENT_BEATS + 1):
        follow.ask_alive()
    await until(lambda: engine.pid not in (None, first))
    await until(lambda: follow._pipe is not None)
    follow.ask_alive()
    await until(lambda: follow._unanswered == 0)
    print("the next answers:", engine.pid != first)
    follow.stop()
    await bridge.tasks.stop()

with loop:
    loop.run_until_complete(live())
    engine.stop(at_once=True)
"""


@pytest.mark.flow
@pytest.mark.skipif(os.name != "posix", reason="no other system lets a process be held")
def test_an_engine_that_answers_nothing_is_ended_and_another_takes_its_place(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", CODE, str(tmp_path / "demo")],
        capture_output=True,
        text=True,
        timeout=NEVER_S,
        check=False,
    )

    assert done.stdout.splitlines() == [
        "the first answers: True",
        "said: What talks to the networks keeps stopping. It is started again by itself; your answers are kept.",
        "the next answers: True",
    ], done.stderr
