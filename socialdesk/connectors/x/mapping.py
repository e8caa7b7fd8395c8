"""Maps posts and direct messages of X to events; pure.

**Threads.** One thread is what one person and the account said to each other in one conversation: its id is
`CONVERSATION:PERSON`, both of which stand in every post by itself, so that it does not matter what is read first.
Below a post of the account's own that is a comment, anywhere else a mention. A direct message belongs to the
conversation of two that X names.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from html import unescape

from socialdesk.connectors.kit.parts import Wire, count, part, parts
from socialdesk.connectors.x.included import included_posts
from socialdesk.model.contact import Author
from socialdesk.model.event import Event, MessageSeen, PostSeen, Unreadable
from socialdesk.model.message import Attachment
from socialdesk.model.thread import Kind

WRONG = (KeyError, TypeError, ValueError, AttributeError, OverflowError)
"""What reading a post of another form than X's raises."""
DIRECT = "dm:"
"""What stands before the id of a direct message: posts are numbered in the same way."""
_EPOCH_MS = 1_288_834_974_657
_LEADING = re.compile(r"^(?:@\w{1,15}\s+)+")
_TITLE = 80


def moment(text: str) -> datetime:
    """A moment of the API. Raises ValueError."""
    return datetime.fromisoformat(text).astimezone(UTC)


def id_at(at: datetime) -> str:
    """The smallest id of what was written at a moment: ids hold their time in milliseconds above 22 other bits."""
    return str(max(0, int(at.timestamp() * 1000) - _EPOCH_MS) << 22)


def later(one: str, other: str) -> str:
    """The newer of two ids; an empty one is older than all."""
    return max(one, other, key=lambda id_: int(id_ or 0))


class Page:
    """What came along with a page: people, pictures and posts that others speak of."""

    def __init__(self, said: Wire) -> None:
        includes = part(said, "includes")
        self.people = {str(one.get("id")): one for one in parts(includes, "users")}
        self.media = {str(one.get("media_key")): one for one in parts(includes, "media")}
        self.posts = {str(one.get("id")): one for one in included_posts(includes)}

    def author(self, id_: str, own: str) -> Author:
        """A person; by their id alone where X does not say more."""
        said = self.people.get(id_, {})
        metrics = part(said, "public_metrics")
        handle = str(said.get("username") or "")
        followers = metrics.get("followers_count")
        return Author(
            remote_id=id_,
            handle=f"@{handle}" if handle else "",
            name=str(said.get("name") or handle or "X"),
            avatar_url=said.get("profile_image_url") or None,
            followers=followers if isinstance(followers, int) else None,
            is_own=id_ == own,
        )


def parent_of(post: Wire) -> str:
    """The post that is answered; "" where it answers none."""
    return _referenced(post, "replied_to")


def _referenced(post: Wire, how: str) -> str:
    listed = parts(post, "referenced_tweets") or parts(post, "referenced_posts")
    return next((str(one["id"]) for one in listed if one.get("type") == how), "")


def conversation_of(post: Wire) -> str:
    """The post that a conversation began with."""
    return str(post.get("conversation_id") or post["id"])


def first_id(post: Wire) -> str:
    """The id a post had when it was written: each edit has an id of its own (X API, Edit posts)."""
    history = post.get("edit_history_tweet_ids") or post.get("edit_history_post_ids") or [post["id"]]
    return str(history[0])


def contact_of(post: Wire, own: str) -> str:
    """Whom a thread is with: who wrote a post, or whom an own one answers; "" where that is nobody else."""
    author = str(post["author_id"])
    if author != own:
        return author
    answered = str(post.get("in_reply_to_user_id") or "")
    return "" if answered == own else answered


def names(post: Wire, own: str) -> bool:
    """Whether a post names the account."""
    return any(str(one.get("id")) == own for one in parts(part(post, "entities"), "mentions"))


def text_of(post: Wire) -> str:
    """The words of a post: whole, with links as they lead, and without the names that X puts before an answer."""
    note = part(post, "note_tweet") or part(post, "note_post")
    # The words come escaped, where a link leads does not: an "&copy=1" in it is no sign.
    text = unescape(str(note.get("text") or post.get("text") or ""))
    entities = part(note, "entities") or part(post, "entities")
    for link in parts(entities, "urls"):
        short = str(link.get("url") or "")
        if short:
            # The link to the post's own pictures is none: they stand below the words.
            text = text.replace(short, "" if link.get("media_key") else str(link.get("expanded_url") or short))
    if parent_of(post):
        text = _LEADING.sub("", text)
    return text.strip()


def alike(one: str, other: str) -> bool:
    """Whether two texts are the same words: X gives back what it was sent trimmed and in another normal form."""
    return _plain(one) == _plain(other)


