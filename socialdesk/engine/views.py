"""Makes the commands about saved views effective inside one change, or says why not."""

from __future__ import annotations

from socialdesk.model.command import DeleteView, Given, MoveView, SaveView
from socialdesk.model.filter_form import NotAFilter
from socialdesk.model.saved_view import may_change, moved, problem, saved
from socialdesk.store.change import Change


def refused(change: Change, given: Given, command: SaveView | DeleteView | MoveView) -> str:
    """Make one effective; gives the sentence that says why it cannot be, and then nothing was changed."""
    before = change.saved_view(command.id)
    if before is not None and not may_change(before, given.person):
        return "This view belongs to somebody else. Nothing was changed; save a copy of your own."
    match command:
        case SaveView():
            return _save(change, given, command)
        case DeleteView():
            if before is not None:
                change.drop_view(command.id)
        case MoveView():
            if before is None:
                return "This view was deleted meanwhile."
            change.order_views(moved([view.id for view in change.saved_views()], command.id, command.before))
    return ""


def _save(change: Change, given: Given, command: SaveView) -> str:
    try:
        view = saved(command, given.person)
    except NotAFilter:
        return "This view asks for something this version does not know. Nothing was changed."
    seen = [one for one in change.saved_views() if view.owner is None or may_change(one, given.person)]
    wrong = problem(view, seen)
    if not wrong:
        change.put_view(view)
    return wrong
