"""Asks before code that somebody else made runs for the first time; what was allowed just now is not asked again."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from socialdesk.desktop.places.connect.values import Platform
from socialdesk.desktop.widgets.ask import ask

tr = QCoreApplication.translate


class Allowing(QObject):
    """Goes with one wizard."""

    allowed = Signal(str)
    """The id of a platform whose connector may run."""
    refused = Signal()

    def __init__(self, window: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._let: set[str] = set()

    def must_ask(self, platform: Platform) -> bool:
        """Whether somebody has to allow its connector before it is used."""
        return bool(platform.asks_first) and platform.id not in self._let

    def ask(self, platform: Platform) -> None:
        """Ask, and tell what was answered."""
        title = tr("ConnectWizard", "Use the connector for %1?", "%1: a platform").replace("%1", platform.name)
        no, yes = tr("ConnectWizard", "Don't use it"), tr("ConnectWizard", "Allow it")
        question = ask(self._window, title, platform.asks_first, (("no", no), ("yes", yes)), danger=True)

        def answered(answer: str) -> None:
            self._on_answer(platform.id, answer)

        question.answered.connect(answered)

    def _on_answer(self, platform: str, answer: str) -> None:
        if answer == "yes":
            self._let.add(platform)
            self.allowed.emit(platform)
        else:
            self.refused.emit()
