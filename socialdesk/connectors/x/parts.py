"""Takes parts of what X answered, whatever is there."""

from __future__ import annotations

from typing import Any, TypeAlias

Wire: TypeAlias = dict[str, Any]


def part(said: Wire, name: str) -> Wire:
    """An object within an object; an empty one where there is none."""
    found = said.get(name)
    return found if isinstance(found, dict) else {}  # pyright: ignore[reportUnknownVariableType]


def parts(said: Wire, name: str) -> list[Wire]:
    """The objects of a list within an object: X leaves out what is empty."""
    found = said.get(name)
    listed: list[Any] = found if isinstance(found, list) else []  # pyright: ignore[reportUnknownVariableType]
    return [one for one in listed if isinstance(one, dict)]


def included_posts(includes: Wire) -> list[Wire]:
    """The posts that came along, under the old name or the new one."""
    return parts(includes, "tweets") or parts(includes, "posts")
