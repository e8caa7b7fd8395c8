"""Makes the pictures in a file of saved replies ready to be kept; what the library has stays as it is.

For another thread than the window's; knows neither Qt nor where pictures are kept.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from socialdesk.desktop.bridge.picture_work import Prepared, Unfit, prepared
from socialdesk.model.outgoing import OutgoingPicture
from socialdesk.model.saved_reply import SavedReply
from socialdesk.model.saved_reply_check import PICTURES
from socialdesk.model.saved_reply_file import RawPicture


class Shown:
    """The pictures of one file."""

    def __init__(self, library: Iterable[SavedReply]) -> None:
        self._known = {picture.id: picture for reply in library for picture in reply.pictures}
        self.made: dict[str, Prepared] = {}
        """What is new, by digest."""

    def picture(self, raw: RawPicture) -> OutgoingPicture | None:
        """One ready to be kept; None where it cannot be."""
        known = self._known.get(hashlib.sha256(raw.data).hexdigest())
        if known is not None:
            return known
        if not raw.data or len(raw.data) > PICTURES.bytes_most:
            return None
        try:
            one = prepared(raw.data)
        except Unfit:
            return None
        self.made[one.picture.id] = one
        return one.picture
