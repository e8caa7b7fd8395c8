"""The clauses of a sentence as a tree of values, and what can be done at a place; knows no words, no widget."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

Values: TypeAlias = tuple[str, ...]
Path: TypeAlias = tuple[int, ...]
"""Where a part stands: its place in the outermost group, then in the group there, and so on."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One thing that is said. `values` are what stands in its blanks, by their names; a missing one is empty."""

    kind: str
    values: Mapping[str, Values] = field(default_factory=dict[str, Values])
    is_not: bool = False

    def get(self, slot: str) -> Values:
        """What stands in a blank."""
        return self.values.get(slot, ())

    def put(self, slot: str, values: Values) -> Clause:
        """With something else in a blank."""
        return replace(self, values={**self.values, slot: values})


@dataclass(frozen=True, slots=True)
class Group:
    """Parts of which all must hold, or any; `is_not` says the contrary of the whole."""

    parts: tuple[Part, ...] = ()
    joins_any: bool = False
    is_not: bool = False


Part: TypeAlias = Clause | Group


def part_at(root: Group, path: Path) -> Part:
    """What stands at a place. Raises IndexError where nothing does."""
    found: Part = root
    for at in path:
        if not isinstance(found, Group):
            raise IndexError(path)
        found = found.parts[at]
    return found


def changed(root: Group, path: Path, by: Callable[[Part], Part | None]) -> Group:
    """The tree with the part at a place made anew, or taken out; a group that is emptied so goes as well."""
    if not path:
        made = by(root)
        return made if isinstance(made, Group) else Group()
    above, at = path[:-1], path[-1]

    def inside(part: Part) -> Part | None:
        assert isinstance(part, Group)
        made = by(part.parts[at])
        parts = (*part.parts[:at], *(() if made is None else (made,)), *part.parts[at + 1 :])
        return replace(part, parts=parts) if parts or not above else None

    return changed(root, above, inside)


def inserted(root: Group, path: Path, part: Part) -> Group:
    """The tree with a part put in at a place; what stood there comes after it."""
    above, at = path[:-1], path[-1]

    def inside(one: Part) -> Part:
        assert isinstance(one, Group)
        return replace(one, parts=(*one.parts[:at], part, *one.parts[at:]))

    return changed(root, above, inside)


def clauses(root: Group, path: Path = ()) -> Iterator[tuple[Path, Clause]]:
    """All clauses with their places, in the order they are read."""
    for at, part in enumerate(root.parts):
        if isinstance(part, Clause):
            yield (*path, at), part
        else:
            yield from clauses(part, (*path, at))


def written(part: Part) -> Any:
    """A part as plain lists and words, for JSON; also one that is not finished."""
    if isinstance(part, Group):
        return ["any" if part.joins_any else "all", part.is_not, *map(written, part.parts)]
    return ["says", part.is_not, part.kind, {name: list(values) for name, values in part.values.items()}]


def read_group(form: Any) -> Group:
    """A whole tree from its plain form. Raises ValueError."""
    match form:
        case [("all" | "any") as joins, bool(is_not), *parts]:
            return Group(tuple(map(_read, parts)), joins == "any", is_not)
        case _:
            raise ValueError("no group")


def _read(form: Any) -> Part:
    match form:
        case ["says", bool(is_not), str(kind), dict() as values]:
            known: dict[str, list[str]] = values
            return Clause(kind, {name: tuple(map(str, each)) for name, each in known.items()}, is_not)
        case _:
            return read_group(form)
