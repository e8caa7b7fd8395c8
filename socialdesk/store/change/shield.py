"""Puts what is kept out of sight and why, evidence of it, what the team taught, and how much each person opened."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from socialdesk.model.identifiers import ChannelId, MessageId, PersonId, ThreadId
from socialdesk.model.message import Message
from socialdesk.model.shield.own import OwnWord
from socialdesk.model.shield.values import GRAVITY, LET_THROUGH, Reason, ShieldKind, Verdict, kind_of, reasons_to_json
from socialdesk.store import rows
from socialdesk.store.change.library import Library
from socialdesk.store.change.messages import Messages
from socialdesk.store.exposure import exposure
from socialdesk.support.clock import to_ms

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from socialdesk.store.change.transaction import Known

_PUT = (
    "INSERT INTO shielding (message_id, thread_id, channel_id, author_remote_id, kind, level, reasons, has_pictures,"
    " judged_at, decision) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '') ON CONFLICT (message_id) DO UPDATE SET"
    " kind = excluded.kind, level = excluded.level, reasons = excluded.reasons, has_pictures = excluded.has_pictures,"
    " judged_at = excluded.judged_at, decision = excluded.decision"
)
_KEEP_EVIDENCE = (
    "INSERT OR IGNORE INTO shield_evidence (message_id, thread_id, channel_id, author_remote_id, record, sha256,"
    " kept_at) VALUES (?, ?, ?, ?, ?, ?, ?)"
)
BY_HAND = "by_hand"
LISTS_REV = "shield_lists"
"""The setting that counts the changes of the team's lists."""


