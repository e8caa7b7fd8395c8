"""What can be connected is found without running it; what is broken or not there yet says so and stops nothing."""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from socialdesk.connectors.kit.registry import GROUP, Registry, UnknownPlatform

LATE = (
    'id = "late"\nname = "Late"\nreads = []\nneeds = ""\nstreams = ["a"]\nmin_poll_s = 60\nkinds = {}\n'
    '[[ways]]\nid = "open"\nkind = "typed"\nwords = "Open"\n'
)
LATER = ("linkedin", "matrix", "slack", "tiktok", "whatsapp")


def test_what_is_planned_has_a_manifest_and_a_sentence_and_no_code() -> None:
    registry = Registry()
    later = {one.id: one for one in registry.manifests() if one.not_yet}
    assert tuple(sorted(later)) == LATER
    for one in later.values():
        assert one.not_yet.endswith("t is planned.")
        assert (one.ways, one.by_kind, one.streams) == ((), {}, ())
        with pytest.raises(UnknownPlatform, match="is planned"):
            registry.connector(one.id)
    assert registry.broken == []


def test_a_broken_connector_takes_no_other_one_down(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, expect_log: Callable[[str], None]
) -> None:
    expect_log("connector odd cannot be used")
    expect_log("connector gone cannot be used")
    odd = tmp_path / "odd_connector"
    odd.mkdir()
    (odd / "__init__.py").write_text("")
    (odd / "manifest.toml").write_text("id = 3")
    late = tmp_path / "late_connector"
    late.mkdir()
    (late / "__init__.py").write_text("")
    (late / "code.py").write_text("raise RuntimeError('at once')")
    (late / "manifest.toml").write_text(LATE)
    monkeypatch.syspath_prepend(tmp_path)
    points = (
        EntryPoint("odd", "odd_connector.code:Odd", GROUP),
        EntryPoint("gone", "nowhere_at_all.code:Gone", GROUP),
        EntryPoint("late", "late_connector.code:Late", GROUP),
        EntryPoint("demo", "socialdesk.connectors.demo.connector:DemoConnector", GROUP),
    )
    registry = Registry(points)
    assert [one.name for one in registry.broken] == ["gone", "odd"]
    assert sorted(one.id for one in registry.manifests()) == ["demo", "late"]
    with pytest.raises(UnknownPlatform, match="cannot be loaded: RuntimeError"):
        registry.connector("late")
    assert registry.connector("demo").manifest.id == "demo"


def test_none_takes_the_place_of_ours_or_another_name_and_none_runs_to_be_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, expect_log: Callable[[str], None]
) -> None:
    expect_log("connector other cannot be used: its manifest says that it is 'late'")
    package = tmp_path / "runs_at_once" / "inner"
    package.mkdir(parents=True)
    for folder in (package, package.parent):
        (folder / "__init__.py").write_text("raise SystemExit('its code was run')")
    (package / "manifest.toml").write_text(LATE)
    monkeypatch.syspath_prepend(tmp_path)
    theirs = "runs_at_once.inner.code:Late"
    registry = Registry(
        (
            EntryPoint("demo", "socialdesk.connectors.demo.connector:DemoConnector", GROUP),
            EntryPoint("demo", theirs, GROUP),
            EntryPoint("other", theirs, GROUP),
            EntryPoint("late", theirs, GROUP),
        )
    )
    assert registry.manifest("demo").name == "Demo network"
    assert (registry.is_ours("demo"), registry.is_ours("late")) == (True, False)
    assert [one.name for one in registry.broken] == ["other"]
    registry.allows = lambda one: one.id != "late"
    with pytest.raises(UnknownPlatform, match="nobody allowed what it wants to reach"):
        registry.connector("late")
    assert registry.connector("demo").manifest.id == "demo"
