"""Makes SocialDesk one folder that needs no Python: `dist/socialdesk/`, with its notices and bill of materials inside.

Run by `./dev package folder`, on each system for that system. One folder and not one file: it starts at once, and the
Qt libraries in it stay replaceable, which their licence asks for.
"""

from __future__ import annotations

import runpy
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DIST = ROOT / "dist"
FOLDER = DIST / "socialdesk"

_START = "from socialdesk.launch.main import main\nimport sys\nsys.exit(main())\n"
# Found by name while the program runs, so that no import leads to them: connectors and keyrings by their entry points,
# the holidays of a country by its name, migrations by their folder.
_WHOLE = ("socialdesk", "keyring.backends", "holidays", "sqlalchemy.dialects.sqlite")
_DATA = ("socialdesk", "py3langid", "qtawesome", "hunspell", "emoji", "tzdata", "alembic")
_AS_FILES = ("socialdesk/store/migrations", "socialdesk/connectors/suite/chirp")
"""Modules that are read as files too: Alembic runs migrations from a folder, and a new connector begins as a copy."""
_METADATA = ("socialdesk",)
"""With that of all packages it asks for: *About* tells the version and the licence of each."""
_HIDDEN = ("sqlcipher3", "sqlcipher3.dbapi2", "logging.config")
# Optional parts of packages that nobody asked for; GPL, large, or both.
_LEFT_OUT = ("tkinter", "PySide6.QtCharts", "PySide6.QtGraphs", "PySide6.QtVirtualKeyboard", "PySide6.QtQml", "pytest")

_UNWANTED = ("libgtk-3.so*", "PySide6/Qt/plugins/platformthemes/libqgtk3.so", "PySide6/Qt/translations/*")
_WANTED = "qtbase_*"
"""The theme of another toolkit, and Qt's own words for programs that we do not have."""


def arguments(work: Path) -> list[str]:
    """What PyInstaller is asked for; `work` is a folder for what it needs in between."""
    # Not by the name of the package: its folder comes first on the path.
    start = work / "start.py"
    start.write_text(_START, encoding="utf-8")
    every = [
        *("--noconfirm", "--clean", "--onedir", "--windowed", "--name", "socialdesk", "--log-level", "WARN"),
        *("--distpath", str(DIST), "--workpath", str(work / "work"), "--specpath", str(work)),
        *("--paths", str(ROOT), "--add-data", f"{ROOT / 'resources'}:socialdesk/_resources"),
    ]
    for folder in _AS_FILES:
        every += ["--add-data", f"{ROOT / folder}:{folder}"]
    for option, names in (
        ("--collect-submodules", _WHOLE),
        ("--collect-data", _DATA),
        ("--recursive-copy-metadata", _METADATA),
        ("--hidden-import", _HIDDEN),
        ("--exclude-module", _LEFT_OUT),
    ):
        every += [part for name in names for part in (option, name)]
    return [*every, str(start)]


def main() -> int:
    """Build it; the status of whatever failed first."""
    from PyInstaller.__main__ import run  # in requirements/package.lock alone

    work = ROOT / "build" / "one_folder"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    run(arguments(work))
    inside = FOLDER / "_internal"
    for pattern in _UNWANTED:
        for file in inside.glob(pattern):
            if not file.match(_WANTED):
                file.unlink()
    shutil.copy(ROOT / "LICENSE", FOLDER / "LICENSE")
    write = runpy.run_path(str(ROOT / "packaging" / "parts.py"))["main"]
    return write(FOLDER)


if __name__ == "__main__":
    sys.exit(main())
