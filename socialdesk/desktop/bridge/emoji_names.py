"""Reads the names of emoji beside the window's own thread, when the first is asked for; keeps the recent ones."""

from __future__ import annotations

import json

from PySide6.QtCore import QLocale, QObject, QThreadPool, Signal

from socialdesk.model.emoji_search import MOST, Emoji, emoji, find, in_order, used
from socialdesk.store.desk import Desk

RECENT = "emoji_recent"
_TONES = frozenset(chr(code) for code in range(0x1F3FB, 0x1F400))


class EmojiNames(QObject):
    """The emoji by name, in English and French."""

    ready = Signal()
    _read = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._known: list[Emoji] | None = None
        self._is_reading = False
        self._pool = QThreadPool(self, maxThreadCount=1)
        self._read.connect(self._on_read)

    def find(self, typed: str, most: int = MOST) -> list[Emoji]:
        """Those that fit; none before `ready` said so, when this is the first question."""
        known = self._all()
        return find(typed, known, self._recent(), most) if known else []

    def all(self) -> list[Emoji]:
        """Every one, the recent ones first; none before `ready` said so, when this is the first question."""
        return in_order(self._all(), self._recent())

    def _all(self) -> list[Emoji]:
        if self._known is None and not self._is_reading:
            self._is_reading = True
            french_first = QLocale().language() is QLocale.Language.French
            self._pool.start(lambda: self._read.emit(read(french_first=french_first)))
        return self._known or []

    def use(self, sign: str) -> None:
        """One was picked: it comes first from now on."""
        self._desk.set_state(RECENT, json.dumps(used(sign, self._recent()), ensure_ascii=False))

    def wait(self) -> None:
        """Let what is read be read; for the end of the program."""
        self._pool.waitForDone()

    def _recent(self) -> list[str]:
        return json.loads(self._desk.state(RECENT) or "[]")

    def _on_read(self, known: list[Emoji]) -> None:
        self._known = known
        self.ready.emit()


def read(*, french_first: bool) -> list[Emoji]:
    """All emoji in full form and one skin, with their names."""
    import emoji as package

    package.config.load_language("fr")
    found: list[Emoji] = []
    for sign, data in package.EMOJI_DATA.items():
        if data["status"] > package.STATUS["fully_qualified"] or _TONES & set(sign):
            continue
        english = [str(data["en"]), *(str(alias) for alias in data.get("alias", ()))]
        french = [str(data["fr"])] if data.get("fr") else []
        found.append(emoji(sign, [*french, *english] if french_first else [*english, *french]))
    return found
