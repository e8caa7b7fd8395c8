"""Places in a text are counted as Qt counts them, whatever stands there."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextCursor, QTextDocument

from socialdesk.desktop.widgets.text_places import cut, places

HALF = "\ud83d"


@pytest.mark.parametrize("text", ["", "plain", "👍🏽 fine", "Zoë 🌸", "می\u200cخواهم", f"half {HALF} of one"])
def test_a_text_takes_as_many_places_as_a_document_gives_it(text: str) -> None:
    document = QTextDocument()
    QTextCursor(document).insertText(text)
    assert places(text) == document.characterCount() - 1


def test_a_part_is_cut_out_between_two_places_and_half_a_character_left_out() -> None:
    assert cut("a👍b", 1, 3) == "👍"
    assert cut("a👍b", 0, 2) == "a"
    assert cut("a👍b", 2, 4) == "b"
    assert cut(f"a{HALF}b", 0, 3) == "ab"
