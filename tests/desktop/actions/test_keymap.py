from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from socialdesk.desktop.actions.acts import all_acts
from socialdesk.desktop.actions.groups import grouped
from socialdesk.desktop.actions.keycaps import _NAMES, caps, written
from socialdesk.desktop.actions.keymap import AZERTY, KeyMap, as_it_was, read_own, refusal, write_own
from socialdesk.desktop.actions.keys import by_digit, without_shift, writes_nothing
from socialdesk.desktop.actions.presets import Preset, is_letter
from socialdesk.desktop.actions.registry import Action

ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


_EVERY = [KeyMap(preset, letters=letters) for preset in Preset for letters in (True, False)]


@pytest.mark.parametrize("system", ["linux", "darwin"])
def test_every_act_with_keys_has_some_in_every_preset_or_says_that_it_needs_none(
    system: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("socialdesk.desktop.actions.presets.sys.platform", system)
    acts = all_acts().declared

    for chosen in _EVERY:
        found = chosen.all(acts)
        without = [one for one in acts if (one.keys or one.chord) and not found[one.id]]
        assert [one.id for one in without if one.plain != ()] == []
        assert not without or not chosen.letters or chosen.preset is Preset.PLAIN


def test_a_new_act_with_a_letter_alone_is_found_a_spare_key() -> None:
    new = (Action("new.one", "One", print, keys=("E",)), Action("new.two", "Two", print, chord="E"))
    acts = [one for one in all_acts().declared if one.id not in ("thread.done", "go.team")]

    found = KeyMap(Preset.PLAIN).all([*acts, *new])
    assert found["new.one"] == ("Ctrl+E",)
    assert found["new.two"] == ()
    taken = {key for id_, keys in found.items() for key in keys if id_ != "new.one"}
    assert not taken & set(found["new.one"])


@pytest.mark.parametrize("chosen", _EVERY)
def test_no_key_is_two_acts_in_any_preset(chosen: KeyMap) -> None:
    found = chosen.all(all_acts().declared)
    keys = [key for inside in found.values() for key in inside]

    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("preset", list(Preset))
def test_every_preset_reaches_the_acts_a_day_is_made_of(preset: Preset) -> None:
    found = KeyMap(preset).all(all_acts().declared)

    for act in ("thread.done", "thread.snooze", "thread.assign", "thread.reply", "queue.next", "app.undo", "app.keys"):
        assert found[act], act


def test_without_single_letters_no_letter_is_left_and_f1_and_ctrl_f_still_are() -> None:
    for found in (
        KeyMap(Preset.PLAIN).all(all_acts().declared),
        KeyMap(letters=False).all(all_acts().declared),
        KeyMap(Preset.GMAIL, {"thread.done": ("X",)}, letters=False).all(all_acts().declared),
    ):
        assert not [key for keys in found.values() for key in keys if is_letter(key)]
        assert found["app.keys"] == ("F1",)
        assert "Ctrl+F" in found["app.search"]
        assert found["composer.saved"] == ("Ctrl+Shift+S",)


def test_gmail_marks_unread_with_shift_u_and_snoozes_with_b() -> None:
    registry = all_acts()
    registry.rekey(KeyMap(Preset.GMAIL).all(registry.declared))

    assert registry.of_key("B") is registry["thread.snooze"]
    assert registry.of_key("Shift+U") is registry["thread.read"]
    assert registry.of_chord("I") is registry["go.mine"]
    assert registry["go.mine"].shown_keys == ("G", "I")


def test_an_own_key_wins_over_the_act_that_had_it() -> None:
    registry = all_acts()
    registry.rekey(KeyMap(own={"thread.tag": ("E", "Ctrl+Shift+T", "G X")}).all(registry.declared))

    assert registry.of_key("E") is registry["thread.tag"]
    assert registry.of_key("Ctrl+Shift+T") is registry["thread.tag"]
    assert registry.of_chord("X") is registry["thread.tag"]
    assert registry["thread.done"].all_keys == ()
    registry.rekey(KeyMap().all(registry.declared))
    assert registry["thread.done"].all_keys == ("E",)


@pytest.mark.parametrize("key", ["Ctrl+C", "Tab", "Return", "F10", "Meta+X", "Ctrl+Alt+E", "G"])
def test_what_belongs_to_others_is_refused_with_a_sentence(key: str) -> None:
    assert refusal(key, letters=True).endswith(".")


def test_letters_are_refused_only_while_they_are_off() -> None:
    assert refusal("E", letters=True) == ""
    assert refusal("Shift+E", letters=False)
    assert refusal("Ctrl+E", letters=False) == ""


def test_no_act_needs_a_key_that_would_be_refused() -> None:
    spared = {"Return", "Home", "Ctrl+A"}
    for preset in Preset:
        for keys in KeyMap(preset).all(all_acts().declared).values():
            assert not [key for key in keys if key not in spared and refusal(key, letters=True)]


def test_own_keys_come_back_as_they_were_kept_and_nonsense_is_nobody_s() -> None:
    own = {"thread.done": ("E", "Ctrl+E"), "thread.tag": ()}

    assert read_own(write_own(own)) == own
    assert read_own("{") == {}
    assert read_own('["E"]') == {}
    assert read_own('{"thread.done": "E", "thread.tag": ["T", 5]}') == {"thread.tag": ("T",)}


def test_caps_are_what_is_printed_on_the_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("socialdesk.desktop.actions.keycaps.sys.platform", "linux")
    assert [caps(key) for key in ("Ctrl+Shift+E", "Ctrl++", "+", "G M", "Ctrl+,")] == [
        ("Ctrl", "Shift", "E"),
        ("Ctrl", "+"),
        ("+",),
        ("G", "M"),
        ("Ctrl", ","),
    ]
    assert written("Ctrl+Shift+E") == "Ctrl+Shift+E"
    assert [written(key) for key in ("Ctrl+Return", "Ctrl+Enter", "Escape", "PgDown", "G M", "Ctrl++")] == [
        "Ctrl+Enter",
        "Ctrl+Enter",
        "Esc",
        "Page down",
        "G M",
        "Ctrl++",
    ]
    assert caps("Shift+Up") == ("Shift", "Up"), "painted as signs"
    monkeypatch.setattr("socialdesk.desktop.actions.keycaps.sys.platform", "darwin")
    assert (caps("Ctrl+Shift+E"), written("Ctrl+Shift+E")) == (("⌘", "⇧", "E"), "⌘⇧E")


def test_every_name_of_a_key_that_an_act_has_is_one_that_is_translated() -> None:
    parts = {
        part
        for act in all_acts()
        for key in act.all_keys
        if not key.startswith("G ")
        for part in key.removesuffix("+").split("+")
    }

    assert not [part for part in parts if len(part) > 1 and part not in _NAMES and not re.fullmatch(r"F\d+", part)]


def test_the_french_row_of_digits_has_ten_keys() -> None:
    assert list(AZERTY.values()) == list("1234567890")


def test_every_act_stands_in_exactly_one_group() -> None:
    acts = all_acts().declared

    assert sorted(act.id for _, inside in grouped(acts) for act in inside) == sorted(act.id for act in acts)


@pytest.mark.parametrize(
    ("key", "held", "code", "means"),
    [
        (Qt.Key.Key_Ampersand, ALT, 10, "Alt+1"),  # French
        (Qt.Key.Key_Eacute, CTRL, 11, "Ctrl+2"),
        (Qt.Key.Key_Exclam, ALT | SHIFT, 10, "Alt+Shift+1"),  # American
        (Qt.Key.Key_Ampersand, ALT | SHIFT, 16, "Alt+Shift+7"),
        (Qt.Key.Key_Agrave, CTRL, 19, "Ctrl+0"),
        (Qt.Key.Key_Agrave, CTRL, 0, "Ctrl+0"),
        (Qt.Key.Key_QuoteDbl, CTRL, 0, "Ctrl+3"),  # no code is told: what the key writes in French
        (Qt.Key.Key_Ampersand, ALT | SHIFT, 0, ""),
        (Qt.Key.Key_E, CTRL, 26, ""),
    ],
)
def test_digits_with_ctrl_or_alt_are_found_by_where_they_lie(
    key: Qt.Key, held: Qt.KeyboardModifier, code: int, means: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "socialdesk.desktop.actions.keys._DIGIT_OF_CODE", {10 + n: str((n + 1) % 10) for n in range(10)}
    )
    monkeypatch.setattr("socialdesk.desktop.actions.keys.sys.platform", "linux")

    assert by_digit(QKeyEvent(QEvent.Type.KeyPress, key, held, code, 0, 0)) == means


@pytest.mark.parametrize(
    ("key", "held", "means"),
    [
        (Qt.Key.Key_Plus, CTRL | SHIFT, "Ctrl++"),  # on most keyboards
        (Qt.Key.Key_0, CTRL | SHIFT, "Ctrl+0"),  # French
        (Qt.Key.Key_1, ALT | SHIFT, "Alt+1"),
        (Qt.Key.Key_Plus, CTRL, ""),  # on a block of digits: its name is right as it is
        (Qt.Key.Key_E, CTRL | SHIFT, ""),
        (Qt.Key.Key_Eacute, CTRL | SHIFT, ""),
        (Qt.Key.Key_F6, CTRL | SHIFT, ""),
        (Qt.Key.Key_Space, CTRL | SHIFT, ""),
    ],
)
def test_a_sign_that_needs_shift_is_the_same_sign(key: Qt.Key, held: Qt.KeyboardModifier, means: str) -> None:
    assert without_shift(QKeyEvent(QEvent.Type.KeyPress, key, held)) == means


def test_an_act_that_gets_its_keys_again_takes_them_back_and_gives_back_what_it_took() -> None:
    acts = all_acts().declared
    own = {"thread.tag": ("T", "H"), "thread.snooze": (), "thread.done": ("Ctrl+J",)}

    assert as_it_was("thread.tag", KeyMap(own=own), acts) == {"thread.done": ("Ctrl+J",)}
    assert as_it_was("thread.snooze", KeyMap(own=own), acts) == {"thread.done": ("Ctrl+J",)}
    assert as_it_was("thread.done", KeyMap(own=own), acts) == {"thread.tag": ("T", "H"), "thread.snooze": ()}


@pytest.mark.parametrize(
    "key",
    [
        *(Qt.Key.Key_Dead_Circumflex, Qt.Key.Key_Multi_key, Qt.Key.Key_Super_L, Qt.Key.Key_NumLock),
        *(Qt.Key.Key_Hangul, Qt.Key.Key_AltGr, Qt.Key.Key_CapsLock, Qt.Key.Key_unknown),
    ],
)
def test_what_only_begins_a_sign_or_changes_others_is_no_key(key: Qt.Key) -> None:
    assert writes_nothing(QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier))


@pytest.mark.parametrize("key", [Qt.Key.Key_Menu, Qt.Key.Key_F1, Qt.Key.Key_Escape, Qt.Key.Key_Help, Qt.Key.Key_Eacute])
def test_any_other_key_is_one(key: Qt.Key) -> None:
    assert not writes_nothing(QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier))


@pytest.mark.parametrize("key", ["Ctrl+Left", "Ctrl+Shift+Right", "Shift+Home", "Ctrl+Backspace", "Shift+Insert", ""])
def test_what_every_field_of_text_needs_and_what_is_no_key_is_refused(key: str) -> None:
    assert refusal(key, letters=True).endswith("Take other keys.")
