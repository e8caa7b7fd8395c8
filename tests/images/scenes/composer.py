"""The composer: too long a text and its parts, pictures, an hour, a second glance."""

from __future__ import annotations

import io

from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from socialdesk.desktop.bridge.outgoing import Wish
from socialdesk.desktop.bridge.picture_work import prepared
from socialdesk.desktop.shell.window import Window
from socialdesk.model.identifiers import ThreadId
from socialdesk.model.message import Direction
from tests.waiting import wait_for

_LONG = "Your parcel left Lille this morning and comes on Friday before noon. " * 20


def _too_long(window: Window) -> None:
    window.hands.answer()
    window.composer.editor.insertPlainText(_LONG)


def _split(window: Window) -> None:
    _too_long(window)
    window.composer.split_preview.numbers.setChecked(True)
    QTest.keyClick(window.composer.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def _pictures(window: Window) -> None:
    window.hands.answer()
    QTest.keyClicks(window.composer.editor, "This is how the seam looks once it is mended.")
    for number, colour in enumerate(("orange", "teal", "navy")):
        written = io.BytesIO()
        Image.new("RGB", (300, 200 + 60 * number), colour).save(written, "PNG")
        made = prepared(written.getvalue())
        window.bridge.desk.keep_outgoing(made.picture, made.data, made.thumb, window.bridge.clock.now())
        window.bridge.outgoing.ready.emit(Wish(window.composer.thread or ThreadId(0)), made.picture)


def _alt(window: Window) -> None:
    _pictures(window)
    window.composer.pictures.ask_for_alt()


def _later(window: Window) -> None:
    window.hands.answer()
    QTest.keyClicks(window.composer.editor, "Good morning!")
    window.hands.composing.ask_later()


def _glance(window: Window) -> None:
    window.hands.answer()
    said = next(one for one in window.conversation.messages if one.direction is Direction.OUT)
    window.composer.editor.insertPlainText(said.text)
    window.composer.send()


def _emoji(window: Window) -> None:
    window.hands.answer()
    QTest.keyClicks(window.composer.editor, "Merci beaucoup :hear")
    wait_for(lambda: bool(window.bridge.emoji.find("hear")))
    window.composer.completing.look()


def _emoji_card(window: Window) -> None:
    window.hands.answer()
    window.composer.pick_emoji()
    wait_for(lambda: bool(window.bridge.emoji.all()))


def _spelling(window: Window) -> None:
    window.hands.answer()
    wait_for(lambda: window.bridge.spelling.languages is not None)
    window.composer.spelling.choose("en")
    window.composer.editor.insertPlainText("Your parcle left Lille this morning and arives on Friday. @camille.rsl ")
    wait_for(lambda: window.bridge.spelling.is_wrong("arives", "en") is not None)
    window.composer.spelling.underlines.rehighlight()


SCENES = {
    "emoji": _emoji,
    "emoji-card": _emoji_card,
    "spelling": _spelling,
    "too-long": _too_long,
    "split": _split,
    "answer-pictures": _pictures,
    "answer-alt": _alt,
    "send-later": _later,
    "second-glance": _glance,
}
