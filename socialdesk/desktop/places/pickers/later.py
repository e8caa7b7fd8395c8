"""Shows when an answer can leave; gives the moment picked. The same choices and keys as for snoozing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, tzinfo

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtWidgets import QWidget

from socialdesk.desktop.look import icons
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.places.pickers.choices import Line
from socialdesk.desktop.places.pickers.moments import moment_words
from socialdesk.desktop.places.pickers.snooze import SnoozePicker
from socialdesk.model.snooze import Choice


class LaterPicker(SnoozePicker):
    """When an answer leaves. Signal: `snoozed_until`, as of the picker it is made from, with an aware UTC datetime."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.name_it(_tr("Send later"), QCoreApplication.translate("SnoozePicker", "Try “in 2 hours” or “lundi 9h”"))
        self._moment.setAccessibleName(_tr("Day and time it leaves"))

    def open_for_answer(self, now: datetime, zone: tzinfo, anchor: QRect) -> None:
        """Show it beside `anchor`, in the window's coordinates."""
        self.open_for(now, zone, None, anchor)

    def lines(self, typed: str) -> Sequence[Line]:
        # An answer can't wait for the contact to write: it would answer a word nobody has read.
        return [line for line in super().lines(typed) if line.key != Choice.WHEN_THEY_ANSWER.value]

    def _weigh(self) -> None:
        super()._weigh()
        moment = self._picked()
        words = _tr("Send %1", "%1: a moment such as Sat 09:00")
        self._until.setText(words.replace("%1", moment_words(moment, self._now, self._zone)))

    def _say_foot(self, until: datetime | None) -> None:
        """Its hour in both zones, and what happens if they write before."""
        self._title.setText(
            _tr("Pick a moment")
            if until is None
            else _tr("Leaves %1", "%1: a moment such as Sat 09:00").replace(
                "%1", moment_words(until, self._now, self._zone)
            )
        )
        there = "" if until is None else moment_words(until, self._now, UTC)
        said = _tr("If they write before, it stops and asks you.")
        if until is not None and until.astimezone(self._zone).utcoffset() != until.utcoffset():
            said = _tr("%1 in UTC.", "%1: a moment such as Sat 09:00").replace("%1", there) + " " + said
        self._text.setText(said)
        self._timer.setPixmap(icons.pixmap("clock", "text2", scaled(18), self.devicePixelRatioF()))
        self.list.setAccessibleDescription(f"{self._title.text()} {said}")
        self._foot.setVisible(True)
        if self.isVisible():
            self.place()


def _tr(words: str, comment: str = "") -> str:
    return QCoreApplication.translate("Later", words, comment or None)
