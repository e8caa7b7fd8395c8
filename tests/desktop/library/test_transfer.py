"""The library goes to a file and comes from one, in the window of the demo."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from socialdesk.desktop.places.library.import_card import ImportCard
from socialdesk.model.saved_reply import SavedReply
from socialdesk.model.saved_reply_command import SaveReply
from tests.desktop.shell.conftest import Sitting


def library(sitting: Sitting) -> dict[str, SavedReply]:
    return {one.shortcut: one for one in sitting.window.bridge.cache.saved_replies()}


def looked_at(sitting: Sitting, qtbot: QtBot, file: Path) -> ImportCard:
    sitting.window.hands.show_library()
    with qtbot.waitSignal(sitting.window.library.transfer.asked) as told:
        sitting.window.library.transfer.look_at(file)
    return (told.args or [None])[0]


def test_a_file_is_shown_before_anything_is_written_and_z_takes_the_import_back(
    sitting: Sitting, qtbot: QtBot, tmp_path: Path
) -> None:
    before = library(sitting)
    file = tmp_path / "macros.csv"
    file.write_text(
        "shortcut,title,language,text\nexpress,Other title,en,Other\nnew-one,New,en,Hi {{agent.name}}\nbad one,T,en,x\n"
    )
    card = looked_at(sitting, qtbot, file)
    assert card.isVisible()
    assert card.counts.text() == "1 new · 1 changed · 0 the same · 1 row refused"
    listed = [card.lines.topLevelItem(at).text(1) for at in range(card.lines.topLevelItemCount())]
    assert listed[0].startswith("/bad one: A shortcut is letters and digits")
    assert library(sitting) == before
    assert not sitting.window.bridge.submit.pending

    card.take.setFocus()
    QTest.keyClick(card.take, Qt.Key.Key_Space)
    sitting.engine_works()
    after = library(sitting)
    assert dict(after["new-one"].bodies) == {"en": "Hi {our name}"}
    assert dict(after["express"].bodies)["en"] == "Other"
    assert after["express"].version == before["express"].version + 1

    sitting.window.hands.undo()
    sitting.engine_works()
    back = library(sitting)
    assert "new-one" not in back
    assert (back["express"].bodies, back["express"].title) == (before["express"].bodies, before["express"].title)
    assert back.keys() == before.keys()


def test_cancel_takes_nothing(sitting: Sitting, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "some.json"
    file.write_text('[{"shortcut": "a", "title": "A", "text": "B"}]')
    card = looked_at(sitting, qtbot, file)
    QTest.keyClick(card, Qt.Key.Key_Escape)
    assert not sitting.window.bridge.submit.pending


def test_what_somebody_changed_since_the_import_stays_when_it_is_taken_back(
    sitting: Sitting, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "some.csv"
    file.write_text("shortcut,language,text\nexpress,en,Imported\nfresh,en,Imported\n")
    card = looked_at(sitting, qtbot, file)
    card.take.click()
    sitting.engine_works()
    express = library(sitting)["express"]
    sitting.window.bridge.submit.order(SaveReply(express.id, "express", "By hand", "", (("en", "By hand"),)))
    sitting.engine_works()
    sitting.window.hands.undo()
    sitting.engine_works()
    assert library(sitting)["express"].title == "By hand"
    assert "fresh" not in library(sitting)


def test_a_file_that_cannot_be_read_is_told_in_a_sentence(sitting: Sitting, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "some.csv"
    file.write_bytes(b"a;b\n1;2\n")
    transfer = sitting.window.library.transfer
    with qtbot.waitSignal(transfer.said) as told:
        transfer.look_at(file)
    assert told.args == ["some.csv has no column called text. Its columns are: a;b"]
    with qtbot.waitSignal(transfer.said) as told:
        transfer.look_at(tmp_path / "nowhere.csv")
    assert "cannot be read" in (told.args or [""])[0]


def test_what_is_exported_is_all_the_same_when_it_is_imported(sitting: Sitting, qtbot: QtBot, tmp_path: Path) -> None:
    for name in ("out.csv", "out.json"):
        sitting.window.library.transfer.write(tmp_path / name)
        card = looked_at(sitting, qtbot, tmp_path / name)
        many = len(library(sitting))
        assert card.counts.text() == f"0 new · 0 changed · {many} the same · 0 rows refused"
        assert card.take.isHidden()
        card.leave()


def test_the_acts_ask_for_a_file_without_stopping_the_program(sitting: Sitting) -> None:
    window = sitting.window
    for act in ("replies.import", "replies.export"):
        window.run(window.registry[act])
        assert window.library.isVisible()
        (dialog,) = window.findChildren(QFileDialog)
        assert dialog.isVisible()
        dialog.reject()
        dialog.setParent(None)
        dialog.deleteLater()
