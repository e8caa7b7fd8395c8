"""In a large workspace what has to be looked for is read beside the window, and the newest question wins."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from bench.flat_scroll import MadeUp
from socialdesk.desktop.bridge.beside import Beside
from socialdesk.desktop.places.queue import model as queue_model
from socialdesk.desktop.places.queue.model import PAGE
from socialdesk.desktop.places.queue.shapes import RowShapes
from socialdesk.model.condition import AnyOf, Condition, Field, Is, Not
from socialdesk.model.identifiers import ThreadId
from socialdesk.model.thread import Status
from socialdesk.model.view import MINE, TEAM, UNASSIGNED, Filter, View, with_status
from socialdesk.store import queue_cost
from socialdesk.store.cache import Cache
from socialdesk.store.errors import DamagedFile
from socialdesk.store.queue_page import QueuePage, queue_page
from tests.desktop.paints import Paints
from tests.desktop.queue.test_views import FRENCH, VIP, press, shown
from tests.desktop.shell.conftest import Sitting
from tests.waiting import let_pass

RARE = AnyOf((Not(FRENCH), Is(Field.WAITING, frozenset({"1440"}))))


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every workspace counts as one of very many threads."""
    monkeypatch.setattr(queue_cost, "FEW", 0)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, bool]]:
    """The statements that are asked of a cache from now on, and whether the window's own thread waits for them."""
    found: list[tuple[str, bool]] = []
    ask = Cache.ask

    def noted(cache: Cache, statement: str, parameters: Any = ()) -> Sequence[Any]:
        found.append((statement, threading.current_thread() is threading.main_thread()))
        return ask(cache, statement, parameters)

    monkeypatch.setattr(Cache, "ask", noted)
    return found


@pytest.mark.usefixtures("large")
def test_a_filter_in_the_making_is_read_and_counted_beside_the_window(
    sitting: Sitting, qtbot: QtBot, asked: list[tuple[str, bool]]
) -> None:
    window = sitting.window
    window.hands.go(TEAM)
    qtbot.waitUntil(lambda: not window.bridge.beside.is_busy)
    kept = {thread.id for thread in shown(window)}
    window.queue.open_filter()
    asked.clear()
    window.queue.filter_by((RARE, Not(VIP)))
    assert window.queue.model.is_reading
    assert {thread.id for thread in shown(window)} <= kept, "what is here and fits stays, until the answer comes"
    card = window.queue.card
    assert card is not None
    assert card.count.text() == "Counting…"
    qtbot.waitUntil(lambda: not window.bridge.beside.is_busy)
    read_here = [statement for statement, is_here in asked if is_here]
    assert not [one for one in read_here if "json_each" in one and "thread t" in one]
    assert not [one for one in read_here if "FROM (SELECT 1 FROM" in one]
    assert [one for one, is_here in asked if "waiting_since_at <=" in one and not is_here]
    found = shown(window)
    assert found
    assert all(window.queue.model.takes(thread) for thread in found)
    assert window.queue.model.total >= len(found)
    assert card.count.text().startswith(str(window.queue.model.total))
    assert window.queue.current() is not None


@pytest.mark.parametrize("wrong", [DamagedFile(Path("cache.db"), "It is damaged."), KeyError("a mistake of ours")])
def test_what_goes_wrong_beside_the_window_is_heard_in_it_and_nobody_waits_for_an_answer(
    sitting: Sitting, qtbot: QtBot, wrong: Exception
) -> None:
    beside = sitting.window.bridge.beside

    def read(_cache: Cache) -> None:
        raise wrong

    with qtbot.captureExceptions() as heard:
        beside.ask("wrong", read, lambda _answer: None)
        qtbot.waitUntil(lambda: not beside.is_busy)

    assert [error for _, error, _ in heard] == [wrong]


@pytest.mark.usefixtures("large")
def test_what_calls_is_looked_for_beside_the_window_and_no_more_once_the_files_are_about_to_close(
    sitting: Sitting, qtbot: QtBot, asked: list[tuple[str, bool]]
) -> None:
    window = sitting.window
    qtbot.waitUntil(lambda: not window.bridge.beside.is_busy)
    asked.clear()
    window.attention.look()
    qtbot.waitUntil(lambda: not window.bridge.beside.is_busy)
    beside = {statement for statement, is_here in asked if not is_here}
    assert beside
    assert not beside & {statement for statement, is_here in asked if is_here}
    assert window.attention._mine

    window.attention.rest()
    window.attention.look()
    assert not window.bridge.beside.is_busy


