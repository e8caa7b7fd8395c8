"""A Reddit account: signing in, reading, answering and moderating, against the stand-in after Reddit's wiki."""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from socialdesk.connectors.kit.contract import (
    Answer,
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
from socialdesk.model.event import MessageDeleted, MessageSeen, PostSeen
from socialdesk.model.failure import Certainty, FailureKind
from socialdesk.model.identifiers import CommandId
from socialdesk.model.moderation import ReportReason
from socialdesk.model.thread import Kind
from tests.stand_ins.at_work import AtWork, at_work
from tests.stand_ins.reddit import CLIENT_ID, OWN, RedditStandIn, Thing

pytestmark = pytest.mark.anyio
TYPED = {"client_id": CLIENT_ID}
COMMAND = CommandId("c1")


@asynccontextmanager
async def signed_in(reddit: RedditStandIn, folder: Path) -> AsyncGenerator[AtWork]:
    """Signed in, with an open session."""
    async with at_work("reddit", reddit, folder, TYPED) as desk:
        await desk.sign_in(reddit)
        desk.open()
        yield desk
    assert not reddit.mistakes


def answer(to: Thing, text: str, thread: Thing | None = None) -> Answer:
    kind = Kind.DM if to.name.startswith("t4_") else Kind.COMMENT
    return Answer(COMMAND, (thread or to).name, kind, to.name, text)


@pytest.mark.parametrize("secret", ["", "shh"])
async def test_a_person_signs_in_in_the_browser_and_the_token_is_renewed(tmp_path: Path, secret: str) -> None:
    reddit = RedditStandIn()
    reddit.secret = secret
    typed = TYPED | ({"client_secret": secret} if secret else {})
    async with at_work("reddit", reddit, tmp_path, typed) as desk:
        signed = await desk.sign_in(reddit)
        account = signed.accounts[0]
        assert (account.remote_id, account.handle) == ("t2_own1", f"u/{OWN}")
        assert dict(signed.granted) == {"read": True, "answer": True, "moderate": True}
        session = desk.open()
        assert (await session.check()).failure is None
        assert reddit.asked[-1].headers["user-agent"].endswith(f"(by /u/{OWN})")
        desk.clock.move(timedelta(hours=25))
        await desk.pull("inbox")
        assert desk.keeper.stored == 1, "one renewal, stored before it was used"

        reddit.is_suspended = True
        health = await session.check()
        assert health.failure
        assert "suspended" in health.failure.sentence
        await session.sign_out()
        ended = await session.check()
        assert ended.failure
        assert ended.failure.kind is FailureKind.AUTH_EXPIRED
    assert not reddit.mistakes


@pytest.mark.parametrize(
    ("wrong", "kind"),
    [
        ("keys", FailureKind.INVALID),
        ("denied", FailureKind.PERMISSION_DENIED),
        ("not approved", FailureKind.PERMISSION_DENIED),
    ],
)
async def test_what_goes_wrong_at_the_sign_in_is_said(tmp_path: Path, wrong: str, kind: FailureKind) -> None:
    reddit = RedditStandIn()
    typed = TYPED | ({"client_secret": "wrong"} if wrong == "keys" else {})
    async with at_work("reddit", reddit, tmp_path, typed) as desk:
        if wrong == "not approved":
            reddit.faults.next(faults.status(403, b'{"message": "Forbidden", "error": 403}'))
        with pytest.raises(ConnectorError) as caught:
            await desk.sign_in(reddit, "access_denied" if wrong == "denied" else "")
    assert caught.value.failure.kind is kind


async def test_a_conversation_below_a_post_is_one_thread_and_a_mention_is_another(tmp_path: Path) -> None:
    reddit = RedditStandIn()
    async with signed_in(reddit, tmp_path) as desk:
        first = reddit.wrote("Ann", "Is it warm?", reddit.post)
        ours = reddit.wrote(OWN, "It is.", first)
        reddit.wrote("Ann", "Good", ours)
        elsewhere = reddit.wrote("Bob", "A post of another", kind="t3")
        deep = reddit.wrote("Cid", "Somebody's words", elsewhere)
        call = reddit.wrote("Bob", f"Ask /u/{OWN.lower()} about it", deep)
        reddit.wrote("Eve", f"Not u/{OWN}-fans though", deep)
        reddit.wrote(OWN, "Here we are", call)
        reddit.wrote(OWN, "Small talk of ours", deep)

        events = [*await desk.pull("inbox"), *await desk.pull("own")]
        seen = {one.text: one for one in events if isinstance(one, MessageSeen)}
        assert {text: (one.thread_remote_id, one.kind) for text, one in seen.items()} == {
            "Is it warm?": (first.name, Kind.COMMENT),
            "It is.": (first.name, Kind.COMMENT),
            "Good": (first.name, Kind.COMMENT),
            f"Ask /u/{OWN.lower()} about it": (call.name, Kind.MENTION),
            "Here we are": (call.name, Kind.MENTION),
        }
        assert seen["It is."].author.is_own
        assert seen["It is."].contact
        assert seen["It is."].contact.handle == "u/Ann"
        assert seen["Good"].parent_remote_id == ours.name
        assert {one.title for one in events if isinstance(one, PostSeen)} == {"Our new wool", "A post of another"}

        desk.clock.move(timedelta(minutes=1))
        first.body, first.edited = "Is it warm enough?", desk.clock.now()
        again = (await desk.messages("inbox"))["Is it warm enough?"]
        assert again.edited_at == desk.clock.now()
        assert again.version != seen["Is it warm?"].version


async def test_pictures_in_comments_come_as_pictures_and_leave_the_words(tmp_path: Path) -> None:
    def picture(**more: str) -> dict[str, Any]:
        kept = {"status": "valid", "e": "Image", "m": "image/png"} | more
        return kept | {"s": {"gif" if more else "u": f"https://preview.example/{len(more)}?s=1", "x": 4, "y": 3}}

    reddit = RedditStandIn()
    words = 'Look ![img](a1) and ![gif](giphy|b2|downsized "what")\n\n![img](emote|t5_2|7) ![img](broken)'
    torn = reddit.wrote("Ann", words, reddit.post)
    torn.pictures = {
        "a1": picture(),
        "giphy|b2|downsized": picture(e="AnimatedImage", m="image/gif"),
        "emote|t5_2|7": picture(),
        "broken": picture(status="failed"),
        "odd": "no picture",
        "unsafe": picture() | {"s": {"u": "http://preview.example/1"}},
    }
    only = reddit.wrote("Bob", "![img](c3)", reddit.post)
    only.pictures = {"c3": picture()}
    async with signed_in(reddit, tmp_path) as desk:
        seen = await desk.messages("inbox")
        assert set(seen) == {"Look  and \n\n![img](emote|t5_2|7) ![img](broken)", ""}
        first, second = (next(one for one in seen.values() if one.remote_id == thing.name) for thing in (torn, only))
        assert [(one.url, one.media_type) for one in first.attachments] == [
            ("https://preview.example/0?s=1", "image/png"),
            ("https://preview.example/2?s=1", "image/gif"),
        ]
        assert [one.url for one in second.attachments] == ["https://preview.example/0?s=1"]


async def test_pages_go_back_to_what_is_known_and_no_further(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(RedditStandIn, "page_of", 3)
    reddit = RedditStandIn()
    async with signed_in(reddit, tmp_path) as desk:
        reddit.wrote("Ann", "Long ago", reddit.post)
        desk.clock.move(timedelta(days=40))
        for number in range(8):
            reddit.wrote("Ann", f"Number {number}", reddit.post)
            desk.clock.move(timedelta(hours=1))
        assert set(await desk.messages("inbox")) == {f"Number {number}" for number in range(8)}
        many = len([one for one in reddit.asked if one.path == "/message/inbox"])
        reddit.wrote("Ann", "New", reddit.post)
        assert "New" in await desk.messages("inbox")
        assert len([one for one in reddit.asked if one.path == "/message/inbox"]) - many == 1


async def test_what_people_answer_each_other_below_our_posts_comes_when_there_is_more_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(RedditStandIn, "shown_below", 2)
    reddit = RedditStandIn()
    async with signed_in(reddit, tmp_path) as desk:
        heads = [reddit.wrote("Ann", f"Question {number}", reddit.post) for number in range(4)]
        reddit.wrote("Bob", "I know", heads[0])
        gone = reddit.wrote("Eve", "Taken back", reddit.post)
        gone.is_deleted = True
        seen = await desk.messages("posts")
        assert set(seen) == {"I know", *(f"Question {number}" for number in range(4))}, "also what the tree only names"
        assert seen["I know"].thread_remote_id == heads[0].name
        assert seen["I know"].contact
        assert seen["I know"].contact.name == "Ann"
        assert not await desk.pull("posts"), "two minutes have not passed"
        desk.clock.move(timedelta(minutes=2))
        trees = len([one for one in reddit.asked if one.path.startswith("/comments/")])
        assert not await desk.pull("posts")
        assert len([one for one in reddit.asked if one.path.startswith("/comments/")]) == trees
        desk.clock.move(timedelta(minutes=2))
        reddit.wrote("Cid", "Me too", heads[0])
        before = desk.cursors["posts"]
        assert "Me too" in await desk.messages("posts")
        desk.cursors["posts"] = before
        assert "Me too" in await desk.messages("posts"), "the same place brings the same again"

        for _ in range(25):
            reddit.wrote("Ann", "Nice", reddit.wrote(OWN, "Another post", kind="t3"))
        desk.clock.move(timedelta(minutes=2))
        assert len([one for one in await desk.pull("posts") if isinstance(one, MessageSeen)]) == 25
        assert len(desk.cursors["posts"]) < 4096


async def test_private_messages_and_modmail_are_conversations(tmp_path: Path) -> None:
    reddit = RedditStandIn()
    async with signed_in(reddit, tmp_path) as desk:
        first = reddit.messaged("Ann", OWN, "Do you ship?", subject="Shipping")
        ours = reddit.messaged(OWN, "Ann", "We do", first)
        reddit.messaged("Ann", OWN, "Great", ours)
        letter = reddit.asked_moderators("Bob", "Let me post", subject="Please")
        reddit.said_in(letter, "OtherMod", "He is new", note=True)
        reddit.said_in(letter, "OtherMod", "You may")
        direct = (await desk.messages("inbox")) | (await desk.messages("sent"))
        assert set(direct) == {"Shipping\n\nDo you ship?", "We do", "Great"}
        assert {one.thread_remote_id for one in direct.values()} == {first.name}
        assert direct["We do"].contact == direct["Great"].author
        mail = await desk.messages("modmail")
        assert {text: one.author.is_own for text, one in mail.items()} == {
            "Please\n\nLet me post": False,
            "You may": True,
        }
        assert {one.thread_remote_id for one in mail.values()} == {f"mm:{letter.id}"}

        asked = len(reddit.asked)
        desk.clock.move(timedelta(hours=1))
        assert await desk.pull("modmail")
        desk.clock.move(timedelta(hours=1))
        reddit.said_in(letter, "Bob", "Thanks")
        assert "Thanks" in await desk.messages("modmail")
        assert len(reddit.asked) - asked == 4

        receipt = await desk.do(answer(first, "Everywhere", first))
        assert receipt.remote_id in reddit.things
        assert reddit.things[receipt.remote_id].dest == "Ann"
        assert (await desk.messages("sent"))["Everywhere"].version == receipt.version
        into = Answer(COMMAND, f"mm:{letter.id}", Kind.DM, f"mm:{letter.id}:x", "Welcome")
        told = await desk.do(into)
        assert (await desk.messages("modmail"))["Welcome"].remote_id == told.remote_id
        assert desk.session
        found = await desk.session.reconcile(desk.intent(into))
        assert found
        assert found.remote_id == told.remote_id
        assert await desk.session.reconcile(desk.intent(answer(first, "Never sent", first))) is None
        assert (await desk.refused(DeleteMessage(COMMAND, first.name, first.name))).kind is FailureKind.INVALID

        reddit.is_mod = False
        assert not await desk.pull("modmail"), "who moderates nothing has no modmail"


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


async def test_what_was_changed_or_taken_back_is_found_by_asking(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reddit = RedditStandIn()
    async with signed_in(reddit, tmp_path) as desk:
        first = reddit.wrote("Ann", "Is it warm?", reddit.post)
        second = reddit.wrote("Bob", "And soft?", reddit.post)
        await desk.pull("inbox")
        for number in range(3):
            desk.clock.move(timedelta(hours=1))
            reddit.wrote("Ann", f"Number {number}", reddit.post)
        await desk.pull("inbox")
        first.body, first.edited = "Is it warm enough?", desk.clock.now()
        second.is_deleted = True
        assert desk.session
        assert await desk.session.gone([first.name, second.name]) == [second.name]
        monkeypatch.setattr(RedditStandIn, "page_of", 1)
        desk.clock.move(timedelta(hours=1))
        assert "Is it warm enough?" in await desk.messages("inbox"), "though no page goes so far back"
        monkeypatch.setattr(RedditStandIn, "page_of", 100)
        events = await desk.pull("inbox")
        assert second.name in {one.remote_id for one in events if isinstance(one, MessageDeleted)}


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
