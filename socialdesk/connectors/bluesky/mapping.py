"""Maps posts and chat messages to events, and finds the thread a post belongs to; pure, one function a wire type.

The rule of threads is in the README beside this file.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from socialdesk.connectors.kit.parts import count
from socialdesk.model.contact import Author
from socialdesk.model.event import Event, MessageSeen, PostSeen, Unreadable
from socialdesk.model.message import Attachment
from socialdesk.model.thread import Kind

Wire = dict[str, Any]
_EMBEDS = {
    "app.bsky.embed.images": "image",
    "app.bsky.embed.video": "video",
    "app.bsky.embed.external": "link",
}


def moment(text: str) -> datetime:
    """A moment of the network. Raises ValueError for anything else."""
    found = datetime.fromisoformat(text)
    return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)


def did_of(uri: str) -> str:
    """Whose repository a record lies in."""
    return uri.split("/")[2]


def key_of(uri: str) -> str:
    """The record key of an address."""
    return uri.rsplit("/", 1)[1]


def author_of(view: Wire, own_did: str) -> Author:
    """Who is behind a profile view."""
    return Author(
        remote_id=view["did"],
        handle=view.get("handle", ""),
        name=view.get("displayName") or view.get("handle", ""),
        avatar_url=view.get("avatar"),
        followers=view.get("followersCount"),
        is_own=view["did"] == own_did,
    )


def link_of(uri: str) -> str:
    """The web address of a post."""
    return f"https://bsky.app/profile/{did_of(uri)}/post/{key_of(uri)}"


def parent_of(post: Wire) -> str | None:
    """The address of the post that this one answers."""
    reply = post["record"].get("reply")
    return reply["parent"]["uri"] if reply else None


def speaks_to(post: Wire, own_did: str) -> bool:
    """Whether a post mentions the brand or quotes a post of it."""
    record = post["record"]
    facets: list[Wire] = record.get("facets") or []
    for facet in facets:
        features: list[Wire] = facet.get("features", [])
        for feature in features:
            if feature.get("did") == own_did:
                return True
    return (quoted := quoted_uri(record)) is not None and did_of(quoted) == own_did


def quoted_uri(record: Wire) -> str | None:
    """The address of the post that a record quotes."""
    embed: Wire = record.get("embed") or {}
    inner: Wire = embed.get("record") or {}
    deeper: Wire = inner.get("record") or {}
    uri: object = inner.get("uri") or deeper.get("uri")
    return uri if isinstance(uri, str) and "/app.bsky.feed.post/" in uri else None


def starts_thread(post: Wire, own_did: str) -> Kind | None:
    """Whether a post can be the head of a thread by itself, and of which kind."""
    if post["author"]["did"] == own_did:
        return None
    parent = parent_of(post)
    if parent is not None and did_of(parent) == own_did:
        return Kind.COMMENT
    return Kind.MENTION if speaks_to(post, own_did) else None


def head_of(chain: list[Wire], own_did: str) -> tuple[Wire, Kind] | None:
    """The head of the thread that the last post of a chain (root first) belongs to, or None when it is not ours."""
    for post in chain:
        kind = starts_thread(post, own_did)
        if kind is not None:
            return post, kind
    return None


def to_message(post: Wire, head: Wire, kind: Kind, own_did: str) -> Event:
    """A post as a message of a thread; what cannot be read is kept raw."""
    try:
        record = post["record"]
        author = author_of(post["author"], own_did)
        parent = parent_of(head)
        quoted = quoted_uri(head["record"])
        context = parent if parent is not None else quoted
        return MessageSeen(
            remote_id=post["uri"],
            version=post["cid"],
            thread_remote_id=head["uri"],
            kind=kind,
            author=author,
            contact=author_of(head["author"], own_did),
            text=str(record.get("text", "")),
            created_at=moment(record["createdAt"]),
            permalink=link_of(post["uri"]),
            parent_remote_id=parent_of(post),
            post_remote_id=context,
            language=str((record.get("langs") or [""])[0])[:2],
            is_liked=_is_liked(post),
            likes=count(post, "likeCount"),
            echo_key=key_of(post["uri"]) if author.is_own else None,
            attachments=_attachments(post),
            raw=json.dumps(post, ensure_ascii=False),
        )
    except (KeyError, TypeError, ValueError, IndexError, AttributeError) as error:
        raw = json.dumps(post, ensure_ascii=False, default=str)
        return Unreadable(f"{post.get('uri')}:{post.get('cid')}", f"{type(error).__name__}: {error}", raw)


def to_post(post: Wire, own_did: str) -> PostSeen:
    """A post as the context of threads."""
    record = post["record"]
    counts = tuple(
        (what, int(post[f"{what[:-1]}Count"])) for what in ("likes", "reposts") if f"{what[:-1]}Count" in post
    )
    return PostSeen(
        remote_id=post["uri"],
        author=author_of(post["author"], own_did),
        title="",
        text=str(record.get("text", "")),
        created_at=moment(record["createdAt"]),
        permalink=link_of(post["uri"]),
        counts=counts + ((("replies", int(post["replyCount"])),) if "replyCount" in post else ()),
        picture=_picture_of(post),
    )


def to_direct_message(view: Wire, convo: Wire, own_did: str) -> Event | None:
    """A chat message; None for what is not one (a deleted message, a line of the system)."""
    if not str(view.get("$type", "messageView")).endswith("messageView"):
        return None
    try:
        members = {member["did"]: author_of(member, own_did) for member in convo["members"]}
        sender = view["sender"]["did"]
        others = [member for did, member in members.items() if did != own_did]
        unknown = Author(sender, "", "", is_own=sender == own_did)
        return MessageSeen(
            remote_id=view["id"],
            version=view["rev"],
            thread_remote_id=convo["id"],
            kind=Kind.DM,
            author=members.get(sender, unknown),
            contact=others[0] if others else None,
            text=str(view.get("text", "")),
            created_at=moment(view["sentAt"]),
            permalink=f"https://bsky.app/messages/{convo['id']}",
            raw=json.dumps(view, ensure_ascii=False),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raw = json.dumps(view, ensure_ascii=False, default=str)
        return Unreadable(f"dm:{view.get('id')}:{view.get('rev')}", f"{type(error).__name__}: {error}", raw)


def _is_liked(post: Wire) -> bool:
    viewer: Wire = post.get("viewer") or {}
    return bool(viewer.get("like"))


def picture_links(post: Wire) -> list[str]:
    """Where what can be seen of a post lies: its pictures in their order, or the one still of its film or link.

    The view of a post tells that, its record does not.
    """
    view: Wire = post.get("embed") or {}
    media: Wire = view.get("media") or view
    images: list[Wire] = media.get("images") or []
    if images:
        return [str(one.get("fullsize", "")) for one in images]
    outside: Wire = media.get("external") or {}
    still = outside.get("thumb") or media.get("thumbnail")
    return [str(still)] if still else []


def _picture_of(post: Wire) -> Attachment | None:
    """What stands for a post: its first picture, or the still of its film or of what it links to."""
    links = picture_links(post)
    if not links:
        return None
    embed: Wire = post["record"].get("embed") or {}
    media: Wire = embed.get("media") or embed
    images: list[Wire] = media.get("images") or []
    outside: Wire = media.get("external") or {}
    alt = images[0].get("alt") if images else outside.get("title") or media.get("alt")
    return Attachment("image", links[0], str(alt or ""))


def _attachments(post: Wire) -> tuple[Attachment, ...]:
    links = picture_links(post)
    embed: Wire = post["record"].get("embed") or {}
    media: Wire = embed.get("media") or embed
    kind = _EMBEDS.get(str(media.get("$type", "")))
    match kind:
        case "image":
            images: list[Wire] = media.get("images", [])
            return tuple(
                Attachment(
                    "image",
                    links[place] if place < len(links) else "",
                    str(one.get("alt", "")),
                    one["image"].get("mimeType", ""),
                    one["image"].get("size"),
                )
                for place, one in enumerate(images)
            )
        case "video":
            return (Attachment("video", "", str(media.get("alt", ""))),)
        case "link":
            outside: Wire = media.get("external") or {}
            return (Attachment("link", str(outside.get("uri", "")), str(outside.get("title", ""))),)
        case _:
            return ()
