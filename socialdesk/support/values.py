"""Makes classes of values as `dataclasses.dataclass` does, for a tenth of what that costs each time a program starts.

`dataclasses` writes the source of seven functions a class and compiles each. Here only `__init__` is written, and that
when a good many values were made: of most classes a start makes one or two, which are filled field by field for less
than compiling takes. The other functions are the same few for all. Enumerations of words are made in a fifth of what
`enum` takes, and are the same. For what the first frame loads; elsewhere `dataclasses` and `enum` do as well.
"""

from __future__ import annotations

import dataclasses
import enum
import sys
from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as value_class
    from dataclasses import replace as _again

    changed = _again
    StrEnum = enum.StrEnum
else:

    class _OfWords(type):
        """What makes the classes that are written as `StrEnum`s; they are true ones of `enum`, and nothing of this."""

        def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> Any:
            return _words(name, body) if bases else type.__new__(cls, name, bases, body)

    class StrEnum(metaclass=_OfWords):
        """The base of enumerations whose members are words, as `enum.StrEnum` is, made in a fifth of the time."""

    def changed(value: Any, /, **fields: Any) -> Any:
        """The value with other fields, as `dataclasses.replace` gives it; for what is made anew at each message.

        A class made here is copied field by field, without asking each for its default: three times as fast.
        """
        copy = _COPIES.get(value.__class__)
        return dataclasses.replace(value, **fields) if copy is None else copy(value, fields)

    def value_class(cls: type | None = None, /, **options: Any) -> Any:
        """A class decorator, called like `dataclasses.dataclass`; what is not frozen or inherits fields goes there."""
        if cls is None:
            return lambda known: value_class(known, **options)
        inherits = any(dataclasses.is_dataclass(base) for base in cls.__mro__[1:])
        if inherits or not options.get("frozen") or not options.keys() <= _KNOWN or cls.__dict__.keys() & _OWN:
            return dataclasses.dataclass(cls, **options)
        options.pop("frozen")
        described = _described(cls, **options)
        if described is None and options.get("order"):
            return dataclasses.dataclass(cls, frozen=True, **options)
        return described or _made(dataclasses.dataclass(cls, init=False, repr=False, eq=False, **options))


_TRIED = {(3, 11), (3, 12), (3, 13)}
"""The Pythons in which an enumeration was held against one that `enum` made."""
_OF_BODIES = {
    "__module__", "__qualname__", "__doc__", "__annotations__", "__classcell__", "__static_attributes__",
    "__firstlineno__",
}  # fmt: skip
_OF_MEMBERS = ("_member_names_", "_member_map_", "_value2member_map_", "_unhashable_values_")


def _pattern() -> tuple[dict[str, Any], set[str]] | None:
    """What all enumerations of words have in common, and what none of their members may be called.

    None where members are kept in another way than here.
    """
    pattern = vars(enum.StrEnum("Pattern", [("a", "a")]))
    left_out = {"a", "__dict__", "__weakref__", "__new__", *_OF_BODIES, *_OF_MEMBERS}
    common = {name: one for name, one in pattern.items() if name not in left_out}
    if sys.version_info[:2] not in _TRIED or any(isinstance(one, list | dict | set) for one in common.values()):
        return None
    return common, {name for base in enum.StrEnum.__mro__ for name in vars(base)} | {"mro"}


_common = _pattern()


def _words(name: str, body: dict[str, Any]) -> Any:
    """The enumeration with this body."""
    members = {key: one for key, one in body.items() if key not in _OF_BODIES and not hasattr(one, "__get__")}
    if _common is None or not _are_usual(members, body):
        space = enum.EnumType.__prepare__(name, (enum.StrEnum,))
        for key, one in body.items():
            space[key] = one
        return enum.EnumType(name, (enum.StrEnum,), space)
    order: list[str] = []
    by_name: dict[str, Any] = {}
    by_value: dict[str, Any] = {}
    rest = {key: one for key, one in body.items() if key not in members}
    kept: tuple[Any, ...] = (order, by_name, by_value, [])
    made: Any = type.__new__(
        enum.EnumType,
        name,
        (enum.StrEnum,),
        {**_common[0], "__doc__": None, **rest, **dict(zip(_OF_MEMBERS, kept, strict=True))},
    )
    put = type.__setattr__
    put(made, "__new__", enum.Enum.__new__)  # in the body it would become a static method
    for key, value in members.items():
        member = by_value.get(value)
        if member is None:
            member = by_value[value] = str.__new__(made, value)
            own = member.__dict__
            own["_value_"], own["_name_"], own["__objclass__"], own["_sort_order_"] = value, key, made, len(order)
            order.append(key)
        by_name[key] = member
        put(made, key, member)
    return made


