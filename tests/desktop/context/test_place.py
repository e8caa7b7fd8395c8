from __future__ import annotations

from dataclasses import replace
from datetime import UTC, timedelta

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from socialdesk.desktop.places.context import promised
from socialdesk.desktop.places.context.parts import Flow, LineButton, Memo, Tag
from socialdesk.desktop.places.context.place import Context
from socialdesk.desktop.places.context.words import clock, span
from socialdesk.model.command import RemoveTag
from socialdesk.model.identifiers import ThreadId
from socialdesk.model.triage import ClockState, ReplyClock
from tests.desktop.conversation.world import NOW, World


@pytest.fixture
def panel(world: World, qtbot: QtBot) -> Context:
    made = Context(world.bridge, UTC)
    qtbot.addWidget(made)
    made.resize(288, 900)
    made.show()
    return made


def described(world: World) -> None:
    assert world.thread.contact_id is not None
    with world.cache.change() as change:
        contact = change.contact(world.thread.contact_id)
        change.describe_contact(
            replace(
                contact,
                location="Lyon",
                is_vip=True,
                language="fr",
                memo="Likes a clear date.",
                fields=(("Orders", "7"),),
            )
        )


def _body(panel: Context) -> QWidget:
    body = panel.widget()
    assert body is not None
    return body


def said(panel: QWidget) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


