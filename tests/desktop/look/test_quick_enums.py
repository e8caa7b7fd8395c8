"""Enumerations made the quick way are what `enum` makes, for each that Qt has."""

import enum
import pickle
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtCore import Qt

from socialdesk.desktop.look import quick_enums


def _of_qt() -> Iterator[Any]:
    for module in (QtCore, QtGui, QtWidgets):
        for owner in [getattr(module, name) for name in dir(module)]:
            if isinstance(owner, type):
                getattr(owner, "anything", None)  # PySide makes them when something is asked for first
                yield from (one for one in vars(owner).values() if isinstance(one, enum.EnumType))


def _told(made: Any) -> dict[str, object]:
    """Everything an enumeration knows, but where in memory."""
    own = {name: repr(one) for name, one in vars(made).items() if name not in {"__dict__", "__weakref__"}}
    members = {name: (repr(one), {**vars(one), "__objclass__": None}) for name, one in made.__members__.items()}
    return {**own, "members": members, "through": [one.value for one in made]}


def test_every_enumeration_of_qt_is_made_as_enum_makes_it() -> None:
    quick_enums.make_enums_quickly()
    seen = 0
    for theirs in set(_of_qt()):
        kind = theirs.__bases__[0]
        pairs = [(name, one.value) for name, one in theirs.__members__.items()]
        if not pairs or not quick_enums.is_usual(kind, pairs):
            continue
        seen += 1
        theirs_again = quick_enums.made_by_enum(kind, "Made", pairs, module="qt", boundary=enum.KEEP)
        assert _told(quick_enums.quick(kind, "Made", pairs, "qt")) == _told(theirs_again), theirs
    assert seen > 200


@pytest.mark.parametrize("kind", [enum.Enum, enum.IntEnum, enum.Flag, enum.IntFlag])
def test_what_is_made_behaves_as_it_should(kind: type[enum.Enum]) -> None:
    quick_enums.make_enums_quickly()
    pairs = [("NONE", 0), ("TWO", 2), ("ONE", 1), ("ALSO_TWO", 2), ("BOTH", 3)]
    made, true = (
        make(kind, "Made", pairs, module=__name__, boundary=enum.KEEP)
        # This is where the calls of PySide arrive.
        for make in (enum.EnumType._create_, quick_enums.made_by_enum)  # type: ignore[attr-defined]
    )
    for one, other in zip(made.__members__.values(), true.__members__.values(), strict=True):
        assert (one.name, one.value, repr(one), str(one)) == (other.name, other.value, repr(other), str(other))
        assert made(one.value) is one
        assert made[one.name] is one
    assert made.ALSO_TWO is made.TWO
    if issubclass(kind, enum.Flag):
        assert made.ONE | made.TWO is made.BOTH
        assert [one.name for one in made.BOTH] == [one.name for one in true.BOTH]
        assert (~made.ONE).value == (~true.ONE).value
        assert (made.ONE | made(8)).value == 9
    with pytest.raises(ValueError, match="99"):
        made("99")


def test_qt_takes_what_is_made() -> None:
    assert pickle.loads(pickle.dumps(Qt.Key.Key_A)) is Qt.Key.Key_A
    label = QtWidgets.QFrame.Shape.Box
    assert int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) == 33
    assert label.name == "Box"


def test_what_has_names_of_its_own_kind_goes_the_usual_way() -> None:
    quick_enums.make_enums_quickly()
    assert not quick_enums.is_usual(enum.Enum, [("name", 1)])
    assert not quick_enums.is_usual(enum.IntEnum, [("real", 1)])
    assert not quick_enums.is_usual(enum.Flag, [("NEGATIVE", -1)])
    assert not quick_enums.is_usual(enum.Enum, [("_hidden", 1)])
    colours = enum.Enum("Colours", "RED GREEN")
    assert (colours.__module__, [one.value for one in colours]) == (__name__, [1, 2])
