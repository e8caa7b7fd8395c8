"""One account of X at work; see `Session` in the kit's contract for what each method promises."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from socialdesk.connectors.kit.contract import (
    Account,
    Action,
    Answer,
    AnswerPrivately,
    BlockPerson,
    DeleteMessage,
    Health,
    HideMessage,
    Intent,
    Page,
    Receipt,
)
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import failed, transient
from socialdesk.connectors.kit.fitting import fits, fits_text
from socialdesk.connectors.kit.manifest import Manifest
from socialdesk.connectors.kit.parts import part
from socialdesk.connectors.x import mapping
from socialdesk.connectors.x.feed import Feed
from socialdesk.connectors.x.mapping import WRONG
from socialdesk.connectors.x.media import upload
from socialdesk.connectors.x.replies import Replies
from socialdesk.connectors.x.spending import ANSWER, ANSWER_WITH_LINK, MANAGE, SEND_MESSAGE
from socialdesk.connectors.x.wire import X
from socialdesk.model.capability import Capabilities, has_link
from socialdesk.model.failure import Certainty, FailureKind
from socialdesk.model.thread import Kind
from socialdesk.support.clock import Clock
from socialdesk.support.ids import new_id

_SKEW = timedelta(minutes=2)
"""X's clock and ours may differ by so much when an answer is looked for."""
_CANNOT = "X has nothing for that. Nothing was done."
NEEDED = {
    "read": ("tweet.read", "users.read"),
    "answer": ("tweet.write",),
    "hide": ("tweet.moderate.write",),
    "messages": ("dm.read", "dm.write"),
}
"""By what the manifest asks access to, the scopes of X that give it."""


def granted(scopes: frozenset[str]) -> tuple[tuple[str, bool], ...]:
    """What a sign-in allows."""
    return tuple((key, scopes.issuperset(needed)) for key, needed in NEEDED.items())


def account_of(me: dict[str, Any], manifest: Manifest) -> Account:
    """An account as it is called now."""
    handle = f"@{me.get('username', '')}"
    return Account(str(me["id"]), handle, str(me.get("name") or handle), manifest.default_server, manifest.mark)


