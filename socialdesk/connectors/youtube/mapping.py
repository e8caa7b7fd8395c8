"""Maps comments and videos to events; pure. The rule of threads is in the README beside this file."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Sequence
from datetime import UTC, datetime
from html import unescape

from socialdesk.connectors.kit.parts import Wire, count, part, parts
from socialdesk.model.contact import Author
from socialdesk.model.event import Event, MessageSeen, PostSeen, Unreadable
from socialdesk.model.message import Attachment
from socialdesk.model.thread import Kind

SPAM = "likelySpam"


def moment(text: str) -> datetime:
    """A moment of the API. Raises ValueError for anything else."""
    found = datetime.fromisoformat(text)
    return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)


def author_of(comment: Wire, own: str) -> Author:
    """Who wrote a comment. The channel can be missing; then the name has to do, and is never ours."""
    snippet = part(comment, "snippet")
    channel = part(snippet, "authorChannelId")
    name = str(snippet.get("authorDisplayName") or "")
    id_ = str(channel.get("value") or "")
    return Author(
        remote_id=id_ or f"name:{name}",
        handle=name if name.startswith("@") else "",
        name=name.removeprefix("@") or "YouTube",
        avatar_url=snippet.get("authorProfileImageUrl") or None,
        is_own=bool(id_) and id_ == own,
    )


def is_own(comment: Wire, own: str) -> bool:
    """Whether the channel itself wrote it."""
    return part(part(comment, "snippet"), "authorChannelId").get("value") == own


def text_of(comment: Wire) -> str:
    """The words of a comment: the original is given for own ones, the others were asked for as plain text."""
    snippet = part(comment, "snippet")
    return str(snippet.get("textOriginal") or snippet.get("textDisplay") or "")


def alike(one: str, other: str) -> bool:
    """Whether two texts are the same words; what goes through YouTube may come back trimmed or escaped."""
    return _plain(one) == _plain(other)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", unescape(text)).replace("\r\n", "\n").strip()


def link_of(comment: str, video: str | None) -> str:
    """Where a comment is to be seen; comments below posts of the channel have no address of their own."""
    return f"https://www.youtube.com/watch?v={video}&lc={comment}" if video else ""


def published_at(thread: Wire) -> datetime:
    """When a thread began."""
    return moment(thread["snippet"]["topLevelComment"]["snippet"]["publishedAt"])


def video_of(thread: Wire) -> str | None:
    """The video below which a thread stands; None for a post of the channel."""
    return thread["snippet"].get("videoId") or None


def included(thread: Wire) -> list[Wire]:
    """The replies that came with a thread; mostly not all of them."""
    return parts(part(thread, "replies"), "comments")


def count_of(thread: Wire) -> int:
    """How many replies a thread has."""
    return int(thread["snippet"].get("totalReplyCount") or 0)


def to_events(thread: Wire, replies: Sequence[Wire], own: str, status: str) -> list[Event]:
    """A thread and those of its replies that are known, as messages; nothing while only we have spoken."""
    try:
        top: Wire = thread["snippet"]["topLevelComment"]
        contact = _contact(top, replies, own)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        return [_unreadable(thread, error)]
    if contact is None:
        return []
    video, head = video_of(thread), str(top["id"])
    return [to_message(one, head, video, contact, own, status) for one in (top, *replies)]


def _contact(top: Wire, replies: Sequence[Wire], own: str) -> Author | None:
    """Who a thread is with: who began it, or the first other one below a comment of our own."""
    if not is_own(top, own):
        return author_of(top, own)
    others = [one for one in replies if not is_own(one, own)]
    first = min(others, key=lambda one: (moment(one["snippet"]["publishedAt"]), one["id"]), default=None)
    return None if first is None else author_of(first, own)


def to_message(  # noqa: PLR0917 - a comment and where it stands
    comment: Wire, head: str, video: str | None, contact: Author, own: str, status: str
) -> Event:
    """A comment as a message of a thread; what cannot be read is kept raw."""
    try:
        snippet: Wire = comment["snippet"]
        written, edited = moment(snippet["publishedAt"]), moment(snippet["updatedAt"])
        id_ = str(comment["id"])
        picture = str(snippet.get("imageUrl") or "")
        return MessageSeen(
            remote_id=id_,
            version=edited.isoformat(),
            thread_remote_id=head,
            kind=Kind.COMMENT,
            author=author_of(comment, own),
            contact=contact,
            text=text_of(comment),
            created_at=written,
            edited_at=edited if edited > written else None,
            permalink=link_of(id_, video),
            parent_remote_id=None if id_ == head else head,
            post_remote_id=video,
            likes=count(snippet, "likeCount"),
            attachments=(Attachment("image", picture),) if picture.startswith("https://") else (),
            shield="spam" if status == SPAM and not is_own(comment, own) else "",
            raw=json.dumps(comment, ensure_ascii=False),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        return _unreadable(comment, error)


def to_post(video: Wire, own: str, name: str) -> PostSeen:
    """A video as the context of threads."""
    snippet: Wire = video["snippet"]
    numbers = part(video, "statistics")
    counts = (("likes", "likeCount"), ("replies", "commentCount"), ("views", "viewCount"))
    stills = part(snippet, "thumbnails")
    still = part(stills, "medium") or part(stills, "default")
    title = str(snippet.get("title") or "")
    return PostSeen(
        remote_id=str(video["id"]),
        author=Author(own, "", str(snippet.get("channelTitle") or name), is_own=True),
        title=title,
        text=str(snippet.get("description") or ""),
        created_at=moment(snippet["publishedAt"]),
        permalink=f"https://www.youtube.com/watch?v={video['id']}",
        counts=tuple((word, int(numbers[key])) for word, key in counts if str(numbers.get(key, "")).isdigit()),
        picture=Attachment("image", str(still["url"]), title) if still.get("url") else None,
    )


def _unreadable(what: Wire, error: Exception) -> Unreadable:
    raw = json.dumps(what, ensure_ascii=False, default=str)
    return Unreadable(f"{what.get('id')}:{what.get('etag')}", f"{type(error).__name__}: {error}", raw)
