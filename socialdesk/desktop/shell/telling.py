"""What a window tells by itself: the one banner above everything, and the toast with its undo; all of it is said aloud.

Which banner is due `banners` decides; what is told of single messages stands in the conversation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QObject, QPoint
from PySide6.QtWidgets import QStackedWidget, QWidget

from socialdesk.desktop.actions import force
from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.look.connector_words import sentence as in_words
from socialdesk.desktop.places.outbox.page import OutboxPage
from socialdesk.desktop.places.queue.view import QueuePlace
from socialdesk.desktop.shell.banners import banner
from socialdesk.desktop.shell.connecting import Connecting
from socialdesk.desktop.shell.outbox_side import OutboxSide
from socialdesk.desktop.shell.rules_side import RulesSide
from socialdesk.desktop.widgets.announce import Announcer
from socialdesk.desktop.widgets.banner import Banner
from socialdesk.desktop.widgets.toast import UndoToast
from socialdesk.store.cache import Changes

if TYPE_CHECKING:
    from socialdesk.desktop.bridge.submit import Step

tr = QCoreApplication.translate
SAID_FOR_S = 4
"""For so many seconds something is told that needs no act."""


class Host(Protocol):
    """What it needs of its window."""

    bridge: Bridge
    pages: QStackedWidget
    queue: QueuePlace
    outbox: OutboxPage
    outbox_side: OutboxSide
    rules: RulesSide
    connecting: Connecting
    banner: Banner
    toast: UndoToast
    announcer: Announcer

    @property
    def ailing(self) -> str:
        """What is wrong with the engine, in a sentence; empty when it is well."""
        ...

    def show_outbox(self) -> None:
        """Show what has not left."""
        ...


class Telling(QObject):
    """One for each window."""

    def __init__(self, window: Host) -> None:
        assert isinstance(window, QWidget)
        super().__init__(window)
        self._window: Host = window
        self._over: QWidget = window

    def say(self, words: str) -> None:
        """Tell something that needs no act."""
        self._window.announcer.say(words)
        self._window.toast.tell(words, SAID_FOR_S)
        self.place_toast()

    def look(self) -> None:
        """Show the banner that is due now, or none; the outbox, where it is shown, as it is now."""
        window = self._window
        words = banner(window.bridge, window.ailing, is_suspended=window.rules.is_suspended)
        if words is None:
            window.banner.hide()
        else:
            window.banner.show_words(words.tone, words.icon, words.lead, words.text, words.acts)
        if window.pages.currentWidget() is window.outbox:
            window.outbox_side.fill()

    def place_toast(self) -> None:
        """Put the toast to the queue's lower corner."""
        queue = self._window.queue
        corner = queue.mapTo(self._over, QPoint(20, queue.height() - 24))
        self._window.toast.place(corner)

    def on_given(self) -> None:
        """Commands were given: what waits has grown."""
        self.look()

    def on_changed(self, changes: Changes) -> None:
        """Something was written: what banners tell of may be another now."""
        if changes.others & {"channel", "outbox", "setting"}:
            self.look()

    def on_step(self, step: Step) -> None:
        """An act was done that can be undone."""
        window = self._window
        window.announcer.say(f"{step.label} {undo_words()}".strip())
        keys = force.caps_of("app.undo")
        window.toast.show_act(step.label, seconds=window.bridge.settings.number("undo_s"), keys=keys)
        self.place_toast()

    def on_failed(self, sentence: str) -> None:
        """A command could not be kept on the disk, or the file could not be read."""
        said = in_words(sentence)
        self._window.banner.show_words("over", "warning", tr("shell", "Not saved."), said)
        self._window.announcer.say(said, assertive=True)

    def on_banner(self, key: str) -> None:
        """An act of the banner was chosen."""
        window = self._window
        match key:
            case "retry":
                window.bridge.follow.poke("sync")
            case "outbox":
                window.show_outbox()
            case "let_answers_go":
                window.rules.suspend(on=False)
                self.look()
            case _:
                window.connecting.on_banner(key)
                self.look()


def undo_words() -> str:
    """How an act is taken back, for who listens; nothing where no key does it."""
    keys = force.caps_of("app.undo")
    return tr("shell", "Undo with {key}.").format(key="+".join(keys)) if keys else ""
