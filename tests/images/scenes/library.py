"""The page of saved replies."""

from __future__ import annotations

from dataclasses import replace

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
    window.hands.library.save()


def _library_clash(window: Window) -> None:
    window.hands.show_library()
    page = window.library
    page.tree.choose("Delivery")
    mine = page.editor.reply()
    assert mine is not None
    (language, body), *rest = mine.bodies
    theirs = replace(mine, title=f"{mine.title} today", bodies=((language, body.replace(". ", ", ", 1)), *rest))
    page.clash.show_both(mine, theirs, "Noah Keller", window.bridge.channels)
    page.right.setCurrentWidget(page.clash)


SCENES = {"library": _library, "library-clash": _library_clash, "library-new": _library_new}
