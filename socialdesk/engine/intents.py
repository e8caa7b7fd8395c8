"""Gives what a connector is asked to do for an act of the outbox, and what its answer means for another try."""

from __future__ import annotations

import logging
from datetime import timedelta

from socialdesk.connectors.kit.contract import Action, Answer, DeleteMessage, LikeMessage, Picture, Session
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.engine import moderating
from socialdesk.model.capability import Capabilities, Idempotency
from socialdesk.model.failure import Certainty, Failure, FailureKind
from socialdesk.model.thread import Kind, Thread
from socialdesk.store.errors import StoreError
from socialdesk.store.outbound import Outbound
from socialdesk.support.secrets import SecretsUnavailable

log = logging.getLogger(__name__)


def promises(session: Session, outbound: Outbound, thread: Thread) -> Capabilities:
    """By whose promises an act is repeated: a private answer to a public word leaves as a message and not as a post."""
    return session.capabilities(Kind.DM if outbound.act == "private" else thread.kind)


def time_to_show(idempotency: Idempotency, lag: timedelta) -> timedelta:
    """How long to wait before a look-up that finds nothing is believed; a key needs no such wait."""
    return lag if idempotency is Idempotency.NONE else timedelta(0)


def may_repeat(outbound: Outbound, capabilities: Capabilities) -> bool:
    """Whether the same request a second time is the same act: by its key, or since doing it twice is doing it once."""
    if outbound.act == "report":
        return False
    return outbound.act not in ("answer", "private") or capabilities.idempotency is not Idempotency.NONE


def failure_of(error: Exception) -> Failure:
    """What an attempt ended with, whatever the connector raised. Raises what the store said itself."""
    match error:
        case ConnectorError():
            return error.failure
        case SecretsUnavailable():
            return Failure(FailureKind.AUTH_EXPIRED, error.sentence, code="secrets")
        case StoreError():
            raise error
        case TimeoutError():
            return Failure(FailureKind.TRANSIENT, "No answer came in time.", Certainty.UNKNOWN, "timeout")
        case _:
            log.error("the connector failed", exc_info=error)
            return Failure(FailureKind.BUG, "SocialDesk made a mistake here.", Certainty.UNKNOWN, type(error).__name__)


def action_of(outbound: Outbound, thread: Thread, pictures: tuple[Picture, ...]) -> Action:
    """What the connector is asked to do."""
    match outbound.act:
        case "answer":
            return Answer(
                command=outbound.command,
                thread_remote_id=thread.remote_id,
                kind=thread.kind,
                parent_remote_id=outbound.target_remote_id,
                text=outbound.text,
                language=thread.language,
                pictures=pictures,
                recipients=outbound.recipients,
            )
        case "like" | "unlike":
            return LikeMessage(outbound.command, outbound.target_remote_id, on=outbound.act == "like")
        case _:
            return moderating.to_action(outbound, thread) or DeleteMessage(
                outbound.command, outbound.target_remote_id, thread.remote_id
            )
