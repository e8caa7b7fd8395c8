"""One signed-in YouTube channel at work; see `Session` in the kit's contract for what each method promises."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from socialdesk.connectors.google.oauth import end_of
from socialdesk.connectors.kit.contract import (
    Account,
    Action,
    Answer,
    BlockPerson,
    DeleteMessage,
    EditMessage,
    Health,
    HideMessage,
    Intent,
    Page,
    Receipt,
    RemoveMessage,
)
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import failed
from socialdesk.connectors.kit.fitting import fits, fits_text
from socialdesk.connectors.kit.manifest import Manifest
from socialdesk.connectors.youtube import mapping
from socialdesk.connectors.youtube.access import account_of, tried
from socialdesk.connectors.youtube.feed import (
    DEEP_EVERY,
    DEEP_REACH,
    HELD,
    LATE_EVERY,
    LATE_REACH,
    PUBLISHED,
    Feed,
    Place,
)
from socialdesk.connectors.youtube.quota import SEND, UNITS
from socialdesk.connectors.youtube.wire import YouTube
from socialdesk.model.capability import Capabilities
from socialdesk.model.failure import FailureKind
from socialdesk.model.thread import Kind
from socialdesk.support.clock import Clock
from socialdesk.support.ids import new_id

_VERSION = 1
_LISTS = {"comments": PUBLISHED, "held": HELD, "spam": mapping.SPAM}
_SKEW = timedelta(minutes=2)
"""By so much the clocks of YouTube and of this machine may differ when an own comment is looked for."""


class YouTubeSession:
    """A channel's session. Tokens come from the keeper and nowhere else."""

    def __init__(
        self, manifest: Manifest, youtube: YouTube, account: Account, clock: Clock, history: timedelta
    ) -> None:
        self._manifest = manifest
        self._youtube = youtube
        self._own = account.remote_id
        self._clock = clock
        self._history = history
        self._feed = Feed(youtube, account.remote_id, account.name, clock)
        self._given: dict[str, str] = {}
        """By stream the newest cursor that was given out."""

    def capabilities(self, kind: Kind) -> Capabilities:
        general = self._manifest.capabilities(kind)
        try:
            times = self._youtube.quota.units / UNITS
        except ConnectorError:
            return general
        # The manifest tells of an app that was granted no more than all are.
        budgets = tuple(replace(one, points=max(SEND, int(one.points * times))) for one in general.budgets)
        return replace(general, budgets=budgets)

    async def check(self) -> Health:
        try:
            granted, channel = await tried(self._youtube, self._own)
            ends_at = end_of(self._youtube.tokens())
            return Health(granted=granted, expires_at=ends_at, account=account_of(channel, self._manifest))
        except ConnectorError as error:
            return Health(error.failure)

    async def pull(self, stream: str, cursor: str | None, deadline: datetime) -> Page:
        state = _state(cursor)
        if cursor != self._given.get(stream):
            # What was read after this place was perhaps never kept: it must come again.
            self._feed.forget()
        page = await self._pulled(stream, state, cursor)
        self._given[stream] = page.next_cursor
        return page

    async def _pulled(self, stream: str, state: dict[str, Any], cursor: str | None) -> Page:
        if stream == "late":
            return await self._late(state, cursor)
        place = _place(state)
        if cursor is not None and not self._feed.is_due(place):
            # The units of the day are spread over it: this reading waits until the clock has caught up.
            return Page((), cursor)
        events, after = await self._feed.page(_LISTS[stream], place, self._clock.now() - self._history)
        return Page(tuple(events), _written(**_facts(after)), has_more=after.is_within)

    async def _late(self, state: dict[str, Any], cursor: str | None) -> Page:
        now = self._clock.now()
        is_deep = now - _moment(state.get("deep_at"), now - DEEP_EVERY) >= DEEP_EVERY
        is_due = now - _moment(state.get("read_at"), now - LATE_EVERY) >= LATE_EVERY
        if cursor is not None and not is_due:
            return Page((), cursor)
        reach = min(DEEP_REACH, self._history) if is_deep else LATE_REACH
        events, is_whole = await self._feed.late(reach)
        deep_at = now if is_deep and is_whole else _moment(state.get("deep_at"), now - DEEP_EVERY)
        return Page(tuple(events), _written(read_at=now.isoformat(), deep_at=deep_at.isoformat()))

    async def gone(self, remote_ids: Sequence[str]) -> Sequence[str]:
        return await self._feed.gone(remote_ids)

    def reserve(self, action: Action) -> str:
        # YouTube knows no key of ours: what is stored only tells our attempts apart.
        return new_id()

    async def perform(self, intent: Intent) -> Receipt:
        now = self._clock.now()
        match intent.action:
            case Answer() as answer:
                return await self._answer(answer)
            case DeleteMessage(message_remote_id=comment):
                try:
                    await self._youtube.delete(comment)
                except ConnectorError as error:
                    if error.failure.kind not in {FailureKind.GONE, FailureKind.NOT_FOUND}:
                        raise
                return Receipt(comment, now)
            case EditMessage(message_remote_id=comment) as edit:
                fits_text(edit.text, self.capabilities(edit.kind))
                await self._youtube.edit(comment, edit.text)
            case HideMessage(message_remote_id=comment, on=on):
                await self._youtube.moderate(comment, HELD if on else PUBLISHED)
            case RemoveMessage(message_remote_id=comment):
                await self._youtube.moderate(comment, "rejected")
            case BlockPerson(person_remote_id=person, on=True):
                await self._ban(person)
            case BlockPerson():
                raise failed(
                    FailureKind.PERMISSION_DENIED,
                    "YouTube lets nobody back in from outside. Do it in YouTube Studio: Settings, Community, Hidden"
                    " users.",
                    code="no unban",
                )
            case _:
                raise failed(FailureKind.INVALID, "YouTube does not offer that to other programs.", code="unsupported")
        return Receipt("", now)

    async def reconcile(self, intent: Intent) -> Receipt | None:
        match intent.action:
            case Answer(text=text, thread_remote_id=thread):
                answers = await self._feed.answers_of(thread)
                since = self._youtube.there(intent.recorded_at) - _SKEW
                for comment in answers:
                    if (
                        mapping.is_own(comment, self._own)
                        and mapping.alike(mapping.text_of(comment), text)
                        and mapping.moment(comment["snippet"]["publishedAt"]) >= since
                    ):
                        return _receipt(comment)
                return None
            case EditMessage(message_remote_id=id_, text=text):
                found = await self._youtube.comments([id_])
                is_so = any(mapping.alike(mapping.text_of(one), text) for one in found)
                return Receipt("", self._clock.now()) if is_so else None
            case DeleteMessage(message_remote_id=id_):
                return None if await self._youtube.comments([id_]) else Receipt(id_, self._clock.now())
            case _:
                # Setting the same state twice changes nothing, so it is simply done once more.
                return None

    async def close(self) -> None:
        return None

    async def sign_out(self) -> None:
        await self._youtube.revoke()

    async def _answer(self, answer: Answer) -> Receipt:
        fits(answer, self.capabilities(answer.kind))
        try:
            return _receipt(await self._youtube.answer(answer.thread_remote_id, answer.text))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise _unclear(error) from None

    async def _ban(self, person: str) -> None:
        comment = await self._feed.comment_by(person)
        if comment is None:
            raise failed(
                FailureKind.INVALID,
                "YouTube blocks people only by a comment of theirs, and none could be found. Hide them in YouTube"
                " Studio: Settings, Community, Hidden users.",
                code="no comment",
            )
        await self._youtube.moderate(comment, "rejected", ban=True)


