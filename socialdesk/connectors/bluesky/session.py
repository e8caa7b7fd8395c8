"""One signed-in Bluesky account at work; see `Session` in the kit's contract for what each method promises."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from socialdesk.connectors.bluesky import mapping, moderation, records
from socialdesk.connectors.bluesky.access import called, tried
from socialdesk.connectors.bluesky.chat import Chat
from socialdesk.connectors.bluesky.notifications import WINDOW, Notifications
from socialdesk.connectors.bluesky.wire import Wire
from socialdesk.connectors.kit.contract import (
    Action,
    Answer,
    AnswerPrivately,
    DeleteMessage,
    Health,
    Intent,
    LikeMessage,
    Link,
    Page,
    Receipt,
)
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import failed
from socialdesk.connectors.kit.fitting import fits, fits_text
from socialdesk.connectors.kit.manifest import Manifest
from socialdesk.model.capability import Capabilities
from socialdesk.model.failure import FailureKind
from socialdesk.model.thread import Kind
from socialdesk.support.clock import Clock
from socialdesk.support.ids import new_id

_VERSION = 1
_OVERLAP = timedelta(hours=6)
"""So much is read again after a time away: clocks differ, and posts come in late."""


class BlueskySession:
    """An account's session. Tokens come from the keeper and nowhere else."""

    def __init__(self, manifest: Manifest, wire: Wire, own_did: str, clock: Clock, history: timedelta) -> None:
        self._manifest = manifest
        self._wire = wire
        self._did = own_did
        self._clock = clock
        self._history = history
        self._notifications = Notifications(wire, own_did, clock)
        self._given: str | None = None
        """The cursor that goes with what was told last."""
        self._chat = Chat(wire, own_did, clock)
        self._moderation = moderation.Moderation(wire, own_did)

    def capabilities(self, kind: Kind) -> Capabilities:
        return self._manifest.capabilities(kind)

    async def check(self) -> Health:
        try:
            granted = await tried(self._wire, self._did)
            account = await called(self._wire, self._manifest.mark)
            return Health(granted=granted, expires_at=self._wire.tokens().ends_at, account=account)
        except ConnectorError as error:
            return Health(error.failure)

    async def pull(self, stream: str, cursor: str | None, deadline: datetime) -> Page:
        state = _state(cursor)
        now = self._clock.now()
        if stream == "dms":
            if not state.get("log"):
                events, log, is_whole = await self._chat.first(now - self._history, deadline)
                return Page(events, _written(log=log) if is_whole else _next_part(state), not is_whole)
            events, log, more = await self._chat.further(state["log"])
            return Page(events, _written(log=log), more)
        if cursor != self._given:
            # What was told last was not kept, or somebody else reads here: nothing counts as told.
            self._notifications.forget()
        try:
            events, is_whole = await self._notifications.read(now - self._reach(state, now), deadline)
        except ConnectorError as error:
            if error.failure.kind is FailureKind.NOT_FOUND:
                # For a reader a suspended account is simply not there; asked for new tokens, its own server says why.
                await self._wire.renew()
            raise
        self._given = _written(read_at=records.stamp(now)) if is_whole else _next_part(state)
        return Page(events, self._given, not is_whole)

    def _reach(self, state: dict[str, Any], now: datetime) -> timedelta:
        """How far back to read: as long as nobody was here, and at least a few days."""
        if not state.get("read_at"):
            return self._history
        away = now - mapping.moment(state["read_at"])
        return max(WINDOW, away + _OVERLAP)

    async def media(self, message_remote_id: str, place: int, url: str, *, afresh: bool) -> Link | None:
        if afresh or not url:
            said = await self._wire.get("app.bsky.feed.getPosts", uris=[message_remote_id])
            posts: list[dict[str, Any]] = said.get("posts", [])
            links = mapping.picture_links(posts[0]) if posts else []
            url = links[place] if place < len(links) else ""
        if not url:
            return None
        # A network of one's own serves its pictures from where its account lives, which a person typed.
        own = urlsplit(self._wire.tokens().pds).hostname
        return Link(url, is_own_server=urlsplit(url).hostname == own)

    async def gone(self, remote_ids: Sequence[str]) -> Sequence[str]:
        return await self._notifications.gone([uri for uri in remote_ids if uri.startswith("at://")])

    def reserve(self, action: Action) -> str:
        match action:
            case Answer(kind=Kind.DM) | AnswerPrivately():
                return new_id()
            case Answer(command=command):
                return records.tid(self._clock.now(), command)
            case LikeMessage(message_remote_id=uri):
                return records.key_about(uri)
            case DeleteMessage(message_remote_id=uri):
                return mapping.key_of(uri) if "/" in uri else uri
            case _:
                return moderation.reserve(action)

    async def perform(self, intent: Intent) -> Receipt:
        match intent.action:
            case Answer() as answer:
                fits(answer, self.capabilities(answer.kind))
                return await (self._chat.send(answer) if answer.kind is Kind.DM else self._answer(intent, answer))
            case AnswerPrivately() as private:
                fits_text(private.text, self.capabilities(Kind.DM))
                return await self._chat.write_to(private)
            case LikeMessage(message_remote_id=uri, on=on):
                return await self._like(intent, uri, on=on)
            case DeleteMessage(message_remote_id=remote_id, thread_remote_id=thread):
                if not remote_id.startswith("at://"):
                    return await self._chat.delete(thread, remote_id)
                await self._delete(records.POST, mapping.key_of(remote_id))
                return Receipt(remote_id, self._clock.now())
            case _:
                await self._moderation.perform(intent)
                return Receipt("", self._clock.now())

    async def reconcile(self, intent: Intent) -> Receipt | None:
        match intent.action:
            case Answer(kind=Kind.DM) as answer:
                return await self._chat.find(intent, answer)
            case AnswerPrivately() as private:
                return await self._chat.find_written(intent, private)
            case Answer() as answer:
                return await self._record(records.POST, intent.key, len(answer.pictures))
            case LikeMessage(on=on):
                found = await self._record(records.LIKE, intent.key)
                return found if on else (None if found else Receipt("", self._clock.now()))
            case DeleteMessage(message_remote_id=remote_id):
                if not remote_id.startswith("at://"):
                    return None
                found = await self._record(records.POST, intent.key)
                return None if found else Receipt(remote_id, self._clock.now())
            case _:
                return Receipt("", self._clock.now()) if await self._moderation.happened(intent) else None

    async def close(self) -> None:
        return None

    async def sign_out(self) -> None:
        await self._wire.sign_out()

    async def _answer(self, intent: Intent, answer: Answer) -> Receipt:
        parent = await self._answerable(answer.parent_remote_id)
        reply = parent["record"].get("reply")
        here = {"uri": parent["uri"], "cid": parent["cid"]}
        root = {"uri": reply["root"]["uri"], "cid": reply["root"]["cid"]} if reply else here
        # The moment of the intent, not of the attempt: a repeat must be the very same record.
        dids = await self._dids(answer.text)
        images, left_behind = await self._upload(answer)
        record = records.answer_record(answer.text, here, root, intent.recorded_at, answer.language, dids, images)
        body = {"repo": self._did, "collection": records.POST, "rkey": intent.key, "record": record}
        said = await self._wire.post("com.atproto.repo.putRecord", body)
        return Receipt(said["uri"], intent.recorded_at, mapping.link_of(said["uri"]), str(said["cid"]), left_behind)

    async def _upload(self, answer: Answer) -> tuple[list[dict[str, Any]], str]:
        """Put the pictures there; one that is refused stays behind, and the text goes without it.

        The same bytes have the same reference, so a repeat makes the very same record. Raises ConnectorError for what
        heals itself: then nothing of the answer has left.
        """
        images: list[dict[str, Any]] = []
        refused: list[str] = []
        for picture in answer.pictures:
            try:
                blob = await self._wire.upload(picture.data, picture.media_type)
            except ConnectorError as error:
                if error.failure.kind is not FailureKind.INVALID:
                    raise
                refused.append(error.failure.sentence)
                continue
            images.append(records.image(blob, picture.alt, picture.width, picture.height))
        if refused and not answer.text.strip() and not images:
            raise failed(FailureKind.INVALID, f"{refused[0]} Nothing was sent.", code="pictures")
        many = len(refused)
        return images, left_behind(many, refused[0]) if refused else ""

    async def _answerable(self, uri: str) -> dict[str, Any]:
        """The post to answer. The server takes answers nobody would see: what stands against it is asked first."""
        said = await self._wire.get("app.bsky.feed.getPosts", uris=[uri])
        posts: list[dict[str, Any]] = said.get("posts", [])
        if not posts:
            raise failed(FailureKind.GONE, "That post is no longer on Bluesky. Nothing was sent.", code="parent gone")
        post = posts[0]
        viewer: dict[str, Any] = post.get("viewer") or {}
        writer: dict[str, Any] = post["author"].get("viewer") or {}
        if writer.get("blockedBy"):
            sentence = "This person has blocked you, so nobody would see the answer. Nothing was sent."
            raise failed(FailureKind.PERMISSION_DENIED, sentence, code="blocked")
        if viewer.get("replyDisabled"):
            sentence = "Answers to this post are closed on Bluesky. Nothing was sent."
            raise failed(FailureKind.PERMISSION_DENIED, sentence, code="reply disabled")
        return post

    async def _dids(self, text: str) -> dict[str, str]:
        found: dict[str, str] = {}
        for handle in records.mentioned_handles(text)[:10]:
            try:
                said = await self._wire.get("com.atproto.identity.resolveHandle", handle=handle)
            except ConnectorError as error:
                if error.failure.heals_itself:
                    raise
                continue
            found[handle] = str(said["did"])
        return found

    async def _like(self, intent: Intent, uri: str, *, on: bool) -> Receipt:
        now = self._clock.now()
        if not on:
            said = await self._wire.get("app.bsky.feed.getPosts", uris=[uri])
            for post in said.get("posts", []):
                viewer: dict[str, Any] = post.get("viewer") or {}
                like = viewer.get("like")
                await self._delete(records.LIKE, mapping.key_of(like) if like else intent.key)
            return Receipt("", now)
        said = await self._wire.get("app.bsky.feed.getPosts", uris=[uri])
        if not said.get("posts"):
            raise failed(FailureKind.GONE, "That post is no longer on Bluesky.", code="gone")
        subject = {"uri": uri, "cid": said["posts"][0]["cid"]}
        record = {"$type": records.LIKE, "subject": subject, "createdAt": records.stamp(intent.recorded_at)}
        body = {"repo": self._did, "collection": records.LIKE, "rkey": intent.key, "record": record}
        made = await self._wire.post("com.atproto.repo.putRecord", body)
        return Receipt(str(made["uri"]), now)

    async def _delete(self, collection: str, key: str) -> None:
        body = {"repo": self._did, "collection": collection, "rkey": key}
        await self._wire.post("com.atproto.repo.deleteRecord", body)

    async def _record(self, collection: str, key: str, pictures: int = 0) -> Receipt | None:
        try:
            said = await self._wire.get("com.atproto.repo.getRecord", repo=self._did, collection=collection, rkey=key)
        except ConnectorError as error:
            if error.failure.kind in (FailureKind.GONE, FailureKind.NOT_FOUND):
                return None
            raise
        embed: dict[str, Any] = said["value"].get("embed") or {}
        missing = pictures - len(embed.get("images") or [])
        return Receipt(
            str(said["uri"]),
            mapping.moment(said["value"]["createdAt"]),
            mapping.link_of(said["uri"]),
            str(said["cid"]),
            left_behind(missing) if missing > 0 else "",
        )


def left_behind(many: int, why: str = "") -> str:
    """What a person is told when the text is there and pictures are not."""
    if many == 1:
        return f"Sent without it: The picture was not taken. {why}".strip()
    return f"Sent, but {many} pictures were not taken. {why}".strip()


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


def _next_part(state: dict[str, Any]) -> str:
    """The same place once more, where only a part of what follows it was read: the session knows the rest."""
    told = {key: str(text) for key, text in state.items() if key != "v"}
    return _written(**told | {"part": str(int(told.get("part", "0")) + 1)})


def _written(**state: str) -> str:
    return json.dumps({"v": _VERSION, **state})
