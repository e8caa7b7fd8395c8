"""The made-up world of the stand-in for Mastodon: people, what they say, and who is told of it."""

from __future__ import annotations

import hashlib
import html
import re
from base64 import urlsafe_b64encode
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from socialdesk.connectors.suite.stand_in import Asked, Refused, Said

ALL_SCOPES = (
    *(f"read:{one}" for one in ("accounts", "blocks", "follows", "mutes", "notifications", "search", "statuses")),
    *(
        f"write:{one}"
        for one in ("blocks", "conversations", "favourites", "media", "mutes", "notifications", "reports", "statuses")
    ),
)


@dataclass
class App:
    id: str
    secret: str
    redirect: str
    scopes: str


@dataclass
class Status:
    id: str
    author: str
    text: str
    at: datetime
    to: str | None
    visibility: str
    mentions: list[str]
    warning: str = ""
    language: str = "en"
    media: list[dict[str, Any]] = field(default_factory=list)
    quotes: str | None = None
    edited: datetime | None = None
    favourited: bool = False
    muted: bool = False
    likes: int = 0


def expanded(scope: str) -> set[str]:
    """What scopes allow one by one."""
    found: set[str] = set()
    for one in scope.split():
        found |= {one} | {fine for fine in ALL_SCOPES if fine.startswith(f"{one}:")}
    return found


