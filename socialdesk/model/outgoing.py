"""Decides what may go out with an answer: which pictures a platform takes, how many, how heavy, how large."""

from __future__ import annotations

from collections.abc import Sequence

from socialdesk.model.capability import AttachmentLimit
from socialdesk.support.values import StrEnum, value_class

MOST_ALT = 1_000
"""Alt texts are kept so long, in characters: what every network takes."""


@value_class(frozen=True, slots=True)
class OutgoingPicture:
    """A picture that goes out with an answer; its bytes lie in the desk file under `id`, the digest of them."""

    id: str
    media_type: str
    width: int
    height: int
    size_bytes: int
    alt: str = ""


class Trouble(StrEnum):
    """Why a picture can't go out as it is."""

    NOT_TAKEN = "not_taken"  # this platform takes none here
    TOO_MANY = "too_many"
    WRONG_TYPE = "wrong_type"
    TOO_HEAVY = "too_heavy"
    TOO_LARGE = "too_large"


def trouble_with(pictures: Sequence[OutgoingPicture], limit: AttachmentLimit | None) -> tuple[int, Trouble] | None:
    """The first picture that can't go out, by its place, and why; None when all may."""
    if not pictures:
        return None
    if limit is None or limit.most == 0:
        return 0, Trouble.NOT_TAKEN
    for place, picture in enumerate(pictures):
        if place >= limit.most:
            return place, Trouble.TOO_MANY
        if picture.media_type not in limit.types:
            return place, Trouble.WRONG_TYPE
        if max(picture.width, picture.height) > limit.side_most:
            return place, Trouble.TOO_LARGE
        if picture.size_bytes > limit.bytes_most:
            return place, Trouble.TOO_HEAVY
    return None


def moved(pictures: Sequence[OutgoingPicture], place: int, by: int) -> tuple[OutgoingPicture, ...]:
    """The pictures with one moved forward or back, as far as there is room."""
    found = list(pictures)
    there = max(0, min(len(found) - 1, place + by))
    found.insert(there, found.pop(place))
    return tuple(found)
