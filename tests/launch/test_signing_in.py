"""Signing in on the command line, in every way a network offers."""

from __future__ import annotations

import getpass
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.request import urlopen

import pytest

from socialdesk.connectors.kit.manifest import Manifest
from socialdesk.engine import host
from socialdesk.engine.at_browser import at_browser
from socialdesk.launch import access, signing_in
from socialdesk.launch.main import main
from socialdesk.store.cache import Cache
from socialdesk.store.desk import Desk
from socialdesk.store.pending_secrets import new_name, noted
from socialdesk.store.protection import unlock
from socialdesk.support.clock import HandClock, SystemClock
from socialdesk.support.loopback import Loopback
from socialdesk.support.paths import Workspace
from tests.engine.desk_work import NOON
from tests.engine.standin import STATE, OneConnector, Platform
from tests.patience import NEVER_S


class Terminal:
    """A terminal with a workspace under a passphrase, and one network to connect."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.platform = Platform(folder / "truth.json", SystemClock())
        self.phrase = folder / "phrase"
        self.phrase.write_text("correct horse\n")
        self.workspace = Workspace(folder / "workspace")
        self._capsys = capsys

    def add(self, *words: str, act: str = "add") -> tuple[int, str, str]:
        where = ["--workspace", str(self.workspace.folder), "--passphrase-file", str(self.phrase)]
        status = main(["channel", act, *(["standin"] if act == "add" else []), *words, *where])
        out, err = self._capsys.readouterr()
        assert "hush" not in out + err
        return status, out, err

    def secret(self, name: str) -> str | None:
        return unlock(self.workspace, "correct horse").secrets.get(name)


@pytest.fixture
def terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.setattr("socialdesk.store.protection._ARGON", {"memory_kib": 64, "passes": 1, "lanes": 1})
    made = Terminal(tmp_path, capsys)
    for module in (host, access, signing_in):
        monkeypatch.setattr(module, "Registry", lambda: OneConnector(made.platform))
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    return made


@pytest.fixture
def browser(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """A browser that somebody signs in with as soon as the address shows; it comes back with what is given."""

    def comes_back(query: str) -> None:
        class Browser(Loopback):
            def expect(self, url: str) -> None:
                super().expect(url)
                back = f"{self.redirect}?{query}"
                Thread(target=lambda: urlopen(back, timeout=NEVER_S).close(), daemon=True).start()

        monkeypatch.setattr(signing_in, "Loopback", Browser)

    return comes_back


def test_every_way_and_what_it_asks_for_is_listed(terminal: Terminal) -> None:
    _, out, _ = terminal.add(act="networks")
    assert out.splitlines() == [
        "standin\tStand-in",
        "\t--way password\tPassword",
        "\t\tpassword\tPassword\tsecret, may be left out",
        "\t--way oauth\tSign in with the browser",
        "\t\tclient_id\tApp ID\tmay be left out",
        "\t\tclient_secret\tApp secret\tsecret, may be left out",
    ]


def test_the_browser_comes_back_by_itself_and_only_the_named_accounts_are_connected(
    terminal: Terminal, browser: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal.platform.accounts = ("brand", "shop", "help")
    monkeypatch.setattr(sys, "stdin", io.StringIO("hush\n"))
    browser(f"code=c0de&state={STATE}")
    words = ["--way", "oauth", "--field", "client_id=app", "--password-stdin", "--account", "Shop", "--account", "help"]
    status, out, err = terminal.add(*words)

    assert (status, [line.split("\t")[2] for line in out.splitlines()]) == (0, ["shop.example", "help.example"])
    assert f"https://standin.invalid/authorize?state={STATE}" in err
    assert "c0de" not in err
    assert terminal.platform.redirects[0].startswith("http://127.0.0.1:")
    assert (terminal.secret("channel:standin:shop") or "").startswith("kept under ")

    status, _, err = terminal.add("--account", "nobody")
    assert (status, err) == (
        1,
        "socialdesk: This sign-in opens no such account. It opens: brand.example, shop.example, help.example\n",
    )


def test_the_address_is_pasted_where_the_browser_cannot_come_back(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    pasted = f"https://example.com/done?code=c0de&state={STATE}#_\n"
    monkeypatch.setattr(sys, "stdin", io.StringIO(pasted))
    status, out, _ = terminal.add("--way", "oauth", "--paste")
    assert (status, out) == (0, "1\tstandin\tbrand.example\n")
    assert terminal.platform.redirects == [""]
    assert json.loads(terminal.secret("channel:standin:brand") or "") == {"secret": " c0de"}


def test_who_denies_or_never_comes_back_reads_a_sentence_and_nothing_is_left(
    terminal: Terminal, browser: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    browser(f"error=access_denied&state={STATE}")
    status, out, err = terminal.add("--way", "oauth")
    assert (status, out) == (1, "")
    assert err.endswith("Stand-in says that the access was not granted. Sign in once more and allow it.\n")

    monkeypatch.setattr(sys, "stdin", io.StringIO("\n"))
    status, _, err = terminal.add("--way", "oauth", "--paste")
    assert status == 3
    assert "Nobody came back from the browser in time." in err

    unlocked = unlock(terminal.workspace, "correct horse")
    cache = Cache(terminal.workspace.cache, unlocked.key, write=False)
    assert at_browser(cache) == {}
    cache.close()
    desk = Desk(terminal.workspace.desk, unlocked.key, write=True)
    assert noted(desk) == {}
    # A secret whose command never came, because somebody pulled the plug between the two.
    name = new_name(desk, HandClock(NOON).now())
    unlocked.secrets.put(name, "hush")
    desk.close()
    terminal.add()
    assert terminal.secret(name) is None


def test_a_terminal_is_asked_field_by_field_and_a_secret_does_not_show(
    terminal: Terminal, browser: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Person(io.StringIO):
        def isatty(self) -> bool:
            return True

    asked: list[str] = []

    def hidden(prompt: str, _stream: Any) -> str:
        asked.append(prompt)
        return "hush"

    monkeypatch.setattr(sys, "stdin", Person("app\n"))
    monkeypatch.setattr(getpass, "getpass", hidden)
    browser(f"code=c0de&state={STATE}")
    status, _, err = terminal.add("--way", "oauth")
    assert (status, asked) == (0, ["App secret (may be empty): "])
    assert "App ID (may be empty): " in err
    assert json.loads(terminal.secret("channel:standin:brand") or "") == {"secret": "hush c0de"}


def test_a_port_in_use_is_named(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    def taken(*_: object) -> Loopback:
        raise OSError("in use")

    monkeypatch.setattr(signing_in, "Loopback", taken)
    status, _, err = terminal.add("--way", "oauth")
    assert (status, "Another program uses port" in err) == (2, True)


def test_a_connector_of_somebody_else_is_run_only_when_that_is_said(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(OneConnector, "is_ours", lambda _self, _platform: False)
    status, _, err = terminal.add()
    assert (status, "made by somebody else" in err, "add --allow-connector" in err) == (2, True, True)
    status, out, _ = terminal.add("--allow-connector")
    assert (status, out) == (0, "1\tstandin\tbrand.example\n")
    # Allowed once it is allowed, until it wants to reach more.
    assert terminal.add()[0] == 0
    monkeypatch.setattr(Manifest, "reach", "and another server")
    assert terminal.add()[0] == 2
