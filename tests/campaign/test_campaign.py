"""The short campaign of every run, and proof that it can find something; the long one: `python -m tests.campaign`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.crash
ROOT = Path(__file__).parents[2]
BY_LOOK_UP, WITH_KEYS = 30, 31
"""Seeds of networks that know no key of ours, and that do."""
TRIES = 4


def campaign(*words: str) -> tuple[int, str]:
    """Run campaigns in a process of their own, since they fork."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.campaign", *words], check=False, cwd=ROOT, capture_output=True, text=True
    )
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize("seed", [BY_LOOK_UP, WITH_KEYS], ids=["by look-up", "with keys"])
def test_nothing_is_lost_and_nothing_doubled_while_processes_are_killed(seed: int) -> None:
    said = " 0 answers"
    for _ in range(TRIES):
        # On a busy machine every engine can be killed before it has sent anything: then it is tried again.
        if " 0 answers" in said:
            status, said = campaign("--operations", "500", "--each", "500", "--seed", str(seed))
            assert status == 0, said
            assert "every promise held" in said
    assert " 0 answers" not in said, "where nothing was sent, nothing could be doubled"


@pytest.mark.parametrize(
    ("mistake", "seed", "found"),
    [
        ("repeats blindly", BY_LOOK_UP, "times: answer"),
        ("shows before it writes", WITH_KEYS, "a draft is lost"),
    ],
)
def test_a_planted_mistake_is_found(mistake: str, seed: int, found: str) -> None:
    # When a process is killed is the scheduler's choice: on a busy machine one campaign can miss every weak moment.
    tries = (
        campaign("--operations", "500", "--each", "500", "--seed", str(seed), "--mistake", mistake)
        for _ in range(TRIES)
    )
    said = next((said for status, said in tries if status == 1), "")
    assert found in said


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_a_hundred_thousand_operations() -> None:
    status, said = campaign("--operations", "100000", "--seed", "1000")
    assert status == 0, said
