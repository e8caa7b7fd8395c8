"""What holds for every test: nobody's own files, keyring, screen or network is touched, and nothing goes wrong unseen.

- The environment is one of the tests' own: offscreen, no keyring, folders that vanish.
- A connection that leaves this machine is refused, and the test that tried fails.
- A log line of warning or worse that the test did not expect fails it.
"""

from __future__ import annotations

import atexit
import ipaddress
import logging
import os
import re
import shutil
import socket
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partialmethod
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from pytestqt.qtbot import QtBot

from tests.patience import NEVER_MS

# How long an example takes says what else the machine does, not whether the example holds.
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")

pytest_plugins = ["tests.peers.fixtures"]


def _wait_as_long_as_all_others() -> None:
    """What qtbot waits for comes when it comes; its own limits of five seconds are those of an idle machine."""
    for name in ("waitActive", "waitCallback", "waitExposed", "waitSignal", "waitSignals", "waitUntil"):
        waits = getattr(QtBot, name)
        setattr(QtBot, name, partialmethod(waits, timeout=NEVER_MS))


_wait_as_long_as_all_others()

_HOMES = {
    "XDG_CACHE_HOME": "cache",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_RUNTIME_DIR": "run",
    "XDG_STATE_HOME": "state",
}
# Names that never resolve (RFC 2606, RFC 6761): a test may ask for them to see what happens then.
_RESERVED = (".invalid", ".test", ".example")
_SELDOM = ("bench", "soak")

_left_this_machine: list[str] = []


def _own_environment() -> None:
    """Set before Qt, keyring or SocialDesk are imported."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["LC_ALL"] = "C.UTF-8"
    os.environ["NO_PROXY"] = os.environ["no_proxy"] = "localhost,127.0.0.1,::1"
    if "SECRET_SERVICE_INSIDE" not in os.environ:
        os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
        os.environ.pop("DBUS_SESSION_BUS_ADDRESS", None)
    home = Path(tempfile.mkdtemp(prefix="socialdesk-tests-"))
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    for name, folder in _HOMES.items():
        (home / folder).mkdir(mode=0o700)
        os.environ[name] = str(home / folder)


def _is_here(host: str) -> bool:
    name = host.rstrip(".").lower()
    if name in {"", "localhost", socket.gethostname().lower()} or name.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(name.partition("%")[0]).is_loopback
    except ValueError:
        return False


def _watch_sockets(event: str, arguments: tuple[object, ...]) -> None:
    match event, arguments:
        case "socket.connect", (_, (str(host), *_)) if not _is_here(host):
            _left_this_machine.append(f"a connection to {host}")
            raise ConnectionRefusedError(f"tests stay on this machine, and this was a connection to {host}")
        case "socket.getaddrinfo", (str(host), *_) if not _is_here(host):
            try:
                ipaddress.ip_address(host)
            except ValueError:
                if not host.rstrip(".").lower().endswith(_RESERVED):
                    _left_this_machine.append(f"a look-up of {host}")
                raise socket.gaierror(socket.EAI_NONAME, f"tests stay on this machine: no look-up of {host}") from None
        case _:
            pass


_own_environment()
sys.addaudithook(_watch_sockets)


@pytest.fixture(autouse=True)
def _stay_on_this_machine() -> Iterator[None]:
    _left_this_machine.clear()
    yield
    if _left_this_machine:
        pytest.fail(f"Left this machine: {', '.join(_left_this_machine)}. Serve it on 127.0.0.1.", pytrace=False)


class _Watch(logging.Handler):
    """Keeps the lines of warning and worse, and what the test said it would see."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []
        self.expected: list[re.Pattern[str]] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")

    def unexpected(self) -> list[str]:
        return [line for line in self.lines if not any(pattern.search(line) for pattern in self.expected)]

    def never_came(self) -> list[str]:
        return [p.pattern for p in self.expected if not any(p.search(line) for line in self.lines)]


@pytest.fixture(autouse=True)
def _log_watch() -> Iterator[_Watch]:
    watch = _Watch()
    logging.getLogger().addHandler(watch)
    yield watch
    logging.getLogger().removeHandler(watch)
    ours = logging.getLogger("socialdesk")
    if not ours.propagate:
        ours.propagate = True
        pytest.fail(
            "Leaves the log in a file of its own, where no test after it would hear of a warning.", pytrace=False
        )
    if unexpected := watch.unexpected():
        lines = "\n  ".join(unexpected)
        pytest.fail(
            f"Logged, and not expected:\n  {lines}\n"
            "Mend what went wrong, or say that the test wants it: expect_log(r'…') before it happens.",
            pytrace=False,
        )
    if missing := watch.never_came():
        pytest.fail(f"Expected in the log, and never came: {', '.join(missing)}", pytrace=False)


@pytest.fixture
def expect_log(_log_watch: _Watch) -> Callable[[str], None]:
    """Say that a line of warning or worse will come: a regular expression over "LEVEL logger: message"."""

    def expect(pattern: str) -> None:
        _log_watch.expected.append(re.compile(pattern))

    return expect


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark what uses Qt, and leave out what is only run when asked for by name."""
    for item in items:
        if {"qtbot", "qapp"} & set(getattr(item, "fixturenames", ())):
            item.add_marker("gui")
    if config.option.markexpr:
        return
    seldom = [item for item in items if any(item.get_closest_marker(name) for name in _SELDOM)]
    if seldom:
        config.hook.pytest_deselected(items=seldom)
        items[:] = [item for item in items if item not in seldom]


@pytest.fixture
def moved_to() -> Iterator[Callable[[str], None]]:
    """Lets the machine stand in another time zone, until the test is over."""
    if not hasattr(time, "tzset"):
        pytest.skip("on this system a running program cannot be given another zone")
    before = os.environ.get("TZ")

    def move(zone: str | None) -> None:
        os.environ.pop("TZ", None)
        if zone is not None:
            os.environ["TZ"] = zone
        time.tzset()

    yield move
    move(before)
    # Whoever asks next whether the machine has moved is a window of another test, which would be made anew for it.
    from socialdesk.support.clock import zone_moved

    zone_moved()
