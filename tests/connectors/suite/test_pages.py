"""What the pages for connectors' writers show is what there is."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from socialdesk.connectors.suite.making import project_files

ROOT = Path(__file__).parents[3]
PAGES = ROOT / "docs" / "connectors"
_BLOCK = re.compile(r"^\*\*(\S+)\*\*\n\n```\w+\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def keys_in(value: Any) -> set[str]:
    """Every key of a manifest, however deep; those a connector chooses itself are left out."""
    found: set[str] = set()
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict):
            for key, inner in one.items():
                found |= {key} | (set() if key in ("hosts", "acts", "costs", "words") else keys_in(inner))
    return found


def test_the_tutorial_shows_the_very_files_that_are_made() -> None:
    made = project_files("chirp")
    shown = dict(_BLOCK.findall((PAGES / "tutorial.md").read_text(encoding="utf-8")))
    assert set(shown) == set(made) - {"README.md"}
    assert {name: text.rstrip() for name, text in shown.items()} == {name: made[name].rstrip() for name in shown}


def test_the_page_of_the_manifest_tells_every_key_that_ours_use() -> None:
    told = set(re.findall(r"`\[?\[?([\w.]+)", (PAGES / "manifest.md").read_text(encoding="utf-8")))
    told |= {part for name in told for part in name.split(".")}
    for file in (ROOT / "socialdesk" / "connectors").rglob("manifest.toml"):
        assert keys_in(tomllib.loads(file.read_text(encoding="utf-8"))) - told == set(), file


def test_every_page_is_named_on_the_first() -> None:
    first = (PAGES / "index.md").read_text(encoding="utf-8")
    assert {f"]({page.name})" in first for page in PAGES.glob("*.md") if page.name != "index.md"} == {True}
