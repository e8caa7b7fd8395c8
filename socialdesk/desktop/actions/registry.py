"""Gives what an act is and the one list of all; menu, palette, tooltips and keys are drawn from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from socialdesk.desktop.actions.keycaps import caps, written
from socialdesk.model.thread import Status, Thread
from socialdesk.model.view import View
from socialdesk.support.values import value_class

if TYPE_CHECKING:
    # Shapes of hands and commands are not loaded for the first frame.
    from socialdesk.desktop.actions.library_shape import LibraryShape
    from socialdesk.desktop.actions.reply_shape import ReplyShape
    from socialdesk.desktop.actions.rules_shape import RuleShape
    from socialdesk.desktop.actions.shift_shape import ShiftShape
    from socialdesk.desktop.actions.swift_shape import SwiftShape
    from socialdesk.desktop.actions.triage_shape import TriageShape
    from socialdesk.desktop.actions.view_hands import ViewHands
    from socialdesk.model.shielding import Teach


@value_class(frozen=True, slots=True)
class Facts:
    """What is so at this moment, as far as acts depend on it."""

    thread: Thread | None = None
    can_like: bool = False
    is_mine: bool = False
    is_saved_view: bool = False
    """Whether a saved view is shown, which can be changed."""
    is_filtered: bool = False
    is_filter_changed: bool = False
    """Whether other conditions are in force than those of the view itself."""
    able: frozenset[str] = frozenset()
    """What can be done to the message in focus on its platform: hide, remove, block, report; link when it has one."""
    stands: frozenset[str] = frozenset()
    """What stands there already: hidden, held until approved, blocked, muted, reported."""
    is_library: bool = False
    """Whether the page of saved replies is shown."""
    is_rules: bool = False
    """Whether the page of rules is shown."""
    is_settings: bool = False
    """Whether the page of settings is shown."""
    is_away: bool = False
    """Whether I am away from work."""
    selected: int = 0
    """How many threads are selected: acts are for all of them."""

    @property
    def has_thread(self) -> bool:
        """Whether a thread is open."""
        return self.thread is not None

    @property
    def is_done(self) -> bool:
        """Whether the open thread is done."""
        return self.thread is not None and self.thread.status is Status.DONE


class BulkHands(Protocol):
    """What the window can do with many threads at once."""

    def toggle(self) -> None: ...
    def extend(self, by: int) -> None: ...
    def select_all(self) -> None: ...
    def clear(self) -> None: ...
    def slash(self) -> None: ...
    def select_story(self) -> None: ...
    def fold(self) -> None: ...
    def answer_all(self) -> None: ...
    def stop_answers(self) -> None: ...


class ComposingHands(Protocol):
    """What the composer can do for an act beside sending."""

    def attach(self) -> None: ...
    def pick_emoji(self) -> None: ...
    def ask_later(self) -> None: ...
    def answer_all(self) -> None: ...
    def choose_channel(self) -> None: ...
    def split(self) -> None: ...
    def translate(self) -> None: ...
    def send_privately(self) -> None: ...
    def next_language(self) -> None: ...


class ShieldHands(Protocol):
    """What the window can do for an act on what is kept out of sight."""

    def hide(self) -> None: ...
    def hide_and_block(self) -> None: ...
    def report(self) -> None: ...
    def show_or_close(self) -> None: ...
    def elsewhere(self) -> None: ...
    def open_menu(self) -> None: ...
    def let_through(self, teach: Teach = ...) -> None: ...
    def save_evidence(self) -> None: ...
    def open_words(self) -> None: ...


class Hands(Protocol):
    """What the window can do for an act."""

    @property
    def triage(self) -> TriageShape: ...
    @property
    def saved(self) -> ReplyShape: ...
    @property
    def library(self) -> LibraryShape: ...
    @property
    def views(self) -> ViewHands: ...
    @property
    def swift(self) -> SwiftShape: ...
    @property
    def composing(self) -> ComposingHands: ...
    @property
    def shield(self) -> ShieldHands: ...

    def step(self, by: int) -> None: ...
    def enter_conversation(self) -> None: ...
    def leave(self) -> None: ...
    def answer(self) -> None: ...
    def write_note(self) -> None: ...
    def moderate(self, act: str) -> None: ...
    def open_on_platform(self) -> None: ...
    def undo(self) -> None: ...
    def open_palette(self) -> None: ...
    def start_search(self) -> None: ...
    def open_own_window(self) -> None: ...
    def go_to_date(self) -> None: ...
    def find_in_thread(self) -> None: ...
    def send(self) -> None: ...
    def send_and_done(self) -> None: ...
    def toggle_note(self) -> None: ...
    def open_saved_replies(self) -> None: ...
    def drop_draft(self) -> None: ...
    def go(self, view: View) -> None: ...
    def go_number(self, number: int) -> None: ...
    def next_pane(self, by: int) -> None: ...
    def toggle_rail(self) -> None: ...
    def toggle_context(self) -> None: ...
    def zoom(self, by: int) -> None: ...
    def toggle_theme(self) -> None: ...
    def connect_channel(self) -> None: ...
    def show_keys(self) -> None: ...
    def apply_order(self) -> None: ...
    def show_outbox(self) -> None: ...
    def show_library(self) -> None: ...
    def show_settings(self, key: str = "") -> None: ...
    def show_about(self) -> None: ...
    def new_saved_reply(self) -> None: ...
    def export_contact(self) -> None: ...
    def erase_contact(self) -> None: ...
    def ask_quiet(self) -> None: ...
    @property
    def shift(self) -> ShiftShape: ...
    def quit(self) -> None: ...
    @property
    def bulk(self) -> BulkHands: ...
    @property
    def people(self) -> PeopleHands: ...
    @property
    def rules(self) -> RuleShape: ...


class PeopleHands(Protocol):
    """What the window can do about the person of the open thread."""

    def toggle_vip(self) -> None: ...
    def write_memo(self) -> None: ...
    def add_field(self) -> None: ...
    def set_place(self) -> None: ...
    def set_language(self) -> None: ...
    def ask_join(self) -> None: ...
    def part(self) -> None: ...
    def open_beside(self) -> None: ...


def _always(_facts: Facts) -> bool:
    return True


@value_class(frozen=True, slots=True)
class Action:
    """One act. `keys` are in Qt's portable form; the first is the one shown.

    `when` says whether it can be done now, `otherwise` why not. `chord` is the letter after G.
    """

    id: str
    words: str
    run: Callable[[Hands], object]
    icon: str = "circle"
    keys: tuple[str, ...] = ()
    chord: str = ""
    menu: str = ""
    when: Callable[[Facts], bool] = _always
    otherwise: str = ""
    also: tuple[str, ...] = ()
    gmail: tuple[str, ...] | None = None
    """The keys for a hand used to Gmail, a chord written "G M"; None for the same ones."""
    plain: tuple[str, ...] | None = None
    """Keys where single letters are off, beside those of `keys` that are none; None for whichever is spare."""

    @property
    def shown_keys(self) -> tuple[str, ...]:
        """The key caps to draw."""
        first = self.all_keys[:1]
        return caps(first[0]) if first else ()

    @property
    def shown_text(self) -> str:
        """The key as a line of text shows it."""
        first = self.all_keys[:1]
        return written(first[0]) if first else ""

    @property
    def all_keys(self) -> tuple[str, ...]:
        """Keys and chord, the one that is shown first; a chord is written "G M"."""
        return (*((f"G {self.chord}",) if self.chord else ()), *self.keys)


class Registry:
    """All acts; ids are unique, and no key means two things."""

    def __init__(self, actions: Iterable[Action]) -> None:
        self._declared: tuple[Action, ...] = tuple(actions)
        self._actions: dict[str, Action] = {}
        self._keys: dict[str, Action] = {}
        self._chords: dict[str, Action] = {}
        for action in self._declared:
            if action.id in self._actions:
                raise ValueError(f"two acts are called {action.id}")
            self._actions[action.id] = action
            for key in action.keys:
                if key in self._keys:
                    raise ValueError(f"{key} means {self._keys[key].id} and {action.id}")
                self._keys[key] = action
            if action.chord:
                if action.chord in self._chords:
                    raise ValueError(f"G {action.chord} means two things")
                self._chords[action.chord] = action

    def __iter__(self) -> Iterator[Action]:
        return iter(self._actions.values())

    def __getitem__(self, id_: str) -> Action:
        return self._actions[id_]

    @property
    def declared(self) -> tuple[Action, ...]:
        """All acts with the keys they were declared with."""
        return self._declared

    def rekey(self, keys: Mapping[str, tuple[str, ...]]) -> None:
        """Put these keys in force, by act; a chord is written "G M". No key may be two acts'."""
        self._actions, self._keys, self._chords = {}, {}, {}
        for declared in self._declared:
            mine = keys.get(declared.id, ())
            chord = next((key[2:] for key in mine if key.startswith("G ")), "")
            action = replace(declared, keys=tuple(key for key in mine if not key.startswith("G ")), chord=chord)
            self._actions[action.id] = action
            self._keys.update((key, action) for key in action.keys)
            if chord:
                self._chords[chord] = action

    def of_key(self, key: str) -> Action | None:
        """The act of a key."""
        return self._keys.get(key)

    def of_chord(self, letter: str) -> Action | None:
        """The act of a letter after G."""
        return self._chords.get(letter)

    @property
    def chords(self) -> dict[str, Action]:
        """What can follow G."""
        return self._chords
