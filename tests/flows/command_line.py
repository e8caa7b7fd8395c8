"""Runs the real program from the outside, as a script or a person at a terminal would."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PASSPHRASE = "a passphrase of this test"


@dataclass(frozen=True, slots=True)
class Program:
    """SocialDesk on one workspace, kept under a passphrase since tests have no keyring."""

    folder: Path
    passphrase_file: Path

    @classmethod
    def at(cls, folder: Path) -> Program:
        """A program on a workspace in `folder`, which need not exist yet."""
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / "passphrase"
        file.write_text(PASSPHRASE + "\n")
        file.chmod(0o600)
        return cls(folder / "workspace", file)

    def command(self, *words: str) -> list[str]:
        """The full command line of one verb."""
        options = ["--workspace", str(self.folder), "--passphrase-file", str(self.passphrase_file)]
        return [sys.executable, "-m", "socialdesk", *words, *options]

    def run(
        self, *words: str, typed: str | None = None, env: dict[str, str] | None = None, within: float = 120
    ) -> subprocess.CompletedProcess[str]:
        """Run one verb to its end."""
        return subprocess.run(
            self.command(*words),
            input=typed,
            stdin=subprocess.DEVNULL if typed is None else None,
            capture_output=True,
            text=True,
            timeout=within,
            env={**os.environ, **(env or {})},
            check=False,
        )

    def do(self, *words: str, typed: str | None = None) -> str:
        """Run a verb that must succeed; gives its standard output."""
        done = self.run(*words, typed=typed)
        assert done.returncode == 0, (words, done.returncode, done.stdout, done.stderr)
        return done.stdout

    def objects(self, *words: str) -> list[dict[str, Any]]:
        """Run a verb with --json; gives its objects."""
        return [json.loads(line) for line in self.do(*words, "--json").splitlines()]
