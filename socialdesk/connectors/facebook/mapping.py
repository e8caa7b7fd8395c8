"""Maps posts, comments and recommendations of a Page to events, and finds the thread each belongs to; pure.

A thread is a comment of somebody else on the Page's own post, with all that is said below it. A comment of our own
leads one as soon as somebody answers it. A visitor's post, or one that names the Page, is a thread with all its
comments; so is a recommendation.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from socialdesk.connectors.graph.reading import BAD, Json, inner, moment, raw, unreadable, version, word
from socialdesk.connectors.kit.parts import count, part
from socialdesk.model.contact import Author
from socialdesk.model.event import Event, MessageSeen, PostSeen
from socialdesk.model.message import Attachment
from socialdesk.model.thread import Kind

POST, REVIEW = "post:", "review:"
UNKNOWN = "unknown:"
_RECOMMENDS = {"positive": "Recommends this Page.", "negative": "Does not recommend this Page."}
_TAGS = {"positive": "recommends", "negative": "does not recommend"}
_KINDS = {"photo": "image", "sticker": "image", "animated_image_share": "image", "animated_image_video": "image"}


def node(remote_id: str) -> str:
    """The id on the network of what is known here by an id of its own."""
    return remote_id.removeprefix(POST).removeprefix(REVIEW)


def author_of(said: Json, page: str) -> Author:
    """Who wrote something. The network often keeps that to itself; then nobody is taken for anybody else."""
    found = part(said, "from")
    if not found.get("id"):
        return Author(f"{UNKNOWN}{said['id']}", "", "Facebook user")
    id_ = str(found["id"])
    picture = inner(found, "picture", "data", "url")
    return Author(
        id_,
        "",
        word(found.get("name")) or "Facebook user",
        picture if isinstance(picture, str) else None,
        is_own=id_ == page,
    )


def to_post(post: Json, page: str) -> PostSeen:
    """A post as the context of threads."""
    counts: list[tuple[str, int]] = []
    shares = inner(post, "shares", "count")
    if isinstance(shares, int):
        counts.append(("reposts", shares))
    if (answers := comment_count(post)) is not None:
        counts.append(("replies", answers))
    picture = word(post.get("full_picture"))
    return PostSeen(
        remote_id=str(post["id"]),
        author=author_of(post, page),
        title="",
        text=word(post.get("message")) or word(post.get("story")),
        created_at=moment(post["created_time"]),
        permalink=word(post.get("permalink_url")),
        counts=tuple(counts),
        picture=Attachment("image", picture) if picture else None,
    )


def comment_count(post: Json) -> int | None:
    """How many comments of all levels a post has."""
    found = inner(post, "comments", "summary", "total_count")
    return found if isinstance(found, int) else None


def to_mention(post: Json, page: str) -> Event:
    """A post that somebody else wrote on the Page, or in which they named it, as the head of a thread."""
    try:
        author = author_of(post, page)
        text = word(post.get("message")) or word(post.get("story"))
        picture = word(post.get("full_picture"))
        return MessageSeen(
            remote_id=f"{POST}{post['id']}",
            version=version(text, "picture" if picture else ""),
            thread_remote_id=f"{POST}{post['id']}",
            kind=Kind.MENTION,
            author=author,
            contact=author,
            text=text,
            created_at=moment(post["created_time"]),
            permalink=word(post.get("permalink_url")),
            attachments=(Attachment("image", picture),) if picture else (),
            raw=raw(post),
        )
    except BAD as error:
        return unreadable(post, error)


def comments_below(comments: Sequence[Json], post: Json, page: str) -> list[Event]:
    """The comments below a post as messages of their threads; a comment of our own that nobody answered is none."""
    if author_of(post, page).is_own:
        return _threads(comments, str(post["id"]), page)
    head = author_of(post, page)
    return [_comment(one, f"{POST}{post['id']}", Kind.MENTION, head, None, page) for one in comments]


def comments_of_review(comments: Sequence[Json], story: str, reviewer: Author, page: str) -> list[Event]:
    """What was said below a recommendation."""
    return [_comment(one, f"{REVIEW}{story}", Kind.REVIEW, reviewer, None, page) for one in comments]


def _threads(comments: Sequence[Json], post: str, page: str) -> list[Event]:
    events: list[Event] = []
    led: dict[str, tuple[datetime, Author, Json]] = {}
    """By a comment of our own, the first that somebody answered to it, and that comment."""
    ours: dict[str, Json] = {}
    for one in comments:
        try:
            author, parent = author_of(one, page), _parent(one)
            if parent is None:
                if author.is_own:
                    ours[str(one["id"])] = one
                    continue
                events.append(_comment(one, str(one["id"]), Kind.COMMENT, author, post, page))
                continue
            top = author_of(parent, page)
            if top.is_own and not author.is_own:
                first = led.get(str(parent["id"]))
                at = moment(one["created_time"])
                if first is None or at < first[0]:
                    led[str(parent["id"])] = (at, author, parent)
            contact = None if top.is_own and author.is_own else author if top.is_own else top
            events.append(_comment(one, str(parent["id"]), Kind.COMMENT, contact, post, page))
        except BAD as error:
            events.append(unreadable(one, error))
    for id_, (_, contact, parent) in led.items():
        events.append(_comment(ours.get(id_, parent), id_, Kind.COMMENT, contact, post, page))
    return events


def _parent(comment: Json) -> Json | None:
    parent = part(comment, "parent")
    return parent if parent.get("id") else None


def _comment(  # noqa: PLR0917 - one comment and where it stands
    comment: Json, thread: str, kind: Kind, contact: Author | None, post: str | None, page: str
) -> Event:
    try:
        author = author_of(comment, page)
        text = word(comment.get("message"))
        found = attachments(comment)
        parent = _parent(comment)
        is_liked = comment.get("user_likes") is True
        # Of our own the words alone: what was sent through here is then known again by them.
        more = () if author.is_own else tuple(one.kind for one in found)
        return MessageSeen(
            remote_id=str(comment["id"]),
            version=version(text, *more, is_liked=is_liked),
            thread_remote_id=thread,
            kind=kind,
            author=author,
            contact=contact,
            text=text,
            created_at=moment(comment["created_time"]),
            permalink=word(comment.get("permalink_url")),
            parent_remote_id=str(parent["id"]) if parent else thread if thread != str(comment["id"]) else None,
            post_remote_id=post,
            is_liked=is_liked,
            likes=count(comment, "like_count"),
            attachments=found,
            raw=raw(comment),
        )
    except BAD as error:
        return unreadable(comment, error)


def attachments(comment: Json) -> tuple[Attachment, ...]:
    """What came with a comment."""
    found = part(comment, "attachment")
    if not found:
        return ()
    kind = word(found.get("type"))
    picture = inner(found, "media", "image", "src")
    picture = picture if isinstance(picture, str) else ""
    title = word(found.get("title"))
    if kind in _KINDS:
        return (Attachment("image", picture, title),)
    if kind.startswith("video"):
        return (Attachment("video", word(found.get("url")), title),)
    link = word(found.get("url"))
    return (Attachment("link", link, title),) if link else ()


def to_review(rating: Json, page: str) -> Event | None:
    """A recommendation; None for one that the network gives no id of, for then it could not be known again."""
    story = inner(rating, "open_graph_story", "id")
    if story is None:
        return None
    try:
        author = reviewer_of(rating, page)
        kind = word(rating.get("recommendation_type"))
        stars = rating.get("rating")
        text = word(rating.get("review_text")) or _RECOMMENDS.get(kind, "")
        return MessageSeen(
            remote_id=f"{REVIEW}{story}",
            version=version(text, kind),
            thread_remote_id=f"{REVIEW}{story}",
            kind=Kind.REVIEW,
            author=author,
            contact=author,
            text=text,
            created_at=moment(rating["created_time"]),
            permalink="",
            stars=stars if isinstance(stars, int) and 1 <= stars <= 5 else None,
            tags=(_TAGS[kind],) if kind in _TAGS else (),
            raw=raw(rating),
        )
    except BAD as error:
        return unreadable(rating, error)


def reviewer_of(rating: Json, page: str) -> Author:
    """Who recommends."""
    story = str(inner(rating, "open_graph_story", "id") or "")
    return author_of({"id": f"{REVIEW}{story}", "from": rating.get("reviewer")}, page)
