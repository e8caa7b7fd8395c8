"""Each check of the examination finds what it looks for: a connector that is broken in just that way."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, ClassVar

import pytest

from socialdesk.connectors.kit.contract import (
    Account,
    Answer,
    AtBrowser,
    CredentialKeeper,
    Health,
    Intent,
    LikeMessage,
    Page,
    Receipt,
    SignedIn,
    Surroundings,
)
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import failed
from socialdesk.connectors.kit.http import Answer as HttpAnswer
from socialdesk.connectors.kit.manifest import Manifest, read_manifest
from socialdesk.connectors.suite.checks import failing
from socialdesk.connectors.suite.chirp import session as chirp_session
from socialdesk.connectors.suite.chirp.connector import ChirpConnector
from socialdesk.connectors.suite.chirp.scenario import ChirpScenario
from socialdesk.connectors.suite.chirp.session import ChirpSession
from socialdesk.connectors.suite.chirp.stand_in import TOKEN
from socialdesk.connectors.suite.chirp.wire import Wire
from socialdesk.connectors.suite.examine import examine_one
from socialdesk.connectors.suite.scale import CHECKS, Outcome
from socialdesk.connectors.suite.trial import Subject
from socialdesk.model.capability import Capabilities
from socialdesk.model.capability import Level as Far
from socialdesk.model.event import Event, MessageDeleted, MessageSeen
from socialdesk.model.failure import Certainty, FailureKind
from socialdesk.model.thread import Kind
from socialdesk.model.way import FieldKind, Way, WayField, WayKind
from socialdesk.support.ids import new_id

MANIFEST = read_manifest(Path(chirp_session.__file__).with_name("manifest.toml"))
"""A whole one."""
Pulling = Callable[[ChirpSession, str, "str | None", datetime], Any]


def chirp(
    session: type[ChirpSession] = ChirpSession,
    *,
    connector: type[ChirpConnector] = ChirpConnector,
    manifest: Manifest = MANIFEST,
    scenario: type[ChirpScenario] = ChirpScenario,
    wire: type[Wire] = Wire,
) -> Subject:
    """Chirp with something broken in its place."""

    class Put(connector):
        def open(
            self, account: Account, keeper: CredentialKeeper, around: Surroundings, history: timedelta
        ) -> ChirpSession:
            line = wire(around.http, self.manifest.hosts["api"], lambda: keeper.load().text)
            return session(self.manifest, line, account, around.clock, history)

    return Subject("chirp", Put, manifest, scenario)


def pulling(pull: Pulling) -> Subject:
    """Chirp with another way to read; `pull` may call the right one as `ChirpSession.pull`."""

    class Broken(ChirpSession):
        async def pull(self, stream: str, cursor: str | None, deadline: datetime) -> Page:
            return await pull(self, stream, cursor, deadline)

    return chirp(Broken)


def of_events(change: Callable[[tuple[Event, ...]], Sequence[Event]]) -> Subject:
    """Chirp with the events of each page changed."""

    async def pull(session: ChirpSession, stream: str, cursor: str | None, deadline: datetime) -> Page:
        page = await ChirpSession.pull(session, stream, cursor, deadline)
        return replace(page, events=tuple(change(page.events)))

    return pulling(pull)


def of_messages(change: Callable[[MessageSeen], Event]) -> Subject:
    """Chirp with each message changed."""
    return of_events(lambda events: [change(one) if isinstance(one, MessageSeen) else one for one in events])


def swallowing(*kinds: FailureKind, code: str = "") -> Subject:
    """Chirp that takes such failures for an empty page."""

    async def pull(session: ChirpSession, stream: str, cursor: str | None, deadline: datetime) -> Page:
        try:
            return await ChirpSession.pull(session, stream, cursor, deadline)
        except ConnectorError as error:
            if error.failure.kind in kinds and code in error.failure.code:
                return Page((), cursor or json.dumps({"v": 1, "after": 0}))
            raise

    return pulling(pull)


def other_errors(change: Callable[[ConnectorError], Exception]) -> Subject:
    """Chirp whose failures are changed on their way out of reading and sending."""

    class Broken(Wire):
        async def _ask(self, *given: Any, **named: Any) -> dict[str, Any]:
            try:
                return await super()._ask(*given, **named)
            except ConnectorError as error:
                raise change(error) from None

    return chirp(wire=Broken)


def performing(perform: Callable[[ChirpSession, Intent], Any]) -> Subject:
    """Chirp with another way to act."""

    class Broken(ChirpSession):
        async def perform(self, intent: Intent) -> Receipt:
            return await perform(self, intent)

    return chirp(Broken)


def reconciling(reconcile: Callable[[ChirpSession, Intent], Any]) -> Subject:
    """Chirp with another way to look."""

    class Broken(ChirpSession):
        async def reconcile(self, intent: Intent) -> Receipt | None:
            return await reconcile(self, intent)

    return chirp(Broken)


# ---------------------------------------------------------------------------------------------------------- by check


def crashes_on_html() -> Subject:
    async def pull(session: ChirpSession, stream: str, cursor: str | None, deadline: datetime) -> Page:
        try:
            return await ChirpSession.pull(session, stream, cursor, deadline)
        except ConnectorError as error:
            if error.failure.code == "unreadable":
                raise json.JSONDecodeError("Expecting value", "<html>", 0) from None
            raise

    return pulling(pull)


def waits_for_ever() -> Subject:
    class Patient(Wire):
        async def _ask(self, *given: Any, **named: Any) -> dict[str, Any]:
            while True:
                try:
                    return await super()._ask(*given, **named)
                except ConnectorError as error:
                    if error.failure.kind is not FailureKind.TRANSIENT:
                        raise
                    await asyncio.sleep(0)

    return chirp(wire=Patient)


def forgets_after_trouble() -> Subject:
    class Broken(ChirpSession):
        late = 0

        async def pull(self, stream: str, cursor: str | None, deadline: datetime) -> Page:
            try:
                page = await super().pull(stream, cursor, deadline)
            except ConnectorError:
                Broken.late = 1_000
                raise
            return replace(page, events=()) if Broken.late else page

    return chirp(Broken)


def reads_by_the_clock() -> Subject:
    """It reads on from what this machine's clock said, as if the network had the same."""

    async def pull(session: ChirpSession, stream: str, cursor: str | None, deadline: datetime) -> Page:
        until = session._clock.now().isoformat()
        page = await ChirpSession.pull(session, stream, None, deadline)
        events: list[Event] = list(page.events)
        while page.has_more:
            page = await ChirpSession.pull(session, stream, page.next_cursor, deadline)
            events += page.events
        if cursor is not None:
            since = datetime.fromisoformat(cursor) - timedelta(hours=2)
            events = [one for one in events if not isinstance(one, MessageSeen) or one.created_at > since]
        else:
            # What is newer than now cannot be, it thinks.
            now = session._clock.now()
            events = [one for one in events if not isinstance(one, MessageSeen) or one.created_at <= now]
        return Page(tuple(events), until)

    return pulling(pull)


