"""Tries now and then what the sign-in of one channel allows; knows nothing of its reading or of how it stands."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from socialdesk.connectors.kit.contract import Account, Health, Session
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.engine.patience import patience
from socialdesk.model.failure import Certainty, Failure, FailureKind
from socialdesk.model.identifiers import ChannelId
from socialdesk.store.access import access
from socialdesk.store.cache import Cache
from socialdesk.support.clock import Clock
from socialdesk.support.secrets import SecretsUnavailable

log = logging.getLogger(__name__)
NOT_PROPERLY = "SocialDesk could not read this channel properly; it tries again by itself."
_EVERY = timedelta(days=1)
_REFUSED_EVERY = timedelta(hours=1)
"""How often a sign-in is tried again that did not pass its last trial, though reading goes on."""
_STAYS = (FailureKind.PERMISSION_DENIED, FailureKind.SUSPENDED)


class SignInTrial:
    """The trials of one channel's sign-in."""

    def __init__(
        self,
        cache: Cache,
        channel: ChannelId,
        clock: Clock,
        *,
        changed: Callable[[], None],
        named: Callable[[Account | None], None],
    ) -> None:
        """`named` hears what the account is called now, `changed` of what a screen could show."""
        self._cache = cache
        self._channel = channel
        self._clock = clock
        self._changed = changed
        self._named = named
        self._tried: datetime | None = None
        self.refused: Failure | None = None
        """What the last trial was not allowed; reading that goes well does not disprove it."""

    async def run(self, session: Session) -> Failure | None:
        """Try it now; gives what stands against the account."""
        try:
            async with patience():
                health = await session.check()
        except ConnectorError as error:
            health = Health(error.failure)
        except SecretsUnavailable as error:
            health = Health(Failure(FailureKind.AUTH_EXPIRED, error.sentence, code="secrets"))
        except Exception as error:
            # A connector's mistake costs this trial, nothing else.
            log.exception("channel %s: the trial of its sign-in failed", self._channel)
            health = Health(Failure(FailureKind.TRANSIENT, NOT_PROPERLY, Certainty.NOT_SENT, type(error).__name__))
        failure = health.failure
        self.refused = failure if failure is not None and failure.kind in _STAYS else None
        self._named(health.account)
        if failure is None:
            with self._cache.change() as change:
                change.put_access(self._channel, health.granted, health.expires_at, self._clock.now())
            self._changed()
        return failure

    async def when_due(self, session: Session | None) -> None:
        """Once a day: what a sign-in allows may be changed on the platform, and its end may come nearer."""
        now = self._clock.now()
        if self._tried is None:
            known = access(self._cache, self._channel)
            self._tried = (known.checked_at if known is not None else None) or now - _EVERY
        if now - self._tried < (_REFUSED_EVERY if self.refused else _EVERY) or session is None:
            return
        self._tried = now
        await self.run(session)
