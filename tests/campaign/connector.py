"""Speaks to the stand-in network through the kit's own HTTP, so that what broke and when is classed as in earnest."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from socialdesk.connectors.kit.contract import (
    Account,
    Action,
    Answer,
    CredentialKeeper,
    Credentials,
    Health,
    Intent,
    Page,
    Receipt,
    SignedIn,
    Surroundings,
)
from socialdesk.connectors.kit.failures import failed, transient
from socialdesk.connectors.kit.http import Http
from socialdesk.connectors.kit.manifest import Manifest
from socialdesk.connectors.kit.registry import Registry
from socialdesk.model.capability import Capabilities, Idempotency, Level, TextLimit, TextUnit
from socialdesk.model.contact import Author
from socialdesk.model.event import Event, MessageDeleted, MessageSeen
from socialdesk.model.failure import Certainty, FailureKind
from socialdesk.model.thread import Kind
from socialdesk.model.way import Way, WayKind
from socialdesk.support.clock import from_ms
from tests.campaign.network import LAG_MS

BRAND = Author("brand", "brand.example", "Brand", is_own=True)
PATIENCE_S = 0.4


class StandIn:
    """The connector, and the one session on it."""

    def __init__(self, port: int, *, has_keys: bool) -> None:
        self._at = f"http://127.0.0.1:{port}"
        self._has_keys = has_keys
        self._http: Http | None = None
        able = Capabilities(
            TextLimit(TextUnit.GRAPHEMES, 300),
            {"reply": Level.FULL},
            idempotency=Idempotency.CLIENT_KEY if has_keys else Idempotency.NONE,
            visibility_lag=timedelta(milliseconds=LAG_MS),
        )
        self.manifest = Manifest(
            id="standin",
            name="Stand-in",
            mark="demo",
            reads=("Messages",),
            needs="Nothing",
            default_server="",
            streams=("all",),
            min_poll=timedelta(seconds=1),
            history_has_clocks=True,
            help="",
            by_kind={Kind.DM: able},
            ways=(Way("open", WayKind.TYPED, "Open"),),
        )

    async def begin(self, way: str, typed: Mapping[str, str], redirect: str, around: Surroundings) -> SignedIn:
        account = Account("brand", "brand.example", "Brand", "", "demo")
        return SignedIn((account,), Credentials("{}"))

    async def finish(self, way: str, kept: str, answer: Mapping[str, str], around: Surroundings) -> SignedIn:
        raise AssertionError("no way leads to a browser here")

    def open(self, account: Account, keeper: CredentialKeeper, around: Surroundings, history: timedelta) -> StandIn:
        self._http = around.http
        return self

    def capabilities(self, kind: Kind) -> Capabilities:
        return self.manifest.capabilities(kind)

    async def check(self) -> Health:
        return Health()

    async def pull(self, stream: str, cursor: str | None, deadline: datetime) -> Page:
        said = await self._ask("/read", {"cursor": int(cursor or 0)})
        events = [event for one in said["events"] for event in self._events(one)]
        return Page(tuple(events), str(said["cursor"]), bool(said["more"]))

    async def gone(self, remote_ids: Sequence[str]) -> Sequence[str]:
        return []

    def reserve(self, action: Action) -> str:
        return f"key-{action.command}"

    async def perform(self, intent: Intent) -> Receipt:
        return _receipt(await self._ask("/send", _asked(intent), is_send=True))

    async def reconcile(self, intent: Intent) -> Receipt | None:
        found = (await self._ask("/find", _asked(intent)))["found"]
        return None if found is None else _receipt(found)

    async def close(self) -> None:
        return None

    async def sign_out(self) -> None:
        return None

    def _events(self, one: dict[str, Any]) -> list[Event]:
        who = Author(f"ann-{one['thread']}", "ann.example", "Ann Lee")
        seen = MessageSeen(
            remote_id=one["id"],
            version=str(one["version"]),
            thread_remote_id=one["thread"],
            kind=Kind.DM,
            author=BRAND if one["own"] else who,
            contact=who,
            text=one["text"],
            created_at=from_ms(one["at"]),
            permalink=f"https://standin.invalid/{one['thread']}",
            edited_at=from_ms(one["edited"]) if one["edited"] else None,
            echo_key=one["key"] if one["key"] and self._has_keys else None,
            raw=json.dumps(one),
        )
        return [seen, MessageDeleted(one["id"], from_ms(one["gone"]))] if one["gone"] else [seen]

    async def _ask(self, path: str, body: dict[str, Any], *, is_send: bool = False) -> dict[str, Any]:
        assert self._http is not None
        answer = await self._http.ask(
            "POST", self._at + path, body=json.dumps(body).encode(), is_send=is_send, timeout_s=PATIENCE_S
        )
        unsure = Certainty.UNKNOWN if is_send else Certainty.NOT_SENT
        if answer.status == 429:
            raise failed(FailureKind.RATE_LIMITED, "Later.", code="429", retry_at=self._http.retry_at(answer))
        if answer.status >= 500:
            raise transient("the stand-in", str(answer.status), unsure)
        try:
            said = answer.json()
        except ValueError:
            raise transient("the stand-in", "not json", unsure) from None
        return said


def _asked(intent: Intent) -> dict[str, Any]:
    action = intent.action
    assert isinstance(action, Answer)
    return {"thread": action.thread_remote_id, "text": action.text, "key": intent.key}


def _receipt(one: dict[str, Any]) -> Receipt:
    return Receipt(one["id"], from_ms(one["at"]), version=str(one["version"]))


class OneConnector(Registry):
    """A registry that holds the stand-in and nothing else."""

    def __init__(self, port: int, *, has_keys: bool) -> None:
        super().__init__(())
        self._connector = StandIn(port, has_keys=has_keys)
        self._manifests["standin"] = self._connector.manifest

    def connector(self, platform: str) -> StandIn:
        self.manifest(platform)
        return self._connector
