"""What is said of a person in the panel shows at once, is kept, and can be taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from socialdesk.desktop.places.context.editors import FieldEditor, MemoEditor, kept_value, shown_value
from socialdesk.desktop.places.context.parts import FieldLine, LineButton, Tag
from socialdesk.desktop.places.context.place import Context
from socialdesk.engine.apply import Apply
from socialdesk.model.contact import Author, Contact, FieldKind
from socialdesk.model.contact_command import MergeContacts, SetContactField, SetContactPlace, WriteMemo
from socialdesk.model.identifiers import ContactId, PersonId, ThreadId
from socialdesk.model.thread import Thread
from tests.desktop.conversation.world import NOW, World


@pytest.fixture
def panel(world: World, qtbot: QtBot) -> Context:
    made = Context(world.bridge, UTC)
    qtbot.addWidget(made)
    made.resize(288, 900)
    made.show()
    made.open(world.thread.id)
    return made


def applied(world: World) -> None:
    """The engine does what was given, and the panel hears of it."""
    Apply(world.cache, world.desk, world.clock, lambda _given: None, lambda: None).pending()
    world.told()


def who(world: World) -> ContactId:
    assert world.thread.contact_id is not None
    return world.thread.contact_id


def known(world: World) -> Contact:
    found = world.cache.contact(who(world))
    assert found is not None
    return found


def shown(panel: Context) -> list[str]:
    body = panel.widget()
    assert body is not None
    return [label.text() for label in body.findChildren(QLabel) if label.isVisible()]


def elsewhere(world: World, name: str = "Camille Roussel") -> Thread:
    """Somebody of that name waits on another network."""
    with world.cache.change() as change:
        contact = change.put_contact("facebook", Author("fb-9", "camille.roussel", name))
        return change.put_thread(
            replace(
                world.thread,
                id=ThreadId(0),
                remote_id="fb",
                contact_id=contact.id,
                contact_name=name,
                last_in_at=NOW - timedelta(minutes=20),
                waiting_since=NOW - timedelta(minutes=20),
            )
        )


def button(panel: Context, words: str) -> QPushButton:
    body = panel.widget()
    assert body is not None
    return next(one for one in body.findChildren(QPushButton) if one.text() == words)


def line(panel: Context, words: str) -> LineButton:
    body = panel.widget()
    assert body is not None
    return next(one for one in body.findChildren(LineButton) if one.text().startswith(words))


def test_a_press_makes_somebody_a_vip_before_the_engine_knows_and_undo_takes_it_back(
    world: World, panel: Context, qtbot: QtBot
) -> None:
    body = panel.widget()
    assert body is not None
    vip = next(tag for tag in body.findChildren(Tag) if tag.text() == "VIP")
    assert vip.accessibleName() == "Make them a VIP"
    qtbot.mouseClick(vip, Qt.MouseButton.LeftButton)
    assert world.bridge.contact(who(world)) == replace(known(world), is_vip=True)
    applied(world)
    assert known(world).is_vip
    world.bridge.submit.undo()
    applied(world)

    assert not known(world).is_vip


def test_a_memo_is_written_in_its_place_and_older_ones_can_be_read(world: World, panel: Context) -> None:
    for text in ("Likes a clear date.", "Likes a clear date. Sent a voucher."):
        panel.person.edit("memo")
        editor = panel.person.editor
        assert isinstance(editor, MemoEditor)
        editor.field.setPlainText(text)
        QTest.keyClick(editor.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert text in shown(panel)
        applied(world)
    line(panel, "1 earlier version").click()

    assert known(world).memo == "Likes a clear date. Sent a voucher."
    assert {"Maya Benali · 16:43", "Likes a clear date."} <= set(shown(panel))
    assert panel.person.draft(who(world)) is None


def test_a_memo_that_was_begun_is_kept_as_it_is_typed_and_gone_on_with(world: World, panel: Context) -> None:
    other = world.begin("Noah Kim")
    panel.person.edit("memo")
    assert isinstance(panel.person.editor, MemoEditor)
    QTest.keyClicks(panel.person.editor.field, "Half a thou")
    panel.open(other.id)
    assert "Half a thou" not in shown(panel)
    panel.open(world.thread.id)
    line(panel, "Go on with your draft").click()

    assert isinstance(panel.person.editor, MemoEditor)
    assert panel.person.editor.field.toPlainText() == "Half a thou"


def test_a_memo_somebody_else_changed_meanwhile_is_said_and_neither_text_is_lost(
    world: World, panel: Context, qtbot: QtBot
) -> None:
    panel.person.edit("memo")
    editor = panel.person.editor
    assert isinstance(editor, MemoEditor)
    QTest.keyClicks(editor.field, "Mine")
    world.desk.give([WriteMemo(who(world), "Of Lea", "")], PersonId(2), NOW)
    applied(world)
    assert editor.notice.text() == "The memo was changed while you wrote. It says now: Of Lea"
    with qtbot.waitSignal(panel.person.said) as told:
        editor.saved.emit()
        applied(world)

    assert told.args == [
        "Léa Marchand changed the memo while you wrote. Yours is kept as a draft: read the new one, then save again."
    ]
    assert "Of Lea" in shown(panel)
    line(panel, "Go on with your draft").click()
    assert isinstance(panel.person.editor, MemoEditor)
    assert panel.person.editor.text == "Mine"
    panel.person.editor.saved.emit()
    applied(world)
    assert known(world).memo == "Mine"


def test_a_field_is_added_changed_renamed_and_removed(world: World, panel: Context) -> None:
    panel.person.edit("field")
    editor = panel.person.editor
    assert isinstance(editor, FieldEditor)
    QTest.keyClicks(editor.label, "Since")
    editor.kind_box.setCurrentIndex(2)
    QTest.keyClicks(editor.value, "never")
    QTest.keyClick(editor.value, Qt.Key.Key_Return)
    assert editor.notice.text().startswith("This is no date.")
    editor.value.setText("2021-03-04")
    QTest.keyClick(editor.value, Qt.Key.Key_Return)
    applied(world)
    assert (known(world).fields, known(world).kind_of("Since")) == ((("Since", "2021-03-04"),), FieldKind.DATE)

    panel.person.edit("field", "Since")
    editor = panel.person.editor
    assert isinstance(editor, FieldEditor)
    editor.label.setText("Customer since")
    QTest.keyClick(editor.label, Qt.Key.Key_Return)
    applied(world)
    assert known(world).fields == (("Customer since", "2021-03-04"),)
    world.bridge.submit.undo()
    applied(world)
    assert known(world).fields == (("Since", "2021-03-04"),)

    panel.person.edit("field", "Since")
    assert isinstance(panel.person.editor, FieldEditor)
    panel.person.editor.remove_button.click()
    applied(world)
    assert known(world).fields == ()


def test_esc_leaves_a_field_as_it_was(world: World, panel: Context) -> None:
    panel.person.edit("field")
    editor = panel.person.editor
    assert isinstance(editor, FieldEditor)
    QTest.keyClicks(editor.label, "Size")
    QTest.keyClick(editor.label, Qt.Key.Key_Escape)

    assert panel.person.editor is None
    assert world.desk.pending() == []


def test_their_clock_stands_beside_their_place(world: World, panel: Context) -> None:
    world.desk.give([SetContactPlace(who(world), "Lyon", "Europe/Paris")], world.maya.id, NOW)
    applied(world)

    assert "@camille.roussel · Lyon, 18:43" in shown(panel)


def test_who_may_be_the_same_is_offered_with_its_evidence_joined_and_parted(world: World, panel: Context) -> None:
    there = elsewhere(world)
    panel.open(world.thread.id)
    assert {"Perhaps the same person", "Same handle, Same full name"} <= set(shown(panel))
    assert known(world).merged_into is None
    button(panel, "Join").click()
    applied(world)
    assert [one.id for one in world.cache.threads_with(who(world))] == [world.thread.id, there.id]
    assert "Perhaps the same person" not in shown(panel)
    assert {"Accounts", "@camille.roussel"} <= set(shown(panel))
    assert line(panel, "Also wrote on Instagram").accessibleName() == "Also wrote on Instagram, 20 min"

    line(panel, "Part from Camille Roussel").click()
    applied(world)
    assert [one.id for one in world.cache.threads_with(who(world))] == [world.thread.id]
    world.bridge.submit.undo()
    applied(world)
    assert len(world.cache.threads_with(who(world))) == 2


def test_a_field_that_both_have_says_by_its_name_which_platform_the_second_one_is_of(
    world: World, panel: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = elsewhere(world)
    assert there.contact_id is not None
    monkeypatch.setattr(panel.person.who_else, "platform", str.title)
    panel.person.give([SetContactField(who(world), "Since", "2021")], "")
    panel.person.give([SetContactField(there.contact_id, "Since", "2023")], "")
    applied(world)

    panel.open(world.thread.id)
    button(panel, "Join").click()
    applied(world)
    assert dict(known(world).fields)["Since (Facebook)"] == "2023"

    line(panel, "Part from Camille Roussel").click()
    applied(world)
    assert "Since (Facebook)" not in dict(known(world).fields)
    world.bridge.submit.undo()
    applied(world)
    assert dict(known(world).fields)["Since (Facebook)"] == "2023"


def test_of_sixty_accounts_a_few_are_shown_and_the_rest_on_demand(world: World, panel: Context, qtbot: QtBot) -> None:
    panel.resize(288, 500)
    panel.person.give([SetContactPlace(who(world), "Lyon", "Europe/Paris")], "")
    applied(world)
    with world.cache.change() as change:
        others = [change.put_contact("facebook", Author(f"fb-{n}", f"camille{n}", "Camille")).id for n in range(60)]
    for number, other in enumerate(others):
        panel.person.give([MergeContacts(who(world), other, f"m{number}", "", ("hand",))], "", [])
    applied(world)
    panel.open(world.thread.id)
    body = panel.widget()
    assert body is not None
    parts = [one for one in body.findChildren(LineButton) if one.text().startswith("Part from")]
    assert [one.text() for one in parts] == ["Part from Camille"] * 3
    assert "61" in shown(panel), "how many there are is said"

    line(panel, "Show 113 more").click()
    body = panel.widget()
    assert body is not None
    assert len([one for one in body.findChildren(LineButton) if one.text().startswith("Part from")]) == 60

    # What is written is seen, however far down one has looked.
    bar = panel.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 1_000)
    bar.setValue(bar.maximum())
    panel.person.edit("memo")
    editor = panel.findChild(MemoEditor)
    assert editor is not None
    qtbot.waitUntil(lambda: not editor.visibleRegion().isEmpty())

    panel.open(None)
    panel.open(world.thread.id)
    line(panel, "Show 113 more")


def test_somebody_else_is_not_offered_again(world: World, panel: Context) -> None:
    elsewhere(world)
    panel.open(world.thread.id)
    button(panel, "Not the same").click()
    applied(world)

    assert "Perhaps the same person" not in shown(panel)


def test_three_earlier_threads_are_shown_and_the_rest_on_demand(world: World, panel: Context) -> None:
    with world.cache.change() as change:
        for number in range(6):
            at = NOW - timedelta(days=number + 1)
            change.put_thread(
                replace(world.thread, id=ThreadId(0), remote_id=f"e{number}", preview=f"Word {number}", last_in_at=at)
            )
    panel.open(world.thread.id)
    line(panel, "Show 3 more").click()

    body = panel.widget()
    assert body is not None
    said = [one.text() for one in body.findChildren(LineButton)]
    assert [one for one in said if one.startswith("Word")] == [f"Word {number}" for number in range(6)]
    assert "Show 3 more" not in said


@pytest.mark.parametrize(
    ("typed", "kind", "kept"),
    [
        ("1250", FieldKind.NUMBER, "1250"),
        ("12.5", FieldKind.NUMBER, "12.5"),
        ("twelve", FieldKind.NUMBER, None),
        ("2026-06-13", FieldKind.DATE, "2026-06-13"),
        ("2026-13-40", FieldKind.DATE, None),
        ("https://example.com/a", FieldKind.LINK, "https://example.com/a"),
        ("javascript:alert(1)", FieldKind.LINK, None),
        ("https://", FieldKind.LINK, None),
    ],
)
def test_a_value_is_kept_in_the_form_of_its_kind_or_not_at_all(typed: str, kind: FieldKind, kept: str | None) -> None:
    from PySide6.QtCore import QLocale

    assert kept_value(typed, kind, QLocale("en_GB")) == kept


def test_what_is_kept_reads_back_in_another_language() -> None:
    from PySide6.QtCore import QLocale

    french = QLocale("fr_FR")
    assert shown_value("2026-06-13", FieldKind.DATE, french) == "13/06/2026"
    assert kept_value("13/06/2026", FieldKind.DATE, french) == "2026-06-13"
    assert kept_value("12,5", FieldKind.NUMBER, french) == "12.5"


def test_nothing_of_a_joined_contact_is_offered_to_join_again(world: World, panel: Context) -> None:
    there = elsewhere(world)
    assert there.contact_id is not None
    world.desk.give([MergeContacts(who(world), there.contact_id, "m")], world.maya.id, NOW)
    applied(world)

    assert "Perhaps the same person" not in shown(panel)
    assert not [one for one in panel.findChildren(FieldLine) if one.accessibleName().startswith("Camille Roussel:")]
