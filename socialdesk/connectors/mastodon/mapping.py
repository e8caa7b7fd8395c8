"""Maps statuses to events, and says what a status is to the account; pure.

The rule of threads is in the README beside this file.
"""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from socialdesk.connectors.kit.parts import as_object, count
from socialdesk.connectors.kit.plain import plain
from socialdesk.connectors.mastodon.server import Server
from socialdesk.model.contact import Author
from socialdesk.model.event import Event, MessageSeen, PostSeen, Unreadable
from socialdesk.model.message import Attachment
from socialdesk.model.thread import Kind
from socialdesk.support.pattern import pattern

Wire = dict[str, Any]
WRONG = (KeyError, TypeError, ValueError, AttributeError, IndexError)
"""What a status raises that is none."""
_KINDS = {"image": "image", "gifv": "video", "video": "video", "audio": "audio"}
_QUOTE_LINK = frozenset({"quote-inline"})
_NAME = r"@[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_])?(?:@[\p{L}\p{N}.-]*[\p{L}\p{N}])?"
_LEADING = pattern(rf"\A(?:{_NAME}[\s,:]*(?=\s|\Z|@)\s*)+")
_SERVER = pattern(r"(?<=[\p{L}\p{N}_])@[\p{L}\p{N}.-]*[\p{L}\p{N}]")


@dataclass(frozen=True, slots=True)
class Me:
    """Whose statuses are our own, and how accounts are named in full."""

    id: str
    acct: str
    server: Server


@dataclass(frozen=True, slots=True)
class Place:
    """The thread a status belongs to."""

    thread: str
    kind: Kind
    contact: Author
    post: str | None = None


def moment(text: str) -> datetime:
    """A moment of the network. Raises ValueError for anything else."""
    found = datetime.fromisoformat(text)
    return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)


def oldest_in(items: list[Wire]) -> datetime | None:
    """When the oldest of a page was made, of those that tell."""
    found: list[datetime] = []
    for item in items:
        with suppress(*WRONG):
            found.append(moment(item["created_at"]))
    return min(found, default=None)


def later(one: str, other: str) -> str:
    """The later of two ids: decimal numbers of any length, or texts of one length that sort by time."""
    return max(one, other, key=lambda id_: (len(id_), id_))


def author_of(account: Wire, me: Me) -> Author:
    """Who an account is, or one that is only mentioned."""
    full = me.server.full(str(account["acct"]))
    return Author(
        remote_id=full,
        handle=f"@{full}",
        name=str(account.get("display_name") or account.get("username") or full),
        avatar_url=account.get("avatar_static") or account.get("avatar"),
        followers=account.get("followers_count"),
        is_own=str(account["id"]) == me.id,
    )


def is_own(status: Wire, me: Me) -> bool:
    """Whether the account wrote it."""
    return str(status["account"]["id"]) == me.id


def is_direct(status: Wire) -> bool:
    """Whether only those it mentions can read it."""
    return status.get("visibility") == "direct"


def parent_of(status: Wire) -> str | None:
    """The id of the status that this one answers."""
    parent = status.get("in_reply_to_id")
    return str(parent) if parent else None


def quoted_in(status: Wire) -> Wire | None:
    """The status that this one quotes, where it may be shown (docs.joinmastodon.org, Entities, Quote)."""
    quote: Wire = status.get("quote") or {}
    quoted: Wire | None = quote.get("quoted_status")
    return quoted


def starts_thread(status: Wire, me: Me) -> Kind | None:
    """Whether a public status can be the head of a thread by itself, and of which kind."""
    if is_own(status, me):
        return None
    if parent_of(status) and str(status.get("in_reply_to_account_id")) == me.id:
        return Kind.COMMENT
    mentions: list[Wire] = status.get("mentions") or []
    if any(str(one.get("id")) == me.id for one in mentions):
        return Kind.MENTION
    quoted = quoted_in(status)
    return Kind.MENTION if quoted is not None and is_own(quoted, me) else None


def head_place(status: Wire, me: Me) -> Place | None:
    """The thread of which a public status is the head; None when it is none."""
    kind = starts_thread(status, me)
    if kind is None:
        return None
    quoted = quoted_in(status)
    post = parent_of(status) or (str(quoted["id"]) if quoted is not None else None)
    return Place(str(status["id"]), kind, author_of(status["account"], me), post)


def direct_place(status: Wire, me: Me) -> Place | None:
    """The conversation of a direct status: the same people are the same conversation. None for one with nobody else."""
    writer = author_of(status["account"], me)
    mentions: list[Wire] = status.get("mentions") or []
    people = {author.remote_id: author for author in (*(author_of(one, me) for one in mentions), writer)}
    others = sorted(name for name, author in people.items() if not author.is_own)
    if not others:
        return None
    contact = writer if not writer.is_own else people[others[0]]
    return Place(f"dm:{','.join(others)}", Kind.DM, contact)


def people_in(thread: str) -> list[str]:
    """Who is in a conversation besides the account."""
    return thread.removeprefix("dm:").split(",")


