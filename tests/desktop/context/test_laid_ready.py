"""What a rule laid ready for an answer is offered before all that fits by its words, with the name of the rule."""

from __future__ import annotations

from pathlib import Path

from socialdesk.desktop.bridge.fitting import fitting
from socialdesk.model.identifiers import CommandId, PersonId, SavedReplyId, ThreadId
from socialdesk.model.rule import Deed, Do
from socialdesk.model.saved_reply import SavedReply
from socialdesk.store.change.replies import Saved
from socialdesk.store.rule_rows import Run
from tests.model.builders import NOON, message, thread
from tests.model.test_rule import rule
from tests.store.conftest import filled

MAYA = PersonId(1)


def test_it_comes_first_and_once(tmp_path: Path) -> None:
    cache = filled(tmp_path / "cache.db")
    one = rule("Late parcels", then=(Do(Deed.DRAFT, "2"),))
    with cache.change() as change:
        for number, body in ((1, "Your chocolate melted"), (2, "Your chocolate is late"), (3, "Chocolate, anyone?")):
            reply = SavedReply(SavedReplyId(0), f"r{number}", body, "", (("en", body),))
            change.put_saved_reply(reply, Saved(NOON, MAYA, CommandId(f"c{number}")))
        asked = change.put_thread(thread(id=ThreadId(0)))
        said = message(0, 1, thread_id=asked.id, text="My chocolate melted")
        change.put_message(said, asked.channel_id, "1", NOON)
        change.put_rule(one, None, NOON)
        run = Run(change.new_run_id(), one.id, 1, "e", asked.id, NOON, NOON, (), ())
        change.put_run(run, "[]", "")
        change.lay_ready(asked.id, 2, run.id, NOON)

    found = fitting(cache, asked, MAYA, NOON.date())
    assert (found[0].reply.id, found[0].why) == (2, "laid ready by the rule “Late parcels”")
    assert [each.reply.id for each in found].count(SavedReplyId(2)) == 1
    with cache.change() as change:
        assert change.take_away(asked.id)
    assert not any("laid ready" in each.why for each in fitting(cache, asked, MAYA, NOON.date()))
    cache.close()
