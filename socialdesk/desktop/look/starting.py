"""Takes out of a start what does nothing for the first frame; knows nothing of what is shown."""

from __future__ import annotations

import builtins
import gc
import sys
from collections.abc import Generator
from contextlib import contextmanager

_PLAIN_IMPORT = "__orig_import__"
_LOOKS = "_mod_uses_pyside"


def leave_sources_unread() -> None:
    """Keep PySide from reading the source of each module that is imported after this.

    It looks there for `from __feature__ import …`, which would ask for other names of Qt's functions; nothing here
    does. It costs a quarter of a millisecond a module, the memory of all sources, and four microseconds each time an
    `import` is met. Where another version of PySide looks in another way, this does nothing.
    """
    plain = vars(builtins).get(_PLAIN_IMPORT)
    if plain is not None:
        builtins.__import__ = plain
    feature = sys.modules.get("shibokensupport.feature")
    if feature is not None and hasattr(feature, _LOOKS):
        vars(feature)[_LOOKS] = _may_use_it


def _may_use_it(_module: object) -> bool:
    return True


@contextmanager
def without_collecting() -> Generator[None]:
    """Look for no garbage meanwhile: what a start makes stays, and going through it again and again finds nothing."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
