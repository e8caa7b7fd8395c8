"""A YouTube channel: signing in, reading, answering and moderating, against the stand-in after YouTube's reference."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from socialdesk.connectors.kit.contract import (
    Answer,
    BlockPerson,
    DeleteMessage,
    HideMessage,
    LikeMessage,
    RemoveMessage,
)
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.suite import faults
from socialdesk.connectors.youtube.quota import Quota
from socialdesk.model.event import MessageSeen, PostSeen
from socialdesk.model.failure import Certainty, FailureKind
from socialdesk.model.identifiers import CommandId
from socialdesk.model.thread import Kind
from tests.stand_ins.at_work import AtWork, at_work
from tests.stand_ins.google_account import CLIENT_ID, CLIENT_SECRET
from tests.stand_ins.youtube import OWN, Comment, YouTubeStandIn

pytestmark = pytest.mark.anyio
TYPED = {"client_id": CLIENT_ID, "client_secret": CLIENT_SECRET}
COMMAND = CommandId("c1")


@asynccontextmanager
async def signed_in(youtube: YouTubeStandIn, folder: Path) -> AsyncGenerator[AtWork]:
    """Signed in, with an open session."""
    async with at_work("youtube", youtube, folder, TYPED) as desk:
        await desk.sign_in(youtube)
        desk.open()
        yield desk


def answer(to: Comment, text: str) -> Answer:
    return Answer(COMMAND, to.parent or to.id, Kind.COMMENT, to.id, text)


async def test_a_person_signs_in_in_the_browser_and_the_token_is_renewed_before_it_ends(tmp_path: Path) -> None:
    youtube = YouTubeStandIn()
    youtube.is_testing = True
    async with at_work("youtube", youtube, tmp_path, TYPED) as desk:
        signed = await desk.sign_in(youtube)
        account = signed.accounts[0]
        assert (account.remote_id, account.handle, account.name) == (OWN, "@woolco", "Wool & Co")
        assert dict(signed.granted) == {"read": True, "answer": True, "moderate": True}
        assert signed.expires_at == desk.clock.now() + timedelta(seconds=604_799), "an app in Testing ends after 7 days"
        assert CLIENT_SECRET not in repr(signed)
        session = desk.open()
        health = await session.check()
        assert health.failure is None
        assert health.expires_at == signed.expires_at
        youtube.title = "Wool & Company"
        assert (await session.check()).account == replace(account, name="Wool & Company")

        youtube.wrote("UCa", "Is it warm?")
        desk.clock.move(timedelta(hours=2))
        assert "Is it warm?" in await desk.messages("comments")
        assert desk.keeper.stored == 1, "one renewal, stored before it was used"
        assert not [one for one in youtube.asked if one.path.endswith("commentThreads") and not one.headers]

        await session.sign_out()
        assert not youtube.tokens
        await session.sign_out()
        health = await session.check()
        assert health.failure
        assert health.failure.kind is FailureKind.AUTH_EXPIRED
        assert "Testing" in health.failure.sentence
    assert not youtube.mistakes


@pytest.mark.parametrize(
    ("wrong", "kind", "part"),
    [
        ("client id", FailureKind.INVALID, "apps.googleusercontent.com"),
        ("secret", FailureKind.INVALID, "do not belong together"),
        ("units", FailureKind.INVALID, "number such as"),
        ("denied", FailureKind.PERMISSION_DENIED, "not granted"),
        ("unticked", FailureKind.PERMISSION_DENIED, "tick every box"),
        ("no channel", FailureKind.AUTH_EXPIRED, "no YouTube channel"),
    ],
)
async def test_what_goes_wrong_at_the_sign_in_is_said_with_the_next_step(
    tmp_path: Path, wrong: str, kind: FailureKind, part: str
) -> None:
    youtube = YouTubeStandIn()
    typed = dict(TYPED)
    match wrong:
        case "client id":
            typed["client_id"] = "wool"
        case "secret":
            typed["client_secret"] = "other"
        case "units":
            typed["units"] = "many"
        case "unticked":
            youtube.unticked = True
        case "no channel":
            youtube.has_channel = False
        case _:
            pass
    async with at_work("youtube", youtube, tmp_path, typed) as desk:
        with pytest.raises(ConnectorError) as caught:
            await desk.sign_in(youtube, "access_denied" if wrong == "denied" else "")
    assert caught.value.failure.kind is kind
    assert part in caught.value.failure.sentence


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
        assert set(desk.session.capabilities(Kind.COMMENT).levels) == {"reply", "delete", "hide", "remove", "block"}
    assert not youtube.mistakes


async def test_deletions_are_found_by_asking_in_turn_and_never_for_many_units(tmp_path: Path) -> None:
    youtube = YouTubeStandIn()
    async with signed_in(youtube, tmp_path) as desk:
        kept = [youtube.wrote(f"UC{number}", f"Number {number}") for number in range(450)]
        assert desk.session
        youtube.deleted(kept[10])
        youtube.deleted(kept[440])
        ids = [one.id for one in kept]
        before = youtube.used
        assert await desk.session.gone(ids) == [kept[10].id]
        assert youtube.used - before <= 6
        assert not await desk.session.gone(ids)
        assert await desk.session.gone(ids) == [kept[440].id]
        assert await desk.session.gone(ids) == [kept[10].id], "and from the beginning again"


async def test_reading_keeps_with_the_clock_and_answers_leave_when_no_reading_is_left(tmp_path: Path) -> None:
    """1,000 units: 300 are kept for answers, 700 spread over the day, a quarter of them ahead of the clock."""
    youtube = YouTubeStandIn()
    async with at_work("youtube", youtube, tmp_path, TYPED | {"units": "1000"}) as desk:
        youtube.units = 1000
        # Midnight in California is 08:00 UTC; an hour of the day has passed.
        assert desk.clock.now().hour == 9
        await desk.sign_in(youtube)
        desk.open()
        asked = youtube.wrote("UCa", "Is it warm?")
        await desk.pull("comments")
        quota = Quota(tmp_path, CLIENT_ID, 1000, desk.clock)
        assert desk.session
        assert [one.most("reply") for one in desk.session.capabilities(Kind.COMMENT).budgets] == [6, 20]
        assert quota.used() == (youtube.used, 0), "the sign-in and the reading counted in one file"
        quota.take(195)
        for _ in range(20):
            desk.open()
            await desk.pull("comments")
        assert quota.used()[0] <= 1000 * 0.7 * (0.25 + 1 / 24) + 3, "a new session knows what the others used"
        used = quota.used()
        desk.clock.move(timedelta(hours=2))
        await desk.pull("comments")
        assert quota.used() > used, "the clock has caught up"

        desk.cursors.clear()
        quota.take(690 - quota.used()[0])
        await desk.pull("held")  # a first download may use what the day has, but never what is kept
        quota.take(700 - quota.used()[0])
        with pytest.raises(ConnectorError) as caught:
            await desk.pull("comments")
        failure = caught.value.failure
        assert failure.kind is FailureKind.RATE_LIMITED
        assert "answers still leave" in failure.sentence
        assert failure.retry_at
        assert failure.retry_at.isoformat() == "2026-11-24T08:00:00+00:00", "midnight Pacific time"
        assert desk.session
        assert not await desk.session.gone([asked.id])
        for number in range(6):
            await desk.do(answer(asked, f"Answer {number}"))
        last = await desk.refused(answer(asked, "One more"))
        assert (last.kind, last.certainty) == (FailureKind.RATE_LIMITED, Certainty.NOT_SENT)

        desk.clock.move(timedelta(days=1))
        await desk.do(answer(asked, "One more"))
        await desk.pull("comments")
    assert not youtube.mistakes


async def test_where_units_are_short_old_threads_are_looked_through_as_soon_as_there_are_more(tmp_path: Path) -> None:
    youtube = YouTubeStandIn()
    async with signed_in(youtube, tmp_path) as desk:
        old = youtube.wrote("UCa", "Old question")
        desk.clock.move(timedelta(days=10))
        await desk.pull("late")
        youtube.wrote("UCb", "A late reply", old)
        desk.clock.move(timedelta(hours=6, minutes=1))
        quota = Quota(tmp_path, CLIENT_ID, 10_000, desk.clock)
        quota.take(6_900)
        assert not await desk.pull("late")
        quota.give_back(6_900)
        desk.clock.move(timedelta(minutes=30))
        assert "A late reply" in await desk.messages("late"), "not only six hours later"


async def test_when_another_program_used_the_units_up_nothing_is_asked_before_midnight(tmp_path: Path) -> None:
    youtube = YouTubeStandIn()
    async with signed_in(youtube, tmp_path) as desk:
        youtube.used = youtube.units
        with pytest.raises(ConnectorError) as caught:
            await desk.pull("comments")
        assert caught.value.failure.retry_at
        many = len(youtube.asked)
        desk.open()
        with pytest.raises(ConnectorError):
            await desk.pull("held")
        assert len(youtube.asked) == many


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
