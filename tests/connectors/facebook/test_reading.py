"""Reading a Page: comments, visitors' posts, ads, recommendations and messages, as they change; over a stand-in."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from datetime import timedelta

import pytest

from socialdesk.connectors.kit.contract import Link, MediaSource, Session
from socialdesk.connectors.suite import faults
from socialdesk.model.event import MessageDeleted, PostSeen
from socialdesk.model.failure import FailureKind
from socialdesk.model.thread import Kind
from tests.stand_ins.facebook import Facebook
from tests.stand_ins.facebook_world import PAGE
from tests.stand_ins.opened import FAR, Room, beside, failure_of, messages, read

pytestmark = pytest.mark.anyio
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


@pytest.fixture
async def room() -> AsyncGenerator[Room]:
    async with beside(Facebook(), "facebook") as found:
        yield found


async def opened(room: Room, days: int = 30) -> Session:
    signed_in = await room.sign_in(token="user-token")
    return room.open(signed_in.accounts[0], days)


async def test_a_comment_leads_a_thread_below_its_post_and_answers_stand_in_it(room: Room) -> None:
    network = room.network
    post = network.posted("New boots", full_picture="https://cdn.example/boots", shares={"count": 3})
    first = network.commented(post, "501", "How much?")
    room.clock.move(MINUTE)
    ours = network.commented(post, PAGE, "79 euros", parent=first)
    room.clock.move(MINUTE)
    deeper = network.commented(post, "502", "Thanks", parent=ours)

    events, _ = await read(await opened(room), "comments")

    (seen,) = [one for one in events if isinstance(one, PostSeen)]
    assert (seen.remote_id, seen.text, seen.counts) == (post, "New boots", (("reposts", 3), ("replies", 3)))
    assert seen.picture is not None
    found = messages(events)
    assert set(found) == {first, ours, deeper}
    assert {one.thread_remote_id for one in found.values()} == {first}
    assert all(one.post_remote_id == post and one.kind is Kind.COMMENT for one in found.values())
    assert (found[ours].author.is_own, found[first].author.is_own) == (True, False)
    assert found[ours].contact is not None
    assert found[ours].contact.remote_id == "501"
    assert found[deeper].author.name == "Person 502"


async def test_a_comment_of_our_own_leads_a_thread_as_soon_as_somebody_answers_it(room: Room) -> None:
    network = room.network
    post = network.posted("New boots")
    lonely = network.commented(post, PAGE, "Out now")
    led = network.commented(post, PAGE, "Ask us")
    room.clock.move(MINUTE)
    question = network.commented(post, "501", "Waterproof?", parent=led)
    ours = network.commented(post, PAGE, "Yes", parent=led)

    found = messages((await read(await opened(room), "comments"))[0])

    assert lonely not in found
    assert {id_: one.thread_remote_id for id_, one in found.items()} == {led: led, question: led, ours: led}
    assert found[led].author.is_own
    assert found[led].contact is not None
    assert found[led].contact.remote_id == "501"


async def test_what_is_new_edited_and_liked_is_found_later_without_reading_all_again(room: Room) -> None:
    network = room.network
    posts: list[str] = []
    for n in range(70):
        room.clock.move(MINUTE)
        posts.append(network.posted(f"Post {n}"))
    comments = [network.commented(one, "501", "First") for one in posts]
    session = await opened(room)
    events, cursor = await read(session, "comments")
    assert len(messages(events)) == 70
    room.clock.move(2 * HOUR)
    _, cursor = await read(session, "comments", cursor)
    room.clock.move(MINUTE)

    new = network.commented(posts[-1], "502", "Second")
    asked = len(network.asked)
    events, cursor = await read(session, "comments", cursor)
    assert new in messages(events)
    assert len(network.asked) - asked == 2
    room.clock.move(MINUTE)
    asked = len(network.asked)
    assert (await read(session, "comments", cursor))[0] == []
    assert len(network.asked) - asked == 1

    network.edited(comments[-1], "First, really")
    late = network.commented(posts[0], "503", "Below an old post")
    room.clock.move(15 * MINUTE)
    events, cursor = await read(session, "comments", cursor)
    assert messages(events)[comments[-1]].text == "First, really"
    assert late in messages(events)
    # An old place delivers again and loses nothing.
    again, _ = await read(await opened(room), "comments", cursor)
    assert new in messages(again)


async def test_nothing_is_lost_in_a_time_away_however_much_came(room: Room) -> None:
    network = room.network
    posts = [network.posted(f"Post {n}") for n in range(60)]
    session = await opened(room)
    _, cursor = await read(session, "comments")
    wanted: set[str] = set()
    for one in posts:
        room.clock.move(HOUR)
        wanted |= {network.commented(one, "501", f"{n}") for n in range(3)}
    wanted.add(network.commented(network.posted("Newest"), "501", "There"))

    events, _ = await read(await opened(room), "comments", cursor)

    assert wanted <= set(messages(events))


async def test_the_first_download_goes_as_far_back_as_was_chosen(room: Room) -> None:
    network = room.network
    post = network.posted("Old")
    old = network.commented(post, "501", "Long ago")
    room.clock.move(40 * DAY)
    new = network.commented(post, "501", "Just now")

    assert set(messages((await read(await opened(room), "comments"))[0])) == {new}
    assert set(messages((await read(await opened(room, days=60), "comments"))[0])) == {new, old}


async def test_a_visitors_post_is_a_mention_with_what_is_said_below_it(room: Room) -> None:
    network = room.network
    visit = network.posted("Lovely shop", by="501")
    below = network.commented(visit, PAGE, "Thank you")
    tag = network.posted("At @Ridge & Hill", by="502", edge="tagged")
    session = await opened(room)

    found = messages((await read(session, "comments"))[0]) | messages((await read(session, "tagged"))[0])

    assert {(one.thread_remote_id, one.kind) for one in found.values()} == {
        (f"post:{visit}", Kind.MENTION),
        (f"post:{tag}", Kind.MENTION),
    }
    assert found[below].contact is not None
    assert found[below].contact.remote_id == "501"


async def test_comments_below_ads_are_read_where_the_person_may_see_ads_and_missing_where_not(room: Room) -> None:
    network = room.network
    ad = network.posted("Buy", edge="ads_posts")
    comment = network.commented(ad, "501", "Is it waterproof?")
    session = await opened(room)
    events, cursor = await read(session, "ads")
    assert comment in messages(events)

    network.nodes[PAGE]["tasks"] = ["MODERATE"]
    room.clock.move(HOUR)
    assert (await read(session, "ads", cursor))[0] == []


async def test_who_is_not_named_is_nobody_else(room: Room) -> None:
    network = room.network
    post = network.posted("New boots")
    one, two = (network.commented(post, "501", "Hm") for _ in range(2))
    for id_ in (one, two):
        del network.nodes[id_]["from"]
    del network.nodes[two]["created_time"]
    network.nodes[two]["created_time"] = "yesterday"

    events, _ = await read(await opened(room), "comments")

    found = messages(events)
    assert found[one].author.name == "Facebook user"
    assert found[one].author.remote_id == f"unknown:{one}"
    assert [type(each).__name__ for each in events].count("Unreadable") == 1


async def test_recommendations_are_reviews_and_our_answers_stand_below_them(room: Room) -> None:
    network = room.network
    story = network.recommended("501", "Best boots of my life")
    network.recommended("502", "", "negative")
    answer = network.commented(story, PAGE, "Thank you!")
    session = await opened(room)

    events, cursor = await read(session, "reviews")

    found = messages(events)
    assert {one.kind for one in found.values()} == {Kind.REVIEW}
    assert (found[f"review:{story}"].text, found[f"review:{story}"].tags) == ("Best boots of my life", ("recommends",))
    assert found[answer].thread_remote_id == f"review:{story}"
    assert "Does not recommend this Page." in {one.text for one in found.values()}
    asked = len(network.asked)
    await read(session, "reviews", cursor)
    assert len(network.asked) == asked
    later = network.recommended("503", "Too tight", "negative")
    room.clock.move(11 * MINUTE)
    assert f"review:{later}" in messages((await read(session, "reviews", cursor))[0])


async def test_messages_are_read_with_pictures_and_what_was_taken_back_is_told(room: Room) -> None:
    network = room.network
    first = network.wrote("501", "Are you open?")
    ours = network.wrote(PAGE, "Until six", to="501")
    picture = {"data": [{"mime_type": "image/jpeg", "size": 3, "image_data": {"url": "https://cdn.example/1"}}]}
    shown = network.wrote("501", "", attachments=picture)
    other = network.wrote("502", "Hello")
    session = await opened(room)

    events, cursor = await read(session, "messages")
    found = messages(events)
    assert set(found) == {first, ours, shown, other}
    assert found[first].thread_remote_id == network.thread_of("501") == found[ours].thread_remote_id
    assert found[ours].contact is not None
    assert found[ours].contact.remote_id == "501"
    assert found[shown].attachments[0].url == "https://cdn.example/1"
    assert found[first].permalink.startswith("https://www.facebook.com/")

    _, cursor = await read(session, "messages", cursor)
    room.clock.move(MINUTE)
    assert (await read(session, "messages", cursor))[0] == []
    new = network.wrote("502", "Anybody there?")
    del network.nodes[other]
    room.clock.move(MINUTE)
    events, cursor = await read(session, "messages", cursor)
    assert set(messages(events)) == {new}
    assert [one.remote_id for one in events if isinstance(one, MessageDeleted)] == [other]
    del network.nodes[first]
    assert list(await session.gone([first, ours, new])) == [first]


async def test_more_messages_than_the_network_gives_are_told_as_a_gap(room: Room) -> None:
    network = room.network
    network.wrote("501", "Hello")
    session = await opened(room)
    _, cursor = await read(session, "messages")
    room.clock.move(HOUR)
    for n in range(25):
        room.clock.move(MINUTE)
        network.wrote("501", f"{n}")

    page = await session.pull("messages", cursor, FAR)

    assert len(messages(list(page.events))) == 20
    assert "twenty" in page.gap


async def test_what_was_deleted_is_told_when_asked_and_a_lost_permission_deletes_nothing(room: Room) -> None:
    network = room.network
    post = network.posted("New boots")
    visit = network.posted("Hi", by="501")
    ids = [network.commented(post, "501", f"{n}") for n in range(6)]
    session = await opened(room)
    network.deleted(ids[2])
    network.deleted(visit)

    assert set(await session.gone([*ids, f"post:{visit}", "review:77"])) == {ids[2], f"post:{visit}"}
    for id_ in ids:
        network.nodes.pop(id_, None)
    assert list(await session.gone(ids)) == []


async def test_reading_stops_when_most_of_the_allowance_is_used_and_goes_on_by_itself(room: Room) -> None:
    network = room.network
    post = network.posted("New boots")
    comment = network.commented(post, "501", "Hm")
    session = await opened(room)
    _, cursor = await read(session, "comments")
    network.usage = {"x-app-usage": '{"call_count":80,"total_time":3,"total_cputime":4}'}
    await read(session, "comments", cursor)
    failure = await failure_of(session.pull("comments", cursor, FAR))
    assert (failure.kind, failure.retry_at) == (
        FailureKind.RATE_LIMITED,
        room.clock.now() + 5 * MINUTE,
    )

    network.usage = {}
    room.clock.move(6 * MINUTE)
    network.refuse_next("/feed", 32)
    network.usage = {
        "x-business-use-case-usage": f'{{"{PAGE}":[{{"type":"pages","call_count":100,'
        '"estimated_time_to_regain_access":30}]}'
    }
    failure = await failure_of(session.pull("comments", cursor, FAR))
    assert failure.retry_at == room.clock.now() + 30 * MINUTE
    network.usage = {}
    asked = len(network.asked)
    room.clock.move(29 * MINUTE)
    await failure_of(session.pull("comments", cursor, FAR))
    assert len(network.asked) == asked
    room.clock.move(MINUTE)
    assert comment in messages((await read(session, "comments", cursor))[0])


@pytest.mark.parametrize(
    "fault",
    [faults.short(7), faults.html(), faults.status(502), faults.closed(), faults.cut(5)],
    ids=lambda one: one.name,
)
async def test_a_spoiled_answer_loses_nothing(room: Room, fault: faults.Fault) -> None:
    network = room.network
    comment = network.commented(network.posted("New boots"), "501", "Hm")
    session = await opened(room)
    for stream in ("comments", "messages", "reviews"):
        network.faults.next(fault)
        failure = await failure_of(session.pull(stream, None, FAR))
        assert failure.kind is FailureKind.TRANSIENT
    assert comment in messages((await read(session, "comments"))[0])


async def test_a_picture_whose_address_died_is_asked_for_again(room: Room) -> None:
    network = room.network
    post = network.posted("New boots", full_picture="https://cdn.example/boots")
    photo = {"type": "photo", "media": {"image": {"src": "https://cdn.example/c"}}}
    comment = network.commented(post, "501", "Look", attachment=photo)
    chat = network.wrote("501", "", attachments={"data": [{"image_data": {"url": "https://cdn.example/m"}}]})
    session = await opened(room)
    assert isinstance(session, MediaSource)

    for id_, url in ((post, "boots"), (comment, "c"), (chat, "m")):
        link = await session.media(id_, 0, "https://dead.example", afresh=True)
        assert link == Link(f"https://cdn.example/{url}")
    network.deleted(comment)
    assert await session.media(comment, 0, "", afresh=False) is None
    assert await session.media(comment, 0, "https://x.example", afresh=False) == Link("https://x.example")


async def test_a_clock_that_goes_wrong_here_loses_nothing(room: Room) -> None:
    network = room.network
    network.skew = -5 * HOUR
    post = network.posted("New boots")
    network.wrote("501", "Hello")
    session = await opened(room)
    _, comments = await read(session, "comments")
    _, chats = await read(session, "messages")
    room.clock.move(HOUR)
    comment, message = network.commented(post, "501", "Hm"), network.wrote("501", "Are you there?")
    assert comment in messages((await read(await opened(room), "comments", comments))[0])
    assert message in messages((await read(await opened(room), "messages", chats))[0])
