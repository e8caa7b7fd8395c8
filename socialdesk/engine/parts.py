"""Keeps the parts of one long answer together: what becomes of the later ones when one is stopped or taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from socialdesk.model.delivery import Delivery
from socialdesk.model.identifiers import MessageId
from socialdesk.store.change import Change
from socialdesk.store.outbound import Outbound

_NOT_GONE = (Delivery.QUEUED, Delivery.WAITING)


def wait_behind(change: Change, stopped: Outbound, now: datetime) -> None:
    """A part did not get through: the later ones wait for it, and only it asks for a person."""
    sentence = f"Waits for part {stopped.part}."
    for one in _later(change, stopped):
        change.put_outbound(replace(one, state=Delivery.WAITING, state_reason=sentence, not_before=now))
        change.set_message_state(one, Delivery.WAITING, sentence, None)


def hold_behind(change: Change, taken_back: Outbound) -> None:
    """A part was taken back: the rest makes sense only to a person."""
    sentence = f"Not sent: part {taken_back.part} was taken back. Send this part as it is, or edit it."
    for one in _later(change, taken_back):
        change.put_outbound(replace(one, state=Delivery.HELD, state_reason=sentence))
        change.set_message_state(one, Delivery.HELD, sentence, None)


def read_up_to(change: Change, meant: Outbound, based_on: MessageId) -> None:
    """What was read for one part was read for those behind it."""
    for one in _later(change, meant):
        change.put_outbound(replace(one, based_on=MessageId(max(one.based_on, based_on))))


def _later(change: Change, than: Outbound) -> list[Outbound]:
    if not than.batch:
        return []
    return [one for one in change.parts_of(than.batch) if one.part > than.part and one.state in _NOT_GONE]
