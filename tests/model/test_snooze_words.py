"""What can be typed into the snooze picker, in English and French: the golden table."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialdesk.model.snooze_words import understood

PARIS = ZoneInfo("Europe/Paris")
FRIDAY = datetime(2025, 6, 13, 16, 43, tzinfo=PARIS)
"""A Friday afternoon; the next day is a Saturday."""


def said(typed: str, now: datetime = FRIDAY) -> str | None:
    found = understood(typed, now, PARIS)
    return None if found is None else found.astimezone(PARIS).strftime("%a %Y-%m-%d %H:%M")


@pytest.mark.parametrize(
    ("english", "french", "moment"),
    [
        ("in 2 hours", "dans 2 h", "Fri 2025-06-13 18:43"),
        ("2 hours", "2 heures", "Fri 2025-06-13 18:43"),
        ("in an hour", "dans une heure", "Fri 2025-06-13 17:43"),
        ("in 1 h 30", "dans 1 h 30", "Fri 2025-06-13 18:13"),
        ("in half an hour", "dans une demi-heure", "Fri 2025-06-13 17:13"),
        ("in 45 min", "dans 45 minutes", "Fri 2025-06-13 17:28"),
        ("in 3 days", "dans 3 jours", "Mon 2025-06-16 16:43"),
        ("in two weeks", "dans deux semaines", "Fri 2025-06-27 16:43"),
        ("in a fortnight", "dans 2 semaines", "Fri 2025-06-27 16:43"),
        ("in a month", "dans un mois", "Sun 2025-07-13 16:43"),
        ("in 18 months", "dans 18 mois", "Sun 2026-12-13 16:43"),
        ("tomorrow at noon", "demain \u00e0 midi", "Sat 2025-06-14 12:00"),
        ("tonight", "ce soir", "Fri 2025-06-13 18:00"),
        ("this evening", "ce soir", "Fri 2025-06-13 18:00"),
        ("tomorrow", "demain", "Sat 2025-06-14 09:00"),
        ("tomorrow morning", "demain matin", "Sat 2025-06-14 09:00"),
        ("tomorrow afternoon", "demain apr\u00e8s-midi", "Sat 2025-06-14 14:00"),
        ("Tomorrow at 8", "Demain \u00e0 8h", "Sat 2025-06-14 08:00"),
        ("day after tomorrow", "apr\u00e8s-demain", "Sun 2025-06-15 09:00"),
        ("mon 9am", "lundi 9h", "Mon 2025-06-16 09:00"),
        ("Monday at 9:30", "lundi \u00e0 9h30", "Mon 2025-06-16 09:30"),
        ("tue 3pm", "mardi 15h", "Tue 2025-06-17 15:00"),
        ("on wednesday", "mercredi prochain", "Wed 2025-06-18 09:00"),
        ("friday", "vendredi", "Fri 2025-06-20 09:00"),
        ("fri 18:00", "vendredi 18 h", "Fri 2025-06-13 18:00"),
        ("next week", "la semaine prochaine", "Mon 2025-06-16 09:00"),
        ("next month", "le mois prochain", "Tue 2025-07-01 09:00"),
        ("this weekend", "ce week-end", "Sat 2025-06-14 09:00"),
        ("24 dec 9:00", "24/12 9h", "Wed 2025-12-24 09:00"),
        ("Dec 24th 3pm", "24 d\u00e9c. 15h", "Wed 2025-12-24 15:00"),
        ("1st march", "1er mars", "Sun 2026-03-01 09:00"),
        ("3 feb", "3 f\u00e9vrier", "Tue 2026-02-03 09:00"),
        ("2025-07-14 noon", "14.07.2025 midi", "Mon 2025-07-14 12:00"),
        ("18:00", "18h", "Fri 2025-06-13 18:00"),
        ("9am", "9h", "Sat 2025-06-14 09:00"),
        ("at 17:15", "\u00e0 17h15", "Fri 2025-06-13 17:15"),
    ],
)
def test_both_languages_say_the_same_moment(english: str, french: str, moment: str) -> None:
    assert (said(english), said(french)) == (moment, moment)


@pytest.mark.parametrize(
    "typed",
    [
        "", " ", "soon", "bient\u00f4t", "25:00", "9:75", "13pm", "31/02", "32 dec", "in 0 hours", "yesterday", "hier",
        "12", "2020-01-01", "in 9999 weeks", "in 9999 months", "lundi 9h et mardi", "<b>9h</b>", "\u202e9h" * 40,
    ],
)  # fmt: skip
def test_what_means_no_moment_to_come_is_not_guessed_at(typed: str) -> None:
    assert understood(typed, FRIDAY, PARIS) is None


@pytest.mark.parametrize(
    ("now", "typed", "moment"),
    [
        # The clocks go forward on 30 March 2025 at 02:00 and back on 26 October 2025 at 03:00.
        ("2025-03-29 22:00", "dans 8 heures", "Sun 2025-03-30 07:00"),
        ("2025-03-29 22:00", "demain matin", "Sun 2025-03-30 09:00"),
        ("2025-03-29 22:00", "in 1 day", "Sun 2025-03-30 22:00"),
        ("2025-10-25 22:00", "in 8 hours", "Sun 2025-10-26 05:00"),
        ("2025-10-25 22:00", "tomorrow 9am", "Sun 2025-10-26 09:00"),
        ("2025-12-31 23:30", "in 1 hour", "Thu 2026-01-01 00:30"),
        ("2025-12-31 10:00", "demain", "Thu 2026-01-01 09:00"),
        ("2025-12-31 10:00", "2 jan", "Fri 2026-01-02 09:00"),
        ("2025-12-29 10:00", "next week", "Mon 2026-01-05 09:00"),
        ("2025-12-10 10:00", "next month", "Thu 2026-01-01 09:00"),
        ("2025-10-31 10:00", "in 4 months", "Sat 2026-02-28 10:00"),
        ("2027-12-01 10:00", "29 feb", "Tue 2028-02-29 09:00"),
    ],
)
def test_clock_changes_and_the_turn_of_the_year(now: str, typed: str, moment: str) -> None:
    assert said(typed, datetime.fromisoformat(now).replace(tzinfo=PARIS)) == moment


def test_an_hour_that_the_clock_skips_is_the_one_after_it_and_of_two_the_first_is_meant() -> None:
    before = datetime(2025, 3, 29, 22, tzinfo=PARIS)
    autumn = datetime(2025, 10, 25, 22, tzinfo=PARIS)

    assert said("demain 2h30", before) == "Sun 2025-03-30 03:30"
    assert understood("demain 2h30", autumn, PARIS) == datetime(2025, 10, 26, 0, 30, tzinfo=UTC)


@given(st.text(max_size=80), st.integers(0, 6 * 366 * 24 * 60))
def test_whatever_is_typed_the_moment_is_to_come_or_there_is_none(typed: str, minutes: int) -> None:
    now = FRIDAY + timedelta(minutes=minutes)

    found = understood(typed, now, PARIS)

    assert found is None or found > now
