"""Gets ranked replies, gives them to a list view; paints nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from socialdesk.model.saved_reply_ranking import Choice

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
CHOICE = int(Qt.ItemDataRole.UserRole) + 1
tr = QCoreApplication.translate


class ChoiceModel(QAbstractListModel):
    """The replies that fit what was typed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choices: tuple[Choice, ...] = ()

    @property
    def choices(self) -> Sequence[Choice]:
        """What is listed."""
        return self._choices

    def show(self, choices: tuple[Choice, ...]) -> None:
        """List others."""
        if choices != self._choices:
            self.beginResetModel()
            self._choices = choices
            self.endResetModel()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._choices)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        choice = self._choices[index.row()]
        if role == CHOICE:
            return choice
        if role == Qt.ItemDataRole.DisplayRole:
            return f"/{choice.reply.shortcut}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            languages = ", ".join(choice.reply.languages)
            words = tr("saved_replies", "/{shortcut}, {title}, in {languages}").format(
                shortcut=choice.reply.shortcut, title=choice.reply.title, languages=languages
            )
            return f"{words}. {tr('saved_replies', 'Fits: {why}').format(why=choice.why)}" if choice.why else words
        return None
