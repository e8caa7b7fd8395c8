"""Says what is known of a post in one line: whose it is, when, and what people did with it."""

from __future__ import annotations

from datetime import datetime, tzinfo

from PySide6.QtCore import QCoreApplication, QLocale

from socialdesk.desktop.places.conversation import words
from socialdesk.desktop.widgets.plain_text import plain_text
from socialdesk.model.post import Post

tr = QCoreApplication.translate


def counted(what: str, many: int, locale: QLocale) -> str:
    """How often something was done with a post; what no platform we know counts is told by its own word."""
    said = {
        "likes": tr("conversation", "%n like(s)", "of a post", many),
        "comments": tr("conversation", "%n comment(s)", "of a post", many),
        "replies": tr("conversation", "%n reply(s)", "of a post", many),
        "reposts": tr("conversation", "%n repost(s)", "of a post", many),
        "shares": tr("conversation", "%n share(s)", "of a post", many),
        "quotes": tr("conversation", "%n quote(s)", "of a post", many),
        "views": tr("conversation", "%n view(s)", "of a post", many),
        "reactions": tr("conversation", "%n reaction(s)", "of a post", many),
        "reviews": tr("conversation", "%n review(s)", "of a place", many),
    }.get(what)
    if said is None:
        return f"{locale.toString(many)} {plain_text(what)}"
    # What Qt puts in for %n has no groups of digits.
    return said.replace(str(many), locale.toString(many), 1)


def facts(
    post: Post, now: datetime, zone: tzinfo | None, locale: QLocale, *, shielded: int = 0, names: bool = True
) -> str:
    """The line below the title of a post; `shielded` threads on it are kept out of sight, `names` says whose it is."""
    said = [plain_text(post.author_name)] if names else []
    if post.created_at is not None:
        said.append(words.day(post.created_at, now, zone, locale))
    if shielded:
        said.append(tr("shield", "%n shielded", "threads on a post that are kept out of sight", shielded))
    said.extend(counted(what, many, locale) for what, many in post.counts)
    return " · ".join(part for part in said if part)
