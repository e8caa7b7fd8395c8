"""Gets a lock file, gives `.venv` with exactly that in it and SocialDesk beside. Knows no check and no system library.

A stamp tells what was installed, so that the second call costs a few milliseconds.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")

# The second holds all of the first, at the same versions.
RUN = ROOT / "requirements" / "run.lock"
DEVELOP = ROOT / "requirements" / "dev.lock"
# What makes packages; it stands beside the others and holds none of them.
PACKAGE = ROOT / "requirements" / "package.lock"

# What the installed metadata is made of: an entry point or the version changed means installing SocialDesk again.
_SOURCES_OF_METADATA = (ROOT / "pyproject.toml", ROOT / "socialdesk" / "__init__.py")


_LEAST_ROOM = 64 * 2**20
"""Bytes; with less than that free, a failure is one of room: one package alone unpacks to more."""
_WHOLE_ROOM = "about 1 GB"


class SetUpFailed(Exception):
    """The environment could not be made; the text says what to do."""


def _digest(*files: Path) -> str:
    text = hashlib.sha256(sys.version.encode())
    for file in files:
        text.update(file.read_bytes())
    return text.hexdigest()


def _stamp(name: str) -> Path:
    return VENV / f".installed-{name}"


def _is_stamped(name: str, digest: str) -> bool:
    stamp = _stamp(name)
    return stamp.is_file() and stamp.read_text(encoding="ascii") == digest


def _no_room() -> str:
    """A sentence when what failed failed for want of room; else nothing."""
    free = shutil.disk_usage(ROOT).free
    if free > _LEAST_ROOM:
        return ""
    return (
        f"\nThe disk is full: {free // 2**20} MB are free where this checkout lies, and .venv takes {_WHOLE_ROOM}."
        " Make room and call this again; it goes on where it stopped."
    )


def _make_venv() -> None:
    if PYTHON.exists():
        answer = subprocess.run(
            [PYTHON, "-c", "import sys; print(sys.version)"], check=False, capture_output=True, text=True
        )
        if answer.returncode == 0 and answer.stdout.strip() == sys.version:
            return
    shutil.rmtree(VENV, ignore_errors=True)
    made = _venv_made()
    if not made and os.name == "posix" and os.geteuid() == 0 and shutil.which("apt-get"):
        # Debian keeps what venv needs in a package of its own.
        quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-q"], env=quiet, check=False, stdout=subprocess.DEVNULL)
        subprocess.run(
            ["apt-get", "install", "-y", "-q", "python3-venv"], env=quiet, check=False, stdout=subprocess.DEVNULL
        )
        made = _venv_made()
    if not made:
        room = _no_room()  # before what was begun makes some
        shutil.rmtree(VENV, ignore_errors=True)
        raise SetUpFailed(
            "Python could not make a virtual environment."
            + (room or "\nOn Debian and Ubuntu install what it needs for that:  sudo apt-get install python3-venv")
        )


def _venv_made() -> bool:
    # Called from inside .venv, its own interpreter cannot be the one that makes it anew.
    maker = getattr(sys, "_base_executable", sys.executable)
    return subprocess.run([maker, "-m", "venv", VENV], check=False, capture_output=True).returncode == 0


def _install(*arguments: str | Path) -> None:
    uv = shutil.which("uv")
    if uv:
        fast = [uv, "pip", "install", "--quiet", "--python", PYTHON, *arguments]
        if subprocess.run(fast, check=False, capture_output=True, cwd=ROOT).returncode == 0:
            return
        # uv does not read pip's settings (an index of one's own, a certificate): pip gets its try.
    pip = [PYTHON, "-m", "pip", "install", "-qq", "--disable-pip-version-check", *arguments]
    if subprocess.run(pip, check=False, cwd=ROOT, stdout=sys.stderr).returncode:
        raise SetUpFailed(
            "The packages could not be installed; what pip said stands above."
            + (
                _no_room()
                or "\nThey come from the package index that pip is set to: see that it can be reached (network, proxy,"
                " certificate), and call this again."
            )
        )


def make(lock: Path) -> None:
    """Make `.venv` hold what `lock` names, every file checked against its hash, and SocialDesk as an editable package.

    Raises:
        SetUpFailed: no environment could be made, or a package could not be had.
    """
    packages = {name: _digest(name) for name in (RUN, DEVELOP)}
    metadata = _digest(*_SOURCES_OF_METADATA)
    holds_all = _is_stamped(DEVELOP.stem, packages[DEVELOP])
    if not (holds_all or _is_stamped(lock.stem, packages[lock])) or not PYTHON.exists():
        _make_venv()
        print(f"Installing the packages of {lock.relative_to(ROOT)} into .venv …", file=sys.stderr, flush=True)
        _install("--require-hashes", "-r", lock)
        _stamp(lock.stem).write_text(packages[lock], encoding="ascii")
        _stamp("socialdesk").unlink(missing_ok=True)
    if not _is_stamped("socialdesk", metadata):
        _install("--no-deps", "--no-build-isolation", "--editable", ROOT)
        _stamp("socialdesk").write_text(metadata, encoding="ascii")


def add(lock: Path) -> None:
    """Put what `lock` names beside what `make` has put into `.venv`, every file checked against its hash.

    Raises:
        SetUpFailed: a package could not be had.
    """
    digest = _digest(lock)
    if not _is_stamped(lock.stem, digest):
        print(f"Installing the packages of {lock.relative_to(ROOT)} into .venv …", file=sys.stderr, flush=True)
        _install("--require-hashes", "-r", lock)
        _stamp(lock.stem).write_text(digest, encoding="ascii")
