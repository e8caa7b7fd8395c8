"""Reads a folder on from where it was read last: gives a page of events and the place to go on; and what is gone.

A place is the folder's UIDVALIDITY and the highest number read: numbers only grow, so nothing falls between.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from socialdesk.connectors.email import bodies, letters, mapping
from socialdesk.connectors.email.imap import Folder, Imap
from socialdesk.connectors.email.imap_words import Word
from socialdesk.connectors.email.letters import Letter
from socialdesk.connectors.email.mailbox import Mailbox, arrived_at, data_of, imap_date
from socialdesk.connectors.kit.contract import Page
from socialdesk.connectors.kit.failures import failed
from socialdesk.model.event import Event, MessageDeleted, Unreadable
from socialdesk.model.failure import FailureKind
from socialdesk.model.message import Attachment
from socialdesk.support.clock import Clock

_VERSION = 1
PAGE = 40
FIRST_BYTES = 256 * 1024
"""A mail up to this size is read whole; of a larger one only its words, and of each part of them only so much."""
_HEAD = "BODY[HEADER]<0>"
_AT_ONCE = 10
WINDOW = 2_000
"""So many numbers are searched at a time at first: a folder of any size takes no more memory than that."""
_WIDER = 4
"""How much wider the next window is where one held nothing: numbers may have large gaps."""
_LOOKED_BACK = timedelta(days=5)
_MOST_BEHIND = 5_000


class Reading:
    """The ways of reading one mailbox."""

    def __init__(self, mailbox: Mailbox, own: str, clock: Clock, history: timedelta) -> None:
        self._mailbox = mailbox
        self._own = own
        self._clock = clock
        self._history = history

    async def page(self, role: str, cursor: str | None) -> Page:
        """Read on in the folder of a role."""
        async with self._mailbox.open() as line:
            name = self._mailbox.folder(role)
            if name is None:
                return Page((), cursor or json.dumps({"v": _VERSION}))
            before = line.looking_into
            folder = await self._looked_into(line, name, cursor)
            state = self._state(cursor, folder)
            uids, state, has_more = await self._next(line, folder, state)
            if folder is before and not has_more:
                # What came while the first download went on is read at once.
                folder = await line.look_into(name)
                has_more = folder.next_uid - 1 > state["uid"]
            events = await self._events(line, folder, uids, is_sent=role == "sent")
            if role == "inbox":
                events += await self._taken_out(line, folder, state)
            state["seq"] = folder.mod_seq
            return Page(tuple(events), json.dumps(state), has_more)

    @staticmethod
    async def _looked_into(line: Imap, name: bytes, cursor: str | None) -> Folder:
        """The folder, looked into anew but where the first download goes on.

        That asks for what is there already, and a server reads through all of a large folder to open it.
        """
        folder = line.looking_into
        if folder is not None and folder.name == name and cursor is not None:
            with contextlib.suppress(ValueError, TypeError, AttributeError):
                state: dict[str, Any] = json.loads(cursor)
                if int(state.get("uid", 0)) < int(state.get("to", 0)) < folder.next_uid:
                    return folder
        return await line.look_into(name)

    def _state(self, cursor: str | None, folder: Folder) -> dict[str, Any]:
        try:
            state: dict[str, Any] = json.loads(cursor) if cursor else {}
            known = state.get("validity")
            uid = int(state.get("uid", 0))
        except (ValueError, TypeError, AttributeError) as error:
            raise failed(
                FailureKind.CURSOR_INVALID, "SocialDesk reads this mailbox from the beginning.", code="cursor"
            ) from error
        if known is None:
            since = self._clock.now() - self._history - timedelta(days=1)
            return {
                "v": _VERSION,
                "validity": folder.validity,
                "uid": 0,
                "to": folder.next_uid - 1,
                "since": imap_date(since),
            }
        if known != folder.validity:
            raise failed(
                FailureKind.CURSOR_INVALID,
                "The mail server has numbered this mailbox anew, so SocialDesk reads it again.",
                code="UIDVALIDITY",
            )
        return state | {"uid": uid}

    async def _next(self, line: Imap, folder: Folder, state: dict[str, Any]) -> tuple[list[int], dict[str, Any], bool]:
        """The numbers to read now, the place behind them, and whether there are more."""
        last, to, newest = state["uid"], int(state.get("to", 0)), folder.next_uid - 1
        # The first download goes back only so far; what comes after is taken whatever its age.
        end, how = (to, f" SINCE {state['since']}") if last < to else (newest, "")
        low, width = last + 1, WINDOW
        while low <= end:
            high = min(low + width - 1, end)
            found = [uid for uid in await line.search(f"UID {low}:{high}{how}") if low <= uid <= high]
            if found:
                some = found[:PAGE]
                reached = some[-1] if len(found) > PAGE else high
                return some, state | {"uid": reached}, max(to, newest) > reached
            low, width = high + 1, width * _WIDER
        reached = max(end, last)
        return [], state | {"uid": reached}, newest > reached

    async def _events(self, line: Imap, folder: Folder, uids: Sequence[int], *, is_sent: bool) -> list[Event]:
        read: list[tuple[int, Letter, datetime]] = []
        events: list[Event] = []
        sizes = {uid: _size(items) for uid, items in (await line.fetch(uids, "(UID RFC822.SIZE)")).items()}
        large = {uid for uid, size in sizes.items() if size > FIRST_BYTES}
        files: dict[int, tuple[Attachment, ...]] = {}
        for start in range(0, len(uids), _AT_ONCE):
            some = uids[start : start + _AT_ONCE]
            small = [uid for uid in some if uid not in large]
            told = await line.fetch(small, f"(UID INTERNALDATE BODY.PEEK[]<0.{FIRST_BYTES}>)")
            for uid in (uid for uid in some if uid in large):
                told |= await self._large(line, uid, files)
            for uid, items in sorted(told.items()):
                is_head = _HEAD in items
                data = data_of(items, _HEAD) if is_head else data_of(items, "BODY[]<0>") or data_of(items, "BODY[]")
                try:
                    letter = await asyncio.to_thread(letters.read, data)
                except Exception as error:  # noqa: BLE001 - one mail must not keep the others out
                    key = f"{folder.name!r}:{folder.validity}:{uid}"
                    events.append(Unreadable(key, type(error).__name__, data[:2_000].decode("latin-1")))
                    continue
                arrived = arrived_at(items, self._clock.now())
                self._mailbox.note(folder, uid, mapping.remote_id(letter, arrived))
                if is_head:
                    letter = await self._with_words(line, uid, letter, items)
                read.append((uid, letter, arrived))
        # What is named by a trail is remembered first, so that nothing is looked for that this page holds.
        for _, letter, _ in read:
            if letter.references:
                self._mailbox.note_root(letter.message_id, letter.references[0])
        for uid, letter, arrived in read:
            root = await self._mailbox.root_of(line, letter, arrived, self._own)
            events.append(mapping.to_message(letter, arrived, root, self._own, is_sent=is_sent, parts=files.get(uid)))
        return events

    @staticmethod
    async def _large(line: Imap, uid: int, files: dict[int, tuple[Attachment, ...]]) -> dict[int, dict[str, Word]]:
        """Of a large mail its headers and what is in it; its files are named in `files`, and not loaded."""
        told = await line.fetch([uid], f"(UID INTERNALDATE BODYSTRUCTURE BODY.PEEK[HEADER]<0.{FIRST_BYTES}>)")
        structure = told.get(uid, {}).get("BODYSTRUCTURE")
        files[uid] = tuple(bodies.files(structure))
        if uid in told and (bodies.is_report(structure) or not data_of(told[uid], _HEAD)):
            # What a report is about stands in the mail that it encloses.
            return await line.fetch([uid], f"(UID INTERNALDATE BODY.PEEK[]<0.{FIRST_BYTES}>)")
        return told

    @staticmethod
    async def _with_words(line: Imap, uid: int, letter: Letter, items: dict[str, Word]) -> Letter:
        """A large mail with its words, wherever in it they stand."""
        plain, html = bodies.texts(items.get("BODYSTRUCTURE"))
        said: list[str] = []
        for some, kind in ((plain, "plain"), (html, "html")):
            if not any(one.strip() for one in said):
                parts = [(await bodies.fetch_raw(line, uid, one, FIRST_BYTES), one) for one in some]
                said = [
                    await asyncio.to_thread(letters.words_of, data, kind, one.charset, one.encoding)
                    for data, one in parts
                ]
        return replace(letter, text=letters.joined(said), parts=())

    async def _taken_out(self, line: Imap, folder: Folder, state: dict[str, Any]) -> list[Event]:
        """What left the folder since it was read last, where the server tells (QRESYNC) and it is not elsewhere now."""
        since, last = int(state.get("seq", 0)), int(state["uid"])
        if not since or since >= folder.mod_seq or not last or "QRESYNC" not in line.can:
            return []
        await line.look_into(folder.name)
        uids = await line.vanished(max(1, last - _MOST_BEHIND), last, since)
        remotes = [one for uid in uids if (one := self._mailbox.known(folder, uid))]
        gone = await self._nowhere(line, remotes) if remotes else []
        return [MessageDeleted(one, self._clock.now()) for one in gone]

    async def gone(self, remotes: Sequence[str]) -> list[str]:
        """Which of these mails are deleted: in no folder any more, or thrown away."""
        async with self._mailbox.open() as line:
            present: set[str] = set()
            since = imap_date(self._clock.now() - _LOOKED_BACK)
            for name in (one for one in (self._mailbox.folder("inbox"), self._mailbox.folder("sent")) if one):
                folder = await line.look_into(name)
                uids = await line.search(f"SINCE {since}")
                present |= {self._mailbox.known(folder, uid) for uid in uids}
                unknown = [uid for uid in uids if not self._mailbox.known(folder, uid)]
                for start in range(0, len(unknown), 200):
                    found = await self._mailbox.headers(line, folder, unknown[start : start + 200])
                    present |= {one.remote_id for one in found}
            return await self._nowhere(line, [one for one in remotes if one not in present])

    async def _nowhere(self, line: Imap, remotes: Sequence[str]) -> list[str]:
        """Which of these are in no folder but that of what was thrown away."""
        everywhere = self._mailbox.to_look_in(with_thrown_away=False)
        if everywhere is not None:
            return await self._mailbox.missing(line, remotes, everywhere)
        # So many folders are not searched: what is seen among what was thrown away is deleted, the rest stays.
        trash = self._mailbox.folder("trash")
        left = set(await self._mailbox.missing(line, remotes, [trash])) if trash is not None else set(remotes)
        return [one for one in remotes if one not in left]


def _size(items: dict[str, Word]) -> int:
    size = items.get("RFC822.SIZE")
    return int(size) if isinstance(size, str) and size.isdigit() else 0
