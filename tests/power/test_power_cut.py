"""After a power cut at any instant the workspace opens, and what a person was shown is there."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from socialdesk.model.identifiers import ThreadId
from socialdesk.store.cache import Cache
from socialdesk.store.derived import counted
from socialdesk.store.desk import Desk
from socialdesk.store.protection import Protection, create
from socialdesk.support.paths import Workspace
from tests.engine.desk_work import ME
from tests.power import history
from tests.power.work import TOLD

pytestmark = [pytest.mark.crash, pytest.mark.skipif(sys.platform != "linux", reason="records by LD_PRELOAD")]
HERE = Path(__file__).parent
ROOT = Path(__file__).parents[2]


@dataclass
class Shown:
    """What a person could have seen by some instant."""

    given: set[str] = field(default_factory=set[str])
    drafts: dict[ThreadId, str] = field(default_factory=dict[ThreadId, str])
    posted: set[str] = field(default_factory=set[str])

    def tell(self, lines: str) -> None:
        """More was told."""
        for line in lines.splitlines():
            match line.split(" ", 2):
                case ["given", command]:
                    self.given.add(command)
                case ["draft", thread, text]:
                    self.drafts[ThreadId(int(thread))] = text
                case ["posted", command]:
                    self.posted.add(command)
                case _:
                    pass


@dataclass(frozen=True)
class Recorded:
    """A day's work: the folder before it, and everything that was written in it."""

    before: Path
    folder: Path
    key: bytes
    records: list[history.Record]


def record(place: Path, seed: int, rounds: int, mistake: str = "") -> Recorded:
    """Let the work be done under the recorder."""
    recorder = place / "recorder.so"
    built = subprocess.run(
        ["cc", "-shared", "-fPIC", "-O1", "-o", recorder, HERE / "recorder.c", "-ldl"], check=False, capture_output=True
    )
    assert built.returncode == 0, f"this test needs a C compiler (cc): {built.stderr.decode()}"
    folder = place / "workspace"
    key = create(Workspace(folder), "Test", Protection.PASSPHRASE, "power").key
    assert key is not None
    Cache(folder / "cache.db", key, write=True).close()
    Desk(folder / "desk.db", key, write=True).close()
    shutil.copytree(folder, place / "before")
    changes = {
        "LD_PRELOAD": str(recorder),
        "RECORD_UNDER": str(folder),
        "RECORD_INTO": str(place / "history"),
        "PYTHONPATH": str(ROOT),
    }
    words = [sys.executable, "-m", "tests.power.work", folder, key.hex(), str(rounds), str(seed), mistake]
    subprocess.run(words, check=True, cwd=ROOT, env=os.environ | changes)
    records = history.read(place / "history")
    assert {"W", "S"} <= {one.kind for one in records}
    return Recorded(place / "before", folder, key, records)


def cuts(recorded: Recorded, place: Path, seed: int, number: int) -> list[str]:
    """Cut the power `number` times at random; gives what did not hold, with the place in the history."""
    dice = random.Random(seed)
    shutil.rmtree(recorded.folder)
    shutil.copytree(recorded.before, recorded.folder)
    disk = history.Disk(recorded.folder)
    shown = Shown()
    at = sorted(dice.randrange(len(recorded.records)) for _ in range(number))
    broken: list[str] = []
    for place_, one in enumerate(recorded.records):
        while at and at[0] == place_:
            at.pop(0)
            after = place / "after"
            disk.cut(dice, after)
            broken += [f"cut {place_} of seed {seed}: {said}" for said in found(after, recorded.key, shown)]
        if one.path.endswith(f"/{TOLD}"):
            shown.tell(one.data.decode())
        else:
            disk.do(one)
    return broken


def found(folder: Path, key: bytes, shown: Shown) -> list[str]:
    """What is wrong with a workspace after a cut."""
    broken: list[str] = []
    desk = Desk(folder / "desk.db", key, write=True)
    cache = Cache(folder / "cache.db", key, write=True)
    cache.check()
    there = {given.id for given in desk.pending()} | {
        row[0] for row in cache.ask("SELECT command_id FROM command_result")
    }
    if lost := shown.given - there:
        broken.append(f"commands are gone: {lost}")
    kept = {draft.thread_id: draft.text for draft in desk.drafts()}
    for thread, text in shown.drafts.items():
        # A later one, of which nobody was told yet, is as good.
        if kept.get(thread) != text and not _is_later(kept.get(thread), text):
            broken.append(f"a draft is gone: {text[:20]!r}, there is {kept.get(thread)!r}")
    attempts = {row[0] for row in cache.ask("SELECT command_id FROM send_attempt")}
    if unknown := shown.posted - attempts:
        broken.append(f"posted without a trace: {unknown}")
    for (cursor,) in cache.ask("SELECT cursor FROM channel_stream"):
        missing = int(cursor) - cache.ask("SELECT count(*) FROM message WHERE external_id IS NOT NULL")[0][0]
        if missing > 0:
            broken.append(f"the cursor passed over {missing} messages")
    with cache.read() as db:
        if counted(db, cache.views(), ME) != {key: n for key, n in cache.counts().items() if n}:
            broken.append("the counters are wrong")
    cache.close()
    desk.close()
    return broken


def _is_later(there: str | None, text: str) -> bool:
    return there is not None and int(there.split()[1]) >= int(text.split()[1])


@pytest.mark.timeout(600)
def test_what_was_shown_survives_a_power_cut(tmp_path: Path) -> None:
    recorded = record(tmp_path, seed=7, rounds=40)
    assert cuts(recorded, tmp_path, seed=7, number=120) == []


@pytest.mark.timeout(600)
def test_a_desk_that_does_not_sync_is_found_out(tmp_path: Path) -> None:
    recorded = record(tmp_path, seed=7, rounds=40, mistake="no sync")
    assert any("commands are gone" in said for said in cuts(recorded, tmp_path, seed=7, number=60))


@pytest.mark.soak
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("seed", range(100, 120))
def test_many_days_and_many_cuts(tmp_path: Path, seed: int) -> None:
    recorded = record(tmp_path, seed, rounds=120)
    assert cuts(recorded, tmp_path, seed, number=500) == []
