"""Shows what a sign-in allows, and the first download; both only tell."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from socialdesk.desktop.look import icons
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.mirror import painter_on
from socialdesk.desktop.look.tokens import font, ink
from socialdesk.desktop.places.connect.values import Accepted, Permission
from socialdesk.desktop.widgets.plain_text import PlainLabel


class CheckPage(QScrollArea):
    """The third step: each permission in words with why. Signal: `ask_again` at a missing one."""

    ask_again = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Permissions"))

    def show_access(self, accepted: Accepted) -> None:
        """Show what was given."""
        inside = QWidget()
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(24, 2, 24, 12)
        lines.setSpacing(8)
        for permission in accepted.permissions:
            lines.addWidget(self._row(permission, inside))
        words = accepted.lasts
        if accepted.lasts_days is not None:
            words = self.tr(
                "Access lasts %n day(s). SocialDesk reminds you a week before it ends.", "", accepted.lasts_days
            )
        if words:
            lasts = PlainLabel(words, wraps=True, parent=inside)
            lasts.setObjectName("sub")
            lasts.setFont(font(13, 400, tabular=False))
            lasts.setWordWrap(True)
            lasts.setTextFormat(Qt.TextFormat.PlainText)
            lines.addSpacing(4)
            lines.addWidget(lasts)
        lines.addStretch(1)
        self.setWidget(inside)

    def _row(self, permission: Permission, parent: QWidget) -> QFrame:
        row = QFrame(parent)
        row.setObjectName("granted" if permission.granted else "missing")
        row.setMinimumHeight(61)
        picture = QLabel(row)
        name, colour = ("check-circle", "good") if permission.granted else ("warning", "soon")
        picture.setPixmap(icons.pixmap(name, colour, scaled(18), self.devicePixelRatioF()))
        picture.setAccessibleName(self.tr("Given") if permission.granted else self.tr("Not given"))
        title = QLabel(permission.words, row)
        told = permission.why if permission.granted else f"{permission.why} {permission.mend}".rstrip()
        why = PlainLabel(told, wraps=True, parent=row)
        title.setFont(font(13, 650, tabular=False))
        why.setFont(font(13, 400, tabular=False))
        title.setObjectName("title")
        why.setObjectName("sub")
        for label in (title, why):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(title)
        words.addWidget(why)
        line = QHBoxLayout(row)
        line.setContentsMargins(16, 8, 16, 8)
        line.setSpacing(18)
        line.addWidget(picture)
        line.addLayout(words, 1)
        if not permission.granted:
            button = QPushButton(self.tr("Ask again"), row)
            button.setObjectName("again")
            button.setFont(font(13, 600, tabular=False))
            button.setAccessibleDescription(permission.words)
            button.clicked.connect(self.ask_again)
            line.addWidget(button)
        return row


class _ThinLine(QWidget):
    """A thin line that says that something is on its way, without a share of anything: nothing moves in it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedHeight(3)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.fillRect(self.rect(), ink("line"))
        painter.fillRect(0, 0, self.width() // 3, self.height(), ink("accent"))
        painter.end()


class DownloadPage(QWidget):
    """The last step: the download has begun, and the queue can be used."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._count = QLabel(self)
        self._count.setObjectName("title")
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        points = (
            ("arrow-down", self.tr("The newest come first, and the queue can be used at once.")),
            ("envelope-open", self.tr("Old messages come in as read and without clocks, so nobody starts late.")),
            ("link-break", self.tr("Disconnect at any time in the channel's menu; it says what stays.")),
        )
        lines = QVBoxLayout(self)
        lines.setContentsMargins(24, 2, 24, 12)
        lines.setSpacing(12)
        self._pictures: list[tuple[QLabel, str]] = []
        self._words: list[QLabel] = []
        for icon, words in points:
            line = QHBoxLayout()
            line.setSpacing(14)
            picture, label = QLabel(self), QLabel(words, self)
            label.setObjectName("sub")
            label.setWordWrap(True)
            line.addWidget(picture)
            line.addWidget(label, 1)
            lines.addLayout(line)
            self._pictures.append((picture, icon))
            self._words.append(label)
        lines.addSpacing(4)
        self._line = _ThinLine(self)
        self._done = QLabel(self)
        told = QHBoxLayout()
        told.setSpacing(14)
        told.addWidget(self._done, 0, Qt.AlignmentFlag.AlignTop)
        told.addWidget(self._count, 1)
        self._count.setWordWrap(True)
        lines.addWidget(self._line)
        lines.addLayout(told)
        self._done.hide()
        lines.addStretch(1)

    def show_count(self, messages: int) -> None:
        """Say how many have come so far; nothing for none, and never a share of an unknown whole."""
        words = self.tr("Messages so far: %1").replace("%1", self.locale().toString(messages))
        self.say(words if messages else "")

    def say(self, words: str, *, is_whole: bool = False) -> None:
        """How it stands; `is_whole` when nothing more is to come."""
        self._count.setText(words)
        self._count.setAccessibleName(words)
        self._line.setVisible(not is_whole)
        self._done.setVisible(is_whole)

    def start(self, *, is_again: bool) -> None:
        """Begin: what is said of a first download means nothing where a sign-in was only renewed."""
        for label in (*self._words, *(picture for picture, _ in self._pictures)):
            label.setVisible(not is_again)
        self.say("")

    def dress(self) -> None:
        """Take the present look."""
        self._count.setFont(font(13, 600, tabular=False))
        self._done.setPixmap(icons.pixmap("check-circle", "good", scaled(18), self.devicePixelRatioF()))
        for label in self._words:
            label.setFont(font(13, 400, tabular=False))
        for picture, icon in self._pictures:
            picture.setPixmap(icons.pixmap(icon, "text2", scaled(18), self.devicePixelRatioF()))
