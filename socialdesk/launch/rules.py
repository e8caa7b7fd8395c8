"""`socialdesk rules …`: lists the rules, writes them to a file or takes those of one, suspends automatic answers."""

from __future__ import annotations

import argparse
import asyncio
from datetime import timedelta
from pathlib import Path

from socialdesk.engine.rule_calls import secret_of
from socialdesk.launch.opening import Unusable, open_workspace
from socialdesk.launch.saying import DONE, REFUSED, complain, printed
from socialdesk.launch.working import Work, working
from socialdesk.model.command import Command
from socialdesk.model.rule import to_form, to_words
from socialdesk.model.rule_command import AskSecondPerson, ImportRules, SetRulePause, SuspendAnswers
from socialdesk.model.rule_file import Names, names_of, read, written
from socialdesk.model.rule_findings import findings
from socialdesk.store.rule_contacts import named
from socialdesk.store.rules import is_suspended
from socialdesk.store.rules import rules as kept_rules
from socialdesk.support.ids import new_id
from socialdesk.support.paths import write_whole

_PATIENCE = timedelta(minutes=2)


def rules(options: argparse.Namespace) -> int:
    """Run one act on rules."""
    return asyncio.run(_rules(options))


async def _rules(options: argparse.Namespace) -> int:
    async with working(open_workspace(options, make=False)) as work:
        match options.act:
            case "list":
                return _list(work)
            case "export":
                return _export(work, options.to)
            case "import":
                return await _import(work, options.file, yes=options.yes)
            case "secret":
                printed({"secret": await asyncio.to_thread(secret_of, work.unlocked.secrets)})
                return DONE
            case "pause":
                return await _carried_out(work, SetRulePause(options.minutes))
            case "second-person":
                return await _carried_out(work, AskSecondPerson(options.on == "on"))
            case _:
                return await _carried_out(work, SuspendAnswers(options.act == "suspend"))


def _names(work: Work) -> Names:
    contacts = named(work.cache, kept_rules(work.cache))
    return names_of(work.cache.channels(), work.cache.people(), work.cache.saved_replies(), contacts)


def _list(work: Work) -> int:
    there = kept_rules(work.cache)
    for one in there:
        begins = one.on_from.isoformat() if one.on_from is not None else None
        told = {"id": one.id, "version": one.version, "on": one.is_on, "begins": begins, "off_because": one.off_because}
        told |= {"waits_for_second_person": one.asked_by is not None}
        printed(told | {"rule": to_form(one)})
    for found in findings(there):
        complain(found.sentence, DONE)
    if is_suspended(work.cache):
        complain("Automatic answers are suspended. To let them leave again: socialdesk rules resume", DONE)
    return DONE


def _export(work: Work, to: Path) -> int:
    there = kept_rules(work.cache)
    try:
        write_whole(to, written(there, _names(work)).encode())
    except OSError as error:
        raise Unusable(f"{to} cannot be written: {error.strerror}.") from error
    printed({"written": str(to), "rules": len(there)})
    return DONE


def _bytes_of(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise Unusable(f"{file} cannot be read: {error.strerror}.") from error


async def _import(work: Work, file: Path, *, yes: bool) -> int:
    found = read(_bytes_of(file), _names(work), kept_rules(work.cache), new_id)
    for sentence in found.refused:
        complain(sentence)
    status = REFUSED if found.refused else DONE
    counts = {"new": [one.name for one in found.rules], "refused": len(found.refused)}
    if not found.rules or not yes:
        printed(counts | {"written": False})
        if found.rules:
            complain("Nothing was written. To take them, switched off: the same with --yes", DONE)
        return status
    done = await _carried_out(work, ImportRules(tuple((one.id, to_words(one)) for one in found.rules)))
    if done == DONE:
        printed(counts | {"written": True})
    return done or status


async def _carried_out(work: Work, command: Command) -> int:
    (given,) = await work.give([command])
    result = await work.result(given.id, _PATIENCE)
    if result is None:
        return complain("The engine did not answer in time; this is kept and will be carried out.")
    return complain(result.sentence, REFUSED) if result.outcome == "rejected" else DONE
