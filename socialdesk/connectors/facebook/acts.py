"""Carries out acts on comments, posts and people of a Page, and looks whether they happened.

Meta has no key against repeats: an answer is found again by whose it is, what it says and when (Graph API, Comment).
"""

from __future__ import annotations

from datetime import timedelta

from socialdesk.connectors.facebook.mapping import POST, UNKNOWN, attachments, author_of, node
from socialdesk.connectors.graph.conversations import Conversations
from socialdesk.connectors.graph.looking import is_gone
from socialdesk.connectors.graph.reading import BAD, Json, inner, moment, objects, version, word
from socialdesk.connectors.graph.wire import Graph
from socialdesk.connectors.kit.contract import Answer, AnswerPrivately, Intent, Receipt
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import failed
from socialdesk.model.failure import Certainty, FailureKind
from socialdesk.support.clock import Clock

_LOOK_BACK = timedelta(seconds=30)
_LOOK_FIELDS = "id,message,created_time,from{id},attachment,permalink_url"
_NOT_PRIVATELY = (
    "Facebook takes no private answer to this: it was answered privately before, it is older than seven days, or its"
    " writer takes no messages. Nothing was sent; answer in public instead."
)
_NOBODY = "Facebook does not say who wrote this, so they cannot be blocked from here. Block them on Facebook."
_NOT_HERE = "Facebook lets this be hidden or deleted only on the Page itself. Nothing was done; look at it on Facebook."


