"""Keeps which reviews a location had when all were last listed, in a file: one that is deleted simply is not there."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from socialdesk.support.paths import make_private_folder, write_private


@dataclass(frozen=True, slots=True)
class Listing:
    """What a whole listing found. `gone` is told again once, in case nobody heard it the first time."""

    ids: frozenset[str] = frozenset()
    gone: tuple[str, ...] = ()
    at: datetime | None = field(default=None, compare=False)


class Known:
    """The file of one location."""

    def __init__(self, folder: Path, location: str) -> None:
        self._file = folder / f"reviews-{sha256(location.encode()).hexdigest()[:16]}.json"

    def load(self) -> Listing:
        """The last whole listing; an empty one where there is none."""
        try:
            said = json.loads(self._file.read_text(encoding="utf-8"))
            return Listing(frozenset(map(str, said["ids"])), tuple(map(str, said["gone"])))
        except (OSError, ValueError, KeyError, TypeError):
            return Listing()

    def store(self, listing: Listing) -> None:
        """Keep a whole listing."""
        make_private_folder(self._file.parent)
        write_private(self._file, json.dumps({"ids": sorted(listing.ids), "gone": listing.gone}))
