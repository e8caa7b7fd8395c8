"""Carries one act to its platform: record, send, classify. Nothing here retries by itself.

The intent is on the disk before the request leaves; whatever dies in between, the next look finds it and asks the
platform before anything is sent again.
"""

from __future__ import annotations

import hashlib
import logging
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from socialdesk.connectors.kit.contract import (
    Action,
    Answer,
    ConnectorError,
    DeleteMessage,
    Intent,
    LikeMessage,
    Receipt,
    Session,
)
from socialdesk.model.capability import Idempotency
from socialdesk.model.delivery import Delivery
from socialdesk.model.failure import Certainty, Failure, FailureKind
from socialdesk.model.fold import fold_message
from socialdesk.model.guard import Ask, FenceReason, may_send
from socialdesk.model.identifiers import CommandId
from socialdesk.model.thread import Status, Thread
from socialdesk.store.cache import Cache
from socialdesk.store.change import Change
from socialdesk.store.outbound import Attempt, Outbound
from socialdesk.support.clock import Clock
from socialdesk.support.failpoints import reach

log = logging.getLogger(__name__)
_BACKOFF = (2, 5, 15, 30, 60, 120, 300)
UNKNOWN_SENTENCE = (
    "The connection broke and the answer was not found there. Look on the platform, then say what is true."
)


@dataclass(frozen=True, slots=True)
class Claimed:
    """An act whose intent is recorded: it may be sent."""

    outbound: Outbound
    intent: Intent
    attempt: int
    idempotency: Idempotency
    visibility_lag: timedelta


