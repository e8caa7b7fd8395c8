"""Acts on what is kept out of sight. The first three work without anybody having to read it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.actions.registry import Action, Facts
from socialdesk.model.shielding import Teach
from socialdesk.model.view import SHIELDED

tr = QCoreApplication.translate


def _is_kept(facts: Facts) -> bool:
    return facts.thread is not None and facts.thread.is_shielded


def shield_acts() -> tuple[Action, ...]:
    """In the reader's language of this moment."""
    not_kept = tr("acts", "This thread is not kept out of sight. Press ! to keep it.")
    return (
        Action(
            "go.shielded",
            tr("acts", "Go to Shielded"),
            lambda h: h.go(SHIELDED),
            "eye-slash",
            chord="H",
            menu="go",
            plain=("Alt+Shift+G",),
        ),
        Action(
            "shield.hide",
            tr("acts", "Hide it", "what is kept out of sight, also from the public"),
            lambda h: h.shield.hide(),
            "eye-slash",
            ("1", "&"),
            menu="thread",
            when=_is_kept,
            otherwise=not_kept,
            plain=("Alt+Shift+H",),
        ),
        Action(
            "shield.block",
            tr("acts", "Hide it and block who wrote it"),
            lambda h: h.shield.hide_and_block(),
            "prohibit",
            ("2", "É"),
            menu="thread",
            when=_is_kept,
            otherwise=not_kept,
            plain=("Alt+Shift+B",),
        ),
        Action(
            "shield.report",
            tr("acts", "Report it to the platform"),
            lambda h: h.shield.report(),
            "flag",
            ("3", '"'),
            menu="thread",
            when=_is_kept,
            otherwise=not_kept,
            plain=("Alt+Shift+R",),
        ),
        Action(
            "shield.show",
            tr("acts", "Show what is hidden, or close it again"),
            lambda h: h.shield.show_or_close(),
            "eye",
            ("Shift+Return",),
            menu="thread",
            when=_is_kept,
            otherwise=not_kept,
        ),
        Action(
            "shield.elsewhere",
            tr("acts", "Something else: the next thread that is not kept out of sight"),
            lambda h: h.shield.elsewhere(),
            "heart",
            menu="thread",
            when=_is_kept,
            otherwise=not_kept,
        ),
        Action(
            "shield.menu",
            tr("acts", "Shield…"),
            lambda h: h.shield.open_menu(),
            "shield-check",
            ("!",),
            menu="thread",
            when=lambda f: f.has_thread,
            otherwise=tr("acts", "Open a thread first."),
            also=("abuse", "protection", "keep out of sight"),
            plain=("Alt+Shift+S",),
        ),
        Action(
            "shield.let",
            tr("acts", "Let it through"),
            lambda h: h.shield.let_through(),
            "check",
            menu="thread",
            when=_is_kept,
            otherwise=not_kept,
        ),
        Action(
            "shield.let_words",
            tr("acts", "Let it through, and these words from now on"),
            lambda h: h.shield.let_through(Teach.WORDS),
            "text-aa",
            when=_is_kept,
            otherwise=not_kept,
        ),
        Action(
            "shield.let_author",
            tr("acts", "Let it through, and this person from now on"),
            lambda h: h.shield.let_through(Teach.AUTHOR),
            "user",
            when=_is_kept,
            otherwise=not_kept,
        ),
        Action(
            "shield.evidence",
            tr("acts", "Save the evidence of this thread…"),
            lambda h: h.shield.save_evidence(),
            "download-simple",
            menu="file",
            when=lambda f: f.has_thread,
            otherwise=tr("acts", "Open a thread first."),
            also=("report", "police", "preuve"),
        ),
        Action(
            "shield.words",
            tr("acts", "Word lists of the shield"),
            lambda h: h.shield.open_words(),
            "shield-check",
            menu="edit",
            also=("abuse", "slurs", "block list", "listes de mots"),
        ),
    )
