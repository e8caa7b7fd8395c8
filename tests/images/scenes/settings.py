"""The page of settings."""

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


SCENES = {f"settings-{section.value}": _at(section) for section in Section} | {"settings-search": _searched}
