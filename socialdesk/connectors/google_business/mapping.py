"""Maps reviews and their replies to events; pure. The README beside this file tells what names are made of."""

from __future__ import annotations

import json
import re
import unicodedata
from datetime import UTC, datetime

from socialdesk.connectors.kit.parts import Wire, part, parts
from socialdesk.model.contact import Author
from socialdesk.model.event import Event, MessageSeen, Unreadable
from socialdesk.model.message import Attachment
from socialdesk.model.thread import Kind

_STARS = {"ONE": 1, "TWO": 2, "THREE": 3, "FOUR": 4, "FIVE": 5}
_REPLY = "/reply@"
_REFUSED = "REJECTED"
_TRANSLATED, _ORIGINAL = "(Translated by Google)", "(Original)"
_FRACTION = re.compile(r"(\.\d{6})\d+")


def moment(text: str) -> datetime:
    """A moment of the API, whose seconds have up to nine places. Raises ValueError for anything else."""
    found = datetime.fromisoformat(_FRACTION.sub(r"\1", text))
    return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)


def reply_id(review: Wire) -> str:
    """What names the reply of a review: another reply later is another message. "" where none is to be seen."""
    reply = part(review, "reviewReply")
    if not reply or reply.get("reviewReplyState") == _REFUSED:
        return ""
    return f"{review['name']}{_REPLY}{reply.get('updateTime', '')}"


def review_of(id_: str) -> str:
    """The review that a message belongs to."""
    return id_.partition(_REPLY)[0]


def is_reply(id_: str) -> bool:
    """Whether a message is a reply of ours."""
    return _REPLY in id_


def reply_text(review: Wire) -> str:
    """The words of the reply."""
    return str(part(review, "reviewReply").get("comment") or "")


def alike(one: str, other: str) -> bool:
    """Whether two texts are the same words."""
    return _plain(one) == _plain(other)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).replace("\r\n", "\n").strip()


def original(text: str) -> str:
    """What the person wrote, without the translation that Google puts before or after it."""
    if _TRANSLATED not in text:
        return text.strip()
    if _ORIGINAL in text:
        return text.partition(_ORIGINAL)[2].strip()
    return text.partition(_TRANSLATED)[0].strip() or text.strip()


def attachments(review: Wire) -> tuple[Attachment, ...]:
    """The pictures and films of a review, as reviewMediaItems tell of them: a picture has no form but the small one.

    {thumbnailUrl, thumbnailLabel, videoUrl}: Google Business Profile APIs, Change log, 2026-04-20.
    """
    found: list[Attachment] = []
    for one in parts(review, "reviewMediaItems"):
        still, film = (str(one.get(key) or "") for key in ("thumbnailUrl", "videoUrl"))
        label = str(one.get("thumbnailLabel") or "")
        if film.startswith("https://"):
            found.append(Attachment("video", film, label))
        elif still.startswith("https://"):
            found.append(Attachment("image", still, label))
    return tuple(found)


def to_events(review: Wire, own: Author, link: str) -> list[Event]:
    """A review and its reply, as messages of one thread; what cannot be read is kept raw."""
    try:
        name = str(review["name"])
        created, changed = moment(review["createTime"]), moment(review["updateTime"])
        author = _author(review)
        events: list[Event] = [
            MessageSeen(
                remote_id=name,
                version=changed.isoformat(),
                thread_remote_id=name,
                kind=Kind.REVIEW,
                author=author,
                text=original(str(review.get("comment") or "")),
                created_at=created,
                edited_at=changed if changed > created else None,
                permalink=link,
                stars=_STARS.get(str(review.get("starRating"))),
                attachments=attachments(review),
                raw=json.dumps(review, ensure_ascii=False),
            )
        ]
        if id_ := reply_id(review):
            at = moment(part(review, "reviewReply")["updateTime"])
            events.append(
                MessageSeen(
                    remote_id=id_,
                    version=at.isoformat(),
                    thread_remote_id=name,
                    kind=Kind.REVIEW,
                    author=own,
                    contact=author,
                    text=reply_text(review),
                    created_at=at,
                    permalink=link,
                    parent_remote_id=name,
                )
            )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raw = json.dumps(review, ensure_ascii=False, default=str)
        return [Unreadable(f"{review.get('name')}:{review.get('updateTime')}", f"{type(error).__name__}: {error}", raw)]
    return events


def _author(review: Wire) -> Author:
    """Who wrote a review. Google gives a name and no account, so each review is by somebody of its own."""
    reviewer = part(review, "reviewer")
    name = str(reviewer.get("displayName") or "")
    picture = str(reviewer.get("profilePhotoUrl") or "")
    return Author(
        remote_id=f"by:{review['name']}",
        handle="",
        name=name or "Google",
        avatar_url=picture if picture.startswith("https://") and not reviewer.get("isAnonymous") else None,
    )
