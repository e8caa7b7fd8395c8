"""A thread that was lost in a damaged file becomes itself again when the platform tells of it."""

from __future__ import annotations

import pytest

from socialdesk.model.command import AddNote
from socialdesk.store.driver import connect
from tests.engine.desk_work import Place, asked

pytestmark = [pytest.mark.anyio]


async def test_a_stand_in_is_known_by_a_message_before_a_second_thread_is_made(place: Place) -> None:
    before = await asked(place, "First?")
    place.platform.ask("t1", "Second?")
    await place.read()
    await place.do(AddNote(before.id, "Called her."))
    # As a repair leaves it that found one message and the note, and no row of the thread.
    db = connect(place.unlocked.workspace.cache, place.unlocked.key, write=True)
    db.execute("UPDATE thread SET remote_id = 'lost:1', kind = 'mention'")
    db.execute("DELETE FROM message WHERE text = 'First?'")
    db.execute("DELETE FROM channel_stream")
    db.close()
    await place.restart()
    await place.read()
    after = place.thread()
    assert (after.id, after.kind, after.remote_id) == (before.id, before.kind, before.remote_id)
    assert {one.text for one in place.messages(after)} == {"First?", "Second?"}
    await place.read()
    assert len(place.messages(place.thread())) == 2
