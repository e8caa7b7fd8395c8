"""The conversation: opens a thread, follows what changes in it, carries out the steps below its answers.

What it shows and what is wanted of others goes out as facts; the composer and the shell listen. Which part of a long
thread is on the screen is a matter of its `paging`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import tzinfo

from PySide6.QtCore import QCoreApplication, QLocale, QPoint, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
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
from socialdesk.desktop.places.conversation.paging import Paging
from socialdesk.desktop.places.conversation.pending import with_pending
from socialdesk.desktop.places.conversation.rows import Marks, Row, build
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

tr = QCoreApplication.translate


class Conversation(QWidget):
    """One thread with its head."""

    shown = Signal(object)
    """The messages on the screen, the oldest first, as a tuple."""
    seen = Signal(int)
    """The newest message of a thread with unread ones is in view."""
    edit_wanted = Signal(str, object)
    """An answer was taken back to be edited; its text, and the command that gave it."""
    split_wanted = Signal()
    correct_wanted = Signal(int, str)
    """A message of ours is to be corrected: its number, and the words to begin with."""
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
            correct=self.correct_wanted.emit,
            look=self.ask_about,
            sign_in=self.sign_in_wanted.emit,
            open_private=self.private_wanted.emit,
            public=self._in_line.public,
        )
        self._media = SeenMedia(bridge)
        self._targets = Targets(self, bridge, self._media, zone, show_rule=self.rule_wanted.emit)
        self._acted = Acted(bridge, self._geometry, zone)
        self.facts = self.header.facts = facts
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(self.view, 1)
        self.kept = Kept(bridge, whole, self)
        self.kept.act_wanted.connect(self.act_wanted)
        self.paging = Paging(self, bridge, self._loaded, self._targets, zone, room=whole)
        self._connect()
        self.open(None)

    def _connect(self) -> None:
        self.header.act_wanted.connect(self.act_wanted)
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
        """The id of the open thread; None while none is open."""
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
        self.paging.leave()
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
        self.header.setVisible(found is not None)
        if not self._hiding.is_on:  # else a card takes its place below, and until then nothing need be laid out anew
            self.view.setVisible(found is not None)
        if found is None:
            self.kept.follow(None, (), is_hidden=False)
            self.closed.emit(False)
            self.view.open_with(())
            self.shown.emit(())
            return
        self._marks = Marks(self.paging.begin(found))
        self._post = self._bridge.cache.post(found.post_id) if found.post_id is not None else None
        self._show_head()
        self.view.setAccessibleName(tr("conversation", "Messages with {name}").format(name=self.header.name.text()))
        self.paging.show_begun(found)
        self._show_kept()
        self.tell()

    def _all(self) -> tuple[Entry, ...]:
        if self._thread is None:
            return ()
        entries = self._loaded.entries
        if self._loaded.newer is None:
            entries = with_pending(entries, self._bridge.submit.pending, self._thread.id, self._bridge.people)
        entries = self._acted.corrected(entries)
        return self._as_hidden(entries, self._thread.shield) if self._hiding.is_on else entries

    def rows(self) -> tuple[Row, ...]:
        """What is loaded, as it is shown."""
        assert self._thread is not None
        self._acted.look(self._thread)
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
        rows = self._acted.told_on(rows)
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

    def tell_shown(self) -> None:
        """Tell which messages are on the screen."""
        self.shown.emit(self.messages)

    def tell(self) -> None:
        """Tell which messages are on the screen, and that they are seen."""
        assert self._thread is not None
        self.tell_shown()
        self._tell_seen()

    def _tell_seen(self) -> None:
        # Who began far back has not seen what is below yet.
        if self._thread is not None and self._thread.unread and self._loaded.newer is None:
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
        self.tell()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tell_seen()  # what came in while another page was shown is seen from now on

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.paging.place_newest()

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
        """The open thread as it looks here; None while none is open."""
        return self._thread

    def show_rows(self) -> None:
        """Show what differs now, and keep the eye where it is."""
        self.view.follow(self.rows(), is_seen=not self._hiding.is_on)

    def show_hidden(self) -> None:
        """Somebody asked to see what is kept out of sight."""
        if self._hiding.is_on and self._thread is not None:
            self._hiding.open(self._thread)
            self._refresh()
            self.paging.place_newest()
            self.view.setFocus()

    def close_again(self) -> None:
        """Put what was opened out of sight again, pictures too."""
        if self._thread is not None and self._thread.is_shielded and not self._hiding.is_on:
            self._hiding.is_on = True
            self._media.cover()
            self._refresh()
            self.paging.place_newest()
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
