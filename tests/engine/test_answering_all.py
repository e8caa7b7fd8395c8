"""An answer to all keeps its people from the choice to the platform, and goes to nobody rather than to fewer."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from socialdesk.connectors.kit.contract import Answer, Intent
from socialdesk.engine import ingest
from socialdesk.engine.dispatch import NOT_TO_ALL
from socialdesk.model.capability import Capabilities, Level
from socialdesk.model.delivery import Delivery
from socialdesk.model.event import MessageSeen
from socialdesk.model.message import Message, Recipient
from socialdesk.model.message import Place as Stands
from socialdesk.model.thread import Kind
from tests.engine.desk_work import Place, asked
from tests.engine.standin import BROKEN_LINE, Fault, StandIn

pytestmark = pytest.mark.anyio
OWN = Recipient(Stands.TO, "brand@x.example", "Brand", is_own=True)
BOB, CLEO = Recipient(Stands.TO, "bob@x.example", "Bob"), Recipient(Stands.CC, "cleo@x.example")


@pytest.fixture
async def several(place: Place, monkeypatch: pytest.MonkeyPatch) -> Message:
    """Ann asked, and what she wrote went to Bob and Cleo as well; the platform can answer all of them."""
    able = StandIn.capabilities

    def capabilities(self: StandIn, kind: Kind) -> Capabilities:
        can = able(self, kind)
        return replace(can, levels={**can.levels, "reply_all": Level.FULL})

    monkeypatch.setattr(StandIn, "capabilities", capabilities)
    taken = ingest.to_message

    def to_message(event: MessageSeen, *rest: Any) -> Message:
        return taken(event if event.author.is_own else replace(event, recipients=(OWN, BOB, CLEO)), *rest)

    monkeypatch.setattr(ingest, "to_message", to_message)
    thread = await asked(place)
    (message,) = place.messages(thread)
    assert message.recipients == (OWN, BOB, CLEO), "read again from its row"
    return message


async def test_its_people_lie_on_the_disk_reach_the_connector_and_stand_in_what_was_sent(
    place: Place, several: Message
) -> None:
    seen: list[Intent] = []
    place.platform.on_perform = seen.append
    place.platform.faults.append(Fault(BROKEN_LINE))
    command = await place.reply("Yes.", parent=several.id, to_all=True)
    await place.restart()
    await place.send()
    place.wait(minutes=1)
    await place.send()

    assert place.state(command) is Delivery.SENT
    everybody = [(Stands.TO, several.author_remote_id), (Stands.TO, BOB.address), (Stands.CC, CLEO.address)]
    for intent in seen:
        assert isinstance(intent.action, Answer)
        assert [(one.place, one.address) for one in intent.action.recipients] == everybody
    await place.read()
    (answer,) = [one for one in place.messages(place.thread()) if one.command_id == command]
    assert [(one.place, one.address) for one in answer.recipients] == everybody

    # The next one goes to one person again.
    await place.reply("And yes.")
    await place.send()
    assert isinstance(seen[-1].action, Answer)
    assert seen[-1].action.recipients == ()


async def test_just_those_who_were_picked_get_it_and_nobody_where_one_of_them_had_no_mail(
    place: Place, several: Message
) -> None:
    seen: list[Intent] = []
    place.platform.on_perform = seen.append
    for wanted in ((CLEO.address.upper(), several.author_remote_id), (BOB.address,)):
        command = await place.reply("Yes.", parent=several.id, to_all=True, goes_to=wanted)
        await place.restart()
        await place.send()
        action = seen[-1].action
        assert isinstance(action, Answer)
        assert {one.address for one in action.recipients} == {one.lower() for one in wanted}
        assert place.state(command) is Delivery.SENT
    refused = place.engine.cache.result(
        await place.reply("Yes.", parent=several.id, to_all=True, goes_to=(BOB.address, "eve@x.example"))
    )
    assert refused is not None
    assert refused.sentence.startswith("It is not known any more who had that message.")
    assert len(seen) == 2


async def test_rather_nothing_leaves_than_to_fewer_people_than_were_chosen(
    place: Place, several: Message, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(StandIn, "capabilities", lambda self, kind: self.manifest.capabilities(kind))
    command = await place.reply("Yes.", parent=several.id, to_all=True)
    await place.send()
    assert place.standing(command) == (Delivery.REJECTED, NOT_TO_ALL)

    with place.engine.cache.change() as change:
        change.forget_words(several.thread_id, place.clock.now())
    (forgotten,) = [one for one in place.messages(place.thread()) if one.id == several.id]
    assert forgotten.recipients == ()
    refused = place.engine.cache.result(await place.reply("Yes.", parent=several.id, to_all=True))
    assert refused is not None
    assert refused.sentence.startswith("It is not known any more who had that message.")
    assert place.platform.posts == []
