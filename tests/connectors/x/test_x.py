"""X: signing in, reading, answering and what a day may cost, against the stand-in after X's reference."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from socialdesk.connectors.kit.contract import (
    Answer,
    AtBrowser,
    BlockPerson,
    DeleteMessage,
    HideMessage,
    LikeMessage,
    Picture,
)
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.suite import faults
from socialdesk.connectors.x.spending import Spending
from socialdesk.model.event import MessageSeen, PostSeen, Unreadable
from socialdesk.model.failure import Certainty, FailureKind
from socialdesk.model.identifiers import CommandId
from socialdesk.model.thread import Kind
from tests.stand_ins import at_work as stage
from tests.stand_ins.at_work import AtWork, at_work
from tests.stand_ins.x import ANN, BEN, CLIENT_ID, OWN, REDIRECT, XStandIn

pytestmark = pytest.mark.anyio
TYPED = {"client_id": CLIENT_ID}
COMMAND = CommandId("c1")


@pytest.fixture(autouse=True)
def fixed_return(monkeypatch: pytest.MonkeyPatch) -> None:
    """X compares the address of return to the letter."""
    monkeypatch.setattr(stage, "REDIRECT", REDIRECT)


@asynccontextmanager
async def signed_in(x: XStandIn, folder: Path, **typed: str) -> AsyncGenerator[AtWork]:
    """Signed in, with an open session."""
    async with at_work("x", x, folder, TYPED | typed) as desk:
        await desk.sign_in(x)
        desk.open()
        yield desk
    assert not x.mistakes


def public(x: XStandIn, to: str, text: str, *pictures: Picture, kind: Kind = Kind.MENTION) -> Answer:
    post = x.posts[to]
    return Answer(COMMAND, f"{post.conversation}:{post.author}", kind, to, text, "", pictures)


def direct(text: str, *pictures: Picture, person: str = ANN) -> Answer:
    return Answer(COMMAND, f"{OWN}-{person}", Kind.DM, "1", text, "", pictures)


async def test_a_person_signs_in_and_a_token_that_works_once_is_stored_before_it_is_used(tmp_path: Path) -> None:
    x = XStandIn()
    async with signed_in(x, tmp_path) as desk:
        assert desk.account is not None
        assert (desk.account.remote_id, desk.account.handle, desk.account.name) == (OWN, "@woolco", "Wool & Co")
        assert desk.session is not None
        health = await desk.session.check()
        assert health.failure is None
        assert dict(health.granted) == {"read": True, "answer": True, "hide": True, "messages": True}
        for _ in range(3):
            desk.clock.move(timedelta(hours=3))
            await desk.pull("mentions")
        assert desk.keeper.stored == 3

        x.revoke_all()
        health = await desk.session.check()
        assert health.failure is not None
        assert (health.failure.kind, "Sign in again" in health.failure.sentence) == (FailureKind.AUTH_EXPIRED, True)


@pytest.mark.parametrize(
    ("typed", "error", "kind", "part"),
    [
        ({"dollars_a_day": "lots"}, "", FailureKind.INVALID, "amount in US dollars"),
        ({"dollars_a_day": "NaN"}, "", FailureKind.INVALID, "amount in US dollars"),
        ({"dollars_a_day": "0.05"}, "", FailureKind.INVALID, "at least 0.10"),
        ({}, "access_denied", FailureKind.PERMISSION_DENIED, "not granted"),
        ({"scopes": "users.read offline.access"}, "", FailureKind.PERMISSION_DENIED, "allow everything"),
    ],
)
async def test_what_goes_wrong_at_the_sign_in_is_said_with_the_next_step(
    tmp_path: Path, typed: dict[str, str], error: str, kind: FailureKind, part: str
) -> None:
    x = XStandIn()
    x.scopes = typed.pop("scopes", x.scopes)
    async with at_work("x", x, tmp_path, TYPED | typed) as desk:
        with pytest.raises(ConnectorError) as told:
            await desk.sign_in(x, error)
    assert told.value.failure.kind is kind
    assert part in told.value.failure.sentence


async def test_keys_nobody_knows_and_another_sign_ins_answer_are_refused(tmp_path: Path) -> None:
    x = XStandIn()
    async with at_work("x", x, tmp_path, TYPED) as desk:
        at = await desk.connector.begin("browser", TYPED, REDIRECT, desk.around)
        assert isinstance(at, AtBrowser)
        answer = x.consent(at.url)
        with pytest.raises(ConnectorError, match="state"):
            await desk.connector.finish("browser", at.kept, answer | {"state": "other"}, desk.around)
        other = at.kept.replace(CLIENT_ID, "app-2")
        with pytest.raises(ConnectorError) as told:
            await desk.connector.finish("browser", other, answer, desk.around)
        assert "does not know these keys" in told.value.failure.sentence


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
        {"url": "https://t.co/a", "expanded_url": "https://wool.example/x?a=1&b=2"},
        {"url": "https://t.co/b", "expanded_url": "https://x.com/ann/photo/1", "media_key": "3_1"},
    ]
    id_ = x.said(ANN, "@woolco &lt;3 https://t.co/a https://t.co/b", urls=urls, media=[picture])
    long = x.said(BEN, "@woolco a long …", note="@woolco " + "a long story " * 40)
    async with signed_in(x, tmp_path) as desk:
        found = await desk.messages("mentions")
        message = found["@woolco <3 https://wool.example/x?a=1&b=2"]
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


async def test_more_than_x_gives_is_told_as_a_gap(tmp_path: Path) -> None:
    x = XStandIn()
    x.said(ANN, "@woolco first", ago=timedelta(hours=9))
    async with signed_in(x, tmp_path, dollars_a_day="100") as desk:
        await desk.pull("mentions")
        for number in range(810):
            x.said(BEN, f"@woolco {number}", ago=timedelta(minutes=500 - number / 2))
        assert desk.session is not None
        gaps: list[str] = []
        more = True
        while more:
            page = await desk.session.pull("mentions", desk.cursors["mentions"], desk.clock.now())
            desk.cursors["mentions"] = page.next_cursor
            gaps.append(page.gap)
            more = page.has_more
    assert [one for one in gaps if one] == [
        "More than 800 posts came since the last reading; X gives no more than the newest of them."
    ]


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


async def test_deleted_posts_are_found_within_a_tenth_of_the_days_money(tmp_path: Path) -> None:
    x = XStandIn()
    ids = [x.said(ANN, f"@woolco {number}", ago=timedelta(minutes=60 - number)) for number in range(30)]
    async with signed_in(x, tmp_path, dollars_a_day="3") as desk:
        await desk.pull("mentions")
        x.deleted(ids[3])
        assert desk.session is not None
        assert await desk.session.gone(ids[:10]) == [ids[3]]
        before = len(x.charged)
        x.deleted(ids[12])
        assert await desk.session.gone(ids) == [ids[12]]
        for _ in range(10):
            assert not await desk.session.gone(ids)
        assert 0 < len(x.charged) - before < 20
        desk.clock.move(timedelta(days=1))
        assert set(await desk.session.gone(ids)) == {ids[3], ids[12]}


async def test_a_day_costs_no_more_than_a_person_allowed_and_answers_still_leave(tmp_path: Path) -> None:
    x = XStandIn()
    to = x.said(ANN, "@woolco hello", ago=timedelta(hours=5))
    for number in range(120):
        x.said(ANN, f"@woolco {number}", ago=timedelta(minutes=200 - number))
    async with signed_in(x, tmp_path, dollars_a_day="0,90 $") as desk:
        assert desk.session is not None
        cursor: str | None = None
        seen: list[str] = []
        failure = None
        while failure is None:
            try:
                page = await desk.session.pull("mentions", cursor, desk.clock.now())
            except ConnectorError as error:
                failure = error.failure
            else:
                cursor = page.next_cursor
                seen += [one.text for one in page.events if isinstance(one, MessageSeen)]
        assert failure.kind is FailureKind.RATE_LIMITED
        assert "$0.90" in failure.sentence
        assert failure.retry_at is not None
        assert failure.retry_at.isoformat() == "2026-11-24T00:00:00+00:00"
        money = Spending(desk.around.folder, OWN, 900, desk.clock)
        assert 0 < money.spent()[0] <= 600, "a third is kept for answers"
        await desk.do(public(x, to, "Hello Ann"))
        await desk.do(public(x, to, "See https://wool.example"))
        failure = await desk.refused(public(x, to, "And https://wool.example/2"))
        assert (failure.code, failure.certainty) == ("spending", Certainty.NOT_SENT), "a link costs more than is left"
        desk.clock.move(timedelta(days=1))
        desk.open()
        desk.cursors["mentions"] = cursor or ""
        while len(seen) < 121:
            try:
                seen += list(await desk.messages("mentions"))
            except ConnectorError:
                desk.clock.move(timedelta(days=1))
    assert len(set(seen)) == 121, "nothing was lost for the wait"


async def test_an_app_without_credit_stops_reading_and_says_where_to_add_some(tmp_path: Path) -> None:
    x = XStandIn()
    async with signed_in(x, tmp_path) as desk:
        x.has_credit = False
        with pytest.raises(ConnectorError) as told:
            await desk.pull("mentions")
    assert told.value.failure.kind is FailureKind.RATE_LIMITED
    assert "no credit left" in told.value.failure.sentence


async def test_a_limit_of_one_kind_of_call_leaves_the_others_free(tmp_path: Path) -> None:
    x = XStandIn()
    x.said(ANN, "@woolco hello")
    async with signed_in(x, tmp_path) as desk:
        reset = desk.clock.now() + timedelta(minutes=9)
        x.faults.next(faults.status(429, x_rate_limit_reset=str(int(reset.timestamp()))), path="/2/dm_events")
        with pytest.raises(ConnectorError) as told:
            await desk.pull("messages")
        assert (told.value.failure.kind, told.value.failure.retry_at) == (FailureKind.RATE_LIMITED, reset)
        with pytest.raises(ConnectorError):
            await desk.pull("messages")
        assert [one.path for one in x.asked].count("/2/dm_events") == 1
        assert list(await desk.messages("mentions")) == ["@woolco hello"]


async def test_what_is_not_understood_is_parked_and_the_rest_goes_on(tmp_path: Path) -> None:
    x = XStandIn()
    x.said(ANN, "@woolco fine")
    bad = x.said(BEN, "@woolco bad", instead={"created_at": "soon"})
    async with signed_in(x, tmp_path) as desk:
        events = await desk.pull("mentions")
    assert [one.text for one in events if isinstance(one, MessageSeen)] == ["@woolco fine"]
    (parked,) = [one for one in events if isinstance(one, Unreadable)]
    assert bad in parked.raw
