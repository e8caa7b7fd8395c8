"""What is written in the panel itself: the team's memo, a field, a place. Gives texts, knows no store."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import available_timezones

from PySide6.QtCore import QCoreApplication, QDate, QEvent, QLocale, QObject, Qt, QUrl, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from socialdesk.desktop.look.fonts import font
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.mirror import painter_on
from socialdesk.desktop.look.tokens import hex_of, ink
from socialdesk.desktop.places.context.parts import Flow
from socialdesk.desktop.widgets.buttons import Button, Kind
from socialdesk.desktop.widgets.combo import Combo
from socialdesk.desktop.widgets.field import Field
from socialdesk.desktop.widgets.plain_text import PlainLabel
from socialdesk.model.contact import FieldKind
from socialdesk.model.contact_command import LONGEST_LABEL, LONGEST_MEMO, LONGEST_VALUE

tr = QCoreApplication.translate


class Editor(QFrame):
    """What editors share: Enter or Ctrl+Enter saves, Esc leaves without saving, and both are buttons too."""

    saved = Signal()
    left = Signal()

    def __init__(self, plane: str, line: str) -> None:
        super().__init__()
        self._plane, self._line = plane, line
        self.inside = QVBoxLayout(self)
        self.inside.setContentsMargins(10, 10, 10, 10)
        self.inside.setSpacing(6)
        self.notice = PlainLabel("", 12, 500, "soon", wraps=True)
        self.notice.hide()

    def finish(self, *more: QWidget) -> None:
        """Put the notice and the buttons below what can be filled in."""
        self.inside.addWidget(self.notice)
        # In French or in large letters they stand below each other: the panel is narrow.
        row = Flow()
        self.leave_button = Button(tr("context", "Cancel"), Kind.GHOST)
        self.save_button = Button(tr("context", "Save"), Kind.PRIMARY)
        self.leave_button.clicked.connect(self.left)
        self.save_button.clicked.connect(self.saved)
        for one in (self.save_button, self.leave_button, *more):
            row.addWidget(one)
        self.inside.addWidget(row)

    def warn(self, words: str) -> None:
        """Say what stands in the way; nothing that was written is touched."""
        self.notice.setText(words)
        self.notice.setVisible(bool(words))

    def watch(self, field: QWidget) -> None:
        """Take the keys of a field."""
        field.installEventFilter(self)
        field.setFont(font(13))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            is_held = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if event.key() == Qt.Key.Key_Escape:
                self.left.emit()
                return True
            if is_enter and (is_held or isinstance(watched, QLineEdit)):
                self.saved.emit()
                return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = painter_on(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(ink(self._line), 1))
        painter.setBrush(ink(self._plane))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 8, 8)
        painter.end()


class MemoEditor(Editor):
    """The memo while it is written: yellow, kept as it is typed."""

    typed = Signal(str)

    def __init__(self, text: str) -> None:
        super().__init__("note", "noteLine")
        self.field = QPlainTextEdit(text)
        self.field.setAccessibleName(tr("context", "Team memo"))
        self.field.setPlaceholderText(tr("context", "What should everybody know about this person?"))
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(scaled(108))
        self.field.setFrameShape(QFrame.Shape.NoFrame)
        self.field.setMinimumWidth(40)
        self.field.setStyleSheet(f"background: transparent; color: {hex_of('noteText')};")
        self.field.textChanged.connect(self._on_typed)
        self.watch(self.field)
        self.setFocusProxy(self.field)
        self.inside.addWidget(self.field)
        self.finish()
        self._on_typed()

    @property
    def text(self) -> str:
        """What stands there."""
        return self.field.toPlainText().strip()

    def _on_typed(self) -> None:
        over = len(self.text) - LONGEST_MEMO
        self.save_button.setEnabled(over <= 0)
        if over > 0:
            self.warn(tr("context", "%n character(s) too many for a memo.", "", over))
        self.typed.emit(self.field.toPlainText())


class FieldEditor(Editor):
    """One field: its name, its value, and what kind of value it is."""

    removed = Signal()

    def __init__(self, label: str = "", value: str = "", kind: FieldKind = FieldKind.TEXT) -> None:
        super().__init__("raised", "line")
        self.before = label
        self.label = Field(label)
        self.label.setMaxLength(LONGEST_LABEL)
        self.label.setPlaceholderText(tr("context", "Name, such as Size"))
        self.label.setAccessibleName(tr("context", "Name of the field"))
        self.kind_box = Combo()
        self.kind_box.setAccessibleName(tr("context", "Kind of value"))
        for one, words in (
            (FieldKind.TEXT, tr("context", "Text")),
            (FieldKind.NUMBER, tr("context", "Number")),
            (FieldKind.DATE, tr("context", "Date")),
            (FieldKind.LINK, tr("context", "Link")),
        ):
            self.kind_box.addItem(words, one)
        self.kind_box.setCurrentIndex(list(FieldKind).index(kind))
        self.kind_box.currentIndexChanged.connect(self._hint)
        self.value = Field(shown_value(value, kind, QLocale()))
        self.value.setMaxLength(LONGEST_VALUE)
        self.value.setAccessibleName(tr("context", "Value of the field"))
        self.kind_box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.kind_box.setMinimumContentsLength(6)
        for field in (self.label, self.kind_box, self.value):
            field.setMinimumWidth(40)
            self.watch(field)
            self.inside.addWidget(field)
        self.remove_button = Button(tr("context", "Remove"), Kind.GHOST)
        self.remove_button.setVisible(bool(label))
        self.remove_button.clicked.connect(self.removed)
        self.finish(self.remove_button)
        self.setFocusProxy(self.value if label else self.label)
        self._hint()

    @property
    def kind(self) -> FieldKind:
        """The kind that is chosen."""
        return FieldKind(self.kind_box.currentData())

    def taken(self) -> str | None:
        """The value in the form it is kept; None when it is not of its kind, and then it is said."""
        if not self.label.text().strip():
            self.warn(tr("context", "Give the field a name."))
            self.label.setFocus()
            return None
        kept = kept_value(self.value.text().strip(), self.kind, QLocale())
        if kept is None:
            self.warn(
                {
                    FieldKind.NUMBER: tr("context", "This is no number. Write digits only, such as 1250."),
                    FieldKind.DATE: tr("context", "This is no date. Write it like {example}.").format(
                        example=QLocale().toString(QDate(2026, 6, 13), QLocale.FormatType.ShortFormat)
                    ),
                    FieldKind.LINK: tr("context", "This is no web address. It begins with https://."),
                }.get(self.kind, "")
            )
            self.value.setFocus()
        return kept

    def _hint(self) -> None:
        self.warn("")
        example = QLocale().toString(QDate(2026, 6, 13), QLocale.FormatType.ShortFormat)
        self.value.setPlaceholderText(
            {FieldKind.NUMBER: "1250", FieldKind.DATE: example, FieldKind.LINK: "https://"}.get(
                self.kind, tr("context", "Value")
            )
        )


class PlaceEditor(Editor):
    """Where somebody lives, and where their clock stands."""

    def __init__(self, location: str, zone: str) -> None:
        super().__init__("raised", "line")
        self.location = Field(location)
        self.location.setMaxLength(LONGEST_LABEL)
        self.location.setPlaceholderText(tr("context", "Place, such as Lyon"))
        self.location.setAccessibleName(tr("context", "Place"))
        self.zone = Combo()
        self.zone.setEditable(True)
        self.zone.setAccessibleName(tr("context", "Time zone"))
        self._zones = sorted(available_timezones())
        self.zone.addItem("")
        self.zone.addItems(self._zones)
        self.zone.setCurrentText(zone)
        self.zone.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.zone.setMinimumContentsLength(12)
        completer = self.zone.completer()
        if completer is not None:
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        edit = self.zone.lineEdit()
        assert edit is not None
        edit.setPlaceholderText(tr("context", "Time zone, such as Europe/Paris"))
        for field in (self.location, edit):
            self.watch(field)
        self.inside.addWidget(self.location)
        self.inside.addWidget(self.zone)
        self.finish()
        self.setFocusProxy(self.location)

    def taken(self) -> tuple[str, str] | None:
        """Place and zone; None when the zone is not one, and then it is said."""
        zone = self.zone.currentText().strip()
        if zone and zone not in self._zones:
            self.warn(tr("context", "This time zone is not known. Choose one of the list, or leave it empty."))
            return None
        return " ".join(self.location.text().split()), zone


def kept_value(typed: str, kind: FieldKind, locale: QLocale) -> str | None:
    """The form in which a value is kept, the same in every language; None when it is not of its kind."""
    match kind:
        case FieldKind.NUMBER:
            number, is_one = locale.toDouble(typed)
            if not is_one:
                number, is_one = QLocale.c().toDouble(typed)
            return f"{number:.10g}" if is_one else None
        case FieldKind.DATE:
            for form in (QLocale.FormatType.ShortFormat, QLocale.FormatType.LongFormat):
                found = locale.toDate(typed, form)
                if found.isValid():
                    # Two digits of a year are of this century.
                    return (found.addYears(100) if found.year() < 1950 else found).toString(Qt.DateFormat.ISODate)
            iso = QDate.fromString(typed, Qt.DateFormat.ISODate)
            return iso.toString(Qt.DateFormat.ISODate) if iso.isValid() else None
        case FieldKind.LINK:
            url = QUrl(typed, QUrl.ParsingMode.StrictMode)
            return typed if url.isValid() and url.scheme() in ("http", "https") and url.host() else None
        case FieldKind.TEXT:
            return typed


def shown_value(kept: str, kind: FieldKind, locale: QLocale) -> str:
    """A kept value as a reader of this language writes it."""
    match kind:
        case FieldKind.NUMBER:
            number, is_one = QLocale.c().toDouble(kept)
            if not is_one:
                return kept
            return locale.toString(int(number)) if number == int(number) else locale.toString(number)
        case FieldKind.DATE:
            found = QDate.fromString(kept, Qt.DateFormat.ISODate)
            return locale.toString(found, QLocale.FormatType.ShortFormat) if found.isValid() else kept
        case _:
            return kept


def time_there(zone: str, now: datetime) -> datetime | None:
    """The moment `now` on the clock of a zone; None when the zone is empty or no longer known."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    if not zone:
        return None
    try:
        return now.astimezone(UTC).astimezone(ZoneInfo(zone))
    except (ZoneInfoNotFoundError, ValueError):
        return None
