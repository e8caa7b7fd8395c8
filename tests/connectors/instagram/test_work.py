"""Reading and answering on Instagram, by both of its sign-ins; over a stand-in."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from datetime import timedelta

import pytest

from socialdesk.connectors.kit.contract import (
    Action,
    AnswerPrivately,
    BlockPerson,
    DeleteMessage,
    HideMessage,
    LikeMessage,
    Link,
    MediaSource,
    RemoveMessage,
    Session,
)
from socialdesk.connectors.suite import faults
from socialdesk.model.automatic import automatic
from socialdesk.model.event import MessageDeleted, PostSeen
from socialdesk.model.failure import Certainty, FailureKind
from socialdesk.model.identifiers import CommandId
from socialdesk.model.thread import Kind
from tests.stand_ins.instagram import Instagram
from tests.stand_ins.instagram_world import ME, OWN
from tests.stand_ins.opened import FAR, PICTURE, Room, answer, beside, failure_of, messages, read, refused

pytestmark = pytest.mark.anyio
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
BY = CommandId("c")
WAYS = {"own_token": OWN, "page_token": "fb-user-token"}


@pytest.fixture(params=WAYS)
async def room(request: pytest.FixtureRequest) -> AsyncGenerator[Room]:
    async with beside(Instagram(), "instagram") as found:
        found.way = request.param
        yield found


async def opened(room: Room, days: int = 30, **typed: str) -> Session:
    network = room.network
    if room.way == "own_token" and OWN not in network.tokens:
        typed["token"] = next(one for one in network.tokens if one.startswith("ig-token"))
    signed_in = await room.sign_in(room.way, **{"token": WAYS[room.way]} | typed)
    return room.open(signed_in.accounts[0], days)


async def test_comments_lead_threads_below_their_media_and_answers_stand_in_them(room: Room) -> None:
    network = room.network
    post = network.posted("New boots")
    first = network.commented(post, "501", "How much?")
    room.clock.move(MINUTE)
    ours = network.commented(post, ME, "79 euros", parent=first)
    other = network.commented(post, "502", "Me too", parent=ours)
    lonely = network.commented(post, ME, "Out now")
    led = network.commented(post, ME, "Ask us")
    question = network.commented(post, "503", "Waterproof?", parent=led)

    events, _ = await read(await opened(room), "comments")

    (seen,) = [one for one in events if isinstance(one, PostSeen)]
    assert (seen.remote_id, seen.text, dict(seen.counts)) == (post, "New boots", {"likes": 2, "replies": 6})
    assert seen.author.is_own
    found = messages(events)
    assert set(found) == {first, ours, other, led, question}
    assert lonely not in found
    assert {id_: one.thread_remote_id for id_, one in found.items()} == {
        first: first,
        ours: first,
        other: first,
        led: led,
        question: led,
    }
    assert (found[ours].author.is_own, found[first].author.handle) == (True, "@person501")
    assert found[led].contact is not None
    assert found[led].contact.remote_id == "503"


async def test_what_is_new_is_found_with_one_look_also_below_old_comments(room: Room) -> None:
    network = room.network
    post = network.posted("New boots")
    old = network.commented(post, "501", "First")
    for n in range(60):
        room.clock.move(MINUTE)
        network.commented(post, "502", f"{n}")
    session = await opened(room)
    events, cursor = await read(session, "comments")
    assert len(messages(events)) == 61
    room.clock.move(2 * HOUR)
    _, cursor = await read(session, "comments", cursor)
    room.clock.move(MINUTE)

    late = network.commented(post, "503", "Below the first", parent=old)
    new = network.commented(post, "504", "New")
    events, cursor = await read(session, "comments", cursor)
    assert {late, new} <= set(messages(events))
    room.clock.move(MINUTE)
    asked = len(network.asked)
    assert (await read(session, "comments", cursor))[0] == []
    assert len(network.asked) - asked == 1


async def test_media_of_the_account_are_its_own_after_it_changed_its_name(room: Room) -> None:
    session = await opened(room)
    room.network.posted("New boots", by="renamed")
    (seen,) = [one for one in (await read(session, "comments"))[0] if isinstance(one, PostSeen)]
    assert seen.author.is_own


async def test_more_answers_than_one_list_holds_are_all_read(room: Room) -> None:
    network = room.network
    post = network.posted("New boots")
    top = network.commented(post, "501", "Quiz!")
    answers = {network.commented(post, "502", f"{n}", parent=top) for n in range(70)}

    found = messages((await read(await opened(room), "comments"))[0])

    assert answers <= set(found)


async def test_nothing_is_lost_in_a_time_away_and_the_first_download_goes_as_far_as_chosen(room: Room) -> None:
    network = room.network
    posts = [network.posted(f"Post {n}") for n in range(45)]
    before = {network.commented(one, "501", "First") for one in posts}
    session = await opened(room)
    events, cursor = await read(session, "comments")
    assert before <= set(messages(events))
    wanted: set[str] = set()
    for one in posts:
        room.clock.move(HOUR)
        wanted.add(network.commented(one, "501", "Later"))
    assert wanted <= set(messages((await read(await opened(room), "comments", cursor))[0]))
    room.clock.move(40 * DAY)
    late = network.commented(posts[0], "501", "Much later")
    assert set(messages((await read(await opened(room), "comments"))[0])) == {late}


async def test_the_first_look_at_tags_goes_back_as_far_as_chosen_and_too_many_at_once_are_a_gap(room: Room) -> None:
    network = room.network
    old = [network.posted(f"Old {n}", by=f"o{n}", edge="tags") for n in range(60)]
    room.clock.move(timedelta(days=40))
    new = {network.posted(f"New {n}", by=f"p{n}", edge="tags") for n in range(120)}
    session = await opened(room)
    events, cursor = await read(session, "tags")
    assert set(messages(events)) == {f"media:{id_}" for id_ in new}
    assert old
    room.clock.move(timedelta(days=1))
    for n in range(130):
        network.posted(f"Later {n}", by=f"q{n}", edge="tags")
    page = await session.pull("tags", cursor, FAR)
    assert (len(messages(list(page.events))), page.gap) == (130, "")
    room.clock.move(timedelta(days=1))
    for n in range(510):
        network.posted(f"Crowd {n}", by=f"r{n}", edge="tags")
    page = await session.pull("tags", page.next_cursor, FAR)
    assert len(messages(list(page.events))) == 500
    assert "500 posts" in page.gap


async def test_media_that_tags_the_account_is_a_mention_and_answered_where_it_names_it(room: Room) -> None:
    network = room.network
    named = network.posted("With @ridgehill", by="maya", edge="tags")
    tagged = network.posted("Up there", by="lee", edge="tags")
    session = await opened(room)
    events, cursor = await read(session, "tags")
    found = messages(events)
    assert set(found) == {f"media:{named}", f"media:{tagged}"}
    assert found[f"media:{named}"].author.remote_id == "@maya"
    assert found[f"media:{named}"].kind is Kind.MENTION
    room.clock.move(HOUR)
    new = network.posted("Again", by="maya", edge="tags")
    assert set(messages((await read(session, "tags", cursor))[0])) == {f"media:{new}"}

    thread = f"media:{named}"
    intent = room.intent(answer(thread, Kind.MENTION, thread, "Lovely!"))
    receipt = await session.perform(intent)
    assert network.mentioned == {named: "Lovely!"}
    found_again = await session.reconcile(intent)
    assert found_again is not None
    assert found_again.remote_id == receipt.remote_id
    other = f"media:{tagged}"
    assert "names you" in (await refused(room, session, answer(other, Kind.MENTION, other, "Hi"))).sentence


async def test_messages_come_with_what_they_show_and_what_was_taken_back_is_told(room: Room) -> None:
    network = room.network
    first = network.wrote("501", "Are you open?")
    ours = network.wrote(ME, "Until six", to="501")
    story = network.wrote("501", "", story={"mention": {"id": "1", "link": "https://cdn.example/s"}})
    odd = network.wrote("501", "", is_unsupported=True)
    shared = network.wrote("501", "", shares={"data": [{"link": "https://www.instagram.com/p/1/"}]})
    other = network.wrote("502", "Hi")
    session = await opened(room)

    events, cursor = await read(session, "messages")

    found = messages(events)
    assert set(found) == {first, ours, story, odd, shared, other}
    assert (found[ours].author.is_own, found[first].author.handle) == (True, "@person501")
    assert "story" in found[story].text
    assert "own app" in found[odd].text
    assert found[shared].attachments[0].url == "https://www.instagram.com/p/1/"
    _, cursor = await read(session, "messages", cursor)
    del network.nodes[other]
    room.clock.move(MINUTE)
    new = network.wrote("502", "Still there?")
    events, _ = await read(session, "messages", cursor)
    assert set(messages(events)) == {new}
    assert [one.remote_id for one in events if isinstance(one, MessageDeleted)] == [other]


async def test_answers_stand_in_their_thread_and_are_known_again(room: Room) -> None:
    network = room.network
    post = network.posted("New boots")
    comment = network.commented(post, "501", "How much?")
    deeper = network.commented(post, "502", "Yes?", parent=comment)
    network.wrote("501", "Hello")
    thread = network.thread_of("501")
    session = await opened(room)
    taken = session.capabilities(Kind.DM).attachments
    assert (taken is not None) is (room.way == "page_token")
    pictures = (PICTURE,) if taken is not None else ()
    for one in (
        answer(comment, Kind.COMMENT, comment, "79 euros"),
        answer(comment, Kind.COMMENT, deeper, "You as well"),
        answer(thread, Kind.DM, "m", "Hello you", *pictures),
        answer(thread, Kind.DM, "m", "" if pictures else "And more", *pictures),
    ):
        room.clock.move(MINUTE)
        intent = room.intent(one)
        assert await session.reconcile(intent) is None
        receipt = await session.perform(intent)
        again = await session.reconcile(intent)
        assert again is not None
        assert (again.remote_id, again.version) == (receipt.remote_id, receipt.version)
        stream = "messages" if one.kind is Kind.DM else "comments"
        seen = messages((await read(await opened(room), stream))[0])[receipt.remote_id]
        assert (seen.version, seen.thread_remote_id, seen.text) == (receipt.version, one.thread_remote_id, one.text)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("é" * 301, "by 1"),
        ("#a #b #c #d #e", "four hashtags"),
        ("https://a.example https://b.example", "one link"),
        ("BUY NOW", "capital letters"),
        ("  ", "empty"),
    ],
)
async def test_a_comment_the_network_would_not_take_is_refused_here(room: Room, text: str, says: str) -> None:
    session = await opened(room)
    failure = await refused(room, session, answer("1", Kind.COMMENT, "1", text))
    assert (failure.kind, failure.certainty) == (FailureKind.INVALID, Certainty.NOT_SENT)
    assert says in failure.sentence
    assert (await refused(room, session, answer("1", Kind.COMMENT, "1", "Look", PICTURE))).kind is FailureKind.INVALID


async def test_messages_are_counted_in_bytes_and_answered_within_their_window(room: Room) -> None:
    network = room.network
    network.wrote("501", "Hello")
    thread = network.thread_of("501")
    session = await opened(room)
    assert "by 1" in (await refused(room, session, answer(thread, Kind.DM, "m", "é" * 500 + "a"))).sentence
    assert (await session.perform(room.intent(answer(thread, Kind.DM, "m", "é" * 500)))).remote_id

    room.clock.move(25 * HOUR)
    late = answer(thread, Kind.DM, "m", "Still there?")
    assert (await refused(room, session, late)).kind is FailureKind.WINDOW_CLOSED
    network.human_agent = True
    session = await opened(room, human_agent="yes")
    assert session.capabilities(Kind.DM).reply_window == 7 * DAY
    by_rule = answer(thread, Kind.DM, "m", "Automatic", by=automatic("1"))
    assert (await refused(room, session, by_rule)).kind is FailureKind.WINDOW_CLOSED
    assert (await session.perform(room.intent(late))).remote_id


async def test_a_private_answer_goes_once_and_within_seven_days(room: Room) -> None:
    network = room.network
    post = network.posted("New boots")
    comment, other = network.commented(post, "501", "How much?"), network.commented(post, "502", "And me?")
    session = await opened(room)
    intent = room.intent(AnswerPrivately(BY, comment, comment, "For you 70"))
    assert await session.reconcile(intent) is None
    receipt = await session.perform(intent)
    found = await session.reconcile(intent)
    assert found is not None
    assert found.remote_id == receipt.remote_id
    again = await refused(room, session, AnswerPrivately(BY, comment, comment, "Once more"))
    assert (again.kind, "only once" in again.sentence) == (FailureKind.DUPLICATE, True)
    room.clock.move(8 * DAY)
    late = await refused(room, session, AnswerPrivately(BY, other, other, "Late"))
    assert late.kind is FailureKind.WINDOW_CLOSED


async def test_hiding_deleting_and_hearts_are_done_seen_and_undone(room: Room) -> None:
    network = room.network
    post = network.posted("New boots")
    comment = network.commented(post, "501", "Buy pills")
    message = network.wrote("501", "You are great")
    session = await opened(room)

    async def done(action: Action) -> None:
        intent = room.intent(action)
        assert await session.reconcile(intent) is None
        await session.perform(intent)
        await session.perform(intent)
        assert await session.reconcile(intent) is not None

    await done(HideMessage(BY, comment, comment, on=True))
    await done(HideMessage(BY, comment, comment, on=False))
    await done(RemoveMessage(BY, comment, comment))
    await done(DeleteMessage(BY, network.commented(post, ME, "Ours"), comment))
    for on in (True, False):
        await session.perform(room.intent(LikeMessage(BY, message, on=on)))
        assert messages((await read(await opened(room), "messages"))[0])[message].is_liked is on
    assert "nothing for that" in (await refused(room, session, LikeMessage(BY, "17", on=True))).sentence
    assert not session.capabilities(Kind.COMMENT).can("like")


async def test_people_are_blocked_through_the_page_only(room: Room) -> None:
    network = room.network
    session = await opened(room)
    can = session.capabilities(Kind.COMMENT).can("block")
    assert can is (room.way == "page_token")
    block = BlockPerson(BY, "501", on=True)
    if not can:
        assert "nothing for that" in (await refused(room, session, block)).sentence
        return
    await session.perform(room.intent(block))
    assert network.kept_out == {"501"}
    await session.perform(room.intent(BlockPerson(BY, "501", on=False)))
    assert not network.kept_out
    assert "cannot be blocked" in (await refused(room, session, BlockPerson(BY, "@maya", on=True))).sentence


async def test_what_was_deleted_is_told_and_pictures_are_found_again(room: Room) -> None:
    network = room.network
    post = network.posted("New boots")
    film = network.posted("Film", media_type="VIDEO", thumbnail_url="https://cdn.example/still")
    ids = [network.commented(post, "501", f"{n}") for n in range(6)]
    message = network.wrote("501", "", attachments={"data": [{"image_data": {"url": "https://cdn.example/m"}}]})
    session = await opened(room)
    assert isinstance(session, MediaSource)
    assert await session.media(post, 0, "", afresh=True) == Link(f"https://cdn.example/{post}")
    assert await session.media(film, 0, "", afresh=True) == Link("https://cdn.example/still")
    assert await session.media(message, 0, "https://dead.example", afresh=True) == Link("https://cdn.example/m")
    network.deleted(ids[3])
    assert list(await session.gone([*ids, "media:1"])) == [ids[3]]
    del network.nodes[message]
    assert await session.media(message, 0, "", afresh=True) is None


@pytest.mark.parametrize(
    ("code", "sub", "kind"),
    [
        (190, 463, FailureKind.AUTH_EXPIRED),
        (190, 459, FailureKind.AUTH_EXPIRED),
        (10, 1893063, FailureKind.PERMISSION_DENIED),
        (2635, 0, FailureKind.SUSPENDED),
        (10, 2534022, FailureKind.WINDOW_CLOSED),
        (10, 2534037, FailureKind.PERMISSION_DENIED),
        (200, 0, FailureKind.PERMISSION_DENIED),
        (100, 2534014, FailureKind.PERMISSION_DENIED),
        (551, 0, FailureKind.PERMISSION_DENIED),
        (100, 2534025, FailureKind.DUPLICATE),
        (100, 2534001, FailureKind.GONE),
        (9000001, 0, FailureKind.GONE),
        (4, 0, FailureKind.RATE_LIMITED),
        (613, 0, FailureKind.RATE_LIMITED),
        (80002, 0, FailureKind.RATE_LIMITED),
        (100, 2534013, FailureKind.RATE_LIMITED),
        (2500, 0, FailureKind.INVALID),
        (2, 1545133, FailureKind.TRANSIENT),
    ],
)
async def test_each_error_of_a_message_has_its_kind(room: Room, code: int, sub: int, kind: FailureKind) -> None:
    network = room.network
    network.wrote("501", "Hello")
    session = await opened(room)
    network.refuse_next("/messages", code, sub)
    failure = await refused(room, session, answer(network.thread_of("501"), Kind.DM, "m", "Hi"))
    assert failure.kind is kind
    assert (failure.certainty is Certainty.UNKNOWN) is (kind is FailureKind.TRANSIENT)


@pytest.mark.parametrize("fault", [faults.short(7), faults.html(), faults.status(502), faults.closed()])
async def test_a_spoiled_answer_loses_nothing_and_a_lost_one_is_looked_for(room: Room, fault: faults.Fault) -> None:
    network = room.network
    comment = network.commented(network.posted("New boots"), "501", "Hm")
    session = await opened(room)
    for stream in ("comments", "messages", "tags"):
        network.faults.next(fault)
        assert (await failure_of(session.pull(stream, None, FAR))).kind is FailureKind.TRANSIENT
    assert comment in messages((await read(session, "comments"))[0])
    intent = room.intent(answer(comment, Kind.COMMENT, comment, "Hello"))
    network.faults.next(faults.closed(acts=True), method="POST")
    assert (await failure_of(session.perform(intent))).certainty is Certainty.UNKNOWN
    assert await session.reconcile(intent) is not None
