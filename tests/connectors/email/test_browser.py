"""Signing in to mailboxes through the browser: stand-ins give the tokens, a real Dovecot checks them."""

from __future__ import annotations

import asyncio
from base64 import b64decode
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest

from socialdesk.connectors.email import imap, servers, smtp
from socialdesk.connectors.email.connector import EmailConnector
from socialdesk.connectors.email.keys import Bearer, spoken
from socialdesk.connectors.email.lines import Place, Tls, Trust
from socialdesk.connectors.email.session import EmailSession
from socialdesk.connectors.kit.contract import AtBrowser, SignedIn, Surroundings
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.oauth import Tokens
from socialdesk.model.failure import FailureKind
from tests.connectors.email.conftest import MANIFEST, Box, Held, all_of, intent, letter, serving
from tests.peers.mail.tokens import token
from tests.stand_ins.google_account import CLIENT_ID, CLIENT_SECRET
from tests.stand_ins.mail_sign_in import MICROSOFT_CLIENT, GoogleMailStandIn, MicrosoftStandIn

pytestmark = pytest.mark.anyio
BACK = "http://127.0.0.1:40404/callback"
GOOGLE = {"client_id": CLIENT_ID, "client_secret": CLIENT_SECRET, "name": "Maison Léa"}
MICROSOFT = {"client_id": MICROSOFT_CLIENT, "name": "Maison Léa"}


@dataclass
class Desk:
    """A connector whose providers are stand-ins, and whose mail servers are the peer's."""

    box: Box
    provider: GoogleMailStandIn | MicrosoftStandIn
    connector: EmailConnector
    way: str
    typed: dict[str, str]

    async def sign_in(self, account: str = "") -> SignedIn:
        around = self.box.around
        at = await self.connector.begin(self.way, self.typed | {"address": self.box.address.upper()}, BACK, around)
        assert isinstance(at, AtBrowser)
        assert f"login_hint={self.box.address.replace('@', '%40')}" in at.url
        self.provider.account = account or self.box.address
        return await self.connector.finish(self.way, at.kept, self.provider.consent(at.url), around)

    def session(self, signed_in: SignedIn, keeper: Held | None = None) -> EmailSession:
        keeper = keeper or Held(signed_in.credentials)
        made = self.connector.open(signed_in.accounts[0], keeper, self.box.around, timedelta(days=30))
        self.box.sessions.append(made)
        return made


@asynccontextmanager
async def desk_at(box: Box, way: str) -> AsyncGenerator[Desk]:
    provider = (GoogleMailStandIn if way == "google" else MicrosoftStandIn)(box.around.clock)
    host, _, port = box.server.imaps.partition(":")
    out, _, out_port = box.server.smtps.partition(":")
    where = servers.Servers((Place(host, int(port), Tls.IMPLICIT),), (Place(out, int(out_port), Tls.IMPLICIT),))
    async with provider.serving() as address:
        manifest = replace(MANIFEST, hosts=dict.fromkeys(MANIFEST.hosts, address))
        connector = EmailConnector(manifest, box.trust, {way: where})
        yield Desk(box, provider, connector, way, GOOGLE if way == "google" else MICROSOFT)