class Logging(Wire):
    """Writes the token into the log."""

    async def _ask(self, *given: Any, **named: Any) -> dict[str, Any]:
        logging.getLogger("socialdesk.connectors.suite.chirp").debug("asked with %s", self._token())
        return await super()._ask(*given, **named)


class InTheAddress(Wire):
    """Puts the token into the address."""

    async def get(self, path: str, **params: str | int) -> dict[str, Any]:
        with suppress(ConnectorError):
            await super().get("/v1/me", access_token=self._token())
        return await super().get(path, **params)


class AsksElsewhere(Wire):
    """Tells somebody else of each request."""

    async def _ask(self, *given: Any, **named: Any) -> dict[str, Any]:
        with suppress(ConnectorError):
            await self._http.ask("GET", "https://metrics.example/seen")
        return await super()._ask(*given, **named)


async def sends_under_a_new_key(session: ChirpSession, intent: Intent) -> Receipt:
    return await ChirpSession.perform(session, replace(intent, key=new_id()))


async def takes_lost_for_not_sent(session: ChirpSession, intent: Intent) -> Receipt:
    try:
        return await ChirpSession.perform(session, intent)
    except ConnectorError as error:
        raise ConnectorError(replace(error.failure, certainty=Certainty.NOT_SENT)) from None


