"""Whom the way out trusts: certificates of the system for this name and day, no old protocol, no way on by itself."""

from __future__ import annotations

import datetime as dt
import ssl
import threading
from collections.abc import Generator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from ipaddress import ip_address
from pathlib import Path
from typing import Any, ClassVar

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.http import Http
from socialdesk.model.failure import Certainty, Failure, FailureKind
from socialdesk.support.clock import SystemClock

pytestmark = pytest.mark.anyio
DAY = dt.timedelta(days=1)


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


class Authority:
    """Whom this machine trusts, for as long as a test runs."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "authority of a test")])
        now = dt.datetime.now(dt.UTC)
        itself = self._named(self._name, self._key, (now - DAY, now + DAY)).add_extension(
            x509.BasicConstraints(ca=True, path_length=None), critical=True
        )
        self.file = folder / "authority.pem"
        self.file.write_bytes(itself.sign(self._key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM))

    def _named(
        self, subject: x509.Name, key: ec.EllipticCurvePrivateKey, valid: tuple[dt.datetime, dt.datetime]
    ) -> x509.CertificateBuilder:
        return (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(self._name)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(valid[0])
            .not_valid_after(valid[1])
        )

    def server(self, address: str = "127.0.0.1", *, days_ago: int = 0) -> ssl.SSLContext:
        """What a server shows that may call itself by an address, with a certificate that ended so many days ago."""
        key = ec.generate_private_key(ec.SECP256R1())
        ends = dt.datetime.now(dt.UTC) + DAY - dt.timedelta(days=days_ago + (1 if days_ago else 0))
        made = self._named(x509.Name([]), key, (ends - 30 * DAY, ends)).add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ip_address(address))]), critical=True
        )
        both = self._folder / "server.pem"
        both.write_bytes(
            key.private_bytes(
                serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
            )
            + made.sign(self._key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)
        )
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(both)
        return context


class Heard(BaseHTTPRequestHandler):
    """Writes down what it is asked, hands out a cookie, and sends on whoever asks for /away."""

    asked: ClassVar[list[tuple[str, dict[str, str]]]] = []
    away: ClassVar[str] = ""

    def do_GET(self) -> None:
        type(self).asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
        self.send_response(302 if self.path == "/away" else 200)
        self.send_header("Set-Cookie", "who=ann; Path=/")
        self.send_header("Location", self.away)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *words: Any) -> None:
        pass


class Quiet(HTTPServer):
    """A server to whose face one may slam the door."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        pass

    def get_request(self) -> Any:
        try:
            return super().get_request()
        except ssl.SSLError as error:
            raise OSError("no handshake") from error


@contextmanager
def listening(context: ssl.SSLContext | None = None) -> Generator[int]:
    """The port of a server that tells `Heard`."""
    server = Quiet(("127.0.0.1", 0), Heard)
    if context is not None:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture(autouse=True)
def _fresh() -> None:
    Heard.asked, Heard.away = [], ""


@pytest.fixture
def authority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Authority:
    made = Authority(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(made.file))
    return made


async def refused(context: ssl.SSLContext) -> Failure:
    """How it is told that a server was not trusted; it heard not a word."""
    http = Http(SystemClock())
    with listening(context) as port, pytest.raises(ConnectorError) as told:
        await http.ask("GET", f"https://127.0.0.1:{port}/", headers={"authorization": "Bearer x"}, is_send=True)
    await http.close()
    assert Heard.asked == []
    assert (told.value.failure.kind, told.value.failure.certainty) == (FailureKind.OFFLINE, Certainty.NOT_SENT)
    return told.value.failure


async def test_a_certificate_of_somebody_the_system_trusts_for_this_name_and_day_is_taken(authority: Authority) -> None:
    http = Http(SystemClock())
    with listening(authority.server()) as port:
        answer = await http.ask("GET", f"https://127.0.0.1:{port}/")
        await http.close()
    assert answer.status == 200


async def test_a_certificate_that_has_ended_is_refused(authority: Authority) -> None:
    await refused(authority.server(days_ago=1))


async def test_a_certificate_of_another_name_is_refused(authority: Authority) -> None:
    await refused(authority.server("127.0.0.2"))


async def test_a_certificate_of_nobody_the_system_knows_is_refused(authority: Authority, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    await refused(Authority(tmp_path / "other").server())


@pytest.mark.filterwarnings("ignore:ssl.TLSVersion:DeprecationWarning")
async def test_a_server_that_speaks_an_old_protocol_only_is_refused(authority: Authority) -> None:
    old = authority.server()
    old.set_ciphers("DEFAULT:@SECLEVEL=0")
    old.minimum_version, old.maximum_version = ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1
    await refused(old)


async def test_a_redirect_is_an_answer_and_nobody_goes_there_with_a_token() -> None:
    http = Http(SystemClock())
    with listening() as here, listening() as elsewhere:
        Heard.away = f"http://127.0.0.1:{elsewhere}/taken"
        answer = await http.ask("GET", f"http://127.0.0.1:{here}/away", headers={"authorization": "Bearer x"})
        await http.close()
    assert answer.status == 302
    assert [path for path, _ in Heard.asked] == ["/away"]


async def test_a_cookie_is_never_brought_back_and_we_say_who_we_are() -> None:
    http = Http(SystemClock())
    with listening() as port:
        for path in ("/one", "/two"):
            await http.ask("GET", f"http://127.0.0.1:{port}{path}")
        await http.close()
    assert [(path, "cookie" in headers) for path, headers in Heard.asked] == [("/one", False), ("/two", False)]
    assert all(headers["user-agent"].startswith("SocialDesk/") for _, headers in Heard.asked)


@pytest.mark.parametrize(
    "url", ["http://media.example/x", "http://10.0.0.1/x", "ftp://127.0.0.1/x", "file:///etc/hosts"]
)
async def test_nothing_is_asked_in_clear_but_of_this_machine(url: str) -> None:
    with pytest.raises(ConnectorError) as told:
        await Http(SystemClock()).ask("GET", url)
    assert told.value.failure.kind is FailureKind.INVALID
