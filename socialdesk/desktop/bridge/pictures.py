"""Reads pictures beside the window's own thread: gets a digest, gives an image when it is there; knows no message.

What it reads was written by our own decoder, or made ready here to go out, never by a stranger.
What a screen needs again stays at hand.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QBuffer, QByteArray, QObject, QRunnable, QThreadPool, Signal
from PySide6.QtGui import QImage, QImageReader

from socialdesk.store.protection import Unlocked

if TYPE_CHECKING:
    from socialdesk.store.media import Media

OWN = "own:"
"""Before the digest of a picture that went out from here."""
MOST_BYTES = 64 * 1024 * 1024
"""How much of decoded pictures is kept at hand."""
T = TypeVar("T")
Form = tuple[str, bool]
"""A digest, and whether the large form is meant."""


class Pictures(QObject):
    """The pictures of one workspace."""

    told = Signal(int, object)
    """How many pictures are here, and how many bytes they take; follows `tell`."""
    ready = Signal(str)
    """A picture that was asked for can be drawn now, or is known not to be here; its digest."""
    _read = Signal(object, object)

    def __init__(self, unlocked: Unlocked, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._unlocked = unlocked
        self._media: Media | None = None
        self._kept: OrderedDict[Form, QImage] = OrderedDict()
        self._wanted: set[Form] = set()
        self._absent: set[Form] = set()
        # One thread: the connection is used by one at a time.
        self._pool = QThreadPool(self, maxThreadCount=1)
        self._read.connect(self._on_read)

    def thumb(self, sha256: str) -> QImage | None:
        """The small form; None until `ready` says so."""
        return self._image((sha256, False))

    def view(self, sha256: str) -> QImage | None:
        """The large form; None until `ready` says so."""
        return self._image((sha256, True))

    def is_absent(self, sha256: str) -> bool:
        """Whether the picture was looked for and is not here."""
        return (sha256, True) in self._absent or (sha256, False) in self._absent

    def tell(self) -> None:
        """Find out how much is here; `told` follows."""
        self._pool.start(lambda: self.told.emit(*self._held()))

    def look_again(self) -> None:
        """What was not here may be by now."""
        self._absent.clear()

    def close(self) -> None:
        """Let go of the file."""
        self._pool.clear()
        self._pool.waitForDone()
        if self._media is not None:
            self._media.close()
            self._media = None

    def _image(self, form: Form) -> QImage | None:
        found = self._kept.get(form)
        if found is not None:
            self._kept.move_to_end(form)
        elif form[0] and form not in self._wanted and form not in self._absent:
            self._wanted.add(form)
            self._pool.start(_Job(self, form))
        return found

    def read_now(self, form: Form) -> None:
        """Read and decode; called on the other thread."""
        data = self._bytes(form)
        self._read.emit(form, _decoded(data) if data else QImage())

    def _bytes(self, form: Form) -> bytes | None:
        if form[0].startswith(OWN):
            return self._own_bytes(form[0].removeprefix(OWN), is_large=form[1])
        return self._asked(lambda media: media.view(form[0]) if form[1] else media.thumb(form[0]))

    def _held(self) -> tuple[int, int]:
        return self._asked(lambda media: (media.count(), media.size_bytes())) or (0, 0)

    def _asked(self, question: Callable[[Media], T]) -> T | None:
        from socialdesk.store.errors import StoreError
        from socialdesk.store.media import Media

        try:
            if self._media is None:
                if not self._unlocked.workspace.media.exists():
                    return None
                self._media = Media(self._unlocked.workspace.media, self._unlocked.key, write=False)
            return question(self._media)
        except StoreError:
            # The engine makes a damaged one anew; whoever asks again gets the new one.
            if self._media is not None:
                self._media.close()
                self._media = None
            return None

    def _own_bytes(self, id_: str, *, is_large: bool) -> bytes | None:
        """Of our own: the desk has what was attached, as it left."""
        from socialdesk.store.desk import Desk
        from socialdesk.store.errors import StoreError

        try:
            desk = Desk(self._unlocked.workspace.desk, self._unlocked.key, write=False)
        except StoreError:
            return None
        try:
            data = desk.outgoing_data(id_) if is_large else None
            # What moves is drawn by its small form.
            is_drawn = data is not None and data[:4] in (b"\xff\xd8\xff\xe0", b"\x89PNG", b"\xff\xd8\xff\xdb")
            return data if is_drawn else desk.outgoing_thumb(id_)
        except StoreError:
            return None
        finally:
            desk.close()

    def _on_read(self, form: Form, image: QImage) -> None:
        self._wanted.discard(form)
        if image.isNull():
            self._absent.add(form)
        else:
            self._kept[form] = image
            while len(self._kept) > 1 and sum(one.sizeInBytes() for one in self._kept.values()) > MOST_BYTES:
                self._kept.popitem(last=False)
        self.ready.emit(form[0])


def _decoded(data: bytes) -> QImage:
    """An image from a file of ours, which is JPEG or PNG and nothing else; empty when it is neither."""
    file = QBuffer()
    file.setData(QByteArray(data))
    reader = QImageReader(file, QByteArray(b"jpeg" if data[:2] == b"\xff\xd8" else b"png"))
    reader.setAutoDetectImageFormat(False)
    return reader.read()


class _Job(QRunnable):
    """One picture on the other thread."""

    def __init__(self, pictures: Pictures, form: Form) -> None:
        super().__init__()
        self._pictures = pictures
        self._form = form

    def run(self) -> None:
        self._pictures.read_now(self._form)
