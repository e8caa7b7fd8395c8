"""The open thread: reads its page, follows what changes in it, carries out the steps below its answers.

What it shows and what is wanted of others goes out as facts; the composer and the shell listen.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QPoint, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from socialdesk.desktop.actions.registry import Facts
from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.look import theme
from socialdesk.desktop.places.conversation.acted import Acted
from socialdesk.desktop.places.conversation.fate import Step
from socialdesk.desktop.places.conversation.geometry import Geometry, Scene, Target
from socialdesk.desktop.places.conversation.header import Header
from socialdesk.desktop.places.conversation.hiding import Hiding
from socialdesk.desktop.places.conversation.in_line import InLine
from socialdesk.desktop.places.conversation.kept import Kept
from socialdesk.desktop.places.conversation.links import LinkSheet
from socialdesk.desktop.places.conversation.loaded import Loaded
from socialdesk.desktop.places.conversation.newest import NewestButton
from socialdesk.desktop.places.conversation.pending import with_pending
from socialdesk.desktop.places.conversation.reading_places import Place, ReadingPlaces
from socialdesk.desktop.places.conversation.rows import (
    Marks,
    Row,
    build,
    key_of,
)
from socialdesk.desktop.places.conversation.seen_media import SeenMedia
from socialdesk.desktop.places.conversation.shield import Covered
from socialdesk.desktop.places.conversation.steps import Steps
from socialdesk.desktop.places.conversation.targets import Targets
from socialdesk.desktop.places.conversation.view import ConversationView
from socialdesk.model.command import Like
from socialdesk.model.identifiers import MessageId, ThreadId
from socialdesk.model.message import Direction, Entry, Message
from socialdesk.model.post import Post
from socialdesk.model.thread import Thread
from socialdesk.store.cache import Changes
from socialdesk.store.conversation import Mark, first_and_last, mark_since

if TYPE_CHECKING:
    from socialdesk.desktop.places.conversation.find_bar import FindBar

tr = QCoreApplication.translate
KEEP_PLACE_MS = 1_000


class Conversation(QWidget):
    """One thread with its head."""

    shown = Signal(object)
    """The messages on the screen, the oldest first, as a tuple."""
    seen = Signal(int)
    """The newest message of a thread with unread ones is in view."""
    edit_wanted = Signal(str, object)
    """An answer was taken back to be edited; its text, and the command that gave it."""
    split_wanted = Signal()
    private_wanted = Signal(object)
    """The messages with whoever wrote here are to be opened; None where there are none yet."""
    sign_in_wanted = Signal(int)
    """A channel needs a new sign-in."""
    rule_wanted = Signal(str)
    """The id of a rule that did something here."""
    act_wanted = Signal(str)
    back_wanted = Signal()
    closed = Signal(bool)
    """Whether what is shown is kept out of sight: nobody answers what nobody reads."""

    def __init__(
        self,
        bridge: Bridge,
        zone: tzinfo | None = None,
        parent: QWidget | None = None,
        *,
        facts: Callable[[], Facts] | None = None,
    ) -> None:
        """`facts` tells what is so at this moment: what menus offer depends on it."""
        super().__init__(parent)
        self._bridge = bridge
        self._zone = zone
        self._thread: Thread | None = None
        self._post: Post | None = None
        self._loaded = Loaded(bridge)
        self._finder: FindBar | None = None
        self._hiding = Hiding(bridge)
        self._as_hidden = Covered()
        self._marks = Marks()
        self._geometry = Geometry()
        self.header = Header(self)
        self.view = ConversationView(self._geometry, self)
        self.view.draw_from(bridge.pictures)
        self._in_line = InLine(bridge)
        self._steps = Steps(
            bridge,
            edit=self.edit_wanted.emit,
            split=self.split_wanted.emit,
            look=self.ask_about,
            sign_in=self.sign_in_wanted.emit,
            open_private=self.private_wanted.emit,
            public=self._in_line.public,
        )
        self._media = SeenMedia(bridge)
        self._targets = Targets(self, bridge, self._media, zone, show_rule=self.rule_wanted.emit)
        self._places = ReadingPlaces(bridge.desk)
        self._keep_soon = QTimer(self, singleShot=True, interval=KEEP_PLACE_MS)
        self._keep_soon.timeout.connect(self.keep_place)
        self._acted = Acted(bridge, self._geometry, zone)
        self.facts = self.header.facts = facts
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(self.view, 1)
        self.kept = Kept(bridge, whole, self)
        self.kept.act_wanted.connect(self.act_wanted)
        self._older = QTimer(self, singleShot=True, interval=0)
        self._older.timeout.connect(self._load_older)
        self._newer_soon = QTimer(self, singleShot=True, interval=0)
        self._newer_soon.timeout.connect(self._load_newer)
        self.newest = NewestButton(self.view, self)
        self.newest.clicked.connect(self.to_newest)
        self._connect()
        self.open(None)

    def _connect(self) -> None:
        self.header.act_wanted.connect(self.act_wanted)
        self.view.older_wanted.connect(self._older.start)
        self.view.newer_wanted.connect(self._newer_soon.start)
        self.view.newest_wanted.connect(self.to_newest)
        self.view.oldest_wanted.connect(self.to_oldest)
        self.view.find_wanted.connect(self.find)
        self.view.scrolled.connect(self._place_newest)
        self.view.scrolled.connect(self._keep_soon.start)
        self.view.target_chosen.connect(self.on_target)
        self.view.reveal_wanted.connect(self.show_hidden)
        self.view.back_wanted.connect(self.back_wanted)
        self.view.menu_wanted.connect(self._open_menu)
        self._bridge.follow.changed.connect(self._on_changed)
        self._bridge.submit.given.connect(self._on_given)
        self._bridge.people_changed.connect(self._reload)
        self._bridge.settings.changed.connect(self._on_setting)
        theme.signals().changed.connect(self._on_look)

    @property
    def thread(self) -> ThreadId | None:
        """The open thread."""
        return self._thread.id if self._thread is not None else None

    @property
    def messages(self) -> tuple[Message, ...]:
        """What is shown of the thread, without notes and events."""
        return tuple(entry for entry in self._all() if isinstance(entry, Message))

    # -------------------------------------------------------------------------------------------------- the thread
    def open(self, thread: ThreadId | None) -> None:
        """Show another thread, from its first unread message, else from its end."""
        if thread is not None and thread == self.thread:
            self._reload()
            return
        self.keep_place()
        if self._finder is not None:
            self._finder.leave()
        found = self._bridge.thread(thread) if thread is not None else None
        self._thread = found
        self._targets.forget()
        self._media.cover()
        self._in_line.forget()
        self._hiding.turn_to(found)
        self._marks = Marks()
        self._loaded.clear()
        self._as_hidden = Covered()
        self._post = None
        self._older.stop()
        self._newer_soon.stop()
        self.header.setVisible(found is not None)
        if not self._hiding.is_on:  # else a card takes its place below, and until then nothing need be laid out anew
            self.view.setVisible(found is not None)
        if found is None:
            self.kept.follow(None, (), is_hidden=False)
            self.closed.emit(False)
            self.view.open_with(())
            self.shown.emit(())
            return
        place = None if found.unread or found.is_shielded else self._places.of(found.id)
        if place is not None:
            self._loaded.around(found, place.mark)
        else:
            self._marks = Marks(self._loaded.begin(found))
        self._post = self._bridge.cache.post(found.post_id) if found.post_id is not None else None
        self._show_head()
        self.view.setAccessibleName(tr("conversation", "Messages with {name}").format(name=self.header.name.text()))
        if place is None or not self._open_at(place.mark.id, place.foot):
            if place is not None:
                self._loaded.begin(found)
            self.view.open_with(self._rows(), is_seen=not self._hiding.is_on)
        self._place_newest()
        self._show_kept()
        self._tell()

    def _open_at(self, message: MessageId, foot: int | None = None) -> bool:
        """Show what is loaded with a message where it stood, or at the top; False when it is gone."""
        entry = next((one for one in self._loaded.said if one.id == message), None)
        return entry is not None and self.view.open_at(self._rows(), key_of(entry), foot)

    def keep_place(self) -> None:
        """Remember how far the open thread was read back to."""
        self._keep_soon.stop()
        thread = self._thread
        if thread is None or self._hiding.is_on or not self.view.rows:
            return
        place = self.view.reading_place()
        kept = None if place is None else Place(Mark(place[0].created_at, place[0].id), place[1])
        self._places.keep(thread.id, kept)

    def ask_for_date(self) -> None:
        """Ask from which day on the thread is to be shown."""
        if self._thread is not None and not self._hiding.is_on:
            from socialdesk.desktop.places.conversation.date_card import ask_for_date

            ask_for_date(self.window(), self._bridge.cache, self._thread.id, self._zone, self.go_to)

    def go_to(self, day: date) -> None:
        """Show the thread from a day on, or from the next on which anything was said."""
        thread = self._thread
        if thread is None:
            return
        mark = mark_since(self._bridge.cache, thread.id, datetime.combine(day, time(), self._zone).astimezone(UTC))
        if mark is None:
            self.to_newest()
            return
        self._loaded.around(thread, mark)
        self._open_at(mark.id)
        self._place_newest()
        self.focus_messages()

    def to_oldest(self) -> None:
        """Show the beginning of the thread, without reading all that lies between."""
        ends = first_and_last(self._bridge.cache, self._thread.id) if self._thread is not None else None
        if self._thread is not None and ends is not None:
            self._loaded.around(self._thread, ends[0])
            self._open_at(ends[0].id)
            self.view.scrollToTop()
            self._place_newest()

    def find(self) -> None:
        """Ask for words to find in the thread."""
        if self._thread is None or self._hiding.is_on:
            return
        if self._finder is None:
            from socialdesk.desktop.places.conversation.find_bar import FindBar  # loaded when it is first asked for

            self._finder = FindBar(self._bridge, self, self)
            whole = self.layout()
            assert isinstance(whole, QVBoxLayout)
            whole.insertWidget(1, self._finder)
        self._finder.begin()

    @property
    def finder(self) -> FindBar | None:
        """The bar that finds words in the thread, once it was asked for."""
        return self._finder

    def show_message(self, mark: Mark, lit: Callable[[str], tuple[int, int] | None]) -> None:
        """Show a message in the middle of the place, with the (start, length) of its text selected that `lit` gives."""
        thread = self._thread
        if thread is None or self._hiding.is_on:
            return
        if all(one.id != mark.id for one in self._loaded.said):
            self._loaded.around(thread, mark)
        found = next((one for one in self._loaded.said if one.id == mark.id), None)
        if found is None:
            return
        self._targets.opened |= {key_of(found)}  # of a long text all lines: what was found may be in any
        self._open_at(mark.id, self.view.height() // 2)
        self.view.choose_in(key_of(found), lit)
        self._place_newest()

    def _all(self) -> tuple[Entry, ...]:
        if self._thread is None:
            return ()
        entries = self._loaded.entries
        if self._loaded.newer is None:
            entries = with_pending(entries, self._bridge.submit.pending, self._thread.id, self._bridge.people)
        return self._as_hidden(entries, self._thread.shield) if self._hiding.is_on else entries

    def _rows(self) -> tuple[Row, ...]:
        assert self._thread is not None
        entries = self._all()
        rows = build(
            entries,
            self._zone,
            has_older=self._loaded.has_older,
            post=self._post,
            stars=self._thread.stars,
            marks=self._marks,
            unfolded=self._targets.unfolded,
            opened=self._targets.opened,
            is_hidden=self._hiding.is_on,
            ends=self._loaded.ends(self._thread),
        )
        rows = self._acted.told_on(rows, self._thread)
        return self._media.put_in(rows, entries, self._thread)

    def message_in_focus(self) -> Message | None:
        """What acts on a message concern: the one the keyboard is on, else the newest of the contact."""
        theirs = [one for one in self.messages if one.direction is Direction.IN and one.external_id]
        index = self.view.currentIndex()
        if self.view.hasFocus() and index.isValid():
            entry = self.view.row_at(index).entry
            here = next((one for one in theirs if isinstance(entry, Message) and one.id == entry.id), None)
            if here is not None:
                return here
        return theirs[-1] if theirs else None

    def _show_head(self) -> None:
        assert self._thread is not None
        channel = self._bridge.channel(self._thread.channel_id)
        self._geometry.show(
            Scene(
                self._thread,
                channel,
                self._bridge.people,
                self._zone,
                QLocale(),
                self._bridge.clock.now,
                self._acted.line,
                self._in_line.around,
            )
        )
        self.header.show_thread(
            self._hiding.told(self._thread),
            channel,
            self._bridge.person(self._thread.assignee_id),
            is_hidden=self._hiding.is_on,
            hides_name=self._hiding.hides_name(self._thread),
            now=self._bridge.clock.now(),
        )

    def _tell(self) -> None:
        assert self._thread is not None
        self.shown.emit(self.messages)
        # Who began far back has not seen what is below yet.
        if self._thread.unread and self._loaded.newer is None:
            self.seen.emit(self._thread.id)

    # ---------------------------------------------------------------------------------------------------- following
    def _on_changed(self, changes: Changes) -> None:
        if self._thread is None:
            return
        if changes.others & {"outbox", "channel"}:
            self._follow_line()
        if self._thread.id in changes.conversations or changes.others & {"result", "channel", "post", "setting"}:
            self._reload()
        elif self._thread.id in changes.threads:
            self._refresh()

    def _on_setting(self, key: str) -> None:
        if key == "shield.names" and self._thread is not None:
            self._show_head()

    def _on_given(self, threads: tuple[ThreadId, ...]) -> None:
        if self._thread is not None and self._thread.id in threads:
            self._refresh()

    def _follow_line(self) -> None:
        """What stands before an answer left, or was taken back: its line tells its place anew."""
        self._in_line.forget()
        if any(row.tells_fate for row in self.view.rows):
            self._on_look()

    def _reload(self) -> None:
        """Read again what is loaded, and show what differs."""
        if self._thread is not None and self._loaded.again(self._thread):
            self._refresh()

    def _refresh(self) -> None:
        if self._thread is None:
            return
        before = self._thread
        self._thread = self._bridge.thread(before.id) or before
        self._hiding.follow(before, self._thread)
        self._show_head()
        self.show_rows()
        self._show_kept()
        self._tell()

    def _load_older(self) -> None:
        if self._thread is not None and self._loaded.older(self._thread):
            self.show_rows()
            self.shown.emit(self.messages)

    def _load_newer(self) -> None:
        if self._thread is not None and self._loaded.on(self._thread):
            self.show_rows()
            self._place_newest()
            self._tell()

    def to_newest(self) -> None:
        """Show the end of the thread, without reading all that lies between."""
        if self._thread is None:
            return
        if self._loaded.to_end(self._thread):
            self.view.open_with(self._rows())
        self.view.to_bottom()
        self.view.setCurrentIndex(self.view.model().index(self.view.model().rowCount() - 1, 0))
        self._place_newest()
        self._tell()

    def _place_newest(self) -> None:
        self.newest.stand(is_open=self._thread is not None and not self._hiding.is_on)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_newest()

    def on_wrote_past(self, newest_read: MessageId | None) -> None:
        """The writer has read up to a message and newer ones came; None when nothing did."""
        if newest_read != self._marks.new_after:
            self._marks = Marks(self._marks.unread_from, newest_read)
            if self._thread is not None:
                self.show_rows()
                if newest_read is not None:
                    self.view.to_bottom()

    def _on_look(self) -> None:
        self._geometry.forget()
        self.view.relayout()
        self.view.viewport().update()

    # -------------------------------------------------------------------------------------------------------- steps
    def _newest(self) -> MessageId:
        assert self._thread is not None
        stored = [message.id for message in self.messages if message.external_id is not None]
        return MessageId(max(stored, default=self._thread.last_message_id))

    def on_target(self, target: Target, row: Row) -> None:
        """Do what a place on the screen stands for."""
        self._targets.take(target, row)

    def open_thread(self) -> Thread | None:
        """The open thread."""
        return self._thread

    def show_rows(self) -> None:
        """Show what differs now, and keep the eye where it is."""
        self.view.follow(self._rows(), is_seen=not self._hiding.is_on)

    def show_hidden(self) -> None:
        """Somebody asked to see what is kept out of sight."""
        if self._hiding.is_on and self._thread is not None:
            self._hiding.open(self._thread)
            self._refresh()
            self._place_newest()
            self.view.setFocus()

    def close_again(self) -> None:
        """Put what was opened out of sight again, pictures too."""
        if self._thread is not None and self._thread.is_shielded and not self._hiding.is_on:
            self._hiding.is_on = True
            self._media.cover()
            self._refresh()
            self._place_newest()
            self.focus_messages()

    @property
    def is_closed(self) -> bool:
        """Whether the open thread is kept out of sight now."""
        return self._hiding.is_on

    def _show_kept(self) -> None:
        self.kept.follow(self._thread, self._loaded.entries, is_hidden=self._hiding.is_on, post=self._post)
        self.closed.emit(self._hiding.is_on)
        self.view.setVisible(self._thread is not None and not self._hiding.is_on)

    def ask_about(self, url: str) -> None:
        """Show where an address leads before it is opened."""
        LinkSheet(url, self.window()).open()

    def take_step(self, step: Step, message: Message) -> None:
        """Do what a word below an answer says."""
        thread = self._thread
        if thread is not None and step in (Step.APPROVE, Step.IGNORE):
            self._steps.take_of_held(step, message, thread)
            return
        if thread is not None and (act := self._acted.on(message.id)) is not None:
            self._steps.take_of_act(step, act, message, thread)
            return
        if thread is not None:
            self._steps.take(step, message, thread, self._newest())

    # --------------------------------------------------------------------------------------------------------- menu
    def _open_menu(self, row: Row, at: QPoint) -> None:
        from socialdesk.desktop.places.conversation.message_menu import open_menu

        open_menu(self, row, at)

    @property
    def may_like(self) -> bool:
        """Whether a message of the open thread can be liked there."""
        able = self._bridge.capabilities(self._thread) if self._thread is not None else None
        return able is not None and able.can("like")

    def like(self, message: Message) -> None:
        """Like a message, or take the like back."""
        if self._thread is not None:
            self._bridge.submit.give([(self._thread, Like(self._thread.id, message.id, not message.is_liked))])

    def focus_messages(self) -> None:
        """Put the keyboard on the messages, or on what can be done without reading them."""
        card = self.kept.card
        card.first().setFocus() if self._hiding.is_on and card is not None else self.view.setFocus()
