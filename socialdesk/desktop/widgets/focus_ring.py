"""Paints the ring around what has the keyboard: 2 px of the accent, or of `onAccent` inside a solid plane."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from socialdesk.desktop.look.metrics import CONTROL_RADIUS, FOCUS_RING
from socialdesk.desktop.look.tokens import ink


def paint_focus_ring(
    painter: QPainter, rect: QRectF, radius: float = CONTROL_RADIUS, *, on_solid: bool = False
) -> None:
    """Draw the ring just inside `rect`; on a solid plane it keeps away from the edge."""
    half = FOCUS_RING / 2 + (FOCUS_RING if on_solid else 0)
    token = "onAccent" if on_solid else "focus"
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink(token), FOCUS_RING))
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), max(0.0, radius - half), max(0.0, radius - half))
    painter.restore()
