"""Classes of values: what they are like, told by `dataclasses` itself."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, asdict, dataclass, field, replace
from functools import cached_property
from typing import Any

import pytest

from socialdesk.support import values
from socialdesk.support.values import changed, value_class


@value_class(frozen=True, slots=True)
class Kept:
    """One that is pickled, which wants a name in its module."""

    name: str
    sizes: tuple[int, ...] = (1, 2)


def _classes(made: Any) -> Any:
    @made(frozen=True, slots=True)
    class Letter:
        """With everything a field can have."""

        name: str
        size: int = 3
        tags: list[str] = field(default_factory=list, hash=False)
        seen: int = field(default=0, compare=False, repr=False)
        marks: tuple[int, ...] = field(init=False, default=(7,))
        only: bool = field(default=False, kw_only=True)

        def __post_init__(self) -> None:
            if not self.name:
                raise ValueError("a letter has a name")

        @property
        def twice(self) -> int:
            """A property stays what it is."""
            return self.size * 2

    return Letter


def test_a_class_of_values_is_like_a_dataclass_in_all_one_sees_of_it() -> None:
    ours, theirs = _classes(value_class), _classes(dataclass)
    said = [
        (
            repr(one),
            asdict(one),
            one == made("a", 4, ["x"], seen=9),
            one == made("b", 4, ["x"]),
            one == ("a", 4),
            hash(one) == hash(made("a", 4, ["y"])),
            replace(one, size=9, only=True).twice,
            made.__match_args__,
            made.__slots__,
            hasattr(one, "__dict__"),
            made("z").tags is made("z").tags,
            copy.copy(one) == one,
            copy.deepcopy(one) == one,
        )
        for made in (ours, theirs)
        for one in (made("a", 4, ["x"]),)
    ]
    assert said[0] == said[1]
    for made in (ours, theirs):
        one = made("a")
        with pytest.raises(FrozenInstanceError, match="size"):
            one.size = 5
        with pytest.raises(FrozenInstanceError, match="size"):
            del one.size
        with pytest.raises(TypeError):
            made()
        with pytest.raises(TypeError):
            made("a", 1, [], 0, True)
        with pytest.raises(ValueError, match="name"):
            made("")
    kept = Kept("a", (4,))
    assert pickle.loads(pickle.dumps(kept)) == kept


def test_a_changed_value_is_what_dataclasses_make_of_it() -> None:
    for made in _classes(value_class), _classes(dataclass):
        one = made("a", 4, ["x"], seen=9)
        assert changed(one, size=9, only=True) == replace(one, size=9, only=True)
        assert changed(one, size=9, only=True).seen == replace(one, size=9, only=True).seen
        with pytest.raises(TypeError, match="weight"):
            changed(one, weight=2)

    @value_class(frozen=True)
    class Told:
        """Keeps what it found out."""

        name: str

        @cached_property
        def letters(self) -> int:
            """How many letters it has."""
            return len(self.name)

    known = Told("abc")
    assert known.letters == 3
    assert changed(known, name="abcd").letters == 4
    with pytest.raises(TypeError, match="weight"):
        changed(Kept("a"), weight=2)
    assert changed(Kept("a"), sizes=(7,)) == Kept("a", (7,)) != changed(Kept("a"), name="b")


def test_only_the_first_of_a_family_is_made_here_and_those_after_it_by_dataclasses() -> None:
    @value_class(frozen=True, slots=True)
    class Child(Kept):
        """Inherits fields."""

        more: int = 1

    assert Child("a") == Child("a", (1, 2), 1) != Child("a", more=2)
    assert Child("a") != Kept("a")
    assert repr(Child("b")).endswith("Child(name='b', sizes=(1, 2), more=1)")
    with pytest.raises(FrozenInstanceError):
        Child("a").more = 2  # type: ignore[misc]  # what is frozen refuses it
    assert vars(Kept)["__eq__"].__module__ == values.__name__
    assert vars(Child)["__eq__"].__module__ != values.__name__


def test_a_value_of_many_fields_is_frozen_however_it_was_made_and_one_that_inherits_stays_of_its_own_class() -> None:
    @value_class(frozen=True, slots=True)
    class Wide:
        """With more fields than are kept one by one."""

        a: int
        b: int = 2
        c: tuple[int, ...] = field(default_factory=tuple)
        d: int = 4

    class Wider(Wide):
        """Has no field of its own, and room for more."""

    one = Wide(1)
    for made in (one, changed(one, b=7), copy.copy(one), replace(one, d=5)):
        with pytest.raises(FrozenInstanceError):
            made.b = 3  # type: ignore[misc]  # what is frozen refuses it
    assert (type(one), type(changed(one, b=7)), type(Wider(1))) == (Wide, Wide, Wider)
    assert changed(one, b=7) == Wide(1, 7, (), 4) != one
    wider = Wider(1, d=9)
    wider.__dict__["more"] = 1
    assert (wider.a, wider.d, type(wider)) == (1, 9, Wider)
    assert wider != Wide(1, d=9)
