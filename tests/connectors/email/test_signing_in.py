"""Signing in to a mailbox: which servers are tried, what is never sent in clear, and what a refusal says."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from datetime import timedelta

import pytest

from socialdesk.connectors.email import imap, servers
from socialdesk.connectors.email.connector import EmailConnector
from socialdesk.connectors.email.keys import Password
from socialdesk.connectors.email.lines import Place, Tls, Trust, connect
from socialdesk.connectors.email.opening import opening_of
from socialdesk.connectors.kit.contract import Credentials, Surroundings
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.registry import Registry
from socialdesk.model.failure import FailureKind
from tests.connectors.email.conftest import MANIFEST, Box, Held, all_of, letter, serving

pytestmark = pytest.mark.anyio


class Web:
    """What the domain itself says, if anything."""

    def __init__(self, body: str = "") -> None:
        self.body = body
        self.asked: list[str] = []

    async def ask(self, method: str, url: str, **_: object) -> object:
        self.asked.append(url)

        class Answer:
            status = 200 if self.body else 404
            body = self.body.encode()

        return Answer()


async def found(domain: str, imap_: str = "", smtp: str = "", web: Web | None = None) -> servers.Servers:
    # Web has what is asked of the web here, and no more.
    return await servers.find(domain, imap_, smtp, Trust(), web or Web())  # type: ignore[arg-type]


@pytest.mark.peer_mail
@pytest.mark.parametrize(
    ("reading", "sending", "tls"),
    [("imaps", "smtps", Tls.IMPLICIT), ("imap", "submission", Tls.STARTTLS)],
)
async def test_tls_is_found_from_the_first_byte_or_after_starttls(
    box: Box, reading: str, sending: str, tls: Tls
) -> None:
    typed = {"imap": getattr(box.server, reading), "smtp": getattr(box.server, sending)}
    signed_in = await box.sign_in(**typed)
    opening = opening_of(signed_in.credentials)
    assert (opening.imap.tls, opening.smtp.tls) == (tls, tls)
    assert dict(signed_in.granted) == {"read": True, "answer": True, "sent": True, "remove": True}
    (account,) = signed_in.accounts
    assert (account.remote_id, account.handle, account.name) == (box.address, box.address, "Maison Léa")
    assert "password" not in repr(signed_in)


@pytest.mark.peer_mail
async def test_a_wrong_password_is_told_and_a_lost_one_stops_the_session(box: Box) -> None:
    with pytest.raises(ConnectorError) as error:
        await box.sign_in(password="wrong")
    assert error.value.failure.kind is FailureKind.AUTH_EXPIRED
    assert "app password" in error.value.failure.sentence
    assert "wrong" not in str(error.value) + error.value.failure.sentence

    box.put(letter(id_="a@x"))
    session = await box.session()
    keeper = session._keeper
    assert isinstance(keeper, Held)
    told = json.loads(keeper.load().text)
    keeper.store(Credentials(json.dumps(told | {"password": "changed"})))
    with pytest.raises(ConnectorError) as error:
        await session.pull("inbox", None, box.around.clock.now())
    assert error.value.failure.kind is FailureKind.AUTH_EXPIRED
    assert "Connect the channel again" in error.value.failure.sentence
    # The server is not bothered with it again, until somebody asks.
    with pytest.raises(ConnectorError) as error:
        await session.pull("inbox", None, box.around.clock.now())
    assert error.value.failure.code == "refused before"
    health = await session.check()
    assert health.failure is not None
    assert health.failure.kind is FailureKind.AUTH_EXPIRED
    keeper.store(Credentials(json.dumps(told)))
    assert len((await all_of(session))[0]) == 1
    assert (await session.check()).failure is None
    keeper.store(Credentials("{}"))
    with pytest.raises(ConnectorError) as error:
        await session.gone([])
    assert error.value.failure.kind is FailureKind.AUTH_EXPIRED


@pytest.mark.peer_mail
async def test_a_certificate_nobody_vouches_for_gets_no_password(box: Box) -> None:
    box.trust = Trust(None, lambda _: False)
    with pytest.raises(ConnectorError) as error:
        await box.sign_in()
    assert (error.value.failure.kind, error.value.failure.code) == (FailureKind.OFFLINE, "certificate")
    assert "does not trust" in error.value.failure.sentence
    # On this machine itself a bridge may have made its own.
    box.trust = Trust()
    assert (await box.sign_in()).accounts


async def test_a_server_without_encryption_gets_no_password_but_on_this_machine() -> None:
    heard: list[bytes] = []

    async def plain(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"* OK hello\r\n")
        while line := await reader.readline():
            heard.append(line)
            tag = line.split()[0]
            if b"CAPABILITY" in line:
                writer.write(b"* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n")
            writer.write(tag + b" OK done\r\n")
            await writer.drain()

    async with serving(plain) as port:
        far = Trust(None, lambda _: False)
        for tls in (Tls.STARTTLS, Tls.NONE):
            with pytest.raises(ConnectorError) as error:
                await imap.opened(Place("127.0.0.1", port, tls), far, "ann", Password("secret"))
            assert error.value.failure.code == "clear"
        assert not any(b"LOGIN" in one or b"AUTHENTICATE" in one for one in heard)
        line = await imap.opened(Place("127.0.0.1", port, Tls.NONE), Trust(), "ann", Password("secret"))
        await line.close()
    assert any(b"secret" in one for one in heard)


@pytest.mark.peer_mail
async def test_what_the_server_says_before_the_line_is_protected_is_not_believed(box: Box) -> None:
    """An answer put in by somebody on the way stands in the clear, before TLS begins."""
    host, _, port = box.server.imap.partition(":")
    early: list[bytes] = []

    async def between(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, further = await asyncio.open_connection(host, int(port))

        async def back() -> None:
            while data := await there.read(65_536):
                if b"S2 OK" in data and not early:
                    early.append(data)
                    data += b"* CAPABILITY IMAP4rev1 EVIL\r\nS3 OK early\r\n"
                writer.write(data)
                await writer.drain()

        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(back())
                while data := await reader.read(65_536):
                    further.write(data)
                    await further.drain()
                further.close()
        finally:
            further.transport.abort()

    async with serving(between) as own_port:
        place = Place("localhost", own_port, Tls.STARTTLS)
        line = imap.Imap(await connect(place, box.trust))
        await line.greet(place, box.trust)
        assert early
        assert "EVIL" not in line.can
        await line.sign_in(box.address, Password(box.password))
        await line.close()


async def test_known_providers_typed_servers_and_what_the_domain_says() -> None:
    assert (await found("gmail.com")).imap[0] == Place("imap.gmail.com", 993, Tls.IMPLICIT)
    assert (await found("icloud.com")).smtp == (Place("smtp.mail.me.com", 587, Tls.STARTTLS),)
    assert servers.files_sent_mail(Place("smtp.gmail.com", 465, Tls.IMPLICIT))
    assert not servers.files_sent_mail(Place("smtp.example.org", 465, Tls.IMPLICIT))
    typed = await found("example.org", "imaps://Mail.Example.org:993/", "127.0.0.1:1025")
    assert typed.imap == (Place("mail.example.org", 993, Tls.IMPLICIT),)
    assert [one.tls for one in typed.smtp] == [Tls.IMPLICIT, Tls.STARTTLS, Tls.NONE]
    half = await found("example.org", "mx.example.org")
    assert [one.host for one in half.smtp[::2]] == ["mx.example.org", "smtp.example.org", "mail.example.org"]

    web = Web(
        '<clientConfig><incomingServer type="pop3"><hostname>pop.x.org</hostname><port>995</port></incomingServer>'
        '<incomingServer type="imap"><hostname>in.x.org</hostname><port>993</port></incomingServer>'
        '<outgoingServer type="smtp"><hostname>out.x.org</hostname><port>587</port></outgoingServer></clientConfig>'
    )
    told = await found("x.org", web=web)
    assert told.imap == (Place("in.x.org", 993, Tls.IMPLICIT),)
    assert told.smtp == (Place("out.x.org", 587, Tls.STARTTLS),)
    assert all(".x.org/" in url or "//x.org/" in url for url in web.asked)
    nothing = await found("y.org")
    assert {one.host for one in nothing.imap} == {"imap.y.org", "mail.y.org"}


@pytest.mark.parametrize(
    ("typed", "kind", "field"),
    [
        ({"address": "no address", "password": "x"}, FailureKind.INVALID, ""),
        ({"address": "ann@example.org"}, FailureKind.INVALID, ""),
        ({"address": "ann@example.org", "password": "x", "imap": "a b"}, FailureKind.INVALID, ""),
        ({"address": "ann@example.org", "password": "x", "imap": "h:99999"}, FailureKind.INVALID, ""),
        ({"address": "ann@hotmail.com", "password": "x"}, FailureKind.PERMISSION_DENIED, ""),
        ({"address": "a@b.org", "password": "x", "imap": "outlook.office365.com"}, FailureKind.PERMISSION_DENIED, ""),
        (
            {"address": "a@b.org", "password": "x", "imap": "127.0.0.1:1", "smtp": "127.0.0.1:1"},
            FailureKind.OFFLINE,
            "imap",
        ),
        ({"address": "a@no.invalid", "password": "x"}, FailureKind.OFFLINE, "imap"),
        (
            {"address": "a@b.org", "password": "x", "imap": "no.invalid", "smtp": "no.invalid"},
            FailureKind.OFFLINE,
            "imap",
        ),
    ],
)
async def test_what_cannot_be_opened_is_told_with_a_next_step(
    around: Surroundings, typed: Mapping[str, str], kind: FailureKind, field: str
) -> None:
    with pytest.raises(ConnectorError) as error:
        await EmailConnector(MANIFEST).begin("mailbox", typed, "", around)
    assert (error.value.failure.kind, error.value.failure.field) == (kind, field)
    assert error.value.failure.sentence.endswith(".")


def test_the_connector_is_found_by_its_entry_point() -> None:
    assert isinstance(Registry().connector("email"), EmailConnector)
    assert MANIFEST.min_poll == timedelta(minutes=1)
