"""Acts on the open thread."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.actions.registry import Action

tr = QCoreApplication.translate


def thread_acts() -> tuple[Action, ...]:
    """In the reader's language of this moment."""
    none = tr("acts", "Open a thread first.")
    return (
        Action(
            "thread.done",
            tr("acts", "Mark done"),
            lambda h: h.mark_done(),
            "check",
            ("E",),
            menu="thread",
            when=lambda f: f.has_thread and not f.is_done,
            otherwise=tr("acts", "It is done already."),
        ),
        Action(
            "thread.reopen",
            tr("acts", "Reopen"),
            lambda h: h.reopen(),
            "arrow-counter-clockwise",
            ("Shift+E",),
            menu="thread",
            when=lambda f: f.is_done,
            otherwise=tr("acts", "It is not done."),
        ),
        Action(
            "thread.snooze",
            tr("acts", "Snooze…"),
            lambda h: h.ask_snooze(),
            "clock",
            ("H",),
            menu="thread",
            when=lambda f: f.has_thread,
            otherwise=none,
            also=("later", "plus tard"),
        ),
        Action(
            "thread.assign",
            tr("acts", "Assign to…"),
            lambda h: h.ask_assign(),
            "user",
            ("A",),
            menu="thread",
            when=lambda f: f.has_thread,
            otherwise=none,
            also=("give", "confier"),
        ),
        Action(
            "thread.mine",
            tr("acts", "Assign to me"),
            lambda h: h.assign_me(),
            "user-plus",
            ("I",),
            menu="thread",
            when=lambda f: f.has_thread and not f.is_mine,
            otherwise=tr("acts", "It is yours already."),
        ),
        Action(
            "thread.nobody",
            tr("acts", "Assign to nobody"),
            lambda h: h.assign_nobody(),
            "user-minus",
            ("Shift+I",),
            menu="thread",
            when=lambda f: f.thread is not None and f.thread.assignee_id is not None,
            otherwise=tr("acts", "It is nobody's already."),
        ),
        Action(
            "thread.take",
            tr("acts", "Take next unassigned"),
            lambda h: h.take_next(),
            "hand-grabbing",
            ("N",),
            menu="thread",
            when=lambda f: not f.is_library and not f.is_settings,
            otherwise=tr("acts", "Go back to the queue first."),
        ),
        Action(
            "thread.tag",
            tr("acts", "Tag…"),
            lambda h: h.ask_tags(),
            "tag",
            ("T",),
            menu="thread",
            when=lambda f: f.has_thread,
            otherwise=none,
        ),
        Action(
            "thread.read",
            tr("acts", "Mark read or unread"),
            lambda h: h.toggle_read(),
            "envelope",
            ("U",),
            menu="thread",
            when=lambda f: f.has_thread,
            otherwise=none,
        ),
        Action(
            "thread.like",
            tr("acts", "Like the message"),
            lambda h: h.like(),
            "heart",
            ("L",),
            menu="thread",
            when=lambda f: f.can_like,
            otherwise=tr("acts", "This network takes no likes here."),
        ),
        Action(
            "thread.open",
            tr("acts", "View on the platform"),
            lambda h: h.open_on_platform(),
            "arrow-square-out",
            ("V",),
            menu="thread",
            when=lambda f: f.thread is not None and bool(f.thread.permalink),
            otherwise=tr("acts", "There is no address for it."),
        ),
        Action(
            "thread.reply",
            tr("acts", "Reply"),
            lambda h: h.answer(),
            "arrow-bend-up-left",
            ("R",),
            menu="thread",
            when=lambda f: f.has_thread,
            otherwise=none,
        ),
        Action(
            "thread.note",
            tr("acts", "Internal note"),
            lambda h: h.write_note(),
            "note-pencil",
            ("M",),
            menu="thread",
            when=lambda f: f.has_thread,
            otherwise=none,
        ),
    )
