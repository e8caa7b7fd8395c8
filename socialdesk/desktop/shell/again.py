"""Makes a window anew in its own place, on the same bridge: how words change their language without a restart.

Every word of a window is said where it is made. So nothing can be left in the language before, which a list of things
to say again could not promise.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtWidgets import QApplication

from socialdesk.desktop.actions.keys import Keys
from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.look import language


class Front(Protocol):
    """A window that another can replace."""

    bridge: Bridge
    keys: Keys

    def give_way(self, new: object) -> None:
        """Tell that another window has taken its place."""
        ...

    def keep(self) -> None:
        """Keep what the next window begins with."""
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


def replace(window: Front, made: Callable[[], Front]) -> None:
    """Show the window that `made` makes where this one was; what was written and looked at is there again."""
    window.keep()  # the draft, the thread, the view and the shape, which the next one reads
    new = made()
    new.show()  # before the other closes: the program ends with its last window
    window.give_way(new)
    app = QApplication.instance()
    assert app is not None
    app.removeEventFilter(window.keys)
    window.close()
    window.deleteLater()
