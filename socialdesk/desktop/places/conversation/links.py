"""The sheet before a link is opened: the full address, its real host in bold, and what is odd about it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QTextOption
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from socialdesk.desktop.widgets.plain_text import PlainLabel
from socialdesk.support.pattern import pattern

tr = QCoreApplication.translate
_SCRIPTS = {name: pattern(rf"\p{{{name}}}") for name in ("Latin", "Cyrillic", "Greek", "Armenian", "Cherokee")}


def host_of(url: str) -> str:
    """The host an address really leads to, in the letters the network uses; empty when it is no web address."""
    parsed = QUrl(url, QUrl.ParsingMode.StrictMode)
    if not parsed.isValid() or parsed.scheme().lower() not in ("http", "https"):
        return ""
    # Look-alike letters show as xn--…, which is what is asked of the network.
    return parsed.host(QUrl.ComponentFormattingOption.FullyEncoded)


def is_mixed(host: str) -> bool:
    """Whether letters of one part of a host come from scripts that hardly meet in a word, as Latin and Cyrillic."""
    return any(len({name for name, one in _SCRIPTS.items() if one.search(part)}) > 1 for part in host.split("."))


def warnings_of(url: str) -> tuple[str, ...]:
    """What is odd about an address."""
    parsed, host = QUrl(url), host_of(url)
    found: list[str] = []
    if any(part.startswith("xn--") for part in host.split(".")):
        shown = parsed.host(QUrl.ComponentFormattingOption.PrettyDecoded)
        said = tr("conversation", "It looks like {shown}, but its letters are others.")
        if is_mixed(shown):
            said = tr(
                "conversation",
                "Its letters come from different scripts, as in addresses that imitate others: {shown}.",
            )
        found.append(said.format(shown=shown))
    if parsed.userName():
        found.append(tr("conversation", "What stands before the @ is not where it leads."))
    if parsed.scheme().lower() == "http":
        found.append(tr("conversation", "The way there is not encrypted."))
    return tuple(found)


class LinkSheet(QDialog):
    """Asks before a stranger's address is opened."""

    def __init__(self, url: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.url = url
        host = host_of(url)
        self.setWindowTitle(tr("conversation", "Open this address?"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(420)
        self.setMaximumWidth(560)
        self.host = PlainLabel(host or tr("conversation", "No web address"), 18, 600, wraps=True, parent=self)
        # Long addresses break anywhere: nothing of them may hide beyond the edge.
        self.address = QPlainTextEdit(url, self)
        self.address.setReadOnly(True)
        self.address.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        self.address.setFixedHeight(72)
        self.address.setAccessibleName(tr("conversation", "The full address"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 20)
        whole.setSpacing(12)
        whole.addWidget(self.host)
        whole.addWidget(self.address)
        for said in warnings_of(url):
            whole.addWidget(PlainLabel(said, 13, 600, "soon", wraps=True, parent=self))
        buttons = QDialogButtonBox(self)
        self.open_button = QPushButton(tr("conversation", "Open in the browser"), self)
        self.copy_button = QPushButton(tr("conversation", "Copy the address"), self)
        self.close_button = QPushButton(tr("conversation", "Cancel"), self)
        buttons.addButton(self.open_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.copy_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.close_button, QDialogButtonBox.ButtonRole.RejectRole)
        self.open_button.setEnabled(bool(host))
        self.close_button.setDefault(True)
        self.open_button.clicked.connect(self._open)
        self.copy_button.clicked.connect(lambda: QGuiApplication.clipboard().setText(url))
        self.close_button.clicked.connect(self.reject)
        whole.addWidget(buttons)

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl(self.url))
        self.accept()
