"""Shows a saved reply as two people wrote it, side by side, and lets one say which is kept; loses neither by itself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.look.tokens import hex_of
from socialdesk.desktop.places.library.editor import Editor
from socialdesk.desktop.widgets.buttons import Button, Kind
from socialdesk.desktop.widgets.flow import FlowLayout
from socialdesk.desktop.widgets.languages import name_of
from socialdesk.desktop.widgets.plain_text import PlainLabel, one_line, plain_text
from socialdesk.model.channel import Channel
from socialdesk.model.saved_reply import SavedReply
from socialdesk.model.saved_reply_clash import Difference, Part, differences, is_clash
from socialdesk.store.versions import who_saved

tr = QCoreApplication.translate


class Clash(QWidget):
    """Both texts, with the two ways on."""

    mine_wanted = Signal()
    theirs_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = PlainLabel("", 16, 650, wraps=True, parent=self)
        self.about = PlainLabel(
            tr("library", "Yours is not saved yet. Compare the two and say which one stays."),
            13,
            400,
            "text2",
            wraps=True,
            parent=self,
        )
        self.mine = Button(tr("library", "Keep mine"), Kind.PRIMARY, parent=self)
        self.theirs = Button(tr("library", "Take theirs"), parent=self)
        self.back = Button(tr("library", "Back to my text"), Kind.LINK, parent=self)
        self.labels: list[tuple[PlainLabel, PlainLabel]] = []
        self._who = ""
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(tr("library", "What differs"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(10)
        column.addWidget(self.head)
        column.addWidget(self.about)
        column.addWidget(self._area, 1)
        foot = FlowLayout(spacing=8)
        for button in (self.mine, self.theirs, self.back):
            foot.addWidget(button)
        column.addLayout(foot)
        self.mine.clicked.connect(self.mine_wanted)
        self.theirs.clicked.connect(self.theirs_wanted)
        self.back.clicked.connect(self.back_wanted)

    def show_both(self, mine: SavedReply, theirs: SavedReply, who: str, channels: Sequence[Channel]) -> None:
        """Show what differs; `who` is the name of who saved theirs, empty where that is oneself."""
        self._who = who
        self.head.setText(changed_by(who))
        found = differences(mine, theirs)
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 6, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.addWidget(PlainLabel(tr("library", "Mine"), 12, 650, "text2"), 0, 0)
        whose = tr("library", "{name}’s").format(name=who) if who else tr("library", "Saved meanwhile")
        grid.addWidget(PlainLabel(whose, 12, 650, "text2", elides=True), 0, 1)
        self.labels = []
        for at, one in enumerate(found):
            name = _name(one)
            grid.addWidget(PlainLabel(name, 12, 600, "text3"), 2 * at + 1, 0, 1, 2)
            pair = (_text(one, one.mine, channels), _text(one, one.theirs, channels))
            for side, (label, owner) in enumerate(zip(pair, (tr("library", "Mine"), whose), strict=True)):
                label.setAccessibleName(f"{owner}, {name}: {label.text()}")
                grid.addWidget(label, 2 * at + 2, side)
            self.labels.append(pair)
        grid.setRowStretch(2 * len(found) + 2, 1)
        inside.setStyleSheet(
            f"QLabel[field='true'] {{ background: {hex_of('list')}; border: 1px solid {hex_of('line')};"
            f" border-radius: 8px; padding: 8px; }}"
        )
        self._area.setWidget(inside)
        self._area.setStyleSheet("QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; }")
        self.setAccessibleName(self.head.text())


def stands_beside(
    bridge: Bridge, editor: Editor, clash: Clash, mine: SavedReply, kept: SavedReply | None, *, is_wanted: bool
) -> bool:
    """Say above the form whether somebody else saved meanwhile; whether both texts are to stand in its place."""
    if kept is None or not is_clash(mine, kept):
        editor.show_clash("")
        return False
    number = who_saved(bridge.cache, kept.id, kept.version)
    person = bridge.person(number)
    who = "" if number == bridge.me else one_line(person.name) if person is not None else tr("library", "Somebody")
    editor.show_clash(changed_by(who))
    if is_wanted:
        clash.show_both(mine, kept, who, bridge.channels)
    return is_wanted


def changed_by(who: str) -> str:
    """Who changed it, in a sentence."""
    if who:
        return tr("library", "{name} changed this meanwhile").format(name=who)
    return tr("library", "You changed this meanwhile in another place")


def _text(one: Difference, text: str, channels: Sequence[Channel]) -> PlainLabel:
    words = plain_text(text)
    if one.part is Part.SCOPE:
        words = _scope(text, channels)
    label = PlainLabel(words or tr("library", "Nothing"), 13, 400, "text" if words else "text3", wraps=True)
    label.setProperty("field", "true")
    label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _scope(text: str, channels: Sequence[Channel]) -> str:
    kind, _, number = text.partition(":")
    if kind == "me":
        return tr("library", "Only me")
    if kind == "team":
        return tr("library", "Whole team")
    name = next((one.name for one in channels if str(one.id) == number), "")
    return tr("library", "Channel {name}").format(name=name) if name else tr("library", "A channel that is gone")


def _name(one: Difference) -> str:
    if one.part is Part.BODY:
        return tr("library", "Text in {language}").format(language=name_of(one.language))
    return {
        Part.TITLE: tr("library", "Title"),
        Part.SHORTCUT: tr("library", "Shortcut"),
        Part.FOLDER: tr("library", "Folder"),
        Part.SCOPE: tr("library", "For whom"),
        Part.TAGS: tr("library", "Tags"),
        Part.KEY: tr("library", "Key"),
        Part.REVIEW: tr("library", "Look at it again"),
        Part.PICTURES: tr("library", "Pictures"),
        Part.ACTS: tr("library", "What is done besides"),
    }[one.part]
