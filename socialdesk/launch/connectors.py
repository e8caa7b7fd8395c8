"""`socialdesk connector …`: examines a connector, of ours or of anybody's, and makes a new one to begin with."""

from __future__ import annotations

import argparse
import asyncio
import sys
from pathlib import Path

from socialdesk.connectors.suite.examine import examine
from socialdesk.connectors.suite.find import NotFound, find_subject
from socialdesk.connectors.suite.making import Unsuitable, make_project
from socialdesk.connectors.suite.scale import CHECKS, Finding, Level, Outcome, Report
from socialdesk.launch.saying import DONE, REFUSED, complain, plain, printed
from socialdesk.support.paths import connectors_folder

_MARKS = {Outcome.PASSED: "+", Outcome.FAILED: "-", Outcome.NOT_APPLICABLE: "/", Outcome.NOT_TRIED: "?"}


def connector(options: argparse.Namespace) -> int:
    """Run one of its acts."""
    return _new(options) if options.act == "new" else _check(options)


def _new(options: argparse.Namespace) -> int:
    into = options.into or Path(f"socialdesk-{options.name.replace('_', '-')}")
    try:
        made = make_project(options.name, into)
    except Unsuitable as error:
        return complain(str(error))
    except OSError as error:
        return complain(f"{into} cannot be written: {error.strerror}.")
    for file in made:
        print(plain(str(file)))
    # A packaged build has no environment to install into; it reads connectors from their folder.
    there = f'--target "{plain(str(connectors_folder()))}" .' if getattr(sys, "frozen", False) else "-e ."
    print(
        f"\nMade. Next: cd {plain(str(into))} && pip install {there} && socialdesk connector check {options.name}",
        file=sys.stderr,
    )
    return DONE


def _check(options: argparse.Namespace) -> int:
    if unknown := set(options.only) - set(CHECKS):
        return complain(f"There is no check {min(unknown)!r}. Without --only all of them are listed.")
    # A connector under way lies where its writer stands, not where Python looks.
    here = Path.cwd()
    if str(here) not in sys.path:
        sys.path.insert(0, str(here))
    try:
        subject = find_subject(options.connector, options.scenario, here=here)
    except NotFound as error:
        return complain(str(error))
    report = asyncio.run(examine(subject, options.only))
    if options.json:
        _print_json(report)
    else:
        _print(report, options.connector, with_requests=bool(options.only))
    if options.only:
        return REFUSED if report.failed else DONE
    return DONE if report.is_at_least(Level(options.at_least)) else REFUSED


def _print(report: Report, named: str, *, with_requests: bool) -> None:
    print(f"{report.connector} {report.version}".rstrip())
    for level in Level:
        findings = report.of(level)
        if not findings:
            continue
        counted = {outcome: sum(one.outcome is outcome for one in findings) for outcome in Outcome}
        said = ", ".join(f"{count} {outcome}" for outcome, count in counted.items() if count)
        print(f"\n{level.upper()}  {said}")
        for one in findings:
            _print_finding(one, named, with_requests=with_requests)
    if not with_requests:
        reached = report.level
        print(f"\nLevel: {reached}" if reached is not None else "\nLevel: none yet; bronze needs all of its checks")


def _print_finding(one: Finding, named: str, *, with_requests: bool) -> None:
    print(f"  {_MARKS[one.outcome]} {one.check.name}: {one.check.fact}")
    if one.words:
        print(f"      {one.outcome}: {plain(one.words)}")
    if with_requests:
        for line in one.asked:
            print(f"        {plain(line)}")
    elif one.outcome is Outcome.FAILED:
        print(f"      see: socialdesk connector check {named} --only {one.check.name}")


def _print_json(report: Report) -> None:
    findings = [
        {
            "check": one.check.name,
            "level": one.check.level.value,
            "fact": one.check.fact,
            "outcome": one.outcome.value,
            "words": one.words,
            "asked": list(one.asked),
        }
        for one in report.findings
    ]
    level = report.level
    told = {"connector": report.connector, "version": report.version, "level": level and level.value}
    printed({**told, "findings": findings})
