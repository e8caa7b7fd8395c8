"""Every thread command that changes a thread can be taken back, or it is listed here why not."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from socialdesk.model.command import THREAD_COMMANDS, Given
from socialdesk.model.fold import fold, inverse
from socialdesk.model.identifiers import CommandId, MessageId, ThreadId
from socialdesk.model.moderation import OPPOSITE, ReportReason
from socialdesk.model.shield.values import ShieldKind
from socialdesk.model.thread import Priority
from tests.model.builders import LEA, ME, NOON, thread

NO_WAY_BACK = {
    "cancel_reply": "it is a way back itself",
    "cancel_act": "it is a way back itself",
    "send_now": "what leaves now has left",
    "settle_unknown": "a person said what is true",
    "take_note_back": "it is a way back itself",
    "let_through": "a thread that is in sight already stays so",
    "count_opened": "what was seen was seen",
}
SAMPLES: dict[str, Any] = {
    "text": "x",
    "based_on": MessageId(1),
    "not_before": NOON + timedelta(seconds=10),
    "reply": CommandId("c"),
    "act": CommandId("c"),
    "arrived": True,
    "until": NOON + timedelta(hours=1),
    "person": LEA,
    "tag": "t",
    "priority": Priority.HIGH,
    "message": MessageId(1),
    "reason": ReportReason.SPAM,
    "note": CommandId("n"),
    "written_at": NOON,
    "shield": next(iter(ShieldKind)),
    "day": "2026-06-13",
    "other": ThreadId(2),
    "merge": "m",
}


@pytest.mark.parametrize("kind", THREAD_COMMANDS, ids=lambda kind: kind.name)
def test_it_has_a_way_back_or_a_reason_why_not(kind: Any) -> None:
    before = thread(unread=2)
    if kind.name == "remove_tag":
        before = thread(tags=("t",))
    fields = {name: SAMPLES[name] for name in kind.__dataclass_fields__ if name in SAMPLES}
    command = kind(thread=before.id, **fields)
    given = Given(CommandId("g"), 1, NOON, ME, command)

    back = inverse(before, command, given)

    assert bool(back) is (kind.name not in NO_WAY_BACK)
    after = fold(before, command, NOON, ME, ME)
    for one in back:
        after = fold(after, one, NOON, ME, ME)
    if back and kind.name != "reply":
        assert (after.status, after.snoozed_until, after.assignee_id, after.tags, after.priority) == (
            before.status,
            before.snoozed_until,
            before.assignee_id,
            before.tags,
            before.priority,
        )


def test_what_is_taken_back_there_is_taken_back_by_its_opposite_and_that_by_it() -> None:
    assert all(OPPOSITE[other] == act for act, other in OPPOSITE.items())
