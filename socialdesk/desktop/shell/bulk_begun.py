"""Keeps the text for many that somebody began and left: on the disk the words, in memory what they changed for one.

It is offered again where one of the same threads is answered; another group begins empty.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from socialdesk.model.bulk_answer import Recipient, Why
from socialdesk.model.identifiers import ThreadId

if TYPE_CHECKING:
    from socialdesk.desktop.places.bulk.answer import AnswerSheet
    from socialdesk.store.desk import Desk

_KEY = "bulk.begun"
_KEEP_MS = 100
"""A pause of so many milliseconds in the typing, and the words are on the disk."""


class Begun:
    """What was begun on the sheet of one window."""

    def __init__(self, desk: Desk, sheet: AnswerSheet) -> None:
        self._desk = desk
        self._sheet = sheet
        self._is_of_these = False
        self._alone: dict[ThreadId, tuple[str | None, Why | None]] = {}
        self._soon = QTimer(sheet, singleShot=True, interval=_KEEP_MS)
        self._soon.timeout.connect(self.keep)
        sheet.text.textChanged.connect(self._soon.start)
        sheet.closed.connect(self.keep)

    @property
    def is_kept(self) -> bool:
        """Whether there are words to go on with."""
        return bool(self._sheet.text.toPlainText().strip())

    def again(self, recipients: Iterable[Recipient]) -> tuple[str, list[Recipient]]:
        """The text that was begun for any of these, and they with what was changed for each; empty for others."""
        found = list(recipients)
        threads, text = self._kept()
        self._is_of_these = any(one.thread.id in threads for one in found)
        if not self._is_of_these:
            self._alone = {}
            return "", found
        alone = self._alone
        known = [
            replace(one, own=alone[one.thread.id][0], chosen=alone[one.thread.id][1]) if one.thread.id in alone else one
            for one in found
        ]
        return text, known

    def keep(self) -> None:
        """Keep what stands on the sheet; an empty one leaves what was begun for others where it is."""
        self._soon.stop()
        recipients = self._sheet.recipients
        self._alone = {
            one.thread.id: (one.own, one.chosen) for one in recipients if one.own is not None or one.chosen is not None
        }
        if not self.is_kept and not self._is_of_these:
            return
        self._is_of_these = self.is_kept
        self._put([one.thread.id for one in recipients], self._sheet.text.toPlainText())

    def forget(self) -> None:
        """It has been sent."""
        self._soon.stop()
        self._alone = {}
        self._is_of_these = False
        self._desk.set_state(_KEY, "")

    def _put(self, threads: Sequence[ThreadId], text: str) -> None:
        kept = json.dumps({"threads": list(threads), "text": text}) if text.strip() else ""
        self._desk.set_state(_KEY, kept)

    def _kept(self) -> tuple[frozenset[ThreadId], str]:
        try:
            found = json.loads(self._desk.state(_KEY) or "{}")
            return frozenset(ThreadId(int(one)) for one in found["threads"]), str(found["text"])
        except (ValueError, TypeError, KeyError):
            return frozenset(), ""
