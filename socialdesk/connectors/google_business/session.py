"""One location on Google at work; see `Session` in the kit's contract for what each method promises."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from socialdesk.connectors.google.oauth import end_of
from socialdesk.connectors.google_business import mapping
from socialdesk.connectors.google_business.accounts import account_of
from socialdesk.connectors.google_business.failures import NOT_FOR_LOCATION, finer
from socialdesk.connectors.google_business.known import Known, Listing
from socialdesk.connectors.google_business.wire import Profiles
from socialdesk.connectors.kit.contract import (
    Account,
    Action,
    Answer,
    DeleteMessage,
    EditMessage,
    Health,
    Intent,
    Link,
    Page,
    Receipt,
    Surroundings,
)
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import failed, transient
from socialdesk.connectors.kit.fitting import fits, fits_text
from socialdesk.connectors.kit.manifest import Manifest
from socialdesk.connectors.kit.parts import Wire, parts
from socialdesk.model.capability import Capabilities
from socialdesk.model.contact import Author
from socialdesk.model.event import Event, MessageDeleted
from socialdesk.model.failure import Certainty, FailureKind
from socialdesk.model.thread import Kind
from socialdesk.support.ids import new_id

_VERSION = 1
LINK = "https://business.google.com/reviews"
"""Where reviews are looked after; none has an address of its own."""
_OVERLAP = timedelta(minutes=10)
_ALL_EVERY = timedelta(days=1)
_ASKED_AT_ONCE = 20
"""How many reviews one look for deletions asks for."""


class GoogleBusinessSession:
    """A location's session. Tokens come from the keeper and nowhere else."""

    def __init__(
        self, manifest: Manifest, profiles: Profiles, account: Account, around: Surroundings, history: timedelta
    ) -> None:
        self._manifest = manifest
        self._profiles = profiles
        self._location = account.remote_id
        self._own = Author(account.remote_id, "", account.name, is_own=True)
        self._clock = around.clock
        self._history = history
        self._known = Known(around.folder, account.remote_id)
        self._listed: set[str] = set()
        self._looked = 0

    def capabilities(self, kind: Kind) -> Capabilities:
        return self._manifest.capabilities(kind)

    async def check(self) -> Health:
        try:
            await self._profiles.reviews(self._location, most=1)
            named = account_of(self._location, await self._profiles.location(self._location), self._manifest)
            granted = (("read", True), ("answer", True))
            return Health(granted=granted, expires_at=end_of(self._profiles.tokens()), account=named)
        except ConnectorError as error:
            if error.failure.kind is FailureKind.GONE:
                return Health(_no_location().failure)
            return Health((await self._finer(error)).failure)

    async def pull(self, stream: str, cursor: str | None, deadline: datetime) -> Page:
        state = _state(cursor)
        try:
            return await (self._all(state, cursor) if stream == "all" else self._newest(state))
        except ConnectorError as error:
            if error.failure.kind is FailureKind.GONE:
                # The list itself is not there: the location was removed, merged, or taken from this account.
                raise _no_location() from None
            raise await self._finer(error) from None

    async def _finer(self, error: ConnectorError) -> ConnectorError:
        """Why a location may not do something, where Google tells that."""
        if error.failure.sentence != NOT_FOR_LOCATION:
            return error
        try:
            return finer(error, await self._profiles.standing(self._location))
        except ConnectorError:
            return error  # not every app has switched that service on

    async def _newest(self, state: dict[str, Any]) -> Page:
        """What came or changed since the last time: both move a review's time of change."""
        now = self._clock.now()
        newest = _moment(state.get("newest"))
        stop = _moment(state.get("stop")) or (newest - _OVERLAP if newest else now - self._history)
        said = await self._page(state)
        if said is None:
            return Page((), _written(newest=newest, stop=stop), has_more=True)
        reviews = parts(said, "reviews")
        changed = [_changed(one, stop) for one in reviews]
        taken = [one for one, at in zip(reviews, changed, strict=True) if at >= stop]
        events = [event for one in taken for event in self._events(one)]
        high = max([*changed, *(one for one in (_moment(state.get("high")), newest) if one)], default=None)
        token = str(said.get("nextPageToken") or "")
        if token and len(taken) == len(reviews):
            return Page(tuple(events), _written(newest=newest, stop=stop, high=high, page=token), has_more=True)
        return Page(tuple(events), _written(newest=high or now))

    async def _all(self, state: dict[str, Any], cursor: str | None) -> Page:
        """Everything once a day: a reply that changed moves no time, and what was deleted is only missing."""
        now = self._clock.now()
        read_at = _moment(state.get("read_at"))
        token = str(state.get("page", ""))
        if cursor is not None and not token and read_at and now - read_at < _ALL_EVERY:
            return Page((), cursor)
        if not token or not self._listed:
            # A session that knows nothing of the pages before begins with the first.
            state, self._listed = {}, set()
        said = await self._page(state)
        if said is None:
            return Page((), _written(), has_more=True)
        reviews = parts(said, "reviews")
        self._listed |= {str(one.get("name")) for one in reviews}
        since = now - self._history
        events = [event for one in reviews if _changed(one, since) >= since for event in self._events(one)]
        if token := str(said.get("nextPageToken") or ""):
            return Page(tuple(events), _written(page=token), has_more=True)
        before = self._known.load()
        missing = sorted(before.ids - self._listed)
        gone = [name for name in missing[: _ASKED_AT_ONCE * 5] if await self._is_gone(name)]
        self._known.store(Listing(frozenset(self._listed | (set(missing) - set(gone))), tuple(gone)))
        self._listed = set()
        deleted = [MessageDeleted(name, now) for name in dict.fromkeys((*before.gone, *gone))]
        return Page((*events, *deleted), _written(read_at=now))

    async def _page(self, state: dict[str, Any]) -> Wire | None:
        """A page of the list; None where Google does not know the page any more, and it is begun again."""
        token = str(state.get("page", ""))
        try:
            return await self._profiles.reviews(self._location, token)
        except ConnectorError as error:
            if token and error.failure.kind is FailureKind.INVALID:
                return None
            raise

    def _events(self, review: Wire) -> list[Event]:
        return mapping.to_events(review, self._own, LINK)

    async def gone(self, remote_ids: Sequence[str]) -> Sequence[str]:
        names = list(dict.fromkeys(mapping.review_of(id_) for id_ in remote_ids))
        start = self._looked if len(names) > _ASKED_AT_ONCE and self._looked < len(names) else 0
        self._looked = start + _ASKED_AT_ONCE
        there: set[str] = set()
        asked = names[start : start + _ASKED_AT_ONCE]
        for name in asked:
            try:
                review = await self._profiles.review(name)
            except ConnectorError as error:
                if error.failure.kind is not FailureKind.GONE:
                    raise
                continue
            there |= {name, mapping.reply_id(review)}
        if there.isdisjoint(asked) and asked:
            # Where the location itself is not there any more, nobody deleted its reviews.
            await self._profiles.reviews(self._location, most=1)
        return [id_ for id_ in remote_ids if mapping.review_of(id_) in asked and id_ not in there]

    async def media(self, message_remote_id: str, place: int, url: str, *, afresh: bool) -> Link | None:
        if afresh or not url:
            # Where Google keeps a picture changes with time.
            try:
                review = await self._profiles.review(mapping.review_of(message_remote_id))
            except ConnectorError as error:
                if error.failure.kind is not FailureKind.GONE:
                    raise
                return None
            found = mapping.attachments(review)
            url = found[place].url if place < len(found) else ""
        return Link(url) if url else None

    async def _is_gone(self, name: str) -> bool:
        try:
            await self._profiles.review(name)
        except ConnectorError as error:
            if error.failure.kind is FailureKind.GONE:
                return True
            raise
        return False

    def reserve(self, action: Action) -> str:
        # There is one reply to a review: the review is what makes a repeat harmless.
        return new_id()

    async def perform(self, intent: Intent) -> Receipt:
        match intent.action:
            case Answer() as answer:
                return await self._answer(answer)
            case EditMessage(message_remote_id=id_) as edit if mapping.is_reply(id_):
                return await self._edit(edit)
            case DeleteMessage(message_remote_id=id_) if mapping.is_reply(id_):
                return await self._delete(id_)
            case _:
                raise failed(FailureKind.INVALID, "Google does not offer that to other programs.", code="unsupported")

    async def reconcile(self, intent: Intent) -> Receipt | None:
        match intent.action:
            case Answer(thread_remote_id=name, text=text):
                review = await self._profiles.review(name)
                return _receipt(review) if _has(review, text) else None
            case EditMessage(message_remote_id=id_, text=text):
                review = await self._profiles.review(mapping.review_of(id_))
                return _receipt(review) if _has(review, text) else None
            case DeleteMessage(message_remote_id=id_):
                review = await self._profiles.review(mapping.review_of(id_))
                return None if mapping.reply_id(review) == id_ else Receipt(id_, self._clock.now())
            case _:
                return None

    async def close(self) -> None:
        return None

    async def sign_out(self) -> None:
        await self._profiles.revoke()

    async def _answer(self, answer: Answer) -> Receipt:
        fits(answer, self.capabilities(answer.kind))
        name = answer.thread_remote_id
        review = await self._profiles.review(name)
        if mapping.reply_id(review):
            if _has(review, answer.text):
                return _receipt(review)
            raise failed(
                FailureKind.DUPLICATE,
                "Google keeps one reply to each review, and this one has a reply already. Correct that one, or"
                " delete it first, then send this again.",
                code="has a reply",
            )
        return await self._put(name, answer.text)

    async def _put(self, name: str, text: str) -> Receipt:
        try:
            said = await self._profiles.reply(name, text)
        except ConnectorError as error:
            raise await self._finer(error) from None
        try:
            return _receipt({"name": name, "reviewReply": said})
        except (KeyError, TypeError, ValueError) as error:
            raise transient("Google", type(error).__name__, Certainty.UNKNOWN) from None

    async def _edit(self, edit: EditMessage) -> Receipt:
        """Put another text in the place of our reply, which has another name from then on."""
        fits_text(edit.text, self.capabilities(edit.kind))
        name = mapping.review_of(edit.message_remote_id)
        review = await self._profiles.review(name)
        if _has(review, edit.text):
            return _receipt(review)
        if mapping.reply_id(review) != edit.message_remote_id:
            raise failed(
                FailureKind.GONE,
                "That reply was changed or deleted on Google meanwhile. Look there first; nothing was changed.",
                code="other reply",
            )
        return await self._put(name, edit.text)

    async def _delete(self, id_: str) -> Receipt:
        name = mapping.review_of(id_)
        now = mapping.reply_id(await self._profiles.review(name))
        if now and now != id_:
            raise failed(
                FailureKind.GONE,
                "That reply was changed on Google meanwhile. Look at the new one first; nothing was deleted.",
                code="other reply",
            )
        if now:
            await self._profiles.delete_reply(name)
        return Receipt(id_, self._clock.now())


