"""Takes out of a start what does nothing for the first frame; knows nothing of what is shown."""

from __future__ import annotations

import builtins
import gc
import sys
from collections.abc import Generator
from contextlib import contextmanager
from importlib import import_module
from threading import RLock
from typing import Any

_PLAIN_IMPORT = "__orig_import__"
_LOOKS = "_mod_uses_pyside"
_OF_SIGNATURES = "shibokensupport/signature/"
_LATER = {
    f"{_OF_SIGNATURES}{name}.py"
    for name in ("errorhandler", "layout", "parser", "lib/enum_sig", "lib/pyi_generator", "lib/tool")
}
_STANDS_FOR = f"""
def __getattr__(name):
    from {__name__} import made_up_for
    return made_up_for(globals(), __file__, name)
"""
_unread: dict[str, str | bytes] = {}
_reading = RLock()


def load_qt() -> None:
    """Load Qt, and leave for later what PySide needs to tell what is wrong with a call.

    It brings two and a half thousand lines of Python in an archive and compiles them at every start, a third of what
    loading Qt takes. They are asked only when a function of Qt was called with arguments it does not take, or when
    somebody looks at its signature, and are compiled then. Where another version of PySide brings them in another
    way, or Qt is loaded already, this changes nothing.
    """
    plain: Any = builtins.compile

    def put_off(source: Any, filename: Any, *rest: Any, **options: Any) -> Any:
        if filename in _LATER:
            _unread[filename] = source
            source = _STANDS_FOR
        return plain(source, filename, *rest, **options)

    builtins.compile = put_off
    try:
        with without_collecting():
            import_module("PySide6.QtCore")
    finally:
        builtins.compile = plain
    leave_sources_unread()


def made_up_for(module: dict[str, Any], file: str, name: str) -> Any:
    """What a module that was put off calls so. Raises AttributeError where it has nothing of that name."""
    if not name.startswith("__"):
        with _reading:
            source = _unread.pop(file, None)
            if source is not None:
                exec(compile(source, file, "exec", dont_inherit=True), module)  # noqa: S102 - what PySide would have run
                del module["__getattr__"]
            if name in module:
                return module[name]
    raise AttributeError(name)


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
    """Look for no garbage meanwhile, nor afterwards in what was made: what a start makes stays.

    Going through it again and again finds nothing, and the first look after it would go through all of it.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.freeze()
            gc.enable()
