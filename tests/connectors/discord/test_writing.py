"""What a bot writes once and does, and what it says when Discord refuses."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from socialdesk.connectors.kit import contract
from socialdesk.connectors.kit.contract import Intent
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.suite import faults
from socialdesk.model.failure import Certainty, FailureKind
from socialdesk.model.thread import Kind
from tests.connectors.discord.bot import AT, PICTURE, C, Desk, answer_to, mention
from tests.stand_ins.discord_world import BAN, BOT, GUILD, HISTORY, MODERATE, SEND, VIEW

pytestmark = pytest.mark.anyio


async def test_an_answer_is_sent_once_however_often_it_is_tried(desk: Desk) -> None:
    one = await mention(desk)
    net = desk.net
    key = desk.session.reserve(answer_to(one))
    assert len(key) <= 25
    assert key == desk.session.reserve(answer_to(one))
    intent = Intent(answer_to(one), key, net.now())
    for fault in (faults.closed(acts=True), faults.cut(20), faults.short(9), faults.status(502, acts=True)):
        net.faults.next(fault, method="POST")
        assert (await desk.refused(answer_to(one), key)).certainty is Certainty.UNKNOWN
        desk.after(seconds=2)
    receipt = await desk.do(answer_to(one), key)
    ours = [m for m in net.messages[one.remote_id.split(":")[0]].values() if m["author"]["id"] == BOT["id"]]
    assert [m["id"] for m in ours] == [receipt.remote_id.split(":")[1]]
    assert ours[0]["message_reference"]["message_id"] == one.remote_id.split(":")[1]

    found = await desk.session.reconcile(intent)
    assert found is not None
    assert found.remote_id == receipt.remote_id
    assert await desk.session.reconcile(replace(intent, key="another")) is None, "two alike are two"
    # Long after, Discord has forgotten the nonce: it is found by what it says and answers.
    del ours[0]["nonce"]
    assert await desk.session.reconcile(intent) is None, "sent again it would not double"
    desk.after(hours=3)
    found = await desk.session.reconcile(intent)
    assert found is not None
    assert found.remote_id == receipt.remote_id
    assert await desk.session.reconcile(replace(intent, action=answer_to(one, "Something else"))) is None
    assert await desk.session.reconcile(replace(intent, action=contract.LikeMessage(C, one.remote_id, on=True))) is None


async def test_nobody_is_called_by_an_answer_and_its_length_is_kept(desk: Desk) -> None:
    one = await mention(desk)
    receipt = await desk.do(answer_to(one, "@everyone " + "👍" * 995))
    assert desk.stored(receipt)["content"].startswith("@everyone")
    body = json.loads(desk.net.asked[-1].body)
    assert body["allowed_mentions"] == {"parse": [], "replied_user": True}
    asked = len(desk.net.asked)
    for text in ("x" * 2001, "👍" * 1001, "", "  "):
        assert (await desk.refused(answer_to(one, text))).kind is FailureKind.INVALID
    assert (await desk.refused(answer_to(one, "", pictures=(PICTURE,) * 11))).kind is FailureKind.INVALID
    assert len(desk.net.asked) == asked


async def test_pictures_go_out_with_their_descriptions(desk: Desk) -> None:
    one = await mention(desk)
    receipt = await desk.do(answer_to(one, "Look”", pictures=(PICTURE, replace(PICTURE, alt=""))))
    files = desk.stored(receipt)["attachments"]
    assert [file.get("description") for file in files] == ["A ridge in fog", None]
    assert desk.net.files[files[0]["id"]] == PICTURE.data
    assert desk.stored(receipt)["content"] == "Look”"


async def test_likes_deletions_and_bans_happen_and_less_than_a_ban_is_told(desk: Desk) -> None:
    one = await mention(desk)
    net = desk.net
    channel, id_ = one.remote_id.split(":")
    await desk.do(contract.LikeMessage(C, one.remote_id, on=True))
    assert net.reactions == {(channel, int(id_))}
    await desk.do(contract.LikeMessage(C, one.remote_id, on=False))
    assert not net.reactions
    receipt = await desk.do(answer_to(one))
    for _ in range(2):
        await desk.do(contract.DeleteMessage(C, receipt.remote_id, one.thread_remote_id))
    person = one.author.remote_id
    ban = contract.BlockPerson(C, person, on=True, thread_remote_id=one.thread_remote_id)
    assert (await desk.do(ban)).left_behind == ""
    assert net.banned == {person}
    for _ in range(2):
        await desk.do(replace(ban, on=False))
    assert not net.banned
    net.guilds[GUILD]["permissions"] = str(VIEW | HISTORY | SEND | MODERATE)
    assert "28 days" in (await desk.do(ban)).left_behind
    assert person in net.quiet
    await desk.do(replace(ban, on=False))
    assert not net.quiet
    net.guilds[GUILD]["permissions"] = str(VIEW | HISTORY | SEND)
    assert (await desk.refused(ban)).kind is FailureKind.PERMISSION_DENIED
    remove = contract.RemoveMessage(C, one.remote_id, one.thread_remote_id)
    assert (await desk.refused(remove)).kind is FailureKind.PERMISSION_DENIED
    net.guilds[GUILD]["permissions"] = str(BAN | VIEW | HISTORY | SEND | 1 << 13 | 1 << 6)
    await desk.do(remove)
    assert int(id_) not in net.messages[channel]
    assert (await desk.refused(contract.LikeMessage(C, one.remote_id, on=True))).kind is FailureKind.GONE
    gone = await desk.refused(answer_to(one))
    assert (gone.kind, gone.certainty) == (FailureKind.GONE, Certainty.NOT_SENT)


async def test_a_private_answer_opens_a_conversation_that_goes_on(desk: Desk) -> None:
    one = await mention(desk)
    net = desk.net
    ann = net.users[one.author.remote_id]
    private = contract.AnswerPrivately(C, one.remote_id, one.thread_remote_id, "Between us: yes")
    intent = Intent(private, desk.session.reserve(private), net.now())
    assert await desk.session.reconcile(intent) is None
    await desk.session.perform(intent)
    assert (await desk.session.reconcile(intent)) == contract.Receipt("", net.now())
    chat = net.chat(ann)
    net.says(chat, ann, "Thank you")
    ours, theirs = [event for event in await desk.messages() if event.kind is Kind.DM]
    assert ours.thread_remote_id == theirs.thread_remote_id == f"@me:{chat}"
    assert (ours.author.is_own, ours.contact and ours.contact.name, theirs.author.name) == (True, "Ann", "Ann")
    receipt = await desk.do(answer_to(theirs, "Any time"))
    assert "message_reference" not in desk.stored(receipt)
    desk.session = desk.open()
    for number in range(120):
        net.says(chat, ann, f"and {number}")
    texts = [event.text for event in await desk.messages()]
    assert [f"and {number}" in texts for number in range(120)] == [True] * 120, "it is kept which chats there are"
    net.takes_no_chats.add(ann["id"])
    failure = await desk.refused(private)
    assert (failure.kind, "channel" in failure.sentence) == (FailureKind.PERMISSION_DENIED, True)


async def test_a_budget_that_is_used_up_is_waited_for_and_stops_no_other_channel(desk: Desk) -> None:
    one = await mention(desk)
    net = desk.net
    for number in range(5):
        await desk.do(answer_to(one, str(number)), f"key{number}")
    asked = len(net.asked)
    failure = await desk.refused(answer_to(one, "six"), "key6")
    assert failure.kind is FailureKind.RATE_LIMITED
    assert failure.retry_at is not None
    assert timedelta(0) < failure.retry_at - net.now() <= timedelta(seconds=5)
    assert len(net.asked) == asked, "what would be refused is not asked"
    other = net.channel("other")
    ask = net.says(other, net.person("Bob"), f"{AT} and here?")
    two = next(m for m in await desk.messages() if m.remote_id.endswith(ask["id"]))
    await desk.do(answer_to(two), "key7")
    desk.after(seconds=6)
    await desk.do(answer_to(one, "six"), "key6")

    body = {"message": "You are being rate limited.", "retry_after": 64.57, "global": True}
    net.faults.next(faults.status(429, json.dumps(body).encode(), x_ratelimit_scope="global"), path="/guilds")
    with pytest.raises(ConnectorError) as told:
        await desk.read()
    assert told.value.failure.retry_at == net.now() + timedelta(seconds=64.57)
    assert (await desk.refused(answer_to(two), "key8")).code == "global"


@pytest.mark.parametrize(
    ("status", "code", "kind"),
    [
        (401, 0, FailureKind.AUTH_EXPIRED),
        (401, 40001, FailureKind.AUTH_EXPIRED),
        (403, 50001, FailureKind.PERMISSION_DENIED),
        (403, 50013, FailureKind.PERMISSION_DENIED),
        (403, 50278, FailureKind.PERMISSION_DENIED),
        (403, 0, FailureKind.PERMISSION_DENIED),
        (404, 10008, FailureKind.GONE),
        (404, 10003, FailureKind.GONE),
        (404, 0, FailureKind.NOT_FOUND),
        (400, 50083, FailureKind.WINDOW_CLOSED),
        (403, 160005, FailureKind.WINDOW_CLOSED),
        (400, 50041, FailureKind.SUSPENDED),
        (400, 50035, FailureKind.INVALID),
        (400, 200000, FailureKind.INVALID),
        (413, 40005, FailureKind.INVALID),
        (400, 20016, FailureKind.RATE_LIMITED),
        (503, 0, FailureKind.TRANSIENT),
        (503, 130000, FailureKind.TRANSIENT),
    ],
)
async def test_each_refusal_has_its_kind_and_a_sentence(desk: Desk, status: int, code: int, kind: FailureKind) -> None:
    one = await mention(desk)
    desk.net.faults.next(faults.status(status, json.dumps({"message": "No", "code": code}).encode()), method="POST")
    failure = await desk.refused(answer_to(one))
    assert failure.kind is kind
    assert failure.sentence.endswith(".")
    assert failure.certainty is (Certainty.UNKNOWN if status >= 500 else Certainty.NOT_SENT)
