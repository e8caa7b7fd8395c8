"""An act that was ever tried is not sent again because a file was lost: a person is asked."""

from __future__ import annotations

import pytest

from socialdesk.model.delivery import Delivery
from socialdesk.store.driver import connect
from socialdesk.store.witness import Witness
from tests.engine.desk_work import Place, asked

pytestmark = [pytest.mark.anyio]


async def test_a_reply_whose_traces_were_all_lost_is_asked_about_and_not_sent_again(place: Place) -> None:
    thread = await asked(place)
    command = await place.reply("Yes it is.", thread)
    await place.send()
    assert place.state(command) is Delivery.SENT
    # As if the cache were made anew: the desk still has the command, nobody knows that it was carried out.
    db = connect(place.unlocked.workspace.cache, place.unlocked.key, write=True)
    for table in ("outbound", "send_attempt", "command_result"):
        db.execute(f"DELETE FROM {table}")
    db.execute("DELETE FROM message WHERE direction = 'out'")
    db.close()
    await place.restart()
    place.engine.apply_pending()
    assert place.state(command) is Delivery.UNKNOWN
    place.wait(hours=1)
    await place.send()
    assert len([one for one in place.platform.posts if one["own"]]) == 1


async def test_an_act_that_fell_back_to_waiting_is_asked_about_and_not_sent_again(place: Place) -> None:
    thread = await asked(place)
    command = await place.reply("Yes it is.", thread)
    await place.send()
    db = connect(place.unlocked.workspace.cache, place.unlocked.key, write=True)
    db.execute("UPDATE outbound SET state = 'queued', tries = 0, key = ''")
    db.execute("UPDATE message SET state = 'queued', external_id = NULL WHERE direction = 'out'")
    db.close()
    await place.restart()
    assert place.state(command) is Delivery.UNKNOWN
    await place.send()
    assert len([one for one in place.platform.posts if one["own"]]) == 1


async def test_a_reply_that_was_never_tried_is_sent_although_its_traces_were_lost(place: Place) -> None:
    thread = await asked(place)
    command = await place.reply("Yes it is.", thread)
    db = connect(place.unlocked.workspace.cache, place.unlocked.key, write=True)
    for table in ("outbound", "command_result"):
        db.execute(f"DELETE FROM {table}")
    db.execute("DELETE FROM message WHERE direction = 'out'")
    db.close()
    await place.restart()
    place.engine.apply_pending()
    await place.send()
    assert place.state(command) is Delivery.SENT
    assert Witness(place.unlocked.workspace.cache).tried(command) == 1
