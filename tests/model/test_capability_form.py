"""What a channel can do survives being written down."""

from __future__ import annotations

from datetime import timedelta

import pytest

from socialdesk.model.capability import AttachmentLimit, Capabilities, Idempotency, Level, Price, TextLimit, TextUnit
from socialdesk.model.capability_form import NotCapabilities, read, written
from socialdesk.model.pacing import Budget

FULL = Capabilities(
    TextLimit(TextUnit.WEIGHTED_280, 500, 2000, 23, mentions_are_local=True),
    {"reply": Level.FULL, "hide": Level.FORBIDDEN},
    timedelta(hours=24),
    Idempotency.RESERVED_ID,
    timedelta(seconds=3),
    AttachmentLimit(4, ("image/png",), 1_000, 400),
    (Budget(100, timedelta(days=1), {"reply": 50}, "tube"),),
    Price(15, 200),
    "business:",
)


@pytest.mark.parametrize("able", [FULL, Capabilities(TextLimit(TextUnit.BYTES, 10))], ids=["all", "least"])
def test_what_was_written_is_read_as_it_was(able: Capabilities) -> None:
    assert read(written(able)) == able


@pytest.mark.parametrize("text", ["", "[]", "{}", "null", written(FULL).replace("weighted_280", "stones")])
def test_what_is_no_such_text_is_refused(text: str) -> None:
    with pytest.raises(NotCapabilities):
        read(text)
