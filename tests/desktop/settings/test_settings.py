from __future__ import annotations

import ast
from pathlib import Path

import pytest
from PySide6.QtGui import QColor

from socialdesk.desktop.look import tokens
from socialdesk.desktop.look.accent import with_accent
from socialdesk.desktop.settings.finding import found
from socialdesk.desktop.settings.registry import SECTION_ICONS, all_settings, section_name
from socialdesk.desktop.settings.setting import Kind, Section, Setting
from socialdesk.desktop.settings.values import Settings
from socialdesk.store.desk import Desk

SOURCE = Path(__file__).parents[3] / "socialdesk"


def test_every_default_can_be_taken_and_every_setting_has_words() -> None:
    for setting in all_settings():
        assert not setting.problem(setting.default), setting.key
        assert setting.title or setting.kind is Kind.HIDDEN


def test_every_section_has_a_name_and_an_icon() -> None:
    assert all(section_name(section) and SECTION_ICONS[section] for section in Section)


def test_every_key_that_is_read_is_declared_and_every_declared_one_is_read() -> None:
    declared = {one.key for one in all_settings()}
    read: set[str] = set()
    words: set[str] = set()
    for file in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                words |= {node.value} if file.parent.name != "settings" or file.name in READERS else set()
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in {"get", "flag", "number", "put"}
                and ast.unparse(node.func.value).endswith(("settings", "_settings"))
                and node.args
                and isinstance(node.args[0], ast.Constant)
            ):
                read.add(str(node.args[0].value))

    assert read <= declared
    assert {key for key in declared if key.partition(".")[0] not in LEFT_TO_OTHERS} <= words


READERS = {"dressing.py", "keys_part.py"}
LEFT_TO_OTHERS = frozenset({"notify", "quiet", "send_key"})
"""Groups whose values other parts of the program act on."""


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        (Kind.FLAG, ["0", "1"], ["", "yes"]),
        (Kind.NUMBER, ["5", "30"], ["4", "31", "", "7.5", "five", "-5", "٧"]),
        (Kind.TIME, ["09:00", "9:05", "23:59"], ["24:00", "9", "9:5", "09:60", "a:b", ""]),
        (Kind.DAYS, ["1,2,3", "7", ""], ["8", "1;2"]),
    ],
)
def test_what_a_kind_cannot_take_gets_a_sentence(kind: Kind, good: list[str], bad: list[str]) -> None:
    setting = Setting("x", Section.ACTS, "X", "", kind, least=5, most=30)

    assert [setting.problem(value) for value in good] == [""] * len(good)
    assert all(setting.problem(value).endswith(".") for value in bad)


def test_what_is_kept_and_cannot_be_read_counts_as_not_set(tmp_path: Path, qapp: object) -> None:
    desk = Desk(tmp_path / "desk.db", None, write=True)
    settings = Settings(desk)
    told: list[str] = []
    settings.changed.connect(told.append)

    desk.set_state("zoom", "enormous")
    assert settings.number("zoom") == 100
    assert settings.put("zoom", "500") == "Write a whole number from 80 to 200."
    assert not told
    assert settings.put("zoom", "150") == ""
    assert settings.put("zoom", "150") == ""
    assert (told, settings.number("zoom"), Settings(desk).number("zoom")) == (["zoom"], 150, 150)
    desk.close()


def test_settings_are_found_by_words_of_both_languages_without_accents() -> None:
    keys = {
        typed: [one.key for one in found(typed, all_settings())] for typed in ("DENSITE", "sombre", "police", "zzz")
    }

    assert keys == {"DENSITE": ["density"], "sombre": ["theme"], "police": ["face"], "zzz": []}


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("colour", ["#ffff00", "#000000", "#ffffff", "#3daee9", "#ff0000", "#00ff7f", "#7f7f7f"])
def test_any_accent_of_a_system_can_be_read_where_ours_could(theme: str, colour: str) -> None:
    before = tokens.tokens_of(theme)
    now = with_accent(before, QColor(colour))
    changed = {name for name, value in now.colours.items() if value != before.colours[name]}

    short = {
        (fg, bg): round(tokens.contrast(QColor(now.colours[fg]), QColor(now.colours[bg])), 2)
        for fg, bg, least in tokens.contrast_pairs()
        if {fg, bg} & changed
        and fg in now.colours
        and bg in now.colours
        and tokens.contrast(QColor(now.colours[fg]), QColor(now.colours[bg])) < min(least, 4.5)
    }

    assert not short


def test_high_contrast_keeps_its_own_accent() -> None:
    theme = tokens.tokens_of("contrastDark")

    assert with_accent(theme, QColor("#ff0000")) is theme
