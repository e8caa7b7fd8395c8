"""`socialdesk contact …`: finds people of the audience, gives out all that is held about one, or forgets them."""

from __future__ import annotations

import argparse
import asyncio
import html
import json
import zipfile
from datetime import timedelta
from pathlib import Path
from typing import Any

from socialdesk.launch.opening import Unusable, open_workspace
from socialdesk.launch.saying import DONE, WRONG, complain, printed
from socialdesk.launch.working import Work, working
from socialdesk.model.command import EraseContact
from socialdesk.model.identifiers import ContactId, ThreadId
from socialdesk.store.contact_record import contact_record, contacts_called

_PATIENCE = timedelta(minutes=2)
_PAGE = """<!doctype html><meta charset="utf-8"><title>{title}</title>
<style>body{{font:15px/1.5 sans-serif;max-width:44em;margin:2em auto}}time{{opacity:.7}}blockquote{{margin:.3em 0 1em;
white-space:pre-wrap;border-left:3px solid currentColor;padding-left:.8em}}</style><h1>{title}</h1>{body}"""


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
    record = contact_record(work.cache, work.desk, id_)
    if record is None:
        raise Unusable(f"There is no contact {id_}. Find the number with: socialdesk contact find NAME")
    try:
        # A file of somebody's private messages is for its owner's eyes.
        to.touch(mode=0o600)
        with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("contact.json", json.dumps(record, ensure_ascii=False, indent=1))
            archive.writestr("contact.html", page(record))
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
    work.desk.forget(threads)
    printed({"erased": id_, "threads": len(threads)})
    return DONE


def page(record: dict[str, Any]) -> str:
    """The record as a page that anybody can read; everything in it is text, nothing loads from anywhere."""
    said = html.escape
    parts = [f"<p>{said(key)}: {said(str(value))}</p>" for key, value in record["profile"].items() if value]
    parts += [f"<p>{said(one['platform'])}: {said(one['id'])}</p>" for one in record["accounts"]]
    for thread in record["threads"]:
        parts.append(f"<h2>{said(thread['kind'])}, {said(thread['status'])}</h2>")
        parts += [_line(message) for message in thread["messages"]]
        parts += [_line({"from": "Note", **note}) for note in thread["notes"]]
        parts += [_line({"from": "Draft", "at": "", "text": text}) for text in thread["drafts"]]
    if record["elsewhere"]:
        parts.append("<h2>In threads of others</h2>")
        parts += [_line(message) for message in record["elsewhere"]]
    return _PAGE.format(title=said(record["profile"]["name"]), body="\n".join(parts))


def _line(message: dict[str, Any]) -> str:
    said = html.escape
    earlier = "".join(f"<p>Before: {said(text)}</p>" for text in message.get("earlier_texts", ()))
    when = said(str(message["at"] or ""))
    return (
        f"<p>{said(message['from'])} <time>{when}</time></p><blockquote>{said(message['text'])}{earlier}</blockquote>"
    )
