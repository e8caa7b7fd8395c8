"""Signing in through the browser in a real window: what is typed, sent out, come back with, given up and pasted."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Coroutine
from dataclasses import replace
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from socialdesk.connectors.kit.failures import failed, offline
from socialdesk.desktop.bridge.bridge import PlatformCard
from socialdesk.desktop.places.connect.choose import PlatformCard as PlatformButton
from socialdesk.desktop.places.connect.rail import Step
from socialdesk.desktop.places.connect.wizard import ConnectWizard
from socialdesk.desktop.shell.aside_secrets import forget_orphans
from socialdesk.desktop.widgets.ask import Question
from socialdesk.engine.at_browser import at_browser
from socialdesk.engine.host import Engine
from socialdesk.model.capability import Idempotency
from socialdesk.model.connecting import allowed_reach
from socialdesk.model.failure import FailureKind
from socialdesk.store.pending_secrets import new_name, noted
from socialdesk.support.clock import HandClock, SystemClock
from socialdesk.support.secrets import SessionSecrets, VaultSecrets
from tests.desktop.shell.conftest import Sitting
from tests.engine.desk_work import NOON
from tests.engine.standin import STATE, OneConnector, Platform, StandIn, manifest
from tests.patience import NEVER_S


class Ring:
    """A keyring that keeps what it is given."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}

    def get(self, name: str) -> str | None:
        return self.kept.get(name)

    def put(self, name: str, value: str) -> None:
        self.kept[name] = value

    def delete(self, name: str) -> None:
        self.kept.pop(name, None)


class Person:
    """Somebody at the window with a keyring, a browser, and one network to connect."""

    def __init__(self, sitting: Sitting, platform: Platform) -> None:
        self.window = sitting.window
        self.platform = platform
        self.ring = Ring()
        self.unlocked = replace(sitting.unlocked, secrets=self.ring)
        bridge = self.window.bridge
        bridge.unlocked = self.unlocked
        one = manifest(Idempotency.CLIENT_KEY)
        card = PlatformCard("standin", one.name, one.mark, one.reads, one.needs, one.by_kind, one.ways)
        vars(bridge)["platforms"] = (card,)
        self.pages: list[str] = []
        self.is_there = True
        self.window.connecting.browser.opens = self.goes

        def run(work: Coroutine[Any, Any, object]) -> Any:
            return asyncio.run(work)

        bridge.tasks.start = run  # no loop runs here

    @property
    def wizard(self) -> ConnectWizard:
        return self.window.connecting.wizard

    def goes(self, url: str) -> bool:
        self.pages.append(url)
        return self.is_there

    def begins(self) -> str:
        """Ask for a sign-in by keys, and let the engine begin it; gives where the browser shall come back to."""
        self.window.connecting.open("standin")
        QTest.keyClick(self.window.focusWidget(), Qt.Key.Key_Return)
        form = self.wizard.form
        form.choose_way("oauth")
        form.field("client_id").setText("app")
        form.field("client_secret").setText("hush")
        form.changed.emit()
        self.wizard.onward.click()
        assert len([name for name in self.ring.kept if name.startswith("pending:")]) == 1
        assert self.engine_works() == 1
        assert not any(name.startswith("pending:") for name in self.ring.kept)
        return self.platform.redirects[-1]

    def engine_works(self) -> int:
        """Let the engine decide; gives how many sign-ins wait for the browser afterwards."""

        async def once() -> int:
            engine = Engine(self.unlocked, SystemClock(), OneConnector(self.platform))
            engine.apply_pending()
            await engine.decide_network()
            waiting = len(at_browser(engine.cache))
            await engine.close()
            return waiting

        waiting = asyncio.run(once())
        self.window.bridge.follow.look()
        return waiting

    def is_waiting_there(self) -> bool:
        return self.wizard.browser.isVisible()


@pytest.fixture
def person(sitting: Sitting, tmp_path_factory: pytest.TempPathFactory) -> Person:
    platform = Platform(tmp_path_factory.mktemp("network") / "truth.json", SystemClock())
    return Person(sitting, platform)


