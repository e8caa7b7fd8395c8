"""Makes the pictures of the manual out of the scenes: `python -m tools.pictures [NAME …]`.

What each page shows is in `tools/shown.py`; the same scenes are drawn in every language of the manual, at one still
moment of the demo. Pictures are small on purpose, since they are kept with the code.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# One pixel a logical pixel: the letters stay sharp enough, the files stay small.
os.environ.setdefault("QT_SCALE_FACTOR", "1")

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from socialdesk.desktop.look.tokens import Theme
from tests.images.shots import Look, take
from tools.shown import LANGUAGES, MANUAL, MOST_BYTES, PAGES, PICTURES

WIDE = 1200
"""Pixels across at most; a whole window is made that small."""
QUALITIES = (74, 66, 58, 50, 42, 34, 26, 18)
"""Tried in this order, until the file is small enough."""


def make(scenes: Sequence[str]) -> list[Path]:
    """Draw these scenes in every language and put them into the manual; gives the files."""
    parts = {picture.scene: picture.part for page in PAGES.values() for picture in page}
    written: list[Path] = []
    with tempfile.TemporaryDirectory() as folder:
        for language in LANGUAGES:
            for drawn, scene in zip(take(Path(folder), scenes, [Look(Theme.LIGHT, language)]), scenes, strict=True):
                written.append(_small(drawn, PICTURES / language / f"{scene}.webp", parts[scene]))
    return written


def _small(drawn: Path, file: Path, part: tuple[int, int, int, int] | None) -> Path:
    """Write a picture anew, small. Raises ValueError where it stays too large, OSError where it cannot be written."""
    image = QImage(str(drawn))
    if part:
        image = image.copy(*part)
    if image.width() > WIDE:
        image = image.scaledToWidth(WIDE, Qt.TransformationMode.SmoothTransformation)
    file.parent.mkdir(parents=True, exist_ok=True)
    for quality in QUALITIES:
        if not image.save(str(file), quality=quality):
            raise OSError(f"{file} could not be written")
        if file.stat().st_size <= MOST_BYTES:
            return file
    raise ValueError(f"{file.name} has {file.stat().st_size} bytes; at most {MOST_BYTES} are kept")


def main() -> int:
    """Make what the arguments name, every picture when they name nothing."""
    known = [picture.scene for page in PAGES.values() for picture in page]
    parser = argparse.ArgumentParser(description="Make the pictures of the manual.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(known)}; all when none")
    for file in make(parser.parse_args().names or known):
        print(f"{file.relative_to(MANUAL)}: {file.stat().st_size // 1000} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