def test_what_was_promised_to_the_thread_before_is_never_told_of_the_next_one(
    world: World, panel: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.says("Où est mon colis ?", timedelta(hours=2))
    asks = iter((True, False))
    monkeypatch.setattr(promised, "asks_for_done", lambda *_: next(asks))
    monkeypatch.setattr(promised, "read_done", lambda _id: lambda _cache: None)
    monkeypatch.setattr(promised, "until_done", lambda *_: "All done due yesterday")
    panel.open(world.thread.id)
    assert world.bridge.beside.is_busy
    panel.open(world.thread.id)  # as another one, to which nothing of that kind was promised
    qtbot.waitUntil(lambda: not world.bridge.beside.is_busy)

    assert panel.waiting.done is not None
    assert panel.waiting.done.text() == ""


def test_a_thread_shows_who_it_is_with_and_what_is_known(world: World, panel: Context) -> None:
    described(world)
    world.says("Où est mon colis ? La commande est bloquée.", timedelta(hours=2))
    panel.open(world.thread.id)
    chips = [tag.text() for tag in panel.findChildren(Tag)]

    assert {"Camille Roussel", "@camille.roussel · Lyon", "Time to reply", "About", "2140", "Team memo"} <= set(
        said(panel)
    )
    assert chips == ["VIP", "French", "7 orders", "Delivery", "Order 48213", "Add"]
    assert panel.findChild(Memo) is not None


def _focused(panel: Context) -> str:
    focus = QApplication.focusWidget()
    assert focus is not None
    assert _body(panel).isAncestorOf(focus)
    return focus.accessibleName()


def test_the_keyboard_stays_where_it_was_when_the_panel_is_built_anew(
    world: World, panel: Context, qtbot: QtBot
) -> None:
    described(world)
    panel.open(world.thread.id)
    panel.activateWindow()
    tags = {tag.accessibleName(): tag for tag in panel.findChildren(Tag)}

    tags["A VIP. Press to change"].setFocus()
    qtbot.keyClick(tags["A VIP. Press to change"], Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "Make them a VIP" in {tag.accessibleName() for tag in panel.findChildren(Tag)})
    assert _focused(panel) == "Make them a VIP"

    going = next(tag for tag in panel.findChildren(Tag) if tag.accessibleName() == "Remove the tag Delivery")
    going.setFocus()
    world.bridge.submit.change([RemoveTag(world.thread.id, "Delivery")], "", [])
    qtbot.waitUntil(lambda: "Remove the tag Delivery" not in {one.accessibleName() for one in panel.findChildren(Tag)})
    assert _focused(panel) == "Remove the tag Order 48213"


def test_tab_goes_into_the_panel_and_out_of_it_at_either_end(world: World, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    before, panel = QLineEdit(), Context(world.bridge, UTC)
    for one in (before, panel):
        column.addWidget(one)
    described(world)
    panel.open(world.thread.id)
    window.show()
    window.activateWindow()
    before.setFocus()

    qtbot.keyClick(before, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: (QApplication.focusWidget() or before).accessibleName() == "A VIP. Press to change")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is before)


def test_another_thread_does_not_take_the_keyboard(world: World, panel: Context, qtbot: QtBot) -> None:
    panel.open(world.thread.id)
    panel.activateWindow()
    panel.findChildren(Tag)[0].setFocus()
    panel.open(None)

    assert not _body(panel).isAncestorOf(QApplication.focusWidget() or panel)


def test_a_section_with_nothing_to_say_is_absent(world: World, panel: Context) -> None:
    with world.cache.change() as change:
        bare = change.put_thread(replace(world.thread, id=ThreadId(0), remote_id="bare", contact_id=None, tags=()))
    panel.open(bare.id)

    assert said(panel) == ["Camille Roussel", "@camille.roussel", "Tags"]


def test_the_clock_tells_when_it_was_asked_and_is_due(world: World, panel: Context) -> None:
    world.says("?", timedelta(hours=24, minutes=12))
    panel.open(world.thread.id)
    assert panel.waiting.card is not None
    face = panel.waiting.card.face

    assert (face.state, face.label, face.target) == ("late", "12 min late", "Target 24 h")
    assert (face.asked, face.due) == ("Asked 16 Jun 16:31", "Due 16:31")


def test_a_click_takes_a_tag_off_at_once_and_it_can_be_undone(world: World, panel: Context, qtbot: QtBot) -> None:
    panel.open(world.thread.id)
    tag = next(tag for tag in panel.findChildren(Tag) if tag.text() == "Delivery")
    qtbot.mouseClick(tag, Qt.MouseButton.LeftButton)
    assert world.desk.pending()[-1].command == RemoveTag(world.thread.id, "Delivery")
    qtbot.waitUntil(lambda: "Delivery" not in [one.text() for one in _body(panel).findChildren(Tag)])
    world.bridge.submit.undo()

    qtbot.waitUntil(lambda: "Delivery" in [one.text() for one in _body(panel).findChildren(Tag)])


def test_earlier_threads_and_fitting_replies_can_be_chosen(world: World, panel: Context, qtbot: QtBot) -> None:
    world.says("La commande est bloquée, le colis n’arrive pas.")
    with world.cache.change() as change:
        earlier = change.put_thread(
            replace(
                world.thread,
                id=ThreadId(0),
                remote_id="e",
                preview="Asked about sage",
                last_in_at=NOW - timedelta(days=46),
            )
        )
    panel.open(world.thread.id)
    rows = {row.text(): row for row in panel.findChildren(LineButton)}
    with qtbot.waitSignal(panel.thread_wanted) as thread:
        qtbot.mouseClick(rows["Asked about sage"], Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(panel.reply_wanted) as reply:
        qtbot.mouseClick(rows["Parcel stuck, express resend"], Qt.MouseButton.LeftButton)

    assert thread.args == [earlier.id]
    assert reply.args is not None
    assert reply.args[0].shortcut == "express"


def test_nothing_is_built_anew_while_nothing_it_shows_changed(world: World, panel: Context) -> None:
    world.says("Bonjour")
    panel.open(world.thread.id)
    body = panel.widget()
    with world.cache.change() as change:
        change.touch("thread", world.thread.id)
    world.told()

    assert panel.widget() is body


@pytest.mark.parametrize(
    ("length", "words"),
    [(timedelta(seconds=20), "1 min"), (timedelta(minutes=18), "18 min"), (timedelta(hours=3, minutes=10), "3 h 10"),
     (timedelta(hours=2), "2 h"), (timedelta(days=2, hours=3), "2 d")],
)  # fmt: skip
def test_spans_are_told_as_people_say_them(length: timedelta, words: str) -> None:
    assert span(length) == words


def test_each_state_of_the_clock_has_its_words() -> None:
    left = timedelta(minutes=12)
    assert [clock(ReplyClock(state, left)) for state in ClockState] == [
        "12 min late", "12 min", "12 min", "Waiting on contact", "Answered in 12 min", "",
    ]  # fmt: skip


def test_chips_that_wrap_all_have_room(qtbot: QtBot) -> None:
    panel = QWidget()
    qtbot.addWidget(panel)
    column = QVBoxLayout(panel)
    flow = Flow()
    for name in ("Delivery", "Order 48213", "Add to the list"):
        flow.addWidget(Tag(name))
    column.addWidget(flow)
    column.addStretch(1)
    panel.resize(600, 300)
    panel.show()
    wide = flow.height()
    panel.resize(190, 300)
    qtbot.waitUntil(lambda: flow.height() > wide)
    for tag in flow.findChildren(Tag):
        assert flow.rect().contains(tag.geometry()), tag.text()


class _Dressed(QObject):
    """Counts how often a widget below another is dressed."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__(inside)
        self._inside = inside
        self.many = 0
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Polish, QEvent.Type.StyleChange) and isinstance(watched, QWidget):
            self.many += self._inside.isAncestorOf(watched)
        return False


def test_the_panel_of_the_next_person_is_filled_with_the_widgets_of_the_last(
    world: World, panel: Context, qtbot: QtBot
) -> None:
    described(world)
    there = world.begin("Noah Kiely", tags=("Sizing", "Order 5"))
    assert there.contact_id is not None
    with world.cache.change() as change:
        contact = change.contact(there.contact_id)
        change.describe_contact(replace(contact, memo="Writes late.", is_vip=True, fields=(("Orders", "9"),)))
    panel.open(world.thread.id)
    QApplication.sendPostedEvents()
    before = set(_body(panel).findChildren(QWidget))
    dressed = _Dressed(_body(panel))

    panel.turn_soon(there.id)
    panel.open(there.id)
    QApplication.sendPostedEvents()
    assert {"Noah Kiely", "@noah.kiely", "Writes late."} <= set(said(panel))
    assert [tag.text() for tag in panel.findChildren(Tag)] == ["VIP", "French", "9 orders", "Sizing", "Order 5", "Add"]
    assert set(_body(panel).findChildren(QWidget)) <= before  # nothing is made
    assert dressed.many == 0

    # What a press does goes with the words.
    tag = next(one for one in panel.findChildren(Tag) if one.text() == "Sizing")
    qtbot.mouseClick(tag, Qt.MouseButton.LeftButton)
    assert [one.command for one in world.desk.pending()] == [RemoveTag(there.id, "Sizing")]


def test_what_the_next_person_has_more_or_less_of_stands_in_its_place_and_tab_goes_through_it(
    world: World, panel: Context, qtbot: QtBot
) -> None:
    described(world)
    bare = world.begin("Noah Kiely", tags=("Sizing",))
    panel.open(bare.id)
    panel.activateWindow()
    bare_names = _stops(panel)
    panel.open(world.thread.id)
    all_names = _stops(panel)
    panel.open(bare.id)

    assert len(all_names) > len(bare_names)
    assert _stops(panel) == bare_names
    first = next(one for one in panel.findChildren(Tag))
    first.setFocus()
    met = [first.accessibleName()]
    for _ in bare_names[1:]:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        met.append((QApplication.focusWidget() or panel).accessibleName())
    assert met == bare_names


def _stops(panel: Context) -> list[str]:
    """The names of what Tab can stop at, in the order in which readers meet it; all of it lies within the panel."""
    inside = [one for one in _body(panel).findChildren(QWidget) if one.isVisible()]
    assert all(one.parentWidget().rect().contains(one.geometry()) for one in inside)
    for one in inside:
        assert not one.hasHeightForWidth() or one.height() == one.heightForWidth(one.width()), one
    return [one.accessibleName() for one in inside if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
