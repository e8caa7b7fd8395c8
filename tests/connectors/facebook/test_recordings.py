"""What Meta really answered is understood; the recordings lie outside of this repository."""

from __future__ import annotations

from socialdesk.connectors.graph.direct import Owner, to_event
from socialdesk.connectors.graph.reading import moment
from socialdesk.model.event import MessageSeen
from socialdesk.model.thread import Kind
from tests.connectors.recorded import recorded

PAGE = "2121008874780932"
OWNER = Owner(frozenset({PAGE}), "https://www.facebook.com")


def test_a_recorded_message_to_a_page_is_read_with_its_picture() -> None:
    for message in recorded("facebook", "pyfacebook-message_info.json"):
        event = to_event(message, {"id": "t_1"}, OWNER)
        assert isinstance(event, MessageSeen)
        assert (event.kind, event.thread_remote_id, event.author.is_own) == (Kind.DM, "t_1", False)
        assert event.author.name == message["from"]["name"]
        assert event.created_at == moment(message["created_time"])
        assert [one.kind for one in event.attachments] == ["image"]
