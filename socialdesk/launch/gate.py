"""Stands before the window: what the unlock window asks for is done here, beside the thread that paints."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from socialdesk.desktop.look import language, theme
from socialdesk.desktop.shell.problem import way_back
from socialdesk.desktop.shell.unlock import Choice, Chosen, UnlockWindow
from socialdesk.launch.opening import make_workspace, workspace_of
from socialdesk.launch.saying import complain
from socialdesk.store import protection, rescue
from socialdesk.store.alone import alone
from socialdesk.store.errors import DamagedFile, StoreError
from socialdesk.store.protection import (
    LostKey,
    NeedsChoice,
    NeedsPassphrase,
    ProtectionError,
    Unlocked,
    WrongPassphrase,
)
from socialdesk.store.rescue import Rescued
from socialdesk.support.clock import SystemClock
from socialdesk.support.lock import Taken
from socialdesk.support.secrets import SecretsUnavailable

if TYPE_CHECKING:
    import argparse

_BUSY = "SocialDesk is still at work in this workspace. Wait a moment, then try again."


class Gate(QObject):
    """One unlock window and what it leads to. `run` gives the open workspace, or None when somebody left."""

    _ended = Signal(object)

    def __init__(self, options: argparse.Namespace, unlocked: Unlocked | None = None, back: str = "") -> None:
        """`unlocked` is a workspace that opens but has a damaged file, `back` the window that led here: see `Wish`."""
        app = QApplication.instance() or QApplication(sys.argv[:1])
        assert isinstance(app, QApplication)
        super().__init__()
        language.speak(app)
        theme.apply(app)
        self._app = app
        self._options = options
        self._workspace = workspace_of(options)
        self._unlocked = unlocked
        self._given: Unlocked | None = None
        self.wants_back = False
        self.window = UnlockWindow(way_back(back))
        self.window.chosen.connect(self._on_chosen)
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)

    def ask(self, error: Exception) -> bool:
        """Show the page for what stands in the way; False when there is nothing to choose."""
        match error:
            case NeedsChoice():
                self.window.offer_ways()
            case WrongPassphrase():
                self.window.refuse(error.sentence)
            case NeedsPassphrase():
                self.window.ask_passphrase(protection.name_of(self._workspace))
            case LostKey():
                self.window.show_lost_key(error.sentence)
            case SecretsUnavailable():
                self.window.show_locked(error.sentence)
            case DamagedFile():
                self.window.show_damaged(error.sentence)
            case _:
                return False
        return True

    def run(self) -> Unlocked | None:
        """Show the window until there is a workspace or nobody wants one."""
        self.window.show()
        self._app.exec()
        self.window.deleteLater()
        return self._given

    def _on_chosen(self, choice: Choice) -> None:
        match choice.what:
            case Chosen.LEAVE:
                self._app.quit()
            case Chosen.BACK:
                self.wants_back = True
                self._leave_with(None)
            case Chosen.NEW_PASSPHRASE:
                self.window.set_busy(is_busy=True)
                self._begin(lambda: self._make(choice.passphrase, plain=False))
            case Chosen.PLAIN:
                self._begin(lambda: self._make(None, plain=True))
            case Chosen.PASSPHRASE:
                self.window.set_busy(is_busy=True)
                self._begin(lambda: protection.unlock(self._workspace, choice.passphrase))
            case Chosen.AGAIN:
                self._begin(lambda: protection.unlock(self._workspace))
            case Chosen.REBUILD:
                self.window.show_working()
                self._begin(self._rebuild)
            case Chosen.OPEN:
                self._leave_with(self._unlocked)

    def _make(self, passphrase: str | None, *, plain: bool) -> Unlocked:
        return make_workspace(self._workspace, self._workspace.folder.name.capitalize(), passphrase, plain=plain)

    def _rebuild(self) -> Sequence[Rescued]:
        assert self._unlocked is not None
        try:
            with alone(self._workspace):
                return rescue.repair(self._workspace, self._unlocked.key, SystemClock().now())
        except Taken:
            raise DamagedFile(self._workspace.cache, _BUSY) from None

    def _begin(self, work: Callable[[], Any]) -> None:
        """Do what takes its time where it holds up no painting."""

        def worked() -> None:
            try:
                ended: object = work()
            except Exception as error:  # noqa: BLE001 - it is told by who waits for it
                ended = error
            self._ended.emit(ended)

        threading.Thread(target=worked, name="gate", daemon=True).start()

    def _on_ended(self, ended: object) -> None:
        self.window.set_busy(is_busy=False)
        match ended:
            case Unlocked():
                self._leave_with(ended)
            case list():
                self.window.show_report(ended)
            case Exception() if self.ask(ended):
                complain(getattr(ended, "sentence", ""))
            case ProtectionError() | StoreError():
                self.window.show_sentence(ended.sentence)
            case Exception():
                self.window.show_sentence(str(ended))
            case _:
                raise AssertionError(ended)

    def _leave_with(self, unlocked: Unlocked | None) -> None:
        self._given = unlocked
        self.window.end()
        self._app.quit()
