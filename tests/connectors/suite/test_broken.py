"""Each check of the examination finds what it looks for: a connector that is broken in just that way."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest

from socialdesk.connectors.suite import faults
from socialdesk.connectors.suite.checks import failing, hearing
from socialdesk.connectors.suite.checks.picturing import has_words
from socialdesk.connectors.suite.chirp.scenario import ChirpScenario
from socialdesk.connectors.suite.examine import examine_one
from socialdesk.connectors.suite.scale import CHECKS, Outcome
from tests.connectors.suite import broken_declaring, broken_failing, broken_hearing, broken_reading, broken_sending
from tests.connectors.suite.breaking import MANIFEST, chirp
from tests.connectors.suite.broken_failing import InTheAddress

BROKEN = {
    name: make
    for module in (broken_declaring, broken_reading, broken_hearing, broken_sending, broken_failing)
    for name, make in module.BROKEN.items()
}


@pytest.mark.parametrize("name", sorted(BROKEN))
def test_a_check_finds_the_connector_that_is_broken_in_its_way(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(failing, "WITHOUT_END_S", 0.5)
    finding = asyncio.run(examine_one(BROKEN[name](), CHECKS[name]))
    assert finding.outcome is Outcome.FAILED, finding
    assert finding.words.endswith((".", "…"))


def test_a_token_in_an_address_is_found_as_well() -> None:
    finding = asyncio.run(examine_one(chirp(wire=InTheAddress), CHECKS["secrets_stay"]))
    assert finding.words == "A secret is in an address."


def test_who_listens_as_it_should_passes_and_who_hears_nothing_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    names = ("hears_at_once", "broken_line_is_told", "listening_ends")
    found = [asyncio.run(examine_one(broken_hearing.hearing(), CHECKS[name])) for name in names]
    assert [(one.outcome, one.words) for one in found] == [(Outcome.PASSED, "")] * 3
    monkeypatch.setattr(hearing, "AT_ONCE_S", 0.2)
    deaf = broken_hearing.hearing(broken_hearing.Deaf)
    assert [asyncio.run(examine_one(deaf, CHECKS[name])).words for name in names[:1]] == [
        "What somebody wrote is not heard of."
    ]


def test_a_way_through_the_browser_is_tried_beside_the_scenarios_own_or_is_said_not_to_be() -> None:
    both = replace(MANIFEST, ways=(*MANIFEST.ways, *broken_declaring.BROWSER.ways))
    told = replace(both.ways[1], fields=MANIFEST.ways[0].fields)

    class Beside(ChirpScenario):
        browser: Mapping[str, str] = MappingProxyType({"token": "typed"})

    class Elsewhere(ChirpScenario):
        browser_elsewhere = "Its page is one of a bank."

    asks = replace(both, ways=(both.ways[0], told))
    for manifest, scenario, outcome in (
        (MANIFEST, ChirpScenario, Outcome.NOT_APPLICABLE),
        (both, ChirpScenario, Outcome.FAILED),
        (asks, ChirpScenario, Outcome.NOT_TRIED),
        (asks, Beside, Outcome.FAILED),
        (asks, Elsewhere, Outcome.NOT_APPLICABLE),
    ):
        subject = chirp(connector=broken_declaring.BrowserToo, manifest=manifest, scenario=scenario)
        for name in ("state_compared", "consent_refused"):
            finding = asyncio.run(examine_one(subject, CHECKS[name]))
            assert finding.outcome is outcome, finding
    assert finding.words == Elsewhere.browser_elsewhere


def test_a_sign_in_that_fails_is_told_once_and_nothing_else_is_taken_for_tried() -> None:
    class Closed(ChirpScenario):
        typed: Mapping[str, str] = MappingProxyType({"token": "no-such-token"})

    found = {
        name: asyncio.run(examine_one(chirp(scenario=Closed), CHECKS[name])) for name in ("signs_in", "first_download")
    }
    assert found["signs_in"].outcome is Outcome.FAILED
    assert "The sign-in failed: Chirp does not accept" in found["signs_in"].words
    assert (found["first_download"].outcome, found["first_download"].words) == (
        Outcome.NOT_TRIED,
        "Nobody can sign in; signs_in says why.",
    )


def test_a_stand_in_that_fails_is_told_before_what_came_of_it(expect_log: Callable[[str], None]) -> None:
    class Failing(ChirpScenario):
        def __init__(self, folder: Path) -> None:
            super().__init__(folder)
            self.world.changes = None  # pyright: ignore[reportAttributeAccessIssue] - the mistake of its writer

    expect_log("a stand-in failed at GET /v1/changes")
    finding = asyncio.run(examine_one(chirp(scenario=Failing), CHECKS["first_download"]))
    assert finding.outcome is Outcome.FAILED
    assert finding.words.startswith("The stand-in itself failed at GET /v1/changes: TypeError: ")


def test_what_describes_a_picture_is_found_in_a_form_too() -> None:
    for left in (b"alt=A+kettle%2C+caf%C3%A9", b"alt=A%20kettle%2C%20caf%C3%A9", b'{"alt": "A kettle, caf\\u00e9"}'):
        assert has_words(left, "A kettle, café")
    assert not has_words(b"alt=A+kettle", "A kettle, café")


def test_an_answer_breaks_off_at_each_kind_of_place_once() -> None:
    body = b'{"a": ["x\\"y", 12, {"b": "\xc3\xa9"}], "c": ["x", 1]}'
    places = faults.boundaries(body)
    assert len(set(places.values())) == len(places)
    assert places["escape", "escaped", 2] == body.index(b'\\"') + 1, "a quote that is escaped ends no string"
    assert ("part of a letter", "part of a letter", 3) in places
    assert body.rindex(b'"x", 1') not in places.values(), "what is as another one before is not tried again"


def test_for_each_check_a_broken_connector_is_known() -> None:
    assert set(BROKEN) == set(CHECKS)
