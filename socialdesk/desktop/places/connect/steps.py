"""Shows one step of connecting a channel: its page, its words, its buttons, and what has the keys there.

What leads from one step to another, and what a platform answers, is the wizard's.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from socialdesk.desktop.places.connect import words
from socialdesk.desktop.places.connect.browser import BrowserPage
from socialdesk.desktop.places.connect.choose import ChoosePage
from socialdesk.desktop.places.connect.frame import WizardFrame
from socialdesk.desktop.places.connect.pages import CheckPage, DownloadPage
from socialdesk.desktop.places.connect.pick import PickPage
from socialdesk.desktop.places.connect.rail import Step
from socialdesk.desktop.places.connect.sign_in import SignInPage
from socialdesk.desktop.places.connect.style import style_sheet
from socialdesk.desktop.places.connect.values import Accepted, Again

tr = QCoreApplication.translate
DEMO_DAYS = 30


class WizardSteps(WizardFrame):
    """The pages of the wizard, one of them shown."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._step = Step.CHOOSE
        self._is_waiting = False
        self._is_at_browser = False
        """Whether it is the browser that is waited for."""
        self._accepted = Accepted("")
        self._again: Again | None = None
        self._days = DEMO_DAYS
        self._added: tuple[str, ...] = ()
        self._refusal = ""
        self.choose = ChoosePage(self._pages)
        self.form = SignInPage(self._pages)
        self.check = CheckPage(self._pages)
        self.pick = PickPage(self._pages)
        self.download = DownloadPage(self._pages)
        self.browser = BrowserPage(self._pages)
        for page in (self.choose, self.form, self.check, self.pick, self.download, self.browser):
            self._pages.addWidget(page)

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
        if self._is_at_browser:
            self._pages.setCurrentWidget(self.browser)
        self._say()
        match step:
            case Step.CHOOSE:
                self.choose.focus_card()
            case Step.SIGN_IN if self._is_at_browser:
                self.browser.pasted.setFocus(Qt.FocusReason.OtherFocusReason)
            case Step.SIGN_IN if self._is_waiting:
                self.back.setFocus(Qt.FocusReason.OtherFocusReason)
            case Step.SIGN_IN:
                self.form.first_empty().setFocus(Qt.FocusReason.OtherFocusReason)
            case Step.PICK if not self._accepted.is_all_here:
                self.pick.focus_first()
            case Step.CHECK | Step.PICK | Step.DOWNLOAD:
                self.onward.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self) -> None:
        """Bring title, lines and buttons in line with the step."""
        platform = self.choose.chosen
        name = platform.name if platform else ""
        may, why_not = True, ""
        match self._step:
            case Step.CHOOSE:
                said = words.choose(self._again)
                may, why_not = platform is not None, tr("ConnectWizard", "Choose a platform first.")
                if self._is_waiting:
                    may, why_not = False, tr("ConnectWizard", "Opening the demo network …")
            case Step.SIGN_IN if self._is_at_browser:
                said = words.at_browser(name, self._again)
                may, why_not = (
                    bool(self.browser.typed),
                    tr("ConnectWizard", "Sign in there, or paste the address first."),
                )
            case Step.SIGN_IN:
                said = words.sign_in(
                    name, self._again, is_waiting=self._is_waiting, leads_to_browser=self.form.leads_to_browser
                )
                lacking = self.form.lacking
                may, why_not = not lacking, tr("ConnectWizard", "Still empty: %1", "%1: names of fields")
                why_not = why_not.replace("%1", ", ".join(lacking))
                if self._is_waiting:
                    may, why_not = False, self.form.news
            case Step.CHECK:
                said = words.check(self._accepted)
            case Step.PICK:
                many = len(self.pick.picked)
                is_here = self._accepted.is_all_here
                said = words.nothing_to_pick() if is_here else words.pick(len(self._accepted.accounts), many)
                may, why_not = (
                    (many > 0 or is_here) and not self._is_waiting,
                    tr("ConnectWizard", "Pick at least one account."),
                )
            case Step.DOWNLOAD:
                said = words.download(self._added or (name,), self._days, self._again)
        sub = self._refusal if self._step is Step.CHOOSE and self._refusal else said.sub
        self.show_words(said.title, sub, is_wrong=bool(sub) and sub == self._refusal)
        self.link.setVisible(self._step is Step.CHOOSE and self._again is None)
        self.show_buttons(said.back, said.onward, may=may, why_not="" if may else why_not)

    def _dress(self) -> None:
        sheet = style_sheet()
        if sheet != self.styleSheet():
            self.setStyleSheet(sheet)  # first: it takes away the fonts of what lies in an area that scrolls
        self.dress_words()
        for part in (self._rail, self.choose, self.form, self.browser, self.download):
            part.dress()
        self._rail.show_step(self._step)
        self.check.show_access(self._accepted)
        self.pick.show_accounts(self._accepted.accounts)
        self.cast_shadow()
