"""Takes out of the one folder what a Linux desktop brings itself, and what nothing in the folder asks for.

PyInstaller packs every library that the building machine had. A font, bus or window library of another system than the
one it runs on goes wrong there: it reads the configuration and loads the modules of a newer one. And whoever ships a
library has to name and renew it. So what `tools/system.py` asks of a system stays the system's, with all that it needs.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

_LIBRARY = re.compile(r"^lib.+\.so(\.|$)")
_NEEDED = re.compile(r"^\s+NEEDED\s+(\S+)", re.MULTILINE)
_CACHED = re.compile(r"^\s+(\S+) \(libc6,[^)]*\) => (\S+)", re.MULTILINE)
_ASKED_BY_THE_STARTER = re.compile(r"^libpython")
_WITH_SYMBOLS = ("libpython*.so*", "sqlcipher3/*.so")
"""Of those whose symbols nobody needs to run them, the ones in which they are large."""
UNWANTED = (
    "PySide6/Qt/plugins/platformthemes/libqgtk3.so",  # the theme of another toolkit, which comes along whole
    "PySide6/Qt/plugins/egldeviceintegrations",  # screens without a desktop on them
    "PySide6/Qt/plugins/generic",
    "PySide6/Qt/plugins/platforms/libqeglfs.so",
    "PySide6/Qt/plugins/platforms/libqlinuxfb.so",
    "PySide6/Qt/plugins/platforms/libqvkkhrdisplay.so",
    "PySide6/Qt/plugins/platforms/libqvnc.so",
)
ALSO_OF_THE_SYSTEM = {
    # The drivers of the screen are built with a newer one than this, and find the first that was loaded.
    "libstdc++.so.6": "libstdc++6",
    "libgcc_s.so.1": "libgcc-s1",
    # Qt's network asks for it; it reads how an organisation signs in on this machine.
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    # It loads modules of the system, which are made for the version of the system.
    "libgio-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    # The others of a family that is asked for.
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
}
"""What is left to the system besides the list of `tools/system.py`, with the package that brings it."""


def closure(names: Iterable[str], needs: Mapping[str, Iterable[str]]) -> set[str]:
    """These libraries and all that they need, and those need, as far as it is known."""
    found: set[str] = set()
    ask = list(names)
    while ask:
        name = ask.pop()
        if name not in found:
            found.add(name)
            ask.extend(needs.get(name, ()))
    return found


def unasked(libraries: Iterable[str], needs: Mapping[str, Iterable[str]]) -> set[str]:
    """Which of these libraries no file needs, or only one that nobody needs either."""
    left = dict(needs)
    gone: set[str] = set()
    while True:
        wanted = {name for each in left.values() for name in each}
        more = {name for name in libraries if name not in wanted and name not in gone}
        if not more:
            return gone
        gone |= more
        for name in more:
            left.pop(name, None)


def needed_by(file: Path) -> list[str]:
    """The libraries that a file asks the linker for, by name; none where it is no library."""
    done = subprocess.run(["objdump", "-p", file], check=False, capture_output=True, text=True)
    return _NEEDED.findall(done.stdout)


def of_this_system() -> dict[str, Path]:
    """Where the linker of this machine finds each library."""
    ldconfig = shutil.which("ldconfig") or "/sbin/ldconfig"
    said = subprocess.run([ldconfig, "-p"], check=True, capture_output=True, text=True).stdout
    return {name: Path(path) for name, path in reversed(_CACHED.findall(said))}


def left_to_the_system(asked: Iterable[str]) -> set[str]:
    """What a system has on which these libraries are."""
    here = of_this_system()
    needs: dict[str, list[str]] = {}
    ask = list(asked)
    while ask:
        name = ask.pop()
        if name in here and name not in needs:
            needs[name] = needed_by(here[name])
            ask.extend(needs[name])
    return closure(asked, needs)


def make_lean(inside: Path, of_the_system: Iterable[str]) -> list[str]:
    """Take out what is unwanted, what the system has and what nobody asks for then; the names of what went."""
    went: list[str] = []

    def take(path: Path) -> None:
        went.append(path.relative_to(inside).as_posix())
        shutil.rmtree(path) if path.is_dir() else path.unlink()

    for name in UNWANTED:
        if (inside / name).exists():
            take(inside / name)
    theirs = left_to_the_system(of_the_system)
    for path in list(inside.iterdir()):
        if path.name in theirs and _LIBRARY.match(path.name) and not path.is_symlink():
            take(path)
    files = [path for path in inside.rglob("*.so*") if path.is_file() and not path.is_symlink()]
    needs = {path.name: needed_by(path) for path in files}
    # Modules of Python and plug-ins of Qt are found by their folder; libraries only by whoever needs them.
    libraries = {path.name for path in files if _LIBRARY.match(path.name) and "plugins" not in path.parts}
    libraries = {name for name in libraries if not _ASKED_BY_THE_STARTER.match(name)}
    gone = unasked(libraries, needs)
    for path in list(inside.rglob("*.so*")):
        if path.name in gone:
            take(path)
    if shutil.which("strip"):
        for pattern in _WITH_SYMBOLS:
            for path in inside.glob(pattern):
                subprocess.run(["strip", "--strip-unneeded", path], check=True)
    return sorted(went)


def packed_from_the_system(inside: Path) -> dict[str, str]:
    """The libraries of the building system that are left in the folder, by the Debian package that each is of.

    Raises LookupError for a library of which nobody knows where it comes from.
    """
    here = of_this_system()
    found: dict[str, str] = {}
    for path in sorted(inside.iterdir()):
        if not _LIBRARY.match(path.name) or _ASKED_BY_THE_STARTER.match(path.name) or path.is_symlink():
            continue  # a link leads to what a Python package brought
        source = here.get(path.name)
        package = _package_of(source) if source is not None else ""
        if not package:
            raise LookupError(f"{path.name} is packed, and no package of this system names its licence")
        found[path.name] = package
    return found


def _package_of(file: Path) -> str:
    # Debian's list knows a file below / or below /usr, while both are one folder.
    real = file.resolve()
    for one in (file, real, Path(str(real).removeprefix("/usr"))):
        done = subprocess.run(["dpkg", "-S", one], check=False, capture_output=True, text=True)
        if done.returncode == 0:
            return done.stdout.partition(":")[0]
    return ""