class XSession:
    """An account's session."""

    def __init__(self, manifest: Manifest, x: X, account: Account, clock: Clock, history: timedelta) -> None:
        self._manifest = manifest
        self._x = x
        self._own = account.remote_id
        self._handle = account.handle
        self._clock = clock
        self._history = history
        self._feed = Feed(x, account.remote_id, clock)
        self._replies = Replies(x, self._feed, account.handle, clock)

    def capabilities(self, kind: Kind) -> Capabilities:
        return self._manifest.capabilities(kind)

    async def check(self) -> Health:
        try:
            me = await self._x.me()
            scopes = self._x.scopes()
        except ConnectorError as error:
            return Health(error.failure)
        if str(me.get("id")) != self._own:
            sentence = "X opens another account with this sign-in. Connect the channel again."
            return Health(failed(FailureKind.AUTH_EXPIRED, sentence, code="account").failure)
        account = account_of(me, self._manifest)
        # The search for replies leaves out what names the account: by the name that it has now.
        self._handle = self._replies.handle = account.handle
        return Health(granted=granted(scopes), account=account)

    async def pull(self, stream: str, cursor: str | None, deadline: datetime) -> Page:
        if stream == "messages" and "dm.read" not in self._x.scopes():
            return Page((), cursor or "")
        if stream == "replies":
            return await self._replies.pull(cursor or None)
        return await self._feed.pull(stream, cursor or None, self._history)

    async def gone(self, remote_ids: Sequence[str]) -> Sequence[str]:
        # What was taken back of direct messages X tells nobody.
        return await self._feed.gone([one for one in remote_ids if not one.startswith(mapping.DIRECT)])

    def reserve(self, action: Action) -> str:
        # X knows no key of ours: what is stored only tells our attempts apart.
        return new_id()

    async def perform(self, intent: Intent) -> Receipt:
        match intent.action:
            case Answer(kind=Kind.DM) as answer:
                return await self._send_message(answer)
            case Answer() as answer:
                return await self._answer(answer)
            case AnswerPrivately() as private:
                return await self._write_privately(private)
            case DeleteMessage(message_remote_id=id_):
                await self._delete(id_)
                return Receipt(id_, self._clock.now())
            case HideMessage(message_remote_id=id_, on=on):
                await self._x.act("PUT", f"/2/tweets/{id_}/hidden", {"hidden": on}, price=MANAGE, scope="hide")
            case BlockPerson(person_remote_id=person, on=on):
                how = "block" if on else "unblock"
                await self._x.act("POST", f"/2/users/{person}/dm/{how}", None, price=MANAGE, scope="block")
            case _:
                raise failed(FailureKind.INVALID, _CANNOT, code="unsupported")
        return Receipt("", self._clock.now())

    async def reconcile(self, intent: Intent) -> Receipt | None:
        match intent.action:
            case Answer(kind=Kind.DM) as answer:
                return await self._find_message(answer.thread_remote_id, answer.text, intent.recorded_at)
            case AnswerPrivately(thread_remote_id=thread, text=text):
                found = await self._find_message(self._conversation_with(_person_of(thread)), text, intent.recorded_at)
                return None if found is None else Receipt("", found.at)
            case Answer() as answer:
                known = self._x.there(intent.recorded_at)
                posts = await self._feed.answers_since(None if known is None else known - _SKEW)
                since = (known or self._x.there(intent.recorded_at) or intent.recorded_at) - _SKEW
                for post in posts:
                    is_it = mapping.parent_of(post) == answer.parent_remote_id
                    is_it = is_it and mapping.moment(post["created_at"]) >= since
                    if is_it and mapping.alike(mapping.text_of(post), answer.text):
                        return self._receipt(str(post["id"]), mapping.moment(post["created_at"]))
                return None
            case DeleteMessage(message_remote_id=id_):
                gone = mapping.missing_in(await self._x.look_up([id_]), frozenset([id_]))
                return Receipt(id_, self._clock.now()) if gone else None
            case _:
                # Setting the same state twice changes nothing, so it is simply done once more.
                return None

    async def close(self) -> None:
        return None

    async def sign_out(self) -> None:
        await self._x.revoke()

    async def _answer(self, answer: Answer) -> Receipt:
        fits(answer, self.capabilities(answer.kind))
        media, without = await upload(self._x, answer.pictures, category="tweet_image")
        body: dict[str, Any] = {"text": answer.text, "reply": {"in_reply_to_tweet_id": answer.parent_remote_id}}
        if media:
            body["media"] = {"media_ids": media}
        price = ANSWER_WITH_LINK if has_link(answer.text) else ANSWER
        said = await self._x.act("POST", "/2/tweets", body, price=price, scope="answer")
        return self._receipt(_id_in(said, "id"), self._clock.now(), left_behind(without))

    async def _send_message(self, answer: Answer) -> Receipt:
        fits(answer, self.capabilities(answer.kind))
        media, without = await upload(self._x, answer.pictures, category="dm_image")
        body: dict[str, Any] = {"text": answer.text} if answer.text.strip() else {}
        if media:
            body["attachments"] = [{"media_id": one} for one in media]
        path = f"/2/dm_conversations/{answer.thread_remote_id}/messages"
        said = await self._x.act("POST", path, body, price=SEND_MESSAGE, scope="send message")
        id_ = _id_in(said, "dm_event_id")
        link = _chat(answer.thread_remote_id)
        return Receipt(mapping.DIRECT + id_, self._clock.now(), link, id_, left_behind(without))

    async def _write_privately(self, action: AnswerPrivately) -> Receipt:
        fits_text(action.text, self.capabilities(Kind.DM))
        path = f"/2/dm_conversations/with/{_person_of(action.thread_remote_id)}/messages"
        said = await self._x.act("POST", path, {"text": action.text}, price=SEND_MESSAGE, scope="send message")
        _id_in(said, "dm_event_id")
        # The conversation comes with the messages that are read.
        return Receipt("", self._clock.now())

    async def _find_message(self, conversation: str, text: str, recorded_at: datetime) -> Receipt | None:
        events = await self._feed.messages_of(conversation)
        since = (self._x.there(recorded_at) or recorded_at) - _SKEW
        for event in events:
            if (
                str(event.get("sender_id")) == self._own
                and mapping.alike(mapping.text_of(event), text)
                and mapping.moment(event["created_at"]) >= since
            ):
                id_ = str(event["id"])
                return Receipt(mapping.DIRECT + id_, mapping.moment(event["created_at"]), _chat(conversation), id_)
        return None

    def _conversation_with(self, person: str) -> str:
        """What X calls the conversation of two: the smaller id first."""
        return "-".join(sorted((self._own, person), key=int))

    async def _delete(self, id_: str) -> None:
        try:
            await self._x.act("DELETE", f"/2/tweets/{id_}", None, price=MANAGE, scope="delete")
        except ConnectorError as error:
            if error.failure.kind is not FailureKind.GONE:
                raise

    def _receipt(self, id_: str, at: datetime, behind: str = "") -> Receipt:
        return Receipt(id_, at, mapping.link_to(id_, self._handle), id_, behind)


def left_behind(without: int) -> str:
    """What to say of pictures whose description X did not take."""
    return "X did not take the description of a picture; the picture is there." if without else ""


def _person_of(thread: str) -> str:
    """Who a public thread is with. Raises ConnectorError where it does not say."""
    person = thread.rpartition(":")[2]
    if not person.isdecimal():
        sentence = "X does not say who wrote this, so nobody can be written to. Nothing was sent."
        raise failed(FailureKind.INVALID, sentence, code="nobody")
    return person


def _chat(conversation: str) -> str:
    return f"https://x.com/messages/{conversation}"


def _id_in(said: dict[str, Any], name: str) -> str:
    try:
        return str(part(said, "data")[name])
    except WRONG:
        # It was accepted; what it is called is found by looking.
        raise transient("X", "unreadable answer", Certainty.UNKNOWN) from None
