"""The shield on the way in: what is kept out of sight, why, and that words of the team reach what came before."""

from __future__ import annotations

import json
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from socialdesk.engine.ingest import Ingest
from socialdesk.engine.shield import Shield
from socialdesk.model.event import MessageDeleted
from socialdesk.model.identifiers import PersonId
from socialdesk.model.message import Attachment
from socialdesk.model.person import Person
from socialdesk.model.routing import Why, read
from socialdesk.model.shield.own import OwnWord
from socialdesk.model.shield.values import Level, ShieldKind
from socialdesk.model.shift import Staff
from socialdesk.model.staff_command import SetStaff
from socialdesk.model.staff_form import written
from socialdesk.model.thread import Thread
from socialdesk.store.exposure import HOLDS, OPENED
from socialdesk.store.readings import Connected
from socialdesk.store.shield import JUDGED_TO, RULES, earlier_of_author, evidence_of, held_in
from socialdesk.store.staff import log_of
from socialdesk.store.upkeep import forget_old_rows
from tests.engine.desk_work import NOON
from tests.engine.test_ingest import Way, seen

ABUSE = "You are a pathetic moron and I hope you die"


class Shielded(Way):
    """A way in that the shield watches."""

    def __init__(self, file: Path) -> None:
        super().__init__(file)
        self.shield = Shield(self.cache)
        self.ingest = Ingest(self.cache, self.channel, Connected(NOON, None, 30), self.clock, self.shield)

    def thread(self, remote: str = "t1") -> Thread:
        with self.cache.change() as change:
            found = change.thread_by_remote(remote)
        assert found is not None
        return found

    def judge_all(self) -> int:
        slices = 0
        while True:
            self.shield.step(self.clock.now())
            slices += 1
            if self.shield.next is None:
                return slices


@pytest.fixture
def way(tmp_path: Path) -> Shielded:
    return Shielded(tmp_path / "cache.db")


def test_an_abusive_message_keeps_its_thread_out_of_sight_with_reasons(way: Shielded) -> None:
    picture = Attachment("image", "https://pictures.test/1.png")
    way.take(seen(1, text=ABUSE, attachments=(picture,)), seen(2, thread="t2", text="Where is my parcel?"))
    assert way.thread().shield == "harassment"
    assert way.thread("t2").shield == ""
    (held,) = held_in(way.cache, way.thread().id)
    assert held.kind is ShieldKind.HARASSMENT
    assert held.level is Level.VERY_LIKELY
    assert held.has_pictures
    assert not held.is_let_through
    assert {ABUSE[one.start : one.end] for one in held.reasons} == {"hope you die", "pathetic", "moron"}


def test_our_own_words_are_never_judged(way: Shielded) -> None:
    way.take(seen(1, text="hello"), seen(2, own=True, text=ABUSE))
    assert way.thread().shield == ""


def test_what_the_platform_says_itself_counts(way: Shielded) -> None:
    way.take(seen(1, text="hello", shield="spam"))
    assert way.thread().shield == "spam"
    (held,) = held_in(way.cache, way.thread().id)
    assert [one.rule for one in held.reasons] == ["platform"]
    way.judge_all()
    assert way.thread().shield == "spam"


def test_a_later_kind_word_does_not_show_the_thread_again_and_a_graver_one_counts(way: Shielded) -> None:
    way.take(seen(1, text="you are a moron"))
    assert way.thread().shield == "abuse"
    way.take(seen(2, text="Sorry, have a nice day"))
    assert way.thread().shield == "abuse"
    way.take(seen(3, text="I will kill you"))
    assert way.thread().shield == "threat"


def test_an_edit_is_judged_again(way: Shielded) -> None:
    way.take(seen(1, text="Hello"))
    way.take(seen(1, text=ABUSE, version="2"))
    assert way.thread().shield == "harassment"
    way.take(seen(1, text="Sorry, I was angry", version="3"))
    assert way.thread().shield == ""
    assert held_in(way.cache, way.thread().id) == ()


def test_what_a_person_keeps_no_edit_of_its_author_shows_again(way: Shielded) -> None:
    way.take(seen(1, text="gribble"))
    with way.cache.change() as change:
        stored = change.message_of(way.channel.id, "m1")
        assert stored is not None
        change.keep_out_of_sight(stored.message, way.channel.id, None, NOON, by_hand="harassment")
        change.follow_shield(stored.message.thread_id)
    way.take(seen(1, text="gribble!", version="2"))
    way.take(seen(1, text=ABUSE, version="3"))
    way.take(seen(1, text="gribble?", version="4"))
    way.judge_all()
    assert way.thread().shield == "harassment"


