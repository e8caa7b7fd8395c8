"""Pictures go with a saved reply: kept with it, sent with it, taken to a file and back, gone with it."""

from __future__ import annotations

import base64
import io
import json
from dataclasses import replace
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from socialdesk.model.delivery import Delivery
from socialdesk.model.identifiers import ThreadId
from socialdesk.model.saved_reply import SavedReply
from socialdesk.model.saved_reply_check import PICTURES
from socialdesk.model.saved_reply_command import DeleteSavedReply, SaveReply
from socialdesk.store import shelf
from tests.desktop.library.test_page import CTRL, choose, kept, opened, press
from tests.desktop.library.test_transfer import looked_at
from tests.desktop.shell.conftest import Sitting


def png(colour: str = "teal", side: int = 60) -> bytes:
    written = io.BytesIO()
    Image.new("RGB", (side, side), colour).save(written, "PNG")
    return written.getvalue()


def with_picture(sitting: Sitting, qtbot: QtBot, tmp_path: Path, shortcut: str) -> SavedReply:
    """A saved reply of the demo that has a described picture, made by hand on its page."""
    page = opened(sitting)
    choose(page, shortcut)
    file = tmp_path / "sizes.png"
    file.write_bytes(png())
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(file))])
    page.editor.body.insertFromMimeData(dropped)
    qtbot.waitUntil(lambda: len(page.editor.pictures.pictures) == 1)
    page.editor.pictures.tray.buttons[0].setFocus()
    QTest.keyClick(page.editor.pictures.tray.buttons[0], Qt.Key.Key_Return)
    card = page.editor.pictures.alt_card
    assert card is not None
    QTest.keyClicks(card.field, "A table of sizes")
    QTest.keyClick(card.field, Qt.Key.Key_Return)
    press(page.editor.title, Qt.Key.Key_S, modifier=CTRL)
    sitting.engine_works()
    press(page.list, Qt.Key.Key_Escape)
    return kept(sitting.window, shortcut)


def answerable(sitting: Sitting) -> ThreadId:
    """An open thread of the demo on a channel that takes pictures."""
    bridge = sitting.window.bridge
    for (number,) in bridge.cache.ask("SELECT id FROM thread WHERE status = 'open' AND kind = 'dm' ORDER BY id"):
        thread = bridge.thread(ThreadId(number))
        able = bridge.capabilities(thread) if thread is not None else None
        if able is not None and able.attachments is not None and able.can("reply"):
            return ThreadId(number)
    raise AssertionError("no channel of the demo takes pictures")


def test_a_picture_is_kept_with_its_reply_leaves_with_it_and_goes_to_a_file_and_back(
    sitting: Sitting, qtbot: QtBot, tmp_path: Path
) -> None:
    reply = with_picture(sitting, qtbot, tmp_path, "sorry")
    window, cache = sitting.window, sitting.window.bridge.cache
    (picture,) = reply.pictures
    assert (picture.alt, picture.media_type, picture.width) == ("A table of sizes", "image/png", 60)
    assert shelf.picture(cache, picture.id)
    assert not window.library.editor.clash.isVisible()

    # Inserted, it lies in the draft with its description, and its bytes with the desk.
    thread = answerable(sitting)
    window.open_thread(thread)
    window.composer.focus_reply()
    window.replies.insert(reply)
    assert window.composer._writing.pictures == (picture,)
    draft = window.bridge.desk.draft(thread)
    assert draft is not None
    assert draft.pictures == (picture,)
    qtbot.waitUntil(lambda: window.bridge.desk.outgoing_data(picture.id) is not None)
    assert window.composer.thread == thread
    window.composer.editor.restore("Sorry.")
    window.composer.send_now()
    assert window.bridge.desk.draft(thread) is None
    sitting.engine_works()
    (sent,) = cache.ask("SELECT state, pictures FROM outbound WHERE thread_id = ?", (thread,))
    assert (sent[0], json.loads(sent[1])[0]["id"]) == (Delivery.SENT, picture.id)

    # It is seen in the conversation as it left, without asking a network for it.
    window.open_thread(thread)
    ours = [row for row in window.conversation.view.rows if any(one.sha256 == f"own:{picture.id}" for one in row.media)]
    assert len(ours) == 1
    qtbot.waitUntil(lambda: window.bridge.pictures.thumb(f"own:{picture.id}") is not None)
    shown = window.bridge.pictures.thumb(f"own:{picture.id}")
    assert shown is not None
    assert shown.pixelColor(5, 5).name() == "#008080"

    # A file of it says nothing new here; with other bytes in it, it does.
    file = tmp_path / "out.json"
    with qtbot.waitSignal(window.library.transfer.said):
        window.library.transfer.write(file)
    card = looked_at(sitting, qtbot, file)
    assert card.counts.text().startswith("0 new · 0 changed ·")
    card.leave()
    written = json.loads(file.read_text())
    (mine,) = [one for one in written["replies"] if one["shortcut"] == "sorry"]
    assert (mine["pictures"][0]["type"], mine["pictures"][0]["alt"]) == ("image/png", "A table of sizes")

    mine["pictures"][0]["data"] = base64.b64encode(png("red")).decode()
    broken = dict(mine, shortcut="broken", key=0, pictures=[{"alt": "", "data": "bm8="}])
    file.write_text(json.dumps({"replies": [mine, broken]}))
    card = looked_at(sitting, qtbot, file)
    assert card.counts.text() == "0 new · 1 changed · 0 the same · 1 row refused"
    assert "A picture of it cannot be read" in card.lines.topLevelItem(0).text(1)
    with qtbot.waitSignal(window.bridge.submit.given):
        card.take.click()
    sitting.engine_works()
    (other,) = kept(window, "sorry").pictures
    assert other.id != picture.id
    assert shelf.picture(cache, other.id)
    window.hands.undo()
    sitting.engine_works()
    assert kept(window, "sorry").pictures == (picture,)

    # CSV has no room for it and says so; what it does not name stays.
    with qtbot.waitSignal(window.library.transfer.said) as told:
        window.library.transfer.write(tmp_path / "out.csv")
    assert "no place in CSV" in str((told.args or [""])[0])
    card = looked_at(sitting, qtbot, tmp_path / "out.csv")
    assert card.counts.text().startswith("0 new · 0 changed ·")
    card.leave()


