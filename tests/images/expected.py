"""Pictures of the screens as they should be, and how a new one is held against them.

They are kept small, at a half or a third of their size and compressed, so that the tree stays small: `LEVELS` is more
than the compression changes, `PIXELS` less than one changed word does. `python -m tests.images.expected` draws all of
them anew, which is done after looking at what `tests/images/test_expected.py` left in `out/images`.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageChops

from socialdesk.desktop.look.tokens import Theme
from tests.images.scenes import all_scenes

FOLDER = Path(__file__).parent / "expected"
LEVELS = 80
PIXELS = {2: 24, 3: 14}
"""How many pixels may differ, by what the size was divided by."""
QUALITY = {2: 82, 3: 70}
ROOT = Path(__file__).parents[2]

MAIN = ("main", "palette", "snooze", "saved-reply", "connect", "library", "compact")
"""What is drawn in every look with every change."""
LOOKS: dict[str, list[str]] = {
    "light": ["--theme", Theme.LIGHT.value],
    "dark": ["--theme", Theme.DARK.value],
    "contrast": ["--theme", Theme.CONTRAST.value],
    "light-150": ["--theme", Theme.LIGHT.value, "--zoom", "1.5"],
    "light-200": ["--theme", Theme.LIGHT.value, "--zoom", "2"],
    "light-fr": ["--theme", Theme.LIGHT.value, "--language", "fr"],
    "light-pseudo": ["--theme", Theme.LIGHT.value, "--language", "pseudo"],
    "light-mirrored": ["--theme", Theme.LIGHT.value, "--mirrored"],
    "light-200-900x600": ["--theme", Theme.LIGHT.value, "--zoom", "2", "--size", "900x600"],
}
CLOSELY = ("light", "dark")
"""The looks whose pictures are kept at half their size; the others at a third."""
UNSTILL = ("settings-storage",)
"""What tells of this machine, such as where files lie and how large they are, is never twice the same."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a look gave: the pictures, and a sentence for all that is cut or covered on them."""

    files: Sequence[Path]
    faults: Sequence[str]


def names() -> list[str]:
    """The scenes of which pictures are kept."""
    return [scene for scene in all_scenes() if scene not in UNSTILL]


def some(look: str) -> list[str]:
    """Scenes that stand for all in a look: all where it is looked at closely, else the main ones and a share.

    Each of the other looks has another share, so that together they draw every scene.
    """
    if look in CLOSELY:
        return names()
    others = [one for one in LOOKS if one not in CLOSELY]
    rest = [one for one in names() if one not in MAIN]
    return [*MAIN, *rest[others.index(look) :: len(others)]]


def draw(look: str, folder: Path, scenes: Sequence[str]) -> Drawn:
    """Draw scenes in a look in a process of its own, at one pixel a logical pixel."""
    told = folder / "faults.txt"
    command = [sys.executable, "-m", "tests.images.shots", str(folder), *scenes, *LOOKS[look], "--faults", str(told)]
    alone = {"QT_SCALE_FACTOR": "1", "QT_QPA_PLATFORM": "offscreen", "TZ": "UTC", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(command, cwd=ROOT, env=os.environ | alone, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"the screens could not be drawn {look}:\n{done.stderr}")
    return Drawn([Path(line) for line in done.stdout.splitlines()], told.read_text(encoding="utf-8").splitlines())


def divided_by(look: str) -> int:
    """By what the size of the pictures of a look is divided."""
    return 2 if look in CLOSELY else 3


def small(file: Path, look: str) -> Image.Image:
    """A picture at the size the kept ones of its look have."""
    by = divided_by(look)
    with Image.open(file) as picture:
        return picture.convert("RGB").resize((picture.width // by, picture.height // by), Image.Resampling.BOX)


def difference(expected: Image.Image, got: Image.Image, look: str) -> Image.Image | None:
    """Where two pictures differ more than compression can make them, in white; None when they are alike."""
    if expected.size != got.size:
        return Image.new("L", got.size, 255)
    bands = ImageChops.difference(expected, got).split()
    most = ImageChops.lighter(ImageChops.lighter(bands[0], bands[1]), bands[2])
    shown = most.point([255 if level > LEVELS else 0 for level in range(256)])
    return shown if shown.histogram()[255] > PIXELS[divided_by(look)] else None


def kept(name: str) -> Image.Image | None:
    """The picture of a scene in a look, such as `main-dark`, as it should be."""
    file = FOLDER / f"{name}.webp"
    if not file.exists():
        return None
    with Image.open(file) as picture:
        return picture.convert("RGB")


def _put(name: str, got: Image.Image, look: str) -> None:
    """Keep a picture so small that compression makes no difference of it; many small colours need more."""
    for quality in (QUALITY[divided_by(look)], 92, 98):
        got.save(FOLDER / f"{name}.webp", quality=quality, method=6)
        again = kept(name)
        if again is not None and difference(again, got, look) is None:
            return
    got.save(FOLDER / f"{name}.webp", lossless=True, method=6)


def _keep(look: str) -> list[str]:
    changed: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        drawn = draw(look, Path(folder), names())
        for file in drawn.files:
            got, before = small(file, look), kept(file.stem)
            if before is None or difference(before, got, look) is not None:
                _put(file.stem, got, look)
                changed.append(file.stem)
    return [*changed, *drawn.faults]


def main() -> int:
    """Keep every screen as it is drawn now; say which ones changed, and what is cut or covered on them."""
    FOLDER.mkdir(exist_ok=True)
    with ThreadPoolExecutor(2) as pool:
        for told in pool.map(_keep, sys.argv[1:] or list(LOOKS)):
            for line in told:
                sys.stdout.write(f"{line}\n")
    for file in FOLDER.glob("*.webp"):
        if file.stem not in {f"{scene}-{look}" for scene in names() for look in LOOKS}:
            file.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main())
