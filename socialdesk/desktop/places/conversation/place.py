"""The open thread: reads its page, follows what changes in it, carries out the steps below its answers.

What it shows and what is wanted of others goes out as facts; the composer and the shell listen.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta, tzinfo

from PySide6.QtCore import QCoreApplication, QLocale, QPoint, QTimer, Signal
from PySide6.QtGui import QAction, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from socialdesk.desktop.actions.registry import Facts
from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.look import theme
from socialdesk.desktop.places.conversation import done_there, fate, media, words
from socialdesk.desktop.places.conversation.act_menu import ON_MESSAGES, fill
from socialdesk.desktop.places.conversation.fate import Step
from socialdesk.desktop.places.conversation.geometry import Geometry, Scene, Target
from socialdesk.desktop.places.conversation.header import Header
from socialdesk.desktop.places.conversation.kept import Kept, covered, today
from socialdesk.desktop.places.conversation.links import LinkSheet
from socialdesk.desktop.places.conversation.pending import with_pending
from socialdesk.desktop.places.conversation.rows import (
    Ends,
    Key,
    Marks,
    Row,
    build,
    first_unread,
    key_of,
    with_media,
)
from socialdesk.desktop.places.conversation.shield import hidden
from socialdesk.desktop.places.conversation.view import ConversationView
from socialdesk.desktop.places.conversation.viewer import Viewed, Viewer
from socialdesk.desktop.widgets.buttons import Button
from socialdesk.desktop.widgets.plain_text import plain_text
from socialdesk.model.command import (
    AddNote,
    CancelAct,
    CancelReply,
    ConsentToMedia,
    Like,
    SendNow,
    SettleUnknown,
    ShowMedia,
    ThreadCommand,
)
from socialdesk.model.identifiers import ChannelId, CommandId, MessageId, ThreadId
from socialdesk.model.media import MediaState
from socialdesk.model.message import Direction, Entry, Message
from socialdesk.model.post import Post
from socialdesk.model.shielding import CountOpened
from socialdesk.model.thread import Kind, Thread
from socialdesk.store.attachments import consents
from socialdesk.store.attachments import shown as shown_media
from socialdesk.store.cache import Changes
from socialdesk.store.conversation import (
    Mark,
    Page,
    conversation,
    conversation_around,
    conversation_on,
    moment,
    told_versions,
    unread_mark,
)
from socialdesk.store.outbound import Outbound
from socialdesk.store.public_acts import acts_in

tr = QCoreApplication.translate
PAGE = 50


class Conversation(QWidget):
    """One thread with its head."""

    shown = Signal(object)
    """The messages on the screen, the oldest first, as a tuple."""
    seen = Signal(int)
    """The newest message of a thread with unread ones is in view."""
    edit_wanted = Signal(str, object)
    """An answer was taken back to be edited; its text, and the command that gave it."""
    sign_in_wanted = Signal(int)
    """A channel needs a new sign-in."""
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
        self._entries: tuple[Entry, ...] = ()
        self._has_older = False
        self._newer: Mark | None = None
        """Where what is loaded ends, when that is not the end of the thread."""
        self._is_hidden = False
        self._marks = Marks()
        self._unfolded: frozenset[Key] = frozenset()
        self._opened: frozenset[Key] = frozenset()
        self._geometry = Geometry()
        self.header = Header(self)
        self.view = ConversationView(self._geometry, self)
        self.view.draw_from(bridge.pictures)
        self._media_asked: set[MessageId] = set()
        self._done_there: dict[MessageId, Outbound] = {}
        """Of each message the newest act on it there."""
        self.facts = self.header.facts = facts
        self._uncovered: frozenset[MessageId] = frozenset()
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
        self.newest = Button(tr("conversation", "Newest"), icon="arrow-down", parent=self)
        self.newest.setToolTip(tr("conversation", "Jump to the newest message") + "  End")
        self.newest.setAccessibleName(tr("conversation", "Jump to the newest message"))
        self.newest.hide()
        self.newest.clicked.connect(self.to_newest)
        self._connect()
        self.open(None)

    def _connect(self) -> None:
        self.header.act_wanted.connect(self.act_wanted)
        self.view.older_wanted.connect(self._older.start)
        self.view.newer_wanted.connect(self._newer_soon.start)
        self.view.newest_wanted.connect(self.to_newest)
        self.view.scrolled.connect(self._place_newest)
        self.view.target_chosen.connect(self._on_target)
        self.view.reveal_wanted.connect(self.show_hidden)
        self.view.back_wanted.connect(self.back_wanted)
        self.view.menu_wanted.connect(self._open_menu)
        self._bridge.follow.changed.connect(self._on_changed)
        self._bridge.submit.given.connect(self._on_given)
        self._bridge.people_changed.connect(self._reload)
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
        found = self._bridge.thread(thread) if thread is not None else None
        self._thread = found
        self._unfolded = self._opened = frozenset()
        self._uncovered = frozenset()
        self._is_hidden = found is not None and found.is_shielded
        self._marks = Marks()
        self._entries, self._has_older, self._post, self._newer = (), False, None, None
        self._older.stop()
        self._newer_soon.stop()
        self.header.setVisible(found is not None)
        self.view.setVisible(found is not None)
        if found is None:
            self.kept.follow(None, (), is_hidden=False)
            self.closed.emit(False)
            self.view.open_with(())
            self.shown.emit(())
            return
        page, begins = self._first_page(found)
        self._entries, self._has_older, self._newer = page.entries, page.has_older, page.newer
        self._post = self._bridge.cache.post(found.post_id) if found.post_id is not None else None
        self._marks = Marks(begins if begins is not None else first_unread(self._entries, found.unread))
        self._show_head()
        self.view.setAccessibleName(tr("conversation", "Messages with {name}").format(name=self.header.name.text()))
        self.view.open_with(self._rows())
        self._place_newest()
        self._show_kept()
        self._tell()

    def _first_page(self, thread: Thread) -> tuple[Page, Key | None]:
        """The page a thread opens with, and its first unread message where that is further back than a page."""
        cache = self._bridge.cache
        if thread.unread >= PAGE:
            mark = unread_mark(cache, thread.id, thread.unread)
            if mark is not None:
                page = conversation_around(cache, thread.id, mark, PAGE)
                first = next((one for one in page.entries if isinstance(one, Message) and one.id == mark.id), None)
                is_begin = first is None or first is page.entries[0]
                return page, None if is_begin or first is None else key_of(first)
        return conversation(cache, thread.id, limit=PAGE), None

    def _all(self) -> tuple[Entry, ...]:
        if self._thread is None:
            return ()
        entries = self._entries
        if self._newer is None:
            entries = with_pending(entries, self._bridge.submit.pending, self._thread.id, self._bridge.people)
        return hidden(entries, self._thread.shield) if self._is_hidden else entries

    def _rows(self) -> tuple[Row, ...]:
        assert self._thread is not None
        entries = self._all()
        rows = build(
            entries,
            self._zone,
            has_older=self._has_older,
            post=self._post,
            stars=self._thread.stars,
            marks=self._marks,
            unfolded=self._unfolded,
            opened=self._opened,
            is_hidden=self._is_hidden,
            ends=self._ends(),
        )
        rows = self._with_acts(rows)
        carrying = [one.id for one in entries if isinstance(one, Message) and one.attachments]
        if not carrying:
            return rows
        found = shown_media(self._bridge.cache, carrying)
        if self._thread.is_shielded:
            return with_media(rows, covered(found, self._uncovered), may_always=False)
        may_always = not consents(self._bridge.cache, self._thread.channel_id)
        if not may_always:
            self._ask_for([message for (message, _), one in found.items() if one.state is MediaState.ASKED])
        return with_media(rows, found, may_always=may_always)

    def _ends(self) -> Ends:
        """What stands at the ends of what is loaded: how far back was read, and what may be missing."""
        thread = self._thread
        assert thread is not None
        since = None
        if not self._has_older and self._entries and thread.kind is Kind.DM:
            known = self._bridge.cache.connected(thread.channel_id)
            begin = known.at - timedelta(days=known.history_days)
            # Only a conversation that reaches back to there can have begun before it.
            if moment(self._entries[0]) - begin < timedelta(days=1):
                since = begin
        gaps = tuple(self._bridge.cache.gaps(thread.channel_id))
        return Ends(self._newer is not None, since, gaps)

    def _with_acts(self, rows: tuple[Row, ...]) -> tuple[Row, ...]:
        """The rows, those that were acted on there with a line that tells of it."""
        assert self._thread is not None
        found = acts_in(self._bridge.cache, self._thread.id)
        self._done_there = done_there.newest(found, self._bridge.submit.pending, self._thread.id)
        if not self._done_there:
            return rows
        return tuple(
            replace(row, tells_fate=True) if isinstance(row.entry, Message) and self._act_line(row.entry.id) else row
            for row in rows
        )

    def _act_line(self, message: MessageId) -> fate.Fate | None:
        one, scene = self._done_there.get(message), self._geometry.scene
        if one is None or scene is None:
            return None
        name = scene.channel.name if scene.channel is not None else ""
        person = self._bridge.person(one.person_id)
        who = "" if person is None else words.first_word(person.name)
        who = tr("conversation", "you") if person is not None and person.is_me else who
        now = scene.now()
        is_today = one.given_at.astimezone(self._zone).date() == now.astimezone(self._zone).date()
        day = "" if is_today else words.day(one.given_at, now, self._zone, scene.locale) + " "
        return done_there.line(one, name, now, who, day + scene.clock(one.given_at))

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

    def _ask_for(self, messages: list[MessageId], *, again: bool = False) -> None:
        """Have pictures fetched, of each message once unless somebody asks again."""
        wanted = tuple(dict.fromkeys(one for one in messages if again or one not in self._media_asked))
        if wanted:
            self._media_asked |= set(wanted)
            self._bridge.pictures.look_again()
            self._bridge.submit.order(ShowMedia(wanted))

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
                self._act_line,
            )
        )
        shown = self._thread
        if self._is_hidden:
            hidden_name = tr("conversation", "Hidden message")
            shown = replace(shown, contact_name=hidden_name, contact_handle="")
        self.header.show_thread(
            shown,
            channel,
            self._bridge.person(self._thread.assignee_id),
            is_hidden=self._is_hidden,
            now=self._bridge.clock.now(),
        )

    def _tell(self) -> None:
        assert self._thread is not None
        self.shown.emit(self.messages)
        # Who began far back has not seen what is below yet.
        if self._thread.unread and self._newer is None:
            self.seen.emit(self._thread.id)

    # ---------------------------------------------------------------------------------------------------- following
    def _on_changed(self, changes: Changes) -> None:
        if self._thread is None:
            return
        if self._thread.id in changes.conversations or changes.others & {"result", "channel", "post", "setting"}:
            self._reload()
        elif self._thread.id in changes.threads:
            self._refresh()

    def _on_given(self, threads: tuple[ThreadId, ...]) -> None:
        if self._thread is not None and self._thread.id in threads:
            self._refresh()

    def _reload(self) -> None:
        """Read again what is loaded, and show what differs."""
        if self._thread is None:
            return
        if self._newer is not None:
            self._reload_part()
            return
        loaded = sum(isinstance(entry, Message) for entry in self._entries)
        page = conversation(self._bridge.cache, self._thread.id, limit=max(PAGE, loaded + 1))
        self._entries, self._has_older = page.entries, page.has_older
        self._refresh()

    def _refresh(self) -> None:
        if self._thread is None:
            return
        was_kept = self._thread.is_shielded
        self._thread = self._bridge.thread(self._thread.id) or self._thread
        self._is_hidden = self._thread.is_shielded and (self._is_hidden or not was_kept)
        self._show_head()
        self.view.follow(self._rows())
        self._show_kept()
        self._tell()

    def _load_older(self) -> None:
        if self._thread is None or not self._has_older:
            return
        oldest = next((entry for entry in self._entries if isinstance(entry, Message)), None)
        if oldest is None:
            return
        page = conversation(self._bridge.cache, self._thread.id, Mark(oldest.created_at, oldest.id), PAGE)
        self._entries = (*page.entries, *self._entries)
        self._has_older = page.has_older
        self.view.follow(self._rows())
        self.shown.emit(self.messages)

    def _reload_part(self) -> None:
        """Read again what is loaded of the middle of a thread; what comes in at its end waits there."""
        said = [entry for entry in self._entries if isinstance(entry, Message)]
        if self._thread is None or not said:
            return
        begin = Mark(said[0].created_at, said[0].id)
        page = conversation_on(self._bridge.cache, self._thread.id, begin, len(said))
        self._entries, self._newer = page.entries, page.newer
        self._refresh()

    def _load_newer(self) -> None:
        if self._thread is None or self._newer is None:
            return
        page = conversation_on(self._bridge.cache, self._thread.id, self._newer, PAGE)
        self._entries = (*self._entries, *page.entries)
        self._newer = page.newer
        self.view.follow(self._rows())
        self._place_newest()
        self._tell()

    def to_newest(self) -> None:
        """Show the end of the thread, without reading all that lies between."""
        if self._thread is None:
            return
        if self._newer is not None:
            page = conversation(self._bridge.cache, self._thread.id, limit=PAGE)
            self._entries, self._has_older, self._newer = page.entries, page.has_older, None
            self.view.open_with(self._rows())
        self.view.to_bottom()
        self.view.setCurrentIndex(self.view.model().index(self.view.model().rowCount() - 1, 0))
        self._place_newest()
        self._tell()

    def _place_newest(self) -> None:
        """The way to the newest message is offered while that is far out of sight."""
        is_wanted = self._thread is not None and self.view.is_far_up
        self.newest.setVisible(is_wanted)
        if is_wanted:
            self.newest.adjustSize()
            corner = self.view.geometry().bottomRight()
            self.newest.move(corner.x() - self.newest.width() - 24, corner.y() - self.newest.height() - 12)
            self.newest.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_newest()

    def on_wrote_past(self, newest_read: MessageId | None) -> None:
        """The writer has read up to a message and newer ones came; None when nothing did."""
        if newest_read != self._marks.new_after:
            self._marks = Marks(self._marks.unread_from, newest_read)
            if self._thread is not None:
                self.view.follow(self._rows())
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

    def _on_target(self, target: Target, row: Row) -> None:
        match target.what:
            case "reveal":
                self.show_hidden()
            case "more":
                self._opened |= {row.key}
                self.view.follow(self._rows())
            case "fold":
                self._unfolded ^= {row.key}
                self.view.follow(self._rows())
            case "versions" if isinstance(row.entry, Message):
                self._show_versions(row.entry)
            case "again":
                self._bridge.follow.poke("sync")
            case "link" | "post":
                self.ask_about(target.detail)
            case media.SHOW if isinstance(row.entry, Message):
                self._uncovered |= {row.entry.id}
                self._ask_for([row.entry.id], again=True)
            case media.ALWAYS if self._thread is not None and isinstance(row.entry, Message):
                self._bridge.submit.order(ConsentToMedia(self._thread.channel_id, on=True))
                self._ask_for([row.entry.id], again=True)
            case media.OPEN if isinstance(row.entry, Message):
                self._view(row, row.entry, int(target.detail))
            case "step" if isinstance(row.entry, Message):
                self.take_step(Step(target.detail), row.entry)
            case _:
                pass

    def _view(self, row: Row, message: Message, place: int) -> None:
        there = [
            (at, Viewed(shown.sha256, plain_text(one.alt)))
            for at, (one, shown) in enumerate(zip(message.attachments, row.media, strict=False))
            if shown.state is MediaState.OK
        ]
        begin = next((number for number, (at, _) in enumerate(there) if at == place), 0)
        if there:
            Viewer(self.window(), self._bridge.pictures, [one for _, one in there], begin)

    def _show_versions(self, message: Message) -> None:
        from socialdesk.desktop.places.conversation.versions import Versions

        told = told_versions(self._bridge.cache, message)
        moments = [words.exact(at, self._zone, QLocale()) for _, at in told]
        Versions(self.window(), [(text, at) for (text, _), at in zip(told, moments, strict=True)]).open_card()

    def show_hidden(self) -> None:
        """Somebody asked to see what is kept out of sight."""
        if self._is_hidden and self._thread is not None:
            self._is_hidden = False
            self._bridge.submit.order(CountOpened(self._thread.id, today(self._bridge)))
            self._refresh()
            self.view.setFocus()

    def close_again(self) -> None:
        """Put what was opened out of sight again, pictures too."""
        if self._thread is not None and self._thread.is_shielded and not self._is_hidden:
            self._is_hidden = True
            self._uncovered = frozenset()
            self._refresh()
            self.focus_messages()

    @property
    def is_closed(self) -> bool:
        """Whether the open thread is kept out of sight now."""
        return self._is_hidden

    def _show_kept(self) -> None:
        self.kept.follow(self._thread, self._entries, is_hidden=self._is_hidden)
        self.closed.emit(self._is_hidden)
        self.view.setVisible(self._thread is not None and not self._is_hidden)

    def ask_about(self, url: str) -> None:
        """Show where an address leads before it is opened."""
        LinkSheet(url, self.window()).open()

    def take_step(self, step: Step, message: Message) -> None:
        """Do what a word below an answer says."""
        thread = self._thread
        if thread is not None and (act := self._done_there.get(message.id)) is not None:
            self._take_act_step(step, act, message, thread)
            return
        if thread is None or message.command_id is None:
            return
        reply = CommandId(message.command_id)
        cancel = CancelReply(thread.id, reply)
        match step:
            case Step.UNDO | Step.EDIT:
                self._give(cancel)
                self.edit_wanted.emit(message.text, reply)
            case Step.CANCEL:
                self._give(cancel)
            case Step.SEND_NOW | Step.READ_AND_SEND:
                self._give(SendNow(thread.id, reply, self._newest()))
            case Step.ARRIVED:
                self._give(SettleUnknown(thread.id, reply, arrived=True))
            case Step.SEND_AGAIN:
                self._give(SettleUnknown(thread.id, reply, arrived=False))
            case Step.KEEP_AS_NOTE:
                self._give(AddNote(thread.id, message.text), cancel)
            case Step.LOOK:
                self.ask_about(message.permalink or thread.permalink)
            case Step.SIGN_IN:
                self.sign_in_wanted.emit(ChannelId(thread.channel_id))
            case Step.TAKE_BACK | Step.HAPPENED | Step.NOT_HAPPENED:
                pass  # of acts on what others wrote alone

    def _take_act_step(self, step: Step, act: Outbound, message: Message, thread: Thread) -> None:
        match step:
            case Step.LOOK:
                self.ask_about(message.permalink or thread.permalink)
            case Step.HAPPENED | Step.NOT_HAPPENED:
                self._give(SettleUnknown(thread.id, act.command, arrived=step is Step.HAPPENED))
            case _:
                self._give(CancelAct(thread.id, act.command))

    def _give(self, *commands: ThreadCommand) -> None:
        assert self._thread is not None
        self._bridge.submit.give([(self._thread, command) for command in commands])

    # --------------------------------------------------------------------------------------------------------- menu
    def _open_menu(self, row: Row, at: QPoint) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        copy = menu.addAction(tr("conversation", "Copy"))
        copy.triggered.connect(lambda: QGuiApplication.clipboard().setText(self.view.chosen_text()))
        for target in self.view.targets_of(row):
            menu.addAction(self._act_on(target, row, menu))
        self._offer_like(row, menu)
        is_theirs = isinstance(row.entry, Message) and row.entry.direction is Direction.IN
        if is_theirs and self.facts is not None:
            menu.addSeparator()
            self.view.setFocus()
            fill(menu, ON_MESSAGES, self.facts(), self.header.act_wanted.emit)
        permalink = row.entry.permalink if isinstance(row.entry, Message) else ""
        if permalink:
            there = menu.addAction(tr("conversation", "View on the platform"))
            there.triggered.connect(lambda: self.ask_about(permalink))
        menu.popup(at)

    def _act_on(self, target: Target, row: Row, menu: QMenu) -> QAction:
        said = {
            "more": tr("conversation", "Show more"),
            "reveal": tr("conversation", "Show it to me"),
            "fold": tr("conversation", "Hide") if row.is_open else tr("conversation", "Show"),
            "versions": tr("conversation", "Show earlier versions"),
            "again": tr("conversation", "Ask again"),
            "post": tr("conversation", "Open post"),
            "link": tr("conversation", "Open {address}").format(address=target.detail[:60]),
            media.SHOW: tr("conversation", "Show the picture"),
            media.ALWAYS: tr("conversation", "Always show pictures of this channel"),
            media.OPEN: tr("conversation", "Look at the picture"),
        }
        words = fate.words(Step(target.detail)) if target.what == "step" else said[target.what]
        action = QAction(words.replace("&", "&&"), menu)
        action.triggered.connect(lambda: self._on_target(target, row))
        return action

    def _offer_like(self, row: Row, menu: QMenu) -> None:
        message, thread = row.entry, self._thread
        if thread is None or not isinstance(message, Message) or message.direction is Direction.OUT:
            return
        able = self._bridge.capabilities(thread)
        if able is None or not able.can("like"):
            return
        like = menu.addAction(
            tr("conversation", "Take the like back") if message.is_liked else tr("conversation", "Like")
        )
        like.triggered.connect(lambda: self._give(Like(thread.id, message.id, not message.is_liked)))

    def focus_messages(self) -> None:
        """Put the keyboard on the messages, or on what can be done without reading them."""
        card = self.kept.card
        card.first().setFocus() if self._is_hidden and card is not None else self.view.setFocus()
