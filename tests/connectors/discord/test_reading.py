"""What a bot reads in its server and never loses, and what it hears of at once."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from socialdesk.connectors.kit.contract import Link
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.suite import faults
from socialdesk.model.event import MessageDeleted, MessageSeen, Unreadable
from socialdesk.model.failure import FailureKind
from socialdesk.model.thread import Kind
from tests.connectors.discord.bot import AT, Desk, answer_to
from tests.patience import NEVER_S
from tests.stand_ins.discord_world import GUILD

pytestmark = pytest.mark.anyio


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


async def test_calling_a_role_of_the_bot_calls_us_and_another_role_does_not(desk: Desk) -> None:
    net = desk.net
    ann = net.person("Ann")
    general = net.channel("general")
    await desk.begin()
    net.says(general, ann, "<@&88> who is going out?")
    net.says(general, ann, "<@&77> my order is late, <@&88> never mind")
    net.says(general, ann, f"<@&{GUILD}> hello everybody")
    (one,) = await desk.messages()
    assert (one.kind, one.text) == (Kind.MENTION, "@Support my order is late, @Friends never mind")
    receipt = await desk.do(answer_to(one, "We look into it"))
    desk.after(minutes=1)
    (own,) = await desk.messages()
    assert (own.remote_id, own.thread_remote_id) == (receipt.remote_id, one.thread_remote_id)
    # Which roles it has is asked once an hour; what was said meanwhile is found when looking back.
    asked = len([one for one in net.asked if one.path.endswith("/roles")])
    net.bot_roles = ["88"]
    net.says(general, ann, "<@&88> anybody?")
    assert await desk.messages() == []
    desk.after(hours=1)
    net.says(general, ann, "<@&88> anybody now?")
    assert {"@Friends anybody?", "@Friends anybody now?"} <= {one.text for one in await desk.messages()}
    assert len([one for one in net.asked if one.path.endswith("/roles")]) == asked + 1


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


async def test_what_was_said_while_a_channel_was_hidden_is_read_when_it_is_shown_again(desk: Desk) -> None:
    net = desk.net
    ann = net.person("Ann")
    room, other, never = net.channel("a"), net.channel("b"), net.channel("c")
    net.hidden.add(never)
    await desk.begin("a,b")
    net.says(room, ann, "before")
    assert [one.text for one in await desk.messages()] == ["before"]
    net.hidden.add(room)
    for number in range(3):
        net.says(room, ann, f"unseen {number}")
        net.says(other, ann, f"seen {number}")
        desk.after(minutes=90)
        assert [one.text for one in await desk.messages()] == [f"seen {number}"]
    desk.session = desk.open()
    await desk.messages()
    net.hidden.clear()
    desk.after(minutes=90)
    net.says(room, ann, "after")
    desk.after(minutes=1)
    assert [one.text for one in await desk.messages()] == ["unseen 0", "unseen 1", "unseen 2", "after"]
    cursor = desk.cursors["messages"]
    assert cursor is not None
    assert room not in cursor


async def test_a_chat_that_names_nobody_is_with_whoever_writes_there(desk: Desk) -> None:
    net = desk.net
    ann = net.person("Ann")
    await desk.begin()
    chat, other = net.chat(ann), net.chat(net.person("Ben"))
    net.channels[chat]["recipients"] = []
    net.says(chat, ann, "Hello?")
    net.says(other, net.person("Ben"), "Hi")
    for id_ in (chat, other):
        desk.session._direct.heard_of(id_)
    found = {one.text: one for one in await desk.messages()}
    assert set(found) == {"Hello?", "Hi"}
    assert found["Hello?"].contact == found["Hello?"].author


async def test_cursors_of_another_version_are_read_from_the_beginning(desk: Desk) -> None:
    await desk.begin()
    for stream in desk.cursors:
        for cursor in ('{"v": 99}', "{", "[]", '{"v": 1}'):
            with pytest.raises(ConnectorError) as told:
                await desk.session.pull(stream, cursor, desk.net.now())
            assert told.value.failure.kind is FailureKind.CURSOR_INVALID


async def beating(desk: Desk) -> asyncio.Task[None]:
    """A listening that outlived several beats since each was heard; begun anew where the machine was late for one."""
    while True:
        wanted = desk.net.beats + 3
        listening = asyncio.create_task(desk.session.listen(lambda _: None))
        while desk.net.beats < wanted and not listening.done():  # noqa: ASYNC110 - of the line's own clock
            await asyncio.sleep(0.005)
        if not listening.done():
            return listening
        await asyncio.gather(listening, return_exceptions=True)


async def test_what_the_gateway_tells_is_read_at_once_also_a_chat_that_nobody_lists(desk: Desk) -> None:
    net = desk.net
    ann = net.person("Ann")
    general, help_ = net.channel("general"), net.channel("help")
    await desk.begin("help")
    heard: asyncio.Queue[str] = asyncio.Queue()
    listening = asyncio.create_task(desk.session.listen(heard.put_nowait))
    async with asyncio.timeout(NEVER_S):
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
        listening.cancel()
        await asyncio.gather(listening, return_exceptions=True)
        net.beat_ms = 20
        listening = await beating(desk)
        net.acknowledges = False
        with pytest.raises(ConnectorError) as told:
            await listening
        assert told.value.failure.heals_itself, "who says nothing any more is asked anew"
        net.tokens.clear()
        with pytest.raises(ConnectorError) as told:
            await desk.session.listen(heard.put_nowait)
        assert told.value.failure.kind is FailureKind.AUTH_EXPIRED
