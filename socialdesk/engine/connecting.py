"""Carries out the commands that need the network to be decided: connecting a channel and removing one.

What is secret of what was typed or brought back waits in the secret store under a name of its own; it is forgotten
here, whatever comes of it.
"""

from __future__ import annotations

import json
import logging
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta

from socialdesk.connectors.kit.contract import Account, CredentialKeeper, SignedIn, Surroundings
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.registry import Registry, UnknownPlatform
from socialdesk.engine import leaving, merging
from socialdesk.engine.channel import ChannelWorker
from socialdesk.engine.keepers import Keepers
from socialdesk.engine.logins import HeldCredentials, Logins, login_secret
from socialdesk.engine.patience import closed, patience
from socialdesk.engine.signing_in import SigningIn
from socialdesk.model.channel import Channel, ChannelState
from socialdesk.model.command import ConnectChannel, Given, RemoveChannel
from socialdesk.model.connecting import AddAccounts, DropLogin, FinishSignIn, refusal_of
from socialdesk.model.delivery import Delivery
from socialdesk.model.identifiers import ChannelId
from socialdesk.store.cache import Cache
from socialdesk.store.change import Change
from socialdesk.store.errors import StoreError
from socialdesk.store.outbound import Outbound
from socialdesk.support.clock import Clock
from socialdesk.support.secrets import SecretsUnavailable

_ANY_SPAN = timedelta(days=30)
log = logging.getLogger(__name__)
_OVER = "That sign-in is over. Sign in once more; nothing was changed."
_DISCONNECTED = "Not sent: its channel is disconnected. Connect it again, then it goes out."


