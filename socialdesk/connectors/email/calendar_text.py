"""Makes words of an invitation that brings none: gets a calendar file (RFC 5545), gives what, when and where.

Whatever is wrong in it is left out; a file that tells nothing gives nothing. Nothing in it is followed or answered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_FOLD = re.compile(r"\r?\n[ \t]")
_LINE = re.compile(r"([A-Za-z-]{1,40})((?:;[^:;\"]*(?:\"[^\"]*\"[^:;\"]*)*)*):(.*)")
_ZONE = re.compile(r";TZID=\"?([\w/+-]{1,60})", re.IGNORECASE)
_MOMENT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d\d(Z?))?")
_ESCAPED = re.compile(r"\\([\\;,nN])")
_LONGEST = 200_000
_LONGEST_WORDS = 2_000


def to_text(calendar: str) -> str:
    """What the first event of a calendar is, when and where it takes place, on a line each."""
    told = _of_first_event(calendar[:_LONGEST])
    begins, zone = _moment(told.get("DTSTART"))
    ends, _ = _moment(told.get("DTEND"))
    day, _, hour = begins.partition(" ")
    ends = ends.removeprefix(f"{day} ") if hour else ""
    when = " – ".join(one for one in (begins, ends) if one) + (f" ({zone})" if zone and hour else "")
    is_off = "CANCEL" in (_words(told.get("METHOD")), _words(told.get("STATUS"))[:6])
    parts = (_words(told.get("SUMMARY")), when, _words(told.get("LOCATION")), "CANCELLED" if is_off else "")
    return "\n".join(one for one in parts if one)


def _of_first_event(calendar: str) -> dict[str, tuple[str, str]]:
    """By name the parameters and the value of each property of the first event, and the method of the whole."""
    found: dict[str, tuple[str, str]] = {}
    within: list[str] = []
    for name, params, value in _lines(calendar):
        if name == "BEGIN":
            within.append(value.upper())
        elif name == "END":
            if within and within.pop() == "VEVENT":
                break
        elif within[-1:] == ["VEVENT"] or name == "METHOD":
            found.setdefault(name, (params, value))
    return found


def _lines(calendar: str) -> Iterator[tuple[str, str, str]]:
    for line in _FOLD.sub("", calendar).splitlines():
        if (parts := _LINE.fullmatch(line.strip())) is not None:
            yield parts[1].upper(), parts[2], parts[3].strip()


def _moment(said: tuple[str, str] | None) -> tuple[str, str]:
    """A moment as it stands there, and the zone it is meant in; empty where there is none."""
    found = _MOMENT.fullmatch(said[1]) if said is not None else None
    if said is None or found is None:
        return "", ""
    year, month, day, hour, minute, is_utc = found.groups()
    zone = _ZONE.search(said[0])
    clock = f" {hour}:{minute}" if hour else ""
    return f"{year}-{month}-{day}{clock}", "UTC" if is_utc else zone[1] if zone else ""


def _words(said: tuple[str, str] | None) -> str:
    text = said[1] if said is not None else ""
    return _ESCAPED.sub(lambda one: "\n" if one[1] in "nN" else one[1], text).strip()[:_LONGEST_WORDS]
