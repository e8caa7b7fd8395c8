"""What calls for somebody, and when nothing may: notices, quiet hours, the shift."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.settings.setting import Kind, Section, Setting

tr = QCoreApplication.translate


def notice_settings() -> tuple[Setting, ...]:
    """In the reader's language of this moment."""
    return (
        Setting(
            "notify.mine",
            Section.NOTICES,
            tr("settings", "A notice for what is mine and due soon"),
            "1",
            Kind.FLAG,
            help=tr("settings", "Also when somebody mentions you in a note. At most one a minute, then one summary."),
            also=("notification",),
        ),
        Setting(
            "notify.trouble",
            Section.NOTICES,
            tr("settings", "A notice for an answer that could not leave"),
            "1",
            Kind.FLAG,
            help=tr("settings", "Once for each: refused, stopped, or a network that wants a sign-in."),
            also=("notification", "error", "erreur"),
        ),
        Setting(
            "notify.digest_min",
            Section.NOTICES,
            tr("settings", "A summary of what is new"),
            "0",
            choices=(
                ("0", tr("settings", "Never")),
                ("30", tr("settings", "Every 30 minutes")),
                ("60", tr("settings", "Every hour")),
            ),
            also=("digest", "résumé"),
        ),
        Setting(
            "tray.stays",
            Section.NOTICES,
            tr("settings", "Closing the window leaves SocialDesk in the tray"),
            "0",
            Kind.FLAG,
            help=tr("settings", "Notices go on. Its icon brings the window back; Ctrl+Q ends it. Needs a tray."),
            also=("close", "minimize", "background", "zone de notification", "fermer"),
        ),
        Setting("notify.sound", Section.NOTICES, tr("settings", "With a sound"), "0", Kind.FLAG, also=("son",)),
        Setting(
            "notify.text",
            Section.PRIVACY,
            tr("settings", "Show what was written in notices"),
            "0",
            Kind.FLAG,
            help=tr("settings", "Off, a notice names the person and the channel only. Hidden messages never show."),
            also=("preview", "screen sharing", "aperçu"),
        ),
    )


def quiet_settings() -> tuple[Setting, ...]:
    """In the reader's language of this moment."""
    return (
        Setting(
            "quiet.on",
            Section.QUIET,
            tr("settings", "Quiet outside my shift"),
            "1",
            Kind.FLAG,
            help=tr("settings", "Outside of it there are no notices; what gathers is one summary when it begins."),
            also=("do not disturb", "ne pas déranger"),
        ),
        Setting("quiet.from", Section.QUIET, tr("settings", "My shift begins"), "09:00", Kind.TIME, also=("début",)),
        Setting("quiet.to", Section.QUIET, tr("settings", "My shift ends"), "18:00", Kind.TIME, also=("fin",)),
        Setting(
            "quiet.days",
            Section.QUIET,
            tr("settings", "Days I work"),
            "1,2,3,4,5",
            Kind.DAYS,
            also=("week", "semaine", "jours"),
        ),
    )
