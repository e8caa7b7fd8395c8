"""`socialdesk reply`, `note`, `done`, `snooze`, `assign`: gives one command and says what became of it."""

from __future__ import annotations

import argparse
import asyncio
from datetime import UTC, datetime, timedelta

from socialdesk.launch.opening import Unusable, open_workspace
from socialdesk.launch.saying import DONE, REFUSED, UNREACHABLE, complain
from socialdesk.launch.working import Work, working
from socialdesk.model.channel import ChannelState
from socialdesk.model.command import AddNote, Assign, Command, MarkDone, Reply, Snooze
from socialdesk.model.delivery import Delivery
from socialdesk.model.identifiers import CommandId, MessageId, PersonId
from socialdesk.model.saved_reply import has_hole, plain
from socialdesk.model.thread import Thread

UNDO = timedelta(seconds=10)
WITHIN = timedelta(minutes=1)


def act(options: argparse.Namespace) -> int:
    """Give the command that the verb stands for."""
    return asyncio.run(_act(options))


async def _act(options: argparse.Namespace) -> int:
    async with working(open_workspace(options, make=False)) as work:
        thread = work.cache.thread(options.thread)
        if thread is None:
            return complain(f"There is no thread {options.thread}. See: socialdesk threads")
        (given,) = await work.give([_command(work, options, thread)])
        result = work.cache.result(given.id) if work.engine else await work.result(given.id, WITHIN)
        if result is None:
            return complain("The engine did not answer in time; the command is kept and will be carried out.")
        if result.outcome == "rejected":
            return complain(result.sentence, REFUSED)
        if options.verb != "reply":
            return DONE
        return await _followed(work, given.id, wait=options.wait or options.send_now)


def _command(work: Work, options: argparse.Namespace, thread: Thread) -> Command:
    match options.verb:
        case "reply":
            if not options.text.strip():
                raise Unusable("The answer is empty: --text TEXT")
            if has_hole(options.text):
                raise Unusable("The answer still has an unfilled {blank}. Nothing was sent.")
            now = work.clock.now()
            if options.at is not None and options.send_now:
                raise Unusable("Either --send-now or --at: an answer leaves at one moment.")
            at = None if options.at is None else _moment(work, options.at)
            not_before = at or (now if options.send_now else now + UNDO)
            return Reply(thread.id, options.text, MessageId(thread.last_message_id), not_before)
        case "note":
            if not options.text.strip():
                raise Unusable("The note is empty: --text TEXT")
            return AddNote(thread.id, options.text)
        case "done":
            return MarkDone(thread.id)
        case "snooze":
            return Snooze(thread.id, _moment(work, options.until))
        case _:
            return Assign(thread.id, _person(work, options.person))


async def _followed(work: Work, command: CommandId, *, wait: bool) -> int:
    """Send what may go now, and say where the answer stands."""
    if work.engine is not None:
        await work.engine.drain(most=UNDO + timedelta(seconds=5) if wait else timedelta(0))
    found = await work.delivery(command, WITHIN if wait else timedelta(0))
    if found is None:
        return DONE
    state, reason = found
    print(state.value)
    match state:
        case Delivery.SENT | Delivery.SEEN:
            return DONE
        case Delivery.QUEUED:
            if work.engine is not None:
                complain("The answer is kept. It goes out with the next: socialdesk sync --once")
            return DONE
        case Delivery.WAITING | Delivery.SENDING:
            status = UNREACHABLE if _is_offline(work, command) else REFUSED
            return complain(f"{reason} The answer is kept and goes out with the next: socialdesk sync --once", status)
        case _:
            return complain(reason, REFUSED)


def _is_offline(work: Work, command: CommandId) -> bool:
    """Whether the channel of an answer cannot be reached, rather than that it wants us to wait."""
    outbound = work.cache.outbound(command)
    channels = {one.id: one.state for one in work.cache.channels()}
    return outbound is not None and channels.get(outbound.channel_id) is ChannelState.OFFLINE


def _moment(work: Work, text: str) -> datetime | None:
    if text == "answer":
        return None
    try:
        moment = datetime.fromisoformat(text).astimezone(UTC)
    except ValueError:
        raise Unusable(f"{text!r} is not a moment. Write it like 2026-11-24T09:00, or 'answer'.") from None
    if moment <= work.clock.now():
        raise Unusable(f"{text} has passed already. Choose a later moment.")
    return moment


def _person(work: Work, name: str) -> PersonId | None:
    if name == "nobody":
        return None
    people = work.cache.people()
    if name == "me":
        found = [person for person in people if person.is_me]
    else:
        found = [person for person in people if plain(person.name) == plain(name)] or [
            person for person in people if plain(person.name).startswith(plain(name))
        ]
    if len(found) != 1:
        known = ", ".join(person.name for person in people) or "nobody yet"
        raise Unusable(f"{name!r} is {'several people' if found else 'nobody here'}. There are: {known}.")
    return found[0].id
