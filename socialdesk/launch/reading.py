"""`socialdesk threads`, `show`, `outbox`, `export`: reads the workspace and prints it, as text or as JSON lines.

Their JSON fields are promised in docs/user/command-line.md.
"""

from __future__ import annotations

import argparse
import asyncio
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

from socialdesk.launch.opening import Unusable, open_workspace
from socialdesk.launch.saying import DONE, complain, plain, printed
from socialdesk.launch.working import Work, working
from socialdesk.model.channel import Channel
from socialdesk.model.identifiers import ChannelId, PersonId, ThreadId
from socialdesk.model.message import Direction, Entry, Happening, Message, Note
from socialdesk.model.thread import Status, Thread
from socialdesk.model.view import BUILT_IN, Filter, View, channel_view
from socialdesk.store.conversation import Mark, conversation
from socialdesk.store.queue_page import queue_page
from socialdesk.store.search import search
from socialdesk.support.clock import HERE

EVERYTHING = View("everything", Filter(statuses=frozenset(Status)))


def threads(options: argparse.Namespace) -> int:
    """List threads of a view, or what a search finds."""
    return asyncio.run(_threads(options))


def show(options: argparse.Namespace) -> int:
    """Show one thread."""
    return asyncio.run(_show(options))


def outbox(options: argparse.Namespace) -> int:
    """List what has not reached its platform."""
    return asyncio.run(_outbox(options))


def export(options: argparse.Namespace) -> int:
    """Print everything, one object a line."""
    return asyncio.run(_export(options))


async def _threads(options: argparse.Namespace) -> int:
    async with working(open_workspace(options, make=False)) as work:
        names = Names(work)
        if options.search is not None:
            found = search(work.cache, options.search, work.clock.now().astimezone(HERE), limit=options.limit or 100)
            if found.sentence:
                complain(found.sentence)
            listed: Iterator[Thread] = (hit.thread for hit in found.hits)
        else:
            listed = _paged(work, _view(work, options.view))
        for number, thread in enumerate((_unseen(one, options) for one in listed), 1):
            if options.json:
                printed(names.thread(thread))
            else:
                due = f"due {_local(thread.due_at)}" if thread.due_at else thread.status.value
                print(f"{thread.id:>6}  {due:<20}  {plain(thread.contact_name):<24.24}  {plain(thread.preview):.80}")
            if number == options.limit:
                break
    return DONE


async def _show(options: argparse.Namespace) -> int:
    async with working(open_workspace(options, make=False)) as work:
        names = Names(work)
        thread = work.cache.thread(ThreadId(options.thread))
        if thread is None:
            return complain(f"There is no thread {options.thread}. See: socialdesk threads")
        thread = _unseen(thread, options)
        if options.json:
            printed(names.thread(thread))
        else:
            print(
                f"{plain(thread.contact_name)}  {thread.kind.value}  {thread.status.value}  {plain(thread.permalink)}"
            )
        for entry in _entries(work, thread, options):
            if options.json:
                printed(names.entry(entry))
            else:
                print(_line(entry))
    return DONE


async def _outbox(options: argparse.Namespace) -> int:
    async with working(open_workspace(options, make=False)) as work:
        for one in work.cache.outbox():
            if options.json:
                printed(
                    {
                        "command": one.command,
                        "thread": one.thread_id,
                        "act": one.act,
                        "state": one.state.value,
                        "reason": one.state_reason,
                        "not_before": one.not_before.isoformat(),
                        "text": one.text,
                    }
                )
            else:
                print(f"{one.thread_id:>6}  {one.state.value:<9}  {plain(one.text):.60}  {plain(one.state_reason)}")
    return DONE


async def _export(options: argparse.Namespace) -> int:
    async with working(open_workspace(options, make=False)) as work:
        names = Names(work)
        for thread in (_unseen(one, options) for one in _paged(work, EVERYTHING)):
            printed({"type": "thread", **names.thread(thread)})
            for entry in _entries(work, thread, options):
                printed({"type": _TYPES[type(entry)], **names.entry(entry)})
    return DONE


HIDDEN, KEPT = "Hidden message", "Kept out of sight. See it with --hidden."
_TYPES: dict[type, str] = {Message: "message", Note: "note", Happening: "event"}


