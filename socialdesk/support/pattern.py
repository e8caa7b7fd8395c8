"""Gives patterns of the `regex` library that are compiled when they are first used, so that a start need not wait."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from regex import Pattern


class _Later:
    """Stands for a compiled pattern, and becomes one."""

    def __init__(self, text: str) -> None:
        self._text = text

    def __getattr__(self, name: str) -> Any:
        import regex

        method = getattr(regex.compile(self._text), name)
        setattr(self, name, method)  # from now on it is found at once
        return method


def pattern(text: str) -> Pattern[str]:
    """The pattern of `text`; flags stand in it, as in `(?i)`. What is wrong with it shows at its first use."""
    return cast("Pattern[str]", _Later(text))
