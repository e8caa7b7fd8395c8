"""The commands on the desk that need the network to be decided: connecting channels, trying them, removing them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from socialdesk.engine.connecting import Connecting
from socialdesk.engine.outbox import Outbox
from socialdesk.engine.workers import Workers
from socialdesk.model.channel import Channel
from socialdesk.model.command import ConnectChannel, Given, RemoveChannel
from socialdesk.model.connecting import AddAccounts, CheckAccess, DropLogin, FinishSignIn
from socialdesk.model.identifiers import ChannelId
from socialdesk.model.keeping import TidyNow


class NetworkActs:
    """Decides them one after the other, in the order they were given."""

    def __init__(
        self,
        desk: str,
        connecting: Connecting,
        workers: Workers,
        outbox: Outbox,
        tidy: Callable[[Given], Awaitable[None]],
    ) -> None:
        """`desk` is the desk file the commands came from; `tidy` frees what nobody needs and says how much that was."""
        self._desk = desk
        self._connecting = connecting
        self._workers = workers
        self._outbox = outbox
        self._tidy = tidy
        self.waiting: list[Given] = []

    async def decide(self, changed: Callable[[], None]) -> None:
        """Decide all that wait; `changed` is called after each."""
        while self.waiting:
            given = self.waiting.pop(0)
            await self._connecting.forget_old_logins()
            await self._decide(given)
            changed()

    async def _decide(self, given: Given) -> None:
        match given.command:
            case ConnectChannel() as command:
                self._signed_in(await self._connecting.connect(given, command, self._desk))
            case FinishSignIn() as command:
                self._signed_in(await self._connecting.finish(given, command, self._desk))
            case AddAccounts() as command:
                self._signed_in(await self._connecting.add(given, command, self._desk))
            case DropLogin() as command:
                await self._connecting.drop(given, command, self._desk)
            case TidyNow():
                await self._tidy(given)
            case CheckAccess() as command:
                await self._connecting.check(given, self._desk, self._workers.all.get(ChannelId(command.channel)))
            case RemoveChannel() as command:
                id_ = ChannelId(command.channel)
                await self._connecting.remove(given, command, self._desk, self._workers.leaves(id_))
                self._workers.has_left(id_)
            case _:
                raise AssertionError("only these are decided on the network")

    def _signed_in(self, channels: list[Channel]) -> None:
        """A new sign-in on a known account: its old session is of no use, what was held may go."""
        for channel in channels:
            self._workers.part(channel.id)
            self._outbox.release(channel.id)
