"""Filters, orders and saved views in a real window: by key and by click, told in words, taken back by Z."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from socialdesk.desktop.places.queue.laid_rows import HEAD_ROLE, THREAD_ROLE
from socialdesk.desktop.shell.window import Window
from socialdesk.desktop.widgets.buttons import Button
from socialdesk.desktop.widgets.plain_text import PlainLabel
from socialdesk.model.command import Reply
from socialdesk.model.condition import AnyOf, Condition, Field, Is, Not
from socialdesk.model.filter_form import to_words
from socialdesk.model.identifiers import MessageId, PersonId
from socialdesk.model.person import Person, Role
from socialdesk.model.sorting import Section, Sort
from socialdesk.model.thread import Kind, Status, Thread
from socialdesk.model.view import MINE, TEAM, Filter, View, takes
from socialdesk.store.cache import Cache
from socialdesk.store.search import search
from tests.desktop.shell.conftest import Sitting

FRENCH = Is(Field.LANGUAGE, frozenset({"fr"}))
VIP = Is(Field.VIP)


def shown(window: Window) -> list[Thread]:
    """The threads of the list as it is."""
    model = window.queue.model
    rows = (model.index(row).data(THREAD_ROLE) for row in range(model.rowCount()))
    return [row for row in rows if row is not None]


def everything(window: Window) -> list[Thread]:
    """The threads of the list read to its end."""
    model = window.queue.model
    while model.canFetchMore(model.index(-1)):
        model.fetchMore(model.index(-1))
    return shown(window)


def rail(window: Window) -> list[str]:
    """The names of the saved views, as they stand once the rail has caught its breath."""
    window.rail._reload()
    lines = (window.rail.model.line(row) for row in range(window.rail.model.rowCount()))
    return [line.words for line in lines if line is not None and line.is_saved]


def press(widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(widget, key, modifier)


def test_f_opens_the_filter_and_a_chip_narrows_the_queue_at_once(sitting: Sitting, qtbot: QtBot) -> None:
    window = sitting.window
    window.hands.go(TEAM)
    press(window.queue.list, Qt.Key.Key_F)
    card = window.queue.card
    assert card is not None
    assert card.isVisible()
    card.lines[Field.LANGUAGE].chip("fr").click()
    found = everything(window)
    assert found
    assert all(thread.language == "fr" for thread in found)
    assert window.queue.model.total == len(found)
    assert card.count.text().startswith(str(len(found)))
    card.lines[Field.LANGUAGE].turn.click()
    assert found != everything(window)
    assert not any(thread.language == "fr" for thread in shown(window))
    press(card, Qt.Key.Key_Escape)
    assert not card.isVisible()
    [chip] = window.queue.header.in_force
    qtbot.waitUntil(chip.isVisible)
    assert chip.text() == "Language: not Français"
    chip.click()
    assert not window.queue.in_force.parts
    assert window.queue.model.total == window.bridge.counts()["team"]


def test_any_of_two_conditions_takes_more_than_all_of_them(sitting: Sitting) -> None:
    window = sitting.window
    window.hands.go(TEAM)
    window.queue.filter_by((FRENCH, VIP))
    both = {thread.id for thread in everything(window)}
    window.queue.filter_by((FRENCH, VIP), joins_any=True)
    either = {thread.id for thread in everything(window)}
    assert both < either
    me = window.bridge.me
    every = Filter(where=AnyOf((FRENCH, VIP)))
    assert all(takes(every, thread, me) for thread in shown(window))


def test_a_filter_that_takes_nothing_says_so_keeps_the_thread_and_offers_ways_out(sitting: Sitting) -> None:
    window = sitting.window
    here = window.queue.current()
    assert here is not None
    low = Is(Field.PRIORITY, frozenset({"low"}))
    window.queue.filter_by((FRENCH, VIP, low))
    queue = window.queue
    assert queue.nothing.isVisible()
    assert "3 filter" in queue.nothing.sentence.text()
    assert window.conversation.thread == here.id
    queue.nothing.clear.click()
    assert not queue.nothing.isVisible()
    assert shown(window)
    queue.filter_by((FRENCH, VIP, low))
    queue.nothing.search.click()
    assert queue.search_field.isVisible()


@pytest.mark.parametrize("sort", list(Sort))
def test_an_order_is_kept_per_view_and_followed_by_what_changes(sitting: Sitting, sort: Sort) -> None:
    window = sitting.window
    window.hands.go(TEAM)
    window.run(window.registry[f"view.order.{sort.value}"])
    model = window.queue.model
    threads = everything(window)
    keys = [model._key(thread) for thread in threads]
    assert keys == sorted(keys)
    assert len(threads) == model.total
    heads = [head for row in range(model.rowCount()) if (head := model.index(row).data(HEAD_ROLE)) is not None]
    assert sum(head.count for head in heads) == (0 if sort is Sort.NAME else model.total)
    # Somebody writes: the row goes where it belongs in this order, whichever it is.
    from dataclasses import replace

    last = threads[-1]
    with_news = replace(
        last, last_in_at=window.bridge.clock.now(), contact_name="Aaron", due_at=threads[0].due_at, unread=1
    )
    cache = Cache(sitting.unlocked.workspace.cache, sitting.unlocked.key, write=True)
    with cache.change() as change:
        change.put_thread(with_news)
    cache.close()
    window.queue._idle.stop()
    window.bridge.follow.look()
    window.queue.let_in()
    keys = [model._key(thread) for thread in shown(window)]
    assert keys == sorted(keys)
    assert model.total == len(shown(window))
    window.hands.go(MINE)
    assert window.queue.in_force.sort is Sort.TRIAGE
    window.hands.go(TEAM)
    assert window.queue.in_force.sort is sort


def test_reviews_by_stars_come_under_their_stars(sitting: Sitting) -> None:
    window = sitting.window
    window.hands.go(TEAM)
    window.hands.views.sort_by(Sort.STARS)
    stars = [thread.stars for thread in everything(window) if thread.kind is Kind.REVIEW]
    assert stars == sorted(stars, key=lambda number: number or 6)
    counts = window.queue.model.counts
    assert counts[Section.NO_REVIEW] == sum(thread.stars is None for thread in shown(window))


def _save_as(window: Window, name: str, *, shared: bool = False) -> None:
    window.run(window.registry["view.save"])
    card = window.hands.views.card
    assert card is not None
    assert card.isVisible()
    card.name_field.clear()
    QTest.keyClicks(card.name_field, name)
    if shared:
        card.scope.part("team").click()
    press(card.name_field, Qt.Key.Key_Return)


def test_what_is_in_force_is_saved_as_a_view_that_is_there_at_once(sitting: Sitting) -> None:
    window = sitting.window
    window.hands.go(TEAM)
    window.queue.filter_by((FRENCH, VIP))
    there = [thread.id for thread in everything(window)]
    _save_as(window, "French VIPs")
    assert rail(window)[-1] == "French VIPs"
    assert window.queue.header.title == "French VIPs"
    assert [thread.id for thread in everything(window)] == there
    assert not window.queue.in_force.is_changed
    assert [chip.text() for chip in window.queue.header.in_force] == ["Language: Français", "VIP"]
    sitting.engine_works()
    view = window.queue.base
    assert window.bridge.counts().get(view.id, 0) == len(there)
    assert view.owner == window.bridge.me
    window.hands.undo()
    sitting.engine_works()
    assert "French VIPs" not in rail(window)
    assert window.queue.base.id == MINE.id
    assert view.id not in window.bridge.cache.counts()


def test_a_view_is_renamed_shared_changed_and_deleted_and_each_is_taken_back(sitting: Sitting) -> None:
    window = sitting.window
    window.hands.go(TEAM)
    window.queue.filter_by((FRENCH,))
    _save_as(window, "One", shared=True)
    sitting.engine_works()
    assert window.queue.base.owner is None
    window.hands.views.toggle_shared()
    assert window.queue.base.owner == window.bridge.me
    window.hands.undo()
    assert window.queue.base.owner is None
    window.hands.views.rename()
    card = window.hands.views.card
    assert card is not None
    card.name_field.setText("In French")  # that name is another view's
    assert "already" in card.problem
    assert not card.save.isEnabled()
    card.name_field.setText("Two")
    card.save.click()
    assert window.queue.header.title == "Two"
    window.queue.filter_by((FRENCH, VIP))
    assert window.queue.in_force.is_changed
    window.run(window.registry["view.save_changes"])
    assert not window.queue.in_force.is_changed
    sitting.engine_works()
    assert to_words(window.queue.base.filter) == to_words(
        Filter(frozenset({Status.OPEN}), languages=frozenset({"fr"}), vip=True)
    )
    window.run(window.registry["view.delete"])
    assert "Two" not in rail(window)
    assert window.queue.base.id == MINE.id
    sitting.engine_works()
    window.hands.undo()
    sitting.engine_works()
    assert rail(window)[-1] == "Two"


def test_a_saved_view_is_shown_though_the_rail_still_waits_to_be_read_anew(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = sitting.window
    window.hands.go(TEAM)
    window.queue.filter_by((FRENCH,))
    monkeypatch.setattr(window.rail, "_on_given", lambda _threads: None)
    window.rail._reload_soon.stop()
    monkeypatch.setattr(window.rail._reload_soon, "ask", lambda: None)

    _save_as(window, "While much comes in")

    assert window.queue.base.name == "While much comes in"


@pytest.mark.parametrize("shown", ["\u200b", "\u00ad \u2060", "\u3164"])
def test_a_name_of_signs_nobody_sees_is_none(sitting: Sitting, shown: str) -> None:
    window = sitting.window
    window.run(window.registry["view.save"])
    card = window.hands.views.card
    assert card is not None
    card.name_field.setText(shown)
    assert not card.save.isEnabled()
    card.name_field.setText(f"VIP{shown}")
    assert "already" in card.problem
    card.name_field.setText(f"\u202eVery {shown} new")
    card.save.click()
    assert window.queue.base.name == "Very new"


def test_what_was_changed_in_the_filter_of_a_view_is_saved_to_it_where_it_was_changed(
    sitting: Sitting, qtbot: QtBot
) -> None:
    window = sitting.window
    view = next(one for one in window.bridge.views() if one.id == "vip")
    window.hands.views._edit(view)
    card = window.queue.card
    assert card is not None
    assert card.isVisible()
    assert card.change.isHidden(), "nothing is changed yet"
    card.lines[Field.LANGUAGE].chip("fr").click()
    assert card.change.isVisible()
    card.change.set_words("Enregistrer dans cette vue")  # the longest words of ours
    card.save.set_words("Enregistrer comme vue…")
    qtbot.waitUntil(lambda: card.change.width() >= card.change.sizeHint().width())
    qtbot.waitUntil(lambda: card.save.width() >= card.save.sizeHint().width())
    card.change.click()
    assert not card.isVisible()
    assert not window.queue.in_force.is_changed
    assert (window.queue.base.id, window.queue.base.filter.languages) == ("vip", frozenset({"fr"}))

    window.queue.filter_by((VIP,))
    (link,) = (one for one in window.queue.header.findChildren(Button) if one.text() == "Save")
    link.click()
    assert window.queue.base.filter.languages == frozenset()
    window.hands.undo()
    window.hands.undo()
    assert window.queue.base.filter == view.filter

    window.hands.go(TEAM)
    window.queue.open_filter()
    window.queue.filter_by((FRENCH,))
    assert card.change.isHidden(), "what comes with the workspace cannot be changed"


def test_a_tag_and_a_topic_of_one_name_are_told_apart_by_eye_and_ear(sitting: Sitting) -> None:
    window = sitting.window
    window.queue.open_filter()
    card = window.queue.card
    assert card is not None
    tag, topic = card.lines[Field.TAG], card.lines[Field.TOPIC]
    assert tag.chip("Delivery").text() == topic.chip("Delivery").text()
    assert tag.chip("Delivery").accessibleName() == "Tag: Delivery"
    assert topic.chip("Delivery").accessibleName() == "Topic: Delivery"
    seen = [{one.text() for one in line.findChildren(PlainLabel)} for line in (tag, topic)]
    assert "set by you, the team and rules" in seen[0]
    assert "told from the words they write" in seen[1]


def look_for(window: Window, typed: str) -> None:
    window.queue.start_search()
    window.queue.search_field.setText(typed)


def test_the_filter_of_a_search_is_that_of_the_view_it_goes_back_to(sitting: Sitting) -> None:
    window = sitting.window
    window.hands.go(TEAM)
    look_for(window, "commande")

    window.queue.open_filter()

    assert not window.queue.is_searching
    assert window.queue.card is not None
    assert window.queue.card.count.text().startswith(str(window.bridge.counts()["team"]))


def test_a_search_by_what_threads_are_is_saved_as_a_view_that_takes_the_same(sitting: Sitting) -> None:
    window = sitting.window
    typed = "tag:delivery -channel:instagram is:open"
    look_for(window, typed)
    window.run(window.registry["view.save"])
    card = window.hands.views.card
    assert card is not None
    assert card.name_field.text() == typed
    card.name_field.setText("Parcels")
    card.save.click()
    assert not window.queue.is_searching
    assert window.queue.base.name == "Parcels"
    found = search(window.bridge.cache, typed, window.bridge.clock.now(), limit=200).hits
    assert found
    assert {one.id for one in everything(window)} == {one.thread.id for one in found}


@pytest.mark.parametrize("typed", ["commande", "from:camille", "after:7d tag:Delivery", "-commande is:open", "is:"])
def test_a_search_that_no_view_can_keep_says_why(sitting: Sitting, typed: str) -> None:
    window = sitting.window
    look_for(window, typed)
    before = rail(window)
    window.run(window.registry["view.save"])
    assert window.hands.views.card is None
    assert "but no words, names or days" in window.toast.accessibleName()
    assert rail(window) == before


def test_a_view_is_duplicated_under_another_name(sitting: Sitting) -> None:
    window = sitting.window
    window.rail.choose("vip")
    window.run(window.registry["view.duplicate"])
    card = window.hands.views.card
    assert card is not None
    assert card.name_field.text() == "VIP (copy)"
    card.save.click()
    assert rail(window)[-1] == "VIP (copy)"
    assert window.queue.base.filter == View("x", Filter(vip=True)).filter


def test_views_move_by_key_and_by_drag_and_stay_there(sitting: Sitting, qtbot: QtBot) -> None:
    window = sitting.window
    before = rail(window)
    window.rail.choose("vip")
    window.queue.list.setFocus()
    press(window.queue.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: rail(window) == [before[0], before[2], before[1], before[3]])
    sitting.engine_works()
    assert [window.rail.name(view) for view in window.bridge.cache.views()] == rail(window)
    rows, model = window.rail.list, window.rail.model
    from_row, to_row = model.row_of("shielded"), model.row_of("reviews")
    assert from_row is not None
    assert to_row is not None
    rows.scrollTo(model.index(from_row))
    start = rows.visualRect(model.index(from_row)).center()
    end = rows.visualRect(model.index(to_row)).topLeft() + QPoint(60, 4)
    QTest.mousePress(rows.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(rows.viewport(), end)
    QTest.mouseRelease(rows.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
    qtbot.waitUntil(lambda: rail(window)[0] == "Shielded")
    window.hands.undo()
    qtbot.waitUntil(lambda: rail(window)[-1] == "Shielded")


def test_a_view_that_is_dragged_stays_the_one_that_moves_when_a_row_comes_above_it(
    sitting: Sitting, qtbot: QtBot
) -> None:
    window = sitting.window
    rows, model = window.rail.list, window.rail.model
    row = model.row_of("shielded")
    assert row is not None
    rows.scrollTo(model.index(row))
    start = rows.visualRect(model.index(row)).center()
    QTest.mousePress(rows.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(rows.viewport(), start - QPoint(0, 60))
    thread = shown(window)[0]
    later = window.bridge.clock.now() + timedelta(hours=1)
    answer = Reply(thread.id, "On its way.", MessageId(thread.last_message_id), later)
    window.bridge.submit.give([(thread, answer)])
    sitting.engine_works()
    window.rail._reload()
    assert model.row_of("shielded") == row + 1
    to_row = model.row_of("reviews")
    assert to_row is not None
    end = rows.visualRect(model.index(to_row)).topLeft() + QPoint(60, 4)
    QTest.mouseMove(rows.viewport(), end)
    QTest.mouseRelease(rows.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)

    qtbot.waitUntil(lambda: rail(window)[0] == "Shielded")


def test_a_private_view_of_a_colleague_is_not_in_the_rail(sitting: Sitting) -> None:
    window = sitting.window
    cache = Cache(sitting.unlocked.workspace.cache, sitting.unlocked.key, write=True)
    with cache.change() as change:
        lea = change.put_person(Person(PersonId(max(p.id for p in cache.people()) + 1), "Zoé", Role.AGENT, is_me=False))
        change.put_view(View("hers", Filter(), "Hers", owner=lea.id))
    cache.close()
    window.bridge.follow.look()
    window.rail._reload()
    assert "Hers" not in rail(window)
    assert not any(view.id == "hers" for view in window.rail.model.views())


def test_a_view_that_asks_how_long_somebody_waits_shows_no_number_it_cannot_keep(sitting: Sitting) -> None:
    window = sitting.window
    window.hands.go(TEAM)
    window.queue.filter_by((Is(Field.WAITING, frozenset({"60"})),))
    total = window.queue.model.total
    assert 0 < total < window.bridge.counts()["team"]
    _save_as(window, "Waiting long")
    sitting.engine_works()
    window.rail._reload()
    row = window.rail.model.row_of(window.queue.base.id)
    assert row is not None
    line = window.rail.model.line(row)
    assert line is not None
    assert line.count is None
    assert window.queue.model.total == total


def test_a_condition_the_card_has_no_line_for_stays_in_force_beside_it(sitting: Sitting) -> None:
    window = sitting.window
    window.hands.go(TEAM)
    odd: Condition = Not(AnyOf((FRENCH, VIP)))
    window.queue.filter_by((odd,))
    window.hands.views.filter()
    card = window.queue.card
    assert card is not None
    card.lines[Field.KIND].chip("dm").click()
    assert odd in window.queue.in_force.parts
    assert len(window.queue.in_force.parts) == 2
    card.clear.click()
    assert not window.queue.in_force.parts


def test_of_five_hundred_tags_each_is_found_by_typing_a_part_of_it(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = sitting.window
    window.hands.go(TEAM)
    many = [f"Tag {number:03}" for number in range(500)] + ["Réparation"]
    monkeypatch.setattr(window.bridge.cache, "tags", lambda: many)
    window.queue.open_filter()
    card = window.queue.card
    assert card is not None
    line = card.lines[Field.TAG]
    assert line.finder.isVisible()
    assert not card.lines[Field.KIND].finder.isVisible(), "few values need no search"
    line.chip("Tag 003").click()
    line.finder.setText("repar")
    line.chip("Réparation").click()
    line.finder.setText("")
    assert line.condition() == Is(Field.TAG, frozenset({"Tag 003", "Réparation"}))
    assert window.queue.in_force.parts == (line.condition(),)
    with pytest.raises(KeyError):
        line.chip("Tag 499")
