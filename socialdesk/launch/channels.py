"""`socialdesk channel …`: connects, lists, checks and removes channels."""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
from collections.abc import Iterable
from datetime import timedelta

from socialdesk.connectors.kit.registry import Registry
from socialdesk.launch.opening import open_workspace
from socialdesk.launch.saying import DONE, REFUSED, UNREACHABLE, WRONG, complain, plain, printed
from socialdesk.launch.working import Work, working
from socialdesk.model.channel import Channel
from socialdesk.model.command import Command, ConnectChannel, ConsentToMedia, RemoveChannel
from socialdesk.store.protection import Protection, Unlocked
from socialdesk.support.ids import new_id
from socialdesk.support.secrets import SessionSecrets

WITHIN = timedelta(minutes=2)


def channel(options: argparse.Namespace) -> int:
    """Run one of its acts."""
    if options.act == "add":
        return _add(options)
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


def _add(options: argparse.Namespace) -> int:
    if options.days < 1:
        return complain("--days takes a number from 1 up.")
    if options.platform != "demo" and not (options.identifier and options.password_stdin):
        return complain("Say who signs in, and give the password on standard input: --identifier NAME --password-stdin")
    if options.password_stdin and sys.stdin.isatty():
        print("Password: ", end="", file=sys.stderr, flush=True)
    secret = sys.stdin.readline().rstrip("\r\n") if options.password_stdin else ""
    unlocked = open_workspace(options, make=True)
    if isinstance(unlocked.secrets, SessionSecrets) and unlocked.protection is Protection.PLAIN and secret:
        return complain(
            "This machine has no keyring, and this workspace is plain files: SocialDesk stores no password there."
            " Use a workspace under a passphrase: --workspace DIR --passphrase-file FILE"
        )
    return asyncio.run(_connect(unlocked, options, secret))


async def _connect(unlocked: Unlocked, options: argparse.Namespace, secret: str) -> int:
    name = f"pending:{new_id()}" if secret else ""
    if secret:
        unlocked.secrets.put(name, json.dumps({"password": secret}))
    typed = tuple((key, said) for key, said in (("identifier", options.identifier), ("server", options.server)) if said)
    async with working(unlocked) as work:
        command = ConnectChannel(options.platform, "", typed, name, options.days)
        outcome, sentence, kind = await _decided(work, command)
        if outcome != "accepted":
            return complain(sentence, UNREACHABLE if kind == "Offline" else REFUSED)
        told = json.loads(sentence)
        for found in work.cache.channels():
            if found.id in told["channels"]:
                print(f"{found.id}\t{found.platform}\t{plain(found.handle or found.name)}")
        _say_access(options.platform, options.identifier, told["granted"])
    return DONE


async def _decided(work: Work, command: Command) -> tuple[str, str, str]:
    (given,) = await work.give([command])
    if work.engine is not None:
        await work.engine.decide_network()
    found = await work.result(given.id, WITHIN)
    if found is None:
        return "unknown", "The engine did not answer in time. Look again with: socialdesk channel list", ""
    return found.outcome, found.sentence, "Offline" if "cannot be reached" in found.sentence else ""


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
    _say_access(one.platform, one.handle, health.granted)
    return DONE


def _say_access(platform: str, handle: str, granted: Iterable[tuple[str, bool]]) -> None:
    """What was tried, a line each; what is missing with how to get it."""
    words = {one.key: one for one in Registry().manifest(platform).access}
    for key, is_granted in granted:
        if key in words:
            one = words[key]
            said = one.words if is_granted else f"{one.words}. {one.missing} {one.mend}".rstrip()
            print(f"{'+' if is_granted else '-'} {said.replace('{handle}', plain(handle))}", file=sys.stderr)


async def _pictures(unlocked: Unlocked, number: int, when: str) -> int:
    async with working(unlocked) as work:
        if all(one.id != number for one in work.cache.channels()):
            return complain(f"There is no channel {number}. See: socialdesk channel list")
        outcome, sentence, _ = await _decided(work, ConsentToMedia(number, on=when == "always"))
        return DONE if outcome == "accepted" else complain(sentence)


async def _remove(unlocked: Unlocked, number: int, *, erase: bool) -> int:
    async with working(unlocked) as work:
        outcome, sentence, _ = await _decided(work, RemoveChannel(number, erase))
        return DONE if outcome == "accepted" else complain(sentence)
