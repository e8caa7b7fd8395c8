"""Shows until when I am away; gives the moment picked, or None for until I am back. Otherwise like snoozing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, tzinfo

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtWidgets import QWidget

from socialdesk.desktop.look import icons
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.places.pickers.choices import Line
from socialdesk.desktop.places.pickers.moments import moment_words
from socialdesk.desktop.places.pickers.snooze import SnoozePicker
from socialdesk.model.snooze import Choice

_OPEN = "open"


class AwayPicker(SnoozePicker):
    """Until when I am away. Signal: `snoozed_until`, as of the picker it is made from."""

    def __init__(self, window: QWidget) -> None:
        self._who_covers = ""
        super().__init__(window)
        self.name_it(_tr("Away until"), _tr("Try “in 2 hours” or “lundi 9h”"))
        self._moment.setAccessibleName(_tr("Day and time you are back"))

    def open_for_absence(self, now: datetime, zone: tzinfo, who_covers: str, anchor: QRect) -> None:
        """Show it beside `anchor`; `who_covers` tells what becomes of what waits for me."""
        self._who_covers = who_covers
        self.open_for(now, zone, None, anchor)

    def lines(self, typed: str) -> Sequence[Line]:
        found = [line for line in super().lines(typed) if line.key != Choice.WHEN_THEY_ANSWER.value]
        if not typed.strip():
            # In the place of the choice that makes no sense here, so that the other digits stay what they are.
            found.insert(-1, Line(_OPEN, _tr("Until I am back"), icon="coffee", digit=5))
        return found

    def pick(self, line: Line) -> None:
        if line.key == _OPEN:
            self.leave()
            self.snoozed_until.emit(None)
        else:
            super().pick(line)

    def _weigh(self) -> None:
        super()._weigh()
        words = _tr("Away until %1", "%1: a moment such as Sat 09:00")
        self._until.setText(words.replace("%1", moment_words(self._picked(), self._now, self._zone)))

    def _say_foot(self, until: datetime | None) -> None:
        words = _tr("Away until %1", "%1: a moment such as Sat 09:00")
        title = words.replace("%1", moment_words(until, self._now, self._zone)) if until else _tr("Until I am back")
        self._title.setText(title)
        self._text.setText(_tr("Nothing is given to you by itself meanwhile.") + " " + self._who_covers)
        self._timer.setPixmap(icons.pixmap("coffee", "text2", scaled(18), self.devicePixelRatioF()))
        self.list.setAccessibleDescription(f"{title} {self._text.text()}")
        self._foot.setVisible(True)
        if self.isVisible():
            self.place()


def _tr(words: str, comment: str = "") -> str:
    return QCoreApplication.translate("Away", words, comment or None)
