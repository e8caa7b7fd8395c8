"""What a bot writes and does, what it refuses to send, and what it says when Telegram refuses."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from socialdesk.connectors.kit import contract
from socialdesk.connectors.kit.contract import Intent
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.suite import faults
from socialdesk.model.event import MessageSeen
from socialdesk.model.failure import Certainty, FailureKind
from socialdesk.model.thread import Kind
from tests.connectors.telegram.bot import PICTURE, C, Desk, answer_to

pytestmark = pytest.mark.anyio


async def test_an_answer_goes_out_whole_up_to_its_length_and_never_longer(desk: Desk) -> None:
    net = desk.net
    ann = net.person("Ann")
    await desk.begin()
    net.says(net.chats[ann["id"]], ann, "Hi")
    one = await desk.message()
    text = "👍" * 2048
    receipt = await desk.answer(one, text)
    ours = net.messages[ann["id"], int(receipt.remote_id.split(":")[1]), 0]
    assert ours["text"] == text
    assert "reply_to_message" not in ours, "in a chat of two an answer needs no quote"
    assert (receipt.permalink, receipt.at) == ("", net.now())
    desk.after(seconds=2)
    before = len(net.asked)
    for wrong, pictures in ((text + "x", ()), ("", ()), (" \n", ()), ("y" * 1025, (PICTURE,)), ("", (PICTURE,) * 11)):
        failure = await desk.refused(answer_to(one, wrong, pictures=pictures))
        assert (failure.kind, failure.certainty) == (FailureKind.INVALID, Certainty.NOT_SENT)
        assert "Nothing was sent" in failure.sentence
    assert len(net.asked) == before


async def test_words_are_corrected_also_below_a_picture(desk: Desk) -> None:
    net = desk.net
    ann = net.person("Ann")
    await desk.begin()
    net.says(net.chats[ann["id"]], ann, "Hi")
    one = await desk.message()
    for pictures, what in (((), "text"), ((PICTURE,), "caption")):
        receipt = await desk.answer(one, "We open at nien.", pictures=pictures)
        key = (ann["id"], int(receipt.remote_id.split(":")[1]), 0)
        edit = contract.EditMessage(C, receipt.remote_id, one.thread_remote_id, Kind.DM, "We open at nine.")
        await desk.do(edit)
        assert net.messages[key][what] == "We open at nine."
        await desk.do(edit)  # the same words again are no failure
        desk.after(seconds=2)
    others = contract.EditMessage(C, one.remote_id, one.thread_remote_id, Kind.DM, "Not ours.")
    failure = await desk.refused(others)
    assert (failure.kind, failure.certainty) == (FailureKind.WINDOW_CLOSED, Certainty.NOT_SENT)
    await desk.do(contract.DeleteMessage(C, receipt.remote_id, one.thread_remote_id))
    assert (await desk.refused(edit)).kind is FailureKind.GONE


async def test_pictures_go_out_with_their_words_and_are_deleted_together(desk: Desk) -> None:
    net = desk.net
    ann = net.person("Ann")
    await desk.begin()
    net.says(net.chats[ann["id"]], ann, "Hi")
    one = await desk.message()
    receipt = await desk.answer(one, "Look ”here“", pictures=(PICTURE,))
    sent = net.messages[ann["id"], int(receipt.remote_id.split(":")[1]), 0]
    assert sent["caption"] == "Look ”here“"
    assert net.files[sent["photo"][0]["file_id"]] == PICTURE.data
    desk.after(seconds=2)
    receipt = await desk.answer(one, "Three", pictures=(PICTURE,) * 3)
    numbers = [int(one) for one in receipt.remote_id.split(":")[1].split(",")]
    assert len(numbers) == 3
    assert [net.messages[ann["id"], number, 0].get("caption") for number in numbers] == ["Three", None, None]
    await desk.do(contract.DeleteMessage(C, receipt.remote_id, one.thread_remote_id))
    assert not any((ann["id"], number, 0) in net.messages for number in numbers)


async def test_what_was_sent_into_the_dark_is_never_sent_twice_and_a_person_is_asked(desk: Desk) -> None:
    net = desk.net
    ann = net.person("Ann")
    await desk.begin()
    net.says(net.chats[ann["id"]], ann, "Hi")
    one = await desk.message()
    for fault in (faults.closed(acts=True), faults.cut(20), faults.status(502), faults.html(), faults.short(7)):
        desk.after(seconds=2)
        net.faults.next(fault, path="sendMessage")
        assert (await desk.refused(answer_to(one))).certainty is Certainty.UNKNOWN
    intent = Intent(answer_to(one), "key", net.now())
    with pytest.raises(ConnectorError) as told:
        await desk.session.reconcile(intent)
    assert not told.value.failure.heals_itself
    assert told.value.failure.certainty is Certainty.UNKNOWN
    # Done twice, a like is done once: that needs nobody.
    like = Intent(contract.LikeMessage(C, one.remote_id, on=True), "key", net.now())
    assert await desk.session.reconcile(like) is None


async def test_likes_deletions_and_bans_happen_in_the_group_where_somebody_wrote(desk: Desk) -> None:
    net = desk.net
    ann = net.person("Ann")
    group = net.group("Walkers")
    await desk.begin()
    said = net.says(group, ann, "Fjell?", entities=[{"type": "text_mention", "offset": 0, "length": 5, "user": net.me}])
    one = await desk.message()
    key = (group["id"], said["message_id"])
    await desk.do(contract.LikeMessage(C, one.remote_id, on=True))
    assert net.reactions[key] == [{"type": "emoji", "emoji": "👍"}]
    await desk.do(contract.LikeMessage(C, one.remote_id, on=False))
    assert net.reactions[key] == []
    receipt = await desk.answer(one)
    await desk.do(contract.DeleteMessage(C, receipt.remote_id, one.thread_remote_id))
    await desk.do(contract.DeleteMessage(C, receipt.remote_id, one.thread_remote_id))
    ban = contract.BlockPerson(C, str(ann["id"]), on=True, thread_remote_id=one.thread_remote_id)
    await desk.do(ban)
    assert net.banned == {(group["id"], ann["id"])}
    await desk.do(replace(ban, on=False))
    assert not net.banned
    await desk.do(replace(ban, person_remote_id="-1009999999999"))
    assert net.banned == {(group["id"], -1009999999999)}
    net.admin_in.clear()
    failure = await desk.refused(ban)
    assert (failure.kind, "administrator" in failure.sentence) == (FailureKind.PERMISSION_DENIED, True)
    remove = contract.RemoveMessage(C, one.remote_id, one.thread_remote_id)
    assert (await desk.refused(remove)).kind is FailureKind.PERMISSION_DENIED
    net.admin_in.add(group["id"])
    await desk.do(remove)
    assert (*key, 0) not in net.messages
    assert (await desk.refused(contract.LikeMessage(C, one.remote_id, on=True))).kind is FailureKind.GONE
    desk.after(seconds=2)
    assert (await desk.refused(answer_to(one))).kind is FailureKind.GONE
    in_chat = replace(ban, thread_remote_id=str(ann["id"]))
    assert (await desk.refused(in_chat)).kind is FailureKind.PERMISSION_DENIED


async def test_a_private_answer_reaches_who_has_started_the_bot_and_shows_in_their_conversation(desk: Desk) -> None:
    net = desk.net
    ann, bob = net.person("Ann"), net.person("Bob", starts=False)
    group = net.group("Walkers")
    await desk.begin()
    entity = {"type": "text_mention", "offset": 0, "length": 5, "user": net.me}
    for who in (ann, bob):
        net.says(group, who, "Fjell?", entities=[entity])
    to_ann, to_bob = [
        contract.AnswerPrivately(C, one.remote_id, one.thread_remote_id, "Between us: yes") for one in await desk.read()
    ]
    await desk.do(to_ann)
    shown = await desk.message()
    assert (shown.kind, shown.thread_remote_id, shown.author.is_own) == (Kind.DM, str(ann["id"]), True)
    assert shown.contact is not None
    assert shown.contact.name == "Ann"
    await desk.read()
    assert await desk.read() == [], "told until it is stored, and not for ever"
    failure = await desk.refused(to_bob)
    assert (failure.kind, "Start" in failure.sentence) == (FailureKind.PERMISSION_DENIED, True)


async def test_a_group_that_became_large_is_answered_where_it_is_now(desk: Desk) -> None:
    net = desk.net
    ann = net.person("Ann")
    group = net.group("Small", kind="group")
    await desk.begin()
    net.says(group, ann, "Fjell?", entities=[{"type": "text_mention", "offset": 0, "length": 5, "user": net.me}])
    one = await desk.message()
    large = net.becomes_large(group)
    receipt = await desk.answer(one)
    assert receipt.remote_id.startswith(f"{large['id']}:")
    assert len([key for key in net.messages if key[0] == large["id"]]) == 1
    assert (await desk.refused(contract.LikeMessage(C, one.remote_id, on=True))).kind is FailureKind.GONE


async def test_a_pause_in_one_chat_stops_no_other(desk: Desk) -> None:
    net = desk.net
    ann, bob = net.person("Ann"), net.person("Bob")
    group = net.group("Walkers")
    await desk.begin()
    entity = {"type": "text_mention", "offset": 0, "length": 5, "user": net.me}
    net.says(group, ann, "Fjell?", entities=[entity])
    net.says(net.chats[bob["id"]], bob, "Hi")
    public, private = [one for one in await desk.read() if isinstance(one, MessageSeen)]
    flood = json.dumps(
        {
            "ok": False,
            "error_code": 429,
            "description": "Too Many Requests: retry after 7",
            "parameters": {"retry_after": 7},
        }
    ).encode()
    net.faults.next(faults.status(429, flood), path="sendMessage")
    failure = await desk.refused(answer_to(public))
    assert (failure.kind, failure.retry_at) == (FailureKind.RATE_LIMITED, net.now() + timedelta(seconds=7))
    desk.after(seconds=6)
    asked = len(net.asked)
    assert (await desk.refused(answer_to(public))).retry_at == net.now() + timedelta(seconds=1)
    assert len(net.asked) == asked, "before its time nothing is asked"
    await desk.answer(private)
    await desk.read()
    desk.after(seconds=2)
    await desk.answer(public)

    # We keep the pace by ourselves: one a second in a chat, twenty a minute in a group.
    assert (await desk.refused(answer_to(public))).code == "pace"
    for _ in range(18):
        desk.after(seconds=1)
        await desk.answer(public)
    desk.after(seconds=1)
    await desk.answer(public)
    desk.after(seconds=1)
    failure = await desk.refused(answer_to(public))
    assert (failure.code, failure.retry_at) == ("pace", net.sent_at[group["id"]][0] + timedelta(minutes=1))


@pytest.mark.parametrize(
    ("status", "words", "kind"),
    [
        (403, "Forbidden: bot was blocked by the user", FailureKind.PERMISSION_DENIED),
        (403, "Forbidden: user is deactivated", FailureKind.GONE),
        (403, "Forbidden: bot was kicked from the supergroup chat", FailureKind.PERMISSION_DENIED),
        (400, "Bad Request: not enough rights to send text messages to the chat", FailureKind.PERMISSION_DENIED),
        (400, "Bad Request: CHAT_ADMIN_REQUIRED", FailureKind.PERMISSION_DENIED),
        (400, "Bad Request: have no rights to send a message", FailureKind.PERMISSION_DENIED),
        (400, "Bad Request: chat not found", FailureKind.NOT_FOUND),
        (400, "Bad Request: message to be replied not found", FailureKind.GONE),
        (400, "Bad Request: BUSINESS_CONNECTION_INVALID", FailureKind.WINDOW_CLOSED),
        (400, "Bad Request: message is too long", FailureKind.INVALID),
        (413, "Request Entity Too Large", FailureKind.INVALID),
        (400, "Bad Request: something of next year", FailureKind.INVALID),
        (401, "Unauthorized", FailureKind.AUTH_EXPIRED),
        (404, "Not Found", FailureKind.AUTH_EXPIRED),
        (500, "Internal Server Error", FailureKind.TRANSIENT),
    ],
)
async def test_each_refusal_has_its_kind_and_a_sentence(desk: Desk, status: int, words: str, kind: FailureKind) -> None:
    net = desk.net
    ann = net.person("Ann")
    await desk.begin()
    net.says(net.chats[ann["id"]], ann, "Hi")
    one = await desk.message()
    body = json.dumps({"ok": False, "error_code": status, "description": words}).encode()
    net.faults.next(faults.status(status, body), path="sendMessage")
    failure = await desk.refused(answer_to(one))
    assert failure.kind is kind
    assert failure.sentence.endswith((".", "!"))
    assert failure.certainty is (Certainty.UNKNOWN if status >= 500 else Certainty.NOT_SENT)
