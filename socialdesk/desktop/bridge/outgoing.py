"""Makes pictures ready to go out, beside the window's own thread: decoded, without what a camera wrote into them, kept.

Gets a file or what was pasted, gives the picture as it will leave or a word for why not. The bytes lie in the desk file
until nothing needs them any more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from stat import S_ISREG

from PySide6.QtCore import QBuffer, QIODevice, QObject, QThreadPool, Signal
from PySide6.QtGui import QImage, QImageWriter

from socialdesk.desktop.bridge.picture_work import Prepared, Unfit, prepared, shrunk
from socialdesk.model.identifiers import SavedReplyId, ThreadId
from socialdesk.model.media import MOST_BYTES, Refusal, picture_type
from socialdesk.model.outgoing import OutgoingPicture
from socialdesk.store import shelf
from socialdesk.store.cache import Cache
from socialdesk.store.desk import Desk
from socialdesk.store.errors import StoreError
from socialdesk.store.protection import Unlocked
from socialdesk.support.clock import Clock


@dataclass(frozen=True, slots=True)
class Wish:
    """Which draft a picture is for, and which one of it is replaced; "" for none."""

    thread: ThreadId
    instead_of: str = ""
    reply: SavedReplyId | None = None
    """The saved reply it is for, where it is for no draft: there `thread` is 0."""
    file: str = ""
    """What its file is called; "" for what was pasted."""


class Wishes:
    """What one place began and is not ready yet. Every window hears of every picture: this tells which are its own."""

    def __init__(self) -> None:
        self._begun: list[Wish] = []

    def __iter__(self) -> Iterator[Wish]:
        return iter(self._begun)

    def begin(self, wish: Wish) -> Wish:
        """It is on its way from here."""
        self._begun.append(wish)
        return wish

    def end(self, wish: Wish) -> bool:
        """It is on its way no longer; whether it was begun here."""
        others = [one for one in self._begun if one is not wish]
        is_mine = len(others) < len(self._begun)
        self._begun = others
        return is_mine


class Outgoing(QObject):
    """The pictures on their way into drafts."""

    ready = Signal(object, object)
    """A Wish and its OutgoingPicture, which is on the disk."""
    refused = Signal(object, object)
    """A Wish and a Refusal, the OSError of a file that can't be read, or the sentence of a store that kept nothing."""
    _done = Signal(object, object)

    def __init__(
        self, unlocked: Unlocked, desk: Desk, cache: Cache, clock: Clock, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._unlocked = unlocked
        self._desk = desk
        self._cache = cache
        self._clock = clock
        # One at a time: a heap of large pictures must not take all memory at once.
        self._pool = QThreadPool(self, maxThreadCount=1)
        self._done.connect(self._on_done)

    def take_file(self, wish: Wish, file: Path) -> None:
        """Make the picture in a file ready."""
        self._start(wish, lambda: prepared(_read(file)))

    def take_image(self, wish: Wish, image: QImage) -> None:
        """Make what was pasted ready."""
        self._start(wish, lambda: prepared(_png(image)))

    def make_smaller(self, wish: Wish, picture: OutgoingPicture, bytes_most: int, side_most: int) -> None:
        """Make a picture fit, as little smaller as will do."""
        self._start(wish, lambda: shrunk(self._stored(picture.id), bytes_most, side_most))

    def thumb(self, id_: str) -> QImage:
        """The small form of one that is kept; empty when it is not."""
        found = self._desk.outgoing_thumb(id_) or shelf.thumb(self._cache, id_)
        return QImage.fromData(found or b"")  # written by us, as PNG

    def has(self, id_: str) -> bool:
        """Whether a picture is kept with the desk."""
        return self._desk.has_outgoing(id_)

    def adopt(self, pictures: Sequence[OutgoingPicture]) -> None:
        """Keep what goes with a saved reply beside the draft it is in: the reply may be gone before that leaves."""
        for picture in pictures:
            self._pool.start(partial(self._adopt, picture))

    def _adopt(self, picture: OutgoingPicture) -> None:
        try:
            self.keep([Prepared(picture, *self._from_library(picture.id))])
        except (StoreError, Unfit):
            return  # it is still in the library, or was taken out: then sending says so

    def keep(self, made: Sequence[Prepared]) -> None:
        """Keep pictures that are ready; for another thread than the window's. Raises a StoreError."""
        desk = Desk(self._unlocked.workspace.desk, self._unlocked.key, write=True)
        try:
            for one in made:
                desk.keep_outgoing(one.picture, one.data, one.thumb, self._clock.now())
        finally:
            desk.close()

    def of_library(self) -> Cache:
        """The library for another thread than the window's; whoever asks closes it. Raises a StoreError."""
        return Cache(self._unlocked.workspace.cache, self._unlocked.key, write=False)

    def _from_library(self, id_: str) -> tuple[bytes, bytes]:
        cache = self.of_library()
        try:
            data, thumb = shelf.picture(cache, id_), shelf.thumb(cache, id_)
        finally:
            cache.close()
        if data is None or thumb is None:
            raise Unfit(Refusal.BROKEN)
        return data, thumb

    def tidy(self, needed: set[str]) -> None:
        """Forget what no draft and nothing on its way names any more, a week later: so long our own are shown."""
        before = self._clock.now() - timedelta(days=7)
        self._pool.start(lambda: self._tidy(needed, before))

    def _tidy(self, needed: set[str], before: datetime) -> None:
        try:
            desk = Desk(self._unlocked.workspace.desk, self._unlocked.key, write=True)
        except StoreError:
            return  # the next start finds it again
        try:
            desk.drop_outgoing(needed, before)
        except StoreError:
            pass
        finally:
            desk.close()

    def wait(self) -> None:
        """Let everything be made ready; for the end of the program."""
        self._pool.waitForDone()

    def _start(self, wish: Wish, work: Callable[[], Prepared]) -> None:
        self._pool.start(lambda: self._work(wish, work))

    def _work(self, wish: Wish, work: Callable[[], Prepared]) -> None:
        """Runs on the other thread, on a connection of its own."""
        found: OutgoingPicture | Refusal | OSError | str
        try:
            made = work()
            self.keep([made])
            found = made.picture
        except Unfit as error:
            found = error.refusal
        except StoreError as error:
            found = error.sentence
        except OSError as error:
            found = error
        self._done.emit(wish, found)

    def _stored(self, id_: str) -> bytes:
        desk = Desk(self._unlocked.workspace.desk, self._unlocked.key, write=False)
        try:
            data = desk.outgoing_data(id_)
        finally:
            desk.close()
        return data if data is not None else self._from_library(id_)[0]

    def _on_done(self, wish: Wish, found: OutgoingPicture | Refusal | OSError | str) -> None:
        if isinstance(found, OutgoingPicture):
            self.ready.emit(wish, found)
        else:
            self.refused.emit(wish, found)


def _read(file: Path) -> bytes:
    """What a file holds, looked at as far as need be: a film is known by its first bytes. Raises Unfit and OSError."""
    told = file.stat()
    if not S_ISREG(told.st_mode):  # a folder; and reading a pipe would never end
        raise Unfit(Refusal.NO_PICTURE)
    with file.open("rb") as opened:
        head = opened.read(16)
        if not picture_type(head):
            raise Unfit(Refusal.NO_PICTURE)
        if told.st_size > MOST_BYTES:
            raise Unfit(Refusal.TOO_LARGE)
        return head + opened.read()


def _png(image: QImage) -> bytes:
    file = QBuffer()
    file.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(file, b"png").write(image)
    return bytes(file.data().data())
