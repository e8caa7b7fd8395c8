"""What somebody hears who works with a screen reader: the real program, its real window, the real bus."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.patience import NEVER_S
from tests.peers.fixtures import XServer, _x_server

pytestmark = [pytest.mark.flow, pytest.mark.xvfb]

READER = Path(__file__).with_name("reader.py")
LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
STEPS = [
    ("j", "focus", "Dan Whitfield"),
    ("e", "announcement", "Dan Whitfield is done."),
    ("z", "announcement", "Taken back."),
    ("F6", "focus", "Messages with"),
    ("F6", "focus", "Answer to"),
    ("Escape", "focus", "Dan Whitfield"),
    ("ctrl+k", "focus", "Search or jump"),
]
# In a session of its own: the bus of accessibility, the program, and who listens.
SESSION = """
{launcher} --launch-immediately >/dev/null 2>&1 &
"$PYTHON" -m socialdesk demo --workspace "$FOLDER" >"$FOLDER.log" 2>&1 &
program=$!
/usr/bin/python3 {reader} '{steps}'
kill $program
wait $program
exit 0
"""


@pytest.fixture(scope="module")
def screen() -> Iterator[XServer]:
    """One X server for all that is asked of one sitting."""
    process, server = _x_server("1600x1000x24")
    try:
        yield server
    finally:
        process.terminate()
        process.wait(NEVER_S)


@pytest.fixture(scope="module")
def heard(tmp_path_factory: pytest.TempPathFactory, screen: XServer) -> dict[str, Any]:
    """What the reader wrote down."""
    folder = tmp_path_factory.mktemp("reader") / "demo"
    story = SESSION.format(launcher=LAUNCHER, reader=READER, steps=json.dumps(STEPS))
    environment = screen.environment() | {
        "PYTHON": sys.executable,
        "FOLDER": str(folder),
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
    }
    done = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", story],
        env=environment,
        capture_output=True,
        text=True,
        timeout=200,
        check=False,
    )
    assert done.stdout, done.stderr + Path(f"{folder}.log").read_text(encoding="utf-8")
    told = json.loads(done.stdout)
    assert told["tree"], f"{told}\n{done.stderr}\n" + Path(f"{folder}.log").read_text(encoding="utf-8")
    return told


def everything(part: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A part of the tree and all below it that is shown."""
    if not part["showing"] and part["role"] != "application":
        return
    yield part
    for child in part["children"]:
        yield from everything(child)


def test_the_window_is_heard_with_its_places_in_it(heard: dict[str, Any]) -> None:
    names = {part["name"] for part in everything(heard["tree"])}
    lists = {part["name"].split(" with ")[0] for part in everything(heard["tree"]) if part["role"] == "list"}

    assert any(name.endswith("SocialDesk") for name in names)
    assert {"Views and channels", "Queue", "Messages"} <= lists
    assert any(name.startswith("Answer to") for name in names)


def test_all_that_can_be_reached_says_its_name(heard: dict[str, Any]) -> None:
    silent = [part["role"] for part in everything(heard["tree"]) if part["focusable"] and not part["name"].strip()]

    assert silent == []


def test_a_row_of_the_queue_says_who_where_how_late_whose_and_what(heard: dict[str, Any]) -> None:
    (queue,) = [part for part in everything(heard["tree"]) if part["role"] == "list" and part["name"] == "Queue"]
    rows = [part for part in queue["children"] if part["name"].startswith("Camille Roussel")]

    assert len(rows) == 1
    said = rows[0]["name"]
    for words in ("Camille Roussel", "Instagram", "late", "unread 2", "mine", "Toujours rien"):
        assert words in said
    assert "Delivery" in rows[0]["description"]


@pytest.mark.parametrize("step", range(len(STEPS)), ids=[step[0] for step in STEPS])
def test_each_key_is_answered_in_words(heard: dict[str, Any], step: int) -> None:
    key, kind, words = STEPS[step]
    assert len(heard["heard"]) > step, f"nothing was heard before {key} could be pressed"

    assert any(one == kind and words in said for one, said in heard["heard"][step]), heard["heard"][step]
