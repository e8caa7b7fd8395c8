"""A bot in one server of the stand-in: what it reads and never loses, what it writes once, and what it is refused."""

from __future__ import annotations

import asyncio
import itertools
import json
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from socialdesk.connectors.discord.connector import DiscordConnector
from socialdesk.connectors.discord.session import DiscordSession
from socialdesk.connectors.kit import contract
from socialdesk.connectors.kit.contract import Answer, Credentials, Intent, Link, Picture, SignedIn, Surroundings
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.http import Http
from socialdesk.connectors.kit.registry import Registry
from socialdesk.connectors.suite import faults
from socialdesk.model.event import MessageDeleted, MessageSeen, Unreadable
from socialdesk.model.failure import Certainty, Failure, FailureKind
from socialdesk.model.identifiers import CommandId
from socialdesk.model.thread import Kind
from socialdesk.support.clock import HandClock
from tests.stand_ins.discord import BAN, BOT, GUILD, HISTORY, MODERATE, SEND, TOKEN, VIEW, Discord

pytestmark = pytest.mark.anyio
C = CommandId("01a2-command")
AT = f"<@{BOT['id']}>"
PICTURE = Picture(b"\x89PNG picture \r\n--", "image/png", 800, 600, "A ridge in fog")


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
    """One bot in one server, connected to the stand-in."""

    def __init__(self, net: Discord, address: str, around: Surroundings) -> None:
        self.net = net
        self.around = around
        manifest = replace(
            Registry().manifest("discord"), hosts={"api": address, "cdn": "https://cdn.example", "gateway": address}
        )
        self.connector = DiscordConnector(manifest)
        self.seen: set[tuple[str, str]] = set()
        self.cursors: dict[str, str | None] = {"messages": None, "dms": None}

    async def sign_in(self, token: str = TOKEN, channels: str = "") -> SignedIn:
        self.signed_in = await self.connector.begin("token", {"token": token, "channels": channels}, "", self.around)
        self.keeper = Kept(self.signed_in.credentials)
        self.session = self.open()
        return self.signed_in

    def open(self, history: timedelta = timedelta(days=30)) -> DiscordSession:
        account = next(one for one in self.signed_in.accounts if one.remote_id == GUILD)
        return self.connector.open(account, self.keeper, self.around, history)

    async def read(self) -> list[Any]:
        """What a round of the engine brings."""
        found: list[Any] = []
        for stream in self.cursors:
            for pulls in itertools.count():
                assert pulls < 10, "it goes on"
                page = await self.session.pull(stream, self.cursors[stream], self.net.now() + timedelta(minutes=5))
                found += page.events
                self.cursors[stream] = page.next_cursor
                assert len(page.next_cursor.encode()) <= 4096
                if not page.has_more:
                    break
        return found

    async def messages(self) -> list[MessageSeen]:
        """What is new in a round: what is read once more within the overlap is left out."""
        found: list[MessageSeen] = []
        for one in await self.read():
            if isinstance(one, MessageSeen) and (one.remote_id, one.version) not in self.seen:
                self.seen.add((one.remote_id, one.version))
                found.append(one)
        return found

    async def begin(self, channels: str = "") -> None:
        """Sign in and read what there is."""
        await self.sign_in(channels=channels)
        await self.read()
        self.after(minutes=1)

    async def do(self, action: contract.Action, key: str = "key") -> contract.Receipt:
        return await self.session.perform(Intent(action, key, self.net.now()))

    async def refused(self, action: contract.Action, key: str = "key") -> Failure:
        with pytest.raises(ConnectorError) as told:
            await self.do(action, key)
        return told.value.failure

    def after(self, **time: float) -> None:
        clock: Any = self.net.clock
        clock.move(timedelta(**time))

    def stored(self, receipt: contract.Receipt) -> dict[str, Any]:
        """What stands there for a receipt."""
        channel, message = receipt.remote_id.split(":")
        return self.net.messages[channel][int(message)]


