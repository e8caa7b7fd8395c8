"""What a Linux system reads of a package: the menu entry, the description in a store, the page of the manual."""

from __future__ import annotations

import configparser
import runpy
import shutil
import subprocess
import xml.etree.ElementTree as ET
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from socialdesk.launch.main import parser
from tools.system import NEEDS, Purpose

ROOT = Path(__file__).resolve().parent.parent.parent
LINUX = ROOT / "packaging" / "linux"


def test_the_menu_entry_starts_the_command_that_is_installed_and_is_the_one_the_window_names() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str  # pyright: ignore[reportAttributeAccessIssue] - the keys are told apart by their case
    entry.read(LINUX / "socialdesk.desktop", encoding="utf-8")
    main, demo = entry["Desktop Entry"], entry["Desktop Action demo"]

    assert (main["Type"], main["Exec"], main["Icon"]) == ("Application", "socialdesk", "socialdesk")
    assert main["Actions"].strip(";") == "demo"
    assert demo["Exec"] == "socialdesk demo"
    assert {f"{key}[fr]" for key in ("GenericName", "Comment", "Keywords")} <= set(main)
    assert all(main[key].endswith(";") for key in ("Categories", "Keywords", "Actions"))
    named = f'setDesktopFileName("{LINUX.joinpath("socialdesk.desktop").stem}")'
    assert named in (ROOT / "socialdesk" / "launch" / "desktop.py").read_text(encoding="utf-8")


def test_the_description_names_the_menu_entry_and_says_all_in_french_too() -> None:
    tree = ET.parse(LINUX / "socialdesk.metainfo.xml")
    language = "{http://www.w3.org/XML/1998/namespace}lang"

    assert tree.findtext("launchable") == "socialdesk.desktop"
    assert tree.findtext("project_license") == "Apache-2.0"
    for tag in ("summary", "description/p", "description/ul/li"):
        told = [one.get(language) for one in tree.findall(tag)]
        assert told.count(None) == told.count("fr") > 0, tag


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="the system's validator is not here")
def test_the_menu_entry_passes_the_validator_of_desktops() -> None:
    done = subprocess.run(
        ["desktop-file-validate", LINUX / "socialdesk.desktop"], check=False, capture_output=True, text=True
    )

    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.skipif(shutil.which("appstreamcli") is None, reason="the system's validator is not here")
def test_the_description_passes_the_validator_of_stores() -> None:
    done = subprocess.run(
        ["appstreamcli", "validate", "--no-net", LINUX / "socialdesk.metainfo.xml"],
        check=False,
        capture_output=True,
        text=True,
    )

    assert done.returncode == 0, done.stdout


def test_the_page_of_the_manual_knows_every_option_that_comes_before_a_verb() -> None:
    page = (LINUX / "socialdesk.1").read_text(encoding="utf-8").replace("\\-", "-")
    options = {name for action in parser()._actions for name in action.option_strings if name.startswith("--")}

    assert [name for name in sorted(options) if name not in page] == []


def test_the_readme_lists_the_libraries_that_are_looked_for() -> None:
    readme = (ROOT / "packaging" / "README.md").read_text(encoding="utf-8")
    wanted = {need.package for need in NEEDS if need.purpose in {Purpose.QT, Purpose.X11, Purpose.WAYLAND}}

    assert [name for name in sorted(wanted) if name not in readme] == []


@pytest.fixture(scope="module")
def lean() -> dict[str, Any]:
    return runpy.run_path(str(LINUX / "lean.py"))


def test_what_a_library_of_the_system_needs_is_left_to_the_system_too(lean: dict[str, Any]) -> None:
    needs = {"font": ["shapes", "zip"], "shapes": ["zip"], "crypto": ["zip"]}

    assert lean["closure"](["font"], needs) == {"font", "shapes", "zip"}


def test_what_only_an_unwanted_library_needs_goes_with_it(lean: dict[str, Any]) -> None:
    needs = {"window.so": ["core"], "toolkit": ["drawing", "core"], "drawing": ["pixels"], "core": [], "pixels": []}

    assert lean["unasked"]({"toolkit", "drawing", "pixels", "core"}, needs) == {"toolkit", "drawing", "pixels"}


def test_the_package_asks_for_every_library_that_it_leaves_to_the_system(lean: dict[str, Any]) -> None:
    depends = runpy.run_path(str(LINUX / "deb.py"))["depends"]().split(", ")
    names = {choice.partition(" (")[0] for each in depends for choice in each.split(" | ")}

    assert any(each.startswith("libc6 (>= 2.") for each in depends)
    assert set(lean["ALSO_OF_THE_SYSTEM"].values()) <= names
    assert {need.package for need in NEEDS if need.purpose in {Purpose.QT, Purpose.X11, Purpose.WAYLAND}} <= names


@pytest.mark.skipif(shutil.which("objdump") is None, reason="what reads libraries is not here")
def test_a_folder_keeps_what_it_asks_for_and_loses_the_rest(lean: dict[str, Any], tmp_path: Path) -> None:
    files = [getattr(import_module(name), "__file__", None) for name in ("_ssl", "_bz2")]
    modules = [Path(file) for file in files if file]
    here = lean["of_this_system"]()
    asked = [name for module in modules for name in lean["needed_by"](module) if name in here]
    asked = [name for name in asked if not name.startswith(("libc.", "libpthread", "libm."))]
    if not modules or not asked or "libz.so.1" not in here:
        pytest.skip("this Python has its modules inside")
    for file in [*modules, *(here[name] for name in {*asked, "libz.so.1", "libexpat.so.1"} if name in here)]:
        shutil.copy(file, tmp_path / file.name)
    named = {file.name for file in tmp_path.iterdir()}

    went = set(lean["make_lean"](tmp_path, ["libz.so.1"]))

    # Left to the system; asked for by no module; and both are gone from the folder.
    assert "libz.so.1" in went
    assert not went & set(asked) - {"libz.so.1"}
    assert {file.name for file in tmp_path.iterdir()} == named - went
