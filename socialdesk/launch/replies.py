"""`socialdesk replies export|import`: writes the saved replies to a file, or takes those of a file, all or none."""

from __future__ import annotations

import argparse
import asyncio
from datetime import timedelta
from functools import partial
from pathlib import Path

from socialdesk.desktop.bridge.picture_files import Shown
from socialdesk.launch.opening import Unusable, open_workspace
from socialdesk.launch.saying import DONE, REFUSED, complain, plain, printed
from socialdesk.launch.working import Work, working
from socialdesk.model.saved_reply import Scope
from socialdesk.model.saved_reply_check import SENTENCES, Problem
from socialdesk.model.saved_reply_file import ReadFile, Unreadable, as_csv, as_json, read
from socialdesk.model.saved_reply_import import REASONS, Refused, planned
from socialdesk.model.saved_reply_names import Names, names_of
from socialdesk.store import shelf
from socialdesk.support.paths import write_whole

_PATIENCE = timedelta(minutes=2)
_WHY = {
    "huge": "It is too large: at most 20,000 rows, 20 MB as CSV, 100 MB as JSON. Split it.",
    "empty": "It is empty.",
    "spreadsheet": "It is a spreadsheet. Save it as CSV there.",
    "encoding": "Its letters cannot be read as {detail}. Save it as UTF-8 and try again.",
    "json": "It is no JSON that holds a list of saved replies (line {detail}).",
    "newer": "It was written by a newer SocialDesk. Install that one.",
    "columns": "It has no column called text. Its columns are: {detail}",
    "csv": "Line {detail} cannot be read: a quote is not closed, or a cell is huge.",
}


def replies(options: argparse.Namespace) -> int:
    """Run one act on saved replies."""
    return asyncio.run(_replies(options))


async def _replies(options: argparse.Namespace) -> int:
    async with working(open_workspace(options, make=False)) as work:
        if options.act == "export":
            return _export(work, options.to, options.format)
        return await _import(work, options.file, options.language, yes=options.yes)


def _names(work: Work) -> Names:
    return names_of(work.cache.channels(), work.cache.people())


def _export(work: Work, to: Path, wanted: str | None) -> int:
    mine = [one for one in work.cache.saved_replies() if one.scope is not Scope.ME or one.owner_id in (work.me, None)]
    is_json = (wanted or to.suffix.removeprefix(".").lower()) == "json"
    text = as_json(mine, _names(work), partial(shelf.picture, work.cache)) if is_json else as_csv(mine, _names(work))
    left = 0 if is_json else sum(len(one.pictures) for one in mine)
    if left:
        complain(f"{left} pictures have no place in CSV; JSON takes them along.", DONE)
    try:
        write_whole(to, text.encode())
    except OSError as error:
        raise Unusable(f"{to} cannot be written: {error.strerror}.") from error
    printed({"written": str(to), "replies": len(mine)})
    return DONE


async def _import(work: Work, file: Path, language: str, *, yes: bool) -> int:
    found = _read(file)
    library = work.cache.saved_replies()
    shown = Shown(library)
    plan = planned(found, library, work.me, _names(work), language, shown.picture)
    for entry in plan.refused:
        complain(f"row {entry.row}{f' (/{entry.shortcut})' if entry.shortcut else ''}: {_sentence(entry)}")
    counts = {
        "new": len(plan.new),
        "changed": len(plan.changed),
        "same": len(plan.same),
        "refused": len(plan.refused),
        "encoding": found.encoding,
        "ignored": [plain(name) for name in found.ignored],
    }
    command = plan.command()
    if command is None or not yes:
        printed(counts | {"written": False})
        if command is not None:
            complain("Nothing was written. To take them: the same with --yes", DONE)
        return REFUSED if plan.refused else DONE
    for made in shown.made.values():
        work.desk.keep_outgoing(made.picture, made.data, made.thumb, work.clock.now())
    (given,) = await work.give([command])
    result = work.cache.result(given.id) if work.engine else await work.result(given.id, _PATIENCE)
    if result is None:
        return complain("The engine did not answer in time; the import is kept and will be carried out.")
    if result.outcome == "rejected":
        return complain(f"{result.sentence} Nothing of the file was taken.", REFUSED)
    printed(counts | {"written": True})
    return REFUSED if plan.refused else DONE


def _read(file: Path) -> ReadFile:
    try:
        return read(file.read_bytes())
    except OSError as error:
        raise Unusable(f"{file} cannot be read: {error.strerror}.") from error
    except Unreadable as error:
        raise Unusable(f"{file}: {_WHY[error.why].format(detail=error.detail)} Nothing was changed.") from error


def _sentence(entry: Refused) -> str:
    if isinstance(entry.reason, Problem):
        return SENTENCES[entry.reason]
    return REASONS[entry.reason].format(detail=entry.detail)
