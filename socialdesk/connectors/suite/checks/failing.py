"""Checks of a bad line and of a server that refuses: always an error of the right kind, never a crash."""

from __future__ import annotations

import asyncio

from socialdesk.connectors.kit.contract import Page, Session
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.suite import faults
from socialdesk.connectors.suite.delivery import after_unknown, intent_of, perform, targets
from socialdesk.connectors.suite.faults import Fault
from socialdesk.connectors.suite.fold import Seen
from socialdesk.connectors.suite.scale import Failing, Level, NotApplicable, check
from socialdesk.connectors.suite.scenario import Evidence
from socialdesk.connectors.suite.sentences import expect_sentence, wrong_with
from socialdesk.connectors.suite.tap import Request
from socialdesk.connectors.suite.trial import PATIENCE, Trial
from socialdesk.model.failure import Certainty, Failure
from socialdesk.model.failure import FailureKind as Kind

_GONE = (Kind.NOT_FOUND, Kind.GONE, Kind.INVALID, Kind.PERMISSION_DENIED, Kind.AUTH_EXPIRED, Kind.CURSOR_INVALID)
EXPECTED: dict[int, tuple[Kind, ...]] = {
    401: (Kind.AUTH_EXPIRED, Kind.PERMISSION_DENIED),
    403: (Kind.PERMISSION_DENIED, Kind.AUTH_EXPIRED),
    404: _GONE,
    410: _GONE,
    429: (Kind.RATE_LIMITED,),
    500: (Kind.TRANSIENT,),
    502: (Kind.TRANSIENT,),
    503: (Kind.TRANSIENT, Kind.RATE_LIMITED, Kind.OFFLINE),
    504: (Kind.TRANSIENT, Kind.OFFLINE),
}
MOST_REQUESTS = 8
_SHAPES = (
    "[]",
    "{}",
    "null",
    '"words"',
    "7",
    '{"data": null}',
    '{"data": [null, 1, "x", {}]}',
    "[[[[]]]]",
    "[null]",
    "[{}]",
)
WITHOUT_END_S = 20.0
"""What counts as for ever where patience is cut to almost nothing. Much: the machine may have other things to do."""


def refusing(trial: Trial, status: int, *, acts: bool = False) -> Fault:
    """A refusal in the network's own form."""
    said = trial.scenario.refusal(status)
    after = {"retry-after": "7"} if status in (429, 503) else {}
    headers = {"content-type": said.media_type(), **after, **{key.lower(): val for key, val in said.headers.items()}}
    return Fault(faults.Way.STATUS, acts, status, headers, said.raw())


async def streams_asked(trial: Trial) -> dict[str, list[Request]]:
    """By stream what its first pull asks, undisturbed. Raises NotApplicable where it speaks no HTTP."""
    await trial.start()
    asked: dict[str, list[Request]] = {}
    for stream in trial.streams:
        trial.tap.forget()
        await trial.pull(trial.session(), stream, None)
        asked[stream] = list(trial.tap.seen)
    if not any(asked.values()):
        if trial.scenario.speaks_http and (trial.manifest.hosts or trial.scenario.stand_in is not None):
            raise Failing("It reads without the network it is given: nothing else may be asked than `around.http`.")
        raise NotApplicable("It does not speak HTTP.")
    return {stream: requests for stream, requests in asked.items() if requests}


@check(Level.GOLD, "Each refusal of the server while reading becomes a failure of its kind.")
async def statuses(trial: Trial) -> None:
    wrong: list[str] = []
    for stream in await streams_asked(trial):
        for status, kinds in EXPECTED.items():
            fault = refusing(trial, status)
            with trial.spoiling(lambda _, __, fault=fault: fault):
                failure = await _refused(trial, stream, status)
            if failure is None:
                continue
            if failure.kind not in (trial.scenario.expects.get(status) or kinds):
                wrong.append(f"{status} became {failure.kind}")
            elif status == 429 and (failure.retry_at is None or failure.retry_at <= trial.clock.now()):
                wrong.append("429 with Retry-After does not say when it goes on")
    if wrong:
        raise Failing("; ".join(dict.fromkeys(wrong)) + ".")


