"""The main window: joins rail, queue, conversation, composer and context; decides nothing about threads itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.look import metrics, theme
from socialdesk.desktop.look.tokens import Theme
from socialdesk.desktop.places.queue.view import QueuePlace
from socialdesk.desktop.places.rail.model import LIBRARY
from socialdesk.desktop.places.rail.view import RailPlace
from socialdesk.desktop.shell import shape
from socialdesk.desktop.shell.aside import Aside
from socialdesk.desktop.shell.early import EarlyKeys
from socialdesk.desktop.shell.panes import Panes
from socialdesk.desktop.shell.room import Room
from socialdesk.desktop.shell.whole import Whole, known_kinds, used_at_once
from socialdesk.desktop.widgets.banner import Banner
from socialdesk.desktop.widgets.split import Split
from socialdesk.model.identifiers import ThreadId
from socialdesk.model.thread import Thread
from socialdesk.model.view import MINE, TEAM, View
from socialdesk.store.cache import Changes

if TYPE_CHECKING:
    # What the first frame does not show is loaded after it; see `completing`.
    from socialdesk.desktop.actions.registry import Action, Facts
    from socialdesk.desktop.bridge.submit import Step
    from socialdesk.desktop.places.outbox.page import OutboxPage
    from socialdesk.desktop.places.palette.matching import Entry
    from socialdesk.desktop.shell.moderating import Moderating

tr = QCoreApplication.translate
READ_AFTER_MS = 700
CONTEXT_AFTER_MS = 60
REMEMBER_AFTER_MS = 1_000


class Window(Whole):
    """One desktop window on one workspace.

    Rail and queue are there at once. The rest is made at once as well, or with `at_once=False` after the first frame,
    step by step along `completing`.
    """

    replaced = Signal(object)
    """Another window has taken this one's place: it is told."""

    def __init__(self, bridge: Bridge, *, at_once: bool = True) -> None:
        super().__init__()
        self._is_whole = False
        self.bridge = bridge
        self._ailing = ""
        self._recent: list[str] = []
        self._moderating: Moderating | None = None
        self._opens: list[ThreadId] = []
        """The thread, if any, that is to be open in the view that is chosen next."""
        self.setWindowTitle(f"{bridge.unlocked.name} – SocialDesk" if bridge.unlocked.name else "SocialDesk")
        Room(self)
        self.resize(QSize(*metrics.WINDOW))
        self.banner = Banner(self)
        self.banner.hide()
        # Each within what it will stand in: put there later all of it would be polished and laid out once more.
        self.rail = RailPlace(bridge, self)
        self.pages = QStackedWidget(self)
        self._split = Split(Qt.Orientation.Horizontal, self.pages)
        self.queue = QueuePlace(bridge, self._split)
        self._lay_out()
        shape.stand(self, self._split, bridge.desk)
        shape.begin(self.rail, self.queue, bridge)
        self._early = None if at_once else EarlyKeys(self, self.queue.list)
        if at_once:
            for _ in self.completing():
                pass

    @property
    def shown_page(self) -> QWidget | None:
        """What stands beside the rail."""
        return self.pages.currentWidget()

    @property
    def is_whole(self) -> bool:
        """Whether everything of it is made."""
        return self._is_whole

    def completing(self) -> Iterator[None]:
        """Make what the first frame does not show; between two steps the program may paint and listen."""
        if self._early is not None:
            self._early.widen()
        from socialdesk.desktop.shell.loading import loading, needed_by

        # Read for the first person shown, from whichever step that is.
        yield from loading(["socialdesk.store.staff"])
        yield from loading(needed_by(self._making, self._make_acts, self._fill, self._become_whole))
        yield from known_kinds()
        yield from self._making()
        yield from self._make_acts()
        yield from self._become_whole()
        yield from used_at_once()

    def _make_acts(self) -> Iterator[None]:
        from socialdesk.desktop.actions.acts import all_acts
        from socialdesk.desktop.actions.keys import Keys
        from socialdesk.desktop.shell.bulk_hands import Bulk
        from socialdesk.desktop.shell.hands import WindowHands

        self.registry = all_acts()
        yield
        self.bulk = Bulk(self, self)
        yield
        self.hands = WindowHands(self, self)
        self.keys = Keys(self, self.registry, self.run, self._is_free)
        from socialdesk.desktop.look.other_words import OtherWords
        from socialdesk.desktop.shell.key_side import KeySide

        yield
        self.key_side = KeySide(self)
        self.other_words = OtherWords()
        self._read_soon = QTimer(self, singleShot=True, interval=READ_AFTER_MS)
        self._read_soon.timeout.connect(self._mark_read)
        self._remember_soon = QTimer(self, singleShot=True, interval=REMEMBER_AFTER_MS)
        self._remember_soon.timeout.connect(self._remember)
        from socialdesk.desktop.bridge.after import AfterPaint

        self._context_soon = AfterPaint(self._show_context, CONTEXT_AFTER_MS, self)
        yield

    def _become_whole(self) -> Iterator[None]:
        from socialdesk.desktop.shell.own_window import OwnWindows
        from socialdesk.desktop.shell.people_hands import PeopleHands

        self.people = PeopleHands(self)
        from socialdesk.desktop.shell.row_menu import RowMenu

        self.row_menu = RowMenu(self, self, self.facts)
        self.own_windows = OwnWindows(self.bridge, self, self.composer, lambda: self.registry, self._on_act_wanted)
        yield
        _ = self.bridge.platforms  # the first look at a channel's means would read all manifests
        yield
        from socialdesk.desktop.shell import session
        from socialdesk.desktop.shell.attention import AttentionSide
        from socialdesk.desktop.shell.closing import Closing
        from socialdesk.desktop.shell.first_minute import FirstMinute

        self._fill()
        yield
        self.queue.stories.look()
        yield
        # From here on it answers: what is left belongs together.
        self._is_whole = True
        self._join()
        self._on_thread(self.queue.current())
        self._tell()
        self.first_minute = FirstMinute(self)
        self.closing = Closing(self)
        self.closing.going_on = self.bulk.progress.going_on
        self.closing.keeping = self.composer.keep_draft
        self.attention = AttentionSide(self)
        session.restore(self)
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self.keys)
        if self._early is not None:
            self._early.let_go()
        yield

    # What places are joined by

    def _lay_out(self) -> None:
        self._middle = QStackedWidget(self._split)
        for part in (self.queue, self._middle):
            self._split.addWidget(part)
        self._split.setStretchFactor(1, 1)
        self.aside = Aside(self, self._split, self.pages, self.bridge.desk)
        self.panes = Panes(self.rail, self.queue, self._middle, self.aside)
        self.pages.addWidget(self._split)
        below = QHBoxLayout()
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(self.rail)
        below.addWidget(self.pages, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.banner)
        whole.addLayout(below, 1)

    def _fill(self) -> None:
        """Put the places where the first frame left room for them."""
        thread = QWidget(self._middle)
        column = QVBoxLayout(thread)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.conversation, 1)
        column.addWidget(self.replies.strip)
        column.addWidget(self.composer)
        self._thread = thread
        from socialdesk.desktop.shell.coach import Coach

        self.coach = Coach(self, column, 1)
        self._middle.addWidget(thread)
        self._middle.addWidget(self.clear)
        self._middle.addWidget(self.bulk.pane)
        self.pages.addWidget(self.outbox)
        self.pages.addWidget(self.library)
        self.aside.adopt(self.context)

    def _join(self) -> None:
        bridge = self.bridge
        self.rail.view_chosen.connect(self._on_view)
        self.rail.outbox_chosen.connect(self.show_outbox)
        self.rail.library_chosen.connect(self._on_library)
        self.rail.jump_asked.connect(self.open_palette)
        self.rail.settings_asked.connect(self.settings.show)
        self.settings.left.connect(self._on_library_left)
        self.rules.left.connect(self._on_library_left)
        self.rail.connect_asked.connect(self.connecting.open)
        self.connecting.told.connect(self.say)
        self.queue.thread_opened.connect(self._on_thread)
        self.queue.entered.connect(self.hands.enter_conversation)
        self.conversation.shown.connect(self.composer.on_shown)
        self.conversation.seen.connect(self._on_seen)
        self.conversation.act_wanted.connect(self._on_act_wanted)
        self.conversation.back_wanted.connect(self.hands.leave)
        self.conversation.edit_wanted.connect(self.composer.edit)
        self.conversation.split_wanted.connect(self.composer.show_parts)
        self.conversation.private_wanted.connect(self._on_private)
        self.composer.later_wanted.connect(self.hands.composing.ask_later)
        self.conversation.closed.connect(self.composer.setHidden)
        self.conversation.rule_wanted.connect(self.rules.show_log)
        self.own_windows.show_rule = self.rules.show_log
        self.conversation.sign_in_wanted.connect(self._on_sign_in_wanted)
        self.composer.wrote_past.connect(self.conversation.on_wrote_past)
        self.composer.left.connect(self.hands.leave)
        self.composer.sent.connect(self._on_sent)
        self.composer.noted.connect(self._on_noted)
        self.composer.drafts_changed.connect(self._on_draft)
        self.replies.join(self.composer)
        self.replies.said.connect(self.say)
        self.library.left.connect(self._on_library_left)
        self.library.said.connect(self.say)
        self.people.join()
        self.coach.connect_wanted.connect(self.connecting.open)
        self.context.entered.connect(self.fill_context)
        self.context.act_wanted.connect(self._on_act_wanted)
        self.context.thread_wanted.connect(self._on_thread_wanted)
        self.context.reply_wanted.connect(self.hands.saved.use)
        self.context.whole = self.replies.whole
        self.snooze.snoozed_until.connect(self.hands.snooze)
        self.assign.assigned.connect(self.hands.assign)
        self.tags.tag_toggled.connect(self.hands.toggle_tag)
        self.palette_card.chosen.connect(self._on_chosen)
        self.toast.undo_wanted.connect(self.hands.undo)
        self.banner.chosen.connect(self._on_banner)
        self.clear.connect_wanted.connect(self.connecting.open)
        self.clear.next_wanted.connect(self.hands.take_next)
        self.outbox.opened.connect(self.show_thread)
        self.outbox.left.connect(self._on_library_left)
        self.outbox_side.put_back.connect(self.composer.put_back)
        bridge.submit.stepped.connect(self._on_step)
        bridge.submit.failed.connect(self._on_failed)
        bridge.submit.given.connect(self._on_given)
        bridge.follow.changed.connect(self._on_changed)
        bridge.follow.asked_to_show.connect(self.come_forward)
        theme.signals().changed.connect(self.rail.dress)
        theme.signals().changed.connect(self._dress_panes)

    # What acts ask

    def run(self, action: Action) -> None:
        """Run an act if it can be done now, else say why not."""
        if self.bulk.run(action):
            return
        if action.when(self.facts()):
            action.run(self.hands)
        elif action.otherwise:
            self.say(action.otherwise)

    @property
    def moderating(self) -> Moderating:
        """The acts on what others wrote."""
        if self._moderating is None:
            from socialdesk.desktop.shell.moderating import Moderating

            self._moderating = Moderating(self, self)
        return self._moderating

    def facts(self) -> Facts:
        """What is so at this moment."""
        from socialdesk.desktop.shell.facts import facts

        return facts(self, self.bulk.count, is_away=self.hands.shift.is_away)

    def open_palette(self, typed: str = "") -> None:
        """Show the palette on the open thread."""
        from socialdesk.desktop.shell.palette_entries import called, entries, said

        thread = self.queue.current()
        about = "" if thread is None or thread.is_shielded else thread.contact_name
        about = self.bulk.words if self.bulk.is_on else about
        found = entries(self, self.hands, self.facts())
        more, later = partial(called, self), partial(said, self)
        self.palette_card.open_with(found, about, self._recent, typed, more, later=later)

    def open_thread(self, thread: ThreadId | None) -> None:
        """Show a thread in conversation, composer and context that the list does not hold, or none."""
        found = self.bridge.thread(thread) if thread is not None else None
        self.queue.show_guest(found.id if found is not None else None)
        self._on_thread(found)

    def show_thread_in_mine(self, thread: ThreadId) -> None:
        """Show Mine with a thread open."""
        self._opens.append(thread)
        self.rail.choose(MINE.id)
        if self._opens:  # it was chosen already
            self._on_view(MINE, self.rail.name(MINE))

    def show_outbox(self) -> None:
        """Show what has not left."""
        if self.shown_outbox is None:
            self.composer.keep_draft()
            self.rail.choose_outbox()
        self.pages.setCurrentWidget(self.outbox)
        self.outbox_side.fill()
        self.outbox.enter()

    @property
    def shown_outbox(self) -> OutboxPage | None:
        """The page of what has not left, while one sees it."""
        return self.outbox if self.pages.currentWidget() is self.outbox else None

    def show_bulk(self, *, is_on: bool) -> None:
        """Put the acts on the selected threads in the place of the conversation, or the conversation back."""
        if is_on:
            self._read_soon.stop()
            self._middle.setCurrentWidget(self.bulk.pane)
        else:
            self._on_thread(self.queue.current())
        self.aside.setVisible(not is_on and self.aside.has_room)

    def show_library(self) -> None:
        """Show the saved replies."""
        self.rail.choose(LIBRARY)
        self._on_library()

    def say(self, words: str) -> None:
        """Tell something that needs no act."""
        self.announcer.say(words)
        self.toast.show_act(words, seconds=4, keys=(), undo=" ")
        self._place_toast()

    def set_theme(self, wanted: Theme) -> None:
        """Change the theme and remember it."""
        self.bridge.settings.put("theme", wanted.value)

    def set_ailing(self, sentence: str) -> None:
        """Tell that the engine keeps ending, or with nothing that it is well."""
        self._ailing = sentence
        if self._is_whole:
            self._tell()

    def speak(self, chosen: str) -> None:
        """Speak another language, or with "" the system's: a window that does takes the place of this one."""
        from socialdesk.desktop.shell.again import speak

        speak(self, chosen, self._another)

    def give_way(self, new: object) -> None:
        """Tell that another window has taken this one's place."""
        self.closing.at_once()
        self.replaced.emit(new)

    def _another(self) -> Window:
        """A window that stands where this one does and knows what it knows."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.before_window(app)
        new = Window(self.bridge)
        new.setGeometry(self.geometry())
        new._recent = self._recent
        new.settings.stand_like(self.settings)
        new.set_ailing(self._ailing)
        return new

    def anchor(self) -> QRect:
        """Where pickers open: under the buttons of the conversation's head."""
        # Where one sees the queue alone, what the hidden thread measured when it was last shown says nothing.
        seen = self.conversation if self.conversation.isVisible() else self
        corner = seen.mapTo(self, seen.rect().topRight())
        return QRect(corner.x() - 170, corner.y() + 18, 120, 32)

    def come_forward(self) -> None:
        """Another start was led here: show this window."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()

    # Inside

    def _is_free(self) -> bool:
        from socialdesk.desktop.widgets.overlay import holds_focus

        over = (self.palette_card, self.snooze, self.assign, self.tags, self.key_side.sheet)
        return (
            not self.first_minute.is_shown
            and not self.people.is_asking
            and not self.people.is_writing
            and not any(card.isVisible() for card in over)
            and not self.connecting.is_open
            and not self.bulk.is_asking
            and not holds_focus()
        )

    def _on_library(self) -> None:
        if self.pages.currentWidget() is not self.library:
            self.composer.keep_draft()
            self.pages.setCurrentWidget(self.library)
            self.library.enter()

    def _on_library_left(self) -> None:
        last = self.bridge.desk.state(shape.VIEW) or MINE.id
        self.pages.setCurrentWidget(self._split)
        self.rail.choose(last)
        self.queue.list.setFocus()

    def _on_view(self, view: View, name: str) -> None:
        self.pages.setCurrentWidget(self._split)
        self.queue.show_view(view, name, select=self._opens.pop() if self._opens else None)
        self.bridge.desk.set_state(shape.VIEW, view.id)

    def _on_thread(self, thread: Thread | None) -> None:
        if self.bulk.mind():
            return
        self._read_soon.stop()
        self.conversation.open(thread.id if thread else None)
        self.composer.open(thread.id if thread else None)
        if self.conversation.is_closed:
            self.composer.hide()
        # The panel follows a moment later: while J is held it would be built for nobody to see.
        self.context.turn_soon(thread.id if thread else None)
        self._context_soon.ask()
        self._middle.setCurrentWidget(self._thread if thread else self.clear)
        self.aside.set_idle(is_idle=thread is None)
        if thread is None:
            self.clear.look()
            if self.panes.is_one:
                self.queue.say_nothing(self.clear.said)
        else:
            self._remember_soon.start()

    def _remember(self) -> None:
        thread = self.queue.current()
        if thread is not None:
            self.bridge.desk.set_state(shape.THREAD, str(thread.id))

    def _show_context(self) -> None:
        self.context.open(self.conversation.thread)

    def show_context_now(self) -> None:
        """Have the panel about the open thread on the screen at once."""
        self.aside.show()
        self.fill_context()

    def fill_context(self) -> None:
        """Have the panel tell of the open thread now, as when the keyboard goes into it."""
        self._context_soon.stop()
        if self.context.thread != self.conversation.thread:
            self._show_context()

    def _mark_read(self) -> None:
        from socialdesk.model.command import MarkRead

        thread = self.queue.current()
        if thread is not None and thread.unread and self.isActiveWindow() and not self.bulk.is_on:
            self.bridge.submit.give([(thread, MarkRead(thread.id))])

    def _on_seen(self, _thread: int) -> None:
        self._read_soon.start()

    def _on_act_wanted(self, id_: str) -> None:
        self.run(self.registry[id_])

    def _on_thread_wanted(self, thread: int) -> None:
        if not self.queue.open(ThreadId(thread)):
            self.open_thread(ThreadId(thread))

    def _on_private(self, thread: ThreadId | None) -> None:
        if thread is None:
            self.say(tr("shell", "The messages open here as soon as the network shows them. Try again in a moment."))
        else:
            self._on_thread_wanted(thread)

    def _on_sign_in_wanted(self, channel: int) -> None:
        self.connecting.repair_by_id(channel)

    def _on_given(self, _threads: object) -> None:
        self._tell()

    def _on_sent(self, thread: int, done: bool) -> None:
        if self.queue.model.row_of(ThreadId(thread)) is None:
            guest = self.queue.guest
            first = (guest.back() if guest is not None else self.queue.current()) or self.queue.model.first()
            if first is not None:
                self.queue.open(first.id)
            else:
                self.open_thread(None)
        self.queue.list.setFocus()

    def _on_noted(self, _thread: int) -> None:
        self.queue.list.setFocus()

    def _on_draft(self, thread: int) -> None:
        draft = self.bridge.desk.draft(ThreadId(thread))
        self.queue.draft_changed(ThreadId(thread), draft.text if draft else "")

    def _on_step(self, step: Step) -> None:
        self.announcer.say(f"{step.label} {tr('shell', 'Undo with Z.')}")
        self.toast.show_act(step.label, seconds=self.bridge.settings.number("undo_s"))
        self._place_toast()

    def _on_failed(self, sentence: str) -> None:
        self.banner.show_words("over", "warning", tr("shell", "Not saved."), sentence)
        self.announcer.say(sentence, assertive=True)

    def _on_changed(self, changes: Changes) -> None:
        if changes.others & {"channel", "outbox", "setting"}:
            self._tell()
        if self._middle.currentWidget() is self.clear:
            first = self.queue.model.first()
            if first is not None:
                self.queue.open(first.id)
            else:
                self.clear.look()

    def _tell(self) -> None:
        from socialdesk.desktop.shell.banners import banner

        words = banner(self.bridge, self._ailing, is_suspended=self.rules.is_suspended)
        if words is None:
            self.banner.hide()
        else:
            self.banner.show_words(words.tone, words.icon, words.lead, words.text, words.acts)
        if self.pages.currentWidget() is self.outbox:
            self.outbox_side.fill()

    def show_thread(self, thread: ThreadId) -> None:
        """Show a thread beside the queue of the whole team."""
        self._opens.append(thread)
        self.rail.choose(TEAM.id)
        self._opens.clear()  # it was chosen already
        self.pages.setCurrentWidget(self._split)
        if not self.queue.open(thread):
            self.open_thread(thread)

    def _on_banner(self, key: str) -> None:
        match key:
            case "retry":
                self.bridge.follow.poke("sync")
            case "outbox":
                self.show_outbox()
            case "let_answers_go":
                self.rules.suspend(on=False)
                self._tell()
            case _:
                self.connecting.on_banner(key)
                self._tell()

    def _on_chosen(self, entry: Entry) -> None:
        self._recent = [entry.id, *(one for one in self._recent if one != entry.id)][:30]
        if entry.run is not None:
            entry.run()

    def _place_toast(self) -> None:
        corner = self.queue.mapTo(self, QPoint(20, self.queue.height() - 24))
        self.toast.place(corner)

    # The window itself

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.panes.arrange(event.size().width())
        if self._is_whole:
            self._place_toast()

    def _dress_panes(self) -> None:
        self.panes.arrange(self.width(), again=True)

    def changeEvent(self, event: QEvent) -> None:
        if self._is_whole and event.type() == QEvent.Type.ActivationChange:
            shown = self.conversation.thread
            if self.isActiveWindow():
                self._read_soon.start()
                if shown is not None and shown in self.own_windows:
                    self.own_windows.write_in(shown, self.composer)
        super().changeEvent(event)

    def close_then(self, then: Callable[[], None]) -> None:
        """Close the window and do something in that moment, unless somebody chooses to stay."""
        self.closing.close_then(then)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._is_whole and not self.closing.may():
            event.ignore()
            return
        self.keep()
        event.accept()

    def keep(self) -> None:
        """Keep what the next window begins with: the draft, the open thread, its shape."""
        if self._is_whole:
            from socialdesk.desktop.shell import session

            session.keep(self)
            self.queue.stories.rest()
            self.attention.rest()
            self.bridge.rest()
            self.composer.keep_draft()
            self.conversation.keep_place()
            self.own_windows.close()
            self.context.rest()
            self.library.rest()
            self.rules.rest()
            self._remember_soon.stop()
            self._remember()
        self.aside.keep()
        shape.keep(self, self._split, self.bridge.desk)
        self.rail.rest()
        self.queue.model.rest()
