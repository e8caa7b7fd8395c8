"""What is seen of the form of a saved reply: its fields with their labels, in rows, and the buttons at its foot."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from socialdesk.desktop.places.library.body import BodyField
from socialdesk.desktop.places.library.doing import Doing
from socialdesk.desktop.places.library.form import Form, FormArea
from socialdesk.desktop.places.library.pictures import ReplyPictures
from socialdesk.desktop.widgets.buttons import Button, Kind
from socialdesk.desktop.widgets.combo import Combo
from socialdesk.desktop.widgets.field import Field
from socialdesk.desktop.widgets.plain_text import PlainLabel

tr = QCoreApplication.translate


class EditorFrame(QWidget):
    """The fields and where they stand; what they mean is the editor's."""

    def __init__(self, parent: QWidget | None = None, *, at_once: bool = True) -> None:
        """With `at_once=False` its fields are named and laid out along `completing`."""
        super().__init__(parent)
        self.title = Field(self)
        self.shortcut = Field(self)
        self.folder = Combo(self)
        self.scope = Combo(self)
        self.tags = Field(self)
        self.hotkey = Combo(self)
        self.review = Field(self)
        self.doing = Doing(self)
        self.pictures = ReplyPictures(self)
        self.body = BodyField(self)
        self.problem = PlainLabel("", 13, 500, "over", wraps=True, parent=self)
        self.clash = PlainLabel("", 13, 600, "soon", wraps=True, parent=self)
        self.both = Button(tr("library", "Look at both"), Kind.LINK, parent=self)
        self.use = PlainLabel("", 12, 400, "text3", parent=self)
        self.add_language = Button(tr("library", "Add language"), Kind.LINK, icon="plus", parent=self)
        self.remove_language = Button(tr("library", "Remove"), Kind.LINK, icon="x", parent=self)
        self.field = Button(tr("library", "Insert a field"), Kind.LINK, icon="brackets-curly", parent=self)
        self.save = Button(tr("library", "Save"), Kind.PRIMARY, keys=("Ctrl", "S"), parent=self)
        self.undo = Button(tr("library", "Drop changes"), parent=self)
        self.copy = Button(tr("library", "Duplicate"), icon="copy", parent=self)
        self.delete = Button(tr("library", "Delete"), icon="trash", parent=self)
        self._form = Form(self)
        self._area = FormArea(self._form, self)
        self._tab_row: QBoxLayout
        if at_once:
            for _ in self.completing():
                pass

    def completing(self) -> Iterator[None]:
        """Do what is left, in steps."""
        self._name()
        yield
        self._lay_out()
        yield

    def show_clash(self, words: str) -> None:
        """Say that somebody else changed it; nothing for an empty text."""
        self.clash.setText(words)
        self.clash.setVisible(bool(words))
        self.both.setVisible(bool(words))

    def _name(self) -> None:
        self.title.setPlaceholderText(tr("library", "What it is for"))
        self.title.setAccessibleName(tr("library", "Title"))
        self.shortcut.setPlaceholderText(tr("library", "express"))
        self.shortcut.setAccessibleName(tr("library", "Shortcut, typed after the slash"))
        self.folder.setEditable(True)
        self.folder.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.folder.setAccessibleName(tr("library", "Folder"))
        line = self.folder.lineEdit()
        if line is not None:
            line.setProperty("bare", "true")
            line.setPlaceholderText(tr("library", "None; Delivery/Express makes one inside another"))
        self.scope.setAccessibleName(tr("library", "For whom"))
        self.tags.setPlaceholderText(tr("library", "Words it is found by, with commas between"))
        self.tags.setAccessibleName(tr("library", "Tags"))
        self.hotkey.addItem(tr("library", "None", "key of a saved reply"), 0)
        for digit in range(1, 10):
            self.hotkey.addItem(f"Alt+Shift+{digit}", digit)
        self.hotkey.setAccessibleName(tr("library", "Key that runs it"))
        self.review.setPlaceholderText("2027-01-31")
        self.review.setAccessibleName(tr("library", "Day from which somebody should look at it again"))
        for box in (self.folder, self.scope):  # else the row is parted by what they held when they were first shown
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def _lay_out(self) -> None:
        form, column = self._form, self._form.column
        column.setContentsMargins(24, 16, 24, 0)
        column.setSpacing(10)
        strip = QHBoxLayout()
        strip.addWidget(self.clash, 1)
        strip.addWidget(self.both)
        column.addLayout(strip)
        self.show_clash("")
        first, second, third = form.row(12), form.row(12), form.row(12)
        first.addLayout(_labelled(tr("library", "Title"), self.title), 3)
        first.addLayout(_labelled(tr("library", "Shortcut"), self.shortcut), 2)
        second.addLayout(_labelled(tr("library", "Folder"), self.folder), 3)
        second.addLayout(_labelled(tr("library", "For whom"), self.scope), 2)
        third.addLayout(_labelled(tr("library", "Tags"), self.tags), 5)
        third.addLayout(_labelled(tr("library", "Key"), self.hotkey), 3)
        third.addLayout(_labelled(tr("library", "Look at it again"), self.review), 3)
        column.addSpacing(4)
        self._tab_row = form.row(8)
        self._tab_row.addWidget(self.add_language, 0, Qt.AlignmentFlag.AlignLeading)
        self._tab_row.addStretch(1)
        self._tab_row.addWidget(self.remove_language, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.body, 1)
        line = form.row(-1)
        line.addWidget(self.field, 0, Qt.AlignmentFlag.AlignLeading)
        line.addStretch(1)
        line.addWidget(self.use)
        column.addWidget(self.pictures)
        column.addWidget(self.doing)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(10)
        whole.addWidget(self._area, 1)
        self._foot = Form(self)
        foot = self._foot.column
        foot.setContentsMargins(24, 0, 24, 16)
        foot.setSpacing(10)
        foot.addWidget(self.problem)
        buttons = self._foot.row(8)
        buttons.addLayout(_beside(self.save, self.undo))
        buttons.addStretch(1)
        buttons.addLayout(_beside(self.copy, self.delete))
        whole.addWidget(self._foot)
        for field in self._order():
            if field.parentWidget() is not self._foot:
                self._area.follow(field)
        for first_one, then in zip(self._order(), self._order()[1:], strict=False):
            QWidget.setTabOrder(first_one, then)

    def _order(self) -> tuple[QWidget, ...]:
        return (
            *(
                self.both,
                self.title,
                self.shortcut,
                self.folder,
                self.scope,
                self.tags,
                self.hotkey,
                self.review,
                self.add_language,
                self.remove_language,
            ),
            *(self.body, self.field, self.pictures.attach, self.save, self.undo, self.copy, self.delete),
        )


def _beside(*buttons: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for button in buttons:
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
    return row


def _labelled(words: str, field: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(4)
    label = PlainLabel(words, 12, 600, "text2")
    label.setBuddy(field)
    column.addWidget(label)
    column.addWidget(field)
    return column
