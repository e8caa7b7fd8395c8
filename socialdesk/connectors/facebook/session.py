"""One Page at work; see `Session` in the kit's contract for what each method promises."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from socialdesk.connectors.facebook.access import account_of, called, tried
from socialdesk.connectors.facebook.acts import Acts
from socialdesk.connectors.facebook.keys import Keys
from socialdesk.connectors.facebook.mapping import POST, REVIEW, node
from socialdesk.connectors.facebook.posts import Posts
from socialdesk.connectors.facebook.reviews import Reviews
from socialdesk.connectors.graph import login, looking
from socialdesk.connectors.graph.conversations import Conversations, Line
from socialdesk.connectors.graph.direct import Owner
from socialdesk.connectors.graph.errors import RETIRED, SIGN_IN_AGAIN
from socialdesk.connectors.graph.reading import word
from socialdesk.connectors.graph.wire import Graph
from socialdesk.connectors.kit.contract import (
    Action,
    Answer,
    AnswerPrivately,
    BlockPerson,
    CredentialKeeper,
    DeleteMessage,
    EditMessage,
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
"""Messenger Platform, Policy: the Human Agent tag."""
_RARELY = timedelta(minutes=15)
_WEB = "https://www.facebook.com"
_MESSAGE_FIELDS = "id,created_time,from,to,message,attachments,sticker,shares{link,name,id}"
_CANNOT = "Facebook has nothing for that. Nothing was done."


def graph_for(manifest: Manifest, page: str, keys: Callable[[], Keys], around: Surroundings) -> Graph:
    """A Page's way to the Graph API, with the token of that Page."""

    async def token() -> str:
        try:
            return keys().pages[page]
        except LookupError:
            raise failed(FailureKind.AUTH_EXPIRED, SIGN_IN_AGAIN, code="no token") from None

    def secret() -> str:
        return keys().app_secret

    base = f"{manifest.hosts['api']}/{login.VERSION}"
    return Graph(around.http, around.clock, "Facebook", base, token, secret, scope=page)


