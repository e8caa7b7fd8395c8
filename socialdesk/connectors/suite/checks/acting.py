"""Checks of acts: each one that is offered does what it says, can be taken back, and nothing else is done."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from socialdesk.connectors.kit.contract import (
    Action,
    AnswerPrivately,
    BlockPerson,
    DeleteMessage,
    EditMessage,
    HideMessage,
    Intent,
    LikeMessage,
    MuteThread,
    Receipt,
    RemoveMessage,
    ReportMessage,
    Session,
)
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.suite.delivery import CannotLook, carry, intent_of, new_command, perform, targets
from socialdesk.connectors.suite.scale import Failing, Level, NotApplicable, NotTried, check
from socialdesk.connectors.suite.trial import Trial
from socialdesk.model.capability import Level as Far
from socialdesk.model.event import MessageSeen
from socialdesk.model.failure import Certainty, Failure, FailureKind
from socialdesk.model.moderation import ReportReason
from socialdesk.model.thread import Kind

_Make = Callable[[MessageSeen], Action]
ACTIONS: dict[str, _Make] = {
    # In this order: what is removed can be acted on no more.
    "like": lambda one: LikeMessage(new_command(), one.remote_id, on=True),
    "hide": lambda one: HideMessage(new_command(), one.remote_id, one.thread_remote_id, on=True),
    "mute": lambda one: MuteThread(new_command(), one.thread_remote_id, one.kind, on=True),
    "report": lambda one: ReportMessage(new_command(), one.remote_id, ReportReason.SPAM, "Sells things."),
    "reply_privately": lambda one: AnswerPrivately(
        new_command(), one.remote_id, one.thread_remote_id, f"In private, about {one.remote_id}."
    ),
    "edit": lambda one: EditMessage(
        new_command(), one.remote_id, one.thread_remote_id, one.kind, f"Said better, about {one.remote_id[-6:]}."
    ),
    "delete": lambda one: DeleteMessage(new_command(), one.remote_id, one.thread_remote_id),
    "block": lambda one: BlockPerson(
        new_command(), one.author.remote_id, on=True, thread_remote_id=one.thread_remote_id
    ),
    "remove": lambda one: RemoveMessage(new_command(), one.remote_id, one.thread_remote_id),
}
_ON_OWN = ("edit", "delete")
"""What is done to an answer of ours, which is written first."""
_OVER = (FailureKind.GONE, FailureKind.NOT_FOUND, FailureKind.DUPLICATE)


@check(Level.GOLD, "Every act that is offered works, shows, and can be taken back where that is offered.")
async def acts_work(trial: Trial) -> None:
    session = await trial.start()
    unproven: list[str] = []
    offered = [act for act in ACTIONS if any(session.capabilities(kind).can(act) for kind in trial.kinds)]
    if not offered:
        raise NotApplicable("It offers no act but answering.")
    for act in offered:
        for kind, one in (await _chosen(trial, session, act)).items():
            action = ACTIONS[act](one)
            unproven += await _acted(trial, session, act, action, f"{act} of a {kind}")
            if isinstance(action, LikeMessage | HideMessage | MuteThread | BlockPerson):
                back = replace(action, command=new_command(), on=False)
                unproven += await _acted(trial, session, act, back, f"{act} of a {kind}, taken back,")
    if unproven:
        raise NotTried(f"Nothing shows whether it happened (let `shows` say it): {', '.join(unproven)}.")


async def _chosen(trial: Trial, session: Session, act: str) -> dict[Kind, MessageSeen]:
    """By kind what an act is tried on."""
    if act not in _ON_OWN:
        return {kind: one.message for kind, one in (await targets(trial, session, act)).items()}
    found: dict[Kind, MessageSeen] = {}
    answerable = await targets(trial, session, "reply")
    for kind in trial.kinds:
        if not session.capabilities(kind).can(act) or kind not in answerable:
            continue
        answer = answerable[kind].answer(f"For the {act}, {kind}.")
        receipt = await carry(trial, session, intent_of(trial, session, answer), f"An answer to a {kind}")
        found[kind] = replace(answerable[kind].message, remote_id=receipt.remote_id)
    return found


async def _acted(trial: Trial, session: Session, act: str, action: Action, words: str) -> list[str]:
    """Carry it out and see that it shows; gives the words where nothing tells."""
    before = trial.scenario.truth()
    intent = intent_of(trial, session, action)
    with suppress(CannotLook):
        found = await _looked(session, intent, trial)
        if found is not None and trial.scenario.shows(action) is not True:
            raise Failing(f"{words} counts as done before it was: it would never be.")
    done = await perform(trial, session, intent)
    if isinstance(done, Failure):
        is_partial = any(session.capabilities(kind).level(act) is Far.PARTIAL for kind in trial.kinds)
        if is_partial and done.kind is FailureKind.PERMISSION_DENIED and getattr(action, "on", True) is False:
            return []  # it can be done there and not be taken back, and that is said
        raise Failing(f"{words} failed: {done.sentence} ({done.kind}, {done.code})")
    await trial.scenario.pass_time(trial.scenario.patience)
    shows = trial.scenario.shows(action)
    if isinstance(action, DeleteMessage | RemoveMessage) and action.message_remote_id in before:
        shows = action.message_remote_id not in trial.scenario.truth()
    if isinstance(action, AnswerPrivately):
        shows = trial.scenario.count(action.text) == 1
    if isinstance(action, EditMessage):
        stands = trial.scenario.truth().get(done.remote_id or action.message_remote_id)
        # Where what we write is not among the truth, the scenario says it as of other acts.
        shows = action.text in stands if stands is not None else shows
    if shows is False:
        raise Failing(f"{words} is taken for done and does not show.")
    try:
        found = await _looked(session, intent, trial)
    except CannotLook:
        return [] if shows else [words]
    if found is None:
        # Not found, it is done again: that must be harmless.
        again = await perform(trial, session, intent)
        if isinstance(again, Failure) and again.kind not in _OVER:
            raise Failing(f"{words} is not found when looked for, and done again it ends in {again.kind}.")
        if isinstance(action, AnswerPrivately) and trial.scenario.count(action.text) != 1:
            raise Failing(f"{words} is not found when looked for, and then goes twice.")
        return [] if shows else [words]
    return []


async def _looked(session: Session, intent: Intent, trial: Trial) -> Receipt | None:
    """What a look for it finds. Raises CannotLook where the connector says that it cannot: a person decides then."""
    try:
        return await session.reconcile(intent)
    except ConnectorError as error:
        trial.told.append(error)
        raise CannotLook from error
    except Exception as error:
        what = type(intent.action).__name__
        raise Failing(f"reconcile of {what} raised {type(error).__name__} ({error}).") from error


@check(Level.GOLD, "What is not offered is refused in a sentence, and nothing leaves for it.")
async def undeclared_refused(trial: Trial) -> None:
    session = await trial.start()
    closed = [act for act in ACTIONS if not any(session.capabilities(kind).can(act) for kind in trial.kinds)]
    if not closed:
        raise NotApplicable("It offers everything there is.")
    seen, _ = await trial.read(session)
    message = next(
        (
            found
            for kind in trial.kinds
            if (found := trial.scenario.choose("reply", kind, list(seen.standing().values()))) is not None
        ),
        None,
    )
    if message is None:
        raise Failing("The scenario has nothing that somebody wrote.")
    for act in closed:
        trial.tap.forget()
        try:
            intent = intent_of(trial, session, ACTIONS[act](message))
        except ConnectorError:
            continue
        except Exception as error:
            raise Failing(f"reserve for {act} raised {type(error).__name__} ({error}).") from error
        done = await perform(trial, session, intent)
        if not isinstance(done, Failure):
            raise Failing(f"{act} is not offered, and was taken for done.")
        if done.certainty is not Certainty.NOT_SENT or any(one.is_send for one in trial.tap.seen):
            raise Failing(f"{act} is not offered, and something left for it.")


@check(Level.GOLD, "Nothing is asked that the network does not know.")
async def asks_what_is_known(trial: Trial) -> None:
    session = await trial.start()
    _, cursors = await trial.read(session)
    try:
        for kind, target in (await targets(trial, session, "reply")).items():
            await carry(trial, session, intent_of(trial, session, target.answer(f"Well asked, {kind}.")), "An answer")
    except NotApplicable:
        pass
    await trial.scenario.happen()
    seen, _ = await trial.read(session, cursors)
    await trial.notice_gone(session, seen)
    await session.check()
    if mistakes := list(dict.fromkeys(trial.scenario.mistakes())):
        raise Failing("; ".join(mistakes[:3]) + ".")