@pytest.mark.peer_mail
@pytest.mark.parametrize("way", ["google", "microsoft"])
async def test_a_mailbox_opens_by_the_browser_is_read_and_answered_and_its_token_is_renewed_before_use(
    box: Box, way: str
) -> None:
    box.put(letter(id_="q@x"))
    async with desk_at(box, way) as desk:
        signed_in = await desk.sign_in()
        (account,) = signed_in.accounts
        assert (account.remote_id, account.name) == (box.address, "Maison Léa")
        assert dict(signed_in.granted) == {"read": True, "answer": True, "sent": True, "remove": True}
        assert "client_secret" not in repr(signed_in)
        keeper = Held(signed_in.credentials)
        session = desk.session(signed_in, keeper)
        (question,), _ = await all_of(session)
        assert not (await session.perform(intent(session, box.answer(question, "Voilà.")))).left_behind
        assert len(box.in_folder("Sent")) == 1
        assert len(desk.provider.given) == 1

        # A token that ends within two minutes is renewed first, and what was renewed is kept before it is used.
        old = Tokens.read(keeper.load())
        keeper.store(replace(old, expires_at=box.around.clock.now() + timedelta(minutes=1)).credentials())
        await session.close()
        assert len((await all_of(session))[0]) == 1
        assert len(desk.provider.given) == 2
        new = Tokens.read(keeper.load())
        assert new.access == desk.provider.given[1]
        assert (new.refresh != old.refresh) is (way == "microsoft")
        assert (await session.check()).failure is None

        # One that the server does not take although it should last is renewed once.
        spent = token(box.address, box.around.clock.now() - timedelta(minutes=5))
        keeper.store(replace(new, access=spent).credentials())
        await session.close()
        assert len((await all_of(session))[0]) == 1
        assert len(desk.provider.given) == 3

        desk.provider.revoke_all()
        keeper.store(replace(Tokens.read(keeper.load()), access=spent).credentials())
        await session.close()
        codes: list[str] = []
        for _ in range(2):
            with pytest.raises(ConnectorError) as error:
                await all_of(session)
            assert error.value.failure.kind is FailureKind.AUTH_EXPIRED
            codes.append(error.value.failure.code)
        assert codes == ["invalid_grant", "refused before"]


@pytest.mark.peer_mail
async def test_another_account_than_the_address_typed_opens_nothing(box: Box) -> None:
    other, _ = box.server.new_mailbox("other")
    async with desk_at(box, "google") as desk:
        with pytest.raises(ConnectorError) as error:
            await desk.sign_in(other)
        assert error.value.failure.kind is FailureKind.AUTH_EXPIRED
        assert "Choose the account of this very address" in error.value.failure.sentence


@pytest.mark.peer_mail
async def test_signing_out_ends_the_sign_in_at_google_and_one_in_testing_says_when_it_ends(box: Box) -> None:
    async with desk_at(box, "google") as desk:
        assert isinstance(desk.provider, GoogleMailStandIn)
        desk.provider.is_testing = True
        signed_in = await desk.sign_in()
        assert signed_in.expires_at is not None
        keeper = Held(signed_in.credentials)
        session = desk.session(signed_in, keeper)
        assert (await session.check()).expires_at == signed_in.expires_at
        await session.sign_out()
        await session.close()
        keeper.store(replace(Tokens.read(keeper.load()), expires_at=box.around.clock.now()).credentials())
        with pytest.raises(ConnectorError) as error:
            await all_of(session)
        assert error.value.failure.code == "invalid_grant"


@pytest.mark.peer_mail
async def test_an_app_registered_as_a_website_and_a_permission_not_granted_are_told_by_their_names(box: Box) -> None:
    async with desk_at(box, "microsoft") as desk:
        assert isinstance(desk.provider, MicrosoftStandIn)
        desk.provider.is_website = True
        with pytest.raises(ConnectorError) as error:
            await desk.sign_in()
        assert "Mobile and desktop applications" in error.value.failure.sentence
        desk.provider.is_website = False
        desk.provider.granted = ("https://outlook.office.com/SMTP.Send",)
        with pytest.raises(ConnectorError) as error:
            await desk.sign_in()
        assert "IMAP.AccessAsUser.All" in error.value.failure.sentence


@pytest.mark.parametrize(
    ("way", "typed", "code"),
    [
        ("google", {"client_id": CLIENT_ID}, "empty"),
        ("google", {"address": "ann@example.org", "client_id": "x"}, "client id"),
        ("microsoft", {"address": "ann@example.org", "client_id": "x"}, "client id"),
        ("microsoft", {"address": "ann@example.org", "client_id": MICROSOFT_CLIENT, "tenant": "a/b"}, "tenant"),
    ],
)
async def test_what_was_typed_wrong_is_told_before_the_browser_opens(
    around: Surroundings, way: str, typed: dict[str, str], code: str
) -> None:
    with pytest.raises(ConnectorError) as error:
        await EmailConnector(MANIFEST).begin(way, typed, BACK, around)
    assert (error.value.failure.kind, error.value.failure.code) == (FailureKind.INVALID, code)


