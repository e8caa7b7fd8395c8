"""Writes answers: to whom, how visible, with which warning and pictures; finds one of unknown outcome again."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from socialdesk.connectors.kit.contract import Answer, AnswerPrivately, EditMessage, Intent, Picture, Receipt
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import failed
from socialdesk.connectors.mastodon import mapping
from socialdesk.connectors.mastodon.mapping import Me, Wire
from socialdesk.connectors.mastodon.threads import GONE, Threads
from socialdesk.connectors.mastodon.wire import VERIFY
from socialdesk.connectors.mastodon.wire import Wire as Line
from socialdesk.model.counting import over_by
from socialdesk.model.failure import FailureKind
from socialdesk.model.thread import Kind
from socialdesk.support.clock import Clock

ROOM = 32
"""So many characters are kept for the names that are put before an answer, here and in the manifest."""
KEY_LASTS = timedelta(minutes=50)
"""How long Mastodon surely knows a key; it says an hour (docs.joinmastodon.org, Statuses, Idempotency-Key)."""
_BEFORE = timedelta(seconds=30)
_VISIBILITIES = ("public", "unlisted", "private", "direct")
_LOOKED_THROUGH = 5
"""So many pages of own posts are looked through for one."""
READY_TRIES = 30
READY_EVERY_S = 1.0


class Answers:
    """The answers of one account."""

    def __init__(self, line: Line, threads: Threads, clock: Clock) -> None:
        self._line = line
        self._threads = threads
        self._clock = clock
        self._usual = ""
        """How visible the account's own posts are where nothing is said."""

    async def send(self, intent: Intent, action: Answer | AnswerPrivately) -> Receipt:
        """Write an answer, once. Raises ConnectorError."""
        if self._clock.now() - intent.recorded_at > KEY_LASTS:
            # The server may have forgotten the key by now: what an earlier attempt left there is looked for first.
            found = await self.find(intent, action)
            if found is not None:
                return found
        parent = await self._parent(action)
        me = self._threads.me()
        warning = str(parent.get("spoiler_text") or "")
        text = self._addressed(action, parent, me, warning)
        pictures = action.pictures if isinstance(action, Answer) else ()
        media, left = await self._upload(pictures, has_text=bool(action.text.strip()))
        body: dict[str, Any] = {
            "status": text,
            "in_reply_to_id": str(parent["id"]),
            "visibility": await self._visibility(action, parent),
        }
        if warning:
            body["spoiler_text"] = warning
        if media:
            body["media_ids"] = media
        if isinstance(action, Answer) and action.language:
            body["language"] = action.language
        said = await self._line.post("/api/v1/statuses", body, key=intent.key, scope="post")
        return _receipt(said, left)

    async def find(self, intent: Intent, action: Answer | AnswerPrivately) -> Receipt | None:
        """The answer among our own posts since the intent was recorded; None when it is not there."""
        me = self._threads.me()
        parent = _parent_id(action)
        place = ""
        for _ in range(_LOOKED_THROUGH):
            params = [("limit", "40"), *([("max_id", place)] if place else [])]
            items, _ = await self._line.items(f"/api/v1/accounts/{me.id}/statuses", params)
            since = self._line.there(intent.recorded_at) - _BEFORE
            for status in items:
                if mapping.moment(status["created_at"]) < since:
                    if status.get("pinned"):
                        continue
                    return None
                is_ours = mapping.parent_of(status) == parent and mapping.is_own(status, me)
                is_as_seen = mapping.is_direct(status) or not isinstance(action, AnswerPrivately)
                if is_ours and is_as_seen and mapping.alike(mapping.words(status)) == mapping.alike(action.text):
                    taken = len(mapping.attachments_of(status))
                    wanted = len(action.pictures) if isinstance(action, Answer) else 0
                    return _receipt(status, left_behind(wanted - taken) if taken < wanted else "")
            if not items:
                return None
            place = str(items[-1]["id"])
        return None

    async def edit(self, action: EditMessage) -> None:
        """Put other words into an own status; whom it names at its beginning, its warning and pictures stay.

        What is left out would be taken away (docs.joinmastodon.org, Edit a status). Raises ConnectorError.
        """
        path = f"/api/v1/statuses/{action.message_remote_id}"
        status = await self._line.get(path)
        me = self._threads.me()
        if not mapping.is_own(status, me):
            raise failed(FailureKind.PERMISSION_DENIED, "This post is somebody else's. Nothing was done.", code="own")
        warning = str(status.get("spoiler_text") or "")
        text = _before(action.text, _missing(mapping.named_first(status, me), action.text, me), me)
        many = me.server.over(text, warning)
        if many or not action.text.strip():
            raise failed(
                FailureKind.INVALID,
                f"Longer than the server takes with the names before it, by {many:,}. Nothing was sent; shorten it and"
                " send again."
                if many
                else "The answer is empty. Nothing was sent.",
                code="length",
            )
        pictures: list[Wire] = status.get("media_attachments") or []
        body: dict[str, Any] = {
            "status": text,
            "spoiler_text": warning,
            "sensitive": bool(status.get("sensitive")),
            "media_ids": [str(one["id"]) for one in pictures],
        }
        if status.get("language"):
            body["language"] = status["language"]
        try:
            await self._line.put(path, body)
        except ConnectorError as error:
            if error.failure.kind not in GONE:
                raise
            # The status is there, so it is the act that is not.
            raise self._line.lacks("edit") from None

    async def says(self, action: EditMessage) -> bool:
        """Whether a status has these words. Raises ConnectorError."""
        status = await self._line.get(f"/api/v1/statuses/{action.message_remote_id}")
        return mapping.alike(mapping.words(status)) == mapping.alike(action.text)

    async def _parent(self, action: Answer | AnswerPrivately) -> Wire:
        try:
            return await self._line.get(f"/api/v1/statuses/{_parent_id(action)}")
        except ConnectorError as error:
            if error.failure.kind not in GONE:
                raise
            raise failed(
                FailureKind.GONE,
                "That post is no longer there, or no longer shown to this account. Nothing was sent.",
                code="parent gone",
            ) from None

    def _addressed(self, action: Answer | AnswerPrivately, parent: Wire, me: Me, warning: str) -> str:
        """The text with the names of those it goes to that it does not say itself. Raises ConnectorError."""
        pictures = len(action.pictures) if isinstance(action, Answer) else 0
        if not action.text.strip() and not pictures:
            raise failed(FailureKind.INVALID, "The answer is empty. Nothing was sent.", code="length")
        most = me.server.pictures_most
        if pictures > most:
            raise failed(
                FailureKind.INVALID,
                f"More pictures than the server takes: {most} at most. Nothing was sent.",
                code="pictures",
            )
        writer = mapping.author_of(parent["account"], me).remote_id
        mentions: list[Wire] = parent.get("mentions") or []
        others = [me.server.full(str(one["acct"])) for one in mentions]
        must = [writer]
        if isinstance(action, Answer) and action.kind is Kind.DM:
            # An answer that names somebody not reaches them not.
            must = mapping.people_in(action.thread_remote_id)
        may = [] if isinstance(action, AnswerPrivately) else others
        must, may = (_missing(names, action.text, me) for names in (must, may))
        may = [name for name in may if name not in must]
        text = _before(action.text, [*must, *may], me)
        if may and me.server.over(text, warning):
            # Who was only mentioned besides gives way to what is said.
            text = _before(action.text, must, me)
        # What is promised holds, whatever room short names leave.
        limit = me.server.text_limit()
        beyond = over_by(action.text, replace(limit, most=max(1, limit.most - ROOM)))
        over = me.server.over(text, warning)
        many = max(over, beyond)
        if many:
            raise failed(
                FailureKind.INVALID,
                f"Longer than the server takes with the names before it, by {many:,}. Nothing was sent; shorten it and"
                " send again.",
                code="length",
            )
        return text

    async def _visibility(self, action: Answer | AnswerPrivately, parent: Wire) -> str:
        """As narrow as what is answered, or as the account's own posts are where that is narrower."""
        said = str(parent.get("visibility"))
        if isinstance(action, AnswerPrivately) or action.kind is Kind.DM or said == "direct":
            return "direct"
        if not self._usual:
            source: Wire = (await self._line.get(VERIFY)).get("source") or {}
            self._usual = str(source.get("privacy") or "public")
        # Some servers have other words for a few people of their own choice: nothing wider than followers then.
        known = [one if one in _VISIBILITIES else "private" for one in (said, self._usual)]
        return max((one for one in known if one != "direct"), key=_VISIBILITIES.index, default="private")

    async def _upload(self, pictures: Sequence[Picture], *, has_text: bool) -> tuple[list[str], str]:
        """Put the pictures there; one that is refused stays behind, and the text goes without it.

        Raises ConnectorError for what heals itself: then nothing of the answer has left.
        """
        server = self._threads.me().server
        ready: list[str] = []
        refused: list[str] = []
        for picture in pictures:
            if len(picture.data) > server.picture_bytes:
                refused.append("It is larger than the server takes.")
                continue
            if server.picture_types and picture.media_type not in server.picture_types:
                refused.append("The server does not take pictures of this kind.")
                continue
            try:
                said, is_ready = await self._line.upload(
                    picture.data, picture.media_type, picture.alt[: server.alt_most]
                )
                if not is_ready:
                    await self._ready(str(said["id"]))
            except ConnectorError as error:
                if error.failure.kind not in (FailureKind.INVALID, *GONE):
                    raise
                refused.append(error.failure.sentence)
                continue
            ready.append(str(said["id"]))
        if refused and not has_text and not ready:
            raise failed(FailureKind.INVALID, f"{refused[0]} Nothing was sent.", code="pictures")
        return ready, left_behind(len(refused), refused[0]) if refused else ""

    async def _ready(self, media_id: str) -> None:
        """Wait until a picture is made ready (docs.joinmastodon.org, Media, 202 and 206). Raises ConnectorError."""
        for _ in range(READY_TRIES):
            if await self._line.uploaded(media_id):
                return
            await asyncio.sleep(READY_EVERY_S)
        raise failed(FailureKind.INVALID, "The server did not get it ready.", code="not ready")


