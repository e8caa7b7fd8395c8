"""Carries out the commands that need the network to be decided: connecting a channel and removing one.

The password waits in the secret store under a name of its own; it is forgotten here, whatever comes of it.
"""

from __future__ import annotations

import json
import logging
from dataclasses import replace

from socialdesk.connectors.kit.contract import Account, Surroundings
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.registry import Registry, UnknownPlatform
from socialdesk.engine import merging
from socialdesk.engine.channel import ChannelWorker, secret_name
from socialdesk.model.channel import Channel, ChannelState
from socialdesk.model.command import ConnectChannel, Given, RemoveChannel
from socialdesk.model.delivery import Delivery
from socialdesk.model.identifiers import ChannelId
from socialdesk.model.triage import DEFAULT_TARGET
from socialdesk.store.cache import Cache
from socialdesk.store.change import Change
from socialdesk.store.outbound import Outbound
from socialdesk.support.clock import Clock
from socialdesk.support.secrets import SecretStore, SecretsUnavailable

log = logging.getLogger(__name__)
_DISCONNECTED = "Not sent: its channel is disconnected. Connect it again, then it goes out."


class Connecting:
    """Signs in and out."""

    def __init__(
        self, cache: Cache, secrets: SecretStore, registry: Registry, around: dict[str, Surroundings], clock: Clock
    ) -> None:
        self._cache = cache
        self._secrets = secrets
        self._registry = registry
        self._around = around
        self._clock = clock

    async def connect(self, given: Given, command: ConnectChannel, desk: str) -> list[Channel]:
        """Sign in; the channels that came of it. The result of the command says why there is none."""
        try:
            secret = self._secrets.get(command.secret_name) if command.secret_name else ""
            connector = self._registry.connector(command.platform)
            around = self._around[command.platform]
            signed_in = await connector.sign_in(command.server, command.identifier, secret or "", around)
            for account in signed_in.accounts:
                name = secret_name(command.platform, account.remote_id)
                self._secrets.put(name, signed_in.credentials.text)
        except (ConnectorError, UnknownPlatform, SecretsUnavailable) as error:
            self._decide(given, desk, "rejected", _sentence(error))
            return []
        except Exception:
            log.exception("command %s: signing in failed", given.id)
            self._decide(given, desk, "rejected", "SocialDesk could not sign in there. Nothing was changed; try again.")
            return []
        finally:
            self._forget(command.secret_name)
        now = self._clock.now()
        clocks_from = None if connector.manifest.history_has_clocks else now - DEFAULT_TARGET
        with self._cache.change(durable=True) as change:
            channels = [
                change.put_channel(
                    _channel(command.platform, account),
                    connected_at=now,
                    clocks_from=clocks_from,
                    history_days=command.history_days,
                )
                for account in signed_in.accounts
            ]
            told = {"channels": [channel.id for channel in channels], "permissions": signed_in.permissions}
            change.record_result(given.id, desk, given.seq, "accepted", json.dumps(told, ensure_ascii=False), now)
        return channels

    async def remove(self, given: Given, command: RemoveChannel, desk: str, worker: ChannelWorker | None) -> None:
        """Sign out, forget the sign-in, and with `erase` the threads."""
        id_ = ChannelId(command.channel)
        channel = next((one for one in self._cache.channels() if one.id == id_), None)
        if channel is None:
            self._decide(given, desk, "rejected", "There is no such channel.")
            return
        if worker is not None:
            await worker.sign_out()
            await worker.close()
        self._forget(secret_name(channel.platform, channel.remote_id))
        with self._cache.change(durable=True) as change:
            for outbound in change.outbounds(Delivery.QUEUED, Delivery.WAITING, Delivery.HELD, Delivery.SENDING):
                if outbound.channel_id == id_ and (command.erase or outbound.state is not Delivery.SENDING):
                    _stop(change, outbound, erase=command.erase)
            if command.erase:
                merging.take_apart(change, id_)
            change.drop_channel(id_, erase=command.erase)
            change.record_result(given.id, desk, given.seq, "accepted", "", self._clock.now())

    def _decide(self, given: Given, desk: str, outcome: str, sentence: str) -> None:
        with self._cache.change(durable=True) as change:
            change.record_result(given.id, desk, given.seq, outcome, sentence, self._clock.now())

    def _forget(self, name: str) -> None:
        try:
            if name:
                self._secrets.delete(name)
        except SecretsUnavailable:
            log.warning("a secret could not be deleted from the keyring")


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


def _sentence(error: ConnectorError | UnknownPlatform | SecretsUnavailable) -> str:
    match error:
        case ConnectorError():
            return error.failure.sentence
        case SecretsUnavailable():
            return error.sentence
        case UnknownPlatform():
            return str(error.args[0])
