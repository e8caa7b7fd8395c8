"""Encodes forms that hold a file."""

from __future__ import annotations

from collections.abc import Mapping


def multipart(fields: Mapping[str, str], name: str, data: bytes, media_type: str) -> tuple[bytes, str]:
    """The body of a form with one file under a name, and the content type that goes with it."""
    import httpx

    file = (f"picture.{media_type.partition('/')[2] or 'bin'}", data, media_type)
    # httpx encodes a form only as part of a request; nothing is sent by this one.
    request = httpx.Request("POST", "https://form.invalid", data=dict(fields), files={name: file})
    return request.read(), request.headers["content-type"]