class World:
    """People and statuses as the account "brand" sees them."""

    now: Any
    address: str

    def __init__(self, flavour: str) -> None:
        self.flavour = flavour
        self.domain = "home.example"
        self.version = {"mastodon": "4.7.3", "old": "4.2.0"}.get(flavour, f"{flavour}/0.11")
        self.privacy = "public"
        self.people: dict[str, dict[str, Any]] = {}
        self.statuses: dict[str, Status] = {}
        self.notices: list[dict[str, Any]] = []
        self.media: dict[str, dict[str, Any]] = {}
        self.blocked: set[str] = set()
        self.reports: list[dict[str, Any]] = []
        self._count = 0
        self.brand = self.joins("brand", name="Brand")

    # ------------------------------------------------------------ what tests do

    def joins(self, user: str, domain: str = "", name: str = "") -> str:
        """Somebody comes to be; gives their id."""
        id_ = self.fresh_id()
        here = not domain
        acct = user if here and self.flavour != "takahe" else f"{user}@{domain or self.domain}"
        self.people[id_] = {"id": id_, "username": user, "acct": acct, "display_name": name or user.title()}
        return id_

    def says(
        self,
        author: str,
        text: str,
        *,
        to: str | None = None,
        visibility: str = "public",
        warning: str = "",
        language: str = "en",
        media: list[dict[str, Any]] | None = None,
        quotes: str | None = None,
        at: datetime | None = None,
        held_back: bool = False,
        quietly: bool = False,
    ) -> str:
        """Somebody writes; who is named is told. Gives the id."""
        id_ = self.fresh_id()
        names = re.findall(r"@([\w]+(?:@[\w.-]+\w)?)", text)
        mentions = [
            one["id"] for name in names for one in self.people.values() if name in (one["acct"], self.full(one))
        ]
        mentions += [one["id"] for name in names for one in self.people.values() if name == one["username"] == "brand"]
        mentions = list(dict.fromkeys(one for one in mentions if one != author))
        at = at or self.time()
        self.statuses[id_] = Status(
            id_, author, text, at, to, visibility, mentions, warning, language, media or [], quotes
        )
        if self.brand in mentions and not quietly:
            self.tell("mention", author, id_, at, held_back=held_back)
        elif quotes is not None and self.statuses[quotes].author == self.brand and self.flavour == "mastodon":
            self.tell("quote", author, id_, at)
        return id_

    def tell(self, kind: str, who: str, status: str | None, at: datetime | None = None, **more: Any) -> str:
        """The account is told of something; gives the id of the notification."""
        id_ = str(len(self.notices) + 1) if self.flavour != "gotosocial" else self.fresh_id()
        at = at or self.time()
        self.notices.append(
            {"id": id_, "type": kind, "created_at": _stamp(at), "account": self.shown(who), "status": status, **more}
        )
        return id_

    def time(self) -> datetime:
        """The server's."""
        found: datetime = self.now()
        return found

    def edits(self, id_: str, text: str) -> None:
        """Somebody changes what they wrote."""
        self.statuses[id_].text, self.statuses[id_].edited = text, self.now()

    def deleted(self, id_: str) -> None:
        """Something is taken back; what answered it stands alone."""
        del self.statuses[id_]
        for one in self.statuses.values():
            if one.to == id_:
                one.to = None

    # ------------------------------------------------------------ what the server shows

    def fresh_id(self) -> str:
        self._count += 1
        if self.flavour == "gotosocial":
            return f"01M84H46{self._count:018d}"
        return str(117_440_826_000_000_000 + self._count)

    def full(self, person: dict[str, Any]) -> str:
        return person["acct"] if "@" in person["acct"] else f"{person['acct']}@{self.domain}"

    def shown(self, id_: str) -> dict[str, Any]:
        return {**self.people[id_], "followers_count": 3, "avatar": f"{self.address}/a.png", "note": ""}

    def is_visible(self, id_: str) -> bool:
        one = self.statuses.get(id_)
        return one is not None and (one.visibility != "direct" or self.brand in (one.author, *one.mentions))

    def there(self, id_: str) -> str:
        if not self.is_visible(id_):
            raise Refused(Said(404, {"error": "Record not found"}))
        return id_

    def told(self, id_: str, *, deep: bool = True) -> dict[str, Any]:
        """A status as the API shows it (docs.joinmastodon.org, Entities, Status)."""
        one = self.statuses[id_]
        parent = self.statuses.get(one.to or "")
        said: dict[str, Any] = {
            "id": id_,
            "created_at": _stamp(one.at),
            "edited_at": _stamp(one.edited) if one.edited else None,
            "in_reply_to_id": one.to,
            "in_reply_to_account_id": parent.author if parent else None,
            "visibility": one.visibility,
            "spoiler_text": one.warning,
            "language": one.language,
            "url": f"https://{self.domain}/@x/{id_}",
            "uri": f"https://{self.domain}/{id_}",
            "content": self._as_html(one),
            "account": self.shown(one.author),
            "mentions": [self.people[who] | {"url": ""} for who in one.mentions],
            "media_attachments": one.media,
            "favourited": one.favourited,
            "muted": one.muted,
            "reblog": None,
            "poll": None,
            "favourites_count": one.likes,
            "reblogs_count": 0,
            "replies_count": sum(other.to == id_ for other in self.statuses.values()),
        }
        if self.flavour == "mastodon":
            is_there = deep and one.quotes in self.statuses
            quoted = self.told(one.quotes, deep=False) if is_there and one.quotes else None
            said["quote"] = {"state": "accepted", "quoted_status": quoted} if one.quotes else None
        return said

    def tree(self, id_: str) -> tuple[list[str], list[str]]:
        """What stands above a status and below it."""
        above: list[str] = []
        at = self.statuses[id_].to
        while at is not None and self.is_visible(at):
            above.insert(0, at)
            at = self.statuses[at].to
        below: list[str] = []
        for one in self.statuses.values():
            if one.to in (id_, *below) and self.is_visible(one.id):
                below.append(one.id)
        return above, below

    def conversation_list(self) -> list[dict[str, Any]]:
        """By the people in them, newest first."""
        found: dict[frozenset[str], Status] = {}
        for one in self.statuses.values():
            if one.visibility == "direct" and self.is_visible(one.id):
                found[frozenset({one.author, *one.mentions} - {self.brand})] = one
        newest = sorted(found.items(), key=lambda pair: pair[1].id, reverse=True)
        return [
            {
                "id": f"c{''.join(sorted(people))}",
                "unread": True,
                "accounts": [self.shown(who) for who in sorted(people)],
                "last_status": self.told(one.id),
            }
            for people, one in newest
        ]

    def paged(self, items: list[dict[str, Any]], asked: Asked) -> list[dict[str, Any]]:
        """A page, newest first: right after `min_id`, or right before `max_id`."""
        items = sorted(items, key=lambda one: _order(one["id"]))
        limit = min(int(asked.query.get("limit", "20")), 40)
        if before := asked.query.get("max_id"):
            items = [one for one in items if _order(one["id"]) < _order(before)]
        if after := asked.query.get("min_id"):
            return [one for one in items if _order(one["id"]) > _order(after)][:limit][::-1]
        return items[-limit:][::-1]

    def link(self, asked: Asked, page: list[dict[str, Any]]) -> dict[str, str]:
        """The Link header; its host is another one than was called, as on some servers."""
        if not page:
            return {}
        address = f"https://elsewhere.example{asked.path}"
        older, newer = page[-1]["id"], page[0]["id"]
        return {"link": f'<{address}?max_id={older}>; rel="next", <{address}?min_id={newer}>; rel="prev"'}

    def instance_facts(self, most: int) -> dict[str, Any]:
        """What the server says of itself."""
        facts: dict[str, Any] = {
            "title": "Home",
            "version": self.version,
            "configuration": {
                "urls": {} if self.flavour == "takahe" else {"streaming": self.address.replace("http", "ws", 1)},
                "statuses": {"max_characters": most, "max_media_attachments": 4, "characters_reserved_per_url": 23},
                "media_attachments": {
                    "supported_mime_types": ["image/jpeg", "image/png", "image/gif", "image/webp"],
                    "image_size_limit": 16_777_216,
                },
            },
        }
        return facts | ({"api_versions": {"mastodon": 11}} if self.flavour == "mastodon" else {})

    def proves(self, verifier: str, challenge: str) -> bool:
        digest = hashlib.sha256(verifier.encode()).digest()
        return urlsafe_b64encode(digest).rstrip(b"=").decode() == challenge

    def _as_html(self, one: Status) -> str:
        def linked(found: re.Match[str]) -> str:
            who = found[1].partition("@")[0]
            link = f'<a href="https://x.example/@{who}" class="u-url mention">@<span>{who}</span></a>'
            return f'<span class="h-card">{link}</span>'

        text = re.sub(r"@([\w]+(?:@[\w.-]+\w)?)", linked, html.escape(one.text, quote=False))
        text = re.sub(
            r"(https?://)([^\s<\"]+)(?![^<]*>)", r'<a href="\1\2"><span class="invisible">\1</span>\2</a>', text
        )
        return "".join(f"<p>{part.replace(chr(10), '<br />')}</p>" for part in text.split("\n\n"))


def _stamp(at: datetime) -> str:
    return at.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _order(id_: str) -> tuple[int, str]:
    return len(id_), id_
