"""Carries out acts on Threads, and looks whether they happened.

An answer takes two steps (Threads API, Posts): a container, which nobody sees and which takes its time to be ready, and
its publication. So only the second leaves anything open, and what was published is found among our own replies by what
it answers and says.
"""

from __future__ import annotations

import re
from datetime import timedelta

from socialdesk.connectors.graph.looking import is_gone
from socialdesk.connectors.graph.reading import BAD, inner, moment, version, word
from socialdesk.connectors.graph.wire import Graph
from socialdesk.connectors.kit.contract import Answer, Intent, Receipt
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import failed
from socialdesk.connectors.threads.pending import Pending
from socialdesk.model.failure import Certainty, FailureKind
from socialdesk.support.clock import Clock

_LOOK_BACK = timedelta(seconds=30)
_LOOK_FIELDS = "id,text,timestamp,permalink,replied_to"
_MOST_LINKS = 5
"""Threads API, Posts: links in one post."""
_LINK = re.compile(r"https?://\S+")
_LINKS = "Threads takes at most five links in a post. Nothing was sent; take some out."
_NOT_FOUND = "24/4279009"
_UNSURE = "Threads did not answer properly. SocialDesk looks whether it arrived."
_NOT_READY = "Threads is still preparing this answer. Nothing was sent yet; SocialDesk tries again by itself."
_NOT_TAKEN = "Threads did not accept this answer. Nothing was sent; change it and try again."
_NOT_TOP = (
    "Threads hides only replies that stand directly below your post, and what is below them with them. Nothing was"
    " done; hide the reply above it."
)


class Acts:
    """What one session does."""

    def __init__(self, graph: Graph, clock: Clock, pending: Pending) -> None:
        self._graph = graph
        self._clock = clock
        self._pending = pending
        self._containers: dict[str, str] = {}
        """By the key of an answer, what is being made ready for it: the next attempt goes on with that."""

    async def answer(self, intent: Intent, answer: Answer) -> Receipt:
        """Answer a post or reply. Raises ConnectorError, also while Threads has not made it ready."""
        text = answer.text.strip()
        if len(set(_LINK.findall(text))) > _MOST_LINKS:
            raise failed(FailureKind.INVALID, _LINKS, code="links")
        container, is_published = await self._ready(intent, answer, text)
        if is_published:
            found = await self.find_answer(intent, answer)
            if found is None:
                raise failed(FailureKind.TRANSIENT, _UNSURE, code="published", certainty=Certainty.UNKNOWN)
            return found
        try:
            said = await self._graph.post("me/threads_publish", creation_id=container)
        except ConnectorError as error:
            if error.failure.code.endswith(_NOT_FOUND):
                # So it says of one that is not ready after all (Threads API, Troubleshooting: media not found).
                raise failed(FailureKind.TRANSIENT, _NOT_READY, code=error.failure.code) from None
            raise
        self._containers.pop(intent.key, None)
        id_ = word(said.get("id"))
        if not id_:
            raise failed(FailureKind.TRANSIENT, _UNSURE, code="no id", certainty=Certainty.UNKNOWN)
        return Receipt(id_, self._clock.now(), "", version(text))

    async def _ready(self, intent: Intent, answer: Answer, text: str) -> tuple[str, bool]:
        """The container of an answer, made where there is none, and whether it is out already.

        Raises ConnectorError where it is not ready.
        """
        if intent.key not in self._containers:
            made = await self._graph.post(
                "me/threads", is_send=False, media_type="TEXT", text=text, reply_to_id=answer.parent_remote_id
            )
            self._containers[intent.key] = str(made.get("id", ""))
        container = self._containers[intent.key]
        try:
            status = word((await self._graph.get(container, fields="status,error_message")).get("status"))
        except ConnectorError as error:
            if not error.failure.heals_itself:
                del self._containers[intent.key]
            raise
        if status in ("ERROR", "EXPIRED"):
            del self._containers[intent.key]
            raise failed(FailureKind.INVALID, _NOT_TAKEN, code=status)
        if status == "IN_PROGRESS":
            raise failed(FailureKind.TRANSIENT, _NOT_READY, code=status)
        return container, status == "PUBLISHED"

    async def find_answer(self, intent: Intent, answer: Answer) -> Receipt | None:
        """The reply of an answer whose outcome is not known. Raises ConnectorError when it can't be looked for."""
        async for page in self._graph.pages("me/replies", fields=_LOOK_FIELDS, limit=50):
            since = self._graph.there(intent.recorded_at) - _LOOK_BACK
            for one in page:
                try:
                    at = moment(one["timestamp"])
                except BAD:
                    continue
                if at < since:
                    return None
                text = word(one.get("text"))
                if inner(one, "replied_to", "id") == answer.parent_remote_id and text.strip() == answer.text.strip():
                    return Receipt(str(one["id"]), at, word(one.get("permalink")), version(text))
        return None

    async def hide(self, id_: str, *, on: bool) -> None:
        """Hide a reply and what is below it, or show them again; one that waits for approval gets it, or is ignored."""
        if id_ in self._pending.unseen:
            await self._decide(id_, on=on)
            return
        try:
            await self._graph.post(f"{id_}/manage_reply", hide=on)
        except ConnectorError as error:
            if error.failure.kind not in (FailureKind.INVALID, FailureKind.GONE):
                raise
            try:
                # It may wait for approval, and nothing was read yet since the program began.
                await self._decide(id_, on=on)
            except ConnectorError as other:
                if other.failure.kind not in (FailureKind.INVALID, FailureKind.GONE):
                    raise
                if error.failure.kind is FailureKind.GONE:
                    raise error from None
                raise failed(FailureKind.INVALID, _NOT_TOP, code=error.failure.code) from None

    async def _decide(self, id_: str, *, on: bool) -> None:
        await self._graph.post(f"{id_}/manage_pending_reply", approve=not on)
        self._pending.decided(id_)

    async def is_hidden(self, id_: str) -> bool | None:
        """Whether a reply is hidden; None of one that waits for approval, which nobody tells by its id."""
        if id_ in self._pending.unseen:
            return None
        return (await self._graph.get(id_, fields="hide_status")).get("hide_status") in ("HIDDEN", "COVERED")

    async def delete(self, id_: str) -> None:
        """Delete an own reply; one that is gone already is deleted."""
        try:
            await self._graph.delete(id_)
        except ConnectorError as error:
            if error.failure.kind not in (FailureKind.GONE, FailureKind.NOT_FOUND):
                raise

    async def is_gone(self, id_: str) -> bool:
        """Whether something is no longer there."""
        return await is_gone(self._graph, id_)
