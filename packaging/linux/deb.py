"""Makes a Debian package of `dist/socialdesk/`: the folder, a command, a menu entry, icons and a page of the manual.

Run by `./dev package deb`, after `./dev package folder`. The icons are drawn by the program itself, so that there is
one drawing of the mark and no picture of it in the tree.
"""

from __future__ import annotations

import gzip
import os
import runpy
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
HERE = Path(__file__).resolve().parent
FOLDER = ROOT / "dist" / "socialdesk"
SIDES = (16, 24, 32, 48, 64, 128, 256)
_DRAW = """
import sys
from pathlib import Path
from PySide6.QtGui import QGuiApplication
from socialdesk.desktop.look.mark import app_icon
app = QGuiApplication([])
icon, folder = app_icon(), Path(sys.argv[1])
for side in map(int, sys.argv[2:]):
    file = folder / f"{side}x{side}" / "apps" / "socialdesk.png"
    file.parent.mkdir(parents=True)
    if not icon.pixmap(side, side).save(str(file)):
        sys.exit(f"cannot write {file}")
"""
_CONTROL = """\
Package: socialdesk
Version: {version}
Section: net
Priority: optional
Architecture: {architecture}
Installed-Size: {kilobytes}
Depends: {depends}
Recommends: {recommends}
Suggests: hunspell-fr, hunspell-en-gb
Maintainer: The SocialDesk contributors <socialdesk@localhost>
Description: one queue for what people write to you on social networks
 Mentions, comments, reviews and private messages from all your accounts, sorted
 by who has waited longest and answered from the keyboard. What you read is kept
 in an encrypted file; an answer can be taken back for ten seconds and is never
 sent twice.
"""
_COPYRIGHT = """\
SocialDesk is made by its contributors, under the Apache License 2.0 below. This package holds other people's work too:
each with its licence in /usr/lib/socialdesk/THIRD-PARTY-NOTICES.txt.

"""
_SINCE_T64 = {"libglib2.0-0": "libglib2.0-0t64 | libglib2.0-0"}
"""Packages that have another name on systems on which a moment has 64 bits (Debian 13, Ubuntu 24.04)."""


def depends() -> str:
    """What the Qt in the folder needs of the system: the list that `./dev run` looks for."""
    from tools.system import NEEDS, Purpose

    lean = runpy.run_path(str(HERE / "lean.py"))
    wanted = {need.package for need in NEEDS if need.purpose in {Purpose.QT, Purpose.X11, Purpose.WAYLAND}}
    wanted |= set(lean["ALSO_OF_THE_SYSTEM"].values())
    # Qt and Python in the folder ask for what the building system has, at the latest when they start.
    libc = (os.confstr("CS_GNU_LIBC_VERSION") or "").removeprefix("glibc ")
    return ", ".join([f"libc6 (>= {libc})", *(_SINCE_T64.get(name, name) for name in sorted(wanted))])


def plant(root: Path) -> None:
    """Put everything where it lies on a system, below `root`."""
    share = root / "usr" / "share"
    shutil.copytree(FOLDER, root / "usr" / "lib" / "socialdesk", symlinks=True)
    (root / "usr" / "bin").mkdir(parents=True)
    (root / "usr" / "bin" / "socialdesk").symlink_to("../lib/socialdesk/socialdesk")
    for folder, name in (("applications", "socialdesk.desktop"), ("metainfo", "socialdesk.metainfo.xml")):
        (share / folder).mkdir(parents=True)
        shutil.copy(HERE / name, share / folder / name)
    about = share / "doc" / "socialdesk"
    about.mkdir(parents=True)
    (about / "copyright").write_text(_COPYRIGHT + (ROOT / "LICENSE").read_text(encoding="utf-8"), encoding="utf-8")
    _compressed(ROOT / "CHANGELOG.md", about / "changelog.gz")
    (share / "man" / "man1").mkdir(parents=True)
    _compressed(HERE / "socialdesk.1", share / "man" / "man1" / "socialdesk.1.gz")
    icons = [str(share / "icons" / "hicolor"), *map(str, SIDES)]
    subprocess.run(
        [sys.executable, "-c", _DRAW, *icons], check=True, cwd=ROOT, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    )
    for path in root.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644)


def _compressed(source: Path, target: Path) -> None:
    # Without a time in it, so that the same tree gives the same package.
    target.write_bytes(gzip.compress(source.read_bytes(), 9, mtime=0))


def main() -> int:
    """Build `dist/socialdesk_<version>_<architecture>.deb`; 2 where there is nothing to put into it."""
    if not FOLDER.is_dir() or shutil.which("dpkg-deb") is None:
        print("This needs dist/socialdesk (./dev package folder) and dpkg-deb.", file=sys.stderr)
        return 2
    from socialdesk import __version__ as version

    architecture = subprocess.run(["dpkg", "--print-architecture"], check=True, capture_output=True, text=True).stdout
    root = ROOT / "build" / "deb"
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir(parents=True)
    plant(root)
    size = sum(path.lstat().st_size for path in root.rglob("*") if not path.is_dir())
    (root / "DEBIAN").mkdir()
    (root / "DEBIAN" / "control").write_text(
        _CONTROL.format(
            version=version,
            architecture=architecture.strip(),
            kilobytes=size // 1024,
            depends=depends(),
            recommends="gnome-keyring | kwalletmanager | keepassxc",
        ),
        encoding="utf-8",
    )
    package = ROOT / "dist" / f"socialdesk_{version}_{architecture.strip()}.deb"
    return subprocess.run(["dpkg-deb", "--root-owner-group", "--build", root, package], check=False).returncode


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main())
