"""Takes things out of the file for good: a person of the audience, and what is older than the team keeps."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime

from socialdesk.model.delivery import Delivery
from socialdesk.model.identifiers import ContactId, ThreadId
from socialdesk.store import prepared, rows, schema
from socialdesk.store.change.library import Library
from socialdesk.store.change.outbox import OutboxRows
from socialdesk.store.change.replies import Replies
from socialdesk.store.change.shield import ShieldRows
from socialdesk.store.change.stories import Stories
from socialdesk.store.erased import SALT, mark
from socialdesk.store.searchable import searchable
from socialdesk.support.clock import to_ms
from socialdesk.support.ids import random_key

_ON_ITS_WAY = (Delivery.QUEUED, Delivery.WAITING, Delivery.SENDING, Delivery.HELD, Delivery.UNKNOWN)
_AMONG = "IN (SELECT value FROM json_each(?))"


class StillOnItsWay(Exception):
    """Something to this person has not reached the platform yet; it must be settled or taken back first."""


class Erasing(ShieldRows, Stories, OutboxRows, Library, Replies):
    """The part of a change that forgets."""

    @property
    def has_erased(self) -> bool:
        """Whether anybody asked to be forgotten."""
        return bool(self._known.erased)

    def is_erased(self, platform: str, remote_id: str) -> bool:
        """Whether this account asked to be forgotten."""
        if not self._known.erased:
            return False
        return mark(self._known.erase_salt, platform, remote_id) in self._known.erased

    def erase_contact(self, contact: ContactId, at: datetime) -> list[ThreadId]:
        """Forget a person; gives the threads that were theirs. Raises StillOnItsWay, and then nothing is forgotten.

        Their threads go whole, with our answers and notes. In threads of others only what they wrote goes.
        """
        self.flush()
        # Room that gets free is overwritten, and the search leaves no words behind in its pages.
        self._driver.execute("PRAGMA secure_delete = ON")
        mine = self._threads_of(schema.thread.c.contact_id == contact)
        waiting = json.dumps([state.value for state in _ON_ITS_WAY])
        accounts = self._driver.execute(
            "SELECT platform, remote_id FROM identity WHERE contact_id = ?", (contact,)
        ).fetchall()
        listed = json.dumps([thread.id for thread in mine])
        if (
            self._goes_to({remote_id.lower() for _, remote_id in accounts}, waiting)
            or self._driver.execute(
                f"SELECT 1 FROM outbound WHERE thread_id {_AMONG} AND state {_AMONG}",  # noqa: S608 - own words
                (listed, waiting),
            ).fetchone()
        ):
            raise StillOnItsWay
        self._remember_erased(accounts, at)
        self._drop_raw([remote_id for _, remote_id in accounts])
        self.erase_evidence([remote_id for _, remote_id in accounts])
        self._driver.execute(
            f"DELETE FROM send_attempt WHERE command_id IN (SELECT command_id FROM outbound WHERE thread_id {_AMONG})",  # noqa: S608 - as above
            (listed,),
        )
        self._driver.execute(f"DELETE FROM outbound WHERE thread_id {_AMONG}", (listed,))  # noqa: S608 - as above
        self._drop_public_acts([remote_id for _, remote_id in accounts])
        self.forget_reply_uses_in(thread.id for thread in mine)
        gone = self.drop_threads(schema.thread.c.contact_id == contact)
        self._drop_elsewhere([remote_id for _, remote_id in accounts], at)
        self._drop_among_recipients({remote_id.lower() for _, remote_id in accounts})
        # Memos, merges and whoever was found to be the same person go with the row.
        for (one,) in self._driver.execute(
            "SELECT id FROM contact WHERE id = ? UNION SELECT id FROM contact WHERE merged_into = ?", (contact, contact)
        ).fetchall():
            self._driver.execute("DELETE FROM contact_fts WHERE rowid = ?", (one,))
            self._driver.execute("DELETE FROM contact WHERE id = ?", (one,))
        self._contacts.clear()
        self._homes.clear()
        self.touch("contact", contact)
        return gone

    def forget_words(self, thread: ThreadId, at: datetime) -> int:
        """Take the texts of a thread out, with all that could show them; gives how many messages there were.

        The rows stay, so that reports know when was written and answered, and nothing comes in a second time.
        """
        self.flush()
        found = self._driver.execute(
            "SELECT id FROM message WHERE thread_id = ? AND (text != '' OR attachments != '[]' OR recipients != '[]')",
            (thread,),
        ).fetchall()
        listed = json.dumps([row[0] for row in found])
        for statement in (
            f"DELETE FROM message_fts WHERE rowid {_AMONG}",  # noqa: S608 - as above
            f"DELETE FROM message_revision WHERE message_id {_AMONG}",  # noqa: S608 - as above
            f"DELETE FROM shielding WHERE message_id {_AMONG}",  # noqa: S608 - as above
            f"DELETE FROM attachment WHERE message_id {_AMONG}",  # noqa: S608 - as above
            f"UPDATE message SET text = '', attachments = '[]', permalink = '', recipients = '[]' WHERE id {_AMONG}",  # noqa: S608 - as above
        ):
            self._driver.execute(statement, (listed,))
        # An answer stands in the outbox as well, with its words.
        self._driver.execute(
            "UPDATE outbound SET text = '', recipients = '[]' WHERE thread_id = ?"
            " AND state IN ('sent', 'canceled', 'rejected')",
            (thread,),
        )
        self._driver.execute(prepared.UNTELL_THREAD, (thread,))
        self._stored.clear()
        # What a thread that is shown as part of this one last said goes too.
        self._driver.execute(
            "UPDATE thread_merge SET before = json_set(before, '$.kept.preview', '', '$.away.preview', '',"
            " '$.together.preview', '') WHERE into_id = ?",
            (thread,),
        )
        known = self.thread(thread)
        if known is not None:
            self.put_thread(replace(known, preview=""))
            self.hear_again(thread)
        if found:
            self.add_happening(thread, at, None, "expired")
        return len(found)

    def drop_rows(self, statement: str, values: Sequence[object]) -> int:
        """Run a statement of `store.upkeep` that drops rows nobody shows; gives how many."""
        self.flush()
        return self._driver.execute(statement, values).rowcount

    def _remember_erased(self, accounts: Sequence[tuple[str, str]], at: datetime) -> None:
        salt = self._known.erase_salt
        if not salt:
            salt = random_key().hex()
            self.set_setting(SALT, salt)
            self._known.erase_salt = salt
        marks = [mark(salt, platform, remote_id) for platform, remote_id in accounts]
        self._driver.executemany("INSERT OR IGNORE INTO erased VALUES (?, ?)", [(one, to_ms(at)) for one in marks])
        self._known.erased |= set(marks)
        self.touch("setting", 0)

    def _drop_raw(self, remote_ids: Sequence[str]) -> None:
        """Raw events that tell of these accounts, or of messages they wrote."""
        for remote_id in remote_ids:
            self._driver.execute("DELETE FROM inbound_event WHERE instr(payload, ?) > 0", (remote_id,))
            self._driver.execute(
                "DELETE FROM inbound_event WHERE id IN (SELECT e.id FROM inbound_event e JOIN message m"
                " ON m.channel_id = e.channel_id AND instr(e.dedup_key, m.external_id || ':') = 1"
                " WHERE m.author_remote_id = ?)",
                (remote_id,),
            )
            # Some networks name the account in the id of each thing it wrote.
            self._driver.execute("DELETE FROM tombstone WHERE instr(external_id, ?) > 0", (remote_id,))
            self._driver.execute(
                "UPDATE message SET parent_external_id = NULL WHERE instr(parent_external_id, ?) > 0", (remote_id,)
            )

    def _drop_public_acts(self, remote_ids: Sequence[str]) -> None:
        """What we did to them and to what they wrote: the platform keeps its state, we keep no trace of whose it is."""
        listed = json.dumps(list(remote_ids))
        acted_on = f"{_AMONG[:-1]} UNION SELECT external_id FROM message WHERE author_remote_id {_AMONG})"  # noqa: S608 - as above
        on_them = f"act != 'answer' AND target_remote_id {acted_on}"
        for statement in (
            f"DELETE FROM public_act WHERE remote_id {acted_on}",  # noqa: S608 - as above
            f"DELETE FROM send_attempt WHERE command_id IN (SELECT command_id FROM outbound WHERE {on_them})",  # noqa: S608 - as above
            f"DELETE FROM outbound WHERE {on_them}",  # noqa: S608 - as above
        ):
            self._driver.execute(statement, (listed, listed))

    def _drop_elsewhere(self, remote_ids: Sequence[str], at: datetime) -> None:
        """What they wrote in threads of others."""
        listed = json.dumps(list(remote_ids))
        found = self._driver.execute(
            f"SELECT * FROM message WHERE direction = 'in' AND author_remote_id {_AMONG}",  # noqa: S608 - as above
            (listed,),
        ).fetchall()
        touched: set[ThreadId] = set()
        for row in found:
            message = rows.to_message(row)
            self.drop_message(message)
            touched.add(message.thread_id)
        for id_ in touched:
            self.hear_again(id_)
            thread = self.thread(id_)
            if thread is not None:
                preview, is_own = self.newest_line(id_)
                self.put_thread(replace(thread, preview=preview, preview_is_own=is_own))
                self.add_happening(id_, at, None, "forgotten")

    def _goes_to(self, addresses: Collection[str], states: str) -> bool:
        """Whether an answer to all in one of these states goes to one of these people as well."""
        found = self._driver.execute(
            f"SELECT recipients FROM outbound WHERE recipients != '[]' AND state {_AMONG}",  # noqa: S608 - as above
            (states,),
        ).fetchall()
        return any(one.address.lower() in addresses for (row,) in found for one in rows.to_recipients(row))

    def _drop_among_recipients(self, addresses: Collection[str]) -> None:
        """Where they are named among those whom something of others went to."""
        for address in addresses:
            for id_, thread, text, written in self._driver.execute(
                "SELECT id, thread_id, text, recipients FROM message"
                " WHERE recipients != '[]' AND instr(lower(recipients), ?)",
                (address,),
            ).fetchall():
                left = _without(written, address)
                self._driver.execute("UPDATE message SET recipients = ? WHERE id = ?", (left, id_))
                # The search knows a message by whoever had it, too.
                self._driver.execute(prepared.INDEX_MESSAGE, (id_, searchable(text, left)))
                self.touch("message", thread)
            for command, written in self._driver.execute(
                "SELECT command_id, recipients FROM outbound WHERE recipients != '[]' AND instr(lower(recipients), ?)",
                (address,),
            ).fetchall():
                left = _without(written, address)
                self._driver.execute("UPDATE outbound SET recipients = ? WHERE command_id = ?", (left, command))
        self._stored.clear()


def _without(written: str, address: str) -> str:
    return rows.recipients_written(one for one in rows.to_recipients(written) if one.address.lower() != address)