def test_what_the_platform_still_says_after_an_edit_counts(way: Shielded) -> None:
    way.take(seen(1, text="hello", shield="spam"))
    way.take(seen(1, text="hello you", version="2", shield="spam"))
    assert way.thread().shield == "spam"
    way.take(seen(1, text="hello me", version="3"))
    assert way.thread().shield == ""


def test_evidence_stays_when_the_author_edits_and_deletes(way: Shielded) -> None:
    way.take(seen(1, text=ABUSE))
    way.take(seen(1, text="Sorry", version="2"))
    way.take(MessageDeleted("m1", NOON))
    (kept,) = evidence_of(way.cache, [way.thread().id])
    assert json.loads(kept.record)["text"] == ABUSE
    assert sha256(kept.record.encode()).hexdigest() == kept.sha256


def test_what_was_there_before_is_judged_a_slice_at_a_time(tmp_path: Path) -> None:
    way = Shielded(tmp_path / "cache.db")
    watched, way.ingest = way.ingest, Ingest(way.cache, way.channel, Connected(NOON, None, 30), way.clock)
    way.take(*(seen(n, thread=f"t{n}", text=ABUSE if n % 50 == 0 else "Hello") for n in range(1, 301)))
    assert way.thread("t50").shield == ""
    assert way.judge_all() == 3
    assert [n for n in range(1, 301) if way.thread(f"t{n}").shield] == [50, 100, 150, 200, 250, 300]
    assert way.cache.setting(JUDGED_TO) == ""
    revision = way.thread("t50").rev
    assert way.judge_all() == 1
    assert way.thread("t50").rev == revision
    way.ingest = watched


def test_a_judging_goes_on_where_it_was_when_the_engine_ended(way: Shielded) -> None:
    way.take(*(seen(n, thread=f"t{n}", text="Hello") for n in range(1, 301)))
    way.shield.step(way.clock.now())
    assert way.shield.next is not None
    way.shield = Shield(way.cache)
    assert way.judge_all() == 2
    assert way.cache.setting(RULES)


def test_a_word_of_the_team_reaches_what_came_before_and_its_end_too(way: Shielded) -> None:
    way.take(seen(1, text="what a gribble"), seen(2, thread="t2", text="you are a moron"))
    way.judge_all()
    assert way.thread().shield == ""
    word = OwnWord(ShieldKind.ABUSE, "en", "gribble")
    for on, shield in ((True, "abuse"), (False, "")):
        with way.cache.change() as change:
            change.set_shield_word(word, PersonId(1), NOON, on=on)
        way.judge_all()
        assert way.thread().shield == shield
        assert way.thread("t2").shield == "abuse"


def test_a_page_is_judged_as_its_messages_are_one_by_one(tmp_path: Path) -> None:
    texts = (
        ABUSE,
        "Where is my parcel?",
        "Where is my parcel?",
        "refund me, order no. 4820011",
        "s e n d n u d e s",
        "thanks",
    )
    page = [seen(number, thread=f"t{number}", text=text) for number, text in enumerate(texts)]
    page.append(seen(9, thread="t1", text="you moron", own=True))
    whole, single = Shielded(tmp_path / "whole.db"), Shielded(tmp_path / "single.db")
    whole.take(*page)
    for event in page:
        single.take(event)
    assert whole.digest() == single.digest()
    assert [whole.thread(f"t{number}").shield for number in range(6)] == ["harassment", "", "", "", "sexual", ""]
    assert whole.thread("t2").signals == " elsewhere:2 once:1 question:1"
    assert whole.thread("t3").topics == ("Refund",)


def test_a_word_of_the_team_counts_in_the_next_page(way: Shielded) -> None:
    way.take(seen(1, text="what a gribble"), seen(2, thread="t2", text="you are a moron"))
    with way.cache.change() as change:
        change.set_shield_word(OwnWord(ShieldKind.ABUSE, "en", "gribble"), PersonId(1), NOON, on=True)
    way.take(seen(3, thread="t3", text="what a gribble"))
    assert [way.thread(name).shield for name in ("t1", "t3")] == ["", "abuse"]


