"""What the documentation names is there: paths, modules, names of code, verbs of ./dev, commands of the program."""

from __future__ import annotations

import re
import shlex
from contextlib import redirect_stderr, redirect_stdout
from functools import cache
from io import StringIO
from pathlib import Path

import pytest

from socialdesk.launch.main import parser
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


_INDENTED = re.compile(r"^ {4}(?:\$ )?socialdesk (.+)$", re.MULTILINE)
_COMMAND = re.compile(r"`socialdesk ([^`\n]+)`")
_END = re.compile(r"\s(?:[<>|#]|  ).*$|\s{2,}.*$")
"""Where a command ends on a line that goes on: with what it reads or writes, or with words about it."""

_LACKS = ("arguments are required", "expected one argument")


def commands(text: str) -> list[str]:
    """What a document lets somebody type behind the name of the program; what has an ellipsis is no whole command."""
    found = [*_INDENTED.findall(text), *_COMMAND.findall(text)]
    return [line for line in (_END.sub("", one).strip() for one in found) if not set(line) & set("…|[")]


def is_understood(command: str) -> bool:
    """Whether the program takes it. Words in capitals stand for anything; a verb may be named without what it needs,
    an option without its value.
    """
    words = ["1" if word.isupper() else word for word in shlex.split(command)]
    said = StringIO()
    try:
        with redirect_stderr(said), redirect_stdout(StringIO()):
            parser().parse_args(words)
    except SystemExit as end:
        return not end.code or any(lack in said.getvalue() for lack in _LACKS)
    return True


@pytest.mark.parametrize("document", [name for name in DOCUMENTS if name.endswith(".md")])
def test_the_program_understands_the_commands_of_a_document(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")

    assert [one for one in commands(text) if not is_understood(one)] == []


def test_a_command_that_the_program_does_not_know_is_noticed() -> None:
    text = (
        "    socialdesk thread --viw mine\n\n`socialdesk doctor`, `socialdesk channel check 3 4`, `socialdesk reply …`"
    )

    assert [one for one in commands(text) if not is_understood(one)] == ["thread --viw mine", "channel check 3 4"]


_NAME = re.compile(r"\b(?:[A-Z][a-z]+(?:[A-Z][a-z]+)+|[a-z]+(?:_[a-z]+)+)\b")
INVENTED = {"my_network"}
"""What a document makes up as an example."""


@cache
def _code() -> frozenset[str]:
    """Every such name that stands in code."""
    files = (
        file
        for folder in ("socialdesk", "tests", "tools", "packaging", "bench")
        for file in (ROOT / folder).rglob("*.py")
    )
    return frozenset(name for file in files for name in _NAME.findall(file.read_text(encoding="utf-8")))


def names_of_code(text: str) -> set[str]:
    """Classes, functions and other names of more than one word that stand between backticks."""
    quoted = re.findall(r"`([^`\n]+)`", re.sub(r"^ {4}.*$|```.*?```", "", text, flags=re.MULTILINE | re.DOTALL))
    return {name for words in quoted if "/" not in words for name in _NAME.findall(words)}


@pytest.mark.parametrize("document", [name for name in DOCUMENTS if name.endswith(".md") and "/user/" not in name])
def test_the_classes_and_functions_that_a_document_names_stand_in_code(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")

    assert names_of_code(text) - _code() - INVENTED == set()


def test_a_class_that_is_gone_is_noticed() -> None:
    # Put together here, so that it does not stand in code.
    gone = "Wa" + "lrusKeeper"
    assert names_of_code(f"`{gone}` asks `test_dev`; `store/nothing_there.py`") - _code() == {gone}
