"""The page of settings, the sheet of keys, what follows G, keys on buttons, the menus."""

from __future__ import annotations

from PySide6.QtTest import QTest

from socialdesk.desktop.settings.setting import Section
from socialdesk.desktop.shell.window import Window
from tests.images.scenes import Scene


def _at(section: Section) -> Scene:
    return lambda window: window.settings.show(section)


def _searched(window: Window) -> None:
    window.settings.show()
    window.settings.page.start_search()
    QTest.keyClicks(window.settings.page.search_field, "system")


def _menus(window: Window) -> None:
    window.key_side.menu_bar.show_always(is_on=True)


SCENES: dict[str, Scene] = {f"settings-{section.value}": _at(section) for section in Section} | {
    "settings-search": _searched,
    "key-sheet": lambda window: window.key_side.show_sheet(),
    "chord-hint": lambda window: window.keys.waiting.emit(True),
    "key-hints": lambda window: window.keys.held.emit(True),
    "menu-bar": _menus,
}
