"""The window before the window: asks how a new workspace is kept, for its passphrase, or what to do about its files.

It gives what was chosen and knows nothing of keys and files; who listens does it, and says how that went.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from socialdesk.desktop.look.connector_words import sentence as in_words
from socialdesk.desktop.shell.passphrase_form import PassphraseForm
from socialdesk.desktop.shell.rescued_words import rescued
from socialdesk.desktop.widgets.buttons import Kind
from socialdesk.desktop.widgets.state_page import Act, StatePage
from socialdesk.store.rescue import Rescued

tr = QCoreApplication.translate
_WAITS_S = (0, 1, 2, 4, 8, 15, 30)


class Chosen(StrEnum):
    """What somebody can choose here."""

    NEW_PASSPHRASE = "new_passphrase"  # noqa: S105 - a word, no secret
    PLAIN = "plain"
    PASSPHRASE = "passphrase"  # noqa: S105 - as above
    AGAIN = "again"
    REBUILD = "rebuild"
    OPEN = "open"
    LEAVE = "leave"
    BACK = "back"
    """To the window that led here."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen, with the passphrase where there is one."""

    what: Chosen
    passphrase: str = ""

    def __repr__(self) -> str:
        return f"Choice({self.what})"


class UnlockWindow(QWidget):
    """A window of one page at a time."""

    chosen = Signal(object)
    """A `Choice`. Closing the window is LEAVE."""

    def __init__(self, back: str = "") -> None:
        """`back` is what the way back is called, where another window led here; else one can only leave."""
        super().__init__()
        self.setWindowTitle("SocialDesk")
        self.resize(QSize(720, 560))
        self._back = back
        self._is_warning = False
        self._wrong = 0
        self._ends = False
        self.page = StatePage(self)
        self.form = PassphraseForm(self)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.page)
        self._pages.addWidget(self.form)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)
        self.page.chosen.connect(self._on_act)
        self.form.given.connect(self._on_given)
        self.form.left.connect(self._on_form_left)
        self._is_new = False

    def offer_ways(self) -> None:
        """There is no keyring, and a workspace is to be made."""
        self._is_new = True
        self._show(
            "lock-key",
            tr("shell", "How shall your workspace be kept?"),
            tr(
                "shell",
                "This computer has no keyring that could keep its key. With a passphrase everything on this disk is"
                " encrypted, and you type it whenever SocialDesk starts. Nothing has been made yet.",
            ),
            Act("choose", tr("shell", "Choose a passphrase"), kind=Kind.PRIMARY),
            Act("warn", tr("shell", "Keep the files unencrypted …")),
            self._leave(),
        )

    def ask_passphrase(self, name: str) -> None:
        """The workspace has a passphrase."""
        self._is_new = False
        self._pages.setCurrentWidget(self.form)
        self.form.ask_known(name, self._back)

    def show_locked(self, sentence: str) -> None:
        """The keyring is there and locked, or cannot be reached."""
        self._show(
            "lock-key",
            tr("shell", "Your keyring does not open"),
            in_words(sentence) + " " + tr("shell", "It keeps the key of this workspace; nothing was changed."),
            Act("again", tr("shell", "Try again"), kind=Kind.PRIMARY),
            self._leave(),
        )

    def show_lost_key(self, sentence: str) -> None:
        """The keyring does not have the key any more."""
        self._show(
            "key",
            tr("shell", "The key of this workspace is missing"),
            in_words(sentence)
            + " "
            + tr(
                "shell",
                "If the keyring was exchanged or made anew, put its old copy back, then try again. If the key is gone"
                " for good, nobody can read these files: rename the folder, start SocialDesk anew and connect your"
                " channels again. Messages are read again; notes, drafts and tags are lost.",
            ),
            Act("again", tr("shell", "Try again"), kind=Kind.PRIMARY),
            self._leave(),
            tone="soon",
        )

    def show_damaged(self, sentence: str) -> None:
        """A file is damaged; it can be rebuilt from here."""
        self._show(
            "warning",
            tr("shell", "This workspace file is damaged"),
            in_words(sentence.partition(" Run: ")[0])
            + " "
            + tr(
                "shell",
                "SocialDesk can set it aside and make a new one of everything that can be read: notes, drafts, answers,"
                " tags and messages. Your channels stay signed in and are read again. Nothing is deleted.",
            ),
            Act("rebuild", tr("shell", "Set aside and rebuild"), kind=Kind.PRIMARY),
            self._leave(),
            tone="soon",
        )

    def show_working(self) -> None:
        """The files are being rebuilt."""
        self._show(
            "arrows-clockwise",
            tr("shell", "Rebuilding"),
            tr(
                "shell", "This takes a few minutes for a large workspace. You can close the window: it is safe to stop."
            ),
        )

    def show_report(self, done: Sequence[Rescued]) -> None:
        """Say what came of rebuilding."""
        self._show(
            "check-circle",
            tr("shell", "The workspace is rebuilt"),
            rescued(done),
            Act("open", tr("shell", "Open the workspace"), kind=Kind.PRIMARY),
        )

    def show_sentence(self, sentence: str) -> None:
        """Nothing can be chosen here; say why."""
        self._show(
            "warning", tr("shell", "This workspace does not open"), in_words(sentence), self._leave(), tone="soon"
        )

    def set_busy(self, *, is_busy: bool) -> None:
        """What was chosen is being done."""
        self.form.set_busy(is_busy=is_busy)

    def refuse(self, sentence: str) -> None:
        """The passphrase was another one; each time the wait grows."""
        if self._pages.currentWidget() is not self.form:
            self.ask_passphrase("")
        wait = _WAITS_S[min(self._wrong, len(_WAITS_S) - 1)]
        self._wrong += 1
        self.form.refuse(in_words(sentence), wait)

    def end(self) -> None:
        """Close without choosing."""
        self._ends = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        if not self._ends:
            self._ends = True
            self.chosen.emit(Choice(Chosen.LEAVE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._is_warning:
            self.offer_ways()
        else:
            self._go_away()

    def _go_away(self) -> None:
        """To where one came from; where that is nowhere, out of the program."""
        if self._back:
            self.chosen.emit(Choice(Chosen.BACK))
        else:
            self.close()

    def _warn(self) -> None:
        self._show(
            "lock-open",
            tr("shell", "Unencrypted files?"),
            tr(
                "shell",
                "Whoever can read this disk, or a copy of it, can then read every message, note and draft. Sign-ins are"
                " never written to such files: networks that ask for one cannot be connected.",
            ),
            Act("ways", tr("shell", "Back"), kind=Kind.PRIMARY),
            Act("plain", tr("shell", "Keep them unencrypted")),
            tone="soon",
        )
        self._is_warning = True

    def _on_act(self, key: str) -> None:
        match key:
            case "choose":
                self._pages.setCurrentWidget(self.form)
                self.form.ask_new()
            case "warn":
                self._warn()
            case "ways":
                self.offer_ways()
            case "leave":
                self._go_away()
            case _:
                self.chosen.emit(Choice(Chosen(key)))

    def _on_given(self, passphrase: str) -> None:
        self.chosen.emit(Choice(Chosen.NEW_PASSPHRASE if self._is_new else Chosen.PASSPHRASE, passphrase))

    def _on_form_left(self) -> None:
        if self._is_new:
            self.offer_ways()
        else:
            self._go_away()

    def _leave(self) -> Act:
        return Act("leave", self._back or tr("shell", "Leave"))

    def _show(self, icon: str, title: str, text: str, *acts: Act, tone: str = "accent") -> None:
        self._is_warning = False
        self._pages.setCurrentWidget(self.page)
        self.page.show_state(icon, title, text, acts, tone=tone)
        first = self.page.first()
        if first is not None:
            first.setFocus()