def _receipt(comment: dict[str, Any]) -> Receipt:
    snippet = comment["snippet"]
    link = mapping.link_of(str(comment["id"]), snippet.get("videoId"))
    version = mapping.moment(snippet["updatedAt"]).isoformat()
    return Receipt(str(comment["id"]), mapping.moment(snippet["publishedAt"]), link, version)


def _unclear(error: Exception) -> ConnectorError:
    from socialdesk.connectors.kit.failures import transient
    from socialdesk.model.failure import Certainty

    return transient("YouTube", type(error).__name__, Certainty.UNKNOWN)


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


def _written(**state: Any) -> str:
    return json.dumps({"v": _VERSION, **state})


def _moment(text: Any, otherwise: datetime) -> datetime:
    try:
        return datetime.fromisoformat(text).astimezone(UTC)
    except (TypeError, ValueError):
        return otherwise


def _place(state: dict[str, Any]) -> Place:
    times = {
        key: datetime.fromisoformat(state[key]).astimezone(UTC) for key in ("newest", "stop", "high") if state.get(key)
    }
    return Place(page=str(state.get("page", "")), again=bool(state.get("again")), **times)


def _facts(place: Place) -> dict[str, Any]:
    times = {"newest": place.newest, "stop": place.stop, "high": place.high}
    told: dict[str, Any] = {key: at.isoformat() for key, at in times.items() if at is not None}
    return told | ({"page": place.page} if place.page else {}) | ({"again": True} if place.again else {})