def left_behind(many: int, why: str = "") -> str:
    """What a person is told when the text is there and pictures are not."""
    if many == 1:
        return f"Sent without it: The picture was not taken. {why}".strip()
    return f"Sent, but {many} pictures were not taken. {why}".strip()


def _parent_id(action: Answer | AnswerPrivately) -> str:
    return action.parent_remote_id if isinstance(action, Answer) else action.message_remote_id


def _missing(names: Sequence[str], text: str, me: Me) -> list[str]:
    """Those of the names that a text does not say, without our own, each once."""
    said = text.lower()
    return [name for name in dict.fromkeys(names) if name != me.acct and not _says(said, name, me)]


def _says(text: str, name: str, me: Me) -> bool:
    short, _, domain = name.partition("@")
    spoken = [f"@{name}", *([f"@{short}"] if domain == me.server.domain else [])]
    return any(word.rstrip(".,:;!?") in spoken for word in text.split() if word.startswith("@"))


def _before(text: str, names: Sequence[str], me: Me) -> str:
    spoken = [f"@{name.removesuffix(f'@{me.server.domain}')}" for name in names]
    return " ".join([*spoken, text]) if spoken else text


def _receipt(status: Wire, left: str) -> Receipt:
    return Receipt(
        str(status["id"]),
        mapping.moment(status["created_at"]),
        mapping.link_of(status),
        mapping.version_of(status),
        left,
    )