def _plain(text: str) -> str:
    text = _LEADING.sub("", unicodedata.normalize("NFC", unescape(text)).replace("\r\n", "\n"))
    # Links come back with or without what a browser adds.
    return re.sub(r"(https?://\S+?)/?(?=\s|$)", r"\1", text).strip()


def link_to(post: str, handle: str = "") -> str:
    """Where a post is to be seen."""
    return f"https://x.com/{handle.removeprefix('@') or 'i/web'}/status/{post}"


def to_message(post: Wire, page: Page, own: str, *, is_below_own: bool) -> MessageSeen:
    """A post as a message. Raises one of WRONG."""
    id_, author = first_id(post), page.author(str(post["author_id"]), own)
    contact, conversation = contact_of(post, own), conversation_of(post)
    changed_at = moment(post["created_at"])
    newest = str(post["id"])
    language = str(post.get("lang") or "")
    return MessageSeen(
        remote_id=id_,
        version=newest,
        thread_remote_id=f"{conversation}:{contact}",
        kind=Kind.COMMENT if is_below_own else Kind.MENTION,
        author=author,
        text=text_of(post),
        created_at=changed_at if newest == id_ else _time_in(id_),
        permalink=link_to(newest, author.handle),
        contact=page.author(contact, own) if author.is_own else None,
        edited_at=changed_at if newest != id_ else None,
        parent_remote_id=parent_of(post) or None,
        post_remote_id=conversation if is_below_own else None,
        language=language if len(language) == 2 else "",
        likes=count(part(post, "public_metrics"), "like_count"),
        attachments=attachments(post, page),
        raw=json.dumps(post),
    )


def _time_in(id_: str) -> datetime:
    ms = (int(id_) >> 22) + _EPOCH_MS
    return datetime.fromtimestamp(ms // 1000, UTC) + timedelta(milliseconds=ms % 1000)


def to_post(post: Wire, page: Page, own: str) -> PostSeen:
    """A post as what people answer to. Raises one of WRONG."""
    author, text = page.author(str(post["author_id"]), own), text_of(post)
    metrics = part(post, "public_metrics")
    counted = (("likes", "like_count"), ("reposts", "retweet_count"), ("replies", "reply_count"))
    pictures = attachments(post, page)
    return PostSeen(
        remote_id=first_id(post),
        author=author,
        title=text.split("\n", 1)[0][:_TITLE],
        text=text,
        created_at=moment(post["created_at"]),
        permalink=link_to(str(post["id"]), author.handle),
        counts=tuple((word, int(metrics[key])) for word, key in counted if isinstance(metrics.get(key), int)),
        picture=pictures[0] if pictures else None,
    )


def to_direct(event: Wire, page: Page, own: str) -> MessageSeen | None:
    """A direct message; None for one of two others. A group, which has one number, is one thread. Raises WRONG."""
    conversation = str(event["dm_conversation_id"])
    people = conversation.split("-")
    is_group = len(people) == 1
    if not is_group and (own not in people or len(people) != 2):
        return None
    author = page.author(str(event["sender_id"]), own)
    other = next((one for one in people if one != own), own)
    return MessageSeen(
        remote_id=f"{DIRECT}{event['id']}",
        version=str(event["id"]),
        thread_remote_id=conversation,
        kind=Kind.DM,
        author=author,
        text=text_of(event),
        created_at=moment(event["created_at"]),
        permalink=f"https://x.com/messages/{conversation}",
        contact=page.author(other, own) if author.is_own and not is_group else None,
        attachments=attachments(event, page),
        raw=json.dumps(event),
    )


def attachments(said: Wire, page: Page) -> tuple[Attachment, ...]:
    """What came with a post or message; of a film its still."""
    keys = part(said, "attachments").get("media_keys") or ()
    found = (page.media.get(str(key)) for key in keys)
    return tuple(_attachment(one) for one in found if one is not None)


def _attachment(said: Wire) -> Attachment:
    kind = "image" if said.get("type") == "photo" else "video"
    url = str(said.get("url") or said.get("preview_image_url") or "")
    return Attachment(kind, url, str(said.get("alt_text") or ""))


def unreadable(said: Wire, error: Exception) -> Event:
    """What could not be understood, kept as it came."""
    raw = json.dumps(said)
    return Unreadable(f"x:{said.get('id', raw[:80])}", type(error).__name__, raw)


def missing_in(said: Mapping[str, object], asked: frozenset[str]) -> list[str]:
    """Which of the ids that were asked for are on X no longer; one that may not be seen by us is not among them."""
    problems = parts(dict(said), "errors")
    gone = (one for one in problems if str(one.get("type", "")).endswith("/resource-not-found"))
    ids = (str(one.get("resource_id") or one.get("value") or "") for one in gone)
    return [id_ for id_ in ids if id_ in asked]
