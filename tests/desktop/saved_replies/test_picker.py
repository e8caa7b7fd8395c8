"""The picker in the window of the demo, by keys: what is offered first, what is said of it, what macros do."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from socialdesk.desktop.bridge.shelf import Shelf
from socialdesk.desktop.places.saved_replies.macro_card import MacroCard
from socialdesk.desktop.places.saved_replies.picker import SavedReplyPicker
from socialdesk.model.saved_reply import Scope
from socialdesk.model.saved_reply_command import SaveReply
from socialdesk.store.fitting import these
from tests.desktop.composer.test_place import CTRL, SHIFT
from tests.desktop.shell.conftest import Sitting


def saves(sitting: Sitting, *replies: SaveReply) -> None:
    for reply in replies:
        sitting.window.bridge.submit.order(reply)
    sitting.engine_works()


def typed(sitting: Sitting, text: str) -> SavedReplyPicker:
    sitting.window.hands.answer()
    QTest.keyClicks(sitting.window.composer.editor, text)
    return sitting.window.replies.picker


def said(picker: SavedReplyPicker) -> str:
    return "\n".join(line.label.text() for line in picker.side.facts)


def shortcuts(picker: SavedReplyPicker) -> list[str]:
    return [choice.reply.shortcut for choice in picker.model.choices]


def test_with_nothing_typed_what_fits_comes_first_with_its_reason(sitting: Sitting) -> None:
    picker = typed(sitting, "/")
    first = picker.model.choices[0]
    assert first.reply.shortcut == "track"
    assert first.why.startswith("words: ")
    assert f"Fits: {first.why}" in said(picker)
    assert not picker.model.choices[-1].why
    assert len(set(shortcuts(picker))) == len(shortcuts(picker))


def test_a_language_it_lacks_is_said_with_the_one_that_is_offered(sitting: Sitting) -> None:
    saves(sitting, SaveReply(None, "zebra", "Zebra", "", (("en", "Hello."), ("de", "Hallo."))))
    picker = typed(sitting, "/zebra")
    assert "Not written in Français yet: this is English" in said(picker)
    assert picker.pieces()[0].text == "Hello."


def test_what_is_to_be_looked_at_again_comes_last_and_says_so(sitting: Sitting) -> None:
    old = SaveReply(None, "zebra-a", "Zebra", "", (("fr", "Vieux."),), review_on="2020-01-31")
    saves(sitting, old, SaveReply(None, "zebra-b", "Zebra", "", (("fr", "Neuf."),)))
    picker = typed(sitting, "/zebr")
    assert shortcuts(picker)[:2] == ["zebra-b", "zebra-a"]
    assert "looked at again" not in said(picker)
    picker.list.setCurrentIndex(picker.model.index(1))
    assert "looked at again" in said(picker)


def test_a_macro_says_what_it_does_and_enter_shows_its_card_without_the_slash(sitting: Sitting) -> None:
    saves(sitting, SaveReply(None, "zebra", "Zebra", "", (), acts=(("tag", "striped"),)))
    window = sitting.window
    thread = window.queue.current()
    assert thread is not None
    picker = typed(sitting, "/zebra")
    assert "Does: tag striped" in said(picker)

    QTest.keyClick(window.composer.editor, Qt.Key.Key_Return)
    (card,) = window.findChildren(MacroCard)
    assert window.composer.editor.text() == ""
    assert [line.label.text() for line in card.lines] == ["tag striped"]
    QTest.keyClick(QApplication.focusWidget() or card, Qt.Key.Key_Return)
    now = window.bridge.thread(thread.id)
    assert now is not None
    assert "striped" in window.bridge.submit.folded(now).tags


def test_asked_for_by_key_what_is_typed_is_looked_for_and_replaced(sitting: Sitting) -> None:
    saves(sitting, SaveReply(None, "zebra", "Zebra", "", (("fr", "Rayures."),)))
    picker, editor = typed(sitting, "Bonjour "), sitting.window.composer.editor
    QTest.keyClick(editor, Qt.Key.Key_S, CTRL | SHIFT)
    assert picker.isVisible()
    assert editor.text() == "Bonjour "
    QTest.keyClicks(editor, "zebr")
    assert shortcuts(picker)[0] == "zebra"
    QTest.keyClick(editor, Qt.Key.Key_Return)

    assert editor.text() == "Bonjour Rayures."


def test_put_away_with_escape_it_comes_again_for_a_slash_and_for_its_key(sitting: Sitting) -> None:
    picker, editor = typed(sitting, ""), sitting.window.composer.editor
    for _ in range(2):
        QTest.keyClick(editor, Qt.Key.Key_S, CTRL | SHIFT)
        assert picker.isVisible()
        QTest.keyClick(editor, Qt.Key.Key_Escape)
        assert not picker.isVisible()
    QTest.keyClicks(editor, "/th")
    assert picker.isVisible()
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    QTest.keyClicks(editor, "a")
    assert not picker.isVisible()  # it was put away for this slash
    QTest.keyClick(editor, Qt.Key.Key_S, CTRL | SHIFT)
    assert picker.isVisible()
    assert shortcuts(picker)[0] == "thanks"


def test_a_digit_of_a_shortcut_is_typed_and_any_other_chooses_a_row(sitting: Sitting) -> None:
    saves(sitting, *(SaveReply(None, f"zebra-{n}", f"Zebra {n}", "", (("fr", f"Rayures {n}."),)) for n in (1, 2)))
    picker, editor = typed(sitting, "/zebra-2"), sitting.window.composer.editor
    assert picker.isVisible()
    assert shortcuts(picker)[0] == "zebra-2"
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.text() == "Rayures 2."
    editor.selectAll()
    QTest.keyClicks(editor, "/zebr")
    second = picker.model.choices[1].reply
    QTest.keyClicks(editor, "2")

    assert editor.text() == second.body("fr")[1]


def test_the_list_can_be_narrowed_to_ones_own(sitting: Sitting) -> None:
    saves(sitting, SaveReply(None, "zebra", "Zebra", "", (("fr", "À moi."),), scope=Scope.ME))
    picker = typed(sitting, "/")
    picker.narrow(Scope.ME)
    assert shortcuts(picker) == ["zebra"]
    picker.narrow(Scope.CHANNEL)
    assert "none for this choice" in picker.empty.text()


def test_the_shelf_reads_a_text_once_a_version(sitting: Sitting) -> None:
    shelf = Shelf(sitting.window.bridge.cache, sitting.window.bridge.follow, sitting.window)
    before = {one.reply.id: one for one in shelf.all()}
    saves(sitting, SaveReply(None, "zebra", "Zebra", "", (("fr", "Neuf."),)))
    after = {one.reply.id: one for one in shelf.all()}
    (new,) = after.keys() - before.keys()
    assert after[new].title == "zebra"
    assert all(after[id_] is one for id_, one in before.items())
    assert [one.reply for one in after.values()] == these(sitting.window.bridge.cache, list(after))


def written(sitting: Sitting, letter: str) -> None:
    """A letter as a French keyboard writes it."""
    key = Qt.Key(ord(letter.upper()))
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, letter)
    QApplication.sendEvent(sitting.window.composer.editor, event)


def test_the_row_of_digits_of_a_french_keyboard_chooses_a_row_unless_it_begins_a_shortcut(sitting: Sitting) -> None:
    picker, editor = typed(sitting, "/"), sitting.window.composer.editor
    second = picker.model.choices[1].reply
    written(sitting, "é")
    assert not picker.isVisible()
    assert editor.text().startswith(second.body("fr")[1].partition("{")[0])
    editor.selectAll()
    saves(sitting, SaveReply(None, "été", "Summer", "", (("fr", "Bonnes vacances."),)))
    QTest.keyClicks(editor, "/")
    written(sitting, "é")
    assert editor.text() == "/é"
    assert picker.isVisible()
    assert "été" in shortcuts(picker)
    written(sitting, "è")
    assert editor.text() == "/éè"
