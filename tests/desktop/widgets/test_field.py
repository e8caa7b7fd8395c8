"""Fields are as high as the design has them, at every size of the text, without a word in the stylesheet."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from socialdesk.desktop.look import metrics, stylesheet
from socialdesk.desktop.widgets.field import ChoiceField, Field

_DESKTOP = Path(metrics.__file__).parents[1]
_OWN_HEIGHT = {"widgets/field.py", "places/palette/frame.py", "places/queue/header.py"}
"""Where fields are, or are given, as high as their place has them."""


@pytest.mark.parametrize("made", [Field, ChoiceField])
def test_a_field_grows_with_the_text_and_shrinks_again(qtbot: QtBot, made: type[QWidget]) -> None:
    metrics.set_zoom(1.0)
    field = made()
    qtbot.addWidget(field)
    sheet = stylesheet.written()
    before = field.sizeHint().height()
    metrics.set_zoom(2.0)
    assert field.sizeHint().height() >= 2 * metrics.CONTROL_HEIGHT
    assert stylesheet.written() == sheet
    metrics.set_zoom(1.0)
    assert field.sizeHint().height() == before >= metrics.CONTROL_HEIGHT


def test_no_place_makes_a_bare_line_to_write_in() -> None:
    bare = re.compile(r"(?<![\w.])(?:QLineEdit|QComboBox)\((?!\):)")
    found = [
        file.name
        for file in _DESKTOP.rglob("*.py")
        if file.relative_to(_DESKTOP).as_posix() not in _OWN_HEIGHT
        for line in file.read_text("utf-8").splitlines()
        if bare.search(line) and not line.lstrip().startswith(("case ", "class "))
    ]
    assert found == []
