"""One channel of the demo network at work; see `Session` in the kit's contract for what each method promises."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from socialdesk.connectors.demo import failures, mapping
from socialdesk.connectors.demo.content import content
from socialdesk.connectors.demo.pictures import picture
from socialdesk.connectors.demo.world import World
from socialdesk.connectors.kit.contract import (
    Action,
    Answer,
    AnswerPrivately,
    BlockPerson,
    DeleteMessage,
    EditMessage,
    Health,
    Held,
    HideMessage,
    Intent,
    LikeMessage,
    MuteThread,
    Page,
    Receipt,
    RemoveMessage,
    ReportMessage,
)
from socialdesk.connectors.kit.failures import offline
from socialdesk.connectors.kit.fitting import fits, fits_length, fits_text
from socialdesk.connectors.kit.manifest import Manifest
from socialdesk.model.capability import Capabilities, TextLimit, TextUnit
from socialdesk.model.event import Event
from socialdesk.model.thread import Kind
from socialdesk.support.clock import Clock, from_ms, to_ms


def granted(manifest: Manifest) -> tuple[tuple[str, bool], ...]:
    """Everything is allowed there."""
    return tuple((one.key, True) for one in manifest.access)


class DemoSession:
    """One pretend channel."""

    def __init__(self, manifest: Manifest, world: World, channel: str, clock: Clock) -> None:
        self._manifest = manifest
        self._world = world
        self._channel = channel
        self._clock = clock

    def capabilities(self, kind: Kind) -> Capabilities:
        told = content().channels[self._channel]
        hours = told.get("reply_window_hours")
        return replace(
            self._manifest.capabilities(kind),
            text=TextLimit(TextUnit(told["text_unit"]), told["text_most"]),
            reply_window=timedelta(hours=hours) if hours and kind is Kind.DM else None,
        )

    def _reach(self) -> None:
        if not self._world.is_reachable:
            raise offline("The demo network", "unplugged")

    async def check(self) -> Health:
        self._reach()
        return Health(granted=granted(self._manifest))

    async def pull(self, stream: str, cursor: str | None, deadline: datetime) -> Page:
        self._reach()
        now = self._clock.now()
        events: list[Event] = mapping.to_posts(self._channel, self._world) if cursor is None else []
        since = _until(cursor)
        threads = self._world.threads(self._channel)
        for said in self._world.truth(self._channel, now):
            if since is None or max(said.at, said.edited_at or said.at) > since:
                events += mapping.to_events(self._channel, threads[said.thread], said)
        # A little is read again each time, so that what was said in the same instant is never passed over.
        return Page(tuple(events), json.dumps({"until": to_ms(now - timedelta(seconds=2))}))

    async def media(self, message_remote_id: str, place: int, url: str, *, afresh: bool) -> Held | None:
        self._reach()
        post = content().posts.get(message_remote_id)
        if post is not None:
            return Held(await asyncio.to_thread(picture, str(post["picture"]))) if "picture" in post else None
        said = next((one for one in self._world.truth(self._channel) if one.id == message_remote_id), None)
        if said is None or place >= len(said.pictures):
            return None
        # Drawn beside the others: a tenth of a second that no answer should wait for.
        return Held(await asyncio.to_thread(picture, said.pictures[place]))

    async def gone(self, remote_ids: Sequence[str]) -> Sequence[str]:
        self._reach()
        return [remote_id for remote_id in remote_ids if self._world.is_deleted(remote_id)]

    def reserve(self, action: Action) -> str:
        return action.command

    async def perform(self, intent: Intent) -> Receipt:
        self._reach()
        match intent.action:
            case Answer() as answer:
                fits(answer, self.capabilities(answer.kind))
                if answer.thread_remote_id not in self._world.threads(self._channel):
                    raise failures.gone()
                shown = [picture.alt for picture in answer.pictures]
                said = self._world.answer(self._channel, answer.thread_remote_id, answer.text, intent.key, shown)
                return Receipt(said.id, said.at, f"https://demo.invalid/{self._channel}/{said.thread}", "1")
            case AnswerPrivately(message_remote_id=message, text=text):
                fits_length(text, self.capabilities(Kind.DM))
                said = self._world.answer_privately(self._channel, message, text, intent.key)
                if said is None:
                    raise failures.gone()
                return Receipt(said.id, said.at, f"https://demo.invalid/{self._channel}/{said.thread}", "1")
            case LikeMessage(message_remote_id=message, on=on):
                self._world.like(message, on=on)
            case DeleteMessage(message_remote_id=message):
                self._world.delete(message)
            case EditMessage(message_remote_id=message, text=text) as edit:
                fits_text(text, self.capabilities(edit.kind))
                if self._world.edit(self._channel, message, text) is None:
                    raise failures.gone()
            case HideMessage(message_remote_id=message, on=on):
                self._world.hide(message, on=on)
            case RemoveMessage(message_remote_id=message):
                self._world.remove(message)
            case BlockPerson(person_remote_id=person, on=on):
                self._world.block(person, on=on)
            case ReportMessage(message_remote_id=message, reason=reason, text=text):
                self._world.report(message, reason.value, text, intent.key)
            case MuteThread(thread_remote_id=thread, on=on):
                self._world.mute(thread, on=on)
        return Receipt("", self._clock.now())

    async def reconcile(self, intent: Intent) -> Receipt | None:
        self._reach()
        now = self._clock.now()
        match intent.action:
            case Answer() | AnswerPrivately():
                said = self._world.find(intent.key)
                return None if said is None else Receipt(said.id, said.at, "", "1")
            case LikeMessage(message_remote_id=message, on=on):
                return Receipt("", now) if self._world.is_liked(message) is on else None
            case EditMessage(message_remote_id=message, text=text):
                return Receipt("", now) if self._world.says(self._channel, message) == text else None
            case DeleteMessage(message_remote_id=message):
                return Receipt("", now) if self._world.is_deleted(message) else None
            case HideMessage(message_remote_id=message, on=on):
                return Receipt("", now) if self._world.has("hidden", message) is on else None
            case RemoveMessage(message_remote_id=message):
                return Receipt("", now) if self._world.is_deleted(message) else None
            case BlockPerson(person_remote_id=person, on=on):
                return Receipt("", now) if self._world.has("blocked", person) is on else None
            case ReportMessage():
                known = any(report["key"] == intent.key for report in self._world.reports())
                return Receipt("", now) if known else None
            case MuteThread(thread_remote_id=thread, on=on):
                return Receipt("", now) if self._world.has("muted", thread) is on else None

    async def close(self) -> None:
        return None

    async def sign_out(self) -> None:
        return None


def _until(cursor: str | None) -> datetime | None:
    """Up to when was read. Raises ConnectorError CursorInvalid for what this connector did not write."""
    if cursor is None:
        return None
    try:
        return from_ms(int(json.loads(cursor)["until"]))
    except (ValueError, KeyError, TypeError, OverflowError):
        raise failures.bad_cursor() from None