def _are_usual(members: dict[str, Any], body: dict[str, Any]) -> bool:
    """Whether each member is a word under a name of its own, and the class does nothing in another way."""
    taken = _common[1] if _common is not None else set[str]()
    known = body.keys() - _OF_BODIES
    return all(type(one) is str for one in members.values()) and not any(key[0] == "_" or key in taken for key in known)


_KNOWN = {"frozen", "slots", "kw_only", "order"}
_OWN = {
    "__init__", "__repr__", "__eq__", "__hash__", "__setattr__", "__delattr__", "__getstate__", "__setstate__",
    "__lt__", "__le__", "__gt__", "__ge__",
}  # fmt: skip
_RARE = ("ClassVar", "InitVar", "KW_ONLY")
_of_dataclasses = vars(dataclasses)
_FIELD, _replace = _of_dataclasses["_FIELD"], _of_dataclasses.get("_replace")
_set = object.__setattr__
_COPIES: dict[type, Callable[[Any, dict[str, Any]], Any]] = {}
"""How a value of a class is copied with other fields."""


class _Params:
    """How a class was made, as `dataclasses` notes it."""

    init = repr = eq = frozen = match_args = True
    unsafe_hash = weakref_slot = False

    def __init__(self, *, kw_only: bool, slots: bool, order: bool) -> None:
        self.kw_only, self.slots, self.order = kw_only, slots, order


def _described(cls: type, *, slots: bool = False, kw_only: bool = False, order: bool = False) -> Any:
    """The class with its fields noted as `dataclasses` notes them, or None where something about it is rare."""
    told: dict[str, Any] = cls.__annotations__
    fields: dict[str, Any] = {}
    body = cls.__dict__
    if not cls.__doc__ or cls.__bases__ != (object,) or "__slots__" in body:
        return None
    for name, kind in told.items():
        if type(kind) is not str or any(rare in kind for rare in _RARE):
            return None
        one = _field(body.get(name, dataclasses.MISSING))
        if one is None:
            return None
        one.name, one.type = name, kind
        one._field_type = _FIELD  # noqa: SLF001 - told apart from what belongs to the class
        one.kw_only = kw_only if one.kw_only is dataclasses.MISSING else one.kw_only
        fields[name] = one
    if any(isinstance(one, dataclasses.Field) and name not in fields for name, one in body.items()):
        return None
    told_of: dict[str, Any] = {
        "__dataclass_fields__": fields,
        "__dataclass_params__": _Params(kw_only=kw_only, slots=slots, order=order),
        "__match_args__": tuple(name for name, one in fields.items() if one.init and not one.kw_only),
    }
    if _replace is not None:
        told_of["__replace__"] = _replace
    functions, belong_to = _functions(tuple(fields.values()))
    if order:
        functions |= _ordering(tuple(fields.values()))
    made: Any = _with_slots(cls, {**told_of, **functions}, tuple(fields)) if slots else _with_defaults(cls, fields)
    if not slots:
        _put(made, {**told_of, **functions})
    belong_to(made)
    return made


def _put(cls: type, body: dict[str, Any]) -> None:
    for name, one in body.items():
        setattr(cls, name, one)


def _field(given: Any) -> Any:
    """The description of a field by what stands for it in the body of a class; None for what all values would share."""
    if type(given) is dataclasses.Field:
        return given  # pyright: ignore[reportUnknownVariableType] - of what kind nobody asks
    return None if type(given).__hash__ is None else dataclasses.field(default=given)


def _with_slots(cls: type, more: dict[str, Any], names: tuple[str, ...]) -> Any:
    """The class once more, with what else belongs in it: whether it has slots is settled when it is made.

    Put in later each function would have Python look up anew how the class does everything.
    """
    left_out = {*names, "__dict__", "__weakref__"}
    body = {name: one for name, one in cls.__dict__.items() if name not in left_out}
    made = type(cls.__name__, cls.__bases__, {**body, **more, "__slots__": names})
    made.__qualname__ = cls.__qualname__
    return made


