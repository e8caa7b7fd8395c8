"""The acts themselves, by what they are about."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.actions.registry import Action, Facts, Registry
from socialdesk.model.view import DONE, MENTIONS, MINE, SENT, SNOOZED, TEAM, UNASSIGNED, WAITING

tr = QCoreApplication.translate


def _thread(facts: Facts) -> bool:
    return facts.has_thread


def _open_thread(facts: Facts) -> bool:
    return facts.has_thread and not facts.is_done


def _library(facts: Facts) -> bool:
    return facts.is_library


def all_acts() -> Registry:
    """Every act there is, in the reader's language of this moment."""
    none = tr("acts", "Open a thread first.")
    return Registry(
        [
            Action(
                "thread.done",
                tr("acts", "Mark done"),
                lambda h: h.mark_done(),
                "check",
                ("E",),
                menu="thread",
                when=_open_thread,
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
                when=_thread,
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
                when=_thread,
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
                when=lambda f: not f.is_library,
                otherwise=tr("acts", "Go back to the queue first."),
            ),
            Action(
                "thread.tag",
                tr("acts", "Tag…"),
                lambda h: h.ask_tags(),
                "tag",
                ("T",),
                menu="thread",
                when=_thread,
                otherwise=none,
            ),
            Action(
                "thread.read",
                tr("acts", "Mark read or unread"),
                lambda h: h.toggle_read(),
                "envelope",
                ("U",),
                menu="thread",
                when=_thread,
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
                when=_thread,
                otherwise=none,
            ),
            Action(
                "thread.note",
                tr("acts", "Internal note"),
                lambda h: h.write_note(),
                "note-pencil",
                ("M",),
                menu="thread",
                when=_thread,
                otherwise=none,
            ),
            Action(
                "composer.send",
                tr("acts", "Send"),
                lambda h: h.send(),
                "paper-plane-tilt",
                ("Ctrl+Return", "Ctrl+Enter"),
                menu="thread",
                when=_thread,
                otherwise=none,
            ),
            Action(
                "composer.send_done",
                tr("acts", "Send and done"),
                lambda h: h.send_and_done(),
                "paper-plane-right",
                ("Ctrl+Shift+Return", "Ctrl+Shift+Enter"),
                menu="thread",
                when=_thread,
                otherwise=none,
            ),
            Action(
                "composer.mode",
                tr("acts", "Reply or note"),
                lambda h: h.toggle_note(),
                "lock-simple",
                ("Ctrl+Shift+M",),
                when=_thread,
                otherwise=none,
            ),
            Action(
                "composer.saved",
                tr("acts", "Saved replies"),
                lambda h: h.open_saved_replies(),
                "lightning",
                ("Ctrl+Shift+S",),
                menu="edit",
                when=_thread,
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
                when=_thread,
                otherwise=none,
            ),
            Action(
                "contact.export",
                tr("acts", "Write down all that is held about this contact…"),
                lambda h: h.export_contact(),
                "identification-card",
                menu="file",
                when=_thread,
                otherwise=none,
                also=("export", "gdpr", "rgpd", "privacy"),
            ),
            Action(
                "contact.erase",
                tr("acts", "Forget this contact for good…"),
                lambda h: h.erase_contact(),
                "trash",
                menu="file",
                when=_thread,
                otherwise=none,
                also=("erase", "delete", "gdpr", "rgpd", "privacy"),
            ),
            Action("app.undo", tr("acts", "Undo"), lambda h: h.undo(), "arrow-u-up-left", ("Z",), menu="edit"),
            Action("queue.next", tr("acts", "Next thread"), lambda h: h.step(1), "arrow-down", ("J",), menu="go"),
            Action(
                "queue.previous", tr("acts", "Previous thread"), lambda h: h.step(-1), "arrow-up", ("K",), menu="go"
            ),
            Action(
                "queue.enter",
                tr("acts", "Into the conversation"),
                lambda h: h.enter_conversation(),
                "arrow-right",
                ("Return",),
            ),
            Action("app.leave", tr("acts", "Back"), lambda h: h.leave(), "arrow-left", ("Escape",)),
            Action("queue.home", tr("acts", "Apply new order"), lambda h: h.apply_order(), "arrows-down-up", ("Home",)),
            Action(
                "app.palette",
                tr("acts", "Command palette"),
                lambda h: h.open_palette(),
                "magnifying-glass",
                ("Ctrl+K",),
                menu="edit",
            ),
            Action(
                "app.search",
                tr("acts", "Search"),
                lambda h: h.start_search(),
                "magnifying-glass",
                ("Ctrl+F", "/", "Ctrl+Shift+F"),
                menu="edit",
                also=("chercher",),
            ),
            Action(
                "app.keys",
                tr("acts", "Keys for this place"),
                lambda h: h.show_keys(),
                "keyboard",
                ("F1", "?"),
                menu="help",
            ),
            Action("app.pane", tr("acts", "Next pane"), lambda h: h.next_pane(1), "columns", ("F6",), menu="view"),
            Action("app.pane_back", tr("acts", "Previous pane"), lambda h: h.next_pane(-1), "columns", ("Shift+F6",)),
            Action(
                "view.rail",
                tr("acts", "Show or hide the rail"),
                lambda h: h.toggle_rail(),
                "list",
                ("Ctrl+Shift+B",),
                menu="view",
            ),
            Action(
                "view.context",
                tr("acts", "Show or hide the contact"),
                lambda h: h.toggle_context(),
                "identification-card",
                ("Ctrl+Shift+I",),
                menu="view",
            ),
            Action(
                "view.larger",
                tr("acts", "Larger text"),
                lambda h: h.zoom(1),
                "magnifying-glass-plus",
                ("Ctrl++", "Ctrl+="),
                menu="view",
            ),
            Action(
                "view.smaller",
                tr("acts", "Smaller text"),
                lambda h: h.zoom(-1),
                "magnifying-glass-minus",
                ("Ctrl+-",),
                menu="view",
            ),
            Action(
                "view.size",
                tr("acts", "Text size as designed"),
                lambda h: h.zoom(0),
                "text-aa",
                ("Ctrl+0",),
                menu="view",
            ),
            Action(
                "view.theme",
                tr("acts", "Light or dark"),
                lambda h: h.toggle_theme(),
                "circle-half",
                menu="view",
                also=("theme", "sombre", "clair"),
            ),
            Action(
                "app.connect",
                tr("acts", "Connect a channel"),
                lambda h: h.connect_channel(),
                "plus-circle",
                menu="file",
                also=("add account", "connecter"),
            ),
            Action("app.quit", tr("acts", "Quit"), lambda h: h.quit(), "sign-out", ("Ctrl+Q",), menu="file"),
            Action("go.mine", tr("acts", "Go to Mine"), lambda h: h.go(MINE), "user", chord="M", menu="go"),
            Action(
                "go.unassigned",
                tr("acts", "Go to Unassigned"),
                lambda h: h.go(UNASSIGNED),
                "tray",
                chord="U",
                menu="go",
            ),
            Action(
                "go.team", tr("acts", "Go to Whole team"), lambda h: h.go(TEAM), "users-three", chord="E", menu="go"
            ),
            Action(
                "go.mentions", tr("acts", "Go to Mentions of me"), lambda h: h.go(MENTIONS), "at", chord="N", menu="go"
            ),
            Action("go.snoozed", tr("acts", "Go to Snoozed"), lambda h: h.go(SNOOZED), "clock", chord="S", menu="go"),
            Action(
                "go.waiting",
                tr("acts", "Go to Waiting on contact"),
                lambda h: h.go(WAITING),
                "hourglass",
                chord="W",
                menu="go",
            ),
            Action("go.sent", tr("acts", "Go to Sent"), lambda h: h.go(SENT), "paper-plane-tilt", chord="T", menu="go"),
            Action("go.done", tr("acts", "Go to Done"), lambda h: h.go(DONE), "check-circle", chord="D", menu="go"),
            Action(
                "go.outbox",
                tr("acts", "Go to Outbox"),
                lambda h: h.show_outbox(),
                "tray",
                chord="O",
                menu="go",
            ),
            Action(
                "go.library",
                tr("acts", "Go to Saved replies"),
                lambda h: h.show_library(),
                "lightning",
                chord="R",
                menu="go",
                also=("library", "réponses types", "bibliothèque"),
            ),
            *_library_acts(),
            *(
                Action(
                    f"go.view{n}",
                    tr("acts", "View {number}").format(number=n),
                    lambda h, n=n: h.go_number(n),
                    "list-numbers",
                    (f"Ctrl+{n}",),
                )
                for n in range(1, 10)
            ),
        ]
    )


