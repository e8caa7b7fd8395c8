"""`socialdesk connector new` makes a project that is whole: it can be found, and it passes the examination as made."""

from __future__ import annotations

import asyncio
import importlib
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from socialdesk.connectors.kit.registry import GROUP, Registry
from socialdesk.connectors.suite.examine import examine
from socialdesk.connectors.suite.find import find_subject
from socialdesk.connectors.suite.making import Unsuitable, make_project
from socialdesk.connectors.suite.scale import Level, Outcome
from socialdesk.launch.main import parser
from socialdesk.launch.verbs import run


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A project made on the command line, as it can be imported where it is installed."""
    into = tmp_path / "new"
    assert run(parser().parse_args(["connector", "new", "quick_fox", "--into", str(into)])) == 0
    monkeypatch.syspath_prepend(str(into))
    importlib.invalidate_caches()
    yield into
    for name in [name for name in sys.modules if name.startswith("socialdesk_quick_fox")]:
        del sys.modules[name]


def test_a_new_connector_is_found_by_its_entry_point_and_is_gold_as_made(made: Path) -> None:
    told = tomllib.loads((made / "pyproject.toml").read_text())
    ((name, value),) = told["project"]["entry-points"][GROUP].items()
    registry = Registry([EntryPoint(name, value, GROUP)])
    assert registry.broken == []
    assert registry.connector("quick_fox").manifest.name == "Quick Fox"
    report = asyncio.run(examine(find_subject("socialdesk_quick_fox")))
    missing = [one.check.name for one in report.findings if one.outcome in (Outcome.FAILED, Outcome.NOT_TRIED)]
    assert (report.level, missing) == (Level.GOLD, ["seen_for_real"])


def test_nothing_of_the_sample_and_no_private_part_of_socialdesk_is_left_in_it(made: Path) -> None:
    for file in made.rglob("*.*"):
        text = file.read_text()
        assert "hirp" not in text, file
        compile(text, str(file), "exec") if file.suffix == ".py" else None
    theirs = (made / "tests" / "test_quick_fox.py").read_text()
    assert 'find_subject("socialdesk_quick_fox")' in theirs


def test_a_name_or_folder_that_will_not_do_is_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    for name, into, words in (
        ("Über", tmp_path / "x", "is no name"),
        ("reddit", tmp_path / "x", "'reddit' comes with SocialDesk, and none takes its place."),
        ("fine", tmp_path, "is not empty"),
    ):
        with pytest.raises(Unsuitable, match=words):
            make_project(name, into)
        assert run(parser().parse_args(["connector", "new", name, "--into", str(into)])) == 2
        assert words in capsys.readouterr().err
    assert [one.name for one in tmp_path.iterdir()] == ["notes.txt"]
