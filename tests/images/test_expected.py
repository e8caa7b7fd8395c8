"""Every screen in every look is drawn as the kept picture shows it, and nothing on it is cut or covered."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from socialdesk.desktop.widgets.plain_text import PlainLabel
from tests.images.expected import (
    CLOSELY,
    FOLDER,
    LOOKS,
    QUALITY,
    ROOT,
    difference,
    divided_by,
    draw,
    kept,
    names,
    small,
    some,
)
from tests.images.faults import faults

pytestmark = pytest.mark.image


@pytest.mark.parametrize("look", LOOKS)
def test_the_screens_look_as_they_are_kept_and_have_room_for_their_words(look: str, tmp_path: Path) -> None:
    compare(look, some(look), tmp_path)


@pytest.mark.soak
@pytest.mark.timeout(900)
@pytest.mark.parametrize("look", [one for one in LOOKS if one not in CLOSELY])
def test_every_screen_looks_as_it_is_kept_in_every_look(look: str, tmp_path: Path) -> None:
    compare(look, names(), tmp_path)


def compare(look: str, scenes: Sequence[str], folder: Path) -> None:
    """Draw scenes in a look, and hold them against the kept pictures; what differs is left in `out/images`."""
    left = ROOT / "out" / "images"
    changed: list[str] = []
    drawn = draw(look, folder, scenes)
    assert len(drawn.files) == len(scenes)
    for file in drawn.files:
        got, expected = small(file, look), kept(file.stem)
        where = None if expected is None else difference(expected, got, look)
        if expected is not None and where is None:
            continue
        left.mkdir(parents=True, exist_ok=True)
        got.save(left / f"{file.stem}-got.png")
        if expected is not None and where is not None:
            expected.save(left / f"{file.stem}-expected.png")
            where.save(left / f"{file.stem}-difference.png")
        changed.append(file.stem)

    assert drawn.faults == []
    assert changed == [], f"look at {left}, then keep them: ./dev images"


def test_the_shares_of_the_looks_are_all_screens_together() -> None:
    assert {scene for look in LOOKS if look not in CLOSELY for scene in some(look)} == set(names())


def test_a_picture_is_kept_of_every_screen_in_every_look_and_of_nothing_else() -> None:
    assert {file.stem for file in FOLDER.glob("*.webp")} == {f"{scene}-{look}" for scene in names() for look in LOOKS}


@pytest.mark.parametrize("look", [CLOSELY[0], "contrast"])
def test_one_changed_word_is_a_difference_and_compression_is_none(look: str, tmp_path: Path) -> None:
    picture = Image.new("RGB", (1440, 900), "white")
    ImageDraw.Draw(picture).text((40, 40), "Whole team", fill="black", font_size=13)
    other = picture.copy()
    ImageDraw.Draw(other).text((40, 80), "Mine", fill="black", font_size=13)
    picture.save(tmp_path / "picture.png")
    other.save(tmp_path / "other.png")
    got = small(tmp_path / "picture.png", look)
    got.save(tmp_path / "picture.webp", quality=QUALITY[divided_by(look)])
    with Image.open(tmp_path / "picture.webp") as compressed:
        again = compressed.convert("RGB")

    assert difference(again, got, look) is None
    assert difference(again, small(tmp_path / "other.png", look), look) is not None


@pytest.mark.usefixtures("qapp")
def test_a_cut_label_and_covered_buttons_are_faults() -> None:
    window = QWidget()
    window.resize(500, 100)
    around = QWidget(window)
    line = QHBoxLayout(around)
    label = PlainLabel("A sentence that is far longer than its label")
    label.setFixedWidth(40)
    line.addWidget(label)
    one, other = QPushButton("One"), QPushButton("Other")
    line.addWidget(one)
    line.addWidget(other)
    around.resize(400, 60)
    window.show()
    assert [fault for fault in faults(around) if "is cut" in fault]
    assert not [fault for fault in faults(around) if "over each other" in fault]

    other.move(one.pos())

    assert [fault for fault in faults(around) if "over each other" in fault]
