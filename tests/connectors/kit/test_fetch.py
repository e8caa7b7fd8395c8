"""Nobody outside decides whom this machine speaks to."""

from __future__ import annotations

import asyncio
import datetime as dt
import ssl
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from socialdesk.connectors.kit.contract import Link
from socialdesk.connectors.kit.fetch import Fetcher, Later, NotFetched, NotThere, Refused, Resolve
from socialdesk.support.clock import HandClock, SystemClock
from tests.engine.rude_media import RudeMedia, answer, picture, rude_media
from tests.model.builders import NOON
from tests.patience import NEVER_S

pytestmark = pytest.mark.anyio


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
async def host(anyio_backend: str) -> AsyncIterator[RudeMedia]:
    async with rude_media() as made:
        yield made


class Names:
    """A resolver of our own: gives what it is told, a list after the other, and remembers who was looked for."""

    def __init__(self, *answers: list[str]) -> None:
        self.answers = list(answers)
        self.asked: list[str] = []

    async def __call__(self, host: str, port: int) -> list[str]:
        self.asked.append(host)
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


async def refused(link: Link, resolve: Resolve | None = None) -> NotFetched | None:
    """Why a link is not fetched."""
    fetcher = Fetcher(SystemClock(), resolve=resolve, patience_s=NEVER_S)
    try:
        await fetcher.fetch(link)
    except NotFetched as error:
        return error
    finally:
        await fetcher.close()
    return None


class TestStrangersLinks:
    @pytest.mark.parametrize(
        "url",
        [
            "https://127.0.0.1/a",
            "https://2130706433/a",
            "https://0x7f000001/a",
            "https://0177.0.0.1/a",
            "https://127.1/a",
            "https://0/a",
            "https://[::1]/a",
            "https://[::ffff:127.0.0.1]/a",
            "https://[::ffff:a9fe:a9fe]/latest/meta-data",
            "https://169.254.169.254/latest/meta-data",
            "https://localhost/a",
            "https://10.0.0.1/a",
            "http://93.184.216.34/a",
            "https://93.184.216.34:6379/a",
            "file:///etc/passwd",
        ],
    )
    async def test_none_leads_inside(self, url: str) -> None:
        assert isinstance(await refused(Link(url)), Refused)

    @pytest.mark.parametrize(
        "inside", ["127.0.0.1", "10.1.2.3", "169.254.169.254", "::1", "fd00::1", "::ffff:127.0.0.1"]
    )
    async def test_a_name_that_means_a_place_inside_is_refused_even_beside_one_outside(self, inside: str) -> None:
        assert isinstance(await refused(Link("https://a.example/"), Names([inside])), Refused)
        assert isinstance(await refused(Link("https://a.example/"), Names(["93.184.216.34", inside])), Refused)

    async def test_the_address_that_was_looked_at_is_the_one_that_is_spoken_to(self) -> None:
        # Rebinding: outside when it is looked at, inside when somebody looks again. Nobody looks again.
        names = Names(["127.0.0.2"], ["127.0.0.1"])
        fetcher = Fetcher(SystemClock(), resolve=names, allows=lambda address: address == "127.0.0.2", patience_s=0.3)
        with pytest.raises(Later):
            await fetcher.fetch(Link("https://a.example/"))
        await fetcher.close()
        assert names.asked == ["a.example"]

    @pytest.mark.parametrize("name", ["a..b", ".", "a" * 64 + ".example", "exa\ud800mple.com"])
    async def test_what_is_no_name_at_all_is_refused(self, name: str) -> None:
        assert isinstance(await refused(Link(f"https://{name}/a")), Refused)

    async def test_a_name_without_an_address_is_tried_later(self) -> None:
        async def nobody(host: str, port: int) -> list[str]:
            raise OSError("no such host")

        assert isinstance(await refused(Link("https://a.example/"), nobody), Later)


