"""Reading Reddit: which threads there are, and what is found of what comes, changes and goes."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from socialdesk.connectors.kit.contract import Answer, DeleteMessage
from socialdesk.model.event import MessageDeleted, MessageSeen, PostSeen
from socialdesk.model.failure import FailureKind
from socialdesk.model.thread import Kind
from tests.connectors.reddit.account import COMMAND, answer, signed_in
from tests.stand_ins.reddit import RedditStandIn
from tests.stand_ins.reddit_world import OWN

pytestmark = pytest.mark.anyio


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
        asked = len(reddit.asked)
        desk.clock.move(timedelta(minutes=14))
        reddit.is_mod = True
        reddit.said_in(letter, "Bob", "Anybody there?")
        assert not await desk.pull("modmail")
        assert len(reddit.asked) == asked
        desk.clock.move(timedelta(minutes=1))
        assert "Anybody there?" in await desk.messages("modmail"), "who moderates again has it soon, and all of it"


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
