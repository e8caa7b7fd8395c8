"""Gives the shape of a window as acts and palette see it: its places, its overlays and what it can be asked."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from socialdesk.desktop.actions.registry import Action, BulkHands, PeopleHands, Registry
from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.look.other_words import OtherWords
from socialdesk.desktop.look.tokens import Theme
from socialdesk.desktop.places.composer.place import Composer
from socialdesk.desktop.places.context.place import Context
from socialdesk.desktop.places.conversation.place import Conversation
from socialdesk.desktop.places.library.page import LibraryPage
from socialdesk.desktop.places.pickers.assign import AssignPicker
from socialdesk.desktop.places.pickers.snooze import SnoozePicker
from socialdesk.desktop.places.pickers.tags import TagPicker
from socialdesk.desktop.places.queue.view import QueuePlace
from socialdesk.desktop.places.rail.view import RailPlace
from socialdesk.desktop.places.saved_replies.place import SavedReplies
from socialdesk.desktop.shell.about_person import AboutPerson
from socialdesk.desktop.shell.aside import Aside
from socialdesk.desktop.shell.attention import AttentionSide
from socialdesk.desktop.shell.coach import Coach
from socialdesk.desktop.shell.connecting import Connecting
from socialdesk.desktop.shell.key_side import KeySide
from socialdesk.desktop.shell.moderating import Moderating
from socialdesk.desktop.shell.own_windows import OwnWindows
from socialdesk.desktop.shell.panes import Panes
from socialdesk.desktop.shell.rules_side import RulesSide
from socialdesk.desktop.shell.settings_side import SettingsSide
from socialdesk.desktop.widgets.toast import UndoToast
from socialdesk.model.identifiers import PersonId, ThreadId
from socialdesk.model.thread import Priority


class ManyThreads(BulkHands, Protocol):
    """What is done to all that is selected; each gives False when nothing is, or it is none of its acts."""

    @property
    def is_on(self) -> bool:
        """Whether acts are for the selected threads."""
        ...

    def knows(self, id_: str) -> bool:
        """Whether an act is for the selection now."""
        ...

    def why_not(self, id_: str) -> str:
        """Why an act can't be done to the selection; empty where it can, or nothing is selected."""
        ...

    def snooze(self, until: datetime | None) -> bool:
        """Hide all until a moment."""
        ...

    def assign(self, person: PersonId | None) -> bool:
        """Give all to somebody."""
        ...

    def toggle_tag(self, tag: str, on: bool) -> bool:
        """Put a tag on all, or take it off."""
        ...

    def set_priority(self, priority: Priority) -> bool:
        """Raise or lower all."""
        ...

    def undo(self) -> bool:
        """Take an act on very many threads back."""
        ...


class Page(Protocol):
    """A page in the place of queue and conversation, as far as keys ask it something."""

    def step(self, by: int) -> None:
        """Go on to the next or the previous line."""
        ...

    def press_enter(self) -> None:
        """Enter was pressed."""
        ...

    def go_back(self) -> None:
        """Esc was pressed."""
        ...

    def start_search(self) -> None:
        """Let somebody type what to look for."""
        ...

    def panes(self) -> list[QWidget]:
        """What F6 goes through."""
        ...


class Parts(Protocol):
    """A window."""

    bridge: Bridge
    registry: Registry
    panes: Panes
    aside: Aside
    own_windows: OwnWindows
    rail: RailPlace
    queue: QueuePlace
    conversation: Conversation
    composer: Composer
    context: Context
    replies: SavedReplies
    library: LibraryPage
    toast: UndoToast
    snooze: SnoozePicker
    assign: AssignPicker
    tags: TagPicker
    connecting: Connecting
    coach: Coach
    attention: AttentionSide
    about_person: AboutPerson
    settings: SettingsSide
    rules: RulesSide
    key_side: KeySide
    other_words: OtherWords

    @property
    def people(self) -> PeopleHands:
        """What concerns the person of the open thread."""
        ...

    def show_context_now(self) -> None:
        """Have the panel about the open thread on the screen at once."""
        ...

    @property
    def bulk(self) -> ManyThreads:
        """What is done to all that is selected."""
        ...

    @property
    def moderating(self) -> Moderating:
        """The acts on what others wrote."""
        ...

    def run(self, action: Action) -> None:
        """Run an act if it can be done now."""
        ...

    def open_palette(self, typed: str = "") -> None:
        """Show the palette."""
        ...

    def open_thread(self, thread: ThreadId | None) -> None:
        """Show a thread beside the queue."""
        ...

    def show_thread_in_mine(self, thread: ThreadId) -> None:
        """Show Mine with a thread open."""
        ...

    @property
    def shown_outbox(self) -> Page | None:
        """The page of what has not left, while one sees it."""
        ...

    def show_outbox(self) -> None:
        """Show what has not left."""
        ...

    def show_library(self) -> None:
        """Show the saved replies."""
        ...

    def say(self, words: str) -> None:
        """Tell something that needs no act."""
        ...

    def set_theme(self, wanted: Theme) -> None:
        """Change the theme."""
        ...

    def speak(self, chosen: str) -> None:
        """Speak another language, or with "" the system's."""
        ...

    def anchor(self) -> QRect:
        """Where pickers open, in the window's coordinates."""
        ...

    def leave(self) -> None:
        """Close this window for good, rather than into the tray."""
        ...

    def come_forward(self) -> None:
        """Show this window."""
        ...

    def close(self) -> bool:
        """Close the window."""
        ...
