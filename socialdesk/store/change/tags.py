"""Reads which threads bear a tag, and keeps which of them bore it before it was renamed or deleted."""

from __future__ import annotations

import json
from collections.abc import Iterable

from socialdesk.model.saved_reply_words import label
from socialdesk.model.thread import Thread
from socialdesk.store.change.threads import Threads

TAGGED = "SELECT DISTINCT thread_id FROM thread_tag WHERE tag = ? LIMIT ?"
"""The next threads with a tag, along its own index: what lost it meanwhile is no longer among them."""
MOVED = "SELECT thread_id, had FROM tag_moved WHERE change = ? LIMIT ?"


class TagRows(Threads):
    """The part of a change about the tags of the workspace."""

    def tagged(self, tag: str, most: int) -> list[Thread]:
        """The threads that bear a tag, some of them where there are more."""
        self.flush()
        ids = [row[0] for row in self._driver.execute(TAGGED, (tag, most)).fetchall()]
        self.look_up_among(ids)
        return [thread for id_ in ids if (thread := self.thread(id_)) is not None]

    def count_tagged(self, tag: str) -> int:
        """How many threads bear a tag."""
        self.flush()
        return int(self._driver.execute("SELECT count(*) FROM thread_tag WHERE tag = ?", (tag,)).fetchone()[0])

    def note_moved(self, change: str, moved: Iterable[tuple[Thread, bool]]) -> None:
        """Keep that these bore the tag that a command takes from them, and whether they had the other one too."""
        rows = [(change, thread.id, int(had)) for thread, had in moved]
        # What somebody tagged anew while the command was at work keeps what was known of it first.
        self._many("INSERT OR IGNORE INTO tag_moved (change, thread_id, had) VALUES (?, ?, ?)", rows)

    def moved(self, change: str, most: int) -> list[tuple[Thread, bool]]:
        """Threads that a command took a tag from, each with whether it had the other one too."""
        self.flush()
        found = self._driver.execute(MOVED, (change, most)).fetchall()
        self.look_up_among([row[0] for row in found])
        return [(thread, bool(had)) for id_, had in found if (thread := self.thread(id_)) is not None]

    def forget_moved(self, change: str, threads: Iterable[Thread] | None = None) -> None:
        """Keep no longer what a command took from these threads, or from any."""
        if threads is None:
            self._driver.execute("DELETE FROM tag_moved WHERE change = ?", (change,))
        else:
            rows = [(change, thread.id) for thread in threads]
            self._many("DELETE FROM tag_moved WHERE change = ? AND thread_id = ?", rows)

    def learn_under(self, tag: str, to: str) -> None:
        """What was learned of saved replies from threads with a tag counts for threads with the other one."""
        old, new = label(tag), label(to)
        if old == new:
            return
        self.flush()
        quoted = [json.dumps(one, ensure_ascii=False) for one in (old, new)]
        self._driver.execute(
            "UPDATE saved_reply_use SET words = replace(words, ?, ?) WHERE reply_id IN"
            " (SELECT reply_id FROM saved_reply_word WHERE word = ? AND learned > 0) AND instr(words, ?)",
            (*quoted, old, quoted[0]),
        )
        self._driver.execute(
            "INSERT INTO saved_reply_word (word, reply_id, learned)"
            " SELECT ?, reply_id, learned FROM saved_reply_word WHERE word = ? AND learned > 0"
            " ON CONFLICT (word, reply_id) DO UPDATE SET learned = learned + excluded.learned",
            (new, old),
        )
        self._driver.execute("UPDATE saved_reply_word SET learned = 0 WHERE word = ?", (old,))
        self._driver.execute("DELETE FROM saved_reply_word WHERE word = ? AND own = 0 AND learned = 0", (old,))
