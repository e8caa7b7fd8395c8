"""Reading Threads, against the stand-in: which threads there are, and that nothing is lost."""

from __future__ import annotations

from collections.abc import AsyncGenerator

import pytest

from socialdesk.connectors.kit.contract import Link, MediaSource
from socialdesk.model.event import PostSeen
from socialdesk.model.failure import FailureKind
from socialdesk.model.thread import Kind
from tests.connectors.threads.account import DAY, HOUR, MINUTE, opened
from tests.stand_ins.opened import FAR, Room, beside, failure_of, messages, read
from tests.stand_ins.threads import NAME, Threads

pytestmark = pytest.mark.anyio


@pytest.fixture
async def room() -> AsyncGenerator[Room]:
    async with beside(Threads(), "threads") as found:
        yield found


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
