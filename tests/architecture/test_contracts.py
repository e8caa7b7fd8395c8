"""The import contracts hold, and each is seen to bite: a contract that never objects may be aimed past its target."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
LINT = Path(sys.executable).with_name("lint-imports")


@dataclass(frozen=True, slots=True)
class Plant:
    """A line put at the end of a module that may not hold it. The module is made when it is not there."""

    contract: str
    module: str
    line: str

    def __str__(self) -> str:
        return f"{self.contract}: {self.module}: {' '.join(self.line.split())}"


INSIDE_A_FUNCTION = "def planted() -> None:\n    {}\n"
UNDER_TYPE_CHECKING = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    {}\n"

PLANTS = [
    Plant("layers", "support/planted.py", "import socialdesk.model"),
    Plant("layers", "model/planted.py", "import socialdesk.store"),
    Plant("layers", "store/planted.py", "import socialdesk.connectors.kit"),
    Plant("layers", "store/planted.py", UNDER_TYPE_CHECKING.format("import socialdesk.engine")),
    Plant("layers", "connectors/kit/planted.py", "import socialdesk.store"),
    Plant("layers", "engine/planted.py", INSIDE_A_FUNCTION.format("import socialdesk.desktop")),
    Plant("layers", "desktop/look/planted.py", "import socialdesk.launch"),
    Plant("layers", "a_layer_of_its_own/__init__.py", "import socialdesk.model"),
    Plant("desktop-asks", "desktop/bridge/planted.py", "import socialdesk.engine"),
    Plant("desktop-asks", "desktop/bridge/planted.py", INSIDE_A_FUNCTION.format("import socialdesk.connectors.kit")),
    Plant("desktop-asks", "desktop/shell/planted.py", "from sqlalchemy import select"),
    Plant("desktop-asks", "desktop/widgets/planted.py", UNDER_TYPE_CHECKING.format("import httpx")),
    Plant("no-platform-named", "engine/planted.py", "import socialdesk.connectors.bluesky"),
    Plant("no-platform-named", "engine/planted.py", INSIDE_A_FUNCTION.format("import socialdesk.connectors.demo")),
    Plant("platforms-independent", "connectors/bluesky/planted.py", "import socialdesk.connectors.demo"),
    Plant("platforms-independent", "connectors/a_new_one/__init__.py", "import socialdesk.connectors.bluesky"),
    Plant("qt-in-desktop", "engine/planted.py", "from PySide6.QtCore import QObject"),
    Plant("qt-in-desktop", "store/planted.py", INSIDE_A_FUNCTION.format("import qasync")),
    Plant("qt-in-desktop", "support/planted.py", "import PySide6"),
    Plant("decisions-pure", "model/planted.py", "import time"),
    Plant("decisions-pure", "model/planted.py", "from pathlib import Path"),
    Plant("decisions-pure", "model/planted.py", INSIDE_A_FUNCTION.format("import logging")),
    Plant("decisions-pure", "model/planted.py", UNDER_TYPE_CHECKING.format("import sqlalchemy")),
    Plant("places-independent", "desktop/places/queue/planted.py", "import socialdesk.desktop.places.composer"),
    Plant("places-independent", "desktop/places/a_new_one/__init__.py", "import socialdesk.desktop.places.queue"),
    Plant("inside-desktop", "desktop/look/planted.py", "import socialdesk.desktop.widgets"),
    Plant("inside-desktop", "desktop/widgets/planted.py", "import socialdesk.desktop.places"),
    Plant("inside-desktop", "desktop/places/queue/planted.py", "import socialdesk.desktop.shell"),
    Plant("inside-desktop", "desktop/a_room_of_its_own/__init__.py", "import socialdesk.desktop.look"),
    Plant("no-cycles", "model/thread.py", "import socialdesk.model.triage"),
]

WELCOME = [
    Plant("layers", "desktop/shell/planted.py", "import socialdesk.store"),
    Plant("no-platform-named", "engine/planted.py", "import socialdesk.connectors.kit"),
    Plant("platforms-independent", "connectors/a_new_one/__init__.py", "import socialdesk.connectors.kit"),
    Plant("places-independent", "desktop/places/a_new_one/__init__.py", "import socialdesk.desktop.widgets"),
]


def _objection(contract: str, folder: Path) -> str:
    """What import-linter says of the package in `folder`, held against this contract; empty when it is kept."""
    own = os.environ | {"PYTHONPATH": str(folder), "PYTHONUTF8": "1"}
    command = [LINT, "--config", ROOT / "pyproject.toml", "--no-cache", "--contract", contract]
    done = subprocess.run(command, check=False, capture_output=True, text=True, env=own, cwd=folder)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def _plant(plant: Plant, folder: Path) -> None:
    copied = folder / "socialdesk"
    shutil.copytree(ROOT / "socialdesk", copied, ignore=shutil.ignore_patterns("__pycache__"))
    module = copied / plant.module
    module.parent.mkdir(parents=True, exist_ok=True)
    (module.parent / "__init__.py").touch()
    with module.open("a", encoding="utf-8") as text:
        text.write(f"\n{plant.line}\n")


def _contracts() -> list[str]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return [contract["id"] for contract in settings["tool"]["importlinter"]["contracts"]]


@pytest.mark.parametrize("contract", _contracts())
def test_the_package_keeps_its_contracts(contract: str) -> None:
    assert not (said := _objection(contract, ROOT)), said


@pytest.mark.parametrize("plant", PLANTS, ids=str)
def test_a_contract_objects_to_a_planted_violation(plant: Plant, tmp_path: Path) -> None:
    _plant(plant, tmp_path)

    assert "BROKEN" in _objection(plant.contract, tmp_path)


@pytest.mark.parametrize("plant", WELCOME, ids=str)
def test_a_contract_does_not_object_to_what_is_allowed(plant: Plant, tmp_path: Path) -> None:
    _plant(plant, tmp_path)

    assert not (said := _objection(plant.contract, tmp_path)), said


def test_every_contract_was_seen_to_object() -> None:
    assert {plant.contract for plant in PLANTS} == set(_contracts())