def _has(review: Wire, text: str) -> bool:
    return bool(mapping.reply_id(review)) and mapping.alike(mapping.reply_text(review), text)


def _receipt(review: Wire) -> Receipt:
    at = mapping.moment(review["reviewReply"]["updateTime"])
    return Receipt(mapping.reply_id(review), at, LINK, at.isoformat())


def _no_location() -> ConnectorError:
    return failed(
        FailureKind.PERMISSION_DENIED,
        "This location is no longer in the account that signed in. If it was moved or merged, connect it again.",
        code="no location",
    )


def _changed(review: Wire, otherwise: datetime) -> datetime:
    try:
        return mapping.moment(review["updateTime"])
    except (KeyError, TypeError, ValueError):
        return otherwise


def _state(cursor: str | None) -> dict[str, Any]:
    """What a cursor holds. Raises ConnectorError CursorInvalid for one that another version wrote."""
    if cursor is None:
        return {}
    try:
        state = json.loads(cursor)
        if state.get("v") == _VERSION:
            return state
    except (ValueError, AttributeError):
        pass
    raise failed(FailureKind.CURSOR_INVALID, "The place in this stream is lost; it is read again.", code="cursor")


def _written(page: str = "", **moments: datetime | None) -> str:
    times = {key: at.isoformat() for key, at in moments.items() if at is not None}
    return json.dumps({"v": _VERSION, **times, **({"page": page} if page else {})})


def _moment(text: Any) -> datetime | None:
    try:
        return datetime.fromisoformat(text).astimezone(UTC)
    except (TypeError, ValueError):
        return None
