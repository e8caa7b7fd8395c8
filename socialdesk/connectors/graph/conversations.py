"""Reads and writes the direct messages of one account on Messenger or Instagram; gives events and receipts.

The network gives the details of the twenty newest messages of a conversation and of no others (Conversations API). So
what was never seen beyond them cannot be had any more, and of more than twenty at a time a gap is told.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from socialdesk.connectors.graph import direct
from socialdesk.connectors.graph.direct import Owner
from socialdesk.connectors.graph.reading import BAD, Json, inner, moment, objects, read_cursor, version, written
from socialdesk.connectors.graph.wire import Graph, next_place
from socialdesk.connectors.kit.contract import Answer, Intent, Page, Picture, Receipt
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import failed
from socialdesk.model.automatic import is_automatic
from socialdesk.model.event import Event, MessageDeleted, MessageSeen
from socialdesk.model.failure import FailureKind
from socialdesk.support.clock import Clock

NEWEST = 20
_LIST, _AT_ONCE = 25, 10
_OVERLAP = timedelta(minutes=10)
"""Clocks differ, and a conversation may show a little after the moment it tells."""
_LOOK_BACK = timedelta(seconds=30)
_MOST_AUDITED = 50
_MOST_MARKS = 250
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
GAP = "More than twenty messages came in one conversation between two looks; the network gives no more than those."
NOBODY = "The network does not say whom this conversation is with. Nothing was sent; answer on the network."


@dataclass(frozen=True, slots=True)
class Line:
    """Where the conversations of an account are: `path` before the edges, `platform` as the network calls it."""

    path: str
    platform: str
    message_fields: str
    conversation_fields: str = "id,updated_time,link,participants"
    at_once: int = _AT_ONCE
    """How many conversations one request may read."""
    upload: dict[str, str] = field(default_factory=dict[str, str])
    """What an upload says besides."""


class Conversations:
    """The direct messages of one session."""

    def __init__(
        self, graph: Graph, line: Line, owner: Owner, clock: Clock, *, human_agent: Callable[[], bool]
    ) -> None:
        """`human_agent`: whether the app may answer up to seven days later where a person writes."""
        self._graph = graph
        self._line = line
        self._owner = owner
        self._clock = clock
        self._human_agent = human_agent
        self._partners: dict[str, str] = {}
        self._newest: dict[str, dict[str, datetime]] = {}
        """By conversation, the messages that could be read of it last: what is missing next time was taken back."""

    async def pull(self, cursor: str | None, history: timedelta) -> Page:
        """Read on. First all there is, newest conversation first; then what was changed since."""
        state = read_cursor(cursor)
        if "at" in state:
            return await self._changed(state)
        return await self._first(state, self._clock.now() - history)

    async def gone(self, remote_ids: Sequence[str]) -> list[str]:
        """Which of these were taken back, of those that could still be read when last looked."""
        asked = set(remote_ids)
        threads = [id_ for id_, held in self._newest.items() if asked & held.keys()][:_MOST_AUDITED]
        missing: list[str] = []
        for start in range(0, len(threads), self._line.at_once):
            found = await self._messages([{"id": id_} for id_ in threads[start : start + self._line.at_once]])
            for id_, messages in found:
                missing += self._missing(id_, messages)
        return [one for one in missing if one in asked]

    async def send(self, answer: Answer) -> Receipt:
        """Send an answer once. The network takes words and pictures apart: the words go first, then each picture.

        A picture that is refused stays behind, as does one of unknown outcome after something arrived: both are told.
        """
        text = answer.text.strip()
        recipient = {"id": await self._partner(answer.thread_remote_id)}
        uploaded, refused = await self._uploaded(answer)
        messages: list[Json] = [{"text": text}] if text else []
        messages += [{"attachment": {"type": "image", "payload": {"attachment_id": one}}} for one in uploaded]
        if not messages:
            sentence = "The network did not take this picture. Nothing was sent; choose another one."
            raise failed(FailureKind.INVALID, sentence, code="pictures")
        first = await self._deliver(recipient, messages[0], answer)
        for message in messages[1:]:
            try:
                await self._deliver(recipient, message, answer)
            except ConnectorError:
                refused += 1
        return replace(self._receipt(first, text), left_behind=left_behind(refused))

    async def _deliver(self, recipient: Json, message: Json, answer: Answer) -> Json:
        body: Json = {"recipient": recipient, "messaging_type": "RESPONSE", "message": message}
        try:
            return await self._graph.post_json(f"{self._line.path}/messages", body)
        except ConnectorError as error:
            if error.failure.kind is not FailureKind.WINDOW_CLOSED or not self._may_be_late(answer):
                raise
            # Refused for certain, so this is no second one. For answers of people only: Messenger Platform, Policy.
            body |= {"messaging_type": "MESSAGE_TAG", "tag": "HUMAN_AGENT"}
            return await self._graph.post_json(f"{self._line.path}/messages", body)

    async def _uploaded(self, answer: Answer) -> tuple[list[str], int]:
        """The ids of the pictures there, and how many were refused; what no message names goes by itself."""
        ids: list[str] = []
        refused = 0
        for picture in answer.pictures:
            try:
                ids.append(await self._upload(picture))
            except ConnectorError as error:
                if error.failure.kind is not FailureKind.INVALID:
                    raise
                refused += 1
        return ids, refused

    async def send_privately(self, about: Json, text: str) -> Receipt:
        """Answer a comment or post where only its writer reads it; `about` names it."""
        body: Json = {"recipient": about, "message": {"text": text}}
        return self._receipt(await self._graph.post_json(f"{self._line.path}/messages", body), text)

    async def find_with(self, person: str, text: str, since: datetime) -> Receipt | None:
        """Our own message of this text to somebody, in whichever conversation; None where there is none with them."""
        said = await self._graph.get(
            f"{self._line.path}/conversations", platform=self._line.platform, user_id=person, fields="id", limit=1
        )
        ids = [str(one["id"]) for one in objects(said) if one.get("id")]
        return await self.find(ids[0], text, since) if ids else None

    async def find(self, thread: str, text: str, since: datetime) -> Receipt | None:
        """Our own message of this text, written since a moment."""
        own = await self._own(thread)
        one = next((one for one in own if one.created_at >= since - _LOOK_BACK and one.text == text.strip()), None)
        return None if one is None else Receipt(one.remote_id, one.created_at, one.permalink, one.version)

    async def find_answer(self, intent: Intent, answer: Answer) -> Receipt | None:
        """The message of an answer whose outcome is not known, and how many of its pictures are not there."""
        own = await self._own(answer.thread_remote_id)
        since = self._graph.there(intent.recorded_at) - _LOOK_BACK
        own = [one for one in own if one.created_at >= since]
        text = answer.text.strip()
        pictures = [one for one in own if one.attachments and not one.text]
        said = next((one for one in own if one.text == text), None) if text else next(iter(pictures), None)
        if said is None:
            return None
        missing = left_behind(len(answer.pictures) - len(pictures))
        return Receipt(said.remote_id, said.created_at, said.permalink, said.version, missing)

    async def _own(self, thread: str) -> list[MessageSeen]:
        """What we wrote in a conversation lately, the oldest first."""
        said = await self._graph.get(f"{thread}/messages", fields=self._line.message_fields, limit=NEWEST)
        events = [direct.to_event(one, {"id": thread}, self._owner) for one in objects(said)]
        own = [one for one in events if isinstance(one, MessageSeen) and one.author.is_own]
        return sorted(own, key=lambda one: one.created_at)

    async def react(self, message: str, *, on: bool) -> None:
        """Put a heart on a message, or take it away."""
        said = await self._graph.get(message, fields="id,from,to")
        people = [said.get("from") or {}, *objects(said.get("to"))]
        others = [
            str(one["id"])
            for one in people
            if one.get("id") and not self._owner.is_own(str(one["id"]), str(one.get("username")))
        ]
        if not others:
            raise failed(FailureKind.NOT_FOUND, NOBODY, code="no recipient")
        payload = {"message_id": message} | ({"reaction": "love"} if on else {})
        action = "react" if on else "unreact"
        body: Json = {"recipient": {"id": others[0]}, "sender_action": action, "payload": payload}
        await self._graph.post_json(f"{self._line.path}/messages", body)

    async def link(self, message: str, place: int) -> str:
        """Where the picture of a message lies now; "" where it is no more."""
        said = await self._graph.get(message, fields=self._line.message_fields)
        found = direct.attachments(said)
        return found[place].url if place < len(found) else ""

    async def _first(self, state: Json, since: datetime) -> Page:
        place: dict[str, str] = dict(state.get("place") or {})
        try:
            said = await self._list(place)
        except ConnectorError as error:
            if error.failure.kind is FailureKind.INVALID and place:
                sentence = "The place in this stream is lost; it is read again."
                raise failed(FailureKind.CURSOR_INVALID, sentence, code="after") from None
            raise
        listed = [one for one in objects(said) if one.get("id")]
        # The network's own time: this machine's clock may be another.
        begun = str(state.get("begun") or max([since, *map(_told, listed)]).isoformat())
        wanted = [one for one in listed if (_updated(one) or since) >= since]
        events, _ = await self._read(wanted, since, None)
        place = next_place(said)
        if not listed or len(wanted) < len(listed) or not place:
            return Page(tuple(events), written(at=begun, seen=[]))
        return Page(tuple(events), written(begun=begun, place=place), has_more=True)

    async def _changed(self, state: Json) -> Page:
        at = moment(str(state["at"]))
        seen: set[str] = set(state.get("seen") or [])
        since = at - _OVERLAP
        found: list[Json] = []
        place: dict[str, str] = {}
        while True:
            said = await self._list(place)
            listed = [one for one in objects(said) if one.get("id")]
            found += [one for one in listed if (_updated(one) or since) >= since]
            before, place = place, next_place(said)
            if not listed or (_updated(listed[-1]) or since) < since or not place or place == before:
                break
        changed = [one for one in found if _mark(one) not in seen]
        events, overrun = await self._read(changed, None, at)
        newest = max([at, *map(_told, found)])
        kept = [_mark(one) for one in found if _told(one) >= newest - _OVERLAP]
        return Page(tuple(events), written(at=newest.isoformat(), seen=kept[:_MOST_MARKS]), gap=GAP if overrun else "")

    async def _list(self, place: dict[str, str]) -> Json:
        return await self._graph.get(
            f"{self._line.path}/conversations",
            platform=self._line.platform,
            fields=self._line.conversation_fields,
            limit=_LIST,
            **place,
        )

    async def _read(
        self, conversations: list[Json], since: datetime | None, known_until: datetime | None
    ) -> tuple[list[Event], bool]:
        """The messages of conversations, and whether more came in one than the network gives."""
        events: list[Event] = []
        overrun = False
        by_id = {str(one["id"]): one for one in conversations}
        for start in range(0, len(conversations), self._line.at_once):
            for id_, messages in await self._messages(conversations[start : start + self._line.at_once]):
                now = self._clock.now()
                events += [MessageDeleted(one, now) for one in self._missing(id_, messages)]
                partner = direct.partner_of(by_id[id_], self._owner)
                if partner is not None:
                    self._partners[id_] = partner.remote_id
                said = [direct.to_event(one, by_id[id_], self._owner) for one in messages]
                times = [one.created_at for one in said if isinstance(one, MessageSeen)]
                if known_until is not None and len(messages) >= NEWEST and times and min(times) > known_until:
                    overrun = True
                events += [
                    one for one in said if since is None or not isinstance(one, MessageSeen) or one.created_at >= since
                ]
        return events, overrun

    async def _messages(self, conversations: Sequence[Json]) -> list[tuple[str, list[Json]]]:
        """The newest messages of a few conversations in one request; one that is bad is left out."""
        ids = [str(one["id"]) for one in conversations]
        fields = f"messages.limit({NEWEST}){{{self._line.message_fields}}}"
        try:
            if len(ids) == 1:
                said = {ids[0]: await self._graph.get(ids[0], fields=fields)}
            else:
                said = await self._graph.get("", ids=",".join(ids), fields=fields)
        except ConnectorError as error:
            if error.failure.kind not in (FailureKind.GONE, FailureKind.NOT_FOUND, FailureKind.INVALID):
                raise
            if len(ids) == 1:
                return []
            half = len(ids) // 2
            return [*await self._messages(conversations[:half]), *await self._messages(conversations[half:])]
        return [(id_, objects(inner(said, id_, "messages"))) for id_ in ids if id_ in said]

    def _missing(self, conversation: str, messages: Sequence[Json]) -> list[str]:
        """What could be read of a conversation before and is no longer among its newest, though it is as new."""
        now = _times(messages)
        before, self._newest[conversation] = self._newest.get(conversation, {}), now
        oldest = min(now.values(), default=None) if len(messages) >= NEWEST else None
        return [id_ for id_, at in before.items() if id_ not in now and (oldest is None or at > oldest)]

    async def _partner(self, thread: str) -> str:
        if thread not in self._partners:
            said = await self._graph.get(thread, fields="participants")
            partner = direct.partner_of(said, self._owner)
            if partner is None:
                raise failed(FailureKind.NOT_FOUND, NOBODY, code="no recipient")
            self._partners[thread] = partner.remote_id
        return self._partners[thread]

    async def _upload(self, picture: Picture) -> str:
        message = '{"attachment":{"type":"image","payload":{"is_reusable":true}}}'
        form = {"message": message, **self._line.upload}
        said = await self._graph.upload(
            f"{self._line.path}/message_attachments", form, "filedata", picture.data, picture.media_type, is_send=False
        )
        return str(said["attachment_id"])

    def _may_be_late(self, answer: Answer) -> bool:
        return self._human_agent() and not is_automatic(answer.command)

    def _receipt(self, said: Json, text: str) -> Receipt:
        return Receipt(str(said.get("message_id", "")), self._clock.now(), "", version(text.strip(), ""))


def _updated(conversation: Json) -> datetime | None:
    try:
        return moment(str(conversation.get("updated_time", "")))
    except ValueError:
        return None


def _told(conversation: Json) -> datetime:
    """When something was said last; long ago where the network does not say."""
    return _updated(conversation) or _LONG_AGO


def _mark(conversation: Json) -> str:
    """A conversation as it stands: a short word, for a cursor must stay small."""
    return version(f"{conversation.get('id')} {conversation.get('updated_time')}")[:10]


def _times(messages: Sequence[Json]) -> dict[str, datetime]:
    found: dict[str, datetime] = {}
    for one in messages:
        try:
            found[str(one["id"])] = moment(one["created_time"])
        except BAD:
            continue
    return found


def left_behind(many: int) -> str:
    """What a person is told of pictures that did not go with the rest; "" for none."""
    if many < 1:
        return ""
    if many == 1:
        return "Sent without the picture: the network did not take it. Look there before you send it again."
    return "Sent without some pictures: the network did not take them. Look there before you send them again."
