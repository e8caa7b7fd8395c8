"""Makes Qt's enumerations in Python for a quarter of what Python takes for them; a start makes two hundred of them.

PySide hands names and numbers to `enum`, which goes through each as though somebody had written a class. Here the
class is a copy of one that `enum` made, and its members are put in one by one. What comes out is the same, which
`tests/desktop/look/test_quick_enums.py` holds against all of Qt's. Under a Python it was not tried with this does
nothing.
"""

from __future__ import annotations

import enum
import sys
from collections.abc import Callable
from operator import itemgetter
from typing import Any

_TRIED = {(3, 11), (3, 12), (3, 13)}
_KINDS: tuple[type[enum.Enum], ...] = (enum.Enum, enum.IntEnum, enum.Flag, enum.IntFlag)
_OF_PYSIDE = {"qualname": None, "type": None, "start": 1, "boundary": enum.KEEP}
_OF_MEMBERS = ("_member_names_", "_member_map_", "_value2member_map_", "_unhashable_values_")

_of_all: Any = enum.EnumType
_frame = vars(sys)["_getframe"]
_first_letter = itemgetter(0)
made_by_enum: Callable[..., Any] = _of_all._create_


class _Plan:
    """What all enumerations of one kind have in common."""

    def __init__(self, kind: Any, make: Callable[..., Any]) -> None:
        pattern = vars(make(kind, "Pattern", [("a", 1)], module=__name__, boundary=enum.KEEP))
        left_out = {"a", "__dict__", "__weakref__", "__new__", *_OF_MEMBERS}
        self.body = {name: one for name, one in pattern.items() if name not in left_out}
        self.taken = {name for base in kind.__mro__ for name in vars(base)} | {"mro"}
        """Names a member cannot be kept under as any other."""
        self.is_flag = issubclass(kind, enum.Flag)
        self.new: Any = int.__new__ if issubclass(kind, int) else None


_plans: dict[type[enum.Enum], _Plan] = {}


def make_enums_quickly() -> None:
    """Make what PySide asks for from now on the quick way."""
    if sys.version_info[:2] not in _TRIED or _plans:
        return
    plans = {kind: _Plan(kind, made_by_enum) for kind in _KINDS}
    if any(isinstance(one, list | dict | set) for plan in plans.values() for one in plan.body.values()):
        return  # members are kept somewhere else too
    _plans.update(plans)

    def create(kind: Any, name: str, names: Any, *, module: str | None = None, **options: Any) -> Any:
        if module is None:
            module = _frame(2).f_globals.get("__name__")  # as `enum` does, one call further out
        # PySide alone asks for this bound with every kind.
        is_theirs = options == _OF_PYSIDE and type(names) is list and kind in _plans
        if module is not None and is_theirs and is_usual(kind, names):
            return quick(kind, name, names, module)
        return made_by_enum(kind, name, names, module=module, **options)

    _of_all._create_ = create


def is_usual(kind: Any, pairs: list[tuple[str, int]]) -> bool:
    """Whether members of these names and numbers are kept as any other."""
    plan = _plans[kind]
    named = dict(pairs)
    return (
        set(map(type, named.values())) <= {int}
        and plan.taken.isdisjoint(named)
        and "_" not in map(_first_letter, named)
        and not (plan.is_flag and min(named.values(), default=0) < 0)
    )


def quick(kind: Any, name: str, pairs: list[tuple[str, int]], module: str) -> Any:
    """The enumeration of a kind with these members."""
    plan = _plans[kind]
    order: list[str] = []
    by_name: dict[str, Any] = {}
    by_value: dict[int, Any] = {}
    body = {
        **plan.body,
        "__module__": module,
        "_member_names_": order,
        "_member_map_": by_name,
        "_value2member_map_": by_value,
        "_unhashable_values_": [],
    }
    made: Any = type.__new__(enum.EnumType, name, (kind,), body)
    new, is_flag, put = plan.new, plan.is_flag, type.__setattr__
    put(made, "__new__", enum.Enum.__new__)  # in the body it would become a static method
    for one, value in pairs:
        member = by_value.get(value)
        if member is None:
            member = new(made, value) if new is not None else object.__new__(made)
            own = member.__dict__
            own["_value_"], own["_name_"], own["__objclass__"], own["_sort_order_"] = value, one, made, len(order)
            by_value[value] = member
            if not is_flag or (value and not value & (value - 1)):
                order.append(one)
        by_name[one] = member
        put(made, one, member)
    if is_flag:
        _close(made, by_value, [by_name[one].__dict__["_value_"] for one in order])
    return made


def _close(made: Any, values: dict[int, Any], single: list[int]) -> None:
    """Tell a kind of flags which bits it has."""
    put = type.__setattr__
    every = singles = 0
    for value in values:
        every |= value
    for value in single:
        singles |= value
    put(made, "_flag_mask_", every)
    put(made, "_singles_mask_", singles)
    put(made, "_all_bits_", 2 ** every.bit_length() - 1)
    if single != sorted(single):
        put(made, "_iter_member_", made._iter_member_by_def_)