def answer_to(message: MessageSeen, text: str = "Gladly!", **more: Any) -> Answer:
    return Answer(C, message.thread_remote_id, message.kind, message.remote_id, text, **more)


@asynccontextmanager
async def open_desk(folder: Path) -> AsyncGenerator[Desk]:
    net = Discord()
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


async def test_each_server_of_the_bot_is_an_account_and_says_what_it_allows(desk: Desk) -> None:
    net = desk.net
    net.guilds["7"] = {"id": "7", "name": "Another", "permissions": str(VIEW | HISTORY)}
    signed_in = await desk.sign_in(f"Bot {TOKEN}", "#Help, feedback ,")
    assert {(one.remote_id, one.name, one.handle) for one in signed_in.accounts} == {
        (GUILD, "Fjell Outdoor", "@fjell"),
        ("7", "Another", "@fjell"),
    }
    assert dict(signed_in.granted) == {"read": True, "content": True, "answer": False, "moderate": False}
    assert json.loads(signed_in.credentials.text)["channels"] == ["help", "feedback"]
    assert TOKEN not in repr(signed_in)
    asked = [one.key for one in Registry().manifest("discord").access]
    assert [key for key, _ in signed_in.granted] == asked

    net.flags = 0
    net.guilds[GUILD]["name"] = "Fjell"
    health = await desk.session.check()
    assert health.account is not None
    assert health.account.name == "Fjell"
    assert dict(health.granted) == {"read": True, "content": False, "answer": True, "moderate": True}
    net.guilds[GUILD]["permissions"] = str(1 << 3)
    assert dict((await desk.session.check()).granted)["moderate"], "an administrator may everything"
    del net.guilds[GUILD]
    failure = (await desk.session.check()).failure
    assert failure is not None
    assert failure.kind is FailureKind.PERMISSION_DENIED


@pytest.mark.parametrize("token", ["hello", "a.b", "a..b", "a.b.c d", "ä.b.c"])
async def test_what_is_no_token_goes_nowhere(desk: Desk, token: str) -> None:
    with pytest.raises(ConnectorError) as told:
        await desk.sign_in(token)
    assert told.value.failure.kind is FailureKind.INVALID
    assert not desk.net.asked


async def test_a_token_that_opens_nothing_and_a_bot_without_a_server_are_told_what_to_do(desk: Desk) -> None:
    with pytest.raises(ConnectorError) as told:
        await desk.sign_in(TOKEN + "x")
    assert told.value.failure.kind is FailureKind.AUTH_EXPIRED
    kept = dict(desk.net.guilds)
    desk.net.guilds.clear()
    with pytest.raises(ConnectorError) as told:
        await desk.sign_in()
    assert "invitation" in told.value.failure.sentence
    desk.net.guilds |= kept
    await desk.begin()
    desk.net.tokens.clear()
    for lost in (desk.keeper.credentials, None):
        desk.keeper.credentials = lost
        with pytest.raises(ConnectorError) as told:
            await desk.read()
        assert told.value.failure.kind is FailureKind.AUTH_EXPIRED


# ---------------------------------------------------------------- what is read


