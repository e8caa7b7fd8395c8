"""Shows the form of a way to sign in, its wait and its failure; keeps what was typed until the wizard clears it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from socialdesk.desktop.look import icons
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.tokens import font
from socialdesk.desktop.places.connect.fields import FieldRow, Fields
from socialdesk.desktop.places.connect.values import Again, Platform, Refused, Turn
from socialdesk.desktop.widgets.field import Field
from socialdesk.desktop.widgets.plain_text import on_button, tooltip
from socialdesk.model.way import Way, WayKind

tr = QCoreApplication.translate

SPANS_DAYS = (7, 30, 90)
_USUAL_DAYS = 30
_SERVER = "server"
"""The field of a platform that lives on many servers: what waiting names, and a new sign-in knows already."""
_NO_PLATFORM = Platform("", "", "", "", "")


@dataclass(frozen=True, slots=True)
class Typed:
    """What the form holds; never written out as a whole, since secrets are in it."""

    way: str
    fields: Mapping[str, str] = field(repr=False)
    days: int


class SignInPage(QWidget):
    """The second step. Signal: `changed` whenever the form was edited."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._platform = _NO_PLATFORM
        self._again: Again | None = None
        self._chosen = 0
        self._area = QScrollArea(self)
        self._inside = QWidget()
        self._how = QLabel(self.tr("How to sign in"), self._inside)
        self._how.setObjectName("label")
        self._ways = QButtonGroup(self)
        self._way_lines = QVBoxLayout()
        self._way_lines.setSpacing(6)
        self.help = QLabel(self._inside)
        self.help.setObjectName("help")
        self.help.setWordWrap(True)
        self.help.setTextFormat(Qt.TextFormat.PlainText)
        self.page = QPushButton(self._inside)
        self.page.setObjectName("link")
        self.page.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(self._page)))
        self._page = ""
        self.fields = Fields(self, self._inside)
        self.fields.edited.connect(self.changed)
        self._spans = QButtonGroup(self)
        self._news, self._news_icon, self._news_title, self._news_text = self._build_news()
        self._news_look = ("x-circle", "over")
        self._refused: QWidget | None = None
        self._build()

    def show_platform(self, platform: Platform, again: Again | None = None) -> None:
        """Make the form ready for a platform; what somebody typed for the same one already stays.

        To sign in again, its account is filled in, and nothing is downloaded anew.
        """
        if platform == self._platform and again is None and self._again is None:
            self.show_nothing()
            return
        self._platform, self._again = platform, again
        ways = [one.id for one in platform.ways]
        self._chosen = ways.index(platform.known_way) if platform.known_way in ways else 0
        self._show_ways()
        self._show_way(dict(platform.known) | self._of_account(again))
        self._question.setVisible(again is None)
        for button in self._spans.buttons():
            button.setVisible(again is None)
        self.show_nothing()

    @property
    def way(self) -> Way | None:
        """The way that is chosen."""
        return self._platform.ways[self._chosen] if self._platform.ways else None

    @property
    def leads_to_browser(self) -> bool:
        """Whether the person goes on in the browser."""
        return self.way is not None and self.way.kind is WayKind.BROWSER

    def field(self, key: str) -> Field:
        """The field of a key. Raises StopIteration where the way asks for no such thing."""
        return next(row.field for row in self.fields.rows if row.asked.key == key)

    def choose_way(self, id_: str) -> None:
        """Take another way; what both ask for stays typed."""
        for place, one in enumerate(self._platform.ways):
            if one.id == id_:
                self._ways.button(place).setChecked(True)
                self._on_way(place)

    def forget_secrets(self) -> None:
        """Empty the fields of secrets and hide what is typed there next."""
        self.fields.each(FieldRow.forget)

    def forget(self) -> None:
        """Forget everything that was typed: the next platform begins afresh."""
        self.forget_secrets()
        self._platform, self._again = _NO_PLATFORM, None

    @property
    def typed(self) -> Typed:
        """What the form holds now."""
        return Typed(self.way.id if self.way is not None else "", self.fields.typed, self._spans.checkedId())

    @property
    def lacking(self) -> tuple[str, ...]:
        """The names of what must be typed still."""
        return self.fields.lacking

    def first_empty(self) -> QWidget:
        """What to type in next, first what was refused; where nothing is asked, what can be chosen."""
        refused, self._refused = self._refused, None
        found = refused if refused is not None else self.fields.first_empty()
        if found is None:
            group = self._ways if len(self._platform.ways) > 1 else self._spans
            found = next((one for one in group.buttons() if one.isChecked() and one.isVisibleTo(self)), self)
        return found

    def first_wrong(self) -> QWidget | None:
        """Say at each field what is wrong in it; the first of those, if there is one."""
        wrong = self.fields.first_wrong()
        if wrong is not None and (row := wrong.parentWidget()) is not None:
            self._show_row(row)
        return wrong

    def _show_row(self, row: QWidget) -> None:
        self._lines.activate()
        self._inside.resize(self._inside.width(), self._lines.sizeHint().height())
        self._area.ensureWidgetVisible(row)

    def show_waiting(self) -> None:
        """Say that the platform was asked; nothing can be edited until it answered or the wait was canceled."""
        self._set_editable(editable=False)
        self._say("info", "hourglass-medium", self._waiting_title(), self.tr("This takes a few seconds."))

    def show_refusal(self, refused: Refused) -> None:
        """Say why it failed and whose turn it is; everything typed is still there."""
        self._set_editable(editable=True)
        row = self.fields.tell(refused.field, refused.sentence) if refused.field else None
        self._refused = row.field if row is not None else None
        if row is None:
            self._say("over", "x-circle", refused.sentence, _whose(refused.turn))
            return
        # The sentence stands where it can be mended; above the buttons there is only whose turn it is.
        self._say("over", "x-circle", _whose(refused.turn), "")
        self._show_row(row)

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
        for label in (self._how, self._question):
            label.setFont(font(12, 600, tabular=False))
        self.fields.each(FieldRow.dress)
        self._dress_news()
        self._news_title.setFont(font(13, 650, tabular=False))
        self._news_text.setFont(font(13, 400, tabular=False))
        for button in (*self._spans.buttons(), *self._ways.buttons()):
            button.setFont(font(13, 500, tabular=False))

    def _waiting_title(self) -> str:
        server = self.fields.typed.get(_SERVER, "")
        try:
            host = urlsplit(server if "://" in server else f"//{server}").hostname
        except ValueError:
            host = None
        words = self.tr("Waiting for %1 …", "%1: the name of a server")
        return words.replace("%1", host or self._platform.name)

    def _set_editable(self, *, editable: bool) -> None:
        self.fields.each(lambda row: row.field.setReadOnly(not editable))
        for button in (*self._spans.buttons(), *self._ways.buttons()):
            button.setEnabled(editable)

    def _of_account(self, again: Again | None) -> dict[str, str]:
        """What is known of the account of a channel, for the fields that ask for it."""
        if again is None or self.way is None:
            return {}
        known = {"identifier": again.handle.removeprefix("@"), _SERVER: again.server}
        return {key: text for key, text in known.items() if text}

    def _show_ways(self) -> None:
        """Offer the ways, where there are several."""
        for button in self._ways.buttons():
            self._ways.removeButton(button)
            button.hide()
            button.deleteLater()
        several = len(self._platform.ways) > 1
        self._how.setVisible(several)
        for place, one in enumerate(self._platform.ways if several else ()):
            button = QRadioButton(on_button(one.words), self._inside)
            button.setFont(font(13, 500, tabular=False))
            button.setAccessibleDescription(self._how.text())
            button.setChecked(place == self._chosen)
            button.installEventFilter(self)
            self._ways.addButton(button, place)
            self._way_lines.addWidget(button)

    def _on_way(self, place: int) -> None:
        if place != self._chosen:
            typed = self.fields.typed
            self._chosen = place
            self._show_way(dict(self._platform.known) | typed)
            self.show_nothing()
            self.changed.emit()

    def _show_way(self, known: Mapping[str, str]) -> None:
        way = self.way
        self.help.setText(way.help if way is not None else "")
        self.help.setVisible(bool(self.help.text()))
        self._page = way.help_url if way is not None else ""
        self.page.setVisible(bool(self._page))
        self.page.setText(
            on_button(self.tr("Open that page on %1", "%1: a platform").replace("%1", self._platform.name))
        )
        self.page.setToolTip(tooltip(self._page))
        self.fields.show_fields(way.fields if way is not None else (), known)
        before: QWidget = self.page
        for row in self.fields.rows:
            QWidget.setTabOrder(before, row.field)
            before = row.field

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
        self._ways.idClicked.connect(self._on_way)
        lines = self._lines = QVBoxLayout(self._inside)
        lines.setContentsMargins(24, 2, 24, 12)
        lines.setSpacing(6)
        lines.addWidget(self._how)
        lines.addLayout(self._way_lines)
        lines.addSpacing(4)
        lines.addWidget(self.help)
        shown = QHBoxLayout()
        shown.addWidget(self.page)
        shown.addStretch(1)
        lines.addLayout(shown)
        lines.addSpacing(8)
        lines.addWidget(self.fields)
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
            label.setMinimumHeight(0)  # Qt counts it in when it measures
            label.setMinimumHeight(label.heightForWidth(room) if label.text() else 0)


def _whose(turn: Turn) -> str:
    match turn:
        case Turn.YOU:
            return tr("SignInPage", "Your turn: change what is needed and try again.")
        case Turn.ADMIN:
            return tr("SignInPage", "The turn of an admin of the account.")
        case Turn.PLATFORM:
            return tr("SignInPage", "The platform's turn. Nothing was changed; try again later.")
