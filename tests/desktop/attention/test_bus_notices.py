"""Notices over a real bus, to a stand-in for the notification service of a desktop that this file plays."""

from __future__ import annotations

import asyncio
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageType,
    message_bus,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.io.asyncio import DBusConnection, open_dbus_connection

from socialdesk.desktop.bridge import bus_notices
from socialdesk.desktop.bridge.bus_notices import BusNotices
from tests.patience import NEVER_S

NAME = "org.freedesktop.Notifications"
EMITTER = DBusAddress("/org/freedesktop/Notifications", bus_name=NAME, interface=NAME)


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A message bus of this test's own; gives its address."""
    monkeypatch.setattr(bus_notices, "_ANSWERS_S", NEVER_S)
    words = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as daemon:
        assert daemon.stdout is not None
        yield daemon.stdout.readline().strip()
        daemon.terminate()


@dataclass
class StandIn:
    """Plays the service: takes notices, numbers them from 70 on, presses buttons when told to."""

    connection: DBusConnection
    shown: dict[int, tuple[Any, ...]] = field(default_factory=dict[int, tuple[Any, ...]])
    closed: list[int] = field(default_factory=list[int])
    told: asyncio.Event = field(default_factory=asyncio.Event)

    async def serve(self) -> None:
        while True:
            asked = await self.connection.receive()
            if asked.header.message_type is MessageType.method_call:
                await self.connection.send(self._answer(asked))
                self.told.set()

    def _answer(self, asked: Message) -> Message:
        match asked.header.fields.get(HeaderFields.member):
            case "GetCapabilities":
                return new_method_return(asked, "as", (["actions", "body", "body-markup"],))
            case "Notify":
                number = asked.body[1] or 70 + len(self.shown)
                self.shown[number] = asked.body
                return new_method_return(asked, "u", (number,))
            case "CloseNotification":
                self.closed.append(asked.body[0])
                return new_method_return(asked)
            case _:
                return new_error(asked, "org.freedesktop.DBus.Error.UnknownMethod")

    async def emit(self, member: str, signature: str, body: tuple[object, ...]) -> None:
        await self.connection.send(new_signal(EMITTER, member, signature, body))


async def stand_in(bus: str) -> tuple[StandIn, asyncio.Task[None]]:
    connection = await open_dbus_connection(bus)
    await connection.send(message_bus.RequestName(NAME), serial=next(connection.outgoing_serial))
    while True:  # until the name is ours
        reply = await connection.receive()
        if reply.header.message_type is MessageType.method_return:
            break
    service = StandIn(connection)
    return service, asyncio.create_task(service.serve())


def test_a_notice_has_buttons_is_taken_away_by_its_number_and_says_which_button_was_pressed(bus: str) -> None:
    async def play() -> None:
        service, serving = await stand_in(bus)
        acted: asyncio.Queue[tuple[int, str]] = asyncio.Queue()
        gone: asyncio.Queue[int] = asyncio.Queue()
        ready: asyncio.Queue[BusNotices] = asyncio.Queue()
        running = asyncio.create_task(
            bus_notices.run(bus, lambda id_, key: acted.put_nowait((id_, key)), gone.put_nowait, ready.put_nowait)
        )
        notices = await asyncio.wait_for(ready.get(), NEVER_S)
        await notices.show(1, "Camille", "<b>where</b> is it", (("open", "Open"), ("done", "Done")))
        await notices.show(2, "6 for you", "", ())
        title, text, actions, hints = service.shown[70][3:7]
        assert (title, text) == ("Camille", "&lt;b&gt;where&lt;/b&gt; is it")
        assert actions == ["default", "Open", "open", "Open", "done", "Done"]
        assert hints["suppress-sound"] == ("b", True)
        assert service.shown[71][5] == []

        await service.emit("ActionInvoked", "us", (70, "done"))
        assert await asyncio.wait_for(acted.get(), NEVER_S) == (1, "done")
        await notices.withdraw(1)
        assert service.closed == [70]
        await notices.withdraw(1)
        assert service.closed == [70]
        await service.emit("NotificationClosed", "uu", (71, 2))
        assert await asyncio.wait_for(gone.get(), NEVER_S) == 2
        for task in (running, serving):
            task.cancel()
        await asyncio.gather(running, serving, return_exceptions=True)
        await service.connection.close()

    asyncio.run(asyncio.wait_for(play(), NEVER_S))


def test_where_nobody_answers_there_is_another_way(bus: str) -> None:
    def never(*_told: object) -> None:
        raise AssertionError

    assert asyncio.run(bus_notices.run(bus, never, never, never)) is False
    assert asyncio.run(bus_notices.run("unix:path=/nowhere/at/all", never, never, never)) is False
