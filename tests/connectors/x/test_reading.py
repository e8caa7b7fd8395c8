"""What X gives to read: posts, replies, messages, edits, deletions, gaps; against the stand-in after X's reference."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from socialdesk.connectors.kit.contract import (
    Answer,
)
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.suite import faults
from socialdesk.model.event import MessageSeen, PostSeen, Unreadable
from socialdesk.model.failure import Certainty, FailureKind
from socialdesk.model.thread import Kind
from tests.connectors.x.account import COMMAND, direct, signed_in
from tests.stand_ins.x import XStandIn
from tests.stand_ins.x_world import ANN, BEN, OWN

pytestmark = pytest.mark.anyio


async def test_a_conversation_with_one_person_is_one_thread_below_our_post_a_comment_elsewhere_a_mention(
    tmp_path: Path,
) -> None:
    x = XStandIn()
    ours = x.said(OWN, "New jackets")
    first = x.said(ANN, "@woolco in blue?", ours)
    theirs = x.said(BEN, "Hello @woolco", ago=timedelta(minutes=5))
    reply = x.said(OWN, "@ann Yes, from Monday", first)
    deep = x.said(ANN, "@woolco great", reply)
    beside = x.said(BEN, "@ann @woolco in red too", first)
    async with signed_in(x, tmp_path) as desk:
        events = [*await desk.pull("mentions"), *await desk.pull("own")]
        found = {one.remote_id: one for one in events if isinstance(one, MessageSeen)}
        assert {id_: (one.kind, one.thread_remote_id) for id_, one in found.items()} == {
            first: (Kind.COMMENT, f"{ours}:{ANN}"),
            reply: (Kind.COMMENT, f"{ours}:{ANN}"),
            deep: (Kind.COMMENT, f"{ours}:{ANN}"),
            beside: (Kind.COMMENT, f"{ours}:{BEN}"),
            theirs: (Kind.MENTION, f"{theirs}:{BEN}"),
        }
        assert found[reply].author.is_own
        assert found[reply].contact is not None
        assert found[reply].contact.remote_id == ANN
        assert found[deep].text == "great", "the names X puts before an answer are no words"
        assert found[theirs].text == "Hello @woolco"
        assert found[first].post_remote_id == ours
        assert found[first].author.followers == 97
        posts = {one.remote_id: one for one in events if isinstance(one, PostSeen)}
        assert posts[ours].title == "New jackets"
        assert dict(posts[ours].counts) == {"likes": 3, "reposts": 1, "replies": 2}


async def test_what_we_said_to_somebody_who_never_wrote_to_us_is_no_thread(tmp_path: Path) -> None:
    x = XStandIn()
    elsewhere = x.said(BEN, "Cold today")
    x.said(OWN, "@ben We know a jacket", elsewhere)
    x.said(OWN, "First of two")
    async with signed_in(x, tmp_path) as desk:
        events = await desk.pull("own")
    assert not [one for one in events if isinstance(one, MessageSeen)]


@pytest.mark.parametrize("renamed", [False, True], ids=["tweet", "post"])
async def test_an_edit_is_the_same_message_and_long_words_links_and_pictures_are_whole(
    tmp_path: Path, renamed: bool
) -> None:
    x = XStandIn()
    x.renamed = renamed
    picture = {"media_key": "3_1", "type": "photo", "url": "https://pbs.example/1.jpg", "alt_text": "a torn sleeve"}
    urls = [
        {"url": "https://t.co/a", "expanded_url": "https://wool.example/x?a=1&copy=2"},
        {"url": "https://t.co/b", "expanded_url": "https://x.com/ann/photo/1", "media_key": "3_1"},
    ]
    id_ = x.said(ANN, "@woolco &lt;3 https://t.co/a https://t.co/b", urls=urls, media=[picture])
    long = x.said(BEN, "@woolco a long …", note="@woolco " + "a long story " * 40)
    async with signed_in(x, tmp_path) as desk:
        found = await desk.messages("mentions")
        message = found["@woolco <3 https://wool.example/x?a=1&copy=2"]
        assert [(one.kind, one.url, one.alt) for one in message.attachments] == [
            ("image", "https://pbs.example/1.jpg", "a torn sleeve")
        ]
        assert [one.remote_id for text, one in found.items() if len(text) > 280] == [long]
        desk.clock.move(timedelta(minutes=3))
        newer = x.edited(id_, "@woolco fixed")
        (again,) = (await desk.messages("mentions")).values()
    assert (again.remote_id, again.version, again.text) == (id_, newer, "@woolco fixed")
    assert again.edited_at is not None
    assert again.created_at < again.edited_at


async def test_reading_goes_on_where_it_was_over_pages_starts_and_faults_without_a_gap(tmp_path: Path) -> None:
    x = XStandIn()
    for number in range(230):
        x.said(ANN, f"@woolco {number}", ago=timedelta(minutes=300 - number))
    async with signed_in(x, tmp_path, dollars_a_day="50") as desk:
        assert desk.session is not None
        page = await desk.session.pull("mentions", None, desk.clock.now())
        seen = [one.text for one in page.events if isinstance(one, MessageSeen)]
        assert (len(seen), page.has_more) == (100, True)
        x.said(BEN, "@woolco while it was read")
        x.faults.next(faults.cut(40))
        with pytest.raises(ConnectorError):
            await desk.session.pull("mentions", page.next_cursor, desk.clock.now())
        desk.open()
        desk.cursors["mentions"] = page.next_cursor
        seen += list(await desk.messages("mentions"))
        seen += list(await desk.messages("mentions"))
        assert {*seen} == {one.text for one in x.posts.values()}
        before = len(x.asked)
        assert not await desk.pull("mentions")
        assert len(x.asked) == before + 1

        torn = desk.cursors["mentions"][:-1] + ', "token": "nonsense"}'
        x.said(BEN, "@woolco after that")
        desk.cursors["mentions"] = torn
        assert list(await desk.messages("mentions")) == ["@woolco after that"], "a mark that X forgot loses nothing"


@pytest.mark.parametrize(
    ("stream", "many", "gap"),
    [
        ("mentions", 810, "More than 800 posts came since the last reading; X gives no more than the newest of them."),
        ("own", 810, ""),
        (
            "own",
            3_210,
            "More than 3,200 own posts came since the last reading; X gives no more than the newest of them.",
        ),
    ],
)
async def test_more_than_x_gives_is_told_as_a_gap(tmp_path: Path, stream: str, many: int, gap: str) -> None:
    x = XStandIn()
    by = BEN if stream == "mentions" else OWN
    x.said(by, "@woolco first", ago=timedelta(hours=9))
    async with signed_in(x, tmp_path, dollars_a_day="100") as desk:
        await desk.pull(stream)
        desk.clock.move(timedelta(minutes=30))
        for number in range(many):
            x.said(by, f"@woolco {number}", ago=timedelta(minutes=500 - number / 8))
        assert desk.session is not None
        gaps: list[str] = []
        more = True
        while more:
            page = await desk.session.pull(stream, desk.cursors[stream], desk.clock.now())
            desk.cursors[stream] = page.next_cursor
            gaps.append(page.gap)
            more = page.has_more
    assert [one for one in gaps if one] == [gap] * bool(gap)


async def test_replies_without_our_name_are_found_below_own_posts_and_paid_for_once(tmp_path: Path) -> None:
    x = XStandIn()
    root = x.said(OWN, "New jackets", ago=timedelta(hours=5))
    named = x.said(ANN, "@woolco in blue?", root, ago=timedelta(hours=4))
    x.said(BEN, "I would like green", named, ago=timedelta(hours=3))
    x.said(BEN, "Not for us", x.said(ANN, "Elsewhere"))
    async with signed_in(x, tmp_path) as desk:
        found = await desk.messages("replies")
        assert {text: (one.kind, one.thread_remote_id) for text, one in found.items()} == {
            "I would like green": (Kind.COMMENT, f"{root}:{BEN}")
        }
        assert found["I would like green"].post_remote_id == root
        x.charged.clear()
        x.said(ANN, "and red", named)
        assert not await desk.pull("replies"), "it is asked every quarter of an hour"
        assert not x.charged
        # After a start of the program the posts are still known.
        desk.open()
        desk.clock.move(timedelta(minutes=16))
        assert list(await desk.messages("replies")) == ["and red"]
        # What was not found at once because X was late is asked for again.
        desk.clock.move(timedelta(minutes=16))
        x.said(BEN, "late", root, ago=timedelta(seconds=50))
        assert list(await desk.messages("replies")) == ["late"]
        # A post that is new to us is asked about from its beginning, long after the others were.
        second = x.said(OWN, "New hats", ago=timedelta(minutes=14))
        x.said(ANN, "hats!", second, ago=timedelta(minutes=13))
        await desk.pull("own")
        desk.clock.move(timedelta(minutes=16))
        assert "hats!" in await desk.messages("replies")


async def test_many_own_posts_and_replies_are_asked_about_in_turn_and_a_lost_mark_begins_the_query_again(
    tmp_path: Path,
) -> None:
    x = XStandIn()
    roots = [x.said(OWN, f"post {number}", ago=timedelta(hours=40 - number)) for number in range(40)]
    for number in range(230):
        x.said(ANN, f"r{number}", roots[39 - number % 30], ago=timedelta(minutes=230 - number))
    async with signed_in(x, tmp_path, dollars_a_day="50") as desk:
        await desk.pull("own")
        assert desk.session is not None
        page = await desk.session.pull("replies", None, desk.clock.now())
        seen = [one.text for one in page.events if isinstance(one, MessageSeen)]
        assert page.has_more
        assert len(page.next_cursor) < 4_096
        desk.cursors["replies"] = page.next_cursor.replace("7140w", "nonsense")
        seen += list(await desk.messages("replies"))
        assert set(seen) == {f"r{number}" for number in range(230)}
        assert max(len(one.query["query"]) for one in x.asked if "query" in one.query) <= 512
        assert not await desk.messages("replies")


async def test_an_app_that_may_not_search_reads_everything_else(tmp_path: Path) -> None:
    x = XStandIn()
    root = x.said(OWN, "New jackets", ago=timedelta(hours=5))
    x.said(ANN, "in blue?", root)
    x.has_search = False
    async with signed_in(x, tmp_path) as desk:
        await desk.pull("own")
        assert not await desk.pull("replies")
        asked = len(x.asked)
        assert not await desk.pull("replies")
        assert len(x.asked) == asked
        x.has_search = True
        desk.clock.move(timedelta(minutes=16))
        assert list(await desk.messages("replies")) == ["in blue?"], "nothing was passed over meanwhile"
        for bad in ("{", '{"v": 1, "known": "x"}', '{"v": 9}'):
            desk.cursors["replies"] = bad
            with pytest.raises(ConnectorError) as error:
                await desk.pull("replies")
            assert error.value.failure.kind is FailureKind.CURSOR_INVALID


async def test_messages_are_read_down_to_what_is_known_and_a_group_is_one_thread(tmp_path: Path) -> None:
    x = XStandIn()
    x.wrote(ANN, "old", ago=timedelta(days=40))
    for number in range(25):
        x.wrote(ANN, f"m{number}", ago=timedelta(minutes=60 - number))
    x.wrote(BEN, "for all", group="12345", ago=timedelta(minutes=70))
    x.wrote(OWN, "to all", group="12345", ago=timedelta(minutes=69))
    ours = x.wrote(OWN, "Hello Ann", ANN)
    async with signed_in(x, tmp_path) as desk:
        found = await desk.messages("messages")
        group = [found.pop(text) for text in ("for all", "to all")]
        assert [(one.thread_remote_id, one.author.remote_id) for one in group] == [("12345", BEN), ("12345", OWN)]
        assert group[1].contact is None
        answer = Answer(COMMAND, "12345", Kind.DM, group[0].remote_id, "Hello all")
        receipt = await desk.do(answer)
        assert x.events.pop()["dm_conversation_id"] == "12345"
        assert receipt.permalink == "https://x.com/messages/12345"
        assert set(found) == {"Hello Ann", *(f"m{number}" for number in range(25))}
        assert found["Hello Ann"].remote_id == f"dm:{ours}"
        assert found["Hello Ann"].contact is not None
        assert found["Hello Ann"].contact.remote_id == ANN
        assert {one.thread_remote_id for one in found.values()} == {f"{OWN}-{ANN}"}
        x.charged.clear()
        for number in range(25):
            x.wrote(BEN, f"b{number}")
        assert len(await desk.messages("messages")) == 25
        assert len(x.charged) <= 110, "little is asked for again"
        x.charged.clear()
        assert not await desk.messages("messages")
        assert len(x.charged) == 10


async def test_a_sign_in_without_messages_reads_the_rest_and_says_so(tmp_path: Path) -> None:
    x = XStandIn()
    x.scopes = "tweet.read users.read offline.access tweet.write"
    x.said(ANN, "@woolco hello")
    async with signed_in(x, tmp_path) as desk:
        assert desk.session is not None
        health = await desk.session.check()
        assert dict(health.granted) == {"read": True, "answer": True, "hide": False, "messages": False}
        assert list(await desk.messages("mentions")) == ["@woolco hello"]
        assert not await desk.pull("messages")
        failure = await desk.refused(direct("Hello"))
        assert (failure.kind, failure.certainty) == (FailureKind.PERMISSION_DENIED, Certainty.NOT_SENT)
        assert "Read and write and Direct message" in failure.sentence


async def test_what_is_not_understood_is_parked_and_the_rest_goes_on(tmp_path: Path) -> None:
    x = XStandIn()
    x.said(ANN, "@woolco fine")
    bad = x.said(BEN, "@woolco bad", instead={"created_at": "soon"})
    async with signed_in(x, tmp_path) as desk:
        events = await desk.pull("mentions")
    assert [one.text for one in events if isinstance(one, MessageSeen)] == ["@woolco fine"]
    (parked,) = [one for one in events if isinstance(one, Unreadable)]
    assert bad in parked.raw
