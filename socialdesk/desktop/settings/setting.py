"""Gives what a setting is: its key in the desk file, its kind, what it is without being set, and its words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from socialdesk.support.values import StrEnum, value_class

tr = QCoreApplication.translate


class Kind(StrEnum):
    """How a value is asked for. All are kept as text."""

    CHOICE = "choice"
    FLAG = "flag"
    """"1" or "0"."""
    NUMBER = "number"
    TIME = "time"
    """"HH:MM" on a 24-hour clock, in the computer's time zone."""
    DAYS = "days"
    """Days of the week, 1 for Monday, as "1,2,3,4,5"."""
    HIDDEN = "hidden"
    """Kept by a part of the page of its own, such as the table of keys."""


class Section(StrEnum):
    """The parts of the page, in their order."""

    APPEARANCE = "appearance"
    LANGUAGE = "language"
    KEYS = "keys"
    ACTS = "acts"
    NOTICES = "notices"
    QUIET = "quiet"
    HOURS = "hours"
    PEOPLE = "people"
    ORDER = "order"
    RULES = "rules"
    TAGS = "tags"
    PRIVACY = "privacy"
    STORAGE = "storage"
    CHANNELS = "channels"
    ABOUT = "about"


@value_class(frozen=True, slots=True)
class Setting:
    """One setting. `choices` are (value, words); `least`, `most` and `step` are for numbers, in `unit`."""

    key: str
    section: Section
    title: str
    default: str
    kind: Kind = Kind.CHOICE
    help: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    least: int = 0
    most: int = 0
    step: int = 1
    unit: str = ""
    also: tuple[str, ...] = ()
    """Other words it is found by."""

    def problem(self, value: str) -> str:
        """Why a value cannot be taken, as a sentence; "" when it can."""
        match self.kind:
            case Kind.CHOICE if value not in {one for one, _ in self.choices}:
                return tr("settings", "Choose one of the list.")
            case Kind.FLAG if value not in {"0", "1"}:
                return tr("settings", "This can only be on or off.")
            case Kind.NUMBER if not (value.isascii() and value.isdigit() and self.least <= int(value) <= self.most):
                words = tr("settings", "Write a whole number from {least} to {most}.")
                return words.format(least=self.least, most=self.most)
            case Kind.TIME if not _is_time(value):
                return tr("settings", "Write a time as hours and minutes, such as 09:00 or 17:30.")
            case Kind.DAYS if not set(value.split(",")) <= {*"1234567", ""}:
                return tr("settings", "Choose days of the week.")
            case _:
                return ""

    def shown(self, value: str) -> str:
        """A value in words."""
        match self.kind:
            case Kind.CHOICE:
                return next((words for one, words in self.choices if one == value), value)
            case Kind.FLAG:
                return tr("settings", "on") if value == "1" else tr("settings", "off")
            case _:
                return f"{value} {self.unit}".strip()


def _is_time(value: str) -> bool:
    hours, colon, minutes = value.partition(":")
    if not colon or not all(len(part) in {1, 2} and part.isascii() and part.isdigit() for part in (hours, minutes)):
        return False
    return int(hours) < 24 and int(minutes) < 60 and len(minutes) == 2
