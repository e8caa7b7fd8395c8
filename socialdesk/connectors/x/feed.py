"""Reads what is new on X for one account; gives pages of events.

Mentions and own posts come newest first, from an id on and never more than 800 and 3,200 of them; direct messages
likewise, without an id to begin at. So each reading goes from the newest down to where the last one began,
and its place is kept from page to page: the next begins only when all of this one was stored.
"""

from __future__ import annotations

import json
from collections import OrderedDict
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from socialdesk.connectors.kit.contract import Page as Pulled
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import failed
from socialdesk.connectors.kit.parts import Wire, part, parts
from socialdesk.connectors.x import mapping
from socialdesk.connectors.x.mapping import WRONG, Page
from socialdesk.connectors.x.spending import POST, USER
from socialdesk.connectors.x.wire import MOST_IDS, X
from socialdesk.model.event import Event, MessageSeen, PostSeen
from socialdesk.model.failure import FailureKind
from socialdesk.support.clock import Clock

OWN_EVERY = timedelta(minutes=15)
"""What was answered elsewhere may show a little later; each own post that is read costs."""
_MOST = {
    "mentions": (800, "More than 800 posts came since the last reading; X gives no more than the newest of them."),
    "own": (3_200, "More than 3,200 own posts came since the last reading; X gives no more than the newest of them."),
}
"""How many posts X gives at most, however long ago the last reading was (X API, Timelines), and what is said then."""
_FEW = 10
"""So many messages are asked for when little can be new: X has no way to ask for the new ones alone."""
_MOST_ROOTS = 5_000
_VERSION = 1


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reading stands."""

    since: str = ""
    """The newest id of the reading before; this one ends there."""
    top: str = ""
    """The newest id of this reading."""
    token: str = ""
    """X's mark of the next page, while this reading goes on."""
    count: int = 0
    read_at: str = ""


