"""One account of Instagram at work; see `Session` in the kit's contract for what each method promises."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from socialdesk.connectors.graph import login, looking
from socialdesk.connectors.graph.conversations import Conversations
from socialdesk.connectors.graph.errors import RETIRED, SIGN_IN_AGAIN
from socialdesk.connectors.instagram.access import account_of, called, tried
from socialdesk.connectors.instagram.acts import Acts
from socialdesk.connectors.instagram.entry import entry, keys_in
from socialdesk.connectors.instagram.mapping import MEDIA, node
from socialdesk.connectors.instagram.media import Media, Tags
from socialdesk.connectors.kit.contract import (
    Account,
    Action,
    Answer,
    AnswerPrivately,
    BlockPerson,
    CredentialKeeper,
    DeleteMessage,
    Health,
    HideMessage,
    Intent,
    LikeMessage,
    Link,
    Page,
    Receipt,
    RemoveMessage,
    Surroundings,
)
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import failed
from socialdesk.connectors.kit.fitting import fits, fits_text
from socialdesk.connectors.kit.manifest import Manifest
from socialdesk.model.capability import Capabilities
from socialdesk.model.failure import Failure, FailureKind
from socialdesk.model.thread import Kind
from socialdesk.support.ids import new_id
from socialdesk.support.secrets import SecretsUnavailable

HUMAN_AGENT = timedelta(days=7)
"""Instagram Platform, Messaging: the Human Agent tag."""
_CANNOT = "Instagram has nothing for that. Nothing was done."


class InstagramSession:
    """An account's session. Its token comes from the keeper and nowhere else."""

    def __init__(
        self, manifest: Manifest, account: Account, keeper: CredentialKeeper, around: Surroundings, history: timedelta
    ) -> None:
        self._manifest = manifest
        self._remote_id = account.remote_id
        self._keeper = keeper
        self._clock = around.clock
        self._history = history
        self._entry = found = entry(manifest, account, keeper, around)
        self._graph = found.graph
        self._chats = Conversations(found.graph, found.line, found.owner, around.clock, human_agent=self._answers_late)
        self._acts = Acts(found, self._chats, around.clock)
        self._media = Media(found.graph, found.me, found.owner)
        self._tags = Tags(found.graph, found.me, found.owner)

    def _answers_late(self) -> bool:
        try:
            keys = keys_in(self._keeper)
        except SecretsUnavailable:
            return False
        return keys is not None and keys.human_agent

    def capabilities(self, kind: Kind) -> Capabilities:
        told = self._manifest.capabilities(kind)
        if not self._entry.through_page:
            # Only through a Page can people be blocked (Graph API, IG User) and pictures be uploaded (Instagram
            # Messaging, Attachment Upload); the other way takes them from addresses on the internet alone.
            levels = {act: level for act, level in told.levels.items() if act != "block"}
            told = replace(told, levels=levels, attachments=None)
        return replace(told, reply_window=HUMAN_AGENT) if kind is Kind.DM and self._answers_late() else told

    async def check(self) -> Health:
        keys = keys_in(self._keeper)
        if keys is None:
            return Health(Failure(FailureKind.AUTH_EXPIRED, SIGN_IN_AGAIN, code="no token"))
        try:
            me = await called(self._entry)
            granted = await tried(self._entry, keys.scopes)
        except ConnectorError as error:
            return Health(error.failure)
        # Asked again: what was renewed meanwhile ends later.
        keys = keys_in(self._keeper) or keys
        if self._graph.version not in ("", login.VERSION):
            failure = Failure(FailureKind.PERMISSION_DENIED, RETIRED, code=self._graph.version)
            return Health(failure, granted, keys.expires_at)
        account = account_of(me, self._remote_id, self._manifest.mark) if me.get("username") else None
        return Health(granted=granted, expires_at=keys.expires_at, account=account)

    async def pull(self, stream: str, cursor: str | None, deadline: datetime) -> Page:
        self._graph.usage.before_round(self._clock.now())
        match stream:
            case "messages":
                return await self._chats.pull(cursor, self._history)
            case "tags":
                return await self._tags.pull(cursor, self._history)
            case _:
                return await self._media.pull(cursor, self._history)

    async def gone(self, remote_ids: Sequence[str]) -> Sequence[str]:
        chats = [one for one in remote_ids if _is_chat(one)]
        missing = list(await self._chats.gone(chats)) if chats else []
        # Media of somebody else cannot be asked for.
        ids = [one for one in remote_ids if not _is_chat(one) and not one.startswith(MEDIA)]
        return [*missing, *await looking.gone(self._graph, ids, many=self._entry.through_page)]

    async def media(self, message_remote_id: str, place: int, url: str, *, afresh: bool) -> Link | None:
        if afresh or not url:
            try:
                if _is_chat(message_remote_id):
                    url = await self._chats.link(message_remote_id, place)
                else:
                    url = await self._acts.picture(message_remote_id)
            except ConnectorError as error:
                if error.failure.kind not in (FailureKind.GONE, FailureKind.NOT_FOUND):
                    raise
                return None
        return Link(url) if url else None

    def reserve(self, action: Action) -> str:
        return new_id()

    async def perform(self, intent: Intent) -> Receipt:
        match intent.action:
            case Answer() as answer:
                fits(answer, self.capabilities(answer.kind))
                return await (self._chats.send(answer) if answer.kind is Kind.DM else self._acts.answer(answer))
            case AnswerPrivately() as action:
                fits_text(action.text, self.capabilities(Kind.DM))
                return await self._acts.answer_privately(action)
            case LikeMessage(message_remote_id=id_, on=on) if _is_chat(id_):
                await self._chats.react(id_, on=on)
            case HideMessage(message_remote_id=id_, on=on):
                await self._acts.hide(id_, on=on)
            case DeleteMessage(message_remote_id=id_) | RemoveMessage(message_remote_id=id_) if not _is_chat(id_):
                await self._acts.delete(node(id_))
            case BlockPerson(person_remote_id=person, on=on) if self._entry.through_page:
                await self._acts.block(person, on=on)
            case _:
                raise failed(FailureKind.INVALID, _CANNOT, code="unsupported")
        return Receipt("", self._clock.now())

    async def reconcile(self, intent: Intent) -> Receipt | None:
        now = self._clock.now()
        match intent.action:
            case Answer(kind=Kind.DM) as answer:
                return await self._chats.find_answer(intent, answer)
            case Answer() as answer:
                return await self._acts.find_answer(intent, answer)
            case AnswerPrivately() as action:
                return await self._acts.find_private(action)
            case HideMessage(message_remote_id=id_, on=on):
                return Receipt("", now) if await self._acts.is_hidden(id_) is on else None
            case DeleteMessage(message_remote_id=id_) | RemoveMessage(message_remote_id=id_):
                return Receipt("", now) if await self._acts.is_gone(id_) else None
            case _:
                # What cannot be looked at is done again: twice is once.
                return None

    async def close(self) -> None:
        return None

    async def sign_out(self) -> None:
        # Instagram has nothing by which a program could end its own access; the person removes the app there.
        return None


def _is_chat(id_: str) -> bool:
    """Whether it is the id of a direct message; those of media and comments are numbers."""
    return not id_.startswith(MEDIA) and not id_.isdigit()
