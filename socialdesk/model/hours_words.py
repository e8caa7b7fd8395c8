"""Reads and writes the hours of a day as people write them: "9–12, 14:00-18:30", "22–6", "closed", "24 h"."""

from __future__ import annotations

import re

from socialdesk.model.calendar import ALL_DAY, DAY, Span, Spans, overlapping

_TIME = r"(\d{1,2})(?:\s*(?:[:.h])\s*(\d{2})?)?"
_SPAN = re.compile(rf"{_TIME}\s*(?:-|–|—|to|à|bis)\s*{_TIME}")
_BETWEEN = re.compile(r"\s*(?:,|;|/|\+|\band\b|\bet\b|\bund\b)\s*")
_CLOSED = {"", "-", "–", "—", "closed", "fermé", "ferme"}
_ALL_DAY = {"24 h", "24h", "24", "24/24", "all day", "toute la journée"}


class NotHours(ValueError):
    """What was written is no list of spans; `part` is where reading stopped."""

    def __init__(self, part: str) -> None:
        super().__init__(part)
        self.part = part


class AtOnce(ValueError):
    """Two of the spans are at the same time."""


def read_hours(text: str) -> Spans:
    """The spans of a day; one that ends before it begins ends the next day. Raises NotHours or AtOnce."""
    text = " ".join(text.casefold().split())
    if text in _CLOSED:
        return ()
    if text in _ALL_DAY:
        return ALL_DAY
    found: list[Span] = []
    for part in _BETWEEN.split(text):
        match = _SPAN.fullmatch(part)
        if match is None:
            raise NotHours(part)
        begins, ends = _minutes(match[1], match[2], part), _minutes(match[3], match[4], part)
        if begins in (ends, DAY):
            raise NotHours(part)
        found.append(Span(begins, ends if ends > begins else ends + DAY))
    spans = joined_up(found)
    if overlapping(tuple(found)) or overlapping(spans):
        raise AtOnce
    return spans


def joined_up(spans: list[Span]) -> Spans:
    """The spans in order, those that touch made one as long as that is still within a day."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and found[-1].ends == span.begins and Span(found[-1].begins, span.ends).is_sound:
            found[-1] = Span(found[-1].begins, span.ends)
        else:
            found.append(span)
    return tuple(found)


def write_hours(spans: Spans) -> str:
    """What `read_hours` reads, written the same everywhere; nothing for a day that is closed."""
    return ", ".join(f"{clock(one.begins)}–{clock(one.ends)}" for one in spans)


def clock(minutes: int) -> str:
    """Minutes after midnight as the clock says them; the end of a day is 24:00."""
    hour, minute = divmod(minutes if minutes <= DAY else minutes - DAY, 60)
    return f"{hour:02}:{minute:02}"


def _minutes(hour: str, minute: str | None, part: str) -> int:
    found = int(hour) * 60 + int(minute or 0)
    if int(minute or 0) >= 60 or found > DAY:
        raise NotHours(part)
    return found


def read_minutes(text: str) -> int:
    """A length of time in minutes: hours unless it says otherwise, as in "4", "1:30", "1 h 30", "45 min".

    Raises NotHours for anything else.
    """
    text = " ".join(text.casefold().split())
    if match := re.fullmatch(r"(\d{1,5})\s*(?:min|minutes|m)", text):
        return int(match[1])
    match = re.fullmatch(r"(\d{1,4})\s*(?:(?:h|hours|heures|:)\s*(\d{1,2})?)?", text)
    if match is None or int(match[2] or 0) >= 60:
        raise NotHours(text)
    return int(match[1]) * 60 + int(match[2] or 0)


def write_minutes(minutes: int) -> str:
    """What `read_minutes` reads."""
    hours, rest = divmod(minutes, 60)
    return f"{rest} min" if not hours else f"{hours}:{rest:02}" if rest else str(hours)
