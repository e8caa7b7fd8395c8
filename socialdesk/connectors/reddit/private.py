"""Writes to whoever wrote a comment where only they read it, and looks whether that is there; gives receipts.

Since 2025 Reddit shows private messages in its chat; what sends them is the same (Reddit's API, POST /api/compose). It
tells nothing of the message that it made: that comes with what is read of the account's sent ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from socialdesk.connectors.kit.contract import AnswerPrivately, Receipt
from socialdesk.connectors.kit.failures import failed
from socialdesk.connectors.reddit import mapping
from socialdesk.connectors.reddit.failures import GONE
from socialdesk.connectors.reddit.wire import Reddit, Wire
from socialdesk.model.failure import Certainty, FailureKind
from socialdesk.support.clock import Clock

MOST_SUBJECT = 100
"""The longest subject, in code points."""


class Private:
    """The private answers of one session."""

    def __init__(self, reddit: Reddit, clock: Clock) -> None:
        self._reddit = reddit
        self._clock = clock

    async def send(self, action: AnswerPrivately) -> Receipt:
        """Write to the writer of a comment, once. Raises ConnectorError."""
        comment = await self._comment(action)
        if comment is None:
            raise failed(FailureKind.GONE, GONE, code="no writer")
        subject = await self._subject(comment)
        await self._reddit.send("/api/compose", to=str(comment["author"]), subject=subject, text=action.text)
        return Receipt("", self._clock.now())

    async def find(self, action: AnswerPrivately, sent: Sequence[Wire], since: datetime) -> Receipt | None:
        """It among what the account has sent lately. Raises ConnectorError where nobody tells any more to whom."""
        alike = [
            one
            for one in sent
            if mapping.alike(str(one.get("body") or ""), action.text)
            and mapping.moment(one.get("created_utc")) >= since
            and not one.get("first_message_name")
        ]
        if not alike:
            return None
        comment = await self._comment(action)
        if comment is None:
            # The same words may have gone to somebody else: a person has to look.
            sentence = "The comment is no longer on Reddit, so it cannot be seen whether your private answer arrived."
            raise failed(FailureKind.INVALID, sentence, code="no writer", certainty=Certainty.UNKNOWN)
        to = str(comment["author"]).lower()
        found = next((one for one in alike if str(one.get("dest") or "").lower() == to), None)
        return None if found is None else Receipt("", mapping.moment(found["created_utc"]))

    async def _comment(self, action: AnswerPrivately) -> Wire | None:
        """The comment, where it still has a writer."""
        found = await self._reddit.info([action.message_remote_id])
        return next((one for one in found if not mapping.is_gone(one)), None)

    async def _subject(self, comment: Wire) -> str:
        """Reddit takes no message without one: the title below which they wrote, as a mail would name it."""
        posts = await self._reddit.info([str(comment.get("link_id") or "")]) if comment.get("link_id") else []
        title = next((str(one.get("title") or "") for one in posts), "") or str(comment.get("subreddit") or "Reddit")
        said = f"re: {title}"
        return said if len(said) <= MOST_SUBJECT else f"{said[: MOST_SUBJECT - 1]}…"