@check(Level.BRONZE, "A refusal of the server is never taken for an empty inbox.")
async def refusals_are_no_page(trial: Trial) -> None:
    for stream in await streams_asked(trial):
        for status in EXPECTED:
            fault = refusing(trial, status)
            with trial.spoiling(lambda _, __, fault=fault: fault):
                await _refused(trial, stream, status)


@check(Level.BRONZE, "A page for people in place of data is an error, not a crash and not an empty inbox.")
async def html(trial: Trial) -> None:
    for stream in await streams_asked(trial):
        for status in (200, 502):
            with trial.spoiling(lambda _, __, status=status: faults.html(status)):
                failure = await trial.failure_of(trial.pull(trial.session(), stream, None))
            if failure.kind in (Kind.BUG, Kind.AUTH_EXPIRED, Kind.CURSOR_INVALID):
                raise Failing(f"A page for people became {failure.kind}.")


@check(Level.BRONZE, "JSON of another shape than expected is an error, or its events are set aside; never a crash.")
async def other_shapes(trial: Trial) -> None:
    for stream in await streams_asked(trial):
        for shape in _SHAPES:
            fault = Fault(faults.Way.STATUS, headers={"content-type": "application/json"}, body=shape.encode())
            with trial.spoiling(lambda _, __, fault=fault: fault):
                await _page_or_error(trial, stream, f"the answer {shape}")


