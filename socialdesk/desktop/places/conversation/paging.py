"""Which part of the open thread is on the screen: reads on at either end, goes to a day, a message or an end of it.

It changes what is `Loaded` and how the view stands; what a row shows is the conversation's. It keeps how far a thread
was read back to, and makes the bar that finds words in it when that is first asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, tzinfo
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.places.conversation.loaded import Loaded
from socialdesk.desktop.places.conversation.newest import NewestButton
from socialdesk.desktop.places.conversation.reading_places import Place, ReadingPlaces
from socialdesk.desktop.places.conversation.rows import Key, Row, key_of
from socialdesk.desktop.places.conversation.targets import Targets
from socialdesk.desktop.places.conversation.view import ConversationView
from socialdesk.model.identifiers import MessageId, ThreadId
from socialdesk.model.thread import Thread
from socialdesk.store.conversation import Mark, first_and_last, mark_since

if TYPE_CHECKING:
    from socialdesk.desktop.places.conversation.find_bar import FindBar

KEEP_PLACE_MS = 1_000


class Shown(Protocol):
    """What it asks of its conversation."""

    view: ConversationView

    def window(self) -> QWidget:
        """The window that it is in."""
        ...

    @property
    def thread(self) -> ThreadId | None:
        """The id of the open thread."""
        ...

    def open_thread(self) -> Thread | None:
        """The open thread."""
        ...

    @property
    def is_closed(self) -> bool:
        """Whether the open thread is kept out of sight now."""
        ...

    def rows(self) -> tuple[Row, ...]:
        """What is loaded, as it is shown."""
        ...

    def show_rows(self) -> None:
        """Show what differs now, and keep the eye where it is."""
        ...

    def tell_shown(self) -> None:
        """Tell which messages are on the screen."""
        ...

    def tell(self) -> None:
        """Tell which messages are on the screen, and that they are seen."""
        ...

    def focus_messages(self) -> None:
        """Put the keyboard on the messages."""
        ...


class Paging(QObject):
    """Goes with one conversation, whose column is `room`."""

    def __init__(
        self,
        conversation: Shown,
        bridge: Bridge,
        loaded: Loaded,
        targets: Targets,
        zone: tzinfo | None,
        *,
        room: QVBoxLayout,
    ) -> None:
        assert isinstance(conversation, QWidget)
        super().__init__(conversation)
        self._shown: Shown = conversation
        self._bridge = bridge
        self._loaded = loaded
        self._targets = targets
        self._zone = zone
        self._room = room
        self._view = view = conversation.view
        self._places = ReadingPlaces(bridge.desk)
        self._left_at: Place | None = None
        """Where the thread that opens was left."""
        self.finder: FindBar | None = None
        """The bar that finds words in the thread, once it was asked for."""
        self.newest = NewestButton(view, conversation)
        self.newest.clicked.connect(self.to_newest)
        self._keep_soon = QTimer(self, singleShot=True, interval=KEEP_PLACE_MS)
        self._keep_soon.timeout.connect(self.keep_place)
        self._older_soon = QTimer(self, singleShot=True, interval=0)
        self._older_soon.timeout.connect(self.load_older)
        self._newer_soon = QTimer(self, singleShot=True, interval=0)
        self._newer_soon.timeout.connect(self._load_newer)
        view.older_wanted.connect(self._older_soon.start)
        view.newer_wanted.connect(self._newer_soon.start)
        view.newest_wanted.connect(self.to_newest)
        view.oldest_wanted.connect(self.to_oldest)
        view.find_wanted.connect(self.find)
        view.scrolled.connect(self.place_newest)
        view.scrolled.connect(self._keep_soon.start)

    # ----------------------------------------------------------------------------------------- a thread comes and goes
    def begin(self, thread: Thread) -> Key | None:
        """Read what a thread opens with; gives its first unread entry, unless it opens where it was left."""
        self._left_at = None if thread.unread or thread.is_shielded else self._places.of(thread.id)
        if self._left_at is None:
            return self._loaded.begin(thread)
        self._loaded.around(thread, self._left_at.mark)
        return None

    def show_begun(self, thread: Thread) -> None:
        """Show what was read by `begin`."""
        place, self._left_at = self._left_at, None
        if place is None or not self._open_at(place.mark.id, place.foot):
            if place is not None:  # what was said there is gone
                self._loaded.begin(thread)
            self._view.open_with(self._shown.rows(), is_seen=not self._shown.is_closed)
        self.place_newest()

    def leave(self) -> None:
        """Another thread opens, or none."""
        self.keep_place()
        self._older_soon.stop()
        self._newer_soon.stop()
        if self.finder is not None:
            self.finder.leave()

    def keep_place(self) -> None:
        """Remember how far the open thread was read back to."""
        self._keep_soon.stop()
        thread = self._shown.thread
        if thread is None or self._shown.is_closed or not self._view.rows:
            return
        place = self._view.reading_place()
        kept = None if place is None else Place(Mark(place[0].created_at, place[0].id), place[1])
        self._places.keep(thread, kept)

    def place_newest(self) -> None:
        """Offer the way to the newest message, or no longer, as the messages stand now."""
        self.newest.stand(is_open=self._shown.thread is not None and not self._shown.is_closed)

    # -------------------------------------------------------------------------------------------------- page after page
    def load_older(self) -> None:
        """Read the page before what is loaded."""
        thread = self._shown.open_thread()
        if thread is not None and self._loaded.older(thread):
            self._shown.show_rows()
            self._shown.tell_shown()

    def _load_newer(self) -> None:
        thread = self._shown.open_thread()
        if thread is not None and self._loaded.on(thread):
            self._shown.show_rows()
            self.place_newest()
            self._shown.tell()

    # ----------------------------------------------------------------------------------------------------- to one place
    def to_newest(self) -> None:
        """Show the end of the thread, without reading all that lies between."""
        thread = self._shown.open_thread()
        if thread is None:
            return
        if self._loaded.to_end(thread):
            self._view.open_with(self._shown.rows())
        self._view.to_bottom()
        self._view.setCurrentIndex(self._view.model().index(self._view.model().rowCount() - 1, 0))
        self.place_newest()
        self._shown.tell()

    def to_oldest(self) -> None:
        """Show the beginning of the thread, without reading all that lies between."""
        thread = self._shown.open_thread()
        ends = first_and_last(self._bridge.cache, thread.id) if thread is not None else None
        if thread is not None and ends is not None:
            self._loaded.around(thread, ends[0])
            self._open_at(ends[0].id)
            self._view.scrollToTop()
            self.place_newest()

    def ask_for_date(self) -> None:
        """Ask from which day on the thread is to be shown."""
        thread = self._shown.thread
        if thread is not None and not self._shown.is_closed:
            from socialdesk.desktop.places.conversation.date_card import ask_for_date

            ask_for_date(self._shown.window(), self._bridge.cache, thread, self._zone, self.go_to)

    def go_to(self, day: date) -> None:
        """Show the thread from a day on, or from the next on which anything was said."""
        thread = self._shown.open_thread()
        if thread is None:
            return
        mark = mark_since(self._bridge.cache, thread.id, datetime.combine(day, time(), self._zone).astimezone(UTC))
        if mark is None:
            self.to_newest()
            return
        self._loaded.around(thread, mark)
        self._open_at(mark.id)
        self.place_newest()
        self._shown.focus_messages()

    def find(self) -> None:
        """Ask for words to find in the thread."""
        if self._shown.thread is None or self._shown.is_closed:
            return
        if self.finder is None:
            from socialdesk.desktop.places.conversation.find_bar import FindBar

            self.finder = FindBar(self._bridge, self._shown, self.show_message)
            self._room.insertWidget(1, self.finder)
        self.finder.begin()

    def show_message(self, mark: Mark, lit: Callable[[str], tuple[int, int] | None]) -> None:
        """Show a message in the middle of the place, with the (start, length) of its text selected that `lit` gives."""
        thread = self._shown.open_thread()
        if thread is None or self._shown.is_closed:
            return
        if all(one.id != mark.id for one in self._loaded.said):
            self._loaded.around(thread, mark)
        found = next((one for one in self._loaded.said if one.id == mark.id), None)
        if found is None:
            return
        self._targets.opened |= {key_of(found)}  # of a long text all lines: what was found may be in any
        self._open_at(mark.id, self._view.height() // 2)
        self._view.choose_in(key_of(found), lit)
        self.place_newest()

    def _open_at(self, message: MessageId, foot: int | None = None) -> bool:
        """Show what is loaded with a message where it stood, or at the top; False when it is gone."""
        entry = next((one for one in self._loaded.said if one.id == message), None)
        return entry is not None and self._view.open_at(self._shown.rows(), key_of(entry), foot)
