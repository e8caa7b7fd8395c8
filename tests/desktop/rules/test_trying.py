"""A rule is tried before it may be switched on, and what it did is read afterwards, in the window of the demo."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from socialdesk.desktop.places.rules.hits import HitRow
from socialdesk.desktop.places.rules.page import RulesPage
from socialdesk.desktop.places.rules.take_back import TakeBackCard
from socialdesk.desktop.widgets.ask import Question
from socialdesk.engine.host import Engine
from socialdesk.model.command import AddTag, RemoveTag
from socialdesk.model.condition import All, Field, Is
from socialdesk.model.identifiers import ThreadId
from socialdesk.model.message import Happening
from socialdesk.model.rule import Deed, Do, Rule, Trigger, When
from socialdesk.model.rule_command import NoteTrial, SwitchRule
from socialdesk.store.rule_rows import Did, Run
from socialdesk.store.rules import is_suspended, rules
from socialdesk.support.clock import SystemClock
from tests.desktop.rules.test_page import opened, press, rule, saved
from tests.desktop.shell.conftest import Sitting


def tried(page: RulesPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not page.trial.is_running)


def test_a_rule_is_tried_by_keys_shows_its_threads_and_can_then_be_switched_on(sitting: Sitting, qtbot: QtBot) -> None:
    saved(sitting, rule("vip", "VIPs"))
    page = opened(sitting)
    press(Qt.Key.Key_Return)
    QTest.keyClicks(page.editor.name, " first")
    page.trial.month.setFocus()
    press(Qt.Key.Key_Return)
    tried(page, qtbot)
    sitting.engine_works()
    (kept,) = rules(sitting.window.bridge.cache)
    assert (kept.name, kept.version, kept.is_tried) == ("VIPs first", 2, True)
    assert kept.trial is not None
    assert kept.trial.touched > 0
    assert f"{kept.trial.touched}" in page.trial.words.text()
    shown = [page.trial.list.rows.row(at) for at in range(page.trial.list.rows.rowCount())]
    assert len(shown) == kept.trial.touched
    assert all(one is not None and "VIP" in one.why for one in shown)
    assert QApplication.focusWidget() is page.editor.switch
    assert page.trial.caution.isVisible() is (kept.trial.share > 0.05)

    press(Qt.Key.Key_Return)
    sitting.engine_works()
    (kept,) = rules(sitting.window.bridge.cache)
    assert kept.is_on

    first = shown[0]
    assert first is not None
    page.trial.list.setFocus()
    press(Qt.Key.Key_Return)
    assert not page.isVisible()
    thread = sitting.window.conversation.thread
    assert thread == ThreadId(first.thread)


def test_trying_can_be_stopped_then_nothing_counts_as_tried(sitting: Sitting, qtbot: QtBot) -> None:
    saved(sitting, rule("vip", "VIPs"))
    page = opened(sitting)
    press(Qt.Key.Key_Return)
    page.try_it(30)
    assert page.trial.stop.hasFocus()
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not sitting.window.bridge.beside.is_busy)
    sitting.engine_works()
    assert "not tried" in page.trial.words.text()
    assert not rules(sitting.window.bridge.cache)[0].is_tried
    assert not page.editor.switch.isEnabled()


def test_who_went_on_with_something_else_keeps_the_hand_there_when_the_trial_ends(
    sitting: Sitting, qtbot: QtBot
) -> None:
    saved(sitting, rule("vip", "VIPs"))
    page = opened(sitting)
    press(Qt.Key.Key_Return)
    page.try_it(30)
    page.editor.name.setFocus()
    tried(page, qtbot)

    assert page.editor.switch.isEnabled()
    assert QApplication.focusWidget() is page.editor.name


def test_what_is_kept_out_of_sight_is_not_told_among_what_a_rule_would_touch(sitting: Sitting, qtbot: QtBot) -> None:
    everything = rule("all", "All", where=All((Is(Field.SHIELDED),)))
    saved(sitting, everything)
    page = opened(sitting)
    press(Qt.Key.Key_Return)
    page.try_it(30)
    tried(page, qtbot)
    rows = page.trial.list.rows
    assert rows.rowCount() > 0
    for at in range(rows.rowCount()):
        row = rows.row(at)
        assert row is not None
        assert (row.name, row.what) == ("A hidden message", "")


def test_what_a_rule_did_is_read_with_its_reason_and_leads_to_the_thread(sitting: Sitting, qtbot: QtBot) -> None:
    bridge = sitting.window.bridge
    when = When(Trigger.TAGGED, frozenset({"look"}))
    one = Rule("look", "Look", when, (Do(Deed.PRIORITY, "high"), Do(Deed.TAG, "seen")), All(()), everywhere=True)
    saved(sitting, one)
    sitting.window.hands.rules.show()
    page = sitting.window.rules.page
    page.open_rule("look")
    page.try_it(7)
    tried(page, qtbot)
    bridge.submit.order(SwitchRule("look", True))
    sitting.engine_works()
    thread = sitting.window.queue.model._threads[0]
    bridge.submit.give([(thread, AddTag(thread.id, "look"))])
    sitting.engine_works()

    page.show_log("look")
    qtbot.waitUntil(lambda: page.log.list.rows.rowCount() == 1)
    row = page.log.list.rows.row(0)
    assert row is not None
    assert row.thread == thread.id
    assert "set the priority to high" in row.what
    assert page.log.list.hasFocus()
    page.log.back.setFocus()
    page.reload()  # something came in
    qtbot.waitUntil(lambda: not bridge.beside.is_busy)
    assert page.log.back.hasFocus()
    press(Qt.Key.Key_Escape)
    assert page.editor.isVisible()
    page.show_list()
    qtbot.waitUntil(lambda: (found := page.model.row(0)) is not None and found.counted != "")
    page.show_log("look")
    qtbot.waitUntil(lambda: page.log.list.rows.rowCount() == 1)
    press(Qt.Key.Key_Return, on=page.log.list)
    assert sitting.window.conversation.thread == thread.id


def test_a_rule_is_applied_to_what_is_there_once_somebody_agreed_and_taken_back_again(
    sitting: Sitting, qtbot: QtBot
) -> None:
    bridge = sitting.window.bridge
    saved(sitting, rule("vip", "VIPs", then=(Do(Deed.TAG, "top"),)))
    page = opened(sitting)
    press(Qt.Key.Key_Return)
    page.try_it(30)
    tried(page, qtbot)
    sitting.engine_works()
    hits = page.trial.list.rows.rowCount()
    assert hits
    page.trial.apply.click()
    (question,) = sitting.window.findChildren(Question)
    assert "30" in question.accessibleDescription()
    press(Qt.Key.Key_Escape)
    assert bridge.submit.pending == ()
    page.trial.apply.click()
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    work_on(sitting)
    tagged = threads_with(sitting, "top")
    assert tagged == {row.thread for at in range(hits) if (row := page.trial.list.rows.row(at)) is not None}

    page.editor.log.click()
    qtbot.waitUntil(lambda: page.log.list.rows.rowCount() > 0)
    bridge.submit.give(
        [(thread, RemoveTag(thread.id, "top")) for id_ in [min(tagged)] if (thread := bridge.thread(ThreadId(id_)))]
    )
    sitting.engine_works()
    page.log.take_back.click()
    card = page.log.card
    assert card is not None
    qtbot.waitUntil(card.take.isEnabled)
    assert "as they left it" in card.words.text()
    card.take.click()
    sitting.engine_works()
    assert threads_with(sitting, "top") == set()
    qtbot.waitUntil(
        lambda: any(row_at(page, at).what.startswith("Taken back") for at in range(page.log.list.rows.rowCount())),
    )
    said = [row_at(page, at).what for at in range(page.log.list.rows.rowCount())]
    assert any("somebody changed it since" in one for one in said)


def test_of_what_can_be_taken_back_only_the_threads_are_counted_in_which_it_stands(sitting: Sitting) -> None:
    bridge = sitting.window.bridge
    card = TakeBackCard(sitting.window, bridge, rule("vip", "VIPs"))
    now = bridge.clock.now()
    done = (Did(Deed.TAG.value, "a"), Did(Deed.TAG.value, "b"))
    runs = [Run(at, "vip", 1, "", ThreadId(at), now, now, (), done, now if at > 1 else None) for at in range(1, 5)]
    card._on_read(runs)
    assert card.words.text().startswith("2 things can be taken back, in threads: 1.")
    card._on_read([Run(9, "vip", 1, "", ThreadId(9), now, now, (), (Did(Deed.CALL.value, "x"),))])

    assert "thing" not in card.words.text()
    assert card.take.isEnabled()
    card.leave()


def test_automatic_answers_are_suspended_by_one_act_the_window_says_so_and_lets_them_go_again(sitting: Sitting) -> None:
    window = sitting.window
    window.run(window.registry["rules.suspend"])
    assert window.banner.isVisible()
    assert window.rules.is_suspended
    sitting.engine_works()
    assert is_suspended(window.bridge.cache)
    assert window.banner.isVisible()
    window.banner.chosen.emit("let_answers_go")
    sitting.engine_works()
    assert not is_suspended(window.bridge.cache)
    assert not window.banner.isVisible()


def test_from_a_thread_the_rule_that_acted_there_is_shown(sitting: Sitting, qtbot: QtBot) -> None:
    window = sitting.window
    window.run(window.registry["rules.of_thread"])
    assert not window.rules.is_shown
    when = When(Trigger.TAGGED, frozenset({"look"}))
    saved(sitting, Rule("look", "Look", when, (Do(Deed.PRIORITY, "high"),), All(()), everywhere=True))
    window.bridge.submit.order(NoteTrial("look", 1, 7, 0, 0))
    window.bridge.submit.order(SwitchRule("look", True))
    sitting.engine_works()
    thread = window.queue.current()
    assert thread is not None
    window.bridge.submit.give([(thread, AddTag(thread.id, "look"))])
    sitting.engine_works()
    window.run(window.registry["rules.of_thread"])
    page = window.rules.page
    qtbot.waitUntil(lambda: page.log.list.rows.rowCount() == 1)
    assert page.is_log
    assert row_at(page, 0).thread == thread.id

    page.show_list()
    press(Qt.Key.Key_Escape, on=page.list)
    window.queue.open(thread.id)
    view = window.conversation.view
    qtbot.waitUntil(lambda: any(is_of_rule(one.entry) for one in view._model.rows))
    at = next(at for at, one in enumerate(view._model.rows) if is_of_rule(one.entry))
    view.setFocus()
    view.setCurrentIndex(view._model.index(at))
    press(Qt.Key.Key_Return, on=view)
    assert page.is_log
    assert page.isVisible()


def is_of_rule(entry: object) -> bool:
    return isinstance(entry, Happening) and entry.what == "rule"


def row_at(page: RulesPage, at: int) -> HitRow:
    found = page.log.list.rows.row(at)
    assert found is not None
    return found


def threads_with(sitting: Sitting, tag: str) -> set[int]:
    found = sitting.window.bridge.cache.ask("SELECT id FROM thread WHERE tags LIKE ?", (f'%"{tag}"%',))
    return {row[0] for row in found}


def work_on(sitting: Sitting) -> None:
    """Let the engine go on until what it does in slices is done."""
    engine = Engine(sitting.unlocked, SystemClock())
    engine.apply_pending()
    engine._rules.finish(SystemClock().now())
    asyncio.run(engine.close())
    sitting.window.bridge.follow.look()
