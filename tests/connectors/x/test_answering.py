"""Answers, and what else is done on X; against the stand-in after X's reference."""

from __future__ import annotations

from pathlib import Path

import pytest

from socialdesk.connectors.kit.contract import (
    AnswerPrivately,
    BlockPerson,
    DeleteMessage,
    HideMessage,
    LikeMessage,
    Picture,
)
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.suite import faults
from socialdesk.model.failure import Certainty, FailureKind
from socialdesk.model.thread import Kind
from tests.connectors.x.account import COMMAND, direct, public, signed_in
from tests.stand_ins.x import XStandIn
from tests.stand_ins.x_world import ANN, BEN, OWN

pytestmark = pytest.mark.anyio


async def test_answers_leave_with_pictures_and_are_found_again_after_a_lost_outcome(tmp_path: Path) -> None:
    x = XStandIn()
    to = x.said(ANN, "@woolco in blue?")
    x.wrote(ANN, "And when?")
    picture = Picture(b"\x89PNG not really", "image/png", 4, 3, "a blue jacket")
    async with signed_in(x, tmp_path) as desk:
        receipt = await desk.do(public(x, to, "Yes & soon: https://wool.example", picture))
        assert receipt.permalink == f"https://x.com/woolco/status/{receipt.remote_id}"
        assert [one["alt"] for one in x.media.values()] == ["a blue jacket"]
        assert x.posts[receipt.remote_id].media == ["1000"]
        await desk.do(direct("On Monday", picture))
        assert x.events[-1]["text"] == "On Monday"

        for action in (public(x, to, "Again <3"), direct("Really on Monday")):
            intent = desk.intent(action)
            assert desk.session is not None
            assert await desk.session.reconcile(intent) is None
            path = "/2/tweets" if action.kind is Kind.MENTION else f"/2/dm_conversations/{OWN}-{ANN}/messages"
            x.faults.next(faults.closed(acts=True), path=path)
            with pytest.raises(ConnectorError) as told:
                await desk.session.perform(intent)
            assert told.value.failure.certainty is Certainty.UNKNOWN
            found = await desk.session.reconcile(intent)
            assert found is not None
            assert found.remote_id in x.posts or found.remote_id == f"dm:{x.events[-1]['id']}"

        intent = desk.intent(public(x, to, "Again <3"))
        assert desk.session is not None
        with pytest.raises(ConnectorError) as told:
            await desk.session.perform(intent)
        assert told.value.failure.certainty is Certainty.UNKNOWN, "what X calls a duplicate may be this very answer"


async def test_a_private_answer_reaches_the_writer_once_and_who_takes_none_is_told_so(tmp_path: Path) -> None:
    x = XStandIn()
    x.closed_to_strangers.add(BEN)
    named = [x.said(person, "@woolco it broke") for person in (ANN, BEN)]

    def private(to: str, text: str) -> AnswerPrivately:
        return AnswerPrivately(COMMAND, to, f"{to}:{x.posts[to].author}", text)

    async with signed_in(x, tmp_path) as desk:
        receipt = await desk.do(private(named[0], "Which size was it?"))
        assert not receipt.remote_id, "the conversation comes by reading"
        assert (x.events[-1]["text"], x.events[-1]["dm_conversation_id"]) == ("Which size was it?", f"{OWN}-{ANN}")
        seen = await desk.messages("messages")
        assert seen["Which size was it?"].author.is_own
        closed = await desk.refused(private(named[1], "Which size was it?"))
        assert (closed.kind, "does not take direct messages" in closed.sentence) == (
            FailureKind.PERMISSION_DENIED,
            True,
        )
        x.wrote(BEN, "May I?")
        await desk.do(private(named[1], "Which size was it?"))
        long = await desk.refused(private(named[0], "x" * 10_001))
        assert (long.kind, long.certainty) == (FailureKind.INVALID, Certainty.NOT_SENT)
        nobody = await desk.refused(AnswerPrivately(COMMAND, named[0], f"{named[0]}:", "Hello"))
        assert (nobody.kind, nobody.code) == (FailureKind.INVALID, "nobody")

        intent = desk.intent(private(named[0], "And which colour?"))
        assert desk.session is not None
        assert await desk.session.reconcile(intent) is None
        x.faults.next(faults.closed(acts=True), path=f"/2/dm_conversations/with/{ANN}/messages")
        with pytest.raises(ConnectorError) as told:
            await desk.session.perform(intent)
        assert told.value.failure.certainty is Certainty.UNKNOWN
        assert await desk.session.reconcile(intent) is not None
        assert [one["text"] for one in x.events].count("And which colour?") == 1


async def test_hiding_deleting_and_blocking_work_and_the_rest_is_refused(tmp_path: Path) -> None:
    x = XStandIn()
    ours = x.said(OWN, "New jackets")
    comment = x.said(ANN, "@woolco scam", ours)
    elsewhere = x.said(BEN, "Hello @woolco")
    async with signed_in(x, tmp_path) as desk:
        await desk.do(HideMessage(COMMAND, comment, f"{ours}:{ANN}", on=True))
        assert x.posts[comment].hidden
        failure = await desk.refused(HideMessage(COMMAND, elsewhere, f"{elsewhere}:{BEN}", on=True))
        assert failure.kind is FailureKind.PERMISSION_DENIED
        receipt = await desk.do(public(x, comment, "Sorry?", kind=Kind.COMMENT))
        for _ in range(2):
            await desk.do(DeleteMessage(COMMAND, receipt.remote_id, f"{ours}:{ANN}"))
        assert receipt.remote_id not in x.posts
        await desk.do(BlockPerson(COMMAND, ANN, on=True))
        failure = await desk.refused(direct("Hello"))
        assert "does not take direct messages" in failure.sentence
        await desk.do(BlockPerson(COMMAND, ANN, on=False))
        assert not x.blocked
        assert (await desk.refused(LikeMessage(COMMAND, comment, on=True))).kind is FailureKind.INVALID


@pytest.mark.parametrize(
    ("text", "pictures", "part"),
    [
        ("x" * 281, 0, "by 1"),
        ("漢" * 141, 0, "by 2"),
        ("  ", 0, "empty"),
        ("five", 5, "More pictures"),
    ],
)
async def test_what_x_would_not_take_is_not_sent(tmp_path: Path, text: str, pictures: int, part: str) -> None:
    x = XStandIn()
    to = x.said(ANN, "@woolco hello")
    async with signed_in(x, tmp_path) as desk:
        before = len(x.asked)
        failure = await desk.refused(public(x, to, text, *[Picture(b"p", "image/png", 1, 1)] * pictures))
        assert part in failure.sentence
        assert len(x.asked) == before
        fits = "x" * 256 + " https://wool.example/" + "y" * 200
        await desk.do(public(x, to, fits))


async def test_who_did_not_name_us_cannot_be_answered_by_an_app_and_that_is_said(tmp_path: Path) -> None:
    x = XStandIn()
    to = x.said(ANN, "@woolco hello")
    x.is_summoned = False
    async with signed_in(x, tmp_path) as desk:
        failure = await desk.refused(public(x, to, "Hello Ann"))
    assert (failure.kind, failure.code) == (FailureKind.PERMISSION_DENIED, "not_summoned")
    assert "answer on X itself" in failure.sentence
