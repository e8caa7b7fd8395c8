"""Gives the keys in force of any act, for whatever shows them; tells when they are others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from socialdesk.desktop.actions.registry import Registry


class Told(QObject):
    """What is told about keys."""

    changed = Signal()


class _State:
    registry: Registry | None = None
    told: Told | None = None


def told() -> Told:
    """The one signal of the program that tells when other keys are in force; made when first asked for."""
    if _State.told is None:
        _State.told = Told()
    return _State.told


def use(registry: Registry) -> None:
    """Take the keys of this registry, now and each time it is told anew."""
    _State.registry = registry
    told().changed.emit()


def registry() -> Registry:
    """The acts with the keys in force."""
    if _State.registry is None:
        from socialdesk.desktop.actions.acts import all_acts

        _State.registry = all_acts()
    return _State.registry


def caps_of(act: str, until: tuple[str, ...] | None = None) -> tuple[str, ...]:
    """The key caps of an act; nothing where it has no key. `until` is for the first frame, which loads no acts."""
    if until is not None and _State.registry is None:
        return until
    return registry()[act].shown_keys


def named(words: str, act: str) -> str:
    """Words with the keys of an act behind them, as a tooltip shows them."""
    keys = registry()[act].shown_text if _State.registry is not None else ""
    return f"{words}  {keys}" if keys else words
