"""Runs the checks of the scale on a connector: each in a fresh world; gives a report."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.suite.checks import (
    acting,
    all_of_them,
    declaring,
    failing,
    hearing,
    picturing,
    quietness,
    reading,
    secrecy,
    sending,
    signing,
)
from socialdesk.connectors.suite.scale import (
    CHECKS,
    Check,
    Failing,
    Finding,
    NoSignIn,
    NotApplicable,
    NotTried,
    Outcome,
    Report,
)
from socialdesk.connectors.suite.scenario import Scenario
from socialdesk.connectors.suite.trial import Subject, Trial

BY = (declaring, signing, reading, hearing, sending, picturing, all_of_them, acting, failing, secrecy, quietness)
"""Where the checks stand; importing them has put them on the scale."""
SIGNING_IN = "signs_in"
_NOBODY = f"Nobody can sign in; {SIGNING_IN} says why."
LONGEST_S = 60
"""How long a check may take before it counts as hanging."""


async def examine(
    subject: Subject, only: Iterable[str] = (), told: Callable[[Finding], None] = lambda _: None
) -> Report:
    """Run all checks, or only those named; `told` hears of each as soon as it is done."""
    wanted = set(only) or set(CHECKS)
    findings: list[Finding] = []
    for check in CHECKS.values():
        if check.name in wanted:
            findings.append(await examine_one(subject, check))
            told(findings[-1])
    return Report(subject.name, subject.version, tuple(findings))


async def examine_one(subject: Subject, check: Check) -> Finding:
    """Run one check in a world of its own."""
    if check.needs_world and subject.scenario is None:
        return Finding(check, Outcome.NOT_TRIED, "No scenario was given.")
    make = subject.scenario or Scenario
    with TemporaryDirectory(prefix="socialdesk-check-") as folder:
        trial: Trial | None = None
        try:
            async with asyncio.timeout(LONGEST_S):
                trial = Trial(subject, make(Path(folder)), Path(folder))
                if check.needs_world:
                    async with trial.serving():
                        await check.run(trial)
                else:
                    await check.run(trial)
            outcome, words = Outcome.PASSED, ""
        except NotApplicable as error:
            outcome, words = Outcome.NOT_APPLICABLE, str(error)
        except NotTried as error:
            outcome, words = Outcome.NOT_TRIED, str(error)
        except NoSignIn as error:
            # Once is enough, and where a person would look for it.
            is_here = check.name == SIGNING_IN
            outcome, words = (Outcome.FAILED, str(error)) if is_here else (Outcome.NOT_TRIED, _NOBODY)
        except Failing as error:
            outcome, words = Outcome.FAILED, str(error)
        except ConnectorError as error:
            outcome, words = Outcome.FAILED, f"It failed: {error.failure.sentence} ({error})"
        except TimeoutError:
            outcome, words = Outcome.FAILED, f"It did not end within {LONGEST_S} seconds."
        except Exception as error:  # noqa: BLE001 - whatever a connector does, the next check goes on
            outcome, words = Outcome.FAILED, f"{type(error).__name__}: {error}"
        broke = trial.scenario.broke() if trial is not None else ()
        if broke and outcome is not Outcome.NOT_TRIED:
            outcome, words = Outcome.FAILED, f"The stand-in itself failed at {broke[0]}. {words}".rstrip()
        return Finding(check, outcome, words, tuple(trial.tap.trace) if trial is not None else ())
