"""The rail in a real window: what is wrong with a channel, what rows are dropped on it, and icons alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, timedelta

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from socialdesk.desktop.look import icons, metrics
from socialdesk.desktop.places.queue.paint import RowDelegate
from socialdesk.desktop.places.rail.health import BEHIND_AFTER, behind, behind_after, trouble
from socialdesk.desktop.places.rail.model import LIBRARY, LINE_ROLE, Line
from socialdesk.desktop.places.rail.paint import LineDelegate
from socialdesk.desktop.places.rail.view import RailPlace
from socialdesk.desktop.shell.window import Window
from socialdesk.desktop.widgets.ask import Question
from socialdesk.model.channel import Channel, ChannelState
from socialdesk.model.identifiers import ChannelId
from socialdesk.model.moderation import MuteThread
from socialdesk.model.thread import Status
from socialdesk.model.view import DONE, MINE, MUTED, SENT, SNOOZED, TEAM, UNASSIGNED, channel_view
from socialdesk.store.cache import Cache
from socialdesk.support.clock import HandClock
from tests.desktop.shell.conftest import Sitting
from tests.model.builders import at

LIVE = Channel(ChannelId(1), "x", "x", "Instagram", "", "", "", ChannelState.LIVE, last_pull_at=at(0))


def test_a_channel_that_was_not_heard_of_for_long_says_how_far_behind_it_is() -> None:
    assert behind(LIVE, at(0) + BEHIND_AFTER) is None
    assert trouble(LIVE, at(1)) == ""
    assert trouble(LIVE, at(125)) == "Instagram is 2 h behind."
    lost = replace(LIVE, state=ChannelState.BAD_CREDENTIALS, state_reason="Sign in again.")
    assert trouble(lost, at(125)) == "Sign in again."
    assert trouble(replace(LIVE, state=ChannelState.CONNECTING, last_pull_at=None), at(0)) == ""


def _line(window: Window, id_: str) -> tuple[int, Line]:
    row = window.rail.model.row_of(id_)
    assert row is not None
    return row, window.rail.model.index(row).data(LINE_ROLE)


def test_without_network_channels_keep_their_numbers_and_one_that_alone_is_lost_is_told(sitting: Sitting) -> None:
    window = sitting.window
    channels = window.bridge.channels
    cache = Cache(sitting.unlocked.workspace.cache, sitting.unlocked.key, write=True)

    def told(state: ChannelState, some: Sequence[Channel]) -> list[str]:
        with cache.change() as change:
            for one in some:
                change.set_channel_state(one.id, state, "", window.bridge.clock.now())
        window.bridge.follow.look()
        window.rail._on_minute()
        lines = [_line(window, channel_view(one.id).id)[1] for one in channels]
        assert all(line.count for line in lines)
        return [line.words for line in lines if line.trouble]

    assert told(ChannelState.OFFLINE, channels) == []
    assert "Offline since" in window.banner.accessibleName()
    assert told(ChannelState.LIVE, channels[1:]) == [channels[0].name]
    cache.close()


def test_of_many_channels_those_a_first_frame_shows_are_told_at_once_and_the_others_right_after_it(
    sitting: Sitting, qtbot: QtBot
) -> None:
    many = 60
    cache = Cache(sitting.unlocked.workspace.cache, sitting.unlocked.key, write=True)
    with cache.change() as change:
        for number in range(many):
            name = f"Silent {number}"
            one = Channel(ChannelId(0), "demo", "x", name, "", name, "", ChannelState.PAUSED)
            change.put_channel(one, connected_at=at(0), clocks_from=None, history_days=30)
    cache.close()
    sitting.window.bridge.follow.look()
    rail = RailPlace(sitting.window.bridge)
    qtbot.addWidget(rail)

    def lines(rail: RailPlace) -> list[Line]:
        return [line for row in range(rail.model.rowCount()) if (line := rail.model.line(row)) is not None]

    def told(rail: RailPlace) -> int:
        return sum(line.trouble.endswith("until it goes on.") for line in lines(rail))

    assert 0 < told(rail) < many
    assert lines(rail)[-1].id == LIBRARY
    rail.choose(LIBRARY)
    resets: list[bool] = []
    rail.model.modelReset.connect(lambda: resets.append(True))
    rail.complete()
    assert told(rail) == many
    chosen = rail.model.line(rail.list.currentIndex().row())
    assert (resets, chosen and chosen.id) == ([], LIBRARY), "what was chosen stays so, wherever its row is now"

    last = channel_view(sitting.window.bridge.channels[-1].id).id
    begun = RailPlace(sitting.window.bridge)
    qtbot.addWidget(begun)
    assert last not in [line.id for line in lines(begun)]
    begun.choose(last)  # what was shown last may be one of those
    chosen = begun.model.line(begun.list.currentIndex().row())
    assert chosen is not None
    assert chosen.id == last
    assert told(begun) == many
    window = Window(sitting.window.bridge)
    qtbot.addWidget(window)
    assert told(window.rail) == many, "and so in a window"


def test_a_press_on_the_warning_explains_and_offers_to_put_it_right(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = sitting.window
    channel = window.bridge.channels[0]
    cache = Cache(sitting.unlocked.workspace.cache, sitting.unlocked.key, write=True)
    with cache.change() as change:
        change.touch_channel(channel.id, pulled_at=window.bridge.clock.now() - timedelta(hours=2, minutes=5))
    cache.close()
    window.rail._on_minute()
    row, line = _line(window, channel_view(channel.id).id)
    assert line.trouble == f"{channel.name} is 2 h behind."
    index = window.rail.model.index(row)
    assert line.trouble in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert line.trouble in index.data(Qt.ItemDataRole.ToolTipRole)
    window.rail.list.scrollTo(index)
    box = window.rail.list.visualRect(index)
    before = window.queue.base.id
    QTest.mouseClick(
        window.rail.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(box.right() - 30, box.center().y())
    )
    question = window.findChild(Question)
    assert question is not None
    assert line.trouble in question.accessibleDescription()
    assert window.queue.base.id == before
    poked: list[str] = []
    monkeypatch.setattr(window.bridge.follow, "poke", poked.append)
    QTest.keyClick(question, Qt.Key.Key_Escape)
    assert not poked
    window.hands.views.explain(channel_view(channel.id))
    window.findChildren(Question)[-1]._give("retry")
    assert poked == ["sync"]


def _drag(window: Window, row: int, line: str, qtbot: QtBot, *, lets_go: bool = True) -> str:
    rows = window.queue.list
    start = rows.visualRect(window.queue.model.index(row)).center()
    target, _ = _line(window, line)
    window.rail.list.scrollTo(window.rail.model.index(target))
    there = window.rail.list.visualRect(window.rail.model.index(target)).center()
    end = rows.viewport().mapFromGlobal(window.rail.list.viewport().mapToGlobal(there))
    QTest.mousePress(rows.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(rows.viewport(), start + QPoint(0, 25))
    QTest.mouseMove(rows.viewport(), end)
    qtbot.waitUntil(window.hands.dragging.card.isVisible)
    said = window.hands.dragging.card.words
    if lets_go:
        QTest.mouseRelease(rows.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
        assert not window.hands.dragging.card.isVisible()
    return said


def test_a_row_dropped_on_mine_is_mine_and_the_drag_said_so(sitting: Sitting, qtbot: QtBot) -> None:
    window = sitting.window
    window.hands.go(UNASSIGNED)
    thread = window.queue.model.thread_at(1)
    assert thread is not None
    assert _drag(window, 1, MINE.id, qtbot).startswith("Give 1 thread")
    now = window.bridge.thread(thread.id)
    assert now is not None
    assert now.assignee_id == window.bridge.me
    assert window.queue.model.row_of(thread.id) is None
    window.hands.undo()
    again = window.bridge.thread(thread.id)
    assert again is not None
    assert again.assignee_id is None


def test_all_that_is_selected_goes_along_with_one_undo(sitting: Sitting, qtbot: QtBot) -> None:
    window = sitting.window
    window.hands.go(TEAM)
    some = tuple(window.queue.model.thread_at(row).id for row in (1, 2))
    window.queue.selection.select(some)
    assert _drag(window, 1, DONE.id, qtbot).startswith("Mark 2 thread")
    assert {thread.status for one in some if (thread := window.bridge.thread(one))} == {Status.DONE}
    window.hands.undo()
    assert {thread.status for one in some if (thread := window.bridge.thread(one))} == {Status.OPEN}

    window.queue.selection.select(some)
    _drag(window, 1, SNOOZED.id, qtbot)
    assert window.snooze.isVisible()
    window.snooze.snoozed_until.emit(None)
    assert {thread.status for one in some if (thread := window.bridge.thread(one))} == {Status.SNOOZED}


def test_a_row_dropped_on_snoozed_asks_until_when(sitting: Sitting, qtbot: QtBot) -> None:
    window = sitting.window
    thread = window.queue.model.thread_at(2)
    assert thread is not None
    _drag(window, 2, SNOOZED.id, qtbot)
    assert window.snooze.isVisible()
    current = window.queue.current()
    assert current is not None
    assert current.id == thread.id


def test_where_nothing_can_be_dropped_nothing_happens(sitting: Sitting, qtbot: QtBot) -> None:
    window = sitting.window
    before = [thread.id for thread in window.bridge.cache.threads(list(window.bridge.submit.touched()))]
    assert _drag(window, 1, SENT.id, qtbot).startswith("1 thread")
    assert [thread.id for thread in window.bridge.cache.threads(list(window.bridge.submit.touched()))] == before
    _drag(window, 1, DONE.id, qtbot, lets_go=False)
    QTest.keyClick(window.queue.list, Qt.Key.Key_Escape)
    assert not window.hands.dragging.card.isVisible()
    assert window.rail._delegate.drop_row == -1


@pytest.mark.parametrize("act", ["thread.done", "thread.snooze", "thread.assign"])
def test_the_row_under_the_pointer_offers_its_nearest_acts(sitting: Sitting, act: str, qtbot: QtBot) -> None:
    window = sitting.window
    rows = window.queue.list
    thread = window.queue.model.thread_at(2)
    assert thread is not None
    QTest.mouseMove(rows.viewport(), QPoint(1, 1))  # it may stand there since the last window, and would not move then
    QTest.mouseMove(rows.viewport(), rows.visualRect(window.queue.model.index(2)).center())
    qtbot.waitUntil(rows.acts.isVisible)
    button = rows.acts.buttons[act]
    assert button.width() >= 28
    assert button.toolTip()
    button.click()
    shown: dict[str, QWidget] = {"thread.snooze": window.snooze, "thread.assign": window.assign}
    if act in shown:
        assert shown[act].isVisible()
    else:
        now = window.bridge.thread(thread.id)
        assert now is not None
        assert now.status is Status.DONE
    assert not rows.acts.isVisible()


def test_the_outbox_stands_in_the_rail_only_while_something_is_in_it(sitting: Sitting) -> None:
    window = sitting.window
    assert window.rail.model.row_of("outbox") is None


def test_the_rail_is_walked_by_key_past_its_heads(sitting: Sitting) -> None:
    window = sitting.window
    window.rail.list.setFocus()
    seen: list[str] = []
    for _ in range(window.rail.model.rowCount() - 1):
        QTest.keyClick(window.rail.list, Qt.Key.Key_Down)
        line: Line = window.rail.list.currentIndex().data(LINE_ROLE)
        assert not line.is_head
        seen.append(line.id)
    assert {"done", "vip", channel_view(window.bridge.channels[-1].id).id} <= set(seen)


def test_icons_alone_have_their_words_and_numbers_as_tooltips(sitting: Sitting) -> None:
    window = sitting.window
    window.resize(1000, 700)
    assert window.rail.width() == 56
    row, line = _line(window, TEAM.id)
    tip = window.rail.model.index(row).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == f"Whole team · {line.count}"


def test_a_channel_is_behind_by_the_pace_of_its_own_network(sitting: Sitting) -> None:
    assert behind_after(None) == BEHIND_AFTER
    assert behind_after(timedelta(seconds=5)) == timedelta(minutes=3), "one slow read is not yet a delay"
    assert trouble(LIVE, at(20), behind_after(timedelta(minutes=5))) == ""
    assert trouble(LIVE, at(41), behind_after(timedelta(minutes=5))) == "Instagram is 41 min behind."
    bridge = sitting.window.bridge
    assert bridge.platforms, "once they are looked up, their pace counts"
    assert bridge.least_wait(bridge.channels[0]) == timedelta(seconds=5)


def test_what_is_muted_has_a_row_of_its_own_while_there_is_any(sitting: Sitting) -> None:
    window = sitting.window
    assert window.rail.model.row_of(MUTED.id) is None
    thread = window.queue.current()
    assert thread is not None
    window.bridge.submit.give([(thread, MuteThread(thread.id, at(0)))])
    sitting.engine_works()
    window.rail._reload()
    row = window.rail.model.row_of(MUTED.id)
    assert row is not None
    line = window.rail.model.line(row)
    assert line is not None
    assert (line.words, line.count) == ("Muted", 1)
    window.hands.go(MUTED)
    assert window.queue.header.title == "Muted"
    assert window.queue.current() is not None


def test_the_head_pressed_offers_what_concerns_the_whole_workspace(sitting: Sitting) -> None:
    window = sitting.window
    QTest.mouseClick(window.rail._head, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    acts = {act.words: act for act in window.registry}
    offered = [entry.text().partition("\t")[0] for entry in menu.actions() if not entry.isSeparator()]
    assert [acts[words].id for words in offered][:3] == ["app.connect", "app.settings", "app.people"]
    assert "app.back" not in [acts[words].id for words in offered], "nobody is away"

    next(entry for entry in menu.actions() if entry.text().startswith(acts[offered[1]].words)).trigger()
    menu.close()
    QApplication.processEvents()
    QApplication.processEvents()
    assert window.facts().is_settings


def test_rows_end_as_far_from_the_edge_beside_a_bar_as_without_one(sitting: Sitting) -> None:
    window = sitting.window
    rail, queue = window.rail.list, window.queue.list
    for height in (500, 2_000):
        window.resize(1440, height)
        QApplication.processEvents()
        for view, delegate in ((rail, window.rail._delegate), (queue, queue.itemDelegate())):
            assert isinstance(delegate, LineDelegate | RowDelegate)
            assert delegate.beside == view.width() - view.viewport().width()
    assert window.rail._delegate.beside == 0, "all views have room there"
    window.resize(1440, 500)
    QApplication.processEvents()
    assert window.rail._delegate.beside > 0


def test_who_leaves_at_seven_is_there_until_seven_and_no_longer(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    bridge = sitting.window.bridge
    me = bridge.person(bridge.me)
    assert me is not None
    assert me.on_shift_until == "19:00"
    evening = bridge.clock.now().astimezone().replace(hour=18, minute=59)
    clock = HandClock(evening.astimezone(UTC))
    monkeypatch.setattr(bridge, "clock", clock)
    assert sitting.window.rail._me._until() == "19:00"
    clock.move(timedelta(minutes=1))
    assert sitting.window.rail._me._until() == ""


@pytest.mark.parametrize("zoom", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("calls", [True, False])
@pytest.mark.parametrize("count", [7, 34, 128, 4_812])
@pytest.mark.usefixtures("text_as_designed")
def test_among_icons_alone_no_number_covers_a_sign(qapp: QApplication, zoom: float, calls: bool, count: int) -> None:
    metrics.set_zoom(zoom)
    delegate = LineDelegate()
    delegate.is_narrow = True
    box = QRectF(0, 300, metrics.scaled(metrics.RAIL_NARROW), metrics.scaled(metrics.RAIL_ROW))
    for mark in ("", "facebook"):
        line = Line("team", "Whole team", "users-three", mark=mark, count=count, calls=calls)
        sign, badge = delegate.sign(box, line), delegate.badge(box, line)
        assert badge is not None
        air = sign.width() * (1 - icons.FILL) / 2
        assert not sign.adjusted(air, air, -air, -air).intersects(badge)
        assert box.contains(badge)
        assert sign.left() >= box.left()


@pytest.fixture
def text_as_designed() -> Iterator[None]:
    yield
    metrics.set_zoom(1.0)


def test_what_stands_below_my_name_is_told_whole_in_two_lines(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    me = sitting.window.rail._me
    painted: list[tuple[float, str]] = []
    draw = QPainter.drawText

    def note(painter: QPainter, box: QRectF, flags: int, text: str) -> None:
        painted.append((box.top(), text))
        draw(painter, box, flags, text)

    monkeypatch.setattr(QPainter, "drawText", note)
    for said, lines in (("On shift", 1), ("Absent jusqu’à sam. 16:43", 2)):
        sitting.window.rail.show_standing(said, is_there=False)
        painted.clear()
        me.grab()
        below, rows = painted[-lines:], painted[-lines - 1 :]
        assert " ".join(text for _, text in below) == said
        assert [top for top, _ in rows] == sorted(top for top, _ in rows)
        assert rows[0][0] >= 0
        assert below[-1][0] + metrics.scaled(17) <= me.height()


def test_that_it_is_quiet_no_more_leaves_said_whether_i_am_there(sitting: Sitting) -> None:
    rail = sitting.window.rail
    rail.show_standing("On shift until 18:00", is_there=True)
    rail.show_quiet("Quiet until 15:00")
    assert rail._me.accessibleDescription() == "Quiet until 15:00"
    rail.show_quiet("")
    assert rail._me.accessibleDescription() == "On shift until 18:00"
