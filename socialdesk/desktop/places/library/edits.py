"""Keeps what somebody changed in saved replies and did not save: by reply, over a restart, until saved or dropped."""

from __future__ import annotations

import json

from socialdesk.model.command import SaveReply, UnknownCommand, from_json, to_json
from socialdesk.model.identifiers import ChannelId, SavedReplyId
from socialdesk.model.saved_reply import SavedReply
from socialdesk.model.saved_reply_library import saving
from socialdesk.store.desk import Desk

_STATE = "library_edits"


class Edits:
    """The unsaved replies, by number; 0 is the one that is new."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._edits: dict[SavedReplyId, SavedReply] = {}
        for text in json.loads(desk.state(_STATE) or "[]"):
            try:
                command = from_json(text)
            except UnknownCommand:
                continue
            if isinstance(command, SaveReply):
                number = SavedReplyId(command.id or 0)
                self._edits[number] = _as_reply(number, command)

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
        self._desk.set_state(_STATE, json.dumps([to_json(saving(one)) for one in self._edits.values()]))


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
    )
