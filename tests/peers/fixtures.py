"""Fixtures for the peers: each gives a real server that is ready, started once for the whole test run.

The process that started pytest owns what is started, also under pytest-xdist: a peer ends when that process does.
"""

from __future__ import annotations

import fcntl
import functools
import imaplib
import itertools
import json
import os
import shutil
import ssl
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.patience import NEVER_S
from tests.peers import serving
from tests.peers.processes import UNPRIVILEGED

RUN_SCRIPT = Path(__file__).resolve().parent / "secret_service" / "run.sh"
OWNER = "SOCIALDESK_TEST_RUN"


@dataclass(frozen=True, slots=True)
class Account:
    """An account on the Bluesky network of this test run; the passwords are made up."""

    handle: str
    did: str
    password: str
    app_password: str


@dataclass(frozen=True, slots=True)
class BlueskyNetwork:
    """A running AT Protocol network: addresses without a final slash, three accounts, and what tests may do to it."""

    pds: str
    appview: str
    control: str
    chat_proxy: str
    accounts: Mapping[str, Account]
    _numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def settle(self) -> None:
        """Return when the AppView has indexed everything written so far."""
        self._control("settle")

    def expired_access_token(self, did: str) -> str:
        """An access token of this account that ran out an hour ago: a call with it gets 400 ExpiredToken."""
        return self._control("expired-access-token", did=did)["accessJwt"]

    def take_down(self, did: str, *, applied: bool = True) -> None:
        """Suspend an account, or lift that."""
        self._control("takedown", did=did, applied=applied)

    def fail_chat(self, *faults: Mapping[str, object]) -> None:
        """Make calls of the chat stand-in fail: `method`, `status`, `error`, and `message` and `times` if wanted."""
        self._control("chat", faults=list(faults))

    def new_account(self, name: str = "guest") -> Account:
        """An account of one test's own; the handle is made unique from `name`, which is letters, digits and hyphens."""
        handle = f"{name}-{os.getpid()}-{next(self._numbers)}.test"
        password = f"{name}-main-password"
        wanted = {"handle": handle, "email": f"{handle}@example.com", "password": password}
        made = _post(f"{self.pds}/xrpc/com.atproto.server.createAccount", wanted)
        own = {"name": "SocialDesk", "privileged": True}
        app = _post(f"{self.pds}/xrpc/com.atproto.server.createAppPassword", own, made["accessJwt"])
        return Account(handle, made["did"], password, app["password"])

    def _control(self, command: str, **body: object) -> dict[str, Any]:
        return _post(f"{self.control}/{command}", body)


def _post(url: str, body: Mapping[str, object], token: str | None = None) -> dict[str, Any]:
    headers = {"content-type": "application/json"} | ({"authorization": f"Bearer {token}"} if token else {})
    request = urllib.request.Request(url, json.dumps(body).encode(), headers)
    with urllib.request.urlopen(request, timeout=NEVER_S) as answer:
        return json.loads(answer.read() or b"{}")


def pytest_configure() -> None:
    """The first to come is the process that was started by hand; xdist's workers inherit its number."""
    os.environ.setdefault(OWNER, str(os.getpid()))


def pytest_unconfigure() -> None:
    """The process that was started by hand ends what was started for it, and leaves no data behind."""
    owner = os.environ.get(OWNER, "")
    if owner != str(os.getpid()):
        return
    folder = _folder_of_run(owner)
    for state in folder.glob("*"):
        serving.stop(state)
    shutil.rmtree(folder, ignore_errors=True)
    del os.environ[OWNER]


def _folder_of_run(owner: str) -> Path:
    return serving.folder_of_peers() / f"run-{owner}"


