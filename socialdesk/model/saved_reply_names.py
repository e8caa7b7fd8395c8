"""Gives the names that stand in a file of saved replies for numbers, and finds the numbers again, here or elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from socialdesk.model.channel import Channel
from socialdesk.model.person import Person
from socialdesk.model.saved_reply import plain


@dataclass(frozen=True, slots=True)
class Names:
    """What stands in a file for numbers: channels and members by name, so that another workspace understands it."""

    channels: Mapping[int, str] = field(default_factory=dict[int, str])
    people: Mapping[int, str] = field(default_factory=dict[int, str])

    def channel(self, id_: int | None) -> str:
        """The name of a channel; its number where the name is missing or means several."""
        return "" if id_ is None else _named(self.channels, id_)

    def channel_id(self, name: str) -> int | None:
        """The channel of a name."""
        return _numbered(self.channels, name)

    def act(self, kind: str, value: str) -> str:
        """An act as it stands in a file."""
        if kind == "assign" and value.isdecimal():
            value = _named(self.people, int(value))
        return f"{kind}: {value}" if value else kind

    def act_of(self, written: str) -> tuple[str, str]:
        """An act as it is kept; what it names and nobody knows stays as it was written."""
        kind, _, value = written.partition(":")
        # One blank stands between; what more there is belongs to the value.
        kind, value = kind.strip().casefold(), value.removeprefix(" ")
        if kind == "assign" and value not in {"me", "nobody"}:
            number = _numbered(self.people, value)
            value = str(number) if number is not None else value
        return kind, value


def names_of(channels: Iterable[Channel], people: Iterable[Person]) -> Names:
    """What channels and members are called in a file."""
    of_channels = {int(one.id): f"{one.platform}:{one.handle or one.name}" for one in channels}
    return Names(of_channels, {int(one.id): one.name for one in people})


def _named(names: Mapping[int, str], id_: int) -> str:
    name = names.get(id_, "")
    is_plain = name and not name.startswith("#") and name not in {"me", "nobody"} and name == name.strip()
    return name if is_plain and list(names.values()).count(name) == 1 else f"#{id_}"


def _numbered(names: Mapping[int, str], name: str) -> int | None:
    if name.startswith("#") and name[1:].isdecimal():
        return int(name[1:])
    found = [id_ for id_, one in names.items() if one == name] or [
        id_ for id_, one in names.items() if plain(one) == plain(name)
    ]
    return found[0] if len(found) == 1 else None
