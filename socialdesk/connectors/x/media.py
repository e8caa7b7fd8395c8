"""Puts pictures on X before a post or message names them (X API, Media upload: begin, append, end)."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence

from socialdesk.connectors.kit.contract import Picture
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import failed
from socialdesk.connectors.kit.forms import Part, multipart, picture_name
from socialdesk.connectors.kit.parts import part
from socialdesk.connectors.x.wire import X
from socialdesk.model.failure import FailureKind

_LOOKS = 5
_JSON = "application/json"


async def upload(x: X, pictures: Sequence[Picture], *, category: str) -> tuple[list[str], int]:
    """The ids of the pictures there, and of how many X did not take the description. Raises ConnectorError."""
    ids: list[str] = []
    without = 0
    for picture in pictures:
        id_ = await _upload(x, picture, category)
        if picture.alt and not await _describe(x, id_, picture.alt):
            without += 1
        ids.append(id_)
    return ids, without


async def _upload(x: X, picture: Picture, category: str) -> str:
    about = {"media_type": picture.media_type, "total_bytes": len(picture.data), "media_category": category}
    said = await x.upload("/2/media/upload/initialize", json.dumps(about).encode(), _JSON)
    id_ = str(part(said, "data").get("id") or "")
    if not id_:
        raise _refused("no id")
    file = Part("media", picture_name(0, picture.media_type), picture.data, picture.media_type)
    body, media_type = multipart({"segment_index": "0"}, [file])
    await x.upload(f"/2/media/upload/{id_}/append", body, media_type)
    said = await x.upload(f"/2/media/upload/{id_}/finalize", b"", _JSON)
    for _ in range(_LOOKS):
        working = part(part(said, "data"), "processing_info")
        match working.get("state", "succeeded"):
            case "succeeded":
                return id_
            case "failed":
                break
            case _:
                wait_s = working.get("check_after_secs")
                await asyncio.sleep(min(5, wait_s if isinstance(wait_s, int) else 1))
        said = await x.get("/2/media/upload", {"command": "STATUS", "media_id": id_}, scope="upload")
    raise _refused("processing")


async def _describe(x: X, id_: str, alt: str) -> bool:
    body = {"id": id_, "metadata": {"alt_text": {"text": alt}}}
    try:
        await x.upload("/2/media/metadata", json.dumps(body).encode(), _JSON)
    except ConnectorError as error:
        if error.failure.kind in (FailureKind.INVALID, FailureKind.PERMISSION_DENIED, FailureKind.GONE):
            return False
        raise
    return True


def _refused(code: str) -> ConnectorError:
    return failed(FailureKind.INVALID, "X did not take this picture. Nothing was sent; choose another one.", code=code)
