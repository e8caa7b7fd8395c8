"""Acts on what others wrote, on who wrote it, and on how much a thread matters."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.actions.registry import Action, Facts
from socialdesk.model.thread import Status
from socialdesk.model.view import MUTED

tr = QCoreApplication.translate


def moderation_acts() -> tuple[Action, ...]:
    """In the reader's language of this moment."""
    none = tr("acts", "Open a thread first.")
    cannot = tr("acts", "This network does not let us do that here, or it is done already.")
    no_wait = tr("acts", "It does not wait for approval.")
    return (
        Action(
            "message.hide",
            tr("acts", "Hide from the public…"),
            lambda h: h.moderate("hide"),
            "eye-slash",
            menu="thread",
            when=lambda f: "hide" in f.able and not f.stands & {"hidden", "held"},
            otherwise=cannot,
            also=("masquer", "comment"),
        ),
        Action(
            "message.unhide",
            tr("acts", "Show to the public again"),
            lambda h: h.moderate("unhide"),
            "eye",
            menu="thread",
            when=lambda f: "hide" in f.able and "hidden" in f.stands,
            otherwise=tr("acts", "It is not hidden."),
        ),
        Action(
            "message.approve",
            tr("acts", "Approve: let the public see it"),
            lambda h: h.moderate("approve"),
            "check",
            menu="thread",
            when=_waits,
            otherwise=no_wait,
            also=("approuver", "pending"),
        ),
        Action(
            "message.ignore",
            tr("acts", "Ignore: the public does not see it"),
            lambda h: h.moderate("ignore"),
            "eye-slash",
            menu="thread",
            when=_waits,
            otherwise=no_wait,
            also=("ignorer", "pending"),
        ),
        Action(
            "message.remove",
            tr("acts", "Delete this comment…"),
            lambda h: h.moderate("remove"),
            "trash",
            menu="thread",
            when=lambda f: "remove" in f.able,
            otherwise=cannot,
        ),
        Action(
            "message.correct",
            tr("acts", "Correct our answer…"),
            lambda h: h.moderate("correct"),
            "pencil-simple",
            ("Shift+W",),
            plain=(),  # seldom, and its key is wanted there for Translate
            menu="thread",
            when=lambda f: "edit" in f.able,
            otherwise=tr("acts", "Nothing of ours stands there, or this network does not let us correct it."),
            also=("edit", "corriger", "modifier"),
        ),
        Action(
            "message.delete",
            tr("acts", "Delete our answer…"),
            lambda h: h.moderate("delete"),
            "trash",
            menu="thread",
            when=lambda f: "delete" in f.able,
            otherwise=tr("acts", "Nothing of ours stands there, or this network does not let us delete it."),
            also=("supprimer", "retract"),
        ),
        Action(
            "thread.unlike",
            tr("acts", "Take the like back"),
            lambda h: h.moderate("unlike"),
            "heart-straight",
            menu="thread",
            when=lambda f: f.can_like,
            otherwise=cannot,
            also=("unlike",),
        ),
        Action(
            "message.block",
            tr("acts", "Block this person…"),
            lambda h: h.moderate("block"),
            "prohibit",
            menu="thread",
            when=lambda f: "block" in f.able and "blocked" not in f.stands,
            otherwise=cannot,
            also=("ban", "bloquer"),
        ),
        Action(
            "message.unblock",
            tr("acts", "Let this person in again"),
            lambda h: h.moderate("unblock"),
            "user-plus",
            menu="thread",
            when=lambda f: "block" in f.able and "blocked" in f.stands,
            otherwise=tr("acts", "This person is not blocked."),
        ),
        Action(
            "message.report",
            tr("acts", "Report to the network…"),
            lambda h: h.moderate("report"),
            "flag",
            menu="thread",
            when=lambda f: "report" in f.able and "reported" not in f.stands,
            otherwise=cannot,
            also=("spam", "signaler"),
        ),
        Action(
            "thread.mute",
            tr("acts", "Mute this thread"),
            lambda h: h.moderate("mute"),
            "bell-slash",
            ("Shift+H",),
            menu="thread",
            when=lambda f: f.has_thread and not _is_muted(f),
            otherwise=tr("acts", "It is muted already."),
            also=("sourdine", "silence"),
        ),
        Action(
            "thread.unmute",
            tr("acts", "Unmute this thread"),
            lambda h: h.moderate("unmute"),
            "bell",
            menu="thread",
            when=_is_muted,
            otherwise=tr("acts", "It is not muted."),
        ),
        Action(
            "thread.priority",
            tr("acts", "Priority…"),
            lambda h: h.moderate("priority"),
            "flag",
            ("P",),
            menu="thread",
            when=lambda f: f.has_thread,
            otherwise=none,
            also=("urgent", "priorité"),
        ),
        Action(
            "thread.copy_link",
            tr("acts", "Copy the link"),
            lambda h: h.moderate("copy_link"),
            "link",
            ("Ctrl+Shift+C",),
            menu="thread",
            when=lambda f: "link" in f.able,
            otherwise=tr("acts", "There is no address for it."),
        ),
        Action("go.muted", tr("acts", "Go to Muted"), lambda h: h.go(MUTED), "bell-slash", menu="go"),
    )


def _waits(facts: Facts) -> bool:
    return "hide" in facts.able and "held" in facts.stands


def _is_muted(facts: Facts) -> bool:
    return facts.thread is not None and facts.thread.status is Status.MUTED
