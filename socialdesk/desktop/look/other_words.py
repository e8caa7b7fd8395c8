"""Gives what a label is called in the other language, so that whoever knows the one finds it while the other is spoken.

Read from the file the translators write, beside whatever else runs: the words are there a moment after they are first
asked for, and until then there are none.
"""

from __future__ import annotations

from threading import Thread
from xml.etree import ElementTree as ET

from socialdesk.desktop.look import language
from socialdesk.support.resources import resource

CONTEXTS = frozenset({"acts", "settings", "rail"})
OTHER = "fr"
"""The language asked besides the one the code is written in."""


class OtherWords:
    """The labels of one window's language in the other one."""

    def __init__(self) -> None:
        self._code = language.current()
        self._words: dict[str, str] = {}
        self._reading = Thread(target=self._read, name="other words", daemon=True)
        self._reading.start()

    def of(self, label: str) -> tuple[str, ...]:
        """The label in the other language; nothing where it is the same or not known yet."""
        found = self._words.get(label, "")
        return (found,) if found and found != label else ()

    def wait(self) -> None:
        """Until the words are there."""
        self._reading.join()

    def _read(self) -> None:
        is_source = self._code == language.SOURCE
        file = resource("i18n", f"socialdesk_{OTHER if is_source else self._code}.ts")
        if not file.exists():
            return
        found: dict[str, str] = {}
        for context in ET.parse(file).getroot().iter("context"):  # noqa: S314 - our own file
            if context.findtext("name") not in CONTEXTS:
                continue
            for message in context.iter("message"):
                source, made = message.findtext("source") or "", message.findtext("translation") or ""
                if source and made:
                    found[source if is_source else made] = made if is_source else source
        self._words = found
