"""Puts reply policies, and lets every due time follow from the newest, slice by slice."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta

from socialdesk.model.identifiers import ChannelId, PersonId
from socialdesk.model.policy_form import written
from socialdesk.model.reply_policy import ReplyPolicy
from socialdesk.model.thread import Kind
from socialdesk.store import rows
from socialdesk.store.change.threads import Threads
from socialdesk.support.clock import from_ms, to_ms

PROMISED = "SELECT * FROM thread WHERE waiting_since_at IS NOT NULL AND id > ? ORDER BY id LIMIT ?"
"""The next of the threads in which somebody waits, along their own index."""

WAITS = (
    "SELECT waiting_since_at FROM thread INDEXED BY thread_promised WHERE waiting_since_at IS NOT NULL"
    " AND channel_id = ? LIMIT 1"
)


class Policies(Threads):
    """The part of a change about the reply policy."""

    @property
    def policy(self) -> ReplyPolicy:
        """The one that counts."""
        return self._known.policy

    def put_policy(self, policy: ReplyPolicy, by: PersonId | None, at: datetime) -> ReplyPolicy:
        """Let another policy count from now on, as the next version; due times follow with `promise`."""
        version = self.policy.version + 1
        self._driver.execute(
            "INSERT INTO reply_policy (version, policy, person_id, made_at) VALUES (?, ?, ?, ?)",
            (version, written(policy), by, to_ms(at)),
        )
        self._known.policy = replace(policy, version=version, windows=self.policy.windows)
        self.touch("policy", version)
        return self._known.policy

    def put_windows(self, channel: ChannelId, windows: dict[Kind, tuple[timedelta, str]]) -> bool:
        """Keep how long the platform of a channel takes answers, and in which threads; whether that is new.

        Due times follow in slices.
        """
        row = self._driver.execute("SELECT value FROM setting WHERE key = ?", (rows.WINDOWS,)).fetchone()
        kept: dict[str, dict[str, int | str]] = json.loads(row[0]) if row else {}
        minutes: dict[str, int | str] = {}
        for kind, (window, where) in windows.items():
            whole = window // timedelta(minutes=1)
            minutes[kind.value] = f"{whole} {where}" if where else whole
        if kept.get(str(channel), {}) == minutes:
            return False
        kept[str(channel)] = minutes
        self._driver.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (rows.WINDOWS, json.dumps(kept)))
        others = tuple(one for one in self.policy.windows if one[0] != channel)
        new = tuple((channel, kind, window, where) for kind, (window, where) in windows.items())
        self._known.policy = replace(self.policy, windows=(*others, *new))
        waits = self._driver.execute(WAITS, (channel,)).fetchone()
        if waits is not None and not self.policy.version:
            self.put_policy(self.policy, None, from_ms(waits[0]))  # what is to follow is noted at a version
        self._driver.execute(
            "UPDATE reply_policy SET is_promised = 0, promised_to = 0 WHERE version = ?", (self.policy.version,)
        )
        self.touch("policy", self.policy.version)
        return True

    def promise(self, most: int) -> bool:
        """Let the due times of the next threads follow from the policy that counts; whether there may be more."""
        row = self._driver.execute(
            "SELECT promised_to, is_promised FROM reply_policy WHERE version = ?", (self.policy.version,)
        ).fetchone()
        if row is None or row[1]:
            return False
        self.flush()
        found = self._driver.execute(PROMISED, (row[0], most)).fetchall()
        for one in found:
            thread = self._remember(one)
            self.put_thread(self.policy.promised(thread))
        is_done = len(found) < most
        self._driver.execute(
            "UPDATE reply_policy SET is_promised = ?, promised_to = ? WHERE version = ?",
            (int(is_done), found[-1][0] if found else row[0], self.policy.version),
        )
        return not is_done
