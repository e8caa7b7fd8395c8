"""Whether the open thread is kept out of sight of whoever sits here, and that it is counted when it is opened."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.places.conversation.kept import today
from socialdesk.model.shielding import CountOpened
from socialdesk.model.thread import Thread

tr = QCoreApplication.translate


class Hiding:
    """Goes with one conversation."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge
        self.is_on = False

    def turn_to(self, thread: Thread | None) -> None:
        """Another thread opens. Who has nothing covered opens it with that."""
        is_kept = thread is not None and thread.is_shielded
        self.is_on = is_kept and self._covers
        if thread is not None and is_kept and not self.is_on:
            self._count(thread)

    def follow(self, before: Thread, thread: Thread) -> None:
        """The thread changed. What is put out of sight now goes; what somebody opened before stays open."""
        self.is_on = thread.is_shielded and (self.is_on or (not before.is_shielded and self._covers))

    def open(self, thread: Thread) -> None:
        """Somebody asked to see it."""
        self.is_on = False
        self._count(thread)

    def hides_name(self, thread: Thread) -> bool:
        """Whether not even the name of who wrote is shown."""
        return self.is_on and self._bridge.hides_name(thread)

    def told(self, thread: Thread) -> Thread:
        """The thread as its head may tell of it."""
        if not self.is_on:
            return thread
        name = tr("conversation", "Hidden message") if self.hides_name(thread) else thread.contact_name
        return replace(thread, contact_name=name, contact_handle="")

    @property
    def _covers(self) -> bool:
        """Whether what is kept out of sight is covered for whoever sits here."""
        return self._bridge.settings.flag("shield.cover")

    def _count(self, thread: Thread) -> None:
        self._bridge.submit.order(CountOpened(thread.id, today(self._bridge)))
