"""How the window looks."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.settings.setting import Kind, Section, Setting

tr = QCoreApplication.translate


def appearance_settings() -> tuple[Setting, ...]:
    """In the reader's language of this moment."""
    return (
        Setting(
            "theme",
            Section.APPEARANCE,
            tr("settings", "Theme"),
            "system",
            choices=(
                ("system", tr("settings", "Like my system")),
                ("light", tr("settings", "Light")),
                ("dark", tr("settings", "Dark")),
                ("contrast", tr("settings", "High contrast")),
            ),
            help=tr("settings", "“Like my system” follows it at once, and uses high contrast where the system does."),
            also=("dark mode", "sombre", "clair", "contraste", "accessibility", "accessibilité"),
        ),
        Setting(
            "zoom",
            Section.APPEARANCE,
            tr("settings", "Text size"),
            "100",
            Kind.NUMBER,
            least=80,
            most=200,
            step=10,
            unit="%",
            help=tr("settings", "All text and rows grow with it."),
            also=("zoom", "font size", "taille du texte", "accessibility", "accessibilité"),
        ),
        Setting(
            "face",
            Section.APPEARANCE,
            tr("settings", "Use my system’s font"),
            "0",
            Kind.FLAG,
            also=("typeface", "police", "accessibility", "accessibilité"),
        ),
        Setting(
            "accent",
            Section.APPEARANCE,
            tr("settings", "Use my system’s accent colour"),
            "0",
            Kind.FLAG,
            help=tr("settings", "It is made darker or lighter until text in it can be read well."),
            also=("colour", "couleur"),
        ),
        Setting(
            "density",
            Section.APPEARANCE,
            tr("settings", "Rows of the queue"),
            "window",
            choices=(
                ("window", tr("settings", "As the window has room")),
                ("roomy", tr("settings", "Roomy")),
                ("compact", tr("settings", "Compact")),
            ),
            help=tr(
                "settings",
                "Compact rows show about four threads where three were. A narrow window has them by itself.",
            ),
            also=("density", "compact", "densité"),
        ),
        Setting(
            "motion",
            Section.APPEARANCE,
            tr("settings", "Movement"),
            "system",
            choices=(
                ("system", tr("settings", "Like my system")),
                ("full", tr("settings", "Things move a little")),
                ("reduced", tr("settings", "Nothing moves")),
            ),
            also=("animation", "reduced motion", "animations", "accessibility", "accessibilité"),
        ),
    )
