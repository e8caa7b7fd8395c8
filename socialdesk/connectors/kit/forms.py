"""Encodes forms that hold files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Part:
    """A file of a form, or with an empty `filename` a field that has a type of its own."""

    name: str
    filename: str
    data: bytes = field(repr=False)
    media_type: str


def multipart(fields: Mapping[str, str], files: Sequence[Part]) -> tuple[bytes, str]:
    """The body of a form, and the content type that goes with it."""
    import httpx

    listed = [(one.name, (one.filename or None, one.data, one.media_type)) for one in files]
    # httpx encodes a form only as part of a request; nothing is sent by this one.
    request = httpx.Request("POST", "https://form.invalid", data=dict(fields), files=listed)
    return request.read(), request.headers["content-type"]


def picture_name(number: int, media_type: str) -> str:
    """What a picture is called in a form: what a person called their file is nobody's business."""
    ending = media_type.partition("/")[2] or "bin"
    return f"picture{number}.{'jpg' if ending == 'jpeg' else ending}"
