"""Checks of answers to all: they go to just those they name, and an answer to one person goes to nobody else."""

from __future__ import annotations

from dataclasses import replace

from socialdesk.connectors.suite.delivery import Target, carry, intent_of
from socialdesk.connectors.suite.scale import Failing, Level, NotApplicable, NotTried, check
from socialdesk.connectors.suite.trial import Trial
from socialdesk.model.answering_all import everybody_of
from socialdesk.model.event import MessageSeen
from socialdesk.model.message import Place, Recipient


@check(Level.GOLD, "An answer to all goes to just those it names, and an answer to one person to nobody else.")
async def answers_to_all(trial: Trial) -> None:
    session = await trial.start()
    kinds = [kind for kind in trial.kinds if session.capabilities(kind).can("reply_all")]
    if not kinds:
        raise NotApplicable("It offers no answer to all.")
    seen, cursors = await trial.read(session)
    for kind in kinds:
        chosen = next((one for one in seen.standing().values() if one.kind is kind and _everybody(one)), None)
        if chosen is None:
            raise NotTried(f"No {kind} of the scenario went to several people.")
        whole = replace(Target(chosen).answer(f"To all of you, {kind}."), recipients=_everybody(chosen))
        alone = Target(chosen).answer(f"To you alone, {kind}.")
        for answer in (whole, alone):
            words = f"An answer to {'all' if answer.recipients else 'the writer'} of a {kind}"
            receipt = await carry(trial, session, intent_of(trial, session, answer), words)
            if trial.scenario.count(answer.text) != 1:
                raise Failing(f"{words} stands there {trial.scenario.count(answer.text)} times.")
            seen, cursors = await trial.read(session, cursors, seen)
            echo = seen.messages.get(receipt.remote_id)
            if echo is None:
                raise Failing(f"{words} does not come back as ours.")
            if _named(echo.recipients) != _named(answer.recipients):
                raise Failing(f"{words} went to others: {sorted(_named(echo.recipients))}.")


def _everybody(one: MessageSeen) -> tuple[Recipient, ...]:
    first = None if one.author.is_own else Recipient(Place.TO, one.author.remote_id, one.author.name)
    return everybody_of(first, one.recipients)


def _named(recipients: tuple[Recipient, ...]) -> set[tuple[str, str]]:
    return {(one.place.value, one.address) for one in recipients}
