"""What can be said of the screens without looking at them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication, QWidget

from socialdesk.desktop.look.tokens import Theme
from socialdesk.desktop.shell.window import Window
from tests.images.shots import Look, take

pytestmark = pytest.mark.image


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> dict[str, Image.Image]:
    folder = tmp_path_factory.mktemp("shots")
    files = take(
        folder, ["main", "saved-reply", "palette", "connect", "empty", "offline"], [Look(Theme.LIGHT), Look(Theme.DARK)]
    )
    return {file.stem: Image.open(file).convert("RGB") for file in files}


def colours(picture: Image.Image, left: float, top: float, right: float, bottom: float) -> int:
    """How many colours a part of a picture has, its edges given as shares of the whole."""
    wide, high = picture.size
    part = picture.crop((int(left * wide), int(top * high), int(right * wide), int(bottom * high)))
    return len(part.getcolors(1_000_000) or [])


def test_every_part_of_the_main_window_shows_something(pictures: dict[str, Image.Image]) -> None:
    for name in ("main-light", "main-dark"):
        rail, queue, conversation, context = ((0, 0.15), (0.16, 0.42), (0.43, 0.8), (0.81, 1))
        for left, right in (rail, queue, conversation, context):
            assert colours(pictures[name], left, 0, right, 1) > 100, (name, left)


def test_light_is_light_and_dark_is_dark(pictures: dict[str, Image.Image]) -> None:
    for scene in ("main", "saved-reply", "palette", "connect", "empty", "offline"):
        light, dark = (
            pictures[f"{scene}-{which}"].convert("L").resize((1, 1)).getpixel((0, 0)) for which in ("light", "dark")
        )
        assert isinstance(light, int)
        assert isinstance(dark, int)
        assert light > 120
        assert dark < 70


def test_an_overlay_changes_the_middle_of_the_window(pictures: dict[str, Image.Image]) -> None:
    main = pictures["main-light"]
    for scene in ("saved-reply", "palette", "connect"):
        box = (int(main.width * 0.45), int(main.height * 0.4), int(main.width * 0.78), int(main.height * 0.7))
        assert main.crop(box).tobytes() != pictures[f"{scene}-light"].crop(box).tobytes()


def test_offline_is_told_above_everything(pictures: dict[str, Image.Image]) -> None:
    main, offline = pictures["main-light"], pictures["offline-light"]
    strip = (0, 0, main.width, int(main.height * 0.045))

    assert main.crop(strip).tobytes() != offline.crop(strip).tobytes()


def test_nothing_is_pointed_at_but_what_a_scene_points_at(tmp_path: Path, qapp: QApplication) -> None:
    pointed: dict[str, list[str]] = {}

    def note(window: Window, name: str) -> None:
        hot = [one for one in window.findChildren(QWidget) if one.underMouse() and one.isVisible()]
        pointed[name] = [type(one).__name__ for one in hot]

    take(tmp_path, ["settings-appearance"], [Look(Theme.LIGHT)], note)
    assert pointed == {"settings-appearance-light": []}
