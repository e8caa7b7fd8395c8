"""What is asked of PyInstaller: all that the program finds by name or reads as a file while it runs."""

from __future__ import annotations

import itertools
import os
import re
import runpy
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = ROOT / "socialdesk"
READ_BESIDE = {
    "connectors/email/servers.py": "a file of data, collected with the package",
    "connectors/suite/making.py": "the modules of the sample, which a new connector begins with",
    "desktop/look/starting.py": "a word in code that stands for a module of PySide",
    "support/kept_code.py": "a file that a start writes for the next one; a program of one folder has none",
    "store/migrate.py": "the modules of migrations, which Alembic runs",
    "support/resources.py": "the resources",
}
"""Where files are looked for beside a module, and which; a build has to be told of modules among them."""
_BESIDE = re.compile(r"\b__file__\b|importlib\.resources|from importlib import resources")


@pytest.fixture(scope="module")
def one_folder() -> dict[str, Any]:
    return runpy.run_path(str(ROOT / "packaging" / "one_folder.py"))


@pytest.fixture
def asked(one_folder: dict[str, Any], tmp_path: Path) -> list[str]:
    return one_folder["arguments"](tmp_path)


def test_every_place_where_files_are_looked_for_beside_a_module_is_known() -> None:
    found = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if _BESIDE.search(path.read_text(encoding="utf-8")) and "hunspell" not in path.read_text(encoding="utf-8")
    }

    assert found == set(READ_BESIDE)


def test_all_modules_all_files_and_what_is_found_by_entry_point_go_along(asked: list[str]) -> None:
    pairs = set(itertools.pairwise(asked))

    assert {("--collect-submodules", "socialdesk"), ("--collect-data", "socialdesk")} <= pairs
    # Of every package it needs: entry points are found there, and versions and licences for the page About.
    assert ("--recursive-copy-metadata", "socialdesk") in pairs
    added = [value.rpartition(":") for option, value in pairs if option == "--add-data"]
    assert {target for _, _, target in added} == {
        "socialdesk/_resources",
        "socialdesk/store/migrations",
        "socialdesk/connectors/suite/chirp",
    }
    assert all(Path(source).is_dir() for source, _, _ in added)


def test_the_start_is_not_taken_for_the_package(asked: list[str]) -> None:
    start = Path(asked[-1])

    assert start.stem != "socialdesk"
    compile(start.read_text(encoding="utf-8"), os.fspath(start), "exec")


def test_what_the_build_starts_does_not_load_its_libraries(asked: list[str], tmp_path: Path) -> None:
    # The starter says which libraries come first, and so would a browser load ours in the place of its own.
    stand_in = tmp_path / "socialdesk" / "launch"
    stand_in.mkdir(parents=True)
    for folder in (stand_in, stand_in.parent):
        (folder / "__init__.py").touch()
    (stand_in / "main.py").write_text("import os\ndef main():\n    print(dict(os.environ))\n")
    of_the_build = {"LD_LIBRARY_PATH": "ours", "QT_PLUGIN_PATH": "ours", "QML2_IMPORT_PATH": "ours", "KEPT": "theirs"}
    before = {"LD_LIBRARY_PATH_ORIG": "of the person", "PYTHONPATH": str(tmp_path)}

    done = subprocess.run(
        [sys.executable, asked[-1]], check=True, env=of_the_build | before, capture_output=True, text=True
    )

    assert "ours" not in done.stdout
    assert "'LD_LIBRARY_PATH': 'of the person'" in done.stdout
    assert "'KEPT': 'theirs'" in done.stdout
    # The engine is another start of the build, and needs them again.
    assert "'PYINSTALLER_RESET_ENVIRONMENT': '1'" in done.stdout


def test_modules_of_python_that_bring_a_gpl_library_stay_out(asked: list[str]) -> None:
    left_out = {name for option, name in itertools.pairwise(asked) if option == "--exclude-module"}

    assert {"readline", "_gdbm"} <= left_out
