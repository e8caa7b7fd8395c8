"""Shows where in the wizard a person is: the steps with what is done, what is now and what comes."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from socialdesk.desktop.look import icons
from socialdesk.desktop.look.following import sized
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.mirror import painter_on
from socialdesk.desktop.look.tokens import font, ink
from socialdesk.desktop.widgets.plain_text import PlainLabel

_PITCH = 46


class Step(IntEnum):
    """The steps in their order."""

    CHOOSE = 0
    SIGN_IN = 1
    CHECK = 2
    PICK = 3
    DOWNLOAD = 4


class _Sign(QLabel):
    """The circle of a step with the line to the next one; its words say the same to readers."""

    def __init__(self, step: Step, parent: QWidget) -> None:
        super().__init__(parent)
        self._step = step
        self._now = Step.CHOOSE
        sized(self, lambda: self.setFixedSize(22, max(_PITCH, scaled(34))))

    def show_step(self, now: Step) -> None:
        self._now = now
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_done, is_now = self._step < self._now, self._step == self._now
        if self._step is not Step.DOWNLOAD:
            painter.setPen(QPen(ink("accent" if is_done else "lineStrong"), 2 if is_done else 1))
            painter.drawLine(11, 24, 11, self.height())
        circle = QRectF(1, 1, 20, 20)
        painter.setPen(QPen(ink("accent" if is_done or is_now else "control"), 2 if is_now else 1.2))
        painter.setBrush(ink("accent") if is_done else ink("surface") if is_now else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(circle)
        if is_done:
            painter.drawPixmap(5, 5, icons.pixmap("check", "onAccent", 12, self.devicePixelRatioF()))
            return
        painter.setFont(font(11, 600, tabular=False))
        painter.setPen(ink("accent" if is_now else "text2"))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(self._step + 1))


class Rail(QFrame):
    """The left part of the card."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        sized(self, lambda: self.setFixedWidth(min(scaled(232), 340)))
        self._title = QLabel(self.tr("Connect a channel"), self)
        self._title.setObjectName("title")
        self._title.setWordWrap(True)
        self._rows: list[tuple[_Sign, QLabel]] = []
        lines = QVBoxLayout(self)
        lines.setContentsMargins(24, 24, 20, 24)
        lines.setSpacing(0)
        lines.addWidget(self._title)
        lines.addSpacing(24)
        names = (
            self.tr("Choose"),
            self.tr("Sign in"),
            self.tr("Check access"),
            self.tr("Pick accounts"),
            self.tr("First download"),
        )
        for step, words in zip(Step, names, strict=True):
            sign, label = _Sign(step, self), QLabel(words, self)
            label.setMinimumHeight(22)
            label.setContentsMargins(0, 2, 0, 0)
            label.setWordWrap(True)
            line = QHBoxLayout()
            line.setSpacing(12)
            line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(label, 1)
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
            lines.addLayout(line)
            self._rows.append((sign, label))
        lines.addStretch(1)
        self._lock = QLabel(self)
        self._promise = PlainLabel(
            self.tr("Your sign-in stays in this computer's keychain. You can remove it at any time."), 12, wraps=True
        )
        self._promise.setObjectName("sub")
        self._promise.setWordWrap(True)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(self._lock, 0, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self._promise, 1)
        lines.addLayout(foot)

    def name_it(self, title: str, last: str) -> None:
        """What the whole is called, and its last step."""
        self._title.setText(title)
        self._rows[Step.DOWNLOAD][1].setText(last)

    @property
    def promised(self) -> str:
        """What is said of where a sign-in is kept."""
        return self._promise.text()

    def promise(self, words: str) -> None:
        """Say where a sign-in is kept."""
        self._promise.setText(words)
        self.fit()

    def fit(self) -> None:
        """Give the words at the foot the height they need in this width."""
        room = self.width() - 24 - 20 - 16 - 10
        self._promise.stand_high(room)

    def show_step(self, now: Step) -> None:
        """Show where it stands."""
        for step, (sign, label) in zip(Step, self._rows, strict=True):
            sign.show_step(now)
            label.setObjectName("title" if step == now else "sub")
            label.setFont(font(13, 650 if step == now else 500))
            label.style().unpolish(label)
            label.style().polish(label)
            state = self.tr("done") if step < now else self.tr("now") if step == now else self.tr("to come")
            label.setAccessibleName(f"{step + 1}, {label.text()}, {state}")

    def dress(self) -> None:
        """Take the present look."""
        self._title.setFont(font(15, 650, tabular=False))
        self._promise.setFont(font(12, 400, tabular=False))
        self.fit()
        self._lock.setPixmap(icons.pixmap("lock", "text2", scaled(16), self.devicePixelRatioF()))