async def test_what_is_said_to_the_bot_comes_by_person_and_what_is_not_does_not(desk: Desk) -> None:
    net = desk.net
    ann, bob = net.person("Ann", avatar="a1"), net.person("Bob", global_name=None)
    general = net.channel("general")
    other = net.channel("other")
    await desk.begin()
    net.says(general, ann, "Nice weather")
    asked = net.says(general, ann, f"Hi {AT}, is <@{bob['id']}> in <#{other}>? <:duck:123> <@&9>")
    net.says(general, ann, "joined", type=7)
    net.says(general, {"id": "5", "username": "hook", "bot": True}, f"{AT} beep")
    (one,) = await desk.messages()
    assert (one.kind, one.thread_remote_id) == (Kind.MENTION, f"{GUILD}:{general}:{ann['id']}")
    assert one.text == "Hi @Fjell, is @bob in #other? :duck: @role"
    assert (one.author.name, one.author.handle) == ("Ann", "@ann")
    assert one.author.avatar_url == f"https://cdn.example/avatars/{ann['id']}/a1.png"
    assert one.permalink == f"https://discord.com/channels/{GUILD}/{general}/{asked['id']}"
    receipt = await desk.do(answer_to(one, "Yes!"))
    desk.after(minutes=1)
    (own,) = await desk.messages()
    assert (own.remote_id, own.thread_remote_id, own.author.is_own) == (receipt.remote_id, one.thread_remote_id, True)
    assert own.contact is not None
    assert own.contact.name == "Ann"
    net.says(general, bob, "Me too", to=desk.stored(receipt))
    (two,) = await desk.messages()
    assert (two.thread_remote_id, two.parent_remote_id) == (f"{GUILD}:{general}:{bob['id']}", receipt.remote_id)


async def test_in_chosen_channels_every_word_comes_and_a_thread_there_is_one(desk: Desk) -> None:
    net = desk.net
    ann, bob = net.person("Ann"), net.person("Bob")
    help_, forum = net.channel("Help"), net.channel("feedback", 15)
    await desk.begin("help, feedback")
    net.says(help_, ann, "My tent leaks")
    post = net.thread(forum, "Zip", ann, "The zip is stuck")
    net.says(post, bob, "Mine as well")
    plain, first, second = sorted(await desk.messages(), key=lambda one: one.text != "My tent leaks")
    assert (plain.kind, plain.thread_remote_id) == (Kind.COMMENT, f"{GUILD}:{help_}:{ann['id']}")
    assert first.thread_remote_id == second.thread_remote_id == f"{GUILD}:{post}"
    receipt = await desk.do(answer_to(second, "We mend it"))
    assert receipt.permalink.startswith(f"https://discord.com/channels/{GUILD}/{post}/")
    desk.after(minutes=1)
    (own,) = await desk.messages()
    assert (own.thread_remote_id, own.author.is_own) == (f"{GUILD}:{post}", True)

    # Away for longer than a thread stays active: it is found all the same.
    net.says(post, bob, "Thanks")
    net.channels[post]["thread_metadata"]["archived"] = True
    desk.after(hours=3)
    assert "Thanks" in [one.text for one in await desk.messages()]


async def test_no_word_is_lost_however_much_was_said_and_wherever_it_breaks(desk: Desk) -> None:
    net = desk.net
    ann = net.person("Ann")
    rooms = [net.channel(f"room{number}") for number in range(4)]
    await desk.sign_in(channels="room0,room1,room2,room3")
    for number in range(700):
        net.says(rooms[number % 4], ann, str(number), ago=timedelta(minutes=800 - number))
    for number in range(1050):
        net.says(rooms[1], ann, f"more {number}", ago=timedelta(days=2, seconds=1100 - number))
    net.says(rooms[2], ann, "older than the history", ago=timedelta(days=31))
    page = await desk.session.pull("messages", None, net.now() + timedelta(minutes=5))
    assert page.has_more
    desk.cursors["messages"] = page.next_cursor
    texts = [one.text for one in page.events if isinstance(one, MessageSeen)]
    before = desk.cursors["messages"]
    for _ in range(3):
        desk.session = desk.open()
        texts += [one.text for one in await desk.messages()]
        desk.after(seconds=20)
    assert set(texts) == {*map(str, range(700)), *(f"more {number}" for number in range(1050))}
    assert before != desk.cursors["messages"]

    # What comes to light a little late is not passed over.
    await desk.read()
    late = net.says(rooms[3], ann, "late", ago=timedelta(seconds=10))
    assert late["content"] in [one.text for one in await desk.messages()]
    desk.after(minutes=1)
    await desk.read()
    asked = len(net.asked)
    await desk.read()
    assert [one.path.split("/")[1] for one in net.asked[asked:]] == ["guilds", "guilds", "users"], (
        "a quiet round is cheap"
    )


