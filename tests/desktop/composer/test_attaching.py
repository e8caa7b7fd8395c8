"""Files are let fall, pasted and chosen by somebody in a hurry: of every kind, many at once, and gone on from."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.desktop.composer.test_pictures import attach, gallery, jpeg
from tests.desktop.composer.test_place import CTRL, SHIFT, Desk
from tests.desktop.conversation.world import World

__all__ = ["gallery"]


def files(*paths: Path) -> QMimeData:
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return held


def drop(onto: QWidget, held: QMimeData) -> None:
    at, copy, left, none = (
        QPointF(onto.rect().center()),
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter = QDragEnterEvent(at.toPoint(), copy, held, left, none)
    QApplication.sendEvent(onto, enter)
    if enter.isAccepted():
        QApplication.sendEvent(onto, QDropEvent(at, copy, held, left, none))


def made(folder: Path, name: str, data: bytes) -> Path:
    file = folder / name
    file.write_bytes(data)
    return file


def test_a_file_that_is_no_picture_is_refused_by_name_and_its_path_is_not_written(
    gallery: tuple[World, Desk], tmp_path: Path
) -> None:
    _, desk = gallery
    drop(desk.editor.viewport(), files(made(tmp_path, "invoice.pdf", b"%PDF-1.4")))
    tray = desk.composer.box.tray
    desk.qtbot.waitUntil(lambda: bool(tray.trouble.text()))

    assert tray.trouble.text() == "invoice.pdf is no picture that can be sent. JPEG, PNG, GIF and WebP can."
    assert desk.editor.text() == ""


def test_of_a_handful_what_is_fit_is_taken_and_what_is_not_stays_named(
    gallery: tuple[World, Desk], tmp_path: Path
) -> None:
    _, desk = gallery
    film = made(tmp_path, "clip.mp4", b"\0\0\0\x18ftypmp42")
    letter = made(tmp_path, "letter.png", b"Dear all")
    picture = made(tmp_path, "seam.jpg", jpeg())
    gone = tmp_path / "moved.jpg"
    drop(desk.editor.viewport(), files(film, letter, gone, picture))
    desk.qtbot.waitUntil(lambda: len(desk.composer._writing.pictures) == 1)

    assert desk.composer.box.tray.trouble.text() == (
        "These files are no pictures that can be sent: clip.mp4, letter.png. JPEG, PNG, GIF and WebP can."
        f" moved.jpg cannot be read: {os.strerror(2)}."
    )


def test_a_film_larger_than_any_picture_is_called_no_picture(gallery: tuple[World, Desk], tmp_path: Path) -> None:
    _, desk = gallery
    film, photo = tmp_path / "long.mov", tmp_path / "pano.jpg"
    for file, head in ((film, b"\0\0\0\x14ftypqt  "), (photo, jpeg())):
        with file.open("wb") as opened:
            opened.write(head)
            opened.truncate(30_000_000)
    desk.composer.pictures.take_files([str(film), str(photo), str(tmp_path)])
    tray = desk.composer.box.tray
    desk.qtbot.waitUntil(lambda: "pano.jpg" in tray.trouble.text() and tmp_path.name[:10] in tray.trouble.text())

    assert tray.trouble.text().startswith("These files are no pictures that can be sent: long.mov, ")
    assert tray.trouble.text().endswith("pano.jpg is too large to be sent from here. Attach a smaller one.")


def test_what_falls_beside_the_text_is_attached_and_words_are_not_taken_there(
    gallery: tuple[World, Desk], tmp_path: Path
) -> None:
    _, desk = gallery
    words = QMimeData()
    words.setText("Hello")
    drop(desk.composer, words)
    drop(desk.composer, files(made(tmp_path, "seam.jpg", jpeg())))
    desk.qtbot.waitUntil(lambda: len(desk.composer._writing.pictures) == 1)

    assert desk.editor.text() == ""


def test_an_answer_does_not_leave_without_the_picture_that_is_still_made_ready(
    gallery: tuple[World, Desk], tmp_path: Path
) -> None:
    world, desk = gallery
    desk.type("See this")
    desk.composer.pictures.take_files([str(made(tmp_path, "seam.jpg", jpeg()))])
    desk.press(Qt.Key.Key_Return, CTRL)

    assert world.replies() == []
    assert "still being made ready" in desk.composer.box.tray.trouble.text()
    desk.qtbot.waitUntil(lambda: len(desk.composer._writing.pictures) == 1)
    assert desk.composer.box.tray.trouble.text() == ""
    desk.press(Qt.Key.Key_Return, CTRL)
    assert desk.composer.pictures.alt_card is not None
    desk.composer.pictures.alt_card.without.click()
    desk.press(Qt.Key.Key_Return, CTRL)
    (reply,) = world.replies()
    assert len(reply.pictures) == 1


@pytest.mark.parametrize("goes_on", ["to another thread", "to a note"])
def test_a_picture_is_with_the_answer_it_was_attached_to_wherever_its_writer_went(
    gallery: tuple[World, Desk], tmp_path: Path, goes_on: str
) -> None:
    world, desk = gallery
    other = world.begin("Priya Nair")
    desk.type("See this")
    desk.composer.pictures.take_files([str(made(tmp_path, "seam.jpg", jpeg()))])
    if goes_on == "to a note":
        desk.press(Qt.Key.Key_M, CTRL | SHIFT)
    else:
        desk.composer.open(other.id)
    world.bridge.outgoing.wait()
    desk.qtbot.waitUntil(lambda: bool((draft := world.desk.draft(world.thread.id)) and draft.pictures))
    assert desk.composer._writing.pictures == ()
    if goes_on == "to a note":
        desk.press(Qt.Key.Key_M, CTRL | SHIFT)
    else:
        desk.composer.open(world.thread.id)

    assert desk.editor.text() == "See this"
    assert len(desk.composer.box.tray.buttons) == 1


def test_undo_brings_back_a_picture_that_was_taken_out(gallery: tuple[World, Desk], tmp_path: Path) -> None:
    _, desk = gallery
    attach(desk, tmp_path, jpeg("red"), jpeg("blue"))
    desk.type("Two")
    before = desk.composer._writing.pictures
    tray = desk.composer.box.tray
    for _ in before:
        tray.buttons[0].setFocus()
        QTest.keyClick(tray.buttons[0], Qt.Key.Key_Delete)
    assert desk.editor.hasFocus()
    desk.press(Qt.Key.Key_Z, CTRL)
    assert desk.composer._writing.pictures == before[1:]
    assert desk.editor.text() == "Two"
    QTest.keyClick(tray.buttons[0], Qt.Key.Key_Delete)
    desk.type("!")
    desk.press(Qt.Key.Key_Z, CTRL)

    assert desk.composer._writing.pictures == ()
    assert desk.editor.text() != "Two!"  # it was the last letter that undo spoke of


def test_many_pictures_stand_side_by_side_and_the_words_beside_them(
    gallery: tuple[World, Desk], tmp_path: Path
) -> None:
    _, desk = gallery
    written = [io.BytesIO() for _ in range(14)]
    for number, file in enumerate(written):
        Image.new("RGB", (40, 40), (number * 15, 90, 90)).save(file, "JPEG")
    attach(desk, tmp_path, *(file.getvalue() for file in written))
    tray = desk.composer.box.tray
    desk.qtbot.waitUntil(lambda: tray.trouble.width() > 100)
    rights = [one.geometry().right() for one in tray.buttons]

    assert all(one.geometry().left() > before for one, before in zip(tray.buttons[1:], rights, strict=False))
    assert tray.minimumSizeHint().width() < desk.composer.width()
    strip = tray.buttons[0].parentWidget().parentWidget()
    assert strip is not None
    assert tray.trouble.geometry().left() > strip.geometry().right()
    assert tray.trouble.heightForWidth(tray.trouble.width()) <= tray.height()
    tray.buttons[-1].setFocus()
    seen = tray.buttons[-1].mapTo(strip, tray.buttons[-1].rect().center())
    assert strip.rect().contains(seen)


def test_what_was_said_of_a_file_is_old_once_an_answer_is_given(gallery: tuple[World, Desk], tmp_path: Path) -> None:
    world, desk = gallery
    desk.composer.pictures.take_files([str(made(tmp_path, "invoice.pdf", b"%PDF-1.4"))])
    desk.qtbot.waitUntil(lambda: bool(desk.composer.box.tray.trouble.text()))
    desk.type("Without it")
    desk.press(Qt.Key.Key_Return, CTRL)

    assert len(world.replies()) == 1
    assert desk.composer.box.tray.trouble.text() == ""
