"""A reply that waits for approval says so below it, and is approved or ignored there, by menu and by palette."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QMenu

from socialdesk.desktop.places.conversation.act_menu import ON_MESSAGES, fill
from socialdesk.desktop.places.conversation.fate import Step
from socialdesk.model.identifiers import ThreadId
from socialdesk.model.message import Direction, Message
from socialdesk.model.moderation import HideMessage
from socialdesk.store.cache import Cache
from socialdesk.store.public_acts import standing
from tests.desktop.shell.conftest import Sitting

_COMMENT = "SELECT id FROM thread WHERE kind = 'comment' AND status = 'open' AND shield = '' ORDER BY id LIMIT 1"


@pytest.fixture
def message(sitting: Sitting) -> Message:
    """The newest comment of an open thread, which waits."""
    window = sitting.window
    (found,) = window.bridge.cache.ask(_COMMENT)
    thread = window.bridge.thread(ThreadId(found[0]))
    assert thread is not None
    window.open_thread(thread.id)
    theirs = [one for one in window.conversation.messages if one.direction is Direction.IN and one.external_id]
    cache = Cache(sitting.unlocked.workspace.cache, sitting.unlocked.key, write=True)
    with cache.change() as change:
        now = window.bridge.clock.now()
        change.put_public_act(thread.channel_id, "held", theirs[-1].external_id or "", now, None, thread.id)
    cache.close()
    window.bridge.follow.look()
    return theirs[-1]


def stands(sitting: Sitting, message: Message) -> set[str]:
    thread = sitting.window.bridge.thread(message.thread_id)
    assert thread is not None
    return set(standing(sitting.window.bridge.cache, thread.channel_id, [message.external_id or ""]))


@pytest.mark.parametrize(("step", "on", "then"), [(Step.APPROVE, False, set[str]()), (Step.IGNORE, True, {"hidden"})])
def test_the_line_below_it_says_that_it_waits_and_decides_it(
    sitting: Sitting, message: Message, *, step: Step, on: bool, then: set[str]
) -> None:
    window, bridge = sitting.window, sitting.window.bridge
    line = window.conversation._acted.line(message.id)
    assert line is not None
    assert line.sentence.startswith("Waits for your approval")
    assert line.steps == (Step.APPROVE, Step.IGNORE)
    assert any(row.tells_fate for row in window.conversation.view.rows if row.entry == message)

    window.conversation.take_step(step, message)
    (given,) = [one.command for one in bridge.submit.pending if isinstance(one.command, HideMessage)]
    assert (given.message, given.on) == (message.id, on)
    soon = window.conversation._acted.line(message.id)
    assert soon is not None
    assert soon.steps == (Step.UNDO,)
    assert ("Hidden" if on else "Shown to the public") in soon.sentence
    window.hands.undo()
    again = window.conversation._acted.line(message.id)
    assert again is not None
    assert again.steps == (Step.APPROVE, Step.IGNORE)

    window.registry["message.ignore" if on else "message.approve"].run(window.hands)
    (from_palette,) = [one.command for one in bridge.submit.pending if isinstance(one.command, HideMessage)][1:]
    assert from_palette.on is on
    window.hands.undo()
    thread = bridge.thread(message.thread_id)
    assert thread is not None
    assert bridge.submit.give([(thread, replace(given, not_before=bridge.clock.now()))])
    sitting.engine_works()
    assert stands(sitting, message) == then
    after = window.conversation._acted.line(message.id)
    assert after is None or after.steps == (Step.TAKE_BACK,)


def test_only_what_waits_offers_it(sitting: Sitting, message: Message) -> None:
    window = sitting.window

    def offered() -> set[str]:
        menu = QMenu(window)
        listed: dict[str, str] = {}
        fill(menu, ON_MESSAGES, window.facts(), lambda id_: listed.setdefault(id_, id_))
        for action in menu.actions():
            if action.isEnabled():
                action.trigger()
        return set(listed)

    assert {"message.approve", "message.ignore"} <= offered()
    assert "message.hide" not in offered()
    cache = Cache(sitting.unlocked.workspace.cache, sitting.unlocked.key, write=True)
    thread = window.bridge.thread(message.thread_id)
    assert thread is not None
    with cache.change() as change:
        change.drop_public_act(thread.channel_id, "held", message.external_id or "", thread.id)
    cache.close()
    window.bridge.follow.look()
    assert not {"message.approve", "message.ignore"} & offered()
    assert "message.hide" in offered()
    assert not window.registry["message.approve"].when(window.facts())
