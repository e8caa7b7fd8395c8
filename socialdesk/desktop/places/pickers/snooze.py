"""Shows when a thread can come back; gives the moment picked, or None for when the contact answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta, tzinfo

from PySide6.QtCore import QModelIndex, QRect, Qt, QTimer, QTimeZone, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDateTimeEdit, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from socialdesk.desktop.actions.keymap import digit_of
from socialdesk.desktop.look import icons
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.tokens import font
from socialdesk.desktop.places.pickers.choices import Line
from socialdesk.desktop.places.pickers.moments import (
    exact_words,
    foot,
    from_field,
    icon_of,
    moment_words,
    offer_words,
    to_field,
    words_of,
)
from socialdesk.desktop.places.pickers.picker import Picker
from socialdesk.desktop.widgets.focus_round import go_round
from socialdesk.model.snooze import Choice, Offer, offers, on_weekdays
from socialdesk.model.snooze_words import understood

_ORDER = tuple(Choice)
TYPED = "typed"
PAUSE_MS = 400
"""How long a digit waits for a second key, which makes it the beginning of words such as "31 jan" or "2 hours"."""


def digit_of_choice(choice: Choice) -> int:
    """Which digit picks a choice: always the same, whether or not all are offered."""
    return _ORDER.index(choice) + 1


def _place_of(typed: str, lines: Sequence[Line]) -> int | None:
    """Where the line stands whose digit is all that is typed."""
    digit = digit_of(typed) if typed.isdecimal() else 0
    return next((at for at, line in enumerate(lines) if digit and line.digit == digit), None)


class SnoozePicker(Picker):
    """When it comes back. Signal: `snoozed_until` with an aware UTC datetime, or None for when they answer."""

    snoozed_until = Signal(object)

    def __init__(self, window: QWidget) -> None:
        self._offers: tuple[Offer, ...] = ()
        self.is_working: Callable[[date], bool] = on_weekdays
        """On which days the team works."""
        self._now = datetime.fromtimestamp(0, UTC)
        self._zone: tzinfo = UTC
        self._due: datetime | None = None
        self._typed: datetime | None = None
        """The moment that what is typed means."""
        self._chosen: int | None = None
        """The place of the choice whose digit is all that is typed."""
        super().__init__(window)
        self._after_digit = QTimer(self)
        self._after_digit.setSingleShot(True)
        self._after_digit.setInterval(PAUSE_MS)
        self._after_digit.timeout.connect(self._pick_by_digit)
        self.closed.connect(self._after_digit.stop)
        self.name_it(self.tr("Snooze"), self.tr("Try “in 2 hours” or “lundi 9h”"))
        self.nothing.setText(
            self.tr("No moment to come is understood. Try “tue 3pm”, “demain matin” or “on 24/12 9h”.")
        )
        self.list.selectionModel().currentChanged.connect(self._tell)
        self._exact = self._build_exact()
        self._foot = self._build_foot()
        self.inside.addWidget(self._exact)
        self.inside.addWidget(self._foot)
        self._dress_own()

    def open_for(self, now: datetime, zone: tzinfo, due: datetime | None, anchor: QRect) -> None:
        """Show it beside `anchor` (in the window's coordinates) for a thread whose answer is due at `due`."""
        self._now, self._zone, self._due = now, zone, due
        self._offers = offers(now, zone, self.is_working)
        self._show_exact(shown=False)
        self.open_at(anchor)

    def pick_exactly(self) -> None:
        """Go on to the day and time, where it is open."""
        if self.isVisible():
            self._show_exact(shown=True)

    def lines(self, typed: str) -> Sequence[Line]:
        self._typed = understood(typed, self._now, self._zone)
        if typed.strip():
            if self._typed is None:
                return []
            exactly = exact_words(self._typed, self._zone)
            return [Line(TYPED, exactly, offer_words(Offer(Choice.PICK, self._typed), self._now, self._zone), "clock")]
        return [
            Line(
                offer.choice.value,
                words_of(offer.choice),
                offer_words(offer, self._now, self._zone),
                icon_of(offer.choice),
                digit=digit_of_choice(offer.choice),
            )
            for offer in self._offers
        ]

    def found(self, typed: str) -> Sequence[Line]:
        choices = self.lines("")
        self._chosen = _place_of(typed, choices)
        return self.lines(typed) if self._chosen is None else choices

    def refresh(self, keep: int = 0) -> None:
        super().refresh(keep)
        if self._chosen is not None:
            self.make_current(self._chosen)

    def take_key(self, event: QKeyEvent) -> bool:
        self._after_digit.stop()
        return super().take_key(event)

    def _take_digit(self, event: QKeyEvent) -> bool:
        """A digit can begin words: it shows what it picks, and picks it unless more is typed."""
        if not event.text().isdecimal() or not self.search.isVisibleTo(self.card):
            return super()._take_digit(event)
        if not self.field.text() and not event.isAutoRepeat():
            self._after_digit.start()
        return False

    def _pick_by_digit(self) -> None:
        line = self.current
        if self.isVisible() and self._chosen is not None and line is not None:
            self.pick(line)

    def pick(self, line: Line) -> None:
        if line.key == TYPED:
            self.leave()
            self.snoozed_until.emit(self._typed)
            return
        offer = next(offer for offer in self._offers if offer.choice.value == line.key)
        if offer.choice is Choice.PICK:
            self._show_exact(shown=True)
            return
        self.leave()
        self.snoozed_until.emit(offer.until)

    def _build_exact(self) -> QWidget:
        page = QWidget(self.card)
        self._moment = QDateTimeEdit(page)
        self._moment.setTimeZone(QTimeZone.utc())
        self._moment.setCalendarPopup(True)
        self._moment.setFixedHeight(36)
        self._moment.setAccessibleName(self.tr("Day and time it comes back"))
        self._moment.dateTimeChanged.connect(self._weigh)
        self._refusal = QLabel(page)
        self._refusal.setObjectName("plain")
        self._refusal.setText(self.tr("Pick a moment that is still to come."))
        self._back = QPushButton(self.tr("Back"), page)
        self._back.clicked.connect(lambda: self._show_exact(shown=False))
        self._until = QPushButton(page)
        self._until.setObjectName("primary")
        self._until.setText(self.tr("Snooze"))
        self._until.clicked.connect(self._pick_exact)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(11, 0, 11, 0)
        buttons.addWidget(self._refusal, 1)
        buttons.addStretch(1)
        buttons.addWidget(self._back)
        buttons.addWidget(self._until)
        lines = QVBoxLayout(page)
        lines.setContentsMargins(0, 6, 0, 12)
        lines.setSpacing(12)
        lines.addWidget(self._moment)
        lines.addLayout(buttons)
        page.hide()
        return page

    def _build_foot(self) -> QWidget:
        frame = QWidget(self.card)
        self._timer = QLabel(frame)
        self._title = QLabel(frame)
        self._title.setObjectName("title")
        self._title.setWordWrap(True)
        self._text = QLabel(frame)
        self._text.setObjectName("plain")
        self._text.setWordWrap(True)
        for label in (self._title, self._text):
            label.setTextFormat(Qt.TextFormat.PlainText)  # who stands in for somebody is called as they wrote it
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._title)
        words.addWidget(self._text)
        line = QHBoxLayout()
        line.setContentsMargins(19, 10, 18, 12)
        line.setSpacing(12)
        line.addWidget(self._timer, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addLayout(words, 1)
        rule = QFrame(frame)
        rule.setObjectName("rule")
        rule.setFixedHeight(1)
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(rule)
        inside.addLayout(line)
        return frame

    def _show_exact(self, *, shown: bool) -> None:
        self.list.setVisible(not shown)
        self.search.setVisible(not shown)
        self._exact.setVisible(shown)
        if shown:
            start = self._now.astimezone(self._zone).replace(minute=0, second=0, microsecond=0) + timedelta(hours=2)
            self._moment.setDateTime(to_field(start, self._zone))
            self._moment.setDisplayFormat("ddd d MMM yyyy  HH:mm")
            self._moment.setFocus(Qt.FocusReason.OtherFocusReason)
            self._weigh()
        elif self.isVisible():
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self._tell()
        self.place()

    def _picked(self) -> datetime:
        return from_field(self._moment.dateTime(), self._zone)

    def _weigh(self) -> None:
        moment = self._picked()
        is_ahead = moment > self._now
        words = self.tr("Snooze until %1", "%1: a moment such as Sat 09:00")
        self._until.setText(words.replace("%1", moment_words(moment, self._now, self._zone)))
        self._until.setEnabled(is_ahead)
        self._refusal.setVisible(not is_ahead)
        self._until.setAccessibleDescription("" if is_ahead else self._refusal.text())
        self._say_foot(moment)

    def _pick_exact(self) -> None:
        moment = self._picked()
        if moment <= self._now:
            return
        self.leave()
        self.snoozed_until.emit(moment)

    def _tell(self, index: QModelIndex | None = None, _before: QModelIndex | None = None) -> None:
        at = (index or self.list.currentIndex()).row()
        if self._chosen is None and self.field.text().strip():
            self._say_foot(self._typed)
            return
        key = self.model.line(at).key if 0 <= at < self.model.rowCount() else ""
        self._say_foot(next((offer.until for offer in self._offers if offer.choice.value == key), None))

    def _say_foot(self, until: datetime | None) -> None:
        said = foot(self._due, until, self._now, self._zone)
        self._foot.setVisible(said is not None)
        if said is not None:
            self._title.setText(said.title)
            self._text.setText(said.text)
            colour = "soon" if said.is_late else "text2"
            self._timer.setPixmap(icons.pixmap("timer", colour, scaled(18), self.devicePixelRatioF()))
            self.list.setAccessibleDescription(f"{said.title} {said.text}")
        if self.isVisible():
            self.place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of the page with day and time that its widgets left alone."""
        match event.key():
            case Qt.Key.Key_Escape:
                self._show_exact(shown=False)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._back.click() if self._back.hasFocus() else self._pick_exact()
            case _:
                event.accept()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - as Qt names it
        """Tab goes round among what can be reached here."""
        reachable: list[QWidget] = [self._moment, self._back, self._until]
        inside = [widget for widget in reachable if widget.isVisible() and widget.isEnabled()]
        go_round(inside, self.focusWidget(), forward=next)
        return True

    def dress(self) -> None:
        super().dress()
        if hasattr(self, "_foot"):
            self._dress_own()

    def _dress_own(self) -> None:
        self._title.setFont(font(13, 650, tabular=False))
        self._text.setFont(font(13, 400, tabular=False))
        self._refusal.setFont(font(12, 400, tabular=False))
        for widget in (self._moment, self._until, self._back):
            widget.setFont(font(13, 600 if widget is self._until else 500))
