"""What runs in the decoding child: gets pictures of strangers on standard input, gives them back written anew.

A decoder is the likeliest place for a bug that a stranger's file can use, so it runs with neither key nor files nor
network of ours, under limits, and whoever started it kills it when it takes too long. Frames are a length of four
bytes (big-endian) and so many bytes; an answer is a frame of JSON and, when all is well, one of the small form and one
of the large.
"""

from __future__ import annotations

import contextlib
import io
import json
import sys
import warnings
from typing import IO, TYPE_CHECKING

from socialdesk.model.media import (
    MOST_BYTES,
    MOST_PIXELS,
    MOST_SIDE,
    THUMB_SIDE,
    VIEW_SIDE,
    Refusal,
    picture_type,
    scaled,
)

if TYPE_CHECKING:
    from PIL import Image

FORMATS = {"image/jpeg": "JPEG", "image/png": "PNG", "image/gif": "GIF", "image/webp": "WEBP"}
_MEMORY_BYTES = 1_500_000_000
_CPU_S = 20


class Undecodable(Exception):
    """Not fit to be shown: `refusal` says why."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.value)
        self.refusal = refusal


def serve() -> int:
    """Answer until standard input ends."""
    _limit_memory()
    source, sink = sys.stdin.buffer, sys.stdout.buffer
    while (data := _read(source)) is not None:
        _limit_time()
        try:
            header, thumb, view = _decoded(data)
        except Undecodable as error:
            _write(sink, json.dumps({"refused": error.refusal.value}).encode())
        else:
            _write(sink, json.dumps(header).encode())
            _write(sink, thumb)
            _write(sink, view)
        sink.flush()
    return 0


def _decoded(data: bytes) -> tuple[dict[str, int | bool], bytes, bytes]:
    from PIL import Image, ImageOps

    kind = picture_type(data[:16])
    if not kind:
        raise Undecodable(Refusal.NO_PICTURE)
    # Our own bound is looked at before anything is unpacked; Pillow's is there in case a format lies about its size.
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            # Metadata that is strange is no reason not to show a picture.
            warnings.simplefilter("ignore", UserWarning)
            with Image.open(io.BytesIO(data), formats=(FORMATS[kind],)) as opened:
                width, height = opened.size
                _check_size(width, height)
                is_moving = bool(getattr(opened, "is_animated", False))
                opened.draft("RGB", scaled(width, height, VIEW_SIDE))
                opened.load()
                upright = ImageOps.exif_transpose(opened)
                if upright.size[0] != opened.size[0]:
                    width, height = height, width
                plain = upright.convert("RGBA" if upright.has_transparency_data else "RGB")
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise Undecodable(Refusal.TOO_LARGE) from None
    except Undecodable:
        raise
    except MemoryError:
        raise Undecodable(Refusal.TOO_LARGE) from None
    except Exception:  # noqa: BLE001 - a decoder may raise anything on what a stranger made
        raise Undecodable(Refusal.BROKEN) from None
    view = _written(plain, VIEW_SIDE, 88)
    return {"width": width, "height": height, "is_moving": is_moving}, _written(plain, THUMB_SIDE, 82), view


def _check_size(width: int, height: int) -> None:
    if width * height > MOST_PIXELS or max(width, height) > MOST_SIDE:
        raise Undecodable(Refusal.TOO_LARGE)


def _written(image: Image.Image, most: int, quality: int) -> bytes:
    """The picture in a size, with nothing of what the file said besides: no place, no name, no preview."""
    from PIL import Image

    size = scaled(*image.size, most)
    small = image.copy()
    small.thumbnail(size, Image.Resampling.LANCZOS)
    written = io.BytesIO()
    if small.mode == "RGBA":
        small.save(written, "PNG")
    else:
        small.save(written, "JPEG", quality=quality, optimize=True)
    return written.getvalue()


def _read(source: IO[bytes]) -> bytes | None:
    head = source.read(4)
    if len(head) < 4:
        return None
    length = int.from_bytes(head, "big")
    if length > MOST_BYTES:
        return None
    data = source.read(length)
    return data if len(data) == length else None


def _write(sink: IO[bytes], data: bytes) -> None:
    sink.write(len(data).to_bytes(4, "big"))
    sink.write(data)


def _limit_memory() -> None:
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource  # not on Windows, where only the time is bounded

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY_BYTES, _MEMORY_BYTES))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit_time() -> None:
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        spent = int(used.ru_utime + used.ru_stime)
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (spent + _CPU_S, hard))
