"""What a bot is told of once comes to rest here before it is forgotten there, and what was lost is said."""

from __future__ import annotations

import asyncio
import json

import pytest

from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.suite import faults
from socialdesk.model.event import MessageSeen, Unreadable
from socialdesk.model.failure import FailureKind
from tests.connectors.telegram.bot import Desk
from tests.patience import NEVER_S

pytestmark = pytest.mark.anyio


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
    async with asyncio.timeout(NEVER_S):
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