async def test_a_page_that_breaks_keeps_what_was_read_and_goes_on_there(desk: Desk) -> None:
    net = desk.net
    ann = net.person("Ann")
    rooms = [net.channel(f"room{number}") for number in range(3)]
    await desk.begin("room0,room1,room2")
    for number in range(3):
        net.says(rooms[number], ann, str(number))
    ahead = max(rooms, key=int)
    net.faults.always(faults.status(429, b'{"retry_after": 7.5}'), path=f"{ahead}/messages")
    cursor, deadline = desk.cursors["messages"], net.now() + timedelta(minutes=5)
    page = await desk.session.pull("messages", cursor, deadline)
    assert (len(page.events), page.has_more) == (2, True)
    for _ in range(2):
        with pytest.raises(ConnectorError) as told:
            await desk.session.pull("messages", page.next_cursor, deadline)
        assert told.value.failure.retry_at == net.now() + timedelta(seconds=7.5)
    net.faults.clear()
    desk.after(seconds=8)
    rest = await desk.session.pull("messages", page.next_cursor, deadline)
    assert len({one.text for one in (*page.events, *rest.events) if isinstance(one, MessageSeen)}) == 3
    net.faults.next(faults.closed(), path=f"{ahead}/messages")
    with pytest.raises(ConnectorError):
        await desk.session.pull("messages", cursor, deadline)


async def test_changes_and_deletions_of_the_last_day_are_noticed(desk: Desk) -> None:
    net = desk.net
    ann = net.person("Ann")
    general = net.channel("general")
    await desk.begin()
    first, second = net.says(general, ann, f"{AT} one"), net.says(general, ann, f"{AT} two")
    one, two = await desk.messages()
    desk.after(minutes=4)
    await desk.read()
    net.edits(first, f"{AT} changed")
    net.deletes(second)
    desk.after(minutes=4)
    seen = await desk.read()
    changed = next(event for event in seen if isinstance(event, MessageSeen))
    assert (changed.remote_id, changed.text, changed.edited_at is not None) == (one.remote_id, "@Fjell changed", True)
    assert changed.version != one.version
    assert MessageDeleted(two.remote_id, net.now()) in seen
    assert list(await desk.session.gone([one.remote_id, two.remote_id])) == [two.remote_id]
    del net.channels[general]
    assert list(await desk.session.gone([one.remote_id])) == [one.remote_id]


async def test_hundreds_of_messages_are_looked_for_by_few_requests(desk: Desk) -> None:
    net = desk.net
    ann = net.person("Ann")
    general = net.channel("general")
    await desk.sign_in(channels="general")
    said = [net.says(general, ann, str(number), ago=timedelta(minutes=400 - number)) for number in range(350)]
    names = [f"{general}:{one['id']}" for one in said]
    for number in (0, 120, 349):
        net.deletes(said[number])
    asked = len(net.asked)
    assert set(await desk.session.gone(names)) == {names[0], names[120], names[349]}
    assert len(net.asked) - asked <= 5
    net.hidden.add(general)
    assert list(await desk.session.gone(names)) == [], "what cannot be looked at is not gone"


