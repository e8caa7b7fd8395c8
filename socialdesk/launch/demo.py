"""`socialdesk demo`: makes the demo workspace or resumes it, then opens the window on it."""

from __future__ import annotations

import argparse
import asyncio
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

from socialdesk.connectors.demo import seed
from socialdesk.connectors.demo.world import World
from socialdesk.connectors.kit.registry import Registry
from socialdesk.engine.host import Engine
from socialdesk.launch.opening import Unusable
from socialdesk.launch.saying import DONE
from socialdesk.model.command import ConnectChannel
from socialdesk.model.identifiers import PersonId
from socialdesk.model.thread import Status, Thread
from socialdesk.store import protection
from socialdesk.store.change import Change
from socialdesk.store.desk import Desk, Draft
from socialdesk.store.protection import Protection, ProtectionError, Unlocked
from socialdesk.support.clock import Clock, SystemClock
from socialdesk.support.lock import FileLock
from socialdesk.support.paths import Workspace, demo_workspace
from socialdesk.support.secrets import SecretsUnavailable

if TYPE_CHECKING:
    from socialdesk.launch.desktop import Wish

NAME = "Atelier Nord"
_READY = "demo_is_ready"


def demo(options: argparse.Namespace, wish: Wish) -> int:
    """Open the demo; a second time goes on where it was left."""
    from socialdesk.launch.desktop import leads_to_first, open_desktop

    workspace = Workspace(options.workspace.expanduser().absolute()) if options.workspace else demo_workspace()
    if options.fresh:
        start_over(workspace)
    elif leads_to_first(workspace):
        return DONE
    unlocked = prepare(workspace, SystemClock())
    if options.offscreen_shot is None:
        begin_lesson(unlocked)
    return open_desktop(unlocked, is_demo=True, offscreen_shot=options.offscreen_shot, wish=wish)


def begin_lesson(unlocked: Unlocked) -> None:
    """Let the window teach its first keys, unless it did before."""
    desk = Desk(unlocked.workspace.desk, unlocked.key, write=True)
    try:
        if desk.state("coach") is None:
            desk.set_state("coach", "1")
    finally:
        desk.close()


def start_over(workspace: Workspace) -> None:
    """Forget the demo workspace. Raises Unusable when the folder holds another one, Taken while it is open."""
    if not protection.exists(workspace):
        return
    _resumed(workspace)
    for file in (workspace.desktop_lock, workspace.engine_lock):
        FileLock(file).release()
    shutil.rmtree(workspace.folder)


def prepare(workspace: Workspace, clock: Clock) -> Unlocked:
    """Make the demo workspace ready. It is made-up data, so its files are plain and need no keyring.

    Raises Unusable when the folder holds a workspace that is no demo.
    """
    if protection.exists(workspace):
        unlocked = _resumed(workspace)
        if _is_ready(unlocked):
            return unlocked
        # Its making was cut short, by the end of the process or of the power.
        start_over(workspace)
    unlocked = protection.create(workspace, NAME, Protection.PLAIN)
    try:
        asyncio.run(_fill(unlocked, clock))
    except BaseException:
        # Half a demo would be opened as a whole one the next time.
        shutil.rmtree(workspace.folder, ignore_errors=True)
        raise
    return unlocked


def _resumed(workspace: Workspace) -> Unlocked:
    """The demo that is there. Somebody's own workspace is never taken for one, and so never thrown away as one."""
    try:
        unlocked = protection.unlock(workspace)
    except (ProtectionError, SecretsUnavailable):
        unlocked = None
    if unlocked is None or unlocked.protection is not Protection.PLAIN or unlocked.name != NAME:
        raise Unusable(
            f"{workspace.folder} holds a workspace that is not the demo. Nothing was changed."
            " Choose another folder with --workspace DIR."
        )
    return unlocked


def _is_ready(unlocked: Unlocked) -> bool:
    if not unlocked.workspace.desk.exists():
        return False
    desk = Desk(unlocked.workspace.desk, unlocked.key, write=True)
    try:
        return bool(desk.state(_READY))
    finally:
        desk.close()


async def _fill(unlocked: Unlocked, clock: Clock) -> None:
    registry = Registry()
    engine = Engine(unlocked, clock, registry)
    desk = Desk(unlocked.workspace.desk, unlocked.key, write=True)
    try:
        people = seed.people()
        with engine.cache.change(durable=True) as change:
            for person in people.values():
                change.put_person(person)
            for reply in seed.saved_replies():
                change.put_saved_reply(reply)
        desk.give([ConnectChannel("demo")], PersonId(1), clock.now())
        engine.apply_pending()
        await engine.sync_once()
        world = World(unlocked.workspace.platform("demo") / "world.json", clock)
        numbers = {key: person.id for key, person in people.items()}
        with engine.cache.change(durable=True) as change:
            for told in seed.threads(world.birth):
                thread = change.thread_by_remote(told.remote_id)
                if thread is not None:
                    _settle(change, thread, told, numbers)
                    if told.draft:
                        desk.set_draft(Draft(thread.id, "reply", told.draft, clock.now()))
        desk.retire([given.id for given in desk.pending()])
        desk.set_state(_READY, "yes")
    finally:
        desk.close()
        await engine.close()


def _settle(change: Change, thread: Thread, told: seed.SeedThread, numbers: dict[str, PersonId]) -> None:
    """Leave a thread as the team left it."""
    stopped = told.status in (Status.DONE, Status.WAITING)
    change.put_thread(
        replace(
            thread,
            status=told.status,
            assignee_id=numbers.get(told.assignee or ""),
            tags=told.tags,
            priority=told.priority,
            unread=told.unread,
            snoozed_until=told.snoozed_until,
            is_vip=told.is_vip,
            mentions_me=told.mentions_me,
            waiting_since=None if stopped else thread.waiting_since,
            due_at=None if stopped else thread.due_at,
        )
    )
    if thread.contact_id is not None:
        contact = change.contact(thread.contact_id)
        described = replace(
            contact,
            location=told.location,
            time_zone=told.time_zone,
            language=told.language,
            is_vip=told.is_vip,
            memo=told.memo,
            fields=told.fields,
        )
        change.describe_contact(described)
    for note in told.notes:
        mentions = [numbers[key] for key in note.mentions]
        change.put_note(thread.id, numbers[note.by], note.text, mentions, note.at)
    names = {person.id: person.name for person in seed.people().values()}
    for by, what, detail, at in told.events:
        shown = names.get(numbers.get(detail, PersonId(0)), detail)
        change.add_happening(thread.id, at, numbers[by], what, shown)
