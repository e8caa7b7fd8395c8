"""The guards of tests/conftest.py are seen to fail a test that leaves the machine or logs what nobody expected."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent


def _run(body: str, folder: Path, *arguments: str) -> str:
    """The outcome of pytest on a test file with this body, under the guards of this project."""
    planted = folder / "test_planted.py"
    planted.write_text(body, encoding="utf-8")
    plain = ["-p", "no:cacheprovider", "-p", "no:xdist", "-p", "tests.conftest", "-c", ROOT / "pyproject.toml"]
    command = [sys.executable, "-m", "pytest", "-q", *plain, "--rootdir", folder, *arguments, planted]
    return subprocess.run(command, check=False, capture_output=True, text=True, cwd=ROOT).stdout


@pytest.mark.parametrize(
    "call",
    [
        # 192.0.2.0/24 is for documentation: nothing answers there, should the guard be broken.
        "socket.create_connection(('192.0.2.1', 80), timeout=0.1)",
        "socket.getaddrinfo('socialdesk.dev', 443)",
    ],
)
def test_leaving_the_machine_fails_a_test_even_when_it_swallows_the_error(call: str, tmp_path: Path) -> None:
    said = _run(
        f"import socket\ndef test_it():\n    try:\n        {call}\n    except OSError:\n        pass\n", tmp_path
    )

    assert "Left this machine" in said


def test_this_machine_and_names_that_never_resolve_may_be_asked(tmp_path: Path) -> None:
    body = (
        "import socket, pytest\n"
        "def test_it():\n"
        "    with socket.create_server(('127.0.0.1', 0)) as server:\n"
        "        socket.create_connection(('localhost', server.getsockname()[1])).close()\n"
        "    with pytest.raises(socket.gaierror):\n"
        "        socket.getaddrinfo('nowhere.invalid', 443)\n"
    )

    assert "1 passed" in _run(body, tmp_path)


def test_an_unexpected_warning_in_the_log_fails_a_test(tmp_path: Path) -> None:
    said = _run("import logging\ndef test_it():\n    logging.getLogger('x').warning('lost %d', 3)\n", tmp_path)

    assert "WARNING x: lost 3" in said
    assert "1 error" in said


def test_an_expected_warning_passes_and_has_to_come(tmp_path: Path) -> None:
    wants = "import logging\ndef test_it(expect_log):\n    expect_log(r'x: lost \\d')\n"

    assert "1 passed" in _run(f"{wants}    logging.getLogger('x').warning('lost 3')\n", tmp_path)
    assert "never came" in _run(wants, tmp_path)


def test_a_python_warning_fails_a_test(tmp_path: Path) -> None:
    assert "1 failed" in _run("import warnings\ndef test_it():\n    warnings.warn('old', stacklevel=1)\n", tmp_path)


def test_the_keyring_of_whoever_runs_the_tests_is_out_of_reach(tmp_path: Path) -> None:
    body = (
        "import keyring, keyring.errors, pytest\n"
        "def test_it():\n"
        "    with pytest.raises(keyring.errors.NoKeyringError):\n"
        "        keyring.get_password('SocialDesk', 'anything')\n"
    )

    assert "1 passed" in _run(body, tmp_path)


def test_figures_are_taken_only_when_asked_for(tmp_path: Path) -> None:
    body = "import pytest\n@pytest.mark.bench\ndef test_it(): pass\ndef test_other(): pass\n"

    assert "1 passed, 1 deselected" in _run(body, tmp_path)
    assert "1 passed, 1 deselected" in _run(body, tmp_path, "-m", "bench")
