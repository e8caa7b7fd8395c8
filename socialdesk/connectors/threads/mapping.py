"""Maps posts, replies and mentions of Threads to events; pure. Which thread each belongs to is for `chains` to say."""

from __future__ import annotations

from socialdesk.connectors.graph.reading import BAD, Json, inner, moment, objects, raw, unreadable, version, word
from socialdesk.model.contact import Author
from socialdesk.model.event import Event, MessageSeen, PostSeen
from socialdesk.model.message import Attachment
from socialdesk.model.thread import Kind

FIELDS = (
    "id,text,username,permalink,timestamp,media_type,media_url,thumbnail_url,children{media_type,media_url,thumbnail_url},"
    "has_replies,is_reply,is_reply_owned_by_me,root_post,replied_to"
)
UNKNOWN = "unknown:"
_KINDS = {"IMAGE": "image", "VIDEO": "video", "AUDIO": "audio"}


def author_of(said: Json, own: str) -> Author:
    """Who wrote something: there are names and no ids. `own` is the account's name."""
    name = word(said.get("username"))
    is_own = said.get("is_reply_owned_by_me") is True or (bool(name) and name == own)
    if not name:
        return Author(own if is_own else f"{UNKNOWN}{said['id']}", "", "Somebody on Threads", is_own=is_own)
    return Author(name, f"@{name}", name, is_own=is_own)


def as_own(said: Json) -> Json:
    """Mark what stands in a list of the account's own as that: only of replies does the network say so itself."""
    said["is_reply_owned_by_me"] = True
    return said


def parent_of(said: Json) -> str:
    """What something answers; "" for what answers nothing."""
    found = inner(said, "replied_to", "id")
    return str(found) if found else ""


def root_of(said: Json) -> str:
    """The post above all; "" for what answers nothing."""
    found = inner(said, "root_post", "id")
    return str(found) if found else ""


def to_post(post: Json, own: str) -> PostSeen:
    """An own post as the context of threads."""
    found = attachments(post)
    picture = next((one for one in found if one.kind == "image"), None)
    return PostSeen(
        remote_id=str(post["id"]),
        author=author_of(post, own),
        title="",
        text=word(post.get("text")),
        created_at=moment(post["timestamp"]),
        permalink=word(post.get("permalink")),
        picture=picture,
    )


def to_message(  # noqa: PLR0917 - one message and where it stands
    said: Json, own: str, thread: str, kind: Kind, contact: Author | None, post: str | None
) -> Event:
    """A post or reply as a message of a thread."""
    try:
        author = author_of(said, own)
        text, found = word(said.get("text")), attachments(said)
        # Of our own the words alone: what was sent through here is then known again by them.
        more = () if author.is_own else tuple(one.kind for one in found)
        return MessageSeen(
            remote_id=str(said["id"]),
            version=version(text, *more),
            thread_remote_id=thread,
            kind=kind,
            author=author,
            contact=contact,
            text=text,
            created_at=moment(said["timestamp"]),
            permalink=word(said.get("permalink")),
            parent_remote_id=None if thread == str(said["id"]) else parent_of(said) or None,
            post_remote_id=post,
            attachments=found,
            raw=raw(said),
        )
    except BAD as error:
        return unreadable(said, error)


def attachments(said: Json) -> tuple[Attachment, ...]:
    """Pictures and films of a post; of a film its still as well."""
    parts = objects(said.get("children")) or [said]
    return tuple(one for part in parts for one in _attachment(part))


def _attachment(part: Json) -> list[Attachment]:
    kind = _KINDS.get(word(part.get("media_type")), "")
    url = word(part.get("media_url"))
    return [Attachment(kind, url)] if kind and url else []
