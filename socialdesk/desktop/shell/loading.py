"""Loads modules one at a time, each after those it needs, so that a program can listen in between.

An `import` runs through everything below it at once: a place of the window brings forty modules along, fifty
milliseconds. What a module needs is read from its compiled code before it is run. What is not ours cannot be parted so
(asyncio alone is thirty modules that need one another) and is loaded beside the window.
"""

from __future__ import annotations

import dis
import sys
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from importlib.util import find_spec
from threading import Thread
from types import CodeType
from typing import Any

from socialdesk.desktop.bridge.beside import take_short_turns

_OURS = "socialdesk."
_UNLESS = "TYPE_CHECKING"
_OTHERS = (
    "asyncio", "qasync", "csv", "email.charset", "email.message", "importlib.metadata", "tomllib", "zoneinfo",
    "xml.etree.ElementTree", "concurrent.futures.thread", "regex",
)  # fmt: skip
"""What modules of ours bring along from elsewhere and takes more than a millisecond."""
_LOOK_S = 0.001


def loading_others() -> Iterator[None]:
    """Load what is not ours on a thread of its own; it is there when this is over."""
    names = [name for name in _OTHERS if name not in sys.modules]
    if names:
        take_short_turns()
        thread = Thread(target=_load, args=(names,), name="loading")
        thread.start()
        while thread.is_alive():
            thread.join(_LOOK_S)
            yield


def _load(names: Iterable[str]) -> None:
    for name in names:
        import_module(name)


def needed_by(*functions: Callable[..., Any]) -> list[str]:
    """The modules of ours that functions import when they run, in their order."""
    return list(dict.fromkeys(name for one in functions for name in _names(one.__code__)))


def loading(names: Iterable[str]) -> Iterator[None]:
    """Load these modules of ours and all they need, one at each step."""
    seen: set[str] = set()
    waiting = [iter(names)]
    above: list[str] = []
    while waiting:
        name = next(waiting[-1], "")
        if name and name not in seen and name not in sys.modules:
            seen.add(name)
            above.append(name)
            waiting.append(iter(_needs(name)))
        elif not name:
            waiting.pop()
            if above and above[-1] not in sys.modules:
                import_module(above[-1])
                yield
            if above:
                above.pop()


def _needs(name: str) -> list[str]:
    spec = find_spec(name)
    get_code = getattr(spec.loader, "get_code", None) if spec is not None else None
    code: CodeType | None = get_code(name) if get_code is not None else None
    return [] if code is None else list(_with_members(code))


def _with_members(code: CodeType) -> Iterator[str]:
    """What a module needs; `from folder import module` names the folder, and beside it what is taken from there."""
    for name in _names(code):
        spec = find_spec(name)
        if spec is not None and spec.submodule_search_locations:
            # Asked of the import system and not of the disk: a program of one folder has its modules in an archive.
            beside = (f"{name}.{one}" for one in _taken_from(code, name))
            yield from (one for one in beside if find_spec(one) is not None)
        yield name


def _taken_from(code: CodeType, folder: str) -> Iterator[str]:
    constant: object = None
    for one in dis.get_instructions(code):
        if one.opname == "LOAD_CONST":
            constant = one.argval
        elif one.opname == "IMPORT_NAME" and one.argval == folder and isinstance(constant, tuple):
            yield from constant


def _names(code: CodeType) -> list[str]:
    if _UNLESS not in code.co_names:
        return [name for name in code.co_names if name.startswith(_OURS)]
    found: list[str] = []
    until = -1
    asked = False
    for one in dis.get_instructions(code):
        if one.offset < until:
            continue  # for type checkers alone
        if asked and "JUMP" in one.opname:
            until = int(one.argval)
        asked = one.opname.startswith("LOAD_") and one.argval == _UNLESS
        if one.opname == "IMPORT_NAME" and str(one.argval).startswith(_OURS):
            found.append(str(one.argval))
    return found