def test_what_goes_with_a_reply_stays_out_where_nothing_of_the_kind_is_taken(
    sitting: Sitting, qtbot: QtBot, tmp_path: Path
) -> None:
    reply = with_picture(sitting, qtbot, tmp_path, "sorry")
    window = sitting.window
    window.open_thread(answerable(sitting))
    window.composer.focus_note()
    window.replies.insert(reply)
    assert window.composer._writing.pictures == ()
    assert window.composer.box.tray.trouble.text() == "A note keeps no pictures. Those of the saved reply stay out."

    # Too many are not saved, and the form says which limit.
    page = opened(sitting)
    choose(page, "sorry")
    files: list[str] = []
    for number, colour in enumerate(("red", "green", "blue", "black")):
        (tmp_path / f"{number}.png").write_bytes(png(colour))
        files.append(str(tmp_path / f"{number}.png"))
    page.editor.pictures.take_files(files)
    qtbot.waitUntil(lambda: len(page.editor.pictures.pictures) == PICTURES.most + 1)
    assert page.editor.pictures.tray.trouble.text().startswith("At most 4 picture")
    page.save()
    assert page.editor.problem.isVisible()
    assert kept(window, "sorry").pictures == reply.pictures

    # A picture that is nowhere is refused, and nothing of the save happens.

    lost = replace(reply.pictures[0], id="0" * 64)
    window.bridge.submit.order(SaveReply(reply.id, "sorry", "Sorry", "", reply.bodies, pictures=(lost,)))
    window.bridge.submit.order(DeleteSavedReply(reply.id))
    sitting.engine_works()
    results = window.bridge.cache.ask("SELECT outcome, sentence FROM command_result ORDER BY seq DESC LIMIT 2")
    assert [row[0] for row in results] == ["accepted", "rejected"]
    assert "attach it again" in results[1][1]


def test_an_answer_becomes_a_saved_reply_with_fields_for_what_belongs_to_one_person(sitting: Sitting) -> None:
    window = sitting.window
    thread = window.bridge.thread(window.composer.thread) if window.composer.thread else None
    assert thread is not None
    first = thread.contact_name.split()[0]
    window.composer.focus_reply()
    window.composer.editor.insertPlainText(f"Bonjour {first}, votre colis part demain en express.")
    window.registry["replies.keep"].run(window.hands)

    page = window.library
    assert page.isVisible()
    assert page.editor.body.toPlainText() == "Bonjour {first name}, votre colis part demain en express."
    assert page.editor.shortcut.text()
    window.hands.saved.keep_answer()  # a second one does not write over what is begun
    assert page.editor.body.toPlainText() == "Bonjour {first name}, votre colis part demain en express."
    QTest.keyClicks(page.editor.title, "Express tomorrow")
    press(page.editor.title, Qt.Key.Key_S, modifier=CTRL)
    sitting.engine_works()
    made = [one for one in window.bridge.cache.saved_replies() if one.title == "Express tomorrow"]
    assert [one.bodies[0][1] for one in made] == ["Bonjour {first name}, votre colis part demain en express."]
    assert window.bridge.desk.draft(thread.id) is not None


def test_files_for_a_saved_reply_are_refused_by_name_and_what_is_late_goes_to_the_reply_it_was_meant_for(
    sitting: Sitting, qtbot: QtBot, tmp_path: Path
) -> None:
    page = opened(sitting)
    choose(page, "sorry")
    first = page.editor.shows
    paper, picture = tmp_path / "invoice.pdf", tmp_path / "sizes.png"
    paper.write_bytes(b"%PDF-1.4")
    picture.write_bytes(png())
    before = page.editor.body.toPlainText()
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(paper)), QUrl.fromLocalFile(str(picture))])
    page.editor.body.insertFromMimeData(dropped)
    qtbot.waitUntil(lambda: len(page.editor.pictures.pictures) == 1)

    assert page.editor.body.toPlainText() == before
    said = page.editor.pictures.tray.trouble.text()
    assert said == "invoice.pdf is no picture that can be sent. JPEG, PNG, GIF and WebP can."
    button = page.editor.pictures.tray.buttons[0]
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Delete)
    assert page.editor.pictures.pictures == ()
    page.editor.pictures.bring_back()
    assert len(page.editor.pictures.pictures) == 1

    picture.write_bytes(png("navy"))
    page.editor.pictures.take_files([str(picture)])
    page.step(1)
    assert page.editor.shows != first
    qtbot.waitUntil(lambda: any(len(one.pictures) == 2 for one in page._edits._edits.values()))
    page.step(-1)
    assert page.editor.shows == first
    assert len(page.editor.pictures.tray.buttons) == 2
