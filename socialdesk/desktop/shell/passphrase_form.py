"""The page on which a passphrase is typed: a new one twice with a meter, or the one a workspace has; checks nothing."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.shell.strength import LEAST, STEPS, strength
from socialdesk.desktop.widgets.buttons import Button, Kind
from socialdesk.desktop.widgets.field import Field
from socialdesk.desktop.widgets.plain_text import PlainLabel

tr = QCoreApplication.translate
_WIDTH = 400
_SECOND_MS = 1_000


class PassphraseForm(QWidget):
    """Fields, meter and buttons. `given` carries what was typed, `left` says that it is not to be."""

    given = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_new = False
        self._is_busy = False
        self._wait_s = 0
        self._title = PlainLabel(px=20, weight=650, wraps=True)
        self._text = PlainLabel(px=14, ink="text2", wraps=True)
        self.first, self.second = self._field(), self._field()
        self._first_label, self._second_label = PlainLabel(px=13, weight=600), PlainLabel(px=13, weight=600)
        self._first_label.setBuddy(self.first)
        self._second_label.setBuddy(self.second)
        self.meter = QProgressBar()
        self.meter.setRange(0, STEPS)
        self.meter.setTextVisible(False)
        self._meter_words = PlainLabel(px=13, ink="text2")
        self.said = PlainLabel(px=13, weight=600, ink="over", wraps=True)
        self._warning = PlainLabel(px=13, ink="text2", wraps=True)
        self.go = Button("", Kind.PRIMARY)
        self.back = Button("", Kind.SECONDARY)
        self._tick = QTimer(self, interval=_SECOND_MS)
        self._tick.timeout.connect(self._on_tick)
        self._lay_out()
        self.first.textChanged.connect(self._look)
        self.second.textChanged.connect(self._look)
        self.go.clicked.connect(self._give)
        self.back.clicked.connect(self.left)

    def ask_new(self) -> None:
        """Ask for a new passphrase, twice."""
        self._begin(is_new=True)
        self._title.setText(tr("shell", "Choose a passphrase"))
        self._text.setText(tr("shell", "Four or more words that do not belong together are strong and easy to keep."))
        self._first_label.setText(tr("shell", "Passphrase"))
        self._second_label.setText(tr("shell", "The same again"))
        self._warning.setText(
            tr(
                "shell",
                "Nobody can recover it: without the passphrase all that is in this workspace is lost. Write it down"
                " where only you find it.",
            )
        )
        self.go.set_words(tr("shell", "Make the workspace"))
        self.back.set_words(tr("shell", "Back"))
        self._look()

    def ask_known(self, name: str, back: str = "") -> None:
        """Ask for the passphrase of the workspace called `name`; `back` is what leads back, else one leaves."""
        self._begin(is_new=False)
        self._title.setText(tr("shell", "Unlock this workspace"))
        kept = tr("shell", "{name} is kept under a passphrase.").format(name=name)
        self._text.setText(kept if name else tr("shell", "This workspace is kept under a passphrase."))
        self._first_label.setText(tr("shell", "Passphrase"))
        self.go.set_words(tr("shell", "Unlock"))
        self.back.set_words(back or tr("shell", "Leave"))
        self._look()

    def set_busy(self, *, is_busy: bool) -> None:
        """Show that what was typed is being tried; nothing can be typed meanwhile."""
        self._is_busy = is_busy
        self.meter.setRange(0, 0 if is_busy else STEPS)
        self.meter.setVisible(is_busy or self._is_new)
        for field in (self.first, self.second):
            field.setEnabled(not is_busy)
        self._look()

    def refuse(self, sentence: str, wait_s: int) -> None:
        """Say why it was not right; it can be tried again after a wait in seconds."""
        self.set_busy(is_busy=False)
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))
        self.setAccessibleDescription(sentence)
        self._wait_s = wait_s
        if wait_s:
            self._tick.start()
        self._look()
        self.first.setFocus()
        self.first.selectAll()

    def _begin(self, *, is_new: bool) -> None:
        self._is_new = is_new
        for field in (self.first, self.second):
            field.clear()
        for part in (self.second, self._second_label, self._warning, self.meter, self._meter_words):
            part.setVisible(is_new)
        self.said.hide()
        self.first.setFocus()

    def _lay_out(self) -> None:
        inside = QVBoxLayout()
        inside.setSpacing(6)
        for part, gap in (
            (self._title, 2),
            (self._text, 16),
            (self._first_label, 0),
            (self.first, 2),
            (self.meter, 0),
            (self._meter_words, 10),
            (self._second_label, 0),
            (self.second, 8),
            (self.said, 4),
            (self._warning, 12),
        ):
            inside.addWidget(part)
            inside.addSpacing(gap)
        row = QHBoxLayout()
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.go)
        inside.addLayout(row)
        held = QWidget()
        held.setFixedWidth(scaled(_WIDTH))
        held.setLayout(inside)
        # Stretches, not an alignment: only so do wrapped lines get their height.
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(held)
        across.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addLayout(across)
        column.addStretch(1)

    def _field(self) -> QLineEdit:
        field = Field()
        field.setEchoMode(QLineEdit.EchoMode.Password)
        field.setInputMethodHints(Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhSensitiveData)
        field.setAccessibleName(tr("shell", "Passphrase"))
        return field

    def _look(self) -> None:
        """Say how good it is, and whether it can be given."""
        typed = self.first.text()
        if self._is_new and not self._is_busy:
            step = strength(typed)
            self.meter.setValue(step)
            self._meter_words.setText(self._words(typed, step))
        self.go.set_off(self._reason(typed))

    def _words(self, typed: str, step: int) -> str:
        if not typed:
            return tr("shell", "At least {least} characters").format(least=LEAST)
        return (
            tr("shell", "Too short: at least {least} characters").format(least=LEAST),
            tr("shell", "Weak: easily guessed"),
            tr("shell", "Fair"),
            tr("shell", "Good"),
            tr("shell", "Strong"),
        )[step]

    def _reason(self, typed: str) -> str:
        if self._is_busy:
            return tr("shell", "A moment: this takes a second on purpose.")
        if self._wait_s:
            return tr("shell", "Try again in {seconds} s").format(seconds=self._wait_s)
        if not typed:
            return tr("shell", "Type the passphrase first.")
        if self._is_new and len(typed) < LEAST:
            return tr("shell", "Too short: at least {least} characters").format(least=LEAST)
        if self._is_new and typed != self.second.text():
            return tr("shell", "Type the same passphrase in both fields.")
        return ""

    def _give(self) -> None:
        if not self._reason(self.first.text()):
            self.said.hide()
            self.given.emit(self.first.text())

    def _on_tick(self) -> None:
        self._wait_s = max(0, self._wait_s - 1)
        if not self._wait_s:
            self._tick.stop()
        self._look()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                if self._is_new and self.first.hasFocus():
                    self.second.setFocus()
                else:
                    self._give()
            case Qt.Key.Key_Escape:
                self.left.emit()
            case _:
                super().keyPressEvent(event)
