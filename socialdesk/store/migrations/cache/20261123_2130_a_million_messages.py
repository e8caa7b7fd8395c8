"""Room for a million messages: search indexes without text, tags and saved views in queue order, media, gaps, audits.

What follows from other rows (search, tags, saved views, counters) is filled by `store.derived` afterwards.
"""

from __future__ import annotations

from alembic import op

revision = "cache_2"
down_revision = "cache_1"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    DROP TRIGGER message_fts_in
    """,
    """
    DROP TRIGGER message_fts_out
    """,
    """
    DROP TRIGGER message_fts_change
    """,
    """
    DROP TABLE message_fts
    """,
    """
    ALTER TABLE message_revision ADD COLUMN version TEXT DEFAULT '' NOT NULL
    """,
    """
    CREATE TABLE message_2 (
        id INTEGER NOT NULL,
        thread_id INTEGER NOT NULL,
        channel_id INTEGER NOT NULL,
        external_id TEXT,
        version TEXT DEFAULT '' NOT NULL,
        direction TEXT DEFAULT '' NOT NULL,
        author_remote_id TEXT DEFAULT '' NOT NULL,
        author_name TEXT DEFAULT '' NOT NULL,
        author_handle TEXT DEFAULT '' NOT NULL,
        text TEXT DEFAULT '' NOT NULL,
        created_at INTEGER DEFAULT 0 NOT NULL,
        edited_at INTEGER,
        deleted_at INTEGER,
        state TEXT DEFAULT '' NOT NULL,
        state_reason TEXT DEFAULT '' NOT NULL,
        not_before_at INTEGER,
        command_id TEXT,
        person_id INTEGER,
        parent_external_id TEXT,
        permalink TEXT DEFAULT '' NOT NULL,
        is_liked INTEGER DEFAULT 0 NOT NULL,
        attachments TEXT DEFAULT '[]' NOT NULL,
        is_edit_told INTEGER DEFAULT 0 NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(thread_id) REFERENCES thread (id) ON DELETE CASCADE
    )
    """,
    """
    INSERT INTO message_2 (id, thread_id, channel_id, external_id, version, direction, author_remote_id, author_name, author_handle, text, created_at, edited_at, deleted_at, state, state_reason, not_before_at, command_id, person_id, parent_external_id, permalink, is_liked, attachments, is_edit_told)
    SELECT id, thread_id, channel_id, external_id, version, direction, author_remote_id, author_name, author_handle, text, created_at, edited_at, deleted_at, state, state_reason, not_before_at, command_id, person_id, parent_external_id, permalink, is_liked, attachments,
        EXISTS (SELECT 1 FROM inbound_event WHERE inbound_event.channel_id = message.channel_id AND kind = 'edit'
            AND dedup_key = external_id || ':' || version)
    FROM message
    """,
    """
    DROP TABLE message
    """,
    """
    ALTER TABLE message_2 RENAME TO message
    """,
    """
    CREATE INDEX message_channel ON message (channel_id, created_at)
    """,
    """
    CREATE UNIQUE INDEX message_command ON message (command_id) WHERE command_id IS NOT NULL
    """,
    """
    CREATE UNIQUE INDEX message_external ON message (channel_id, external_id) WHERE external_id IS NOT NULL
    """,
    """
    CREATE INDEX message_thread ON message (thread_id, created_at, id)
    """,
    """
    CREATE TABLE tombstone (
        channel_id INTEGER NOT NULL,
        external_id TEXT NOT NULL,
        deleted_at INTEGER DEFAULT 0 NOT NULL,
        PRIMARY KEY (channel_id, external_id),
        FOREIGN KEY(channel_id) REFERENCES channel (id) ON DELETE CASCADE
    ) WITHOUT ROWID
    """,
    """
    INSERT INTO tombstone (channel_id, external_id, deleted_at)
    SELECT channel_id, substr(dedup_key, 1, length(dedup_key) - 8),
        CAST(unixepoch(payload, 'subsec') * 1000 AS INTEGER)
    FROM inbound_event WHERE kind = 'deleted'
    """,
    """
    CREATE TABLE inbound_event_2 (
        id INTEGER NOT NULL,
        channel_id INTEGER NOT NULL,
        dedup_key TEXT DEFAULT '' NOT NULL,
        kind TEXT DEFAULT '' NOT NULL,
        payload TEXT DEFAULT '' NOT NULL,
        state TEXT DEFAULT 'done' NOT NULL,
        error TEXT DEFAULT '' NOT NULL,
        received_at INTEGER DEFAULT 0 NOT NULL,
        tries INTEGER DEFAULT 0 NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(channel_id) REFERENCES channel (id) ON DELETE CASCADE
    )
    """,
    """
    INSERT INTO inbound_event_2 (id, channel_id, dedup_key, kind, payload, state, error, received_at)
    SELECT id, channel_id, dedup_key, kind, payload, state, error, received_at
    FROM inbound_event WHERE kind != 'deleted'
    """,
    """
    DROP TABLE inbound_event
    """,
    """
    ALTER TABLE inbound_event_2 RENAME TO inbound_event
    """,
    """
    CREATE UNIQUE INDEX inbound_event_parked ON inbound_event (channel_id, dedup_key) WHERE state = 'parked'
    """,
    """
    CREATE TABLE gap (
        id INTEGER NOT NULL,
        channel_id INTEGER NOT NULL,
        stream TEXT DEFAULT '' NOT NULL,
        from_at INTEGER,
        to_at INTEGER,
        state TEXT DEFAULT 'open' NOT NULL,
        sentence TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(channel_id) REFERENCES channel (id) ON DELETE CASCADE
    )
    """,
    """
    CREATE INDEX gap_channel ON gap (channel_id, state)
    """,
    """
    CREATE TABLE audit (
        id INTEGER NOT NULL,
        channel_id INTEGER NOT NULL,
        at INTEGER DEFAULT 0 NOT NULL,
        since_at INTEGER DEFAULT 0 NOT NULL,
        looked INTEGER DEFAULT 0 NOT NULL,
        new INTEGER DEFAULT 0 NOT NULL,
        edited INTEGER DEFAULT 0 NOT NULL,
        deleted INTEGER DEFAULT 0 NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(channel_id) REFERENCES channel (id) ON DELETE CASCADE
    )
    """,
    """
    CREATE INDEX audit_channel ON audit (channel_id, at)
    """,
    """
    CREATE TABLE thread_tag (
        tag TEXT NOT NULL,
        status TEXT NOT NULL,
        order_at INTEGER NOT NULL,
        thread_id INTEGER NOT NULL,
        PRIMARY KEY (tag, status, order_at, thread_id)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE view_thread (
        view_id TEXT NOT NULL,
        status TEXT NOT NULL,
        order_at INTEGER NOT NULL,
        thread_id INTEGER NOT NULL,
        PRIMARY KEY (view_id, status, order_at, thread_id)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE attachment (
        id INTEGER NOT NULL,
        message_id INTEGER NOT NULL,
        thread_id INTEGER NOT NULL,
        place INTEGER DEFAULT 0 NOT NULL,
        kind TEXT DEFAULT '' NOT NULL,
        remote_url TEXT DEFAULT '' NOT NULL,
        alt TEXT DEFAULT '' NOT NULL,
        media_type TEXT DEFAULT '' NOT NULL,
        size_bytes INTEGER,
        state TEXT DEFAULT 'pending' NOT NULL,
        reason TEXT DEFAULT '' NOT NULL,
        tries INTEGER DEFAULT 0 NOT NULL,
        next_try_at INTEGER,
        expires_at INTEGER,
        sha256 TEXT DEFAULT '' NOT NULL,
        width INTEGER,
        height INTEGER,
        PRIMARY KEY (id),
        UNIQUE (message_id, place),
        FOREIGN KEY(message_id) REFERENCES message (id) ON DELETE CASCADE
    )
    """,
    """
    CREATE INDEX attachment_due ON attachment (next_try_at) WHERE state = 'pending'
    """,
    """
    CREATE INDEX attachment_picture ON attachment (sha256) WHERE sha256 != ''
    """,
    """
    CREATE TABLE erased (
        mark TEXT NOT NULL,
        erased_at INTEGER DEFAULT 0 NOT NULL,
        PRIMARY KEY (mark)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE setting (
        "key" TEXT NOT NULL,
        value TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY ("key")
    )
    """,
    """
    CREATE TABLE event_log (
        id INTEGER NOT NULL,
        at INTEGER DEFAULT 0 NOT NULL,
        person_id INTEGER,
        what TEXT DEFAULT '' NOT NULL,
        subject TEXT DEFAULT '' NOT NULL,
        detail TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY (id)
    )
    """,
    """
    CREATE INDEX message_revision_of ON message_revision (message_id, id)
    """,
    """
    CREATE INDEX thread_wordy ON thread (order_at) WHERE status = 'done' AND preview != ''
    """,
    """
    CREATE INDEX inbound_event_old ON inbound_event (received_at) WHERE state = 'done'
    """,
    """
    CREATE INDEX thread_shielded ON thread (status, order_at, id) WHERE shield != ''
    """,
    """
    CREATE INDEX thread_mentions ON thread (status, order_at, id) WHERE mentions_me = 1
    """,
    """
    CREATE INDEX thread_answered ON thread (status, order_at, id) WHERE last_out_at IS NOT NULL
    """,
    """
    CREATE VIRTUAL TABLE message_fts USING fts5(text, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 2", prefix='2 3')
    """,
    """
    CREATE VIRTUAL TABLE note_fts USING fts5(text, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 2")
    """,
    """
    CREATE VIRTUAL TABLE contact_fts USING fts5(name, handle, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 2", prefix='2 3')
    """,
)


def upgrade() -> None:
    """Rebuild messages and raw events with the indexes they need, and add what is new."""
    for statement in STATEMENTS:
        op.execute(statement)
