"""Private files, locks that end with their process, logs without secrets, and instants at which a process dies."""

from __future__ import annotations

import errno
import logging
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from socialdesk.support import logs
from socialdesk.support.lock import FileLock, Taken
from socialdesk.support.logs import start_logging, stop_logging
from socialdesk.support.paths import (
    Workspace,
    default_workspace,
    demo_workspace,
    make_private_folder,
    write_private,
    write_whole,
)
from socialdesk.support.secrets import KeyringSecrets, NoKeyring, SessionSecrets, VaultSecrets
from tests.patience import NEVER_S

posix = pytest.mark.skipif(os.name != "posix", reason="modes and signals are POSIX's")


@pytest.fixture
def no_umask() -> Iterator[None]:
    old = os.umask(0)
    yield
    os.umask(old)


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@posix
def test_folders_and_files_are_private_whatever_the_umask(tmp_path: Path, no_umask: None) -> None:
    make_private_folder(tmp_path / "a" / "b")
    write_private(tmp_path / "a" / "b" / "file", "text")
    FileLock(tmp_path / "lock").release()
    assert [_mode(tmp_path / name) for name in ("a", "a/b")] == [0o700, 0o700]
    assert [_mode(tmp_path / name) for name in ("a/b/file", "lock")] == [0o600, 0o600]


@posix
def test_a_folder_that_was_open_to_others_is_closed_and_those_above_are_left(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a").chmod(0o755)
    (tmp_path / "a" / "b").chmod(0o755)
    make_private_folder(tmp_path / "a" / "b")
    assert (_mode(tmp_path / "a"), _mode(tmp_path / "a" / "b")) == (0o755, 0o700)


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "file"
    write_private(file, "old é")
    write_private(file, "new é")
    assert file.read_text(encoding="utf-8") == "new é"

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_private(file, "newest")
    assert file.read_text(encoding="utf-8") == "new é"
    assert list(tmp_path.iterdir()) == [file]


@posix
def test_a_file_somebody_named_is_written_whole_or_stays_and_keeps_who_may_read_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, link = tmp_path / ("n" * 250), tmp_path / "link"
    write_whole(file, b"old")
    assert stat.S_IMODE(file.stat().st_mode) & stat.S_IRUSR
    file.chmod(0o640)
    link.symlink_to(file)
    write_whole(link, b"new")
    assert (file.read_bytes(), link.is_symlink(), stat.S_IMODE(file.stat().st_mode)) == (b"new", True, 0o640)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_whole(file, b"half")
    assert file.read_bytes() == b"new"
    assert sorted(tmp_path.iterdir()) == sorted([file, link])


@posix
@pytest.mark.parametrize("refuses", ["open", "replace"])
def test_a_file_beside_which_nothing_may_be_put_is_written_where_it_is_or_keeps_its_old_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refuses: str
) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"the old words, and more of them")
    # What a folder that may not be written says, and a file that was let into a container alone; to root neither does.
    if refuses == "open":
        true = os.open

        def open_(path: str, flags: int, mode: int = 0o777, **more: int) -> int:
            if flags & os.O_CREAT:
                raise PermissionError(errno.EACCES, "Permission denied", path)
            return true(path, flags, mode, **more)

        monkeypatch.setattr(os, "open", open_)
    else:

        def replace(_: Path, __: Path) -> None:
            raise OSError(errno.EBUSY, "Device or resource busy")

        monkeypatch.setattr(Path, "replace", replace)
    write_whole(file, b"new")
    assert file.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [file]
    with pytest.raises(OSError, match=r"denied|busy"):
        write_whole(tmp_path / "another", b"new")

    synced: list[int] = []

    def full_once(_: int) -> None:
        synced.append(1)
        if len(synced) == (1 if refuses == "open" else 2):
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full_once)
    with pytest.raises(OSError, match="No space left"):
        write_whole(file, b"newer, but there is no room for all of it")
    assert file.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [file]


