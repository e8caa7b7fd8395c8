"""Puts what we did on a platform and still stands there: hidden messages, blocked people, muted threads, reports."""

from __future__ import annotations

from datetime import datetime

from socialdesk.model.identifiers import ChannelId, PersonId, ThreadId
from socialdesk.store.change.transaction import Transaction
from socialdesk.support.clock import to_ms


class PublicActs(Transaction):
    """The part of a change about what stands on the platform because of us."""

    def put_public_act(  # noqa: PLR0917 - the columns of one row
        self, channel: ChannelId, what: str, remote_id: str, at: datetime, person: PersonId | None, thread: ThreadId
    ) -> None:
        """Something stands now, by somebody of ours or not. `thread` is where a person sees it."""
        self._driver.execute(
            "INSERT OR REPLACE INTO public_act VALUES (?, ?, ?, ?, ?)", (channel, what, remote_id, to_ms(at), person)
        )
        self.touch("message", thread)

    def public_acts(self, channel: ChannelId, what: str, remote_id: str = "") -> frozenset[str]:
        """Of which messages or people something stands; with `remote_id` whether it does of that one."""
        statement = "SELECT remote_id FROM public_act WHERE channel_id = ? AND what = ?"
        values: tuple[object, ...] = (channel, what)
        if remote_id:
            statement, values = f"{statement} AND remote_id = ?", (*values, remote_id)
        return frozenset(row[0] for row in self._driver.execute(statement, values))

    def drop_public_act(self, channel: ChannelId, what: str, remote_id: str, thread: ThreadId) -> None:
        """It no longer stands."""
        self._driver.execute(
            "DELETE FROM public_act WHERE channel_id = ? AND what = ? AND remote_id = ?", (channel, what, remote_id)
        )
        self.touch("message", thread)
