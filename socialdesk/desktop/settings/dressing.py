"""Puts what is set about the look in force; gets the settings, changes the application."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from socialdesk.desktop.look import fonts, metrics, motion, theme
from socialdesk.desktop.look.tokens import Theme
from socialdesk.desktop.settings.values import Settings

LOOKS = frozenset({"theme", "zoom", "face", "accent", "density", "motion"})
"""The settings that dressing follows."""


def dress(app: QApplication, settings: Settings, *, wanted: Theme | None = None) -> None:
    """Look as it is set; `wanted` is the theme for who has not chosen one."""
    chosen = Theme(settings.get("theme")) if settings.is_set("theme") or wanted is None else wanted
    metrics.set_zoom(settings.number("zoom") / 100)
    metrics.set_compact(is_compact={"roomy": False, "compact": True}.get(settings.get("density")))
    fonts.use_face(fonts.Face.SYSTEM if settings.flag("face") else fonts.Face.DESIGN)
    motion.choose_reduced({"full": False, "reduced": True}.get(settings.get("motion")))
    theme.use_system_accent(is_used=settings.flag("accent"))
    theme.apply(app, chosen)
