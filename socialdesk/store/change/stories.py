"""Puts which threads tell the same story; what makes two texts one story is decided by the model."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime

from socialdesk.model.identifiers import ThreadId
from socialdesk.model.message import Message
from socialdesk.model.story import WINDOW, Signature, Told, counts_now, joined, quiet, signature, unpacked
from socialdesk.store import prepared, rows
from socialdesk.store.change.messages import Messages
from socialdesk.support.clock import to_ms

_REACH_MS = round(WINDOW.total_seconds() * 1000)


class Stories(Messages):
    """The part of a change about what many people ask at once."""

    def tell_later(self, messages: Iterable[Message]) -> None:
        """Note that these messages are to be joined to the stories they tell."""
        self._many(prepared.TELL_LATER, [(message.id,) for message in messages])

    def tell_some(self, now: datetime, most: int) -> None:
        """Join some that were noted. The newest message that says enough speaks for its thread."""
        self.flush()
        listed = json.dumps([row[0] for row in self._driver.execute(prepared.TO_TELL, (most,)).fetchall()])
        found = self._driver.execute(prepared.MESSAGES_AMONG, (listed,)).fetchall()
        for message in sorted(map(rows.to_message, found), key=lambda one: (one.created_at, one.id)):
            signed = signature(message.text) if counts_now(message, now) else None
            if signed is None:
                self._driver.execute(prepared.UNTELL_MESSAGE, (message.thread_id, message.id))
                self._tell_quiet(message, now)
            else:
                self._tell(message, signed)
            self.touch("thread", message.thread_id)
        self._driver.execute(prepared.TOLD_NOW, (listed,))

    def _tell(self, message: Message, signed: Signature) -> None:
        thread, at = message.thread_id, to_ms(message.created_at)
        known = self._driver.execute(prepared.TOLD_LAST, (thread,)).fetchone()
        if known is not None and known[0] > at:
            return
        stories = joined(signed.sketch, self._told_alike(thread, at, signed))
        story = stories[0] if stories else self._driver.execute(prepared.NEXT_STORY).fetchone()[0]
        if len(stories) > 1:
            self._driver.execute(prepared.JOIN_STORIES, (story, json.dumps(stories[1:])))
        self._driver.execute(prepared.TELL, (thread, message.id, story, at, signed.packed()))
        self._many(prepared.TELL_BAND, [(band, at, thread) for band in signed.bands])

    def _tell_quiet(self, message: Message, now: datetime) -> None:
        """A comment without a word joins those of its post, as long as it is all that was said in its thread."""
        post = None
        if counts_now(message, now) and quiet(message.text) is not None and not message.attachments:
            post = self._driver.execute(prepared.POST_OF_ONLY_COMMENT, (message.thread_id,)).fetchone()
        if post is not None:
            at = to_ms(message.created_at)
            self._driver.execute(prepared.TELL, (message.thread_id, message.id, -post[0], at, b""))

    def _told_alike(self, thread: ThreadId, at: int, signed: Signature) -> list[Told]:
        """The newest threads that could be alike; a few of each kind are enough, the others are joined to them."""
        found: dict[int, Told] = {}
        for band in signed.bands:
            for other, story, sketch in self._driver.execute(
                prepared.TOLD_ALIKE, (band, at - _REACH_MS, at + _REACH_MS)
            ):
                if other != thread and other not in found:
                    found[other] = Told(story, unpacked(sketch))
        return list(found.values())
