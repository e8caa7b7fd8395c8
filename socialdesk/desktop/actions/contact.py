"""Acts on what is held about a contact."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.actions.registry import Action, Facts

tr = QCoreApplication.translate


def contact_acts() -> tuple[Action, ...]:
    """In the reader's language of this moment."""
    none = tr("acts", "Open a thread first.")
    return (
        *_about_person(none),
        Action(
            "contact.export",
            tr("acts", "Write down all that is held about this contact…"),
            lambda h: h.export_contact(),
            "identification-card",
            menu="file",
            when=lambda f: f.has_thread,
            otherwise=none,
            also=("export", "gdpr", "rgpd", "privacy"),
        ),
        Action(
            "contact.erase",
            tr("acts", "Forget this contact for good…"),
            lambda h: h.erase_contact(),
            "trash",
            menu="file",
            when=lambda f: f.has_thread,
            otherwise=none,
            also=("erase", "delete", "gdpr", "rgpd", "privacy"),
        ),
    )


def _about_person(none: str) -> tuple[Action, ...]:
    return (
        Action(
            "contact.vip",
            tr("acts", "VIP or not"),
            lambda h: h.people.toggle_vip(),
            "heart",
            ("Shift+V",),
            menu="thread",
            when=_has_contact,
            otherwise=none,
            also=("important", "favori"),
        ),
        Action(
            "contact.memo",
            tr("acts", "Write the team memo"),
            lambda h: h.people.write_memo(),
            "pencil-simple",
            ("Shift+M",),
            menu="thread",
            when=_has_contact,
            otherwise=none,
            also=("mémo", "remember"),
        ),
        Action(
            "contact.field",
            tr("acts", "Add a field about the contact"),
            lambda h: h.people.add_field(),
            "plus",
            menu="thread",
            when=_has_contact,
            otherwise=none,
        ),
        Action(
            "contact.place",
            tr("acts", "Set the place and time zone of the contact"),
            lambda h: h.people.set_place(),
            "map-pin",
            menu="thread",
            when=_has_contact,
            otherwise=none,
            also=("local time", "fuseau horaire"),
        ),
        Action(
            "contact.language",
            tr("acts", "Set the language of the contact"),
            lambda h: h.people.set_language(),
            "translate",
            menu="thread",
            when=_has_contact,
            otherwise=none,
        ),
        Action(
            "contact.join",
            tr("acts", "Same person as…"),
            lambda h: h.people.ask_join(),
            "link",
            menu="thread",
            when=_has_contact,
            otherwise=none,
            also=("merge", "join", "fusionner", "réunir"),
        ),
        Action(
            "contact.part",
            tr("acts", "Part joined contacts"),
            lambda h: h.people.part(),
            "link-break",
            menu="thread",
            when=_has_contact,
            otherwise=none,
            also=("unmerge", "split", "séparer"),
        ),
        Action(
            "contact.beside",
            tr("acts", "Show their other open thread beside"),
            lambda h: h.people.open_beside(),
            "columns",
            ("B",),
            menu="thread",
            when=_has_contact,
            otherwise=none,
            also=("side by side", "côte à côte"),
        ),
    )


def _has_contact(facts: Facts) -> bool:
    return facts.thread is not None and facts.thread.contact_id is not None and not facts.thread.is_shielded