@check(Level.BRONZE, "An answer that breaks off at any kind of place is an error, never a part taken for the whole.")
async def truncated(trial: Trial) -> None:
    # A real server takes its time over each, and its answers break off like those of any other.
    is_quick = trial.scenario.evidence is Evidence.STAND_IN
    for stream, asked in (await streams_asked(trial)).items():
        trial.tap.forget()
        whole = Seen().take((await trial.pull(trial.session(), stream, None)).events)
        bodies = list(trial.tap.bodies)
        met: set[tuple[str, str, int]] = set()
        for number in range(min(len(asked), MOST_REQUESTS if is_quick else 2)):
            body = bodies[number] if number < len(bodies) else b"{}"
            # What broke off at such a place in an answer before needs no second look.
            new = {kind: at for kind, at in faults.boundaries(body).items() if is_quick and kind not in met}
            met |= set(new)
            ends = {0, 1, len(body) // 2, max(0, len(body) - 1), *new.values()}
            cuts = [faults.cut(0), faults.closed(), *(faults.short(at) for at in sorted(ends) if at < len(body))]
            for fault in cuts:
                with trial.spoiling(lambda _, place, fault=fault, number=number: fault if place == number else None):
                    page = await _page_or_error(trial, stream, fault.name)
                if page is not None and _is_part(page, whole):
                    raise Failing(
                        f"Request {number + 1} of {stream!r} broke off ({fault.name}), and was taken for whole."
                    )


@check(Level.SILVER, "Words in another encoding than announced are read, or are an error.")
async def charset(trial: Trial) -> None:
    for stream in await streams_asked(trial):
        whole = Seen().take((await trial.pull(trial.session(), stream, None)).events)
        for encoding in ("utf-16", "latin-1", "utf-8-sig"):
            with trial.spoiling(lambda _, __, encoding=encoding: faults.charset(encoding)):
                page = await _page_or_error(trial, stream, f"another encoding ({encoding})")
            if page is not None and _is_part(page, whole):
                raise Failing(f"In another encoding ({encoding}) less is read, and nothing is said of it.")


@check(Level.BRONZE, "A server that sends a byte now and then, or nothing, is given up in time.")
async def deadline(trial: Trial) -> None:
    for stream in await streams_asked(trial):
        for fault in (faults.silence(), faults.drip()):
            with trial.spoiling(lambda _, __, fault=fault: fault):
                try:
                    async with asyncio.timeout(WITHOUT_END_S):
                        failure = await trial.failure_of(trial.pull(trial.session(), stream, None))
                except TimeoutError:
                    raise Failing("It waits without end for a server that says nothing.") from None
                patience = sum(one.patience_s for one in trial.tap.seen)
            if failure.kind not in (Kind.TRANSIENT, Kind.OFFLINE):
                raise Failing(f"A server that says nothing became {failure.kind}.")
            if patience > PATIENCE.total_seconds():
                raise Failing(f"It would wait {patience:,.0f} seconds for a server that says nothing.")


@check(Level.BRONZE, "After whatever went wrong, reading goes on where it was and has everything.")
async def nothing_lost_after(trial: Trial) -> None:
    await streams_asked(trial)
    session = trial.session()
    seen, cursors = await trial.read(session)
    changes = await trial.scenario.happen()
    await trial.scenario.pass_time(trial.scenario.patience)
    for fault in (refusing(trial, 429), refusing(trial, 503), faults.html(), faults.closed(), faults.cut(0)):
        for stream in trial.streams:
            with trial.spoiling(lambda _, __, fault=fault: fault):
                await _page_or_error(trial, stream, fault.name, session, cursors[stream])
    again, _ = await trial.read(session, cursors, seen)
    lost = [key for key in (*changes.said, *changes.late) if key not in again.messages]
    if lost:
        raise Failing(f"What was written meanwhile never comes: {', '.join(lost[:3])}.")


@check(Level.GOLD, "Each refusal of an answer becomes a failure of its kind, sure that nothing was sent; then it goes.")
async def refused_answers(trial: Trial) -> None:
    session = await trial.start()
    wrong: list[str] = []
    for kind, target in (await targets(trial, session, "reply")).items():
        for status in (401, 403, 404, 410, 429, 503):
            fault = refusing(trial, status)
            intent = intent_of(trial, session, target.answer(f"Refused with {status}, {kind}."))
            with trial.spoiling(lambda request, _, fault=fault: fault if request.is_writing else None):
                done = await perform(trial, session, intent)
                if not any(one.is_writing for one in trial.tap.seen):
                    raise NotApplicable("It does not speak HTTP.")
            if not isinstance(done, Failure):
                raise Failing(f"An answer refused with {status} was taken for sent.")
            kinds = (*EXPECTED[status], Kind.WINDOW_CLOSED) if status == 403 else EXPECTED[status]
            if done.kind not in (trial.scenario.expects.get(status) or kinds):
                wrong.append(f"{status} became {done.kind}")
            if status != 503 and done.certainty is not Certainty.NOT_SENT:
                wrong.append(f"{status} leaves it open whether it was sent")
            if words := wrong_with(done):
                wrong.append(f"{status}: {words}")
            await after_unknown(trial, intent, done, f"An answer refused with {status}")
    if wrong:
        raise Failing("; ".join(dict.fromkeys(wrong)) + ".")


@check(Level.GOLD, "Each refusal while reading is told in a sentence with a next step.")
async def sentences(trial: Trial) -> None:
    for stream in await streams_asked(trial):
        spoiled = [refusing(trial, status) for status in EXPECTED]
        for fault in (*spoiled, faults.html(), faults.html(502), faults.closed(), faults.short(1)):
            with trial.spoiling(lambda _, __, fault=fault: fault):
                try:
                    await trial.pull(trial.session(), stream, None)
                except ConnectorError as error:
                    expect_sentence(error.failure, fault.name)


async def _refused(trial: Trial, stream: str, status: int) -> Failure | None:
    """The failure that a refusal of a stream ends in; None where the scenario says that a page is as right."""
    try:
        page = await trial.pull(trial.session(), stream, None)
    except ConnectorError as error:
        return error.failure
    if trial.scenario.expects.get(status) == ():
        return None
    raise Failing(f"Refused with {status}, {stream!r} gives a page of {len(page.events)} events.")


async def _page_or_error(
    trial: Trial, stream: str, words: str, session: Session | None = None, cursor: str | None = None
) -> Page | None:
    try:
        return await trial.pull(session or trial.session(), stream, cursor)
    except ConnectorError as error:
        if error.failure.kind is Kind.BUG:
            raise Failing(f"After {words} it calls itself broken.") from error
        return None
    except Failing as error:
        raise Failing(f"After {words}: {error}") from error


def _is_part(page: Page, whole: Seen) -> bool:
    """Whether a page lacks what the whole one has and says nothing of it."""
    return not page.has_more and not page.gap and bool(set(whole.messages) - set(Seen().take(page.events).messages))
