"""Carries one act to its platform: record, send, classify. Nothing here retries by itself.

The intent is on the disk before the request leaves; whatever dies in between, the next look finds it and asks the
platform before anything is sent again.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from socialdesk.connectors.kit.contract import (
    Intent,
    Picture,
    Receipt,
    Session,
)
from socialdesk.connectors.kit.failures import FOR_NOBODY
from socialdesk.engine import moderating
from socialdesk.engine.intents import action_of, failure_of, may_repeat, promises, time_to_show
from socialdesk.engine.parts import wait_behind
from socialdesk.engine.patience import patience
from socialdesk.engine.stopping import (
    UNKNOWN_SENTENCE,
    act_failed,
    drop,
    refuse,
    stop_at_fence,
    stop_too_late,
    stop_without_pictures,
)
from socialdesk.model.automatic import is_automatic
from socialdesk.model.capability import Capabilities, Idempotency
from socialdesk.model.delivery import Delivery
from socialdesk.model.failure import Certainty, Failure, FailureKind
from socialdesk.model.fold import fold_message
from socialdesk.model.guard import Ask, is_window_open, may_send
from socialdesk.model.identifiers import CommandId
from socialdesk.model.message import Direction, Message
from socialdesk.model.moderation import NEEDS
from socialdesk.model.thread import Status, Thread
from socialdesk.store.cache import Cache
from socialdesk.store.change import Change
from socialdesk.store.errors import StoreError
from socialdesk.store.outbound import Attempt, Outbound
from socialdesk.store.witness import Witness
from socialdesk.support.clock import Clock
from socialdesk.support.failpoints import reach
from socialdesk.support.ids import jitter

log = logging.getLogger(__name__)
_BACKOFF = (2, 5, 15, 30, 60, 120, 300)
_HOLDS = (FailureKind.AUTH_EXPIRED, FailureKind.SUSPENDED)
"""What is kept until somebody has done something about the account."""
UNKNOWN_ACT = (
    "The connection broke, and whether it happened cannot be seen. Look on the platform, then say what is true."
)
NOT_TO_ALL = "This channel cannot answer everybody at once. Nothing was sent; answer the writer alone."
CANNOT = "This channel cannot do that here. Nothing was done."
BROKEN = "The connector of this channel made a mistake. Nothing was sent; update it, then send again."
LOOKING = "Looking whether it arrived."


@dataclass(frozen=True, slots=True)
class Claimed:
    """An act whose intent is recorded: it may be sent."""

    outbound: Outbound
    intent: Intent
    attempt: int
    idempotency: Idempotency
    visibility_lag: timedelta
    is_repeat: bool
    """Whether an attempt before this one had an open outcome."""


PictureData = Callable[[str], bytes | None]


class Dispatch:
    """The way out, for all channels."""

    def __init__(self, cache: Cache, clock: Clock, picture_data: PictureData) -> None:
        """`picture_data` gives the bytes of a picture that is to go out, None when they are gone."""
        self._cache = cache
        self._clock = clock
        self._picture_data = picture_data
        self._witness = Witness(cache.path)

    async def send(self, command: CommandId, session: Session) -> Failure | None:
        """Carry an act out once; gives what stood against it."""
        return await self._carry(self._claimed(command, session, is_repeat=False), session)

    async def recover(self, command: CommandId, session: Session) -> Failure | None:
        """Find out what became of an act whose outcome is open; only a repeat that cannot double is sent."""
        found = self._open_act(command)
        if found is None:
            return None
        outbound, thread, intent = found
        try:
            capabilities = promises(session, outbound, thread)
            self._end_open_attempt(outbound, capabilities)
            async with patience():
                receipt = await session.reconcile(intent)
            if receipt is not None:
                log.info("command %s found on the platform", command)
                self._sent(outbound, receipt, outbound.tries)
                return None
        except Exception as error:  # noqa: BLE001 - whatever a connector does, the question stays open
            failure = failure_of(error)
            if failure.heals_itself or failure.kind in (*_HOLDS, FailureKind.BUG):
                self._look_later(outbound, failure)
            else:
                self._unknown(outbound)
            return failure
        if may_repeat(outbound, capabilities):
            # The same key and the same record: a repeat is the same act, not a second one.
            return await self._carry(self._claimed(command, session, is_repeat=True), session)
        with self._cache.change() as change:
            current = change.outbound(command)
        if current is not None and current.state is Delivery.SENDING and current.not_before <= self._clock.now():
            self._unknown(current)
        return None

    async def _carry(self, claimed: Claimed | None, session: Session) -> Failure | None:
        if claimed is None:
            return None
        reach("dispatch.before_request")
        try:
            async with patience():
                receipt = await session.perform(claimed.intent)
            reach("dispatch.after_request")
            # Within the try: a receipt that is none leaves the outcome open too.
            self._sent(claimed.outbound, receipt, claimed.attempt)
        except Exception as error:  # noqa: BLE001 - whatever a connector does, the outcome must be written down
            failure = failure_of(error)
            self._failed(claimed, failure)
            return failure
        return None

    def _open_act(self, command: CommandId) -> tuple[Outbound, Thread, Intent] | None:
        with self._cache.change() as change:
            outbound = change.outbound(command)
            thread = change.thread(outbound.thread_id) if outbound else None
            if outbound is not None and thread is not None:
                thread, _ = change.spoken_in(thread, outbound.message_id)
            first = change.first_attempt_at(command)
        if outbound is None or outbound.state is not Delivery.SENDING:
            return None
        if thread is None or first is None:
            # Rows that a damaged file lost: nobody can look for it, and it must not be looked for again and again.
            self._unknown(outbound)
            return None
        pictures = self._pictures(outbound) or ()
        return outbound, thread, Intent(action_of(outbound, thread, pictures), outbound.key, first)

    def _end_open_attempt(self, outbound: Outbound, capabilities: Capabilities) -> None:
        """The process died on the way: what it sent may still need its time to show."""
        with self._cache.change(durable=True) as change:
            if not change.attempt_is_open(outbound.command, outbound.tries):
                return
            now = self._clock.now()
            change.end_attempt(outbound.command, outbound.tries, now, Certainty.UNKNOWN.value, "died")
            later = now + time_to_show(capabilities.idempotency, capabilities.visibility_lag)
            change.put_outbound(replace(outbound, not_before=later, state_reason=LOOKING))

    def _claimed(self, command: CommandId, session: Session, *, is_repeat: bool) -> Claimed | None:
        """The act with its intent recorded, unless something stands in the way; also a mistake of the connector."""
        try:
            return self._claim(command, session, is_repeat=is_repeat)
        except StoreError:
            raise
        except Exception as error:
            log.exception("command %s: the connector made a mistake before anything left", command)
            outbound = self._cache.outbound(command)
            if outbound is not None and is_repeat:
                self._look_later(outbound, failure_of(error))
            elif outbound is not None:
                self._broken(outbound)
            return None

    def _broken(self, outbound: Outbound) -> None:
        with self._cache.change(durable=True) as change:
            thread = change.thread(outbound.thread_id)
            if thread is not None and outbound.act == "answer":
                refuse(change, outbound, thread, BROKEN, self._clock.now())
            else:
                act_failed(change, outbound, Delivery.REJECTED, BROKEN, FailureKind.BUG.value)

    def _claim(self, command: CommandId, session: Session, *, is_repeat: bool) -> Claimed | None:
        """Record the intent, unless the fence stands in the way."""
        now = self._clock.now()
        claimable = (Delivery.SENDING,) if is_repeat else (Delivery.QUEUED, Delivery.WAITING)
        with self._cache.change(durable=True) as change:
            outbound = change.outbound(command)
            if outbound is None or outbound.state not in claimable:
                return None
            thread = change.thread(outbound.thread_id)
            if thread is None:
                # A damaged file lost it: there is nothing to answer, and nobody to ask.
                drop(change, outbound)
                return None
            if moderating.is_overtaken(change, outbound):
                change.put_outbound(replace(outbound, state=Delivery.CANCELED, state_reason=""))
                return None
            # However long it waited, nobody answers past a word they have not read. Only what may be there already
            # is past the fence.
            if outbound.act == "answer" and not is_repeat:
                asked = may_send(command, outbound.based_on, _newer(change, outbound))
                if isinstance(asked, Ask):
                    stop_at_fence(change, outbound, thread, asked, now)
                    return None
                there, _ = change.spoken_in(thread, outbound.message_id)
                closed_after = session.capabilities(there.kind).window_in(there.remote_id)
                if closed_after is not None and not is_window_open(there.last_in_at, closed_after, now):
                    stop_too_late(change, outbound, thread, closed_after, now)
                    return None
            there, _ = change.spoken_in(thread, outbound.message_id)
            if not session.capabilities(there.kind).can(NEEDS.get(outbound.act, "")) and outbound.act in NEEDS:
                act_failed(change, outbound, Delivery.REJECTED, CANNOT)
                return None
            if outbound.recipients and not is_repeat and not session.capabilities(there.kind).can("reply_all"):
                refuse(change, outbound, thread, NOT_TO_ALL, now)
                return None
            pictures = self._pictures(outbound)
            if pictures is None:
                stop_without_pictures(change, outbound, thread, now, is_repeat=is_repeat)
                return None
            action = action_of(outbound, there, pictures)
            number = outbound.tries + 1
            outbound = replace(
                outbound,
                key=outbound.key or session.reserve(action),
                tries=number,
                state=Delivery.SENDING,
                state_reason="",
                not_before=now,
            )
            change.put_outbound(outbound)
            change.set_message_state(outbound, Delivery.SENDING, "", None)
            body_hash = hashlib.sha256(outbound.text.encode()).hexdigest()
            change.record_attempt(Attempt(command, number, body_hash, now))
            first = change.first_attempt_at(command) or now
            reach("dispatch.before_intent")
        # Whatever becomes of the cache file, this act is never taken for one that was not tried.
        self._witness.note(command)
        reach("dispatch.after_intent")
        log.info("command %s attempt %s", command, number)
        capabilities = promises(session, outbound, there)
        intent = Intent(action, outbound.key, first)
        return Claimed(outbound, intent, number, capabilities.idempotency, capabilities.visibility_lag, is_repeat)

    def look_at_fence(self, outbound: Outbound) -> None:
        """What waits for a later hour is stopped as soon as somebody writes, not only when its hour has come."""
        with self._cache.change(durable=True) as change:
            thread = change.thread(outbound.thread_id)
            current = change.outbound(outbound.command)
            if thread is None or current is None or current.state is not Delivery.QUEUED:
                return
            newer = _newer(change, current)
            asked = may_send(current.command, current.based_on, newer) if newer else None
            if isinstance(asked, Ask):
                stop_at_fence(change, current, thread, asked, self._clock.now())

    def _pictures(self, outbound: Outbound) -> tuple[Picture, ...] | None:
        """What goes with an answer; None when a picture of it is no longer here."""
        found: list[Picture] = []
        for one in outbound.pictures:
            data = self._picture_data(one.id)
            if data is None:
                return None
            found.append(Picture(data, one.media_type, one.width, one.height, one.alt))
        return tuple(found)

    def _sent(self, outbound: Outbound, receipt: Receipt, attempt: int) -> None:
        reach("dispatch.before_receipt")
        now = self._clock.now()
        with self._cache.change(durable=True) as change:
            change.end_attempt(outbound.command, attempt, now, Certainty.SENT.value, "")
            current = change.outbound(outbound.command) or outbound
            change.put_outbound(replace(current, state=Delivery.SENT, state_reason=receipt.left_behind))
            if change.channel(outbound.channel_id) is None:
                return  # it went with all that was said there, while this was on its way
            change.touch_channel(outbound.channel_id, sent_at=now)
            if outbound.act == "answer":
                self._answered(change, outbound, receipt, now)
            elif outbound.act == "delete" and outbound.message_id is not None:
                message = change.message(outbound.message_id)
                if message is not None:
                    change.put_message(replace(message, deleted_at=now), outbound.channel_id, None, now)
            else:
                moderating.stands_now(change, outbound, now, receipt.remote_id)
            reach("dispatch.before_commit")
        log.info("command %s sent", outbound.command)

    def _answered(self, change: Change, outbound: Outbound, receipt: Receipt, now: datetime) -> None:
        message = change.message(outbound.message_id) if outbound.message_id is not None else None
        thread = change.thread(outbound.thread_id)
        if message is None or thread is None:
            return
        twin = change.message_of(outbound.channel_id, receipt.remote_id)
        if twin is not None and twin[0].id != message.id:
            # The echo came first and could not be matched: one message, not two.
            change.drop_message(twin[0])
        sent = replace(
            message,
            external_id=receipt.remote_id,
            state=Delivery.SENT if message.state is not Delivery.SEEN else message.state,
            state_reason=receipt.left_behind,
            not_before=None,
            created_at=receipt.at,
            permalink=receipt.permalink,
        )
        change.put_message(sent, outbound.channel_id, receipt.version, now)
        since = change.oldest_unanswered(thread.id, sent.created_at)
        change.put_thread(fold_message(thread, sent, still_waiting_since=since, policy=change.policy))

    def _failed(self, claimed: Claimed, failure: Failure) -> None:
        now = self._clock.now()
        outbound = claimed.outbound
        log.info("command %s: %s, %s (%s)", outbound.command, failure.kind, failure.certainty, failure.code)
        with self._cache.change(durable=True) as change:
            change.end_attempt(outbound.command, claimed.attempt, now, failure.certainty.value, failure.code)
            if not _is_open(change, outbound):
                return
            wait = timedelta(seconds=_BACKOFF[min(claimed.attempt, len(_BACKOFF)) - 1]) * jitter()
            if failure.certainty is not Certainty.NOT_SENT:
                # Stays SENDING: the next look recovers it, after the platform had time to show it.
                later = now + (wait if claimed.is_repeat else time_to_show(claimed.idempotency, claimed.visibility_lag))
                change.put_outbound(replace(outbound, not_before=later, state_reason=LOOKING))
                return
            if claimed.is_repeat and (failure.heals_itself or failure.kind in _HOLDS):
                # This attempt surely failed, the one before it is still an open question.
                later = failure.retry_at or now + wait
                change.put_outbound(replace(outbound, not_before=later, state_reason=failure.sentence))
                return
            if failure.heals_itself:
                when = failure.retry_at or now + wait
                waiting = replace(outbound, state=Delivery.WAITING, state_reason=failure.sentence, not_before=when)
                change.put_outbound(waiting)
                change.set_message_state(outbound, Delivery.WAITING, failure.sentence, when)
                return
            if is_automatic(outbound.command) and failure.code == FOR_NOBODY:
                drop(change, outbound)
                return
            # A lost sign-in is not the answer's fault: it is kept until the channel is connected again.
            lost = failure.kind in _HOLDS
            state = Delivery.HELD if lost else Delivery.REJECTED
            if state is Delivery.REJECTED and outbound.act != "answer":
                act_failed(change, outbound, state, failure.sentence, failure.kind.value)
                return
            change.put_outbound(replace(outbound, state=state, state_reason=failure.sentence))
            change.set_message_state(outbound, state, failure.sentence, None)
            wait_behind(change, outbound, now)
            thread = change.thread(outbound.thread_id)
            if thread is not None and outbound.act == "answer" and not lost:
                change.put_thread(replace(thread, status=Status.OPEN))

    def _look_later(self, outbound: Outbound, failure: Failure) -> None:
        with self._cache.change() as change:
            current = change.outbound(outbound.command)
            if current is None or current.state is not Delivery.SENDING:
                return
            when = failure.retry_at or self._clock.now() + timedelta(seconds=15) * jitter()
            waiting = replace(current, not_before=max(when, current.not_before), state_reason=failure.sentence)
            change.put_outbound(waiting)

    def _unknown(self, outbound: Outbound) -> None:
        with self._cache.change(durable=True) as change:
            if not _is_open(change, outbound):
                return
            if outbound.act == "answer":
                change.put_outbound(replace(outbound, state=Delivery.UNKNOWN, state_reason=UNKNOWN_SENTENCE))
                change.set_message_state(outbound, Delivery.UNKNOWN, UNKNOWN_SENTENCE, None)
                wait_behind(change, outbound, self._clock.now())
                thread = change.thread(outbound.thread_id)
                if thread is not None:
                    change.put_thread(replace(thread, status=Status.OPEN))
            else:
                act_failed(change, outbound, Delivery.UNKNOWN, UNKNOWN_ACT)
        log.info("command %s: outcome unknown", outbound.command)


def _is_open(change: Change, outbound: Outbound) -> bool:
    """Whether nobody has settled an act since it left: it may have been seen there, or its channel may be gone."""
    current = change.outbound(outbound.command)
    return current is not None and current.state is Delivery.SENDING


def _newer(change: Change, outbound: Outbound) -> list[Message]:
    """What was said since an answer was written; one that nobody wrote only a person's answer can overtake."""
    newer = change.newer_messages(outbound.thread_id, outbound.based_on)
    if is_automatic(outbound.command):
        return [one for one in newer if one.direction is Direction.OUT]
    return newer
