"""Gets the bytes of a picture, gives it as it will leave: upright, without place, name or time, with a small form.

Runs on another thread than the window's; knows neither Qt nor where pictures are kept.
"""

from __future__ import annotations

import hashlib
import io
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING

from socialdesk.model.media import MOST_PIXELS, MOST_SIDE, Refusal, picture_type
from socialdesk.model.outgoing import OutgoingPicture

if TYPE_CHECKING:
    from PIL.Image import Image

THUMB_SIDE = 160
"""The longer side of the small form in pixels: what the composer shows, on a screen of twice the points."""
_FORMATS = {"image/jpeg": "JPEG", "image/png": "PNG", "image/gif": "GIF", "image/webp": "WEBP"}
# What a JPEG needs to look right: its frame (APP0), its colours (APP2) and how they are coded (APP14).
_KEPT_SEGMENTS = frozenset({0xE0, 0xE2, 0xEE})
_INSIDE_SCANS = frozenset({0x00, *range(0xD0, 0xD8)})
_UPRIGHT = (None, 1)
_ORIENTATION = 0x0112


class Unfit(Exception):
    """Not fit to go out: `refusal` says why."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.value)
        self.refusal = refusal


@dataclass(frozen=True, slots=True)
class Prepared:
    """A picture as it leaves, and a small form as PNG."""

    picture: OutgoingPicture
    data: bytes
    thumb: bytes


def prepared(data: bytes) -> Prepared:
    """Make a picture ready. Raises Unfit."""
    kind, image = _opened(data)
    from PIL import ImageOps

    try:
        if getattr(image, "is_animated", False):
            written = _moving(image, kind)
        elif kind == "image/jpeg" and image.getexif().get(_ORIENTATION) in _UPRIGHT:
            written = _without_segments(data)  # nothing is coded anew, so nothing of it is lost
        else:
            image = ImageOps.exif_transpose(image)
            written = _still(image, kind, 92)
    except MemoryError:
        raise Unfit(Refusal.TOO_LARGE) from None
    except Exception:  # noqa: BLE001 - a coder may raise anything on what a stranger made
        raise Unfit(Refusal.BROKEN) from None
    return _kept(image, kind, written)


def shrunk(data: bytes, bytes_most: int, side_most: int) -> Prepared:
    """Make a picture small enough, as JPEG unless it is seen through. Raises Unfit."""
    _, image = _opened(data)
    kind = "image/png" if image.has_transparency_data else "image/jpeg"
    if kind == "image/jpeg":
        image = image.convert("RGB")
    side = min(side_most, max(image.size))
    while side > 100:
        small = image.copy()
        small.thumbnail((side, side))
        written = _still(small, kind, 85)
        if len(written) <= bytes_most:
            return _kept(small, kind, written)
        side = round(side * 0.8)
    raise Unfit(Refusal.TOO_LARGE)


def _opened(data: bytes) -> tuple[str, Image]:
    from PIL import Image as Pillow

    kind = picture_type(data[:16])
    if not kind:
        raise Unfit(Refusal.NO_PICTURE)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Pillow.DecompressionBombWarning)
            warnings.simplefilter("ignore", UserWarning)
            image = Pillow.open(io.BytesIO(data), formats=(_FORMATS[kind],))
            width, height = image.size
            _check_size(width, height)
            image.load()
    except (Pillow.DecompressionBombError, Pillow.DecompressionBombWarning, MemoryError):
        raise Unfit(Refusal.TOO_LARGE) from None
    except Unfit:
        raise
    except Exception:  # noqa: BLE001 - a decoder may raise anything on what a stranger made
        raise Unfit(Refusal.BROKEN) from None
    return kind, image


def _check_size(width: int, height: int) -> None:
    if width * height > MOST_PIXELS or max(width, height) > MOST_SIDE:
        raise Unfit(Refusal.TOO_LARGE)


def _still(image: Image, kind: str, quality: int) -> bytes:
    written = io.BytesIO()
    colours = image.info.get("icc_profile")
    bare = image.copy()
    bare.info = {}
    more = {"icc_profile": colours} if colours else {}
    match kind:
        case "image/jpeg":
            bare.convert("RGB").save(written, "JPEG", quality=quality, optimize=True, **more)
        case "image/webp":
            bare.save(written, "WEBP", quality=quality, exif=b"", xmp=b"", **more)
        case "image/gif":
            bare.save(written, "GIF")
        case _:
            bare.save(written, "PNG", **more)
    return written.getvalue()


def _moving(image: Image, kind: str) -> bytes:
    """Every frame again, in its time, without comments."""
    from PIL import ImageSequence

    frames: list[Image] = []
    times: list[int] = []
    for frame in ImageSequence.Iterator(image):
        times.append(int(frame.info.get("duration", 100)))
        bare = frame.copy()
        bare.info = {}
        frames.append(bare)
    written = io.BytesIO()
    form = "WEBP" if kind == "image/webp" else "PNG" if kind == "image/png" else "GIF"
    frames[0].save(written, form, save_all=True, append_images=frames[1:], duration=times, loop=0)
    image.seek(0)
    return written.getvalue()


def _without_segments(data: bytes) -> bytes:
    """A JPEG without what is not needed to draw it: Exif, XMP, comments, previews. The coded picture stays as it is."""
    kept = bytearray(data[:2])
    at = 2
    while at + 2 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:  # fill bytes
            at += 1
            continue
        if marker == 0xD9:  # what follows the end is another picture, or words
            return bytes(kept + data[at : at + 2])
        length = int.from_bytes(data[at + 2 : at + 4])
        is_told = (0xE0 <= marker <= 0xEF and marker not in _KEPT_SEGMENTS) or marker == 0xFE
        # A second picture behind the first would be told of where there is none any more.
        is_told = is_told or (marker == 0xE2 and data[at + 4 : at + 8] == b"MPF\0")
        if not is_told:
            kept += data[at : at + 2 + length]
        at += 2 + length
        if marker == 0xDA:
            scan = at
            # Inside a scan FF is followed by 00 or by a restart mark; anything else begins a segment.
            while at + 1 < len(data) and not (data[at] == 0xFF and data[at + 1] not in _INSIDE_SCANS):
                found = data.find(b"\xff", at + 1)
                at = len(data) if found < 0 else found
            kept += data[scan:at]
    raise ValueError("no end in it")


def _kept(image: Image, kind: str, written: bytes) -> Prepared:
    small = image.convert("RGBA" if image.has_transparency_data else "RGB")
    small.thumbnail((THUMB_SIDE, THUMB_SIDE))
    small.info = {}
    thumb = io.BytesIO()
    small.save(thumb, "PNG")
    width, height = image.size
    id_ = hashlib.sha256(written).hexdigest()
    return Prepared(OutgoingPicture(id_, kind, width, height, len(written)), written, thumb.getvalue())
