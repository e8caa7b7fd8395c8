"""Every screen in every look is drawn as the kept picture shows it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from tests.images.expected import FOLDER, LOOKS, ROOT, UNSTILL, WHOLE, difference, draw, halved, kept
from tests.images.scenes import all_scenes

pytestmark = pytest.mark.image


@pytest.mark.parametrize("look", LOOKS)
def test_the_screens_look_as_they_are_kept(look: str, tmp_path: Path) -> None:
    left = ROOT / "out" / "images"
    changed: list[str] = []
    for file in draw(look, tmp_path):
        got, expected = halved(file), kept(file.stem)
        where = None if expected is None else difference(expected, got)
        if expected is not None and where is None:
            continue
        left.mkdir(parents=True, exist_ok=True)
        got.save(left / f"{file.stem}-got.png")
        if expected is not None and where is not None:
            expected.save(left / f"{file.stem}-expected.png")
            where.save(left / f"{file.stem}-difference.png")
        changed.append(file.stem)

    assert changed == [], f"look at {left}, then keep them: ./dev images"


def test_no_picture_is_kept_of_a_screen_that_is_not_drawn() -> None:
    scenes = set(all_scenes()) - set(UNSTILL)
    names = {f"{scene}-{look}" for scene in scenes for look in LOOKS}

    assert {file.stem for file in FOLDER.glob("*.webp")} <= names
    assert {f"{scene}-{look}" for scene in scenes for look in WHOLE} <= {file.stem for file in FOLDER.glob("*.webp")}


def test_one_changed_word_is_a_difference_and_compression_is_none(tmp_path: Path) -> None:
    picture = Image.new("RGB", (720, 450), "white")
    ImageDraw.Draw(picture).text((40, 40), "Whole team", fill="black")
    other = picture.copy()
    ImageDraw.Draw(other).text((40, 80), "Mine", fill="black")
    picture.save(tmp_path / "picture.webp", quality=82)
    with Image.open(tmp_path / "picture.webp") as compressed:
        again = compressed.convert("RGB")

    assert difference(again, picture) is None
    assert difference(again, other) is not None
