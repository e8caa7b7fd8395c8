"""The command line as somebody at a terminal meets it, in this process."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from socialdesk.launch.main import main
from socialdesk.support.paths import Workspace


class Terminal:
    """The command line on one workspace, in this process."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.workspace = Workspace(folder)
        self._capsys = capsys

    def run(self, *words: str) -> tuple[int, str, str]:
        """Status, standard output, standard error."""
        self._capsys.readouterr()
        try:
            status = main([*words, "--workspace", str(self.workspace.folder)])
        except SystemExit as end:
            status = int(end.code or 0)
        said = self._capsys.readouterr()
        return status, said.out, said.err

    def do(self, *words: str) -> str:
        """Standard output of what must succeed."""
        status, out, err = self.run(*words)
        assert status == 0, (words, out, err)
        return out

    def objects(self, *words: str) -> list[dict[str, Any]]:
        """The objects of a verb with --json."""
        return [json.loads(line) for line in self.do(*words, "--json").splitlines()]
