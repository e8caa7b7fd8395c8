"""Where the workspace lies, how large it is, and how it is protected."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from socialdesk.desktop.widgets.buttons import Button
from socialdesk.desktop.widgets.plain_text import PlainLabel
from socialdesk.store.protection import Protection, Unlocked

tr = QCoreApplication.translate


class StoragePart(QWidget):
    """The part; sizes are of the moment it is shown."""

    def __init__(self, unlocked: Unlocked, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        files = unlocked.workspace
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(6)
        lines = (
            (tr("settings", "Threads, messages and what was done"), files.cache),
            (tr("settings", "Pictures"), files.media),
            (tr("settings", "Drafts, settings and what has not left"), files.desk),
        )
        for words, file in lines:
            size = QLocale().formattedDataSize(size_of(file), 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)
            column.addWidget(PlainLabel(words, 14, 500, wraps=True))
            column.addWidget(PlainLabel(size, 13, 400, "text2", tabular=True))
            column.addSpacing(4)
        much = tr("settings", "Pictures take at most 2 GB; the oldest go first, and can be fetched again.")
        column.addWidget(PlainLabel(much, 13, 400, "text2", wraps=True))
        tidy = tr("settings", "The files tidy themselves every six hours, when nobody waits for them.")
        column.addWidget(PlainLabel(tidy, 13, 400, "text2", wraps=True))
        column.addSpacing(12)
        column.addWidget(PlainLabel(tr("settings", "Where it lies"), 14, 600))
        self.place = PlainLabel(str(files.folder), 13, 400, "text2", wraps=True)
        column.addWidget(self.place)
        self.open = Button(tr("settings", "Open the folder"), icon="folder", parent=self)
        self.open.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(files.folder))))
        row = QHBoxLayout()
        row.addWidget(self.open)
        row.addStretch(1)
        column.addLayout(row)
        column.addSpacing(12)
        column.addWidget(PlainLabel(tr("settings", "How it is protected"), 14, 600))
        column.addWidget(PlainLabel(protected(unlocked.protection), 13, 400, "text2", wraps=True))
        change = tr(
            "settings",
            "To give it another key or keep it another way, close this window and run “socialdesk protect”.",
        )
        column.addWidget(PlainLabel(change, 13, 400, "text2", wraps=True))


def size_of(file: Path) -> int:
    """How much a file takes with what was written beside it, in bytes."""
    beside = (file, file.with_name(f"{file.name}-wal"))
    return sum(one.stat().st_size for one in beside if one.exists())


def protected(protection: Protection) -> str:
    """How the files are kept, in words."""
    match protection:
        case Protection.KEYRING:
            return tr("settings", "The files are encrypted. Their key lies in the keyring of your system.")
        case Protection.PASSPHRASE:
            return tr("settings", "The files are encrypted. Their key follows from your passphrase, kept nowhere.")
        case Protection.PLAIN:
            return tr("settings", "The files are not encrypted: whoever can read this folder can read them.")
