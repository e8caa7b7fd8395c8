"""The page of saved replies."""

from __future__ import annotations

from PySide6.QtTest import QTest

from socialdesk.desktop.shell.window import Window


def _library(window: Window) -> None:
    window.hands.show_library()
    window.library.tree.choose("Delivery")


def _library_new(window: Window) -> None:
    window.hands.new_saved_reply()
    QTest.keyClicks(window.library.editor.title, "Late parcel")
    window.library.editor.body.setFocus()
    QTest.keyClicks(window.library.editor.body, "Hello {first name}, it comes on {day: date}. {oops")
    window.hands.save_saved_reply()


SCENES = {"library": _library, "library-new": _library_new}