async def test_each_provider_has_its_servers_and_people_at_microsoft_another_one_for_sending() -> None:
    assert servers.of_way("google", "example.org").imap == (Place("imap.gmail.com", 993, Tls.IMPLICIT),)
    assert servers.of_way("microsoft", "contoso.com").smtp == (Place("smtp.office365.com", 587, Tls.STARTTLS),)
    assert servers.of_way("microsoft", "hotmail.com").smtp == (Place("smtp-mail.outlook.com", 587, Tls.STARTTLS),)


@pytest.mark.peer_mail
async def test_a_real_server_takes_a_token_in_either_way_and_is_heard_out_when_it_does_not(
    box: Box, monkeypatch: pytest.MonkeyPatch
) -> None:
    host, _, port = box.server.imaps.partition(":")
    place = Place(host, int(port), Tls.IMPLICIT)
    good = Bearer(token(box.address, box.around.clock.now() + timedelta(hours=1)), "Google")
    ended = Bearer(token(box.address, box.around.clock.now() - timedelta(hours=1)), "Google")
    named: list[str] = []
    for way in ("XOAUTH2", "OAUTHBEARER"):
        how = way

        def only(key: Bearer, user: str, ways: object, host: str, how: str = how) -> object:
            named.append(how)
            return spoken(key, user, {how}, host)

        monkeypatch.setattr(imap, "spoken", only)
        await (await imap.opened(place, box.trust, box.address, good)).close()
        with pytest.raises(ConnectorError) as error:
            await imap.opened(place, box.trust, box.address, ended)
        assert error.value.failure.kind is FailureKind.AUTH_EXPIRED
        assert "Google" in error.value.failure.sentence
    assert named == ["XOAUTH2", "XOAUTH2", "OAUTHBEARER", "OAUTHBEARER"]
    out, _, out_port = box.server.smtps.partition(":")
    sending = Place(out, int(out_port), Tls.IMPLICIT)
    await (await smtp.opened(sending, box.trust, box.around.clock, box.address, good)).quit()
    with pytest.raises(ConnectorError) as error:
        await smtp.opened(sending, box.trust, box.around.clock, box.address, ended, is_first=True)
    assert error.value.failure.kind is FailureKind.AUTH_EXPIRED


async def test_a_server_without_first_words_is_asked_and_one_that_knows_passwords_only_is_told_of() -> None:
    heard: list[bytes] = []
    can = [b"AUTH=OAUTHBEARER"]

    async def plain(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"* OK hello\r\n")
        tag = b""
        while line := (await reader.readline()).rstrip():
            heard.append(line)
            if b"CAPABILITY" in line:
                writer.write(b"* CAPABILITY IMAP4rev1 " + can[0] + b"\r\n" + line.split()[0] + b" OK done\r\n")
            elif b"AUTHENTICATE" in line:
                tag = line.split()[0]
                writer.write(b"+ \r\n")
            elif line == b"AQ==":
                writer.write(tag + b" NO [AUTHENTICATIONFAILED] no\r\n")
            else:
                writer.write(b"+ eyJzdGF0dXMiOiI0MDEifQ==\r\n")
            await writer.drain()

    key = Bearer("t0ken", "Google")
    async with serving(plain) as port:
        place = Place("127.0.0.1", port, Tls.NONE)
        with pytest.raises(ConnectorError) as error:
            await imap.opened(place, Trust(), "a,b=c@x.org", key)
        assert error.value.failure.kind is FailureKind.AUTH_EXPIRED
        assert b64decode(heard[-2]) == b"n,a=a=2Cb=3Dc@x.org,\x01auth=Bearer t0ken\x01\x01"
        can[0] = b"AUTH=PLAIN"
        with pytest.raises(ConnectorError) as error:
            await imap.opened(place, Trust(), "ann", key)
        assert (error.value.failure.kind, error.value.failure.code) == (FailureKind.INVALID, "no XOAUTH2")
    assert "t0ken" not in repr(key)
