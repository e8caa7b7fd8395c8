"""Does what a place on the screen stands for when it is chosen in a message: by the mouse, by Enter, from its menu."""

from __future__ import annotations

from collections.abc import Callable
from datetime import tzinfo
from typing import Protocol

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.places.conversation import media, words
from socialdesk.desktop.places.conversation.fate import Step
from socialdesk.desktop.places.conversation.geometry import Target
from socialdesk.desktop.places.conversation.rows import Key, Row
from socialdesk.desktop.places.conversation.seen_media import SeenMedia
from socialdesk.model.message import Message
from socialdesk.model.thread import Thread
from socialdesk.store.conversation import told_versions


class Place(Protocol):
    """What it asks of its conversation."""

    def window(self) -> QWidget:
        """The window that it is in."""
        ...

    def open_thread(self) -> Thread | None:
        """The open thread."""
        ...

    def show_rows(self) -> None:
        """Show what differs now."""
        ...

    def show_hidden(self) -> None:
        """Show what is kept out of sight."""
        ...

    def ask_about(self, url: str) -> None:
        """Show where an address leads before it is opened."""
        ...

    def take_step(self, step: Step, message: Message) -> None:
        """Do what a word below an answer says."""
        ...


class Targets:
    """Goes with one conversation. Keeps which rows of the open thread are unfolded or shown whole."""

    def __init__(
        self,
        place: Place,
        bridge: Bridge,
        pictures: SeenMedia,
        zone: tzinfo | None,
        *,
        show_rule: Callable[[str], None],
    ) -> None:
        self._place = place
        self._bridge = bridge
        self._pictures = pictures
        self._zone = zone
        self._show_rule = show_rule
        self.unfolded: frozenset[Key] = frozenset()
        self.opened: frozenset[Key] = frozenset()
        """The long messages that are shown whole."""

    def forget(self) -> None:
        """Another thread opens: of it all is folded."""
        self.unfolded = self.opened = frozenset()

    def take(self, target: Target, row: Row) -> None:
        """Do what was chosen in a row."""
        place, entry = self._place, row.entry
        match target.what:
            case "reveal":
                place.show_hidden()
            case "more":
                self.opened |= {row.key}
                place.show_rows()
            case "fold":
                self.unfolded ^= {row.key}
                place.show_rows()
            case "versions" if isinstance(entry, Message):
                self._show_versions(entry)
            case "again":
                self._bridge.follow.poke("sync")
            case "link" | "post":
                place.ask_about(target.detail)
            case "rule":
                self._show_rule(target.detail)
            case "step" if isinstance(entry, Message):
                place.take_step(Step(target.detail), entry)
            case _:
                self._take_picture(target, row)

    def _take_picture(self, target: Target, row: Row) -> None:
        thread, entry = self._place.open_thread(), row.entry
        match target.what:
            case media.SHOW if isinstance(entry, Message):
                self._pictures.show(entry.id)
            case media.ALWAYS if thread is not None and isinstance(entry, Message):
                self._pictures.show_always(entry.id, thread)
            case media.OPEN if isinstance(entry, Message):
                self._pictures.view(row, entry, int(target.detail), self._place.window())
            case media.SHOW | media.OPEN if row.post is not None:
                self._pictures.take_of_post(row, self._place.window())
                self._place.show_rows()
            case _:
                pass

    def _show_versions(self, message: Message) -> None:
        from socialdesk.desktop.places.conversation.versions import Versions

        told = told_versions(self._bridge.cache, message)
        moments = [words.exact(at, self._zone, QLocale()) for _, at in told]
        said = [(text, at) for (text, _), at in zip(told, moments, strict=True)]
        Versions(self._place.window(), said).open_card()
