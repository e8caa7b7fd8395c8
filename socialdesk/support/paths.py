"""Gives the places of a workspace's files; knows none of their contents.

Folders are 0700 and files 0600 whatever the umask says, since everything in them is private.
"""

from __future__ import annotations

import errno
import os
import stat
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from socialdesk.support.values import value_class

if TYPE_CHECKING:
    import io


@value_class(frozen=True, slots=True)
class Workspace:
    """The folder of one workspace and what lies in it."""

    folder: Path

    @property
    def info(self) -> Path:
        """What the workspace is and how it is protected; no secret."""
        return self.folder / "workspace.json"

    @property
    def cache(self) -> Path:
        """Threads, messages, journal, outbox; written by the engine."""
        return self.folder / "cache.db"

    @property
    def desk(self) -> Path:
        """Commands, drafts, window state; written where a person acts."""
        return self.folder / "desk.db"

    @property
    def media(self) -> Path:
        """Pictures as they are shown; written by the engine, fetched again where it is lost."""
        return self.folder / "media.db"

    @property
    def secrets(self) -> Path:
        """Sign-ins of a workspace that is kept under a passphrase."""
        return self.folder / "secrets.db"

    @property
    def engine_lock(self) -> Path:
        """Held by the one engine of the workspace."""
        return self.folder / "engine.lock"

    @property
    def desktop_lock(self) -> Path:
        """Held by the one desktop of the workspace."""
        return self.folder / "desktop.lock"

    @property
    def pipe(self) -> Path:
        """Where the engine listens, and the token to say; made anew at each start."""
        return self.folder / "engine.json"

    @property
    def logs(self) -> Path:
        """The folder of the logs."""
        return self.folder / "logs"

    def platform(self, name: str) -> Path:
        """A folder of a connector's own."""
        folder = self.folder / "platforms" / name
        make_private_folder(folder)
        return folder

    def ensure(self) -> None:
        """Make the folder, private to this user. Raises OSError when that is not possible."""
        make_private_folder(self.folder)


def make_private_folder(folder: Path) -> None:
    """Make a folder, and what is missing above it, readable by this user alone."""
    missing = [above for above in folder.parents if not above.exists()]
    # `parents=True` would leave those above to the umask.
    for one in (*reversed(missing), folder):
        one.mkdir(exist_ok=True, mode=0o700)
        if os.name == "posix":
            one.chmod(0o700)


def write_private(file: Path, text: str) -> None:
    """Write a whole file at once: a reader sees the old text or the new, and only this user may read it."""
    _put(file, text.encode(), 0o600)


def write_whole(file: Path, data: bytes) -> None:
    """Write a file that somebody named, at once: where it cannot be written whole, the old one stays as it was.

    It may be read by whom the old one might, a new one by whom files of this user may. What is no file, as a pipe, is
    written to as it is; so is a file beside which nothing may be put, and its old words are put back when that fails.
    Raises OSError.
    """
    file = file.resolve()  # what a link leads to is written, not the link
    if not file.exists():
        _put(file, data, None)
        return
    if not file.is_file():
        file.write_bytes(data)
        return
    try:
        _put(file, data, stat.S_IMODE(file.stat().st_mode))
    except OSError as error:
        if error.errno not in _NOTHING_BESIDE or not os.access(file, os.W_OK):
            raise
        _put_in_place(file, data)


_NOTHING_BESIDE = (errno.EACCES, errno.EPERM, errno.EROFS, errno.EBUSY, errno.EXDEV)
"""What a folder says that takes no new file, or a file that was let in alone: into a container, or by a portal."""


def _put_in_place(file: Path, data: bytes) -> None:
    with file.open("r+b", buffering=0) as out:
        old = out.read()
        try:
            _fill(out, data)
        except OSError:
            # Its own room is still there: nothing is cut off before all is written.
            _fill(out, old)
            raise


def _fill(out: io.FileIO, data: bytes) -> None:
    left = memoryview(data)
    out.seek(0)
    while left:
        left = left[out.write(left) :]
    out.truncate()
    os.fsync(out.fileno())


def _put(file: Path, data: bytes, mode: int | None) -> None:
    temporary = file.with_name(f".{os.urandom(6).hex()}")  # a longer name than its own some folders would not take
    private = partial(os.open, mode=0o666 if mode is None else 0o600)
    try:
        with open(temporary, "xb", opener=private) as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        if mode is not None:
            temporary.chmod(mode)
        temporary.replace(file)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def default_workspace() -> Workspace:
    """The workspace that opens when none is named."""
    return Workspace(data_folder() / "default")


def demo_workspace() -> Workspace:
    """The workspace of the demo."""
    return Workspace(data_folder() / "demo")


def data_folder() -> Path:
    """Where the program keeps what belongs to this person."""
    import platformdirs

    return Path(platformdirs.user_data_dir("SocialDesk", appauthor=False))


def connectors_folder() -> Path:
    """Where a person puts connectors that somebody else made."""
    return data_folder() / "connectors"