class Names:
    """The names behind the numbers, read once."""

    def __init__(self, work: Work) -> None:
        self._channels: dict[ChannelId, Channel] = {one.id: one for one in work.cache.channels()}
        self._people: dict[PersonId, str] = {one.id: one.name for one in work.cache.people()}

    def thread(self, thread: Thread) -> dict[str, Any]:
        """The promised fields of a thread."""
        channel = self._channels.get(thread.channel_id)
        return {
            "id": thread.id,
            "channel": channel.handle or channel.name if channel else "",
            "platform": channel.platform if channel else "",
            "kind": thread.kind.value,
            "status": thread.status.value,
            "assignee": self._people.get(thread.assignee_id) if thread.assignee_id else None,
            "contact": thread.contact_name,
            "subject": thread.subject or thread.preview,
            "unread": thread.unread,
            "waiting_since": _iso(thread.waiting_since),
            "due_at": _iso(thread.due_at),
            "tags": list(thread.tags),
            "permalink": thread.permalink,
        }

    def entry(self, entry: Entry) -> dict[str, Any]:
        """The promised fields of a message, or those of a note or event."""
        match entry:
            case Message():
                return {
                    "id": entry.id,
                    "thread": entry.thread_id,
                    "external_id": entry.external_id,
                    "direction": entry.direction.value,
                    "author": entry.author_name,
                    "text": entry.text,
                    "created_at": _iso(entry.created_at),
                    "edited_at": _iso(entry.edited_at),
                    "deleted_at": _iso(entry.deleted_at),
                    "state": entry.state.value,
                }
            case Note():
                return {"note": entry.id, "thread": entry.thread_id, "author": entry.person_name, "text": entry.text,
                        "created_at": _iso(entry.created_at)}  # fmt: skip
            case Happening():
                return {"event": entry.id, "thread": entry.thread_id, "author": entry.person_name, "what": entry.what,
                        "detail": entry.detail, "created_at": _iso(entry.at)}  # fmt: skip


def _view(work: Work, name: str) -> View:
    if name.startswith("channel:") and name.removeprefix("channel:").isdigit():
        return channel_view(ChannelId(int(name.removeprefix("channel:"))))
    known = {view.id: view for view in (*BUILT_IN, *work.cache.views(), EVERYTHING)}
    if name not in known:
        raise Unusable(f"There is no view {name!r}. There are: {', '.join(known)}, channel:ID.")
    return known[name]


def _paged(work: Work, view: View) -> Iterator[Thread]:
    key = None
    while True:
        page = queue_page(work.cache, view, work.me, key, 200)
        yield from page.rows
        key = page.next
        if key is None:
            return


def _unseen(thread: Thread, options: argparse.Namespace) -> Thread:
    """A thread without what is kept out of sight, unless that was asked for."""
    if not thread.is_shielded or options.hidden:
        return thread
    return replace(thread, contact_name=HIDDEN, contact_handle="", preview=KEPT, subject="", permalink="")


def _unsaid(entry: Entry) -> Entry:
    if isinstance(entry, Message) and entry.direction is Direction.IN:
        return replace(entry, text=KEPT, author_name=HIDDEN, author_handle="")
    return entry


def _entries(work: Work, thread: Thread, options: argparse.Namespace) -> list[Entry]:
    entries = _all_entries(work, thread)
    return [_unsaid(entry) for entry in entries] if thread.is_shielded and not options.hidden else entries


def _all_entries(work: Work, thread: Thread) -> list[Entry]:
    entries: list[Entry] = []
    before: Mark | None = None
    while True:
        page = conversation(work.cache, thread.id, before, 500)
        entries[:0] = page.entries
        if not page.has_older:
            return entries
        before = page.oldest


def _line(entry: Entry) -> str:
    match entry:
        case Message():
            state = "" if entry.direction.value == "in" else f" [{entry.state.value}]"
            gone = " [deleted]" if entry.deleted_at else ""
            return f"{_local(entry.created_at)}  {plain(entry.author_name)}{state}{gone}: {plain(entry.text)}"
        case Note():
            return f"{_local(entry.created_at)}  Note, {plain(entry.person_name)}: {plain(entry.text)}"
        case Happening():
            detail = _to_whom(entry.detail) if entry.what == "routed" else entry.detail
            return f"{_local(entry.at)}  {plain(entry.person_name)} {entry.what} {plain(detail)}".rstrip()


def _to_whom(detail: str) -> str:
    """Who was given a thread and why, in a few words; the whole of it is in the written form."""
    try:
        said = json.loads(detail)
        return f"to {said.get('person_name') or 'the team'} ({said['why']})"
    except (ValueError, KeyError, AttributeError):
        return ""


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _local(moment: datetime | None) -> str:
    return moment.astimezone().strftime("%Y-%m-%d %H:%M") if moment else ""