def _start(name: str) -> serving.Facts:
    owner = os.environ[OWNER]
    state = _folder_of_run(owner) / name
    state.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", f"tests.peers.{name}.start", "--detach"]
    own = ["--state", state, "--install", serving.folder_of_peers() / "install", "--owner", owner]
    with (state / "starting.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = subprocess.run([*command, *own], check=False, capture_output=True, text=True, cwd=serving.ROOT)
    if done.returncode:
        pytest.fail(f"The peer {name} did not start:\n{done.stderr[-4000:]}", pytrace=False)
    return json.loads(done.stdout.splitlines()[-1])


@pytest.fixture(scope="session")
def bluesky_network() -> BlueskyNetwork:
    """The Bluesky network of this test run; the first test to ask waits for its start."""
    facts = _start("bluesky")
    accounts = {
        name: Account(own["handle"], own["did"], own["password"], own["appPassword"])
        for name, own in facts["accounts"].items()
    }
    return BlueskyNetwork(facts["pds"], facts["appview"], facts["control"], facts["chatProxy"], accounts)


@dataclass(frozen=True, slots=True)
class MailServer:
    """A Dovecot and a submission server of this test run; addresses as `localhost:port`."""

    imap: str
    imaps: str
    submission: str
    smtps: str
    certificate: Path
    outbox: Path
    denied: Path
    _numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def new_mailbox(self, name: str = "guest") -> tuple[str, str]:
        """(address, password) of an empty mailbox of one test's own."""
        local = f"{name}-{os.getpid()}-{next(self._numbers)}"
        return f"{local}@example.test", f"{local}-password"

    def seed(self, address: str, mails: Iterable[tuple[int, bytes]], next_uid: int) -> None:
        """Fill a mailbox that nobody has opened yet with mails by their numbers, faster than by the protocol."""
        folder = self.denied.parent / "mail" / address.partition("@")[0]
        for name in ("cur", "new", "tmp"):
            (folder / name).mkdir(parents=True)
        told = [f"3 V1700000000 N{next_uid} G{'0123456789abcdef' * 2}"]
        for uid, data in mails:
            # Both sizes stand in the name, or Dovecot would look them up and write them down at each reading.
            whole = len(data) + data.count(b"\n")
            name = f"1700000000.M{uid}P1.seed,S={len(data)},W={whole}"
            (folder / "cur" / f"{name}:2,").write_bytes(data)
            told.append(f"{uid} :{name}")
        (folder / "dovecot-uidlist").write_text("\n".join(told) + "\n")
        if os.getuid() == 0:
            for one in (folder, *folder.rglob("*")):
                shutil.chown(one, UNPRIVILEGED, UNPRIVILEGED)

    def trust(self) -> ssl.SSLContext:
        """What believes this server's certificate."""
        return ssl.create_default_context(cafile=str(self.certificate))

    def _opens(self, address: str) -> bool:
        host, _, port = self.imaps.partition(":")
        with imaplib.IMAP4_SSL(host, int(port), ssl_context=self.trust()) as program:
            try:
                program.login(address, f"{address.partition('@')[0]}-password")
            except imaplib.IMAP4.error:
                return False
            return True

    def deny(self, address: str) -> None:
        """Let a mailbox open no more, whatever the password, and end what is open."""
        with self.denied.open("a") as file:
            file.write(f"{address}:\n")
        while self._opens(address):  # the server looks into its file once a second
            time.sleep(0.05)
        told = ["doveadm", "-c", str(self.denied.parent / "dovecot.conf")]
        who = subprocess.run([*told, "who", "-1", address], check=True, capture_output=True, text=True).stdout
        processes = [Path("/proc") / word for line in who.splitlines()[1:] for word in line.split() if word.isdigit()]
        # Where nothing is open, it ends with 68.
        subprocess.run([*told, "kick", address], check=False, capture_output=True)
        deadline = time.monotonic() + NEVER_S
        while any(one.exists() for one in processes) and time.monotonic() < deadline:
            time.sleep(0.01)


@functools.cache
def started_mail_server() -> MailServer:
    """The mail server of this process; started by whoever asks first."""
    told = _start("mail")
    addresses = [told[name] for name in ("imap", "imaps", "submission", "smtps")]
    return MailServer(*addresses, *(Path(told[name]) for name in ("certificate", "outbox", "denied")))


@pytest.fixture(scope="session")
def mail_server() -> MailServer:
    """The mail server of this test run; the first test to ask waits for its start."""
    return started_mail_server()


@dataclass(frozen=True, slots=True)
class TelegramEmulator:
    """A running emulator of the Telegram Bot API: its address without a final slash, and the token of its bot."""

    api: str
    token: str

    def says(self, person: Mapping[str, object], text: str, at: int) -> None:
        """Somebody writes to the bot; `at` in seconds since 1970."""
        chat = {**person, "type": "private"}
        _post(
            f"{self.api}/sendMessage",
            {"botToken": self.token, "from": person, "chat": chat, "date": at, "text": text},
        )

    def answers(self) -> list[dict[str, Any]]:
        """What the bot has written: what is its own names nobody."""
        told = _post(f"{self.api}/getUpdatesHistory", {"token": self.token})["result"]
        return [one["message"] for one in told if "from" not in one["message"]]


@pytest.fixture(scope="session")
def telegram_emulator() -> TelegramEmulator:
    """The emulator of this test run; the first test to ask waits for its start."""
    told = _start("telegram")
    return TelegramEmulator(told["api"], told["token"])


@dataclass(frozen=True, slots=True)
class SecretService:
    """Runs processes that find a real, empty GNOME Keyring on a session bus of their own."""

    home: Path

    def run(
        self, command: Sequence[str | Path], *, locked: bool = False, timeout_s: float = NEVER_S
    ) -> subprocess.CompletedProcess[str]:
        """Run a command to its end beside a fresh keyring; with `locked`, one that nobody can unlock."""
        inherited = {
            k: v for k, v in os.environ.items() if k not in {"PYTHON_KEYRING_BACKEND", "SECRET_SERVICE_INSIDE"}
        }
        flags = ["--locked"] if locked else []
        return subprocess.run(
            [RUN_SCRIPT, *flags, *command],
            check=False,
            capture_output=True,
            text=True,
            timeout=timeout_s,
            env=inherited | {"HOME": str(self.home)},
            cwd=serving.ROOT,
        )

    def python(
        self, code: str, *arguments: str | Path, locked: bool = False, timeout_s: float = NEVER_S
    ) -> subprocess.CompletedProcess[str]:
        """Run Python code the same way; `arguments` are in its `sys.argv[1:]`."""
        return self.run([sys.executable, "-c", code, *arguments], locked=locked, timeout_s=timeout_s)


@pytest.fixture
def secret_service(tmp_path: Path) -> SecretService:
    """A way to run processes beside a real Secret Service."""
    return SecretService(tmp_path)


@dataclass(frozen=True, slots=True)
class XServer:
    """An X server without a screen of its own; `display` is what DISPLAY is set to."""

    display: str

    def environment(self) -> dict[str, str]:
        """This process's environment, changed so that Qt opens real windows on that server."""
        others = {k: v for k, v in os.environ.items() if k not in {"WAYLAND_DISPLAY", "XAUTHORITY"}}
        return others | {"DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb"}

    def xdotool(self, *arguments: str) -> str:
        """What xdotool printed; it presses keys and finds windows as a person would."""
        done = subprocess.run(
            ["xdotool", *arguments], check=True, capture_output=True, text=True, env=self.environment(), timeout=NEVER_S
        )
        return done.stdout.strip()


def _x_server(size: str) -> tuple[subprocess.Popen[bytes], XServer]:
    reading, writing = os.pipe()
    options = ["-screen", "0", size, "-nolisten", "tcp", "-noreset", "-ac"]
    try:
        process = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), *options],
            pass_fds=[writing],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    except FileNotFoundError:
        os.close(writing)
        os.close(reading)
        pytest.fail("Xvfb is missing: ./dev test names the command that installs it.", pytrace=False)
    os.close(writing)
    with os.fdopen(reading) as told:  # the number comes once the server listens; nothing comes when it could not start
        number = told.readline().strip()
    if not number:
        pytest.fail(f"Xvfb ended with {process.wait()} before it was ready.", pytrace=False)
    return process, XServer(f":{number}")


@pytest.fixture
def x_server() -> Iterator[XServer]:
    """An X server of one test's own, 1600 by 1000 pixels in 24-bit colour."""
    process, server = _x_server("1600x1000x24")
    try:
        yield server
    finally:
        process.terminate()
        process.wait(NEVER_S)
