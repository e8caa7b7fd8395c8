"""Maps media, comments and tags of Instagram to events, and finds the thread each belongs to; pure.

A thread is a comment of somebody else on own media, with the answers below it: there is one level. A comment of our own
leads one as soon as somebody answers it. Media of somebody else that tags the account is a thread of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from socialdesk.connectors.graph.direct import Owner
from socialdesk.connectors.graph.reading import BAD, Json, inner, moment, objects, raw, unreadable, version, word
from socialdesk.connectors.kit.parts import count
from socialdesk.model.contact import Author
from socialdesk.model.event import Event, MessageSeen, PostSeen
from socialdesk.model.message import Attachment
from socialdesk.model.thread import Kind

MEDIA = "media:"
UNKNOWN = "unknown:"
_SOMEBODY = "Somebody on Instagram"


def node(remote_id: str) -> str:
    """The id on the network of what is known here by an id of its own."""
    return remote_id.removeprefix(MEDIA)


def author_of(said: Json, owner: Owner) -> Author:
    """Who wrote something. Without an id the name is all there is; without both, nobody is taken for anybody else."""
    name = word(inner(said, "from", "username")) or word(said.get("username"))
    id_ = word(inner(said, "from", "id")) or word(inner(said, "user", "id"))
    is_own = owner.is_own(id_, name)
    return Author(
        id_ or (f"@{name}" if name else f"{UNKNOWN}{said['id']}"),
        f"@{name}" if name else "",
        name or _SOMEBODY,
        is_own=is_own,
    )


def to_post(media: Json, owner: Owner) -> PostSeen:
    """Own media as the context of threads."""
    counts: list[tuple[str, int]] = []
    for key, name in (("like_count", "likes"), ("comments_count", "replies")):
        many = media.get(key)
        if isinstance(many, int):
            counts.append((name, many))
    picture = _picture(media)
    return PostSeen(
        remote_id=str(media["id"]),
        # The list holds own media alone, whatever the account called itself when it was connected.
        author=replace(author_of(media, owner), is_own=True),
        title="",
        text=word(media.get("caption")),
        created_at=moment(media["timestamp"]),
        permalink=word(media.get("permalink")),
        counts=tuple(counts),
        picture=picture,
    )


def to_tag(media: Json, owner: Owner) -> Event:
    """Media of somebody else that tags the account, as the head of a thread."""
    try:
        author = author_of(media, owner)
        text, picture = word(media.get("caption")), _picture(media)
        return MessageSeen(
            remote_id=f"{MEDIA}{media['id']}",
            version=version(text, "picture" if picture else ""),
            thread_remote_id=f"{MEDIA}{media['id']}",
            kind=Kind.MENTION,
            author=author,
            contact=author,
            text=text,
            created_at=moment(media["timestamp"]),
            permalink=word(media.get("permalink")),
            attachments=(picture,) if picture else (),
            raw=raw(media),
        )
    except BAD as error:
        return unreadable(media, error)


def comments_below(comments: Sequence[Json], media: Json, owner: Owner) -> list[Event]:
    """The comments on own media as messages of their threads; one of our own that nobody answered is none."""
    events: list[Event] = []
    for top in comments:
        try:
            author = author_of(top, owner)
            answers = sorted(objects(top.get("replies")), key=lambda one: str(one.get("timestamp")))
            contact: Author | None = author
            if author.is_own:
                others = (author_of(one, owner) for one in answers if one.get("id"))
                contact = next((one for one in others if not one.is_own), None)
                if contact is None:
                    continue
        except BAD as error:
            events.append(unreadable(top, error))
            continue
        events += [_comment(one, top, media, contact, owner) for one in (top, *answers)]
    return events


def _comment(one: Json, top: Json, media: Json, contact: Author, owner: Owner) -> Event:
    try:
        text = word(one.get("text"))
        link = word(media.get("permalink"))
        return MessageSeen(
            remote_id=str(one["id"]),
            version=version(text),
            thread_remote_id=str(top["id"]),
            kind=Kind.COMMENT,
            author=author_of(one, owner),
            contact=contact,
            text=text,
            created_at=moment(one["timestamp"]),
            permalink=f"{link.rstrip('/')}/c/{one['id']}/" if link else "",
            parent_remote_id=str(top["id"]) if one is not top else None,
            post_remote_id=str(media["id"]),
            likes=count(one, "like_count"),
            raw=raw({key: value for key, value in one.items() if key != "replies"}),
        )
    except BAD as error:
        return unreadable(one, error)


def picture_url(media: Json) -> str:
    """What shows a medium: its picture, of a film its still; "" where there is none."""
    found = _picture(media)
    return found.url if found else ""


def _picture(media: Json) -> Attachment | None:
    url = word(media.get("thumbnail_url"))
    if not url and media.get("media_type") != "VIDEO":
        url = word(media.get("media_url"))
    return Attachment("image", url, word(media.get("alt_text"))) if url else None
