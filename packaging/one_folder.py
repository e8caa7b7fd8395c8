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

_START = """\
import os
import sys

# The starter and Qt's hook set these for this process, which has read them or finds the same without them. Whatever it
# starts (a browser, the folder of the logs) would load our libraries in the place of its own.
for name in ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "QT_PLUGIN_PATH", "QML2_IMPORT_PATH"):
    before = os.environ.pop(f"{name}_ORIG", None)
    os.environ.pop(name, None)
    if before is not None:
        os.environ[name] = before
# Our own children are the same program: their starter says it to them anew.
os.environ["PYINSTALLER_RESET_ENVIRONMENT"] = "1"

from socialdesk.launch.main import main

sys.exit(main())
"""
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
_LEFT_OUT = (
    *("tkinter", "PySide6.QtCharts", "PySide6.QtGraphs", "PySide6.QtVirtualKeyboard", "PySide6.QtQml", "pytest"),
    # Python's, made with libraries that are GPL without a choice.
    *("readline", "_gdbm", "dbm.gnu"),
    # Pillow's, for what is never opened or drawn with it; each brings libraries along.
    *("PIL._avif", "PIL._imagingft", "PIL._imagingcms", "PIL._imagingtk", "PIL.ImageTk", "PIL.ImageQt"),
)

_TRANSLATIONS, _WANTED = "PySide6/Qt/translations/*", "qtbase_*"
"""Qt's own words, of which those for programs that we do not have are left out."""


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
    for file in inside.glob(_TRANSLATIONS):
        if not file.match(_WANTED):
            file.unlink()
    packed = _made_lean(inside) if sys.platform.startswith("linux") else {}
    shutil.copy(ROOT / "LICENSE", FOLDER / "LICENSE")
    parts = runpy.run_path(str(ROOT / "packaging" / "parts.py"))
    return parts["main"](FOLDER, parts["of_a_build"](packed))


def _made_lean(inside: Path) -> dict[str, str]:
    """Take out what is no use there; the packages of this system of which something is left."""
    lean = runpy.run_path(str(ROOT / "packaging" / "linux" / "lean.py"))
    from tools.system import NEEDS, Purpose

    asked = [need.name for need in NEEDS if need.purpose in {Purpose.QT, Purpose.X11, Purpose.WAYLAND}]
    went = lean["make_lean"](inside, [*asked, *lean["ALSO_OF_THE_SYSTEM"]])
    print(f"Taken out again: {', '.join(went)}")
    return lean["packed_from_the_system"](inside)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main())
