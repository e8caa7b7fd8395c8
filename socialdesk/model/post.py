"""Gives what was published and people answer to: the context of comment threads."""

from __future__ import annotations

from datetime import datetime

from socialdesk.model.identifiers import ChannelId, PostId
from socialdesk.support.values import value_class


@value_class(frozen=True, slots=True)
class Post:
    """A published piece. `counts` are (what, how many) pairs such as ("likes", 12)."""

    id: PostId
    channel_id: ChannelId
    remote_id: str
    author_name: str
    title: str
    text: str
    created_at: datetime | None
    permalink: str
    counts: tuple[tuple[str, int], ...] = ()
    is_own: bool = True
