"""Puts a new file where a damaged one was, in steps of which each may be the last; ends what a dead process began.

Loaded whenever a workspace is opened, so it knows nothing of what is in the files.
"""

from __future__ import annotations

from pathlib import Path

from socialdesk.support.failpoints import reach
from socialdesk.support.paths import Workspace

MARK = ".rebuilt-"
_BESIDE = ("-wal", "-shm")
_LEFTOVERS = ("begun", "reading", "reading.head")


def is_unfinished(workspace: Workspace) -> bool:
    """Whether `resume` has something to do."""
    return any(workspace.folder.glob(f"*.db{MARK}*"))


def resume(workspace: Workspace) -> None:
    """End repairs whose process died after the new file was whole; those before are forgotten."""
    for path in (workspace.cache, workspace.desk):
        for found in sorted(workspace.folder.glob(f"{path.name}{MARK}*")):
            finish(path, found.name.removeprefix(path.name + MARK))
        for leftover in _LEFTOVERS:
            remove(path.with_name(f"{path.name}.{leftover}"))


def finish(path: Path, stamp: str) -> Path:
    """Put the new file where the damaged one was; gives where that lies now. Every step may have been done already."""
    kept = path.with_name(f"{path.name}.damaged-{stamp}")
    if path.exists() and not kept.exists():
        put_aside(path, stamp)
    for ending in _BESIDE:
        # A write-ahead file of the old one would be taken for the new one's.
        left = path.with_name(path.name + ending)
        if left.exists():
            left.rename(kept.with_name(kept.name + ending))
    reach("rescue.set_aside")
    for shape in (path.with_suffix(".shape"), path.with_name(f"{path.name}.shape")):
        shape.unlink(missing_ok=True)  # that of the old one; the new one's is written when it is opened
    path.with_name(f"{path.name}{MARK}{stamp}").replace(path)
    reach("rescue.done")
    return kept


def put_aside(path: Path, stamp: str) -> Path:
    """Rename a file with its journal files; gives where it lies now."""
    kept = path.with_name(f"{path.name}.damaged-{stamp}")
    for ending in _BESIDE:
        beside = path.with_name(path.name + ending)
        if beside.exists():
            beside.rename(kept.with_name(kept.name + ending))
    return path.rename(kept)


def remove(path: Path) -> None:
    """Delete a file with its journal files."""
    for ending in ("", "-journal", *_BESIDE):
        path.with_name(path.name + ending).unlink(missing_ok=True)
