from __future__ import annotations

import pytest

from socialdesk.model.command import (
    THREAD_COMMANDS,
    WORKSPACE_COMMANDS,
    AddNote,
    Assign,
    Command,
    ConnectChannel,
    DeleteTag,
    PutTagBack,
    RenameTag,
    Reply,
    SetPriority,
    Snooze,
)
from socialdesk.model.command_form import UnknownCommand, from_json, to_json
from socialdesk.model.connecting import AddAccounts, AllowConnector, FinishSignIn, LeaveChannel
from socialdesk.model.contact import FieldKind
from socialdesk.model.contact_command import MergeContacts, SetContactField, WriteMemo
from socialdesk.model.identifiers import CommandId, ContactId, MessageId, PersonId, ThreadId
from socialdesk.model.keeping import LimitPictures
from socialdesk.model.moderation import (
    AnswerPrivately,
    BlockPerson,
    HideMessage,
    MuteThread,
    RemoveMessage,
    ReportMessage,
    ReportReason,
)
from socialdesk.model.policy_command import SetReplyPolicy
from socialdesk.model.saved_reply import Scope
from socialdesk.model.saved_reply_command import ImportReplies, RevertReplies, SaveReply
from socialdesk.model.shield.values import ShieldKind
from socialdesk.model.shielding import CountOpened, KeepOutOfSight, LetThrough, SetShieldAuthor, SetShieldWord, Teach
from socialdesk.model.staff_command import BeAway, BeBack, SetRouting, SetStaff
from socialdesk.model.thread import Priority
from tests.model.builders import LEA, NOON, at

T = ThreadId(7)


@pytest.mark.parametrize(
    "command",
    [
        Reply(T, "Bonjour 👋 {x}", MessageId(4), at(1), then_done=True),
        Snooze(T, None),
        Snooze(T, at(60)),
        Assign(T, None),
        AddNote(T, "@Léa", (PersonId(2), PersonId(3))),
        SetPriority(T, Priority.URGENT),
        HideMessage(T, MessageId(4), at(1), on=False),
        RemoveMessage(T, MessageId(4), at(1)),
        BlockPerson(T, MessageId(4), at(1)),
        ReportMessage(T, MessageId(4), ReportReason.THREAT, "Il menace\nl’équipe", at(1)),
        MuteThread(T, at(1), there=True),
        AnswerPrivately(T, MessageId(4), "Un mot entre nous", at(1)),
        ImportReplies(
            (SaveReply(4, "a", "A", "", (), Scope.ME, None, ("t",), (("tag", "late"),), 3, "2027-01-31", 2),)
        ),
        RevertReplies(CommandId("1-a")),
        SaveReply(None, "express", "Parcel stuck", "Delivery", (("en", "Hi"), ("fr", "Bonjour"))),
        MergeContacts(ContactId(1), ContactId(2), "m", "Same order", ("handle", "name")),
        SetContactField(ContactId(1), "Since", "2021-03-04", FieldKind.DATE, 0),
        WriteMemo(ContactId(1), "New", "Old"),
        ConnectChannel(
            "bluesky", "app_password", (("server", "https://example.com"),), "pending:1", asks=True, again=3
        ),
        ConnectChannel("mastodon", redirect="http://127.0.0.1:4711/callback"),
        FinishSignIn(CommandId("1-a"), "pending:2"),
        AllowConnector("acme", '[["https://api.example"], ["read"]]'),
        AddAccounts(CommandId("1-a"), ("did:1", "did:2"), 90),
        LeaveChannel(2, at(3), erase=True),
        LimitPictures(500),
        RenameTag("vat", "Taxes", merges=True),
        DeleteTag("vat"),
        PutTagBack(CommandId("1-a")),
    ],
    ids=lambda command: command.name,
)
def test_a_command_reads_back_as_it_was_written(command: Command) -> None:
    assert from_json(to_json(command)) == command


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"command": "fly"}',
        '{"command": "assign"}',
        '{"command": "assign", "thread": 1, "person": 1, "x": 2}',
    ],
)
def test_what_is_not_a_command_of_this_version_is_refused(text: str) -> None:
    with pytest.raises(UnknownCommand):
        from_json(text)


def test_names_are_unique() -> None:
    names = [kind.name for kind in (*THREAD_COMMANDS, *WORKSPACE_COMMANDS)]

    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    "command",
    [
        LetThrough(T, Teach.WORDS),
        KeepOutOfSight(T, ShieldKind.THREAT),
        CountOpened(T, "2026-11-28"),
        SetShieldWord(ShieldKind.SLUR, "fr", "mot « é »", is_part=True, on=False),
        SetShieldAuthor(3, "did:plc:x", "Ann"),
        SetReplyPolicy('{"zone": "UTC"}', 7),
        SetStaff(LEA, '{"zone": "UTC"}', 3),
        BeAway(LEA, NOON, "sick", NOON),
        BeBack(LEA, NOON),
        SetRouting('{"strategy": "turns"}'),
    ],
    ids=lambda command: command.name,
)
def test_an_act_of_this_kind_reads_back_as_it_was_written(command: Command) -> None:
    found = from_json(to_json(command))
    assert found == command
    assert [type(getattr(found, name)) for name in found.__slots__] == [
        type(getattr(command, name)) for name in command.__slots__
    ]
