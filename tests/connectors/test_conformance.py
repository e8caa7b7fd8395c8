"""Every connector of ours passes the examination; how far each comes is told in docs/connectors/scale.md.

A connector is examined as soon as it has a scenario: `tests/connectors/<id>/scenario.py`.
"""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from socialdesk.connectors.kit.registry import Registry
from socialdesk.connectors.suite.examine import CHECKS, examine
from socialdesk.connectors.suite.find import find_subject
from socialdesk.connectors.suite.scale import Level, Outcome, Report
from tests.connectors.bluesky import network
from tests.flows.bluesky_traffic import Traffic
from tests.peers.fixtures import BlueskyNetwork
from tools.networks import PAGE, written

ROOT = Path(__file__).parents[2]
TOLD = ROOT / "docs" / "connectors" / "scale.md"
NEEDS = {"email": pytest.mark.peer_mail}
"""What those need that are examined with a real server."""
ON_THE_NETWORK = (
    *("first_download", "replay", "incremental", "old_cursor_loses_nothing"),
    *("lost_answers", "killed", "secrets_stay"),
)
"""What is examined in every build where a real server takes its time over each; the rest is asked for by name."""
EXAMINED = sorted(file.parent.name for file in Path(__file__).parent.glob("*/scenario.py"))


def levels_told() -> dict[str, tuple[str, str]]:
    """By connector the level that the page tells, and what it says is missing for the next."""
    lines = TOLD.read_text(encoding="utf-8").split("## How far each comes")[1].splitlines()
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("| `")]
    return {row[0].strip("`"): (row[1], row[2]) for row in rows}


def examined(name: str, only: Iterable[str] = ()) -> Report:
    """The report on one connector."""
    return asyncio.run(examine(find_subject(name, here=ROOT), only))


@pytest.fixture
def briskly(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    """No waiting for the disk, and no line of the log for every byte: thousands of requests are made."""
    monkeypatch.setattr("os.fsync", lambda _: None)
    for name in ("httpcore", "httpx"):
        caplog.set_level(logging.WARNING, logger=name)


@pytest.mark.usefixtures("briskly")
@pytest.mark.parametrize("name", [pytest.param(one, marks=NEEDS.get(one, ())) for one in EXAMINED if one != "bluesky"])
def test_a_connector_comes_as_far_as_is_told_of_it(name: str) -> None:
    expect_told(name)


@pytest.fixture
def bluesky(bluesky_network: BlueskyNetwork, briskly: None) -> Iterator[None]:
    """The network that Bluesky's scenario is played on, with accounts of its own."""
    accounts = [bluesky_network.new_account(name) for name in ("brand", "ann")]
    traffic = Traffic(bluesky_network, accounts[0], accounts[1:], 1)
    network.use(traffic)
    try:
        yield
    finally:
        network.use(None)
        traffic.close()


@pytest.mark.peer_bluesky
@pytest.mark.usefixtures("bluesky")
def test_on_the_network_itself_bluesky_loses_nothing_and_sends_nothing_twice() -> None:
    report = examined("bluesky", ON_THE_NETWORK)
    assert [(one.check.name, one.words) for one in report.findings if one.outcome is not Outcome.PASSED] == []


@pytest.mark.soak
@pytest.mark.peer_bluesky
@pytest.mark.usefixtures("bluesky")
def test_bluesky_comes_as_far_as_is_told_of_it_on_the_network_itself() -> None:
    expect_told("bluesky")


def checks_named(name: str) -> set[str]:
    """The checks that the page of the networks names for one."""
    rows = written(PAGE.read_text(encoding="utf-8")).get(name, {})
    return {word for _, how in rows.values() for word in re.findall(r"`(\w+)`", how) if word in CHECKS}


def expect_told(name: str) -> None:
    """Examine a connector; fails where the page tells something else of it."""
    report = examined(name)
    missing = [one for one in report.findings if one.outcome in (Outcome.FAILED, Outcome.NOT_TRIED)]
    words = "\n".join(f"{one.check.level} {one.check.name}: {one.outcome}: {one.words}" for one in missing)
    assert name in levels_told(), f"{TOLD.name} has no row for `{name}`, which is {report.level}"
    level, told = levels_told()[name]
    assert report.is_at_least(Level.BRONZE), words
    assert report.level == level, words
    assert [one.check.name for one in missing if one.check.name not in told] == [], words
    passed = {one.check.name for one in report.findings if one.outcome is Outcome.PASSED}
    assert checks_named(name) - passed == set(), "docs/connectors/networks.md names checks that did not pass"


def test_what_is_told_is_of_connectors_that_were_examined() -> None:
    ready = {one.id for one in Registry().manifests() if not one.not_yet}
    assert set(EXAMINED) <= ready
    assert set(levels_told()) == set(EXAMINED)
