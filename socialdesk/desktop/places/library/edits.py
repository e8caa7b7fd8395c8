"""Keeps what somebody changed in saved replies and did not save: by reply, over a restart, until saved or dropped.

What was given to be saved is kept beside it until it is known that it was taken: if it is refused, it is not lost.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from socialdesk.model.command_form import UnknownCommand, from_json, to_json
from socialdesk.model.identifiers import ChannelId, CommandId, SavedReplyId
from socialdesk.model.saved_reply import SavedReply
from socialdesk.model.saved_reply_command import SaveReply
from socialdesk.model.saved_reply_library import saving
from socialdesk.store.desk import Desk
from socialdesk.store.readings import Result

_STATE = "library_edits"
_GIVEN = "library_given"


class Edits:
    """The unsaved replies, by number; 0 is the one that is new."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._edits: dict[SavedReplyId, SavedReply] = {}
        self._given: dict[CommandId, SavedReply] = {}
        for text in desk.state_list(_STATE):
            if (reply := _read(text)) is not None:
                self._edits[reply.id] = reply
        for command, text in desk.state_table(_GIVEN).items():
            if (reply := _read(text)) is not None:
                self._given[CommandId(command)] = reply

    def get(self, number: SavedReplyId) -> SavedReply | None:
        """A reply as it was changed."""
        return self._edits.get(number)

    def put(self, reply: SavedReply) -> None:
        """Remember a change until `keep` writes it down."""
        self._edits[reply.id] = reply

    def drop(self, number: SavedReplyId) -> None:
        """Forget a change."""
        self._edits.pop(number, None)

    def keep(self) -> None:
        """Write all down."""
        self._desk.set_state(_STATE, json.dumps([_written(one) for one in self._edits.values()]))

    # What was given to be saved

    def hand_over(self, command: CommandId, reply: SavedReply) -> None:
        """It is no longer unsaved, unless the command is refused."""
        self._given[command] = reply
        self._edits.pop(reply.id, None)
        self._keep_given()
        self.keep()

    def settle(self, results_of: Callable[[Iterable[CommandId]], list[Result]]) -> list[SavedReplyId]:
        """See what became of what was given: what was refused is unsaved again; gives the numbers of those."""
        if not self._given:
            return []
        back: list[SavedReplyId] = []
        decided = results_of(tuple(self._given))
        for result in decided:
            reply = self._given.pop(result.command)
            # What was written since is newer, and begun on the same.
            if result.outcome != "accepted" and self._edits.setdefault(reply.id, reply) is reply:
                back.append(reply.id)
        if decided:
            self._keep_given()
            self.keep()
        return back

    def follow(self, moved: Iterable[SavedReply]) -> None:
        """Replies were put into another folder from here: what is unsaved of them goes along."""
        for one in moved:
            mine = self._edits.get(one.id)
            if mine is not None and mine.version == one.version:
                self._edits[one.id] = replace(mine, folder=one.folder, version=one.version + 1)

    def find_homes(self, library: Iterable[SavedReply]) -> None:
        """Let what was changed in a reply that is no longer there go on as a new one."""
        kept = {one.id: one for one in library}
        by_shortcut = {one.shortcut: one for one in kept.values()}
        for number, reply in list(self._edits.items()):
            if number in kept or not number:
                continue
            same = by_shortcut.get(reply.shortcut) if number < 0 else None
            if same is not None:
                home = replace(reply, id=same.id, version=same.version)
            else:
                home = replace(reply, id=SavedReplyId(0), version=1)
            if home.id not in self._edits:
                del self._edits[number]
                self._edits[home.id] = home

    def _keep_given(self) -> None:
        self._desk.set_state(_GIVEN, json.dumps({id_: _written(one) for id_, one in self._given.items()}))


def _written(reply: SavedReply) -> str:
    return to_json(replace(saving(reply), based_on=reply.version))


def _read(text: Any) -> SavedReply | None:
    try:
        command = from_json(str(text))
    except UnknownCommand:
        return None
    if not isinstance(command, SaveReply):
        return None
    return replace(_as_reply(SavedReplyId(command.id or 0), command), version=command.based_on)


def _as_reply(number: SavedReplyId, command: SaveReply) -> SavedReply:
    return SavedReply(
        number,
        command.shortcut,
        command.title,
        command.folder,
        command.bodies,
        scope=command.scope,
        channel_id=ChannelId(command.channel) if command.channel is not None else None,
        tags=command.tags,
        acts=command.acts,
        hotkey=command.hotkey,
        review_on=command.review_on,
        pictures=command.pictures,
    )
