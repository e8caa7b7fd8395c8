"""Reading and answering on Threads; over a stand-in."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from datetime import timedelta

import pytest

from socialdesk.connectors.kit.contract import (
    DeleteMessage,
    HideMessage,
    LikeMessage,
    Link,
    MediaSource,
    Session,
)
from socialdesk.connectors.suite import faults
from socialdesk.model.event import MessageDeleted, PostSeen
from socialdesk.model.failure import Certainty, FailureKind
from socialdesk.model.identifiers import CommandId
from socialdesk.model.thread import Kind
from tests.stand_ins.opened import FAR, PICTURE, Room, answer, beside, failure_of, messages, read, refused
from tests.stand_ins.threads import NAME, TOKEN, Threads

pytestmark = pytest.mark.anyio
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
BY = CommandId("c")


@pytest.fixture
async def room() -> AsyncGenerator[Room]:
    async with beside(Threads(), "threads") as found:
        yield found


async def opened(room: Room, days: int = 30) -> Session:
    signed_in = await room.sign_in("own_token", token=TOKEN)
    return room.open(signed_in.accounts[0], days)


async def test_below_own_posts_the_first_who_is_somebody_else_leads_a_thread(room: Room) -> None:
    network = room.network
    post = network.posted("1/2 New boots")
    more = network.posted("2/2 In blue", above=post)
    first = network.posted("How much?", by="lee", above=post)
    ours = network.posted("79 euros", above=first)
    deeper = network.posted("Thanks", by="kim", above=ours)
    below = network.posted("Blue!", by="ada", above=more)
    gone = network.posted("Was here", by="eve", above=post)
    orphan = network.posted("Still here", by="joe", above=gone)
    network.deleted(gone)

    events, _ = await read(await opened(room), "replies")

    (seen,) = [one for one in events if isinstance(one, PostSeen)]
    assert (seen.remote_id, seen.author.is_own) == (post, True)
    found = messages(events)
    assert {id_: one.thread_remote_id for id_, one in found.items()} == {
        first: first,
        ours: first,
        deeper: first,
        below: below,
        orphan: orphan,
    }
    assert more not in found
    assert {one.post_remote_id for one in found.values()} == {post}
    assert found[ours].contact is not None
    assert found[ours].contact.handle == "@lee"
    assert (found[deeper].author.remote_id, found[deeper].parent_remote_id) == ("kim", ours)
    assert all(one.kind is Kind.COMMENT for one in found.values())


async def test_a_mention_leads_a_thread_with_our_answer_and_what_follows_it(room: Room) -> None:
    network = room.network
    root = network.posted("What do you wear?", by="maya")
    mention = network.posted("I like @ridgehill", by="lee", above=root)
    ours = network.posted("Thank you!", above=mention)
    after = network.posted("In which size?", by="kim", above=ours)
    again = network.posted("Yes, @ridgehill", by="lee", above=after)
    alone = network.posted("Hello @ridgehill", by="ada")
    own_post = network.posted("New boots")
    below = network.posted("Hey @ridgehill", by="eve", above=own_post)
    session = await opened(room)

    found = messages((await read(session, "mentions"))[0])

    assert {id_: one.thread_remote_id for id_, one in found.items()} == {
        mention: mention,
        ours: mention,
        after: mention,
        again: mention,
        alone: alone,
    }
    assert {one.kind for one in found.values()} == {Kind.MENTION}
    assert found[after].contact is not None
    assert found[after].contact.handle == "@lee"
    # What stands below an own post is read there, and in one thread only.
    assert messages((await read(session, "replies"))[0])[below].kind is Kind.COMMENT


async def test_a_private_root_and_a_deleted_one_hide_nothing_below_them(room: Room) -> None:
    network = room.network
    root = network.posted("Secret", by="maya")
    network.private.add("maya")
    mention = network.posted("See @ridgehill", by="lee", above=root)
    assert set(messages((await read(await opened(room), "mentions"))[0])) == {mention}


async def test_new_and_changed_replies_are_found_and_old_posts_looked_at_less(room: Room) -> None:
    network = room.network
    old = network.posted("Old boots")
    early = network.posted("Nice", by="lee", above=old)
    quiet = network.posted("Nobody says anything")
    room.clock.move(20 * DAY)
    post = network.posted("New boots")
    first = network.posted("How much?", by="lee", above=post)
    session = await opened(room)
    events, cursor = await read(session, "replies")
    assert set(messages(events)) == {early, first}

    def looked(since: int) -> list[str]:
        return [one.path.split("/")[2] for one in network.asked[since:] if one.path.endswith("/conversation")]

    for minutes, wanted in ((1, [post]), (60, [post]), (400, [post, old])):
        room.clock.move(minutes * MINUTE)
        asked = len(network.asked)
        _, cursor = await read(session, "replies", cursor)
        assert looked(asked) == wanted
    room.clock.move(MINUTE)
    new = network.posted("The first to speak", by="kim", above=quiet)
    network.edited(first, "How much are they?")
    late = network.posted("Also here", by="ada", above=old)
    events, cursor = await read(session, "replies", cursor)
    assert new in messages(events)
    room.clock.move(7 * HOUR)
    found = messages((await read(session, "replies", cursor))[0])
    assert late in found
    # A place of before delivers again and loses nothing.
    assert late in messages((await read(await opened(room), "replies", cursor))[0])


async def test_the_first_reply_to_an_old_post_is_seen_at_once(room: Room) -> None:
    network = room.network
    quiet = network.posted("Nobody says anything")
    room.clock.move(20 * DAY)
    session = await opened(room)
    _, cursor = await read(session, "replies")
    room.clock.move(MINUTE)
    new = network.posted("The first to speak", by="kim", above=quiet)
    events, cursor = await read(session, "replies", cursor)
    assert new in messages(events)
    room.clock.move(MINUTE)
    network.deleted(new)
    asked = len(network.asked)
    await read(session, "replies", cursor)
    assert len(network.asked) - asked == 1


async def test_a_change_within_a_quarter_of_an_hour_is_seen(room: Room) -> None:
    network = room.network
    first = network.posted("How much?", by="lee", above=network.posted("New boots"))
    session = await opened(room)
    room.clock.move(MINUTE)
    _, cursor = await read(session, "replies")
    room.clock.move(13 * MINUTE)
    network.edited(first, "How much are they?")
    assert messages((await read(session, "replies", cursor))[0])[first].text == "How much are they?"


async def test_nothing_is_lost_in_a_time_away_and_the_first_download_goes_as_far_as_chosen(room: Room) -> None:
    network = room.network
    posts = [network.posted(f"Post {n}") for n in range(30)]
    session = await opened(room)
    _, cursor = await read(session, "replies")
    wanted: set[str] = set()
    for one in posts:
        room.clock.move(HOUR)
        wanted |= {network.posted(f"{n}", by="lee", above=one) for n in range(3)}
    assert wanted <= set(messages((await read(await opened(room), "replies", cursor))[0]))
    room.clock.move(40 * DAY)
    late = network.posted("Much later", by="lee", above=network.posted("Newest"))
    assert set(messages((await read(await opened(room), "replies"))[0])) == {late}


async def test_pictures_and_films_come_and_are_found_again(room: Room) -> None:
    network = room.network
    parts = [
        {"kind": "Child", "id": "1", "media_type": "IMAGE", "media_url": "https://cdn.example/1"},
        {"kind": "Child", "id": "2", "media_type": "VIDEO", "media_url": "https://cdn.example/2"},
    ]
    reply = network.posted(
        "Look", by="lee", above=network.posted("New boots"), media_type="CAROUSEL_ALBUM", parts=parts
    )
    session = await opened(room)
    (found,) = messages((await read(session, "replies"))[0]).values()
    assert [(one.kind, one.url[-1]) for one in found.attachments] == [("image", "1"), ("video", "2")]
    assert isinstance(session, MediaSource)
    assert await session.media(reply, 1, "https://dead.example", afresh=True) == Link("https://cdn.example/2")
    network.deleted(reply)
    assert await session.media(reply, 1, "", afresh=True) is None


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


async def test_what_is_unreadable_is_set_aside_and_the_rest_goes_on(room: Room) -> None:
    network = room.network
    post = network.posted("New boots")
    odd, good = network.posted("?", by="lee", above=post), network.posted("!", by="kim", above=post)
    nameless = network.posted("Hm", by="", above=post)
    network.nodes[odd]["timestamp"] = "yesterday"
    events, _ = await read(await opened(room), "replies")
    assert set(messages(events)) == {good, nameless}
    assert messages(events)[nameless].author.name == "Somebody on Threads"
    assert [type(one).__name__ for one in events].count("Unreadable") == 1
    assert NAME not in {one.author.remote_id for one in messages(events).values()}
    assert (await failure_of((await opened(room)).pull("replies", "{}", FAR))).kind is FailureKind.CURSOR_INVALID


async def test_an_account_that_changed_its_name_still_knows_what_is_its_own(room: Room) -> None:
    network = room.network
    session = await opened(room)
    post = network.posted("New boots")
    first = network.posted("How much?", by="lee", above=post)
    mention = network.posted("With @ridgehill", by="maya")
    ours = network.posted("Thank you", above=mention)
    for id_ in (post, ours):
        network.nodes[id_]["username"] = "renamed"
    network.own_names.add("renamed")

    events, _ = await read(session, "replies")
    (seen,) = [one for one in events if isinstance(one, PostSeen)]
    assert seen.author.is_own
    assert messages(events)[first].thread_remote_id == first
    found = messages((await read(session, "mentions"))[0])
    assert found[ours].author.is_own
    assert found[ours].thread_remote_id == mention
