"""Answering, hiding and approving on Threads, over a stand-in, and what its errors mean."""

from __future__ import annotations

from collections.abc import AsyncGenerator

import pytest

from socialdesk.connectors.kit.contract import DeleteMessage, HideMessage, LikeMessage
from socialdesk.connectors.suite import faults
from socialdesk.model.event import MessageDeleted
from socialdesk.model.failure import Certainty, FailureKind
from socialdesk.model.thread import Kind
from tests.connectors.threads.account import BY, DAY, HOUR, MINUTE, opened
from tests.stand_ins.opened import FAR, PICTURE, Room, answer, beside, failure_of, messages, read, refused
from tests.stand_ins.threads import Threads

pytestmark = pytest.mark.anyio


@pytest.fixture
async def room() -> AsyncGenerator[Room]:
    async with beside(Threads(), "threads") as found:
        yield found


async def test_an_answer_is_published_once_and_found_after_an_unknown_outcome(room: Room) -> None:
    network = room.network
    reply = network.posted("How much?", by="lee", above=network.posted("New boots"))
    session = await opened(room)
    receipt = await session.perform(room.intent(answer(reply, Kind.COMMENT, reply, "79 euros")))
    seen = messages((await read(session, "replies"))[0])[receipt.remote_id]
    assert (seen.version, seen.thread_remote_id) == (receipt.version, reply)
    room.clock.move(HOUR)
    intent = room.intent(answer(reply, Kind.COMMENT, reply, "79 euros"))

    network.faults.next(faults.closed(acts=True), method="POST", path="/me/threads")
    failure = await failure_of(session.perform(intent))
    # A container is seen by nobody: nothing was sent.
    assert (failure.kind, failure.certainty) == (FailureKind.TRANSIENT, Certainty.NOT_SENT)
    for fault, is_there in ((faults.closed(), False), (faults.status(503, acts=True), True)):
        network.faults.next(fault, method="POST", path="/me/threads_publish")
        failure = await failure_of(session.perform(intent))
        assert (failure.kind, failure.certainty) == (FailureKind.TRANSIENT, Certainty.UNKNOWN)
        assert (await session.reconcile(intent) is not None) is is_there
    # Done once more after all, it does not go twice.
    again = await session.perform(intent)
    same = await session.reconcile(intent)
    assert same is not None
    assert again.remote_id == same.remote_id
    assert len([one for one in network.nodes.values() if one["text"] == "79 euros"]) == 2


async def test_an_answer_that_takes_its_time_is_published_when_it_is_ready_and_once(room: Room) -> None:
    network = room.network
    reply = network.posted("How much?", by="lee", above=network.posted("New boots"))
    session = await opened(room)
    intent = room.intent(answer(reply, Kind.COMMENT, reply, "79 euros"))
    network.makes = "IN_PROGRESS"
    for _ in range(2):
        failure = await failure_of(session.perform(intent))
        assert (failure.kind, failure.certainty) == (FailureKind.TRANSIENT, Certainty.NOT_SENT)
    (container,) = network.containers.values()
    container["status"] = "FINISHED"
    network.refuse_next("/me/threads_publish", 24, 4279009)
    failure = await failure_of(session.perform(intent))
    assert (failure.kind, failure.certainty) == (FailureKind.TRANSIENT, Certainty.NOT_SENT)
    receipt = await session.perform(intent)
    assert network.nodes[receipt.remote_id]["text"] == "79 euros"
    assert len(network.containers) == 1

    network.makes = "ERROR"
    failure = await failure_of(session.perform(room.intent(answer(reply, Kind.COMMENT, reply, "Or 70"))))
    assert (failure.kind, failure.certainty) == (FailureKind.INVALID, Certainty.NOT_SENT)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("x" * 501, "by 1"),
        ("🦆" * 125 + "a", "by 1"),
        (" ".join(f"https://{n}.example" for n in range(6)), "five links"),
        (" ", "empty"),
    ],
)
async def test_what_the_network_would_not_take_is_refused_here(room: Room, text: str, says: str) -> None:
    session = await opened(room)
    failure = await refused(room, session, answer("1", Kind.COMMENT, "1", text))
    assert (failure.kind, failure.certainty) == (FailureKind.INVALID, Certainty.NOT_SENT)
    assert says in failure.sentence
    picture = await refused(room, session, answer("1", Kind.COMMENT, "1", "Look", PICTURE))
    assert picture.kind is FailureKind.INVALID
    assert not [one for one in room.network.asked if one.method == "POST"]


