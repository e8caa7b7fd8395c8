"""What a person wants to see of what may hurt."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.settings.setting import Kind, Section, Setting

tr = QCoreApplication.translate


def shield_settings() -> tuple[Setting, ...]:
    """In the reader's language of this moment."""
    return (
        Setting(
            "shield.cover",
            Section.PRIVACY,
            tr("settings", "Cover likely abuse"),
            "1",
            Kind.FLAG,
            help=tr("settings", "Off, such a thread opens as plain text at once. In the list it stays without words."),
            also=("shield", "protection", "hidden", "insultes"),
        ),
        Setting(
            "shield.names",
            Section.PRIVACY,
            tr("settings", "Hide names and pictures"),
            "1",
            Kind.FLAG,
            help=tr(
                "settings",
                "Off, the list and the head of a kept thread tell who wrote. Its words and pictures stay hidden.",
            ),
            also=("shield", "protection", "noms"),
        ),
        Setting(
            "media.cover",
            Section.PRIVACY,
            tr("settings", "Cover all pictures from strangers"),
            "0",
            Kind.FLAG,
            help=tr("settings", "On, each picture waits until you ask for it, on every channel."),
            also=("blur", "images", "photos", "flou"),
        ),
        Setting(
            "shield.silent",
            Section.PRIVACY,
            tr("settings", "No sound for shielded items"),
            "1",
            Kind.FLAG,
            help=tr("settings", "On, a notice of nothing but hidden messages makes no sound."),
            also=("quiet", "notices", "son", "silence"),
        ),
    )
