from __future__ import annotations

from socialdesk.desktop.places.queue.laid_rows import DRAFT_SHOWN
from tests.desktop.shell.conftest import Sitting


def test_a_row_is_painted_anew_for_what_it_shows_of_a_draft_and_for_nothing_behind_that(sitting: Sitting) -> None:
    model = sitting.window.queue.model
    first = model.first()
    assert first is not None
    told: list[int] = []
    model.dataChanged.connect(lambda *_: told.append(1))
    long = "Hello, " * DRAFT_SHOWN

    model.set_draft(first.id, "Hello")
    model.set_draft(first.id, long)
    assert len(told) == 2
    assert model.draft(first.id) == long[:DRAFT_SHOWN]
    for more in range(1, 20):  # keys at the end of a long answer
        model.set_draft(first.id, long + "x" * more)
    assert len(told) == 2
    model.set_draft(first.id, "")
    assert len(told) == 3
    assert model.draft(first.id) == ""
