"""Gives a command that needs the network and waits until it is decided."""

from __future__ import annotations

from datetime import timedelta

from socialdesk.launch.working import Work
from socialdesk.model.command import Command
from socialdesk.model.identifiers import CommandId

_WITHIN = timedelta(minutes=2)


async def decided(work: Work, command: Command) -> tuple[CommandId, str, str]:
    """Its number, the outcome, and what was told."""
    (given,) = await work.give([command])
    if work.engine is not None:
        await work.engine.decide_network()
    found = await work.result(given.id, _WITHIN)
    if found is None:
        return given.id, "unknown", "The engine did not answer in time. Look again with: socialdesk channel list"
    return given.id, found.outcome, found.sentence
