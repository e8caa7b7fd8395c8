"""Puts how the pictures of messages and of posts stand."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime

from socialdesk.model.identifiers import ChannelId, MessageId, PostId, ThreadId
from socialdesk.model.media import CONSENT, FETCHED, Fate, MediaState, first_state
from socialdesk.model.message import Attachment
from socialdesk.store.change.library import Library
from socialdesk.support.clock import optional_ms, to_ms

_AGAIN = (
    "UPDATE attachment SET state = 'pending', reason = '', tries = 0, next_try_at = ?"
    " WHERE message_id IN (SELECT value FROM json_each(?)) AND kind = ? AND state IN ('asked', 'failed', 'gone')"
    " RETURNING thread_id"
)
_POST_AGAIN = (
    "UPDATE post_picture SET state = 'pending', reason = '', tries = 0, next_try_at = ?"
    " WHERE post_id IN (SELECT value FROM json_each(?)) AND state IN ('asked', 'failed', 'gone') RETURNING post_id"
)
OLDER_POSTS = (
    "UPDATE post_picture SET state = 'pending', reason = '', tries = 0, next_try_at = ? WHERE state = 'asked'"
    " AND post_id IN (SELECT id FROM post WHERE channel_id = ? ORDER BY created_at DESC LIMIT ?) RETURNING post_id"
)
MOST_OLDER_POSTS = 500
"""The pictures of so many posts, the newest, come once somebody lets pictures in; those of the rest when clicked."""
_UNLOADED = (
    "SET state = ?, sha256 = '', tries = 0, next_try_at = ?"
    " WHERE sha256 IN (SELECT value FROM json_each(?)) AND sha256 != '' RETURNING"
)
_UNLOAD_MESSAGES = f"UPDATE attachment {_UNLOADED} thread_id"
_UNLOAD_POSTS = f"UPDATE post_picture {_UNLOADED} post_id"
_SEEN_OF_POST = (
    "INSERT OR REPLACE INTO post_picture (post_id, remote_url, alt, state, next_try_at, expires_at)"
    " VALUES (?, ?, ?, ?, ?, ?)"
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

    def put_media(self, attachment: int, thread: ThreadId, fate: Fate) -> None:
        """What became of a picture. A row that has gone meanwhile stays gone."""
        self._driver.execute(
            "UPDATE attachment SET state = ?, reason = ?, tries = ?, next_try_at = ?, sha256 = ?, width = ?, height = ?"
            " WHERE id = ?",
            (*_written(fate), attachment),
        )
        self.touch("message", thread)

    def put_post_picture(self, post: PostId, channel: ChannelId, picture: Attachment | None, at: datetime) -> None:
        """What its network shows for a post now: another picture is fetched anew, where the team lets pictures in."""
        found = self._driver.execute(
            "SELECT remote_url, alt, expires_at FROM post_picture WHERE post_id = ?", (post,)
        ).fetchone()
        if picture is None:
            if found is not None:
                self._driver.execute("DELETE FROM post_picture WHERE post_id = ?", (post,))
                self.touch("post", post)
            return
        dies = optional_ms(picture.expires_at)
        # A link that was only signed anew leads to the same thing.
        if (
            found is not None
            and found[0].partition("?")[0] == picture.url.partition("?")[0]
            and found[1] == picture.alt
        ):
            if (found[0], found[2]) != (picture.url, dies):
                self._driver.execute(
                    "UPDATE post_picture SET remote_url = ?, expires_at = ? WHERE post_id = ?",
                    (picture.url, dies, post),
                )
            return
        state = first_state(picture.kind, may_load=channel in self._known.consenting)
        due = to_ms(at) if state is MediaState.PENDING else None
        self._driver.execute(_SEEN_OF_POST, (post, picture.url, picture.alt, state.value, due, dies))
        self.touch("post", post)

    def ask_for_post_pictures(self, posts: Iterable[PostId], at: datetime) -> None:
        """Somebody wants to see the pictures of these posts."""
        listed = json.dumps(list(posts))
        for row in self._driver.execute(_POST_AGAIN, (to_ms(at), listed)).fetchall():
            self.touch("post", row[0])

    def ask_for_older_posts(self, channel: ChannelId, at: datetime) -> None:
        """Pictures are let in on a channel: those of the posts that are there already come too."""
        self.flush()
        for row in self._driver.execute(OLDER_POSTS, (to_ms(at), channel, MOST_OLDER_POSTS)).fetchall():
            self.touch("post", row[0])

    def set_post_picture(self, post: PostId, fate: Fate) -> None:
        """What became of the picture of a post. A row that has gone meanwhile stays gone."""
        self._driver.execute(
            "UPDATE post_picture SET state = ?, reason = ?, tries = ?, next_try_at = ?, sha256 = ?, width = ?,"
            " height = ? WHERE post_id = ?",
            (*_written(fate), post),
        )
        self.touch("post", post)

    def unload_media(self, digests: Iterable[str], *, fetch_again_at: datetime | None = None) -> None:
        """These pictures are not here any more: they are asked for again, or at `fetch_again_at` fetched."""
        self.flush()
        state = MediaState.ASKED if fetch_again_at is None else MediaState.PENDING
        values = (state.value, optional_ms(fetch_again_at), json.dumps(list(digests)))
        found = self._driver.execute(_UNLOAD_MESSAGES, values).fetchall()
        self._touch_threads(row[0] for row in found)
        found = self._driver.execute(_UNLOAD_POSTS, values).fetchall()
        for row in found:
            self.touch("post", row[0])

    def _touch_threads(self, ids: Iterable[int]) -> None:
        for id_ in dict.fromkeys(ids):
            self.touch("message", id_)


def _written(fate: Fate) -> tuple[object, ...]:
    return fate.state.value, fate.reason, fate.tries, optional_ms(fate.next_try_at), fate.sha256, *fate.size