class ShieldRows(Messages, Library):
    """The part of a change about the shield."""

    def __init__(self, connection: Connection, known: Known) -> None:
        super().__init__(connection, known)
        self._shieldings: list[tuple[Any, ...]] = []
        self._evidence: list[tuple[Any, ...]] = []

    def flush(self) -> None:
        """Write what waits; messages before why they are kept, and a page of both in a few statements."""
        super().flush()
        if self._shieldings:
            shieldings, self._shieldings = self._shieldings, []
            evidence, self._evidence = self._evidence, []
            self._many(_PUT, shieldings)
            self._many(_KEEP_EVIDENCE, evidence)

    def keep_out_of_sight(
        self, message: Message, channel: ChannelId, verdict: Verdict | None, at: datetime, *, by_hand: str = ""
    ) -> None:
        """Write down that a message is kept, with evidence of how it was. `by_hand` is the kind a person chose."""
        kind = verdict.kind.value if verdict is not None else by_hand
        level = verdict.level.value if verdict is not None else ""
        reasons = verdict.reasons if verdict is not None else (Reason(BY_HAND, ShieldKind(by_hand)),)
        pictures = int(bool(message.attachments))
        values = (message.id, message.thread_id, channel, message.author_remote_id)
        self._shieldings.append((*values, kind, level, reasons_to_json(reasons), pictures, to_ms(at)))
        self._keep_evidence(message, channel, at)
        self.touch("message", message.thread_id)

    def is_kept(self, message: MessageId) -> bool:
        """Whether a message was ever kept."""
        return self._first("SELECT 1 FROM shielding WHERE message_id = :id", id=message) is not None

    def is_decided(self, message: MessageId) -> bool:
        """Whether a person decided about a message, or its platform; no list changes that."""
        found = self._first(
            "SELECT decision != '' OR level = '' OR instr(reasons, '\"platform\"') FROM shielding"
            " WHERE message_id = :id",
            id=message,
        )
        return found is not None and bool(found[0])

    def is_kept_by_hand(self, message: MessageId) -> bool:
        """Whether a person keeps a message, whatever stands in it, and nobody let it through since."""
        statement = "SELECT 1 FROM shielding WHERE message_id = :id AND level = '' AND decision = ''"
        return self._first(statement, id=message) is not None

    def no_longer_kept(self, message: MessageId) -> None:
        """Nothing speaks against a message any more; the evidence stays."""
        self.flush()
        self._driver.execute("DELETE FROM shielding WHERE message_id = ?", (message,))

    def decide_shielded(self, thread: ThreadId, *, let_through: bool) -> list[MessageId]:
        """Let everything kept in a thread through, or take that back; gives which messages."""
        self.flush()
        found = self._driver.execute(
            "UPDATE shielding SET decision = ? WHERE thread_id = ? AND decision != ? RETURNING message_id",
            (LET_THROUGH if let_through else "", thread, LET_THROUGH if let_through else ""),
        ).fetchall()
        self.touch("message", thread)
        return [MessageId(row[0]) for row in found]

    def follow_shield(self, thread: ThreadId) -> None:
        """Let a thread be kept for the gravest of its messages that nobody let through, or for none."""
        known = self.thread(thread)
        if known is None:
            return
        self.flush()
        found = self._driver.execute(
            "SELECT DISTINCT kind FROM shielding WHERE thread_id = ? AND decision = ''", (thread,)
        ).fetchall()
        kinds = [ShieldKind(kind) for (kind,) in found if kind_of(kind) is not None]
        word = min(kinds, key=GRAVITY.__getitem__).value if kinds else ""
        if word != known.shield:
            self.put_thread(replace(known, shield=word))

    def set_shield_word(self, word: OwnWord, person: PersonId, at: datetime, *, on: bool, thread: int = 0) -> None:
        """Put a word on the team's list, or take it off."""
        self.flush()
        key = (word.text, word.language, int(word.allows))
        if on:
            self._driver.execute(
                "INSERT INTO shield_word (text, language, allows, kind, is_part, accents_matter, thread_id, person_id,"
                " added_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (text, language, allows) DO UPDATE SET"
                " kind = excluded.kind, is_part = excluded.is_part, accents_matter = excluded.accents_matter",
                (*key, word.kind.value, int(word.is_part), int(word.accents_matter), thread, person, to_ms(at)),
            )
        else:
            self._driver.execute("DELETE FROM shield_word WHERE text = ? AND language = ? AND allows = ?", key)
        self._taught()

    def let_author(
        self,
        channel: ChannelId,
        remote_id: str,
        name: str,
        person: PersonId,
        at: datetime,
        *,
        on: bool,
        thread: int = 0,
    ) -> None:
        """Let everything of an author through from now on, or judge it again."""
        self.flush()
        if on:
            self._driver.execute(
                "INSERT OR IGNORE INTO shield_author (channel_id, remote_id, name, thread_id, person_id, added_at)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (channel, remote_id, name, thread, person, to_ms(at)),
            )
        else:
            self._driver.execute(
                "DELETE FROM shield_author WHERE channel_id = ? AND remote_id = ?", (channel, remote_id)
            )
        self._taught()

    def shield_word_count(self) -> int:
        """How many words stand on the team's list."""
        return int(self._first("SELECT count(*) FROM shield_word")[0])

    def has_kept(self, thread: ThreadId) -> bool:
        """Whether anything was ever kept in a thread."""
        return self._first("SELECT 1 FROM shielding WHERE thread_id = :id LIMIT 1", id=thread) is not None

    def reasons_of(self, messages: Sequence[MessageId]) -> list[tuple[Message, str]]:
        """Kept messages with the written form of why."""
        self.flush()
        found = self._driver.execute(
            "SELECT m.*, s.reasons FROM shielding s JOIN message m ON m.id = s.message_id"
            " WHERE s.message_id IN (SELECT value FROM json_each(?)) ORDER BY m.id",
            (json.dumps(list(messages)),),
        ).fetchall()
        return [(rows.to_message(row[:-1]), row[-1]) for row in found]

    def untaught(self, thread: ThreadId) -> None:
        """Forget what was learned from a thread."""
        self.flush()
        for table in ("shield_word", "shield_author"):
            gone = self._driver.execute(f"DELETE FROM {table} WHERE thread_id = ?", (thread,)).rowcount  # noqa: S608 - own names
            if gone:
                self._taught()

    def count_opened(self, person: PersonId, day: str) -> None:
        """A person opened a kept message."""
        self._driver.execute(
            "INSERT INTO shield_open VALUES (?, ?, 1) ON CONFLICT (person_id, day) DO UPDATE SET n = n + 1",
            (person, day),
        )
        self.touch("shield", 0)

    def exposure(self, day: str) -> tuple[dict[PersonId, int], dict[PersonId, int]]:
        """By member how many kept threads they opened on a day, and how many open ones they have."""
        self.flush()
        return exposure(lambda statement, values: self._driver.execute(statement, values).fetchall(), day)

    def erase_evidence(self, channels_of: Sequence[str]) -> None:
        """Forget what these authors wrote, here too."""
        self.flush()
        listed = json.dumps(list(channels_of))
        for table, column in (("shield_evidence", "author_remote_id"), ("shield_author", "remote_id")):
            self._driver.execute(
                f"DELETE FROM {table} WHERE {column} IN (SELECT value FROM json_each(?))",  # noqa: S608 - own names
                (listed,),
            )

    def _taught(self) -> None:
        """Whoever judges reads the lists anew."""
        rev = self._first("SELECT value FROM setting WHERE key = :key", key=LISTS_REV)
        self.set_setting(LISTS_REV, str(int(rev[0]) + 1 if rev is not None else 1))
        self.touch("shield", 0)

    def _keep_evidence(self, message: Message, channel: ChannelId, at: datetime) -> None:
        record = json.dumps(
            {
                "text": message.text,
                "author": message.author_name,
                "handle": message.author_handle,
                "account": message.author_remote_id,
                "message": message.external_id,
                "link": message.permalink,
                "written_at": message.created_at.isoformat(),
                "edited_at": message.edited_at.isoformat() if message.edited_at else None,
                "pictures": [one.url for one in message.attachments],
            },
            ensure_ascii=False,
            sort_keys=True,
        )
        digest = hashlib.sha256(record.encode("utf-8", "surrogatepass")).hexdigest()
        self._evidence.append(
            (message.id, message.thread_id, channel, message.author_remote_id, record, digest, to_ms(at))
        )