def _library_acts() -> tuple[Action, ...]:
    elsewhere = tr("acts", "Open the saved replies first.")
    return (
        Action(
            "library.new",
            tr("acts", "New saved reply"),
            lambda h: h.new_saved_reply(),
            "plus",
            ("Ctrl+N",),
            menu="file",
            also=("create", "nouvelle réponse type"),
        ),
        Action(
            "library.save",
            tr("acts", "Save the saved reply"),
            lambda h: h.save_saved_reply(),
            "check",
            ("Ctrl+S",),
            menu="file",
            when=_library,
            otherwise=elsewhere,
        ),
        Action(
            "library.duplicate",
            tr("acts", "Duplicate the saved reply"),
            lambda h: h.duplicate_saved_reply(),
            "copy",
            ("Ctrl+D",),
            menu="edit",
            when=_library,
            otherwise=elsewhere,
        ),
        Action(
            "library.delete",
            tr("acts", "Delete the saved reply"),
            lambda h: h.delete_saved_reply(),
            "trash",
            ("Ctrl+Del",),
            menu="edit",
            when=_library,
            otherwise=elsewhere,
        ),
        Action(
            "library.folder",
            tr("acts", "Rename the folder of saved replies"),
            lambda h: h.rename_folder(),
            "folder",
            menu="edit",
            when=_library,
            otherwise=elsewhere,
        ),
    )
