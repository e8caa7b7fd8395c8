"""Tells what of an act can still be taken back: not what has left for a platform, nor what was done along with it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from socialdesk.model.command import CancelAct, CancelReply, Command, DeleteOwn, EditOwn, Given, Reply, ThreadCommand
from socialdesk.model.delivery import CANCELABLE, Delivery
from socialdesk.model.identifiers import CommandId
from socialdesk.model.moderation import AnswerPrivately, RemoveMessage, ReportMessage
from socialdesk.store.outbound import Outbound

_FOR_GOOD = (Reply, AnswerPrivately, DeleteOwn, EditOwn, RemoveMessage, ReportMessage)
"""What nothing takes back once it has left."""


@dataclass(frozen=True, slots=True)
class Left:
    """What of an act can be taken back now."""

    given: tuple[Given, ...]
    back: tuple[Command, ...]
    gone: int
    """How many of its acts have left."""


def what_is_left(
    given: tuple[Given, ...],
    back: tuple[Command, ...],
    outbound: Callable[[CommandId], Outbound | None],
    pending: Collection[Given],
) -> Left:
    """What can be taken back of `given` along `back`. `outbound` tells where an act stands, None for one not decided.

    Where an answer has left its thread stays as the answer left it: nobody wants to find it open and the text in the
    composer again, as if nothing had been sent. What was taken back already, to be edited, is not given back twice.
    """
    found = {one.id: outbound(one.id) for one in given if isinstance(one.command, _FOR_GOOD)}
    states = {id_: one.state for id_, one in found.items() if one is not None}
    stopped = {id_ for id_, state in states.items() if state is Delivery.CANCELED} | set(_stopped(pending))
    gone = {id_ for id_, state in states.items() if state not in CANCELABLE} - stopped
    if not gone and stopped.isdisjoint(found):
        return Left(given, back, 0)
    stay = {one.command.thread for one in given if one.id in gone and isinstance(one.command, ThreadCommand)}
    return Left(
        tuple(one for one in given if one.id not in gone | stopped),
        tuple(one for one in back if _goes_on(one, stay, gone | stopped)),
        len(gone),
    )


def _goes_on(command: Command, stay: Collection[object], settled: Collection[CommandId]) -> bool:
    """Whether it is still to be given: it stops an act that can be stopped, or puts back a thread nothing left from."""
    match command:
        case CancelReply(reply=act) | CancelAct(act=act):
            return act not in settled
        case _:
            return getattr(command, "thread", None) not in stay


def _stopped(pending: Collection[Given]) -> list[CommandId]:
    """The acts that are to be taken back already."""
    commands = [one.command for one in pending]
    return [
        one.reply if isinstance(one, CancelReply) else one.act
        for one in commands
        if isinstance(one, CancelReply | CancelAct)
    ]