@pytest.mark.usefixtures("large")
def test_of_two_filters_chosen_in_a_row_the_second_is_shown(sitting: Sitting, qtbot: QtBot) -> None:
    window = sitting.window
    window.hands.go(TEAM)
    window.queue.filter_by((RARE, VIP))
    window.queue.filter_by((FRENCH, Not(VIP)))
    qtbot.waitUntil(lambda: not window.bridge.beside.is_busy)
    found = shown(window)
    assert found
    assert all(thread.language == "fr" and not thread.is_vip for thread in found)
    window.queue.filter_by((RARE,))
    window.hands.go(UNASSIGNED)
    here = [thread.id for thread in shown(window)]
    qtbot.waitUntil(lambda: not window.bridge.beside.is_busy)
    assert [thread.id for thread in shown(window)] == here, "an answer that comes too late changes nothing"


@pytest.mark.usefixtures("large")
def test_a_filter_that_nothing_fits_says_so_only_once_that_is_known(sitting: Sitting, qtbot: QtBot) -> None:
    window = sitting.window
    window.hands.go(TEAM)
    window.queue.filter_by((FRENCH, Not(FRENCH)))
    assert not window.queue.nothing.isVisible()
    qtbot.waitUntil(window.queue.nothing.isVisible)
    assert not shown(window)


