"""What Telegram really sent is understood; the recordings lie outside of this repository."""

from __future__ import annotations

from typing import Any

from socialdesk.connectors.telegram.mapping import Bot, to_event
from socialdesk.connectors.telegram.place import Spot
from socialdesk.model.event import MessageSeen
from socialdesk.model.thread import Kind
from tests.connectors.recorded import recorded

BOT = Bot(42, "woolco_bot")


def messages() -> list[dict[str, Any]]:
    """Every message that was recorded, by itself or in an update."""
    found = [one for listed in recorded("telegram", "messages.json") for one in listed]
    for updates in recorded("telegram", "updates.json"):
        found += [one["message"] for one in updates if "message" in one]
    return found


def test_every_recorded_message_to_the_bot_is_read_and_its_text_is_whole() -> None:
    seen = 0
    for message in messages():
        event = to_event(message, BOT, Spot())
        if message["chat"]["type"] != "private" or message.get("text", "").startswith("/start"):
            continue
        if event is None:
            assert "text" not in message, "nothing that was said is passed over"
            continue
        assert isinstance(event, MessageSeen)
        assert event.kind is Kind.DM
        assert event.author.name
        assert event.created_at.timestamp() == message["date"]
        assert event.text.startswith(message.get("text", "")[:20].strip()[:5])
        seen += 1
    assert seen >= 3 or not messages()
