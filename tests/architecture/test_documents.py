"""What the documentation names is there: paths, modules, verbs of ./dev."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tools.dev import USAGE, VERBS

ROOT = Path(__file__).resolve().parent.parent.parent
DOCUMENTS = sorted(
    path.relative_to(ROOT).as_posix() for path in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), ROOT / "dev.cmd"]
)
_QUOTED = re.compile(r"`([^`\s]+)`")
_FILE = re.compile(r"^[\w.<>*{},/-]+\.(?:py|md|toml|json|sql|sh|mjs|cmd|lock|feature|svg|png|ttf)$")
_FOLDER = re.compile(r"^(?:socialdesk|tests|docs|tools|bench|packaging|resources|requirements)(?:/[\w.<>*-]+)*/?$")
_MODULE = re.compile(r"^socialdesk(?:\.\w+)+$")
# Made while the program or the tools run, so not in the tree.
_MADE = ("out/", "dist/", ".venv")


def named_paths(text: str) -> list[str]:
    """What stands between backticks and reads as a file, a folder or a module of this project."""
    return [name for name in _QUOTED.findall(text) if _FILE.match(name) or _FOLDER.match(name) or _MODULE.match(name)]


def is_there(name: str) -> bool:
    """Whether this project has it: `<word>` and `*` stand for anything, and the package's folder may be left out."""
    if name.startswith(_MADE):
        return True
    if _MODULE.match(name):
        path = name.replace(".", "/")
        # The last word may be something in the module.
        parent = path.rpartition("/")[0]
        return any((ROOT / where).exists() for where in (path, f"{path}.py", f"{parent}.py", f"{parent}/__init__.py"))
    pattern = re.sub(r"<\w+>", "*", name.strip("/"))
    alternatives = re.fullmatch(r"(.*)\{(.*)\}(.*)", pattern)
    if alternatives:
        before, inside, after = alternatives.groups()
        return all(is_there(f"{before}{word}{after}") for word in inside.split(","))
    places = (ROOT, ROOT / "socialdesk")
    return any(any(place.glob(pattern)) for place in places) or ("/" not in pattern and _somewhere(pattern))


def _somewhere(name: str) -> bool:
    """A bare file name speaks of a file that several folders have."""
    return any(any((ROOT / folder).rglob(name)) for folder in ("socialdesk", "tests", "docs", "resources", "packaging"))


@pytest.mark.parametrize("document", DOCUMENTS)
def test_what_a_document_names_is_there(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")

    assert [name for name in named_paths(text) if not is_there(name)] == []


def test_a_path_that_is_not_there_is_noticed() -> None:
    text = (
        "`socialdesk/model/nowhere.py`, `socialdesk.nowhere.at_all`, `docs/nowhere/`, and `model/thread.py`, which is."
    )

    assert [name for name in named_paths(text) if not is_there(name)] == [
        "socialdesk/model/nowhere.py",
        "socialdesk.nowhere.at_all",
        "docs/nowhere/",
    ]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_the_verbs_that_a_document_names_exist(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    # A command stands in backticks or on an indented line of its own.
    verbs = re.findall(r"(?:`|^ {4})\./dev ([a-z]+)", text, re.MULTILINE)

    assert [verb for verb in verbs if verb not in VERBS] == []


def test_help_names_every_verb() -> None:
    told = set(re.findall(r"^  ([a-z]+) ", USAGE, re.MULTILINE))

    assert told == {verb for verb in VERBS if not verb.startswith("-")}


def test_the_readme_opens_with_the_two_commands() -> None:
    commands = re.findall(r"^ {4}(\./dev .*)$", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)

    assert [command.split("#")[0].strip() for command in commands[:2]] == ["./dev run", "./dev test"]


def linked(document: Path) -> list[str]:
    """The files beside a document that its links lead to."""
    links = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", document.read_text(encoding="utf-8"))
    return [link for link in links if "://" not in link and not link.startswith("mailto:")]


@pytest.mark.parametrize("document", [name for name in DOCUMENTS if name.endswith(".md")])
def test_the_links_of_a_document_lead_to_files_that_are_there(document: str) -> None:
    file = ROOT / document

    assert [link for link in linked(file) if not (file.parent / link).exists()] == []


def test_every_decision_stands_in_their_index_once() -> None:
    folder = ROOT / "docs" / "decisions"

    assert sorted(linked(folder / "README.md")) == sorted(file.name for file in folder.glob("20*.md"))
