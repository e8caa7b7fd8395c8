"""Where the workspace lies, how large it is, how much pictures may take, tidying, and how it is protected."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.look.following import sized
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.widgets.buttons import Button
from socialdesk.desktop.widgets.combo import Combo
from socialdesk.desktop.widgets.plain_text import PlainLabel
from socialdesk.model.identifiers import CommandId
from socialdesk.model.keeping import LimitPictures, TidyNow
from socialdesk.model.media import LIMIT
from socialdesk.store.protection import Protection
from socialdesk.store.readings import Result

tr = QCoreApplication.translate
LIMITS = (250, 500, 1_000, 2_000, 5_000)
USUAL = 2_000
"""Megabytes that pictures may take where nobody chose."""


class StoragePart(QWidget):
    """The part; sizes are of the moment it is shown, or after it was tidied."""

    said = Signal(str)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._tidying: CommandId | None = None
        unlocked = bridge.unlocked
        files = unlocked.workspace
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(6)
        lines = (
            (tr("settings", "Threads, messages and what was done"), files.cache),
            (tr("settings", "Drafts, settings and what has not left"), files.desk),
            (tr("settings", "Pictures"), files.media),
        )
        self._sizes: list[tuple[PlainLabel, Path]] = []
        for words, file in lines:
            size = PlainLabel("", 13, 400, "text2", tabular=True, wraps=True)
            column.addWidget(PlainLabel(words, 14, 500, wraps=True))
            column.addWidget(size)
            column.addSpacing(4)
            self._sizes.append((size, file))
        self.pictures = self._sizes[-1][0]
        self._add_limit()
        self._add_tidying()
        column.addSpacing(12)
        column.addWidget(PlainLabel(tr("settings", "Where it lies"), 14, 600))
        self.place = PlainLabel(str(files.folder), 13, 400, "text2", wraps=True)
        column.addWidget(self.place)
        self.open = Button(tr("settings", "Open the folder"), icon="folder", parent=self)
        self.open.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(files.folder))))
        self._beside(self.open)
        column.addWidget(PlainLabel(backed_up(unlocked.protection), 13, 400, "text2", wraps=True))
        column.addSpacing(12)
        column.addWidget(PlainLabel(tr("settings", "How it is protected"), 14, 600))
        column.addWidget(PlainLabel(protected(unlocked.protection), 13, 400, "text2", wraps=True))
        change = tr(
            "settings",
            "To give it another key or keep it another way, close this window and run “socialdesk protect”.",
        )
        column.addWidget(PlainLabel(change, 13, 400, "text2", wraps=True))
        bridge.pictures.told.connect(self._on_held)
        bridge.follow.results.connect(self._on_results)
        self._measure()

    def _add_limit(self) -> None:
        self._column.addWidget(PlainLabel(tr("settings", "Pictures take at most"), 14, 600))
        self.most = Combo(self)
        self.most.setAccessibleName(tr("settings", "Pictures take at most"))
        self.most.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.most.setMinimumContentsLength(10)
        sized(self.most, lambda: self.most.setMaximumWidth(scaled(240)))
        kept = self._bridge.cache.setting(LIMIT) or ""
        self._most = int(kept) if kept.isdigit() and int(kept) > 0 else USUAL
        for megabytes in sorted({*LIMITS, self._most}):
            self.most.addItem(bytes_in_words(megabytes * 1_000_000), megabytes)
        self.most.setCurrentIndex(self.most.findData(self._most))
        self.most.currentIndexChanged.connect(self._on_most)
        self._column.addWidget(self.most)
        words = tr("settings", "The oldest go first, and can be fetched again. It counts at the next tidying.")
        self._column.addWidget(PlainLabel(words, 13, 400, "text2", wraps=True))

    def _add_tidying(self) -> None:
        self._column.addSpacing(12)
        self._column.addWidget(PlainLabel(tr("settings", "Tidying"), 14, 600))
        words = tr("settings", "The files tidy themselves every six hours, when nobody waits for them.")
        self._column.addWidget(PlainLabel(words, 13, 400, "text2", wraps=True))
        self.tidy = Button(tr("settings", "Tidy now"), parent=self)
        self.tidy.clicked.connect(self._on_tidy)
        self._beside(self.tidy)
        self.result = PlainLabel("", 13, 500, "text2", wraps=True)
        self.result.hide()
        self._column.addWidget(self.result)

    def _beside(self, button: Button) -> None:
        row = QHBoxLayout()
        row.addWidget(button)
        row.addStretch(1)
        self._column.addLayout(row)

    def _measure(self) -> None:
        for label, file in self._sizes:
            label.setText(bytes_in_words(size_of(file)))
        self._bridge.pictures.tell()

    def _on_held(self, many: int, taken: int) -> None:
        words = tr("settings", "%n picture(s), {size} of at most {most}.", "", many)
        self.pictures.setText(words.format(size=bytes_in_words(taken), most=bytes_in_words(self._most * 1_000_000)))

    def _on_most(self, at: int) -> None:
        megabytes = int(self.most.itemData(at))
        before, self._most = self._most, megabytes
        words = tr("settings", "Pictures take at most {size}.").format(size=bytes_in_words(megabytes * 1_000_000))
        self._bridge.submit.change([LimitPictures(megabytes)], words, [LimitPictures(before)])
        self._bridge.pictures.tell()

    def _on_tidy(self) -> None:
        given = self._bridge.submit.order(TidyNow())
        if given is None:
            return
        self._tidying = given.id
        self.tidy.setEnabled(False)
        self._say(tr("settings", "It is being tidied. You can go on working."))

    def _on_results(self, results: Sequence[Result]) -> None:
        for result in results:
            if result.command == self._tidying:
                self._tidying = None
                self.tidy.setEnabled(True)
                freed = json.loads(result.sentence) if result.outcome == "accepted" else {}
                total = sum(freed.values())
                words = tr("settings", "Tidied: {size} freed.").format(size=bytes_in_words(total))
                self._say(words if total else tr("settings", "Tidied: there was nothing to throw away."))
                self._measure()

    def _say(self, words: str) -> None:
        self.result.setText(words)
        self.result.show()
        self.said.emit(words)


def bytes_in_words(many: int) -> str:
    """A size as files are told: "45.2 MB"."""
    return QLocale().formattedDataSize(many, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def size_of(file: Path) -> int:
    """How much a file takes with what was written beside it, in bytes."""
    beside = (file, file.with_name(f"{file.name}-wal"))
    return sum(one.stat().st_size for one in beside if one.exists())


def backed_up(protection: Protection) -> str:
    """How a copy is made that can be opened again, in words."""
    if protection is Protection.KEYRING:
        return tr(
            "settings",
            "To back it up, close SocialDesk and copy the whole folder. The copy opens only beside the keyring of this "
            "system; under a passphrase it opens anywhere.",
        )
    return tr("settings", "To back it up, close SocialDesk and copy the whole folder.")


def protected(protection: Protection) -> str:
    """How the files are kept, in words."""
    match protection:
        case Protection.KEYRING:
            return tr("settings", "The files are encrypted. Their key lies in the keyring of your system.")
        case Protection.PASSPHRASE:
            return tr("settings", "The files are encrypted. Their key follows from your passphrase, kept nowhere.")
        case Protection.PLAIN:
            return tr("settings", "The files are not encrypted: whoever can read this folder can read them.")
