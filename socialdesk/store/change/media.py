"""Puts how the pictures of messages stand."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime

from socialdesk.model.identifiers import ChannelId, MessageId, ThreadId
from socialdesk.model.media import CONSENT, FETCHED, MediaState
from socialdesk.store.change.library import Library
from socialdesk.support.clock import optional_ms, to_ms

_AGAIN = (
    "UPDATE attachment SET state = 'pending', reason = '', tries = 0, next_try_at = ?"
    " WHERE message_id IN (SELECT value FROM json_each(?)) AND kind = ? AND state IN ('asked', 'failed', 'gone')"
    " RETURNING thread_id"
)


class MediaRows(Library):
    """The part of a change about pictures."""

    def ask_for_media(self, messages: Iterable[MessageId], at: datetime) -> int:
        """Somebody wants to see the pictures of these messages; gives how many are fetched now."""
        self.flush()
        found = self._driver.execute(_AGAIN, (to_ms(at), json.dumps(list(messages)), FETCHED)).fetchall()
        self._touch_threads(row[0] for row in found)
        return len(found)

    def set_media_consent(self, channel: ChannelId, *, on: bool) -> None:
        """Fetch the pictures of a channel from now on, or ask each time."""
        self.set_setting(f"{CONSENT}{channel}", "yes" if on else "no")
        self._known.consenting = self._known.consenting | {channel} if on else self._known.consenting - {channel}
        self.touch("setting", 0)

    def put_media(
        self,
        attachment: int,
        thread: ThreadId,
        state: MediaState,
        *,
        reason: str = "",
        tries: int = 0,
        next_try_at: datetime | None = None,
        sha256: str = "",
        size: tuple[int, int] = (0, 0),
    ) -> None:
        """What became of a picture. A row that has gone meanwhile stays gone."""
        self._driver.execute(
            "UPDATE attachment SET state = ?, reason = ?, tries = ?, next_try_at = ?, sha256 = ?, width = ?, height = ?"
            " WHERE id = ?",
            (state.value, reason, tries, optional_ms(next_try_at), sha256, *size, attachment),
        )
        self.touch("message", thread)

    def unload_media(self, digests: Iterable[str], *, fetch_again_at: datetime | None = None) -> None:
        """These pictures are not here any more: they are asked for again, or at `fetch_again_at` fetched."""
        self.flush()
        state = MediaState.ASKED if fetch_again_at is None else MediaState.PENDING
        found = self._driver.execute(
            "UPDATE attachment SET state = ?, sha256 = '', tries = 0, next_try_at = ?"
            " WHERE sha256 IN (SELECT value FROM json_each(?)) AND sha256 != '' RETURNING thread_id",
            (state.value, optional_ms(fetch_again_at), json.dumps(list(digests))),
        ).fetchall()
        self._touch_threads(row[0] for row in found)

    def _touch_threads(self, ids: Iterable[int]) -> None:
        for id_ in dict.fromkeys(ids):
            self.touch("message", id_)
