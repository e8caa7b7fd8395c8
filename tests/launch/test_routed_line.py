"""The command line tells in a few words who was given a thread and why."""

from __future__ import annotations

from socialdesk.launch.reading import _line
from socialdesk.model.identifiers import ThreadId
from socialdesk.model.message import Happening
from tests.model.builders import NOON


def test_who_was_given_a_thread_is_told_without_the_written_form() -> None:
    def told(detail: str) -> str:
        return _line(Happening(1, ThreadId(1), NOON, "", "routed", detail)).split("  ", 1)[1].strip()

    assert told('{"person": 2, "why": "turn", "person_name": "Léa Marchand"}') == "routed to Léa Marchand (turn)"
    assert told('{"why": "no_room"}') == "routed to the team (no_room)"
    assert told("nonsense") == "routed"
