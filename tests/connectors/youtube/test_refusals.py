"""What YouTube refuses or answers by half: each has a kind and a sentence, and loses nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.suite import faults
from socialdesk.model.failure import Certainty, FailureKind
from tests.connectors.youtube.account import answer, signed_in
from tests.stand_ins.youtube import YouTubeStandIn

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize(
    ("status", "reason", "kind"),
    [
        (403, "rateLimitExceeded", FailureKind.RATE_LIMITED),
        (403, "accessNotConfigured", FailureKind.PERMISSION_DENIED),
        (403, "forbidden", FailureKind.PERMISSION_DENIED),
        (403, "commentsDisabled", FailureKind.PERMISSION_DENIED),
        (403, "authenticatedUserAccountSuspended", FailureKind.SUSPENDED),
        (404, "commentNotFound", FailureKind.GONE),
        (404, "channelNotFound", FailureKind.NOT_FOUND),
        (400, "processingFailure", FailureKind.INVALID),
        (500, "backendError", FailureKind.TRANSIENT),
        (502, "", FailureKind.TRANSIENT),
        (401, "authError", FailureKind.AUTH_EXPIRED),
    ],
)
async def test_every_refusal_has_a_kind_and_a_sentence(
    tmp_path: Path, status: int, reason: str, kind: FailureKind
) -> None:
    youtube = YouTubeStandIn()
    async with signed_in(youtube, tmp_path) as desk:
        asked = youtube.wrote("UCa", "Is it warm?")
        said = youtube.refused(status, reason, "secret words of the request").raw()
        youtube.faults.next(faults.status(status, said), times=2, method="POST", path="/comments")
        failure = await desk.refused(answer(asked, "Yes"))
        assert failure.kind is kind
        assert failure.sentence.endswith(".")
        assert "secret words" not in failure.sentence + failure.code
        unsure = kind is FailureKind.TRANSIENT
        assert failure.certainty is (Certainty.UNKNOWN if unsure else Certainty.NOT_SENT)


async def test_an_interface_that_was_switched_off_asks_for_a_newer_socialdesk(tmp_path: Path) -> None:
    youtube = YouTubeStandIn()
    async with signed_in(youtube, tmp_path) as desk:
        youtube.faults.next(faults.status(404, b"<html>The requested URL was not found on this server."), times=2)
        with pytest.raises(ConnectorError) as caught:
            await desk.pull("comments")
    assert (caught.value.failure.kind, caught.value.failure.code) == (FailureKind.SUSPENDED, "404 retired")
    assert "Update SocialDesk" in caught.value.failure.sentence


async def test_half_answers_and_pages_for_people_lose_nothing(tmp_path: Path) -> None:
    youtube = YouTubeStandIn()
    async with signed_in(youtube, tmp_path) as desk:
        youtube.wrote("UCa", "Is it warm?")
        for fault in (faults.html(), faults.short(40), faults.cut(40), faults.closed()):
            youtube.faults.next(fault, path="commentThreads")
            with pytest.raises(ConnectorError) as caught:
                await desk.pull("comments")
            assert caught.value.failure.heals_itself
        assert "Is it warm?" in await desk.messages("comments")
        assert desk.session
        with pytest.raises(ConnectorError) as lost:
            await desk.session.pull("comments", '{"v": 0}', desk.clock.now())
        assert lost.value.failure.kind is FailureKind.CURSOR_INVALID
