"""Sends a person to the browser to sign in and hears what comes back, by itself or pasted; knows no wizard."""

from __future__ import annotations

import contextlib
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from socialdesk.model.connecting import BROWSER_WAIT
from socialdesk.support.loopback import Loopback, pasted, query_of


def open_page(url: str) -> bool:
    """Open a page in the system's browser; whether there is one that took it."""
    return QDesktopServices.openUrl(QUrl(url))


class AtBrowser(QObject):
    """One wait at a time. Signals: `came` with what the browser brought, `late` when nobody came in time."""

    came = Signal(object)
    late = Signal()
    _heard = Signal(object)

    def __init__(self, parent: QObject, opens: Callable[[str], bool] | None = None) -> None:
        """`opens` takes the person to a page; without one it is the system's browser."""
        super().__init__(parent)
        self.opens = opens or open_page
        self._loopback: Loopback | None = None
        self._url = ""
        self._timer = QTimer(self, singleShot=True, interval=round(BROWSER_WAIT.total_seconds() * 1000))
        self._timer.timeout.connect(self._on_late)
        self._heard.connect(self._on_heard, Qt.ConnectionType.QueuedConnection)  # it is told in another thread

    def listen(self, port: int) -> str:
        """Where the browser shall come back to. Raises OSError when the port is taken."""
        self.stop()
        done = self.tr("SocialDesk goes on by itself. You can close this tab.")
        foreign = self.tr("This is not the answer SocialDesk waits for. Go on in SocialDesk.")
        self._loopback = Loopback(self._tell, done, foreign, port)
        return self._loopback.redirect

    def go(self, url: str) -> bool:
        """Send the person there and wait; whether the browser took it."""
        self._url = url
        if self._loopback is not None:
            self._loopback.expect(url)
        self._timer.start()
        return self.opens(url)

    def again(self) -> bool:
        """Open the page once more."""
        return bool(self._url) and self.opens(self._url)

    def take(self, address: str) -> str:
        """Go on with a pasted address, or say what is wrong with it."""
        answer = pasted(address)
        if not answer.keys() & {"code", "error", "state", "token", "oauth_token", "loginToken"}:
            return self.tr("There is no answer in this address. Copy all of it from where the browser shows it.")
        state = query_of(self._url).get("state", "")
        if state and answer.get("state", "" if answer.keys() != {"code"} else state) != state:
            return self.tr("This address belongs to another sign-in. Copy the one the browser shows now.")
        self.stop()
        self.came.emit(answer)
        return ""

    def stop(self) -> None:
        """Wait no more."""
        self._timer.stop()
        self._url = ""
        if self._loopback is not None:
            self._loopback.close()
            self._loopback = None

    def _tell(self, answer: dict[str, str]) -> None:
        with contextlib.suppress(RuntimeError):  # the window went meanwhile
            self._heard.emit(answer)

    def _on_heard(self, answer: dict[str, str]) -> None:
        if self._url:
            self.stop()
            self.came.emit(answer)

    def _on_late(self) -> None:
        self.stop()
        self.late.emit()
