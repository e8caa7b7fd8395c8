"""Says what became of an act that was to be taken back."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.bridge.submit import Step

tr = QCoreApplication.translate


def taken_back(step: Step) -> str:
    """What is told after `Submit.undo` gave `step`."""
    if not step.left:
        return tr("shell", "Taken back.")
    if step.back:
        return tr("shell", "Taken back, but for what has left already.")
    return tr("shell", "Too late to take back: it has left.")
