"""Reading YouTube: comments come with their video, and a lost page or an old thread hides none."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.suite import faults
from socialdesk.model.event import MessageSeen, PostSeen
from socialdesk.model.failure import FailureKind
from tests.connectors.youtube.account import signed_in
from tests.stand_ins.youtube import OWN, YouTubeStandIn

pytestmark = pytest.mark.anyio


async def test_comments_replies_edits_held_ones_and_spam_come_with_their_video(tmp_path: Path) -> None:
    youtube = YouTubeStandIn()
    async with signed_in(youtube, tmp_path) as desk:
        first = youtube.wrote("UCa", "Is it warm?\n& soft?")
        desk.clock.move(timedelta(minutes=1))
        youtube.wrote("UCb", "I have one, yes", first)
        youtube.wrote(OWN, "Our own words, unanswered")
        asked = youtube.wrote(OWN, "Which colour next?")
        desk.clock.move(timedelta(minutes=1))
        youtube.wrote("UCc", "Blue!", asked)
        youtube.wrote("", "No channel is known of me", video=None, picture="https://i.ytimg.com/x.gif")
        youtube.wrote("UCd", "Buy followers", status="likelySpam")
        youtube.wrote("UCe", "http://…", status="heldForReview")

        events = await desk.pull("comments")
        seen = {one.text: one for one in events if isinstance(one, MessageSeen)}
        assert set(seen) == {
            "Is it warm?\n& soft?",
            "I have one, yes",
            "Which colour next?",
            "Blue!",
            "No channel is known of me",
        }, "a comment of our own is nothing to answer until somebody replies"
        head = seen["Is it warm?\n& soft?"]
        assert (head.thread_remote_id, head.parent_remote_id, head.edited_at) == (first.id, None, None)
        assert head.permalink == f"https://www.youtube.com/watch?v=vid1&lc={first.id}"
        reply = seen["I have one, yes"]
        assert (reply.thread_remote_id, reply.parent_remote_id) == (first.id, first.id)
        assert reply.contact
        assert reply.contact.remote_id == "UCa"
        ours = seen["Which colour next?"]
        assert ours.author.is_own
        assert ours.contact
        assert ours.contact.remote_id == "UCc"
        nameless = seen["No channel is known of me"]
        assert not nameless.author.is_own
        assert nameless.post_remote_id is None
        assert nameless.attachments[0].kind == "image"
        (video,) = [one for one in events if isinstance(one, PostSeen)]
        assert (video.title, video.remote_id, head.post_remote_id) == ("How we dye wool", "vid1", "vid1")

        assert {text: one.shield for text, one in (await desk.messages("spam")).items()} == {"Buy followers": "spam"}
        assert {text: one.shield for text, one in (await desk.messages("held")).items()} == {"http://…": ""}

        desk.clock.move(timedelta(minutes=3))
        youtube.edited(first, "Is it warm enough?")
        again = (await desk.messages("comments"))["Is it warm enough?"]
        assert again.edited_at == desk.clock.now()
        assert (again.remote_id, again.version) != (head.remote_id, head.version)
    assert not youtube.mistakes


async def test_a_page_that_is_lost_twice_in_one_reading_does_not_stop_it_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(YouTubeStandIn, "page_of", 3)
    youtube = YouTubeStandIn()
    async with signed_in(youtube, tmp_path) as desk:
        for number in range(8):
            youtube.wrote(f"UC{number}", f"Number {number}")
        assert desk.session
        cursor: str | None = None
        for is_second in (False, True):
            page = await desk.session.pull("comments", cursor, desk.clock.now())
            assert page.has_more
            youtube.faults.next(faults.status(400, b'{"error":{"errors":[{"reason":"invalidPageToken"}]}}'))
            if is_second:
                with pytest.raises(ConnectorError) as lost:
                    await desk.session.pull("comments", page.next_cursor, desk.clock.now())
                assert lost.value.failure.kind is FailureKind.CURSOR_INVALID, "read again, and not stuck"
            else:
                cursor = (await desk.session.pull("comments", page.next_cursor, desk.clock.now())).next_cursor


async def test_the_first_download_pages_back_and_a_lost_page_is_begun_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(YouTubeStandIn, "page_of", 3)
    youtube = YouTubeStandIn()
    async with signed_in(youtube, tmp_path) as desk:
        youtube.wrote("UCa", "Long ago")
        desk.clock.move(timedelta(days=40))
        for number in range(8):
            youtube.wrote(f"UC{number}", f"Number {number}")
            desk.clock.move(timedelta(hours=2))
        youtube.faults.next(faults.status(400, b'{"error":{"errors":[{"reason":"invalidPageToken"}]}}'), path="/none")
        assert set(await desk.messages("comments")) == {f"Number {number}" for number in range(8)}
        pages = len([one for one in youtube.asked if one.query.get("moderationStatus") == "published"])
        youtube.wrote("UCz", "New")
        assert "New" in await desk.messages("comments")
        now = len([one for one in youtube.asked if one.query.get("moderationStatus") == "published"])
        assert now - pages == 1, "what is known is not paged through again"

        for number in range(8, 16):
            youtube.wrote(f"UC{number}", f"Number {number}")
            desk.clock.move(timedelta(minutes=1))
        assert desk.session
        page = await desk.session.pull("comments", desk.cursors["comments"], desk.clock.now())
        assert page.has_more
        youtube.faults.next(faults.status(400, b'{"error":{"errors":[{"reason":"invalidPageToken"}]}}'))
        desk.cursors["comments"] = page.next_cursor
        rest = await desk.messages("comments")
        assert {f"Number {number}" for number in range(8, 16)} <= set(rest)


async def test_a_reply_to_an_old_thread_is_found_though_it_lifts_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(YouTubeStandIn, "page_of", 2)
    monkeypatch.setattr(YouTubeStandIn, "included", 1)
    youtube = YouTubeStandIn()
    async with signed_in(youtube, tmp_path) as desk:
        old = youtube.wrote("UCa", "Old question")
        desk.clock.move(timedelta(hours=30))
        for number in range(4):
            youtube.wrote(f"UC{number}", f"Number {number}")
            desk.clock.move(timedelta(hours=2))
        await desk.pull("comments")
        await desk.pull("late")
        for number in range(3):
            youtube.wrote(f"UCr{number}", f"Late {number}", old)
        assert "Late 0" not in await desk.messages("comments")
        assert not await desk.messages("late"), "half an hour has not passed"
        desk.clock.move(timedelta(minutes=31))
        assert {"Late 0", "Late 1", "Late 2"} <= set(await desk.messages("late"))

        before, place = youtube.used, desk.cursors["late"]
        desk.clock.move(timedelta(minutes=31))
        await desk.pull("late")
        assert youtube.used - before <= 4, "replies that were read are not read again"
        desk.cursors["late"] = place
        assert {"Late 0", "Late 1", "Late 2"} <= set(await desk.messages("late")), "but where they were not kept"
