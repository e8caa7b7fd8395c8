"""Draws the fields of one way to sign in, as a manifest declares them; keeps what is typed until told to forget."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from socialdesk.desktop.look import icons
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.tokens import font
from socialdesk.desktop.widgets.field import Field
from socialdesk.desktop.widgets.plain_text import PlainLabel, tooltip
from socialdesk.model.way import FieldKind, WayField

_ADDRESS = re.compile(r"(https?://)?(\[[0-9a-fA-F:.]+\]|[^\s/@:?#\[\]]+)(:\d{1,5})?(/[^\s]*)?", re.IGNORECASE)


class FieldRow(QWidget):
    """One field with its name, its help and what is wrong in it. Signal: `edited`."""

    edited = Signal()

    def __init__(self, asked: WayField, watch: QObject, parent: QWidget) -> None:
        """`watch` filters the events of what can have the focus."""
        super().__init__(parent)
        self.asked = asked
        name = asked.words
        if asked.optional:
            name = self.tr("%1 (may be left empty)", "%1: the name of a field").replace("%1", asked.words)
        self._name = PlainLabel(name, 12, 600, "text", wraps=True, parent=self)
        self.field = Field(self)
        self.field.setPlaceholderText(asked.hint)
        self.field.setText(asked.default)
        self.field.setAccessibleName(name)
        self.field.setAccessibleDescription(asked.help)
        self.field.installEventFilter(watch)
        self.field.textEdited.connect(self._on_edited)
        self._name.setBuddy(self.field)
        self._help = PlainLabel(asked.help, 12, 400, "text2", wraps=True, parent=self)
        self._help.setVisible(bool(asked.help))
        self._wrong = PlainLabel("", 12, 600, "over", wraps=True, parent=self)
        self._wrong.hide()
        self._eye: QToolButton | None = None
        if asked.kind is FieldKind.SECRET:
            self._eye = self._hidden(watch)
        elif asked.kind is FieldKind.ADDRESS:
            self.field.setInputMethodHints(Qt.InputMethodHint.ImhUrlCharactersOnly)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 6)
        lines.setSpacing(4)
        for part in (self._name, self.field, self._wrong, self._help):
            lines.addWidget(part)
        self.dress()

    @property
    def text(self) -> str:
        """What is typed, without spaces around."""
        return self.field.text().strip()

    @property
    def lacks(self) -> bool:
        """Whether something must be typed still."""
        return not self.asked.optional and not self.text

    def problem(self) -> str:
        """What is wrong with what is typed, as far as that can be told here."""
        if self.asked.kind is FieldKind.ADDRESS and self.text and _ADDRESS.fullmatch(self.text) is None:
            return self.tr("This is not the address of a server. It looks like https://example.com.")
        if "\n" in self.text or "\r" in self.text:
            return self.tr("Only one line fits here.")
        return ""

    def tell(self, problem: str) -> None:
        """Say below the field what is wrong in it; nothing for "". Readers hear it with the field."""
        self._wrong.setText(problem)
        self._wrong.setVisible(bool(problem))
        self._fit()
        self.field.setAccessibleDescription(" ".join(part for part in (problem, self.asked.help) if part))

    def _fit(self) -> None:
        """Words that wrap inside several layouts are not given the height they need: it is asked for."""
        self._wrong.stand_high(max(1, self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def forget(self) -> None:
        """Empty a secret, and hide what is typed there next."""
        if self._eye is not None:
            self.field.clear()
            self._eye.setChecked(False)

    def dress(self) -> None:
        """Take the present look."""
        for label, px, weight in ((self._name, 12, 600), (self._wrong, 12, 600), (self._help, 12, 400)):
            label.setFont(font(px, weight, tabular=False))
        self.field.setFont(font(14, 400, tabular=False))
        self.field.setFixedHeight(max(36, scaled(32)))
        if self._eye is not None:
            self._eye.setIcon(icons.icon("eye", "text2"))
            self._eye.setIconSize(QSize(scaled(16), scaled(16)))
            beside = self._eye.sizeHint().width() + 8
            self.field.setTextMargins(*((beside, 0, 0, 0) if self.isRightToLeft() else (0, 0, beside, 0)))

    def _hidden(self, watch: QObject) -> QToolButton:
        self.field.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)
        self._show(shown=False)
        eye = QToolButton(self.field)
        eye.setCheckable(True)
        words = self.tr("Show what is typed: %1", "%1: the name of a field").replace("%1", self.asked.words)
        eye.setAccessibleName(words)
        eye.setToolTip(tooltip(words))
        eye.installEventFilter(watch)
        eye.toggled.connect(self._on_eye)
        inside = QHBoxLayout(self.field)
        inside.setContentsMargins(0, 0, 5, 0)
        inside.addWidget(eye, 0, Qt.AlignmentFlag.AlignRight)
        return eye

    def _show(self, *, shown: bool) -> None:
        self.field.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)

    def _on_eye(self, is_on: bool) -> None:
        self._show(shown=is_on)

    def _on_edited(self) -> None:
        self.tell("")
        self.edited.emit()


class Fields(QWidget):
    """Those of one way. Signal: `edited`."""

    edited = Signal()

    def __init__(self, watch: QObject, parent: QWidget) -> None:
        super().__init__(parent)
        self._watch = watch
        self.rows: list[FieldRow] = []
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(6)

    def show_fields(self, asked: Sequence[WayField], known: Mapping[str, str]) -> None:
        """Ask for these; what is known of them is filled in."""
        for row in self.rows:
            row.forget()
            row.hide()
            self._lines.removeWidget(row)
            row.deleteLater()
        self.rows = [FieldRow(one, self._watch, self) for one in asked]
        for row in self.rows:
            if row.asked.kind is not FieldKind.SECRET and known.get(row.asked.key):
                row.field.setText(known[row.asked.key])
            row.edited.connect(self.edited)
            self._lines.addWidget(row)
            row.show()  # at once: the focus goes there

    @property
    def typed(self) -> dict[str, str]:
        """What is typed, by field; what is empty is left out."""
        return {row.asked.key: row.text for row in self.rows if row.text}

    @property
    def lacking(self) -> tuple[str, ...]:
        """The names of what must be typed still."""
        return tuple(row.asked.words for row in self.rows if row.lacks)

    def first_empty(self) -> QWidget | None:
        """The field to type in next; the last secret when none lacks anything."""
        secrets = [row.field for row in self.rows if row.asked.kind is FieldKind.SECRET and not row.asked.optional]
        lacking = [row.field for row in self.rows if row.lacks]
        every = [row.field for row in self.rows]
        return next((found for found in (*lacking, *secrets[-1:], *every)), None)

    def first_wrong(self) -> QWidget | None:
        """Say at each field what is wrong in it; the first of those, if there is one."""
        first: QWidget | None = None
        for row in self.rows:
            problem = row.problem()
            row.tell(problem)
            if problem and first is None:
                first = row.field
        return first

    def tell(self, key: str, problem: str) -> FieldRow | None:
        """Say at one field what is wrong in it; the row, or None where there is no such field."""
        row = next((one for one in self.rows if one.asked.key == key), None)
        if row is not None:
            row.tell(problem)
        return row

    def each(self, act: Callable[[FieldRow], object]) -> None:
        """Do something with every row."""
        for row in self.rows:
            act(row)
