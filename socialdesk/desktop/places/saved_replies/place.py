"""Joins the picker of saved replies to whatever writes text: what is typed goes in, filled replies come out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol

from PySide6.QtCore import QObject, QPoint, QRect, QSize
from PySide6.QtWidgets import QWidget

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.places.saved_replies.picker import SavedReplyPicker
from socialdesk.model.identifiers import ThreadId
from socialdesk.model.saved_reply import Piece, SavedReply


class Writer(Protocol):
    """What a saved reply can be put into."""

    # Signals: PySide6's stubs give them no type a protocol could name.
    picker_wanted: Any
    picker_left: Any
    picker_key: Any

    @property
    def thread(self) -> ThreadId | None:
        """The thread that is being answered."""
        ...

    def insert(self, reply: SavedReply, pieces: Iterable[Piece]) -> None:
        """Put a filled reply in the text."""
        ...

    def show_picker_open(self, *, is_open: bool) -> None:
        """Send the keys of the picker to it from now on, or no longer."""
        ...

    def size(self) -> QSize:
        """How large it is."""
        ...

    def mapTo(self, parent: QWidget, point: QPoint, /) -> QPoint:
        """Where a point of it stands in the window."""
        ...


class SavedReplies(QObject):
    """The saved replies of one window."""

    def __init__(self, bridge: Bridge, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._writer: Writer | None = None
        self.picker = SavedReplyPicker(bridge, window)

    def join(self, writer: Writer) -> None:
        """Serve this text field."""
        self._writer = writer
        writer.picker_wanted.connect(self._on_wanted)
        writer.picker_left.connect(self.picker.leave)
        writer.picker_key.connect(self.picker.take_key)
        self.picker.chosen.connect(writer.insert)
        self.picker.opened.connect(lambda: writer.show_picker_open(is_open=True))
        self.picker.closed.connect(lambda: writer.show_picker_open(is_open=False))

    def insert(self, reply: SavedReply) -> None:
        """Put a reply in the text without the picker, filled for the thread."""
        if self._writer is not None and self._writer.thread is not None:
            pieces = self.picker.filled_for(self._writer.thread, reply)
            self._writer.insert(reply, pieces)

    def _on_wanted(self, typed: str) -> None:
        if self._writer is None:
            return
        corner = self._writer.mapTo(self._window, QPoint(0, 0))
        self.picker.typed_on(self._writer.thread, typed, QRect(corner, self._writer.size()))
