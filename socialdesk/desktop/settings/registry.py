"""The one list of all settings; each area declares its own."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.settings.acting import acting_settings
from socialdesk.desktop.settings.appearance import appearance_settings
from socialdesk.desktop.settings.attention import notice_settings, quiet_settings
from socialdesk.desktop.settings.keyboard import key_settings
from socialdesk.desktop.settings.setting import Section, Setting
from socialdesk.desktop.settings.shielding import shield_settings
from socialdesk.desktop.settings.speaking import language_settings

tr = QCoreApplication.translate


def all_settings() -> tuple[Setting, ...]:
    """Every setting there is, in the reader's language of this moment. Raises ValueError when two share a key."""
    found = (
        *appearance_settings(),
        *language_settings(),
        *key_settings(),
        *acting_settings(),
        *notice_settings(),
        *quiet_settings(),
        *shield_settings(),
    )
    if len({one.key for one in found}) != len(found):
        raise ValueError("two settings share a key")
    return found


def section_name(section: Section) -> str:
    """What a part of the page is called."""
    match section:
        case Section.APPEARANCE:
            return tr("settings", "Appearance")
        case Section.LANGUAGE:
            return tr("settings", "Language")
        case Section.KEYS:
            return tr("settings", "Keys")
        case Section.ACTS:
            return tr("settings", "Acts")
        case Section.NOTICES:
            return tr("settings", "Notices")
        case Section.QUIET:
            return tr("settings", "Quiet hours and shift")
        case Section.HOURS:
            return tr("settings", "Hours and targets")
        case Section.PEOPLE:
            return tr("settings", "People and shifts")
        case Section.ORDER:
            return tr("settings", "Order of the queue")
        case Section.RULES:
            return tr("settings", "Rules")
        case Section.TAGS:
            return tr("settings", "Tags")
        case Section.PRIVACY:
            return tr("settings", "Privacy")
        case Section.STORAGE:
            return tr("settings", "Storage")
        case Section.CHANNELS:
            return tr("settings", "Channels")
        case Section.ABOUT:
            return tr("settings", "About")


SECTION_WORDS: dict[Section, tuple[str, ...]] = {
    Section.HOURS: (
        "opening hours", "working time", "business hours", "SLA", "response time", "deadline", "public holidays",
        "time zone", "horaires d’ouverture", "temps de réponse", "jours fériés", "fuseau horaire",
    ),
    Section.PEOPLE: (
        "my hours", "shift", "languages", "skills", "capacity", "away", "holiday", "back-up", "on call", "routing",
        "round robin", "assign automatically", "service", "mes horaires", "absence", "congé", "remplaçant", "astreinte",
        "langues", "compétences", "répartition", "confier automatiquement",
    ),
    Section.ORDER: (
        "triage", "sort", "weights", "priority", "topics", "word lists", "complaint words", "tri", "poids", "priorité",
        "sujets", "listes de mots", "réclamation",
    ),
    Section.RULES: (
        "automation", "automatic answers", "second person", "approval", "webhook", "macros", "règles", "automatisation",
        "réponses automatiques", "deuxième personne", "approbation",
    ),
    Section.TAGS: (
        "labels", "rename a tag", "merge tags", "delete a tag", "unused tags", "étiquettes", "libellés",
        "renommer une étiquette", "fusionner", "supprimer une étiquette",
    ),
    Section.LANGUAGE: ("spelling", "dictionary", "orthographe", "dictionnaire"),
    Section.PRIVACY: ("pictures without asking", "retention", "images sans demander", "conservation"),
    Section.STORAGE: (
        "pictures cache", "tidy now", "clean up", "disk", "folder", "encrypted", "backup", "back up", "copy", "my data",
        "where", "cache d’images", "ranger", "nettoyer", "disque", "dossier", "chiffré", "sauvegarde", "copie", "où",
        "mes données",
    ),
    Section.CHANNELS: (
        "account", "connect", "disconnect", "sign in again", "password", "permissions", "pause", "compte", "connecter",
        "déconnecter", "se reconnecter", "mot de passe", "autorisations", "mettre en pause",
    ),
    Section.ABOUT: (
        "version", "license", "licence", "help", "support", "problem", "bug", "crash", "report", "logs", "contact us",
        "aide", "assistance", "problème", "signaler", "plantage", "journaux",
    ),
}  # fmt: skip
"""Other words by which a part is found that is more than its settings."""
SECTION_ICONS = {
    Section.APPEARANCE: "circle-half",
    Section.LANGUAGE: "translate",
    Section.KEYS: "keyboard",
    Section.ACTS: "check",
    Section.NOTICES: "bell",
    Section.QUIET: "clock",
    Section.HOURS: "calendar-blank",
    Section.PEOPLE: "users",
    Section.ORDER: "list",
    Section.RULES: "flow-arrow",
    Section.TAGS: "tag",
    Section.PRIVACY: "lock-simple",
    Section.STORAGE: "tray",
    Section.CHANNELS: "plus-circle",
    Section.ABOUT: "info",
}
