"""The month that is simulated: however threads are given out, nobody gets what they may not and nothing is lost."""

from __future__ import annotations

from bench.simulated_month import team, traffic
from bench.simulator import WAYS, Outcome, simulate

DAYS, A_DAY, SEED = 2, 60, 11


def test_nobody_is_given_too_much_or_off_shift_and_every_thread_ends_the_same_each_time() -> None:
    people, arrivals = team(), traffic(SEED, DAYS, A_DAY)
    by_id = {one.person: one for one in people}
    outcomes = [simulate(way, people, arrivals, SEED) for way in WAYS]

    for one in outcomes:
        assert one.answered == one.came == len(arrivals) > 100
        for given, held in one.given:
            person = given.decision.person
            assert person is not None
            assert by_id[person].is_there(given.at), (one.way.name, given)
            assert held <= by_id[person].capacity
        assert bool(one.given) is not one.way.is_by_hand

    def said(outcome: Outcome) -> tuple[object, ...]:
        return outcome.answered, outcome.late, outcome.waits_min, outcome.given

    assert said(simulate(WAYS[-2], people, arrivals, SEED)) == said(outcomes[-2])
    assert traffic(SEED, DAYS, A_DAY) == arrivals
