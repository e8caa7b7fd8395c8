"""Which program this is, what helps with a report of a problem, and whose work is in it."""

from __future__ import annotations

import sys
from importlib import metadata
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QUrl, Signal, qVersion
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from socialdesk import __version__
from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.places.settings.report import report
from socialdesk.desktop.widgets.buttons import Button
from socialdesk.desktop.widgets.flow import FlowLayout
from socialdesk.desktop.widgets.plain_text import PlainLabel

tr = QCoreApplication.translate
PARTS = (
    "PySide6-Essentials",
    "alembic",
    "argon2-cffi",
    "chunspell",
    "cryptography",
    "emoji",
    "holidays",
    "httpx",
    "jeepney",
    "keyring",
    "pillow",
    "platformdirs",
    "py3langid",
    "pyjwt",
    "qasync",
    "qtawesome",
    "rapidfuzz",
    "regex",
    "rich",
    "sqlalchemy",
    "sqlcipher3",
    "truststore",
    "tzdata",
    "websockets",
)

NOTICES = "THIRD-PARTY-NOTICES.txt"
_UNSAID = {"sqlcipher3": "zlib"}
"""Licences that stand in a file only."""


class AboutPart(QWidget):
    """It only tells; nothing in it can be set."""

    said = Signal(str)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(6)
        version = tr("settings", "SocialDesk {version}, with Qt {qt}").format(version=__version__, qt=qVersion())
        column.addWidget(PlainLabel(version, 14, 600, wraps=True))
        column.addWidget(PlainLabel(tr("settings", "Free software under the Apache licence 2.0."), 14, 400, wraps=True))
        column.addSpacing(12)
        column.addWidget(PlainLabel(tr("settings", "When something is wrong"), 14, 600, wraps=True))
        help_ = tr(
            "settings",
            "Say what you did and what happened instead, and add these facts: versions, system, settings, and how the "
            "channels stand. They hold no word and no name. The logs hold no message, but look through them before "
            "you give them to anybody.",
        )
        column.addWidget(PlainLabel(help_, 13, 400, "text2", wraps=True))
        row = QWidget(self)
        buttons = FlowLayout(row, spacing=8)
        buttons.setContentsMargins(0, 0, 0, 0)
        self.copy = Button(tr("settings", "Copy the facts"), icon="copy", parent=row)
        self.copy.clicked.connect(self._copy)
        self.logs = Button(tr("settings", "Open the folder of the logs"), icon="folder", parent=row)
        self.logs.clicked.connect(self._open_logs)
        for button in (self.copy, self.logs):
            buttons.addWidget(button)
        column.addWidget(row)
        column.addSpacing(12)
        column.addWidget(PlainLabel(tr("settings", "It stands on the work of others"), 14, 600, wraps=True))
        for name in PARTS:
            column.addWidget(PlainLabel(licence(name), 13, 400, "text2", wraps=True))
        fonts = tr("settings", "Inter and Noto Color Emoji (SIL Open Font License), Phosphor icons (MIT).")
        column.addWidget(PlainLabel(fonts, 13, 400, "text2", wraps=True))
        replaceable = tr(
            "settings",
            "Qt and PySide6 are used under the LGPL 3: in a packaged build their libraries are files of their own, "
            "which you may replace.",
        )
        column.addWidget(PlainLabel(replaceable, 13, 400, "text2", wraps=True))
        self.notices: Button | None = None
        """Opens the texts of all licences; only a packaged build has them in one file."""
        file = notices_of_the_build()
        if file is not None:
            self.notices = Button(tr("settings", "Read all licences"), icon="file-text", parent=self)
            self.notices.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(file))))
            column.addWidget(self.notices, 0, Qt.AlignmentFlag.AlignLeading)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(report(self._bridge))
        self.said.emit(tr("settings", "The facts are copied: paste them into your report."))

    def _open_logs(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._bridge.unlocked.workspace.logs)))


def notices_of_the_build() -> Path | None:
    """The file with the licences of all that a packaged build holds; None where this is no such build."""
    beside = Path(sys.executable).parent / NOTICES
    return beside if getattr(sys, "frozen", False) and beside.is_file() else None


def licence(name: str) -> str:
    """A part with its version and the short name of its licence."""
    try:
        about = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return name
    short = about.get_all("License-Expression") or about.get_all("License") or [""]
    said = str(short[0]).partition("\n")[0]
    if not said or len(said) > 60:
        known = [one for one in about.get_all("Classifier") or () if one.startswith("License ::")]
        said = known[0].rpartition(" :: ")[2] if known else ""
    said = said or _UNSAID.get(name, "")
    shown = f"{about['Name']} {about['Version']}"
    return f"{shown} ({said})" if said else shown
