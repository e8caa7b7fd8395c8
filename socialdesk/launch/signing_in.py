"""`socialdesk channel add`: signs in to a network in any way it offers, asking for what was not given."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import getpass
import json
import sys
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from socialdesk.connectors.kit.manifest import Manifest
from socialdesk.connectors.kit.registry import Registry, UnknownPlatform
from socialdesk.launch.access import say_access
from socialdesk.launch.deciding import decided
from socialdesk.launch.opening import open_workspace, workspace_of
from socialdesk.launch.saying import DONE, REFUSED, UNREACHABLE, complain, plain
from socialdesk.launch.working import Work, working
from socialdesk.model.command import ConnectChannel
from socialdesk.model.connecting import (
    BROWSER_WAIT,
    AddAccounts,
    AllowConnector,
    DropLogin,
    FinishSignIn,
    allowed_reach,
    why_refused,
)
from socialdesk.model.identifiers import CommandId
from socialdesk.model.way import FieldKind, Way, WayField, WayKind
from socialdesk.store.cache import Cache
from socialdesk.store.errors import StoreError
from socialdesk.store.pending_secrets import let_go, new_name, orphans
from socialdesk.store.protection import Protection, Unlocked, exists
from socialdesk.support.loopback import Loopback, pasted
from socialdesk.support.secrets import SessionSecrets


class _Refused(Exception):
    """It does not go on; with the exit status."""

    def __init__(self, sentence: str, status: int = REFUSED, field: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.status = status
        self.field = field
        """The key of what was typed that it is about."""

    def said(self, way: Way) -> str:
        """The sentence, after the name of the field that it is about."""
        name = next((one.words for one in way.fields if one.key == self.field), "")
        return f"{name}: {self.sentence}" if name else self.sentence


def networks() -> int:
    """List every network with the ways in which somebody can sign in there, and what each asks for."""
    registry = Registry()
    for broken in registry.broken:
        print(f"{broken.name}\tbroken: {plain(broken.reason)}")
    for one in sorted(registry.manifests(), key=lambda one: one.name):
        print(f"{one.id}\t{one.name}" + (f"\tnot yet: {one.not_yet}" if one.not_yet else ""))
        for way in one.ways:
            print(f"\t--way {way.id}\t{way.words}")
            for asked in way.fields:
                more = "may be left out" if asked.optional else f"else {asked.default}" if asked.default else ""
                secret = "secret" if asked.kind is FieldKind.SECRET else ""
                print(f"\t\t{asked.key}\t{asked.words}\t{', '.join(word for word in (secret, more) if word)}".rstrip())
    return DONE


def add(options: argparse.Namespace) -> int:
    """Connect a channel."""
    if options.days < 1:
        return complain("--days takes a number from 1 up.")
    try:
        registry = Registry()
        manifest = registry.manifest(options.platform)
    except UnknownPlatform as error:
        return complain(str(error))
    way = manifest.way(options.way)
    if manifest.not_yet:
        return complain(manifest.not_yet)
    is_trusted = registry.is_ours(manifest.id) or options.allow_connector
    opened = open_workspace(options, make=False) if not is_trusted and exists(workspace_of(options)) else None
    if not is_trusted and (opened is None or not _was_allowed(opened, manifest)):
        return complain(
            f"The connector for {manifest.name} was made by somebody else, and its code runs with all that you may do"
            f" here. It says that it reaches: {', '.join(manifest.hosts.values()) or 'the server you name'}. If you"
            " trust who made it, add --allow-connector."
        )
    if way is None:
        offered = ", ".join(one.id for one in manifest.ways)
        return complain(f"{manifest.name} has no way {options.way!r} to sign in. There is: {offered}")
    try:
        typed = _typed(options, manifest, way)
        unlocked = opened or open_workspace(options, make=True)
        if _keeps_nothing(unlocked) and (way.kind is WayKind.BROWSER or way.secret_keys & typed.keys()):
            return complain(
                "This machine has no keyring, and this workspace is plain files: SocialDesk stores no password there."
                " Use a workspace under a passphrase: --workspace DIR --passphrase-file FILE"
            )
        return asyncio.run(_working(unlocked, options, way, typed))
    except _Refused as error:
        return complain(error.sentence, error.status)


def _was_allowed(unlocked: Unlocked, manifest: Manifest) -> bool:
    """Whether somebody let it run in this workspace before, for no more than it says to reach now."""
    if not unlocked.workspace.cache.exists():
        return False
    # A file of before an update says nothing yet: then it is asked once more.
    with (
        contextlib.suppress(StoreError),
        contextlib.closing(Cache(unlocked.workspace.cache, unlocked.key, write=False)) as cache,
    ):
        return cache.setting(allowed_reach(manifest.id)) == manifest.reach
    return False


def _keeps_nothing(unlocked: Unlocked) -> bool:
    return isinstance(unlocked.secrets, SessionSecrets) and unlocked.protection is Protection.PLAIN


def _typed(options: argparse.Namespace, manifest: Manifest, way: Way) -> dict[str, str]:
    """What goes into the fields: given with the command, read from standard input, or asked for in a terminal."""
    shorthands = {"identifier": options.identifier, "server": options.server}
    given = {key: text for key, text in shorthands.items() if text}
    for pair in options.field:
        key, there, text = pair.partition("=")
        if not there:
            raise _Refused("--field takes KEY=TEXT.", 2)
        given[key] = text
    known = {one.key: one for one in way.fields}
    if unknown := given.keys() - known.keys():
        raise _Refused(f"{way.words} knows no {', '.join(sorted(unknown))}. It asks for: {', '.join(known)}", 2)
    if hidden := [key for key in given if known[key].kind is FieldKind.SECRET]:
        raise _Refused(
            f"{known[hidden[0]].words} is secret: whoever lists the programs would see it. Use --password-stdin.", 2
        )
    if options.password_stdin:
        for one in way.fields:
            if one.kind is FieldKind.SECRET:
                given[one.key] = _asked(one) if sys.stdin.isatty() else sys.stdin.readline().rstrip("\r\n")
    elif not options.paste and sys.stdin.isatty():
        if way.help:
            print(way.help + (f" {way.help_url}" if way.help_url else ""), file=sys.stderr)
        given |= {one.key: _asked(one) for one in way.fields if one.key not in given}
    given = {one.key: one.default for one in way.fields if one.default} | {k: v for k, v in given.items() if v.strip()}
    missing = [one for one in way.fields if not one.optional and one.key not in given]
    if missing:
        how = ["--password-stdin" if one.kind is FieldKind.SECRET else f"--field {one.key}=…" for one in missing]
        raise _Refused(
            f"{manifest.name} asks for: {', '.join(one.words for one in missing)}."
            f" Give {' '.join(dict.fromkeys(how))}, or run this in a terminal.",
            2,
        )
    return given


def _asked(one: WayField) -> str:
    """Ask for a field in the terminal; what is secret does not show."""
    more = one.default or one.hint
    prompt = f"{one.words}{f' [{more}]' if more else ''}{' (may be empty)' if one.optional else ''}: "
    if one.kind is FieldKind.SECRET:
        return getpass.getpass(prompt, sys.stderr)
    print(prompt, end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().rstrip("\r\n")


async def _working(unlocked: Unlocked, options: argparse.Namespace, way: Way, typed: dict[str, str]) -> int:
    async with working(unlocked) as work:
        forget_orphans(work)
        if options.allow_connector:
            await work.give([AllowConnector(options.platform, Registry().manifest(options.platform).reach)])
        came = _Return() if way.kind is WayKind.BROWSER else None
        try:
            told = await _connect(work, options, way, typed, came)
        except _Refused as error:
            return complain(error.said(way), error.status)
        finally:
            if came is not None:
                came.close()
        for found in work.cache.channels():
            if found.id in told["channels"]:
                name = found.handle or found.name
                print(f"{found.id}\t{found.platform}\t{plain(name)}")
                say_access(options.platform, name, told["granted"])
    return DONE


async def _connect(
    work: Work, options: argparse.Namespace, way: Way, typed: dict[str, str], came: _Return | None
) -> dict[str, Any]:
    """Sign in; what was told of the channels. Raises _Refused."""
    secret = {key: typed[key] for key in way.secret_keys & typed.keys()}
    shown = tuple((key, text) for key, text in typed.items() if key not in secret)
    redirect = came.listen(way.port) if came is not None and not (options.paste or way.is_pasted) else ""
    command = ConnectChannel(
        options.platform, way.id, shown, "", options.days, asks=bool(options.account), redirect=redirect
    )
    login, told = await _give(work, lambda name: replace(command, secret_name=name), secret)
    if came is not None and "url" in told:
        answer = await came.answer(told["url"], is_pasted=not redirect)
        if not answer:
            await decided(work, DropLogin(login))
            raise _Refused("Nobody came back from the browser in time. Nothing was changed; begin again.", UNREACHABLE)
        began = login
        login, told = await _give(work, lambda name: FinishSignIn(began, name), answer)
    return await _pick(work, login, told, options) if options.account else told


async def _give(work: Work, made: Callable[[str], Any], secret: dict[str, str]) -> tuple[CommandId, dict[str, Any]]:
    """Give a command with a secret that waits for it; what was told of it. Raises _Refused."""
    name = new_name(work.desk, work.clock.now()) if secret else ""
    if name:
        work.unlocked.secrets.put(name, json.dumps(secret))
    id_, outcome, sentence = await decided(work, made(name))
    if outcome != "unknown":
        let_go(work.desk, [name])
    if outcome != "accepted":
        why, field = why_refused(sentence)
        raise _Refused(why, UNREACHABLE if "cannot be reached" in why else REFUSED, field)
    return id_, json.loads(sentence)


async def _pick(work: Work, login: CommandId, told: dict[str, Any], options: argparse.Namespace) -> dict[str, Any]:
    """Connect only the accounts somebody named."""
    wanted = {one.casefold().removeprefix("@") for one in options.account}
    picked = tuple(
        id_
        for id_, handle, name, *_ in told["accounts"]
        if wanted & {str(id_).casefold(), handle.casefold().removeprefix("@"), name.casefold()}
    )
    if not picked:
        await decided(work, DropLogin(login))
        there = ", ".join(plain(one[1] or one[2]) for one in told["accounts"])
        raise _Refused(f"This sign-in opens no such account. It opens: {there}")
    _, outcome, sentence = await decided(work, AddAccounts(login, picked, options.days))
    if outcome != "accepted":
        raise _Refused(sentence)
    return told | json.loads(sentence)


def forget_orphans(work: Work) -> None:
    """Delete secrets that waited for a command which never came."""
    names = orphans(work.desk, work.clock.now())
    for name in names:
        work.unlocked.secrets.delete(name)
    let_go(work.desk, names)


class _Return:
    """Waits for what the browser brings back, or for the address that somebody pastes."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._came: asyncio.Future[dict[str, str]] = self._loop.create_future()
        self._loopback: Loopback | None = None

    def listen(self, port: int) -> str:
        """Where the browser shall come back to. Raises _Refused."""
        try:
            self._loopback = Loopback(
                lambda answer: self._loop.call_soon_threadsafe(self._take, answer),
                "SocialDesk goes on in the terminal. You can close this tab.",
                "This is not the answer SocialDesk waits for. Go on where you came from.",
                port,
            )
        except OSError as error:
            raise _Refused(
                f"Another program uses port {port} of this computer. End it, or sign in with --paste.", 2
            ) from error
        return self._loopback.redirect

    async def answer(self, url: str, *, is_pasted: bool) -> dict[str, str]:
        """Send the person to a page and wait; nothing when nobody came back in time."""
        print(f"Open this address in your browser and allow the access:\n\n{url}\n", file=sys.stderr)
        if is_pasted or self._loopback is None:
            print(
                "Then paste the address the browser shows at the end, or the code on its page: ",
                end="",
                file=sys.stderr,
                flush=True,
            )
            return pasted(await asyncio.to_thread(sys.stdin.readline))
        self._loopback.expect(url)
        try:
            async with asyncio.timeout(BROWSER_WAIT.total_seconds()):
                return await self._came
        except TimeoutError:
            return {}

    def close(self) -> None:
        """Listen no more."""
        if self._loopback is not None:
            self._loopback.close()
            self._loopback.join()

    def _take(self, answer: dict[str, str]) -> None:
        if not self._came.done():
            self._came.set_result(answer)
