"""Answering and moderating on Reddit: what is sent arrives once, in the place that was meant."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from socialdesk.connectors.kit.contract import (
    AnswerPrivately,
    BlockPerson,
    DeleteMessage,
    HideMessage,
    LikeMessage,
    RemoveMessage,
    ReportMessage,
)
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.suite import faults
from socialdesk.model.failure import Certainty, FailureKind
from socialdesk.model.moderation import ReportReason
from socialdesk.model.thread import Kind
from tests.connectors.reddit.account import COMMAND, answer, signed_in
from tests.stand_ins.reddit import RedditStandIn
from tests.stand_ins.reddit_world import OWN, Thing

pytestmark = pytest.mark.anyio


async def test_an_answer_is_counted_exactly_and_found_again_after_a_broken_line(tmp_path: Path) -> None:
    reddit = RedditStandIn()
    async with signed_in(reddit, tmp_path) as desk:
        first = reddit.wrote("Ann", "Is it warm?", reddit.post)
        receipt = await desk.do(answer(first, "It **is** & more "))
        echo = (await desk.messages("own"))["It **is** & more"]
        assert (receipt.remote_id, receipt.version) == (echo.remote_id, echo.version)
        await desk.do(answer(first, "🧶" * 10_000))
        assert "by 1." in (await desk.refused(answer(first, "x" * 10_001))).sentence
        assert (await desk.refused(answer(first, " "))).kind is FailureKind.INVALID

        assert desk.session
        for fault in (faults.closed(acts=True), faults.cut(20), faults.status(502, acts=True)):
            intent = desk.intent(answer(first, f"After {fault.name} "))
            reddit.faults.next(fault, method="POST")
            with pytest.raises(ConnectorError) as caught:
                await desk.session.perform(intent)
            assert caught.value.failure.certainty is Certainty.UNKNOWN
            found = await desk.session.reconcile(intent)
            assert found
            assert reddit.things[found.remote_id].body == f"After {fault.name}"
            desk.clock.move(timedelta(minutes=10))
            assert await desk.session.reconcile(desk.intent(answer(first, f"After {fault.name}"))) is None


def privately(to: Thing, text: str) -> AnswerPrivately:
    return AnswerPrivately(COMMAND, to.name, to.name, text)


async def test_a_comment_is_answered_where_only_its_writer_reads_it(tmp_path: Path) -> None:
    reddit = RedditStandIn()
    async with signed_in(reddit, tmp_path) as desk:
        first = reddit.wrote("Ann", "Where is it?", reddit.post)
        receipt = await desk.do(privately(first, "Tell us its number "))
        assert receipt.remote_id == "", "Reddit does not say what became of it"
        (sent,) = [one for one in reddit.things.values() if one.dest]
        assert (sent.author, sent.dest, sent.subject, sent.body) == (
            OWN,
            "Ann",
            "re: Our new wool",
            "Tell us its number",
        )
        read = (await desk.messages("sent"))["Tell us its number"]
        assert (read.kind, read.thread_remote_id, read.author.is_own) == (Kind.DM, sent.name, True)
        assert read.contact is not None
        assert read.contact.remote_id == "ann"
        reddit.messaged("Ann", OWN, "It is 123", sent)
        assert (await desk.messages("inbox"))["It is 123"].thread_remote_id == sent.name, "what they say goes on there"

        reddit.post.body = "A title " * 30
        await desk.do(privately(first, "🧶" * 10_000))
        assert len(max(reddit.things.values(), key=lambda one: one.at).subject) <= 100
        assert "by 1." in (await desk.refused(privately(first, "x" * 10_001))).sentence
        assert (await desk.refused(privately(first, " "))).kind is FailureKind.INVALID


async def test_a_private_answer_is_refused_with_its_reason_and_found_again_after_a_broken_line(tmp_path: Path) -> None:
    reddit = RedditStandIn()
    async with signed_in(reddit, tmp_path) as desk:
        assert desk.session
        first = reddit.wrote("Ann", "Where is it?", reddit.post)
        other = reddit.wrote("Bob", "And mine?", reddit.post)
        reddit.takes_no_messages.add("Ann")
        refused = await desk.refused(privately(first, "Hello"))
        assert (refused.kind, "in public" in refused.sentence) == (FailureKind.PERMISSION_DENIED, True)
        reddit.takes_no_messages.clear()
        reddit.blocked.add("Ann")
        assert (await desk.refused(privately(first, "Hello"))).kind is FailureKind.PERMISSION_DENIED
        reddit.blocked.clear()

        for fault in (faults.closed(acts=True), faults.cut(20), faults.status(502, acts=True)):
            intent = desk.intent(privately(first, f"After {fault.name} "))
            reddit.faults.next(fault, method="POST")
            with pytest.raises(ConnectorError) as caught:
                await desk.session.perform(intent)
            assert caught.value.failure.certainty is Certainty.UNKNOWN
            assert await desk.session.reconcile(intent)
            theirs = desk.intent(privately(other, f"After {fault.name}"))
            assert await desk.session.reconcile(theirs) is None, "the same words to somebody else are another answer"
            desk.clock.move(timedelta(minutes=10))
            assert await desk.session.reconcile(desk.intent(privately(first, f"After {fault.name}"))) is None

        intent = desk.intent(privately(first, "One more"))
        await desk.session.perform(intent)
        first.is_deleted = True
        with pytest.raises(ConnectorError) as blind:
            await desk.session.reconcile(intent)
        assert blind.value.failure.certainty is Certainty.UNKNOWN
        assert (await desk.refused(privately(first, "Hello"))).kind is FailureKind.GONE


async def test_comments_are_liked_deleted_removed_reported_and_their_writers_blocked(tmp_path: Path) -> None:
    reddit = RedditStandIn()
    async with signed_in(reddit, tmp_path) as desk:
        first = reddit.wrote("Ann", "Is it warm?", reddit.post)
        assert desk.session
        like = LikeMessage(COMMAND, first.name, on=True)
        assert await desk.session.reconcile(desk.intent(like)) is None
        await desk.do(like)
        assert await desk.session.reconcile(desk.intent(like))
        assert (await desk.messages("inbox"))["Is it warm?"].is_liked
        await desk.do(LikeMessage(COMMAND, first.name, on=False))
        assert first.likes is None

        await desk.do(HideMessage(COMMAND, first.name, first.name, on=True))
        assert await desk.session.gone([first.name, "t4_1", "mm:c:m"]) == [first.name]
        await desk.do(HideMessage(COMMAND, first.name, first.name, on=False))
        assert not await desk.session.gone([first.name])
        await desk.do(RemoveMessage(COMMAND, first.name, first.name))
        assert first.is_removed
        first.is_removed = False

        await desk.do(ReportMessage(COMMAND, first.name, ReportReason.SPAM, "x" * 200))
        await desk.do(ReportMessage(COMMAND, first.name, ReportReason.ABUSE, ""))
        assert reddit.reports == [(first.name, "x" * 100), (first.name, "Harassment")]
        await desk.do(BlockPerson(COMMAND, "Ann", on=True))
        assert (await desk.refused(answer(first, "Hello"))).kind is FailureKind.PERMISSION_DENIED
        await desk.do(BlockPerson(COMMAND, "Ann", on=False))
        assert not reddit.blocked
        assert (await desk.refused(BlockPerson(COMMAND, "Nobody", on=True))).kind is FailureKind.NOT_FOUND

        ours = (await desk.do(answer(first, "It is."))).remote_id
        delete = DeleteMessage(COMMAND, ours, first.name)
        await desk.do(delete)
        receipt = await desk.session.reconcile(desk.intent(delete))
        assert receipt
        assert receipt.remote_id == ours
