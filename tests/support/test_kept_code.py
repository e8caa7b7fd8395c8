"""What a start loads from one file is what it loads from many; whatever does not fit is loaded as always."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import CodeType

import pytest

from socialdesk.support.kept_code import KeptCode
from tests.patience import NEVER_S

ROOT = Path(__file__).parent.parent.parent
_START = """
import sys
sys.path.insert(0, {root!r})
from socialdesk.support.kept_code import leave_kept_code, use_kept_code
use_kept_code()
import socialdesk.model.thread, socialdesk.model.sorting
import socialdesk.support.clock as clock
keep = leave_kept_code()
import inspect
print(type(socialdesk.model.sorting.__loader__).__name__, socialdesk.model.sorting.__file__ == {sorting!r})
print(repr(clock.__doc__), inspect.getsource(socialdesk.model.sorting) == open({sorting!r}).read())
print(getattr(socialdesk.model.sorting, "added", "nothing"), socialdesk.model.__path__ == [{model!r}])
keep()
"""


class Start:
    """Starts of an installation of its own."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "installed"
        shutil.copytree(ROOT / "socialdesk", self.root / "socialdesk", ignore=shutil.ignore_patterns("__pycache__"))
        self.sorting = self.root / "socialdesk" / "model" / "sorting.py"
        self.compiled = folder / "compiled"

    def __call__(self, root: Path | None = None) -> list[str]:
        """What one start says of where it loaded a module from, of its words, and of what was added to it."""
        home = root or self.root
        sorting = home / "socialdesk" / "model" / "sorting.py"
        code = _START.format(root=str(home), sorting=str(sorting), model=str(sorting.parent))
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(self.compiled)}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        command = [sys.executable, "-c", code]
        done = subprocess.run(
            command, capture_output=True, text=True, check=True, timeout=NEVER_S, env=environment, cwd=home.parent
        )
        return done.stdout.splitlines()

    @property
    def file(self) -> Path:
        (found,) = self.compiled.rglob("*.kept")
        return found


@pytest.fixture
def start(tmp_path: Path) -> Start:
    return Start(tmp_path)


def test_the_second_start_loads_from_one_file_what_the_first_loaded_from_many(start: Start) -> None:
    first, second = start(), start()
    assert first[0] == "SourceFileLoader True"
    assert second[0] == "_Loader True"
    assert first[1:] == second[1:]
    assert second[2] == "nothing True"
    written = start.file.stat().st_mtime_ns
    start()
    assert start.file.stat().st_mtime_ns == written, "nothing was missing, nothing is written"


def test_a_module_that_was_changed_is_loaded_as_it_is_now_and_kept_so(start: Start) -> None:
    start()
    start.sorting.write_text(start.sorting.read_text() + '\nadded = "a line"\n')
    changed = start()
    assert (changed[0], changed[2]) == ("SourceFileLoader True", "a line True")
    assert start()[0] == "_Loader True"
    assert start()[2] == "a line True"


@pytest.mark.parametrize("broken", [b"", b"nonsense", b"\x00" * 100, b"\xe9\x00\x00\x00\x00"])
def test_a_file_that_cannot_be_read_is_passed_over_and_written_anew(start: Start, broken: bytes) -> None:
    first = start()
    start.file.write_bytes(broken)
    assert start() == first
    assert start()[0] == "_Loader True"


def test_one_that_was_copied_along_does_not_lead_back_to_where_it_came_from(start: Start, tmp_path: Path) -> None:
    start()
    other = tmp_path / "copied"
    shutil.copytree(start.root, other)
    prefix = start.file
    there = start.compiled / other.relative_to("/") / prefix.relative_to(start.compiled / start.root.relative_to("/"))
    there.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(prefix, there)
    assert start(other)[0] == "SourceFileLoader True"


def test_a_text_without_a_file_is_compiled_once_and_again_when_it_is_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    made: list[str] = []

    def make(source: str) -> CodeType:
        made.append(source)
        return compile(source, "a text", "exec")

    def told(source: str) -> int:
        kept = KeptCode(tmp_path / "code.kept")
        found: dict[str, int] = {}
        exec(kept.compiled("a text", source, lambda: make(source)), found)
        kept.keep(["socialdesk.support.kept_code"])
        return found["answer"]

    assert [told("answer = 1"), told("answer = 1"), told("answer = 2"), told("answer = 2")] == [1, 1, 2, 2]
    assert made == ["answer = 1", "answer = 2"]


def test_a_start_that_loaded_very_much_leaves_the_file_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    file = tmp_path / "code.kept"
    kept = KeptCode(file)
    kept.find_spec("socialdesk.unheard_of", None)
    kept.keep(["socialdesk.support.kept_code"] * 251)
    assert not file.exists()
    kept.keep(["socialdesk.support.kept_code"] * 250)
    assert file.exists()