class TestOurOwnServer:
    async def test_it_may_lie_inside(self, host: RudeMedia) -> None:
        host.answers["a"] = answer(picture())
        assert await refused(Link(host.url("a"), is_own_server=True)) is None

    async def test_where_it_redirects_to_is_a_strangers_link_and_hears_no_password(self, host: RudeMedia) -> None:
        host.answers |= {"a": answer(b"", "302 Found", location=host.url("b")), "b": answer(picture())}
        link = Link(host.url("a"), (("authorization", "Bearer top-secret"),), is_own_server=True)
        error = await refused(link)
        assert isinstance(error, Refused)
        assert host.asked == {"a": 1}
        assert "top-secret" not in repr(link)

    async def test_a_redirect_to_a_name_that_means_inside_is_refused(self, host: RudeMedia) -> None:
        host.answers["a"] = answer(b"", "302 Found", location="https://evil.example/b")
        names = Names(["127.0.0.1"])
        assert isinstance(await refused(Link(host.url("a"), is_own_server=True), names), Refused)
        assert names.asked == ["127.0.0.1", "evil.example"]

    @pytest.mark.parametrize(
        "to", ["http://[half", "https://[::1", "//[", "https://a..b/", f"https://{'a' * 64}.example/"]
    )
    async def test_a_redirect_to_what_is_no_address_is_refused(self, host: RudeMedia, to: str) -> None:
        host.answers["a"] = answer(b"", "302 Found", location=to)
        assert isinstance(await refused(Link(host.url("a"), is_own_server=True)), Refused)

    @pytest.mark.parametrize(
        ("after", "hours"),
        [
            ("99999999999999999999", 24),
            ("9" * 5000, 24),
            ("3600", 1),
            ("\u00b2", None),
            ("Mon, 01 Jan 2026 00:00:00 +9999999999999999", None),
            ("Mon, 99999999999999999999 Jan 2026 00:00:00 GMT", None),
        ],
    )
    async def test_it_is_asked_again_within_a_day_whatever_it_says_of_that(
        self, host: RudeMedia, after: str, hours: int | None
    ) -> None:
        host.answers["busy"] = f"HTTP/1.1 503 Busy\r\ncontent-length: 0\r\nretry-after: {after}\r\n\r\n".encode(
            "latin-1"
        )
        clock = HandClock(dt.datetime(2026, 6, 13, 12, tzinfo=dt.UTC))
        fetcher = Fetcher(clock, patience_s=NEVER_S)
        with pytest.raises(Later) as later:
            await fetcher.fetch(Link(host.url("busy"), is_own_server=True))
        await fetcher.close()
        assert later.value.not_before == (None if hours is None else clock.now() + dt.timedelta(hours=hours))

    @pytest.mark.parametrize("length", ["9" * 5000, "\u00b2"])
    async def test_a_length_that_is_none_ends_nothing_but_this(self, host: RudeMedia, length: str) -> None:
        host.answers["a"] = f"HTTP/1.1 200 OK\r\ncontent-length: {length}\r\n\r\nabc".encode("latin-1")
        assert isinstance(await refused(Link(host.url("a"), is_own_server=True)), NotFetched)

    async def test_what_is_not_there_is_told_apart_from_what_does_not_work_now(self, host: RudeMedia) -> None:
        host.answers |= {"busy": answer(b"", "503 Busy"), "mine": answer(b"", "403 No")}
        assert isinstance(await refused(Link(host.url("nothing"), is_own_server=True)), NotThere)
        assert isinstance(await refused(Link(host.url("mine"), is_own_server=True)), NotThere)
        assert isinstance(await refused(Link(host.url("busy"), is_own_server=True)), Later)

    @pytest.mark.parametrize(
        ("after", "wait"),
        [
            ("5", timedelta(seconds=5)),
            ("9" * 30, timedelta(days=1)),
            ("9" * 5_000, timedelta(days=1)),
            ("Wed, 21 Oct 2999 07:28:00 GMT", timedelta(days=1)),
            ("\u00b2", None),
            ("soon", None),
            ("", None),
        ],
    )
    async def test_whatever_is_said_of_a_pause_it_is_a_moment_within_a_day_or_nothing(
        self, host: RudeMedia, after: str, wait: timedelta | None
    ) -> None:
        host.answers["busy"] = answer(b"", "503 Busy", retry_after=after)
        fetcher = Fetcher(HandClock(NOON), patience_s=NEVER_S)
        with pytest.raises(Later) as told:
            await fetcher.fetch(Link(host.url("busy"), is_own_server=True))
        await fetcher.close()
        assert told.value.not_before == (wait and NOON + wait)


class TestCertificates:
    async def test_the_certificate_must_be_that_of_the_name(self, tmp_path: Path) -> None:
        trust, server_side = certificate(tmp_path, "media.example")

        async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await reader.readuntil(b"\r\n\r\n")
            writer.write(answer(picture()))
            await writer.drain()
            writer.close()

        server = await asyncio.start_server(serve, "127.0.0.1", 0, ssl=server_side)
        port = server.sockets[0].getsockname()[1]
        fetcher = Fetcher(SystemClock(), resolve=Names(["127.0.0.1"]), trust=trust)
        try:
            right = Link(f"https://media.example:{port}/a", is_own_server=True)
            assert await fetcher.fetch(right) == picture()
            with pytest.raises(Later):
                await fetcher.fetch(Link(f"https://other.example:{port}/a", is_own_server=True))
        finally:
            await fetcher.close()
            server.close()
            await server.wait_closed()


def certificate(folder: Path, name: str) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """What trusts a certificate for a name, and what shows it."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = folder / "certificate.pem"
    pem.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    secret = folder / "key.pem"
    secret.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    trust = ssl.create_default_context(cafile=str(pem))
    server_side = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server_side.load_cert_chain(pem, secret)
    return trust, server_side