def test_the_browser_comes_back_by_itself_and_the_account_is_connected(person: Person, qtbot: QtBot) -> None:
    person.platform.accounts = ("brand", "shop")
    redirect = person.begins()
    assert person.pages == [f"https://standin.invalid/authorize?state={STATE}"]
    assert person.is_waiting_there()
    person.wizard.browser.open_again.click()
    assert len(person.pages) == 2

    said: list[str] = []

    def browser() -> None:
        try:
            urlopen(f"{redirect}?code=c0de&state=another", timeout=NEVER_S)
        except HTTPError as error:
            said.append(str(error.code))
            error.close()
        with urlopen(f"{redirect}?code=c0de&state={STATE}", timeout=NEVER_S) as page:
            said.append(page.read().decode())

    thread = Thread(target=browser)
    thread.start()
    qtbot.waitUntil(lambda: not person.is_waiting_there())
    thread.join()
    assert said[0] == "400"
    assert "SocialDesk goes on by itself. You can close this tab." in said[1]
    assert person.wizard.is_waiting
    assert "c0de" not in json.dumps([str(one.command) for one in person.window.bridge.desk.pending()])

    assert person.engine_works() == 0
    assert person.wizard.step is Step.CHECK
    person.wizard.onward.click()
    assert person.wizard.pick.picked == ("brand", "shop")
    person.wizard.onward.click()
    person.engine_works()
    assert person.wizard.step is Step.DOWNLOAD
    assert [one.remote_id for one in person.window.bridge.channels if one.platform == "standin"] == ["brand", "shop"]
    assert noted(person.window.bridge.desk) == {}
    person.wizard.leave()

    # The next time what was typed is there, but for the secret.
    person.window.connecting.open("standin")
    person.wizard.onward.click()
    assert person.wizard.form.typed.way == "oauth"
    assert person.wizard.form.typed.fields == {"client_id": "app"}


def test_an_address_is_pasted_where_the_browser_does_not_come_back(person: Person) -> None:
    person.is_there = False
    person.begins()
    page = person.wizard.browser
    for pasted, problem in (
        ("https://standin.invalid/done", "There is no answer in this address."),
        ("https://standin.invalid/done?code=c0de&state=another", "This address belongs to another sign-in."),
    ):
        page.pasted.clear()
        QTest.keyClicks(page.pasted, pasted)
        QTest.keyClick(page.pasted, Qt.Key.Key_Return)
        assert page.pasted.accessibleDescription().startswith(problem)
        assert person.is_waiting_there()
    page.pasted.clear()
    QTest.keyClicks(page.pasted, f"https://standin.invalid/done?code=c0de&state={STATE}#_")
    QTest.keyClick(page.pasted, Qt.Key.Key_Return)
    assert (page.typed, person.is_waiting_there()) == ("", False)
    assert person.engine_works() == 0
    assert person.wizard.step is Step.CHECK
    person.wizard.leave()
    person.engine_works()
    assert person.platform.revoked == ["brand"]


def test_a_wait_ends_when_it_is_given_up_denied_or_too_long_and_nothing_is_left_of_it(person: Person) -> None:
    person.begins()
    QTest.keyClick(person.window.focusWidget(), Qt.Key.Key_Escape)
    assert person.wizard.step is Step.SIGN_IN
    assert not person.is_waiting_there()
    assert person.wizard.form.typed.fields == {"client_id": "app", "client_secret": "hush"}
    assert (person.engine_works(), person.ring.kept) == (0, {})

    person.wizard.onward.click()
    person.engine_works()
    person.window.connecting.browser._timer.timeout.emit()
    assert person.wizard.form.news.startswith("Nobody came back from the browser within 10 minutes.")
    assert (person.engine_works(), person.ring.kept) == (0, {})

    person.wizard.onward.click()
    person.engine_works()
    QTest.keyClicks(person.wizard.browser.pasted, f"http://127.0.0.1/callback?error=access_denied&state={STATE}")
    person.wizard.onward.click()
    person.engine_works()
    assert person.wizard.form.news.startswith("Stand-in says that the access was not granted.")
    assert (person.engine_works(), person.ring.kept) == (0, {})

    # Refused for one of the things that were typed: it is said there.
    async def refuses(*_given: object) -> None:
        raise failed(FailureKind.INVALID, "There is no such app. Check its ID.", field="client_id")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(StandIn, "begin", refuses)
        person.wizard.onward.click()
        person.engine_works()
    row = next(one for one in person.wizard.form.fields.rows if one.asked.key == "client_id")
    assert row._wrong.text() == "There is no such app. Check its ID."
    assert person.window.focusWidget() is row.field

    # Out of reach, and the name of it was typed: it may be that name. What nobody typed is the network's.
    for host, field, turn in (("app", "client_id", "Your turn"), ("standin.invalid", "", "The platform's turn")):

        async def is_gone(*_given: object, host: str = host) -> None:
            raise offline(host, "dns")

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(StandIn, "begin", is_gone)
            person.wizard.onward.click()
            person.engine_works()
        said = f"{host} cannot be reached. Check the network, then try again."
        assert [one._wrong.text() for one in person.wizard.form.fields.rows if one._wrong.isVisible()] == [said] * bool(
            field
        )
        assert turn in person.wizard.form.news

    # Given up before the platform answered: what it says then opens no page.
    pages = len(person.pages)
    person.wizard.onward.click()
    QTest.keyClick(person.window.focusWidget(), Qt.Key.Key_Escape)
    person.engine_works()
    assert (person.engine_works(), len(person.pages), person.ring.kept) == (0, pages, {})

    # A full disk: nothing is asked, and no secret waits for a command that was not given.
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(person.window.bridge.submit, "order", lambda _command: None)
        person.wizard.onward.click()
    assert person.wizard.form.news.startswith("That could not be written to the disk.")
    assert person.ring.kept == {}

    # And a secret whose command never came goes at the next start.
    bridge = person.window.bridge
    person.ring.put(new_name(bridge.desk, HandClock(NOON).now()), "hush")
    asyncio.run(forget_orphans(bridge))
    assert person.ring.kept == {}


