"""The wheel and the source archive: all that belongs in them and nothing else, the same each time, and they start."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def build(folder: Path) -> tuple[Path, Path]:
    """The source archive and the wheel, made anew."""
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-d", folder], check=True, cwd=ROOT, capture_output=True
    )
    (archive,), (wheel,) = folder.glob("*.tar.gz"), folder.glob("*.whl")
    return archive, wheel


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return build(tmp_path_factory.mktemp("dist"))


def digests(files: tuple[Path, Path]) -> list[str]:
    return [hashlib.sha256(file.read_bytes()).hexdigest() for file in files]


def test_the_wheel_holds_the_program_with_its_resources_and_nothing_else(built: tuple[Path, Path]) -> None:
    with zipfile.ZipFile(built[1]) as wheel:
        names = set(wheel.namelist())
    tracked = {
        path.relative_to(ROOT).as_posix()
        for path in [*(ROOT / "socialdesk").rglob("*"), *(ROOT / "resources").rglob("*")]
        if path.is_file() and "__pycache__" not in path.parts
    }

    assert {name for name in names if ".dist-info/" not in name} == {
        f"socialdesk/_{name}" if name.startswith("resources/") else name for name in tracked
    }
    assert any(name.endswith("/licenses/LICENSE") for name in names)


def test_the_source_archive_holds_what_builds_and_tests_it(built: tuple[Path, Path]) -> None:
    with tarfile.open(built[0]) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}

    wanted = {"pyproject.toml", "LICENSE", "README.md", "dev", "requirements/run.lock", "packaging/parts.py"}
    assert wanted <= names
    assert not [name for name in names if name.startswith((".venv", "dist", "out", "build/"))]
    assert not [name for name in names if "__pycache__" in name or "node_modules" in name]


def test_the_same_tree_gives_the_same_files(built: tuple[Path, Path], tmp_path: Path) -> None:
    assert digests(build(tmp_path)) == digests(built)


@pytest.mark.skipif(os.name == "nt", reason="the environment is laid out otherwise there")
def test_the_wheel_starts_where_no_checkout_is(built: tuple[Path, Path], tmp_path: Path) -> None:
    home = tmp_path / "env"
    venv.create(home, with_pip=False)
    python = home / "bin" / "python"
    site = next((home / "lib").glob("python*")) / "site-packages"
    # Its dependencies are those of this environment, without what is installed here of this project.
    here = Path(sysconfig.get_path("purelib"))
    for package in here.iterdir():
        if "socialdesk" not in package.name:
            (site / package.name).symlink_to(package)
    pip = [sys.executable, "-m", "pip", "--python", python, "install", "-q", "--no-deps", "--no-index"]
    subprocess.run([*pip, "--disable-pip-version-check", built[1]], check=True, cwd=tmp_path, capture_output=True)
    bare = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}

    def say(*words: str) -> str:
        done = subprocess.run(words, check=True, cwd=tmp_path, env=bare, capture_output=True, text=True)
        return done.stdout

    where = say(str(python), "-c", "from socialdesk.support.resources import resource; print(resource('fonts'))")
    assert Path(where.strip()).is_relative_to(site)
    assert say(str(home / "bin" / "socialdesk"), "--version").startswith("SocialDesk ")
    # Manifests, entry points and the migrations of both files are there.
    networks = say(str(home / "bin" / "socialdesk"), "channel", "networks")
    assert all(name in networks for name in ("Bluesky", "Mastodon", "E-mail"))
    made = "from pathlib import Path; from socialdesk.store.desk import Desk; Desk(Path('desk.db'), None, write=True)"
    say(str(python), "-c", made)
    assert (tmp_path / "desk.db").stat().st_size > 0
    points = "from importlib.metadata import entry_points as e; print(*sorted(p.name for p in e(group='{}')))"
    assert say(str(python), "-c", points.format("socialdesk.connectors")).split() == sorted(
        PROJECT["entry-points"]["socialdesk.connectors"]
    )
