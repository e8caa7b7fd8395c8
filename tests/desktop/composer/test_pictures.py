"""Pictures go with an answer: taken by paste, drop and choice, checked, described, ordered, kept, taken back."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from socialdesk.desktop.bridge.bridge import Bridge, PlatformCard
from socialdesk.desktop.bridge.picture_work import Unfit, prepared, shrunk
from socialdesk.model.capability import AttachmentLimit, Capabilities, Level, TextLimit, TextUnit
from socialdesk.model.media import Refusal
from socialdesk.model.outgoing import OutgoingPicture, Trouble, moved, trouble_with
from socialdesk.model.thread import Kind
from socialdesk.store.desk import Desk as DeskFile
from tests.desktop.composer.test_place import CTRL, SHIFT, Desk
from tests.desktop.conversation.world import World

LIMIT = AttachmentLimit(2, ("image/jpeg", "image/png"), 60_000, 2_000)


def jpeg(colour: str = "orange", size: tuple[int, int] = (80, 40), **more: object) -> bytes:
    written = io.BytesIO()
    Image.new("RGB", size, colour).save(written, "JPEG", **more)
    return written.getvalue()


def with_place(orientation: int = 1) -> bytes:
    """A photograph that tells where it was taken, by whose camera, how it was held, with words and a second picture."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "Secret Camera"
    exif.get_ifd(0x8825)[1] = "N"
    return jpeg(exif=exif, comment=b"secret words") + b"tail" + jpeg("navy", exif=exif)


@pytest.fixture
def gallery(qtbot: QtBot, tmp_path: Path) -> Iterator[tuple[World, Desk]]:
    """A desk on a platform that takes two pictures."""
    world = World(tmp_path / "gallery")
    world.says("Show me.")
    able = Capabilities(TextLimit(TextUnit.GRAPHEMES, 1000), {"reply": Level.FULL}, attachments=LIMIT)
    card = PlatformCard("demo", "Demo", "demo", (), "", dict.fromkeys(Kind, able))
    world.bridge._platforms = (card,)
    desk = Desk(world, qtbot)
    yield world, desk
    desk.composer.keep_draft()
    world.bridge.outgoing.wait()
    world.close()


def attach(desk: Desk, tmp_path: Path, *files: bytes) -> None:
    paths: list[str] = []
    for number, data in enumerate(files):
        file = tmp_path / f"picture{number}.jpg"
        file.write_bytes(data)
        paths.append(str(file))
    many = len(desk.composer._writing.pictures) + len(set(files))
    desk.composer.pictures.take_files(paths)
    desk.qtbot.waitUntil(lambda: len(desk.composer._writing.pictures) == many)


def test_what_a_camera_wrote_is_gone_and_the_picture_is_as_it_was() -> None:
    made = prepared(with_place())

    assert b"Secret" not in made.data
    assert b"secret" not in made.data
    assert b"tail" not in made.data
    with Image.open(io.BytesIO(made.data)) as image, Image.open(io.BytesIO(with_place())) as before:
        assert not image.getexif()
        assert image.tobytes() == before.tobytes()


def test_a_picture_held_sideways_is_turned_before_its_mark_goes() -> None:
    made = prepared(with_place(orientation=6))

    assert (made.picture.width, made.picture.height) == (40, 80)
    with Image.open(io.BytesIO(made.data)) as image:
        assert image.size == (40, 80)
        assert not image.getexif()


@pytest.mark.parametrize("form", ["PNG", "WEBP", "GIF"])
def test_other_forms_keep_nothing_either(form: str) -> None:
    written = io.BytesIO()
    frames = [Image.new("RGB", (20, 20), colour) for colour in ("red", "blue")]
    exif = Image.Exif()
    exif[0x010F] = "Secret Camera"
    more = {} if form == "GIF" else {"exif": exif}
    frames[0].save(written, form, save_all=form == "GIF", append_images=frames[1:], comment=b"secret words", **more)
    made = prepared(written.getvalue())

    assert b"ecret" not in made.data
    with Image.open(io.BytesIO(made.data)) as image:
        assert image.format == form
        assert getattr(image, "n_frames", 1) == (2 if form == "GIF" else 1)


@pytest.mark.parametrize(
    ("data", "why"), [(b"<svg onload=alert(1)>", Refusal.NO_PICTURE), (jpeg()[:200], Refusal.BROKEN)]
)
def test_what_is_no_picture_is_refused(data: bytes, why: Refusal) -> None:
    with pytest.raises(Unfit) as refused:
        prepared(data)

    assert refused.value.refusal is why


