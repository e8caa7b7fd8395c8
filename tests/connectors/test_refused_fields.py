"""A sign-in that is refused for what was typed says in which field it was typed."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import about, failed
from socialdesk.connectors.suite.find import find_subject
from socialdesk.connectors.suite.trial import Trial
from socialdesk.model.failure import Failure, FailureKind

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("network", ["telegram", "discord", "mastodon", "facebook", "instagram", "threads"])
def test_a_wrong_token_is_refused_at_its_field(network: str, tmp_path: Path) -> None:
    async def refused() -> Failure:
        subject = find_subject(network, here=ROOT)
        assert subject.scenario is not None
        trial = Trial(subject, subject.scenario(tmp_path), tmp_path)
        async with trial.serving():
            return await trial.failure_of(trial.sign_in(trial.scenario.wrong))

    failure = asyncio.run(refused())
    assert failure.field == "token"


def test_what_is_refused_is_about_the_inner_field_and_trouble_about_none() -> None:
    told: list[str] = []
    for kind, field in ((FailureKind.INVALID, ""), (FailureKind.INVALID, "server"), (FailureKind.OFFLINE, "")):
        with pytest.raises(ConnectorError) as caught, about("password"):
            raise failed(kind, "It is refused. Try again.", field=field)
        told.append(caught.value.failure.field)
    assert told == ["password", "server", ""]
