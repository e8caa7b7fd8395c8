"""One signed-in Reddit account at work; see `Session` in the kit's contract for what each method promises."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from socialdesk.connectors.kit.contract import (
    Account,
    Action,
    Answer,
    AnswerPrivately,
    BlockPerson,
    DeleteMessage,
    EditMessage,
    Health,
    HideMessage,
    Intent,
    LikeMessage,
    Page,
    Receipt,
    RemoveMessage,
    ReportMessage,
)
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import failed, transient
from socialdesk.connectors.kit.fitting import fits, fits_text
from socialdesk.connectors.kit.manifest import Manifest
from socialdesk.connectors.reddit import mapping
from socialdesk.connectors.reddit.access import tried
from socialdesk.connectors.reddit.posts import Posts
from socialdesk.connectors.reddit.private import Private
from socialdesk.connectors.reddit.reader import Place, Reader, opened
from socialdesk.connectors.reddit.wire import Reddit, Wire, part, parts
from socialdesk.model.capability import Capabilities
from socialdesk.model.failure import Certainty, FailureKind
from socialdesk.model.thread import Kind
from socialdesk.support.clock import Clock
from socialdesk.support.ids import new_id

_VERSION = 1
_SKEW = timedelta(minutes=2)
"""By so much the clocks of Reddit and of this machine may differ when an own comment is looked for."""
_REASONS = {
    "spam": "Spam",
    "abuse": "Harassment",
    "threat": "Threatening violence",
    "sexual": "Sexual content",
    "illegal": "Illegal content",
    "other": "It breaks the rules",
}
_MOST_REASON = 100


class RedditSession:
    """An account's session. Tokens come from the keeper and nowhere else."""

    def __init__(self, manifest: Manifest, reddit: Reddit, account: Account, clock: Clock, history: timedelta) -> None:
        self._manifest = manifest
        self._reddit = reddit
        self._id = account.remote_id
        self._own = account.handle.removeprefix("u/")
        self._clock = clock
        self._history = history
        self._reader = Reader(reddit, self._own, clock)
        self._posts = Posts(reddit, self._own, clock)
        self._private = Private(reddit, clock)
        self._given: dict[str, str] = {}
        """By stream the newest cursor that was given out."""

    def capabilities(self, kind: Kind) -> Capabilities:
        return self._manifest.capabilities(kind)

    async def check(self) -> Health:
        try:
            granted, _ = await tried(self._reddit, self._id)
            return Health(granted=granted)
        except ConnectorError as error:
            return Health(error.failure)

    async def pull(self, stream: str, cursor: str | None, deadline: datetime) -> Page:
        if stream == "posts":
            found, after, has_more = await self._posts.read(cursor, self._clock.now() - self._history)
            return Page(tuple(found), after, has_more)
        place = _place(cursor)
        if cursor != self._given.get(stream):
            # What was read after this place was perhaps never kept: it must come again.
            self._reader.forget()
        events, there = await self._reader.page(stream, place, self._clock.now() - self._history)
        self._given[stream] = _written(there)
        return Page(tuple(events), self._given[stream], has_more=there.is_within)

    async def gone(self, remote_ids: Sequence[str]) -> Sequence[str]:
        return await self._reader.gone(remote_ids)

    def reserve(self, action: Action) -> str:
        # Reddit knows no key of ours: what is stored only tells our attempts apart.
        return new_id()

    async def perform(self, intent: Intent) -> Receipt:
        match intent.action:
            case Answer() as answer:
                return await self._answer(answer)
            case AnswerPrivately() as private:
                fits_text(private.text, self.capabilities(Kind.DM))
                return await self._private.send(private)
            case LikeMessage(message_remote_id=id_, on=on):
                await self._reddit.send("/api/vote", id=id_, dir="1" if on else "0")
            case DeleteMessage(message_remote_id=id_):
                if not id_.startswith("t1_"):
                    raise _not_offered()
                await self._reddit.send("/api/del", id=id_)
                return Receipt(id_, self._clock.now())
            case EditMessage(message_remote_id=id_, text=text, kind=kind):
                if not id_.startswith("t1_"):
                    raise _not_offered()
                fits_text(text, self.capabilities(kind))
                await self._reddit.send("/api/editusertext", thing_id=id_, text=text)
            case HideMessage(message_remote_id=id_, on=False):
                await self._reddit.send("/api/approve", id=id_)
            case HideMessage(message_remote_id=id_) | RemoveMessage(message_remote_id=id_):
                await self._reddit.send("/api/remove", id=id_, spam="false")
            case BlockPerson(person_remote_id=person, on=on):
                await self._block(person, on=on)
            case ReportMessage(message_remote_id=id_, reason=reason, text=text):
                words = (text.strip() or _REASONS[reason.value])[:_MOST_REASON]
                await self._reddit.send("/api/report", thing_id=id_, reason=words)
            case _:
                raise _not_offered()
        return Receipt("", self._clock.now())

    async def reconcile(self, intent: Intent) -> Receipt | None:
        match intent.action:
            case Answer(thread_remote_id=thread) as answer if thread.startswith(mapping.MODMAIL):
                conversation, messages = await self._reader.conversation(thread.removeprefix(mapping.MODMAIL))
                since = self._reddit.there(intent.recorded_at) - _SKEW
                return self._in_modmail(conversation, messages, answer.text, since)
            case Answer(kind=Kind.DM) as answer:
                return self._among(await self._reader.sent(), answer, intent, "first_message_name")
            case Answer() as answer:
                return self._among(await self._reader.own_comments(), answer, intent, "parent_id")
            case AnswerPrivately() as private:
                sent = await self._reader.sent()
                return await self._private.find(private, sent, self._reddit.there(intent.recorded_at) - _SKEW)
            case LikeMessage(message_remote_id=id_, on=on):
                found = await self._reddit.info([id_])
                is_liked = any(one.get("likes") is True for one in found)
                return Receipt("", self._clock.now()) if is_liked == on else None
            case EditMessage(message_remote_id=id_, text=text):
                found = await self._reddit.info([id_])
                is_so = any(mapping.alike(str(one.get("body") or ""), text) for one in found)
                return Receipt("", self._clock.now()) if is_so else None
            case DeleteMessage(message_remote_id=id_):
                return Receipt(id_, self._clock.now()) if await self._reader.gone([id_]) else None
            case _:
                # Done twice these are the same as done once.
                return None

    async def close(self) -> None:
        return None

    async def sign_out(self) -> None:
        await self._reddit.revoke()

    async def _answer(self, answer: Answer) -> Receipt:
        fits(answer, self.capabilities(answer.kind))
        if answer.thread_remote_id.startswith(mapping.MODMAIL):
            id_ = answer.thread_remote_id.removeprefix(mapping.MODMAIL)
            said = await self._reddit.send(
                f"/api/mod/conversations/{id_}", body=answer.text, isAuthorHidden="false", isInternal="false"
            )
            receipt = self._in_modmail(*opened(said), answer.text, datetime.fromtimestamp(0, UTC))
            if receipt is None:
                raise _unclear("no message")
            return receipt
        said = await self._reddit.send("/api/comment", thing_id=answer.parent_remote_id, text=answer.text)
        made = [part(one, "data") for one in parts(part(part(said, "json"), "data"), "things")]
        try:
            return _receipt(made[0])
        except (IndexError, KeyError, TypeError, ValueError) as error:
            raise _unclear(type(error).__name__) from None

    def _among(self, found: Sequence[Wire], answer: Answer, intent: Intent, above: str) -> Receipt | None:
        """Our answer among what we wrote lately."""
        parent = answer.thread_remote_id if answer.kind is Kind.DM else answer.parent_remote_id
        since = self._reddit.there(intent.recorded_at) - _SKEW
        for one in found:
            is_it = one.get(above) == parent and mapping.alike(str(one.get("body") or ""), answer.text)
            if is_it and mapping.moment(one.get("created_utc")) >= since:
                return _receipt(one)
        return None

    def _in_modmail(self, conversation: Wire, messages: dict[str, Wire], text: str, since: datetime) -> Receipt | None:
        """Our newest message of that text in a conversation."""
        own = [
            one
            for one in messages.values()
            if mapping.is_by({"author": part(one, "author").get("name")}, self._own)
            and mapping.alike(str(one.get("bodyMarkdown") or ""), text)
            and mapping.iso(one.get("date")) >= since
        ]
        if not own:
            return None
        newest = max(own, key=lambda one: mapping.iso(one.get("date")))
        id_ = f"{mapping.MODMAIL}{conversation.get('id')}:{newest.get('id')}"
        return Receipt(id_, mapping.iso(newest.get("date")), version="1")

    async def _block(self, person: str, *, on: bool) -> None:
        if on:
            said = await self._reddit.get(f"/user/{person}/about")
            found = part(said, "data").get("id")
            if not found:
                raise failed(FailureKind.GONE, "This account is no longer on Reddit.", code="no account")
            await self._reddit.send("/api/block_user", account_id=f"t2_{found}")
        else:
            await self._reddit.send("/r/all/api/unfriend", container=self._id, name=person, type="enemy")


