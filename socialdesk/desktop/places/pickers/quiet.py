"""Shows until when there may be no notices; gives the moment picked. The same choices and keys as for snoozing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, tzinfo

from PySide6.QtCore import QCoreApplication, QRect, Signal
from PySide6.QtWidgets import QWidget

from socialdesk.desktop.look import icons
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.places.pickers.choices import Line
from socialdesk.desktop.places.pickers.moments import moment_words
from socialdesk.desktop.places.pickers.snooze import SnoozePicker
from socialdesk.model.snooze import Choice

_END = "end"


class QuietPicker(SnoozePicker):
    """Until when it is quiet. Signals: `snoozed_until`, as of the picker it is made from, and `ended`."""

    ended = Signal()

    def __init__(self, window: QWidget) -> None:
        self._until_now: datetime | None = None
        super().__init__(window)
        self.name_it(_tr("Quiet until"), _tr("Try “19:00” or “demain 9h”"))
        self._moment.setAccessibleName(_tr("Day and time it ends"))

    def open_for_quiet(self, now: datetime, zone: tzinfo, until: datetime | None, anchor: QRect) -> None:
        """Show it beside `anchor`; `until` is when it is quiet already."""
        self._until_now = until
        self.open_for(now, zone, None, anchor)

    def lines(self, typed: str) -> Sequence[Line]:
        found = [line for line in super().lines(typed) if line.key != Choice.WHEN_THEY_ANSWER.value]
        if self._until_now is not None and not typed.strip():
            until = moment_words(self._until_now, self._now, self._zone)
            found.insert(0, Line(_END, _tr("Be called again now"), until, "bell"))
        return found

    def pick(self, line: Line) -> None:
        if line.key == _END:
            self.leave()
            self.ended.emit()
        else:
            super().pick(line)

    def _weigh(self) -> None:
        super()._weigh()
        words = _tr("Quiet until %1", "%1: a moment such as Sat 09:00")
        self._until.setText(words.replace("%1", moment_words(self._picked(), self._now, self._zone)))

    def _say_foot(self, until: datetime | None) -> None:
        words = _tr("Quiet until %1", "%1: a moment such as Sat 09:00")
        title = words.replace("%1", moment_words(until, self._now, self._zone)) if until else _tr("Pick a moment")
        self._title.setText(title)
        self._text.setText(_tr("No notices until then. What gathers is one summary after."))
        self._timer.setPixmap(icons.pixmap("bell-slash", "text2", scaled(18), self.devicePixelRatioF()))
        self.list.setAccessibleDescription(f"{title} {self._text.text()}")
        self._foot.setVisible(True)
        if self.isVisible():
            self.place()


def _tr(words: str, comment: str = "") -> str:
    return QCoreApplication.translate("Quiet", words, comment or None)
