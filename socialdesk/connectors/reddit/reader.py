"""Reads the inbox, own comments, sent messages and modmail of one account; gives events.

Listings are newest first and know about a thousand things. The place in one is the time of its newest thing: the names
of things grow per kind only, and one that a listing was to go on after may have been deleted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.parts import as_list
from socialdesk.connectors.reddit import mapping
from socialdesk.connectors.reddit.wire import Reddit, Wire, after, part, things
from socialdesk.model.event import Event, MessageDeleted
from socialdesk.model.failure import FailureKind
from socialdesk.support.clock import Clock

OVERLAP = timedelta(minutes=10)
_DEEP = 12
"""So many comments above one are looked for."""
_MOST_KNOWN = 5_000
_MOST_CONVERSATIONS = 25
_MODMAIL_AGAIN = timedelta(minutes=15)
"""So long after an account moderated nothing it is asked again: eight requests of the thousands an hour has."""
PATHS = {"inbox": "/message/inbox", "sent": "/message/sent"}


@dataclass(frozen=True, slots=True)
class Place:
    """How far a listing was read. Between two readings only `newest` is set."""

    newest: datetime | None = None
    page: str = ""
    stop: datetime | None = None
    high: datetime | None = None

    @property
    def is_within(self) -> bool:
        """Whether a reading has begun and not ended."""
        return self.stop is not None


class Reader:
    """The reader of one session. `own` is the account's name."""

    def __init__(self, reddit: Reddit, own: str, clock: Clock) -> None:
        self._reddit = reddit
        self._own = own
        self._clock = clock
        self._known: dict[str, Wire] = {}
        """Comments and posts by name, the newest last: what stands above others."""
        self._posts: dict[str, datetime] = {}
        self._edited: dict[str, Wire] = {}
        """Comments that were found changed while looking for deleted ones."""
        self._versions: dict[str, object] = {}
        self._no_modmail_until: datetime | None = None

    def forget(self) -> None:
        """Take every changed comment for news once more."""
        self._versions.clear()
        self._posts.clear()

    async def page(self, stream: str, place: Place, since: datetime) -> tuple[list[Event], Place]:
        """The next page of a stream, back to `since` where nothing was read yet. Raises ConnectorError."""
        stop = place.stop or (place.newest - OVERLAP if place.newest else since)
        if stream == "modmail":
            return await self._modmail(place, stop)
        path = PATHS.get(stream) or f"/user/{self._own}/comments"
        said = await self._reddit.listing(path, place.page)
        items = things(said)
        wanted = [one for one in items if _begun(one, stop) >= since]
        events: list[Event] = [mapping.to_direct(one, self._own) for one in wanted if one.get("kind") == "t4"]
        comments = [str(one.get("name")) for one in wanted if one.get("kind") == "t1"]
        if stream == "inbox":
            comments += [name for name in self._edited if name not in comments]
        events += await self._comments(comments, items if stream == "own" else None)
        self._edited.clear()
        times = [_begun(one, stop) for one in items]
        high = max([*times, *(one for one in (place.high, place.newest) if one is not None)], default=None)
        token = after(said)
        if token and times and min(times) >= stop:
            return events, Place(place.newest, token, stop, high)
        return events, Place(high or self._clock.now())

    async def gone(self, ids: Sequence[str]) -> list[str]:
        """Which of these comments are deleted or removed; messages cannot be asked about."""
        names = [id_ for id_ in ids if id_.startswith("t1_")]
        found = {str(one.get("name")): one for one in await self._reddit.info(names)} if names else {}
        for name, one in found.items():
            if one.get("edited") and self._versions.get(name) != one.get("edited") and not mapping.is_gone(one):
                self._edited[name] = one
        return [name for name in names if name not in found or mapping.is_gone(found[name])]

    async def own_comments(self) -> list[Wire]:
        """The newest of the account's own comments."""
        return things(await self._reddit.listing(f"/user/{self._own}/comments", most=25))

    async def sent(self) -> list[Wire]:
        """The newest private messages of the account's own."""
        return things(await self._reddit.listing("/message/sent", most=25))

    async def conversation(self, id_: str) -> tuple[Wire, dict[str, Wire]]:
        """A conversation with moderators, and all its messages."""
        return opened(await self._reddit.get(f"/api/mod/conversations/{id_}"))

    async def _comments(self, ids: Sequence[str], whole: Sequence[Wire] | None) -> list[Event]:
        """Comments with what stands above them, and their posts."""
        found = list(whole) if whole is not None else await self._reddit.info(list(ids))
        found = [one for one in found if one.get("name") in set(ids)]
        self._note(found)
        await self._climb(found)
        now = self._clock.now()
        events: list[Event] = []
        posts: list[str] = []
        for one in found:
            self._versions[str(one.get("name"))] = one.get("edited")
            if mapping.is_gone(one):
                events.append(MessageDeleted(str(one.get("name")), now))
                continue
            event = mapping.to_message(one, self._known, self._own)
            if event is not None:
                events.append(event)
                posts.append(str(one.get("link_id")))
        return [*await self._context(posts), *events]

    async def _climb(self, found: Sequence[Wire]) -> None:
        """Fetch what stands above comments, up to their posts, as far as it is not known."""
        for _ in range(_DEEP):
            missing = {name for one in found for name in self._unknown_above(one)}
            if not missing:
                return
            above = await self._reddit.info(sorted(missing))
            # One that nobody answers for is known to be nothing.
            blank: dict[str, Wire] = {name: {"name": name, "author": ""} for name in missing}
            self._note([*(blank | {str(one.get("name")): one for one in above}).values()])

    def _unknown_above(self, thing: Wire) -> list[str]:
        here: Wire | None = thing
        for _ in range(_DEEP):
            parent = str((here or {}).get("parent_id") or "")
            if not parent:
                return []
            if parent not in self._known:
                return [parent]
            here = self._known[parent]
        return []

    async def _context(self, posts: Sequence[str]) -> list[Event]:
        now = self._clock.now()
        wanted = {
            one
            for one in posts
            if one.startswith("t3_") and (one not in self._posts or now - self._posts[one] > timedelta(hours=6))
        }
        if not wanted:
            return []
        found = await self._reddit.info(sorted(wanted))
        self._posts |= dict.fromkeys(wanted, now)
        return [mapping.to_post(one, self._own) for one in found if one.get("kind") == "t3"]

    async def _modmail(self, place: Place, stop: datetime) -> tuple[list[Event], Place]:
        now = self._clock.now()
        if self._no_modmail_until is not None and now < self._no_modmail_until:
            return [], Place(place.newest or now)
        params = {"sort": "recent", "state": "all", "limit": str(_MOST_CONVERSATIONS)}
        try:
            said = await self._reddit.get(
                "/api/mod/conversations", **params, **({"after": place.page} if place.page else {})
            )
        except ConnectorError as error:
            if error.failure.kind is not FailureKind.PERMISSION_DENIED:
                raise
            me = await self._reddit.get("/api/v1/me")
            if me.get("is_mod") is not False:
                raise
            # An account that moderates nothing has no modmail; what the sign-in was tried for says so, too.
            self._no_modmail_until = now + _MODMAIL_AGAIN
            return [], Place(place.newest or now)
        ids = [str(one) for one in as_list(said.get("conversationIds"))]
        conversations = part(said, "conversations")
        events: list[Event] = []
        times: list[datetime] = []
        for id_ in ids:
            at = _updated(part(conversations, id_), stop)
            times.append(at)
            if at >= stop:
                events += mapping.to_modmail(*await self.conversation(id_), self._own)
        high = max([*times, *(one for one in (place.high, place.newest) if one is not None)], default=None)
        if len(ids) == _MOST_CONVERSATIONS and min(times) >= stop:
            return events, Place(place.newest, ids[-1], stop, high)
        return events, Place(high or self._clock.now())

    def _note(self, found: Sequence[Wire]) -> None:
        for one in found:
            name = str(one.get("name"))
            self._known.pop(name, None)
            self._known[name] = one
        for _ in range(len(self._known) - _MOST_KNOWN):
            self._known.pop(next(iter(self._known)))


def opened(said: Wire) -> tuple[Wire, dict[str, Wire]]:
    """A conversation and its messages out of what Reddit says of one."""
    messages = part(said, "messages")
    return part(said, "conversation"), {key: part(messages, key) for key in messages}


def _begun(thing: Wire, otherwise: datetime) -> datetime:
    try:
        return mapping.moment(thing["created_utc"])
    except (KeyError, ValueError, OverflowError, OSError):
        return otherwise


def _updated(conversation: Wire, otherwise: datetime) -> datetime:
    try:
        return mapping.iso(conversation["lastUpdated"])
    except (KeyError, ValueError):
        return otherwise
