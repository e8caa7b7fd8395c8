"""Modules are loaded one at a time, each after what it needs, wherever the import system finds them."""

from __future__ import annotations

import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from socialdesk.desktop.shell import loading

SOURCES = {
    "ours/__init__.py": "",
    "ours/below/__init__.py": "WORDS = 'x'\n",
    "ours/below/first.py": "",
    "ours/below/second.py": "from ours.below import first\n",
    "ours/top.py": "from ours.below import WORDS, second\n",
}


@pytest.fixture(params=["folder", "archive"])
def ours(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A little program, as it lies in a checkout and as it lies in a build."""
    place = tmp_path / "program"
    if request.param == "archive":
        with zipfile.ZipFile(place, "w") as archive:
            for name, source in SOURCES.items():
                archive.writestr(name, source)
    else:
        for name, source in SOURCES.items():
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            (place / name).write_text(source, encoding="utf-8")
    monkeypatch.syspath_prepend(place)
    monkeypatch.setattr(loading, "_OURS", "ours.")
    yield
    for name in [name for name in sys.modules if name.partition(".")[0] == "ours"]:
        del sys.modules[name]


@pytest.mark.usefixtures("ours")
def test_each_module_is_a_step_of_its_own_after_those_it_needs() -> None:
    loaded = [{name for name in sys.modules if name.startswith("ours.")} for _ in loading.loading(["ours.top"])]

    fresh = [sorted(now - before) for before, now in zip([set[str](), *loaded], loaded, strict=False)]
    assert fresh[-1] == ["ours.top"]
    assert [name for step in fresh for name in step if name.count(".") > 1] == [
        "ours.below.first",
        "ours.below.second",
    ]
