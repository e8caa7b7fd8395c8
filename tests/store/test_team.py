"""How members work is kept through a rebuild; what cannot be read is kept, too, and nobody is given anything by it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from socialdesk.model.calendar import Calendar, Span
from socialdesk.model.identifiers import PersonId, ThreadId
from socialdesk.model.routing import Decision, RoutingSettings, Strategy, Why
from socialdesk.model.shift import Absence, Away, Cover, Staff
from socialdesk.model.staff_command import BeAway, SetStaff
from socialdesk.model.staff_form import ROUTING, routing_written, written
from socialdesk.store.cache import Cache
from socialdesk.store.mending import References
from socialdesk.store.rebuild import rebuild_cache
from socialdesk.store.staff import log_of
from socialdesk.support.clock import to_ms
from tests.model.builders import NOON, at, thread

ANA, LEA = PersonId(1), PersonId(2)
WEEK = Calendar("Europe/Paris", (*((Span(540, 1020),),) * 5, (), ()))


def test_a_rebuilt_file_knows_who_works_how_who_is_away_and_who_was_given_what(cache: Cache, tmp_path: Path) -> None:
    lea = Staff(LEA, WEEK, ("fr",), ("refund",), capacity=9, cover=Cover(ANA, late_min=30, until=at(60)), on_call=True)
    with cache.change() as change:
        change.put_staff(SetStaff(LEA, written(lea)))
        change.put_absence(BeAway(LEA, at(90), "sick", at(10)), NOON)
        # Of two absences that overlap, what was said last counts where both hold.
        change.put_absence(BeAway(LEA, at(50), "holiday", at(-5)), NOON)
        change.put_absence(BeAway(LEA, at(70), "training", at(40)), NOON)
        change.set_setting(ROUTING, routing_written(RoutingSettings(Strategy.FITTING, late_min=5)))
        one = change.put_thread(thread(id=ThreadId(0), remote_id="a", waiting_since=NOON))
        two = change.put_thread(thread(id=ThreadId(0), remote_id="b", waiting_since=NOON))
        change.give([(one, Decision(LEA, Why.TURN), "{}")], NOON)
        change.want_routed([two.id], NOON)
        change.count_on_call(LEA, 3, at(-60 * 24 * 30))  # so long ago that it is forgotten
        for burden in (2, 4):
            change.count_on_call(LEA, burden, NOON)
    known = cache.team()
    assert known.of(LEA).cover == lea.cover
    assert [one.reason for one in known.of(LEA).away if one.covers(at(45))].count(Absence.TRAINING) == 1
    assert known.of(LEA).away_at(at(-5)) == Away(at(-5), at(40), Absence.HOLIDAY)
    cache.close()

    rebuilt = rebuild_cache(tmp_path / "cache.db", None, tmp_path / "new.db", References(), to_ms(NOON))
    assert rebuilt.is_whole
    new = Cache(tmp_path / "new.db", None, write=True)
    try:
        assert new.team() == known
        assert [(when, who) for when, who, _ in log_of(new, one.id)] == [(NOON, LEA)]
        with new.change() as change:
            assert [waiting.id for waiting in change.unrouted()] == [two.id]
            assert change.had_on_call(NOON) == {LEA: 6}
            assert new.ask("SELECT count(*) FROM on_call_turn") == [(1,)]
            assert change.routing_state().loads == {ANA: 0, LEA: 2}
    finally:
        new.close()


def test_what_cannot_be_read_is_told_in_the_log_and_gives_nothing_to_anybody(
    cache: Cache, expect_log: Callable[[str], None]
) -> None:
    expect_log("cannot be read")
    with cache.change() as change:
        change.put_staff(SetStaff(LEA, '{"zone": 7}'))
        change.set_setting(ROUTING, "dice")

    known = cache.team()

    assert (known.of(LEA).capacity, known.routing) == (0, RoutingSettings())
    assert cache.ask("SELECT body FROM staff") == [('{"zone": 7}',)]
