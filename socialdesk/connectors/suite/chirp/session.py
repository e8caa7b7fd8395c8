"""One Chirp account at work; see `Session` in the kit's contract for what each method promises."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from socialdesk.connectors.kit.contract import (
    Account,
    Action,
    Answer,
    DeleteMessage,
    Health,
    Intent,
    LikeMessage,
    Page,
    Receipt,
)
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import failed, transient
from socialdesk.connectors.kit.fitting import fits
from socialdesk.connectors.kit.manifest import Manifest
from socialdesk.connectors.suite.chirp import mapping
from socialdesk.connectors.suite.chirp.wire import Wire
from socialdesk.model.capability import Capabilities
from socialdesk.model.event import MessageSeen
from socialdesk.model.failure import Certainty, FailureKind
from socialdesk.model.thread import Kind
from socialdesk.support.clock import Clock

_VERSION = 1
"""Of the cursor: a later version of this connector may write it differently."""
_A_PAGE = 50


def granted(me: dict[str, Any]) -> tuple[tuple[str, bool], ...]:
    """What the token allows, by the keys of the manifest's access."""
    scopes = me.get("scopes", ())
    return (("read", "read" in scopes), ("answer", "write" in scopes))


class ChirpSession:
    """An account's session. It keeps nothing that another session would need."""

    def __init__(self, manifest: Manifest, wire: Wire, account: Account, clock: Clock, history: timedelta) -> None:
        self._manifest = manifest
        self._wire = wire
        self._own_id = account.remote_id
        self._clock = clock
        self._history = history

    def capabilities(self, kind: Kind) -> Capabilities:
        return self._manifest.capabilities(kind)

    async def check(self) -> Health:
        try:
            return Health(granted=granted(await self._wire.get("/v1/me")))
        except ConnectorError as error:
            return Health(error.failure)

    async def pull(self, stream: str, cursor: str | None, deadline: datetime) -> Page:
        # Chirp numbers every change: what was written, edited and deleted comes in one order that is the server's.
        said = await self._wire.get("/v1/changes", after=_number_in(cursor), most=_A_PAGE)
        changes, last = said.get("changes"), said.get("last")
        if not isinstance(changes, list) or not isinstance(last, int):
            raise transient("Chirp", "unreadable", Certainty.NOT_SENT)
        events = [mapping.to_event(one, self._own_id) for one in _all_of(said["changes"])]
        if cursor is None:
            since = self._clock.now() - self._history
            events = [one for one in events if not (isinstance(one, MessageSeen) and one.created_at < since)]
        return Page(tuple(events), json.dumps({"v": _VERSION, "after": last}), bool(said.get("more")))

    async def gone(self, remote_ids: Sequence[str]) -> Sequence[str]:
        return []  # deletions are among the changes

    def reserve(self, action: Action) -> str:
        return action.command

    async def perform(self, intent: Intent) -> Receipt:
        match intent.action:
            case Answer() as answer:
                fits(answer, self.capabilities(answer.kind))
                body = {"text": answer.text, "reply_to": answer.parent_remote_id, "client_key": intent.key}
                return self._receipt(await self._wire.send("POST", "/v1/posts", body), is_send=True)
            case LikeMessage(message_remote_id=message, on=on):
                await self._wire.send("PUT" if on else "DELETE", f"/v1/posts/{message}/like")
                return Receipt("", self._clock.now())
            case DeleteMessage(message_remote_id=message):
                await self._wire.send("DELETE", f"/v1/posts/{message}")
                return Receipt("", self._clock.now())
            case _:
                raise failed(FailureKind.INVALID, "Chirp does not offer this. Nothing was sent.", code="not offered")

    async def reconcile(self, intent: Intent) -> Receipt | None:
        match intent.action:
            case Answer():
                said = await self._wire.get("/v1/posts", client_key=intent.key)
                posts: list[dict[str, Any]] = said.get("posts", [])
                return self._receipt(posts[0]) if posts else None
            case LikeMessage(message_remote_id=message, on=on):
                post = await self._post(message)
                return Receipt("", self._clock.now()) if post and bool(post.get("liked")) is on else None
            case DeleteMessage(message_remote_id=message):
                return None if await self._post(message) else Receipt("", self._clock.now())
            case _:
                return None

    async def close(self) -> None:
        return None

    async def sign_out(self) -> None:
        await self._wire.send("DELETE", "/v1/token")

    async def _post(self, id_: str) -> dict[str, Any] | None:
        try:
            return await self._wire.get(f"/v1/posts/{id_}")
        except ConnectorError as error:
            if error.failure.kind is FailureKind.GONE:
                return None
            raise

    def _receipt(self, post: dict[str, Any], *, is_send: bool = False) -> Receipt:
        try:
            at = mapping.moment(post["created_at"])
            return Receipt(str(post["id"]), at, f"https://chirp.example/posts/{post['id']}", str(post["version"]))
        except (KeyError, TypeError, ValueError):
            # It was taken, or somebody in between says so: only a look can tell.
            certainty = Certainty.UNKNOWN if is_send else Certainty.NOT_SENT
            raise transient("Chirp", "unreadable", certainty) from None


def _all_of(changes: list[Any]) -> list[dict[str, Any]]:
    """Each change as an object; what is none is kept as one, to be set aside."""
    return [one if isinstance(one, dict) else {"what": one} for one in changes]


def _number_in(cursor: str | None) -> int:
    """The number of the last change that was read. Raises ConnectorError CursorInvalid for what we did not write."""
    if cursor is None:
        return 0
    try:
        state = json.loads(cursor)
        if state["v"] == _VERSION and state["after"] >= 0:
            return int(state["after"])
    except (ValueError, KeyError, TypeError, RecursionError):
        pass
    raise failed(FailureKind.CURSOR_INVALID, "The place in this stream is lost; it is read again.", code="cursor")
