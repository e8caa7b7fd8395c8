"""Gives checks of sending their hands: makes an act as it stands on the disk, carries it as the engine does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from socialdesk.connectors.kit.contract import Action, Answer, Intent, Receipt, Session
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.suite.scale import Failing, NotApplicable
from socialdesk.connectors.suite.trial import Trial
from socialdesk.model.capability import Idempotency
from socialdesk.model.event import MessageSeen
from socialdesk.model.failure import Certainty, Failure, FailureKind
from socialdesk.model.identifiers import CommandId
from socialdesk.model.thread import Kind
from socialdesk.support.ids import new_id

_MOST_WAITS = 4


@dataclass(frozen=True, slots=True)
class Target:
    """What is answered or acted on."""

    message: MessageSeen

    def answer(self, text: str) -> Answer:
        """An answer to it in its thread, as a new command."""
        one = self.message
        return Answer(new_command(), one.thread_remote_id, one.kind, one.remote_id, text)


def new_command() -> CommandId:
    """An id as the desktop makes them."""
    return CommandId(new_id())


def intent_of(trial: Trial, session: Session, action: Action) -> Intent:
    """An action as it stands on the disk before it leaves."""
    if isinstance(action, Answer):
        trial.scenario.make_room(action.parent_remote_id)
    return Intent(action, session.reserve(action), trial.clock.now())


async def targets(trial: Trial, session: Session, act: str) -> dict[Kind, Target]:
    """By kind, a message that `act` can be tried on. Raises NotApplicable where no kind offers it."""
    kinds = [kind for kind in trial.kinds if session.capabilities(kind).can(act)]
    if not kinds:
        raise NotApplicable(f"Nothing there can be tried on: no kind of thread offers {act}.")
    seen, _ = await trial.read(session)
    found: dict[Kind, Target] = {}
    for kind in kinds:
        message = trial.scenario.choose(act, kind, list(seen.standing().values()))
        if message is None:
            raise Failing(f"The scenario has no {kind} to try {act} on.")
        found[kind] = Target(message)
    return found


async def perform(trial: Trial, session: Session, intent: Intent) -> Receipt | Failure:
    """One attempt, or a few where the connector keeps a pace by itself and asks nothing until it is time."""
    for _ in range(_MOST_WAITS):
        before = trial.tap.sent
        done = await _perform(trial, session, intent)
        if not isinstance(done, Failure) or done.kind is not FailureKind.RATE_LIMITED:
            return done
        if trial.tap.sent > before or done.retry_at is None:
            return done
        await trial.scenario.pass_time(done.retry_at - trial.clock.now())
    raise Failing("It keeps a pace of its own and never lets an answer go.")


async def _perform(trial: Trial, session: Session, intent: Intent) -> Receipt | Failure:
    """One attempt. Whatever else than a receipt or a ConnectorError comes of it is a failure of the connector."""
    try:
        receipt = await session.perform(intent)
    except ConnectorError as error:
        trial.told.append(error)
        return error.failure
    except Exception as error:
        what = type(intent.action).__name__
        raise Failing(f"perform of {what} raised {type(error).__name__} ({error}), not a ConnectorError.") from error
    trial.told.append(receipt)
    return receipt


class CannotLook(Exception):
    """The network lets nobody look whether an answer stands there: it is left to a person, and so it is safe."""


async def reconcile(trial: Trial, session: Session, intent: Intent) -> Receipt | None:
    """Look whether an act happened, as after a start. Raises CannotLook where the network offers nothing to look with.

    Where it does (it knows a repeat), a look that fails is a failure here.
    """
    try:
        found = await session.reconcile(intent)
    except ConnectorError as error:
        trial.told.append(error)
        action = intent.action
        if isinstance(action, Answer) and session.capabilities(action.kind).idempotency is Idempotency.NONE:
            raise CannotLook from error
        raise Failing(f"reconcile cannot look: {error.failure.sentence} ({error.failure.code})") from error
    except Exception as error:
        raise Failing(f"reconcile raised {type(error).__name__} ({error}).") from error
    trial.told.append(found)
    return found


async def carry(trial: Trial, session: Session, intent: Intent, words: str) -> Receipt:
    """Carry an act to its end, the line being well: as the engine does it. Fails where it does not arrive."""
    done = await perform(trial, session, intent)
    if isinstance(done, Failure):
        raise Failing(f"{words} failed: {done.sentence} ({done.kind}, {done.code})")
    return done


async def after_unknown(trial: Trial, intent: Intent, failure: Failure, words: str) -> None:
    """Go on as the engine does after a failure, and see that the answer stands there once and is known of.

    With NOT_SENT the engine sends again by itself; with anything else it looks first, in another session.
    """
    action = intent.action
    assert isinstance(action, Answer)
    count = trial.scenario.count(action.text)
    if failure.certainty is Certainty.NOT_SENT:
        if count:
            raise Failing(f"{words}: it stands there, and the failure says that it was not sent. It would go twice.")
        session = trial.session()
    else:
        await trial.scenario.pass_time(trial.manifest.capabilities(action.kind).visibility_lag + timedelta(seconds=1))
        session = trial.session()
        try:
            found = await reconcile(trial, session, intent)
        except CannotLook:
            return
        if found is None and count:
            raise Failing(f"{words}: it stands there, and reconcile does not find it. It would go twice.")
        if found is not None and not count:
            raise Failing(f"{words}: it never arrived, and reconcile says that it did. It would be lost.")
        if found is not None:
            _expect_id(trial, found, action, words)
            return
    await carry(trial, session, intent, f"{words}: the next attempt")
    if (count := trial.scenario.count(action.text)) != 1:
        raise Failing(f"{words}: after the next attempt it stands there {count} times.")


def _expect_id(trial: Trial, receipt: Receipt, answer: Answer, words: str) -> None:
    """The id that a receipt tells must be the one that is read back later."""
    if not trial.scenario.shows_own:
        return
    truth = trial.scenario.truth()
    if receipt.remote_id not in truth:
        raise Failing(f"{words}: the receipt names {receipt.remote_id!r}, which is no message there.")
    if answer.text.strip() not in truth[receipt.remote_id]:
        raise Failing(f"{words}: the receipt names another message, {receipt.remote_id!r}.")


def expect_receipt(trial: Trial, receipt: Receipt, answer: Answer, words: str) -> None:
    """After a success the answer stands there once, under the id of the receipt."""
    count = trial.scenario.count(answer.text)
    if count != 1:
        raise Failing(f"{words}: it stands there {count} times.")
    _expect_id(trial, receipt, answer, words)
