"""Which keys do what."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.settings.setting import Kind, Section, Setting

tr = QCoreApplication.translate


def key_settings() -> tuple[Setting, ...]:
    """In the reader's language of this moment."""
    return (
        Setting(
            "keys.preset",
            Section.KEYS,
            tr("settings", "Keys to begin with"),
            "socialdesk",
            choices=(
                ("socialdesk", tr("settings", "SocialDesk")),
                ("gmail", tr("settings", "Like Gmail")),
                ("plain", tr("settings", "No single letters")),
            ),
            help=tr("settings", "Keys you gave an act yourself stay as they are."),
            also=("shortcuts", "raccourcis", "preset"),
        ),
        Setting(
            "keys.letters",
            Section.KEYS,
            tr("settings", "Letters alone are keys"),
            "1",
            Kind.FLAG,
            help=tr(
                "settings",
                "Turn this off when you speak what you write, or when letters are pressed by chance."
                " Keys with Ctrl stay, and every act is in the palette.",
            ),
            also=("wcag", "speech", "single letters", "lettres", "accessibility", "accessibilité"),
        ),
        Setting(
            "menu.always",
            Section.KEYS,
            tr("settings", "Always show the menu bar"),
            "0",
            Kind.FLAG,
            help=tr("settings", "Without this, Alt shows it."),
            also=("menu",),
        ),
        Setting("keys.own", Section.KEYS, "", "{}", Kind.HIDDEN),
    )
