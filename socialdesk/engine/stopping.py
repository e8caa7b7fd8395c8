"""Keeps an act from leaving, or gives up on it: what a person sees of that, and that its thread is theirs again."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from socialdesk.engine.moderating import show_like
from socialdesk.engine.parts import wait_behind
from socialdesk.model.automatic import is_automatic
from socialdesk.model.delivery import Delivery
from socialdesk.model.guard import Ask, FenceReason
from socialdesk.model.stops import too_late
from socialdesk.model.thread import Status, Thread
from socialdesk.store.change import Change
from socialdesk.store.outbound import Outbound

PICTURES_GONE = "A picture of this answer is no longer on this machine. Nothing was sent; attach it again."
UNKNOWN_SENTENCE = (
    "The connection broke and the answer was not found there. Look on the platform, then say what is true."
)
_NOT_DONE_WITHOUT = frozenset({"hide", "remove", "delete", "block", "report", "private"})
"""Acts somebody finishes a thread with; a like, a mute or what is shown again leaves nothing to be done."""


def refuse(change: Change, outbound: Outbound, thread: Thread, sentence: str, now: datetime) -> None:
    """It does not leave as it is."""
    _hand_back(change, outbound, thread, Delivery.REJECTED, sentence, now)


def stop_at_fence(change: Change, outbound: Outbound, thread: Thread, asked: Ask, now: datetime) -> None:
    """Somebody said something that its writer has not read."""
    if is_automatic(outbound.command):
        drop(change, outbound)
        return
    who = asked.newer.author_name
    sentence = f"Not sent: {who} wrote again while you were writing. Read it, then send or edit."
    if asked.reason is FenceReason.COLLEAGUE_ANSWERED:
        sentence = f"Not sent: {who} answered while you were writing. Read it, then send or edit."
    _hand_back(change, outbound, thread, Delivery.HELD, sentence, now)


def stop_too_late(change: Change, outbound: Outbound, thread: Thread, window: timedelta, now: datetime) -> None:
    """Its platform takes answers for so long only."""
    if is_automatic(outbound.command):
        drop(change, outbound)
        return
    refuse(change, outbound, thread, too_late(window // timedelta(hours=1)), now)


def stop_without_pictures(
    change: Change, outbound: Outbound, thread: Thread, now: datetime, *, is_repeat: bool
) -> None:
    """A picture of it is gone. A repeat without would be another act than the one that may have happened."""
    if is_repeat:
        _hand_back(change, outbound, thread, Delivery.UNKNOWN, UNKNOWN_SENTENCE, now)
    else:
        refuse(change, outbound, thread, PICTURES_GONE, now)


def act_failed(change: Change, outbound: Outbound, state: Delivery, sentence: str, refusal: str = "") -> None:
    """An act on a message or a person did not happen, or nobody knows: a thread that was done with by it comes back.

    One that was muted stays so. `refusal` is the kind of failure where the platform said no.
    """
    change.put_outbound(replace(outbound, state=state, state_reason=sentence, refusal=refusal))
    thread = change.thread(outbound.thread_id)
    if thread is not None and state is Delivery.REJECTED:
        show_like(change, outbound, thread, outbound.not_before, is_there=False)
    if thread is not None and outbound.act in _NOT_DONE_WITHOUT and thread.status is not Status.MUTED:
        change.put_thread(replace(thread, status=Status.OPEN, snoozed_until=None))


def drop(change: Change, outbound: Outbound) -> None:
    """An automatic answer that was overtaken never leaves, and nobody is asked."""
    change.put_outbound(replace(outbound, state=Delivery.CANCELED, state_reason=""))
    change.set_message_state(outbound, Delivery.CANCELED, "", None)


def _hand_back(  # noqa: PLR0917 - each says another thing of one act
    change: Change, outbound: Outbound, thread: Thread, state: Delivery, sentence: str, now: datetime
) -> None:
    change.put_outbound(replace(outbound, state=state, state_reason=sentence))
    change.set_message_state(outbound, state, sentence, None)
    change.put_thread(replace(thread, status=Status.OPEN))
    wait_behind(change, outbound, now)
