"""What is said to an account on a Mastodon server comes in whole, once, and in its thread."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.suite import faults
from socialdesk.model.event import MessageSeen, Unreadable
from socialdesk.model.failure import FailureKind
from socialdesk.model.thread import Kind
from tests.stand_ins.mastodon_channel import connected, gone, messages, posts

pytestmark = pytest.mark.anyio
FLAVOURS = ("mastodon", "old", "gotosocial", "takahe")


@pytest.mark.parametrize("flavour", FLAVOURS)
async def test_a_reply_is_a_comment_and_a_mention_a_mention_on_every_kind_of_server(
    tmp_path: Path, flavour: str
) -> None:
    async with connected(tmp_path, flavour) as channel:
        server = channel.server
        ann = server.joins("ann", "far.example", "Ann Lee")
        post = server.says(server.brand, "Launch day! https://shop.example/kettle")
        reply = server.says(ann, "@brand Does it come in green?", to=post)
        mention = server.says(ann, "I like what @brand does", warning="praise")
        events = await channel.pull()
        found = messages(events)
        assert set(found) == {reply, mention}
        comment = found[reply]
        assert (comment.kind, comment.thread_remote_id, comment.post_remote_id) == (Kind.COMMENT, reply, post)
        assert comment.text == "@brand Does it come in green?"
        assert (comment.author.remote_id, comment.author.handle) == ("ann@far.example", "@ann@far.example")
        assert comment.author.name == "Ann Lee"
        assert found[mention].kind is Kind.MENTION
        assert found[mention].text == "⚠ praise\n\nI like what @brand does"
        assert posts(events)[post].text == "Launch day! https://shop.example/kettle"
        assert dict(posts(events)[post].counts)["replies"] == 1


@pytest.mark.parametrize("flavour", FLAVOURS)
async def test_private_words_between_the_same_people_are_one_conversation(tmp_path: Path, flavour: str) -> None:
    async with connected(tmp_path, flavour) as channel:
        server = channel.server
        ann, bob = server.joins("ann", "far.example"), server.joins("bob")
        first = server.says(ann, "@brand my order?", visibility="direct")
        own = server.says(server.brand, "@ann@far.example looking", to=first, visibility="direct")
        second = server.says(ann, "@brand thanks", visibility="direct")
        other = server.says(bob, "@brand @ann@far.example hi both", visibility="direct")
        found = await channel.messages()
        thread = "dm:ann@far.example"
        assert [found[one].thread_remote_id for one in (first, own, second)] == [thread] * 3
        assert found[other].thread_remote_id == "dm:ann@far.example,bob@home.example"
        assert {one.kind for one in found.values()} == {Kind.DM}
        assert found[own].author.is_own
        assert found[own].text == "looking"
        assert found[own].contact is not None
        assert found[own].contact.remote_id == "ann@far.example"


async def test_everything_under_a_word_to_us_is_its_thread_whoever_wrote_it_and_whichever_came_first(
    tmp_path: Path,
) -> None:
    async with connected(tmp_path) as channel:
        server = channel.server
        ann, bob = server.joins("ann"), server.joins("bob")
        post = server.says(server.brand, "Launch day!")
        head = server.says(ann, "@brand Green?", to=post)
        aside = server.says(bob, "I want green too", to=head)
        deeper = server.says(ann, "So does my cat", to=aside)
        own = server.says(server.brand, "@ann Soon", to=head)
        last = server.says(bob, "@brand When?", to=deeper)
        found = await channel.messages("notifications")
        assert {found[one].thread_remote_id for one in (head, aside, deeper, last)} == {head}
        found |= await channel.messages("posts")
        assert {one.thread_remote_id for one in found.values()} == {head}
        assert set(found) == {head, aside, deeper, own, last}
        assert {one.post_remote_id for one in found.values()} == {post}


async def test_a_word_between_others_with_our_name_deep_in_it_is_a_mention_with_what_it_answers(tmp_path: Path) -> None:
    async with connected(tmp_path) as channel:
        server = channel.server
        ann, bob = server.joins("ann"), server.joins("bob")
        talk = server.says(ann, "Which kettle?")
        mention = server.says(bob, "Ask @brand", to=talk)
        events = await channel.pull()
        found = messages(events)[mention]
        assert (found.kind, found.thread_remote_id, found.post_remote_id) == (Kind.MENTION, mention, talk)
        assert posts(events)[talk].text == "Which kettle?"
        second = server.says(bob, "Or ask @brand again", to=talk)
        events = await channel.pull("notifications")
        assert messages(events)[second].post_remote_id == talk
        assert set(posts(events)) == {talk}


async def test_what_others_add_beside_an_own_answer_comes_with_it(tmp_path: Path) -> None:
    async with connected(tmp_path) as channel:
        server = channel.server
        ann, bob = server.joins("ann"), server.joins("bob")
        head = server.says(ann, "@brand Green?")
        own = server.says(server.brand, "@ann Yes.", to=head)
        await channel.pull()
        beside = server.says(bob, "And blue?", to=head)
        below = server.says(bob, "Good.", to=own, quietly=True)
        assert set(await channel.messages("posts")) == {beside, below}


async def test_a_tree_that_is_refused_while_its_post_is_there_is_an_error_and_is_read_later(tmp_path: Path) -> None:
    async with connected(tmp_path) as channel:
        server = channel.server
        post = server.says(server.brand, "Launch day!")
        reply = server.says(server.joins("ann"), "Green?", to=post, quietly=True)
        server.faults.next(faults.status(404), path="/context")
        with pytest.raises(ConnectorError):
            await channel.pull("posts")
        assert set(await channel.messages("posts")) == {reply}


async def test_a_quote_of_our_post_is_a_mention_where_the_server_has_quotes(tmp_path: Path) -> None:
    async with connected(tmp_path) as channel:
        server = channel.server
        post = server.says(server.brand, "Launch day!")
        quote = server.says(server.joins("ann"), "Look at this", quotes=post)
        events = await channel.pull("notifications")
        found = messages(events)[quote]
        assert (found.kind, found.post_remote_id) == (Kind.MENTION, post)
        assert posts(events)[post].text == "Launch day!"


@pytest.mark.parametrize("flavour", FLAVOURS)
async def test_nothing_is_lost_or_given_twice_however_much_came_between_two_readings(
    tmp_path: Path, flavour: str
) -> None:
    async with connected(tmp_path, flavour) as channel:
        server = channel.server
        ann = server.joins("ann")
        written = {server.says(ann, f"@brand {number}") for number in range(90)}
        assert set(await channel.messages("notifications")) == written
        more = {server.says(ann, f"@brand again {number}") for number in range(95)}
        events = await channel.pull("notifications")
        assert set(messages(events)) == more
        assert len(events) == len(more)
        assert not await channel.pull("notifications")


async def test_the_first_reading_goes_as_far_back_as_it_should_and_takes_what_comes_meanwhile(tmp_path: Path) -> None:
    async with connected(tmp_path) as channel:
        server = channel.server
        ann = server.joins("ann")
        start = channel.clock.now() - timedelta(days=60)
        written = [server.says(ann, f"@brand {n}", at=start + timedelta(hours=12 * n)) for n in range(120)]
        page = await channel.session.pull("notifications", None, channel.clock.now())
        late = server.says(ann, "@brand meanwhile")
        assert page.has_more
        channel.cursors["notifications"] = page.next_cursor
        found = messages(list(page.events)) | await channel.messages("notifications")
        found |= await channel.messages("notifications")
        assert late in found
        assert set(written[61:]) <= set(found)
        assert len(found) < 110


async def test_what_the_filters_hold_back_is_read_all_the_same(tmp_path: Path) -> None:
    async with connected(tmp_path) as channel:
        stranger = channel.server.joins("stranger", "far.example")
        held = channel.server.says(stranger, "@brand is it open on Sunday?", held_back=True)
        assert set(await channel.messages("notifications")) == {held}


async def test_answers_that_name_nobody_come_with_the_number_of_answers_of_the_own_post(tmp_path: Path) -> None:
    async with connected(tmp_path) as channel:
        server = channel.server
        post = server.says(server.brand, "Launch day!")
        await channel.pull()
        reply = server.says(server.joins("ann"), "Green?", to=post, quietly=True)
        assert set(await channel.messages("posts")) == {reply}
        assert not await channel.pull("posts")


async def test_own_answers_written_elsewhere_come_in_without_the_names_before_them(tmp_path: Path) -> None:
    async with connected(tmp_path) as channel:
        server = channel.server
        head = server.says(server.joins("ann"), "@brand Green?")
        await channel.pull()
        own = server.says(server.brand, "@ann Yes, from Monday.", to=head)
        found = await channel.messages("posts")
        assert found[own].text == "Yes, from Monday."
        assert (found[own].author.is_own, found[own].thread_remote_id) == (True, head)


async def test_a_private_word_that_makes_no_notification_comes_with_the_list_of_conversations(tmp_path: Path) -> None:
    async with connected(tmp_path) as channel:
        server = channel.server
        ann = server.joins("ann")
        await channel.pull()
        first = server.says(ann, "@brand hello", visibility="direct", quietly=True)
        second = server.says(ann, "@brand are you there?", visibility="direct", to=first, quietly=True)
        assert set(await channel.messages()) == {first, second}
        assert not await channel.pull()


async def test_a_page_that_was_not_kept_is_given_again(tmp_path: Path) -> None:
    async with connected(tmp_path) as channel:
        server = channel.server
        post = server.says(server.brand, "Launch day!")
        await channel.pull()
        reply = server.says(server.joins("ann"), "Green?", to=post, quietly=True)
        private = server.says(server.joins("bob"), "@brand psst", visibility="direct", quietly=True)
        lost = messages(await channel.pull("posts", "conversations", is_kept=False))
        assert set(lost) == {reply, private}
        assert {reply, private} <= set(await channel.messages("posts", "conversations"))


async def test_what_was_read_before_a_reading_broke_off_is_given_by_the_next(tmp_path: Path) -> None:
    async with connected(tmp_path) as channel:
        server = channel.server
        ann, bob = server.joins("ann"), server.joins("bob")
        long_ago = channel.clock.now() - timedelta(days=10)
        head = server.says(ann, "@brand Green?", at=long_ago)
        own = server.says(server.brand, "@ann Yes.", to=head, at=long_ago)
        post = server.says(server.brand, "Launch day!", at=long_ago)
        reply = server.says(ann, "Nice", to=post, quietly=True, at=long_ago)
        await channel.pull("notifications")
        server.faults.next(faults.status(503), path=f"{post}/context")
        with pytest.raises(ConnectorError):
            await channel.pull("posts")
        assert {own, reply} <= set(await channel.messages("posts"))
        first = [server.says(who, "@brand psst", visibility="direct", quietly=True) for who in (ann, bob)]
        more = [
            server.says(who, "@brand hello?", visibility="direct", to=one, quietly=True)
            for who, one in zip((ann, bob), first, strict=True)
        ]
        server.faults.next(faults.status(503), path=f"{more[0]}/context")
        with pytest.raises(ConnectorError):
            await channel.pull("conversations")
        assert set(await channel.messages("conversations")) == {*first, *more}


async def test_a_long_list_of_conversations_is_read_to_its_end_also_after_a_break(tmp_path: Path) -> None:
    async with connected(tmp_path) as channel:
        server = channel.server
        people = [server.joins(f"p{number}") for number in range(90)]
        private = [server.says(who, "@brand psst", visibility="direct", quietly=True) for who in people]
        server.faults.next(faults.status(503), path=f"{private[-5]}/context")
        with pytest.raises(ConnectorError):
            await channel.pull("conversations")
        assert set(await channel.messages("conversations")) == set(private)
        assert not await channel.pull("conversations")


async def test_a_restart_reads_from_where_it_stood(tmp_path: Path) -> None:
    async with connected(tmp_path) as channel:
        server = channel.server
        ann = server.joins("ann")
        head = server.says(ann, "@brand one")
        await channel.pull()
        channel.again()
        channel.clock.move(timedelta(days=9))
        deeper = server.says(ann, "@brand two", to=head)
        found = await channel.messages()
        assert found[deeper].thread_remote_id == head


@pytest.mark.parametrize("flavour", FLAVOURS)
async def test_an_audit_finds_what_was_deleted_and_what_was_edited(tmp_path: Path, flavour: str) -> None:
    async with connected(tmp_path, flavour) as channel:
        server = channel.server
        ann = server.joins("ann")
        stays, changes, goes = (server.says(ann, f"@brand {word}") for word in ("stays", "changes", "goes"))
        await channel.pull()
        channel.clock.move(timedelta(minutes=1))
        server.edits(changes, "@brand has changed")
        server.deleted(goes)
        assert list(await channel.session.gone([stays, changes, goes])) == [goes]
        found = await channel.messages("posts")
        assert found[changes].text == "@brand has changed"
        assert found[changes].edited_at == channel.clock.now()
        assert not await channel.session.gone([stays, changes])
        assert not gone(await channel.pull("posts"))


async def test_counts_of_likes_on_own_posts_are_told_when_they_change(tmp_path: Path) -> None:
    async with connected(tmp_path) as channel:
        server = channel.server
        post = server.says(server.brand, "Launch day!")
        nice = server.says(server.joins("ann"), "@brand nice", to=post)
        server.statuses[nice].likes = 31
        said = [one for one in await channel.pull() if isinstance(one, MessageSeen)]
        assert {one.likes for one in said if one.remote_id == nice} == {31}
        server.statuses[post].likes = 7
        assert dict(posts(await channel.pull("posts"))[post].counts)["likes"] == 7


async def test_pictures_come_with_what_they_show_and_where_they_are_now(tmp_path: Path) -> None:
    async with connected(tmp_path) as channel:
        server = channel.server
        shown = {"id": "1", "type": "image", "url": f"{server.address}/old.png", "description": "A broken kettle"}
        head = server.says(server.joins("ann"), "@brand look", media=[shown])
        found = (await channel.messages())[head].attachments[0]
        assert (found.kind, found.alt, found.url) == ("image", "A broken kettle", f"{server.address}/old.png")
        server.statuses[head].media = [shown | {"url": f"{server.address}/new.png"}]
        link = await channel.session.media(head, 0, found.url, afresh=True)
        assert link is not None
        assert (link.url, link.is_own_server) == (f"{server.address}/new.png", True)
        assert await channel.session.media(head, 4, "", afresh=True) is None
        server.deleted(head)
        assert await channel.session.media(head, 0, found.url, afresh=True) is None


async def test_what_cannot_be_understood_is_parked_and_stops_nothing(tmp_path: Path) -> None:
    async with connected(tmp_path) as channel:
        server = channel.server
        ann = server.joins("ann")
        broken, fine = server.says(ann, "@brand one"), server.says(ann, "@brand two")
        real = server.told

        def told(id_: str, *, deep: bool = True) -> dict[str, Any]:
            said = real(id_, deep=deep)
            return said | {"account": None} if id_ == broken else said

        server.told = told
        events = await channel.pull("notifications")
        assert set(messages(events)) == {fine}
        assert [one for one in events if isinstance(one, Unreadable)]


async def test_a_server_without_a_list_of_conversations_is_read_without_it(tmp_path: Path) -> None:
    async with connected(tmp_path, "gotosocial") as channel:
        channel.server.missing.add("/api/v1/conversations")
        head = channel.server.says(channel.server.joins("ann"), "@brand psst", visibility="direct")
        assert set(await channel.messages()) == {head}


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (faults.status(429), FailureKind.RATE_LIMITED),
        (faults.status(500), FailureKind.TRANSIENT),
        (faults.status(503), FailureKind.TRANSIENT),
        (faults.html(), FailureKind.TRANSIENT),
        (faults.cut(5), FailureKind.TRANSIENT),
        (faults.short(5), FailureKind.TRANSIENT),
        (faults.closed(), FailureKind.TRANSIENT),
        (faults.status(404), FailureKind.PERMISSION_DENIED),
        (faults.status(410), FailureKind.PERMISSION_DENIED),
    ],
    ids=lambda one: getattr(one, "name", None),
)
async def test_a_spoiled_answer_loses_nothing_and_says_what_it_was(
    tmp_path: Path, fault: faults.Fault, kind: FailureKind
) -> None:
    async with connected(tmp_path) as channel:
        head = channel.server.says(channel.server.joins("ann"), "@brand hello")
        channel.server.faults.next(fault, path="/notifications")
        with pytest.raises(ConnectorError) as told:
            await channel.pull("notifications")
        assert told.value.failure.kind is kind
        channel.clock.move(timedelta(minutes=6))
        assert set(await channel.messages("notifications")) == {head}


async def test_a_limit_is_waited_for_until_the_moment_the_server_names(tmp_path: Path) -> None:
    async with connected(tmp_path) as channel:
        reset = channel.clock.now() + timedelta(minutes=3)
        channel.server.faults.next(
            faults.status(429, x_ratelimit_reset=reset.isoformat().replace("+00:00", "Z")), path="/notifications"
        )
        with pytest.raises(ConnectorError) as told:
            await channel.pull("notifications")
        assert told.value.failure.retry_at == reset


async def test_a_cursor_of_another_version_begins_again(tmp_path: Path) -> None:
    async with connected(tmp_path) as channel:
        for cursor in ("no json", '{"v": 0}', "[]"):
            with pytest.raises(ConnectorError) as told:
                await channel.session.pull("posts", cursor, channel.clock.now())
            assert told.value.failure.kind is FailureKind.CURSOR_INVALID
