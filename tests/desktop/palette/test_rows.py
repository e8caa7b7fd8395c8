"""How the palette's hits become rows under heads."""

from __future__ import annotations

from PySide6.QtCore import Qt

from socialdesk.desktop.places.palette.matching import Entry, Matcher
from socialdesk.desktop.places.palette.rows import RowModel, grouped, said

ENTRIES = (
    Entry("snooze.tomorrow", "act", "Snooze until tomorrow", "Sat 09:00", ("H", "3")),
    Entry("snooze.answer", "act", "Snooze until they answer", keys=("H", "5")),
    Entry("view.snoozed", "view", "Snoozed", "9", ("G", "S")),
    Entry("reply.snow", "reply", "Snow-proof coating, care advice", "/snowproof"),
    Entry("person.noah", "person", "Noah Snoeck", "assign to Noah", ("A",)),
    Entry("like", "act", "Snap a like", reason="This channel has no likes."),
)


def heads_and_words(typed: str, about: str = "Camille Roussel") -> list[str]:
    rows = grouped(Matcher(ENTRIES).find(typed), about, typed=bool(typed))
    return [f"[{row.head}]" if row.hit is None else row.hit.entry.words for row in rows]


def test_hits_stand_under_their_heads_as_in_the_picture() -> None:
    assert heads_and_words("sno") == [
        "[On Camille Roussel]",
        "Snooze until tomorrow",
        "Snooze until they answer",
        "[Go to]",
        "Snoozed",
        "[Saved replies]",
        "Snow-proof coating, care advice",
        "[People]",
        "Noah Snoeck",
    ]


def test_a_clearly_better_group_comes_first() -> None:
    assert heads_and_words("noah")[:2] == ["[People]", "Noah Snoeck"]


def test_what_cannot_be_run_now_is_last_with_its_reason() -> None:
    assert heads_and_words("")[-2:] == ["[Not possible now]", "Snap a like"]
    assert said(ENTRIES[-1]) == "Snap a like, This channel has no likes."


def test_acts_on_nothing_are_called_actions() -> None:
    assert heads_and_words("sno", about="")[0] == "[Actions]"


def test_steps_pass_over_heads_and_go_round() -> None:
    model = RowModel()
    model.show(grouped(Matcher(ENTRIES).find("sno"), "Camille Roussel", typed=True))

    assert [model.step(at, 1) for at in (-1, 1, 2, 8)] == [1, 2, 4, 1]
    assert model.step(1, -1) == 8
    assert model.index(0).flags() == Qt.ItemFlag.NoItemFlags


def test_an_empty_list_has_nowhere_to_step() -> None:
    assert RowModel().step(0, 1) == -1


def test_a_reader_hears_words_detail_and_keys() -> None:
    model = RowModel()
    model.show(grouped(Matcher(ENTRIES).find("tomorrow"), "Camille Roussel", typed=True))

    assert model.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == "Snooze until tomorrow, Sat 09:00, key H 3"