def test_what_a_person_decided_no_list_changes(way: Shielded) -> None:
    way.take(seen(1, text=ABUSE))
    thread = way.thread().id
    with way.cache.change() as change:
        change.decide_shielded(thread, let_through=True)
        change.follow_shield(thread)
        change.set_shield_word(OwnWord(ShieldKind.ABUSE, "en", "gribble"), PersonId(1), NOON, on=True)
    way.judge_all()
    assert way.thread().shield == ""
    (held,) = held_in(way.cache, way.thread().id)
    assert held.is_let_through


def test_an_author_who_is_let_through_is_not_judged(way: Shielded) -> None:
    way.take(seen(1, text=ABUSE))
    author = seen(1).author.remote_id
    with way.cache.change() as change:
        change.let_author(way.channel.id, author, "Ann", PersonId(1), NOON, on=True)
    way.judge_all()
    assert way.thread().shield == ""
    way.take(seen(2, thread="t2", text=ABUSE))
    assert way.thread("t2").shield == ""


def test_earlier_messages_of_an_author_are_counted(way: Shielded) -> None:
    way.take(*(seen(n, thread=f"t{n}", text=ABUSE) for n in range(1, 4)))
    assert earlier_of_author(way.cache, way.thread("t3").id) == 2


def test_erasing_a_person_takes_the_evidence_with_it(way: Shielded) -> None:
    way.take(seen(1, text=ABUSE))
    thread = way.thread()
    assert thread.contact_id is not None
    with way.cache.change() as change:
        change.erase_contact(thread.contact_id, NOON)
    assert evidence_of(way.cache, [thread.id]) == ()
    assert held_in(way.cache, thread.id) == ()


@pytest.mark.parametrize(
    ("statement", "index"),
    [
        ("SELECT * FROM shielding WHERE thread_id = 1", "shielding_thread"),
        ("SELECT * FROM shielding WHERE channel_id = 1 AND author_remote_id = 'x'", "shielding_author"),
        ("SELECT * FROM shield_evidence WHERE thread_id = 1", "shield_evidence_thread"),
        ("DELETE FROM shield_evidence WHERE author_remote_id = 'x'", "shield_evidence_author"),
        ("DELETE FROM shield_evidence WHERE kept_at < 5", "shield_evidence_old"),
        (HOLDS, "thread_shielded"),
        (OPENED.replace("?", "'2026-11-29'"), "SEARCH shield_open USING PRIMARY KEY (person_id=? AND day=?)"),
    ],
)
def test_what_the_shield_asks_runs_along_an_index(way: Shielded, statement: str, index: str) -> None:
    plan: list[Any] = way.cache.ask(f"EXPLAIN QUERY PLAN {statement}")
    assert any(index in row[3] for row in plan)


def test_evidence_goes_after_ninety_days(way: Shielded) -> None:
    way.take(seen(1, text=ABUSE))
    now = way.clock.now()
    forget_old_rows(way.cache, now + timedelta(days=89))
    assert len(evidence_of(way.cache, [way.thread().id])) == 1
    forget_old_rows(way.cache, now + timedelta(days=91))
    assert evidence_of(way.cache, [way.thread().id]) == ()


def test_who_opened_the_fewest_is_given_the_next_one_and_nobody_before_any_was_opened(way: Shielded) -> None:
    me, lea, noah = PersonId(1), PersonId(2), PersonId(3)
    day = way.clock.now().astimezone().date().isoformat()
    with way.cache.change() as change:
        for person, name in ((me, "Maya Benali"), (lea, "Léa Marchand"), (noah, "Noah Snoeck")):
            change.put_person(Person(person, name, is_me=person == me))
        change.put_staff(SetStaff(lea, written(Staff(lea, capacity=0))))
    way.take(seen(1, text=ABUSE))
    assert way.thread().assignee_id is None

    with way.cache.change() as change:
        for _ in range(2):
            change.count_opened(me, day)
    # Noah has none yet; then one that waits; then as many as I opened. Léa takes part in nothing of this.
    given: list[PersonId | None] = []
    for number in range(2, 5):
        way.take(seen(number, thread=f"t{number}", text=ABUSE), seen(number + 10, thread=f"kind{number}"))
        given.append(way.thread(f"t{number}").assignee_id)
        assert way.thread(f"kind{number}").assignee_id is None
    assert given == [noah, noah, None]
    ((_, person, why),) = log_of(way.cache, way.thread("t2").id)
    decision = read(why)
    assert decision is not None
    assert (person, decision.why) == (noah, Why.SPARED)
