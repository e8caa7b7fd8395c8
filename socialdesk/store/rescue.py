"""Finds out which files of a workspace are damaged, sets them aside, and puts new ones made of what is left in place.

Deletes nothing: what is set aside stays beside the new file. May die at any instant; `unfinished` ends what was begun.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from socialdesk.store.driver import check, connect, in_words
from socialdesk.store.errors import DamagedFile
from socialdesk.store.migrate import refuse_newer
from socialdesk.store.rebuild import Rebuilt, desk_references, rebuild_cache, rebuild_desk
from socialdesk.store.unfinished import MARK, finish, put_aside, remove
from socialdesk.store.wal import skips
from socialdesk.support.clock import to_ms
from socialdesk.support.failpoints import reach
from socialdesk.support.paths import Workspace, write_private

_SAID = (
    ("thread", "threads"),
    ("message", "messages"),
    ("note", "notes"),
    ("outbound", "answers and other acts"),
    ("saved_reply", "saved replies"),
    ("view", "views"),
    ("channel", "channels"),
    ("draft", "drafts"),
    ("command", "commands"),
)


@dataclass(frozen=True, slots=True)
class Rescued:
    """What was done with one damaged file. `sentence` is for a person, `report` is the file that tells more."""

    set_aside: Path
    report: Path
    rebuilt: Rebuilt
    sentence: str


def set_aside(path: Path, now: datetime) -> Path:
    """Rename a file with its journal files; gives where it lies now."""
    return put_aside(path, _stamp(now))


def damaged(workspace: Workspace, key: bytes | None) -> list[DamagedFile]:
    """Read the files from end to end; gives what is wrong with each that is damaged. Raises NewerFile, LockedFile."""
    return list(_damaged(workspace, key))


def repair(workspace: Workspace, key: bytes | None, now: datetime) -> list[Rescued]:
    """Rebuild every damaged file. Nobody else may have them open: see `alone`.

    Raises DiskFull or another StoreError, and then everything is as it was.
    """
    done: list[Rescued] = []
    for error in damaged(workspace, key):
        path, stamp = error.path, _stamp(now)
        begun = path.with_name(f"{path.name}.begun")
        remove(begun)
        try:
            with in_words(path):
                if path == workspace.cache:
                    rebuilt = rebuild_cache(path, key, begun, desk_references(workspace.desk, key), to_ms(now))
                else:
                    rebuilt = rebuild_desk(path, key, begun, _last_seq(workspace, key))
        except BaseException:
            remove(begun)
            raise
        reach("rescue.rebuilt")
        # From here on the new file is the one that counts.
        begun.replace(path.with_name(f"{path.name}{MARK}{stamp}"))
        reach("rescue.decided")
        kept = finish(path, stamp)
        report = workspace.folder / f"repair-{stamp}-{path.stem}.txt"
        write_private(report, _report(path, kept, rebuilt))
        done.append(Rescued(kept, report, rebuilt, _sentence(path, kept, rebuilt)))
    return done


def _damaged(workspace: Workspace, key: bytes | None) -> Iterator[DamagedFile]:
    for path, kind in ((workspace.cache, "cache"), (workspace.desk, "desk")):
        if not path.exists():
            continue
        if path.stat().st_size == 0:
            # A new file is never seen empty by anybody who holds the locks.
            yield DamagedFile(path, f"{path} is empty.")
            continue
        try:
            # First, since opening a file empties what was written ahead of it.
            _check_ahead(path)
            with in_words(path, key):
                driver = connect(path, key, write=False)
                try:
                    refuse_newer(path, driver, kind)
                    check(path, driver)
                finally:
                    driver.close()
        except DamagedFile as error:
            yield error


def _check_ahead(path: Path) -> None:
    wal = path.with_name(f"{path.name}-wal")
    if wal.exists() and skips(wal):
        raise DamagedFile(path, f"What was written last to {path} is damaged. Run: socialdesk doctor --repair")


def _last_seq(workspace: Workspace, key: bytes | None) -> int:
    """The highest number of a command that the cache has decided, if it can be read."""
    try:
        with in_words(workspace.cache, key):
            driver = connect(workspace.cache, key, write=False)
            try:
                return driver.execute("SELECT max(seq) FROM command_result").fetchone()[0] or 0
            finally:
                driver.close()
    except Exception:  # noqa: BLE001 - it is only one of two sources
        return 1_000_000


def _stamp(now: datetime) -> str:
    return now.strftime("%Y%m%d-%H%M%S")


def _sentence(path: Path, kept: Path, rebuilt: Rebuilt) -> str:
    there = [f"{rebuilt.kept[table]:,} {words}" for table, words in _SAID if rebuilt.kept.get(table)]
    gone = [f"{rebuilt.lost[table]:,} {words}" for table, words in _SAID if rebuilt.lost.get(table)]
    parts = [f"{path.name} was damaged. It was set aside as {kept.name}, and nothing of it was deleted."]
    parts.append(f"The new file has {', '.join(there)}." if there else "Nothing in it could be read.")
    if gone:
        parts.append(f"At least {', '.join(gone)} could not be read.")
    if path.name == "cache.db":
        parts.append("Your channels keep their sign-in and are read again as far as the platforms allow.")
        parts.append("Answers that had not left are not sent by themselves: look through the outbox.")
    return " ".join(parts)


def _report(path: Path, kept: Path, rebuilt: Rebuilt) -> str:
    lines = [_sentence(path, kept, rebuilt), "", f"{'table':<20}{'kept':>12}{'lost, at least':>16}"]
    lines += [
        f"{table:<20}{rebuilt.kept.get(table, 0):>12,}{rebuilt.lost.get(table, 0):>16,}"
        f"{'   not read to its end' if table in rebuilt.broken else ''}"
        for table in sorted({*rebuilt.kept, *rebuilt.lost, *rebuilt.broken})
    ]
    return "\n".join(lines) + "\n"
