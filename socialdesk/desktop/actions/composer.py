"""Acts of the composer."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.actions.registry import Action

tr = QCoreApplication.translate


def composer_acts() -> tuple[Action, ...]:
    """In the reader's language of this moment."""
    none = tr("acts", "Open a thread first.")
    return (
        Action(
            "composer.send",
            tr("acts", "Send"),
            lambda h: h.send(),
            "paper-plane-tilt",
            ("Ctrl+Return",),
            menu="thread",
            when=lambda f: f.has_thread,
            otherwise=none,
        ),
        Action(
            "composer.send_done",
            tr("acts", "Send and done"),
            lambda h: h.send_and_done(),
            "paper-plane-right",
            ("Ctrl+Shift+Return",),
            menu="thread",
            when=lambda f: f.has_thread,
            otherwise=none,
        ),
        Action(
            "composer.mode",
            tr("acts", "Reply or note"),
            lambda h: h.toggle_note(),
            "lock-simple",
            ("Ctrl+Shift+M",),
            when=lambda f: f.has_thread,
            otherwise=none,
        ),
        Action(
            "composer.saved",
            tr("acts", "Saved replies"),
            lambda h: h.open_saved_replies(),
            "lightning",
            ("Ctrl+Shift+S",),
            menu="edit",
            when=lambda f: f.has_thread,
            otherwise=none,
            also=("réponses types",),
        ),
        Action(
            "composer.drop",
            tr("acts", "Drop draft"),
            lambda h: h.drop_draft(),
            "trash",
            ("Ctrl+Shift+D",),
            menu="edit",
            when=lambda f: f.has_thread,
            otherwise=none,
        ),
        Action(
            "composer.attach",
            tr("acts", "Attach pictures…"),
            lambda h: h.composing.attach(),
            "paperclip",
            ("Ctrl+Shift+A",),
            menu="edit",
            when=lambda f: f.has_thread,
            otherwise=none,
            also=("joindre", "photo", "image"),
        ),
        Action(
            "composer.later",
            tr("acts", "Send later…"),
            lambda h: h.composing.ask_later(),
            "clock",
            ("Ctrl+Shift+L",),
            menu="thread",
            when=lambda f: f.has_thread,
            otherwise=none,
            also=("schedule", "programmer"),
        ),
        Action(
            "composer.private",
            tr("acts", "Send what is written privately"),
            lambda h: h.composing.send_privately(),
            "lock-simple",
            menu="thread",
            when=lambda f: f.has_thread,
            otherwise=none,
            also=("private", "dm", "message privé", "en privé"),
        ),
        Action(
            "composer.through",
            tr("acts", "Answer through another channel…"),
            lambda h: h.composing.choose_channel(),
            "arrows-left-right",
            menu="thread",
            when=lambda f: f.has_thread,
            otherwise=none,
            also=("merged", "fusion", "canal"),
        ),
        Action(
            "composer.split",
            tr("acts", "Split into parts…"),
            lambda h: h.composing.split(),
            "scissors",
            menu="edit",
            when=lambda f: f.has_thread,
            otherwise=none,
            also=("couper",),
        ),
        Action(
            "composer.language",
            tr("acts", "Spelling in the next language"),
            lambda h: h.composing.next_language(),
            "text-aa",
            ("Ctrl+Shift+K",),
            menu="edit",
            when=lambda f: f.has_thread,
            otherwise=none,
            also=("spell check", "orthographe", "dictionnaire"),
        ),
        Action(
            "thread.translate",
            tr("acts", "Translate"),
            lambda h: h.composing.translate(),
            "translate",
            ("W",),
            menu="thread",
            when=lambda f: f.has_thread,
            otherwise=none,
            also=("traduire",),
        ),
    )
