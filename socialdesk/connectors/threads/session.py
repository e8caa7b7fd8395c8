"""One account of Threads at work; see `Session` in the kit's contract for what each method promises."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from socialdesk.connectors.graph import looking
from socialdesk.connectors.graph.lasting import Renewal, Token
from socialdesk.connectors.graph.wire import Graph
from socialdesk.connectors.kit.contract import (
    Account,
    Action,
    Answer,
    CredentialKeeper,
    DeleteMessage,
    Health,
    HideMessage,
    Intent,
    Link,
    Page,
    Receipt,
    Surroundings,
)
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import failed
from socialdesk.connectors.kit.fitting import fits
from socialdesk.connectors.kit.manifest import Manifest
from socialdesk.connectors.threads import mapping
from socialdesk.connectors.threads.access import account_of, called, tried
from socialdesk.connectors.threads.acts import Acts
from socialdesk.connectors.threads.chains import Chains
from socialdesk.connectors.threads.mentions import Mentions
from socialdesk.connectors.threads.pending import Pending
from socialdesk.connectors.threads.replies import Replies
from socialdesk.model.capability import Capabilities
from socialdesk.model.failure import FailureKind
from socialdesk.model.thread import Kind
from socialdesk.support.ids import new_id

NAME, VERSION = "Threads", "v1.0"
"""Threads has a line of versions of its own (Threads API, Overview)."""
_CANNOT = "Threads has nothing for that. Nothing was done."


def renewal(manifest: Manifest) -> Renewal:
    """Where tokens are renewed."""
    return Renewal(f"{manifest.hosts['api']}/refresh_access_token", "th_refresh_token", NAME)


class ThreadsSession:
    """An account's session. Its token comes from the keeper and nowhere else."""

    def __init__(
        self, manifest: Manifest, account: Account, keeper: CredentialKeeper, around: Surroundings, history: timedelta
    ) -> None:
        self._manifest = manifest
        self._clock = around.clock
        self._history = history
        self._token = Token(keeper, renewal(manifest), around.http, around.clock)
        base = f"{manifest.hosts['api']}/{VERSION}"
        self._graph = graph = Graph(around.http, around.clock, NAME, base, self._token.fresh, scope=account.remote_id)
        own = account.handle.removeprefix("@")
        chains = Chains(graph, own)
        self._pending = Pending(graph, own, chains)
        self._acts = Acts(graph, around.clock, self._pending)
        self._replies, self._mentions = Replies(graph, own, chains, self._pending), Mentions(graph, own, chains)

    def capabilities(self, kind: Kind) -> Capabilities:
        return self._manifest.capabilities(kind)

    async def check(self) -> Health:
        try:
            me = await called(self._graph)
            granted = await tried(self._graph)
            account = account_of(me, self._manifest.mark) if me.get("id") and me.get("username") else None
            return Health(granted=granted, expires_at=self._token.newest().expires_at, account=account)
        except ConnectorError as error:
            return Health(error.failure)

    async def pull(self, stream: str, cursor: str | None, deadline: datetime) -> Page:
        self._graph.usage.before_round(self._clock.now())
        reader = self._mentions if stream == "mentions" else self._replies
        return await reader.pull(cursor, self._history)

    async def gone(self, remote_ids: Sequence[str]) -> Sequence[str]:
        # What the public does not see need not be there for whoever asks for it by its id.
        asked = [one for one in remote_ids if one not in self._pending.unseen]
        return await looking.gone(self._graph, asked, many=False)

    async def media(self, message_remote_id: str, place: int, url: str, *, afresh: bool) -> Link | None:
        if afresh or not url:
            fields = "id,media_type,media_url,thumbnail_url,children{media_type,media_url,thumbnail_url}"
            try:
                found = mapping.attachments(await self._graph.get(message_remote_id, fields=fields))
            except ConnectorError as error:
                if error.failure.kind not in (FailureKind.GONE, FailureKind.NOT_FOUND):
                    raise
                return None
            url = found[place].url if place < len(found) else ""
        return Link(url) if url else None

    def reserve(self, action: Action) -> str:
        return new_id()

    async def perform(self, intent: Intent) -> Receipt:
        match intent.action:
            case Answer() as answer:
                fits(answer, self.capabilities(answer.kind))
                return await self._acts.answer(intent, answer)
            case HideMessage(message_remote_id=id_, on=on):
                await self._acts.hide(id_, on=on)
            case DeleteMessage(message_remote_id=id_):
                await self._acts.delete(id_)
            case _:
                raise failed(FailureKind.INVALID, _CANNOT, code="unsupported")
        return Receipt("", self._clock.now())

    async def reconcile(self, intent: Intent) -> Receipt | None:
        now = self._clock.now()
        match intent.action:
            case Answer() as answer:
                return await self._acts.find_answer(intent, answer)
            case HideMessage(message_remote_id=id_, on=on):
                return Receipt("", now) if await self._acts.is_hidden(id_) is on else None
            case DeleteMessage(message_remote_id=id_):
                return Receipt("", now) if await self._acts.is_gone(id_) else None
            case _:
                return None

    async def close(self) -> None:
        return None

    async def sign_out(self) -> None:
        # Threads has nothing by which a program could end its own access; the person removes the app there.
        return None
