"""Gives one check its ground: a fresh scenario, a connector that speaks to it, an account signed in, sessions on it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Coroutine, Mapping
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from socialdesk.connectors.kit.contract import (
    Account,
    AtBrowser,
    Connector,
    Credentials,
    Page,
    Session,
    SignedIn,
    Surroundings,
)
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.manifest import Manifest
from socialdesk.connectors.suite.fold import Seen
from socialdesk.connectors.suite.scale import Failing, NoSignIn, NotApplicable, NotTried
from socialdesk.connectors.suite.scenario import Scenario, hosts_of
from socialdesk.connectors.suite.tap import Spoiler, Tap
from socialdesk.model.failure import Failure
from socialdesk.model.thread import Kind
from socialdesk.model.way import Way, WayKind
from socialdesk.support.clock import Clock

if TYPE_CHECKING:
    from collections.abc import Generator

_PORT = 8400
"""Where the browser comes back to, for a way that names no port of its own."""
MOST_PAGES = 500
PATIENCE = timedelta(minutes=5)


class Kept:
    """Keeps credentials in memory, for one account."""

    def __init__(self, credentials: Credentials) -> None:
        self._credentials = credentials
        self.stored = 0
        """How often new ones were kept."""

    def load(self) -> Credentials:
        """The newest ones."""
        return self._credentials

    def store(self, credentials: Credentials) -> None:
        """Keep these."""
        self._credentials = credentials
        self.stored += 1


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
    """What is examined: how the connector is made, its manifest as it came, and its scenario if there is one."""

    name: str
    make: Callable[[Manifest], Connector]
    manifest: Manifest
    scenario: Callable[[Path], Scenario] | None = None
    version: str = ""


class Trial:
    """A connector at work in a fresh world. `told` holds all pages and failures, for those who look for leaks."""

    def __init__(self, subject: Subject, scenario: Scenario, folder: Path) -> None:
        self.subject = subject
        self.scenario = scenario
        self.clock: Clock = scenario.clock
        self.tap = Tap(self.clock)
        self.folder = folder
        self.told: list[object] = []
        self.connector: Connector = subject.make(subject.manifest)
        self.address = ""
        self._signed: SignedIn | None = None
        self.keeper: Kept | None = None
        self._sessions: list[Session] = []

    @property
    def manifest(self) -> Manifest:
        """The manifest with the scenario's hosts."""
        return self.connector.manifest

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The kinds of threads that the account has."""
        return tuple(kind for kind in self.manifest.by_kind if not self.scenario.kinds or kind in self.scenario.kinds)

    @property
    def streams(self) -> tuple[str, ...]:
        """The streams that are tried."""
        return self.scenario.streams or self.manifest.streams

    @property
    def account(self) -> Account:
        """The account at work."""
        return self.scenario.account(self.signed.accounts)

    @property
    def signed(self) -> SignedIn:
        """What the sign-in gave."""
        assert self._signed is not None
        return self._signed

    @asynccontextmanager
    async def serving(self) -> AsyncGenerator[None]:
        """Start the world."""
        async with self.scenario.serving() as served:
            hosts = hosts_of(self.subject.manifest, served)
            self.connector = self.subject.make(replace(self.subject.manifest, hosts=hosts))
            self.address = served.get("*", next(iter(served.values()), ""))
            typed = {*self.scenario.typed.values(), *self.scenario.other.values()}
            named = {*hosts.values(), *served.values(), self.address, *(one for one in typed if "://" in one)}
            self.tap.known = {urlsplit(one).netloc for one in named} | set(self.scenario.may_ask)
            try:
                yield
            finally:
                for session in self._sessions:
                    # One that cannot be closed is for the check that looks at that.
                    with suppress(Exception):
                        await session.close()
                await self.tap.close()

    def around(self, clock: Clock | None = None) -> Surroundings:
        """What the connector is given."""
        return Surroundings(self.tap, clock or self.clock, self.folder)

    def typed(self, given: Mapping[str, str] | None = None) -> dict[str, str]:
        """What is typed, with the server's address where the scenario left that open."""
        return {key: value or self.address for key, value in (self.scenario.typed if given is None else given).items()}

    @property
    def browser_way(self) -> Way:
        """The way through the browser. Raises NotApplicable where there is none, NotTried where nobody says how."""
        told = self.scenario
        ways = [one for one in self.manifest.ways if one.kind is WayKind.BROWSER]
        used = self.manifest.way(told.way)
        if used in ways:
            return used
        if not ways:
            raise NotApplicable("Nobody goes to the browser.")
        if told.browser_elsewhere:
            raise NotApplicable(told.browser_elsewhere)
        found = next((one for one in ways if told.browser_way in ("", one.id)), None)
        if found is None or (found.fields and not told.browser):
            raise NotTried("The scenario does not say what is typed in the way through the browser (`browser`).")
        return found

    async def begin(self, given: Mapping[str, str] | None = None, way: Way | None = None) -> SignedIn | AtBrowser:
        """The first step of a sign-in, by the scenario's way unless another is given. Raises ConnectorError."""
        way = way or self.manifest.way(self.scenario.way)
        if way is None:
            raise Failing(f"The manifest has no way {self.scenario.way!r} to sign in.")
        typed = self.typed(given)
        known = {one.key for one in way.fields}
        if unknown := set(typed) - known:
            raise Failing(f"The scenario types {min(unknown)!r}, which the way {way.id!r} has no field for.")
        comes_back = way.kind is WayKind.BROWSER and not way.is_pasted
        redirect = f"http://127.0.0.1:{way.port or _PORT}/callback" if comes_back else ""
        return await self.connector.begin(way.id, typed, redirect, self.around())

    async def finish(self, begun: AtBrowser, answer: Mapping[str, str], way: Way | None = None) -> SignedIn:
        """The second step, with what the browser brought back. Raises ConnectorError."""
        way = way or self.manifest.way(self.scenario.way)
        assert way is not None
        return await self.connector.finish(way.id, begun.kept, answer, self.around())

    async def sign_in(self, given: Mapping[str, str] | None = None) -> SignedIn:
        """Sign in as a person would. Raises ConnectorError."""
        begun = await self.begin(given)
        if isinstance(begun, AtBrowser):
            begun = await self.finish(begun, await self.scenario.consent(begun.url))
        return begun

    async def start(self) -> Session:
        """Sign in and open a session."""
        self._signed = self.scenario.signed_before()
        if self._signed is None:
            try:
                self._signed = await self.sign_in()
            except ConnectorError as error:
                raise NoSignIn(f"The sign-in failed: {error.failure.sentence} ({error.failure.code})") from error
            self.scenario.signed(self._signed)
        if not self._signed.accounts:
            raise Failing("The sign-in gave no account.")
        self.keeper = Kept(self._signed.credentials)
        return self.session()

    def session(self, clock: Clock | None = None) -> Session:
        """Another session on the account, with the same keeper."""
        assert self.keeper is not None
        session = self.connector.open(self.account, self.keeper, self.around(clock), self.scenario.history)
        self._sessions.append(session)
        return session

    async def pull(self, session: Session, stream: str, cursor: str | None) -> Page:
        """One page; whatever else than a page or a ConnectorError comes of it is a failure."""
        try:
            page: Any = await session.pull(stream, cursor, self.clock.now() + PATIENCE)
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
        for stream in self.streams:
            cursor = (cursors or {}).get(stream)
            for _ in range(MOST_PAGES):
                try:
                    page = await self.pull(session, stream, cursor)
                except ConnectorError as error:
                    raise Failing(f"{stream!r} cannot be read: {error.failure.sentence} ({error})") from error
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

    @contextmanager
    def spoiling(self, spoil: Spoiler) -> Generator[None]:
        """Spoil requests in here."""
        self.tap.forget()
        self.tap.spoil = spoil
        try:
            yield
        finally:
            self.tap.forget()

    async def failure_of(self, doing: Coroutine[Any, Any, object]) -> Failure:
        """The failure that awaiting `doing` ends in; anything else is Failing."""
        try:
            done = await doing
        except ConnectorError as error:
            self.told.append(error)
            return error.failure
        except (Failing, NotApplicable, NotTried):
            raise
        except Exception as error:
            raise Failing(f"It raised {type(error).__name__} ({error}), not a ConnectorError.") from error
        raise Failing(f"It gave a {type(done).__name__} where a failure was due.")


def left_running(known: set[asyncio.Task[Any]]) -> list[asyncio.Task[Any]]:
    """What runs besides the tasks that were known, and is none of the other side's."""
    new = [one for one in asyncio.all_tasks() - known if not one.done()]
    return [one for one in new if not any(part in repr(one) for part in ("stand_in", "scenario.py"))]


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