async def test_words_that_discord_keeps_from_the_bot_are_told_and_pictures_have_their_end(desk: Desk) -> None:
    net = desk.net
    ann = net.person("Ann")
    help_ = net.channel("help")
    await desk.begin("help")
    net.says(help_, ann, attachments=[net.file(b"x", description="A leak"), net.file(b"y", "a.pdf", "application/pdf")])
    net.says(help_, ann, sticker_items=[{"id": "1", "name": "Wave", "format_type": 1}])
    net.says(help_, ann, poll={"question": {"text": "When?"}, "answers": []})
    picture, sticker, poll = await desk.messages()
    assert [(one.kind, one.alt) for one in picture.attachments] == [("image", "A leak"), ("file", "a.pdf")]
    assert picture.attachments[0].expires_at == (net.now() + timedelta(hours=24)).replace(microsecond=0)
    assert (picture.text, sticker.text, poll.text) == ("", "[Wave]", "When?")
    url = picture.attachments[0].url
    assert await desk.session.media(picture.remote_id, 0, url, afresh=False) == Link(url)
    here = net.messages[help_][int(picture.remote_id.split(":")[1])]
    here["attachments"][0]["url"] = "https://cdn.discordapp.com/attachments/1/2/new.png?ex=1"
    fresh = await desk.session.media(picture.remote_id, 0, url, afresh=True)
    assert fresh == Link("https://cdn.discordapp.com/attachments/1/2/new.png?ex=1")
    whole, here["attachments"] = here["attachments"], []
    assert await desk.session.media(picture.remote_id, 0, url, afresh=True) is None
    here["attachments"] = whole

    old = net.says(help_, ann, "My boots are fine")
    assert [one.text for one in await desk.messages()] == ["My boots are fine"]
    desk.after(minutes=4)
    await desk.read()
    net.flags = 0
    desk.after(minutes=4)
    assert not await desk.messages(), "words that are known are not taken away"
    assert old["content"] not in str((await desk.open().pull("messages", None, net.now())).events)
    net.says(help_, ann, "My tent leaks")
    net.says(help_, ann, f"{AT} it leaks")
    hidden, shown = await desk.messages()
    assert ("does not show" in hidden.text, shown.text) == (True, "@Fjell it leaks")


async def test_what_cannot_be_read_is_kept_and_a_hidden_channel_stops_no_other(desk: Desk) -> None:
    net = desk.net
    ann = net.person("Ann")
    rooms = [net.channel("a"), net.channel("b")]
    await desk.begin("a,b")
    net.hidden.add(rooms[0])
    net.says(rooms[0], ann, "unseen")
    net.says(rooms[1], ann, "whole")
    broken = net.says(rooms[1], ann, "broken")
    broken["timestamp"] = "yesterday"
    found = await desk.read()
    assert [type(one) for one in found] == [MessageSeen, Unreadable]
    asked = len(net.asked)
    net.says(rooms[0], ann, "still unseen")
    await desk.read()
    assert not [one for one in net.asked[asked:] if rooms[0] in one.path], "it is not asked for again at once"


async def test_cursors_of_another_version_are_read_from_the_beginning(desk: Desk) -> None:
    await desk.begin()
    for stream in desk.cursors:
        for cursor in ('{"v": 99}', "{", "[]", '{"v": 1}'):
            with pytest.raises(ConnectorError) as told:
                await desk.session.pull(stream, cursor, desk.net.now())
            assert told.value.failure.kind is FailureKind.CURSOR_INVALID


# ---------------------------------------------------------------- what is written


async def mention(desk: Desk, name: str = "Ann") -> MessageSeen:
    """Somebody writes to the bot, and it is read."""
    net = desk.net
    general = next((id_ for id_, one in net.channels.items() if one["name"] == "general"), "") or net.channel("general")
    await desk.begin()
    net.says(general, net.person(name), f"{AT} are you there?")
    (one,) = await desk.messages()
    return one


