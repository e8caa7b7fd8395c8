"""The keys in a window: which are in force, what is shown of them, and the menu bar that shows them too."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from socialdesk.desktop.actions import force
from socialdesk.desktop.actions.groups import Group
from socialdesk.desktop.actions.keys import Keys
from socialdesk.desktop.actions.registry import Action, Facts, Registry
from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.places.composer.place import Composer
from socialdesk.desktop.places.keysheet.sheet import KeySheet
from socialdesk.desktop.places.settings.keys_part import keymap_of
from socialdesk.desktop.shell.menu_bar import MenuBar
from socialdesk.desktop.widgets.buttons import Button, IconButton
from socialdesk.desktop.widgets.chord_hint import ChordHint
from socialdesk.desktop.widgets.key_hints import KeyHints
from socialdesk.desktop.widgets.keycap import ACT, KeyCaps


class Host(Protocol):
    """What the keys need of their window."""

    bridge: Bridge
    registry: Registry
    keys: Keys
    composer: Composer

    def facts(self) -> Facts:
        """What is so at this moment."""
        ...

    def run(self, action: Action) -> None:
        """Run an act if it can be done now."""
        ...


class KeySide(QObject):
    """One for each window."""

    def __init__(self, window: Host) -> None:
        assert isinstance(window, QWidget)
        super().__init__(window)
        self._window: Host = window
        self.sheet = KeySheet(window)
        self.hint = ChordHint(window)
        self.hints = KeyHints(window, force.caps_of)
        self._take_keys()
        self.menu_bar = MenuBar(window, lambda: self._window.registry, window.facts, window.run)
        layout = window.layout()
        assert layout is not None
        layout.setMenuBar(self.menu_bar)
        self.menu_bar.show_always(is_on=window.bridge.settings.flag("menu.always"))
        window.keys.waiting.connect(self._on_waiting)
        window.keys.held.connect(self._on_held)
        window.keys.menu_asked.connect(self.menu_bar.ask)
        window.bridge.settings.changed.connect(self._on_changed)

    def show_sheet(self) -> None:
        """Show the sheet of keys, what belongs to this place first."""
        facts = self._window.facts()
        first = Group.LIBRARY if facts.is_library else Group.EVERYWHERE if facts.is_settings else Group.THREAD
        if self._window.composer.editor.hasFocus():
            first = Group.COMPOSER
        self.sheet.open_for(list(self._window.registry), first)

    def _take_keys(self) -> None:
        registry = self._window.registry
        registry.rekey(keymap_of(self._window.bridge.settings).all(registry.declared))
        force.use(registry)
        assert isinstance(self._window, QWidget)
        for kind in (KeyCaps, Button):
            for shown in self._window.findChildren(kind):
                if act := shown.property(ACT):
                    shown.show_keys(force.caps_of(act))
        for sign in self._window.findChildren(IconButton):
            if act := sign.property(ACT):
                sign.tell_keys(registry[act].shown_text)

    def _on_changed(self, key: str) -> None:
        if key.startswith("keys."):
            self._take_keys()
        elif key == "menu.always":
            self.menu_bar.show_always(is_on=self._window.bridge.settings.flag("menu.always"))

    def _on_waiting(self, is_waiting: bool) -> None:
        if is_waiting:
            found = self._window.registry.chords
            self.hint.show_choices("G", [(letter, act.words) for letter, act in found.items()])
        else:
            self.hint.hide()

    def _on_held(self, is_held: bool) -> None:
        if is_held:
            self.hints.show_keys()
        else:
            self.hints.hide()
