"""`socialdesk channel …`: connects, lists, checks and removes channels."""

from __future__ import annotations

import argparse
import asyncio

from socialdesk.launch.access import say_access
from socialdesk.launch.deciding import decided
from socialdesk.launch.opening import open_workspace
from socialdesk.launch.saying import DONE, REFUSED, UNREACHABLE, WRONG, complain, plain, printed
from socialdesk.launch.signing_in import add, networks
from socialdesk.launch.working import Work, working
from socialdesk.model.channel import Channel
from socialdesk.model.command import ConsentToMedia, RemoveChannel
from socialdesk.store.protection import Unlocked


def channel(options: argparse.Namespace) -> int:
    """Run one of its acts."""
    if options.act == "add":
        return add(options)
    if options.act == "networks":
        return networks()
    unlocked = open_workspace(options, make=False)
    match options.act:
        case "list":
            return asyncio.run(_list(unlocked, as_json=options.json))
        case "check":
            return asyncio.run(_check(unlocked, options.channel))
        case "pictures":
            return asyncio.run(_pictures(unlocked, options.channel, options.when))
        case _:
            return asyncio.run(_remove(unlocked, options.channel, erase=options.erase))


async def _list(unlocked: Unlocked, *, as_json: bool) -> int:
    async with working(unlocked) as work:
        for one in work.cache.channels():
            if as_json:
                printed(
                    {
                        "id": one.id,
                        "platform": one.platform,
                        "name": one.name,
                        "handle": one.handle,
                        "server": one.server,
                        "state": one.state.value,
                        "reason": one.state_reason,
                        "last_pull_at": one.last_pull_at and one.last_pull_at.isoformat(),
                    }
                )
            else:
                said = (str(one.id), one.platform, one.handle or one.name, one.state.value, one.state_reason)
                print("\t".join(plain(word) for word in said))
    return DONE


async def _check(unlocked: Unlocked, number: int | None) -> int:
    status = DONE
    async with working(unlocked) as work:
        chosen = [one for one in work.cache.channels() if number in (None, one.id)]
        if not chosen:
            return complain(f"There is no channel {number}. See: socialdesk channel list")
        for one in chosen:
            status = max(status, await _check_one(work, one))
    return status


async def _check_one(work: Work, one: Channel) -> int:
    name = plain(one.handle or one.name)
    if work.engine is None:
        print(f"{name}: {one.state.value} {plain(one.state_reason)}".rstrip())
        return REFUSED if one.state.needs_person else DONE
    health = await work.engine.check(one.id)
    if health is None:
        return complain(f"{name}: its connector is missing.", WRONG)
    if health.failure is not None:
        return complain(
            f"{name}: {health.failure.sentence}", UNREACHABLE if health.failure.kind.value == "Offline" else REFUSED
        )
    print(f"{name}: well")
    say_access(one.platform, one.handle, health.granted)
    return DONE


async def _pictures(unlocked: Unlocked, number: int, when: str) -> int:
    async with working(unlocked) as work:
        if all(one.id != number for one in work.cache.channels()):
            return complain(f"There is no channel {number}. See: socialdesk channel list")
        _, outcome, sentence = await decided(work, ConsentToMedia(number, on=when == "always"))
        return DONE if outcome == "accepted" else complain(sentence)


async def _remove(unlocked: Unlocked, number: int, *, erase: bool) -> int:
    async with working(unlocked) as work:
        _, outcome, sentence = await decided(work, RemoveChannel(number, erase))
        return DONE if outcome == "accepted" else complain(sentence)
