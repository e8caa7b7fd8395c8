"""Finds the files that ship with the program: fonts, tokens, the demo workspace; knows none of their contents."""

from __future__ import annotations

import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def resource(*parts: str) -> Path:
    """The path of a shipped file or folder.

    An installed wheel and a frozen build carry them inside the package as `_resources`; a checkout has them beside it.
    Raises FileNotFoundError, which means that the installation is damaged.
    """
    frozen = getattr(sys, "_MEIPASS", None)
    homes = [_PACKAGE / "_resources", _PACKAGE.parent / "resources", *([Path(frozen) / "resources"] if frozen else [])]
    for home in homes:
        path = home.joinpath(*parts)
        if path.exists():
            return path
    raise FileNotFoundError(f"SocialDesk's own file {'/'.join(parts)} is missing; install it again.")
