"""The made-up network itself: what was said when, what the brand did, who answers back. Its memory is one file.

It is the platform's side: connectors ask it as they would ask a server, and `truth` is what must be seen of it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from socialdesk.connectors.demo.content import Table, content
from socialdesk.support.clock import Clock, from_ms, to_ms
from socialdesk.support.paths import write_private

BRAND = "brand"


@dataclass(frozen=True, slots=True)
class Said:
    """One message of the world. `speaker` is contact, brand, a member's key, or @handle of somebody else."""

    id: str
    thread: str
    speaker: str
    text: str
    at: datetime
    language: str = ""
    pictures: tuple[str, ...] = ()
    key: str = ""
    is_liked: bool = False
    is_seen: bool = False
    name: str = ""
    edited_at: datetime | None = None


class World:
    """The network of one workspace."""

    def __init__(self, file: Path, clock: Clock) -> None:
        self._file = file
        self._clock = clock
        self._memory: dict[str, Any] = {}
        self._load()
        if not self._memory:
            self._memory = {"birth": to_ms(clock.now()), "answers": [], "liked": [], "deleted": []}
            self._save()

    @property
    def birth(self) -> datetime:
        """When this world began."""
        return from_ms(self._memory["birth"])

    @property
    def is_reachable(self) -> bool:
        """Whether a network leads there: a file called `offline` beside the memory is the plug pulled out."""
        return not self._file.with_name("offline").exists()

    def threads(self, channel: str) -> dict[str, Table]:
        """The threads of a channel, those that arrive later included."""
        known = {key: thread for key, thread in content().threads.items() if thread["channel"] == channel}
        for arrival in content().arrivals:
            new = arrival.get("new")
            if new and new["channel"] == channel:
                known[new["key"]] = new
        for private in self._memory.get("private", []):
            if private["channel"] == channel:
                known[private["key"]] = private
        return known

    def truth(self, channel: str, until: datetime | None = None) -> list[Said]:
        """All that was said in a channel until a moment (default now) and still stands, in order."""
        until = until or self._clock.now()
        deleted = set(self._memory["deleted"])
        blocked: dict[str, int] = self._memory.get("blocked", {})
        said = [
            self._as_edited(one)
            for one in self._everything(channel)
            if one.at <= until and one.id not in deleted and not (blocked and self._is_kept_out(channel, one, blocked))
        ]
        return sorted(said, key=lambda one: (one.at, one.id))

    def answer(self, channel: str, thread: str, text: str, key: str, pictures: Sequence[str] = ()) -> Said:
        """Say something as the brand, with pictures told by what they show. The same key again is the same message."""
        self._load()
        for known in self._memory["answers"]:
            if known["key"] == key:
                return _answered(known)
        now = to_ms(self._clock.now())
        made = {
            "channel": channel,
            "thread": thread,
            "text": text,
            "key": key,
            "at": now,
            "id": f"{thread}/{key[-12:]}",
            "pictures": list(pictures),
        }
        self._memory["answers"].append(made)
        self._save()
        return _answered(made)

    def answer_privately(self, channel: str, message: str, text: str, key: str) -> Said | None:
        """Answer what was said below a post where only its writer reads it; None where that is gone."""
        self._load()
        asked = next((one for one in self.truth(channel) if one.id == message), None)
        if asked is None:
            return None
        threads = self.threads(channel)
        who = threads[asked.thread]["contact"]
        if asked.speaker.startswith("@"):
            who = {"handle": asked.speaker[1:], "name": asked.name or asked.speaker[1:]}
        with_them = (key for key, told in threads.items() if told["contact"]["handle"] == who["handle"])
        thread = next((key for key in with_them if threads[key]["kind"] == "dm"), "")
        if not thread:
            thread = f"private/{channel}/{who['handle']}"
            opened: list[Table] = self._memory.setdefault("private", [])
            opened.append({"key": thread, "channel": channel, "kind": "dm", "contact": dict(who)})
            self._save()
        return self.answer(channel, thread, text, key)

    def find(self, key: str) -> Said | None:
        """What was said under a key."""
        self._load()
        return next((_answered(known) for known in self._memory["answers"] if known["key"] == key), None)

    def like(self, message: str, *, on: bool) -> None:
        """Like a message, or take that back."""
        self._set("liked", message, on=on)

    def edit(self, channel: str, message: str, text: str) -> Said | None:
        """Put other words into an own message; None where it is gone or somebody else's."""
        self._load()
        known = next((one for one in self.truth(channel) if one.id == message), None)
        if known is None or known.speaker == "contact" or known.speaker.startswith("@"):
            return None
        edits: dict[str, Table] = self._memory.setdefault("edited", {})
        if known.text != text:
            edits[message] = {"text": text, "at": to_ms(self._clock.now())}
            self._save()
        return self._as_edited(known)

    def says(self, channel: str, message: str) -> str | None:
        """The words of a message as they stand now; None where it is gone."""
        self._load()
        return next((one.text for one in self.truth(channel) if one.id == message), None)

    def delete(self, message: str) -> None:
        """Delete an own message."""
        self._set("deleted", message, on=True)

    def remove(self, message: str) -> None:
        """Delete what somebody wrote below one of our posts: it is gone for everybody."""
        self._set("deleted", message, on=True)

    def hide(self, message: str, *, on: bool) -> None:
        """Hide a message from everybody but its writer, or show it again."""
        self._set("hidden", message, on=on)

    def block(self, person: str, *, on: bool) -> None:
        """Block somebody: from then on nothing of theirs arrives, until they are let in again."""
        self._load()
        blocked: dict[str, int] = self._memory.setdefault("blocked", {})
        if on:
            blocked.setdefault(person, to_ms(self._clock.now()))
        else:
            blocked.pop(person, None)
        self._save()

    def mute(self, thread: str, *, on: bool) -> None:
        """Send no notices of a thread, or send them again."""
        self._set("muted", thread, on=on)

    def report(self, message: str, reason: str, text: str, key: str) -> None:
        """Tell the moderators. The same key again is the same report."""
        self._load()
        reports: list[Table] = self._memory.setdefault("reports", [])
        if all(known["key"] != key for known in reports):
            reports.append({"message": message, "reason": reason, "text": text, "key": key})
            self._save()

    def has(self, what: str, thing: str) -> bool:
        """Whether something stands here: hidden, deleted, blocked, muted or liked."""
        self._load()
        return thing in self._memory.get(what, ())

    def reports(self) -> list[Table]:
        """What the moderators were told."""
        self._load()
        return list(self._memory.get("reports", ()))

    def public(self, channel: str) -> list[Said]:
        """What the public sees of a channel."""
        return [one for one in self.truth(channel) if not self.has("hidden", one.id)]

    def is_deleted(self, message: str) -> bool:
        """Whether a message was deleted."""
        return message in self._memory["deleted"]

    def is_liked(self, message: str) -> bool:
        """Whether the brand likes a message."""
        return message in self._memory["liked"]

    def _is_kept_out(self, channel: str, said: Said, blocked: dict[str, int]) -> bool:
        handle = said.speaker[1:]
        if said.speaker == "contact":
            handle = self.threads(channel)[said.thread]["contact"]["handle"]
        elif not said.speaker.startswith("@"):
            return False
        since = blocked.get(f"{channel}:{handle}")
        return since is not None and to_ms(said.at) > since

    def _set(self, what: str, message: str, *, on: bool) -> None:
        self._load()
        marked = set(self._memory.get(what, ()))
        self._memory[what] = sorted(marked | {message} if on else marked - {message})
        self._save()

    def _everything(self, channel: str) -> list[Said]:
        said: list[Said] = []
        for key, thread in self.threads(channel).items():
            for number, message in enumerate(thread.get("messages", []), 1):
                said.append(self._told(key, f"{key}/{number}", message, self.birth - timedelta(minutes=message["at"])))
        for number, arrival in enumerate(content().arrivals, 1):
            key = arrival.get("thread") or arrival["new"]["key"]
            thread = content().threads.get(key) or arrival.get("new") or {}
            if (thread.get("channel") or arrival.get("new", {}).get("channel")) == channel:
                at = self.birth + timedelta(seconds=arrival["after"])
                said.append(self._told(key, f"{key}/a{number}", {"from": "contact", **arrival}, at))
        return said + self._answers(channel)

    def _answers(self, channel: str) -> list[Said]:
        """What the brand answered, and what that made people say."""
        said: list[Said] = []
        threads = self.threads(channel)
        given: dict[str, int] = {}
        for known in self._memory["answers"]:
            if known["channel"] != channel:
                continue
            answer = _answered(known)
            said.append(answer)
            number = given[answer.thread] = given.get(answer.thread, 0) + 1
            back = threads.get(answer.thread, {}).get("answers_back", [])
            if number <= len(back):
                reply: Table = {"from": "contact", **back[number - 1]}
                at = answer.at + timedelta(seconds=reply["after"])
                said.append(self._told(answer.thread, f"{answer.thread}/b{number}", reply, at))
        return said

    def _told(self, thread: str, id_: str, message: Table, at: datetime) -> Said:
        pictures = tuple(str(picture.get("alt", "")) for picture in message.get("pictures", []))
        liked = bool(message.get("liked")) or self.is_liked(id_)
        return Said(
            id_,
            thread,
            message["from"],
            message.get("text", ""),
            at,
            message.get("language", ""),
            pictures,
            is_liked=liked,
            is_seen=bool(message.get("seen")),
            name=message.get("name", ""),
        )

    def _as_edited(self, said: Said) -> Said:
        edit: Table | None = self._memory.get("edited", {}).get(said.id)
        return said if edit is None else replace(said, text=edit["text"], edited_at=from_ms(edit["at"]))

    def _load(self) -> None:
        try:
            self._memory = json.loads(self._file.read_text(encoding="utf-8"))
        except FileNotFoundError:
            self._memory = {}

    def _save(self) -> None:
        write_private(self._file, json.dumps(self._memory, ensure_ascii=False))


def _answered(known: dict[str, Any]) -> Said:
    return Said(
        known["id"],
        known["thread"],
        BRAND,
        known["text"],
        from_ms(known["at"]),
        pictures=tuple(known.get("pictures", ())),
        key=known["key"],
    )
