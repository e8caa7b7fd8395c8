"""Ways through the queue and from view to view."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.actions.registry import Action
from socialdesk.model.view import DONE, MENTIONS, MINE, SENT, SNOOZED, TEAM, UNASSIGNED, WAITING

tr = QCoreApplication.translate
_IN_THE_RAIL: tuple[str, ...] = ()
"""Without single letters the views that everybody has are Ctrl and their digit in the rail."""


def go_acts() -> tuple[Action, ...]:
    """In the reader's language of this moment."""
    return (
        Action(
            "queue.next",
            tr("acts", "Next thread"),
            lambda h: h.step(1),
            "arrow-down",
            ("J",),
            menu="go",
            plain=("Ctrl+Down",),
        ),
        Action(
            "queue.previous",
            tr("acts", "Previous thread"),
            lambda h: h.step(-1),
            "arrow-up",
            ("K",),
            menu="go",
            plain=("Ctrl+Up",),
        ),
        Action(
            "queue.enter",
            tr("acts", "Into the conversation"),
            lambda h: h.enter_conversation(),
            "arrow-right",
            ("Return",),
            gmail=("Return", "O"),
        ),
        Action("queue.home", tr("acts", "Apply new order"), lambda h: h.apply_order(), "arrows-down-up", ("Home",)),
        Action(
            "go.mine",
            tr("acts", "Go to Mine"),
            lambda h: h.go(MINE),
            "user",
            chord="M",
            menu="go",
            gmail=("G I",),
            plain=_IN_THE_RAIL,
        ),
        Action(
            "go.unassigned",
            tr("acts", "Go to Unassigned"),
            lambda h: h.go(UNASSIGNED),
            "tray",
            chord="U",
            menu="go",
            plain=_IN_THE_RAIL,
        ),
        Action(
            "go.team",
            tr("acts", "Go to Whole team"),
            lambda h: h.go(TEAM),
            "users-three",
            chord="E",
            menu="go",
            gmail=("G A",),
            plain=_IN_THE_RAIL,
        ),
        Action(
            "go.mentions",
            tr("acts", "Go to Mentions of me"),
            lambda h: h.go(MENTIONS),
            "at",
            chord="N",
            menu="go",
            plain=_IN_THE_RAIL,
        ),
        Action(
            "go.snoozed",
            tr("acts", "Go to Snoozed"),
            lambda h: h.go(SNOOZED),
            "clock",
            chord="S",
            menu="go",
            gmail=("G B",),
            plain=_IN_THE_RAIL,
        ),
        Action(
            "go.waiting",
            tr("acts", "Go to Waiting on contact"),
            lambda h: h.go(WAITING),
            "hourglass",
            chord="W",
            menu="go",
            plain=_IN_THE_RAIL,
        ),
        Action(
            "go.sent",
            tr("acts", "Go to Sent"),
            lambda h: h.go(SENT),
            "paper-plane-tilt",
            chord="T",
            menu="go",
            plain=_IN_THE_RAIL,
        ),
        Action(
            "go.done",
            tr("acts", "Go to Done"),
            lambda h: h.go(DONE),
            "check-circle",
            chord="D",
            menu="go",
            gmail=("G E",),
            plain=_IN_THE_RAIL,
        ),
        Action(
            "go.outbox",
            tr("acts", "Go to Outbox"),
            lambda h: h.show_outbox(),
            "tray",
            chord="O",
            menu="go",
            plain=("Alt+Shift+O",),
        ),
        Action(
            "go.library",
            tr("acts", "Go to Saved replies"),
            lambda h: h.show_library(),
            "lightning",
            chord="R",
            menu="go",
            also=("library", "réponses types", "bibliothèque"),
            plain=("Alt+Shift+L",),
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
