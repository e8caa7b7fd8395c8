"""What the public does not see before we approve it is known as that, until it is decided, here or elsewhere."""

from __future__ import annotations

from dataclasses import replace

import pytest

from socialdesk.connectors.kit import contract
from socialdesk.model.event import MessageDeleted, MessageSeen
from socialdesk.model.moderation import HideMessage
from socialdesk.store.public_acts import held_in, standing
from tests.engine.desk_work import Place, asked
from tests.engine.standin import event_of

pytestmark = pytest.mark.anyio


async def waiting(place: Place) -> MessageSeen:
    """Ann asked, and what she asked waits for approval."""
    await place.connect()
    place.platform.ask("t1", "May I?")
    event = replace(event_of(place.platform.said[0], place.platform.idempotency), is_held=True)
    await given(place, event)
    return event


async def given(place: Place, *events: MessageSeen | MessageDeleted) -> None:
    """Let the platform say just this."""
    place.platform.pages.append((events, "1", False))
    await place.read()


def stands(place: Place) -> set[str]:
    thread = place.thread()
    return set(standing(place.engine.cache, thread.channel_id, ["m1"]))


async def test_what_waits_is_known_as_that_until_it_is_seen_by_all_hidden_or_gone(place: Place) -> None:
    event = await waiting(place)
    thread = place.thread()
    (message,) = place.messages(thread)
    assert held_in(place.engine.cache, thread.channel_id, thread.id) == {message.id}
    journal = place.engine.cache.journal_end()
    await given(place, event)
    assert place.engine.cache.journal_end() == journal, "nothing is written twice"

    await given(place, replace(event, is_held=False))
    assert stands(place) == set()
    await given(place, event)
    await given(place, replace(event, is_held=False, is_hidden=True))
    assert stands(place) == {"hidden"}
    await given(place, event)
    assert stands(place) == {"hidden", "held"}
    await given(place, MessageDeleted("m1", place.clock.now()))
    assert stands(place) == {"hidden"}


@pytest.mark.parametrize(("on", "then"), [(False, set[str]()), (True, {"hidden"})])
async def test_it_is_approved_or_ignored_like_anything_is_shown_or_hidden(
    place: Place, *, on: bool, then: set[str]
) -> None:
    await waiting(place)
    thread = place.thread()
    (message,) = place.messages(thread)
    await place.do(HideMessage(thread.id, message.id, place.clock.now(), on=on))
    assert stands(place) == {"held"}, "as long as the platform has not heard of it"
    await place.send()
    (act,) = place.platform.acts
    assert isinstance(act, contract.HideMessage)
    assert act.on is on
    assert stands(place) == then


async def test_an_ordinary_message_waits_for_nothing(place: Place) -> None:
    thread = await asked(place)
    assert held_in(place.engine.cache, thread.channel_id, thread.id) == set()
