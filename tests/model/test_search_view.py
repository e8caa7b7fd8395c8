from __future__ import annotations

from datetime import UTC, datetime

import pytest

from socialdesk.model.channel import Channel, ChannelState
from socialdesk.model.condition import Field, Is, Not
from socialdesk.model.filtering import parts_of
from socialdesk.model.identifiers import ChannelId
from socialdesk.model.search import understand
from socialdesk.model.search_view import as_filter
from socialdesk.model.thread import Status
from socialdesk.model.view import Filter

NOW = datetime(2026, 6, 17, 16, 43, tzinfo=UTC)
CHANNELS = [
    Channel(ChannelId(1), "demo", "instagram", "Instagram", "ateliernord", "own", "", ChannelState.LIVE),
    Channel(ChannelId(2), "bluesky", "bluesky", "Nord", "nord.example", "own2", "", ChannelState.LIVE),
]
EVERY = frozenset({Status.OPEN, Status.WAITING, Status.SNOOZED, Status.DONE})


def made(typed: str) -> Filter | None:
    return as_filter(understand(typed, NOW), CHANNELS, ["Delivery", "delivery", "Refund"])


@pytest.mark.parametrize(
    ("typed", "statuses", "parts"),
    [
        ("is:open", {Status.OPEN}, ()),
        ("-is:done", EVERY - {Status.DONE}, ()),
        ("tag:delivery", EVERY, (Is(Field.TAG, frozenset({"Delivery", "delivery"})),)),
        ("tag:nobodys", EVERY, (Is(Field.TAG, frozenset({"nobodys"})),)),
        ("-tag:refund is:open", {Status.OPEN}, (Not(Is(Field.TAG, frozenset({"Refund"}))),)),
        ("channel:nord", EVERY, (Is(Field.CHANNEL, frozenset({"1", "2"})),)),
        ("channel:insta kind:dm", EVERY, (Is(Field.CHANNEL, frozenset({"1"})), Is(Field.KIND, frozenset({"dm"})))),
        ("lang:fr is:vip", EVERY, (Is(Field.LANGUAGE, frozenset({"fr"})), Is(Field.VIP))),
        ("is:mine is:unread", EVERY, (Is(Field.WHOSE, frozenset({"mine"})), Is(Field.UNREAD))),
    ],
)
def test_operators_become_conditions(typed: str, statuses: set[Status], parts: tuple[object, ...]) -> None:
    found = made(typed)

    assert found is not None
    assert found.statuses == statuses
    assert set(parts_of(found)) == set(parts)


@pytest.mark.parametrize(
    "typed",
    ["", "parcel", "tag:refund parcel", "tag:refund -parcel", "from:ann", "has:media", "has:note", "before:2026-01",
     "after:7d", "is:", "is:open is:done", "channel:nowhere", "to:ann"],
)  # fmt: skip
def test_what_a_view_cannot_ask_is_no_filter(typed: str) -> None:
    assert made(typed) is None
