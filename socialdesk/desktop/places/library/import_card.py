"""Shows what an import would do before anything is written: how many, which, and why a row is refused."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from socialdesk.desktop.look.fonts import font
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.tokens import hex_of
from socialdesk.desktop.places.library.words import of_refusal
from socialdesk.desktop.widgets.buttons import Button, Kind
from socialdesk.desktop.widgets.dialog_card import DialogCard
from socialdesk.desktop.widgets.plain_text import PlainLabel, one_line, tooltip
from socialdesk.model.saved_reply import SavedReply
from socialdesk.model.saved_reply_file import ReadFile
from socialdesk.model.saved_reply_import import Plan

tr = QCoreApplication.translate
WIDTH = 640
LISTED = 500
"""So many lines of each kind are shown; the counts speak of all."""


class ImportCard(DialogCard):
    """The plan, with Cancel where the focus is and Import beside it."""

    accepted = Signal()

    def __init__(self, window: QWidget, name: str, file: ReadFile, plan: Plan) -> None:
        title = tr("library", "Import saved replies")
        super().__init__(window, WIDTH, title)
        self._is_accepted = False
        many = len(plan.new) + len(plan.changed)
        column = QVBoxLayout()
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(8)
        column.addWidget(PlainLabel(title, 18, 650, wraps=True))
        about = tr("library", "{file}, read as {encoding}.").format(file=one_line(name), encoding=file.encoding)
        if file.ignored:
            words = tr("library", "These columns mean nothing here and are left out: {names}.")
            about = f"{about} {words.format(names=one_line(', '.join(file.ignored)))}"
        column.addWidget(PlainLabel(about, 13, 400, "text2", wraps=True))
        self.counts = PlainLabel(_counts(plan), 14, 600, wraps=True)
        column.addWidget(self.counts)
        self.lines = QTreeWidget()
        self._list(plan)
        column.addWidget(self.lines)
        self.after = PlainLabel(_after(plan), 13, 400, "text2", wraps=True)
        column.addWidget(self.after)
        column.addSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        self.cancel = Button(tr("library", "Cancel") if many else tr("library", "Close"))
        self.cancel.clicked.connect(self.leave)
        row.addWidget(self.cancel)
        self.take = Button(tr("library", "Import %n", "saved replies", many), Kind.PRIMARY)
        self.take.clicked.connect(self._accept)
        self.take.setVisible(bool(many))
        row.addWidget(self.take)
        column.addLayout(row)
        self.inside.addLayout(column)
        self.setAccessibleDescription(self.counts.text())
        self.closed.connect(self._tell)

    def _list(self, plan: Plan) -> None:
        tree = self.lines
        tree.setColumnCount(2)
        tree.setHeaderHidden(True)
        tree.setRootIsDecorated(False)
        tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        tree.setUniformRowHeights(False)
        tree.setWordWrap(True)
        tree.setAccessibleName(tr("library", "What the file would change"))
        tree.setMinimumHeight(scaled(120))
        tree.setMaximumHeight(scaled(260))
        tree.setFont(font(13))
        tree.setColumnWidth(0, scaled(150))
        tree.setStyleSheet(
            f"QTreeWidget {{ background: {hex_of('list')}; border: 1px solid {hex_of('line')}; border-radius: 8px;"
            f" color: {hex_of('text')}; outline: none; }}"
            f"QTreeWidget:focus {{ border: 2px solid {hex_of('focus')}; }}"
            f"QTreeWidget::item {{ padding: 3px 6px; }}"
            f"QTreeWidget::item:selected {{ background: {hex_of('selected')}; color: {hex_of('text')}; }}"
        )
        for refused in plan.refused[:LISTED]:
            where = tr("library", "Row {number}").format(number=refused.row)
            name = f"/{one_line(refused.shortcut)}: " if refused.shortcut.strip() else ""
            self._line(where, name + of_refusal(refused), "over")
        for one in plan.new[:LISTED]:
            self._line(tr("library", "New"), _named(one), "good")
        for _, after in plan.changed[:LISTED]:
            self._line(tr("library", "Changed"), _named(after), "accent")

    def _line(self, kind: str, words: str, token: str) -> None:
        from socialdesk.desktop.look.tokens import ink

        item = QTreeWidgetItem([kind, words])
        item.setForeground(0, ink(token))
        item.setToolTip(1, tooltip(words))
        self.lines.addTopLevelItem(item)

    def _accept(self) -> None:
        self._is_accepted = True
        self.leave()

    def _tell(self) -> None:
        if self._is_accepted:
            self.accepted.emit()
        self.deleteLater()


def _named(reply: SavedReply) -> str:
    return one_line(f"/{reply.shortcut}  {reply.title}")


def _counts(plan: Plan) -> str:
    parts = [
        tr("library", "%n new", "saved replies", len(plan.new)),
        tr("library", "%n changed", "saved replies", len(plan.changed)),
        tr("library", "%n the same", "saved replies", len(plan.same)),
        tr("library", "%n row(s) refused", "", len(plan.refused)),
    ]
    return " · ".join(parts)


def _after(plan: Plan) -> str:
    if not plan.new and not plan.changed:
        if plan.refused:
            return tr("library", "Nothing of this file can be taken. Mend the rows above and choose it again.")
        if not plan.same:
            return tr("library", "This file holds no saved replies: there is nothing below its head.")
        return tr("library", "Everything in this file is in the library already.")
    if plan.refused:
        return tr("library", "Refused rows are left out; mend them and import the file again. Z takes all back.")
    return tr("library", "Nothing is written before you say so, and Z takes all back.")
