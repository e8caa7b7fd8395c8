"""Classes of values: what they are like, told by `dataclasses` itself."""

from __future__ import annotations

import copy
import enum
import pickle
from dataclasses import FrozenInstanceError, asdict, dataclass, field, replace
from functools import cached_property
from typing import Any

import pytest

from socialdesk.support import values
from socialdesk.support.values import StrEnum, changed, value_class


@value_class(frozen=True, slots=True)
class Kept:
    """One that is pickled, which wants a name in its module."""

    name: str
    sizes: tuple[int, ...] = (1, 2)


class Mood(StrEnum):
    """One that is pickled."""

    CALM = "calm"


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


def test_a_value_is_the_same_filled_field_by_field_or_by_the_function_that_is_written() -> None:
    made = _classes(value_class)
    many = [made("a", tags=["x"], only=True) for _ in range(60)]
    assert vars(made)["__init__"].__code__.co_filename == "<string>"  # nobody fills so many one by one
    assert all(one == many[0] and one.marks == (7,) and one.seen == 0 for one in many)
    assert many[0].tags is not many[-1].tags
    fresh = _classes(value_class)
    for wrong in ((), ("a", 1, [], 0, True)):
        with pytest.raises(TypeError):
            fresh(*wrong)
    for named in ({"name": "b"}, {"weight": 1}, {"marks": (1,)}):
        again = _classes(value_class)
        with pytest.raises(TypeError):
            again("a", **named)


def test_values_with_an_order_stand_in_that_of_their_fields() -> None:
    def both(made: Any) -> Any:
        @made(frozen=True, slots=True, order=True)
        class Stretch:
            """From here to there."""

            begins: int
            ends: int = 9
            name: str = field(default="", compare=False)

        return Stretch

    told = [
        (
            [repr(one).rpartition(".")[2] for one in sorted([made(2, 3), made(1, 8, "z"), made(1, 8, "a"), made(1)])],
            made(1, 2) <= made(1, 2) >= made(1, 2),
            made(1, 2) < made(1, 3) > made(1, 2),
            made.__dataclass_params__.order,
        )
        for made in (both(value_class), both(dataclass))
    ]
    assert told[0] == told[1]
    with pytest.raises(TypeError):
        _ = both(value_class)(1) < 3


def _enumerations(base: Any) -> list[Any]:
    class Plain(base):
        """Words."""

        ONE = "one"
        TWO = "two"
        ALSO_ONE = "one"

    class Able(base):
        OPEN = "open"
        DONE = "done"

        @property
        def is_open(self) -> bool:
            return self is type(self).OPEN

        @classmethod
        def usual(cls) -> Any:
            return cls.OPEN

        def loud(self) -> str:
            return super().upper()

    class Told(base):
        A = "a"

        def __str__(self) -> str:
            return f"<{self.value}>"

    class Counted(base):
        FIRST = enum.auto()

    return [Plain, Able, Told, Counted]


def test_an_enumeration_of_words_is_what_enum_makes_of_it() -> None:
    def told(made: Any) -> dict[str, object]:
        own = {name: repr(one).partition(" at ")[0] for name, one in vars(made).items()}
        members = {
            name: (repr(one), str(one), {**vars(one), "__objclass__": None}) for name, one in made.__members__.items()
        }
        return {**own, "members": members, "through": list(map(str, made)), "kind": (type(made), made.__mro__[1:])}

    for ours, theirs in zip(_enumerations(StrEnum), _enumerations(enum.StrEnum), strict=True):
        assert {name: one for name, one in told(ours).items() if name != "__annotations__"} == told(theirs)
    plain, able, _, _ = _enumerations(StrEnum)
    assert (plain("one"), plain["TWO"], plain.ALSO_ONE) == (plain.ONE, "two", plain.ONE)
    assert (able.OPEN.is_open, able.usual(), able.DONE.loud(), f"{able.DONE}") == (True, able.OPEN, "DONE", "done")
    assert "two" in [one.value for one in plain]
    assert pickle.loads(pickle.dumps(Mood.CALM)) is Mood.CALM
    assert copy.deepcopy(Mood.CALM) is Mood.CALM
    with pytest.raises(ValueError, match="three"):
        plain("three")


def test_an_enumeration_of_words_takes_no_member_of_another_kind_or_of_a_name_that_means_something() -> None:
    def of_numbers(base: Any) -> Any:
        class Numbers(base):
            ONE = 1

        return Numbers

    for base in (StrEnum, enum.StrEnum):
        with pytest.raises(TypeError):
            of_numbers(base)

    class Named(StrEnum):
        title = "a"  # type: ignore[assignment]  # what text can do itself
        OTHER = "b"

    assert isinstance(Named.title, Named)
    assert [one.value for one in Named] == ["a", "b"]
