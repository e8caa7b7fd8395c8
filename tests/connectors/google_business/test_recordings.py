"""What Google documents of its answers is understood; the recordings lie outside of this repository."""

from __future__ import annotations

from socialdesk.connectors.google_business.mapping import to_events
from socialdesk.model.contact import Author
from socialdesk.model.event import MessageSeen
from socialdesk.model.thread import Kind
from tests.connectors.recorded import recorded

OWN = Author("locations/1", "", "Wool & Co", is_own=True)


def test_every_documented_review_has_its_stars_and_its_reply() -> None:
    reviews = [one for body in recorded("google_business", "documented-reviews-list.json") for one in body["reviews"]]
    for review in reviews:
        head, *replies = to_events(review, OWN, "https://maps.example")
        assert isinstance(head, MessageSeen)
        assert (head.kind, head.remote_id) == (Kind.REVIEW, review["name"])
        assert head.stars in range(1, 6)
        assert len(replies) == ("reviewReply" in review)
        for reply in replies:
            assert isinstance(reply, MessageSeen)
            assert reply.author.is_own
            assert reply.text == review["reviewReply"]["comment"]
    assert all(one["starRating"] for one in reviews)
