"""Joins the picker of saved replies to whatever writes text: what is typed goes in, filled replies come out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QRect, QSize, Signal
from PySide6.QtWidgets import QWidget

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.places.saved_replies.inserted import Inserted
from socialdesk.desktop.places.saved_replies.knowledge import open_blanks
from socialdesk.desktop.places.saved_replies.macro_card import MacroCard
from socialdesk.desktop.places.saved_replies.picker import SavedReplyPicker
from socialdesk.desktop.places.saved_replies.strip import ActStrip
from socialdesk.desktop.widgets.plain_text import one_line
from socialdesk.model.command import ThreadCommand
from socialdesk.model.identifiers import ThreadId
from socialdesk.model.macro import commands_of
from socialdesk.model.saved_reply import Piece, SavedReply
from socialdesk.model.saved_reply_command import CountReplyUse
from socialdesk.model.thread import Thread

tr = QCoreApplication.translate


class Writer(Protocol):
    """What a saved reply can be put into."""

    # Signals: PySide6's stubs give them no type a protocol could name.
    picker_wanted: Any
    picker_left: Any
    picker_key: Any
    inserted: Any
    gave: Any
    opened: Any

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written in it."""
        ...

    def focus_reply(self) -> None:
        """Write an answer."""
        ...

    def send(self) -> None:
        """Send what is written, if it may leave."""
        ...

    def do_besides(self, besides: Callable[[Thread], Sequence[ThreadCommand]]) -> None:
        """Do what this gives along with an answer."""
        ...

    @property
    def thread(self) -> ThreadId | None:
        """The thread that is being answered."""
        ...

    def insert(self, reply: SavedReply, pieces: Iterable[Piece]) -> None:
        """Put a filled reply in the text."""
        ...

    def can_take(self, reply: SavedReply) -> bool:
        """Whether all that goes with a reply may go out with an answer here."""
        ...

    def take_slash(self) -> None:
        """Take the slash and its word out of the text."""
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

    said = Signal(str)

    def __init__(self, bridge: Bridge, window: QWidget) -> None:
        super().__init__(window)
        self._bridge = bridge
        self._window = window
        self._writer: Writer | None = None
        self.picker = SavedReplyPicker(bridge, window)
        self.inserted = Inserted(bridge, self)
        self.strip = ActStrip()
        self.strip.dropped.connect(self._on_dropped)
        self.inserted.changed.connect(self._show_acts)
        bridge.submit.undone.connect(self._show_acts)

    def join(self, writer: Writer) -> None:
        """Serve this text field."""
        self._writer = writer
        writer.inserted.connect(self._on_inserted)
        writer.gave.connect(self.inserted.on_gave)
        writer.opened.connect(self._show_acts)
        writer.do_besides(self.inserted.commands)
        writer.picker_wanted.connect(self._on_wanted)
        writer.picker_left.connect(self.picker.leave)
        writer.picker_key.connect(self.picker.take_key)
        self.picker.chosen.connect(writer.insert)
        self.picker.macro_chosen.connect(self._on_macro)
        self.picker.opened.connect(lambda: writer.show_picker_open(is_open=True))
        self.picker.closed.connect(lambda: writer.show_picker_open(is_open=False))

    def insert(self, reply: SavedReply) -> None:
        """Put a reply in the text without the picker, filled for the thread."""
        if self._writer is not None and self._writer.thread is not None:
            pieces = self.picker.filled_for(self._writer.thread, reply)
            self._writer.insert(reply, pieces)

    def whole(self, thread: ThreadId, reply: SavedReply) -> str:
        """What a reply would say in a thread; "" where somebody must fill something first."""
        pieces = self.picker.filled_for(thread, reply) if reply.bodies else ()
        return "" if open_blanks(pieces) else "".join(piece.text for piece in pieces)

    def run(self, reply: SavedReply, thread: Thread) -> MacroCard:
        """Show what a macro would say and do; it is done once somebody says so."""
        pieces = self.picker.filled_for(thread.id, reply) if reply.bodies else ()
        writer = self._writer
        sends = not open_blanks(pieces) and (writer is None or (writer.is_empty and writer.can_take(reply)))
        card = MacroCard(self._window, reply, pieces, self._bridge.people, sends=sends)
        card.accepted.connect(lambda: self._do(reply, thread, pieces, sends=sends))
        card.show_it()
        return card

    def _do(self, reply: SavedReply, thread: Thread, pieces: tuple[Piece, ...], *, sends: bool) -> None:
        if not pieces and not reply.pictures:
            now = self._bridge.clock.now()
            commands = commands_of(reply.acts, thread, self._bridge.me, now)
            label = tr("macros", "{title}: done.").format(title=one_line(reply.title))
            if commands and self._bridge.submit.give([(thread, one) for one in commands], label):
                self._bridge.submit.order(CountReplyUse(reply.id))
            elif not commands:
                self.said.emit(tr("macros", "Everything it does is so already."))
            return
        if self._writer is None or self._writer.thread != thread.id:
            return
        self._writer.focus_reply()
        self._writer.insert(reply, pieces)
        if sends:
            self._writer.send()

    def _on_inserted(self, reply: SavedReply, pieces: tuple[Piece, ...]) -> None:
        if self._writer is not None and self._writer.thread is not None:
            self.inserted.put(self._writer.thread, reply, pieces)

    def _on_macro(self, reply: SavedReply) -> None:
        thread = self._bridge.thread(self._writer.thread) if self._writer is not None and self._writer.thread else None
        if self._writer is not None and thread is not None:
            self._writer.take_slash()
            self.run(reply, thread)

    def _on_dropped(self) -> None:
        if self._writer is not None and self._writer.thread is not None:
            self.inserted.without_acts(self._writer.thread)

    def _show_acts(self) -> None:
        thread = self._writer.thread if self._writer is not None else None
        self.strip.show_acts(self.inserted.acts(thread), self._bridge.people)

    def _on_wanted(self, typed: str) -> None:
        if self._writer is None:
            return
        corner = self._writer.mapTo(self._window, QPoint(0, 0))
        self.picker.typed_on(self._writer.thread, typed, QRect(corner, self._writer.size()))