class Feed:
    """The readings of one session."""

    def __init__(self, x: X, own: str, clock: Clock) -> None:
        self._x = x
        self._own = own
        self._clock = clock
        self._roots: OrderedDict[str, bool] = OrderedDict()
        """By conversation, whether the account began it."""
        self._looked: tuple[str, set[str]] = ("", set())
        """What was asked about on a day."""

    async def pull(self, stream: str, cursor: str | None, history: timedelta) -> Pulled:
        """A page of a stream. Raises ConnectorError."""
        place = _read(cursor)
        if stream == "own" and cursor is not None and not place.token and not self._is_due(place):
            return Pulled((), cursor)
        try:
            if stream == "messages":
                return await self._messages(place, history)
            return await self._posts(stream, place, history)
        except ConnectorError as error:
            if error.failure.kind is not FailureKind.INVALID or not (place.token or place.since):
                raise
            if place.token:
                # Marks of pages do not last for ever: this reading begins again, from its newest.
                return Pulled((), _written(replace(place, token="", count=0)), has_more=True)
            sentence = "The place in this stream is lost; it is read again."
            raise failed(FailureKind.CURSOR_INVALID, sentence, code="since") from None

    def own_posts(self) -> list[str]:
        """The posts of the account that were met, by which conversations began."""
        return [id_ for id_, is_own in self._roots.items() if is_own]

    def own_posts_are(self, ids: list[str]) -> None:
        """Take these for posts of the account: they were met before the program was started."""
        for id_ in ids:
            if id_ not in self._roots:
                self._remember(id_, is_own=True)

    async def learn_own_posts(self, since: datetime) -> None:
        """Read the newest posts of the account, as far back as that. Raises ConnectorError."""
        params = {"start_time": _stamp(since), "exclude": "retweets"}
        await self.events_of(await self._x.posts(f"/2/users/{self._own}/tweets", params, scope="own"))

    async def gone(self, ids: list[str]) -> list[str]:
        """Which of these posts are no longer there; each is asked about once a day, for a tenth of the day's money."""
        today = self._clock.now().astimezone(UTC).date().isoformat()
        if self._looked[0] != today:
            self._looked = (today, set())
        found: list[str] = []
        asked = [one for one in ids if one not in self._looked[1]]
        asked = asked[: self._x.spending.room(POST + USER, beside=True)]
        self._looked[1].update(asked)
        for start in range(0, len(asked), MOST_IDS):
            some = asked[start : start + MOST_IDS]
            found += mapping.missing_in(await self._x.look_up(some, beside=True), frozenset(some))
        return found

    async def answers_since(self, at: datetime | None) -> list[Wire]:
        """What the account wrote since a moment of X's clock; the newest where none is given."""
        params = {"since_id": "" if at is None else mapping.id_at(at), "exclude": "retweets"}
        most = _FEW if at is None else 100
        return parts(await self._x.posts(f"/2/users/{self._own}/tweets", params, scope="own", most=most), "data")

    async def messages_of(self, conversation: str) -> list[Wire]:
        """The newest messages of a conversation."""
        return parts(await self._x.messages(f"/2/dm_conversations/{conversation}/dm_events", {}, most=_FEW), "data")

    def _is_due(self, place: Place) -> bool:
        try:
            read_at = datetime.fromisoformat(place.read_at).astimezone(UTC)
        except ValueError:
            return True
        return self._clock.now() - read_at >= OWN_EVERY

    async def _posts(self, stream: str, place: Place, history: timedelta) -> Pulled:
        path, exclude = ("mentions", "") if stream == "mentions" else ("tweets", "retweets")
        params = {"since_id": place.since, "pagination_token": place.token, "exclude": exclude}
        if not place.since:
            params["start_time"] = _stamp(self._clock.now() - history)
        said = await self._x.posts(f"/2/users/{self._own}/{path}", params, scope=stream)
        events = await self.events_of(said)
        listed = parts(said, "data")
        place = self._after(place, said, listed)
        most, sentence = _MOST[stream]
        gap = sentence if place.since and not place.token and place.count >= most else ""
        return self._page(events, place, gap)

    async def _messages(self, place: Place, history: timedelta) -> Pulled:
        most = _FEW if place.since and not place.token else 100
        said = await self._x.messages("/2/dm_events", {"pagination_token": place.token}, most=most)
        page, listed = Page(said), parts(said, "data")
        oldest = self._clock.now() - history
        events: list[Event] = []
        is_end = False
        for one in listed:
            try:
                if int(one["id"]) <= int(place.since or 0) or mapping.moment(one["created_at"]) < oldest:
                    is_end = True
                    continue
                if one.get("event_type", "MessageCreate") == "MessageCreate" and (
                    message := mapping.to_direct(one, page, self._own)
                ):
                    events.append(message)
            except WRONG as error:
                events.append(mapping.unreadable(one, error))
        place = self._after(place, said, listed)
        return self._page(events, replace(place, token="") if is_end else place, "")

    def _after(self, place: Place, said: Wire, listed: list[Wire]) -> Place:
        ids = [str(one.get("id", "")) for one in listed]
        newest = max((one for one in ids if one.isdecimal()), key=int, default="")
        token = str(part(said, "meta").get("next_token") or "")
        return replace(
            place,
            top=mapping.later(place.top, newest),
            token="" if token == place.token else token,
            count=place.count + len(listed),
        )

    def _page(self, events: list[Event], place: Place, gap: str) -> Pulled:
        if place.token:
            return Pulled(tuple(events), _written(place), has_more=True)
        since = mapping.later(place.since, place.top)
        done = Place(since=since, read_at=self._clock.now().isoformat())
        return Pulled(tuple(events), _written(done), gap=gap)

    async def events_of(self, said: Wire) -> list[Event]:
        """What a page of posts says: messages, and the posts they hang on."""
        page, listed = Page(said), parts(said, "data")
        events: list[Event] = []
        await self._learn_roots(listed, page, events)
        for one in listed:
            try:
                if (event := self._event(one, page)) is not None:
                    events.append(event)
            except WRONG as error:
                events.append(mapping.unreadable(one, error))
        return events

    def _event(self, post: Wire, page: Page) -> MessageSeen | PostSeen | None:
        own = str(post["author_id"]) == self._own
        conversation = mapping.conversation_of(post)
        is_below_own = self._roots.get(conversation, False)
        if not own:
            return mapping.to_message(post, page, self._own, is_below_own=is_below_own)
        if not mapping.parent_of(post):
            return mapping.to_post(post, page, self._own)
        answered = page.posts.get(mapping.parent_of(post), {})
        if not mapping.contact_of(post, self._own) or not (is_below_own or mapping.names(answered, self._own)):
            # What we said to ourselves, or to somebody who never wrote to us, is nobody's question.
            return None
        return mapping.to_message(post, page, self._own, is_below_own=is_below_own)

    async def _learn_roots(self, listed: list[Wire], page: Page, events: list[Event]) -> None:
        """Find out which conversations are the account's own: from what came along, else by asking once."""
        unknown: dict[str, None] = {}
        for post in listed:
            try:
                conversation = mapping.conversation_of(post)
                if conversation in self._roots:
                    continue
                root = post if conversation == str(post["id"]) else page.posts.get(conversation)
                if root is not None and root.get("author_id"):
                    self._know(root, page, events)
                elif post.get("author_id"):
                    unknown[conversation] = None
            except WRONG:
                continue
        ids = list(unknown)
        for start in range(0, len(ids), MOST_IDS):
            some = ids[start : start + MOST_IDS]
            said = await self._x.look_up(some)
            found = Page(said)
            for root in parts(said, "data"):
                self._know(root, found, events)
            for id_ in some:
                # One that is gone or protected is not known to be ours.
                self._remember(id_, is_own=self._roots.get(id_, False))

    def _know(self, root: Wire, page: Page, events: list[Event]) -> None:
        is_own = str(root.get("author_id")) == self._own
        self._remember(str(root.get("id")), is_own=is_own)
        if is_own and not mapping.parent_of(root):
            try:
                events.append(mapping.to_post(root, page, self._own))
            except WRONG as error:
                events.append(mapping.unreadable(root, error))

    def _remember(self, id_: str, *, is_own: bool) -> None:
        self._roots[id_] = is_own
        self._roots.move_to_end(id_)
        while len(self._roots) > _MOST_ROOTS:
            self._roots.popitem(last=False)


def _stamp(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _read(cursor: str | None) -> Place:
    """What a cursor holds. Raises ConnectorError CursorInvalid for one that another version wrote."""
    if cursor is None:
        return Place()
    try:
        said: dict[str, Any] = json.loads(cursor)
        if said.pop("v", None) == _VERSION:
            return Place(**said)
    except (ValueError, TypeError, AttributeError):
        pass
    raise failed(FailureKind.CURSOR_INVALID, "The place in this stream is lost; it is read again.", code="cursor")


def _written(place: Place) -> str:
    return json.dumps({"v": _VERSION, **{key: value for key, value in asdict(place).items() if value}})
