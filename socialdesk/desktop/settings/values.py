"""Gives what was set, or what is so without: kept in the desk file as text; tells whoever listens what changed."""

from __future__ import annotations

import logging
from functools import cached_property

from PySide6.QtCore import QObject, Signal

from socialdesk.desktop.settings.acting import acting_settings
from socialdesk.desktop.settings.appearance import appearance_settings
from socialdesk.desktop.settings.setting import Setting
from socialdesk.store.desk import Desk

log = logging.getLogger(__name__)


class Settings(QObject):
    """The values. A key nobody declared raises KeyError; a kept value that cannot be read counts as not set."""

    changed = Signal(str)
    """The key of what has another value now."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk

    @cached_property
    def declared(self) -> dict[str, Setting]:
        """Every setting by key; words are those of the language when it was first asked for."""
        from socialdesk.desktop.settings.registry import all_settings  # after the first frame

        return {one.key: one for one in all_settings()}

    @cached_property
    def _first(self) -> dict[str, Setting]:
        """Those that a first frame asks for: how it looks, and what its queue folds."""
        return {one.key: one for one in (*appearance_settings(), *acting_settings())}

    def _declared(self, key: str) -> Setting:
        return self._first.get(key) or self.declared[key]

    def get(self, key: str) -> str:
        """A value as text."""
        setting = self._declared(key)
        kept = self._desk.state(key)
        if kept is None:
            return setting.default
        if setting.problem(kept):
            log.info("the setting %s holds what it cannot mean; its default counts", key)
            return setting.default
        return kept

    def flag(self, key: str) -> bool:
        """The value of a setting that is on or off."""
        return self.get(key) == "1"

    def number(self, key: str) -> int:
        """The value of a setting that is a whole number, in the unit the setting names."""
        return int(self.get(key))  # what is kept was checked when it was read

    def is_set(self, key: str) -> bool:
        """Whether a value is another than without being set."""
        return self.get(key) != self._declared(key).default

    def put(self, key: str, value: str) -> str:
        """Keep a value and tell; gives a sentence and keeps what was, where it cannot be taken."""
        setting = self.declared[key]
        problem = setting.problem(value)
        if not problem and value != self.get(key):
            self._desk.set_state(key, value)
            self.changed.emit(key)
        return problem

    def reset(self, key: str) -> None:
        """As if it had never been set."""
        self.put(key, self.declared[key].default)
