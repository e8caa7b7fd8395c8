"""Makes a window anew in its own place, on the same bridge: how words change their language without a restart.

Every word of a window is said where it is made. So nothing can be left in the language before, which a list of things
to say again could not promise.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from socialdesk.desktop.actions.keys import Keys
from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.look import language
from socialdesk.desktop.places.composer.place import Composer
from socialdesk.desktop.widgets.text_places import places
from socialdesk.model.identifiers import ThreadId
from socialdesk.support.clock import zone_moved

tr = QCoreApplication.translate
ZONE_MS = 15_000
"""How often it is looked where the machine stands."""


class Front(Protocol):
    """A window that another can replace."""

    bridge: Bridge
    keys: Keys
    composer: Composer

    def focusWidget(self) -> QWidget | None:
        """What has the keys, or had them last."""
        ...

    def open_thread(self, thread: ThreadId | None) -> None:
        """Show a thread that the list does not hold, or none."""
        ...

    def give_way(self, new: object) -> None:
        """Tell that another window has taken its place."""
        ...

    def keep(self) -> None:
        """Keep what the next window begins with."""
        ...

    def say(self, words: str) -> None:
        """Tell something that needs no act."""
        ...

    def show(self) -> None:
        """Show it."""
        ...

    def close(self) -> bool:
        """Close it."""
        ...

    def deleteLater(self) -> None:
        """Let it go when nobody is inside it any more."""
        ...


def speak(window: Front, chosen: str, made: Callable[[], Front]) -> None:
    """Keep the chosen language ("" follows the system), speak it, and let a new window take this one's place."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    window.bridge.desk.set_state("language", chosen)
    language.speak(app, chosen)
    replace(window, made)


def replace(window: Front, made: Callable[[], Front]) -> Front:
    """Show the window that `made` makes where this one was; what was written and looked at is there again."""
    is_writing = window.focusWidget() is window.composer.editor
    window.keep()  # the draft, the thread, the view and the shape, which the next one reads
    new = made()
    if is_writing:
        _go_on_writing(window.composer, new)
    new.show()  # before the other closes: the program ends with its last window
    window.give_way(new)
    app = QApplication.instance()
    assert app is not None
    app.removeEventFilter(window.keys)
    window.close()
    window.deleteLater()
    return new


class ZoneWatch(QObject):
    """Makes a window anew once the machine stands in another time zone: its times are of the zone it was made in.

    `is_free` tells whether nothing lies over the window that would be lost; until then it waits.
    """

    def __init__(self, window: Front, is_free: Callable[[], bool], made: Callable[[], Front]) -> None:
        assert isinstance(window, QWidget)
        super().__init__(window)
        self._window: Front = window
        self._is_free = is_free
        self._made = made
        self._has_moved = False
        self._timer = QTimer(self, interval=ZONE_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Look where the machine stands."""
        self._has_moved = zone_moved() or self._has_moved
        if not self._has_moved or not self._is_free():
            return
        self._timer.stop()
        new = replace(self._window, self._made)
        new.say(tr("shell", "This computer is in another time zone now. Times are shown as they are here."))


def _go_on_writing(before: Composer, new: Front) -> None:
    """Whoever was writing writes on at the same letter, in an answer or a note as before."""
    if new.composer.thread != before.thread:
        new.open_thread(before.thread)
    new.composer.turn_to(before.mode)
    was, cursor = before.editor.textCursor(), new.composer.editor.textCursor()
    last = places(new.composer.editor.toPlainText())
    cursor.setPosition(min(was.anchor(), last))
    cursor.setPosition(min(was.position(), last), cursor.MoveMode.KeepAnchor)
    new.composer.editor.setTextCursor(cursor)
