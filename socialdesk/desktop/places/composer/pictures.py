"""The pictures of the open draft: takes files and what is pasted, checks them, keeps their order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QMimeData, QObject, QPoint, QRect, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.bridge.outgoing import Wish, Wishes
from socialdesk.desktop.look.numbers import number
from socialdesk.desktop.places.composer.view import ComposerBox
from socialdesk.desktop.places.composer.writing import Writing
from socialdesk.desktop.widgets.announce import announce
from socialdesk.desktop.widgets.picture_tray import AltCard, choose_pictures, holds_pictures, take_from
from socialdesk.model.capability import AttachmentLimit
from socialdesk.model.outgoing import OutgoingPicture, Trouble, moved, trouble_with

if TYPE_CHECKING:
    from socialdesk.desktop.widgets.picture_refusals import Why

tr = QCoreApplication.translate
TIDY_AFTER_MS = 20_000
"""How long after the start the disk is looked over for pictures that nothing needs."""


class PictureKeeper(QObject):
    """What the tray of the composer holds."""

    changed = Signal()
    """The draft has other pictures than before."""
    came_late = Signal(int, object)
    """A thread that is no longer written in, and a picture that was made ready for its answer."""

    def __init__(self, bridge: Bridge, box: ComposerBox, writing: Writing, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._box = box
        self._writing = writing
        self._said = ""
        self._card: AltCard | None = None
        self._dialog: QFileDialog | None = None
        self._asked: set[str] = set()
        self._making = Wishes()
        self._refused: list[tuple[str, Why]] = []
        self._removed: tuple[int, OutgoingPicture] | None = None
        """What was taken out last, and from where, until something else is done."""
        box.tray.described.connect(self.describe)
        box.tray.removed.connect(self.remove)
        box.tray.undo_wanted.connect(self._on_undo_wanted)
        box.tray.moved.connect(self.move_picture)
        box.tray.smaller_wanted.connect(self.make_smaller)
        self._tidy_soon = QTimer(self, singleShot=True, interval=TIDY_AFTER_MS)
        self._tidy_soon.timeout.connect(self._tidy)
        self._tidy_soon.start()
        bridge.closing.connect(self._tidy_soon.stop)
        bridge.outgoing.ready.connect(self._on_ready)
        bridge.outgoing.refused.connect(self._on_refused)

    @property
    def limit(self) -> AttachmentLimit | None:
        """What the open thread's platform takes."""
        answering = self._writing.answering
        able = answering.capabilities if answering is not None else None
        return able.attachments if able is not None else None

    @property
    def can_attach(self) -> bool:
        """Whether a picture can go with what is written now."""
        return not self._writing.is_note and self.limit is not None

    def trouble(self) -> tuple[int, Trouble] | None:
        """The first picture that can't go out, and why."""
        return None if self._writing.is_note else trouble_with(self._writing.pictures, self.limit)

    # Taking

    def pick(self) -> None:
        """Let the person choose files."""
        if not self.can_attach:
            self._say_not_taken()
            return
        self._dialog = choose_pictures(self._box.window(), tr("composer", "Attach pictures"), self.take_files)

    def takes(self, source: QMimeData) -> bool:
        """Whether something dropped or pasted holds pictures."""
        return holds_pictures(source)

    def take(self, source: QMimeData) -> bool:
        """Attach the pictures in something dropped or pasted; False when there are none."""
        return take_from(source, self.take_files, self._take_image)

    def _take_image(self, image: QImage) -> None:
        if not self.can_attach:
            self._say_not_taken()
        elif self._writing.thread is not None:
            self.forget_words()
            self._bridge.outgoing.take_image(self._making.begin(Wish(self._writing.thread)), image)

    def take_files(self, files: list[str]) -> None:
        """Attach the pictures in files."""
        if not self.can_attach:
            self._say_not_taken()
        elif self._writing.thread is not None:
            self.forget_words()
            for file in map(Path, files):
                self._bridge.outgoing.take_file(self._making.begin(Wish(self._writing.thread, file=file.name)), file)

    def would_take(self, pictures: Sequence[OutgoingPicture]) -> bool:
        """Whether these could go out with an answer in the open thread."""
        return trouble_with(pictures, self.limit) is None

    def put_in(self, pictures: Sequence[OutgoingPicture]) -> None:
        """Attach what goes with a saved reply, or say that it stays out."""
        if not pictures:
            return
        if not self.can_attach:
            name = self._name()
            self._said = (
                tr("composer", "A note keeps no pictures. Those of the saved reply stay out.")
                if self._writing.is_note
                else tr("composer", "{channel} takes no pictures here. Those of the saved reply stay out.").format(
                    channel=name
                )
            )
            self.show()
            return
        have = {one.id for one in self._writing.pictures}
        self._asked |= {one.id for one in pictures}  # whoever wrote the reply was asked
        self._bridge.outgoing.adopt(pictures)
        self._keep((*self._writing.pictures, *(one for one in pictures if one.id not in have)))

    # Changing

    def remove(self, place: int) -> None:
        """Take a picture out; until something else is done, undo brings it back."""
        pictures = list(self._writing.pictures)
        if 0 <= place < len(pictures):
            removed = place, pictures.pop(place)
            self._keep(tuple(pictures))
            self._removed = removed
            if not pictures:
                self._box.editor.setFocus()

    def bring_back(self) -> bool:
        """Put the picture that was taken out last where it was; False when there is none to bring back."""
        if self._removed is None:
            return False
        place, picture = self._removed
        pictures = self._writing.pictures
        self._keep((*pictures[:place], picture, *pictures[place:]))
        self._box.tray.focus_on(place)
        return True

    def settle(self) -> None:
        """Something else was done: undo speaks of that now."""
        self._removed = None

    def _on_undo_wanted(self) -> None:
        if not self.bring_back():
            self._box.editor.undo()

    def move_picture(self, place: int, by: int) -> None:
        """Move a picture forward or back."""
        there = max(0, min(len(self._writing.pictures) - 1, place + by))
        self._keep(moved(self._writing.pictures, place, by))
        self._box.tray.focus_on(there)

    def describe(self, place: int) -> None:
        """Ask what a picture shows."""
        if self._card is None:
            self._card = AltCard(self._box.window())
            self._card.told.connect(self._on_told)
        if place >= len(self._box.tray.buttons):
            return
        button = self._box.tray.buttons[place]
        anchor = QRect(button.mapTo(self._box.window(), QPoint(0, 0)), button.size())
        self._asked.add(self._writing.pictures[place].id)
        self._card.open_for(place, self._writing.pictures[place].alt, anchor)

    @property
    def alt_card(self) -> AltCard | None:
        """The card that asks for a description, once it was wanted."""
        return self._card

    def ask_for_alt(self) -> bool:
        """Ask for the first missing description, once a picture; False when nothing holds the answer.

        One that is not ready yet holds it as well: the answer would leave without it.
        """
        if self._writing.is_note:
            return False
        if any(one.thread == self._writing.thread for one in self._making):
            self._said = tr("composer", "A picture is still being made ready. Send once it is here.")
            self.show()
            return True
        for place, picture in enumerate(self._writing.pictures):
            if not picture.alt and picture.id not in self._asked:
                self.describe(place)
                return True
        return False

    def make_smaller(self, place: int) -> None:
        """Write a picture anew so that it fits."""
        limit, thread = self.limit, self._writing.thread
        if limit is not None and thread is not None and place < len(self._writing.pictures):
            picture = self._writing.pictures[place]
            wish = self._making.begin(Wish(thread, picture.id))
            self._bridge.outgoing.make_smaller(wish, picture, limit.bytes_most, limit.side_most)

    def show(self) -> None:
        """Show what the draft has."""
        pictures = () if self._writing.is_note else self._writing.pictures
        found = self.trouble()
        words = self._words(*found) if found is not None else self._said or self._refusals()
        can_shrink = found is not None and found[1] in {Trouble.TOO_HEAVY, Trouble.TOO_LARGE, Trouble.WRONG_TYPE}
        self._box.tray.show_pictures(
            pictures, self._bridge.outgoing.thumb, found[0] if found else None, words, can_shrink=can_shrink
        )
        self._box.attach.setVisible(self.can_attach)
        self._box.fit()

    def forget_words(self) -> None:
        """What was said of a picture that was not taken is old."""
        self._said = ""
        self._refused = []
        self._removed = None

    def _tidy(self) -> None:
        on_the_way = self._bridge.cache.outbox()
        self._bridge.outgoing.tidy({picture.id for one in on_the_way for picture in one.pictures})

    def _keep(self, pictures: tuple[OutgoingPicture, ...]) -> None:
        self.forget_words()
        self._take_in(pictures)

    def _take_in(self, pictures: tuple[OutgoingPicture, ...]) -> None:
        self._writing.pictures = pictures
        self.changed.emit()
        self.show()

    def _on_told(self, place: int, alt: str) -> None:
        pictures = list(self._writing.pictures)
        if place < len(pictures):
            pictures[place] = replace(pictures[place], alt=alt)
            self._keep(tuple(pictures))
        self._box.editor.setFocus()

    def _on_ready(self, wish: Wish, picture: OutgoingPicture) -> None:
        is_mine = self._making.end(wish)
        if wish.thread != self._writing.thread or self._writing.is_note:
            if is_mine and not wish.instead_of:  # it was attached to that answer, wherever the person is by now
                self.came_late.emit(wish.thread, picture)
            return
        have = self._writing.pictures
        if wish.instead_of:
            have = tuple(replace(picture, alt=one.alt) if one.id == wish.instead_of else one for one in have)
        elif picture.id not in {one.id for one in have}:
            have = (*have, picture)
        self._said = ""
        self._removed = None
        self._take_in(have)  # what was refused of the same handful stays said

    def _on_refused(self, wish: Wish, why: Why) -> None:
        if not self._making.end(wish) or wish.thread != self._writing.thread:
            return
        self._said = ""
        self._refused.append((wish.file, why))
        self.show()
        announce(self._box.editor, self._refusals())

    def _refusals(self) -> str:
        from socialdesk.desktop.widgets.picture_refusals import words_of

        return words_of(self._refused) if self._refused else ""

    def _say_not_taken(self) -> None:
        name = self._name()
        self._said = (
            tr("composer", "A note keeps no pictures. Write it as an answer, or describe what it shows.")
            if self._writing.is_note
            else tr("composer", "{channel} takes no pictures here.").format(channel=name)
        )
        self.show()

    def _name(self) -> str:
        answering = self._writing.answering
        return answering.channel.name if answering is not None and answering.channel is not None else ""

    def _words(self, place: int, trouble: Trouble) -> str:
        name, limit = self._name(), self.limit
        if limit is None or trouble is Trouble.NOT_TAKEN:
            return tr("composer", "{channel} takes no pictures here. Remove them to send.").format(channel=name)
        picture = self._writing.pictures[place]
        match trouble:
            case Trouble.TOO_MANY:
                words = tr("composer", "{channel} takes %n picture(s). Remove the others to send.", "", limit.most)
                return words.format(channel=name)
            case Trouble.WRONG_TYPE:
                kind = picture.media_type.removeprefix("image/").upper()
                return tr("composer", "{channel} takes no {kind} pictures.").format(channel=name, kind=kind)
            case Trouble.TOO_LARGE:
                return tr("composer", "{side} pixels wide or high; {channel} takes {most}.").format(
                    side=number(max(picture.width, picture.height)), channel=name, most=number(limit.side_most)
                )
            case Trouble.TOO_HEAVY:
                return tr("composer", "{size} MB; {channel} takes {most} MB.").format(
                    size=_mb(picture.size_bytes), channel=name, most=_mb(limit.bytes_most)
                )


def _mb(size: int) -> str:
    from PySide6.QtCore import QLocale

    return QLocale().toString(size / 1_000_000, "f", 1)