async def test_hiding_and_deleting_are_done_seen_and_undone(room: Room) -> None:
    network = room.network
    post = network.posted("New boots")
    reply = network.posted("Buy pills", by="lee", above=post)
    nested = network.posted("Really", by="kim", above=reply)
    own = network.posted("No", above=reply)
    session = await opened(room)
    for action in (
        HideMessage(BY, reply, reply, on=True),
        HideMessage(BY, reply, reply, on=False),
        DeleteMessage(BY, own, reply),
    ):
        intent = room.intent(action)
        assert await session.reconcile(intent) is None
        await session.perform(intent)
        await session.perform(intent)
        assert await session.reconcile(intent) is not None
    assert "reply above it" in (await refused(room, session, HideMessage(BY, nested, reply, on=True))).sentence
    assert "nothing for that" in (await refused(room, session, LikeMessage(BY, reply, on=True))).sentence
    assert list(await session.gone([reply, own, nested])) == [own]


async def test_what_waits_for_approval_is_told_approved_ignored_and_what_became_of_it_noticed(room: Room) -> None:
    network = room.network
    post = network.posted("Ask us anything")
    network.approving.add(post)
    first, second, third, fourth = (network.posted(f"May I, {n}?", by=f"p{n}", above=post) for n in range(4))
    session = await opened(room)
    events, cursor = await read(session, "replies")
    found = messages(events)
    assert {id_: (one.is_held, one.thread_remote_id) for id_, one in found.items()} == {
        id_: (True, id_) for id_ in (first, second, third, fourth)
    }
    assert {one.post_remote_id for one in found.values()} == {post}
    assert list(await session.gone([first, second])) == [], "nobody shows them by their id, and they are not gone"

    for id_, on, then in ((first, False, None), (second, True, "ignored")):
        intent = room.intent(HideMessage(BY, id_, id_, on=on))
        assert await session.reconcile(intent) is None
        await session.perform(intent)
        assert network.unseen.get(id_) == then
    assert not [one for one in network.asked if one.path.endswith("/manage_reply")]
    network.deleted(third)
    del network.unseen[fourth]  # approved in the app
    room.clock.move(MINUTE)
    before = cursor
    events, cursor = await read(session, "replies", cursor)
    found = messages(events)
    assert {id_: (one.is_held, one.is_hidden) for id_, one in found.items()} == {
        first: (False, False),
        second: (False, True),
        fourth: (False, False),
    }
    assert [one.remote_id for one in events if isinstance(one, MessageDeleted)] == [third]
    assert list(await session.gone([first, second, fourth])) == []
    # A place of before tells it again, to the same session and to another.
    for one in (session, await opened(room)):
        room.clock.move(11 * MINUTE)
        again = (await read(one, "replies", before))[0]
        assert {first, second, fourth} <= set(messages(again))
        assert third in {one.remote_id for one in again if isinstance(one, MessageDeleted)}

    # What was ignored can be approved later, also by a session that has read nothing yet.
    fresh = await opened(room)
    await fresh.perform(room.intent(HideMessage(BY, second, second, on=False)))
    assert second not in network.unseen
    network.deleted(second)
    failure = await refused(room, fresh, HideMessage(BY, second, second, on=False))
    assert failure.kind is FailureKind.GONE


async def test_posts_without_approvals_are_asked_seldom_and_a_lost_permission_is_told(room: Room) -> None:
    network = room.network
    for n in range(30):
        network.posted(f"Post {n}")
    careful = network.posted("Ask us anything")
    network.approving.add(careful)
    network.posted("May I?", by="lee", above=careful)
    session = await opened(room)

    def asked(since: int) -> int:
        return len([one for one in network.asked[since:] if one.path.endswith("/pending_replies")])

    _, cursor = await read(session, "replies")
    assert asked(0) == 31, "each once"
    for minutes, wanted in ((1, 0), (9, 1), (40, 1), (10, 20), (1, 11)):
        room.clock.move(minutes * MINUTE)
        since = len(network.asked)
        _, cursor = await read(session, "replies", cursor)
        assert asked(since) == wanted, minutes
    for n in range(60):
        network.posted(f"May {n}?", by=f"p{n}", above=careful)
    room.clock.move(10 * MINUTE)
    events, cursor = await read(session, "replies", cursor)
    assert len([one for one in messages(events).values() if one.is_held]) == 61
    network.refuse_next("/pending_replies", 2, 0)
    room.clock.move(10 * MINUTE)
    assert (await failure_of(session.pull("replies", cursor, FAR))).kind is FailureKind.TRANSIENT


