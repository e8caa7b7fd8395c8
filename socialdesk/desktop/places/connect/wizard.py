"""Leads through connecting a channel over the window; gets platforms and outcomes, hands out what was typed.

The password goes to the `sign_in` callback and nowhere else; the field is emptied as soon as it is not needed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QGraphicsDropShadowEffect,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.theme import signals
from socialdesk.desktop.look.tokens import font, ink
from socialdesk.desktop.places.connect.choose import ChoosePage
from socialdesk.desktop.places.connect.pages import CheckPage, DownloadPage
from socialdesk.desktop.places.connect.rail import Rail, Step
from socialdesk.desktop.places.connect.sign_in import SignInPage
from socialdesk.desktop.places.connect.style import style_sheet
from socialdesk.desktop.places.connect.values import Accepted, Form, Outcome, Platform, Refused

WIDTH, HEIGHT = 880, 600
_MARGIN = 16
_DEMO_DAYS = 30


class SignIn(Protocol):
    """What keeps the password in the secret store and asks the engine to sign in; answers through `settle`."""

    def __call__(self, platform: str, server: str, identifier: str, password: str, days: int) -> None: ...


class ConnectWizard(QWidget):
    """The wizard with the scrim behind it; a child of the window it covers.

    Signals: `gave_up` when the wait for a platform was canceled, `look_around` for who wants the demo only,
    `finished` with the platform's id when the channel is connected, `closed` however it went away.
    """

    gave_up = Signal()
    look_around = Signal()
    finished = Signal(str)
    closed = Signal()

    def __init__(self, window: QWidget, sign_in: SignIn) -> None:
        super().__init__(window)
        self.hide()
        self._window = window
        self._sign_in = sign_in
        self._step = Step.CHOOSE
        self._is_waiting = False
        self._accepted = Accepted("")
        self._before: QWidget | None = None
        self.card = QFrame(self)
        self.card.setObjectName("card")
        self.card.setAccessibleName(self.tr("Connect a channel"))
        self._rail = Rail(self.card)
        self._title, self._sub = QLabel(self.card), QLabel(self.card)
        self.choose = ChoosePage(self.card)
        self.form = SignInPage(self.card)
        self.check = CheckPage(self.card)
        self.download = DownloadPage(self.card)
        self._pages = QStackedWidget(self.card)
        self.link = QPushButton(self.tr("I only want to look around"), self.card)
        self.back = QPushButton(self.card)
        self.onward = QPushButton(self.card)
        self._build()
        self._dress()
        signals().changed.connect(self._dress)
        window.installEventFilter(self)

    def open_with(self, platforms: Sequence[Platform], chosen: str = "") -> None:
        """Show the first step with these platforms, one of them chosen already where its id is given."""
        if not self.isVisible():
            self._before = self._window.focusWidget()
        self.choose.show_platforms(platforms)
        if chosen:
            self.choose.choose(chosen)
        self.form.forget_password()
        self._is_waiting = False
        self._cover()
        self.show()
        self.raise_()
        self._go(Step.CHOOSE)

    def settle(self, outcome: Outcome) -> None:
        """Tell how the sign-in ended. Comes to nothing when the wait was canceled meanwhile."""
        if not self._is_waiting:
            return
        self._is_waiting = False
        match outcome:
            case Refused():
                self.form.show_refusal(outcome)
                self._go(Step.SIGN_IN)
            case Accepted():
                self._accepted = outcome
                self.form.show_nothing()
                self.check.show_access(outcome)
                self._go(Step.CHECK)

    def show_count(self, messages: int) -> None:
        """Say how many messages the first download has brought so far."""
        self.download.show_count(messages)

    def leave(self) -> None:
        """Go away, forget the password, and put the focus back where it was."""
        if not self.isVisible():
            return
        if self._is_waiting:
            self._is_waiting = False
            self.gave_up.emit()
        self.form.forget_password()
        self.hide()
        before, self._before = self._before, None
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    @property
    def step(self) -> Step:
        """The step that is shown."""
        return self._step

    @property
    def is_waiting(self) -> bool:
        """Whether a platform was asked and has not answered."""
        return self._is_waiting

    def _go(self, step: Step) -> None:
        self._step = step
        self._rail.show_step(step)
        self._pages.setCurrentIndex(step)
        self._say()
        match step:
            case Step.CHOOSE:
                self.choose.focus_card()
            case Step.SIGN_IN:
                self.form.first_empty().setFocus(Qt.FocusReason.OtherFocusReason)
            case Step.CHECK | Step.DOWNLOAD:
                self.onward.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self) -> None:
        """Bring title, lines and buttons in line with the step."""
        platform = self.choose.chosen
        name = platform.name if platform else ""
        self.link.setVisible(self._step is Step.CHOOSE)
        self.back.setVisible(self._step is not Step.DOWNLOAD)
        self.back.setText(self.tr("Back"))
        self.onward.setEnabled(True)
        self.onward.setToolTip("")
        self._sub.setText("")
        match self._step:
            case Step.CHOOSE:
                self._title.setText(self.tr("Where do people talk to you?"))
                self._sub.setText(
                    self.tr("You can add more later. Each card says what SocialDesk can read and answer there.")
                )
                self.back.setText(self.tr("Cancel"))
                self.onward.setText(self.tr("Continue"))
                self._allow(platform is not None, self.tr("Choose a platform first."))
            case Step.SIGN_IN:
                self._title.setText(self.tr("Sign in to %1", "%1: a platform").replace("%1", name))
                self._sub.setText(self.tr("Nothing is sent without a person pressing Send."))
                self.onward.setText(self.tr("Sign in"))
                if self._is_waiting:
                    self.back.setText(self.tr("Cancel"))
                    self._allow(False, self.form.news)
                else:
                    self._allow(self.form.is_complete, self.tr("Fill in handle, app password and server."))
            case Step.CHECK:
                self._say_check()
            case Step.DOWNLOAD:
                self._title.setText(self.tr("%1 is connected", "%1: a platform").replace("%1", name))
                days = self.form.typed.days
                self._sub.setText(self.tr("The messages of the last %n day(s) are coming in.", "", days))
                self.onward.setText(self.tr("Go to the queue"))
        self._sub.setVisible(bool(self._sub.text()))

    def _say_check(self) -> None:
        missing = self._accepted.missing
        if missing:
            self._title.setText(self.tr("Almost there. %n permission(s) missing.", "", missing))
            self.onward.setText(self.tr("Continue without"))
        else:
            self._title.setText(self.tr("Everything it needs is allowed."))
            self.onward.setText(self.tr("Continue"))
        self._sub.setText(self.tr("Signed in as %1", "%1: an account").replace("%1", self._accepted.signed_in_as))

    def _allow(self, may: bool, why_not: str) -> None:
        self.onward.setEnabled(may)
        self.onward.setToolTip("" if may else why_not)
        self.onward.setAccessibleDescription("" if may else why_not)

    def _forward(self) -> None:
        platform = self.choose.chosen
        if platform is None:
            return
        match self._step:
            case Step.CHOOSE if platform.form is Form.NOTHING:
                self._ask(platform)
            case Step.CHOOSE:
                self.form.show_platform(platform)
                self._go(Step.SIGN_IN)
            case Step.SIGN_IN if self.form.is_complete and not self._is_waiting:
                self._ask(platform)
            case Step.SIGN_IN:
                self.form.first_empty().setFocus(Qt.FocusReason.OtherFocusReason)
            case Step.CHECK:
                self.form.forget_password()
                self._go(Step.DOWNLOAD)
            case Step.DOWNLOAD:
                self.leave()
                self.finished.emit(platform.id)

    def _ask(self, platform: Platform) -> None:
        self._is_waiting = True
        if platform.form is Form.NOTHING:
            self._allow(False, self.tr("Opening the demo network …"))
            self._sign_in(platform.id, platform.server, "", "", _DEMO_DAYS)
            return
        self.form.show_waiting()
        self._say()
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)
        typed = self.form.typed
        self._sign_in(platform.id, typed.server, typed.identifier, typed.password, typed.days)

    def _backward(self) -> None:
        if self._is_waiting:
            self._is_waiting = False
            self.form.show_nothing()
            self.gave_up.emit()
            self._go(self._step)
            return
        platform = self.choose.chosen
        match self._step:
            case Step.SIGN_IN:
                self._go(Step.CHOOSE)
            case Step.CHECK if platform is not None and platform.form is not Form.NOTHING:
                self._go(Step.SIGN_IN)
            case Step.CHECK:
                self._go(Step.CHOOSE)
            case _:
                self.leave()

    def _look_around(self) -> None:
        self.leave()
        self.look_around.emit()

    def _build(self) -> None:
        self._title.setObjectName("title")
        self._sub.setObjectName("sub")
        self._sub.setWordWrap(True)
        self._sub.setTextFormat(Qt.TextFormat.PlainText)
        for page in (self.choose, self.form, self.check, self.download):
            self._pages.addWidget(page)
        self.link.setObjectName("link")
        self.onward.setObjectName("primary")
        for button, act in ((self.link, self._look_around), (self.back, self._backward), (self.onward, self._forward)):
            button.clicked.connect(act)
            button.setAutoDefault(False)
        self.choose.picked.connect(self._say)
        self.choose.confirmed.connect(self._forward)
        self.form.changed.connect(self._say)
        self.check.ask_again.connect(self._backward)
        head = QVBoxLayout()
        head.setContentsMargins(24, 23, 24, 16)
        head.setSpacing(3)
        head.addWidget(self._title)
        head.addWidget(self._sub)
        foot = QFrame(self.card)
        foot.setObjectName("foot")
        foot.setFixedHeight(scaled(64))
        buttons = QHBoxLayout(foot)
        buttons.setContentsMargins(20, 0, 24, 0)
        buttons.setSpacing(8)
        buttons.addWidget(self.link)
        buttons.addStretch(1)
        buttons.addWidget(self.back)
        buttons.addWidget(self.onward)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addLayout(head)
        right.addWidget(self._pages, 1)
        right.addWidget(foot)
        both = QHBoxLayout(self.card)
        both.setContentsMargins(1, 1, 1, 1)
        both.setSpacing(0)
        both.addWidget(self._rail)
        both.addLayout(right, 1)

    def _cover(self) -> None:
        room = self._window.rect()
        self.setGeometry(room)
        width = min(scaled(WIDTH), room.width() - 2 * _MARGIN)
        height = min(scaled(HEIGHT), room.height() - 2 * _MARGIN)
        self._rail.setVisible(width >= scaled(WIDTH) - 160)
        self.card.setGeometry((room.width() - width) // 2, (room.height() - height) // 2, width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parentWidget() and event.type() == QEvent.Type.Resize and self.isVisible():
            self._cover()
        return False

    def event(self, event: QEvent) -> bool:
        # Letters that are shortcuts of the window mean nothing while it is covered.
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that the page left alone; none goes on to the window behind."""
        focus = self._window.focusWidget()
        match event.key():
            case Qt.Key.Key_Escape if self._is_waiting:
                self._backward()
            case Qt.Key.Key_Escape:
                self.leave()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if isinstance(focus, QAbstractButton):
                focus.click()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self._step is Step.SIGN_IN:
                self._forward()
            case _:
                event.accept()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002
        """Tab goes round inside: the window behind is covered."""
        walk: list[QWidget] = [
            widget
            for widget in self.findChildren(QWidget)
            if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        walk.sort(key=lambda widget: _reading_order(widget.mapTo(self, widget.rect().center())))
        if not walk:
            return True
        focus = self._window.focusWidget()
        at = walk.index(focus) if focus in walk else -1
        walk[(at + (1 if next else -1)) % len(walk)].setFocus(
            Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
        )
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), ink("scrim"))

    def _dress(self) -> None:
        self._title.setFont(font(18, 650, tabular=False))
        self._sub.setFont(font(13, 400, tabular=False))
        for button in (self.link, self.back, self.onward):
            button.setFont(font(13, 600, tabular=False))
        for part in (self._rail, self.form, self.download):
            part.dress()
        self._rail.show_step(self._step)
        self.check.show_access(self._accepted)
        shadow = QGraphicsDropShadowEffect(self.card)
        shadow.setBlurRadius(40)
        shadow.setOffset(0, 12)
        shadow.setColor(ink("shadow", 0.3))
        self.card.setGraphicsEffect(shadow)
        self.setStyleSheet(style_sheet())


def _reading_order(middle: QPoint) -> tuple[int, int]:
    """Lines first, then along the line; what is a few pixels apart is on one line."""
    return middle.y() // 16, middle.x()
