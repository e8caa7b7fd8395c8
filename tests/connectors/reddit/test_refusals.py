"""What Reddit refuses, allows no more of, or answers by half: each has a kind and a sentence, and loses nothing."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.suite import faults
from socialdesk.model.failure import Certainty, FailureKind
from tests.connectors.reddit.account import answer, signed_in
from tests.stand_ins.reddit import RedditStandIn

pytestmark = pytest.mark.anyio


async def test_the_last_of_the_budget_is_kept_for_answers(tmp_path: Path) -> None:
    reddit = RedditStandIn()
    async with signed_in(reddit, tmp_path) as desk:
        first = reddit.wrote("Ann", "Is it warm?", reddit.post)
        reddit.left = 90.0
        await desk.pull("sent")
        with pytest.raises(ConnectorError) as caught:
            await desk.pull("inbox")
        assert caught.value.failure.kind is FailureKind.RATE_LIMITED
        assert caught.value.failure.retry_at == desk.clock.now() + timedelta(seconds=572)
        await desk.do(answer(first, "It is."))


def envelope(name: str, words: str = "", **more: float) -> bytes:
    return json.dumps({"json": {"errors": [[name, words, "x"]], **more}}).encode()


@pytest.mark.parametrize(
    ("status", "body", "kind", "wait_s"),
    [
        (200, envelope("RATELIMIT", "try again in 5 minutes.", ratelimit=300.0), FailureKind.RATE_LIMITED, 300),
        (200, envelope("RATELIMIT", "Looks like… take a break for 9 minutes"), FailureKind.RATE_LIMITED, 540),
        (200, envelope("RATELIMIT", "for 500 milliseconds"), FailureKind.RATE_LIMITED, 1),
        (200, envelope("TOO_OLD"), FailureKind.WINDOW_CLOSED, 0),
        (200, envelope("THREAD_LOCKED"), FailureKind.PERMISSION_DENIED, 0),
        (200, envelope("DELETED_COMMENT"), FailureKind.GONE, 0),
        (200, envelope("SOMETHING_IS_BROKEN"), FailureKind.TRANSIENT, 0),
        (200, envelope("ANYTHING_ELSE"), FailureKind.INVALID, 0),
        (400, b'{"fields":["text"],"explanation":"too long","reason":"TOO_LONG"}', FailureKind.INVALID, 0),
        (403, b'{"message":"Forbidden","error":403,"reason":"private"}', FailureKind.PERMISSION_DENIED, 0),
        (403, b"<html>", FailureKind.PERMISSION_DENIED, 0),
        (404, b"{}", FailureKind.NOT_FOUND, 0),
        (302, b"", FailureKind.NOT_FOUND, 0),
        (500, b"", FailureKind.TRANSIENT, 0),
    ],
)
async def test_every_refusal_has_a_kind_and_a_sentence(
    tmp_path: Path, status: int, body: bytes, kind: FailureKind, wait_s: int
) -> None:
    reddit = RedditStandIn()
    async with signed_in(reddit, tmp_path) as desk:
        first = reddit.wrote("Ann", "Is it warm?", reddit.post)
        reddit.faults.next(faults.status(status, body), method="POST")
        failure = await desk.refused(answer(first, "It is."))
        assert failure.kind is kind
        assert failure.sentence.endswith(".")
        unsure = kind is FailureKind.TRANSIENT
        assert failure.certainty is (Certainty.UNKNOWN if unsure else Certainty.NOT_SENT)
        if wait_s:
            assert failure.retry_at == desk.clock.now() + timedelta(seconds=wait_s)


async def test_half_answers_and_pages_for_people_lose_nothing(tmp_path: Path) -> None:
    reddit = RedditStandIn()
    async with signed_in(reddit, tmp_path) as desk:
        reddit.wrote("Ann", "Is it warm?", reddit.post)
        for fault in (faults.html(), faults.short(40), faults.cut(40), faults.closed()):
            reddit.faults.next(fault, path="/message/inbox")
            with pytest.raises(ConnectorError) as caught:
                await desk.pull("inbox")
            assert caught.value.failure.heals_itself
        assert "Is it warm?" in await desk.messages("inbox")
        assert desk.session
        with pytest.raises(ConnectorError) as lost:
            await desk.session.pull("inbox", '{"v": 0}', desk.clock.now())
        assert lost.value.failure.kind is FailureKind.CURSOR_INVALID
