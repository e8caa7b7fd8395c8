"""Decides what a command does to the saved views; the desktop shows it at once, the engine makes it so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from socialdesk.model.command import Command, DeleteView, Given, MoveView, SaveView
from socialdesk.model.filter_form import NotAFilter, from_words, to_words
from socialdesk.model.identifiers import PersonId
from socialdesk.model.view import View

LONGEST_NAME = 60
MOST_VIEWS = 100
"""Each view is asked about each thread that changes."""


def saved(command: SaveView, by: PersonId) -> View:
    """The view that a command saves. Raises NotAFilter."""
    filter_ = from_words(command.filter)
    owner = None if command.shared else by
    return View(command.id, filter_, " ".join(command.title.split()), not filter_.depends_on_time, command.sort, owner)


def as_command(view: View) -> SaveView:
    """The command that makes a view as it is."""
    return SaveView(view.id, view.name, to_words(view.filter), view.sort, shared=view.owner is None)


def may_change(view: View, by: PersonId) -> bool:
    """Whether somebody may change a view: the team's, or their own."""
    return view.owner is None or view.owner == by


def problem(view: View, others: Sequence[View]) -> str:
    """Why a view cannot be saved beside the others that its owner sees; empty when it can."""
    if not view.name:
        return "Give the view a name."
    if len(view.name) > LONGEST_NAME:
        return f"Give the view a shorter name: {LONGEST_NAME} characters at most."
    if view.is_built_in or "/" in view.id or not view.id:
        return "This view comes with the workspace and cannot be changed. Save it as a view of your own."
    beside = [one for one in others if one.id != view.id]
    if any(one.name.casefold() == view.name.casefold() for one in beside):
        return f"There is a view called “{view.name}” already. Give this one another name."
    if len(beside) >= MOST_VIEWS:
        return f"There are {MOST_VIEWS} saved views already. Delete one that nobody uses."
    return ""


def moved(ids: Sequence[str], id_: str, before: str) -> list[str]:
    """The order of views when one goes before another, or last where the other is not there."""
    left = [one for one in ids if one != id_]
    at = left.index(before) if before in left else len(left)
    return [*left[:at], id_, *left[at:]]


def follower(ids: Sequence[str], id_: str) -> str:
    """The view after one, to put it back there; empty for the last."""
    at = list(ids).index(id_) + 1
    return ids[at] if at < len(ids) else ""


def fold_views(views: Sequence[View], pending: Iterable[Given], me: PersonId) -> list[View]:
    """The saved views with what is pending on top."""
    now = list(views)
    for given in pending:
        now = _fold(now, given.command, given.person, me)
    return now


def _fold(views: list[View], command: Command, by: PersonId, me: PersonId) -> list[View]:
    match command:
        case SaveView():
            try:
                view = saved(command, by)
            except NotAFilter:
                return views
            seen = view.owner in (None, me)
            if any(one.id == view.id for one in views):
                return [view if one.id == view.id else one for one in views if one.id != view.id or seen]
            return [*views, view] if seen and not problem(view, views) else views
        case DeleteView(id=id_):
            return [one for one in views if one.id != id_]
        case MoveView(id=id_, before=before) if any(one.id == id_ for one in views):
            known = {one.id: one for one in views}
            return [known[one] for one in moved(list(known), id_, before)]
        case _:
            return views


def copy_of(view: View, id_: str, name: str) -> View:
    """A private copy's beginning: the same threads under another name; `id_` is new."""
    return replace(view, id=id_, name=name)
