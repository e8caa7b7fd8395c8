"""What can be connected is found without running it; what is broken or not there yet says so and stops nothing."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from socialdesk.connectors.kit.registry import GROUP, Registry, UnknownPlatform
from socialdesk.support.paths import connectors_folder

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
    (late / "code.py").write_text("raise SystemExit('what is written as a program ends when it is imported')")
    with pytest.raises(UnknownPlatform, match="cannot be loaded: SystemExit"):
        registry.connector("late")
    with pytest.raises(UnknownPlatform, match=r"'odd' cannot be loaded: BadManifest: manifest.toml: "):
        registry.connector("odd")
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
    with pytest.raises(UnknownPlatform, match="nobody allowed it as it is now"):
        registry.connector("late")
    assert registry.connector("demo").manifest.id == "demo"


def put(folder: Path, name: str, package: str, code: str, manifest: str = LATE) -> None:
    """A connector in the folder of plug-ins, as `pip install --target` leaves it there."""
    (folder / package).mkdir(parents=True)
    (folder / package / "__init__.py").write_text("")
    (folder / package / "code.py").write_text(code)
    (folder / package / "manifest.toml").write_text(manifest)
    told = folder / f"{package}-1.0.dist-info"
    told.mkdir()
    (told / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.0\n")
    (told / "entry_points.txt").write_text(f"[{GROUP}]\n{name} = {package}.code:Late\n")


LATE_CODE = "class Late:\n    def __init__(self, manifest):\n        self.manifest = manifest\n"


def test_a_connector_in_the_folder_of_plug_ins_is_found_and_runs_once_somebody_allowed_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, expect_log: Callable[[str], None]
) -> None:
    expect_log("connector gone cannot be used")
    monkeypatch.setattr(sys, "path", list(sys.path))
    put(tmp_path, "late", "late_plug_in", LATE_CODE)
    put(tmp_path, "demo", "demo_plug_in", "raise SystemExit", LATE.replace('"late"', '"demo"'))
    put(tmp_path, "gone", "gone_plug_in", "", "id = 3")
    registry = Registry(plug_ins=tmp_path)
    assert [one.name for one in registry.broken] == ["gone"]
    assert (registry.is_ours("late"), registry.is_ours("demo")) == (False, True)
    assert registry.manifest("demo").name != "Late", "none takes the place of one of ours"
    assert registry.connector("demo").manifest.id == "demo"
    registry.allows = lambda _manifest: False
    with pytest.raises(UnknownPlatform, match="nobody allowed"):
        registry.connector("late")
    assert "late_plug_in" not in sys.modules
    assert str(tmp_path) not in sys.path, "nothing there can be imported before somebody allowed it"
    registry.allows = lambda manifest: manifest.id == "late"
    assert registry.connector("late").manifest.name == "Late"
    assert sys.path[-1] == str(tmp_path)
    del sys.modules["late_plug_in"], sys.modules["late_plug_in.code"]


@pytest.mark.parametrize("changed", ["code.py", "helper.py", "manifest.toml"])
def test_another_version_of_a_connector_is_asked_about_though_it_says_the_same(tmp_path: Path, changed: str) -> None:
    put(tmp_path, "late", "late_plug_in", LATE_CODE)
    allowed = Registry(plug_ins=tmp_path).manifest("late").reach
    made_by_python = tmp_path / "late_plug_in" / "__pycache__"
    made_by_python.mkdir()
    (made_by_python / "code.pyc").write_text("what the last start left")
    assert Registry(plug_ins=tmp_path).manifest("late").reach == allowed

    with (tmp_path / "late_plug_in" / changed).open("a") as file:
        file.write("\n# another version\n")
    registry = Registry(plug_ins=tmp_path)
    registry.allows = lambda one: one.reach == allowed
    with pytest.raises(UnknownPlatform, match="nobody allowed it as it is now"):
        registry.connector("late")
    assert "late_plug_in" not in sys.modules


def test_ours_are_known_by_what_they_say_alone() -> None:
    assert [one.id for one in Registry().manifests() if one.code] == []


def test_the_folder_of_plug_ins_lies_where_a_persons_files_do() -> None:
    folder = connectors_folder()
    assert Registry().broken == []
    put(folder, "late", "late_beside", LATE_CODE)
    try:
        assert [one.id for one in Registry().manifests() if one.id == "late"] == ["late"]
    finally:
        shutil.rmtree(folder)
