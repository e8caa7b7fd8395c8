"""Says whether a view can be read within a frame, from its shape alone: the window reads the others beside itself."""

from __future__ import annotations

from socialdesk.model.sorting import Sort
from socialdesk.model.view import Filter, View, Whose
from socialdesk.store.cache import Cache
from socialdesk.store.queue_page import is_listed

FEW = 1_500
"""So many threads are looked through within a frame, whatever is asked of them."""
LOOKED_AT = 20_000
"""So many threads of a stretch a page that is read beside the window looks through; the next one goes on from there.

What fits is shown as it is found, and what is asked meanwhile need not wait for the end of two hundred thousand.
"""


def are_few(cache: Cache) -> bool:
    """Whether the workspace holds so few threads that nothing about them takes long."""
    newest = cache.ask("SELECT max(id) FROM thread")[0][0]
    return newest is None or newest <= FEW


def is_quick(cache: Cache, view: View) -> bool:
    """Whether a page of a view is a stretch of one index, or a merge of few, with nothing to pass over."""
    if are_few(cache):
        return True
    if view.sort is not Sort.TRIAGE:
        return _named(view.filter) == 0
    if is_listed(cache, view):
        return not view.filter.depends_on_time
    return view.filter.where is None and _named(view.filter) <= 1


def _named(filter_: Filter) -> int:
    """How many things a filter asks for besides the status; one of them an index holds, each further is looked for."""
    asked = (
        filter_.whose is not Whose.ANYBODY,
        filter_.people,
        filter_.channels,
        filter_.kinds,
        filter_.languages,
        filter_.tags,
        filter_.vip,
        filter_.shielded,
        filter_.mentions_me,
    )
    # No index holds what is not so, nor in which threads we spoke.
    looked_for = (
        filter_.vip is False, filter_.shielded is False, filter_.mentions_me is False, filter_.answered is not None,
        filter_.where is not None,
    )  # fmt: skip
    return sum(map(bool, asked)) + 2 * sum(looked_for)
