"""How often a saved reply did not settle a thread is counted: done, and written in again within 48 hours."""

from __future__ import annotations

import pytest

from socialdesk.model.command import EraseContact, MarkDone
from socialdesk.model.saved_reply_command import ReplyUsed, SaveReply
from tests.engine.desk_work import Place, asked

pytestmark = pytest.mark.anyio


def counted(place: Place) -> tuple[int, int]:
    (reply,) = place.engine.cache.saved_replies()
    return reply.sent, reply.reopened


async def answered(place: Place) -> None:
    """The only thread gets an answer that began as the saved reply."""
    (reply,) = place.engine.cache.saved_replies()
    command = await place.reply("Sorry.")
    await place.do(ReplyUsed(reply.id, reply.version, place.thread().id, command))
    await place.send()


async def wrote(place: Place, text: str) -> None:
    """Ann writes once more, and it is read."""
    place.platform.ask("t1", text)
    await place.read()


async def test_only_a_thread_that_was_done_and_came_back_in_time_counts_and_erasing_takes_it_off(place: Place) -> None:
    thread = await asked(place)
    await place.do(SaveReply(None, "sorry", "Sorry", "", (("en", "Sorry."),)))
    await answered(place)
    place.wait(hours=1)
    await wrote(place, "And when?")
    assert counted(place) == (1, 0)  # it was never done: an answer was expected

    await place.do(MarkDone(thread.id))
    place.wait(hours=46)
    await wrote(place, "Still nothing.")
    assert counted(place) == (1, 1)
    await place.do(MarkDone(thread.id))
    await wrote(place, "Hello?")
    assert counted(place) == (1, 1)  # once an answer

    await answered(place)
    await place.do(MarkDone(thread.id))
    place.wait(hours=49)
    await wrote(place, "Something else.")
    assert counted(place) == (2, 1)

    contact = place.thread().contact_id
    assert contact is not None
    await place.do(EraseContact(contact))
    assert counted(place) == (0, 0)
