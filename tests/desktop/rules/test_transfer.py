"""Rules go into a file people can read and come back from one, in the window of the demo."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from socialdesk.store.rules import rules
from tests.desktop.rules.test_page import kept, listed, opened, press, rule, saved
from tests.desktop.shell.conftest import Sitting


def test_rules_are_written_to_a_file_and_taken_from_it_with_a_report_of_what_cannot_be(
    sitting: Sitting, qtbot: QtBot, tmp_path: Path
) -> None:
    saved(sitting, rule("one", "First"), rule("two", "Second"))
    page = opened(sitting)
    file = tmp_path / "rules.json"
    with qtbot.waitSignal(page.said):
        page.transfer.write(file)
    whole = json.loads(file.read_text(encoding="utf-8"))
    assert [one["name"] for one in whole["rules"]] == ["First", "Second"]
    whole["rules"][1]["name"] = "Third"
    whole["rules"].append({"name": "Odd", "channels": "all", "when": {"trigger": "moonrise"}, "then": [["done"]]})
    file.write_text(json.dumps(whole), encoding="utf-8")

    page.transfer.look_at(file)
    qtbot.waitUntil(lambda: page.transfer.question is not None)
    question = page.transfer.question
    assert question is not None
    told = question.accessibleDescription()
    assert "First" in told
    assert "Odd" in told
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    assert listed(page) == ["First", "Second", "Third"]
    sitting.engine_works()
    assert [name for name, _, _ in kept(sitting)] == ["First", "Second", "Third"]
    assert not any(one.is_on for one in rules(sitting.window.bridge.cache))
    sitting.window.hands.undo()
    assert listed(page) == ["First", "Second"]


def test_a_file_that_holds_no_rules_or_is_not_there_is_told_and_changes_nothing(
    sitting: Sitting, qtbot: QtBot, tmp_path: Path
) -> None:
    page = opened(sitting)
    with qtbot.waitSignal(page.said) as told:
        page.transfer.look_at(tmp_path / "nowhere.json")
    assert "cannot be read" in str(told.args)
    odd = tmp_path / "odd.json"
    odd.write_bytes(b"\xff\xfe nothing")
    page.transfer.look_at(odd)
    qtbot.waitUntil(lambda: page.transfer.question is not None)
    question = page.transfer.question
    assert question is not None
    assert "no file of rules" in question.accessibleDescription()
    press(Qt.Key.Key_Return)
    assert sitting.window.bridge.submit.pending == ()
