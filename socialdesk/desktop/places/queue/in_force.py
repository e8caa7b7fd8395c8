"""Says what the queue shows: a view, through which status, narrowed by which conditions, in which order."""

from __future__ import annotations

from dataclasses import replace

from socialdesk.model.condition import AnyOf, Condition
from socialdesk.model.filtering import bare, parts_of, with_parts
from socialdesk.model.sorting import Sort
from socialdesk.model.thread import Status
from socialdesk.model.view import Filter, View, with_status
from socialdesk.support.values import value_class

NARROWED = "narrowed"
"""The id of a view that is nobody's: what is in force and not saved. It has no counters."""


@value_class(frozen=True, slots=True)
class InForce:
    """What is in force. `parts` are told as chips, each of which can be taken away.

    Of a view that comes with the workspace its own filter is told by its name; of a saved one all of it by the chips.
    """

    base: View
    parts: tuple[Condition, ...] = ()
    joins_any: bool = False
    """Whether one of the parts is enough."""
    sort: Sort = Sort.TRIAGE
    status: Status | None = None
    """The chip that is chosen; None for what the view itself takes."""

    @classmethod
    def of(cls, base: View, sort: Sort) -> InForce:
        """A view as it was saved."""
        parts, joins_any = own_parts(base)
        return cls(base, parts, joins_any, sort)

    @property
    def is_changed(self) -> bool:
        """Whether the conditions are other ones than those of the view itself."""
        return (self.parts, self.joins_any if len(self.parts) > 1 else False) != own_parts(self.base)

    @property
    def view(self) -> View:
        """The view that takes just this."""
        found = self.base
        if self.is_changed:
            found = replace(found, id=NARROWED, filter=self.filter, owner=None)
        if self.status is not None:
            found = with_status(found, self.status)
        return replace(found, sort=self.sort)

    @property
    def filter(self) -> Filter:
        """What it takes, as a view of its own would be saved."""
        base = self.base.filter if self.base.is_built_in else bare(self.base.filter.statuses)
        parts = (AnyOf(self.parts),) if self.joins_any and len(self.parts) > 1 else self.parts
        return with_parts(base, parts)

    def without(self, part: Condition) -> InForce:
        """The same with one condition fewer."""
        return replace(self, parts=tuple(one for one in self.parts if one != part))


def own_parts(base: View) -> tuple[tuple[Condition, ...], bool]:
    """The conditions of a view itself that are told as chips, and whether one of them is enough."""
    if base.is_built_in:
        return (), False
    parts = parts_of(base.filter)
    if len(parts) == 1 and isinstance(parts[0], AnyOf) and len(parts[0].parts) > 1:
        return parts[0].parts, True
    return parts, False
