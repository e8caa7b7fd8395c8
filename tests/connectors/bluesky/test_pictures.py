"""What stands for a post beside its title, by what its network shows of it."""

from __future__ import annotations

from typing import Any

import pytest

from socialdesk.connectors.bluesky.mapping import to_post
from socialdesk.model.message import Attachment


def shown(record: dict[str, Any] | None, view: dict[str, Any] | None) -> Attachment | None:
    """The picture of a post whose record and view carry these embeds."""
    post: dict[str, Any] = {
        "uri": "at://did:plc:brand/app.bsky.feed.post/3kabc",
        "cid": "c",
        "author": {"did": "did:plc:brand", "handle": "brand.example"},
        "record": {"text": "Look", "createdAt": "2026-06-13T12:00:00Z"} | ({"embed": record} if record else {}),
    }
    return to_post(post | ({"embed": view} if view else {}), "did:plc:brand").picture


def images(*alts: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Record and view of pictures."""
    record = {"$type": "app.bsky.embed.images", "images": [{"alt": alt, "image": {}} for alt in alts]}
    return record, {"images": [{"fullsize": f"https://cdn.example/{at}", "alt": alt} for at, alt in enumerate(alts)]}


TWO, SEEN_TWO = images("A ridge", "A hill")
LINK = {"$type": "app.bsky.embed.external", "external": {"uri": "https://shop.example", "title": "The shop"}}
FILM = {"$type": "app.bsky.embed.video", "alt": "How it is cut"}


@pytest.mark.parametrize(
    ("record", "view", "wanted"),
    [
        (None, None, None),
        (TWO, SEEN_TWO, Attachment("image", "https://cdn.example/0", "A ridge")),
        ({"media": TWO}, {"media": SEEN_TWO}, Attachment("image", "https://cdn.example/0", "A ridge")),
        (
            LINK,
            {"external": {"thumb": "https://cdn.example/t"}},
            Attachment("image", "https://cdn.example/t", "The shop"),
        ),
        (LINK, {"external": {}}, None),
        (FILM, {"thumbnail": "https://cdn.example/f"}, Attachment("image", "https://cdn.example/f", "How it is cut")),
        (TWO, None, None),
    ],
)
def test_a_post_shows_its_first_picture_or_the_still_of_its_film_or_link(
    record: dict[str, Any] | None, view: dict[str, Any] | None, wanted: Attachment | None
) -> None:
    assert shown(record, view) == wanted
