"""Takes JSON apart that strangers had a hand in: what is not of the expected form is empty; decides nothing."""

from __future__ import annotations

from typing import Any, cast

Wire = dict[str, Any]


def part(of: Wire, key: str) -> Wire:
    """The object under a key."""
    value = of.get(key)
    return cast("Wire", value) if isinstance(value, dict) else {}


def count(of: Wire, key: str) -> int | None:
    """The whole number of something under a key, also one that is written as text; None where there is none."""
    value = of.get(key)
    if isinstance(value, str) and value.isdecimal():
        return int(value)
    return max(0, value) if isinstance(value, int) and not isinstance(value, bool) else None


def parts(of: Wire, key: str) -> list[Wire]:
    """The objects of the list under a key."""
    value = of.get(key)
    found: list[Any] = cast("list[Any]", value) if isinstance(value, list) else []
    return [cast("Wire", one) for one in found if isinstance(one, dict)]


def as_object(value: Any) -> Wire:
    """The same where it is an object, else an empty one."""
    return cast("Wire", value) if isinstance(value, dict) else {}


def as_list(value: Any) -> list[Any]:
    """The same where it is a list, else an empty one."""
    return cast("list[Any]", value) if isinstance(value, list) else []
