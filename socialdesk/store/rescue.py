"""Sets a damaged file aside, so that a new one can be made; deletes nothing."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path


def set_aside(path: Path, now: datetime) -> Path:
    """Rename a file with its journal files; gives where it lies now."""
    kept = path.with_name(f"{path.name}.damaged-{now.strftime('%Y%m%d-%H%M%S')}")
    for ending in ("-wal", "-shm"):
        beside = path.with_name(path.name + ending)
        if beside.exists():
            beside.rename(kept.with_name(kept.name + ending))
    return path.rename(kept)
