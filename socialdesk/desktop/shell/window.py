"""The main window: joins rail, queue, conversation, composer and context; decides nothing about threads itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.look import metrics, theme
from socialdesk.desktop.look.tokens import Theme
from socialdesk.desktop.places.queue.view import QueuePlace
from socialdesk.desktop.places.rail.view import RailPlace
from socialdesk.desktop.shell import shape
from socialdesk.desktop.shell.aside import Aside
from socialdesk.desktop.shell.early import EarlyKeys
from socialdesk.desktop.shell.panes import Panes
from socialdesk.desktop.shell.room import Room
from socialdesk.desktop.shell.whole import Whole, known_kinds, used_at_once
from socialdesk.desktop.widgets.split import Split
from socialdesk.model.identifiers import ThreadId

if TYPE_CHECKING:
    # What the first frame does not show is loaded after it; see `completing`.
    from socialdesk.desktop.actions.registry import Action, Facts
    from socialdesk.desktop.places.outbox.page import OutboxPage
    from socialdesk.desktop.shell.moderating import Moderating


class Window(Whole):
    """One desktop window on one workspace.

    Rail and queue are there at once. The rest is made at once as well, or with `at_once=False` after the first frame,
    step by step along `completing`.
    """

    replaced = Signal(object)
    """Another window has taken this one's place: it is told."""

    def __init__(self, bridge: Bridge, *, at_once: bool = True) -> None:
        super().__init__()
        self._is_whole = self._has_given_way = False
        self.bridge = bridge
        self.ailing = ""
        """What is wrong with the engine, in a sentence; empty when it is well."""
        self._moderating: Moderating | None = None
        self.setWindowTitle(f"{bridge.unlocked.name} – SocialDesk" if bridge.unlocked.name else "SocialDesk")
        Room(self)
        self.resize(QSize(*metrics.WINDOW))
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

    def keep_keys(self) -> None:
        """Keep the keys that any widget gets, until the window is whole and can do what they ask for."""
        if self._early is not None:
            self._early.widen()

    def completing(self) -> Iterator[None]:
        """Make what the first frame does not show; between two steps the program may paint and listen."""
        self.keep_keys()
        from socialdesk.desktop.shell.loading import loading, needed_by

        # Read for the first person shown, from whichever step that is.
        yield from loading(["socialdesk.store.staff"])
        yield from loading(needed_by(self._making, self._make_acts, self._fill, self._become_whole))
        yield from known_kinds()
        yield from self._making()
        yield from self._make_acts()
        yield from self._become_whole()
        self.rail.complete()
        self.rail.tell_again(self.queue.base.id)
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
        from socialdesk.desktop.shell.going import Going
        from socialdesk.desktop.shell.open_thread import OpenThread
        from socialdesk.desktop.shell.telling import Telling

        self.going = Going(self, self._split)
        self.opened = OpenThread(self, self._middle)
        self.telling = Telling(self)
        yield

    def _become_whole(self) -> Iterator[None]:
        from socialdesk.desktop.shell.own_windows import OwnWindows
        from socialdesk.desktop.shell.palette_side import PaletteSide
        from socialdesk.desktop.shell.people_hands import PeopleHands

        self.people = PeopleHands(self)
        self.palette_side = PaletteSide(self)
        from socialdesk.desktop.shell.row_menu import RowMenu

        self.row_menu = RowMenu(self, self, self.facts)
        self.own_windows = OwnWindows(self.bridge, self, self.composer, lambda: self.registry, self.do)
        yield
        _ = self.bridge.platforms  # the first look at a channel's means would read all manifests
        yield
        from socialdesk.desktop.shell import session
        from socialdesk.desktop.shell.again import ZoneWatch
        from socialdesk.desktop.shell.attention import AttentionSide
        from socialdesk.desktop.shell.closing import Closing
        from socialdesk.desktop.shell.first_minute import FirstMinute
        from socialdesk.desktop.shell.joining import join

        self._fill()
        yield
        self.queue.stories.look()
        yield
        # From here on it answers: what is left belongs together.
        self._is_whole = True
        join(self)
        theme.signals().changed.connect(self._dress_panes)
        self.opened.show(self.queue.current())
        self.telling.look()
        self.first_minute = FirstMinute(self)
        self.closing = Closing(self)
        self.closing.going_on = self.bulk.progress.going_on
        self.closing.keeping = self.composer.keep_draft
        self.attention = AttentionSide(self)
        self.attention.notices.tray.quit_wanted.connect(self.leave)
        session.restore(self)
        self._remembering = session.Remembering(self, self._split)
        ZoneWatch(self, self._is_free, self._another)
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
        self.lines = QVBoxLayout(self)
        self.lines.setContentsMargins(0, 0, 0, 0)
        self.lines.setSpacing(0)
        self.lines.addLayout(below, 1)

    def _fill(self) -> None:
        """Put the places where the first frame left room for them."""
        from socialdesk.desktop.widgets.banner import Banner

        self.banner = Banner(self)
        self.lines.insertWidget(0, self.banner)
        thread = QWidget(self._middle)
        column = QVBoxLayout(thread)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.conversation, 1)
        column.addWidget(self.replies.strip)
        column.addWidget(self.composer)
        self.opened.page = thread
        from socialdesk.desktop.shell.coach import Coach

        self.coach = Coach(self, column, 1)
        self._middle.addWidget(thread)
        self._middle.addWidget(self.clear)
        self._middle.addWidget(self.bulk.pane)
        self.pages.addWidget(self.outbox)
        self.pages.addWidget(self.library)
        self.aside.adopt(self.context)

    # What acts ask

    def run(self, action: Action) -> None:
        """Run an act if it can be done now, else say why not."""
        if self.bulk.run(action):
            return
        if action.when(self.facts()):
            action.run(self.hands)
        elif action.otherwise:
            self.say(action.otherwise)

    def do(self, id_: str) -> None:
        """Run the act with this id, as if its key was pressed."""
        self.run(self.registry[id_])

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
        self.palette_side.open(typed)

    def open_thread(self, thread: ThreadId | None) -> None:
        """Show a thread in conversation, composer and context that the list does not hold, or none."""
        found = self.bridge.thread(thread) if thread is not None else None
        self.queue.show_guest(found.id if found is not None else None)
        self.opened.show(found)

    def show_context_now(self) -> None:
        """Have the panel about the open thread on the screen at once."""
        self.aside.show()
        self.opened.fill_context()

    def show_thread(self, thread: ThreadId) -> None:
        """Show a thread beside the queue of the whole team."""
        self.going.to_thread(thread)

    def show_thread_in_mine(self, thread: ThreadId) -> None:
        """Show Mine with a thread open."""
        self.going.to_thread_in_mine(thread)

    def show_outbox(self) -> None:
        """Show what has not left."""
        self.going.to_outbox()

    @property
    def shown_outbox(self) -> OutboxPage | None:
        """The page of what has not left, while one sees it."""
        return self.outbox if self.pages.currentWidget() is self.outbox else None

    def show_bulk(self, *, is_on: bool) -> None:
        """Put the acts on the selected threads in the place of the conversation, or the conversation back."""
        self.opened.step_back(self.bulk.pane if is_on else None)

    def show_library(self) -> None:
        """Show the saved replies."""
        self.going.to_library()

    def say(self, words: str) -> None:
        """Tell something that needs no act."""
        self.telling.say(words)

    def set_theme(self, wanted: Theme) -> None:
        """Change the theme and remember it."""
        self.bridge.settings.put("theme", wanted.value)

    def set_ailing(self, sentence: str) -> None:
        """Tell that the engine keeps ending, or with nothing that it is well."""
        self.ailing = sentence
        if self._is_whole:
            self.telling.look()

    def speak(self, chosen: str) -> None:
        """Speak another language, or with "" the system's: a window that does takes the place of this one."""
        from socialdesk.desktop.shell.again import speak

        speak(self, chosen, self._another)

    def give_way(self, new: object) -> None:
        """Tell that another window has taken this one's place."""
        self._has_given_way = True
        self.closing.at_once()
        self.replaced.emit(new)

    def _another(self) -> Window:
        """A window that stands where this one does and knows what it knows."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.before_window(app)
        new = Window(self.bridge)
        new.setGeometry(self.geometry())
        new.palette_side.recent = self.palette_side.recent
        new.settings.stand_like(self.settings)
        new.set_ailing(self.ailing)
        return new

    def anchor(self) -> QRect:
        """Where pickers open: under the buttons of the conversation's head."""
        # Where one sees the queue alone, what the hidden thread measured when it was last shown says nothing.
        seen = self.conversation if self.conversation.isVisible() else self
        corner = seen.mapTo(self, seen.rect().topRight())
        return QRect(corner.x() - 170, corner.y() + 18, 120, 32)

    def come_forward(self) -> None:
        """Another start was led here, or the icon in the tray: show this window."""
        if self.is_in_tray:
            self.attention.notices.tray.holds_window = False
            self.show()
            self.own_windows.set_shown(is_on=True)
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

    def leave(self) -> None:
        """Close the window for good, rather than into the tray."""
        self.closing.leave()

    @property
    def is_in_tray(self) -> bool:
        """Whether it was closed into the tray."""
        return self._is_whole and self.attention.notices.tray.holds_window

    # The window itself

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.panes.arrange(event.size().width())
        if self._is_whole:
            self._fit()
            self.telling.place_toast()

    def _dress_panes(self) -> None:
        self.panes.arrange(self.width(), again=True)
        self._fit()

    def _fit(self) -> None:
        self.opened.fit()
        self.coach.fit()

    def changeEvent(self, event: QEvent) -> None:
        if self._is_whole and event.type() == QEvent.Type.ActivationChange:
            shown = self.conversation.thread
            if self.isActiveWindow():
                self.opened.on_seen()
                if shown is not None and shown in self.own_windows:
                    self.own_windows.write_in(shown, self.composer)
        super().changeEvent(event)

    def close_then(self, then: Callable[[], None]) -> None:
        """Close the window and do something in that moment, unless somebody chooses to stay."""
        self.closing.close_then(then)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._is_whole and not self.closing.is_leaving and self.attention.notices.tray.takes_window():
            event.ignore()
            self.hide()
            self.own_windows.set_shown(is_on=False)
            return
        if self._is_whole and not self.closing.may():
            event.ignore()
            return
        if not self._has_given_way:  # else it is kept, and what is read beside by now the other one waits for
            self.keep()
        event.accept()

    def keep(self) -> None:
        """Keep what the next window begins with: the draft, the open thread, its shape."""
        if self._is_whole:
            from socialdesk.desktop.shell import session

            self._remembering.rest()
            session.keep(self)
            self.queue.stories.rest()
            self.attention.rest()
            self.bridge.rest()
            self.composer.keep_draft()
            self.conversation.paging.keep_place()
            self.own_windows.close()
            self.context.rest()
            self.library.rest()
            self.rules.rest()
            self.opened.rest()
        self.aside.keep()
        shape.keep(self, self._split, self.bridge.desk)
        self.rail.rest()
        self.queue.model.rest()
