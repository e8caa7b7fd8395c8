"""What calls somebody outside the window, on a real window and store; the notices themselves are written down."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from socialdesk.desktop.shell.attention import AttentionSide
from socialdesk.desktop.shell.attention_words import Said, said
from socialdesk.desktop.shell.notices import Notices
from socialdesk.model.attention import Call, Notice, Why
from socialdesk.model.command import Assign, MarkDone, Snooze
from socialdesk.model.rule import Deed, Do, Rule, Trigger, When, to_words
from socialdesk.model.rule_command import AskSecondPerson, NoteTrial, SaveRule, SwitchRule
from socialdesk.model.thread import Thread
from socialdesk.model.view import MINE, UNASSIGNED
from socialdesk.store import queue_cost
from socialdesk.store.cache import Cache
from socialdesk.store.queue_page import queue_page
from socialdesk.support.clock import HandClock
from tests.desktop.shell.conftest import Sitting


@dataclass
class Called:
    """The side under test, with what it showed and took away, on a clock that is turned by hand."""

    sitting: Sitting
    side: AttentionSide
    clock: HandClock
    shown: list[tuple[int, Said, bool]] = field(default_factory=list[tuple[int, Said, bool]])
    gone: list[int] = field(default_factory=list[int])

    def others_change(self, thread: Thread) -> None:
        """A colleague or the network changes a thread."""
        unlocked = self.sitting.unlocked
        cache = Cache(unlocked.workspace.cache, unlocked.key, write=True)
        with cache.change() as change:
            change.put_thread(thread)
        cache.close()
        self.sitting.window.bridge.follow.look()
        self.side.look()


@pytest.fixture
def called(sitting: Sitting) -> Called:
    bridge = sitting.window.bridge
    clock = HandClock(bridge.clock.now().replace(microsecond=0))
    bridge.clock = clock
    bridge.settings.put("quiet.on", "0")
    side = sitting.window.attention
    made = Called(sitting, side, clock)
    side.notices.show = lambda id_, said, sound: made.shown.append((id_, said, sound))
    side.notices.take_away = made.gone.append
    side.look()
    # What falls due at this moment of the demo is told now, so that what a test does is told alone.
    clock.move(timedelta(minutes=11))
    side.look()
    made.shown.clear()
    clock.move(timedelta(minutes=2))
    return made


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def of_nobody(called: Called) -> Thread:
    bridge = called.sitting.window.bridge
    page = queue_page(bridge.cache, UNASSIGNED, bridge.me, None, 50)
    thread = next(one for one in page.rows if not one.is_shielded)
    return replace(thread, due_at=called.clock.now() + timedelta(minutes=20))


def given(called: Called, thread: Thread) -> Thread:
    return replace(thread, assignee_id=called.sitting.window.bridge.me)


def test_what_a_colleague_gives_me_that_is_due_soon_is_told_once_without_its_text(called: Called) -> None:
    thread = given(called, of_nobody(called))
    called.others_change(thread)
    ((_, said, sound),) = called.shown

    assert thread.contact_name in said.title
    assert thread.preview[:12] not in said.title + said.text
    assert [key for key, _ in said.buttons] == ["open", "snooze", "done"]
    assert not sound
    assert called.sitting.window.windowTitle().startswith("(")
    called.clock.move(timedelta(minutes=2))
    called.side.look()
    assert len(called.shown) == 1


def test_what_i_took_myself_calls_nobody_however_long_the_engine_is_at_it(called: Called) -> None:
    bridge = called.sitting.window.bridge
    thread = of_nobody(called)
    called.others_change(thread)
    bridge.submit.give([(thread, Assign(thread.id, bridge.me))])
    called.side.look()  # the engine has not taken it yet
    called.sitting.engine_works()
    called.side.look()

    assert called.shown == []


def test_what_i_took_while_it_was_looked_for_what_calls_calls_nobody(
    called: Called, monkeypatch: pytest.MonkeyPatch
) -> None:
    bridge, side = called.sitting.window.bridge, called.side
    thread = of_nobody(called)
    called.others_change(thread)
    monkeypatch.setattr(queue_cost, "FEW", 0)  # as in a workspace of very many threads: it is read beside the window
    read: list[Callable[[], None]] = []
    monkeypatch.setattr(bridge.beside, "ask", lambda _topic, ask, then: read.append(partial(then, ask(bridge.cache))))
    side.look()
    bridge.submit.give([(thread, Assign(thread.id, bridge.me))])
    called.sitting.engine_works()
    read[0]()
    side.look()
    read[1]()

    assert called.shown == []


def test_what_calls_before_it_is_known_how_notices_are_shown_waits_for_that_and_is_not_lost(called: Called) -> None:
    side = called.side
    side.notices.is_joining = True  # as from the start until the bus of the desktop answered
    called.others_change(given(called, of_nobody(called)))
    assert called.shown == []
    side.notices._joined()
    side.look()
    assert len(called.shown) == 1


def test_that_a_thread_of_mine_is_late_is_told_once_for_its_clock_however_its_due_time_moves(called: Called) -> None:
    now = called.clock.now()
    mine = given(called, replace(of_nobody(called), waiting_since=now - timedelta(hours=1)))
    attention = called.side.attention

    def late() -> list[Call]:
        return [one for one in attention.open if one.why is Why.LATE and one.thread == mine.id]

    called.others_change(replace(mine, due_at=now + timedelta(seconds=30)))
    assert late() == []
    called.clock.move(timedelta(seconds=31))
    called.side.look()
    (call,) = late()
    zone = now.astimezone().tzinfo
    assert zone is not None
    assert "late since" in said(Notice(1, (call,), sound=False), attention.rules, zone).title
    told = replace(call, why=Why.MENTION)
    assert said(Notice(1, (told,), sound=False), attention.rules, zone).title.startswith("You are told of")
    early = replace(told, due_at=told.at + timedelta(minutes=1))
    assert said(Notice(1, (early,), sound=False), attention.rules, zone).title.startswith("You are mentioned")
    for due in (now - timedelta(minutes=5), now + timedelta(minutes=2)):
        called.others_change(replace(mine, due_at=due))
        called.clock.move(timedelta(minutes=11))
        called.side.look()
        assert late() == [call]
    # Another question is another clock.
    called.others_change(replace(mine, waiting_since=now, due_at=now))
    assert len(late()) == 2


def test_what_i_take_myself_calls_nobody(called: Called) -> None:
    thread = of_nobody(called)
    window = called.sitting.window
    window.bridge.submit.given.emit((thread.id,))
    called.others_change(given(called, thread))

    assert not called.shown


def test_text_is_shown_where_it_was_asked_for_but_never_of_what_is_hidden(called: Called) -> None:
    called.sitting.window.bridge.settings.put("notify.text", "1")
    thread = given(called, of_nobody(called))
    called.others_change(replace(thread, preview="where is my parcel"))
    assert called.shown[0][1].text == "where is my parcel"

    called.clock.move(timedelta(minutes=2))
    bridge = called.sitting.window.bridge
    other = next(
        one
        for one in queue_page(bridge.cache, UNASSIGNED, bridge.me, None, 50).rows
        if one.id != thread.id and not one.is_shielded
    )
    due = called.clock.now() + timedelta(minutes=20)
    called.others_change(replace(given(called, other), shield="abuse", preview="vile", due_at=due))
    said = called.shown[1][1]
    assert "vile" not in said.text
    assert other.contact_name not in said.title


def test_it_goes_away_when_anybody_handles_it(called: Called) -> None:
    thread = given(called, of_nobody(called))
    called.others_change(thread)
    id_ = called.shown[0][0]
    called.others_change(replace(thread, assignee_id=None))

    assert called.gone == [id_]


def test_in_quiet_hours_nothing_is_told_and_the_rest_comes_after(called: Called) -> None:
    called.side.quiet.choose(called.clock.now() + timedelta(hours=1))
    called.others_change(given(called, of_nobody(called)))
    assert not called.shown
    called.side.quiet.choose(None)

    assert len(called.shown) == 1


@pytest.mark.parametrize(("button", "kind"), [("snooze", Snooze), ("done", MarkDone)])
def test_a_button_does_what_it_says_without_the_window_coming_forward(called: Called, button: str, kind: type) -> None:
    thread = given(called, of_nobody(called))
    called.others_change(thread)
    called.side.act(called.shown[0][0], button)
    (command,) = [one.command for one in called.sitting.window.bridge.submit.pending if isinstance(one.command, kind)]

    assert getattr(command, "thread", None) == thread.id
    assert called.gone == [called.shown[0][0]]


def test_open_shows_the_thread(called: Called, monkeypatch: pytest.MonkeyPatch) -> None:
    forward: list[bool] = []
    monkeypatch.setattr(called.sitting.window, "come_forward", lambda: forward.append(True))
    thread = given(called, of_nobody(called))
    called.others_change(thread)
    called.side.act(called.shown[0][0], "open")
    current = called.sitting.window.queue.current()

    assert forward
    assert current is not None
    assert current.id == thread.id
    assert called.sitting.window.queue.base.id == MINE.id


def test_q_asks_until_when_and_the_foot_of_the_rail_says_it_and_q_again_ends_it(called: Called) -> None:
    window = called.sitting.window
    window.activateWindow()
    window.queue.list.setFocus()
    QTest.keyClick(window.queue.list, Qt.Key.Key_Q)
    picker = window.hands.quiet.picker
    assert picker.isVisible()
    QTest.keyClicks(focused(), "in 2 hours")
    QTest.keyClick(focused(), Qt.Key.Key_Return)

    assert window.attention.quiet.until == called.clock.now() + timedelta(hours=2)
    assert window.attention.quiet.words().startswith("Quiet until ")
    QTest.keyClick(window.queue.list, Qt.Key.Key_Q)
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert window.attention.quiet.until is None
    assert not window.attention.quiet.words()


def test_two_hours_without_a_pause_offer_one_in_one_line(called: Called) -> None:
    window = called.sitting.window
    for _ in range(130):
        window.queue.thread_opened.emit(window.queue.current())
        called.clock.move(timedelta(minutes=1))

    assert called.side.stretch.offered
    assert window.toast.isVisible()


def test_a_rule_that_waits_for_a_second_person_calls_those_who_did_not_ask_until_one_let_it_begin(
    called: Called, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(called.sitting.window, "come_forward", lambda: None)
    window, bridge = called.sitting.window, called.sitting.window.bridge
    rule = Rule("hide", "Hide spam", When(Trigger.RECEIVED), (Do(Deed.HIDE),), everywhere=True)
    for command in (AskSecondPerson(on=True), SaveRule("hide", to_words(rule)), NoteTrial("hide", 1, 7, 100, 1)):
        bridge.submit.order(command)
    bridge.submit.order(SwitchRule("hide", on=True))
    called.sitting.engine_works()
    called.side.look()
    assert [one for one in called.side.attention.open if one.why is Why.APPROVAL] == []
    colleague = next(one.id for one in bridge.people if not one.is_me)
    bridge.desk.give([SwitchRule("hide", on=True)], colleague, bridge.clock.now())
    called.sitting.engine_works()
    called.side.look()
    (shown,) = [one for one in called.shown if "Hide spam" in one[1].title]
    called.side.act(shown[0], "open")
    assert window.rules.is_shown
    assert window.rules.page.editor.approve.isVisible()
    window.rules.page.approve()
    called.sitting.engine_works()
    called.side.look()
    assert [one for one in called.side.attention.open if one.why is Why.APPROVAL] == []


def test_a_press_on_the_message_of_the_tray_opens_the_newest_notice_and_no_earlier_one(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    monkeypatch.setattr(QSystemTrayIcon, "show", lambda _self: None)
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", lambda *_: None)
    notices = Notices(sitting.window)
    wanted: list[int] = []
    notices.act_wanted.connect(lambda id_, _key: wanted.append(id_))
    for id_ in (7, 8):
        notices.show(id_, Said("Dan, late since 09:10", "", ()), False)
    assert notices.tray.icon is not None
    notices.tray.icon.messageClicked.emit()
    assert wanted == [8]


def test_who_takes_a_late_thread_is_not_told_that_it_is_late(called: Called) -> None:
    bridge = called.sitting.window.bridge
    thread = of_nobody(called)
    late = replace(thread, due_at=called.clock.now() - timedelta(minutes=5), waiting_since=called.clock.now())
    called.others_change(late)
    bridge.submit.give([(late, Assign(late.id, bridge.me))])
    called.others_change(replace(late, assignee_id=bridge.me))
    assert called.shown == []
