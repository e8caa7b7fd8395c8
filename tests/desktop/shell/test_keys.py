"""Keys in the window: what is in force, recorded, hinted at, and shown in sheet and menus."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from socialdesk.desktop.actions import force, keys
from socialdesk.desktop.actions.acts import all_acts
from socialdesk.desktop.places.settings.keys_part import KeysPart
from socialdesk.desktop.settings.setting import Section
from socialdesk.model.command import Reply
from socialdesk.model.identifiers import ThreadId
from socialdesk.model.thread import Status
from tests.desktop.shell.conftest import Sitting

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture(autouse=True)
def _declared_keys_afterwards() -> Iterator[None]:
    yield
    force.use(all_acts())


def _press(key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifiers)


def _part(sitting: Sitting, act: str) -> KeysPart:
    sitting.window.settings.show(Section.KEYS)
    part = sitting.window.settings.page.findChild(KeysPart)
    assert part is not None
    part.choose(act)
    part.list.setFocus()
    return part


def _is_done(sitting: Sitting, thread: ThreadId) -> bool:
    found = sitting.window.bridge.thread(thread)
    return found is not None and found.status is Status.DONE


def test_a_recorded_key_does_the_act_and_shows_on_its_button(sitting: Sitting) -> None:
    window = sitting.window
    thread = window.queue.current()
    assert thread is not None
    part = _part(sitting, "thread.done")
    _press(Qt.Key.Key_Return)
    assert part.recorder.hasFocus()
    _press(Qt.Key.Key_X, CTRL | SHIFT)
    assert part.list.hasFocus()
    _press(Qt.Key.Key_Escape)
    _press(Qt.Key.Key_Escape)
    assert window.queue.list.hasFocus()

    _press(Qt.Key.Key_X, CTRL | SHIFT)

    assert _is_done(sitting, thread.id)
    part = _part(sitting, "thread.done")
    _press(Qt.Key.Key_Delete)
    part.choose("thread.done")
    assert part.act is not None
    assert part.act.all_keys == ("E",)


def test_a_key_that_another_act_has_is_told_and_taken_only_when_pressed_again(sitting: Sitting) -> None:
    window = sitting.window
    part = _part(sitting, "thread.tag")
    _press(Qt.Key.Key_Return)
    _press(Qt.Key.Key_H)

    assert part.recorder.hasFocus()
    assert "Snooze…" in part.problem.text()
    assert window.registry.of_key("H") is window.registry["thread.snooze"]

    _press(Qt.Key.Key_H)

    assert window.registry.of_key("H") is window.registry["thread.tag"]
    assert window.registry["thread.tag"].all_keys == ("T", "H")
    assert window.registry["thread.snooze"].all_keys == ()
    assert window.conversation.header.snooze.toolTip() == "Snooze"

    QTest.mouseClick(part.reset_all, Qt.MouseButton.LeftButton)
    assert window.registry["thread.snooze"].all_keys == ("H",)
    QTest.mouseClick(part.reset_all, Qt.MouseButton.LeftButton)
    assert window.registry["thread.snooze"].all_keys == ()


def test_a_reserved_key_is_refused_while_it_is_recorded(sitting: Sitting) -> None:
    part = _part(sitting, "thread.done")
    _press(Qt.Key.Key_Return)
    for key, modifiers in ((Qt.Key.Key_Tab, NONE), (Qt.Key.Key_C, CTRL), (Qt.Key.Key_E, CTRL | ALT)):
        _press(key, modifiers)
        assert part.recorder.hasFocus()
        assert part.problem.text().endswith("Take other keys.")

    _press(Qt.Key.Key_Escape)

    assert part.act is not None
    assert part.act.all_keys == ("E",)
    assert part.list.hasFocus()


def test_a_chord_can_be_recorded(sitting: Sitting) -> None:
    part = _part(sitting, "thread.done")
    _press(Qt.Key.Key_Return)
    _press(Qt.Key.Key_G)
    _press(Qt.Key.Key_X)

    assert sitting.window.registry.of_chord("X") is sitting.window.registry["thread.done"]
    assert part.act is not None
    assert part.act.all_keys == ("G X", "E")


def test_with_letters_off_a_letter_does_nothing_and_the_ctrl_keys_stay(sitting: Sitting) -> None:
    window = sitting.window
    thread = window.queue.current()
    assert thread is not None
    window.bridge.settings.put("keys.letters", "0")

    for key in (Qt.Key.Key_E, Qt.Key.Key_G, Qt.Key.Key_Z, Qt.Key.Key_Slash):
        _press(key)
    assert not window.bridge.submit.pending
    assert window.queue.list.hasFocus()
    _press(Qt.Key.Key_K, CTRL)

    assert window.palette_card.isVisible()


def test_g_shows_what_can_follow_and_hides_it_again(sitting: Sitting, qtbot: QtBot) -> None:
    window = sitting.window
    _press(Qt.Key.Key_G)
    assert ("M", "Go to Mine") in window.key_side.hint.choices

    _press(Qt.Key.Key_U)

    assert not window.key_side.hint.isVisible()
    assert window.bridge.desk.state("view") == "unassigned"


def test_the_hint_goes_by_itself(sitting: Sitting, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    window = sitting.window
    window.keys._chord.setInterval(1)
    _press(Qt.Key.Key_G)
    qtbot.waitUntil(lambda: not window.key_side.hint.isVisible())


def test_question_mark_shows_every_key_and_escape_gives_the_focus_back(sitting: Sitting) -> None:
    window = sitting.window
    window.queue.list.setFocus()
    QTest.keyClick(window.queue.list, Qt.Key.Key_Question, SHIFT)
    sheet = window.key_side.sheet

    assert sheet.isVisible()
    assert "Mark done, E" in sheet.words()
    assert len(sheet.words()) == len([act for act in window.registry if act.all_keys])
    QTest.keyClicks(sheet.field, "plus tard")
    assert sheet.words() == ["Snooze…, H", "Snooze until tomorrow morning, Shift+T"]
    _press(Qt.Key.Key_Escape)

    assert not sheet.isVisible()
    assert window.queue.list.hasFocus()


def test_f1_opens_the_sheet_while_somebody_writes(sitting: Sitting) -> None:
    window = sitting.window
    _press(Qt.Key.Key_R)
    _press(Qt.Key.Key_F1)
    assert window.key_side.sheet.isVisible()
    _press(Qt.Key.Key_F1)

    assert window.composer.editor.hasFocus()


def test_ctrl_held_shows_the_keys_on_buttons_until_it_is_let_go(
    sitting: Sitting, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = sitting.window
    window.keys._hold.setInterval(1)
    QTest.keyPress(window.queue.list, Qt.Key.Key_Control, CTRL)
    qtbot.waitUntil(window.key_side.hints.isVisible)

    assert ("E",) in window.key_side.hints.shown
    QTest.keyRelease(window.queue.list, Qt.Key.Key_Control)

    assert not window.key_side.hints.isVisible()


def test_ctrl_with_another_key_shows_no_keys(sitting: Sitting, qtbot: QtBot) -> None:
    window = sitting.window
    QTest.keyPress(window.queue.list, Qt.Key.Key_Control, CTRL)
    assert window.keys._hold.isActive()
    QTest.keyClick(window.queue.list, Qt.Key.Key_0, CTRL)

    assert not window.keys._hold.isActive()
    QTest.keyRelease(window.queue.list, Qt.Key.Key_Control)


def test_the_menus_hold_the_acts_with_their_keys_and_whether_they_can_be_done(sitting: Sitting) -> None:
    window = sitting.window
    bar = window.key_side.menu_bar
    for act in window.registry:
        if act.menu:
            assert bar.menu(act.menu) is not None, act.id

    done, reopen = bar.entries["thread.done"], bar.entries["thread.reopen"]
    assert done.text() == "Mark done\tE"
    assert (done.isEnabled(), reopen.isEnabled()) == (True, False)
    assert reopen.toolTip() == "It is not done."


def test_alt_alone_shows_the_menu_bar_and_puts_it_away(sitting: Sitting) -> None:
    window = sitting.window
    bar = window.key_side.menu_bar
    assert not bar.isVisible()
    QTest.keyClick(window.queue.list, Qt.Key.Key_Alt, NONE)

    assert bar.isVisible()
    popup = QApplication.activePopupWidget()
    assert popup is not None
    popup.close()
    window.bridge.settings.put("menu.always", "1")
    window.bridge.settings.put("menu.always", "0")
    assert not bar.isVisible()
    window.bridge.settings.put("menu.always", "1")
    assert bar.isVisible()


def test_an_act_runs_once_whether_by_key_or_by_menu(
    sitting: Sitting, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = sitting.window
    run: list[str] = []
    bar = window.key_side.menu_bar
    monkeypatch.setattr(type(window.hands), "toggle_context", lambda _hands: run.append("context"))
    bar.show_always(is_on=True)
    bar.menu("view")

    _press(Qt.Key.Key_I, CTRL | SHIFT)
    assert run == ["context"]
    bar.entries["view.context"].trigger()
    qtbot.waitUntil(lambda: len(run) == 2)


def test_ctrl_and_a_digit_need_no_shift_on_a_french_keyboard(sitting: Sitting) -> None:
    window = sitting.window
    QTest.keyClick(window.queue.list, Qt.Key.Key_Eacute, CTRL)

    assert window.bridge.desk.state("view") == "unassigned"


@pytest.mark.parametrize("held", [CTRL, CTRL | SHIFT], ids=["without shift", "with shift"])
def test_text_grows_and_is_put_back_by_the_keys_on_which_plus_and_nought_are_written(
    sitting: Sitting, held: Qt.KeyboardModifier
) -> None:
    size = sitting.window.bridge.settings.get("zoom")
    QTest.keyClick(sitting.window.queue.list, Qt.Key.Key_Plus, held)
    assert int(sitting.window.bridge.settings.get("zoom")) > int(size)

    # Without Shift the key of the nought writes à on a French keyboard.
    QTest.keyClick(sitting.window.queue.list, Qt.Key.Key_0 if held & SHIFT else Qt.Key.Key_Agrave, held)
    assert sitting.window.bridge.settings.get("zoom") == "100"


def test_the_wait_after_g_and_before_the_keys_are_shown_are_as_promised() -> None:
    assert (keys.CHORD_MS, keys.HOLD_MS) == (1_500, 600)
    assert QPoint() is not None


def test_what_takes_an_act_back_is_told_by_the_key_that_does_it(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = sitting.window
    _press(Qt.Key.Key_E)
    assert window.toast._undo.caps == ("Z",)
    window.bridge.settings.put("keys.letters", "0")
    said: list[str] = []
    monkeypatch.setattr(window.announcer, "say", lambda words, **_: said.append(words))
    window.queue.list.setFocus()
    _press(Qt.Key.Key_E, CTRL)

    assert window.toast._undo.caps == ("Ctrl", "Z")
    assert any(one.endswith("Undo with Ctrl+Z.") for one in said)


def test_buttons_name_the_keys_in_force(sitting: Sitting) -> None:
    window = sitting.window
    queue, registry = window.queue, window.registry

    def told() -> list[str]:
        return [
            queue.header.filter_button.toolTip(),
            queue.nothing.clear.accessibleDescription(),
            queue.nothing.search.accessibleDescription(),
            queue.list.acts.buttons["thread.snooze"].toolTip(),
            window.composer.box.emoji.toolTip(),
        ]

    assert told() == ["Filter  F", "Shift F", "/", "Snooze  H", "Emoji  Ctrl+Shift+J"]
    window.bridge.settings.put("keys.letters", "0")
    acts = ("view.filter", "view.clear", "select.slash", "thread.snooze", "composer.emoji")
    in_force = [registry[act] for act in acts]
    assert in_force[0].shown_text == "Alt+Shift+F"
    assert told() == [
        f"Filter  {in_force[0].shown_text}",
        " ".join(in_force[1].shown_keys),
        " ".join(in_force[2].shown_keys),
        f"Snooze  {in_force[3].shown_text}".rstrip(),
        "Emoji  Ctrl+Shift+J",
    ]


def test_a_dead_key_is_not_taken_for_an_act(sitting: Sitting) -> None:
    part = _part(sitting, "thread.done")
    _press(Qt.Key.Key_Return)
    QApplication.sendEvent(part.recorder, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Dead_Circumflex, NONE))

    assert part.recorder.hasFocus()
    assert part.problem.text().startswith("This only changes what other keys write.")
    assert sitting.window.registry["thread.done"].all_keys == ("E",)


def test_a_key_that_was_taken_comes_back_when_either_act_is_as_it_was(sitting: Sitting) -> None:
    window = sitting.window
    part = _part(sitting, "thread.tag")
    for key in (Qt.Key.Key_Return, Qt.Key.Key_H, Qt.Key.Key_H):
        _press(key)
    assert window.registry["thread.snooze"].all_keys == ()
    part.choose("thread.snooze")

    QTest.mouseClick(part.reset, Qt.MouseButton.LeftButton)

    assert window.registry["thread.snooze"].all_keys == ("H",)
    assert window.registry["thread.tag"].all_keys == ("T",)


def test_keys_that_were_taken_away_from_an_act_of_the_composer_do_nothing_there(sitting: Sitting) -> None:
    window, editor = sitting.window, sitting.window.composer.editor
    _press(Qt.Key.Key_R)
    QTest.keyClicks(editor, "Not yet")
    window.bridge.settings.put("keys.own", '{"composer.send": ["F9"], "composer.drop": []}')

    for key, held in ((Qt.Key.Key_Return, CTRL), (Qt.Key.Key_D, CTRL | SHIFT)):
        QTest.keyClick(editor, key, held)
    assert not window.bridge.submit.pending
    assert editor.text().strip() == "Not yet"
    QTest.keyClick(editor, Qt.Key.Key_F9)

    [given] = window.bridge.submit.pending
    assert isinstance(given.command, Reply)


def test_ctrl_and_delete_takes_a_word_away_where_somebody_writes(sitting: Sitting) -> None:
    editor = sitting.window.composer.editor
    _press(Qt.Key.Key_R)
    QTest.keyClicks(editor, "Hello there")
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClick(editor, Qt.Key.Key_Delete, CTRL)

    assert editor.text() == "there"


def test_what_an_input_method_is_composing_leaves_with_the_answer_and_not_with_the_next(sitting: Sitting) -> None:
    window, editor = sitting.window, sitting.window.composer.editor
    _press(Qt.Key.Key_R)
    QTest.keyClicks(editor, "Merci ")
    QApplication.sendEvent(editor, QInputMethodEvent("ん", []))
    QTest.keyClick(editor, Qt.Key.Key_Return, CTRL)

    [given] = window.bridge.submit.pending
    assert isinstance(given.command, Reply)
    assert given.command.text == "Merci ん"
    assert not editor.textCursor().block().layout().preeditAreaText()


def test_what_is_being_composed_stays_in_the_draft_of_its_thread(sitting: Sitting) -> None:
    window, editor = sitting.window, sitting.window.composer.editor
    thread = window.composer.thread
    assert thread is not None
    _press(Qt.Key.Key_R)
    QTest.keyClicks(editor, "Merci ")
    QApplication.sendEvent(editor, QInputMethodEvent("ん", []))
    window.queue.step(1)

    assert window.composer.thread != thread
    draft = window.bridge.desk.draft(thread)
    assert draft is not None
    assert draft.text == "Merci ん"
    assert not editor.textCursor().block().layout().preeditAreaText()