class Connecting:
    """Signs in and out."""

    def __init__(
        self, cache: Cache, keepers: Keepers, registry: Registry, around: dict[str, Surroundings], clock: Clock
    ) -> None:
        self._cache = cache
        self._keepers = keepers
        self._secrets = keepers.secrets
        self._registry = registry
        self._around = around
        self._clock = clock
        self._logins = Logins(cache, self._secrets, clock)
        self._signing_in = SigningIn(cache, self._secrets, registry, around, clock)

    async def connect(self, given: Given, command: ConnectChannel, desk: str) -> list[Channel]:
        """Sign in; the channels that came of it. The result of the command says why there is none.

        A sign-in that asks gives none yet: its accounts are told, and it is kept until some are picked. One that goes
        on in the browser gives none either: the address is told, and it waits for `finish`.
        """
        async with self._deciding(given, command.secret_name, desk):
            async with patience():
                begun = await self._signing_in.begin(given.id, command)
            if isinstance(begun, SignedIn):
                return await self._become(given, command, desk, begun)
            self._decide(given, desk, "accepted", json.dumps({"url": begun}))
        return []

    async def finish(self, given: Given, command: FinishSignIn, desk: str) -> list[Channel]:
        """Go on with a sign-in for which the browser came back; the channels that came of it, as for `connect`."""
        async with self._deciding(given, command.secret_name, desk):
            async with patience():
                finished = await self._signing_in.finish(command)
            if finished is not None:
                waiting, signed_in = finished
                return await self._become(given, waiting.command, desk, signed_in)
            self._decide(given, desk, "rejected", _OVER)
        return []

    @asynccontextmanager
    async def _deciding(self, given: Given, secret: str, desk: str) -> AsyncGenerator[None]:
        """Say why it failed where it does; what waited in the secret store is forgotten, whatever came of it."""
        try:
            yield
        except (ConnectorError, UnknownPlatform, SecretsUnavailable) as error:
            self._refuse(given, desk, _sentence(error))
        except StoreError:
            raise
        except Exception:
            log.exception("command %s: signing in failed", given.id)
            self._refuse(given, desk, "SocialDesk could not sign in there. Nothing was changed; try again.")
        finally:
            self._forget(secret)

    async def _become(self, given: Given, command: ConnectChannel, desk: str, signed_in: SignedIn) -> list[Channel]:
        if command.again:
            return await self._again(given, command, desk, signed_in)
        if command.asks:
            self._hold(given, command, desk, signed_in)
            return []
        return self._settle(given, desk, command.platform, signed_in, command.history_days)

    async def add(self, given: Given, command: AddAccounts, desk: str) -> list[Channel]:
        """Make channels of the picked accounts of a sign-in that asked."""
        login = self._logins.take(command.login)
        picked = () if login is None else tuple(one for one in login.accounts if one.remote_id in command.accounts)
        if login is None or not picked:
            self._decide(given, desk, "rejected", _OVER)
            return []
        return self._settle(
            given, desk, login.platform, replace(login.signed_in, accounts=picked), command.history_days
        )

    async def drop(self, given: Given, command: DropLogin, desk: str) -> None:
        """Give up a sign-in that waits for the browser, or of which nothing was picked."""
        if self._signing_in.at_browser.drop(command.login):
            self._decide(given, desk, "accepted", "")
            return
        login = self._logins.take(command.login)
        if login is not None:
            await self._revoke(login.platform, login.signed_in)
        self._decide(given, desk, "accepted", "")

    async def check(self, given: Given, desk: str, worker: ChannelWorker | None) -> None:
        """Try now what a sign-in allows; the result says what stands against it."""
        if worker is None:
            self._decide(given, desk, "rejected", "This channel is paused or disconnected. Let it go on, then check.")
            return
        failure = await worker.check_access()
        self._decide(given, desk, "rejected" if failure else "accepted", failure.sentence if failure else "")

    async def forget_old_logins(self) -> None:
        """Give up the sign-ins that somebody walked away from."""
        self._signing_in.at_browser.drop_old()
        for login in self._logins.take_old():
            await self._revoke(login.platform, login.signed_in)

    async def _again(self, given: Given, command: ConnectChannel, desk: str, signed_in: SignedIn) -> list[Channel]:
        """Renew the sign-in of a channel, and of the others that the same sign-in opens."""
        known = {one.remote_id: one for one in self._cache.channels() if one.platform == command.platform}
        wanted = next((one for one in known.values() if one.id == command.again), None)
        if wanted is None:
            self._decide(given, desk, "rejected", "There is no such channel.")
            return []
        if all(one.remote_id != wanted.remote_id for one in signed_in.accounts):
            await self._revoke(command.platform, signed_in)
            other = next((one.handle or one.name for one in signed_in.accounts), "")
            sentence = (
                f"That is the sign-in of {other}. This channel is {wanted.handle or wanted.name}: sign in with that"
                f" account, or connect {other} as a channel of its own. Nothing was changed."
            )
            self._decide(given, desk, "rejected", sentence)
            return []
        opened = tuple(
            one
            for one in signed_in.accounts
            if one.remote_id == wanted.remote_id
            or (one.remote_id in known and known[one.remote_id].state is ChannelState.BAD_CREDENTIALS)
        )
        days = self._cache.connected(wanted.id).history_days
        return self._settle(given, desk, command.platform, replace(signed_in, accounts=opened), days)

    def _hold(self, given: Given, command: ConnectChannel, desk: str, signed_in: SignedIn) -> None:
        now = self._clock.now()
        try:
            self._logins.keep(given.id, command.platform, signed_in, now)
        except SecretsUnavailable as error:
            self._decide(given, desk, "rejected", error.sentence)
            return
        # One whose sign-in has ended can be picked: it is signed in again by that.
        here = {
            (one.platform, one.remote_id)
            for one in self._cache.channels()
            if one.state.is_connected and one.state is not ChannelState.BAD_CREDENTIALS
        }
        told = {
            "accounts": [
                [one.remote_id, one.handle, one.name, one.mark, (command.platform, one.remote_id) in here]
                for one in signed_in.accounts
            ],
            "granted": signed_in.granted,
            "expires_at": signed_in.expires_at and signed_in.expires_at.isoformat(),
        }
        self._decide(given, desk, "accepted", json.dumps(told, ensure_ascii=False))

    def _settle(self, given: Given, desk: str, platform: str, signed_in: SignedIn, history_days: int) -> list[Channel]:
        """Make channels of accounts, and say so in the result."""
        try:
            opened = [one.remote_id for one in signed_in.accounts]
            self._keepers.keep(given.id, platform, opened, signed_in.credentials, self._ids(platform))
        except SecretsUnavailable as error:
            self._decide(given, desk, "rejected", error.sentence)
            return []
        now = self._clock.now()
        has_clocks = self._registry.manifest(platform).history_has_clocks
        with self._cache.change(durable=True) as change:
            clocks_from = None if has_clocks else change.policy.in_time_since(now)
            channels = [
                change.put_channel(
                    _channel(platform, account), connected_at=now, clocks_from=clocks_from, history_days=history_days
                )
                for account in signed_in.accounts
            ]
            for channel in channels:
                change.put_access(channel.id, signed_in.granted, signed_in.expires_at, now)
            told = {
                "channels": [channel.id for channel in channels],
                "granted": signed_in.granted,
                "expires_at": signed_in.expires_at and signed_in.expires_at.isoformat(),
            }
            change.record_result(given.id, desk, given.seq, "accepted", json.dumps(told, ensure_ascii=False), now)
        return channels

    async def _revoke(self, platform: str, signed_in: SignedIn) -> None:
        """End a sign-in that is of no use."""
        if signed_in.accounts:
            await self._end(platform, signed_in.accounts[0], HeldCredentials(signed_in.credentials))

    async def _end(self, platform: str, account: Account, keeper: CredentialKeeper) -> None:
        """Revoke a sign-in where its platform can be reached and lets us; it is forgotten here in any case."""
        try:
            connector = self._registry.connector(platform)
            session = connector.open(account, keeper, self._around[platform], _ANY_SPAN)
            try:
                async with patience():
                    await session.sign_out()
            finally:
                await closed(session, f"a sign-in of {platform}")
        except StoreError:
            raise
        except Exception as error:  # noqa: BLE001 - whatever a connector does, it is left
            log.info("a sign-in could not be revoked: %s", type(error).__name__)

    async def remove(self, given: Given, command: RemoveChannel, desk: str, worker: ChannelWorker | None) -> None:
        """Sign out, forget the sign-in, and with `erase` the threads."""
        channel = self._channel(command.channel)
        if channel is None:
            self._decide(given, desk, "rejected", "There is no such channel.")
            return
        await self._sign_out(channel, worker)
        with self._cache.change(durable=True) as change:
            _take_away(change, channel.id, erase=command.erase)
            change.record_result(given.id, desk, given.seq, "accepted", "", self._clock.now())

    async def leave(self, channel: Channel, worker: ChannelWorker | None) -> None:
        """The moment has come to disconnect a channel that was left."""
        await self._sign_out(channel, worker)
        erase = self._cache.setting(leaving.erases(channel.id)) == "yes"
        with self._cache.change(durable=True) as change:
            _take_away(change, channel.id, erase=erase)

    def _channel(self, id_: int) -> Channel | None:
        return next((one for one in self._cache.channels() if one.id == id_), None)

    async def _sign_out(self, channel: Channel, worker: ChannelWorker | None) -> None:
        if worker is not None:
            await worker.close()
        others = [one for one in self._ids(channel.platform) if one != channel.remote_id]
        if channel.state is not ChannelState.DISCONNECTED and not self._opens_others(channel, others):
            account = Account(channel.remote_id, channel.handle, channel.name, channel.server, channel.mark)
            await self._end(channel.platform, account, self._keepers.of(channel.platform, channel.remote_id))
        self._keepers.forget(channel.platform, channel.remote_id, others)

    def _opens_others(self, channel: Channel, others: list[str]) -> bool:
        """Whether ending the sign-in of a channel would end others with it."""
        try:
            return self._keepers.opens_others(channel.platform, channel.remote_id, others)
        except SecretsUnavailable:
            return True

    def _ids(self, platform: str) -> list[str]:
        """The accounts of a platform that are connected."""
        return [one.remote_id for one in self._cache.channels() if one.platform == platform and one.state.is_connected]

    def _refuse(self, given: Given, desk: str, sentence: str) -> None:
        """Nothing came of a sign-in: what was kept of it before somebody pulled the plug goes too."""
        self._forget(login_secret(given.id))
        self._decide(given, desk, "rejected", sentence)

    def _decide(self, given: Given, desk: str, outcome: str, sentence: str) -> None:
        with self._cache.change(durable=True) as change:
            change.record_result(given.id, desk, given.seq, outcome, sentence, self._clock.now())

    def _forget(self, name: str) -> None:
        try:
            if name:
                self._secrets.delete(name)
        except SecretsUnavailable:
            log.warning("a secret could not be deleted from the keyring")


