"""A widget that is as narrow as there is room: large text in a small window wraps, and is not cut at the edge."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget


class AnyWidth(QWidget):
    """What wraps is asked for its height at the least width at least: that must not be more than there is."""

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())
