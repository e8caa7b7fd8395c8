"""Tells which words are spelt wrongly, beside the window's own thread; knows no text field.

The dictionaries are Hunspell's: American English comes with the library, others lie where the system keeps them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QThreadPool, Signal

from socialdesk.store.desk import Desk
from socialdesk.support import dictionaries

OWN_WORDS = "dictionary"
"""The state of the desk that holds the words a person added, as JSON."""
OFF = "spelling_off"
"""The state of the desk that holds the languages somebody does not want checked, as JSON."""
LANGUAGES = ("en", "fr", "de", "es", "it", "nl", "pt")
_MOST_SUGGESTED = 6
_MOST_KEPT = 50_000


def installed() -> dict[str, Path]:
    """The dictionaries on this machine, by language."""
    try:
        import hunspell
    except ImportError:
        return {}  # a package of a distribution may leave it out: then nothing is checked
    found = dictionaries.find(dictionaries.folders(), LANGUAGES)
    if "en" not in found:
        found["en"] = Path(str(hunspell.__file__)).parent / "dictionaries" / "en_US"
    return found


class Spelling(QObject):
    """What is known of words, by language."""

    checked = Signal(str)
    """Words of a language that were asked for are known now."""
    suggested = Signal(str, object)
    """A word and what may be meant, likeliest first."""
    found = Signal()
    """Which languages there are is known now."""
    _told = Signal(str, object)
    _listed = Signal(object)

    def __init__(
        self, desk: Desk, find: Callable[[], dict[str, Path]] = installed, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._find = find
        self._own: set[str] = set(json.loads(desk.state(OWN_WORDS) or "[]"))
        self.off: frozenset[str] = frozenset(json.loads(desk.state(OFF) or "[]"))
        self._known: dict[str, dict[str, bool]] = {}
        self._asked: dict[str, set[str]] = {}
        self._paths: dict[str, Path] | None = None
        self._is_looking = False
        self._open: dict[str, Any] = {}
        # One thread: a dictionary is used by one at a time.
        self._pool = QThreadPool(self, maxThreadCount=1)
        self._told.connect(self._on_told)
        self._listed.connect(self._on_listed)

    @property
    def languages(self) -> tuple[str, ...] | None:
        """The languages that are checked; None until `found` says so."""
        if self._paths is None:
            if not self._is_looking:
                self._is_looking = True
                self._pool.start(lambda: self._listed.emit(self._find()))
            return None
        return tuple(sorted(self._paths.keys() - self.off))

    @property
    def is_known(self) -> bool:
        """Whether it is known which dictionaries there are."""
        return self._paths is not None

    @property
    def dictionaries(self) -> frozenset[str]:
        """The languages that could be checked, wanted or not."""
        return frozenset(self._paths or ())

    def turn(self, language: str, *, on: bool) -> None:
        """Check a language from now on, or not any more."""
        self.off = self.off - {language} if on else self.off | {language}
        self._desk.set_state(OFF, json.dumps(sorted(self.off)))
        self.found.emit()

    def is_wrong(self, word: str, language: str) -> bool | None:
        """Whether a word is spelt wrongly; None when it is not known yet: ask with `check`."""
        if word in self._own or word.casefold() in self._own:
            return False
        known = self._known.get(language, {}).get(word)
        return None if known is None else not known

    def check(self, words: Iterable[str], language: str) -> None:
        """Find out about words; `checked` follows."""
        if self._paths is None or language not in self._paths or language in self.off:
            return
        asked = self._asked.setdefault(language, set())
        new = [word for word in dict.fromkeys(words) if word not in asked]
        if new:
            asked.update(new)
            self._pool.start(lambda: self._check(new, language))

    def suggest(self, word: str, language: str) -> None:
        """Find out what may be meant; `suggested` follows."""
        if self._paths is None or language not in self._paths:
            self.suggested.emit(word, ())
            return
        self._pool.start(lambda: self.suggested.emit(word, self._suggest(word, language)))

    def add(self, word: str) -> None:
        """This word is right, for this person, in every language."""
        self._own.add(word)
        self._desk.set_state(OWN_WORDS, json.dumps(sorted(self._own), ensure_ascii=False))
        self.checked.emit("")

    def wait(self) -> None:
        """Let everything be found out; for the end of the program."""
        self._pool.waitForDone()

    # On the other thread

    def _dictionary(self, language: str) -> Any:
        found = self._open.get(language)
        if found is None:
            import hunspell

            assert self._paths is not None
            path = self._paths[language]
            found = self._open[language] = hunspell.Hunspell(path.name, hunspell_data_dir=str(path.parent))
        return found

    def _check(self, words: list[str], language: str) -> None:
        dictionary = self._dictionary(language)
        self._told.emit(language, {word: bool(dictionary.spell(_plain(word))) for word in words})

    def _suggest(self, word: str, language: str) -> tuple[str, ...]:
        return tuple(str(one) for one in self._dictionary(language).suggest(_plain(word))[:_MOST_SUGGESTED])

    # Back again

    def _on_told(self, language: str, told: dict[str, bool]) -> None:
        known = self._known.setdefault(language, {})
        if len(known) > _MOST_KEPT:
            known.clear()
            self._asked[language] = set(told)
        known.update(told)
        self.checked.emit(language)

    def _on_listed(self, paths: dict[str, Path]) -> None:
        if self._paths is None:
            self._paths = paths
            self.found.emit()


def _plain(word: str) -> str:
    """A word as dictionaries write it."""
    return word.replace("’", "'")