def words(status: Wire) -> str:
    """The text of a status without its warning; a poll's choices are told like lines."""
    text = plain(str(status.get("content") or ""), without=_QUOTE_LINK)
    poll: Wire = status.get("poll") or {}
    options: list[Wire] = poll.get("options") or []
    return "\n".join([text, *(f"○ {one.get('title', '')}" for one in options)]).strip()


def text_of(status: Wire, me: Me) -> str:
    """What is shown: of others with the warning above it, of our own answers without the names before it."""
    text = words(status)
    if is_own(status, me) and parent_of(status):
        return without_names(text)
    warning = str(status.get("spoiler_text") or "").strip()
    return f"⚠ {warning}\n\n{text}".strip() if warning else text


def without_names(text: str) -> str:
    """A text without the names it begins with; as it is where it is nothing but names."""
    return _LEADING.sub("", text) or text


def named_first(status: Wire, me: Me) -> list[str]:
    """The full names of those a status names before its words."""
    said = words(status)
    names = said[: len(said) - len(without_names(said))].lower().split()
    mentions: list[Wire] = status.get("mentions") or []
    return [
        me.server.full(str(one["acct"]))
        for one in mentions
        if not {f"@{one['acct']}".lower(), f"@{str(one['acct']).partition('@')[0]}".lower()}.isdisjoint(names)
    ]


def alike(text: str) -> str:
    """A text as it can be compared, whoever wrote it down: servers cut names and keep no two spaces."""
    return " ".join(_SERVER.sub("", without_names(text)).split())


def version_of(status: Wire) -> str:
    """What changes with the content."""
    edited = status.get("edited_at")
    if edited:
        return str(edited)
    media: list[Wire] = status.get("media_attachments") or []
    said = [words(status), str(status.get("spoiler_text") or ""), *(str(one.get("id")) for one in media)]
    return hashlib.sha256("\0".join(said).encode("utf-8", "surrogatepass")).hexdigest()[:24]


def print_of(status: Wire) -> str:
    """What changes with anything we show of a message."""
    return f"{version_of(status)}:{bool(status.get('favourited'))}"


def link_of(status: Wire) -> str:
    """The web address of a status."""
    return str(status.get("url") or status.get("uri") or "")


def to_message(status: Wire, place: Place, me: Me) -> Event:
    """A status as a message of a thread; what cannot be read is kept raw."""
    try:
        edited = status.get("edited_at")
        return MessageSeen(
            remote_id=str(status["id"]),
            version=version_of(status),
            thread_remote_id=place.thread,
            kind=place.kind,
            author=author_of(status["account"], me),
            contact=place.contact,
            text=text_of(status, me),
            created_at=moment(status["created_at"]),
            edited_at=moment(edited) if edited else None,
            permalink=link_of(status),
            parent_remote_id=parent_of(status),
            post_remote_id=place.post,
            language=str(status.get("language") or "")[:2],
            is_liked=bool(status.get("favourited")),
            likes=count(status, "favourites_count"),
            attachments=attachments_of(status),
            raw=json.dumps(status, ensure_ascii=False),
        )
    except WRONG as error:
        return unreadable(status, error)


def unreadable(status: Any, error: Exception) -> Unreadable:
    """Something where a status should be."""
    raw = json.dumps(status, ensure_ascii=False, default=str)
    id_ = as_object(status).get("id")
    digest = hashlib.sha256(raw.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return Unreadable(f"{id_}:{digest}", f"{type(error).__name__}: {error}", raw)


def to_post(status: Wire, me: Me) -> PostSeen:
    """A status as what people answer to. Raises one of WRONG."""
    names = (("likes", "favourites_count"), ("reposts", "reblogs_count"), ("replies", "replies_count"))
    pictures = [one for one in attachments_of(status) if one.kind in ("image", "video")]
    media: list[Wire] = status.get("media_attachments") or []
    still = next((str(one.get("preview_url") or "") for one in media if one.get("type") in _KINDS), "")
    picture = Attachment("image", still or pictures[0].url, pictures[0].alt) if pictures else None
    return PostSeen(
        remote_id=str(status["id"]),
        author=author_of(status["account"], me),
        title="",
        text=text_of(status, me),
        created_at=moment(status["created_at"]),
        permalink=link_of(status),
        counts=tuple((what, int(status[key])) for what, key in names if isinstance(status.get(key), int)),
        picture=picture,
    )


def links_of(status: Wire) -> list[str]:
    """Where what came with a status lies, in its order."""
    media: list[Wire] = status.get("media_attachments") or []
    return [str(one.get("url") or one.get("remote_url") or "") for one in media]


def attachments_of(status: Wire) -> tuple[Attachment, ...]:
    """What came with a status."""
    media: list[Wire] = status.get("media_attachments") or []
    return tuple(
        Attachment(_KINDS.get(str(one.get("type")), "file"), url, str(one.get("description") or ""))
        for one, url in zip(media, links_of(status), strict=True)
    )
