"""Stands for modules of Python that others import and no start uses; each is read when something of it is asked for."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib.util import find_spec, module_from_spec
from threading import RLock
from types import ModuleType
from typing import Any

_UNREAD = {"inspect": "", "tempfile": "", "shutil": "", "bz2": "_bz2", "lzma": "_lzma"}
"""With what these import it is a dozen modules.

Beside a name what not every Python has: where it is missing the module says so as it is imported, and must then.
"""
_being_read: set[ModuleType] = set()
_reading = RLock()


class _Unread(ModuleType):
    """A module that is read when something of it is asked for."""

    def __getattr__(self, name: str) -> Any:
        with _reading:  # whoever asks meanwhile waits until it is read whole
            spec = self.__spec__
            if type(self) is _Unread and spec is not None and spec.loader is not None:
                if self in _being_read:  # by what it imports, which imports it
                    raise AttributeError(name)
                _being_read.add(self)
                try:
                    spec.loader.exec_module(self)
                finally:
                    _being_read.discard(self)
                self.__class__ = ModuleType  # pyright: ignore[reportAttributeAccessIssue] - no different inside
        return getattr(self, name)


def leave_unread() -> None:
    """Stand for them from now on, those that are loaded already excepted."""
    for name, needed in _UNREAD.items():
        if name not in sys.modules and (not needed or find_spec(needed) is not None):
            spec = find_spec(name)
            if spec is not None:
                module = module_from_spec(spec)
                module.__class__ = _Unread
                sys.modules[name] = module


def reading_unread() -> Iterator[None]:
    """Read them after all, one at each step, so that nobody waits for one later."""
    for name in _UNREAD:
        getattr(sys.modules.get(name), "anything", None)
        yield