async def test_an_answer_is_sent_once_however_often_it_is_tried(desk: Desk) -> None:
    one = await mention(desk)
    net = desk.net
    key = desk.session.reserve(answer_to(one))
    assert len(key) <= 25
    assert key == desk.session.reserve(answer_to(one))
    intent = Intent(answer_to(one), key, net.now())
    for fault in (faults.closed(acts=True), faults.cut(20), faults.short(9), faults.status(502, acts=True)):
        net.faults.next(fault, method="POST")
        assert (await desk.refused(answer_to(one), key)).certainty is Certainty.UNKNOWN
        desk.after(seconds=2)
    receipt = await desk.do(answer_to(one), key)
    ours = [m for m in net.messages[one.remote_id.split(":")[0]].values() if m["author"]["id"] == BOT["id"]]
    assert [m["id"] for m in ours] == [receipt.remote_id.split(":")[1]]
    assert ours[0]["message_reference"]["message_id"] == one.remote_id.split(":")[1]

    found = await desk.session.reconcile(intent)
    assert found is not None
    assert found.remote_id == receipt.remote_id
    assert await desk.session.reconcile(replace(intent, key="another")) is None, "two alike are two"
    # Long after, Discord has forgotten the nonce: it is found by what it says and answers.
    del ours[0]["nonce"]
    assert await desk.session.reconcile(intent) is None, "sent again it would not double"
    desk.after(hours=3)
    found = await desk.session.reconcile(intent)
    assert found is not None
    assert found.remote_id == receipt.remote_id
    assert await desk.session.reconcile(replace(intent, action=answer_to(one, "Something else"))) is None
    assert await desk.session.reconcile(replace(intent, action=contract.LikeMessage(C, one.remote_id, on=True))) is None


async def test_nobody_is_called_by_an_answer_and_its_length_is_kept(desk: Desk) -> None:
    one = await mention(desk)
    receipt = await desk.do(answer_to(one, "@everyone " + "👍" * 995))
    assert desk.stored(receipt)["content"].startswith("@everyone")
    body = json.loads(desk.net.asked[-1].body)
    assert body["allowed_mentions"] == {"parse": [], "replied_user": True}
    asked = len(desk.net.asked)
    for text in ("x" * 2001, "👍" * 1001, "", "  "):
        assert (await desk.refused(answer_to(one, text))).kind is FailureKind.INVALID
    assert (await desk.refused(answer_to(one, "", pictures=(PICTURE,) * 11))).kind is FailureKind.INVALID
    assert len(desk.net.asked) == asked


async def test_pictures_go_out_with_their_descriptions(desk: Desk) -> None:
    one = await mention(desk)
    receipt = await desk.do(answer_to(one, "Look”", pictures=(PICTURE, replace(PICTURE, alt=""))))
    files = desk.stored(receipt)["attachments"]
    assert [file.get("description") for file in files] == ["A ridge in fog", None]
    assert desk.net.files[files[0]["id"]] == PICTURE.data
    assert desk.stored(receipt)["content"] == "Look”"


async def test_likes_deletions_and_bans_happen_and_less_than_a_ban_is_told(desk: Desk) -> None:
    one = await mention(desk)
    net = desk.net
    channel, id_ = one.remote_id.split(":")
    await desk.do(contract.LikeMessage(C, one.remote_id, on=True))
    assert net.reactions == {(channel, int(id_))}
    await desk.do(contract.LikeMessage(C, one.remote_id, on=False))
    assert not net.reactions
    receipt = await desk.do(answer_to(one))
    for _ in range(2):
        await desk.do(contract.DeleteMessage(C, receipt.remote_id, one.thread_remote_id))
    person = one.author.remote_id
    ban = contract.BlockPerson(C, person, on=True, thread_remote_id=one.thread_remote_id)
    assert (await desk.do(ban)).left_behind == ""
    assert net.banned == {person}
    for _ in range(2):
        await desk.do(replace(ban, on=False))
    assert not net.banned
    net.guilds[GUILD]["permissions"] = str(VIEW | HISTORY | SEND | MODERATE)
    assert "28 days" in (await desk.do(ban)).left_behind
    assert person in net.quiet
    await desk.do(replace(ban, on=False))
    assert not net.quiet
    net.guilds[GUILD]["permissions"] = str(VIEW | HISTORY | SEND)
    assert (await desk.refused(ban)).kind is FailureKind.PERMISSION_DENIED
    remove = contract.RemoveMessage(C, one.remote_id, one.thread_remote_id)
    assert (await desk.refused(remove)).kind is FailureKind.PERMISSION_DENIED
    net.guilds[GUILD]["permissions"] = str(BAN | VIEW | HISTORY | SEND | 1 << 13 | 1 << 6)
    await desk.do(remove)
    assert int(id_) not in net.messages[channel]
    assert (await desk.refused(contract.LikeMessage(C, one.remote_id, on=True))).kind is FailureKind.GONE
    gone = await desk.refused(answer_to(one))
    assert (gone.kind, gone.certainty) == (FailureKind.GONE, Certainty.NOT_SENT)


