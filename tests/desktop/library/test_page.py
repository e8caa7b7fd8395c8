"""The page of saved replies in the window of the demo, by keys."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from socialdesk.desktop.places.library.page import LibraryPage
from socialdesk.desktop.shell.window import Window
from socialdesk.model.command import MarkDone
from socialdesk.model.saved_reply import SavedReply, Scope
from tests.desktop.shell.conftest import Sitting
from tests.waiting import let_pass

CTRL = Qt.KeyboardModifier.ControlModifier


def press(widget: QWidget, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    widget.setFocus()
    for key in keys:
        QTest.keyClick(QApplication.focusWidget() or widget, key, modifier)


def opened(sitting: Sitting) -> LibraryPage:
    press(sitting.window.queue.list, Qt.Key.Key_G, Qt.Key.Key_R)
    return sitting.window.library


def kept(window: Window, shortcut: str) -> SavedReply:
    (found,) = [one for one in window.bridge.cache.saved_replies() if one.shortcut == shortcut]
    return found


def listed(page: LibraryPage) -> list[str]:
    return [row.reply.shortcut for at in range(page.model.rowCount()) if (row := page.model.row(at)) is not None]


def choose(page: LibraryPage, shortcut: str) -> None:
    page.list.setCurrentIndex(page.model.index(listed(page).index(shortcut)))


def test_g_and_r_open_the_page_and_escape_leads_back_to_the_queue(sitting: Sitting) -> None:
    window = sitting.window
    page = opened(sitting)

    assert page.isVisible()
    assert page.list.hasFocus()
    assert len(listed(page)) == len(window.bridge.cache.saved_replies())

    press(page.list, Qt.Key.Key_Escape)
    assert not page.isVisible()
    assert window.queue.list.hasFocus()


def test_the_rail_leads_to_the_page_and_away_from_it(sitting: Sitting) -> None:
    window = sitting.window
    window.rail.choose("library")
    assert window.library.isVisible()

    press(window.library.list, Qt.Key.Key_G, Qt.Key.Key_U)
    assert not window.library.isVisible()
    assert window.queue.isVisible()


def test_keys_of_threads_do_nothing_to_a_thread_that_is_not_seen(sitting: Sitting) -> None:
    page = opened(sitting)
    press(page.list, Qt.Key.Key_E, Qt.Key.Key_N, Qt.Key.Key_I)

    assert not [one for one in sitting.window.bridge.submit.pending if isinstance(one.command, MarkDone)]
    assert page.isVisible()


def test_a_reply_is_written_saved_and_shown_without_the_mouse(sitting: Sitting) -> None:
    window = sitting.window
    page = opened(sitting)
    press(page.list, Qt.Key.Key_N, modifier=CTRL)
    QTest.keyClicks(page.editor.title, "Late parcel")
    QTest.keyClicks(page.editor.shortcut, "late")
    QTest.keyClicks(page.editor.body, "Hello {first name}, it comes on {day: date}.")
    press(page.editor.body, Qt.Key.Key_S, modifier=CTRL)
    assert "late" in listed(page)  # before the engine has heard of it

    sitting.engine_works()
    made = kept(window, "late")
    assert made.title == "Late parcel"
    assert made.bodies == (("en", "Hello {first name}, it comes on {day: date}."),)
    assert made.owner_id == window.bridge.me
    row = page.model.row(page.list.currentIndex().row())
    assert row is not None
    assert row.reply.id == made.id


def test_what_is_wrong_is_said_and_the_hand_is_put_there(sitting: Sitting) -> None:
    page = opened(sitting)
    press(page.list, Qt.Key.Key_N, modifier=CTRL)
    QTest.keyClicks(page.editor.title, "Late parcel")
    QTest.keyClicks(page.editor.shortcut, "express")
    QTest.keyClicks(page.editor.body, "Hello {first name")
    press(page.editor.body, Qt.Key.Key_S, modifier=CTRL)
    assert page.editor.problem.isVisible()
    assert "Another saved reply" in page.editor.problem.text()
    assert page.editor.shortcut.hasFocus()

    page.editor.shortcut.setText("late")
    press(page.editor.shortcut, Qt.Key.Key_S, modifier=CTRL)
    assert page.editor.body.hasFocus()
    assert not sitting.window.bridge.submit.pending


def test_a_change_is_saved_and_z_takes_it_back(sitting: Sitting) -> None:
    window = sitting.window
    page = opened(sitting)
    choose(page, "express")
    before = kept(window, "express")
    page.editor.title.setText("Express again")
    press(page.editor.title, Qt.Key.Key_S, modifier=CTRL)
    sitting.engine_works()
    after = kept(window, "express")
    assert after.title == "Express again"
    assert (after.used, after.id) == (before.used, before.id)

    page.list.setFocus()
    press(page.list, Qt.Key.Key_Z)
    sitting.engine_works()
    assert replace(kept(window, "express"), version=before.version) == before


def test_a_deleted_reply_is_gone_at_once_and_z_puts_it_back_with_its_use(sitting: Sitting) -> None:
    window = sitting.window
    page = opened(sitting)
    choose(page, "express")
    before = kept(window, "express")
    press(page.list, Qt.Key.Key_Delete)
    assert "express" not in listed(page)
    sitting.engine_works()
    assert "express" not in [one.shortcut for one in window.bridge.cache.saved_replies()]

    press(page.list, Qt.Key.Key_Z)
    sitting.engine_works()
    assert kept(window, "express") == before
    assert "express" in listed(page)


def test_what_is_typed_and_not_saved_stays_by_its_reply_over_a_restart(sitting: Sitting) -> None:
    page = opened(sitting)
    choose(page, "express")
    page.editor.title.setText("Half a thou")
    choose(page, "track")
    assert page.editor.title.text() != "Half a thou"
    choose(page, "express")
    assert page.editor.title.text() == "Half a thou"

    page.rest()
    again = LibraryPage(sitting.window.bridge)
    again.reload()
    choose(again, "express")
    assert again.editor.title.text() == "Half a thou"
    again.editor.undo_wanted.emit()
    assert again.editor.title.text() == kept(sitting.window, "express").title
    again.deleteLater()


def test_a_language_is_added_written_and_taken_away(sitting: Sitting) -> None:
    window = sitting.window
    page = opened(sitting)
    choose(page, "expo")
    page.editor.add("de")
    QTest.keyClicks(page.editor.body, "Wir sind da, {Tag: date}.")
    page.save()
    sitting.engine_works()
    assert dict(kept(window, "expo").bodies)["de"] == "Wir sind da, {Tag: date}."

    page.editor.turn_to("fr")
    page.editor.remove()
    page.save()
    sitting.engine_works()
    assert kept(window, "expo").languages == ("de",)
    page.editor.remove()
    assert page.editor.reply() == kept(window, "expo")  # the last one stays


def test_search_goes_with_the_typing_and_down_leads_to_what_was_found(sitting: Sitting) -> None:
    page = opened(sitting)
    press(page.list, Qt.Key.Key_Slash)
    assert page.search_field.hasFocus()
    QTest.keyClicks(page.search_field, "colis")
    found = listed(page)
    assert found
    assert len(found) < len(sitting.window.bridge.cache.saved_replies())
    press(page.search_field, Qt.Key.Key_Down)
    assert page.list.hasFocus()


def test_a_folder_shows_what_lies_in_it_and_takes_another_name(sitting: Sitting) -> None:
    window = sitting.window
    page = opened(sitting)
    page.tree.choose("Delivery")
    inside = listed(page)
    assert inside
    assert all(kept(window, one).folder == "Delivery" for one in inside)

    item = page.tree.currentItem()
    assert item is not None
    item.setText(0, "Parcels")
    let_pass(0)
    sitting.engine_works()
    assert {kept(window, one).folder for one in inside} == {"Parcels"}
    press(page.list, Qt.Key.Key_Z)
    sitting.engine_works()
    assert {kept(window, one).folder for one in inside} == {"Delivery"}


def test_a_duplicate_has_a_shortcut_of_its_own_and_no_use(sitting: Sitting) -> None:
    window = sitting.window
    page = opened(sitting)
    choose(page, "express")
    press(page.list, Qt.Key.Key_D, modifier=CTRL)
    assert page.editor.shortcut.text() == "express-2"
    page.save()
    sitting.engine_works()
    assert kept(window, "express-2").bodies == kept(window, "express").bodies
    assert kept(window, "express-2").used == 0


def test_who_it_is_for_is_kept(sitting: Sitting) -> None:
    window = sitting.window
    page = opened(sitting)
    choose(page, "express")
    channel = window.bridge.channels[0]
    page.editor.scope.setCurrentIndex(page.editor.scope.findData(f"channel:{channel.id}"))
    page.save()
    sitting.engine_works()
    assert kept(window, "express").scope is Scope.CHANNEL
    assert kept(window, "express").channel_id == channel.id

    page.editor.scope.setCurrentIndex(page.editor.scope.findData("me"))
    page.save()
    sitting.engine_works()
    own = page.tree.topLevelItem(1)
    assert own is not None
    page.tree.setCurrentItem(own)
    assert listed(page) == ["express"]


def test_the_picker_offers_what_is_for_this_channel_and_for_me(sitting: Sitting) -> None:
    window = sitting.window
    thread = window.queue.current()
    assert thread is not None
    page = opened(sitting)
    other = next(one for one in window.bridge.channels if one.id != thread.channel_id)
    for shortcut, wanted in (
        ("express", f"channel:{other.id}"),
        ("expires", f"channel:{thread.channel_id}"),
        ("expo", "me"),
    ):
        choose(page, shortcut)
        page.editor.scope.setCurrentIndex(page.editor.scope.findData(wanted))
        page.save()
    sitting.engine_works()
    press(page.list, Qt.Key.Key_Escape)
    window.hands.answer()
    QTest.keyClicks(window.composer.editor, "/exp")

    offered = [choice.reply.shortcut for choice in window.replies.picker.model.choices]
    assert "express" not in offered
    assert {"expires", "expo"} <= set(offered)


def test_a_duplicate_takes_nothing_away_from_a_reply_that_is_begun(sitting: Sitting) -> None:
    said: list[str] = []
    page = opened(sitting)
    page.said.connect(said.append)
    page.begin_new()
    page.editor.title.setText("Half written")
    choose(page, "express")
    press(page.list, Qt.Key.Key_D, modifier=CTRL)

    assert page.editor.title.text() == "Half written"
    assert "begun already" in said[-1]


def test_a_field_is_put_in_with_air_where_the_caret_stands_behind_a_sign_of_two_places(sitting: Sitting) -> None:
    page = opened(sitting)
    page.begin_new()
    body = page.editor.body
    body.setPlainText("Hi 🌷 there")
    cursor = body.textCursor()
    cursor.setPosition(5)  # right behind the flower
    body.setTextCursor(cursor)
    body.put("{me}")

    assert body.toPlainText() == "Hi 🌷 {me} there"


def test_readers_hear_of_a_mistake_only_until_it_is_mended(sitting: Sitting) -> None:
    page = opened(sitting)
    choose(page, "express")
    page.editor.title.setText("")
    page.save()
    assert page.editor.title.accessibleDescription() == page.editor.problem.text() != ""
    page.editor.title.setText("Express delivery")

    assert page.editor.title.accessibleDescription() == ""
