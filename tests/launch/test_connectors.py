"""`socialdesk connector check`: what it prints, how it ends, and what it says of a name that leads nowhere."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from socialdesk.connectors.kit.registry import GROUP
from socialdesk.connectors.suite import chirp
from socialdesk.launch.main import parser
from socialdesk.launch.verbs import run
from socialdesk.support.paths import connectors_folder

CHIRP = "socialdesk.connectors.suite.chirp"


def said(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    """The status, and what stands on standard output and error."""
    status = run(parser().parse_args(["connector", *words]))
    out, error = capsys.readouterr()
    return status, out, error


def test_a_check_prints_the_scale_with_each_check_and_ends_by_the_level(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = said(capsys, "check", CHIRP)
    assert status == 0
    assert [line.split()[0] for line in out.splitlines() if line[:1].isupper()] == [
        "BRONZE",
        "SILVER",
        "GOLD",
        "PLATINUM",
        "Level:",
    ]
    assert "  + first_download: The first download is what stands on the network" in out
    assert f"see: socialdesk connector check {CHIRP} --only seen_for_real" in out
    assert out.endswith("Level: gold\n")


def test_one_check_shows_its_requests_and_a_build_can_ask_for_more(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = said(capsys, "check", CHIRP, "--only", "truncated")
    assert (status, "GET /v1/changes [short at 1] -> 200, 1 bytes" in out) == (0, True)
    status, out, _ = said(capsys, "check", CHIRP, "--only", "seen_for_real", "--json")
    told = json.loads(out)
    assert status == 1
    assert (told["connector"], [one["outcome"] for one in told["findings"]]) == ("chirp", ["failed"])
    assert said(capsys, "check", CHIRP, "--at-least", "platinum")[0] == 1


def test_without_a_scenario_only_the_manifest_is_looked_at(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    status, out, _ = said(capsys, "check", "demo")
    assert status == 1
    assert "  + manifest: " in out
    assert "  ? first_download: " in out
    assert "not tried: No scenario was given." in out
    assert "Level: none yet" in out


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("nowhere",), "There is no connector 'nowhere'. Installed: bluesky, demo"),
        (("./socialdesk-nowhere",), "There is no connector './socialdesk-nowhere'. Installed: bluesky, demo"),
        (("email.mime",), "email.mime.connector cannot be loaded."),
        ((CHIRP, "--scenario", "no.such"), "no.such cannot be loaded."),
        ((CHIRP, "--scenario", f"{CHIRP}.stand_in"), "has 0 scenarios; it needs one"),
        ((CHIRP, "--scenario", f"{CHIRP}.scenario:Other"), "has no Other"),
        ((CHIRP, "--only", "luck"), "There is no check 'luck'."),
    ],
)
def test_what_leads_nowhere_is_a_sentence_and_status_2(
    words: tuple[str, ...], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, error = said(capsys, "check", *words)
    assert (status, out) == (2, "")
    assert sentence in error


@pytest.fixture
def beside(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A connector in the folder of plug-ins, as a person puts it there."""
    folder = connectors_folder()
    shutil.copytree(Path(chirp.__file__).parent, folder / "chirp_beside", ignore=shutil.ignore_patterns("__pycache__"))
    told = folder / "chirp_beside-1.4.dist-info"
    told.mkdir()
    (told / "METADATA").write_text("Metadata-Version: 2.1\nName: chirp-beside\nVersion: 1.4\n")
    (told / "entry_points.txt").write_text(f"[{GROUP}]\nbeside = chirp_beside.connector:ChirpConnector\n")
    monkeypatch.setattr(sys, "path", list(sys.path))
    yield
    for name in [name for name in sys.modules if name.partition(".")[0] == "chirp_beside"]:
        del sys.modules[name]
    shutil.rmtree(folder)


@pytest.mark.usefixtures("beside")
@pytest.mark.parametrize("named", ["beside", "chirp_beside", "chirp-beside", "chirp_beside.connector:ChirpConnector"])
def test_what_lies_in_the_folder_of_plug_ins_is_examined_too(named: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = said(capsys, "check", named, "--only", "first_download")
    assert (status, "+ first_download" in out) == (0, True)
    assert out.startswith("beside 1.4\n" if named == "beside" else "chirp\n")
    _, _, error = said(capsys, "check", "nowhere")
    assert "Installed: beside, bluesky" in error


def test_a_packaged_build_says_into_which_folder_a_new_connector_goes(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, _, beside = said(capsys, "new", "my_net", "--into", str(tmp_path / "one"))
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    _, _, packaged = said(capsys, "new", "my_net", "--into", str(tmp_path / "two"))

    assert "pip install -e . &&" in beside
    assert f'pip install --target "{connectors_folder()}" . &&' in packaged
