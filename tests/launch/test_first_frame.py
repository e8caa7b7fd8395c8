"""The first frame of the window: what it shows, and what it must not wait for."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from socialdesk.launch.desktop import make_bridge
from socialdesk.model.identifiers import ThreadId
from socialdesk.store.protection import Protection, Unlocked, create
from socialdesk.support.paths import Workspace
from tests.model.builders import thread
from tests.patience import NEVER_S
from tests.store.conftest import filled

_SLOW = {
    "sqlalchemy", "alembic", "httpx", "asyncio", "qasync", "regex", "rapidfuzz", "keyring", "tomllib", "ssl",
    "uuid", "secrets", "platform", "pickle", "socket", "hashlib", "_hashlib", "sqlite3", "signal",
}  # fmt: skip
_LATER = {
    "socialdesk.model.shield.lists", "socialdesk.model.shield.normal", "socialdesk.model.shield.judge",
    "socialdesk.desktop.bridge.beside", "socialdesk.desktop.bridge.many", "socialdesk.desktop.bridge.spelling",
    "socialdesk.desktop.bridge.emoji_names", "socialdesk.desktop.places.queue.filter_card",
    "socialdesk.desktop.places.composer.place",
    "socialdesk.model.command", "socialdesk.model.saved_view", "socialdesk.model.fold",
    "socialdesk.desktop.bridge.pictures", "socialdesk.support.redact",
}  # fmt: skip
_MOST_MODULES = 138
"""Each costs the first frame about half a millisecond; one that joins takes another's place or has its reason here.

The reply policy and its calendar: every row shows how long is left of what they promise.
"""
_MOST_IN_A_STEP = 4
_MOST_MADE, _MOST_DRESSED = 64, 150
"""Widgets that one step may make, and how often it may dress one: some forty make two milliseconds."""
_WRITTEN = (
    "Are you open on Sunday? 👍🏽❤️",
    "Two lines\r\nof it,  and a family 👨‍👩‍👧‍👦",
    "Vous êtes ouverts dimanche ? 12\u202f€",
    "मनीष क्षत्रिय",
    "می\u200cخواهم",
)
"""None of it needs the library of patterns, whose loading takes longer than painting all rows."""
_START = """
import gc, json, sys
from pathlib import Path
from socialdesk.desktop.look.starting import load_qt
load_qt()  # as `open_desktop` does
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from socialdesk.launch.desktop import completing, first_frame
from socialdesk.store.protection import unlock_with_key
from socialdesk.support.paths import Workspace

app = QApplication([])
import linecache
from dataclasses import is_dataclass
window = first_frame(app, unlock_with_key(Workspace(Path(sys.argv[1])), bytes.fromhex(sys.stdin.read())), is_demo=False)
frozen = gc.get_freeze_count()
loaded = sorted({name.partition(".")[0] for name in list(sys.modules)})
own = sorted(name for name in list(sys.modules) if name.startswith("socialdesk."))
read = sorted(name.rpartition("/socialdesk/")[2] for name in linecache.cache if "/socialdesk/desktop/" in name)
compiled = sorted(
    one.__qualname__
    for name in own
    for one in vars(sys.modules[name]).values()
    if isinstance(one, type) and one.__module__ == name and is_dataclass(one)
    and one.__dataclass_params__.frozen and not one.__dataclass_params__.order
    and one.__eq__.__code__.co_filename == "<string>"
)
rows = window.queue.model.rowCount()
shown = [window.isVisible(), window.rail.isVisible(), window.queue.list.isVisible()]
class Dressed(QObject):
    many = 0

    def eventFilter(self, watched, event):
        self.many += event.type() == QEvent.Type.StyleChange
        return False


steps, before = [], len(own)
made, dressed, there = [], [], len(window.findChildren(QWidget))
watching = Dressed()
app.installEventFilter(watching)
for _ in completing(window):
    made.append(len(window.findChildren(QWidget)) - there)
    dressed.append(watching.many)
    app.processEvents()
    there, watching.many = len(window.findChildren(QWidget)), 0
    known = [name for name in list(sys.modules) if name.startswith("socialdesk.")]
    steps.append(known[before:])
    before = len(known)
