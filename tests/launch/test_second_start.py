"""Somebody who starts SocialDesk where its window is open already is led to that window, without a question."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue

import pytest

from socialdesk.launch import demo as demo_verb
from socialdesk.launch import desktop as desktop_verb
from socialdesk.store import protection
from socialdesk.store.protection import Protection
from socialdesk.support.lock import FileLock
from socialdesk.support.paths import Workspace
from socialdesk.support.pipe import PipeServer, Poke
from tests.launch.terminal import Terminal
from tests.patience import NEVER_S


class First:
    """The window that is there, as another start meets it: it holds the lock, and its engine listens."""

    def __init__(self, workspace: Workspace) -> None:
        self._heard: SimpleQueue[Poke] = SimpleQueue()
        self._lock = FileLock(workspace.desktop_lock)
        self._loop = asyncio.new_event_loop()
        self._server = PipeServer(workspace.pipe, self._heard.put)
        self._loop.run_until_complete(self._server.start())
        self._thread = threading.Thread(target=self._loop.run_forever)
        self._thread.start()

    def heard(self) -> list[str]:
        """What it was told by now, once it was told anything: it hears beside who tells."""
        told = [self._heard.get(timeout=NEVER_S)]
        while not self._heard.empty():
            told.append(self._heard.get())
        return [poke["poke"] for poke in told]

    def end(self) -> None:
        asyncio.run_coroutine_threadsafe(self._server.close(), self._loop).result(NEVER_S)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()
        self._lock.release()


@pytest.fixture
def first(terminal: Terminal) -> Iterator[First]:
    """A window on a workspace that is kept under a passphrase."""
    protection.create(terminal.workspace, "Atelier", Protection.PASSPHRASE, "correct horse battery staple")
    made = First(terminal.workspace)
    yield made
    made.end()


def test_where_a_window_is_open_it_comes_forward_and_no_passphrase_is_asked_for(
    terminal: Terminal, first: First, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ask(*_: object) -> None:
        raise AssertionError("It asks for the passphrase of what is open already.")

    monkeypatch.setattr(desktop_verb, "_ask", ask)
    status, _, said = terminal.run("desktop")
    assert status == 0
    assert "its window comes forward" in said
    assert first.heard() == ["show"]


def test_an_open_demo_comes_forward_and_its_files_are_left_to_its_window(
    terminal: Terminal, first: First, monkeypatch: pytest.MonkeyPatch
) -> None:
    def prepare(*_: object) -> None:
        raise AssertionError("It writes into files that another window writes.")

    monkeypatch.setattr(demo_verb, "prepare", prepare)
    assert terminal.run("demo")[0] == 0
    assert first.heard() == ["show"]


def test_where_its_engine_does_not_answer_nobody_is_promised_a_window(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(desktop_verb, "_TRIES", 1)
    folder = Workspace(tmp_path)
    lock = FileLock(folder.desktop_lock)
    assert desktop_verb.leads_to_first(folder)
    assert "look for its window" in capsys.readouterr().err
    lock.release()
    assert not desktop_verb.leads_to_first(folder)