async def sends_twice(session: ChirpSession, intent: Intent) -> Receipt:
    await ChirpSession.perform(session, intent)
    return await ChirpSession.perform(session, replace(intent, key=intent.key + "x"))


async def finds_nothing(session: ChirpSession, intent: Intent) -> None:
    return None


class ByWords(ChirpSession):
    """Finds an answer by its words alone."""

    known: ClassVar[dict[str, Receipt]] = {}

    async def perform(self, intent: Intent) -> Receipt:
        receipt = await super().perform(intent)
        if isinstance(intent.action, Answer):
            ByWords.known[intent.action.text] = receipt
        return receipt

    async def reconcile(self, intent: Intent) -> Receipt | None:
        return ByWords.known.get(intent.action.text) if isinstance(intent.action, Answer) else None


async def does_not_like(session: ChirpSession, intent: Intent) -> Receipt:
    if isinstance(intent.action, LikeMessage):
        return Receipt("", session._clock.now())
    return await ChirpSession.perform(session, intent)


async def does_what_is_not_offered(session: ChirpSession, intent: Intent) -> Receipt:
    if isinstance(intent.action, Answer | LikeMessage):
        return await ChirpSession.perform(session, intent)
    return Receipt("", session._clock.now())


async def sends_too_long(session: ChirpSession, intent: Intent) -> Receipt:
    if isinstance(intent.action, Answer):
        cut = replace(intent.action, text=intent.action.text[:500])
        return await ChirpSession.perform(session, replace(intent, action=cut))
    return await ChirpSession.perform(session, intent)


async def takes_empty_for_sent(session: ChirpSession, intent: Intent) -> Receipt:
    if isinstance(intent.action, Answer) and not intent.action.text.strip():
        return Receipt("p0", session._clock.now())
    return await ChirpSession.perform(session, intent)


def with_words_for_secret() -> Manifest:
    way = replace(MANIFEST.ways[0], fields=(WayField("token", "Access token", FieldKind.TEXT),))
    return replace(MANIFEST, ways=(way,))


def offering(**more: Far) -> Manifest:
    can = MANIFEST.by_kind[Kind.MENTION]
    return replace(MANIFEST, by_kind={Kind.MENTION: replace(can, levels={**can.levels, **more})})


class OffersMore(ChirpSession):
    def capabilities(self, kind: Kind) -> Capabilities:
        can = super().capabilities(kind)
        return replace(can, levels={**can.levels, "hide": Far.FULL})


class AlwaysWell(ChirpSession):
    async def check(self) -> Health:
        return Health(granted=(("read", True), ("answer", True)))


class TellsLess(ChirpSession):
    async def check(self) -> Health:
        return Health(granted=(("read", True),))


class NoName(ChirpConnector):
    async def begin(self, way: str, typed: Mapping[str, str], redirect: str, around: Surroundings) -> SignedIn:
        signed = await super().begin(way, typed, redirect, around)
        return replace(signed, accounts=(replace(signed.accounts[0], name=""),))


class Lenient(ChirpConnector):
    """Lets everybody in, as the shop."""

    async def begin(self, way: str, typed: Mapping[str, str], redirect: str, around: Surroundings) -> SignedIn:
        return await super().begin(way, {"token": TOKEN}, redirect, around)


class AtTheBrowser(ChirpConnector):
    """Takes whatever comes back from the browser."""

    async def begin(
        self, way: str, typed: Mapping[str, str], redirect: str, around: Surroundings
    ) -> SignedIn | AtBrowser:
        return AtBrowser("https://chirp.example/authorize?state=s1", "{}")

    async def finish(self, way: str, kept: str, answer: Mapping[str, str], around: Surroundings) -> SignedIn:
        return await ChirpConnector.begin(self, way, {"token": TOKEN}, "", around)


BROWSER = replace(MANIFEST, ways=(Way("browser", WayKind.BROWSER, "Sign in with the browser"),))


class Browsing(ChirpScenario):
    typed: Mapping[str, str] = {}
    wrong: Mapping[str, str] = {}
    other: Mapping[str, str] = {}


class Expiring(ChirpScenario):
    def expire(self) -> bool:
        return True


