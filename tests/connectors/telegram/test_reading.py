"""What a bot reads, by where it was written: in private, in groups, below posts, in the chats of a person."""

from __future__ import annotations

from typing import Any

import pytest

from socialdesk.connectors.kit import contract
from socialdesk.connectors.kit.contract import Held
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.suite import faults
from socialdesk.model.event import MessageDeleted, MessageSeen, PostSeen
from socialdesk.model.failure import Certainty, FailureKind
from socialdesk.model.thread import Kind
from tests.connectors.telegram.bot import PICTURE, C, Desk, answer_to
from tests.stand_ins.telegram_world import ANONYMOUS, CHANNEL_BOT

pytestmark = pytest.mark.anyio


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
