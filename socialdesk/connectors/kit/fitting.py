"""Decides whether what a person wrote is taken before anything leaves; gets the limits, knows no platform."""

from __future__ import annotations

from collections.abc import Sequence

from socialdesk.connectors.kit.contract import Answer, Picture
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import failed
from socialdesk.model import stops
from socialdesk.model.capability import AttachmentLimit, Capabilities, TextUnit
from socialdesk.model.counting import over_by
from socialdesk.model.failure import FailureKind


def fits(answer: Answer, can: Capabilities) -> None:
    """Raises ConnectorError where an answer is empty or too long, or a picture is none that is taken."""
    fits_length(answer.text, can)
    fits_pictures(answer.pictures, can.attachments)
    if not (answer.text.strip() or answer.pictures):
        raise _refused("The answer is empty. Nothing was sent.", "empty")


def fits_text(text: str, can: Capabilities) -> None:
    """Raises ConnectorError where a text that goes alone is empty or too long."""
    fits_length(text, can)
    if not text.strip():
        raise _refused("The answer is empty. Nothing was sent.", "empty")


def fits_length(text: str, can: Capabilities) -> None:
    """Raises ConnectorError where a text is too long; an empty one fits."""
    limit = can.text
    if over := over_by(text, limit):
        in_bytes = f"Longer than {limit.most:,} bytes, by {over:,}. Nothing was sent; shorten it and send again."
        raise _refused(in_bytes if limit.unit is TextUnit.BYTES else stops.too_long(limit.most, over), "length")


def fits_pictures(pictures: Sequence[Picture], taken: AttachmentLimit | None) -> None:
    """Raises ConnectorError where there are more than are taken, or one is of another kind or too large."""
    if not pictures:
        return
    if taken is None:
        raise _refused("No pictures are taken here. Nothing was sent; send the text alone.", "pictures")
    if len(pictures) > taken.most:
        raise _refused(
            f"More pictures than are taken here: {taken.most} at most. Nothing was sent; take some out.", "pictures"
        )
    for one in pictures:
        if one.media_type not in taken.types:
            raise _refused(
                "A picture is of a kind that is not taken here. Nothing was sent; choose another one.", "picture type"
            )
        if len(one.data) > taken.bytes_most or max(one.width, one.height) > taken.side_most:
            raise _refused("A picture is larger than is taken here. Nothing was sent; make it smaller.", "picture size")


def _refused(sentence: str, code: str) -> ConnectorError:
    return failed(FailureKind.INVALID, sentence, code=code)
