"""The pictures of a saved reply while it is written: attached by file, drop and paste, described, checked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QRect, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from socialdesk.desktop.bridge.outgoing import Outgoing, Wish, Wishes
from socialdesk.desktop.widgets.announce import announce
from socialdesk.desktop.widgets.buttons import Button, Kind
from socialdesk.desktop.widgets.picture_refusals import Why, words_of
from socialdesk.desktop.widgets.picture_tray import (
    AltCard,
    Tray,
    choose_pictures,
    holds_pictures,
    take_from,
)
from socialdesk.model.identifiers import SavedReplyId, ThreadId
from socialdesk.model.outgoing import OutgoingPicture, Trouble, moved, trouble_with
from socialdesk.model.saved_reply_check import PICTURES

tr = QCoreApplication.translate


class ReplyPictures(QWidget):
    """What goes with one reply. `changed` is told when a person changes it, never when a reply is shown."""

    changed = Signal()
    came_late = Signal(int, object)
    """The number of a reply that is no longer shown, and a picture that was made ready for it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pictures: tuple[OutgoingPicture, ...] = ()
        self._outgoing: Callable[[], Outgoing] | None = None
        self._is_joined = False
        self._number = SavedReplyId(0)
        self._refused: list[tuple[str, Why]] = []
        self._removed: tuple[int, OutgoingPicture] | None = None
        """What was taken out last, and from where, until something else is done."""
        self._making = Wishes()
        self._card: AltCard | None = None
        self._dialog: QFileDialog | None = None
        self.tray = Tray(self)
        self.tray.setAccessibleName(tr("library", "Pictures of this saved reply"))
        self.attach = Button(tr("library", "Attach a picture"), Kind.LINK, icon="paperclip", parent=self)
        line = QHBoxLayout()
        line.addWidget(self.attach)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.tray)
        column.addLayout(line)
        self.setAcceptDrops(True)
        self.attach.clicked.connect(self.pick)
        self.tray.described.connect(self.describe)
        self.tray.removed.connect(self.remove)
        self.tray.undo_wanted.connect(self.bring_back)
        self.tray.moved.connect(self.move_picture)
        self.tray.smaller_wanted.connect(self.make_smaller)

    def join(self, outgoing: Callable[[], Outgoing]) -> None:
        """Where pictures are made ready; asked for when one is first wanted."""
        self._outgoing = outgoing

    def show_pictures(self, number: SavedReplyId, pictures: tuple[OutgoingPicture, ...]) -> None:
        """Show those of a reply."""
        if number != self._number or pictures != self.pictures:
            self._forget()
        self._number, self.pictures = number, pictures
        self._show()

    # Taking

    def pick(self) -> None:
        """Let somebody choose files."""
        self._dialog = choose_pictures(self.window(), tr("library", "Attach pictures"), self.take_files)

    def takes(self, source: QMimeData) -> bool:
        """Whether something dropped or pasted holds pictures."""
        return holds_pictures(source)

    def take(self, source: QMimeData) -> bool:
        """Attach the pictures in something dropped or pasted; False when there are none."""
        return take_from(source, self.take_files, self._take_image)

    def _take_image(self, image: QImage) -> None:
        self._forget()
        self._ready_maker().take_image(self._wish(), image)

    def take_files(self, files: list[str]) -> None:
        """Attach the pictures in files."""
        self._forget()
        for file in map(Path, files):
            self._ready_maker().take_file(self._wish(file=file.name), file)

    # Changing

    def remove(self, place: int) -> None:
        """Take one out; until something else is done, undo brings it back."""
        if not 0 <= place < len(self.pictures):
            return
        removed = place, self.pictures[place]
        self._keep(tuple(one for at, one in enumerate(self.pictures) if at != place))
        self._removed = removed
        if not self.pictures:
            self.attach.setFocus()

    def bring_back(self) -> None:
        """Put the one that was taken out last where it was."""
        if self._removed is not None:
            place, picture = self._removed
            self._keep((*self.pictures[:place], picture, *self.pictures[place:]))
            self.tray.focus_on(place)

    def move_picture(self, place: int, by: int) -> None:
        """Move one forward or back."""
        there = max(0, min(len(self.pictures) - 1, place + by))
        self._keep(moved(self.pictures, place, by))
        self.tray.focus_on(there)

    def describe(self, place: int) -> None:
        """Ask what one shows."""
        if place >= len(self.tray.buttons):
            return
        if self._card is None:
            self._card = AltCard(self.window())
            self._card.told.connect(self._on_told)
        button = self.tray.buttons[place]
        anchor = QRect(button.mapTo(self.window(), QPoint(0, 0)), button.size())
        self._card.open_for(place, self.pictures[place].alt, anchor)

    @property
    def alt_card(self) -> AltCard | None:
        """The card that asks for a description, once it was wanted."""
        return self._card

    def make_smaller(self, place: int) -> None:
        """Write one anew so that it fits."""
        if place < len(self.pictures):
            wish = self._wish(self.pictures[place].id)
            maker = self._ready_maker()
            maker.make_smaller(wish, self.pictures[place], PICTURES.bytes_most, PICTURES.side_most)

    # Inside

    def _wish(self, instead_of: str = "", file: str = "") -> Wish:
        return self._making.begin(Wish(ThreadId(0), instead_of, self._number, file))

    def _forget(self) -> None:
        """What was said of files that were not taken is old, and so is what undo would bring back."""
        self._refused = []
        self._removed = None

    def _ready_maker(self) -> Outgoing:
        assert self._outgoing is not None
        maker = self._outgoing()
        if not self._is_joined:
            self._is_joined = True
            maker.ready.connect(self._on_ready)
            maker.refused.connect(self._on_refused)
        return maker

    def _keep(self, pictures: tuple[OutgoingPicture, ...]) -> None:
        self._forget()
        self._take_in(pictures)

    def _take_in(self, pictures: tuple[OutgoingPicture, ...]) -> None:
        self.pictures = pictures
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        found = trouble_with(self.pictures, PICTURES)
        words = _words(found[1]) if found is not None else words_of(self._refused)
        can_shrink = found is not None and found[1] in {Trouble.TOO_HEAVY, Trouble.TOO_LARGE, Trouble.WRONG_TYPE}
        self.tray.show_pictures(self.pictures, self._thumb, found[0] if found else None, words, can_shrink=can_shrink)
        self.tray.setMinimumHeight(self.tray.wanted_height())

    def _thumb(self, id_: str) -> QImage:
        return self._outgoing().thumb(id_) if self._outgoing is not None else QImage()

    def _on_told(self, place: int, alt: str) -> None:
        if place < len(self.pictures):
            self._keep(tuple(replace(one, alt=alt) if at == place else one for at, one in enumerate(self.pictures)))
            self.tray.focus_on(place)

    def _on_ready(self, wish: Wish, picture: OutgoingPicture) -> None:
        if not self._making.end(wish):
            return
        if wish.reply != self._number:
            if not wish.instead_of:  # it was attached to that reply, whichever one is shown by now
                self.came_late.emit(wish.reply, picture)
            return
        have = self.pictures
        if wish.instead_of:
            have = tuple(replace(picture, alt=one.alt) if one.id == wish.instead_of else one for one in have)
        elif picture.id not in {one.id for one in have}:
            have = (*have, picture)
        self._removed = None
        self._take_in(have)  # what was refused of the same handful stays said

    def _on_refused(self, wish: Wish, why: Why) -> None:
        if self._making.end(wish) and wish.reply == self._number:
            self._refused.append((wish.file, why))
            self._show()
            announce(self.attach, words_of(self._refused))

    # Qt overrides

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.takes(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if self.take(event.mimeData()):
            event.acceptProposedAction()


def _words(trouble: Trouble) -> str:
    match trouble:
        case Trouble.TOO_MANY:
            return tr("library", "At most %n picture(s) go with a saved reply. Remove the others.", "", PICTURES.most)
        case Trouble.WRONG_TYPE:
            return tr("library", "That kind of picture is not taken everywhere.")
        case _:
            return tr("library", "At most 2 MB and 4,096 pixels, so that every channel can take it.")
