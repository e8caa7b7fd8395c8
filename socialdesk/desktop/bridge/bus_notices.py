"""Shows notices through the desktop's own notification service over D-Bus: with buttons, and taken away by their id.

It speaks the freedesktop notification protocol, version 1.2. Where there is no bus or nobody answers on it, `connect`
gives None; whoever asks has another way then.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence

from jeepney import DBusAddress, HeaderFields, MatchRule, message_bus, new_method_call
from jeepney.io.asyncio import DBusRouter, Proxy, open_dbus_connection

log = logging.getLogger(__name__)
_SERVICE = DBusAddress(
    "/org/freedesktop/Notifications",
    bus_name="org.freedesktop.Notifications",
    interface="org.freedesktop.Notifications",
)
_ANSWERS_S = 2.0
_BODY_LETTERS = 400
_QUEUED = 64


class BusNotices:
    """One connection. `acted` hears the number of a notice and the button pressed on it, `closed` its number alone."""

    def __init__(
        self, router: DBusRouter, acted: Callable[[int, str], None], closed: Callable[[int], None], *, has_markup: bool
    ) -> None:
        self._router = router
        self._acted = acted
        self._closed = closed
        self._has_markup = has_markup
        self._theirs: dict[int, int] = {}
        """The service's number of each of our notices."""

    async def show(
        self, id_: int, title: str, text: str, buttons: Sequence[tuple[str, str]], *, sound: bool = False
    ) -> None:
        """Show a notice; `buttons` are (key, words), the first one is what a press on the notice itself does."""
        text = text[:_BODY_LETTERS]
        if self._has_markup:
            # What strangers wrote is never read as markup.
            text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        actions = [part for key, words in buttons for part in (key, words)]
        if buttons:
            actions = ["default", buttons[0][1], *actions]
        hints = {
            "desktop-entry": ("s", "socialdesk"),
            "category": ("s", "im.received"),
            "suppress-sound": ("b", not sound),
        }
        body = ("SocialDesk", self._theirs.get(id_, 0), "socialdesk", title[:_BODY_LETTERS], text, actions, hints, -1)
        reply = await self._ask("Notify", "susssasa{sv}i", body)
        if reply is not None:
            self._theirs[id_] = reply[0]

    async def withdraw(self, id_: int) -> None:
        """Take a notice away; nothing happens when it is gone already."""
        theirs = self._theirs.pop(id_, None)
        if theirs is not None:
            await self._ask("CloseNotification", "u", (theirs,))

    async def listen(self) -> None:
        """Hear of buttons until the connection ends."""
        rule = MatchRule(type="signal", interface=_SERVICE.interface, path=_SERVICE.object_path)
        await Proxy(message_bus, self._router).AddMatch(rule)
        with self._router.filter(rule, bufsize=_QUEUED) as heard:
            while True:
                message = await heard.get()
                ours = {theirs: id_ for id_, theirs in self._theirs.items()}
                id_ = ours.get(message.body[0]) if message.body else None
                if id_ is None:
                    continue
                match message.header.fields.get(HeaderFields.member):
                    case "ActionInvoked":
                        self._acted(id_, message.body[1])
                    case "NotificationClosed":
                        self._theirs.pop(id_, None)
                        self._closed(id_)
                    case _:
                        pass

    async def _ask(self, method: str, signature: str, body: tuple[object, ...]) -> tuple[int, ...] | None:
        try:
            call = new_method_call(_SERVICE, method, signature, body)
            reply = await asyncio.wait_for(self._router.send_and_get_reply(call), _ANSWERS_S)
        except (TimeoutError, OSError) as error:
            log.info("the notification service does not answer: %s", type(error).__name__)
            return None
        return tuple(reply.body) if reply.header.message_type.name == "method_return" else None


async def run(
    address: str,
    acted: Callable[[int, str], None],
    closed: Callable[[int], None],
    ready: Callable[[BusNotices], None],
) -> bool:
    """Hold the connection to a bus for as long as it lasts; False when there is no notification service on it."""
    try:
        connection = await open_dbus_connection(address)
    except (OSError, ValueError, RuntimeError, KeyError):
        return False
    try:
        async with DBusRouter(connection) as router:
            try:
                call = new_method_call(_SERVICE, "GetCapabilities")
                reply = await asyncio.wait_for(router.send_and_get_reply(call), _ANSWERS_S)
            except TimeoutError:
                return False
            if reply.header.message_type.name != "method_return":
                return False
            notices = BusNotices(router, acted, closed, has_markup="body-markup" in reply.body[0])
            ready(notices)
            await notices.listen()
    finally:
        await connection.close()
    return True