class Unknowing(ChirpScenario):
    """The network knows nothing of a parameter that the connector sends."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.world.mistakes.append("GET /v1/changes: unknown name 'colour'")


class Leaky(ChirpSession):
    async def close(self) -> None:
        self.left = asyncio.get_running_loop().create_task(asyncio.sleep(30))


class Greedy(ChirpSession):
    async def pull(self, stream: str, cursor: str | None, deadline: datetime) -> Page:
        for _ in range(5):
            await self._wire.get("/v1/me")
        return await super().pull(stream, cursor, deadline)


class Decoding(Wire):
    """Takes what it cannot decode for nothing."""

    async def _ask(self, *given: Any, **named: Any) -> dict[str, Any]:
        def checked(answer: HttpAnswer) -> Any:
            answer.body.decode()
            return json.loads(answer.body)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(HttpAnswer, "json", checked)
            try:
                return await super()._ask(*given, **named)
            except ConnectorError as error:
                if error.failure.code == "unreadable":
                    return {"changes": [], "last": 0}
                raise


class Impatient(Wire):
    """Asks on while it was told to pause."""

    async def _ask(self, *given: Any, **named: Any) -> dict[str, Any]:
        self._http._closed_until.clear()
        return await super()._ask(*given, **named)


class OneForAll(ChirpSession):
    """Its sessions share what they read."""

    known: frozenset[str] = frozenset()

    async def pull(self, stream: str, cursor: str | None, deadline: datetime) -> Page:
        page = await super().pull(stream, cursor, deadline)
        fresh = tuple(one for one in page.events if getattr(one, "remote_id", "") not in OneForAll.known)
        OneForAll.known |= {one.remote_id for one in fresh if isinstance(one, MessageSeen)}
        return replace(page, events=fresh)


def shared() -> Subject:
    OneForAll.known = frozenset()
    return chirp(OneForAll)


def changing_its_mind() -> Subject:
    seen: list[str] = []

    def each(one: MessageSeen) -> Event:
        seen.append(one.remote_id)
        return replace(one, text=f"{one.text} {len(seen)}")

    return of_messages(each)


def by_order() -> Subject:
    def change(events: tuple[Event, ...]) -> Sequence[Event]:
        # The text of one depends on whether the same message came before: what comes last wins.
        return [
            event
            for one in events
            for event in ((replace(one, text="before"), one) if isinstance(one, MessageSeen) else (one,))
        ]

    return of_events(change)


async def forgets_old_cursors(session: ChirpSession, stream: str, cursor: str | None, deadline: datetime) -> Page:
    page = await ChirpSession.pull(session, stream, cursor, deadline)
    if cursor is not None and cursor in FORGOTTEN:
        return replace(page, events=())
    if cursor is not None:
        FORGOTTEN.add(cursor)
    return page


FORGOTTEN: set[str] = set()


def forgetful() -> Subject:
    FORGOTTEN.clear()
    return pulling(forgets_old_cursors)


async def any_cursor(session: ChirpSession, stream: str, cursor: str | None, deadline: datetime) -> Page:
    if cursor is not None:
        json.loads(cursor)
    return await ChirpSession.pull(session, stream, cursor, deadline)


async def long_cursor(session: ChirpSession, stream: str, cursor: str | None, deadline: datetime) -> Page:
    page = await ChirpSession.pull(session, stream, cursor.strip() if cursor else None, deadline)
    return replace(page, next_cursor=page.next_cursor + " " * 5000)


def as_kind(kind: FailureKind) -> Subject:
    return other_errors(lambda error: ConnectorError(replace(error.failure, kind=kind)))


def first_page_only() -> Subject:
    async def pull(session: ChirpSession, stream: str, cursor: str | None, deadline: datetime) -> Page:
        return replace(await ChirpSession.pull(session, stream, cursor, deadline), has_more=False)

    return pulling(pull)


def part_for_whole() -> Subject:
    """A page that broke off is taken as far as it came."""

    async def pull(session: ChirpSession, stream: str, cursor: str | None, deadline: datetime) -> Page:
        try:
            return await ChirpSession.pull(session, stream, cursor, deadline)
        except ConnectorError as error:
            if error.failure.code == "unreadable":
                return Page((), json.dumps({"v": 1, "after": 0}))
            raise

    return pulling(pull)


BROKEN: dict[str, Callable[[], Subject]] = {
    "manifest": lambda: chirp(manifest=with_words_for_secret()),
    "capabilities_are_the_manifests": lambda: chirp(OffersMore),
    "signs_in": lambda: chirp(connector=NoName),
    "access_is_told": lambda: chirp(TellsLess),
    "wrong_keys": lambda: chirp(connector=Lenient),
    "other_account": lambda: chirp(connector=Lenient),
    "state_compared": lambda: chirp(connector=AtTheBrowser, manifest=BROWSER, scenario=Browsing),
    "consent_refused": lambda: chirp(connector=AtTheBrowser, manifest=BROWSER, scenario=Browsing),
    "revoked": lambda: chirp(AlwaysWell),
    "renewed": lambda: chirp(scenario=Expiring),
    "first_download": lambda: of_messages(lambda one: replace(one, text=one.text.upper())),
    "replay": changing_its_mind,
    "shuffled": by_order,
    "odd_cursors": lambda: pulling(any_cursor),
    "small_cursors": lambda: pulling(long_cursor),
    "incremental": lambda: of_events(lambda events: [one for one in events if not isinstance(one, MessageDeleted)]),
    "slow_clock": reads_by_the_clock,
    "fast_clock": reads_by_the_clock,
    "old_cursor_loses_nothing": forgetful,
    "sessions_share_nothing": shared,
    "own_is_own": lambda: of_messages(lambda one: replace(one, author=replace(one.author, is_own=False))),
    "pictures_come": lambda: of_messages(
        lambda one: replace(one, attachments=tuple(replace(part, url="") for part in one.attachments))
    ),
    "answers_once": lambda: performing(sends_twice),
    "alike_are_two": lambda: chirp(ByWords),
    "repeated": lambda: performing(sends_under_a_new_key),
    "lost_answers": lambda: performing(takes_lost_for_not_sent),
    "killed": lambda: reconciling(finds_nothing),
    "text_is_counted": lambda: performing(sends_too_long),
    "nonsense_is_refused": lambda: performing(takes_empty_for_sent),
    "acts_work": lambda: performing(does_not_like),
    "undeclared_refused": lambda: performing(does_what_is_not_offered),
    "asks_what_is_known": lambda: chirp(scenario=Unknowing),
    "statuses": lambda: as_kind(FailureKind.TRANSIENT),
    "refusals_are_no_page": lambda: swallowing(FailureKind.GONE),
    "html": part_for_whole,
    "other_shapes": crashes_on_html,
    "truncated": part_for_whole,
    "charset": lambda: chirp(wire=Decoding),
    "deadline": waits_for_ever,
    "nothing_lost_after": forgets_after_trouble,
    "refused_answers": lambda: as_kind(FailureKind.NOT_FOUND),
    "sentences": lambda: other_errors(lambda error: failed(error.failure.kind, f"HTTPError: {error.failure.code}")),
    "secrets_stay": lambda: chirp(wire=Logging),
    "declared_hosts": lambda: chirp(wire=AsksElsewhere),
    "quiet_poll": lambda: chirp(Greedy),
    "pause_is_kept": lambda: chirp(wire=Impatient),
    "closes": lambda: chirp(Leaky),
    "seen_for_real": chirp,
}


@pytest.mark.parametrize("name", sorted(BROKEN))
def test_a_check_finds_the_connector_that_is_broken_in_its_way(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(failing, "WITHOUT_END_S", 0.5)
    finding = asyncio.run(examine_one(BROKEN[name](), CHECKS[name]))
    assert finding.outcome is Outcome.FAILED, finding
    assert finding.words.endswith((".", "…"))


def test_a_token_in_an_address_is_found_as_well() -> None:
    finding = asyncio.run(examine_one(chirp(wire=InTheAddress), CHECKS["secrets_stay"]))
    assert finding.words == "A secret is in an address."


def test_for_each_check_a_broken_connector_is_known() -> None:
    assert set(BROKEN) == set(CHECKS)