def _with_defaults(cls: type, fields: dict[str, Any]) -> Any:
    for name, one in fields.items():
        if one.default is not dataclasses.MISSING:
            setattr(cls, name, one.default)
        elif name in cls.__dict__:
            delattr(cls, name)
    return cls


def _made(cls: Any) -> Any:
    functions, belong_to = _functions(dataclasses.fields(cls))
    _put(cls, functions)
    cls.__dataclass_params__.frozen = cls.__dataclass_params__.eq = True
    belong_to(cls)
    return cls


def _functions(fields: tuple[dataclasses.Field[Any], ...]) -> tuple[dict[str, Any], Callable[[type], None]]:
    """What a class of values does, and how these functions learn whose they are."""
    cls: Any = None
    made = 0

    def first(self: Any, *given: Any, **named: Any) -> None:
        nonlocal made
        made += 1
        # What was called wrongly is told by the function that is written.
        if made > _FIRST or not _filled(self, fields, given, named):
            cls.__init__ = _init(cls, fields)
            cls.__init__(self, *given, **named)

    names = tuple(field.name for field in fields)
    compared = _getter([field.name for field in fields if field.compare])
    hashed = _getter([field.name for field in fields if (field.compare if field.hash is None else field.hash)])

    def same(self: Any, other: object) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return compared(self) == compared(other)

    def hash_(self: Any) -> int:
        return hash(hashed(self))

    def told(self: Any) -> str:
        words = ", ".join(f"{field.name}={getattr(self, field.name)!r}" for field in fields if field.repr)
        return f"{self.__class__.__qualname__}({words})"

    def keep(self: Any, name: str, to: Any) -> None:
        if type(self) is cls or name in names:
            raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")
        _set(self, name, to)

    def drop(self: Any, name: str) -> None:
        if type(self) is cls or name in names:
            raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")
        object.__delattr__(self, name)

    def state(self: Any) -> list[Any]:
        return [getattr(self, name) for name in names]

    def restore(self: Any, kept: list[Any]) -> None:
        for name, one in zip(names, kept, strict=True):
            _set(self, name, one)

    def belong_to(known: Any) -> None:
        nonlocal cls
        cls = known
        if all(field.init for field in fields) and not hasattr(cls, "__post_init__"):
            _COPIES[cls] = _Copy(cls, fields)

    body = {
        "__init__": first,
        "__eq__": same,
        "__hash__": hash_,
        "__repr__": told,
        "__setattr__": keep,
        "__delattr__": drop,
        "__getstate__": state,
        "__setstate__": restore,
    }
    return body, belong_to


def _ordering(fields: tuple[dataclasses.Field[Any], ...]) -> dict[str, Any]:
    """Values of one class stand in the order of their fields."""
    compared = _getter([field.name for field in fields if field.compare])

    def before(self: Any, other: object) -> bool:
        return compared(self) < compared(other) if other.__class__ is self.__class__ else NotImplemented

    def not_after(self: Any, other: object) -> bool:
        return compared(self) <= compared(other) if other.__class__ is self.__class__ else NotImplemented

    def after(self: Any, other: object) -> bool:
        return compared(self) > compared(other) if other.__class__ is self.__class__ else NotImplemented

    def not_before(self: Any, other: object) -> bool:
        return compared(self) >= compared(other) if other.__class__ is self.__class__ else NotImplemented

    return {"__lt__": before, "__le__": not_after, "__gt__": after, "__ge__": not_before}


class _Copy:
    """Copies values of one class; how is written when the first is copied, since most classes never need it."""

    def __init__(self, cls: type, fields: tuple[dataclasses.Field[Any], ...]) -> None:
        self._cls = cls
        self._names = tuple(field.name for field in fields)

    def __call__(self, value: Any, fields: dict[str, Any]) -> Any:
        cls, names = self._cls, self._names
        twin = _twin(cls, names)
        known: dict[str, Any] = {"_make": object.__new__, "_cls": cls, "_set": _set, "_names": frozenset(names)}
        known["_twin"] = twin or cls
        lines = ["def copy(value, fields):", " new = _make(_twin)"]
        lines += [f" new.{name} = value.{name}" if twin else f" _set(new, {name!r}, value.{name})" for name in names]
        lines.append(" for name, one in fields.items():")
        lines.append("  if name not in _names: raise TypeError(f'{_cls.__name__} has no {name}')")
        lines.append("  _set(new, name, one)")
        if twin:
            lines.append(" new.__class__ = _cls")
        exec("\n".join([*lines, " return new"]), known)  # noqa: S102 - as below
        _COPIES[cls] = copy = known["copy"]
        return copy(value, fields)


