"""One signed-in account at work; see `Session` in the kit's contract for what each method promises."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from socialdesk.connectors.kit.contract import (
    Action,
    Answer,
    AnswerPrivately,
    DeleteMessage,
    EditMessage,
    Health,
    Intent,
    Link,
    Page,
    Receipt,
)
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import failed
from socialdesk.connectors.kit.manifest import Manifest
from socialdesk.connectors.mastodon import mapping, server
from socialdesk.connectors.mastodon.access import account_of, moved_to, tried
from socialdesk.connectors.mastodon.answers import ROOM, Answers
from socialdesk.connectors.mastodon.conversations import Conversations
from socialdesk.connectors.mastodon.listening import Listening
from socialdesk.connectors.mastodon.moderation import Moderation
from socialdesk.connectors.mastodon.notifications import Notifications
from socialdesk.connectors.mastodon.posts import Posts
from socialdesk.connectors.mastodon.threads import GONE, Threads
from socialdesk.connectors.mastodon.wire import VERIFY, Keys, Wire
from socialdesk.model.capability import Capabilities, Idempotency
from socialdesk.model.failure import Failure, FailureKind
from socialdesk.model.thread import Kind
from socialdesk.support.clock import Clock
from socialdesk.support.ids import new_id
from socialdesk.support.secrets import SecretsUnavailable

_VERSION = 1


class MastodonSession:
    """An account's session. The token comes from the keeper and nowhere else."""

    def __init__(self, manifest: Manifest, wire: Wire, clock: Clock, history: timedelta) -> None:
        self._manifest = manifest
        self._wire = wire
        self._clock = clock
        self._history = history
        self._threads = Threads(wire)
        self._notifications = Notifications(wire, self._threads)
        self._posts = Posts(wire, self._threads, clock)
        self._conversations = Conversations(wire, self._threads)
        self._answers = Answers(wire, self._threads, clock)
        self._listening = Listening(wire, self._threads, self._posts)
        self._moderation = Moderation(wire, self._threads)

    def capabilities(self, kind: Kind) -> Capabilities:
        general = self._manifest.capabilities(kind)
        keys = self._known()
        if keys is None or kind not in self._manifest.by_kind:
            return general
        here = keys.server
        return replace(
            general,
            levels={act: level for act, level in general.levels.items() if act not in here.lacks},
            text=replace(here.text_limit(), most=max(1, here.most - ROOM)),
            # What is not Mastodon takes the key and posts twice all the same.
            idempotency=Idempotency.CLIENT_KEY if here.is_mastodon else Idempotency.NONE,
            attachments=general.attachments
            and replace(
                general.attachments,
                most=here.pictures_most,
                bytes_most=min(general.attachments.bytes_most, here.picture_bytes),
            ),
        )

    def _known(self) -> Keys | None:
        """The keys, where they are at hand; what can be done is asked also where nobody is signed in (any more)."""
        try:
            return self._wire.known or self._wire.keys()
        except (ConnectorError, SecretsUnavailable):
            return None

    async def check(self) -> Health:
        try:
            granted = await tried(self._wire)
            account = await self._wire.get(VERIFY)
            self._wire.learn(await server.again(self._wire.http, self._wire.keys().server))
        except ConnectorError as error:
            return Health(error.failure)
        elsewhere = self._wire.keys().server.full(moved_to(account)) if moved_to(account) else ""
        if elsewhere:
            sentence = (
                f"This account has moved to @{elsewhere}. Connect that one as a channel; what is written here is still"
                " read."
            )
            return Health(Failure(FailureKind.PERMISSION_DENIED, sentence, code="moved"), granted)
        here = self._wire.keys().server
        return Health(
            granted=granted, account=account_of(account, here, self._manifest.mark) if account.get("acct") else None
        )

    async def pull(self, stream: str, cursor: str | None, deadline: datetime) -> Page:
        state = _state(cursor)
        since = self._clock.now() - self._history
        match stream:
            case "notifications":
                events, after, more = await self._notifications.read(state, since)
                return Page(events, _written(after), more)
            case "conversations":
                events, after, more = await self._conversations.read(cursor, state, since)
                self._conversations.given(_written(after))
                return Page(events, _written(after), more)
            case _:
                events, after, more = await self._posts.read(cursor, state, self._history)
                self._posts.given(_written(after))
                return Page(events, _written(after), more)

    async def media(self, message_remote_id: str, place: int, url: str, *, afresh: bool) -> Link | None:
        if afresh or not url:
            try:
                status = await self._wire.get(f"/api/v1/statuses/{message_remote_id}")
            except ConnectorError as error:
                if error.failure.kind in GONE:
                    return None
                raise
            links = mapping.links_of(status)
            url = links[place] if place < len(links) else ""
        if not url:
            return None
        # A server of one's own serves its pictures from the address a person typed.
        own = urlsplit(self._wire.keys().server.url).hostname
        return Link(url, is_own_server=urlsplit(url).hostname == own)

    async def gone(self, remote_ids: Sequence[str]) -> Sequence[str]:
        return await self._posts.changed(remote_ids)

    def reserve(self, action: Action) -> str:
        return new_id()

    async def perform(self, intent: Intent) -> Receipt:
        match intent.action:
            case Answer() | AnswerPrivately() as action:
                return await self._answers.send(intent, action)
            case EditMessage() as action:
                await self._answers.edit(action)
                return self._done(action)
            case _:
                await self._moderation.perform(intent)
                return self._done(intent.action)

    async def reconcile(self, intent: Intent) -> Receipt | None:
        match intent.action:
            case Answer() | AnswerPrivately() as action:
                return await self._answers.find(intent, action)
            case EditMessage() as action:
                return self._done(action) if await self._answers.says(action) else None
            case _:
                return self._done(intent.action) if await self._moderation.happened(intent) else None

    async def listen(self, heard: Callable[[str], None]) -> None:
        await self._listening.listen(heard)

    async def close(self) -> None:
        return None

    async def sign_out(self) -> None:
        await self._wire.sign_out()

    def _done(self, action: Action) -> Receipt:
        remote_id = action.message_remote_id if isinstance(action, DeleteMessage) else ""
        return Receipt(remote_id, self._clock.now())


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


def _written(state: dict[str, Any]) -> str:
    return json.dumps({"v": _VERSION, **state})
