"""The window is killed while somebody types: what they wrote is back, but for the last moment."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from socialdesk.launch.demo import prepare
from socialdesk.store.desk import Desk
from socialdesk.support.clock import SystemClock
from socialdesk.support.paths import Workspace
from tests.flows.typist import PAUSE_MS, now_ms

pytestmark = pytest.mark.crash
ROOT = Path(__file__).parents[2]
PROMISED_MS = 1_000


def killed_while_typing(folder: Path, seed: int) -> tuple[list[tuple[int, str, float]], float]:
    """Let somebody type and kill the window; gives (thread, text, when) of each key, and when it died."""
    typist = subprocess.Popen(
        [sys.executable, "-m", "tests.flows.typist", folder, str(seed)],
        stdout=subprocess.PIPE,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        text=True,
    )
    assert typist.stdout is not None
    keys: list[tuple[int, str, float]] = []
    wanted = random.Random(seed).randrange(30, 160)
    for line in typist.stdout:
        keys.append(tuple(json.loads(line)))
        if len(keys) == wanted:
            break
    assert len(keys) == wanted, "the typist ended by itself"
    rest: list[str] = []
    reader = threading.Thread(target=lambda: rest.extend(typist.stdout or ()))
    typist.kill()
    died = now_ms()
    reader.start()
    typist.wait()
    reader.join()
    typist.stdout.close()
    keys += [tuple(json.loads(line)) for line in rest if line.endswith("]\n")]
    return keys, died


def lost_ms(workspace: Workspace, keys: list[tuple[int, str, float]], died: float) -> float:
    """How long somebody had typed on since the oldest key that is not in a draft; 0 when all are.

    By the clock, and by the keys at the quickest pace: less of both is how much typing it is, where the machine let
    nobody type for a while.
    """
    desk = Desk(workspace.desk, None, write=True)
    drafts = {int(draft.thread_id): draft.text for draft in desk.drafts()}
    desk.close()
    newest: dict[int, list[tuple[str, float]]] = {}
    for thread, text, at in keys:
        newest.setdefault(thread, []).append((text, at))
    missing = [
        at
        for thread, typed in newest.items()
        for text, at in typed
        # The key is not on the disk when the draft is shorter than the text it made.
        if len(drafts.get(thread, "")) < len(text.rstrip())
    ]
    if not missing:
        return 0.0
    oldest = min(missing)
    return min(died - oldest, PAUSE_MS * sum(at >= oldest for _, _, at in keys))


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_at_most_a_second_of_typing_is_lost(tmp_path: Path, seed: int) -> None:
    workspace = Workspace(tmp_path / "demo")
    prepare(workspace, SystemClock())
    keys, died = killed_while_typing(workspace.folder, seed)
    assert len(keys) >= 30
    assert lost_ms(workspace, keys, died) <= PROMISED_MS


@pytest.mark.soak
@pytest.mark.timeout(1800)
def test_at_most_a_second_of_typing_is_lost_in_a_hundred_crashes(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / "demo")
    prepare(workspace, SystemClock())
    for seed in range(100, 200):
        keys, died = killed_while_typing(workspace.folder, seed)
        assert lost_ms(workspace, keys, died) <= PROMISED_MS, seed