async def test_a_private_answer_opens_a_conversation_that_goes_on(desk: Desk) -> None:
    one = await mention(desk)
    net = desk.net
    ann = net.users[one.author.remote_id]
    private = contract.AnswerPrivately(C, one.remote_id, one.thread_remote_id, "Between us: yes")
    intent = Intent(private, desk.session.reserve(private), net.now())
    assert await desk.session.reconcile(intent) is None
    await desk.session.perform(intent)
    assert (await desk.session.reconcile(intent)) == contract.Receipt("", net.now())
    chat = net.chat(ann)
    net.says(chat, ann, "Thank you")
    ours, theirs = [event for event in await desk.messages() if event.kind is Kind.DM]
    assert ours.thread_remote_id == theirs.thread_remote_id == f"@me:{chat}"
    assert (ours.author.is_own, ours.contact and ours.contact.name, theirs.author.name) == (True, "Ann", "Ann")
    receipt = await desk.do(answer_to(theirs, "Any time"))
    assert "message_reference" not in desk.stored(receipt)
    desk.session = desk.open()
    for number in range(120):
        net.says(chat, ann, f"and {number}")
    texts = [event.text for event in await desk.messages()]
    assert [f"and {number}" in texts for number in range(120)] == [True] * 120, "it is kept which chats there are"
    net.takes_no_chats.add(ann["id"])
    failure = await desk.refused(private)
    assert (failure.kind, "channel" in failure.sentence) == (FailureKind.PERMISSION_DENIED, True)


async def test_a_budget_that_is_used_up_is_waited_for_and_stops_no_other_channel(desk: Desk) -> None:
    one = await mention(desk)
    net = desk.net
    for number in range(5):
        await desk.do(answer_to(one, str(number)), f"key{number}")
    asked = len(net.asked)
    failure = await desk.refused(answer_to(one, "six"), "key6")
    assert failure.kind is FailureKind.RATE_LIMITED
    assert failure.retry_at is not None
    assert timedelta(0) < failure.retry_at - net.now() <= timedelta(seconds=5)
    assert len(net.asked) == asked, "what would be refused is not asked"
    other = net.channel("other")
    ask = net.says(other, net.person("Bob"), f"{AT} and here?")
    two = next(m for m in await desk.messages() if m.remote_id.endswith(ask["id"]))
    await desk.do(answer_to(two), "key7")
    desk.after(seconds=6)
    await desk.do(answer_to(one, "six"), "key6")

    body = {"message": "You are being rate limited.", "retry_after": 64.57, "global": True}
    net.faults.next(faults.status(429, json.dumps(body).encode(), x_ratelimit_scope="global"), path="/guilds")
    with pytest.raises(ConnectorError) as told:
        await desk.read()
    assert told.value.failure.retry_at == net.now() + timedelta(seconds=64.57)
    assert (await desk.refused(answer_to(two), "key8")).code == "global"