class Acts:
    """What one session does to what is said below posts."""

    def __init__(self, graph: Graph, page: str, chats: Conversations, clock: Clock) -> None:
        self._graph = graph
        self._page = page
        self._chats = chats
        self._clock = clock

    async def answer(self, answer: Answer) -> Receipt:
        """Say something below a comment, a post or a recommendation; a picture goes with it in one request."""
        target, text = node(answer.parent_remote_id), answer.text.strip()
        if answer.pictures:
            picture = answer.pictures[0]
            # "source": a photo, encoded as form data, to use as a photo comment (Graph API, Object Comments).
            said = await self._graph.upload(
                f"{target}/comments",
                {"message": text} if text else {},
                "source",
                picture.data,
                picture.media_type,
                is_send=True,
            )
        else:
            said = await self._graph.post(f"{target}/comments", message=text)
        id_ = word(said.get("id"))
        if not id_:
            raise failed(
                FailureKind.TRANSIENT,
                "Facebook did not answer properly. SocialDesk looks whether it arrived.",
                code="no id",
                certainty=Certainty.UNKNOWN,
            )
        return Receipt(id_, self._clock.now(), f"https://www.facebook.com/{id_}", version(text))

    async def find_answer(self, intent: Intent, answer: Answer) -> Receipt | None:
        """The comment of an answer whose outcome is not known. Raises ConnectorError when it can't be looked for."""
        async for listed in self._graph.pages(
            f"{node(answer.thread_remote_id)}/comments",
            filter="stream",
            order="reverse_chronological",
            fields=_LOOK_FIELDS,
            limit=50,
        ):
            since = self._graph.there(intent.recorded_at) - _LOOK_BACK
            for one in listed:
                try:
                    at = moment(one["created_time"])
                except BAD:
                    continue
                if at < since:
                    return None
                if author_of(one, self._page).is_own and self._is_it(one, answer):
                    text = word(one.get("message"))
                    return Receipt(str(one["id"]), at, word(one.get("permalink_url")), version(text))
        return None

    @staticmethod
    def _is_it(comment: Json, answer: Answer) -> bool:
        if word(comment.get("message")).strip() != answer.text.strip():
            return False
        return bool(attachments(comment)) if answer.pictures else True

    async def answer_privately(self, action: AnswerPrivately) -> Receipt:
        """Write to the writer of a comment, once and within seven days (Messenger Platform, Private Replies)."""
        comment = node(action.message_remote_id)
        said = await self._graph.get(comment, fields="can_reply_privately")
        if said.get("can_reply_privately") is False:
            raise failed(FailureKind.PERMISSION_DENIED, _NOT_PRIVATELY, code="can_reply_privately")
        return await self._chats.send_privately({"comment_id": comment}, action.text.strip())

    async def find_private(self, action: AnswerPrivately) -> Receipt | None:
        """The private answer to a comment, in the conversation that Meta names at the comment."""
        fields = "created_time,can_reply_privately,private_reply_conversation"
        said = await self._graph.get(node(action.message_remote_id), fields=fields)
        conversation = inner(said, "private_reply_conversation", "id")
        if not isinstance(conversation, str):
            return None
        # It goes once: whatever says so since the comment was written is it.
        return await self._chats.find(conversation, action.text, moment(said["created_time"]))

    async def like(self, id_: str, *, on: bool) -> None:
        """Like as the Page, or take it back; twice is once."""
        if on:
            await self._graph.post(f"{node(id_)}/likes")
        else:
            await self._graph.delete(f"{node(id_)}/likes")

    async def hide(self, id_: str, *, on: bool) -> None:
        """Hide from the public: its writer and their friends still see it (Pages API, Comments)."""
        try:
            await self._graph.post(node(id_), is_hidden=on)
        except ConnectorError as error:
            raise _not_here(error) from None

    async def edit(self, id_: str, text: str) -> None:
        """Put other words into an own comment (Graph API, Comment, Updating)."""
        await self._graph.post(node(id_), message=text.strip())

    async def says(self, id_: str, text: str) -> bool:
        """Whether a comment has these words."""
        return word((await self._graph.get(node(id_), fields="message")).get("message")).strip() == text.strip()

    async def delete(self, id_: str) -> None:
        """Delete a comment or a post; one that is gone already is deleted."""
        try:
            await self._graph.delete(node(id_))
        except ConnectorError as error:
            if error.failure.kind not in (FailureKind.GONE, FailureKind.NOT_FOUND):
                raise _not_here(error) from None

    async def block(self, person: str, *, on: bool) -> None:
        """Keep a person from the Page, or let them in again (Graph API, Page Blocked)."""
        if not person or person.startswith(UNKNOWN):
            raise failed(FailureKind.INVALID, _NOBODY, code="unknown writer")
        if on:
            await self._graph.post(f"{self._page}/blocked", psid=[person])
        else:
            await self._graph.delete(f"{self._page}/blocked", psid=person)

    async def is_liked(self, id_: str) -> bool:
        """Whether the Page likes something."""
        said = await self._graph.get(f"{node(id_)}/likes", summary=True, limit=0)
        return inner(said, "summary", "has_liked") is True

    async def is_hidden(self, id_: str) -> bool:
        """Whether something is hidden."""
        return (await self._graph.get(node(id_), fields="is_hidden")).get("is_hidden") is True

    async def is_gone(self, id_: str) -> bool:
        """Whether something is no longer there."""
        return await is_gone(self._graph, node(id_))

    async def picture(self, id_: str, place: int) -> str:
        """Where a picture lies now: of a post with its id, of a comment with its own; "" where it is no more."""
        if id_.startswith((POST, f"{self._page}_")):
            return word((await self._graph.get(node(id_), fields="full_picture")).get("full_picture"))
        said = await self._graph.get(node(id_), fields="attachment")
        found = attachments(said)
        return found[place].url if place < len(found) else ""

    async def blocked(self, person: str) -> bool:
        """Whether a person is kept from the Page."""
        said = await self._graph.get(f"{self._page}/blocked", user=person)
        return any(str(one.get("id")) == person for one in objects(said))


def _not_here(error: ConnectorError) -> ConnectorError:
    if error.failure.kind is FailureKind.PERMISSION_DENIED and "/0" in error.failure.code:
        return failed(FailureKind.PERMISSION_DENIED, _NOT_HERE, code=error.failure.code)
    return error
