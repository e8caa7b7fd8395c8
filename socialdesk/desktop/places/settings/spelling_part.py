"""Which languages the spelling is checked in, and where a dictionary is missing how to add one."""

from __future__ import annotations

import sys
from functools import partial

from PySide6.QtCore import QCoreApplication, QLocale, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.bridge.spelling import LANGUAGES
from socialdesk.desktop.widgets.buttons import Button
from socialdesk.desktop.widgets.languages import name_of
from socialdesk.desktop.widgets.plain_text import PlainLabel
from socialdesk.desktop.widgets.tick import Tick
from socialdesk.support import dictionaries

tr = QCoreApplication.translate


class SpellingPart(QWidget):
    """The part; it is whole once it is known which dictionaries there are."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spelling = bridge.spelling
        self.ticks: dict[str, Tick] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 14, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(PlainLabel(tr("settings", "Spelling is checked in"), 14, 600, parent=self))
        words = tr("settings", "Each answer in the language of its thread. Nothing of it leaves this computer.")
        self._column.addWidget(PlainLabel(words, 13, 400, "text2", wraps=True, parent=self))
        self._spelling.found.connect(self._show)
        if self._spelling.languages is not None or self._spelling.is_known:
            self._show()

    def _show(self) -> None:
        if self.ticks:
            return
        there = self._spelling.dictionaries
        for code in LANGUAGES:
            tick = Tick(name_of(code), 13, 500, self)
            tick.setEnabled(code in there)
            tick.setChecked(code in there and code not in self._spelling.off)
            tick.toggled.connect(partial(self._turn, code))
            self.ticks[code] = tick
            self._column.addWidget(tick)
        missing = [code for code in LANGUAGES if code not in there]
        if missing:
            self._tell_missing(missing)

    def _turn(self, language: str, on: bool) -> None:
        self._spelling.turn(language, on=on)

    def _tell_missing(self, missing: list[str]) -> None:
        names = QLocale().createSeparatedList([name_of(code) for code in missing])
        words = tr("settings", "There is no dictionary on this computer for: {languages}.").format(languages=names)
        self.missing = PlainLabel(words, 13, 500, "text", wraps=True, parent=self)
        self.how = PlainLabel(how_to_add(missing[0]), 13, 400, "text2", wraps=True, parent=self)
        for code in missing:
            self.ticks[code].setAccessibleDescription(words)
        button = Button(tr("settings", "Open the folder of dictionaries"), icon="folder", parent=self)
        button.clicked.connect(_open_folder)
        row = QHBoxLayout()
        row.addWidget(button)
        row.addStretch(1)
        self._column.addSpacing(6)
        self._column.addWidget(self.missing)
        self._column.addWidget(self.how)
        self._column.addLayout(row)


def how_to_add(code: str) -> str:
    """What to do for a dictionary, on this kind of computer."""
    if sys.platform.startswith("linux"):
        words = tr(
            "settings",
            "Install one with your software manager, for example “hunspell-{code}”, or copy its two files, .aff and"
            " .dic, into the folder of dictionaries. It is found at the next start.",
        )
        return words.format(code=code)
    return tr(
        "settings",
        "Install LibreOffice in that language, or copy the two files of a dictionary, .aff and .dic, into the folder of"
        " dictionaries. It is found at the next start.",
    )


def _open_folder() -> None:
    folder = dictionaries.own_folder()
    folder.mkdir(parents=True, exist_ok=True)
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
