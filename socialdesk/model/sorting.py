"""Gives the orders a queue can be read in, and the sections it falls into; the store decides what comes first."""

from __future__ import annotations

from typing import TypeAlias

from socialdesk.model.triage import Group
from socialdesk.support.values import StrEnum


class Sort(StrEnum):
    """In which order the threads of a view are read."""

    TRIAGE = "triage"
    NEWEST = "newest"
    OLDEST = "oldest"
    STARS = "stars"
    """Reviews by their stars, the worst first; what is no review comes after."""
    NAME = "name"
    """By the contact's name."""


def default_sort(written: str | None) -> Sort:
    """A sort as it was remembered; triage for words of another version."""
    try:
        return Sort(written or Sort.TRIAGE.value)
    except ValueError:
        return Sort.TRIAGE


class Section(StrEnum):
    """The heads of orders other than triage."""

    TODAY = "today"
    YESTERDAY = "yesterday"
    LAST_DAYS = "last_days"
    OLDER = "older"
    ONE_STAR = "one_star"
    TWO_STARS = "two_stars"
    THREE_STARS = "three_stars"
    FOUR_STARS = "four_stars"
    FIVE_STARS = "five_stars"
    NO_REVIEW = "no_review"
    ALL = "all"
    """Has no head of its own."""


Heading: TypeAlias = Group | Section
STARS = (Section.ONE_STAR, Section.TWO_STARS, Section.THREE_STARS, Section.FOUR_STARS, Section.FIVE_STARS)
