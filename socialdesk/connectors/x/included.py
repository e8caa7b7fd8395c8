"""Finds the posts that came along with others, under the old name of X's fields or the new one."""

from __future__ import annotations

from socialdesk.connectors.kit.parts import Wire, parts


def included_posts(includes: Wire) -> list[Wire]:
    """The posts among what came along."""
    return parts(includes, "tweets") or parts(includes, "posts")
