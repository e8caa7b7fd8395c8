"""Shows the form of an app password, its wait and its failure; keeps what was typed until the wizard clears it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from socialdesk.desktop.look import icons
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.tokens import font
from socialdesk.desktop.places.connect.values import Again, Platform, Refused, Turn
from socialdesk.desktop.widgets.field import Field

tr = QCoreApplication.translate

SPANS_DAYS = (7, 30, 90)
_USUAL_DAYS = 30


@dataclass(frozen=True, slots=True, repr=False)
class Typed:
    """What the form holds; never written out as a whole, since a password is in it."""

    server: str
    identifier: str
    password: str
    days: int


class SignInPage(QWidget):
    """The second step. Signal: `changed` whenever the form was edited."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._area = QScrollArea(self)
        self._inside = QWidget()
        self.help = QLabel(self._inside)
        self.help.setObjectName("help")
        self.help.setWordWrap(True)
        self.help.setTextFormat(Qt.TextFormat.PlainText)
        self.page = QPushButton(self._inside)
        self.page.setObjectName("link")
        self.page.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(self._page)))
        self._page = ""
        self.server = Field(self._inside)
        self.identifier = Field(self._inside)
        self.password = Field(self._inside)
        self._eye = QToolButton(self.password)
        self._spans = QButtonGroup(self)
        self._news, self._news_icon, self._news_title, self._news_text = self._build_news()
        self._news_look = ("x-circle", "over")
        self._build()

    def show_platform(self, platform: Platform, again: Again | None = None) -> None:
        """Make the form ready for a platform, with nothing typed but its usual server.

        To sign in again, its account is filled in, and nothing is downloaded anew.
        """
        self.help.setText(platform.help)
        self.help.setVisible(bool(platform.help))
        self._page = platform.help_url
        self.page.setVisible(bool(platform.help_url))
        self.page.setText(self.tr("Open that page on %1", "%1: a platform").replace("%1", platform.name))
        self.page.setToolTip(platform.help_url)
        self.server.setText((again.server if again is not None else "") or platform.server)
        self.identifier.setText(again.handle.removeprefix("@") if again is not None else "")
        self._question.setVisible(again is None)
        for button in self._spans.buttons():
            button.setVisible(again is None)
        self.forget_password()
        self.show_nothing()

    def forget_password(self) -> None:
        """Empty the password field and hide what is typed there next."""
        self.password.clear()
        self._eye.setChecked(False)

    @property
    def typed(self) -> Typed:
        """What the form holds now, without spaces around."""
        return Typed(
            self.server.text().strip(),
            self.identifier.text().strip().removeprefix("@"),
            self.password.text().strip(),
            self._spans.checkedId(),
        )

    @property
    def is_complete(self) -> bool:
        """Whether every field holds something."""
        typed = self.typed
        return bool(typed.server and typed.identifier and typed.password)

    def first_empty(self) -> QWidget:
        """The field to type in next; the password when all are filled."""
        fields = (self.identifier, self.password, self.server)
        return next((field for field in fields if not field.text().strip()), self.password)

    def show_waiting(self) -> None:
        """Say that the platform was asked; nothing can be edited until it answered or the wait was canceled."""
        self._set_editable(editable=False)
        self._say("info", "hourglass-medium", self._waiting_title(), self.tr("This takes a few seconds."))

    def show_refusal(self, refused: Refused) -> None:
        """Say why it failed and whose turn it is; everything typed is still there."""
        self._set_editable(editable=True)
        self._say("over", "x-circle", refused.sentence, _whose(refused.turn))

    def show_hint(self, words: str) -> None:
        """Say what is to be done differently this time."""
        self._set_editable(editable=True)
        self._say("info", "info", words, "")

    def show_nothing(self) -> None:
        """Take any news away."""
        self._set_editable(editable=True)
        self._news.hide()

    @property
    def news(self) -> str:
        """What is said above the buttons, or nothing."""
        return "" if self._news.isHidden() else f"{self._news_title.text()} {self._news_text.text()}".strip()

    def dress(self) -> None:
        """Take the present look."""
        self.help.setFont(font(13, 400, tabular=False))
        self.page.setFont(font(13, 600, tabular=False))
        for label in self.findChildren(QLabel, "label"):
            label.setFont(font(12, 600, tabular=False))
        for field in (self.server, self.identifier, self.password):
            field.setFont(font(14, 400, tabular=False))
            field.setFixedHeight(max(36, scaled(32)))
        self._eye.setIcon(icons.icon("eye", "text2"))
        self._dress_news()
        self._news_title.setFont(font(13, 650, tabular=False))
        self._news_text.setFont(font(13, 400, tabular=False))
        for button in self._spans.buttons():
            button.setFont(font(13, 500, tabular=False))

    def _waiting_title(self) -> str:
        host = self.typed.server.split("://")[-1].split("/")[0]
        return self.tr("Waiting for %1 …", "%1: the name of a server").replace("%1", host)

    def _set_editable(self, *, editable: bool) -> None:
        for field in (self.server, self.identifier, self.password):
            field.setReadOnly(not editable)
        for button in self._spans.buttons():
            button.setEnabled(editable)

    def _say(self, kind: str, icon: str, title: str, text: str) -> None:
        self._news.setProperty("kind", kind)
        self._news.style().unpolish(self._news)
        self._news.style().polish(self._news)
        self._news_look = (icon, kind)
        self._dress_news()
        self._news_title.setText(title)
        self._news_text.setText(text)
        self._news_text.setVisible(bool(text))
        self._fit_news()
        self._news.setAccessibleName(f"{title} {text}")
        self._news.show()

    def _dress_news(self) -> None:
        icon, kind = self._news_look
        self._news_icon.setPixmap(icons.pixmap(icon, kind, scaled(18), self.devicePixelRatioF()))

    def _build_news(self) -> tuple[QFrame, QLabel, QLabel, QLabel]:
        frame = QFrame(self)
        frame.setObjectName("news")
        picture, title, text = QLabel(frame), QLabel(frame), QLabel(frame)
        for label in (title, text):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(title)
        words.addWidget(text)
        line = QHBoxLayout(frame)
        line.setContentsMargins(14, 9, 14, 10)
        line.setSpacing(12)
        line.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        frame.hide()
        return frame, picture, title, text

    def _build(self) -> None:
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)
        self._eye.setCheckable(True)
        self._eye.setAccessibleName(self.tr("Show the password"))
        self._eye.setToolTip(self.tr("Show the password"))
        self._eye.toggled.connect(self._show_password)
        inside = QHBoxLayout(self.password)
        inside.setContentsMargins(0, 0, 5, 0)
        inside.addWidget(self._eye, 0, Qt.AlignmentFlag.AlignRight)
        self.password.setTextMargins(0, 0, 30, 0)
        lines = QVBoxLayout(self._inside)
        lines.setContentsMargins(24, 2, 24, 12)
        lines.setSpacing(6)
        lines.addWidget(self.help)
        shown = QHBoxLayout()
        shown.addWidget(self.page)
        shown.addStretch(1)
        lines.addLayout(shown)
        lines.addSpacing(8)
        for field, words, hint in (
            (self.identifier, self.tr("Handle"), self.tr("name.bsky.social")),
            (self.password, self.tr("App password"), self.tr("Not the password of the account")),
            (self.server, self.tr("Server"), self.tr("https://…")),
        ):
            label = QLabel(words, self._inside)
            label.setObjectName("label")
            label.setBuddy(field)
            field.setAccessibleName(words)
            field.setPlaceholderText(hint)
            field.installEventFilter(self)
            field.textEdited.connect(self._edited)
            lines.addWidget(label)
            lines.addWidget(field)
            lines.addSpacing(6)
        label = self._question = QLabel(self.tr("How far back the first download goes"), self._inside)
        label.setObjectName("label")
        lines.addWidget(label)
        lines.addLayout(self._build_spans(label.text()))
        lines.addStretch(1)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self._inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._area, 1)
        below = QVBoxLayout()
        below.setContentsMargins(24, 0, 24, 12)
        below.addWidget(self._news)
        whole.addLayout(below)

    def _build_spans(self, question: str) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(20)
        for days in SPANS_DAYS:
            button = QRadioButton(self.tr("%n day(s)", "", days), self._inside)
            button.installEventFilter(self)
            button.setAccessibleDescription(question)
            button.setChecked(days == _USUAL_DAYS)
            self._spans.addButton(button, days)
            line.addWidget(button)
        line.addStretch(1)
        return line

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A low window or large text: what has the focus is in sight.
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self._area.ensureWidgetVisible(watched, 0, 30)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_news()

    def _fit_news(self) -> None:
        """Words that wrap inside two layouts are not given the height they need: it is asked for."""
        room = max(1, self.width() - 48 - 28 - 12 - scaled(18))
        for label in (self._news_title, self._news_text):
            label.setMinimumHeight(label.heightForWidth(room) if label.text() else 0)

    def _show_password(self, shown: bool) -> None:
        self.password.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)

    def _edited(self, _text: str) -> None:
        self.changed.emit()


def _whose(turn: Turn) -> str:
    match turn:
        case Turn.YOU:
            return tr("SignInPage", "Your turn: change what is needed and try again.")
        case Turn.ADMIN:
            return tr("SignInPage", "The turn of an admin of the account.")
        case Turn.PLATFORM:
            return tr("SignInPage", "The platform's turn. Nothing was changed; try again later.")