def _receipt(thing: Wire) -> Receipt:
    at = mapping.moment(thing["created_utc"])
    link = f"{mapping.SITE}{thing['permalink']}" if thing.get("permalink") else ""
    is_direct = str(thing["name"]).startswith("t4_")
    return Receipt(str(thing["name"]), at, link, str(thing["created_utc"]) if is_direct else at.isoformat())


def _not_offered() -> ConnectorError:
    return failed(FailureKind.INVALID, "Reddit does not offer that to other programs.", code="unsupported")


def _unclear(code: str) -> ConnectorError:
    return transient("Reddit", code, Certainty.UNKNOWN)


def _place(cursor: str | None) -> Place:
    """What a cursor holds. Raises ConnectorError CursorInvalid for one that another version wrote."""
    if cursor is None:
        return Place()
    try:
        state: dict[str, Any] = json.loads(cursor)
        if state.get("v") == _VERSION:
            times = {
                key: datetime.fromisoformat(state[key]).astimezone(UTC)
                for key in ("newest", "stop", "high")
                if state.get(key)
            }
            return Place(page=str(state.get("page", "")), **times)
    except (ValueError, AttributeError, TypeError):
        pass
    raise failed(FailureKind.CURSOR_INVALID, "The place in this stream is lost; it is read again.", code="cursor")


def _written(place: Place) -> str:
    times = {"newest": place.newest, "stop": place.stop, "high": place.high}
    told = {key: at.isoformat() for key, at in times.items() if at is not None}
    return json.dumps({"v": _VERSION, **told, **({"page": place.page} if place.page else {})})
