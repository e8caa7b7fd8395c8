"""Gets the declared acts and what a person chose, gives the keys in force; says which keys cannot be taken, and why."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.actions.presets import Keys, Preset, is_letter, preset_keys, spare
from socialdesk.desktop.actions.registry import Action

tr = QCoreApplication.translate
AZERTY = dict(zip("&é\"'(-è_çà", "1234567890", strict=True))
"""The unshifted row of digits on a French keyboard."""
_IN_TEXT = ("Left", "Right", "Home", "End", "Backspace", "Del")
OF_TEXT = frozenset(
    (
        *("Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+Y", "Ctrl+Z", "Ctrl+Shift+Z"),
        *(
            "Ctrl+Insert",
            "Shift+Insert",
            *(f"{held}+{key}" for held in ("Ctrl", "Ctrl+Shift", "Shift") for key in _IN_TEXT),
        ),
    )
)
"""What a field of text does with these comes before any act: copying, undoing, going and deleting by words."""
_RESERVED_TEXT = OF_TEXT - {"Ctrl+Z", "Ctrl+Del"}  # where nothing is typed these are undo and delete
_RESERVED_MOVING = frozenset(
    {"Tab", "Shift+Tab", "Return", "Space", "Up", "Down", "Left", "Right", "Backspace", "Del", "PgUp", "PgDown", "End"}
)
_RESERVED_SYSTEM = frozenset({"Alt+F4", "F10", "Shift+F10", "Menu", "Alt+Tab", "Alt+Space", "Print"})
_RESERVED = _RESERVED_TEXT | _RESERVED_MOVING | _RESERVED_SYSTEM


def digit_of(text: str) -> int:
    """Which of nine choices a key picks by what it writes, from 1, or 0 when it picks none; Caps Lock makes é an É."""
    digit = AZERTY.get(text.lower(), text)
    return int(digit) if len(digit) == 1 and digit in "123456789" else 0


@dataclass(frozen=True, slots=True)
class KeyMap:
    """What a person chose: a preset, own keys of single acts, and whether letters count at all."""

    preset: Preset = Preset.SOCIALDESK
    own: Mapping[str, Keys] = field(default_factory=dict[str, Keys])
    letters: bool = True

    def keys(self, action: Action) -> Keys:
        """The keys an act as it was declared would have if no other wanted them."""
        found = self.own.get(action.id)
        if found is None:
            found = preset_keys(_declared(action), action.gmail, action.plain, self.preset)
            if not self.letters and self.preset is not Preset.PLAIN:
                found = (*(action.plain or ()), *found)
        return tuple(dict.fromkeys(key for key in found if self.letters or not is_letter(key)))

    def all(self, actions: Iterable[Action]) -> dict[str, Keys]:
        """The keys of every act. A key that two would have is the one's whose own it is, else the first one's.

        An act that is declared with keys and would have none is found a spare one, unless that was somebody's wish or
        its declaration says that it needs none.
        """
        acts = list(actions)
        wanted = {one.id: self.keys(one) for one in acts}
        taken: dict[str, str] = {}
        order = sorted(acts, key=lambda one: (one.id not in self.own, not self._is_named(one)))
        for action in order:
            for key in wanted[action.id]:
                taken.setdefault(key, action.id)
        found = {one.id: tuple(key for key in wanted[one.id] if taken[key] == one.id) for one in acts}
        # What any act has in any preset is spared, and what fields of text and the system have.
        spared = {*taken, *_RESERVED, *(key for one in acts for key in (*one.keys, *(one.plain or ())))}
        for one in acts:
            was_wished = one.id in self.own or any(taken[key] in self.own for key in wanted[one.id])
            if _declared(one) and not found[one.id] and not was_wished and not self._does_without(one):
                found[one.id] = spare(_declared(one), spared)
                spared.update(found[one.id])
        return found

    def _does_without(self, action: Action) -> bool:
        has_letters = self.letters and self.preset is not Preset.PLAIN
        return action.plain == () if not has_letters else self.preset is Preset.GMAIL and action.gmail == ()

    def _is_named(self, action: Action) -> bool:
        declared = _declared(action)
        return preset_keys(declared, action.gmail, action.plain, self.preset) != declared


def _declared(action: Action) -> Keys:
    return (*action.keys, *((f"G {action.chord}",) if action.chord else ()))


def as_it_was(act: str, chosen: KeyMap, declared: Iterable[Action]) -> dict[str, Keys]:
    """The own keys once an act has those it began with: it takes them back, and gives back what it took."""
    begun = {one.id: KeyMap(chosen.preset, {}, chosen.letters).keys(one) for one in declared}
    mine, given_back = begun.get(act, ()), set(chosen.own.get(act, ())) - set(begun.get(act, ()))
    found: dict[str, Keys] = {}
    for other, keys in chosen.own.items():
        begins = begun.get(other, ())
        back = (key for key in begins if key in given_back)
        left = tuple(dict.fromkeys((*(key for key in keys if key not in mine), *back)))
        if other != act and set(left) != set(begins):
            found[other] = left
    return found


def read_own(kept: str) -> dict[str, Keys]:
    """Own keys as they are kept; what cannot be read is nobody's."""
    try:
        found = json.loads(kept or "{}")
    except ValueError:
        return {}
    if not isinstance(found, dict):
        return {}
    return {
        str(act): tuple(key for key in keys if isinstance(key, str))
        for act, keys in found.items()
        if isinstance(keys, list)
    }


def write_own(own: Mapping[str, Keys]) -> str:
    """Own keys, to be kept."""
    return json.dumps({act: list(keys) for act, keys in sorted(own.items())})


def refusal(key: str, *, letters: bool) -> str:
    """Why a key cannot be given to an act, as a sentence; "" when it can."""
    if not key:
        return tr("keys", "This only changes what other keys write. Take other keys.")
    if key in _RESERVED_TEXT:
        return tr("keys", "This belongs to every field of text. Take other keys.")
    if key in _RESERVED_MOVING:
        return tr("keys", "This moves or presses what has the focus. Take other keys.")
    if key in _RESERVED_SYSTEM or key.startswith("Meta+"):
        return tr("keys", "This belongs to your system. Take other keys.")
    if "Ctrl+Alt" in key:
        return tr("keys", "Ctrl and Alt together are AltGr on many keyboards, which writes signs. Take other keys.")
    if key == "G":
        return tr("keys", "G begins the ways to go. Press a letter after it, or take other keys.")
    if not letters and is_letter(key):
        return tr("keys", "Single letters are off. Turn them on above, or take keys with Ctrl.")
    return ""
