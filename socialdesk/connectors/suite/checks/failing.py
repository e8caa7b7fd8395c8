"""Checks of reading over a bad line, or from a server that refuses: always an error of the right kind, never a crash."""

from __future__ import annotations

import asyncio
import json
from datetime import timedelta

from socialdesk.connectors.kit.contract import Page
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.suite import faults
from socialdesk.connectors.suite.faults import Fault
from socialdesk.connectors.suite.fold import Seen
from socialdesk.connectors.suite.scale import Failing, Level, NotApplicable, check
from socialdesk.connectors.suite.tap import Request
from socialdesk.connectors.suite.trial import Trial
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


def refusing(trial: Trial, status: int, *, acts: bool = False) -> Fault:
    """A refusal in the network's own form."""
    said = trial.scenario.refusal(status)
    after = {"retry-after": "7"} if status in (429, 503) else {}
    headers = {"content-type": said.media_type(), **after, **{key.lower(): val for key, val in said.headers.items()}}
    return Fault(faults.Way.STATUS, acts, status, headers, said.raw())


async def _speaks_http(trial: Trial, stream: str) -> list[Request]:
    """What one pull asks, undisturbed."""
    trial.tap.forget()
    await trial.pull(trial.session(), stream, None)
    seen = list(trial.tap.seen)
    return seen


async def _streams(trial: Trial) -> dict[str, list[Request]]:
    await trial.sign_in()
    asked = {stream: await _speaks_http(trial, stream) for stream in trial.manifest.streams}
    if not any(asked.values()):
        if trial.manifest.hosts or trial.scenario.stand_in is not None:
            raise Failing("It reads without the network it is given: nothing else may be asked than `around.http`.")
        raise NotApplicable("It does not speak HTTP.")
    return {stream: requests for stream, requests in asked.items() if requests}


@check(Level.BRONZE, "Each refusal of the server while reading becomes a failure of its kind.")
async def statuses(trial: Trial) -> None:
    wrong: list[str] = []
    for stream in await _streams(trial):
        for status, kinds in EXPECTED.items():
            fault = refusing(trial, status)
            with trial.spoiling(lambda _, __, fault=fault: fault):
                failure = await trial.failure_of(trial.pull(trial.session(), stream, None))
            if failure.kind not in trial.scenario.expects.get(status, kinds):
                wrong.append(f"{status} became {failure.kind}")
            elif status == 429 and (failure.retry_at is None or failure.retry_at <= trial.clock.now()):
                wrong.append("429 with Retry-After does not say when it goes on")
    if wrong:
        raise Failing("; ".join(dict.fromkeys(wrong)) + ".")


@check(Level.BRONZE, "A page for people in place of data is an error, not a crash and not an empty inbox.")
async def html(trial: Trial) -> None:
    for stream in await _streams(trial):
        for status in (200, 502):
            with trial.spoiling(lambda _, __, status=status: faults.html(status)):
                failure = await trial.failure_of(trial.pull(trial.session(), stream, None))
            if failure.kind in (Kind.BUG, Kind.AUTH_EXPIRED, Kind.CURSOR_INVALID):
                raise Failing(f"A page for people became {failure.kind}.")


@check(Level.BRONZE, "JSON of another shape than expected is an error, or its events are set aside; never a crash.")
async def other_shapes(trial: Trial) -> None:
    for stream in await _streams(trial):
        for shape in ([], {}, None, "words", 7, {"data": None}, {"data": [None, 1, "x", {}]}, [[[[]]]], [None], [{}]):
            body = json.dumps(shape).encode()
            fault = Fault(faults.Way.STATUS, headers={"content-type": "application/json"}, body=body)
            with trial.spoiling(lambda _, __, fault=fault: fault):
                await _page_or_error(trial, stream, f"the answer {body.decode()}")


@check(Level.BRONZE, "An answer that breaks off at any place is an error, never a part taken for the whole.")
async def truncated(trial: Trial) -> None:
    for stream, asked in (await _streams(trial)).items():
        trial.tap.forget()
        whole = Seen().take((await trial.pull(trial.session(), stream, None)).events)
        lengths = list(trial.tap.lengths)
        for number in range(min(len(asked), MOST_REQUESTS)):
            length = lengths[number] if number < len(lengths) else 2
            cuts = [faults.cut(0), faults.closed()]
            cuts += [faults.short(at) for at in sorted({0, 1, length // 2, max(0, length - 1)}) if at < length]
            for fault in cuts:
                with trial.spoiling(lambda _, place, fault=fault, number=number: fault if place == number else None):
                    page = await _page_or_error(trial, stream, fault.name)
                if page is not None and _is_part(page, whole):
                    raise Failing(
                        f"Request {number + 1} of {stream!r} broke off ({fault.name}), and the page was taken for whole."
                    )


@check(Level.SILVER, "Words in another encoding than announced are read, or are an error.")
async def charset(trial: Trial) -> None:
    for stream in await _streams(trial):
        whole = Seen().take((await trial.pull(trial.session(), stream, None)).events)
        with trial.spoiling(lambda _, __: faults.charset()):
            page = await _page_or_error(trial, stream, "another encoding")
        if page is not None and _is_part(page, whole):
            raise Failing("In another encoding less is read, and nothing is said of it.")


@check(Level.BRONZE, "A server that sends a byte now and then, or nothing, is given up at the deadline.")
async def deadline(trial: Trial) -> None:
    for stream in await _streams(trial):
        for fault in (faults.silence(), faults.drip()):
            # Time stands still in a scenario: what is left at the deadline is what is left at the beginning.
            within = timedelta(seconds=0.05)
            with trial.spoiling(lambda _, __, fault=fault: fault):
                try:
                    async with asyncio.timeout(3):
                        failure = await trial.failure_of(trial.pull(trial.session(), stream, None, within))
                except TimeoutError:
                    raise Failing("It was still waiting long after its deadline.") from None
            if failure.kind not in (Kind.TRANSIENT, Kind.OFFLINE):
                raise Failing(f"What was given up at the deadline became {failure.kind}.")


async def _page_or_error(trial: Trial, stream: str, words: str) -> Page | None:
    try:
        return await trial.pull(trial.session(), stream, None)
    except ConnectorError as error:
        if error.failure.kind is Kind.BUG:
            raise Failing(f"After {words} it calls itself broken.") from error
        return None
    except Failing as error:
        raise Failing(f"After {words}: {error}") from error


def _is_part(page: Page, whole: Seen) -> bool:
    """Whether a page lacks what the whole one has and says nothing of it."""
    return not page.has_more and not page.gap and bool(set(whole.messages) - set(Seen().take(page.events).messages))