def test_a_connector_of_somebody_else_is_asked_about_first_and_a_broken_one_says_so(person: Person) -> None:
    bridge = person.window.bridge
    (own,) = bridge.platforms
    theirs = replace(own, is_ours=False, hosts=("https://api.example",), reach="[1]")
    broken = PlatformCard("acme", "acme", "acme", (), "", {}, broken="BadManifest: no ways")
    vars(bridge)["platforms"] = (theirs, broken)

    def asks() -> Question:
        person.window.connecting.open("standin")
        QTest.keyClick(person.window.focusWidget(), Qt.Key.Key_Return)
        (question,) = [one for one in person.window.findChildren(Question) if one.isVisible()]
        return question

    question = asks()
    said = question.accessibleDescription()
    assert "made by somebody else" in said
    assert "it reaches https://api.example" in said
    tips = [one.toolTip() for one in person.wizard.choose.findChildren(PlatformButton)]
    assert tips[1] == "This connector cannot be used (BadManifest: no ways). Update or remove it."
    question._give("no")
    assert person.wizard.step is Step.CHOOSE

    asks()._give("yes")
    assert person.wizard.step is Step.SIGN_IN
    person.engine_works()
    assert bridge.cache.setting(allowed_reach("standin")) == "[1]"
    person.window.connecting.open("standin")
    QTest.keyClick(person.window.focusWidget(), Qt.Key.Key_Return)
    assert person.wizard.step is Step.SIGN_IN


def test_a_workspace_that_keeps_no_sign_in_says_so_at_first_and_with_what_to_do(person: Person) -> None:
    bridge = person.window.bridge
    bridge.is_demo = False
    bridge.unlocked = replace(bridge.unlocked, secrets=SessionSecrets())
    person.window.connecting.open("standin")
    assert "No sign-in is kept" in person.wizard.promised
    QTest.keyClick(person.window.focusWidget(), Qt.Key.Key_Return)
    form = person.wizard.form
    form.choose_way("oauth")
    form.field("client_id").setText("app")
    form.field("client_secret").setText("hush")
    form.changed.emit()
    person.wizard.onward.click()
    assert "socialdesk protect --passphrase-file FILE" in form.news
    assert form.typed.fields == {"client_id": "app", "client_secret": "hush"}


def test_a_workspace_under_a_passphrase_tells_of_no_keychain(person: Person, tmp_path: Path) -> None:
    person.window.bridge.is_demo = False
    vault = VaultSecrets(tmp_path / "secrets.db", b"k" * 32)
    person.window.bridge.unlocked = replace(person.window.bridge.unlocked, secrets=vault)
    person.window.connecting.open("standin")
    assert person.wizard.promised == "Your sign-in stays in this workspace, encrypted. You can remove it at any time."
