"""Answering and moderating on YouTube: what is sent arrives once, and what was taken away is noticed."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from socialdesk.connectors.kit.contract import BlockPerson, DeleteMessage, HideMessage, LikeMessage, RemoveMessage
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.suite import faults
from socialdesk.model.failure import Certainty, FailureKind
from socialdesk.model.thread import Kind
from tests.connectors.youtube.account import COMMAND, answer, signed_in
from tests.stand_ins.youtube import OWN, YouTubeStandIn

pytestmark = pytest.mark.anyio


async def test_an_answer_is_written_counted_exactly_and_found_again_after_a_broken_line(tmp_path: Path) -> None:
    youtube = YouTubeStandIn()
    async with signed_in(youtube, tmp_path) as desk:
        asked = youtube.wrote("UCa", "Is it warm?")
        reply = youtube.wrote("UCb", "Yes", asked)
        receipt = await desk.do(answer(reply, "Thank you & welcome"))
        assert asked.replies[-1].text == "Thank you & welcome", "answers to replies stand below the first comment"
        echo = (await desk.messages("comments"))["Thank you & welcome"]
        assert (receipt.remote_id, receipt.version) == (echo.remote_id, echo.version)
        assert echo.author.is_own

        assert (await desk.refused(answer(asked, "é" * 10_001))).sentence.startswith(
            "Longer than 10,000 characters, by 1"
        )
        await desk.do(answer(asked, "🧶" * 10_000))
        assert (await desk.refused(answer(asked, "  "))).kind is FailureKind.INVALID

        assert desk.session
        for fault in (faults.closed(acts=True), faults.cut(20), faults.status(503, acts=True)):
            intent = desk.intent(answer(asked, f"Again, after {fault.name}"))
            youtube.faults.next(fault, method="POST")
            with pytest.raises(ConnectorError) as caught:
                await desk.session.perform(intent)
            assert caught.value.failure.certainty is Certainty.UNKNOWN
            found = await desk.session.reconcile(intent)
            assert found
            assert found.remote_id == asked.replies[-1].id
            desk.clock.move(timedelta(minutes=10))
            assert await desk.session.reconcile(desk.intent(answer(asked, f"Again, after {fault.name}"))) is None
    assert not youtube.mistakes


async def test_comments_are_hidden_shown_removed_deleted_and_their_writers_blocked(tmp_path: Path) -> None:
    youtube = YouTubeStandIn()
    async with signed_in(youtube, tmp_path) as desk:
        rude = youtube.wrote("UCrude", "Rude")
        await desk.do(HideMessage(COMMAND, rude.id, rude.id, on=True))
        assert rude.status == "heldForReview"
        assert desk.session
        assert not await desk.session.gone([rude.id]), "what waits for a decision is not gone"
        await desk.do(HideMessage(COMMAND, rude.id, rude.id, on=False))
        assert rude.status == "published"

        await desk.do(BlockPerson(COMMAND, "UCrude", on=True))
        assert (rude.status, youtube.banned) == ("rejected", {"UCrude"})
        other = await desk.refused(BlockPerson(COMMAND, "UCnobody", on=True))
        assert "YouTube Studio" in other.sentence
        assert "YouTube Studio" in (await desk.refused(BlockPerson(COMMAND, "UCrude", on=False))).sentence

        spam = youtube.wrote("UCs", "Spam")
        await desk.do(RemoveMessage(COMMAND, spam.id, spam.id))
        assert spam.status == "rejected"
        ours = youtube.wrote(OWN, "Typo", youtube.wrote("UCa", "Hello"))
        delete = DeleteMessage(COMMAND, ours.id, ours.parent)
        await desk.do(delete)
        await desk.do(delete)
        receipt = await desk.session.reconcile(desk.intent(delete))
        assert receipt
        assert receipt.remote_id == ours.id
        assert (await desk.refused(LikeMessage(COMMAND, spam.id, on=True))).kind is FailureKind.INVALID
        assert [one.most("reply") for one in desk.session.capabilities(Kind.COMMENT).budgets] == [60, 200]
        levels = set(desk.session.capabilities(Kind.COMMENT).levels)
        assert levels == {"reply", "delete", "edit", "hide", "remove", "block"}
    assert not youtube.mistakes
