"""Checks that nothing secret turns up where it is read, shown, logged or passed on."""

from __future__ import annotations

import logging
from urllib.parse import quote

from socialdesk.connectors.kit.contract import Page
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.suite import faults
from socialdesk.connectors.suite.delivery import intent_of, perform, targets
from socialdesk.connectors.suite.scale import Failing, Level, NotApplicable, check
from socialdesk.connectors.suite.trial import Trial


class _Ear(logging.Handler):
    """Hears every line of every log."""

    def __init__(self) -> None:
        super().__init__(0)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage() + (str(record.exc_info[1]) if record.exc_info else ""))


def _secrets(trial: Trial) -> set[str]:
    stand_in = trial.scenario.stand_in
    return {*trial.scenario.secrets, *(stand_in.tokens if stand_in is not None else ())} - {""}


@check(Level.BRONZE, "No password or token is in an event, an error, a log or an address.")
async def secrets_stay(trial: Trial) -> None:
    secrets = _secrets(trial)
    ear = _Ear()
    # Not of `httpx`: it tells addresses by itself, and is quietened in the program.
    names = dict.fromkeys(("socialdesk", type(trial.connector).__module__.split(".")[0]))
    loggers = [logging.getLogger(name) for name in names]
    levels = [one.level for one in loggers]
    for one in loggers:
        one.addHandler(ear)
        one.setLevel(logging.DEBUG)
    try:
        await _at_work(trial)
    finally:
        for one, level in zip(loggers, levels, strict=True):
            one.removeHandler(ear)
            one.setLevel(level)
    # A sign-in may have made tokens of its own.
    secrets |= _secrets(trial)
    if not secrets:
        if trial.manifest.hosts or trial.scenario.stand_in is not None:
            raise Failing("The scenario names no secret that could leak.")
        raise NotApplicable("There is nothing secret.")
    told = [(f"an {'event' if isinstance(one, Page) else 'error'}", text) for one in trial.told for text in _texts(one)]
    told += [("a line of a log", line) for line in ear.lines]
    if not trial.scenario.secret_in_address:
        for one in trial.tap.seen:
            told.append(("an address", one.url + " " + " ".join(f"{key}={value}" for key, value in one.params)))
    for where, text in told:
        if any(secret in text or quote(secret, safe="") in text for secret in secrets):
            raise Failing(f"A secret is in {where}.")


@check(Level.BRONZE, "Only hosts are asked that the manifest declares or a person typed.")
async def declared_hosts(trial: Trial) -> None:
    try:
        await _at_work(trial)
    except Failing:
        if not trial.tap.strayed:
            raise
    if trial.tap.strayed:
        raise Failing(f"It asked {trial.tap.strayed[0]}, which no `hosts` of the manifest and nobody named.")


async def _at_work(trial: Trial) -> None:
    """Read, answer, and go wrong in several ways."""
    session = await trial.start()
    await trial.read(session)
    try:
        kinds = await targets(trial, session, "reply")
    except NotApplicable:
        kinds = {}
    for kind, target in kinds.items():
        await perform(trial, session, intent_of(trial, session, target.answer(f"Nothing secret, {kind}.")))
    seen = list(trial.tap.seen)
    for fault in (faults.status(400), faults.status(401), faults.status(500), faults.html(), faults.closed()):
        with trial.spoiling(lambda _, __, fault=fault: fault):
            for stream in trial.streams:
                try:
                    await trial.pull(trial.session(), stream, None)
                except (ConnectorError, Failing):
                    continue
            for target in kinds.values():
                await perform(trial, session, intent_of(trial, session, target.answer("Nothing secret.")))
            try:
                trial.told.append(await trial.session().check())
            except ConnectorError as error:
                trial.told.append(error)
            seen += trial.tap.seen
    trial.tap.seen[:0] = seen


def _texts(one: object) -> list[str]:
    if isinstance(one, Page):
        # `raw` is kept out of the text form of an event, and goes to the disk all the same.
        return [one.next_cursor, *(f"{event!r} {getattr(event, 'raw', '')}" for event in one.events)]
    if isinstance(one, ConnectorError):
        return [str(one), repr(one.failure)]
    return [repr(one)]