def test_too_heavy_a_picture_can_be_made_to_fit() -> None:
    noise = Image.effect_noise((900, 700), 90).convert("RGB")
    written = io.BytesIO()
    noise.save(written, "JPEG", quality=95)
    made = shrunk(written.getvalue(), 60_000, 2_000)

    assert made.picture.size_bytes == len(made.data) <= 60_000
    assert made.picture.width / made.picture.height == pytest.approx(9 / 7, rel=0.02)


def test_every_limit_of_a_platform_is_told_by_the_first_picture_that_breaks_it() -> None:
    fine = OutgoingPicture("a", "image/png", 10, 10, 100)

    assert trouble_with([fine, fine], LIMIT) is None
    assert trouble_with([fine], None) == (0, Trouble.NOT_TAKEN)
    assert trouble_with([fine, fine, fine], LIMIT) == (2, Trouble.TOO_MANY)
    assert trouble_with([fine, replace(fine, media_type="image/webp")], LIMIT) == (1, Trouble.WRONG_TYPE)
    assert trouble_with([replace(fine, size_bytes=60_001)], LIMIT) == (0, Trouble.TOO_HEAVY)
    assert trouble_with([replace(fine, height=2_001)], LIMIT) == (0, Trouble.TOO_LARGE)
    assert moved([fine, replace(fine, id="b")], 0, 5)[1].id == "a"


def test_a_picture_goes_with_the_answer_and_its_description_is_asked_once(
    gallery: tuple[World, Desk], tmp_path: Path
) -> None:
    world, desk = gallery
    attach(desk, tmp_path, jpeg())
    desk.type("Like this")
    desk.press(Qt.Key.Key_Return, CTRL)
    card = desk.composer.pictures.alt_card
    assert card is not None
    assert card.isVisible()
    assert world.replies() == []
    QTest.keyClicks(card.field, "An orange field")
    QTest.keyClick(card.field, Qt.Key.Key_Return)
    desk.press(Qt.Key.Key_Return, CTRL)

    (reply,) = world.replies()
    (picture,) = reply.pictures
    assert (picture.alt, picture.media_type, picture.width) == ("An orange field", "image/jpeg", 80)
    assert world.desk.outgoing_data(picture.id) is not None
    assert desk.composer.box.tray.buttons == []


def test_a_description_can_be_left_out(gallery: tuple[World, Desk], tmp_path: Path) -> None:
    world, desk = gallery
    attach(desk, tmp_path, jpeg())
    desk.press(Qt.Key.Key_Return, CTRL)
    assert desk.composer.pictures.alt_card is not None
    desk.composer.pictures.alt_card.without.click()
    desk.press(Qt.Key.Key_Return, CTRL)

    (reply,) = world.replies()
    assert (reply.text, reply.pictures[0].alt) == ("", "")


def test_pictures_are_moved_and_removed_by_key(gallery: tuple[World, Desk], tmp_path: Path) -> None:
    _, desk = gallery
    attach(desk, tmp_path, jpeg("red"), jpeg("blue"))
    first, second = (one.id for one in desk.composer._writing.pictures)
    tray = desk.composer.box.tray
    tray.buttons[0].setFocus()
    QTest.keyClick(tray.buttons[0], Qt.Key.Key_Right, CTRL)
    assert [one.id for one in desk.composer._writing.pictures] == [second, first]
    assert tray.buttons[1].hasFocus()
    QTest.keyClick(tray.buttons[1], Qt.Key.Key_Delete)

    assert [one.id for one in desk.composer._writing.pictures] == [second]


def test_what_is_pasted_from_the_clipboard_is_attached(gallery: tuple[World, Desk]) -> None:
    _, desk = gallery
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    pasted = QMimeData()
    pasted.setImageData(image)
    assert desk.editor.canInsertFromMimeData(pasted)
    desk.editor.insertFromMimeData(pasted)
    desk.qtbot.waitUntil(lambda: len(desk.composer._writing.pictures) == 1)

    assert desk.composer._writing.pictures[0].media_type == "image/png"
    assert desk.editor.text() == ""


def test_a_dropped_file_is_attached_and_its_name_is_not_written(gallery: tuple[World, Desk], tmp_path: Path) -> None:
    _, desk = gallery
    file = tmp_path / "seam.jpg"
    file.write_bytes(jpeg())
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(file))])
    dropped.setText(file.as_uri())
    desk.editor.insertFromMimeData(dropped)
    desk.qtbot.waitUntil(lambda: len(desk.composer._writing.pictures) == 1)

    assert desk.editor.text() == ""