class FacebookSession:
    """A Page's session. Its token comes from the keeper and nowhere else."""

    def __init__(
        self, manifest: Manifest, page: str, keeper: CredentialKeeper, around: Surroundings, history: timedelta
    ) -> None:
        self._manifest = manifest
        self._page = page
        self._keeper = keeper
        self._clock = around.clock
        self._history = history
        self._around = around
        self._graph = graph = graph_for(manifest, page, self._keys, around)
        line = Line(page, "messenger", _MESSAGE_FIELDS)
        self._chats = Conversations(
            graph, line, Owner(frozenset({page}), _WEB), around.clock, human_agent=self._answers_late
        )
        self._acts = Acts(graph, page, self._chats, around.clock)
        self._posts = {
            "comments": Posts(graph, page, "feed"),
            "tagged": Posts(graph, page, "tagged", every=_RARELY, is_optional=True),
            "ads": Posts(graph, page, "ads_posts", every=_RARELY, is_optional=True),
        }
        self._reviews = Reviews(graph, page, around.clock)

    def _keys(self) -> Keys:
        return Keys.read(self._keeper.load())

    def _answers_late(self) -> bool:
        try:
            return self._keys().human_agent
        except (LookupError, SecretsUnavailable):
            return False

    def capabilities(self, kind: Kind) -> Capabilities:
        told = self._manifest.capabilities(kind)
        return replace(told, reply_window=HUMAN_AGENT) if kind is Kind.DM and self._answers_late() else told

    async def check(self) -> Health:
        try:
            keys = self._keys()
        except LookupError:
            return Health(Failure(FailureKind.AUTH_EXPIRED, SIGN_IN_AGAIN, code="no token"))
        try:
            me = await called(self._graph, self._page)
            granted = await tried(self._graph, self._page, keys)
            ends_at = await self._ends_at(keys)
        except ConnectorError as error:
            return Health(error.failure)
        if self._graph.version not in ("", login.VERSION):
            # A version that is no longer served is silently answered as another one (Graph API, Versioning).
            return Health(Failure(FailureKind.PERMISSION_DENIED, RETIRED, code=self._graph.version), granted, ends_at)
        name, username = word(me.get("name")), word(me.get("username"))
        account = account_of(self._page, name, username, self._manifest.mark) if name else None
        return Health(granted=granted, expires_at=ends_at, account=account)

    async def _ends_at(self, keys: Keys) -> datetime | None:
        """When access ends, as Meta says it now; as it said at the sign-in where it does not."""
        app = login.App(keys.app_id, keys.app_secret)
        if not app.token:
            return keys.expires_at
        speaker = login.graph_of(self._around.http, self._clock, self._manifest.hosts["api"], app.token)
        facts = await login.facts(speaker, keys.pages[self._page])
        return facts.ends_at or keys.expires_at

    async def pull(self, stream: str, cursor: str | None, deadline: datetime) -> Page:
        self._graph.usage.before_round(self._clock.now())
        match stream:
            case "messages":
                return await self._chats.pull(cursor, self._history)
            case "reviews":
                return await self._reviews.pull(cursor, self._history)
            case _:
                return await self._posts[stream].pull(cursor, self._history)

    async def gone(self, remote_ids: Sequence[str]) -> Sequence[str]:
        chats = [one for one in remote_ids if _is_chat(one)]
        missing = list(await self._chats.gone(chats)) if chats else []
        # Of a recommendation the network gives nothing that could be asked for.
        ids = {node(one): one for one in remote_ids if not _is_chat(one) and not one.startswith(REVIEW)}
        return [*missing, *(ids[one] for one in await looking.gone(self._graph, list(ids)))]

    async def media(self, message_remote_id: str, place: int, url: str, *, afresh: bool) -> Link | None:
        if afresh or not url:
            try:
                if _is_chat(message_remote_id):
                    url = await self._chats.link(message_remote_id, place)
                else:
                    url = await self._acts.picture(message_remote_id, place)
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
            case LikeMessage(message_remote_id=id_, on=on):
                await (self._chats.react(id_, on=on) if _is_chat(id_) else self._acts.like(id_, on=on))
            case HideMessage(message_remote_id=id_, on=on):
                await self._acts.hide(id_, on=on)
            case DeleteMessage(message_remote_id=id_) | RemoveMessage(message_remote_id=id_):
                await self._acts.delete(id_)
            case EditMessage(kind=kind) as edit if kind is not Kind.DM:
                fits_text(edit.text, self.capabilities(kind))
                await self._acts.edit(edit.message_remote_id, edit.text)
            case BlockPerson(person_remote_id=person, on=on):
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
            case LikeMessage(message_remote_id=id_, on=on) if not _is_chat(id_):
                return Receipt("", now) if await self._acts.is_liked(id_) is on else None
            case HideMessage(message_remote_id=id_, on=on):
                return Receipt("", now) if await self._acts.is_hidden(id_) is on else None
            case EditMessage(message_remote_id=id_, text=text):
                return Receipt("", now) if await self._acts.says(id_, text) else None
            case DeleteMessage(message_remote_id=id_) | RemoveMessage(message_remote_id=id_):
                return Receipt("", now) if await self._acts.is_gone(id_) else None
            case BlockPerson(person_remote_id=person, on=on):
                return Receipt("", now) if await self._acts.blocked(person) is on else None
            case _:
                # A reaction is not told with a message; twice is once.
                return None

    async def close(self) -> None:
        return None

    async def sign_out(self) -> None:
        # One sign-in opens several Pages, each a channel of its own: revoking it would end the others with it.
        return None


def _is_chat(id_: str) -> bool:
    """Whether it is the id of a direct message; those of comments and posts are numbers, with a word before them."""
    return not id_.startswith((POST, REVIEW)) and not id_.replace("_", "").isdigit()
