"""Signs in to a mailbox and opens sessions; see `Connector` in the kit's contract."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Generator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta

from socialdesk.connectors.email import imap, servers, smtp
from socialdesk.connectors.email.browser import BrowserSignIns
from socialdesk.connectors.email.keys import Key, OnePassword, Password
from socialdesk.connectors.email.lines import Place, Trust
from socialdesk.connectors.email.mailbox import Login, Mailbox
from socialdesk.connectors.email.opening import Opening, opening_of
from socialdesk.connectors.email.session import EmailSession, tried
from socialdesk.connectors.email.writing import on_the_wire
from socialdesk.connectors.kit.contract import Account, AtBrowser, CredentialKeeper, SignedIn, Surroundings
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import about, failed
from socialdesk.connectors.kit.held import Held
from socialdesk.connectors.kit.manifest import Manifest
from socialdesk.model.failure import FailureKind

_ADDRESS = re.compile(r"[^\s<>@,;:\"()\[\]\\]{1,64}@([^\s<>@,;:\"()\[\]\\]{1,253})")
_TRY_ANOTHER = {"certificate", "clear"}


class EmailConnector:
    """The plug-in for mail."""

    def __init__(
        self, manifest: Manifest, trust: Trust | None = None, where: Mapping[str, servers.Servers] | None = None
    ) -> None:
        """`where` stands in for the mail servers of those who let people in through the browser, in tests."""
        self.manifest = manifest
        self._trust = trust or Trust()
        self._browser = BrowserSignIns(manifest.hosts, where)

    async def begin(
        self, way: str, typed: Mapping[str, str], redirect: str, around: Surroundings
    ) -> SignedIn | AtBrowser:
        address = typed.get("address", "").lower()
        if way != "mailbox":
            if _ADDRESS.fullmatch(address) is None:
                raise failed(FailureKind.INVALID, "Type the mail address of the mailbox.", code="empty")
            return self._browser.begin(way, address, typed, redirect)
        password = typed.get("password", "")
        found = _ADDRESS.fullmatch(address)
        if found is None or not password:
            raise failed(FailureKind.INVALID, "Type the mail address and its password.", code="empty")
        host = on_the_wire(address).rpartition("@")[2]
        where = await servers.find(host, typed.get("imap", ""), typed.get("smtp", ""), self._trust, around.http)
        user = typed.get("user", "") or address
        key = Password(password)
        is_known = servers.is_known(host)
        with about("password"):
            with _of_server("imap", is_typed=bool(typed.get("imap")), is_known=is_known):
                reading = await self._reading(where.imap, user, key)
            with _of_server("smtp", is_typed=bool(typed.get("smtp")), is_known=is_known):
                sending = await self._sending(where.smtp, user, key, around)
        opening = Opening(
            address, typed.get("name", ""), user, password, reading, sending, servers.files_sent_mail(sending)
        )
        granted = await self._tried(Login(reading, user, OnePassword(password)), opening, around)
        return SignedIn((self._account(opening),), opening.credentials(), granted)

    async def _reading(self, places: tuple[Place, ...], user: str, key: Key) -> Place:
        async def opens(place: Place) -> None:
            await (await imap.opened(place, self._trust, user, key, is_first=True)).close()

        return await _first(places, opens)

    async def _sending(self, places: tuple[Place, ...], user: str, key: Key, around: Surroundings) -> Place:
        async def opens(place: Place) -> None:
            await (await smtp.opened(place, self._trust, around.clock, user, key, is_first=True)).quit()

        return await _first(places, opens)

    async def _tried(self, login: Login, opening: Opening, around: Surroundings) -> tuple[tuple[str, bool], ...]:
        mailbox = Mailbox(login, self._trust, around.clock)
        try:
            return await tried(opening, mailbox, self._trust, around.clock)
        finally:
            await mailbox.close()

    def _account(self, opening: Opening) -> Account:
        name = opening.name or opening.address
        return Account(opening.address, opening.address, name, opening.imap.host, self.manifest.mark)

    async def finish(self, way: str, kept: str, answer: Mapping[str, str], around: Surroundings) -> SignedIn:
        tokens = await self._browser.finish(way, kept, answer, around)
        keeper = Held(tokens.credentials())
        opening = opening_of(keeper.load())
        keys = self._browser.keys(opening, keeper, around)
        await self._reading((opening.imap,), opening.user, await keys.now())
        granted = await self._tried(Login(opening.imap, opening.user, keys), opening, around)
        ends_at = self._browser.ends_at(opening, keeper)
        return SignedIn((self._account(opening),), keeper.load(), granted, ends_at)

    def open(
        self, account: Account, keeper: CredentialKeeper, around: Surroundings, history: timedelta
    ) -> EmailSession:
        own = account.remote_id
        return EmailSession(self.manifest, own, keeper, self._browser, self._trust, around, history)


@contextmanager
def _of_server(field: str, *, is_typed: bool, is_known: bool) -> Generator[None]:
    """Say of a server that is out of reach where its name is typed, unless a provider's is known to be right."""
    try:
        yield
    except ConnectorError as error:
        if error.failure.kind is not FailureKind.OFFLINE or (is_known and not is_typed):
            raise
        raise ConnectorError(replace(error.failure, field=field)) from error


async def _first(places: tuple[Place, ...], opens: Callable[[Place], Awaitable[None]]) -> Place:
    """The first place that opens. A password that was refused is tried nowhere else: accounts get locked by that."""
    told: ConnectorError | None = None
    shut: set[tuple[str, int]] = set()
    for place in places:
        if (place.host, place.port) in shut:
            continue
        try:
            await opens(place)
        except ConnectorError as error:
            failure = error.failure
            if failure.kind not in {FailureKind.OFFLINE, FailureKind.TRANSIENT, FailureKind.INVALID}:
                raise
            if failure.code == "certificate" or failure.kind is FailureKind.OFFLINE:
                # It speaks TLS, or nobody listens there: nothing else is tried at the same door.
                shut.add((place.host, place.port))
            # Whoever answers with a wrong certificate tells more than one who does not answer.
            if told is None or failure.code in _TRY_ANOTHER:
                told = error
        else:
            return place
    raise told or failed(FailureKind.INVALID, "Type the names of the mail servers.", code="server")
