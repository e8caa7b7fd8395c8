"""A terminal, and one whose workspace has read the demo network."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.launch.terminal import Terminal


@pytest.fixture
def terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(tmp_path / "workspace", capsys)


@pytest.fixture
def demo(terminal: Terminal) -> Terminal:
    """A workspace that has read the demo network."""
    terminal.do("channel", "add", "demo", "--plain")
    terminal.do("sync", "--once")
    return terminal
