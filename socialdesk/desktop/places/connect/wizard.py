"""Leads through connecting a channel over the window; gets platforms and outcomes, hands out what was typed.

What is secret goes to the `sign_in` callback and nowhere else; its field is emptied as soon as it is not needed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

import shiboken6
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QWidget,
)

from socialdesk.desktop.look.following import Following, catch_up
from socialdesk.desktop.places.connect import words
from socialdesk.desktop.places.connect.allowing import Allowing
from socialdesk.desktop.places.connect.rail import Step
from socialdesk.desktop.places.connect.steps import DEMO_DAYS, WizardSteps
from socialdesk.desktop.places.connect.values import Accepted, Again, Outcome, Platform, Refused
from socialdesk.desktop.widgets.tick import Tick


class SignIn(Protocol):
    """What keeps the secrets in the secret store and asks the engine to sign in.

    Answers through `show_browser`, where the person goes on there, and in the end through `settle`.
    """

    def __call__(self, platform: str, way: str, typed: Mapping[str, str], days: int) -> None: ...


class ConnectWizard(WizardSteps):
    """The wizard with the scrim behind it; a child of the window it covers.

    Signals: `gave_up` when the wait for a platform or the browser was canceled, `browser_again` to open the page there
    once more, `pasted` with the address the browser ended on, `allowed` with the
    id of a platform whose connector somebody else made, `picked` with the accounts to connect and how many
    days back, `dropped` when a sign-in is not wanted after all, `look_around` for who wants the demo only, `finished`
    with the platform's id when the channel is connected, `closed` however it went away.
    """

    gave_up = Signal()
    browser_again = Signal()
    pasted = Signal(str)
    allowed = Signal(str)
    picked = Signal(object, int)
    dropped = Signal()
    look_around = Signal()
    finished = Signal(str)
    closed = Signal()

    def __init__(self, window: QWidget, sign_in: SignIn) -> None:
        super().__init__(window)
        self._sign_in = sign_in
        self._is_held = False
        """Whether there is a sign-in of which nothing was made yet."""
        self._before: QWidget | None = None
        self._allowing = Allowing(window, self)
        self._join()
        self._dress()
        Following(self, self._dress)

    def open_with(self, platforms: Sequence[Platform], chosen: str = "") -> None:
        """Show the first step with these platforms, one of them chosen already where its id is given."""
        self._open(platforms, None)
        if chosen:
            self.choose.choose(chosen)
        self._go(Step.CHOOSE)

    def open_again(self, platform: Platform, again: Again) -> None:
        """Let somebody sign in again for a channel; what is known of its account is filled in."""
        self._open((platform,), again)
        self.choose.choose(platform.id)
        if platform.asks_nothing:
            self._go(Step.CHOOSE)
            return
        self._show_form(platform)
        self._go(Step.SIGN_IN)

    def show_browser(self, url: str, *, is_open: bool, is_pasted: bool) -> None:
        """The person goes on in the browser. Comes to nothing when the wait was canceled meanwhile."""
        platform = self.choose.chosen
        if not self._is_waiting or platform is None:
            return
        self._is_at_browser = True
        self.browser.show_wait(platform.name, url, is_open=is_open, is_pasted=is_pasted)
        self._go(Step.SIGN_IN)

    def show_return(self) -> None:
        """The browser came back, and what it brought goes to the platform."""
        if self._is_at_browser:
            self._is_at_browser = False
            self.browser.forget()
            self.form.show_waiting()
            self._go(Step.SIGN_IN)

    def refuse_pasted(self, sentence: str) -> None:
        """Say what is wrong with the pasted address; the browser is waited for all the same."""
        self.browser.tell(sentence)
        self.browser.pasted.setFocus(Qt.FocusReason.OtherFocusReason)

    def settle(self, outcome: Outcome) -> None:
        """Tell how the sign-in ended. Comes to nothing when the wait was canceled meanwhile."""
        if not self._is_waiting:
            return
        self._is_waiting = self._is_at_browser = False
        self.browser.forget()
        match outcome:
            case Refused() if self._step is Step.PICK or self._step is Step.CHECK:
                self._is_held = False
                self._refuse(outcome)
            case Refused():
                self._refuse(outcome)
            case Accepted():
                self._accepted = outcome
                self._is_held = self._again is None
                self.form.show_nothing()
                self.check.show_access(outcome)
                self.pick.show_accounts(outcome.accounts)
                self._go(Step.CHECK)

    def settle_added(self, names: Sequence[str]) -> None:
        """The picked accounts are channels now, also when somebody went a step back meanwhile."""
        if not self._is_waiting and not self._is_held:
            return
        self._is_waiting = self._is_held = False
        self._added = tuple(names)
        self._download()

    def show_count(self, messages: int) -> None:
        """Say how many messages the first download has brought so far."""
        self.download.show_count(messages)

    def show_outcome(self, words: str, *, is_whole: bool) -> None:
        """Say how the download ended, or what stands against it."""
        if self._step is Step.DOWNLOAD:
            self.download.say(words, is_whole=is_whole)

    def leave(self) -> None:
        """Go away, forget the password and a sign-in nobody picked of, and put the focus back where it was."""
        if not self.isVisible():
            return
        if self._is_waiting and not self._is_held:
            self._is_waiting = False
            self.gave_up.emit()
        self._is_waiting = self._is_at_browser = False
        self._drop()
        self.form.forget()
        self.browser.forget()
        self.hide()
        before, self._before = self._before, None
        # The welcome page is gone once something is connected.
        if before is not None and shiboken6.isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    def _open(self, platforms: Sequence[Platform], again: Again | None) -> None:
        if not self.isVisible():
            self._before = self._window.focusWidget()
        catch_up(self)
        self._drop()
        self._again = again
        self._refusal = ""
        self._added = ()
        self._rail.name_it(*words.head(again))
        self.card.setAccessibleName(words.head(again)[0])
        self.choose.show_platforms(platforms)
        self.form.forget()
        self._is_waiting = self._is_at_browser = False
        self.cover()
        self.show()
        self.raise_()

    def _drop(self) -> None:
        if self._is_held:
            self._is_held = False
            self.dropped.emit()

    def _refuse(self, refused: Refused) -> None:
        """Say why, where it can be mended; a platform without a form is asked again from its card."""
        platform = self.choose.chosen
        if platform is not None and platform.asks_nothing:
            self._refusal = refused.sentence
            self._go(Step.CHOOSE)
            return
        self.form.show_refusal(refused)
        self._go(Step.SIGN_IN)

    def _show_form(self, platform: Platform) -> None:
        self.form.show_platform(platform, self._again)

    def _forward(self) -> None:
        platform = self.choose.chosen
        if platform is None or (self._is_waiting and self._step is not Step.SIGN_IN):
            return
        match self._step:
            case Step.CHOOSE if self._allowing.must_ask(platform):
                self._allowing.ask(platform)
            case Step.CHOOSE if platform.asks_nothing:
                self._ask(platform)
            case Step.CHOOSE:
                self._show_form(platform)
                self._go(Step.SIGN_IN)
            case Step.SIGN_IN if self._is_at_browser:
                if self.browser.typed:
                    self.pasted.emit(self.browser.typed)
            case Step.SIGN_IN if self.form.lacking:
                self.form.first_empty().setFocus(Qt.FocusReason.OtherFocusReason)
            case Step.SIGN_IN if not self._is_waiting:
                wrong = self.form.first_wrong()
                if wrong is not None:
                    wrong.setFocus(Qt.FocusReason.OtherFocusReason)
                else:
                    self._ask(platform)
            case Step.SIGN_IN:
                pass
            case Step.CHECK:
                self.form.forget_secrets()
                if self._again is not None:
                    self._download()
                elif len(self._accepted.accounts) > 1 or self._accepted.is_all_here:
                    self._go(Step.PICK)
                else:
                    self._pick(tuple(one.id for one in self._accepted.accounts))
            case Step.PICK if self.pick.picked:
                self._pick(self.pick.picked)
            case Step.PICK if self._accepted.is_all_here:
                self.leave()
            case Step.PICK:
                pass
            case Step.DOWNLOAD:
                self.leave()
                self.finished.emit(platform.id)

    def _ask(self, platform: Platform) -> None:
        self._is_waiting = True
        self._refusal = ""
        if platform.asks_nothing:
            self._days = DEMO_DAYS
            self._say()
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)
            self._sign_in(platform.id, platform.ways[0].id, {}, DEMO_DAYS)
            return
        self.form.show_waiting()
        self._say()
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)
        typed = self.form.typed
        self._days = typed.days
        self._sign_in(platform.id, typed.way, typed.fields, typed.days)

    def _on_allowed(self, platform: str) -> None:
        self.allowed.emit(platform)
        self._forward()

    def _pick(self, accounts: tuple[str, ...]) -> None:
        self._is_waiting = True
        self.onward.setEnabled(False)
        self.picked.emit(accounts, self._days)

    def _download(self) -> None:
        self.download.start(is_again=self._again is not None)
        self._go(Step.DOWNLOAD)

    def _backward(self) -> None:
        if self._is_waiting and not self._is_held:
            self._is_waiting = self._is_at_browser = False
            self.browser.forget()
            self.form.show_nothing()
            self.gave_up.emit()
            self._go(self._step)
            return
        platform = self.choose.chosen
        match self._step:
            case Step.SIGN_IN if self._again is None:
                self._go(Step.CHOOSE)
            case Step.CHECK if platform is not None and not platform.asks_nothing:
                self._drop()
                self._go(Step.SIGN_IN)
            case Step.CHECK:
                self._drop()
                self._go(Step.CHOOSE)
            case Step.PICK:
                self._is_waiting = False
                self._go(Step.CHECK)
            case _:
                self.leave()

    def _ask_again(self) -> None:
        """At a missing permission: sign in once more, with what is to be changed said above the button."""
        mend = self._accepted.mend
        self._drop()
        self.form.forget_secrets()
        platform = self.choose.chosen
        if platform is None or platform.asks_nothing:
            self._go(Step.CHOOSE)
            return
        if mend:
            self.form.show_hint(mend)
        self._go(Step.SIGN_IN)

    def _look_around(self) -> None:
        self.leave()
        self.look_around.emit()

    def _join(self) -> None:
        self._allowing.allowed.connect(self._on_allowed)
        self._allowing.refused.connect(self.choose.focus_card)
        self.link.clicked.connect(self._look_around)
        self.back.clicked.connect(self._backward)
        self.onward.clicked.connect(self._forward)
        self.choose.picked.connect(self._say)
        self.choose.confirmed.connect(self._forward)
        self.form.changed.connect(self._say)
        self.browser.changed.connect(self._say)
        self.browser.again.connect(self.browser_again)
        self.check.ask_again.connect(self._ask_again)
        self.pick.changed.connect(self._say)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that the page left alone; none goes on to the window behind."""
        focus = self._window.focusWidget()
        match event.key():
            case Qt.Key.Key_Escape if self._is_waiting and not self._is_held:
                self._backward()
            case Qt.Key.Key_Escape:
                self.leave()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if isinstance(focus, Tick):
                self._forward()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if isinstance(focus, QAbstractButton):
                focus.click()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self._step is Step.SIGN_IN:
                self._forward()
            case _:
                event.accept()
