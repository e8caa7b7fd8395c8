"""What is drawn: each module here names its scenes in `SCENES`, as what is done in a fresh window beforehand."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from importlib import import_module

from socialdesk.desktop.shell.window import Window

Scene = Callable[[Window], None]


def all_scenes() -> dict[str, Scene]:
    """Every scene by its name. Raises ValueError when two modules use one name."""
    found: dict[str, Scene] = {}
    for module in pkgutil.iter_modules(__path__):
        scenes: dict[str, Scene] = import_module(f"{__name__}.{module.name}").SCENES
        if twice := found.keys() & scenes.keys():
            raise ValueError(f"{module.name} names a scene that another module has: {', '.join(sorted(twice))}")
        found |= scenes
    return found
