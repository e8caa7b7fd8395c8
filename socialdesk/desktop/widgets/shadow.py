"""Paints the soft shadow under what floats, without an effect that would draw all its children anew."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from socialdesk.desktop.look.tokens import current, ink

REACH = 28
"""So many logical pixels a shadow needs around what floats."""
_STEPS = 14


def paint_shadow(painter: QPainter, rect: QRectF, radius: float) -> None:
    """Draw the shadow of `rect`; what floats is painted over it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink("shadow", 0.035 if current().is_dark else 0.014))
    for step in range(_STEPS):
        grown = (_STEPS - step) * (REACH - 8) / _STEPS
        box = rect.adjusted(-grown, -grown + 6, grown, grown + 6)
        painter.drawRoundedRect(box, radius + grown, radius + grown)
    painter.restore()
