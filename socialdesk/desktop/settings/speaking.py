"""Which language the window speaks."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.look.language import languages
from socialdesk.desktop.settings.setting import Section, Setting

tr = QCoreApplication.translate


def language_settings() -> tuple[Setting, ...]:
    """In the reader's language of this moment; each language by the name its own readers know."""
    known = tuple((one.code, one.name) for one in languages())
    return (
        Setting(
            "language",
            Section.LANGUAGE,
            tr("settings", "Language of the window"),
            "",
            choices=(("", tr("settings", "Like my system")), *known),
            help=tr("settings", "It changes at once. What people write stays in their language."),
            also=("language", "langue", "Sprache"),
        ),
    )
