"""The compiled modules of a first frame in one file beside Python's own: a start opens it instead of 140 others.

Python looks for each module in its folder, opens what it compiled of it, and asks when the source was changed: ten
calls of the system a module. Here one call a module is left, which asks for the same. Where anything is missing, or
changed since, Python does what it always does, and the file is written anew after the frame.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import cache_from_source, spec_from_file_location
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

_OURS = "socialdesk."
_MOST = 250
"""A start that loaded more did more than show a window, such as making a workspace; it is no measure for the next."""
_ROOT = str(Path(__file__).parent.parent.parent)


class _Loader(SourceFileLoader):
    """Loads a module as from its own file, but for where its code comes from."""

    def __init__(self, name: str, path: str, code: bytes) -> None:
        super().__init__(name, path)
        self._code = code

    def get_code(self, fullname: str) -> CodeType | None:
        try:
            # It lies where Python's own compiled modules lie, and is trusted as far.
            code = marshal.loads(self._code)  # noqa: S302 - see above
        except (EOFError, ValueError, TypeError):
            code = None
        return code if isinstance(code, CodeType) else super().get_code(fullname)


class KeptCode:
    """What one file holds. A finder for Python's import system while a start lasts."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file or _file()
        self._modules: dict[str, tuple[str, int, int, bool, bytes]] = {}
        self._texts: dict[str, tuple[str | bytes, bytes]] = {}
        self._is_stale = False
        try:
            with self._file.open("rb") as kept:
                found: Any = marshal.load(kept)  # noqa: S302 - as above
        except (OSError, EOFError, ValueError, TypeError):
            return
        match found:
            case (dict(), dict()):
                self._modules, self._texts = found
            case _:
                pass

    def find_spec(self, name: str, _path: Sequence[str] | None, _target: ModuleType | None = None) -> ModuleSpec | None:
        """Where a module is; None for one that is not kept as its source is now."""
        if not name.startswith(_OURS):
            return None
        try:
            source, changed, size, is_folder, code = self._modules[name]
            now = os.stat(source)  # noqa: PTH116 - asked for each module of a start
        except (KeyError, OSError, ValueError, TypeError):
            self._is_stale = True
            return None
        if (int(now.st_mtime), now.st_size) != (changed, size) or source != _source(name, is_folder=is_folder):
            self._is_stale = True
            return None
        within = [source.rpartition(os.sep)[0]] if is_folder else None
        return spec_from_file_location(
            name, source, loader=_Loader(name, source, code), submodule_search_locations=within
        )

    def compiled(self, name: str, source: str | bytes, make: Callable[[], CodeType]) -> CodeType:
        """The code of a text that lies in no file of its own; it is made where it is not kept as it is now."""
        try:
            kept, code = self._texts[name]
            if kept == source:
                found = marshal.loads(code)  # noqa: S302 - as above
                if isinstance(found, CodeType):
                    return found
        except (KeyError, EOFError, ValueError, TypeError):
            pass
        made = make()
        self._texts[name] = (source, marshal.dumps(made))
        self._is_stale = True
        return made

    def leave(self) -> None:
        """The start is over: modules are found as always."""
        if self in sys.meta_path:
            sys.meta_path.remove(self)

    def keep(self, names: Iterable[str]) -> None:
        """Write the file for the next start, where this one found anything missing in it or other than it is.

        What other starts loaded stays in it, as far as there is room.
        """
        names = list(names)
        if len(names) > _MOST:
            return
        fresh = {name: one for name in names if (one := _kept(sys.modules[name])) is not None} if self._is_stale else {}
        modules, self._modules = {**self._modules, **fresh}, {}
        modules = modules if len(modules) <= _MOST else fresh
        texts, self._texts = self._texts, {}
        if not fresh or sys.dont_write_bytecode:
            return
        beside = self._file.with_suffix(f".{os.getpid()}")
        try:
            with beside.open("wb") as kept:
                marshal.dump((modules, texts), kept)
            beside.replace(self._file)
        except OSError:
            return  # a folder that nobody may write to: Python's own files are not written there either


_in_use: list[KeptCode] = []


def use_kept_code() -> KeptCode:
    """Load our modules from the one file from now on, until the first frame is there."""
    if not _in_use:
        _in_use.append(KeptCode())
        sys.meta_path.insert(0, _in_use[0])
    return _in_use[0]


def leave_kept_code() -> Callable[[], None]:
    """The first frame is there. What is given writes the file for the next start, where that needs to be done."""
    kept = _in_use[0] if _in_use else KeptCode()
    kept.leave()
    names = [name for name in sys.modules if name.startswith(_OURS)]
    return lambda: kept.keep(names)


def _source(name: str, *, is_folder: bool) -> str:
    """Where a module of this installation lies: a file that was copied with another one tells of that."""
    place = f"{_ROOT}{os.sep}{name.replace('.', os.sep)}"
    return f"{place}{os.sep}__init__.py" if is_folder else f"{place}.py"


def _file() -> Path:
    ours = Path(cache_from_source(__file__))
    return ours.with_name(ours.name.replace("kept_code.", "first_frame.")).with_suffix(".kept")


def _kept(module: ModuleType) -> tuple[str, int, int, bool, bytes] | None:
    """What is kept of a module; None for one that is not of a source file, as in a program of one folder."""
    spec = module.__spec__
    loader = spec.loader if spec is not None else None
    if spec is None or spec.origin is None or not isinstance(loader, SourceFileLoader):
        return None
    now = Path(spec.origin).stat()
    code = SourceFileLoader(spec.name, spec.origin).get_code(spec.name)
    is_folder = spec.submodule_search_locations is not None
    return spec.origin, int(now.st_mtime), now.st_size, is_folder, marshal.dumps(code)
