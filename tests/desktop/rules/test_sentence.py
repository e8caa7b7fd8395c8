"""A condition is put together as a sentence, by keys alone, in the window of the demo."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from socialdesk.desktop.widgets.overlay import Overlay
from socialdesk.desktop.widgets.sentence.cards import ListCard, TextCard
from socialdesk.desktop.widgets.sentence.choices import Choices, quoted, read_span, written_span
from socialdesk.desktop.widgets.sentence.conditions import conditions, to_condition, to_tree
from socialdesk.desktop.widgets.sentence.editor import SentenceEditor
from socialdesk.desktop.widgets.sentence.tree import Group, clauses, read_group, written
from socialdesk.model.condition import EVENT_FLAGS, FLAGS, All, AnyOf, Condition, Field, Is, Not
from tests.desktop.shell.conftest import Sitting

WORDS = quoted(("colis", "livraison"))
SAMPLE: dict[Field, frozenset[str]] = {
    Field.CHANNEL: frozenset({"1", "2"}),
    Field.KIND: frozenset({"dm"}),
    Field.LANGUAGE: frozenset({"fr"}),
    Field.TAG: frozenset({"Delivery", "vat"}),
    Field.WHOSE: frozenset({"mine"}),
    Field.PRIORITY: frozenset({"high"}),
    Field.WAITING: frozenset({"90"}),
    Field.STATUS: frozenset({"done"}),
    Field.STARS: frozenset({"1", "2"}),
    Field.WORDS_AT_LEAST: frozenset({"3"}),
    Field.WORDS_AT_MOST: frozenset({"30"}),
    Field.REACH: frozenset({"5000"}),
    Field.SIGNAL: frozenset({"question", "link"}),
    Field.TOPIC: frozenset({"Delivery"}),
}


def sample(field: Field) -> Is:
    return (
        Is(field) if field in FLAGS | EVENT_FLAGS else Is(field, SAMPLE.get(field, frozenset({"colis", "l'arnaque"})))
    )


def press(key: Qt.Key) -> None:
    """A key where the keys are."""
    QTest.keyClick(focused(), key)


def typed(text: str) -> None:
    """Letters where the keys are."""
    QTest.keyClicks(focused(), text)


def focused() -> QWidget:
    widget = QApplication.activePopupWidget() or QApplication.focusWidget()
    assert widget is not None
    return widget


def words_at(menu: QMenu) -> str:
    """The words of the entry the keys are on; empty for none."""
    active: QAction | None = menu.activeAction()
    return active.text() if active else ""


def choose(sitting: Sitting, words: str) -> None:
    """Enter on an entry of the menu that is open; here nothing but us makes the window active again."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    while words_at(menu) != words:
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    sitting.window.activateWindow()
    QTest.qWaitForWindowActive(sitting.window)


def put_up(sitting: Sitting, condition: Condition) -> SentenceEditor:
    """An editor on a window of its own beside the demo's."""
    editor = SentenceEditor(conditions(Choices(sitting.window.bridge), of_events=True))
    editor.show_tree(to_tree(condition))
    editor.setParent(sitting.window.pages)
    sitting.window.pages.addWidget(editor)
    sitting.window.pages.setCurrentWidget(editor)
    sitting.window.library.hide()
    editor.focus_first()
    return editor


def card(sitting: Sitting) -> ListCard | TextCard:
    (found,) = [one for one in sitting.window.findChildren(Overlay) if one.isVisible()]
    assert isinstance(found, ListCard | TextCard)
    return found


def test_every_condition_is_said_in_words_and_comes_back_the_same_also_from_disk(sitting: Sitting) -> None:
    vocabulary = conditions(Choices(sitting.window.bridge), of_events=True)
    for field in Field:
        for one in (All((sample(field),)), All((Not(sample(field)),))):
            tree = to_tree(one)
            assert to_condition(tree) == one
            assert read_group(written(tree)) == tree
            ((_, clause),) = clauses(tree)
            kind = vocabulary.kind(clause.kind)
            assert kind is not None, field
            said = kind.sentence(clause)
            assert "{" not in said
            assert kind.lacks(clause) is None, field
    deep = All((sample(Field.VIP), AnyOf((sample(Field.TAG), Not(All((sample(Field.SAYS), sample(Field.KIND))))))))
    assert to_condition(to_tree(deep)) == deep
    assert to_condition(to_tree(All((Is(Field.WHOSE, frozenset({"nobody", "3"})),)))) == All(
        (AnyOf((Is(Field.WHOSE, frozenset({"nobody"})), Is(Field.WHOSE, frozenset({"3"})))),)
    )


