"""Makes the project of a new connector: a copy of Chirp under another name, with what is needed to install and test it.

What comes out is whole: it signs in, reads and answers a stand-in of its own, and passes the examination. Its writer
then changes one file after the other until it speaks with the real network.
"""

from __future__ import annotations

import re
from importlib.metadata import entry_points
from importlib.resources import files
from pathlib import Path

from socialdesk import __version__
from socialdesk.connectors.kit.registry import GROUP

_OURS = "socialdesk.connectors."
_SAMPLE = "socialdesk.connectors.suite.chirp"
_COPIED = (
    "__init__.py",
    "manifest.toml",
    "connector.py",
    "wire.py",
    "mapping.py",
    "session.py",
    "stand_in.py",
    "scenario.py",
)

_PYPROJECT = """\
[build-system]
requires = ["hatchling>=1.27"]
build-backend = "hatchling.build"

[project]
name = "socialdesk-{dashed}"
version = "0.1.0"
description = "A SocialDesk connector for {shown}."
requires-python = ">=3.11"
dependencies = ["socialdesk>={version}"]

[project.entry-points."socialdesk.connectors"]
{id} = "{package}.connector:{made}Connector"

[dependency-groups]
dev = ["pytest>=8.3"]

[tool.hatch.build.targets.wheel]
packages = ["{package}"]

[tool.pytest.ini_options]
testpaths = ["tests"]
pythonpath = ["."]
"""

_TEST = '''\
"""The connector passes SocialDesk's examination, and the stand-in is as strict as the network."""

from __future__ import annotations

import asyncio

import pytest
from socialdesk.connectors.suite.examine import examine_one
from socialdesk.connectors.suite.find import find_subject
from socialdesk.connectors.suite.scale import CHECKS, Level, Outcome

SUBJECT = find_subject("{package}")
WANTED = (Level.BRONZE, Level.SILVER, Level.GOLD)
"""Platinum asks for more than a stand-in: give `recorded` in the scenario what the network really sent."""


@pytest.mark.parametrize("name", [one.name for one in CHECKS.values() if one.level in WANTED])
def test_a_check_passes(name: str) -> None:
    finding = asyncio.run(examine_one(SUBJECT, CHECKS[name]))
    assert finding.outcome in (Outcome.PASSED, Outcome.NOT_APPLICABLE), finding.words
'''

_README = """\
# SocialDesk connector for {shown}

    pip install -e .                     # beside SocialDesk, in the same environment
    socialdesk connector check {id}     # how good it is, check by check
    pip install pytest && pytest         # the same as tests

As made it speaks with a stand-in of its own, for a network that does not exist. Go through the files in this order:

1. `{package}/manifest.toml`: what the network is, how a person signs in, what can be read and done.
2. `{package}/stand_in.py`: the network as its documentation says it is; refuse what it would refuse.
3. `{package}/wire.py`: requests, and what each refusal means.
4. `{package}/connector.py`: signing in.
5. `{package}/mapping.py` and `session.py`: reading and acting.
6. `{package}/scenario.py`: what the examination may do in the stand-in.

SocialDesk's `docs/connectors/tutorial.md` explains each of them.
"""


class Unsuitable(ValueError):
    """A name or a folder that nothing can be made of; the text says why."""


def make_project(id_: str, into: Path) -> list[Path]:
    """Write the project of a connector into a new folder; gives its files. Raises Unsuitable or OSError."""
    if not re.fullmatch(r"[a-z][a-z0-9_]{1,39}", id_):
        raise Unsuitable(f"{id_!r} is no name for a connector: small letters, digits and _, beginning with a letter.")
    ours = next((one for one in entry_points(group=GROUP) if one.name == id_ and one.module.startswith(_OURS)), None)
    if ours is not None:
        raise Unsuitable(f"{id_!r} comes with SocialDesk, and none takes its place. Choose another, as in {id_}_2.")
    if into.exists() and any(into.iterdir()):
        raise Unsuitable(f"{into} is not empty. Name another folder with --into.")
    made = project_files(id_)
    for name, text in made.items():
        file = into / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    return [into / name for name in made]


def project_files(id_: str) -> dict[str, str]:
    """By path within the project, what its files hold."""
    words = [part for part in id_.split("_") if part]
    package = f"socialdesk_{id_}"
    made, shown = ("".join(word.capitalize() for word in words), " ".join(word.capitalize() for word in words))
    own = {"id": id_, "dashed": id_.replace("_", "-"), "package": package, "made": made, "shown": shown}
    found: dict[str, str] = {
        "pyproject.toml": _PYPROJECT.format(**own, version=__version__),
        "README.md": _README.format(**own),
    }
    sample = files(_SAMPLE)
    for name in _COPIED:
        text = sample.joinpath(name).read_text(encoding="utf-8")
        if name == "__init__.py":
            text = f'"""The SocialDesk connector for {shown}."""\n'
        text = text.replace(_SAMPLE, package)
        text = re.sub(r"Chirp(?=[A-Z])", made, text).replace("Chirp", shown)
        found[f"{package}/{name}"] = text.replace("chirp.example", f"{own['dashed']}.example").replace("chirp", id_)
    found[f"tests/test_{id_}.py"] = _TEST.format(**own)
    return found
