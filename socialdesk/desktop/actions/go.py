"""Ways through the queue and from view to view."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.actions.registry import Action
from socialdesk.model.view import DONE, MENTIONS, MINE, SENT, SNOOZED, TEAM, UNASSIGNED, WAITING

tr = QCoreApplication.translate


def go_acts() -> tuple[Action, ...]:
    """In the reader's language of this moment."""
    return (
        Action("queue.next", tr("acts", "Next thread"), lambda h: h.step(1), "arrow-down", ("J",), menu="go"),
        Action("queue.previous", tr("acts", "Previous thread"), lambda h: h.step(-1), "arrow-up", ("K",), menu="go"),
        Action(
            "queue.enter",
            tr("acts", "Into the conversation"),
            lambda h: h.enter_conversation(),
            "arrow-right",
            ("Return",),
        ),
        Action("queue.home", tr("acts", "Apply new order"), lambda h: h.apply_order(), "arrows-down-up", ("Home",)),
        Action("go.mine", tr("acts", "Go to Mine"), lambda h: h.go(MINE), "user", chord="M", menu="go"),
        Action(
            "go.unassigned",
            tr("acts", "Go to Unassigned"),
            lambda h: h.go(UNASSIGNED),
            "tray",
            chord="U",
            menu="go",
        ),
        Action("go.team", tr("acts", "Go to Whole team"), lambda h: h.go(TEAM), "users-three", chord="E", menu="go"),
        Action("go.mentions", tr("acts", "Go to Mentions of me"), lambda h: h.go(MENTIONS), "at", chord="N", menu="go"),
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
    )
