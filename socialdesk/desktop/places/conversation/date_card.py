"""Asks for the day a long conversation is to be shown from; gives the day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta, tzinfo

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QVBoxLayout, QWidget

from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.tokens import font, hex_of
from socialdesk.desktop.widgets.buttons import Button, Kind
from socialdesk.desktop.widgets.dialog_card import DialogCard
from socialdesk.desktop.widgets.flow import FlowLayout
from socialdesk.desktop.widgets.plain_text import PlainLabel
from socialdesk.model.identifiers import ThreadId
from socialdesk.store.cache import Cache
from socialdesk.store.conversation import first_and_last

tr = QCoreApplication.translate


class DateCard(DialogCard):
    """A day between the first and the last of a conversation, typed or by one of a few buttons."""

    chosen = Signal(object)
    closes_beside = True

    def __init__(self, window: QWidget, first: date, last: date) -> None:
        title = tr("conversation", "Go to a date")
        super().__init__(window, 420, title)
        self.field = QDateEdit()
        self.field.setDisplayFormat(
            QLocale().dateFormat(QLocale.FormatType.ShortFormat).replace("yyyy", "yy").replace("yy", "yyyy")
        )
        self.field.setDateRange(QDate(first.year, first.month, first.day), QDate(last.year, last.month, last.day))
        self.field.setDate(self.field.maximumDate())
        self.field.setCalendarPopup(True)
        self.field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # a date is read in one direction everywhere
        self.field.setFixedHeight(scaled(38))
        self.field.setFont(font(14))
        self.field.setAccessibleName(title)
        self.field.setStyleSheet(
            f"QDateEdit {{ background: {hex_of('surface')}; color: {hex_of('text')}; padding: 0 10px;"
            f" border: 1px solid {hex_of('control')}; border-radius: 6px; }}"
            f"QDateEdit:focus {{ border: 2px solid {hex_of('focus')}; }}"
        )
        column = QVBoxLayout()
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(12)
        column.addWidget(PlainLabel(title, 18, 650))
        column.addWidget(self.field)
        swift = QWidget()
        flow = FlowLayout(swift)
        flow.setContentsMargins(0, 0, 0, 0)
        for words, day in (
            (tr("conversation", "The beginning"), first),
            (tr("conversation", "A year ago"), last - timedelta(days=365)),
            (tr("conversation", "A month ago"), last - timedelta(days=30)),
            (tr("conversation", "A week ago"), last - timedelta(days=7)),
        ):
            if day >= first:
                button = Button(words)
                button.clicked.connect(lambda _=False, day=day: self._choose(day))
                flow.addWidget(button)
        column.addWidget(swift)
        row = QHBoxLayout()
        row.addStretch(1)
        cancel = Button(tr("conversation", "Cancel"))
        cancel.clicked.connect(self.leave)
        self.go = Button(tr("conversation", "Show"), Kind.PRIMARY, keys=("Enter",))
        self.go.clicked.connect(self._choose_typed)
        row.addWidget(cancel)
        row.addWidget(self.go)
        column.addLayout(row)
        self.inside.addLayout(column)
        self.field.lineEdit().returnPressed.connect(self._choose_typed)
        self.closed.connect(self.deleteLater)

    def _choose_typed(self) -> None:
        day = self.field.date()
        self._choose(date(day.year(), day.month(), day.day()))

    def _choose(self, day: date) -> None:
        self.leave()
        self.chosen.emit(day)


def ask_for_date(
    window: QWidget, cache: Cache, thread: ThreadId, zone: tzinfo | None, chosen: Callable[[date], None]
) -> None:
    """Ask from which day on a thread is to be shown; nothing is asked where nothing was said."""
    ends = first_and_last(cache, thread)
    if ends is None:
        return
    first, last = (one.at.astimezone(zone).date() for one in ends)
    card = DateCard(window, first, last)
    card.chosen.connect(chosen)
    card.open_card(card.field)
