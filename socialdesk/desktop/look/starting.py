"""Takes out of a start what does nothing for the first frame; knows nothing of what is shown."""

from __future__ import annotations

import builtins
import gc
import sys
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from importlib import import_module
from threading import RLock
from typing import Any

from socialdesk.desktop.look.quick_enums import make_enums_quickly
from socialdesk.support.kept_code import use_kept_code
from socialdesk.support.unread import leave_unread, reading_unread

_PLAIN_IMPORT = "__orig_import__"
_LOOKS = "_mod_uses_pyside"
_OF_PYSIDE = "shibokensupport/"
_OF_SIGNATURES = f"{_OF_PYSIDE}signature/"
_MAPPING = f"{_OF_SIGNATURES}mapping.py"
_LATER = {
    f"{_OF_SIGNATURES}{name}.py"
    for name in ("errorhandler", "layout", "mapping", "parser", "lib/enum_sig", "lib/pyi_generator", "lib/tool")
}
_STANDS_FOR = f"""
def __getattr__(name):
    from {__name__} import made_up_for
    return made_up_for(globals(), __file__, name)
"""
_STANDS_FOR_MAPPING = f"""
{_STANDS_FOR}
def update_mapping():
    from {__name__} import read_mapping
    read_mapping()["update_mapping"]()
"""
"""PySide takes this one function at its start and keeps it; it calls it with the first call that is wrong."""
_FEATURE = f"{_OF_PYSIDE}feature.py"
_LOOKS_INTO_NOTHING = f"""
from {__name__} import may_use_it as {_LOOKS}
""".encode()
"""What is put below it: the first module it would look into comes before `leave_sources_unread` can tell it not to."""
_unread: dict[str, str | bytes] = {}
_reading = RLock()


def load_qt() -> None:
    """Load Qt, and leave for later what PySide needs to tell what is wrong with a call.

    It brings two and a half thousand lines of Python in an archive and compiles them at every start, a third of what
    loading Qt takes. They are asked only when a function of Qt was called with arguments it does not take, or when
    somebody looks at its signature, and are compiled then. Where another version of PySide brings them in another
    way, or Qt is loaded already, this changes nothing.
    """
    kept = use_kept_code()
    make_enums_quickly()  # before Qt: the languages and countries it knows are made as it is loaded
    leave_unread()
    plain: Any = builtins.compile

    def put_off(source: Any, filename: Any, *rest: Any, **options: Any) -> Any:
        if filename in _LATER:
            _unread[filename] = source
            source = _STANDS_FOR_MAPPING if filename == _MAPPING else _STANDS_FOR
        elif filename == _FEATURE and isinstance(source, bytes):
            source += _LOOKS_INTO_NOTHING
        if isinstance(source, str | bytes) and str(filename).startswith(_OF_PYSIDE) and rest == ("exec",):
            return kept.compiled(filename, source, lambda: plain(source, filename, *rest, **options))
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


def read_mapping() -> dict[str, Any]:
    """The names of PySide's module of types, whose source is read now where it was put off."""
    names = vars(sys.modules["shibokensupport.signature.mapping"])
    with _reading:
        source = _unread.pop(_MAPPING, None)
        if source is not None:
            exec(compile(source, _MAPPING, "exec", dont_inherit=True), names)  # noqa: S102 - what PySide would have run
            names.pop("__getattr__", None)
    return names


def reading_what_was_put_off() -> Iterator[None]:
    """Read what is likely to be used before long, a module at each step, so that nobody waits for it later."""
    yield from reading_unread()
    if _MAPPING in _unread:
        read_mapping()
        yield


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
        vars(feature)[_LOOKS] = may_use_it


def may_use_it(_module: object) -> bool:
    """Whether a module may use Qt: what PySide is told of each."""
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
        gc.freeze()
        if was_on:
            gc.enable()
