"""What YouTube really answered is understood; the recordings lie outside of this repository."""

from __future__ import annotations

from socialdesk.connectors.youtube.mapping import included, to_events
from socialdesk.model.event import MessageSeen
from socialdesk.model.thread import Kind
from tests.connectors.recorded import recorded


def test_every_recorded_comment_is_a_message_of_its_thread() -> None:
    listed = [one for body in recorded("youtube", "pyyoutube-comment_thread*.json") for one in body["items"]]
    for thread in listed:
        events = to_events(thread, included(thread), "UCnobody", "published")
        assert len(events) == 1 + len(included(thread))
        for event in events:
            assert isinstance(event, MessageSeen)
            assert (event.kind, event.thread_remote_id) == (Kind.COMMENT, thread["id"])
            assert event.text
            assert event.author.name
            assert not event.author.is_own
    assert len(listed) in {0, 15}
