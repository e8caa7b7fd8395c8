"""Acts of the window and of the program."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.actions.registry import Action

tr = QCoreApplication.translate


def window_acts() -> tuple[Action, ...]:
    """In the reader's language of this moment."""
    return (
        Action("app.undo", tr("acts", "Undo"), lambda h: h.undo(), "arrow-u-up-left", ("Z", "Ctrl+Z"), menu="edit"),
        Action(
            "app.leave",
            tr("acts", "Back"),
            lambda h: h.leave(),
            "arrow-left",
            ("Escape",),
            gmail=("Escape", "U"),
        ),
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
            ("Ctrl+F", "Ctrl+Shift+F"),
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
        Action(
            "app.report",
            tr("acts", "Report a problem"),
            lambda h: h.show_about(),
            "warning",
            menu="help",
            also=("bug", "crash", "logs", "support", "help", "aide", "signaler", "plantage", "journaux"),
        ),
        Action(
            "app.about",
            tr("acts", "About SocialDesk"),
            lambda h: h.show_about(),
            "info",
            menu="help",
            also=("version", "licence", "license", "à propos"),
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
    )
