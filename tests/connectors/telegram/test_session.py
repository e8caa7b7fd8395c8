"""A bot at work on the stand-in: what it reads and never loses, what it writes, and what it says when it cannot."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from socialdesk.connectors.kit import contract
from socialdesk.connectors.kit.contract import Answer, Credentials, Held, Intent, Picture, SignedIn, Surroundings
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.http import Http
from socialdesk.connectors.kit.registry import Registry
from socialdesk.connectors.suite import faults
from socialdesk.connectors.telegram.connector import TelegramConnector
from socialdesk.connectors.telegram.session import TelegramSession
from socialdesk.model.event import MessageDeleted, MessageSeen, PostSeen, Unreadable
from socialdesk.model.failure import Certainty, Failure, FailureKind
from socialdesk.model.identifiers import CommandId
from socialdesk.model.thread import Kind
from tests.stand_ins.telegram import ANONYMOUS, CHANNEL_BOT, TOKEN, Telegram

pytestmark = pytest.mark.anyio
HISTORY = timedelta(days=30)
C = CommandId("01a2-command")


class Kept:
    """Credentials in memory."""

    def __init__(self, credentials: Credentials) -> None:
        self.credentials: Credentials | None = credentials

    def load(self) -> Credentials:
        if self.credentials is None:
            raise LookupError
        return self.credentials

    def store(self, credentials: Credentials) -> None:
        self.credentials = credentials


class Desk:
    """One bot, connected to the stand-in."""

    def __init__(self, net: Telegram, address: str, around: Surroundings) -> None:
        self.net = net
        self.around = around
        manifest = replace(Registry().manifest("telegram"), hosts={"api": address})
        self.connector = TelegramConnector(manifest)
        self.cursor: str | None = None

    async def sign_in(self, token: str = TOKEN, way: str = "token") -> SignedIn:
        self.signed_in = await self.connector.begin(way, {"token": token}, "", self.around)
        self.keeper = Kept(self.signed_in.credentials)
        self.session = self.open()
        return self.signed_in

    def open(self) -> TelegramSession:
        return self.connector.open(self.signed_in.accounts[0], self.keeper, self.around, HISTORY)

    async def read(self) -> list[Any]:
        """What a round of the engine brings: each page is stored before the next is asked for."""
        found: list[Any] = []
        while True:
            page = await self.session.pull("updates", self.cursor, self.net.now())
            found += page.events
            self.cursor = page.next_cursor
            self.gap = page.gap
            if not page.has_more:
                return found

    async def begin(self) -> None:
        """Sign in and read what there is; what comes now is new."""
        await self.sign_in()
        await self.read()

    async def message(self) -> MessageSeen:
        """The only message that came."""
        (one,) = [event for event in await self.read() if isinstance(event, MessageSeen)]
        return one

    async def do(self, action: contract.Action) -> contract.Receipt:
        return await self.session.perform(Intent(action, "key", self.net.now()))

    async def refused(self, action: contract.Action) -> Failure:
        with pytest.raises(ConnectorError) as told:
            await self.do(action)
        return told.value.failure

    async def answer(self, message: MessageSeen, text: str = "Gladly!", **more: Any) -> contract.Receipt:
        return await self.do(answer_to(message, text, **more))

    def after(self, **time: float) -> None:
        clock: Any = self.net.clock
        clock.move(timedelta(**time))


def answer_to(message: MessageSeen, text: str = "Gladly!", **more: Any) -> Answer:
    return Answer(C, message.thread_remote_id, message.kind, message.remote_id, text, **more)


@asynccontextmanager
async def open_desk(folder: Path) -> AsyncGenerator[Desk]:
    net = Telegram()
    http = Http(net.clock)
    async with net.serving() as address:
        try:
            yield Desk(net, address, Surroundings(http, net.clock, folder))
        finally:
            await http.close()
    assert not net.mistakes


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with open_desk(tmp_path) as one:
        yield one


# ---------------------------------------------------------------- signing in


async def test_a_token_opens_its_bot_and_says_what_it_may_do(desk: Desk) -> None:
    desk.net.me |= {"can_read_all_group_messages": False}
    signed_in = await desk.sign_in()
    (account,) = signed_in.accounts
    assert (account.remote_id, account.handle, account.name) == ("7000001", "@fjell_bot", "Fjell")
    assert dict(signed_in.granted) == {"messages": True, "groups": False, "business": True}
    assert TOKEN in signed_in.credentials.text
    assert TOKEN not in repr(signed_in)
    desk.net.me |= {"username": "fjell_shop_bot"}
    health = await desk.session.check()
    assert health.failure is None
    assert health.granted == signed_in.granted
    assert health.account == replace(account, handle="@fjell_shop_bot"), "people rename their bots"
    asked = [one.key for one in Registry().manifest("telegram").access]
    assert [key for key, _ in signed_in.granted] == asked


@pytest.mark.parametrize(
    ("token", "kind"),
    [
        ("hello", FailureKind.INVALID),
        ("123456:", FailureKind.INVALID),
        ("123456:ABC/../x/getMe?ABCDE", FailureKind.INVALID),
        (TOKEN.replace("7000001", "7000002"), FailureKind.AUTH_EXPIRED),
    ],
)
async def test_what_is_no_token_is_told_so_and_goes_nowhere(desk: Desk, token: str, kind: FailureKind) -> None:
    with pytest.raises(ConnectorError) as told:
        await desk.sign_in(token)
    assert told.value.failure.kind is kind
    assert "@BotFather" in told.value.failure.sentence
    assert len(desk.net.asked) == (kind is FailureKind.AUTH_EXPIRED)


async def test_a_bot_that_speaks_to_another_program_is_taken_over_only_when_asked(desk: Desk) -> None:
    desk.net.webhook = "https://shop.example/hook"
    with pytest.raises(ConnectorError, match="webhook"):
        await desk.sign_in()
    assert desk.net.webhook
    ann = desk.net.person("Ann")
    desk.net.says(desk.net.chats[ann["id"]], ann, "Waiting since this morning")
    await desk.sign_in(way="take_over")
    assert not desk.net.webhook
    assert (await desk.message()).text == "Waiting since this morning"
    desk.net.webhook = "https://shop.example/hook"
    failure = (await desk.session.check()).failure
    assert failure is not None
    assert failure.kind is FailureKind.PERMISSION_DENIED
    with pytest.raises(ConnectorError, match="webhook"):
        await desk.read()


async def test_a_revoked_token_asks_for_a_new_one_and_so_does_one_that_is_gone(desk: Desk) -> None:
    await desk.begin()
    secret = desk.keeper.credentials
    desk.net.tokens.clear()
    for lost in (secret, None):
        desk.keeper.credentials = lost
        with pytest.raises(ConnectorError) as told:
            await desk.read()
        assert told.value.failure.kind is FailureKind.AUTH_EXPIRED
        assert "@BotFather" in told.value.failure.sentence


# ---------------------------------------------------------------- never losing


async def test_nothing_is_forgotten_there_before_it_is_stored_here(desk: Desk) -> None:
    net = desk.net
    ann = net.person("Ann")
    chat = net.chats[ann["id"]]
    await desk.begin()
    first = net.says(chat, ann, "one")
    net.says(chat, ann, "two")
    await desk.read()
    assert not net.updates, "what was stored is confirmed at once"

    net.says(chat, ann, "three")
    stored = desk.cursor
    lost = await desk.session.pull("updates", stored, net.now())
    assert [one.text for one in lost.events if isinstance(one, MessageSeen)] == ["three"]
    # The process ends before the page is on the disk: the next one begins where the last one was stored.
    desk.session = desk.open()
    assert [one.text for one in await desk.read()] == ["three"]
    assert first["text"] == "one"

    net.says(chat, ann, "four")
    net.faults.next(faults.cut(40), path="getUpdates")
    with pytest.raises(ConnectorError):
        await desk.read()
    assert [one.text for one in await desk.read()] == ["four"]


async def test_reading_without_a_cursor_confirms_nothing_and_never_goes_on(desk: Desk) -> None:
    net = desk.net
    ann = net.person("Ann")
    await desk.begin()
    for number in range(130):
        net.says(net.chats[ann["id"]], ann, str(number))
    again = await desk.open().pull("updates", None, net.now())
    assert (len(again.events), again.has_more) == (100, False)
    assert len(net.updates) == 130
    assert len(await desk.read()) == 130, "more than one page is read to its end"
    assert not net.updates


async def test_after_a_day_away_it_says_that_something_may_be_missing(desk: Desk) -> None:
    net = desk.net
    ann = net.person("Ann")
    await desk.begin()
    net.says(net.chats[ann["id"]], ann, "too old")
    desk.after(hours=23)
    await desk.read()
    assert not desk.gap
    net.says(net.chats[ann["id"]], ann, "lost")
    desk.after(hours=25)
    assert await desk.read() == []
    assert "24 hours" in desk.gap
    await desk.read()
    assert not desk.gap


async def test_numbers_may_begin_anywhere_after_a_week_of_silence(desk: Desk) -> None:
    net = desk.net
    ann = net.person("Ann")
    await desk.begin()
    net.says(net.chats[ann["id"]], ann, "one")
    await desk.read()
    for _ in range(8):
        desk.after(hours=22)
        await desk.read()
    net.next_update = 17
    net.says(net.chats[ann["id"]], ann, "two")
    assert [one.text for one in await desk.read()] == ["two"]
    desk.after(minutes=1)
    net.says(net.chats[ann["id"]], ann, "three")
    assert [one.text for one in await desk.read()] == ["three"]
    assert not net.updates


async def test_a_cursor_of_another_version_reads_from_the_beginning(desk: Desk) -> None:
    await desk.begin()
    for cursor in ('{"v": 99}', "{", "[]", "17"):
        with pytest.raises(ConnectorError) as told:
            await desk.session.pull("updates", cursor, desk.net.now())
        assert told.value.failure.kind is FailureKind.CURSOR_INVALID


async def test_what_cannot_be_read_is_kept_and_the_rest_goes_on(desk: Desk) -> None:
    net = desk.net
    ann = net.person("Ann")
    await desk.begin()
    broken = [
        {"message": {"message_id": 1, "chat": {"type": "private"}, "date": 0, "text": "x"}},
        {"message": [1]},
        {"message": {"message_id": "x", "chat": {"id": 1, "type": "private"}, "from": ann, "date": 1, "text": "x"}},
        {"business_message": {"business_connection_id": "nobody", "text": "x"}},
    ]
    for update in broken:
        net.updates.append((net.now(), {"update_id": net.next_update, **update}))
        net.next_update += 1
    net.updates.append((net.now(), {"update_id": net.next_update, "something_new_of_2027": {"a": 1}}))
    net.next_update += 1
    net.says(net.chats[ann["id"]], ann, "whole")
    found = await desk.read()
    assert [type(one) for one in found] == [Unreadable] * 4 + [MessageSeen]
    assert not net.updates


async def test_who_waits_hears_of_news_and_makes_room_for_who_reads(
    desk: Desk,
) -> None:
    net = desk.net
    ann = net.person("Ann")
    await desk.begin()
    net.says(net.chats[ann["id"]], ann, "one")
    await desk.read()
    heard: asyncio.Queue[str] = asyncio.Queue()
    listening = asyncio.create_task(desk.session.listen(heard.put_nowait))
    async with asyncio.timeout(10):
        assert await heard.get() == "updates", "the line stands"
        await net.is_waited_for.wait()
        net.says(net.chats[ann["id"]], ann, "two")
        assert await heard.get() == "updates"
        assert [one.text for one in await desk.read()] == ["two"]
        await net.is_waited_for.wait()
        assert await desk.read() == [], "reading while it waits is not refused"
        await net.is_waited_for.wait()
        assert heard.empty()
        # The audit reads on a session of its own, which ends the waiting there.
        await desk.open().pull("updates", None, net.now())
        with pytest.raises(ConnectorError) as told:
            await listening
        assert told.value.failure.heals_itself
        listening = asyncio.create_task(desk.session.listen(heard.put_nowait))
        assert await heard.get() == "updates"
        await net.is_waited_for.wait()
        net.says(net.chats[ann["id"]], ann, "three")
        assert await heard.get() == "updates"
        assert [one.text for one in await desk.read()] == ["three"]
        await net.is_waited_for.wait()
        listening.cancel()
        with pytest.raises(asyncio.CancelledError):
            await listening
    # Where another program stays, reading says so.
    words = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
    body = json.dumps({"ok": False, "error_code": 409, "description": words}).encode()
    net.faults.next(faults.status(409, body))
    with pytest.raises(ConnectorError, match="conflict") as told:
        await desk.read()
    assert "Another program" in told.value.failure.sentence


# ---------------------------------------------------------------- what is read


async def test_private_messages_come_with_their_edits_and_links_and_pressing_start_says_nothing(desk: Desk) -> None:
    net = desk.net
    ann = net.person("Ann")
    chat = net.chats[ann["id"]]
    await desk.begin()
    net.says(chat, ann, "/start")
    link = {"type": "text_link", "offset": 5, "length": 4, "url": "https://evil.example/"}
    said = net.says(chat, ann, "🦆 at home?", entities=[link | {"offset": 6}])
    one = await desk.message()
    assert (one.kind, one.thread_remote_id) == (Kind.DM, str(ann["id"]))
    assert one.text == "🦆 at home (https://evil.example/)?", "offsets count UTF-16 units"
    assert (one.author.name, one.author.handle, one.permalink) == ("Ann", "@ann_x", "https://t.me/ann_x")
    assert (one.edited_at, one.author.is_own) == (None, False)
    desk.after(seconds=30)
    net.edits(said, "At home?", entities=[])
    edited = await desk.message()
    assert (edited.remote_id, edited.text, edited.edited_at) == (one.remote_id, "At home?", net.now())
    assert edited.version != one.version
    net.edits(net.messages[chat["id"], said["message_id"], 0], "At home? Or away?")
    assert (await desk.message()).version != edited.version, "two edits in one second are two"


async def test_in_groups_only_what_is_said_to_the_bot_comes_by_person_and_topic(desk: Desk) -> None:
    net = desk.net
    ann, bob = net.person("Ann"), net.person("Bob")
    group = net.group("Walkers", username="walkers")
    await desk.begin()
    net.says(group, ann, "Nice weather")
    name = {"type": "mention", "offset": 7, "length": 10}
    asked = net.says(group, ann, "Hi 👋🏽 @Fjell_bot, open today?", entities=[name | {"offset": 8}])
    one = await desk.message()
    assert (one.kind, one.thread_remote_id) == (Kind.MENTION, f"{group['id']}:0:{ann['id']}")
    assert one.permalink == f"https://t.me/walkers/{asked['message_id']}"
    receipt = await desk.answer(one)
    ours = net.messages[group["id"], int(receipt.remote_id.split(":")[1]), 0]
    assert ours["reply_to_message"]["message_id"] == asked["message_id"]

    net.says(group, bob, "And tomorrow?", to=ours)
    again = await desk.message()
    assert again.thread_remote_id == f"{group['id']}:0:{bob['id']}"
    assert again.parent_remote_id == receipt.remote_id, "what was answered is named as it was when it was sent"

    topic: dict[str, Any] = {"message_thread_id": 7, "is_topic_message": True}
    user = {"type": "text_mention", "offset": 0, "length": 5, "user": {"id": 7000001}}
    net.says(group, ann, "Fjell?", entities=[user], **topic)
    there = await desk.message()
    assert there.thread_remote_id == f"{group['id']}:7:{ann['id']}"
    desk.after(seconds=2)
    receipt = await desk.answer(there)
    assert net.messages[group["id"], int(receipt.remote_id.split(":")[1]), 0]["message_thread_id"] == 7

    # Somebody of the team answers in the group's own name.
    net.says(group, ANONYMOUS, "Yes, till six", to=asked, sender_chat=group)
    own = await desk.message()
    assert (own.thread_remote_id, own.author.is_own, own.contact and own.contact.name) == (
        one.thread_remote_id,
        True,
        "Ann",
    )
    net.says(group, ANONYMOUS, "Quiet please", sender_chat=group)
    assert await desk.read() == []


async def test_comments_come_below_their_post_also_where_they_answer_each_other(desk: Desk) -> None:
    net = desk.net
    ann, bob = net.person("Ann"), net.person("Bob")
    group = net.group("Talk")
    channel = net.channel("Fjell news", group, "fjellnews")
    await desk.begin()
    post = net.posts(channel, "New route")
    first = net.says(group, ann, "Lovely", to=post)
    nested = net.says(group, bob, "Is it steep?", to=first)
    net.says(group, bob, "Off topic")
    seen = await desk.read()
    (there,) = {one.remote_id for one in seen if isinstance(one, PostSeen)}
    told = next(one for one in seen if isinstance(one, PostSeen))
    assert (told.text, told.author.name, told.author.is_own) == ("New route", "Fjell news", True)
    assert told.permalink.startswith("https://t.me/fjellnews/")
    comments = [one for one in seen if isinstance(one, MessageSeen)]
    assert [(one.text, one.kind, one.post_remote_id) for one in comments] == [
        ("Lovely", Kind.COMMENT, there),
        ("Is it steep?", Kind.COMMENT, there),
    ]
    assert comments[0].thread_remote_id != comments[1].thread_remote_id
    assert comments[0].permalink.endswith(f"?thread={post['message_id']}")
    receipt = await desk.answer(comments[1])
    assert f"thread={post['message_id']}" in receipt.permalink

    # The team answers in the channel's name; a person writes in the name of a channel of their own.
    net.says(group, CHANNEL_BOT, "Not at all", to=nested, sender_chat=channel)
    own = await desk.message()
    assert (own.thread_remote_id, own.author.is_own) == (comments[1].thread_remote_id, True)
    other = {"id": -1009999999999, "title": "Ann's hikes", "type": "channel"}
    net.says(group, CHANNEL_BOT, "Me too", to=post, sender_chat=other)
    stranger = next(one for one in await desk.read() if isinstance(one, MessageSeen))
    assert (stranger.author.name, stranger.author.is_own) == ("Ann's hikes", False)
    net.says(group, CHANNEL_BOT, "Thanks all", to=post, sender_chat=channel)
    assert [type(one) for one in await desk.read()] == [PostSeen], "an own word to nobody is no thread"


async def test_many_posts_fit_into_the_cursor_and_the_newest_are_kept(desk: Desk) -> None:
    net = desk.net
    ann = net.person("Ann")
    groups = [net.group(f"Group {number}") for number in range(9)]
    channels = [net.channel(f"Channel {number}", group) for number, group in enumerate(groups)]
    await desk.begin()
    posts: list[dict[str, Any]] = []
    for _ in range(130):
        posts = [net.posts(channel, "Post") for channel in channels]
    await desk.read()
    assert desk.cursor is not None
    assert len(desk.cursor.encode()) <= 4096
    comment = net.says(groups[-1], ann, "First", to=posts[-1])
    net.says(groups[-1], ann, "Second", to=comment)
    assert [one.text for one in await desk.read() if isinstance(one, MessageSeen)] == ["First", "Second"]


async def test_what_has_no_words_is_told_in_words_and_pictures_are_named_for_good(desk: Desk) -> None:
    net = desk.net
    ann = net.person("Ann")
    chat = net.chats[ann["id"]]
    await desk.begin()
    key = net.file(b"the bytes of a picture")
    sizes = [
        {"file_id": "small", "file_unique_id": "a", "width": 90, "height": 60},
        {"file_id": key, "file_unique_id": "b", "width": 800, "height": 600, "file_size": 22},
    ]
    net.says(chat, ann, photo=sizes, caption="Look!")
    net.says(chat, ann, sticker={"file_id": "s", "file_unique_id": "s", "emoji": "👍", "is_animated": True})
    net.says(chat, ann, poll={"question": "When?", "options": [{"text": "Now"}, {"text": "Later"}]})
    net.says(chat, ann, location={"latitude": 60.1, "longitude": 24.9})
    net.says(chat, ann, contact={"phone_number": "+4712345", "first_name": "Kari"})
    net.says(chat, ann, dice={"emoji": "🎲", "value": 4})
    net.says(chat, ann, rich_message={"blocks": []})
    net.says(chat, ann, document={"file_id": "d", "file_unique_id": "d", "mime_type": "image/png", "file_name": "a"})
    net.says(chat, ann, voice={"file_id": "v", "file_unique_id": "v", "mime_type": "audio/ogg"})
    net.says(chat, ann, pinned_message={"message_id": 1, "date": 0, "chat": chat})
    seen = [one for one in await desk.read() if isinstance(one, MessageSeen)]
    assert [one.text for one in seen] == [
        "Look!",
        "👍",
        "When?\n– Now\n– Later",
        "60.1, 24.9",
        "Kari +4712345",
        "🎲 4",
        "[This message can be read in Telegram only]",
        "",
        "",
    ]
    assert [one.attachments[0].kind for one in seen if one.attachments] == ["image", "file", "image", "audio"]
    picture = seen[0].attachments[0]
    assert picture.url == f"telegram:b?{key}"
    held = await desk.session.media(seen[0].remote_id, 0, picture.url, afresh=False)
    assert held == Held(b"the bytes of a picture")
    net.files.clear()
    assert await desk.session.media(seen[0].remote_id, 0, picture.url, afresh=True) is None
    assert await desk.session.media(seen[0].remote_id, 0, "https://elsewhere.example/x", afresh=False) is None


async def test_the_chats_of_a_personal_account_are_read_answered_and_told_apart(desk: Desk) -> None:
    net = desk.net
    maya, noa, ann = net.person("Maya"), net.person("Noa"), net.person("Ann", starts=False)
    await desk.begin()
    first, second = net.connects(maya), net.connects(noa)
    to_maya = net.says_privately(first, ann, ann, "Hello Maya")
    net.says_privately(second, ann, ann, "Hello Noa")
    mine, other = [one for one in await desk.read() if isinstance(one, MessageSeen)]
    assert mine.thread_remote_id != other.thread_remote_id
    assert mine.author.name == "Ann"
    receipt = await desk.answer(mine)
    echo = await desk.message()
    assert (echo.remote_id, echo.author.is_own, echo.thread_remote_id) == (
        receipt.remote_id,
        True,
        mine.thread_remote_id,
    )
    net.says_privately(first, maya, ann, "I answer myself")
    assert (await desk.message()).author.is_own
    net.edits(to_maya, "Hello dear Maya")
    assert (await desk.message()).remote_id == mine.remote_id
    net.deletes_privately(to_maya)
    (gone,) = await desk.read()
    assert gone == MessageDeleted(mine.remote_id, net.now())

    # Connected anew, the account is the same one: its threads go on.
    net.connects(maya, on=False, id_=first)
    assert await desk.read() == []
    assert (await desk.refused(answer_to(mine))).kind is FailureKind.WINDOW_CLOSED
    third = net.connects(maya)
    net.says_privately(third, ann, ann, "Still there?")
    again = await desk.message()
    assert again.thread_remote_id == mine.thread_remote_id
    desk.after(seconds=2)
    await desk.answer(again)
    assert (await desk.refused(contract.LikeMessage(C, again.remote_id, on=True))).code == "business"
    pictures = (PICTURE, PICTURE)
    assert (await desk.refused(answer_to(again, "", pictures=pictures))).kind is FailureKind.INVALID
    desk.after(hours=25)
    late = await desk.refused(answer_to(again))
    assert late.kind is FailureKind.WINDOW_CLOSED
    assert "24 hours" in late.sentence
    await desk.do(contract.DeleteMessage(C, receipt.remote_id, mine.thread_remote_id))

    # A session that has read nothing yet does not guess.
    desk.session = desk.open()
    failure = await desk.refused(answer_to(again))
    assert (failure.kind, failure.certainty) == (FailureKind.TRANSIENT, Certainty.NOT_SENT)


async def test_a_connection_that_was_never_told_of_is_asked_for(desk: Desk) -> None:
    net = desk.net
    maya, ann = net.person("Maya"), net.person("Ann", starts=False)
    connection = net.connects(maya)
    net.updates.clear()
    await desk.begin()
    net.says_privately(connection, ann, ann, "Hello")
    net.faults.next(faults.status(503), path="getBusinessConnection")
    with pytest.raises(ConnectorError):
        await desk.read()
    assert (await desk.message()).thread_remote_id == f"business:{maya['id']}:{ann['id']}"


# ---------------------------------------------------------------- what is written

PICTURE = Picture(b"\xff\xd8 some picture \r\n--", "image/jpeg", 800, 600, "A ridge")


async def test_an_answer_goes_out_whole_up_to_its_length_and_never_longer(desk: Desk) -> None:
    net = desk.net
    ann = net.person("Ann")
    await desk.begin()
    net.says(net.chats[ann["id"]], ann, "Hi")
    one = await desk.message()
    text = "👍" * 2048
    receipt = await desk.answer(one, text)
    ours = net.messages[ann["id"], int(receipt.remote_id.split(":")[1]), 0]
    assert ours["text"] == text
    assert "reply_to_message" not in ours, "in a chat of two an answer needs no quote"
    assert (receipt.permalink, receipt.at) == ("", net.now())
    desk.after(seconds=2)
    before = len(net.asked)
    for wrong, pictures in ((text + "x", ()), ("", ()), (" \n", ()), ("y" * 1025, (PICTURE,)), ("", (PICTURE,) * 11)):
        failure = await desk.refused(answer_to(one, wrong, pictures=pictures))
        assert (failure.kind, failure.certainty) == (FailureKind.INVALID, Certainty.NOT_SENT)
        assert "Nothing was sent" in failure.sentence
    assert len(net.asked) == before


async def test_pictures_go_out_with_their_words_and_are_deleted_together(desk: Desk) -> None:
    net = desk.net
    ann = net.person("Ann")
    await desk.begin()
    net.says(net.chats[ann["id"]], ann, "Hi")
    one = await desk.message()
    receipt = await desk.answer(one, "Look ”here“", pictures=(PICTURE,))
    sent = net.messages[ann["id"], int(receipt.remote_id.split(":")[1]), 0]
    assert sent["caption"] == "Look ”here“"
    assert net.files[sent["photo"][0]["file_id"]] == PICTURE.data
    desk.after(seconds=2)
    receipt = await desk.answer(one, "Three", pictures=(PICTURE,) * 3)
    numbers = [int(one) for one in receipt.remote_id.split(":")[1].split(",")]
    assert len(numbers) == 3
    assert [net.messages[ann["id"], number, 0].get("caption") for number in numbers] == ["Three", None, None]
    await desk.do(contract.DeleteMessage(C, receipt.remote_id, one.thread_remote_id))
    assert not any((ann["id"], number, 0) in net.messages for number in numbers)


async def test_what_was_sent_into_the_dark_is_never_sent_twice_and_a_person_is_asked(desk: Desk) -> None:
    net = desk.net
    ann = net.person("Ann")
    await desk.begin()
    net.says(net.chats[ann["id"]], ann, "Hi")
    one = await desk.message()
    for fault in (faults.closed(acts=True), faults.cut(20), faults.status(502), faults.html(), faults.short(7)):
        desk.after(seconds=2)
        net.faults.next(fault, path="sendMessage")
        assert (await desk.refused(answer_to(one))).certainty is Certainty.UNKNOWN
    intent = Intent(answer_to(one), "key", net.now())
    with pytest.raises(ConnectorError) as told:
        await desk.session.reconcile(intent)
    assert not told.value.failure.heals_itself
    assert told.value.failure.certainty is Certainty.UNKNOWN
    # Done twice, a like is done once: that needs nobody.
    like = Intent(contract.LikeMessage(C, one.remote_id, on=True), "key", net.now())
    assert await desk.session.reconcile(like) is None


async def test_likes_deletions_and_bans_happen_in_the_group_where_somebody_wrote(desk: Desk) -> None:
    net = desk.net
    ann = net.person("Ann")
    group = net.group("Walkers")
    await desk.begin()
    said = net.says(group, ann, "Fjell?", entities=[{"type": "text_mention", "offset": 0, "length": 5, "user": net.me}])
    one = await desk.message()
    key = (group["id"], said["message_id"])
    await desk.do(contract.LikeMessage(C, one.remote_id, on=True))
    assert net.reactions[key] == [{"type": "emoji", "emoji": "👍"}]
    await desk.do(contract.LikeMessage(C, one.remote_id, on=False))
    assert net.reactions[key] == []
    receipt = await desk.answer(one)
    await desk.do(contract.DeleteMessage(C, receipt.remote_id, one.thread_remote_id))
    await desk.do(contract.DeleteMessage(C, receipt.remote_id, one.thread_remote_id))
    ban = contract.BlockPerson(C, str(ann["id"]), on=True, thread_remote_id=one.thread_remote_id)
    await desk.do(ban)
    assert net.banned == {(group["id"], ann["id"])}
    await desk.do(replace(ban, on=False))
    assert not net.banned
    await desk.do(replace(ban, person_remote_id="-1009999999999"))
    assert net.banned == {(group["id"], -1009999999999)}
    net.admin_in.clear()
    failure = await desk.refused(ban)
    assert (failure.kind, "administrator" in failure.sentence) == (FailureKind.PERMISSION_DENIED, True)
    remove = contract.RemoveMessage(C, one.remote_id, one.thread_remote_id)
    assert (await desk.refused(remove)).kind is FailureKind.PERMISSION_DENIED
    net.admin_in.add(group["id"])
    await desk.do(remove)
    assert (*key, 0) not in net.messages
    assert (await desk.refused(contract.LikeMessage(C, one.remote_id, on=True))).kind is FailureKind.GONE
    desk.after(seconds=2)
    assert (await desk.refused(answer_to(one))).kind is FailureKind.GONE
    in_chat = replace(ban, thread_remote_id=str(ann["id"]))
    assert (await desk.refused(in_chat)).kind is FailureKind.PERMISSION_DENIED


async def test_a_private_answer_reaches_who_has_started_the_bot_and_shows_in_their_conversation(desk: Desk) -> None:
    net = desk.net
    ann, bob = net.person("Ann"), net.person("Bob", starts=False)
    group = net.group("Walkers")
    await desk.begin()
    entity = {"type": "text_mention", "offset": 0, "length": 5, "user": net.me}
    for who in (ann, bob):
        net.says(group, who, "Fjell?", entities=[entity])
    to_ann, to_bob = [
        contract.AnswerPrivately(C, one.remote_id, one.thread_remote_id, "Between us: yes") for one in await desk.read()
    ]
    await desk.do(to_ann)
    shown = await desk.message()
    assert (shown.kind, shown.thread_remote_id, shown.author.is_own) == (Kind.DM, str(ann["id"]), True)
    assert shown.contact is not None
    assert shown.contact.name == "Ann"
    await desk.read()
    assert await desk.read() == [], "told until it is stored, and not for ever"
    failure = await desk.refused(to_bob)
    assert (failure.kind, "Start" in failure.sentence) == (FailureKind.PERMISSION_DENIED, True)


async def test_a_group_that_became_large_is_answered_where_it_is_now(desk: Desk) -> None:
    net = desk.net
    ann = net.person("Ann")
    group = net.group("Small", kind="group")
    await desk.begin()
    net.says(group, ann, "Fjell?", entities=[{"type": "text_mention", "offset": 0, "length": 5, "user": net.me}])
    one = await desk.message()
    large = net.becomes_large(group)
    receipt = await desk.answer(one)
    assert receipt.remote_id.startswith(f"{large['id']}:")
    assert len([key for key in net.messages if key[0] == large["id"]]) == 1
    assert (await desk.refused(contract.LikeMessage(C, one.remote_id, on=True))).kind is FailureKind.GONE


async def test_a_pause_in_one_chat_stops_no_other(desk: Desk) -> None:
    net = desk.net
    ann, bob = net.person("Ann"), net.person("Bob")
    group = net.group("Walkers")
    await desk.begin()
    entity = {"type": "text_mention", "offset": 0, "length": 5, "user": net.me}
    net.says(group, ann, "Fjell?", entities=[entity])
    net.says(net.chats[bob["id"]], bob, "Hi")
    public, private = [one for one in await desk.read() if isinstance(one, MessageSeen)]
    flood = json.dumps(
        {
            "ok": False,
            "error_code": 429,
            "description": "Too Many Requests: retry after 7",
            "parameters": {"retry_after": 7},
        }
    ).encode()
    net.faults.next(faults.status(429, flood), path="sendMessage")
    failure = await desk.refused(answer_to(public))
    assert (failure.kind, failure.retry_at) == (FailureKind.RATE_LIMITED, net.now() + timedelta(seconds=7))
    desk.after(seconds=6)
    asked = len(net.asked)
    assert (await desk.refused(answer_to(public))).retry_at == net.now() + timedelta(seconds=1)
    assert len(net.asked) == asked, "before its time nothing is asked"
    await desk.answer(private)
    await desk.read()
    desk.after(seconds=2)
    await desk.answer(public)

    # We keep the pace by ourselves: one a second in a chat, twenty a minute in a group.
    assert (await desk.refused(answer_to(public))).code == "pace"
    for _ in range(18):
        desk.after(seconds=1)
        await desk.answer(public)
    desk.after(seconds=1)
    await desk.answer(public)
    desk.after(seconds=1)
    failure = await desk.refused(answer_to(public))
    assert (failure.code, failure.retry_at) == ("pace", net.sent_at[group["id"]][0] + timedelta(minutes=1))


@pytest.mark.parametrize(
    ("status", "words", "kind"),
    [
        (403, "Forbidden: bot was blocked by the user", FailureKind.PERMISSION_DENIED),
        (403, "Forbidden: user is deactivated", FailureKind.GONE),
        (403, "Forbidden: bot was kicked from the supergroup chat", FailureKind.PERMISSION_DENIED),
        (400, "Bad Request: not enough rights to send text messages to the chat", FailureKind.PERMISSION_DENIED),
        (400, "Bad Request: CHAT_ADMIN_REQUIRED", FailureKind.PERMISSION_DENIED),
        (400, "Bad Request: have no rights to send a message", FailureKind.PERMISSION_DENIED),
        (400, "Bad Request: chat not found", FailureKind.NOT_FOUND),
        (400, "Bad Request: message to be replied not found", FailureKind.GONE),
        (400, "Bad Request: BUSINESS_CONNECTION_INVALID", FailureKind.WINDOW_CLOSED),
        (400, "Bad Request: message is too long", FailureKind.INVALID),
        (413, "Request Entity Too Large", FailureKind.INVALID),
        (400, "Bad Request: something of next year", FailureKind.INVALID),
        (401, "Unauthorized", FailureKind.AUTH_EXPIRED),
        (404, "Not Found", FailureKind.AUTH_EXPIRED),
        (500, "Internal Server Error", FailureKind.TRANSIENT),
    ],
)
async def test_each_refusal_has_its_kind_and_a_sentence(desk: Desk, status: int, words: str, kind: FailureKind) -> None:
    net = desk.net
    ann = net.person("Ann")
    await desk.begin()
    net.says(net.chats[ann["id"]], ann, "Hi")
    one = await desk.message()
    body = json.dumps({"ok": False, "error_code": status, "description": words}).encode()
    net.faults.next(faults.status(status, body), path="sendMessage")
    failure = await desk.refused(answer_to(one))
    assert failure.kind is kind
    assert failure.sentence.endswith((".", "!"))
    assert failure.certainty is (Certainty.UNKNOWN if status >= 500 else Certainty.NOT_SENT)


async def test_the_token_is_written_nowhere(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    net = desk.net
    ann = net.person("Ann")
    await desk.begin()
    key = net.file(b"picture")
    net.says(net.chats[ann["id"]], ann, "Hi", photo=[{"file_id": key, "file_unique_id": "u", "width": 9, "height": 9}])
    one = await desk.message()
    await desk.session.media(one.remote_id, 0, one.attachments[0].url, afresh=False)
    net.faults.next(faults.status(502), path="sendMessage")
    told = [str(await desk.refused(answer_to(one)))]
    net.faults.next(faults.closed(), path="getUpdates")
    with pytest.raises(ConnectorError) as broken:
        await desk.read()
    told += [str(broken.value), repr(broken.value), desk.cursor or "", str(one), one.raw]
    told += [one.getMessage() for one in caplog.records if one.name.startswith("socialdesk")]
    assert any("/bot…/getUpdates" in one for one in told)
    secret = TOKEN.partition(":")[2]
    assert not any(secret in one for one in told)