async def test_what_the_gateway_tells_is_read_at_once_also_a_chat_that_nobody_lists(desk: Desk) -> None:
    net = desk.net
    ann = net.person("Ann")
    general, help_ = net.channel("general"), net.channel("help")
    await desk.begin("help")
    heard: asyncio.Queue[str] = asyncio.Queue()
    net.beat_ms = 20
    listening = asyncio.create_task(desk.session.listen(heard.put_nowait))
    async with asyncio.timeout(10):
        assert await heard.get() == "", "the line stands"
        await net.tells("MESSAGE_CREATE", net.says(general, ann, "Nice weather"))
        chat = net.chat(ann)
        await net.tells("MESSAGE_CREATE", net.says(chat, ann, "Between us?"))
        assert await heard.get() == "dms", "what is not for us is not told"
        assert [one.text for one in await desk.messages()] == ["Between us?"]
        desk.session = desk.open()
        net.says(chat, ann, "Still there?")
        assert [one.text for one in await desk.messages()] == ["Still there?"], "it is kept that there is the chat"
        said = net.says(help_, ann, "My tent leaks")
        await net.tells("MESSAGE_CREATE", said)
        await net.tells("MESSAGE_CREATE", net.says(general, ann, f"{AT} hello"))
        await net.tells("MESSAGE_DELETE", {"id": said["id"], "channel_id": help_})
        assert [await heard.get() for _ in range(3)] == ["messages"] * 3
        while net.beats < 2:  # noqa: ASYNC110 - of the line's own clock
            await asyncio.sleep(0.005)
        net.acknowledges = False
        with pytest.raises(ConnectorError) as told:
            await listening
        assert told.value.failure.heals_itself, "who says nothing any more is asked anew"
        net.tokens.clear()
        with pytest.raises(ConnectorError) as told:
            await desk.session.listen(heard.put_nowait)
        assert told.value.failure.kind is FailureKind.AUTH_EXPIRED


@pytest.mark.parametrize(
    ("status", "code", "kind"),
    [
        (401, 0, FailureKind.AUTH_EXPIRED),
        (401, 40001, FailureKind.AUTH_EXPIRED),
        (403, 50001, FailureKind.PERMISSION_DENIED),
        (403, 50013, FailureKind.PERMISSION_DENIED),
        (403, 50278, FailureKind.PERMISSION_DENIED),
        (403, 0, FailureKind.PERMISSION_DENIED),
        (404, 10008, FailureKind.GONE),
        (404, 10003, FailureKind.GONE),
        (404, 0, FailureKind.NOT_FOUND),
        (400, 50083, FailureKind.WINDOW_CLOSED),
        (403, 160005, FailureKind.WINDOW_CLOSED),
        (400, 50035, FailureKind.INVALID),
        (400, 200000, FailureKind.INVALID),
        (413, 40005, FailureKind.INVALID),
        (400, 20016, FailureKind.RATE_LIMITED),
        (503, 0, FailureKind.TRANSIENT),
        (503, 130000, FailureKind.TRANSIENT),
    ],
)
async def test_each_refusal_has_its_kind_and_a_sentence(desk: Desk, status: int, code: int, kind: FailureKind) -> None:
    one = await mention(desk)
    desk.net.faults.next(faults.status(status, json.dumps({"message": "No", "code": code}).encode()), method="POST")
    failure = await desk.refused(answer_to(one))
    assert failure.kind is kind
    assert failure.sentence.endswith(".")
    assert failure.certainty is (Certainty.UNKNOWN if status >= 500 else Certainty.NOT_SENT)


async def test_the_token_is_written_nowhere_and_clocks_may_differ(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    net = desk.net
    net.skew = timedelta(minutes=20)
    net.tells_nonces = False
    one = await mention(desk)
    receipt = await desk.do(answer_to(one))
    intent = Intent(answer_to(one), "other", net.clock.now())
    desk.after(minutes=3)
    found = await desk.session.reconcile(intent)
    assert found is not None
    assert found.remote_id == receipt.remote_id
    assert found.at.astimezone(UTC) > datetime(2026, 1, 1, tzinfo=UTC)
    told = [one.getMessage() for one in caplog.records if one.name.startswith("socialdesk")]
    assert any("/messages" in line for line in told)
    secret = TOKEN.rpartition(".")[2]
    assert not any(secret in line for line in [*told, str(one), str(desk.cursors)])
    assert isinstance(net.clock, HandClock)
