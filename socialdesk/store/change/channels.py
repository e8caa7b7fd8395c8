"""Puts channels: how they stand, where their streams go on."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from socialdesk.model.capability import Capabilities
from socialdesk.model.capability_form import written
from socialdesk.model.channel import Channel, ChannelState
from socialdesk.model.identifiers import ChannelId
from socialdesk.model.thread import Kind
from socialdesk.store import prepared, schema
from socialdesk.store.change.threads import Threads
from socialdesk.store.completeness import Audit
from socialdesk.store.rows import to_channel
from socialdesk.support.clock import optional_ms, to_ms


class Channels(Threads):
    """The part of a change about channels."""

    def put_channel(
        self, channel: Channel, *, connected_at: datetime, clocks_from: datetime | None, history_days: int
    ) -> Channel:
        """Connect a channel, or change the one with the same account."""
        values = {
            "platform": channel.platform,
            "mark": channel.mark,
            "name": channel.name,
            "handle": channel.handle,
            "remote_id": channel.remote_id,
            "server": channel.server,
            "state": channel.state.value,
            "state_since_at": to_ms(connected_at),
            "state_reason": channel.state_reason,
            "history_days": history_days,
        }
        first = {"connected_at": to_ms(connected_at), "clocks_from_at": optional_ms(clocks_from)}
        statement = upsert(schema.channel).values(values | first)
        id_ = self._db.execute(
            statement.on_conflict_do_update(index_elements=["platform", "remote_id"], set_=values).returning(
                schema.channel.c.id
            )
        ).scalar_one()
        self.touch("channel", id_)
        return replace(channel, id=ChannelId(id_))

    def set_channel_state(
        self, id_: ChannelId, state: ChannelState, reason: str, at: datetime, until: datetime | None = None
    ) -> None:
        """Say how a channel stands; the moment it began to stand so is kept."""
        table = schema.channel
        now = self._db.execute(
            select(table.c.state, table.c.state_reason, table.c.state_until_at).where(table.c.id == id_)
        ).one()
        if tuple(now) == (state.value, reason, optional_ms(until)):
            return
        since = {} if now[0] == state.value else {"state_since_at": to_ms(at)}
        self._db.execute(
            update(table)
            .where(table.c.id == id_)
            .values(state=state.value, state_reason=reason, state_until_at=optional_ms(until), **since)
        )
        self.touch("channel", id_)

    def touch_channel(
        self, id_: ChannelId, *, pulled_at: datetime | None = None, sent_at: datetime | None = None
    ) -> None:
        """Note the last good pull or send."""
        self._driver.execute(prepared.TOUCH_CHANNEL, (optional_ms(pulled_at), optional_ms(sent_at), id_))

    def drop_channel(self, id_: ChannelId, *, erase: bool) -> None:
        """Forget a channel, with `erase` all its threads too; else it stays, signed out."""
        if erase:
            self.drop_threads(schema.thread.c.channel_id == id_)
            # What left for it is known by its number, so that no command is taken for a new one; its words go.
            wordless = {"text": "", "recipients": "[]", "pictures": "[]"}
            self._db.execute(update(schema.outbound).where(schema.outbound.c.channel_id == id_).values(wordless))
            self._db.execute(delete(schema.channel).where(schema.channel.c.id == id_))
        else:
            self._db.execute(update(schema.channel).where(schema.channel.c.id == id_).values(state="disconnected"))
            self._db.execute(delete(schema.channel_access).where(schema.channel_access.c.channel_id == id_))
            self._db.execute(delete(schema.channel_able).where(schema.channel_able.c.channel_id == id_))
        self._db.execute(delete(schema.channel_stream).where(schema.channel_stream.c.channel_id == id_))
        self.touch("channel", id_)

    def channel(self, id_: ChannelId) -> Channel | None:
        """A channel as it stands."""
        row = self._db.execute(select(schema.channel).where(schema.channel.c.id == id_)).one_or_none()
        return None if row is None else to_channel(row)

    def put_channel_state(self, channel: Channel) -> None:
        """Keep how a channel stands after an act on it."""
        assert channel.state_since is not None
        self.set_channel_state(
            channel.id, channel.state, channel.state_reason, channel.state_since, channel.state_until
        )

    def put_access(
        self, id_: ChannelId, granted: Sequence[tuple[str, bool]], expires_at: datetime | None, at: datetime
    ) -> None:
        """Keep what a sign-in allows, as it was tried just now."""
        self._access(id_, granted=json.dumps(list(granted)), expires_at=optional_ms(expires_at), checked_at=to_ms(at))

    def note_lost(self, id_: ChannelId, since: datetime) -> None:
        """The sign-in has ended; nothing was read since a moment."""
        self._access(id_, lost_at=to_ms(since), mended_at=None, brought=0)

    def note_mended(self, id_: ChannelId, at: datetime, brought: int) -> None:
        """All that came since the sign-in ended was read."""
        self._access(id_, mended_at=to_ms(at), brought=brought)

    def _access(self, id_: ChannelId, **values: str | int | None) -> None:
        statement = upsert(schema.channel_access).values(channel_id=id_, **values)
        self._db.execute(statement.on_conflict_do_update(index_elements=["channel_id"], set_=values))
        self.touch("channel", id_)

    def put_able(self, id_: ChannelId, able: Mapping[Kind, Capabilities]) -> None:
        """Keep what the server of a channel lets it do, where that is not what the manifest says."""
        table = schema.channel_able
        self._db.execute(delete(table).where(table.c.channel_id == id_))
        for kind, one in able.items():
            self._db.execute(insert(table).values(channel_id=id_, kind=kind.value, able=written(one)))
        self.touch("channel", id_)

    def put_name(self, id_: ChannelId, name: str, handle: str) -> None:
        """An account is called otherwise now."""
        self._db.execute(update(schema.channel).where(schema.channel.c.id == id_).values(name=name, handle=handle))
        self.touch("channel", id_)

    def put_budget_used(self, scope: str, per: timedelta, began: datetime, used: float) -> None:
        """Keep how much of a budget was used in its present time."""
        key = {"scope": scope, "per_s": int(per.total_seconds())}
        values = {"began_at": to_ms(began), "used": int(used)}
        statement = upsert(schema.budget_used).values(key | values)
        self._db.execute(statement.on_conflict_do_update(index_elements=["scope", "per_s"], set_=values))

    def drop_budgets_used(self, now: datetime) -> None:
        """Forget the budgets whose time is over."""
        table = schema.budget_used
        self._db.execute(delete(table).where(table.c.began_at + table.c.per_s * 1000 <= to_ms(now)))

    def set_cursor(self, channel: ChannelId, stream: str, cursor: str, at: datetime) -> None:
        """Keep where a stream goes on; in the transaction of what it brought."""
        self.flush()
        self._driver.execute(prepared.SET_CURSOR, (channel, stream, cursor, to_ms(at)))

    def record_audit(self, channel: ChannelId, audit: Audit) -> None:
        """Keep what a second reading found."""
        found = {"new": audit.new, "edited": audit.edited, "deleted": audit.deleted, "looked": audit.looked}
        when = {"channel_id": channel, "at": to_ms(audit.at), "since_at": to_ms(audit.since)}
        self._db.execute(insert(schema.audit).values(when | found))
        self.touch("channel", channel)

    def open_gap(self, channel: ChannelId, stream: str, start: datetime | None, end: datetime, sentence: str) -> None:
        """Remember a stretch that could not be read."""
        span = {"from_at": optional_ms(start), "to_at": to_ms(end)}
        values = {"channel_id": channel, "stream": stream, "state": "open", "sentence": sentence}
        self._db.execute(insert(schema.gap).values(values | span))
        self.touch("channel", channel)

    def close_gaps(self, channel: ChannelId, stream: str, since: datetime) -> None:
        """What lay after a moment was read after all."""
        table = schema.gap
        where = (table.c.channel_id == channel, table.c.stream == stream, table.c.from_at >= to_ms(since))
        self._db.execute(update(table).where(*where).values(state="closed"))
        self.touch("channel", channel)
