"""Makes one thread of two and takes them apart: gets a command, changes rows, or gives a sentence why it cannot be."""

from __future__ import annotations

from socialdesk.model.command import Given
from socialdesk.model.identifiers import ChannelId
from socialdesk.model.merging import MergeThreads, Merging
from socialdesk.store.change import Change
from socialdesk.store.change.merging import CannotTakeApart

_GONE = "This thread is no longer in the workspace."


def apply(change: Change, given: Given, command: Merging) -> str:
    """Do it; gives "" or, when nothing was done, why and what to do."""
    kept = change.stands_for(command.thread)
    if kept is None:
        return _GONE
    if not isinstance(command, MergeThreads):
        try:
            ours, theirs = change.unmerge_threads(command.merge)
        except CannotTakeApart as why:
            return str(why)
        for thread in (ours, theirs):
            change.add_happening(thread.id, given.at, given.person, "parted")
        return ""
    away = change.stands_for(command.other)
    if away is None:
        return _GONE
    if away.id == kept.id:
        return "These two are one thread already."
    if kept.contact_id is None or kept.contact_id != away.contact_id:
        return "These threads are of two contacts. If they are one person, join the contacts first (see the panel)."
    change.merge_threads(kept, away, command.merge, given.person, given.at)
    change.add_happening(kept.id, given.at, given.person, "merged")
    return ""


def take_apart(change: Change, channel: ChannelId) -> None:
    """Take every merge back that has to do with a channel, so that what goes with it goes whole, and nothing else."""
    for merge in change.merges_with(channel):
        change.unmerge_threads(merge)
