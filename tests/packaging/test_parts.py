"""What travels with a build: every package of others with its licence, and nothing that may not be shipped."""

from __future__ import annotations

import json
import re
import runpy
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture(scope="module")
def made() -> dict[str, Any]:
    """The program that names the parts; a folder of this name would hide the package `packaging`."""
    sys.modules.pop("parts", None)
    return runpy.run_path(str(ROOT / "packaging" / "parts.py"))


def test_every_part_has_a_licence_under_which_it_may_be_shipped(made: dict[str, Any]) -> None:
    parts = list(made["parts"]())

    assert len(parts) > 40
    assert [part for part in parts if not made["may_ship"](part.licence)] == []


@pytest.mark.parametrize(
    ("licence", "may"),
    [
        ("MIT", True),
        ("Apache-2.0 OR BSD-3-Clause", True),
        ("LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only", True),
        ("MIT + MPL 1.1/GPL 2.0/LGPL 2.1", True),
        ("GPL-3.0-only", False),
        ("MIT AND GPL-3.0-only", False),
        ("AGPL-3.0-or-later", False),
        ("Proprietary", False),
        ("", False),
    ],
)
def test_a_licence_may_be_shipped_when_one_choice_of_it_is_permissive_throughout(
    made: dict[str, Any], licence: str, may: bool
) -> None:
    assert made["may_ship"](licence) is may


def test_what_the_program_depends_on_stands_in_notices_and_bill(made: dict[str, Any]) -> None:
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    names = {re.split(r"[\[<>=!~; ]", text)[0].lower() for text in wanted if "sys_platform" not in text}
    bill = json.loads(made["bill"]("1.2.3"))
    notices = made["notices"]()

    assert names <= {one["name"] for one in bill["components"]}
    assert all(f"\n{name} " in notices.lower() for name in names)
    assert "GNU Lesser General Public License" in notices
    assert "SIL OPEN FONT LICENSE" in notices
    # Qt's licence asks that its text goes along, with the one that it is written as additions to.
    assert "This version of the GNU Lesser General Public License incorporates" in notices
    assert "TERMS AND CONDITIONS" in notices


def test_a_build_names_python_and_each_library_of_the_system_that_it_holds(made: dict[str, Any]) -> None:
    if not Path("/usr/share/doc/libssl3/copyright").exists():
        pytest.skip("not a Debian with this library")
    besides = made["of_a_build"]({"libssl.so.3": "libssl3", "libcrypto.so.3": "libssl3"})
    notices = made["notices"](besides)

    assert "\nPython 3." in notices
    assert "PYTHON SOFTWARE FOUNDATION LICENSE" in notices
    assert "\nlibssl3 (libcrypto.so.3, libssl.so.3) " in notices
    assert "OpenSSL" in besides[-1].texts[0]


def test_a_bill_is_the_same_each_time_and_names_the_version(made: dict[str, Any]) -> None:
    bill = made["bill"](made["version"]())

    assert bill == made["bill"](made["version"]())
    assert json.loads(bill)["metadata"]["component"]["version"] == made["version"]()


def test_no_module_of_qt_that_is_gpl_is_used() -> None:
    used = re.compile(r"\b(?:QtCharts|QtGraphs|QtVirtualKeyboard|QtDataVisualization|QtNetworkAuth)\b")

    assert [file for file in (ROOT / "socialdesk").rglob("*.py") if used.search(file.read_text(encoding="utf-8"))] == []
