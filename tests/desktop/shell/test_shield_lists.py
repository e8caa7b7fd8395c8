"""The word lists in the window: words come, go and come back, a text is tried, a file brought in."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from socialdesk.desktop.places.shield_words.card import WordLists
from socialdesk.model.shield.own import OwnWord
from socialdesk.model.shield.values import ShieldKind
from socialdesk.store.shield import own_words
from tests.desktop.shell.conftest import Sitting

GRIBBLE = OwnWord(ShieldKind.THREAT, "", "gribble")


@pytest.fixture
def lists(sitting: Sitting) -> WordLists:
    sitting.window.run(sitting.window.registry["shield.words"])
    card = sitting.window.findChild(WordLists)
    assert isinstance(card, WordLists)
    assert card.isVisible()
    return card


def test_a_word_is_put_on_the_list_taken_off_and_put_back(sitting: Sitting, lists: WordLists) -> None:
    cache = sitting.window.bridge.cache
    QTest.keyClicks(lists.text, "gribble")
    QTest.keyClick(lists.text, Qt.Key.Key_Return)
    sitting.engine_works()
    assert own_words(cache) == (GRIBBLE,)
    assert lists.list.count() == 1

    lists.list.setCurrentRow(0)
    lists.list.setFocus()
    QTest.keyClick(lists.list, Qt.Key.Key_Delete)
    sitting.engine_works()
    assert own_words(cache) == ()
    assert not lists.empty.isHidden()

    sitting.window.hands.undo()
    sitting.engine_works()
    assert own_words(cache) == (GRIBBLE,)
    assert sitting.window.bridge.cache.ask("SELECT count(*) FROM event_log WHERE what LIKE 'shield word%'") == [(3,)]


def test_put_away_the_lists_are_not_read_at_every_act_but_when_they_are_opened(
    sitting: Sitting, lists: WordLists, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = sitting.window
    lists.leave()
    reads: list[bool] = []
    read = lists.read
    monkeypatch.setattr(lists, "read", lambda: reads.append(lists.isVisible()) or read())
    window.hands.triage.mark_done()
    sitting.engine_works()
    assert reads == []

    window.run(window.registry["shield.words"])
    assert reads == [False], "once, before it is seen"


def test_a_text_is_tried_against_our_lists_and_the_teams(sitting: Sitting, lists: WordLists, qtbot: QtBot) -> None:
    QTest.keyClicks(lists.sample, "what a gribble")
    qtbot.waitUntil(lambda: lists.answer.text() == "It would be shown.")
    QTest.keyClicks(lists.text, "gribble")
    QTest.keyClick(lists.text, Qt.Key.Key_Return)
    sitting.engine_works()
    qtbot.waitUntil(lambda: "It matches a word of your own list." in lists.answer.text())
    assert lists.answer.text().startswith("Likely a threat.")


def test_a_file_is_brought_in_whole_or_its_wrong_line_is_named(
    sitting: Sitting, lists: WordLists, tmp_path: Path
) -> None:
    file, cache = tmp_path / "words.txt", sitting.window.bridge.cache
    said: list[str] = []
    lists.said.connect(said.append)
    file.write_text("abuse; en; whole; one\nnonsense\n", encoding="utf-8")
    lists.take_in(file)
    assert said[-1].startswith("Line 2 is no entry: nonsense.")
    file.write_bytes(b"\xff\xfe\x00\x00")
    lists.take_in(file)
    assert "cannot be read as text" in said[-1]
    file.write_text("abuse; en; whole; one\nspam; fr; part; deux\n", encoding="utf-8")
    lists.take_in(file)
    sitting.engine_works()
    assert {word.text for word in own_words(cache)} == {"one", "deux"}

    out = tmp_path / "out.txt"
    lists.put_out(out)
    assert "spam; fr; part; deux" in out.read_text(encoding="utf-8")
    lists.take_in(out)
    assert "nothing new" in said[-1]


def test_letters_typed_over_the_window_do_nothing_under_it(sitting: Sitting, lists: WordLists) -> None:
    before = len(sitting.window.bridge.submit.pending)
    lists.list.show()
    lists.list.setFocus()
    for key in (Qt.Key.Key_E, Qt.Key.Key_U, Qt.Key.Key_J):
        QTest.keyClick(lists.list, key)
    assert len(sitting.window.bridge.submit.pending) == before
    QTest.keyClick(lists, Qt.Key.Key_Escape)
    assert lists.isHidden()


def test_one_letter_is_no_word_and_that_is_said(sitting: Sitting, lists: WordLists) -> None:
    QTest.keyClicks(lists.text, "c++")
    assert not lists.add.isEnabled()
    assert "one letter" in lists.add.toolTip()
    QTest.keyClick(lists.text, Qt.Key.Key_Return)
    assert "one letter" in sitting.window.toast.accessibleName()
    assert lists.text.text() == "c++"
    lists.kind.setCurrentIndex(lists.kind.count() - 1)
    assert lists.add.isEnabled(), "a letter may be let through"
    lists.kind.setCurrentIndex(0)
    sitting.engine_works()
    assert own_words(sitting.window.bridge.cache) == ()