@posix
def test_a_pipe_somebody_named_is_written_to_as_it_is(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    end = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_whole(pipe, b"words")
    assert (os.read(end, 99), pipe.is_fifo()) == (b"words", True)
    os.close(end)


def test_the_files_of_a_workspace_lie_in_its_folder(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / "w")
    workspace.ensure()
    files = [
        workspace.info,
        workspace.cache,
        workspace.desk,
        workspace.secrets,
        workspace.engine_lock,
        workspace.desktop_lock,
        workspace.pipe,
        workspace.logs,
        workspace.platform("demo"),
    ]
    assert len(set(files)) == len(files)
    assert all(workspace.folder in file.parents for file in files)
    assert default_workspace().folder != demo_workspace().folder


def test_a_second_lock_is_taken_until_the_first_is_released(tmp_path: Path) -> None:
    first = FileLock(tmp_path / "lock")
    with pytest.raises(Taken):
        FileLock(tmp_path / "lock")
    first.release()
    FileLock(tmp_path / "lock").release()


_HOLD = """
import sys
from pathlib import Path
from socialdesk.support.lock import FileLock
lock = FileLock(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


@posix
@pytest.mark.crash
def test_a_lock_is_free_once_its_process_is_killed(tmp_path: Path) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", _HOLD, tmp_path / "lock"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == b"held\n"
    with pytest.raises(Taken):
        FileLock(tmp_path / "lock")
    os.kill(holder.pid, signal.SIGKILL)
    holder.communicate()
    FileLock(tmp_path / "lock").release()


_REACH = """
from socialdesk.support.failpoints import reach
for number in range(4):
    reach("other")
    reach("here")
    print(number, flush=True)
"""


@posix
@pytest.mark.crash
@pytest.mark.parametrize(
    ("wanted", "code", "said"),
    [
        ("here", -signal.SIGKILL, ""),
        ("here:3", -signal.SIGKILL, "0\n1\n"),
        ("here:9", 0, "0\n1\n2\n3\n"),
        ("nowhere", 0, "0\n1\n2\n3\n"),
        ("", 0, "0\n1\n2\n3\n"),
    ],
)
def test_a_failpoint_kills_where_it_is_asked_to(wanted: str, code: int, said: str) -> None:
    environment = os.environ | {"SOCIALDESK_FAILPOINT": wanted}
    done = subprocess.run(
        [sys.executable, "-c", _REACH], check=False, capture_output=True, text=True, env=environment, timeout=NEVER_S
    )
    assert (done.returncode, done.stdout) == (code, said)


@pytest.fixture
def own_logger() -> Iterator[logging.Logger]:
    """The logger of the program, given back as it was."""
    root = logging.getLogger("socialdesk")
    kept = list(root.handlers), root.level, root.propagate
    yield root
    stop_logging()
    root.handlers[:], root.level, root.propagate = kept


@posix
def test_a_log_is_private_and_without_secrets_even_in_a_traceback(
    tmp_path: Path, own_logger: logging.Logger, no_umask: None
) -> None:
    start_logging(tmp_path / "logs", "engine")
    log = logging.getLogger("socialdesk.engine.test")
    log.debug("too fine")
    log.info("signing in with password=%s", "canary-1")
    try:
        raise ValueError("Bearer canary-2-abcdefgh refused")  # noqa: TRY301 - for its traceback
    except ValueError:
        log.exception("refused")
    file = tmp_path / "logs" / "engine.log"
    written = file.read_text(encoding="utf-8")
    assert "INFO socialdesk.engine.test signing in with password=[hidden]" in written
    assert "ValueError: Bearer [hidden] refused" in written
    assert "canary" not in written
    assert "too fine" not in written
    assert (_mode(file), _mode(file.parent)) == (0o600, 0o700)


@posix
def test_a_log_is_turned_over_before_it_grows_too_long_and_stays_private(
    tmp_path: Path, own_logger: logging.Logger, no_umask: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logs, "MOST_BYTES", 2000)
    start_logging(tmp_path, "engine", verbose=True)
    for number in range(200):
        logging.getLogger("socialdesk.test").debug("line %d", number)
    files = sorted(tmp_path.iterdir())
    assert [file.name for file in files] == ["engine.log", "engine.log.1", "engine.log.2", "engine.log.3"]
    assert {_mode(file) for file in files} == {0o600}


def test_without_a_place_for_the_log_the_program_goes_on(tmp_path: Path, own_logger: logging.Logger) -> None:
    (tmp_path / "logs").write_text("a file where the folder should be")
    handlers = list(own_logger.handlers)
    start_logging(tmp_path / "logs", "engine")
    assert own_logger.handlers == handlers


def test_secrets_come_back_under_their_names_until_they_are_forgotten(tmp_path: Path) -> None:
    for secrets in (SessionSecrets(), VaultSecrets(tmp_path / "secrets.db", b"k" * 32)):
        secrets.put("a", "one")
        secrets.put("b", "two é")
        secrets.put("a", "three")
        assert [secrets.get(name) for name in ("a", "b", "c")] == ["three", "two é", None]
        secrets.delete("a")
        secrets.delete("a")
        assert (secrets.get("a"), secrets.get("b")) == (None, "two é")


def keyring_of(*modules: str) -> object:
    """What `keyring` picks where it finds backends of these modules; several are chained."""
    found = [type("Keyring", (), {"__module__": module})() for module in modules]
    return found[0] if len(found) == 1 else SimpleNamespace(backends=found)


@pytest.mark.parametrize(
    "modules",
    [
        ("keyring.backends.fail",),
        ("keyring.backends.null",),
        ("keyrings.alt.file",),
        ("keyrings.alt.pyfs",),
        ("keyrings.alt.Gnome",),
        ("keyrings.alt.file", "keyring.backends.null"),
        (),
    ],
)
def test_a_keyring_that_keeps_nothing_or_keeps_it_in_a_file_is_refused(
    monkeypatch: pytest.MonkeyPatch, modules: tuple[str, ...]
) -> None:
    monkeypatch.setattr("keyring.get_keyring", lambda: keyring_of(*modules))
    with pytest.raises(NoKeyring):
        KeyringSecrets("SocialDesk")


@pytest.mark.parametrize(
    "modules", [("keyring.backends.SecretService",), ("keyrings.alt.file", "keyring.backends.macOS")]
)
def test_the_keyring_of_a_system_is_taken(monkeypatch: pytest.MonkeyPatch, modules: tuple[str, ...]) -> None:
    monkeypatch.setattr("keyring.get_keyring", lambda: keyring_of(*modules))
    KeyringSecrets("SocialDesk")
