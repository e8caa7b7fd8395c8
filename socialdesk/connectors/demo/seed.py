"""Gives what the team of the demo workspace has done before it is opened: who has what, notes, tags, drafts, replies.

None of it is a fact of the platform; whoever makes the demo workspace puts it there.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from socialdesk.connectors.demo.content import Table, content
from socialdesk.model.identifiers import PersonId, SavedReplyId
from socialdesk.model.person import Person, Role
from socialdesk.model.saved_reply import SavedReply
from socialdesk.model.thread import Priority, Status


@dataclass(frozen=True, slots=True)
class SeedNote:
    """A note and whom it names."""

    by: str
    text: str
    at: datetime
    mentions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SeedThread:
    """How the team left a thread."""

    remote_id: str
    status: Status
    assignee: str | None
    tags: tuple[str, ...]
    priority: Priority
    unread: int
    snoozed_until: datetime | None
    draft: str
    notes: tuple[SeedNote, ...]
    events: tuple[tuple[str, str, str, datetime], ...]
    """(by, what, detail, at)"""
    location: str
    time_zone: str
    language: str
    is_vip: bool
    memo: str
    fields: tuple[tuple[str, str], ...]
    mentions_me: bool


def people() -> dict[str, Person]:
    """The team by key; numbers are given by who stores them."""
    found: dict[str, Person] = {}
    for number, told in enumerate(content().workspace["people"], 1):
        role, until = Role(told["role"]), told.get("on_shift_until")
        found[told["key"]] = Person(PersonId(number), told["name"], role, bool(told.get("me")), until)
    return found


def saved_replies() -> list[SavedReply]:
    """The library of the team."""
    return [
        SavedReply(
            SavedReplyId(0),
            told["shortcut"],
            told["title"],
            told["folder"],
            tuple(told["bodies"].items()),
            told["used"],
            tags=tuple(told.get("tags", ())),
        )
        for told in content().replies
    ]


def threads(birth: datetime) -> list[SeedThread]:
    """How the team left every thread, for a world born at `birth`."""
    me = next(told["key"] for told in content().workspace["people"] if told.get("me"))
    best: dict[tuple[str, str], Table] = {}
    for told in content().threads.values():
        who = told["contact"]
        known = best.setdefault((told["channel"], who["handle"]), who)
        if len(who) > len(known):
            best[told["channel"], who["handle"]] = who
    return [
        _thread(told, best[told["channel"], told["contact"]["handle"]], birth, me)
        for told in content().threads.values()
    ]


def _thread(told: Table, who: Table, birth: datetime, me: str) -> SeedThread:
    def before(minutes: float) -> datetime:
        return birth - timedelta(minutes=minutes)

    notes = tuple(
        SeedNote(note["by"], note["text"], before(note["at"]), tuple(note.get("mentions", ())))
        for note in told.get("notes", ())
    )
    is_read = told.get("read", True)
    last_own = max((n for n, m in enumerate(told["messages"]) if not _inbound(m)), default=-1)
    theirs = sum(1 for message in told["messages"][last_own + 1 :] if _inbound(message))
    labels = (("Customer since", "customer_since"), ("Orders", "orders"), ("Last order", "last_order"))
    fields = tuple((label, str(who[key])) for label, key in labels if key in who)
    return SeedThread(
        remote_id=told["key"],
        status=Status(told.get("status", "open")),
        assignee=told.get("assignee"),
        tags=tuple(told.get("tags", ())),
        priority=Priority(told.get("priority", "normal")),
        unread=0 if is_read else int(told.get("unread", theirs)),
        snoozed_until=birth + timedelta(minutes=told["snooze"]) if "snooze" in told else None,
        draft=told.get("draft", "") if told.get("draft_by", me) == me else "",
        notes=notes,
        events=tuple((e["by"], e["what"], e.get("detail", ""), before(e["at"])) for e in told.get("events", ())),
        location=who.get("location", ""),
        time_zone=who.get("time_zone", ""),
        language=who.get("language", ""),
        is_vip=bool(who.get("vip")),
        memo=who.get("memo", ""),
        fields=fields,
        mentions_me=not is_read and any(me in note.mentions for note in notes),
    )


def _inbound(message: Table) -> bool:
    return message["from"] == "contact" or message["from"].startswith("@")
