"""Which language the spelling of a thread is checked in: the person's choice for it, else the contact's, else none."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QPoint
from PySide6.QtWidgets import QMenu

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.places.composer.spelling import SpellingMenu, Underlines
from socialdesk.desktop.places.composer.view import ComposerBox
from socialdesk.desktop.places.composer.writing import Writing
from socialdesk.support.dictionaries import own_folder

tr = QCoreApplication.translate
STATE = "spelling_of:"
"""With the number of a thread: the language a person chose for it, or NONE."""
NONE = "none"


class SpellingLanguage(QObject):
    """The button that says the language, and what it means for the text field."""

    def __init__(self, bridge: Bridge, box: ComposerBox, writing: Writing, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._box = box
        self._writing = writing
        self.underlines = Underlines(box.editor, bridge.spelling)
        self.context = SpellingMenu(box.editor, bridge.spelling, self.underlines, self)
        self.menu: QMenu | None = None
        self._kept: str | None = None
        bridge.spelling.found.connect(self.show)
        box.language.clicked.connect(self.open)

    def chosen(self) -> str:
        """The language of the open thread; "" for none."""
        answering, known = self._writing.answering, self._bridge.spelling.languages
        if answering is None or known is None:
            return ""
        if self._kept is not None:
            return self._kept if self._kept in known else ""
        theirs = answering.thread.language[:2]
        # A language without a dictionary would have every word underlined in another.
        own = QLocale().name()[:2]
        return theirs if theirs in known else own if not theirs and own in known else ""

    def show_thread(self) -> None:
        """Another thread is open: check it in its own language."""
        thread = self._writing.thread
        self._kept = self._bridge.desk.state(f"{STATE}{thread}") if thread is not None else None
        self.show()

    def show(self) -> None:
        """Say the language and check in it."""
        language = self.chosen()
        self.underlines.speak(language)
        name = _name(language) if language else tr("composer", "off", "spelling is not checked")
        self._box.language.say(language.upper(), tr("composer", "Spelling: {language}").format(language=name))

    def choose(self, language: str) -> None:
        """Check the open thread in another language, and remember that."""
        answering = self._writing.answering
        if answering is not None:
            self._kept = language or NONE
            self._bridge.desk.set_state(f"{STATE}{answering.thread.id}", self._kept)
            self.show()

    def next(self) -> None:
        """The next language, round the list, with none at its end."""
        known = (*(self._bridge.spelling.languages or ()), "")
        now = self.chosen()
        self.choose(known[(known.index(now) + 1) % len(known)])

    def open(self) -> None:
        """Offer the languages, above the button."""
        menu = QMenu(self._box)
        menu.aboutToHide.connect(menu.deleteLater)
        known = self._bridge.spelling.languages or ()
        now = self.chosen()
        for language in known:
            action = menu.addAction(_name(language))
            action.setCheckable(True)
            action.setChecked(language == now)
            action.triggered.connect(partial(self.choose, language))
        off = menu.addAction(tr("composer", "Do not check"))
        off.setCheckable(True)
        off.setChecked(not now)
        off.triggered.connect(partial(self.choose, ""))
        answering = self._writing.answering
        theirs = answering.thread.language[:2] if answering is not None else ""
        if theirs and theirs not in known:
            words = tr("composer", "No dictionary for {language}. Put its .aff and .dic files into {folder}")
            menu.addSeparator()
            menu.addAction(words.format(language=_name(theirs), folder=str(own_folder()))).setEnabled(False)
        self.menu = menu
        button = self._box.language
        menu.popup(button.mapToGlobal(QPoint(0, -menu.sizeHint().height() - 4)))


def _name(language: str) -> str:
    """A language by the name its readers know."""
    return QLocale(language).nativeLanguageName().partition(" (")[0] or language