def test_one_too_many_says_so_and_nothing_leaves(gallery: tuple[World, Desk], tmp_path: Path) -> None:
    world, desk = gallery
    attach(desk, tmp_path, jpeg("red"), jpeg("blue"), jpeg("green"))
    desk.press(Qt.Key.Key_Return, CTRL)

    assert desk.composer.box.tray.trouble.text() == "Instagram takes 2 pictures. Remove the others to send."
    assert not desk.composer.box.button.main.isEnabled()
    assert world.replies() == []


def test_too_heavy_says_by_how_much_and_is_made_smaller(gallery: tuple[World, Desk], tmp_path: Path) -> None:
    _, desk = gallery
    written = io.BytesIO()
    Image.effect_noise((900, 700), 90).convert("RGB").save(written, "JPEG", quality=95)
    attach(desk, tmp_path, written.getvalue())
    tray = desk.composer.box.tray
    assert "Instagram takes 0.1 MB" in tray.trouble.text()
    tray.smaller.click()
    desk.qtbot.waitUntil(lambda: not tray.trouble.text())

    (picture,) = desk.composer._writing.pictures
    assert picture.size_bytes <= LIMIT.bytes_most
    assert desk.composer.box.button.main.isEnabled()


def test_a_file_that_is_no_picture_says_what_can_be_sent(gallery: tuple[World, Desk], tmp_path: Path) -> None:
    _, desk = gallery
    file = tmp_path / "letter.png"
    file.write_bytes(b"Dear all")
    desk.composer.pictures.take_files([str(file)])
    tray = desk.composer.box.tray
    desk.qtbot.waitUntil(lambda: bool(tray.trouble.text()))

    assert tray.trouble.text() == "letter.png is no picture that can be sent. JPEG, PNG, GIF and WebP can."
    assert desk.composer._writing.pictures == ()


def test_a_platform_without_pictures_says_so(world: World, qtbot: QtBot, tmp_path: Path) -> None:
    world.says("?")
    desk = Desk(world, qtbot)
    assert not desk.composer.box.attach.isVisible()
    desk.press(Qt.Key.Key_A, CTRL | SHIFT)

    assert desk.composer.box.tray.trouble.text() == "Instagram takes no pictures here."
    desk.composer.keep_draft()


def test_pictures_come_back_with_the_draft_and_with_undo(gallery: tuple[World, Desk], tmp_path: Path) -> None:
    world, desk = gallery
    attach(desk, tmp_path, jpeg())
    other = world.begin("Priya Nair")
    desk.composer.open(other.id)
    assert desk.composer.box.tray.buttons == []
    desk.composer.open(world.thread.id)
    assert len(desk.composer.box.tray.buttons) == 1
    desk.type("See")
    desk.press(Qt.Key.Key_Return, CTRL)
    assert desk.composer.pictures.alt_card is not None
    desk.composer.pictures.alt_card.without.click()
    desk.press(Qt.Key.Key_Return, CTRL)
    assert len(world.replies()) == 1
    world.bridge.submit.undo()

    assert desk.editor.text() == "See"
    assert len(desk.composer.box.tray.buttons) == 1


def test_what_nothing_names_any_more_is_forgotten(gallery: tuple[World, Desk], tmp_path: Path) -> None:
    world, desk = gallery
    attach(desk, tmp_path, jpeg("red"), jpeg("blue"))
    keep, drop = (one.id for one in desk.composer._writing.pictures)
    desk.composer.pictures.remove(1)
    later = world.clock.now() + timedelta(days=1)

    assert world.desk.drop_outgoing((), world.clock.now()) == 0
    assert world.desk.drop_outgoing((), later) == 1
    assert world.desk.outgoing_data(keep) is not None
    assert world.desk.outgoing_data(drop) is None


def test_a_picture_survives_the_end_of_the_program(gallery: tuple[World, Desk], tmp_path: Path) -> None:
    world, desk = gallery
    attach(desk, tmp_path, jpeg())
    again = DeskFile(world.unlocked.workspace.desk, None, write=False)
    draft = again.draft(world.thread.id)
    assert draft is not None
    assert again.outgoing_data(draft.pictures[0].id) is not None
    again.close()


def test_every_picture_says_what_it_is_to_readers(gallery: tuple[World, Desk], tmp_path: Path) -> None:
    _, desk = gallery
    attach(desk, tmp_path, jpeg())
    (button,) = desk.composer.box.tray.buttons

    assert button.accessibleName() == "Picture 1 of 1: no description yet"
    assert "Delete removes it" in button.accessibleDescription()
    assert isinstance(desk.composer._bridge, Bridge)
