"""Gets what a task needs of the machine, gives what is missing, and installs it where it may. Knows no Python package.

Qt without its system libraries ends with a raw linker message, and a missing xcb library aborts the process with
nothing a person can use. So they are looked for before Qt is imported.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Purpose(Enum):
    """What a library or a program is there for, in words for the person who lacks it."""

    QT = "Qt itself, with or without a screen"
    X11 = "a window on X11"
    WAYLAND = "a window on Wayland"
    WINDOW_TESTS = "the tests that open a real window"
    PEERS = "the servers that the tests run against"


@dataclass(frozen=True, slots=True)
class Need:
    """One library (a soname), program or file, and the Debian package that brings it."""

    name: str
    package: str
    purpose: Purpose
    is_program: bool = False

    def is_there(self) -> bool:
        """Whether the dynamic linker or the PATH finds it now."""
        if self.name.startswith("/"):
            return Path(self.name).exists()
        if self.is_program:
            return shutil.which(self.name) is not None
        try:
            ctypes.CDLL(self.name)
        except OSError:
            return False
        return True


def _libraries(purpose: Purpose, pairs: Sequence[tuple[str, str]]) -> list[Need]:
    return [Need(name, package, purpose) for name, package in pairs]


def _programs(purpose: Purpose, pairs: Sequence[tuple[str, str]]) -> list[Need]:
    return [Need(name, package, purpose, is_program=True) for name, package in pairs]


# Each seen to be needed on a Debian of nothing but its base and python3-venv.
NEEDS: list[Need] = [
    *_libraries(
        Purpose.QT,
        [
            ("libEGL.so.1", "libegl1"),
            ("libGL.so.1", "libgl1"),
            ("libxkbcommon.so.0", "libxkbcommon0"),
            ("libfontconfig.so.1", "libfontconfig1"),
            ("libdbus-1.so.3", "libdbus-1-3"),
            ("libglib-2.0.so.0", "libglib2.0-0"),
        ],
    ),
    *_libraries(
        Purpose.X11,
        [
            ("libxcb-cursor.so.0", "libxcb-cursor0"),
            ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
            ("libxcb-icccm.so.4", "libxcb-icccm4"),
            ("libxcb-image.so.0", "libxcb-image0"),
            ("libxcb-keysyms.so.1", "libxcb-keysyms1"),
            ("libxcb-randr.so.0", "libxcb-randr0"),
            ("libxcb-render-util.so.0", "libxcb-render-util0"),
            ("libxcb-render.so.0", "libxcb-render0"),
            ("libxcb-shape.so.0", "libxcb-shape0"),
            ("libxcb-xkb.so.1", "libxcb-xkb1"),
            ("libX11-xcb.so.1", "libx11-xcb1"),
        ],
    ),
    *_libraries(
        Purpose.WAYLAND,
        [("libwayland-client.so.0", "libwayland-client0"), ("libwayland-cursor.so.0", "libwayland-cursor0")],
    ),
    *_programs(
        Purpose.WINDOW_TESTS,
        [
            ("Xvfb", "xvfb"),
            ("xauth", "xauth"),
            ("xdotool", "xdotool"),
            ("dbus-run-session", "dbus"),
            # A screen reader's view of the window.
            ("/usr/libexec/at-spi-bus-launcher", "at-spi2-core"),
            ("/usr/lib/python3/dist-packages/pyatspi", "python3-pyatspi"),
        ],
    ),
    *_programs(
        Purpose.PEERS,
        [
            ("dbus-run-session", "dbus"),
            ("gnome-keyring-daemon", "gnome-keyring"),
            # Node and npm come with the locked Python packages; one npm package is compiled.
            ("g++", "g++"),
            ("make", "make"),
            ("/usr/sbin/dovecot", "dovecot-imapd"),
            ("/usr/lib/dovecot/lmtp", "dovecot-lmtpd"),
        ],
    ),
]


def missing(purposes: Iterable[Purpose]) -> list[Need]:
    """What is needed for these purposes and not there. Other systems than Linux bring it all with Qt."""
    if not sys.platform.startswith("linux"):
        return []
    wanted = set(purposes)
    return [need for need in NEEDS if need.purpose in wanted and not need.is_there()]


def command_for(needs: Sequence[Need]) -> str:
    """The one command that installs them on Debian and Ubuntu."""
    return "apt-get install -y --no-install-recommends " + " ".join(sorted({need.package for need in needs}))


def _say_what_is_missing(needs: Sequence[Need]) -> None:
    for purpose in dict.fromkeys(need.purpose for need in needs):
        names = ", ".join(need.name for need in needs if need.purpose is purpose)
        print(f"Missing for {purpose.value}: {names}", file=sys.stderr)


def _install(needs: Sequence[Need]) -> None:
    print(f"Installing: {command_for(needs)}", file=sys.stderr, flush=True)
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    install = command_for(needs).split()
    # Package lists may be absent or old: fetched only when the first try finds that out.
    if subprocess.run(install, env=quiet, check=False, capture_output=True).returncode == 0:
        return
    subprocess.run(["apt-get", "update", "-q"], env=quiet, check=False, stdout=subprocess.DEVNULL)
    done = subprocess.run(install, env=quiet, check=False, capture_output=True, text=True)
    if done.returncode:
        sys.stderr.write(done.stdout[-2000:] + done.stderr[-2000:])


def provide(purposes: Iterable[Purpose]) -> list[Need]:
    """Install what is missing when this is root on Debian or Ubuntu; give what is missing still, after naming it."""
    lacking = missing(purposes)
    if lacking and os.geteuid() == 0 and shutil.which("apt-get"):
        _say_what_is_missing(lacking)
        _install(lacking)
        lacking = [need for need in lacking if not need.is_there()]
    if lacking:
        _say_what_is_missing(lacking)
        if shutil.which("apt-get"):
            print(f"Install with:  sudo {command_for(lacking)}", file=sys.stderr)
        else:
            print("Install the packages of your system that hold these, and call this again.", file=sys.stderr)
    return lacking
