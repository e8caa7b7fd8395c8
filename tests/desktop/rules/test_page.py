"""The page of rules in the window of the demo, by keys: the list, the editor, what is not saved."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from socialdesk.desktop.places.rules.deeds import deed_tree, deeds, deeds_of
from socialdesk.desktop.places.rules.draft import Drafts, draft_of, says_same
from socialdesk.desktop.places.rules.page import RulesPage
from socialdesk.desktop.places.rules.triggers import triggers, when_of, when_tree
from socialdesk.desktop.widgets.sentence.choices import Choices
from socialdesk.desktop.widgets.sentence.frame import sentence_of
from socialdesk.desktop.widgets.sentence.tree import Clause, Group
from socialdesk.model.condition import All, Field, Is
from socialdesk.model.rule import Deed, Do, Rule, Trigger, When, to_words
from socialdesk.model.rule_command import NoteTrial, SaveRule
from socialdesk.store.rules import rules
from tests.desktop.shell.conftest import Sitting

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
WHENS = (
    *(When(one) for one in Trigger if one not in {Trigger.IDLE, Trigger.RETURNS, Trigger.VOLUME}),
    When(Trigger.IDLE, minutes=90),
    When(Trigger.RETURNS, minutes=1440),
    When(Trigger.VOLUME, minutes=15, many=30),
    When(Trigger.STATUS, frozenset({"done"})),
    When(Trigger.ASSIGNED, frozenset({"nobody"})),
    When(Trigger.ASSIGNED, frozenset({"1"})),
    When(Trigger.LATE, minutes=90),
    When(Trigger.TAGGED, frozenset({"vat", "urgent"})),
)
DEEDS = (
    Do(Deed.TAG, "a"), Do(Deed.TAG, "b"), Do(Deed.UNTAG, "c"), Do(Deed.PRIORITY, "high"), Do(Deed.ASSIGN, "1"),
    Do(Deed.ASSIGN, "nobody"), Do(Deed.SHIELD, "spam"), Do(Deed.DRAFT, "1"), Do(Deed.NOTIFY, "owner"),
    Do(Deed.NOTIFY, "lead,on_call,2"), Do(Deed.SNOOZE, "answer"), Do(Deed.SNOOZE, "120"), Do(Deed.DONE), Do(Deed.HIDE),
    Do(Deed.ACKNOWLEDGE, "1"), Do(Deed.CALL, "https://example.org/hook"),
    Do(Deed.ROUTE),
)  # fmt: skip


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = NONE, on: QWidget | None = None) -> None:
    widget = on or QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key, modifier)


def opened(sitting: Sitting) -> RulesPage:
    sitting.window.queue.list.setFocus()
    press(Qt.Key.Key_G)
    press(Qt.Key.Key_L)
    return sitting.window.rules.page


def rule(id_: str, name: str, **more: Any) -> Rule:
    made = Rule(id_, name, When(Trigger.RECEIVED), (Do(Deed.TAG, id_),), All((Is(Field.VIP),)), everywhere=True)
    return replace(made, **more)


def saved(sitting: Sitting, *made: Rule) -> None:
    for one in made:
        sitting.window.bridge.submit.order(SaveRule(one.id, to_words(one)))
    sitting.engine_works()


def listed(page: RulesPage) -> list[str]:
    return [row.name for at in range(page.model.rowCount()) if (row := page.model.row(at)) is not None]


def kept(sitting: Sitting) -> list[tuple[str, bool, int]]:
    return [(one.name, one.is_on, one.version) for one in rules(sitting.window.bridge.cache)]


def test_a_ready_made_rule_is_taken_over_saved_and_switched_on_only_once_it_was_tried(sitting: Sitting) -> None:
    page = opened(sitting)
    assert page.isVisible()
    assert QApplication.focusWidget() is page.examples["delivery"].take
    press(Qt.Key.Key_Return)
    assert page.editor.isVisible()
    assert page.editor.name.hasFocus()
    QTest.keyClicks(page.editor.name, "Parcels")
    press(Qt.Key.Key_S, CTRL)
    sitting.engine_works()
    assert kept(sitting) == [("Parcels", False, 1)]
    assert not page.editor.save.isEnabled()
    assert not page.editor.switch.isEnabled()
    assert "Try" in page.editor.switch.toolTip()

    page.editor.back.setFocus()
    press(Qt.Key.Key_Escape)
    assert page.list.hasFocus()
    press(Qt.Key.Key_Space)
    assert kept(sitting) == [("Parcels", False, 1)]
    (one,) = rules(sitting.window.bridge.cache)
    sitting.window.bridge.submit.order(NoteTrial(one.id, 1, 7, 100, 2))
    sitting.engine_works()
    press(Qt.Key.Key_Space)
    sitting.engine_works()
    assert kept(sitting) == [("Parcels", True, 1)]
    sitting.window.hands.undo()
    sitting.engine_works()
    assert kept(sitting) == [("Parcels", False, 1)]
    press(Qt.Key.Key_Escape)
    assert not page.isVisible()
    assert sitting.window.queue.list.hasFocus()


def test_what_is_missing_is_said_at_its_place_and_nothing_of_it_is_saved(sitting: Sitting) -> None:
    saved(sitting, rule("one", "Deliveries"))
    sitting.window.hands.rules.begin_new()
    page = sitting.window.rules.page
    editor = page.editor
    press(Qt.Key.Key_S, CTRL)
    assert editor.name_problem.isVisible()
    QTest.keyClicks(editor.name, "deliveries")
    assert not editor.name_problem.isVisible()
    press(Qt.Key.Key_S, CTRL)
    assert "already" in editor.name_problem.text()
    QTest.keyClicks(editor.name, " 2")
    press(Qt.Key.Key_S, CTRL)
    focus = QApplication.focusWidget()
    assert focus is editor.scope.token((0,), "channel")
    assert "Channels" in focus.accessibleDescription()
    editor.show_draft(replace(editor.draft, scope=Group((Clause("everywhere"),))))
    editor._on_changed()
    press(Qt.Key.Key_S, CTRL, editor.name)
    assert QApplication.focusWidget() is editor.then.token((), "add")
    asks = Group((Clause("tag", {"tag": ("x",)}),))
    editor.show_draft(
        replace(editor.draft, when=when_tree(When(Trigger.LATE)), then=asks, where=Group((Clause("has_link"),)))
    )
    editor._on_changed()
    assert not page.save()
    assert "nobody writes when this happens" in editor.where.accessibleDescription()
    assert QApplication.focusWidget() in editor.where.tokens
    assert sitting.window.bridge.submit.pending == ()
    assert kept(sitting) == [("Deliveries", False, 1)]


def test_what_is_not_saved_stays_over_a_restart_until_it_is_discarded(sitting: Sitting) -> None:
    saved(sitting, rule("one", "First"))
    page = opened(sitting)
    press(Qt.Key.Key_Return)
    QTest.keyClicks(page.editor.name, " half")
    page.editor.then.show_tree(Group((Clause("tag"),)))
    page.editor.then.changed.emit()
    page.go_back()
    row = page.model.row(0)
    assert row is not None
    assert (row.name, row.tone) == ("First", "soon")
    again = Drafts(sitting.window.bridge.desk).get("one")
    assert again is not None
    assert (again.name, again.then) == ("First half", Group((Clause("tag"),)))
    press(Qt.Key.Key_Return)
    assert page.editor.name.text() == "First half"
    page.editor.discard.click()
    assert page.editor.name.text() == "First"
    assert Drafts(sitting.window.bridge.desk).all == ()


def test_nothing_is_said_to_be_wrong_any_more_once_the_change_is_discarded(sitting: Sitting) -> None:
    saved(sitting, rule("one", "First"))
    page = opened(sitting)
    press(Qt.Key.Key_Return)
    page.editor.name.clear()
    page.editor._on_changed()
    assert not page.save()
    assert page.editor.name_problem.isVisible()
    page.editor.discard.click()

    assert page.editor.name.text() == "First"
    assert not page.editor.name_problem.isVisible()
    assert page.editor.name.accessibleDescription() == ""


def test_a_rule_that_somebody_changed_meanwhile_is_not_overwritten_and_what_was_written_here_stays(
    sitting: Sitting,
) -> None:
    saved(sitting, rule("one", "First"))
    page = opened(sitting)
    press(Qt.Key.Key_Return)
    QTest.keyClicks(page.editor.name, " mine")
    sitting.window.bridge.desk.give(
        [SaveRule("one", to_words(rule("one", "First theirs")), 1)],
        sitting.window.bridge.me,
        sitting.window.bridge.clock.now(),
    )
    assert page.save()
    sitting.engine_works()
    assert kept(sitting) == [("First theirs", False, 2)]
    assert page.editor.name.text() == "First mine"
    assert "meanwhile" in page.editor.problem.text()


def test_the_order_is_changed_with_keys_and_by_dragging_and_comes_back_with_undo(sitting: Sitting) -> None:
    saved(sitting, *(rule(one, one.title()) for one in ("ann", "bob", "cy")))
    page = opened(sitting)
    assert listed(page) == ["Ann", "Bob", "Cy"]
    press(Qt.Key.Key_Down, ALT)
    assert listed(page) == ["Bob", "Ann", "Cy"]
    assert page.list.currentIndex().row() == 1
    press(Qt.Key.Key_Down, ALT)
    press(Qt.Key.Key_Down, ALT)
    sitting.engine_works()
    assert [one for one, _, _ in kept(sitting)] == ["Bob", "Cy", "Ann"]
    data = page.model.mimeData([page.model.index(2)])
    page.model.dropMimeData(data, Qt.DropAction.MoveAction, 0, 0, page.model.index(-1))
    assert listed(page) == ["Ann", "Bob", "Cy"]
    sitting.window.hands.undo()
    assert listed(page) == ["Bob", "Cy", "Ann"]
    press(Qt.Key.Key_Delete, on=page.list)
    sitting.engine_works()
    assert len(kept(sitting)) == 2
    sitting.window.hands.undo()
    sitting.engine_works()
    assert [one for one, _, _ in kept(sitting)] == ["Bob", "Cy", "Ann"]


def test_a_rule_is_found_among_two_hundred_by_its_name_or_what_it_says(sitting: Sitting) -> None:
    made = [*(rule(f"r{n}", f"Rule {n}") for n in range(199)), rule("summer", "Été")]
    sitting.window.bridge.submit.change([SaveRule(one.id, to_words(one)) for one in made], "")
    page = opened(sitting)
    assert page.model.rowCount() == 200
    page.start_search()
    QTest.keyClicks(page.search_field, "ete")
    assert listed(page) == ["Été"]
    page.search_field.setText("nothing like it")
    assert page.nothing.isVisible()
    press(Qt.Key.Key_Escape, on=page.search_field)
    assert page.model.rowCount() == 200


def test_the_switch_of_a_row_takes_a_press_of_the_mouse(sitting: Sitting) -> None:
    saved(sitting, rule("one", "First"))
    sitting.window.bridge.submit.order(NoteTrial("one", 1, 7, 100, 2))
    page = opened(sitting)
    box = page.list.visualRect(page.model.index(0))
    QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(box.left() + 60, box.center().y()))
    assert not page.editor.isVisible()
    row = page.model.row(0)
    assert row is not None
    assert not row.is_on
    QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(box.right() - 40, box.center().y()))
    row = page.model.row(0)
    assert row is not None
    assert row.is_on


def test_whatever_a_rule_can_say_is_said_as_a_sentence_and_comes_back_the_same(sitting: Sitting) -> None:
    choices = Choices(sitting.window.bridge)
    for when in WHENS:
        assert when_of(when_tree(when)) == when
        assert "{" not in sentence_of(triggers(choices), when_tree(when))
    assert {one.deed for one in DEEDS} == set(Deed)
    assert deeds_of(deed_tree(DEEDS)) == DEEDS
    vocabulary = deeds(sitting.window.bridge, choices)
    assert "{" not in sentence_of(vocabulary, deed_tree(DEEDS))
    whole = rule("x", "All", when=WHENS[-1], then=DEEDS, stops=True, in_public=True, version=4)
    assert says_same(draft_of(whole), whole)
    assert draft_of(whole).rule() == whole


def test_what_cannot_be_read_of_the_unsaved_is_left_out(sitting: Sitting) -> None:
    for text in (
        "",
        "{}",
        "[",
        "[]",
        '{"x": {"id": "x"}}',
        '{"x": {"id": "x", "version": 1, "name": "n"}}',
        '{"x": 3}',
    ):
        sitting.window.bridge.desk.set_state("rule_drafts", text)
        assert Drafts(sitting.window.bridge.desk).all == (), text
