"""Pictures of the screens as they should be, and how a new one is held against them.

They are kept at half size and slightly compressed, so that the tree stays small: `LEVELS` is more than the compression
changes, `PIXELS` less than one changed word does. `python -m tests.images.expected` draws all of them anew, which is
done after looking at what `tests/images/test_expected.py` left in `out/images`.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from PIL import Image, ImageChops

from socialdesk.desktop.look.tokens import Theme
from tests.images.scenes import all_scenes

FOLDER = Path(__file__).parent / "expected"
SCALE = 2
LEVELS = 80
PIXELS = 40
ROOT = Path(__file__).parents[2]

MAIN = ("main", "palette", "snooze", "saved-reply", "connect", "library", "compact")
"""What is drawn in every look; all other scenes in light and dark."""
LOOKS: dict[str, list[str]] = {
    "light": ["--theme", Theme.LIGHT.value],
    "dark": ["--theme", Theme.DARK.value],
    "contrast": ["--theme", Theme.CONTRAST.value],
    "light-150": ["--theme", Theme.LIGHT.value, "--zoom", "1.5"],
    "light-200": ["--theme", Theme.LIGHT.value, "--zoom", "2"],
    "light-fr": ["--theme", Theme.LIGHT.value, "--language", "fr"],
    "light-pseudo": ["--theme", Theme.LIGHT.value, "--language", "pseudo"],
    "light-mirrored": ["--theme", Theme.LIGHT.value, "--mirrored"],
}
UNSTILL = ("settings-storage",)
"""What tells of this machine, such as where files lie and how large they are, is never twice the same."""
WHOLE = ("light", "dark")
"""The looks in which every scene is drawn."""


def draw(look: str, folder: Path) -> list[Path]:
    """Draw what belongs to a look in a process of its own, at one pixel a logical pixel."""
    scenes = [one for one in all_scenes() if one not in UNSTILL] if look in WHOLE else list(MAIN)
    command = [sys.executable, "-m", "tests.images.shots", str(folder), *scenes, *LOOKS[look]]
    alone = {"QT_SCALE_FACTOR": "1", "QT_QPA_PLATFORM": "offscreen", "TZ": "UTC", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(command, cwd=ROOT, env=os.environ | alone, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"the screens could not be drawn {look}:\n{done.stderr}")
    return [Path(line) for line in done.stdout.splitlines()]


def halved(file: Path) -> Image.Image:
    """A picture at the size the kept ones have."""
    with Image.open(file) as picture:
        return picture.convert("RGB").resize((picture.width // SCALE, picture.height // SCALE), Image.Resampling.BOX)


def difference(expected: Image.Image, got: Image.Image) -> Image.Image | None:
    """Where two pictures differ more than compression can make them, in white; None when they are alike."""
    if expected.size != got.size:
        return Image.new("L", got.size, 255)
    bands = ImageChops.difference(expected, got).split()
    most = ImageChops.lighter(ImageChops.lighter(bands[0], bands[1]), bands[2])
    shown = most.point([255 if level > LEVELS else 0 for level in range(256)])
    return shown if shown.histogram()[255] > PIXELS else None


def kept(name: str) -> Image.Image | None:
    """The picture of a scene in a look, such as `main-dark`, as it should be."""
    file = FOLDER / f"{name}.webp"
    if not file.exists():
        return None
    with Image.open(file) as picture:
        return picture.convert("RGB")


def _keep(look: str) -> list[str]:
    changed: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        for file in draw(look, Path(folder)):
            got, before = halved(file), kept(file.stem)
            if before is None or difference(before, got) is not None:
                got.save(FOLDER / f"{file.stem}.webp", quality=82, method=6)
                changed.append(file.stem)
    return changed


def main() -> int:
    """Keep every screen as it is drawn now, and say which ones changed."""
    FOLDER.mkdir(exist_ok=True)
    with ThreadPoolExecutor(2) as pool:
        for changed in pool.map(_keep, sys.argv[1:] or list(LOOKS)):
            for name in changed:
                sys.stdout.write(f"{name}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
