"""How long things move and whether they do at all; starts no animation itself. Durations are milliseconds."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve
from PySide6.QtGui import QGuiApplication

SLOW_MS = 220
TRAVEL = 8
"""At most so many logical pixels of movement."""
CURVE = QEasingCurve.Type.OutCubic


class _Chosen:
    is_reduced: bool | None = None


def choose_reduced(is_reduced: bool | None) -> None:
    """What the person set: True, False, or None to follow the system."""
    _Chosen.is_reduced = is_reduced


def is_reduced() -> bool:
    """Whether things simply appear."""
    if _Chosen.is_reduced is not None:
        return _Chosen.is_reduced
    if QGuiApplication.instance() is None:
        return True
    accessibility = getattr(QGuiApplication.styleHints(), "accessibility", None)
    preference = getattr(accessibility() if accessibility else None, "motionPreference", None)  # newer than Qt 6.10
    return bool(preference is not None and preference().name == "ReducedMotion")


def duration(ms: int) -> int:
    """`ms`, or nothing where motion is reduced."""
    return 0 if is_reduced() else ms
