"""`socialdesk contact …`: finds people of the audience, gives out all that is held about one, or forgets them."""

from __future__ import annotations

import argparse
import asyncio
from datetime import timedelta
from pathlib import Path

from socialdesk.launch.opening import Unusable, open_workspace
from socialdesk.launch.saying import DONE, WRONG, complain, printed
from socialdesk.launch.working import Work, working
from socialdesk.model.command import EraseContact
from socialdesk.model.identifiers import ContactId, ThreadId
from socialdesk.store.contact_archive import write_archive
from socialdesk.store.contact_record import contact_record, contacts_called

_PATIENCE = timedelta(minutes=2)


def contact(options: argparse.Namespace) -> int:
    """Run one act on contacts."""
    return asyncio.run(_contact(options))


async def _contact(options: argparse.Namespace) -> int:
    async with working(open_workspace(options, make=False)) as work:
        match options.act:
            case "find":
                found = contacts_called(work.cache, options.name)
                for id_, name, handle, platform in found:
                    print(f"{id_}\t{name}\t@{handle}\t{platform}")
                if not found:
                    complain("Nobody is called like this.")
                return DONE
            case "export":
                return _export(work, ContactId(options.contact), options.to)
            case _:
                return await _erase(work, ContactId(options.contact), yes=options.yes)


def _export(work: Work, id_: ContactId, to: Path) -> int:
    record = contact_record(work.cache, work.desk.drafts(), id_)
    if record is None:
        raise Unusable(f"There is no contact {id_}. Find the number with: socialdesk contact find NAME")
    try:
        write_archive(record, to)
    except OSError as error:
        raise Unusable(f"{to} cannot be written: {error.strerror}.") from error
    printed({"written": str(to), "threads": len(record["threads"])})
    return DONE


async def _erase(work: Work, id_: ContactId, *, yes: bool) -> int:
    known = work.cache.contact(id_)
    if known is None:
        raise Unusable(f"There is no contact {id_}. Find the number with: socialdesk contact find NAME")
    threads = [ThreadId(row[0]) for row in work.cache.ask("SELECT id FROM thread WHERE contact_id = ?", (id_,))]
    if not yes:
        complain(
            f"This forgets {known.name} (@{known.handle}) for good: {len(threads)} threads with all that was written in"
            " them, notes, drafts, pictures, and the copies that were made of the workspace file before. Nobody can"
            " bring it back. Say it again with --yes."
        )
        return WRONG
    (given,) = await work.give([EraseContact(id_)])
    result = await work.result(given.id, _PATIENCE)
    if result is None or result.outcome != "accepted":
        complain(result.sentence if result else "The engine did not answer; they are forgotten as soon as it does.")
        return WRONG
    waiting = {picture.id for one in work.cache.outbox() for picture in one.pictures}
    work.desk.forget(threads, needed=waiting)
    printed({"erased": id_, "threads": len(threads)})
    return DONE
