"""A comment is answered privately: told who reads it, held for undo, sent where only they read it, linked from both."""

from __future__ import annotations

import asyncio

from pytestqt.qtbot import QtBot

from socialdesk.desktop.places.conversation import done_there
from socialdesk.desktop.places.conversation.fate import Step
from socialdesk.engine.host import Engine
from socialdesk.model.delivery import Delivery
from socialdesk.model.identifiers import MessageId, ThreadId
from socialdesk.model.moderation import AnswerPrivately
from socialdesk.model.thread import Status
from socialdesk.store.public_acts import acts_in, private_thread
from tests.desktop.shell.conftest import Sitting


def comment_of(sitting: Sitting) -> ThreadId:
    found = sitting.window.bridge.cache.ask(
        "SELECT id FROM thread WHERE kind = 'comment' AND status = 'open' AND shield = '' ORDER BY id LIMIT 1"
    )
    return ThreadId(found[0][0])


def test_only_its_writer_reads_a_private_answer_and_the_comment_leads_to_it(sitting: Sitting, qtbot: QtBot) -> None:
    window, bridge = sitting.window, sitting.window.bridge
    comment = comment_of(sitting)
    window.open_thread(comment)
    window.composer.focus_reply()
    assert window.composer.can_answer_privately()
    window.composer.editor.insertPlainText("Could you tell me your order number?")
    window.registry["composer.private"].run(window.hands)
    (given,) = [one.command for one in bridge.submit.pending if isinstance(one.command, AnswerPrivately)]
    assert given.thread == comment
    done = bridge.thread(comment)
    assert done is not None
    assert done.status is Status.DONE

    # One undo takes it back before it leaves, and the words are a draft again.
    window.hands.undo()
    sitting.engine_works()
    assert acts_in(bridge.cache, comment) == []
    kept = bridge.desk.draft(comment)
    assert kept is not None
    assert kept.text == "Could you tell me your order number?"

    # Sent, it is in the messages with them and nowhere in public; the comment leads there.
    thread = bridge.thread(comment)
    assert thread is not None
    (asked,) = bridge.cache.ask(
        "SELECT max(id) FROM message WHERE thread_id = ? AND direction = 'in' AND external_id IS NOT NULL", (comment,)
    )
    answer = AnswerPrivately(comment, MessageId(asked[0]), kept.text, bridge.clock.now())
    assert bridge.submit.give([(thread, answer)])
    sitting.engine_works()
    (act,) = acts_in(bridge.cache, comment)
    assert (act.act, act.state) == ("private", Delivery.SENT)
    assert private_thread(bridge.cache, comment) is None

    async def read() -> None:
        engine = Engine(sitting.unlocked, bridge.clock)
        await engine.read_channels()
        await engine.close()

    asyncio.run(read())
    bridge.follow.look()
    theirs = private_thread(bridge.cache, comment)
    assert theirs is not None
    said = bridge.cache.ask("SELECT thread_id FROM message WHERE text = ?", (kept.text,))
    assert said == [(theirs,)]
    window.open_thread(comment)
    line = done_there.line(act, "Facebook", bridge.clock.now())
    assert line is not None
    assert line.steps == (Step.OPEN_PRIVATE,)
    assert "the public sees nothing" in line.sentence
    window.conversation._steps.take_of_act(Step.OPEN_PRIVATE, act, window.conversation.messages[-1], thread)
    assert window.composer.thread == theirs


def test_a_note_a_message_and_what_has_pictures_is_not_answered_privately(sitting: Sitting) -> None:
    window = sitting.window
    window.open_thread(comment_of(sitting))
    window.composer.focus_note()
    assert not window.composer.can_answer_privately()
    (dm,) = window.bridge.cache.ask("SELECT id FROM thread WHERE kind = 'dm' ORDER BY id LIMIT 1")
    window.open_thread(ThreadId(dm[0]))
    window.composer.focus_reply()
    assert not window.composer.can_answer_privately()
