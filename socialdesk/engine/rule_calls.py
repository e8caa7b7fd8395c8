"""Tells programs elsewhere what rules say they are to know, one call at a time for each, again until it was heard.

A call says what happened where, never what anybody wrote. It is signed with a secret of this workspace, so that whoever
hears it knows that it came from here; the address holds no secret. A program may hear of the same thing twice: each
call has a number of its own. What was promised is on the disk before anything leaves.
"""

from __future__ import annotations

import asyncio
import hmac
import logging
from datetime import datetime, timedelta
from hashlib import sha256
from urllib.parse import urlsplit

from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.fetch import Resolve, resolved
from socialdesk.connectors.kit.http import Http
from socialdesk.model.media import is_public
from socialdesk.model.rule_check import LOOPBACK, wrong_address
from socialdesk.store.cache import Cache
from socialdesk.store.rule_rows import PRIVATE_CALLS
from socialdesk.support.clock import Clock, from_ms, to_ms
from socialdesk.support.failpoints import reach
from socialdesk.support.ids import random_token
from socialdesk.support.secrets import SecretStore, SecretsUnavailable
from socialdesk.support.values import value_class

log = logging.getLogger(__name__)
SECRET = "rule_calls"  # noqa: S105 - the name of one
STEPS = tuple(timedelta(seconds=one) for one in (30, 120, 600, 3600, 6 * 3600))
"""How long is waited after each try; after the last of them nobody tries any more."""
_PATIENCE_S = 10
_AT_ONCE = 4
_DUE = (
    "SELECT id, address, body, tries, made_at FROM rule_call WHERE state = 'queued' AND next_try_at <= ?"
    " ORDER BY next_try_at LIMIT ?"
)
_NEXT = "SELECT min(next_try_at) FROM rule_call WHERE state = 'queued' AND next_try_at IS NOT NULL"
_HEARD = range(200, 300)
_LATER = frozenset({408, 425, 429, *range(500, 600)})


@value_class(frozen=True, slots=True)
class Call:
    """Something that a program is to be told; `tries` counts how often that was tried."""

    id: int
    address: str
    body: str
    tries: int
    made_at: datetime


class RuleCalls:
    """The calls of one workspace."""

    def __init__(
        self, cache: Cache, clock: Clock, secrets: SecretStore, http: Http, resolve: Resolve | None = None
    ) -> None:
        self._cache = cache
        self._clock = clock
        self._secrets = secrets
        self._http = http
        self._resolve = resolve or resolved
        self._key: str | None = None

    def next_due(self) -> datetime | None:
        """When there is something to tell; None when nothing waits."""
        found = self._cache.ask(_NEXT)[0][0]
        return from_ms(found) if found is not None else None

    def due(self) -> list[Call]:
        """What is to be told by now, a few at a time."""
        found = self._cache.ask(_DUE, (to_ms(self._clock.now()), _AT_ONCE))
        return [Call(id_, address, body, tries, from_ms(made)) for id_, address, body, tries, made in found]

    async def tell(self, call: Call) -> None:
        """Tell it once, and write down how that went."""
        state, reason = await self._told(call)
        next_try = None
        if state == "queued":
            state = "failed" if call.tries >= len(STEPS) else "queued"
            next_try = self._clock.now() + STEPS[call.tries] if state == "queued" else None
        reach("rule_calls.before_commit")
        with self._cache.change() as change:
            change.end_call(call.id, state, reason, next_try)
        log.info("call %s of a rule: %s %s", call.id, state, reason)

    async def tell_all(self) -> None:
        """Tell everything that is due by now."""
        told: set[int] = set()
        while calls := [one for one in self.due() if one.id not in told]:
            told.update(one.id for one in calls)
            await asyncio.gather(*map(self.tell, calls))

    async def _told(self, call: Call) -> tuple[str, str]:
        """Whether it was heard: the state of the call, and what stands against it."""
        if wrong := wrong_address(call.address) or await self._wrong_network(call.address):
            return "failed", wrong
        try:
            key = await self._get_key()
            answer = await self._http.ask(
                "POST",
                call.address,
                headers=headers_of(call, key, self._clock.now()),
                body=call.body.encode(),
                timeout_s=_PATIENCE_S,
                shown="/…",  # the path of such an address is often all that keeps others from calling it
            )
        except SecretsUnavailable as error:
            return "queued", error.sentence
        except ConnectorError as error:
            return "queued", error.failure.sentence
        if answer.status in _HEARD:
            return "sent", ""
        return ("queued" if answer.status in _LATER else "failed"), f"status {answer.status}"

    async def _wrong_network(self, address: str) -> str:
        """Why a program may not be called where it stands: inside a network of its own, unless somebody allowed that.

        Whoever hands on a file of rules could have this machine knock at doors that only it can reach.
        """
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port or 443
        if host in LOOPBACK or self._cache.setting(PRIVATE_CALLS) == "1":
            return ""
        try:
            found = await self._resolve(host, port)
        except OSError:
            return ""  # nobody is there by that name; the call itself says so, and is made again
        if all(map(is_public, found)):
            return ""
        return "This address leads into a network of its own. Allow that in Settings, Rules, or choose another address."

    async def _get_key(self) -> str:
        if self._key is None:
            self._key = await asyncio.to_thread(secret_of, self._secrets)
        return self._key


def secret_of(secrets: SecretStore) -> str:
    """The secret that calls are signed with; made when it is first asked for. Raises SecretsUnavailable."""
    known = secrets.get(SECRET)
    if known is None:
        known = random_token()
        secrets.put(SECRET, known)
    return known


def headers_of(call: Call, key: str, now: datetime) -> dict[str, str]:
    """What goes along with a call; the signature is over the moment, a point and the body."""
    moment = str(to_ms(now) // 1000)
    signed = hmac.new(key.encode(), f"{moment}.{call.body}".encode(), sha256).hexdigest()
    return {
        "content-type": "application/json",
        "x-socialdesk-call": str(call.id),
        "x-socialdesk-time": moment,
        "x-socialdesk-signature": f"sha256={signed}",
    }