_FEW = 3
"""Of so many fields nothing is gained."""


def _twin(cls: Any, names: tuple[str, ...]) -> Any:
    """A class with the same slots that lets itself be written to, None where there is none.

    A value is filled as one of it and is one of its own class when it is done: a field of a frozen class is kept by a
    call, and one of this class by the interpreter itself, in a tenth of the time.
    """
    if len(names) <= _FEW or cls.__dict__.get("__slots__") != names:
        return None
    twin = type(cls.__name__, (object,), {"__slots__": names})
    try:
        object.__new__(twin).__class__ = cls
    except TypeError:
        # What else the class inherits lies otherwise in memory.
        return None
    return twin


_FIRST = 20
"""So many values are filled field by field in less time than it takes to compile what fills them."""


def _filled(
    self: Any, fields: tuple[dataclasses.Field[Any], ...], given: tuple[Any, ...], named: dict[str, Any]
) -> bool:
    """Fill a new value as the function does that `_init` writes; False where it was called wrongly."""
    values = dict(zip([field.name for field in fields if field.init and not field.kw_only], given, strict=False))
    if len(values) < len(given):
        return False
    taken = 0
    for field in fields:
        name = field.name
        if field.init and name in values:
            if name in named:
                return False
            value = values[name]
        elif field.init and name in named:
            taken += 1
            value = named[name]
        elif field.default is not dataclasses.MISSING:
            value = field.default
        elif field.default_factory is not dataclasses.MISSING:
            value = field.default_factory()
        elif field.init:
            return False
        else:
            continue
        _set(self, name, value)
    if taken < len(named):
        return False
    if hasattr(self, "__post_init__"):
        self.__post_init__()
    return True


def _nothing(_self: object) -> tuple[()]:
    return ()


def _getter(names: list[str]) -> Any:
    return attrgetter(*names) if names else _nothing


def _init(cls: Any, fields: tuple[dataclasses.Field[Any], ...]) -> Any:
    """The one function that is written: it takes the fields by their names and keeps them."""
    known: dict[str, Any] = {"_set": _set, "_absent": dataclasses.MISSING}
    taken: list[str] = []
    named: list[str] = []
    kept: list[tuple[str, str]] = []
    for field in fields:
        name = field.name
        given = name
        words = name
        if field.default_factory is not dataclasses.MISSING:
            known[f"_make_{name}"] = field.default_factory
            given = f"_make_{name}() if {name} is _absent else {name}" if field.init else f"_make_{name}()"
            words = f"{name}=_absent"
        elif field.default is not dataclasses.MISSING:
            known[f"_default_{name}"] = field.default
            given = name if field.init else f"_default_{name}"
            words = f"{name}=_default_{name}"
        elif not field.init:
            continue
        if field.init:
            (named if field.kw_only else taken).append(words)
        kept.append((name, given))
    lines = [f" _set(self, {name!r}, {given})" for name, given in kept]
    twin = _twin(cls, tuple(field.name for field in fields))
    if twin is not None:
        known["_cls"], known["_twin"] = cls, twin
        # One of a class that inherits from this one has room for more, and is filled the other way.
        lines = [
            " if self.__class__ is _cls:",
            "  _set(self, '__class__', _twin)",
            *(f"  self.{name} = {given}" for name, given in kept),
            "  self.__class__ = _cls",
            " else:",
            *(f" {line}" for line in lines),
        ]
    if hasattr(cls, "__post_init__"):
        lines.append(" self.__post_init__()")
    parameters = ", ".join(["self", *taken, *(["*", *named] if named else [])])
    source = "\n".join([f"def __init__({parameters}):", *(lines or [" pass"])])
    exec(source, known)  # noqa: S102 - its words are the names of fields in our own source
    return known["__init__"]
