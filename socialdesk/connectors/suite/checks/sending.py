"""Checks of answering: it arrives once, whatever becomes of the line, and of SocialDesk, while it leaves."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

from socialdesk.connectors.kit.contract import Answer, Intent, Receipt, Session
from socialdesk.connectors.suite import faults
from socialdesk.connectors.suite.delivery import (
    CannotLook,
    Target,
    after_unknown,
    carry,
    expect_receipt,
    intent_of,
    perform,
    reconcile,
    targets,
)
from socialdesk.connectors.suite.faults import Fault
from socialdesk.connectors.suite.scale import Failing, Level, NotApplicable, NotTried, check
from socialdesk.connectors.suite.tap import Request
from socialdesk.connectors.suite.trial import Skewed, Trial
from socialdesk.model.capability import Capabilities, Idempotency
from socialdesk.model.counting import over_by
from socialdesk.model.failure import Certainty, Failure, FailureKind
from socialdesk.model.thread import Kind

MOST_WRITES = 3
_LOST: tuple[tuple[str, Fault], ...] = (
    ("the line broke before the request was read", faults.closed()),
    ("the line broke after it was acted on", faults.closed(acts=True)),
    ("the answer broke off", faults.cut(0)),
    ("half of the answer came", faults.short(1)),
    ("nothing of the answer came", faults.short(0)),
    ("a page for people came in place of the answer", replace(faults.html(), acts=True)),
    ("a 500 came after it was acted on", faults.status(500, acts=True)),
    ("a 502 came after it was acted on", replace(faults.html(502), acts=True)),
    ("a 504 came after it was acted on", faults.status(504, acts=True)),
)


@check(Level.BRONZE, "An answer arrives once, under the id of its receipt, and is found again by it.")
async def answers_once(trial: Trial) -> None:
    session = await trial.start()
    for kind, target in (await targets(trial, session, "reply")).items():
        answer = target.answer(f"Thank you for this {kind}.")
        intent = intent_of(trial, session, answer)
        with suppress(CannotLook):
            if await reconcile(trial, session, intent) is not None:
                raise Failing(f"An answer to a {kind} that was never sent is found: it would be lost.")
        receipt = await carry(trial, session, intent, f"An answer to a {kind}")
        expect_receipt(trial, receipt, answer, f"An answer to a {kind}")
        await trial.scenario.pass_time(trial.manifest.capabilities(kind).visibility_lag)
        try:
            found = await reconcile(trial, trial.session(), intent)
        except CannotLook:
            continue
        if found is None:
            raise Failing(f"An answer to a {kind} that arrived is not found: after a crash it would go twice.")
        if receipt.remote_id and found.remote_id != receipt.remote_id:
            raise Failing(
                f"An answer to a {kind} is found as {found.remote_id!r}, and was sent as {receipt.remote_id!r}."
            )


@check(Level.BRONZE, "The same answer given twice is not taken for two, and two alike are not taken for one.")
async def alike_are_two(trial: Trial) -> None:
    if trial.scenario.answers_replace:
        raise NotApplicable("There is one answer to each thing there.")
    session = await trial.start()
    for kind, target in (await targets(trial, session, "reply")).items():
        first, second = (intent_of(trial, session, target.answer(f"The same words, {kind}.")) for _ in range(2))
        words = f"Of two answers alike to a {kind} the"
        one = await carry(trial, session, first, f"{words} first")
        early: Receipt | None = None
        with suppress(CannotLook):
            early = await reconcile(trial, session, second)
        if early is not None and early.remote_id == one.remote_id:
            if trial.manifest.capabilities(kind).idempotency is not Idempotency.NONE:
                raise Failing(f"{words} second is found before it was sent: it would be lost.")
            continue  # told apart by its words and its time alone, which is all that the network offers
        other = await perform(trial, session, second)
        if isinstance(other, Failure):
            if other.kind is not FailureKind.DUPLICATE:
                raise Failing(f"{words} second failed: {other.sentence}")
            continue
        if other.remote_id and other.remote_id == one.remote_id:
            raise Failing(f"{words} second has the first one's id.")


@check(Level.BRONZE, "Where the network knows a repeat, an attempt repeated after all does not double.")
async def repeated(trial: Trial) -> None:
    session = await trial.start()
    kinds = {
        kind: target
        for kind, target in (await targets(trial, session, "reply")).items()
        if session.capabilities(kind).idempotency is not Idempotency.NONE
    }
    if not kinds:
        raise NotApplicable("The network does not know a repeat (`idempotency = none`).")
    for kind, target in kinds.items():
        answer = target.answer(f"Given twice, {kind}.")
        intent = intent_of(trial, session, answer)
        await carry(trial, session, intent, f"An answer to a {kind}")
        again = await perform(trial, trial.session(), intent)
        if isinstance(again, Failure) and again.kind is not FailureKind.DUPLICATE:
            raise Failing(f"Repeated, an answer to a {kind} ends in {again.kind}.")
        if (count := trial.scenario.count(answer.text)) != 1:
            raise Failing(f"Repeated, an answer to a {kind} stands there {count} times.")


@check(Level.BRONZE, "Whatever becomes of the line while an answer leaves: in the end it stands there once.")
async def lost_answers(trial: Trial) -> None:
    session = await trial.start()
    for kind, target in (await targets(trial, session, "reply")).items():
        if not trial.scenario.speaks_http:
            await _lost_elsewhere(trial, session, kind, target)
            continue
        trial.tap.forget()
        await carry(trial, session, intent_of(trial, session, target.answer(f"Undisturbed, {kind}.")), "An answer")
        writes = [place for place, request in enumerate(trial.tap.seen) if request.is_writing]
        if not writes:
            if trial.manifest.hosts:
                raise Failing("It answered without the network it is given: only `around.http` may be asked.")
            raise NotApplicable("It does not speak HTTP.")
        for number in range(min(len(writes), MOST_WRITES)):
            for words, fault in _LOST:
                said = f"An answer to a {kind}, request {number + 1} of {len(writes)} that write, when {words}"
                await _lost(
                    trial, intent_of(trial, session, target.answer(f"{kind} {number} {words}.")), number, fault, said
                )


async def _lost(trial: Trial, intent: Intent, number: int, fault: Fault, words: str) -> None:
    writes = 0

    def spoil(request: Request, _: int) -> Fault | None:
        nonlocal writes
        writes += request.is_writing
        return fault if request.is_writing and writes == number + 1 else None

    with trial.spoiling(spoil):
        done = await perform(trial, trial.session(), intent)
        repeats = [one.same for one in trial.tap.seen if one.is_writing]
    if len(set(repeats)) < len(repeats):
        raise Failing(f"{words}: it asked the same again by itself.")
    await _settle(trial, intent, done, words)


async def _settle(trial: Trial, intent: Intent, done: object, words: str) -> None:
    assert isinstance(intent.action, Answer)
    if not isinstance(done, Failure):
        # What is lost may not have mattered; but then it must stand there.
        if trial.scenario.count(intent.action.text) != 1:
            raise Failing(f"{words}: it is taken for sent, and is not there once.")
        return
    await after_unknown(trial, intent, done, words)


async def _lost_elsewhere(trial: Trial, session: Session, kind: Kind, target: Target) -> None:
    for acted in (False, True):
        if not trial.scenario.spoil_line(acted=acted):
            raise NotTried("It speaks no HTTP, and the scenario cannot `spoil_line`.")
        words = f"An answer to a {kind}, when the line broke {'after' if acted else 'before'} it was acted on"
        intent = intent_of(trial, session, target.answer(f"{words}."))
        await _settle(trial, intent, await perform(trial, trial.session(), intent), words)


@check(Level.BRONZE, "Killed after it acted, it finds the answer in the next life; killed before, it does not.")
async def killed(trial: Trial) -> None:
    session = await trial.start()
    for kind, target in (await targets(trial, session, "reply")).items():
        before = intent_of(trial, session, target.answer(f"Killed before, {kind}."))
        after = intent_of(trial, session, target.answer(f"Killed after, {kind}."))
        await carry(trial, session, after, f"An answer to a {kind}")
        await session.close()
        await trial.scenario.pass_time(trial.manifest.capabilities(kind).visibility_lag)
        # Nothing of the first life is left but what was on the disk: the intent and the credentials.
        session = trial.session()
        with suppress(CannotLook):
            if await reconcile(trial, session, after) is None:
                raise Failing(f"Killed after it acted, the answer to a {kind} is not found: it would go twice.")
            if await reconcile(trial, session, before) is not None:
                raise Failing(f"Killed before it acted, the answer to a {kind} is taken for sent: it would be lost.")


@check(Level.GOLD, "An answer is found again where this machine's clock is an hour wrong, and one never sent is not.")
async def found_by_a_wrong_clock(trial: Trial) -> None:
    if not trial.scenario.has_server_clock:
        raise NotApplicable("The network has no time of its own.")
    session = await trial.start()
    for kind, target in (await targets(trial, session, "reply")).items():
        for words, skew in (("slow", timedelta(hours=-1)), ("fast", timedelta(hours=1))):
            clock = Skewed(trial.clock, skew)
            trial.tap.tell_time_by(clock)
            sent, never = (
                replace(intent_of(trial, session, target.answer(f"{what}, {kind}.")), recorded_at=clock.now())
                for what in (f"Sent by a {words} clock", f"Never sent by a {words} clock")
            )
            receipt = await carry(trial, trial.session(clock), sent, f"An answer to a {kind} by a {words} clock")
            await trial.scenario.pass_time(trial.manifest.capabilities(kind).visibility_lag)
            # As after a start: nothing is known of the server's time.
            trial.tap.tell_time_by(clock)
            looking = trial.session(clock)
            with suppress(CannotLook):
                found = await reconcile(trial, looking, sent)
                if found is None:
                    raise Failing(f"By a {words} clock an answer to a {kind} is not found: it would go twice.")
                if receipt.remote_id and found.remote_id != receipt.remote_id:
                    raise Failing(f"By a {words} clock another answer to a {kind} is found than was sent.")
                if await reconcile(trial, looking, never) is not None:
                    raise Failing(f"By a {words} clock an answer to a {kind} is found that was never sent.")


@check(Level.GOLD, "A text is taken up to the limit, exactly, and refused past it before anything leaves.")
async def text_is_counted(trial: Trial) -> None:
    session = await trial.start()
    for kind, target in (await targets(trial, session, "reply")).items():
        can = session.capabilities(kind)
        for number, letter in enumerate(("a", "é", "🙂", "👩\u200d👩\u200d👧", "漢")):
            text = _filled(f"{number}{kind} ", letter, can)
            words = f"An answer to a {kind} as long as it may be, of {letter!r},"
            receipt = await carry(trial, session, intent_of(trial, session, target.answer(text)), words)
            expect_receipt(trial, receipt, target.answer(text), words)
            trial.tap.forget()
            longer = intent_of(trial, session, target.answer(f"x{text}"))
            done = await perform(trial, session, longer)
            if not isinstance(done, Failure):
                if trial.scenario.count(f"x{text}") == 1:
                    continue  # the network takes more than the manifest promises, and has it whole
                raise Failing(f"One more than the limit of a {kind} ({can.text.most:,} {can.text.unit}) was taken.")
            if done.kind is not FailureKind.INVALID or done.certainty is not Certainty.NOT_SENT:
                raise Failing(f"One more than the limit of a {kind} became {done.kind}, {done.certainty}.")
            if any(one.is_send for one in trial.tap.seen):
                raise Failing(f"One more than the limit of a {kind} was sent, to be refused.")


def _filled(start: str, letter: str, can: Capabilities) -> str:
    """A text of exactly the limit: as many of `letter` as fit, the rest filled with the shortest there is."""
    most = 1
    while over_by(start + letter * most * 2, can.text) == 0:
        most *= 2
    step = most
    while step:
        if over_by(start + letter * (most + step), can.text) == 0:
            most += step
        step //= 2
    text = start + letter * most
    while over_by(f"{text}a", can.text) == 0:
        text += "a"
    return text


@check(Level.GOLD, "An empty answer, and one to what is not there, are refused in a sentence.")
async def nonsense_is_refused(trial: Trial) -> None:
    session = await trial.start()
    for kind, target in (await targets(trial, session, "reply")).items():
        for text in ("", " \n"):
            done = await perform(trial, session, intent_of(trial, session, target.answer(text)))
            if not isinstance(done, Failure):
                raise Failing(f"An empty answer to a {kind} was taken for sent.")
            if done.certainty is not Certainty.NOT_SENT:
                raise Failing(f"An empty answer to a {kind} ends in {done.certainty}.")
