"""Maps direct messages of Messenger and Instagram to events; pure."""

from __future__ import annotations

from dataclasses import dataclass

from socialdesk.connectors.graph.reading import BAD, Json, inner, moment, objects, raw, unreadable, version, word
from socialdesk.model.contact import Author
from socialdesk.model.event import Event, MessageSeen
from socialdesk.model.message import Attachment
from socialdesk.model.thread import Kind

UNSUPPORTED = "A message of a kind that is shown only in the network's own app."
_STORY_MENTION = "Mentioned you in a story."
_STORY_REPLY = "Answered your story."


@dataclass(frozen=True, slots=True)
class Owner:
    """The account whose conversations they are. `own_ids` are all ids it goes by; `web` is the site's address.

    `username` is how it is known where ids are the reader's own view of a person; "" where that does not matter.
    """

    own_ids: frozenset[str]
    web: str = ""
    username: str = ""

    def is_own(self, id_: str, username: str = "") -> bool:
        """Whether somebody of that id and name is the account itself."""
        return id_ in self.own_ids or (bool(username) and username == self.username)


def person(said: Json, owner: Owner) -> Author:
    """Who a participant is; the ids are the account's own view of them. Raises KeyError without an id."""
    id_ = str(said["id"])
    username = word(said.get("username"))
    name = word(said.get("name")) or username or "Somebody"
    return Author(id_, f"@{username}" if username else "", name, is_own=owner.is_own(id_, username))


def partner_of(conversation: Json, owner: Owner) -> Author | None:
    """Who a conversation is with."""
    people = [person(one, owner) for one in objects(conversation.get("participants")) if one.get("id")]
    return next((one for one in people if not one.is_own), None)


def to_event(message: Json, conversation: Json, owner: Owner) -> Event:
    """A message of a conversation; what cannot be read is kept raw."""
    try:
        author = person(message["from"], owner)
        text = text_of(message)
        found = attachments(message)
        link = word(conversation.get("link"))
        return MessageSeen(
            remote_id=str(message["id"]),
            version=version(text, str(len(found)) if not author.is_own else "", is_liked=_is_liked(message, owner)),
            thread_remote_id=str(conversation["id"]),
            kind=Kind.DM,
            author=author,
            contact=partner_of(conversation, owner),
            text=text,
            created_at=moment(message["created_time"]),
            permalink=f"{owner.web}{link}" if owner.web and link.startswith("/") else "",
            parent_remote_id=_answered(message),
            is_liked=_is_liked(message, owner),
            attachments=found,
            raw=raw(message),
        )
    except BAD as error:
        return unreadable(message, error)


def text_of(message: Json) -> str:
    """What a message says; a few plain words for what has none of its own."""
    text = word(message.get("message"))
    if text:
        return text
    if message.get("is_unsupported") in (True, "true"):
        return UNSUPPORTED
    if inner(message, "story", "mention") is not None:
        return _STORY_MENTION
    if inner(message, "story", "reply_to") is not None:
        return _STORY_REPLY
    return ""


def attachments(message: Json) -> tuple[Attachment, ...]:
    """Pictures, films, files, stickers and shared things of a message."""
    found = [_attachment(one) for one in objects(message.get("attachments"))]
    sticker = word(message.get("sticker"))
    if sticker:
        found.append(Attachment("image", sticker))
    for one in objects(message.get("shares")):
        link = word(one.get("link")) or word(one.get("url"))
        if link:
            found.append(Attachment("link", link, word(one.get("name"))))
    story = inner(message, "story", "mention", "link") or inner(message, "story", "reply_to", "link")
    if isinstance(story, str):
        found.append(Attachment("link", story))
    return tuple(one for one in found if one is not None)


def _attachment(one: Json) -> Attachment | None:
    name, media_type = word(one.get("name")), word(one.get("mime_type"))
    size = one.get("size")
    size = size if isinstance(size, int) else None
    for key, kind in (("image_data", "image"), ("video_data", "video")):
        url = inner(one, key, "url")
        if isinstance(url, str):
            return Attachment(kind, url, "", media_type, size)
    url = word(one.get("file_url"))
    kind = "audio" if media_type.startswith("audio/") else "file"
    return Attachment(kind, url, name, media_type, size) if url or name else None


def _answered(message: Json) -> str | None:
    found = inner(message, "reply_to", "mid") or inner(message, "reply_to", "id")
    return found if isinstance(found, str) else None


def _is_liked(message: Json, owner: Owner) -> bool:
    users = [user for one in objects(message.get("reactions")) for user in objects(one.get("users"))]
    return any(owner.is_own(str(user.get("id")), word(user.get("username"))) for user in users)
