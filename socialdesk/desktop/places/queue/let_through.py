"""What was kept out of sight and let through, shown in the place of the view: how many, and which."""

from __future__ import annotations

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.places.queue.fold_model import FoldedQueue
from socialdesk.desktop.places.queue.header import QueueHeader
from socialdesk.model.thread import Thread
from socialdesk.support.clock import HERE


class LetThroughHere:
    """The list of it in one queue, while it is shown."""

    def __init__(self, bridge: Bridge, model: FoldedQueue, header: QueueHeader) -> None:
        self._bridge = bridge
        self._model = model
        self._header = header
        self.is_shown = False
        self._shown = 0

    def show(self) -> None:
        """Look for it."""
        from socialdesk.desktop.places.queue.finding import LetThroughs

        self.is_shown = True
        self._header.set_statuses(frozenset())
        self._header.let_through.setChecked(True)
        pending = tuple(self._now())
        self._shown = self.number()
        self._model.find(LetThroughs("", self._bridge.clock.now().astimezone(HERE), pending=pending))

    @property
    def is_behind(self) -> bool:
        """Whether something was let through, or is kept again, while the list is shown."""
        return self.is_shown and self.number() != self._shown

    def number(self) -> int:
        """How much was let through, with what the file does not know yet."""
        from socialdesk.store.shield import let_through_count  # for this view alone

        return let_through_count(self._bridge.cache) + len(self._now())

    def _now(self) -> list[Thread]:
        """What was let through here and is not so in the file yet."""
        pending = self._bridge.submit.pending
        if not pending:
            return []
        from socialdesk.model.shielding import LetThrough  # commands are not loaded for the first frame

        ids = dict.fromkeys(one.command.thread for one in pending if isinstance(one.command, LetThrough))
        kept = [one for one in self._bridge.cache.threads(list(ids)) if one.is_shielded]
        return [one for one in map(self._bridge.submit.folded, kept) if not one.is_shielded]
