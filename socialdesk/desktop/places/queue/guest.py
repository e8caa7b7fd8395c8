"""The thread that is open though the list beside it does not hold it: an earlier one, one that a search or a log named.

Whatever is done then is done to what is seen: the list marks no row meanwhile, and it is remembered where it stood.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.model.identifiers import ThreadId
from socialdesk.model.thread import Thread

if TYPE_CHECKING:
    from socialdesk.desktop.places.queue.fold_model import FoldedQueue
    from socialdesk.desktop.places.queue.list import QueueList


class Guest:
    """A guest of one queue."""

    def __init__(self, bridge: Bridge, model: FoldedQueue, list_: QueueList, id_: ThreadId) -> None:
        self._bridge = bridge
        self._model = model
        self.id = id_
        here = model.thread_at(list_.currentIndex().row())
        self._stood = here.id if here is not None else None
        chosen = list_.selectionModel()
        with QSignalBlocker(chosen):  # nothing else opens in the place of the row
            chosen.clear()
        list_.viewport().update()

    def thread(self) -> Thread | None:
        """It, as it looks here; None where it is gone by now."""
        found = self._bridge.thread(self.id)
        return self._bridge.submit.folded(found) if found is not None else None

    def back(self) -> Thread | None:
        """Where the list stood before it came, or the first row."""
        row = self._model.row_of(self._stood) if self._stood is not None else None
        return self._model.thread_at(row) if row is not None else self._model.first()

    @property
    def has_row(self) -> bool:
        """Whether the list holds it by now."""
        return self._model.row_of(self.id) is not None
