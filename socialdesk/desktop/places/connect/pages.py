"""Shows what a sign-in allows, and the first download; both only tell."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from socialdesk.desktop.look import icons
from socialdesk.desktop.look.tokens import font
from socialdesk.desktop.places.connect.values import Accepted, Permission


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
        if accepted.lasts_days is not None:
            words = self.tr(
                "Access lasts %n day(s). SocialDesk reminds you a week before it ends.", "", accepted.lasts_days
            )
            lasts = QLabel(words, inside)
            lasts.setObjectName("sub")
            lasts.setFont(font(13, 400, tabular=False))
            lines.addWidget(lasts)
        lines.addStretch(1)
        self.setWidget(inside)

    def _row(self, permission: Permission, parent: QWidget) -> QFrame:
        row = QFrame(parent)
        row.setObjectName("granted" if permission.granted else "missing")
        row.setMinimumHeight(61)
        picture = QLabel(row)
        name, colour = ("check-circle", "good") if permission.granted else ("warning", "soon")
        picture.setPixmap(icons.pixmap(name, colour, 18, self.devicePixelRatioF()))
        picture.setAccessibleName(self.tr("Given") if permission.granted else self.tr("Not given"))
        title, why = QLabel(permission.words, row), QLabel(permission.why, row)
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


class DownloadPage(QWidget):
    """The last step: the download has begun, and the queue can be used."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._count = QLabel(self)
        self._count.setObjectName("title")
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
        lines.addWidget(self._count)
        lines.addStretch(1)

    def show_count(self, messages: int) -> None:
        """Say how many have come so far; nothing for none, and never a share of an unknown whole."""
        words = self.tr("Messages so far: %1").replace("%1", self.locale().toString(messages))
        self._count.setText(words if messages else "")

    def dress(self) -> None:
        """Take the present look."""
        self._count.setFont(font(13, 600, tabular=False))
        for label in self._words:
            label.setFont(font(13, 400, tabular=False))
        for picture, icon in self._pictures:
            picture.setPixmap(icons.pixmap(icon, "text2", 18, self.devicePixelRatioF()))
