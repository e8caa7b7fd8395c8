"""Keeps sign-ins that wait for a pick of accounts: what opens them in the secret store, the rest in the cache."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from socialdesk.connectors.kit.contract import Account, Credentials, SignedIn
from socialdesk.model.identifiers import CommandId
from socialdesk.store.cache import Cache
from socialdesk.support.clock import Clock
from socialdesk.support.secrets import SecretStore, SecretsUnavailable

log = logging.getLogger(__name__)
OPEN_LOGINS = "open_logins"
_OLD = timedelta(hours=1)
"""So long a person may think about which accounts to pick."""


class HeldCredentials:
    """The keeper of a sign-in that belongs to no channel."""

    def __init__(self, credentials: Credentials) -> None:
        self._held = credentials

    def load(self) -> Credentials:
        return self._held

    def store(self, credentials: Credentials) -> None:
        self._held = credentials


@dataclass(frozen=True, slots=True)
class Login:
    """A sign-in of which nothing was picked yet."""

    platform: str
    signed_in: SignedIn

    @property
    def accounts(self) -> tuple[Account, ...]:
        """What can be picked."""
        return self.signed_in.accounts


def login_secret(id_: CommandId | str) -> str:
    """Under which name the credentials of such a sign-in are kept."""
    return f"login:{id_}"


def open_logins(cache: Cache) -> dict[str, Any]:
    """What is written down of them, by the command that signed in."""
    return json.loads(cache.setting(OPEN_LOGINS) or "{}")


class Logins:
    """Those of one workspace."""

    def __init__(self, cache: Cache, secrets: SecretStore, clock: Clock) -> None:
        self._cache = cache
        self._secrets = secrets
        self._clock = clock

    def keep(self, id_: CommandId, platform: str, signed_in: SignedIn, now: datetime) -> None:
        """Keep one. Raises SecretsUnavailable."""
        self._secrets.put(login_secret(id_), signed_in.credentials.text)
        self._write(
            open_logins(self._cache)
            | {
                id_: {
                    "platform": platform,
                    "at": now.isoformat(),
                    "accounts": [asdict(one) for one in signed_in.accounts],
                    "granted": signed_in.granted,
                    "expires_at": signed_in.expires_at and signed_in.expires_at.isoformat(),
                }
            }
        )

    def take(self, id_: CommandId) -> Login | None:
        """Take one out; None when it is not here any more."""
        kept = open_logins(self._cache)
        facts = kept.pop(id_, None)
        if facts is None:
            return None
        self._write(kept)
        try:
            secret = self._secrets.get(login_secret(id_))
            self._secrets.delete(login_secret(id_))
        except SecretsUnavailable:
            log.warning("the keyring did not give the sign-in that waited in it")
            return None
        if secret is None:
            return None
        ends = facts["expires_at"]
        signed_in = SignedIn(
            tuple(Account(**one) for one in facts["accounts"]),
            Credentials(secret),
            tuple((str(key), bool(granted)) for key, granted in facts["granted"]),
            datetime.fromisoformat(ends) if ends else None,
        )
        return Login(facts["platform"], signed_in)

    def take_old(self) -> Iterator[Login]:
        """Take out those that somebody walked away from."""
        before = self._clock.now() - _OLD
        for id_, facts in list(open_logins(self._cache).items()):
            if datetime.fromisoformat(facts["at"]) < before:
                login = self.take(CommandId(id_))
                if login is not None:
                    yield login

    def _write(self, kept: dict[str, Any]) -> None:
        with self._cache.change(durable=True) as change:
            change.set_setting(OPEN_LOGINS, json.dumps(kept, ensure_ascii=False))
