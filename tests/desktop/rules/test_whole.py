"""The rules as a whole, in the window of the demo: the way to them, hints, a second person, applying, taking back."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from socialdesk.desktop.places.rules.outcome import outcome_words
from socialdesk.desktop.places.settings.rules_part import RulesPart
from socialdesk.desktop.settings.setting import Section
from socialdesk.desktop.widgets.ask import Question
from socialdesk.desktop.widgets.sentence.choices import Choices
from socialdesk.desktop.widgets.topic_words import topic_of, topic_words
from socialdesk.model.command import AddTag, RemoveTag
from socialdesk.model.condition import All, Field, Is
from socialdesk.model.rule import Deed, Do, Trigger, When
from socialdesk.model.rule_command import AskSecondPerson, NoteTrial, SetRulePause, SwitchRule
from socialdesk.model.signal_words import TOPICS
from socialdesk.store.rule_contacts import LATELY
from socialdesk.store.rule_rows import Did
from socialdesk.store.rule_trial import Outcome, Unknown
from socialdesk.store.rules import care, rules, runs_of
from tests.desktop.rules.test_page import opened, press, rule, saved
from tests.desktop.rules.test_trying import threads_with, tried, work_on
from tests.desktop.shell.conftest import Sitting

ALWAYS = All(())


def test_settings_and_palette_lead_to_the_rules_and_say_what_becomes_of_large_ones(sitting: Sitting) -> None:
    window = sitting.window
    window.open_palette()
    QTest.keyClicks(window.palette_card._field, "second person")
    assert window.palette_card.current is not None
    assert window.palette_card.current.id == "settings:rules"
    press(Qt.Key.Key_Return)
    assert window.settings.page.section is Section.RULES
    (part,) = window.settings.page.findChildren(RulesPart)
    assert part.care.currentData() == 60
    part.care.setCurrentIndex(part.care.findData(-1))
    assert "second person" in part.words.text()
    sitting.engine_works()
    assert care(window.bridge.cache).wants_second
    part.care.setCurrentIndex(part.care.findData(15))
    sitting.engine_works()
    assert care(window.bridge.cache).pause.total_seconds() == 900
    assert not care(window.bridge.cache).asks_second
    window.hands.undo()
    sitting.engine_works()
    assert care(window.bridge.cache).asks_second
    part.go.setFocus()
    press(Qt.Key.Key_Return)
    assert window.rules.is_shown


def test_a_second_person_lets_a_rule_begin_and_whoever_asked_can_only_withdraw(sitting: Sitting) -> None:
    bridge = sitting.window.bridge
    hides = rule("hide", "Hide", then=(Do(Deed.HIDE),))
    saved(sitting, hides)
    for command in (AskSecondPerson(on=True), NoteTrial("hide", 1, 7, 100, 1)):
        bridge.submit.order(command)
    sitting.engine_works()
    page = opened(sitting)
    press(Qt.Key.Key_Return)
    assert not page.editor.approve.isVisible()
    page.editor.switch.click()
    assert page.editor.state.text() == "Waits for a second person"
    sitting.engine_works()
    (kept,) = rules(bridge.cache)
    assert (kept.is_on, kept.asked_by) == (False, bridge.me)
    assert not page.editor.approve.isVisible()
    page.editor.switch.click()
    sitting.engine_works()
    assert rules(bridge.cache)[0].asked_by is None

    colleague = next(one.id for one in bridge.people if not one.is_me)
    bridge.desk.give([SwitchRule("hide", on=True)], colleague, bridge.clock.now())
    sitting.engine_works()
    assert page.editor.approve.isVisible()
    page.editor.approve.setFocus()
    press(Qt.Key.Key_Return)
    sitting.engine_works()
    (kept,) = rules(bridge.cache)
    assert (kept.is_on, kept.asked_by, kept.on_from) == (True, None, None)
    assert page.editor.state.text() == "On"


def test_what_can_hardly_be_meant_stands_below_the_part_it_is_about(sitting: Sitting) -> None:
    one = rule("one", "One", when=When(Trigger.TAGGED, frozenset({"b"})), where=ALWAYS,
               then=(Do(Deed.UNTAG, "b"), Do(Deed.TAG, "a")))  # fmt: skip
    two = replace(one, id="two", name="Two", when=When(Trigger.TAGGED, frozenset({"a"})),
                  then=(Do(Deed.UNTAG, "a"), Do(Deed.TAG, "b")))  # fmt: skip
    never = rule("never", "Never", where=All((Is(Field.VIP), Is(Field.ONLY_EMOJI), Is(Field.ONLY_MENTIONS))))
    saved(sitting, one, two, never)
    page = opened(sitting)
    page.open_rule("one")
    shown = {part.value: label.text() for part, label in page.editor.hints.items() if label.isVisible()}
    assert list(shown) == ["then"]
    assert "again and again" in shown["then"]
    page.open_rule("never")
    shown = {part.value: label.text() for part, label in page.editor.hints.items() if label.isVisible()}
    assert list(shown) == ["where"]
    assert "exclude each other" in shown["where"]


def test_a_rule_about_threads_is_applied_undone_as_one_and_one_line_of_it_taken_back(
    sitting: Sitting, qtbot: QtBot
) -> None:
    window, bridge = sitting.window, sitting.window.bridge
    threads = window.queue.model._threads[:3]
    for thread in threads:
        bridge.submit.give([(thread, AddTag(thread.id, "look"))])
    bridge.submit.give([(threads[2], RemoveTag(threads[2].id, "look"))])
    look = rule("look", "Look", when=When(Trigger.TAGGED, frozenset({"look"})), where=ALWAYS,
                then=(Do(Deed.TAG, "seen"),))  # fmt: skip
    saved(sitting, look)
    page = opened(sitting)
    press(Qt.Key.Key_Return)
    page.try_it(7)
    tried(page, qtbot)
    assert page.trial.list.rows.rowCount() == 3
    page.trial.apply.click()
    (question,) = window.findChildren(Question)
    assert "left out" in question.accessibleDescription()
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    work_on(sitting)
    both = {thread.id for thread in threads[:2]}
    assert threads_with(sitting, "seen") == both
    window.hands.undo()
    work_on(sitting)
    assert threads_with(sitting, "seen") == set()
    assert len(runs_of(bridge.cache, "look")) == 2

    bridge.submit.order(SetRulePause(0))
    bridge.submit.order(SwitchRule("look", on=True))
    for thread in threads[:2]:
        for command in (RemoveTag(thread.id, "look"), AddTag(thread.id, "look")):
            bridge.submit.give([(thread, command)])
    sitting.engine_works()
    assert threads_with(sitting, "seen") == both
    page.show_log("look")
    qtbot.waitUntil(lambda: page.log.list.rows.rowCount() == 4)
    press(Qt.Key.Key_Delete, on=page.log.list)
    sitting.engine_works()
    newest = runs_of(bridge.cache, "look", most=1)[0].thread
    assert threads_with(sitting, "seen") == both - {newest}


def test_why_something_was_left_out_is_said_and_trying_says_what_it_cannot_know(sitting: Sitting) -> None:
    window = sitting.window
    page = opened(sitting)
    said = page.log._said
    assert said.did((Did("acknowledge", "1", skipped="open"),)).endswith("(left out: within the opening hours)")
    assert said.did((Did("", skipped="deep"),)) == "nothing: too many rules brought each other about"
    assert "left out: No answer" in said.did((Did("hide", skipped="refused No answer"),))
    found = Outcome(2, 3, 1, (("", 4), ("today", 2)), unknown=tuple(Unknown))
    words = " ".join(outcome_words(found, rule("x", "X", when=When(Trigger.VOLUME, many=9, minutes=9))))
    for one in ("2 more would fit", "4 of them", "2 acknowledged that day already", "3 time", "as they stand now",
                "much at once"):  # fmt: skip
        assert one in words
    assert all(topic_of(topic_words(one.name)) == one.name for one in TOPICS)

    page.go_back()
    thread = next(one for one in window.queue.model._threads if one.contact_id is not None and not one.is_shielded)
    window.queue.open(thread.id)
    window.run(window.registry["rules.new_for_contact"])
    asked = page.editor.draft.rule().where
    assert asked == All((Is(Field.CONTACT, frozenset({str(thread.contact_id)})),))
    assert thread.contact_name in page.editor.where.sentence()
    offered = Choices(window.bridge).contacts().offers()
    newest = window.bridge.cache.ask(
        "SELECT t.contact_id FROM message m JOIN thread t ON t.id = m.thread_id WHERE direction = 'in'"
        " AND t.shield = '' AND t.contact_id IS NOT NULL ORDER BY m.id DESC LIMIT 1"
    )
    assert offered[0].value == str(newest[0][0])
    plan = " ".join(row[3] for row in window.bridge.cache.ask(f"EXPLAIN QUERY PLAN {LATELY}", (9,)))
    assert plan.count("USING INTEGER PRIMARY KEY") == 2
    assert QApplication.focusWidget() is page.editor.name