def test_a_condition_with_a_group_is_written_read_aloud_and_taken_apart_without_the_mouse(
    sitting: Sitting, qtbot: QtBot
) -> None:
    editor = put_up(sitting, All(()))
    press(Qt.Key.Key_Return)
    choose(sitting, "What it says…")
    qtbot.waitUntil(lambda: any(one.isVisible() for one in sitting.window.findChildren(TextCard)))
    typed("colis, livraison, colis")
    press(Qt.Key.Key_Return)
    assert to_condition(editor.root) == All((Is(Field.SAYS, frozenset({"colis", "livraison"})),))
    focus = QApplication.focusWidget()
    assert focus is editor.token((0,), "words")
    assert focus.accessibleName() == f"{WORDS}, Words or phrases: it says {WORDS} as whole words"

    typed("+")
    press(Qt.Key.Key_End)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    while "group" not in words_at(menu):
        QTest.keyClick(menu, Qt.Key.Key_Up)
    QTest.keyClick(menu, Qt.Key.Key_Right)
    choose(sitting, "Is from a VIP")
    typed("+")
    choose(sitting, "Has a link")
    press(Qt.Key.Key_Return)
    choose(sitting, "Say the contrary: it has no link in it")
    assert to_condition(editor.root) == All(
        (Is(Field.SAYS, frozenset({"colis", "livraison"})), AnyOf((Is(Field.VIP), Not(Is(Field.HAS_LINK)))))
    )
    assert editor.accessibleDescription() == (
        f"it says {WORDS} as whole words and at least one of these is so: it is from a VIP or it has no link in it"
    )

    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Return)
    choose(sitting, "and: all of it must be so")
    press(Qt.Key.Key_Left)
    assert QApplication.focusWidget() is editor.token((1, 0))
    press(Qt.Key.Key_Delete)
    assert to_condition(editor.root) == All(
        (Is(Field.SAYS, frozenset({"colis", "livraison"})), Not(Is(Field.HAS_LINK)))
    )
    press(Qt.Key.Key_Delete)
    assert isinstance(QApplication.focusWidget(), QWidget)
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_Delete)
    assert editor.root == Group()
    assert QApplication.focusWidget() is editor.token((), "add")


def test_a_blank_takes_what_is_ticked_or_written_and_refuses_what_means_nothing(sitting: Sitting, qtbot: QtBot) -> None:
    editor = put_up(sitting, All((sample(Field.TAG), sample(Field.WAITING))))
    token = editor.token((0,), "tag")
    assert token is not None
    token.setFocus()
    press(Qt.Key.Key_Return)
    offered = card(sitting)
    assert isinstance(offered, ListCard)
    typed("brand new")
    press(Qt.Key.Key_Return)
    assert to_condition(editor.root) == All((Is(Field.TAG, SAMPLE[Field.TAG] | {"brand new"}), sample(Field.WAITING)))

    press(Qt.Key.Key_Return)
    offered = card(sitting)
    assert isinstance(offered, ListCard)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Escape)
    assert to_condition(editor.root) == All((Is(Field.TAG, SAMPLE[Field.TAG] | {"brand new"}), sample(Field.WAITING)))

    span = editor.token((1,), "span")
    assert span is not None
    assert span.text() == "1 h 30"
    span.setFocus()
    press(Qt.Key.Key_Return)
    written_ = card(sitting)
    assert isinstance(written_, TextCard)
    written_.edit.setText("a while")
    press(Qt.Key.Key_Return)
    assert written_.isVisible()
    assert "90 min" in written_.problem.text()
    written_.edit.setText("3 jours")
    press(Qt.Key.Key_Return)
    found = to_condition(editor.root)
    assert isinstance(found, All)
    assert found.parts[1] == Is(Field.WAITING, frozenset({"4320"}))


def test_arrows_go_along_the_lines_and_between_them_whichever_way_they_run(sitting: Sitting, qtbot: QtBot) -> None:
    editor = put_up(sitting, All(tuple(sample(one) for one in (Field.SAYS, Field.VIP, Field.TAG, Field.HAS_LINK))))
    editor.setFixedWidth(320)
    qtbot.waitUntil(lambda: len({one.mapTo(editor, one.rect().center()).y() for one in editor.tokens}) > 3)
    first = editor.tokens[0]
    first.setFocus()
    press(Qt.Key.Key_Right)
    assert QApplication.focusWidget() is editor.tokens[1]
    heights: list[int] = []
    for _ in range(4):
        press(Qt.Key.Key_Down)
        focus = QApplication.focusWidget()
        assert focus is not None
        heights.append(focus.mapTo(editor, focus.rect().center()).y())
    assert heights == sorted(set(heights))
    press(Qt.Key.Key_Home)
    editor.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    press(Qt.Key.Key_Left)
    assert QApplication.focusWidget() is editor.tokens[1]
    for one in editor.tokens:
        assert one.accessibleName()
        assert one.width() <= 320


@pytest.mark.parametrize(
    ("text", "minutes"), [("90", 90), ("2 h 30", 150), ("1 d", 1440), ("3 jours", 4320), ("2h", 120), ("1 sem", 10080)]
)
def test_a_span_is_read_as_people_write_it(text: str, minutes: int) -> None:
    assert read_span(text) == (str(minutes),)
    assert read_span(written_span(minutes)) == (str(minutes),)


@pytest.mark.parametrize("text", ["soon", "0", "-3 h", "2 h x", "999999 d", "h"])
def test_a_span_that_means_nothing_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(ValueError, match="90 min"):
        read_span(text)
