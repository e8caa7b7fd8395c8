"""Gives one check its ground: a fresh scenario, a connector that speaks to it, an account signed in, sessions on it."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from socialdesk.connectors.kit.contract import (
    Account,
    Action,
    Answer,
    AtBrowser,
    Connector,
    Credentials,
    Intent,
    Page,
    Session,
    SignedIn,
    Surroundings,
)
from socialdesk.connectors.kit.deadline import until
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.manifest import Manifest
from socialdesk.connectors.suite.fold import Seen
from socialdesk.connectors.suite.scale import Failing, NotApplicable
from socialdesk.connectors.suite.scenario import Scenario, hosts_of
from socialdesk.connectors.suite.tap import Spoiler, Tap
from socialdesk.model.failure import Failure
from socialdesk.model.identifiers import CommandId
from socialdesk.model.message import Attachment
from socialdesk.model.thread import Kind
from socialdesk.support.clock import Clock
from socialdesk.support.ids import new_id

if TYPE_CHECKING:
    from collections.abc import Generator

REDIRECT = "http://127.0.0.1:8400/callback"
MOST_PAGES = 500
PATIENCE = timedelta(minutes=5)


class Kept:
    """Keeps credentials in memory, for one account."""

    def __init__(self, credentials: Credentials) -> None:
        self._credentials = credentials

    def load(self) -> Credentials:
        """The newest ones."""
        return self._credentials

    def store(self, credentials: Credentials) -> None:
        """Keep these."""
        self._credentials = credentials


class Skewed:
    """A clock that goes wrong by a span."""

    def __init__(self, clock: Clock, by: timedelta) -> None:
        self._clock = clock
        self._by = by

    def now(self) -> datetime:
        """The wrong time."""
        return self._clock.now() + self._by

    def monotonic_ms(self) -> float:
        """As the right one."""
        return self._clock.monotonic_ms()


@dataclass(frozen=True, slots=True)
class Subject:
    """What is examined: the connector's class, its manifest as it came, and its scenario."""

    name: str
    make: Callable[[Manifest], Connector]
    manifest: Manifest
    scenario: Callable[[Path], Scenario]
    version: str = ""
    folder: Path | None = None
    """Where it lies."""


