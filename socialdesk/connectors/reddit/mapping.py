"""Maps comments, posts, private messages and modmail to events; pure. The rule of threads is in the README."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import cast

from socialdesk.connectors.kit.parts import count
from socialdesk.connectors.reddit.wire import Wire, part
from socialdesk.model.contact import Author
from socialdesk.model.event import Event, MessageSeen, PostSeen, Unreadable
from socialdesk.model.message import Attachment
from socialdesk.model.thread import Kind

SITE = "https://www.reddit.com"
MODMAIL = "mm:"
_PICTURES = {"Image", "AnimatedImage"}
_NOBODY = {"", "[deleted]", "[removed]"}


def moment(seconds: object) -> datetime:
    """A moment of Reddit: seconds since 1970. Raises ValueError for anything else."""
    return datetime.fromtimestamp(float(str(seconds)), UTC)


def iso(text: object) -> datetime:
    """A moment of modmail. Raises ValueError for anything else."""
    found = datetime.fromisoformat(str(text))
    return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)


def is_gone(thing: Wire) -> bool:
    """Whether its writer took it back or a moderator removed it."""
    return str(thing.get("author") or "") in _NOBODY or thing.get("body") in {"[deleted]", "[removed]"}


def is_by(thing: Wire, own: str) -> bool:
    """Whether an account wrote it."""
    return str(thing.get("author") or "").lower() == own.lower()


def names(thing: Wire, own: str) -> bool:
    """Whether its words name an account, as the words that Reddit tells it of."""
    pattern = rf"(?<![\w/])/?u/{re.escape(own)}(?![\w-])"
    return re.search(pattern, str(thing.get("body") or ""), re.IGNORECASE) is not None


def pictures_in(thing: Wire) -> dict[str, Attachment]:
    """The pictures of a comment, by what their place in its words calls them.

    `media_metadata` is not in Reddit's reference (U): {id: {status, e, m, s: {u or gif, x, y}}}; in the words stands
    `![img](id)`. A small face is a picture too, and belongs among the words.
    """
    found: dict[str, Attachment] = {}
    for id_, facts in part(thing, "media_metadata").items():
        told: Wire = cast("Wire", facts) if isinstance(facts, dict) else {}
        shown = part(told, "s")
        url = str(shown.get("u") or shown.get("gif") or "")
        is_shown = told.get("status") == "valid" and told.get("e") in _PICTURES
        if is_shown and url.startswith("https://") and not id_.startswith("emote|"):
            found[id_] = Attachment("image", url, "", str(told.get("m") or ""))
    return found


def words_of(thing: Wire) -> str:
    """The words of a comment, without the places of its pictures: those are shown as pictures."""
    text = str(thing.get("body") or "")
    for id_ in pictures_in(thing):
        text = re.sub(rf"!\[\w*\]\({re.escape(id_)}(?: [^)\n]*)?\)", "", text)
    return text.strip() if text != thing.get("body") else text


def author_of(name: str, own: str) -> Author:
    """Somebody by name: on Reddit a name belongs to one account for ever."""
    is_own = name.lower() == own.lower()
    return Author(remote_id=name.lower(), handle=f"u/{name}", name=name, is_own=is_own)


def starts_thread(thing: Wire, parent: Wire, own: str) -> Kind | None:
    """Whether a comment can be the head of a thread by itself, and of which kind."""
    if is_by(thing, own):
        return None
    if is_by(parent, own):
        return Kind.COMMENT
    return Kind.MENTION if names(thing, own) else None


def head_of(thing: Wire, known: Mapping[str, Wire], own: str) -> tuple[Wire, Kind] | None:
    """The head of the thread a comment belongs to: the first above it that can be one; None when it is not ours."""
    found: tuple[Wire, Kind] | None = None
    seen: set[str] = set()
    here: Wire | None = thing
    while here is not None and str(here.get("name", "")).startswith("t1_") and str(here["name"]) not in seen:
        seen.add(str(here["name"]))
        parent = known.get(str(here.get("parent_id")), {})
        kind = starts_thread(here, parent, own)
        if kind is not None:
            found = here, kind
        here = parent or None
    return found


def to_message(thing: Wire, known: Mapping[str, Wire], own: str) -> Event | None:
    """A comment as a message of a thread; None where it belongs to none, what cannot be read is kept raw."""
    try:
        found = head_of(thing, known, own)
        if found is None:
            return None
        head, kind = found
        written = moment(thing["created_utc"])
        edited = None if thing.get("edited") in {False, None, True} else moment(thing["edited"])
        return MessageSeen(
            remote_id=str(thing["name"]),
            version=(edited or written).isoformat(),
            thread_remote_id=str(head["name"]),
            kind=kind,
            author=author_of(str(thing["author"]), own),
            contact=author_of(str(head["author"]), own),
            text=words_of(thing),
            created_at=written,
            edited_at=edited,
            permalink=f"{SITE}{thing['permalink']}" if thing.get("permalink") else "",
            parent_remote_id=None if thing is head else str(thing["parent_id"]),
            post_remote_id=str(thing["link_id"]) if thing.get("link_id") else None,
            is_liked=thing.get("likes") is True,
            likes=count(thing, "score"),
            attachments=tuple(pictures_in(thing).values()),
            raw=json.dumps(thing, ensure_ascii=False),
        )
    except (KeyError, TypeError, ValueError, OverflowError, OSError) as error:
        return unreadable(thing, error)


def to_post(post: Wire, own: str) -> PostSeen:
    """A post as the context of threads."""
    still = str(post.get("thumbnail") or "")
    counts = (("likes", "score"), ("replies", "num_comments"))
    return PostSeen(
        remote_id=str(post["name"]),
        author=author_of(str(post.get("author") or "[deleted]"), own),
        title=str(post.get("title") or ""),
        text=str(post.get("selftext") or ""),
        created_at=moment(post["created_utc"]),
        permalink=f"{SITE}{post['permalink']}" if post.get("permalink") else "",
        counts=tuple((word, int(post[key])) for word, key in counts if isinstance(post.get(key), int)),
        picture=Attachment("image", still, str(post.get("title") or "")) if still.startswith("https://") else None,
    )


def to_direct(message: Wire, own: str) -> Event:
    """A private message; one to many from a subreddit has no writer."""
    try:
        sender = str(message.get("author") or "") or f"r/{message.get('subreddit') or 'reddit'}"
        other = str(message.get("dest") or "") if sender.lower() == own.lower() else sender
        first = str(message.get("first_message_name") or message["name"])
        subject, text = str(message.get("subject") or ""), str(message.get("body") or "")
        is_head = first == message["name"] and sender.lower() != own.lower()
        return MessageSeen(
            remote_id=str(message["name"]),
            version=str(message["created_utc"]),
            thread_remote_id=first,
            kind=Kind.DM,
            author=author_of(sender, own),
            contact=author_of(other or "reddit", own),
            text=f"{subject}\n\n{text}" if subject and is_head else text,
            created_at=moment(message["created_utc"]),
            permalink=f"{SITE}/message/messages/{first.removeprefix('t4_')}",
            parent_remote_id=None if is_head else first,
            raw=json.dumps(message, ensure_ascii=False),
        )
    except (KeyError, TypeError, ValueError, OverflowError, OSError) as error:
        return unreadable(message, error)


def to_modmail(conversation: Wire, messages: Mapping[str, Wire], own: str) -> list[Event]:
    """The messages of a conversation with moderators. What a moderator says to its opener is said by our side."""
    id_, subject = str(conversation.get("id") or ""), str(conversation.get("subject") or "")
    ordered = sorted(messages.values(), key=lambda one: str(one.get("date") or ""))
    opener = part(ordered[0], "author") if ordered else {}
    participant = part(conversation, "participant").get("name") or opener.get("name") or "reddit"
    events: list[Event] = []
    for place, message in enumerate(ordered):
        if message.get("isInternal"):
            continue  # a note among moderators: it was never said to anybody
        try:
            author = part(message, "author")
            name = str(author.get("name") or "[deleted]")
            is_own = name.lower() == own.lower() or (bool(author.get("isMod")) and name != participant)
            text = str(message.get("bodyMarkdown") or "")
            said_by = Author(name.lower(), f"u/{name}", name, is_own=is_own)
            events.append(
                MessageSeen(
                    remote_id=f"{MODMAIL}{id_}:{message['id']}",
                    version="1",
                    thread_remote_id=f"{MODMAIL}{id_}",
                    kind=Kind.DM,
                    author=said_by,
                    contact=author_of(str(participant), own),
                    text=f"{subject}\n\n{text}" if place == 0 and subject and not is_own else text,
                    created_at=iso(message["date"]),
                    permalink=f"https://mod.reddit.com/mail/all/{id_}",
                    parent_remote_id=f"{MODMAIL}{id_}:{ordered[0].get('id')}" if place else None,
                    raw=json.dumps(message, ensure_ascii=False),
                )
            )
        except (KeyError, TypeError, ValueError) as error:
            events.append(unreadable(message, error))
    return events


def alike(one: str, other: str) -> bool:
    """Whether two texts are the same words; Reddit trims what stands at the end."""
    return _plain(one) == _plain(other)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).replace("\r\n", "\n").strip()


def unreadable(thing: Wire, error: Exception) -> Unreadable:
    """What cannot be read, kept raw."""
    raw = json.dumps(thing, ensure_ascii=False, default=str)
    return Unreadable(
        f"{thing.get('name') or thing.get('id')}:{thing.get('edited')}", f"{type(error).__name__}: {error}", raw
    )
