"""What acts do in the composer beyond sending: pictures, a later hour, parts, the language of the spelling."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.places.conversation.words import kind
from socialdesk.desktop.places.pickers.choice import ChoicePicker
from socialdesk.desktop.places.pickers.choices import Line
from socialdesk.desktop.places.pickers.later import LaterPicker
from socialdesk.desktop.shell.parts import Parts
from socialdesk.desktop.shell.send_later import SendLater
from socialdesk.store.merges import homes

tr = QCoreApplication.translate
_FIRST = "first"


class Composing:
    """The hands of the composer."""

    def __init__(self, window: Parts) -> None:
        self._w = window
        self._later = SendLater(window.bridge, window.composer, window.say)
        self._through: ChoicePicker | None = None

    @property
    def later(self) -> LaterPicker:
        """When an answer leaves; made when first wanted."""
        return self._later.picker

    def attach(self) -> None:
        """Choose pictures."""
        self._w.composer.attach()

    def pick_emoji(self) -> None:
        """Choose an emoji for what is written."""
        self._w.composer.pick_emoji()

    def ask_later(self) -> None:
        """Ask when the answer is to leave."""
        self._later.ask()

    def choose_channel(self) -> None:
        """Choose in which of its places a merged thread is answered."""
        thread = self._w.composer.thread
        places = homes(self._w.bridge.cache, thread) if thread is not None else ()
        if len(places) < 2:
            self._w.say(tr("shell", "There is one channel to answer through. Threads that were merged have several."))
            return
        lines = [
            Line(one.merge or _FIRST, kind(self._w.bridge.channel(one.channel), one.kind), icon="chat-circle")
            for one in places
        ]
        self._through = self._through or ChoicePicker(self._w.composer.window())
        name = tr("shell", "Answer through")
        self._through.ask(name, lines, self._speak, self._w.anchor())

    def _speak(self, key: str) -> None:
        self._w.composer.speak_through("" if key == _FIRST else key)
        self._w.composer.focus_reply()

    def answer_all(self) -> None:
        """Let the answer go to everybody who had the mail, or to its writer alone."""
        if not self._w.composer.can_answer_all():
            self._w.say(tr("shell", "Only a mail that went to several people can be answered to all of them."))
            return
        self._w.composer.answer_all()

    def send_privately(self) -> None:
        """Answer a public message where only its writer reads it."""
        if not self._w.composer.can_answer_privately():
            said = tr("shell", "Only a comment can be answered privately, without pictures, where its network has it.")
            self._w.say(said)
            return
        self._w.composer.send_privately()

    def split(self) -> None:
        """Show the parts that a long text would leave in."""
        self._w.composer.show_parts()

    def next_language(self) -> None:
        """Check the spelling in the next language."""
        self._w.composer.spelling.next()

    def translate(self) -> None:
        """Nothing translates yet, and that is said rather than hidden behind a key that does nothing."""
        self._w.say(
            tr("shell", "No translator is set up, so nothing of this thread is sent anywhere to be translated.")
        )
