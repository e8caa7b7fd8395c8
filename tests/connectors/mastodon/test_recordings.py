"""What real servers answered is understood; the recordings lie outside of this repository."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from socialdesk.connectors.mastodon import mapping
from socialdesk.connectors.mastodon.mapping import Me
from socialdesk.connectors.mastodon.server import Server, server_in
from socialdesk.model.event import MessageSeen

FOLDER = os.environ.get("SOCIALDESK_RECORDED", "")
SERVERS = {"mastodon": 100, "gotosocial": 10, "takahe": 5}
"""By software, how many different statuses are there at least."""


def bodies(software: str) -> Iterator[Any]:
    """Every body that came back."""
    for file in sorted((Path(FOLDER) / software).glob("*.json")):
        said = json.loads(file.read_text(encoding="utf-8"))
        for one in said if isinstance(said, list) else [said]:
            if isinstance(one, dict) and "response" in one:
                yield one["response"].get("body")


def statuses(said: Any) -> Iterator[dict[str, Any]]:
    """Every status in a body, however deep."""
    if isinstance(said, list):
        for one in said:
            yield from statuses(one)
    elif isinstance(said, dict):
        if {"account", "content", "visibility", "in_reply_to_id"} <= said.keys() and said["visibility"]:
            yield said
        for one in said.values():
            yield from statuses(one)


def test_every_recorded_status_is_understood_and_its_text_is_plain() -> None:
    if not FOLDER:
        return
    for software, least in SERVERS.items():
        found = {one["id"]: one for body in bodies(software) for one in statuses(body)}
        assert len(found) >= least
        for status in found.values():
            me = Me("nobody", "nobody@here", Server("https://here", "here"))
            place = mapping.head_place(status, me) or mapping.direct_place(status, me)
            assert place is not None
            event = mapping.to_message(status, place, me)
            assert isinstance(event, MessageSeen), (software, event)
            assert "<" not in event.text
            assert "@" in event.author.remote_id
            assert mapping.to_post(status, me).remote_id == event.remote_id


def test_what_recorded_servers_say_of_themselves_is_understood() -> None:
    if not FOLDER:
        return
    facts = {
        software: server_in("https://x.example", body)
        for software in SERVERS
        for body in bodies(software)
        if isinstance(body, dict) and "configuration" in body
    }
    assert {name: one.most for name, one in facts.items()} == {"mastodon": 500, "gotosocial": 5000, "takahe": 500}
    assert facts["gotosocial"].streaming == "https://localhost:8200"
    assert facts["gotosocial"].pictures_most == 6


@pytest.mark.parametrize("text", ["hello", "@ann hello", "@ann @bob@far.example hello", "@ann"])
def test_texts_are_alike_with_and_without_the_names_before_them(text: str) -> None:
    wanted = "@ann" if text == "@ann" else "hello"
    assert mapping.alike(text) == wanted
