"""The first schema of the cache file."""

from __future__ import annotations

from alembic import op

revision = "cache_1"
down_revision = None
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    CREATE TABLE channel (
        id INTEGER NOT NULL,
        platform TEXT DEFAULT '' NOT NULL,
        mark TEXT DEFAULT '' NOT NULL,
        name TEXT DEFAULT '' NOT NULL,
        handle TEXT DEFAULT '' NOT NULL,
        remote_id TEXT DEFAULT '' NOT NULL,
        server TEXT DEFAULT '' NOT NULL,
        state TEXT DEFAULT '' NOT NULL,
        state_since_at INTEGER,
        state_reason TEXT DEFAULT '' NOT NULL,
        state_until_at INTEGER,
        last_pull_at INTEGER,
        last_send_at INTEGER,
        connected_at INTEGER DEFAULT 0 NOT NULL,
        clocks_from_at INTEGER,
        history_days INTEGER DEFAULT 30 NOT NULL,
        PRIMARY KEY (id),
        UNIQUE (platform, remote_id)
    )
    """,
    """
    CREATE TABLE command_result (
        command_id TEXT NOT NULL,
        desk_id TEXT DEFAULT '' NOT NULL,
        seq INTEGER DEFAULT 0 NOT NULL,
        outcome TEXT DEFAULT '' NOT NULL,
        sentence TEXT DEFAULT '' NOT NULL,
        decided_at INTEGER DEFAULT 0 NOT NULL,
        PRIMARY KEY (command_id)
    )
    """,
    """
    CREATE INDEX command_result_desk ON command_result (desk_id, seq)
    """,
    """
    CREATE TABLE contact (
        id INTEGER NOT NULL,
        name TEXT DEFAULT '' NOT NULL,
        handle TEXT DEFAULT '' NOT NULL,
        platform TEXT DEFAULT '' NOT NULL,
        avatar_url TEXT,
        location TEXT DEFAULT '' NOT NULL,
        followers INTEGER,
        language TEXT DEFAULT '' NOT NULL,
        is_vip INTEGER DEFAULT 0 NOT NULL,
        memo TEXT DEFAULT '' NOT NULL,
        fields TEXT DEFAULT '[]' NOT NULL,
        PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE counter (
        id TEXT NOT NULL,
        n INTEGER DEFAULT 0 NOT NULL,
        PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE journal (
        seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        entity TEXT DEFAULT '' NOT NULL,
        entity_id INTEGER DEFAULT 0 NOT NULL
    )
    """,
    """
    CREATE TABLE outbound (
        command_id TEXT NOT NULL,
        channel_id INTEGER NOT NULL,
        thread_id INTEGER NOT NULL,
        message_id INTEGER,
        act TEXT DEFAULT '' NOT NULL,
        target_remote_id TEXT DEFAULT '' NOT NULL,
        text TEXT DEFAULT '' NOT NULL,
        based_on INTEGER DEFAULT 0 NOT NULL,
        not_before_at INTEGER DEFAULT 0 NOT NULL,
        "key" TEXT DEFAULT '' NOT NULL,
        state TEXT DEFAULT '' NOT NULL,
        state_reason TEXT DEFAULT '' NOT NULL,
        tries INTEGER DEFAULT 0 NOT NULL,
        given_at INTEGER DEFAULT 0 NOT NULL,
        person_id INTEGER,
        PRIMARY KEY (command_id)
    )
    """,
    """
    CREATE INDEX outbound_due ON outbound (state, not_before_at)
    """,
    """
    CREATE INDEX outbound_key ON outbound (channel_id, "key")
    """,
    """
    CREATE INDEX outbound_thread ON outbound (thread_id, given_at)
    """,
    """
    CREATE TABLE person (
        id INTEGER NOT NULL,
        name TEXT DEFAULT '' NOT NULL,
        role TEXT DEFAULT 'agent' NOT NULL,
        is_me INTEGER DEFAULT 0 NOT NULL,
        on_shift_until TEXT,
        PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE saved_reply (
        id INTEGER NOT NULL,
        shortcut TEXT NOT NULL,
        title TEXT DEFAULT '' NOT NULL,
        folder TEXT DEFAULT '' NOT NULL,
        bodies TEXT DEFAULT '[]' NOT NULL,
        used INTEGER DEFAULT 0 NOT NULL,
        PRIMARY KEY (id),
        UNIQUE (shortcut)
    )
    """,
    """
    CREATE TABLE send_attempt (
        id INTEGER NOT NULL,
        command_id TEXT NOT NULL,
        number INTEGER DEFAULT 0 NOT NULL,
        body_hash TEXT DEFAULT '' NOT NULL,
        started_at INTEGER DEFAULT 0 NOT NULL,
        ended_at INTEGER,
        certainty TEXT DEFAULT '' NOT NULL,
        code TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY (id),
        UNIQUE (command_id, number)
    )
    """,
    """
    CREATE TABLE "view" (
        id TEXT NOT NULL,
        name TEXT DEFAULT '' NOT NULL,
        filter TEXT DEFAULT '' NOT NULL,
        place INTEGER DEFAULT 0 NOT NULL,
        PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE channel_stream (
        channel_id INTEGER NOT NULL,
        stream TEXT NOT NULL,
        cursor TEXT,
        last_ok_at INTEGER,
        last_error TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY (channel_id, stream),
        FOREIGN KEY(channel_id) REFERENCES channel (id) ON DELETE CASCADE
    )
    """,
    """
    CREATE TABLE identity (
        id INTEGER NOT NULL,
        contact_id INTEGER NOT NULL,
        platform TEXT DEFAULT '' NOT NULL,
        remote_id TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY (id),
        UNIQUE (platform, remote_id),
        FOREIGN KEY(contact_id) REFERENCES contact (id) ON DELETE CASCADE
    )
    """,
    """
    CREATE TABLE inbound_event (
        id INTEGER NOT NULL,
        channel_id INTEGER NOT NULL,
        dedup_key TEXT DEFAULT '' NOT NULL,
        kind TEXT DEFAULT '' NOT NULL,
        payload TEXT DEFAULT '' NOT NULL,
        state TEXT DEFAULT 'done' NOT NULL,
        error TEXT DEFAULT '' NOT NULL,
        received_at INTEGER DEFAULT 0 NOT NULL,
        PRIMARY KEY (id),
        UNIQUE (channel_id, dedup_key),
        FOREIGN KEY(channel_id) REFERENCES channel (id) ON DELETE CASCADE
    )
    """,
    """
    CREATE TABLE post (
        id INTEGER NOT NULL,
        channel_id INTEGER NOT NULL,
        remote_id TEXT DEFAULT '' NOT NULL,
        author_name TEXT DEFAULT '' NOT NULL,
        title TEXT DEFAULT '' NOT NULL,
        text TEXT DEFAULT '' NOT NULL,
        created_at INTEGER,
        permalink TEXT DEFAULT '' NOT NULL,
        counts TEXT DEFAULT '[]' NOT NULL,
        is_own INTEGER DEFAULT 1 NOT NULL,
        PRIMARY KEY (id),
        UNIQUE (channel_id, remote_id),
        FOREIGN KEY(channel_id) REFERENCES channel (id) ON DELETE CASCADE
    )
    """,
    """
    CREATE TABLE thread (
        id INTEGER NOT NULL,
        channel_id INTEGER NOT NULL,
        kind TEXT DEFAULT '' NOT NULL,
        remote_id TEXT DEFAULT '' NOT NULL,
        subject TEXT DEFAULT '' NOT NULL,
        contact_id INTEGER,
        contact_name TEXT DEFAULT '' NOT NULL,
        contact_handle TEXT DEFAULT '' NOT NULL,
        status TEXT DEFAULT '' NOT NULL,
        created_at INTEGER DEFAULT 0 NOT NULL,
        last_in_at INTEGER,
        last_out_at INTEGER,
        waiting_since_at INTEGER,
        due_at INTEGER,
        preview TEXT DEFAULT '' NOT NULL,
        preview_is_own INTEGER DEFAULT 0 NOT NULL,
        snoozed_until_at INTEGER,
        assignee_id INTEGER,
        priority TEXT DEFAULT 'normal' NOT NULL,
        unread INTEGER DEFAULT 0 NOT NULL,
        tags TEXT DEFAULT '[]' NOT NULL,
        language TEXT DEFAULT '' NOT NULL,
        stars INTEGER,
        post_id INTEGER,
        permalink TEXT DEFAULT '' NOT NULL,
        answered_after_ms INTEGER,
        attachments INTEGER DEFAULT 0 NOT NULL,
        is_vip INTEGER DEFAULT 0 NOT NULL,
        shield TEXT DEFAULT '' NOT NULL,
        mentions_me INTEGER DEFAULT 0 NOT NULL,
        last_message_id INTEGER DEFAULT 0 NOT NULL,
        rev INTEGER DEFAULT 0 NOT NULL,
        order_at INTEGER DEFAULT 0 NOT NULL,
        PRIMARY KEY (id),
        UNIQUE (channel_id, kind, remote_id),
        FOREIGN KEY(channel_id) REFERENCES channel (id) ON DELETE CASCADE
    )
    """,
    """
    CREATE INDEX thread_contact ON thread (contact_id, last_in_at)
    """,
    """
    CREATE INDEX thread_queue ON thread (status, order_at, id)
    """,
    """
    CREATE INDEX thread_queue_channel ON thread (channel_id, status, order_at, id)
    """,
    """
    CREATE INDEX thread_queue_kind ON thread (kind, status, order_at, id)
    """,
    """
    CREATE INDEX thread_queue_language ON thread (language, status, order_at, id)
    """,
    """
    CREATE INDEX thread_queue_mine ON thread (assignee_id, status, order_at, id)
    """,
    """
    CREATE INDEX thread_sent ON thread (last_out_at, id) WHERE last_out_at IS NOT NULL
    """,
    """
    CREATE INDEX thread_snoozed ON thread (snoozed_until_at) WHERE snoozed_until_at IS NOT NULL
    """,
    """
    CREATE INDEX thread_vip ON thread (status, order_at, id) WHERE is_vip = 1
    """,
    """
    CREATE TABLE happening (
        id INTEGER NOT NULL,
        thread_id INTEGER NOT NULL,
        happened_at INTEGER DEFAULT 0 NOT NULL,
        person_id INTEGER,
        what TEXT DEFAULT '' NOT NULL,
        detail TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(thread_id) REFERENCES thread (id) ON DELETE CASCADE
    )
    """,
    """
    CREATE INDEX happening_thread ON happening (thread_id, happened_at)
    """,
    """
    CREATE TABLE message (
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
        PRIMARY KEY (id),
        UNIQUE (channel_id, external_id),
        FOREIGN KEY(thread_id) REFERENCES thread (id) ON DELETE CASCADE,
        UNIQUE (command_id)
    )
    """,
    """
    CREATE INDEX message_channel ON message (channel_id, created_at)
    """,
    """
    CREATE INDEX message_outbox ON message (state) WHERE direction = 'out'
    """,
    """
    CREATE INDEX message_thread ON message (thread_id, created_at, id)
    """,
    """
    CREATE TABLE note (
        id INTEGER NOT NULL,
        thread_id INTEGER NOT NULL,
        person_id INTEGER NOT NULL,
        text TEXT DEFAULT '' NOT NULL,
        mentions TEXT DEFAULT '[]' NOT NULL,
        created_at INTEGER DEFAULT 0 NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(thread_id) REFERENCES thread (id) ON DELETE CASCADE
    )
    """,
    """
    CREATE INDEX note_thread ON note (thread_id, created_at)
    """,
    """
    CREATE TABLE message_revision (
        id INTEGER NOT NULL,
        message_id INTEGER NOT NULL,
        text TEXT DEFAULT '' NOT NULL,
        seen_at INTEGER DEFAULT 0 NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(message_id) REFERENCES message (id) ON DELETE CASCADE
    )
    """,
    """
    CREATE VIRTUAL TABLE message_fts USING fts5(text, content='message', content_rowid='id', tokenize="unicode61 remove_diacritics 2", prefix='2 3')
    """,
    """
    CREATE TRIGGER message_fts_in AFTER INSERT ON message BEGIN INSERT INTO message_fts(rowid, text) VALUES (new.id, new.text); END
    """,
    """
    CREATE TRIGGER message_fts_out AFTER DELETE ON message BEGIN INSERT INTO message_fts(message_fts, rowid, text) VALUES ('delete', old.id, old.text); END
    """,
    """
    CREATE TRIGGER message_fts_change AFTER UPDATE OF text ON message WHEN old.text IS NOT new.text BEGIN INSERT INTO message_fts(message_fts, rowid, text) VALUES ('delete', old.id, old.text); INSERT INTO message_fts(rowid, text) VALUES (new.id, new.text); END
    """,
)


def upgrade() -> None:
    """Make the tables as they were in the first version."""
    for statement in STATEMENTS:
        op.execute(statement)
