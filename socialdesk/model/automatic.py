"""Tells what rules do from what people do, by the id of the command; knows no rule."""

from __future__ import annotations

from socialdesk.model.identifiers import CommandId

_MARK = "rule:"


def automatic(digest: str) -> CommandId:
    """The id of something a rule does."""
    return CommandId(_MARK + digest)


def is_automatic(command: CommandId | None) -> bool:
    """Whether a rule did it, and no person."""
    return command is not None and command.startswith(_MARK)
