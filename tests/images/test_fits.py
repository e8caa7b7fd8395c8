"""No word is cut and nothing lies over another on the main screens, in large text, long words and mirrored.

`-m soak` looks at every scene, which takes some minutes a look; `python -m tests.images.fits 200|pseudo|mirrored` tells
what is at fault.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from socialdesk.desktop.widgets.plain_text import PlainLabel
from tests.images.expected import MAIN
from tests.images.fits import faults
from tests.images.scenes import all_scenes

pytestmark = pytest.mark.image
ROOT = Path(__file__).parents[2]


CONNECTING = ("connect-check", "connect-pick", "connect-again", "connect-refused", "welcome")
HOLDING = {
    "200": (*MAIN, *CONNECTING),
    "200-small": CONNECTING,
    "mirrored": MAIN,
    "pseudo": (*MAIN, *CONNECTING),
}


@pytest.mark.parametrize("look", HOLDING)
def test_the_main_screens_have_room_for_their_words(look: str) -> None:
    assert told(look, HOLDING[look]) == ("", 0)


@pytest.mark.soak
@pytest.mark.timeout(1_200)
@pytest.mark.parametrize("look", ["200", "mirrored", "pseudo"])
def test_every_screen_has_room_for_its_words(look: str) -> None:
    assert told(look, all_scenes()) == ("", 0)


def told(look: str, scenes: Iterable[str]) -> tuple[str, int]:
    """What is at fault in these scenes, looked at by one process for all of them; nothing, and 0, if all is well.

    What it complains of by itself comes too.
    """
    alone = {"QT_SCALE_FACTOR": "1", "QT_QPA_PLATFORM": "offscreen", "TZ": "UTC", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        [sys.executable, "-m", "tests.images.fits", look, *scenes],
        cwd=ROOT,
        env=os.environ | alone,
        capture_output=True,
        text=True,
        check=False,
    )

    return done.stdout + (done.stderr if done.returncode > 1 else ""), done.returncode


@pytest.mark.usefixtures("qapp")
def test_a_cut_label_and_covered_buttons_are_faults() -> None:
    window = QWidget()
    window.resize(500, 100)
    around = QWidget(window)
    line = QHBoxLayout(around)
    label = PlainLabel("A sentence that is far longer than its label")
    label.setFixedWidth(40)
    line.addWidget(label)
    one, other = QPushButton("One"), QPushButton("Other")
    line.addWidget(one)
    line.addWidget(other)
    around.resize(400, 60)
    window.show()
    assert [fault for fault in faults(around) if "is cut" in fault]
    assert not [fault for fault in faults(around) if "over each other" in fault]

    other.move(one.pos())

    assert [fault for fault in faults(around) if "over each other" in fault]
