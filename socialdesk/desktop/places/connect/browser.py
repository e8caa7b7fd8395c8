"""Shows that the browser is waited for, and takes the address it ends on where it cannot come back by itself."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from socialdesk.desktop.look import icons
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.tokens import font
from socialdesk.desktop.widgets.field import Field
from socialdesk.desktop.widgets.plain_text import PlainLabel


class BrowserPage(QScrollArea):
    """Between signing in and checking the access. Signals: `again` to open the page once more, `changed` by typing."""

    again = Signal()
    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Browser"))
        self._url = ""
        inside = QWidget()
        self._picture = QLabel(inside)
        self._title = PlainLabel("", 14, 650, "text", wraps=True, parent=inside)
        self._text = PlainLabel("", 13, 400, "text2", wraps=True, parent=inside)
        self.open_again = QPushButton(self.tr("Open the page again"), inside)
        self.copy = QPushButton(self.tr("Copy its address"), inside)
        self._question = PlainLabel("", 12, 600, "text", wraps=True, parent=inside)
        self.pasted = Field(inside)
        self._wrong = PlainLabel("", 12, 600, "over", wraps=True, parent=inside)
        self._build(inside)
        self.setWidget(inside)

    def show_wait(self, platform: str, url: str, *, is_open: bool, is_pasted: bool) -> None:
        """The person was sent to `url`: `is_open` when the browser took it, `is_pasted` when nothing comes back."""
        self._url = url
        self.copy.setText(self.tr("Copy its address"))
        self._title.setText(
            self.tr("Waiting for the browser") if is_open else self.tr("Your browser could not be opened.")
        )
        first = (
            self.tr("Sign in to %1 there and allow the access.", "%1: a platform")
            if is_open
            else self.tr("Copy the address into a browser, sign in to %1 there and allow the access.", "%1: a platform")
        )
        then = (
            self.tr("The page you end on may look empty or broken. Copy its address and paste it here.")
            if is_pasted
            else self.tr("This window goes on by itself. It waits for 10 minutes.")
        )
        self._text.setText(f"{first.replace('%1', platform)} {then}")
        question = (
            self.tr("The address of the page you end on")
            if is_pasted
            else self.tr("The browser did not come back? Paste the address it shows.")
        )
        self._question.setText(question)
        self.pasted.setAccessibleName(question)
        self.pasted.clear()
        self.tell("")

    @property
    def typed(self) -> str:
        """The pasted address."""
        return self.pasted.text().strip()

    def tell(self, problem: str) -> None:
        """Say what is wrong with the pasted address; nothing for ""."""
        self._wrong.setText(problem)
        self._wrong.setVisible(bool(problem))
        self.pasted.setAccessibleDescription(problem)
        if problem:
            self._lines.activate()
            self.ensureWidgetVisible(self._wrong)

    def forget(self) -> None:
        """There is a code in the pasted address, and a state in the other."""
        self._url = ""
        self.pasted.clear()
        self.tell("")

    def dress(self) -> None:
        """Take the present look."""
        self._picture.setPixmap(icons.pixmap("globe", "accent", scaled(24), self.devicePixelRatioF()))
        for label, px, weight in (
            (self._title, 14, 650),
            (self._text, 13, 400),
            (self._question, 12, 600),
            (self._wrong, 12, 600),
        ):
            label.setFont(font(px, weight, tabular=False))
        for button in (self.open_again, self.copy):
            button.setFont(font(13, 600, tabular=False))
        self.pasted.setFont(font(14, 400, tabular=False))
        self.pasted.setFixedHeight(max(36, scaled(32)))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._url)
        self.copy.setText(self.tr("Copied"))

    def _build(self, inside: QWidget) -> None:
        self.pasted.setAccessibleName(self.tr("The address of the page you end on"))
        self.pasted.setPlaceholderText("http://127.0.0.1…")
        self.pasted.setInputMethodHints(
            Qt.InputMethodHint.ImhUrlCharactersOnly | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.pasted.textEdited.connect(self._on_edited)
        self._question.setBuddy(self.pasted)
        self.open_again.clicked.connect(self.again)
        self.copy.clicked.connect(self._copy)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._title)
        words.addWidget(self._text)
        top = QHBoxLayout()
        top.setSpacing(14)
        top.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.open_again)
        buttons.addWidget(self.copy)
        buttons.addStretch(1)
        lines = self._lines = QVBoxLayout(inside)
        lines.setContentsMargins(24, 6, 24, 12)
        lines.setSpacing(6)
        lines.addLayout(top)
        lines.addSpacing(6)
        lines.addLayout(buttons)
        lines.addSpacing(18)
        lines.addWidget(self._question)
        lines.addWidget(self.pasted)
        lines.addWidget(self._wrong)
        lines.addStretch(1)

    def _on_edited(self) -> None:
        self.tell("")
        self.changed.emit()