async def test_what_waits_behind_more_than_are_listed_is_not_taken_for_deleted(room: Room) -> None:
    network = room.network
    post = network.posted("Ask us anything")
    network.approving.add(post)
    first = network.posted("May I?", by="lee", above=post)
    session = await opened(room)
    events, cursor = await read(session, "replies")
    assert messages(events)[first].is_held
    others = [network.posted(f"May {n}?", by=f"p{n}", above=post) for n in range(300)]
    for _ in range(3):
        room.clock.move(11 * MINUTE)
        events, cursor = await read(session, "replies", cursor)
        assert [one for one in events if isinstance(one, MessageDeleted)] == []
        assert list(await session.gone([first])) == []
    for one in (first, *others):
        network.deleted(one)
    room.clock.move(11 * MINUTE)
    events, _ = await read(session, "replies", cursor)
    assert first in {one.remote_id for one in events if isinstance(one, MessageDeleted)}


async def test_of_more_than_a_cursor_remembers_another_session_knows_who_waits_and_who_was_let_in(room: Room) -> None:
    network = room.network
    post = network.posted("Ask us anything")
    network.approving.add(post)
    waiting = [network.posted(f"May {n}?", by=f"p{n}", above=post) for n in range(300)]
    plain = network.posted("Good morning")
    network.posted("Morning", by="lee", above=plain)
    _, cursor = await read(await opened(room), "replies")
    assert len(cursor) < 4096
    room.clock.move(11 * MINUTE)
    _, cursor = await read(await opened(room), "replies", cursor)

    let_in, ignored, deleted, *rest = waiting
    del network.unseen[let_in]
    network.unseen[ignored] = "ignored"
    network.deleted(deleted)
    room.clock.move(DAY)
    later = await opened(room)
    events, cursor = await read(later, "replies", cursor)
    assert messages(events)[rest[0]].is_held
    room.clock.move(MINUTE)
    events, cursor = await read(later, "replies", cursor)
    assert not messages(events)[let_in].is_held
    assert set(await later.gone([let_in, ignored, deleted, rest[0], rest[-1]])) == {deleted}
    since = len(network.asked)
    room.clock.move(11 * MINUTE)
    await read(later, "replies", cursor)
    lists = [one for one in network.asked[since:] if one.path.endswith("/pending_replies")]
    assert len(lists) == 5, "from then on four pages of who waits and one of who was ignored"


@pytest.mark.parametrize(
    ("code", "sub", "words", "kind"),
    [
        (190, 463, "", FailureKind.AUTH_EXPIRED),
        (190, 459, "", FailureKind.AUTH_EXPIRED),
        (10, 1893063, "", FailureKind.PERMISSION_DENIED),
        (2635, 0, "", FailureKind.SUSPENDED),
        (10, 0, "", FailureKind.PERMISSION_DENIED),
        (200, 0, "", FailureKind.PERMISSION_DENIED),
        (100, 33, "", FailureKind.GONE),
        (4, 0, "", FailureKind.RATE_LIMITED),
        (32, 0, "", FailureKind.RATE_LIMITED),
        (613, 0, "", FailureKind.RATE_LIMITED),
        (100, 0, "The user's reply quota has been exceeded", FailureKind.RATE_LIMITED),
        (100, 0, "THREADS_API__LINK_LIMIT_EXCEEDED", FailureKind.INVALID),
        (506, 0, "", FailureKind.DUPLICATE),
        (1, 0, "", FailureKind.TRANSIENT),
    ],
)
async def test_each_error_has_its_kind(room: Room, code: int, sub: int, words: str, kind: FailureKind) -> None:
    network = room.network
    reply = network.posted("How much?", by="lee", above=network.posted("New boots"))
    session = await opened(room)
    network.refuse_next("POST /v1.0/me/threads_publish", code, sub, words)
    failure = await refused(room, session, answer(reply, Kind.COMMENT, reply, "Hi"))
    assert failure.kind is kind
    assert (failure.certainty is Certainty.UNKNOWN) is (kind is FailureKind.TRANSIENT)
