"""Acts on a Page: answers, private answers, likes, hiding, deleting, blocking, and looking what became of them."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from socialdesk.connectors.kit.contract import (
    Action,
    AnswerPrivately,
    BlockPerson,
    DeleteMessage,
    HideMessage,
    LikeMessage,
    MuteThread,
    RemoveMessage,
    Session,
)
from socialdesk.connectors.suite import faults
from socialdesk.model.automatic import automatic
from socialdesk.model.failure import Certainty, FailureKind
from socialdesk.model.identifiers import CommandId
from socialdesk.model.thread import Kind
from tests.stand_ins.facebook import Facebook
from tests.stand_ins.facebook_world import PAGE
from tests.stand_ins.opened import PICTURE, Room, answer, beside, failure_of, messages, read, refused

pytestmark = pytest.mark.anyio
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
BY = CommandId("c")


@pytest.fixture
async def room() -> AsyncGenerator[Room]:
    async with beside(Facebook(), "facebook") as found:
        yield found


async def opened(room: Room, **typed: str) -> Session:
    signed_in = await room.sign_in(token="user-token", **typed)
    return room.open(signed_in.accounts[0])


def privately(comment: str, text: str) -> AnswerPrivately:
    return AnswerPrivately(BY, comment, comment, text)


async def test_an_answer_stands_below_what_was_answered_and_is_known_again_by_its_id_and_version(room: Room) -> None:
    network = room.network
    post = network.posted("New boots")
    comment = network.commented(post, "501", "How much?")
    deeper = network.commented(post, "502", "Me too", parent=comment)
    visit = network.posted("Hi", by="501")
    story = network.recommended("501", "Good")
    session = await opened(room)

    for one in (
        answer(comment, Kind.COMMENT, comment, "79 euros"),
        answer(comment, Kind.COMMENT, deeper, "You as well"),
        answer(comment, Kind.COMMENT, comment, "Look", PICTURE),
        answer(comment, Kind.COMMENT, comment, "", PICTURE),
        answer(f"post:{visit}", Kind.MENTION, f"post:{visit}", "Hi there"),
        answer(f"review:{story}", Kind.REVIEW, f"review:{story}", "Thank you"),
    ):
        receipt = await session.perform(room.intent(one))
        made = network.nodes[receipt.remote_id]
        assert made["message"] == one.text
        stream = "reviews" if one.kind is Kind.REVIEW else "comments"
        seen = messages((await read(room.open((await room.sign_in(token="user-token")).accounts[0]), stream))[0])
        found = seen[receipt.remote_id]
        assert (found.version, found.thread_remote_id) == (receipt.version, one.thread_remote_id)
        assert ("attachment" in made) == bool(one.pictures)


@pytest.mark.parametrize(
    ("text", "pictures", "says"),
    [
        ("x" * 8001, 0, "by 1"),
        (" ", 0, "empty"),
        ("Look", 2, "More pictures"),
    ],
)
async def test_what_the_network_would_not_take_is_refused_here(room: Room, text: str, pictures: int, says: str) -> None:
    session = await opened(room)
    failure = await refused(room, session, answer("1_2", Kind.COMMENT, "1_2", text, *[PICTURE] * pictures))
    assert (failure.kind, failure.certainty) == (FailureKind.INVALID, Certainty.NOT_SENT)
    assert says in failure.sentence
    large = replace(PICTURE, data=b"x" * 10_000_001)
    assert "larger" in (await refused(room, session, answer("1_2", Kind.COMMENT, "1_2", "", large))).sentence
    assert not [one for one in room.network.asked if one.method == "POST"]


async def test_a_message_is_answered_for_a_day_and_by_people_for_seven_where_meta_lets_them(room: Room) -> None:
    network = room.network
    network.wrote("501", "Are you open?")
    thread = network.thread_of("501")
    session = await opened(room)
    receipt = await session.perform(room.intent(answer(thread, Kind.DM, "m_1", "Until six")))
    found = messages((await read(session, "messages"))[0])[receipt.remote_id]
    assert (found.text, found.version, found.thread_remote_id) == ("Until six", receipt.version, thread)

    room.clock.move(25 * HOUR)
    late = answer(thread, Kind.DM, "m_1", "Still there?")
    assert (await refused(room, session, late)).kind is FailureKind.WINDOW_CLOSED
    session = await opened(room, human_agent="yes")
    assert (await refused(room, session, late)).kind is FailureKind.PERMISSION_DENIED
    network.human_agent = True
    assert (await session.perform(room.intent(late))).remote_id
    by_rule = replace(late, command=automatic("1"))
    assert (await refused(room, session, by_rule)).kind is FailureKind.WINDOW_CLOSED
    room.clock.move(7 * DAY)
    assert (await refused(room, session, late)).kind is FailureKind.WINDOW_CLOSED


async def test_words_go_before_pictures_and_what_stays_behind_is_told(room: Room) -> None:
    network = room.network
    network.wrote("501", "Show me")
    thread = network.thread_of("501")
    session = await opened(room)

    def ours() -> list[str]:
        return [one["message"] for one in network.nodes.values() if one.get("thread") == thread][1:]

    both = answer(thread, Kind.DM, "m", "Here", PICTURE, PICTURE)
    receipt = await session.perform(room.intent(both))
    assert (ours(), receipt.left_behind) == (["Here", "", ""], "")
    assert network.uploads.popitem()[1] == PICTURE.data

    network.refuse_next("/message_attachments", 100, 2018047)
    receipt = await session.perform(room.intent(answer(thread, Kind.DM, "m", "Again", PICTURE)))
    assert receipt.left_behind.startswith("Sent without the picture")
    network.refuse_next("/message_attachments", 100, 2018047)
    failure = await refused(room, session, answer(thread, Kind.DM, "m", "", PICTURE))
    assert (failure.kind, failure.certainty) == (FailureKind.INVALID, Certainty.NOT_SENT)
    assert ours()[3:] == ["Again"]


async def test_a_private_answer_goes_once_and_within_seven_days(room: Room) -> None:
    network = room.network
    post = network.posted("New boots")
    comment, other = network.commented(post, "501", "How much?"), network.commented(post, "502", "And me?")
    session = await opened(room)
    intent = room.intent(privately(comment, "For you 70"))
    assert await session.reconcile(intent) is None
    receipt = await session.perform(intent)
    assert network.nodes[receipt.remote_id]["message"] == "For you 70"
    found = await session.reconcile(intent)
    assert found is not None
    assert found.remote_id == receipt.remote_id

    assert "in public" in (await refused(room, session, privately(comment, "Once more"))).sentence
    assert (await refused(room, session, privately(other, "x" * 2001))).kind is FailureKind.INVALID
    room.clock.move(8 * DAY)
    assert (await refused(room, session, privately(other, "Late"))).kind is FailureKind.WINDOW_CLOSED


async def test_likes_hiding_deleting_and_blocking_are_done_seen_and_undone(room: Room) -> None:
    network = room.network
    post = network.posted("New boots")
    comment = network.commented(post, "501", "Buy pills")
    visit = network.posted("Buy pills", by="502")
    session = await opened(room)

    async def done(action: Action) -> None:
        intent = room.intent(action)
        assert await session.reconcile(intent) is None
        await session.perform(intent)
        await session.perform(intent)
        assert await session.reconcile(intent) is not None

    for id_ in (comment, f"post:{visit}"):
        await done(LikeMessage(BY, id_, on=True))
        await done(LikeMessage(BY, id_, on=False))
        await done(HideMessage(BY, id_, id_, on=True))
        await done(HideMessage(BY, id_, id_, on=False))
    await done(BlockPerson(BY, "501", on=True))
    assert network.kept_out == {"501"}
    await done(BlockPerson(BY, "501", on=False))
    await done(RemoveMessage(BY, comment, comment))
    await done(RemoveMessage(BY, f"post:{visit}", f"post:{visit}"))
    await done(DeleteMessage(BY, network.commented(post, PAGE, "Ours"), comment))
    assert "cannot be blocked" in (await refused(room, session, BlockPerson(BY, "unknown:1_2", on=True))).sentence
    assert "nothing for that" in (await refused(room, session, MuteThread(BY, "t", Kind.DM, on=True))).sentence
    fixed = network.commented(post, "503", "Stays", can_hide=False)
    assert "only on the Page" in (await refused(room, session, HideMessage(BY, fixed, fixed, on=True))).sentence


async def test_a_message_is_liked_with_a_heart(room: Room) -> None:
    network = room.network
    message = network.wrote("501", "You are great")
    session = await opened(room)
    await session.perform(room.intent(LikeMessage(BY, message, on=True)))
    assert network.reactions == {message: "love"}
    await session.perform(room.intent(LikeMessage(BY, message, on=False)))
    assert network.reactions == {}


@pytest.mark.parametrize("fault", [faults.closed(acts=True), faults.status(503, acts=True), faults.cut(4)])
@pytest.mark.parametrize("kind", [Kind.COMMENT, Kind.DM])
async def test_after_an_unknown_outcome_the_answer_is_found_or_surely_not_there(
    room: Room, fault: faults.Fault, kind: Kind
) -> None:
    network = room.network
    post = network.posted("New boots")
    comment = network.commented(post, "501", "How much?")
    network.wrote("501", "How much?")
    thread = network.thread_of("501") if kind is Kind.DM else comment
    edge = "/messages" if kind is Kind.DM else "/comments"
    session = await opened(room)
    # Said before in the same words: not to be taken for the answer that was lost.
    await session.perform(room.intent(answer(thread, kind, comment, "79 euros")))
    room.clock.move(HOUR)

    for one, is_there in ((faults.closed(), False), (fault, True)):
        intent = room.intent(answer(thread, kind, comment, "79 euros", *([PICTURE] if kind is Kind.DM else [])))
        network.faults.next(one, method="POST", path=edge)
        failure = await failure_of(session.perform(intent))
        assert (failure.kind, failure.certainty) == (FailureKind.TRANSIENT, Certainty.UNKNOWN)
        receipt = await session.reconcile(intent)
        assert (receipt is not None) is is_there
    assert receipt is not None
    assert bool(receipt.left_behind) is (kind is Kind.DM)


ERRORS: list[tuple[int, int, FailureKind, str]] = [
    (190, 463, FailureKind.AUTH_EXPIRED, "Sign in again"),
    (190, 460, FailureKind.AUTH_EXPIRED, "password"),
    (190, 458, FailureKind.AUTH_EXPIRED, "removed"),
    (190, 459, FailureKind.AUTH_EXPIRED, "browser"),
    (190, 0, FailureKind.AUTH_EXPIRED, "Sign in again"),
    (102, 0, FailureKind.AUTH_EXPIRED, "Sign in again"),
    (10, 2018278, FailureKind.WINDOW_CLOSED, "They must write again"),
    (10, 0, FailureKind.PERMISSION_DENIED, "Settings, Channels"),
    (3, 0, FailureKind.PERMISSION_DENIED, "Settings, Channels"),
    (200, 0, FailureKind.PERMISSION_DENIED, "Settings, Channels"),
    (299, 0, FailureKind.PERMISSION_DENIED, "Settings, Channels"),
    (10, 1893063, FailureKind.PERMISSION_DENIED, "restricted"),
    (551, 0, FailureKind.PERMISSION_DENIED, "cannot be written to"),
    (230, 200, FailureKind.PERMISSION_DENIED, "cannot be written to"),
    (100, 2018001, FailureKind.PERMISSION_DENIED, "cannot be written to"),
    (4, 0, FailureKind.RATE_LIMITED, "by itself"),
    (17, 0, FailureKind.RATE_LIMITED, "by itself"),
    (32, 0, FailureKind.RATE_LIMITED, "by itself"),
    (341, 0, FailureKind.RATE_LIMITED, "by itself"),
    (613, 0, FailureKind.RATE_LIMITED, "by itself"),
    (80001, 0, FailureKind.RATE_LIMITED, "by itself"),
    (80006, 0, FailureKind.RATE_LIMITED, "by itself"),
    (368, 0, FailureKind.RATE_LIMITED, "stopped this account"),
    (100, 33, FailureKind.GONE, "no longer there"),
    (803, 0, FailureKind.GONE, "no longer there"),
    (10900, 0, FailureKind.DUPLICATE, "only once"),
    (506, 0, FailureKind.DUPLICATE, "a second time"),
    (1705, 0, FailureKind.DUPLICATE, "a second time"),
    (100, 0, FailureKind.INVALID, "change it"),
    (1609005, 0, FailureKind.INVALID, "change it"),
    (2635, 0, FailureKind.SUSPENDED, "Update SocialDesk"),
    (1, 0, FailureKind.TRANSIENT, "tries again"),
    (2, 1545133, FailureKind.TRANSIENT, "tries again"),
    (1200, 0, FailureKind.TRANSIENT, "tries again"),
]


@pytest.mark.parametrize(("code", "sub", "kind", "says"), ERRORS)
async def test_each_error_has_a_kind_a_certainty_and_a_next_step(
    room: Room, code: int, sub: int, kind: FailureKind, says: str
) -> None:
    comment = room.network.commented(room.network.posted("New boots"), "501", "Hm")
    session = await opened(room)
    room.network.refuse_next("POST /v26.0/", code, sub, "The text that was sent")

    failure = await refused(room, session, answer(comment, Kind.COMMENT, comment, "Hello"))

    unsure = Certainty.UNKNOWN if kind is FailureKind.TRANSIENT else Certainty.NOT_SENT
    assert (failure.kind, failure.certainty) == (kind, unsure)
    assert says in failure.sentence
    assert "text that was sent" not in failure.sentence + failure.code
    assert (failure.retry_at is not None) == (kind is FailureKind.RATE_LIMITED)


async def test_a_limit_without_a_time_makes_pauses_that_grow_and_a_block_of_one_act_lets_reading_go_on(
    room: Room,
) -> None:
    network: Any = room.network
    comment = network.commented(network.posted("New boots"), "501", "Hm")
    session = await opened(room)
    hello = answer(comment, Kind.COMMENT, comment, "Hello")
    network.refuse_next("POST /v26.0/", 368)
    assert (await refused(room, session, hello)).retry_at == room.clock.now() + 6 * HOUR
    assert comment in messages((await read(session, "comments"))[0])

    for minutes in (5, 10, 20, 40, 60, 60):
        network.refuse_next("POST /v26.0/", 613)
        failure = await refused(room, session, hello)
        assert failure.retry_at == room.clock.now() + timedelta(minutes=minutes)
        asked = len(network.asked)
        assert (await refused(room, session, hello)).kind is FailureKind.RATE_LIMITED
        assert len(network.asked) == asked
        room.clock.move(timedelta(minutes=minutes))
    assert (await session.perform(room.intent(hello))).remote_id
