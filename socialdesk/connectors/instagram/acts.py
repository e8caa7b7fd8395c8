"""Carries out acts on comments and people of Instagram, and looks whether they happened.

There is no key against repeats: an answer is found again by whose it is, what it says and when (Instagram Platform,
Comment Moderation). A comment cannot be liked or changed there.
"""

from __future__ import annotations

import re
from datetime import timedelta

from socialdesk.connectors.graph.conversations import Conversations
from socialdesk.connectors.graph.looking import is_gone
from socialdesk.connectors.graph.reading import BAD, Json, inner, moment, version, word
from socialdesk.connectors.instagram.entry import Entry
from socialdesk.connectors.instagram.mapping import MEDIA, UNKNOWN, author_of, node, picture_url
from socialdesk.connectors.kit.contract import Answer, AnswerPrivately, Intent, Receipt
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import failed
from socialdesk.model.failure import Certainty, FailureKind
from socialdesk.support.clock import Clock

_LOOK_BACK = timedelta(seconds=30)
_LOOK_FIELDS = "id,text,username,timestamp,from{id,username}"
_MOST_TAGS, _MOST_LINKS = 4, 1
"""Instagram Platform, IG Comment, Replies: limits of a comment. (U) The app itself takes more."""
_HASHTAG, _LINK = re.compile(r"(?<!\w)#\w+"), re.compile(r"https?://\S+")
_NOBODY = "Instagram does not say who wrote this, so they cannot be blocked from here. Block them on Instagram."
_NOT_NAMED = (
    "Instagram takes an answer here only where the caption names you with an @. Nothing was sent; answer on Instagram."
)


class Acts:
    """What one session does to what is said below media."""

    def __init__(self, entry: Entry, chats: Conversations, clock: Clock) -> None:
        self._entry = entry
        self._graph = entry.graph
        self._chats = chats
        self._clock = clock

    async def answer(self, answer: Answer) -> Receipt:
        """Answer a comment in its thread, or somebody's media that names the account."""
        text = answer.text.strip()
        _fits(text)
        thread = answer.thread_remote_id
        if thread.startswith(MEDIA):
            try:
                said = await self._graph.post(f"{self._entry.me}/mentions", media_id=node(thread), message=text)
            except ConnectorError as error:
                if error.failure.kind in (FailureKind.PERMISSION_DENIED, FailureKind.INVALID):
                    raise failed(FailureKind.PERMISSION_DENIED, _NOT_NAMED, code=error.failure.code) from None
                raise
        else:
            # There is one level of answers: also an answer to an answer stands below the comment that leads.
            said = await self._graph.post(f"{thread}/replies", message=text)
        id_ = word(said.get("id"))
        if not id_:
            raise failed(
                FailureKind.TRANSIENT,
                "Instagram did not answer properly. SocialDesk looks whether it arrived.",
                code="no id",
                certainty=Certainty.UNKNOWN,
            )
        return Receipt(id_, self._clock.now(), "", version(text))

    async def find_answer(self, intent: Intent, answer: Answer) -> Receipt | None:
        """The comment of an answer whose outcome is not known. Raises ConnectorError when it can't be looked for."""
        thread = answer.thread_remote_id
        edge = f"{node(thread)}/comments" if thread.startswith(MEDIA) else f"{thread}/replies"
        async for listed in self._graph.pages(edge, fields=_LOOK_FIELDS, limit=50):
            since = self._graph.there(intent.recorded_at) - _LOOK_BACK
            for one in listed:
                try:
                    at = moment(one["timestamp"])
                except BAD:
                    continue
                is_it = (
                    author_of(one, self._entry.owner).is_own and word(one.get("text")).strip() == answer.text.strip()
                )
                if at >= since and is_it:
                    return Receipt(str(one["id"]), at, "", version(word(one.get("text"))))
        return None

    async def answer_privately(self, action: AnswerPrivately) -> Receipt:
        """Write to the writer of a comment, once and within seven days (Instagram Platform, Private Replies)."""
        return await self._chats.send_privately({"comment_id": action.message_remote_id}, action.text.strip())

    async def find_private(self, action: AnswerPrivately) -> Receipt | None:
        """The private answer to a comment, in the conversation with its writer."""
        said = await self._graph.get(action.message_remote_id, fields="timestamp,from{id}")
        person = inner(said, "from", "id")
        if not isinstance(person, str):
            return None
        # It goes once: whatever says so since the comment was written is it.
        return await self._chats.find_with(person, action.text, moment(said["timestamp"]))

    async def hide(self, id_: str, *, on: bool) -> None:
        """Hide a comment from the public, or show it again."""
        await self._graph.post(id_, hide=on)

    async def is_hidden(self, id_: str) -> bool:
        """Whether a comment is hidden."""
        return (await self._graph.get(id_, fields="hidden")).get("hidden") is True

    async def delete(self, id_: str) -> None:
        """Delete a comment; one that is gone already is deleted."""
        try:
            await self._graph.delete(id_)
        except ConnectorError as error:
            if error.failure.kind not in (FailureKind.GONE, FailureKind.NOT_FOUND):
                raise

    async def is_gone(self, id_: str) -> bool:
        """Whether something is no longer there."""
        return await is_gone(self._graph, node(id_))

    async def block(self, person: str, *, on: bool) -> None:
        """Block a person, or let them in again (Graph API, IG User, Moderate Conversations)."""
        if not person or person.startswith((UNKNOWN, "@")):
            raise failed(FailureKind.INVALID, _NOBODY, code="unknown writer")
        action = "block_user" if on else "unblock_user"
        await self._graph.post(f"{self._entry.me}/moderate_conversations", user_ids=[{"id": person}], actions=[action])

    async def picture(self, id_: str) -> str:
        """Where the picture of a medium lies now; "" where it is no more."""
        said: Json = await self._graph.get(node(id_), fields="media_type,media_url,thumbnail_url")
        return picture_url(said)


def _fits(text: str) -> None:
    """Raises ConnectorError for a comment that Instagram refuses for what is in it."""
    sentence = ""
    if len(_HASHTAG.findall(text)) > _MOST_TAGS:
        sentence = "Instagram takes at most four hashtags in a comment. Nothing was sent; take some out."
    elif len(_LINK.findall(text)) > _MOST_LINKS:
        sentence = "Instagram takes at most one link in a comment. Nothing was sent; take one out."
    elif text.isupper() and len(text) > 1 and " " in text:
        sentence = "Instagram takes no comment in capital letters only. Nothing was sent; write it in small ones."
    if sentence:
        raise failed(FailureKind.INVALID, sentence, code="content")
