"""Listens to one channel whose platform tells by itself that there is something to read.

What is heard only brings a reading forward. A channel that has listened well for a while may be read seldom; one whose
readings bring what it should have told is not believed for an hour, and longer each time.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from socialdesk.connectors.kit.contract import Listener
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.engine.schedule import back_off
from socialdesk.support.clock import Clock
from socialdesk.support.ids import jitter
from socialdesk.support.secrets import SecretsUnavailable

log = logging.getLogger(__name__)
SETTLED = timedelta(seconds=30)
"""A line that says nothing, not even that it stands, is believed to stand after so long."""
LASTED = timedelta(minutes=5)
"""A line that stood so long broke by accident: it is tried again at once."""
GATHERED = timedelta(milliseconds=300)
"""So long more is waited for when something was heard, so that a burst is read once."""
RESTS = timedelta(seconds=2)
"""The least time between two readings for what was heard."""
NO_USE = timedelta(hours=1)
"""How long listening is given up where the platform does not allow it."""
_DEAF_AT_MOST = timedelta(days=1)


class Ear:
    """The listening of one channel."""

    def __init__(self, streams: Sequence[str], clock: Clock, wake: Callable[[], None]) -> None:
        """`wake` is called when something was heard, so that somebody looks at `due`."""
        self._streams = streams
        self._clock = clock
        self._wake = wake
        self._heard: set[str] = set()
        self._good_from: datetime | None = None
        """Since when what is listened to may be relied on; None while nobody listens."""
        self._failures = 0
        self._deaf = 0
        self._mistrusted_until: datetime | None = None
        self.next: datetime = clock.now()
        """When listening may begin again."""
        self.due: datetime | None = None
        """When what was heard is to be read; None while nothing was."""
        self._taken: datetime | None = None

    def is_good(self, now: datetime) -> bool:
        """Whether a channel may be read seldom because of this ear."""
        mistrusted = self._mistrusted_until is not None and now < self._mistrusted_until
        return self._good_from is not None and self._good_from <= now and not mistrusted

    def was_good(self, since: datetime, now: datetime) -> bool:
        """Whether it was relied on all the time since a moment."""
        return self.is_good(now) and self._good_from is not None and self._good_from <= since

    def take(self) -> list[str]:
        """The streams that something was heard of, to be read now."""
        heard = [one for one in self._streams if one in self._heard]
        self._heard.clear()
        self.due = None
        self._taken = self._clock.now()
        return heard

    def hear(self, stream: str) -> None:
        """Something can be read now."""
        now = self._clock.now()
        if self._good_from is not None and self._good_from > now:
            self._good_from = now  # a word that comes after the end of its line is read, and makes no line stand
        self._heard.update([stream] if stream in self._streams else self._streams)
        if self.due is None:
            self.due = now + GATHERED
            if self._taken is not None and now - self._taken >= timedelta(0):
                self.due = max(self.due, self._taken + RESTS)
            self._wake()

    def missed(self, what: str) -> None:
        """A reading brought what should have been heard long before."""
        self._deaf += 1
        wait = min(NO_USE * 2 ** (self._deaf - 1), _DEAF_AT_MOST)
        self._mistrusted_until = self._clock.now() + wait
        log.info("%s: what came was not told; it is read at the usual pace for %s", what, wait)

    async def listen(self, listener: Listener, name: str) -> None:
        """Listen until the line breaks; whatever a connector does, this only decides when to listen again."""
        began = self._clock.now()
        self._good_from = began + SETTLED
        wait: timedelta | None = None
        try:
            await listener.listen(self.hear)
            log.info("%s: the line was closed", name)
        except ConnectorError as error:
            log.info("%s: listening ended: %s", name, error)
            if not error.failure.heals_itself:
                wait = NO_USE
            elif error.failure.retry_at is not None:
                wait = error.failure.retry_at - self._clock.now()
        except SecretsUnavailable as error:
            log.info("%s: listening ended: %s", name, type(error).__name__)
            wait = NO_USE
        except Exception:
            # A connector's mistake costs its listening, nothing else.
            log.exception("%s: listening failed", name)
            wait = NO_USE
        finally:
            # Cancelled too: what is not listened to is read at the usual pace.
            self._good_from = None
        now = self._clock.now()
        self._failures = 1 if now - began >= LASTED else self._failures + 1
        self.next = now + (wait if wait is not None else back_off(self._failures, jitter()))