def _take_away(change: Change, id_: ChannelId, *, erase: bool) -> None:
    stopped = (Delivery.QUEUED, Delivery.WAITING, Delivery.HELD)
    # Nobody can settle any more what was on its way to a channel of which nothing stays.
    settled = (Delivery.SENDING, Delivery.UNKNOWN, Delivery.REJECTED) if erase else ()
    for outbound in change.outbounds(*stopped, *settled):
        if outbound.channel_id == id_:
            _stop(change, outbound, erase=erase)
    if erase:
        merging.take_apart(change, id_)
    change.drop_channel(id_, erase=erase)


def _stop(change: Change, outbound: Outbound, *, erase: bool) -> None:
    """What waits for a channel that goes is kept for when it comes back, or goes with it."""
    state, sentence = (Delivery.CANCELED, "") if erase else (Delivery.HELD, _DISCONNECTED)
    change.put_outbound(replace(outbound, state=state, state_reason=sentence))
    change.set_message_state(outbound, state, sentence, None)


def _channel(platform: str, account: Account) -> Channel:
    return Channel(
        id=ChannelId(0),
        platform=platform,
        mark=account.mark,
        name=account.name,
        handle=account.handle,
        remote_id=account.remote_id,
        server=account.server,
        state=ChannelState.CONNECTING,
    )


_BY_ITSELF = {
    " cannot be reached. Check the network; SocialDesk tries again by itself.": (
        " cannot be reached. Check the network, then try again."
    ),
    " did not answer properly. SocialDesk tries again by itself.": (
        " did not answer properly. Nothing was changed; try again."
    ),
}
"""What a channel at work does by itself, a person does who signs in."""


def _for_now(sentence: str) -> str:
    for later, now in _BY_ITSELF.items():
        if sentence.endswith(later):
            return sentence.removesuffix(later) + now
    return sentence


def _sentence(error: ConnectorError | UnknownPlatform | SecretsUnavailable) -> str:
    match error:
        case ConnectorError():
            return refusal_of(_for_now(error.failure.sentence), error.failure.field)
        case SecretsUnavailable():
            return error.sentence
        case UnknownPlatform():
            return str(error.args[0])
