"""Pictures leave with their answer; what becomes of them is told beside it."""

from __future__ import annotations

import pytest

from socialdesk.connectors.kit.contract import Answer, Intent, Receipt
from socialdesk.model.delivery import Delivery
from socialdesk.model.outgoing import OutgoingPicture
from tests.engine.desk_work import Place, asked
from tests.engine.standin import StandIn

pytestmark = pytest.mark.anyio
PICTURE = OutgoingPicture("cafe", "image/png", 4, 3, 5, "A seam")


async def test_the_bytes_reach_the_connector_and_the_message_shows_them(place: Place) -> None:
    thread = await asked(place)
    place.desk.keep_outgoing(PICTURE, b"bytes", b"small", place.clock.now())
    seen: list[Intent] = []
    place.platform.on_perform = seen.append
    command = await place.reply("Look", pictures=(PICTURE,))
    await place.send()

    (intent,) = seen
    assert isinstance(intent.action, Answer)
    (picture,) = intent.action.pictures
    assert (picture.data, picture.alt, picture.width, picture.height) == (b"bytes", "A seam", 4, 3)
    assert place.state(command) is Delivery.SENT
    (message,) = [one for one in place.messages(thread) if one.command_id == command]
    assert [(one.kind, one.alt) for one in message.attachments] == [("image", "A seam")]


async def test_pictures_alone_are_an_answer(place: Place) -> None:
    await asked(place)
    place.desk.keep_outgoing(PICTURE, b"bytes", b"small", place.clock.now())
    command = await place.reply("", pictures=(PICTURE,))
    await place.send()

    assert place.state(command) is Delivery.SENT


async def test_an_answer_whose_picture_is_lost_says_so_and_does_not_leave(place: Place) -> None:
    await asked(place)
    command = await place.reply("Look", pictures=(PICTURE,))
    await place.send()

    state, sentence = place.standing(command)
    assert state is Delivery.REJECTED
    assert "attach it again" in sentence
    assert place.platform.posts == []


async def test_a_text_that_went_without_its_picture_says_so_in_its_one_line(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    thread = await asked(place)
    place.desk.keep_outgoing(PICTURE, b"bytes", b"small", place.clock.now())

    async def perform(self: StandIn, intent: Intent) -> Receipt:
        return Receipt("m9", self.platform.clock.now(), left_behind="Sent without it: The picture was not taken.")

    monkeypatch.setattr(StandIn, "perform", perform)
    command = await place.reply("Look", pictures=(PICTURE,))
    await place.send()

    assert place.standing(command) == (Delivery.SENT, "Sent without it: The picture was not taken.")
    (message,) = [one for one in place.messages(thread) if one.command_id == command]
    assert message.state_reason == "Sent without it: The picture was not taken."
