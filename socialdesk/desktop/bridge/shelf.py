"""Holds the library of saved replies ready for every place that shows or searches it: a text is read once a version.

What is not there yet is read in short slices beforehand; what changed is told by heads, which are cheap.
"""

from __future__ import annotations

from itertools import islice

from PySide6.QtCore import QObject, QTimer

from socialdesk.desktop.bridge.follow import Follow
from socialdesk.model.identifiers import SavedReplyId
from socialdesk.model.saved_reply import SavedReply
from socialdesk.model.saved_reply_ranking import Worded, worded
from socialdesk.store.cache import Cache, Changes
from socialdesk.store.fitting import these
from socialdesk.store.shelf import Head, heads

SLICE = 20
"""So many replies are read at a time: about two milliseconds."""


class Shelf(QObject):
    """The library of one workspace."""

    def __init__(self, cache: Cache, follow: Follow, parent: QObject) -> None:
        super().__init__(parent)
        self._cache = cache
        self._held: dict[SavedReplyId, tuple[Head, Worded]] = {}
        self._missing: dict[SavedReplyId, Head] = {}
        self._is_stale = True
        self._is_ahead = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._read_on)
        follow.changed.connect(self._on_changed)

    def prepare(self) -> None:
        """From now on, read beforehand, whenever there is nothing else to do."""
        self._is_ahead = True
        self._soon.start()

    def rest(self) -> None:
        """Read no more: the file is about to close."""
        self._soon.stop()

    def replies(self) -> list[SavedReply]:
        """The whole library as it is at this moment, the oldest first; that something changed need not be told yet."""
        self._is_stale = True
        return sorted((one.reply for one in self.all()), key=lambda one: one.id)

    def all(self) -> list[Worded]:
        """The whole library as it is now, with its words."""
        self._look()
        while self._missing:
            self._read(500)
        return [one for _, one in self._held.values()]

    def _look(self) -> None:
        if not self._is_stale:
            return
        self._is_stale = False
        now = dict(heads(self._cache))
        for gone in self._held.keys() - now.keys():
            del self._held[gone]
        self._missing = {id_: head for id_, head in now.items() if id_ not in self._held or self._held[id_][0] != head}

    def _read(self, most: int) -> None:
        some = dict(islice(self._missing.items(), most))
        for reply in these(self._cache, some.keys()):
            self._held[reply.id] = some[reply.id], worded(reply)
        for id_ in some:
            del self._missing[id_]

    def _read_on(self) -> None:
        self._look()
        self._read(SLICE)
        if self._missing:
            self._soon.start()

    def _on_changed(self, changes: Changes) -> None:
        if "library" in changes.others:
            self._is_stale = True
            if self._is_ahead:
                self._soon.start()
