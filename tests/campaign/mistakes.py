"""Mistakes to plant in the product, so that a campaign that finds nothing is seen to be able to find something."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from socialdesk.connectors.kit.contract import Session
from socialdesk.engine.dispatch import Dispatch
from socialdesk.engine.ingest import Ingest
from socialdesk.model.failure import Failure
from socialdesk.model.identifiers import CommandId
from socialdesk.store.desk import Desk


def _none() -> None:
    """The product as it is."""


def _repeats_blindly() -> None:
    """What may have been sent is sent again without a look."""

    async def recover(self: Dispatch, command: CommandId, session: Session) -> Failure | None:
        return await self._carry(self._claim(command, session, is_repeat=True), session)

    patched: Any = Dispatch
    patched.recover = recover


def _moves_the_cursor_first() -> None:
    """Where a stream goes on is kept before what it brought."""
    real: Any = Ingest.take

    def take(self: Ingest, events: Any, stream: str, cursor: str) -> Any:
        self._batch([], stream, cursor)
        return real(self, events, stream, cursor)

    patched: Any = Ingest
    patched.take = take


def _shows_before_it_writes() -> None:
    """A draft is said to be kept and is not."""
    patched: Any = Desk
    patched.set_draft = lambda *_: None


MISTAKES: dict[str, Callable[[], None]] = {
    "": _none,
    "repeats blindly": _repeats_blindly,
    "moves the cursor first": _moves_the_cursor_first,
    "shows before it writes": _shows_before_it_writes,
}