later = sorted({name.partition(".")[0] for name in list(sys.modules)})
whole = [window.conversation.isVisibleTo(window), window.context.isVisibleTo(window), bool(window.registry)]
told = {"loaded": loaded, "own": own, "shown": shown, "read": read, "steps": steps, "compiled": compiled}
told |= {"frozen": frozen, "made": made, "dressed": dressed}
print(json.dumps({**told, "later": later, "whole": whole, "rows": rows}))
window.close()
"""


_MOST_FOUND_IN_A_TURN = 6
"""Modules, those of Python too, that the thread of the window loads before it listens again; asyncio would be fifty."""
_WHOLE_START = """
import json, sys, threading
from pathlib import Path
from socialdesk.desktop.look.starting import load_qt
load_qt()
from PySide6.QtWidgets import QApplication
from socialdesk.launch import desktop
from socialdesk.store.protection import unlock_with_key
from socialdesk.support.paths import Workspace
from socialdesk.desktop.bridge.engine_process import EngineProcess

EngineProcess.start = lambda self: None
turns, found, windows, known = [], [], [], set()


class Finding:
    def find_spec(self, name, path, target=None):
        if threading.current_thread() is threading.main_thread():
            found.append(name)


def note():
    turns.append(sorted({name for name in found if name in sys.modules and name not in known}))
    known.update(sys.modules)
    found.clear()


def turn(_app):
    note()
    listen()
    if windows and windows[0].is_whole:
        windows[0].close()


def framed(*given, **named):
    windows.append(first_frame(*given, **named))
    note()
    turns.clear()
    return windows[0]


listen, QApplication.processEvents = QApplication.processEvents, turn
first_frame, desktop.first_frame = desktop.first_frame, framed
unlocked = unlock_with_key(Workspace(Path(sys.argv[1])), bytes.fromhex(sys.stdin.read()))
sys.meta_path.insert(0, Finding())
status = desktop.open_desktop(unlocked, is_demo=False, offscreen_shot=None)
note()
print(json.dumps({"status": status, "turns": turns, "loaded": list(sys.modules)}))
"""


def test_from_the_first_frame_on_the_program_listens_before_it_has_loaded_much(tmp_path: Path) -> None:
    unlocked = create(Workspace(tmp_path / "workspace"), "Atelier Nord", Protection.PASSPHRASE, "a passphrase")
    bridge = make_bridge(unlocked, is_demo=False)
    bridge.cache.close()
    bridge.desk.close()
    told = _told(_WHOLE_START, unlocked)
    assert told["status"] == 0
    assert {"asyncio", "qasync", "regex", "socialdesk.connectors.kit.registry"} <= set(told["loaded"])
    # What is not ours is loaded beside; of ours one at a time, with the folders it lies in.
    assert [turn for turn in told["turns"] if len(turn) > _MOST_FOUND_IN_A_TURN] == []


def test_the_first_frame_shows_rail_and_queue_without_loading_what_it_does_not_need(tmp_path: Path) -> None:
    unlocked = create(Workspace(tmp_path / "workspace"), "Atelier Nord", Protection.PASSPHRASE, "a passphrase")
    bridge = make_bridge(unlocked, is_demo=False)  # makes the files, as the first start does
    bridge.cache.close()
    bridge.desk.close()
    assert unlocked.key is not None
    cache = filled(unlocked.workspace.cache, unlocked.key)
    with cache.change() as change:
        for number, text in enumerate(_WRITTEN):
            written = thread(id=ThreadId(0), remote_id=f"t{number}", preview=text, contact_name="Zoë 🌸", unread=1)
            change.put_thread(written)
    cache.close()
    told = _told(_START, unlocked)
    assert told["shown"] == [True, True, True]
    assert told["rows"] > len(_WRITTEN)
    assert _SLOW & set(told["loaded"]) == set()
    assert _LATER & set(told["own"]) == set()
    assert len(told["own"]) <= _MOST_MODULES
    assert told["whole"][1:] == [True, True]
    assert not {"sqlalchemy", "alembic", "httpx"} & set(told["later"])
    # Somebody may type meanwhile: no step loads more than a module, the folders it lies in and what it loads by name.
    assert [step for step in told["steps"] if len(step) > _MOST_IN_A_STEP] == []
    # Nor does one make more than a part of a page; what is made where it stands is dressed once.
    assert [many for many in told["made"] if many > _MOST_MADE] == []
    assert [many for many in told["dressed"] if many > _MOST_DRESSED] == []
    assert sum(told["made"]) > 3 * _MOST_MADE
    assert told["read"] == []  # PySide looks into no source of ours
    # A look for garbage goes only through what comes later.
    assert told["frozen"] > _MOST_MODULES
    assert told["compiled"] == []  # classes of values are made by `value_class`


def _told(code: str, unlocked: Unlocked) -> dict[str, Any]:
    """What a program tells of a workspace with its last line."""
    assert unlocked.key is not None
    done = subprocess.run(
        [sys.executable, "-c", code, str(unlocked.workspace.folder)],
        capture_output=True,
        text=True,
        check=False,
        timeout=NEVER_S,
        input=unlocked.key.hex(),
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])