class Dispatch:
    """The way out, for all channels."""

    def __init__(self, cache: Cache, clock: Clock) -> None:
        self._cache = cache
        self._clock = clock

    async def send(self, command: CommandId, session: Session) -> Failure | None:
        """Carry an act out once; gives what stood against it."""
        claimed = self._claim(command, session)
        if claimed is None:
            return None
        reach("dispatch.before_request")
        try:
            receipt = await session.perform(claimed.intent)
        except ConnectorError as error:
            self._failed(claimed, error.failure)
            return error.failure
        except Exception as error:
            log.exception("command %s: the connector failed", command)
            failure = Failure(
                FailureKind.BUG, "SocialDesk made a mistake here.", Certainty.UNKNOWN, type(error).__name__
            )
            self._failed(claimed, failure)
            return failure
        reach("dispatch.after_request")
        self._sent(claimed.outbound, receipt, claimed.attempt)
        return None

    async def recover(self, command: CommandId, session: Session) -> Failure | None:
        """Find out what became of an act whose outcome is open; only a repeat that cannot double is sent."""
        with self._cache.change() as change:
            outbound = change.outbound(command)
            thread = change.thread(outbound.thread_id) if outbound else None
            first = change.first_attempt_at(command)
        if outbound is None or thread is None or first is None or outbound.state is not Delivery.SENDING:
            return None
        intent = Intent(_action(outbound, thread), outbound.key, first)
        capabilities = session.capabilities(thread.kind)
        try:
            receipt = await session.reconcile(intent)
        except ConnectorError as error:
            if not error.failure.heals_itself and error.failure.kind is not FailureKind.AUTH_EXPIRED:
                self._unknown(outbound)
            else:
                self._look_later(outbound, error.failure)
            return error.failure
        if receipt is not None:
            log.info("command %s found on the platform", command)
            self._sent(outbound, receipt, outbound.tries)
            return None
        if capabilities.idempotency is not Idempotency.NONE or outbound.act != "answer":
            with self._cache.change(durable=True) as change:
                # The same key and the same record: a repeat is the same act, not a second one.
                change.put_outbound(replace(outbound, state=Delivery.QUEUED, not_before=self._clock.now()))
                change.set_message_state(outbound, Delivery.QUEUED, "", None)
            return await self.send(command, session)
        if self._clock.now() - outbound.not_before < capabilities.visibility_lag:
            return None
        self._unknown(outbound)
        return None

    def _claim(self, command: CommandId, session: Session) -> Claimed | None:
        """Record the intent, unless the fence stands in the way."""
        now = self._clock.now()
        with self._cache.change(durable=True) as change:
            outbound = change.outbound(command)
            if outbound is None or outbound.state not in (Delivery.QUEUED, Delivery.WAITING):
                return None
            thread = change.thread(outbound.thread_id)
            if thread is None:
                return None
            if outbound.act == "answer" and not outbound.tries:
                asked = may_send(command, outbound.based_on, change.newer_messages(thread.id, outbound.based_on))
                if isinstance(asked, Ask):
                    self._stop(change, outbound, thread, asked)
                    return None
            action = _action(outbound, thread)
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
        reach("dispatch.after_intent")
        log.info("command %s attempt %s", command, number)
        capabilities = session.capabilities(thread.kind)
        intent = Intent(action, outbound.key, first)
        return Claimed(outbound, intent, number, capabilities.idempotency, capabilities.visibility_lag)

    def _stop(self, change: Change, outbound: Outbound, thread: Thread, asked: Ask) -> None:
        who = asked.newer.author_name
        what = "answered" if asked.reason is FenceReason.COLLEAGUE_ANSWERED else "wrote again"
        sentence = f"Not sent: {who} {what} while you were writing. Read it, then send or edit."
        change.put_outbound(replace(outbound, state=Delivery.HELD, state_reason=sentence))
        change.set_message_state(outbound, Delivery.HELD, sentence, None)
        change.put_thread(replace(thread, status=Status.OPEN))

    def _sent(self, outbound: Outbound, receipt: Receipt, attempt: int) -> None:
        reach("dispatch.before_receipt")
        now = self._clock.now()
        with self._cache.change(durable=True) as change:
            change.end_attempt(outbound.command, attempt, now, Certainty.SENT.value, "")
            current = change.outbound(outbound.command) or outbound
            change.put_outbound(replace(current, state=Delivery.SENT, state_reason=""))
            change.touch_channel(outbound.channel_id, sent_at=now)
            if outbound.act == "answer":
                self._answered(change, outbound, receipt, now)
            elif outbound.act == "delete" and outbound.message_id is not None:
                message = change.message(outbound.message_id)
                if message is not None:
                    change.put_message(replace(message, deleted_at=now), outbound.channel_id, None, now)
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
            state=Delivery.SENT,
            state_reason="",
            not_before=None,
            created_at=receipt.at,
            permalink=receipt.permalink,
        )
        change.put_message(sent, outbound.channel_id, receipt.version, now)
        since = change.oldest_unanswered(thread.id, sent.created_at)
        change.put_thread(fold_message(thread, sent, still_waiting_since=since))

    def _failed(self, claimed: Claimed, failure: Failure) -> None:
        now = self._clock.now()
        outbound = claimed.outbound
        log.info("command %s: %s, %s (%s)", outbound.command, failure.kind, failure.certainty, failure.code)
        with self._cache.change(durable=True) as change:
            change.end_attempt(outbound.command, claimed.attempt, now, failure.certainty.value, failure.code)
            if failure.certainty is not Certainty.NOT_SENT:
                # Stays SENDING: the next look recovers it, after the platform had time to show it.
                later = now + (timedelta(0) if claimed.idempotency is not Idempotency.NONE else claimed.visibility_lag)
                change.put_outbound(replace(outbound, not_before=later, state_reason="Looking whether it arrived."))
                return
            if failure.heals_itself or failure.kind is FailureKind.AUTH_EXPIRED:
                wait = timedelta(seconds=_BACKOFF[min(claimed.attempt, len(_BACKOFF)) - 1])
                when = failure.retry_at or now + wait
                waiting = replace(outbound, state=Delivery.WAITING, state_reason=failure.sentence, not_before=when)
                change.put_outbound(waiting)
                change.set_message_state(outbound, Delivery.WAITING, failure.sentence, when)
                return
            change.put_outbound(replace(outbound, state=Delivery.REJECTED, state_reason=failure.sentence))
            change.set_message_state(outbound, Delivery.REJECTED, failure.sentence, None)
            thread = change.thread(outbound.thread_id)
            if thread is not None and outbound.act == "answer":
                change.put_thread(replace(thread, status=Status.OPEN))

    def _look_later(self, outbound: Outbound, failure: Failure) -> None:
        with self._cache.change() as change:
            when = failure.retry_at or self._clock.now() + timedelta(seconds=15)
            change.put_outbound(replace(outbound, not_before=when, state_reason=failure.sentence))

    def _unknown(self, outbound: Outbound) -> None:
        with self._cache.change(durable=True) as change:
            change.put_outbound(replace(outbound, state=Delivery.UNKNOWN, state_reason=UNKNOWN_SENTENCE))
            change.set_message_state(outbound, Delivery.UNKNOWN, UNKNOWN_SENTENCE, None)
            thread = change.thread(outbound.thread_id)
            if thread is not None and outbound.act == "answer":
                change.put_thread(replace(thread, status=Status.OPEN))
        log.warning("command %s: outcome unknown", outbound.command)


def _action(outbound: Outbound, thread: Thread) -> Action:
    match outbound.act:
        case "answer":
            return Answer(
                command=outbound.command,
                thread_remote_id=thread.remote_id,
                kind=thread.kind,
                parent_remote_id=outbound.target_remote_id,
                text=outbound.text,
                language=thread.language,
            )
        case "like" | "unlike":
            return LikeMessage(outbound.command, outbound.target_remote_id, on=outbound.act == "like")
        case _:
            return DeleteMessage(outbound.command, outbound.target_remote_id, thread.remote_id)