@pytest.mark.usefixtures("large")
def test_no_thread_is_passed_over_where_many_are_let_in_while_a_page_is_read(
    sitting: Sitting, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = sitting.window
    window.hands.go(TEAM)
    window.queue.filter_by((Not(VIP),))
    qtbot.waitUntil(lambda: not window.bridge.beside.is_busy)
    model = window.queue.model
    here = shown(window)
    assert model.has_more

    monkeypatch.setattr(queue_model, "MOST_AT_ONCE", 0)
    model.fetchMore(QModelIndex())
    assert window.bridge.beside.is_busy
    new = replace(here[0], id=ThreadId(here[0].id + 100_000))
    model._late = {new.id: new}
    model.let_in()
    qtbot.waitUntil(lambda: not window.bridge.beside.is_busy)
    while model.has_more:
        model.fetchMore(QModelIndex())
        qtbot.waitUntil(lambda: not window.bridge.beside.is_busy)

    assert {one.id for one in here} <= {one.id for one in shown(window)}


@pytest.mark.usefixtures("large")
def test_an_act_while_threads_are_looked_for_stays_done(sitting: Sitting, qtbot: QtBot) -> None:
    window = sitting.window
    window.hands.go(TEAM)
    qtbot.waitUntil(lambda: not window.bridge.beside.is_busy)
    window.queue.filter_by((Not(VIP),))
    here = window.queue.current() or window.queue.model.first()
    assert here is not None
    window.queue.open(here.id)
    press(window.queue.list, Qt.Key.Key_E)
    qtbot.waitUntil(lambda: not window.bridge.beside.is_busy)
    assert here.id not in [thread.id for thread in shown(window)]


@pytest.mark.usefixtures("large")
def test_heads_move_with_an_act_without_the_file_being_counted_again(
    sitting: Sitting, qtbot: QtBot, asked: list[tuple[str, bool]]
) -> None:
    window = sitting.window
    window.hands.go(TEAM)
    qtbot.waitUntil(lambda: not window.bridge.beside.is_busy)
    before = window.queue.model.total
    asked.clear()
    press(window.queue.list, Qt.Key.Key_E)
    qtbot.waitUntil(lambda: window.queue.model.total == before - 1)
    assert not [statement for statement, _ in asked if "FROM (SELECT 1 FROM" in statement]


@pytest.mark.usefixtures("large")
def test_what_stands_in_an_index_as_it_is_asked_for_is_shown_at_once(sitting: Sitting) -> None:
    cache = sitting.window.bridge.cache
    assert queue_cost.is_quick(cache, MINE)
    assert queue_cost.is_quick(cache, with_status(UNASSIGNED, Status.WAITING))
    assert not queue_cost.is_quick(cache, View("filter", Filter(where=RARE)))
    assert not queue_cost.is_quick(cache, View("filter", Filter(languages=frozenset({"fr"}), vip=True)))


def test_a_question_that_was_overtaken_is_never_answered(sitting: Sitting, qtbot: QtBot) -> None:
    beside = Beside(sitting.unlocked)
    began = threading.Event()
    answers: list[Any] = []
    endless = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"

    def never(cache: Cache) -> Any:
        began.set()
        return cache.ask(endless)

    beside.ask("one", never, answers.append)
    qtbot.waitUntil(began.is_set)
    beside.ask("one", lambda cache: cache.ask("SELECT 2"), answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    assert [tuple(row) for row in answers[0]] == [(2,)]
    beside.ask("one", never, answers.append)
    beside.close()
    assert len(answers) == 1


@pytest.mark.usefixtures("large")
def test_the_file_is_read_beside_the_window_once_the_frame_is_painted_that_answers_the_hand(
    sitting: Sitting, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = sitting.window
    qtbot.waitUntil(lambda: not window.bridge.beside.is_busy)
    noted: list[str] = []
    read = Beside._work
    monkeypatch.setattr(Beside, "_work", lambda self, asked: (noted.append("read"), read(self, asked))[1])
    paints = Paints(window.queue.list.viewport(), noted, "painted")
    window.hands.go(TEAM)
    assert window.bridge.beside.is_busy
    qtbot.waitUntil(lambda: not window.bridge.beside.is_busy)
    assert noted[0] == "painted"
    assert "read" in noted
    paints.deleteLater()


def test_a_list_of_hundreds_never_jumps_back_while_it_grows_and_is_laid_out(
    sitting: Sitting, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = sitting.window
    like = window.queue.model.first()
    assert like is not None
    made = MadeUp(like, window.bridge.clock.now(), 1_500)
    for module in ("model", "fold_model"):
        monkeypatch.setattr(f"socialdesk.desktop.places.queue.{module}.queue_page", made.page)
    monkeypatch.setattr("socialdesk.desktop.places.queue.list._MOST_IN_A_BATCH", 400)
    window.hands.go(TEAM)
    bar, model = window.queue.list.verticalScrollBar(), window.queue.model
    reached: list[int] = []

    def at_the_end() -> bool:
        reached.append(bar.value())
        bar.setValue(bar.maximum())
        return model.rowCount() > 1_500 and not window.bridge.beside.is_busy

    qtbot.waitUntil(at_the_end)
    assert reached == sorted(reached), "the eye never went back"
    ids = [thread.id for thread in shown(window)]
    assert len(ids) == len(set(ids)) == 1_500
    heads = [row for row in range(model.rowCount()) if model.is_head(row)]
    assert heads[0] == 0
    assert len(heads) == len({model.data(model.index(row)) for row in heads}), "no group twice"
    last = ids[-1]
    assert window.queue.open(last)
    window.queue.step(-1)
    assert window.queue.current() is not None
    assert model.row_of(last) == model.rowCount() - 1


@pytest.mark.usefixtures("large")
def test_a_view_that_is_long_in_being_read_is_stood_for_by_eight_grey_shapes_that_do_not_move(
    sitting: Sitting, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, queue = sitting.window, sitting.window.queue
    answers: list[Callable[[QueuePage], object]] = []
    monkeypatch.setattr(queue.model, "_read_beside", lambda _after, then, _many=PAGE: answers.append(then))
    queue.list.setFocus()
    queue.filter_by((FRENCH, VIP, Is(Field.PRIORITY, frozenset({"low"}))))
    assert queue.shapes is None, "what comes soon is not stood for"

    qtbot.waitUntil(lambda: not queue._shapes_soon.isActive())

    shapes: RowShapes | None = queue.shapes
    assert shapes is not None
    assert shapes.isVisible()
    assert [box.height() for box in shapes.shapes()] == [queue._delegate.row_height] * 8
    assert shapes.accessibleName()
    assert queue.list.hasFocus()
    looked = shapes.grab().toImage()
    assert looked.pixelColor(40, 30) != looked.pixelColor(2, 2)
    let_pass(120)
    assert shapes.grab().toImage() == looked
    answers.pop()(queue.model._page(None)(window.bridge.cache))
    assert shapes.isHidden()
    assert queue.nothing.isVisible()


@pytest.mark.usefixtures("large")
def test_what_is_here_already_is_not_covered_while_the_rest_is_read(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    queue = sitting.window.queue
    monkeypatch.setattr(queue.model, "_read_beside", lambda *_asked: None)
    queue.filter_by((Not(VIP),))
    assert shown(sitting.window)

    qtbot.waitUntil(lambda: not queue._shapes_soon.isActive())

    assert queue.shapes is None


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize("filter_", [(FRENCH, Not(VIP)), (RARE,), (FRENCH, Not(FRENCH))])
def test_what_fits_is_shown_whole_although_each_page_looks_through_few_threads(
    sitting: Sitting,
    qtbot: QtBot,
    asked: list[tuple[str, bool]],
    monkeypatch: pytest.MonkeyPatch,
    filter_: tuple[Condition, ...],
) -> None:
    monkeypatch.setattr(queue_model, "LOOKED_AT", 2)
    window = sitting.window
    model, bridge = window.queue.model, window.bridge
    window.hands.go(TEAM)
    qtbot.waitUntil(lambda: not bridge.beside.is_busy)
    asked.clear()
    window.queue.filter_by(filter_)
    whole = [thread.id for thread in queue_page(bridge.cache, model.view, bridge.me, None, PAGE, model.now).rows]
    qtbot.waitUntil(lambda: not model.is_reading and len(shown(window)) >= len(whole))
    assert [thread.id for thread in shown(window)][:PAGE] == whole
    places = [is_here for statement, is_here in asked if statement.endswith("OFFSET ?")]
    assert len(places) > 2
    assert not any(places), "each looked up beside the window"