class Trial:
    """A connector at work in a fresh world. `told` holds all events and words it gave, for those who look for leaks."""

    def __init__(self, subject: Subject, scenario: Scenario, folder: Path) -> None:
        self.subject = subject
        self.scenario = scenario
        self.clock: Clock = scenario.clock
        self.tap = Tap(self.clock)
        self.folder = folder
        self.told: list[object] = []
        self.connector: Connector = subject.make(subject.manifest)
        self.signed: SignedIn | None = None

    @property
    def manifest(self) -> Manifest:
        """The manifest with the scenario's hosts."""
        return self.connector.manifest

    @property
    def account(self) -> Account:
        """The account at work."""
        assert self.signed is not None
        return self.scenario.account(self.signed.accounts)

    @asynccontextmanager
    async def serving(self) -> AsyncGenerator[None]:
        """Start the world and sign in."""
        async with self.scenario.serving() as served:
            self.connector = self.subject.make(replace(self.subject.manifest, hosts=hosts_of(self.connector, served)))
            self.address = served.get("*", next(iter(served.values()), ""))
            try:
                yield
            finally:
                await self.tap.close()

    def around(self, clock: Clock | None = None) -> Surroundings:
        """What the connector is given."""
        return Surroundings(self.tap, clock or self.clock, self.folder)

    async def sign_in(self, typed: Mapping[str, str] | None = None) -> SignedIn:
        """Sign in as a person would. Raises ConnectorError."""
        way = self.manifest.way(self.scenario.way)
        if way is None:
            raise Failing(f"The manifest has no way {self.scenario.way!r} to sign in.")
        # What is left empty in the scenario is the address of its server.
        given = {key: value or self.address for key, value in (typed or self.scenario.typed).items()}
        around = self.around()
        begun = await self.connector.begin(way.id, given, REDIRECT, around)
        if isinstance(begun, AtBrowser):
            answer = await self.scenario.consent(begun.url)
            begun = await self.connector.finish(way.id, begun.kept, answer, around)
        self.signed = begun
        return begun

    def session(self, clock: Clock | None = None, keeper: Kept | None = None) -> Session:
        """A session on the account."""
        assert self.signed is not None
        keeper = keeper or Kept(self.signed.credentials)
        return self.connector.open(self.account, keeper, self.around(clock), self.scenario.history)

    async def pull(self, session: Session, stream: str, cursor: str | None, within: timedelta = PATIENCE) -> Page:
        """One page; whatever else than a page or a ConnectorError comes of it is a failure."""
        deadline = self.clock.now() + within
        try:
            with until(deadline):
                page: Any = await session.pull(stream, cursor, deadline)
        except ConnectorError as error:
            self.told.append(error)
            raise
        except Exception as error:
            raise Failing(
                f"pull of {stream!r} raised {type(error).__name__} ({error}), not a ConnectorError."
            ) from error
        self.told.append(page)
        if not isinstance(page, Page):
            raise Failing(f"pull of {stream!r} gave {type(page).__name__}, not a Page.")
        return page

    async def read(
        self, session: Session, cursors: Mapping[str, str | None] | None = None, seen: Seen | None = None
    ) -> tuple[Seen, dict[str, str]]:
        """Read all streams to their end, from `cursors`; gives what is seen and the cursors then."""
        seen = seen or Seen()
        after: dict[str, str] = {}
        for stream in self.manifest.streams:
            cursor = (cursors or {}).get(stream)
            for _ in range(MOST_PAGES):
                page = await self.pull(session, stream, cursor)
                seen.take(page.events)
                is_over = not page.has_more or page.next_cursor == cursor
                cursor = page.next_cursor
                if is_over:
                    break
            else:
                raise Failing(f"{stream!r} still had more after {MOST_PAGES} pages.")
            after[stream] = cursor
        return seen, after

    async def notice_gone(self, session: Session, seen: Seen) -> None:
        """Ask which messages are gone, as the engine does now and then."""
        seen.deleted |= set(await session.gone(list(seen.standing())))

    def intent(self, session: Session, action: Action) -> Intent:
        """An action as it stands on the disk before it leaves."""
        return Intent(action, session.reserve(action), self.clock.now())

    async def answerable(self, session: Session, text: str, kind: Kind | None = None) -> Answer:
        """An answer to something that somebody wrote."""
        seen, _ = await self.read(session)
        kinds = [kind] if kind is not None else list(self.manifest.by_kind)
        for one in kinds:
            if not self.manifest.capabilities(one).can("reply"):
                continue
            message = self.scenario.choose("reply", one, list(seen.standing().values()))
            if message is not None:
                return Answer(new_command(), message.thread_remote_id, one, message.remote_id, text)
        if any(each.can("reply") for each in self.manifest.by_kind.values()):
            raise Failing("The scenario has nothing that could be answered.")
        raise NotApplicable("Nothing can be answered there.")

    @contextmanager
    def spoiling(self, spoil: Spoiler) -> Generator[None]:
        """Spoil requests in here."""
        self.tap.forget()
        self.tap.spoil = spoil
        try:
            yield
        finally:
            self.tap.forget()

    async def failure_of(self, doing: Any) -> Failure:
        """The failure that awaiting `doing` ends in; anything else is Failing."""
        try:
            done = await doing
        except ConnectorError as error:
            self.told.append(error)
            return error.failure
        except (Failing, NotApplicable):
            raise
        except Exception as error:
            raise Failing(f"It raised {type(error).__name__} ({error}), not a ConnectorError.") from error
        raise Failing(f"It was taken for success: {type(done).__name__}.")


def new_command() -> CommandId:
    """An id as the desktop makes them."""
    return CommandId(new_id())


def differences(truth: Mapping[str, str], texts: Mapping[str, str]) -> str:
    """In a sentence what is missing, too much or different; "" when nothing is."""
    missing, more = sorted(set(truth) - set(texts)), sorted(set(texts) - set(truth))
    other = sorted(key for key in set(truth) & set(texts) if truth[key].strip() != texts[key].strip())
    parts = [
        f"{len(keys)} {words} ({', '.join(keys[:3])}{', …' if len(keys) > 3 else ''})"
        for keys, words in ((missing, "missing"), (more, "too many"), (other, "with another text"))
        if keys
    ]
    return "; ".join(parts)


def expect_truth(truth: Mapping[str, str], seen: Seen) -> None:
    """Fail where what is seen is not what stands there."""
    if not truth:
        raise Failing("The scenario has no messages at all.")
    wrong = differences(truth, seen.texts())
    if seen.unreadable:
        wrong = "; ".join([part for part in (wrong, f"{len(seen.unreadable)} could not be read") if part])
    if wrong:
        raise Failing(f"Of {len(truth)} messages: {wrong}.")


def pictures(attachments: Sequence[Attachment]) -> list[Attachment]:
    """Those that are pictures."""
    return [one for one in attachments if one.kind == "image"]
