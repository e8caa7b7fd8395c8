"""Reads a history of writes, and gives the folder as it may lie on the disk after a power cut at any instant of it.

What was synced is there. Of what was written to a file since its last sync, anything may be there: nothing, a
beginning, or any of its sectors; a name that was changed is the old or the new one until its folder is synced.
"""

from __future__ import annotations

import random
import shutil
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512
_HEAD = struct.Struct("<cIQQ")


@dataclass(frozen=True)
class Record:
    """One thing that was done to a file."""

    kind: str
    """W write, T truncate, S sync, R rename (the new path is the data), U remove."""
    path: str
    offset: int
    data: bytes


def read(file: Path) -> list[Record]:
    """The whole history, in its order."""
    return list(_records(file.read_bytes()))


def _records(raw: bytes) -> Iterator[Record]:
    at = 0
    while at < len(raw):
        kind, size, offset, length = _HEAD.unpack_from(raw, at)
        at += _HEAD.size
        path = raw[at : at + size].decode()
        at += size
        yield Record(kind.decode(), path, offset, raw[at : at + length])
        at += length


@dataclass
class _File:
    """What is surely on the disk, and what was done since."""

    sure: bytearray = field(default_factory=bytearray)
    since: list[Record] = field(default_factory=list[Record])

    def do(self, record: Record) -> None:
        if record.kind == "T":
            del self.sure[record.offset :]
            self.sure.extend(bytes(record.offset - len(self.sure)))
            return
        end = record.offset + len(record.data)
        if len(self.sure) < end:
            self.sure.extend(bytes(end - len(self.sure)))
        self.sure[record.offset : end] = record.data

    def sync(self) -> None:
        for record in self.since:
            self.do(record)
        self.since.clear()

    def copy(self) -> _File:
        return _File(bytearray(self.sure), list(self.since))


class Disk:
    """A folder as it is on the disk, moved on record by record."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files = {str(file): _File(bytearray(file.read_bytes())) for file in folder.rglob("*") if file.is_file()}
        self._renamed: list[tuple[str, str, _File | None]] = []
        """Since the folder was last synced: from, to, and what the new name named before."""

    def do(self, record: Record) -> None:
        """One more thing happens."""
        match record.kind:
            case "S" if Path(record.path).is_dir() or record.path == str(self._folder):
                self._renamed.clear()
            case "S":
                if record.path in self._files:
                    self._files[record.path].sync()
            case "R":
                to = record.data.decode()
                if record.path in self._files:
                    self._renamed.append((record.path, to, self._files.get(to)))
                    self._files[to] = self._files.pop(record.path)
            case "U":
                self._files.pop(record.path, None)
            case _:
                self._files.setdefault(record.path, _File()).since.append(record)

    def cut(self, dice: random.Random, into: Path) -> None:
        """Write the folder as it may be found when the power comes back."""
        shutil.rmtree(into, ignore_errors=True)
        files = {path: file.copy() for path, file in self._files.items()}
        for old, new, before in reversed(self._renamed):
            if dice.random() < 0.5:
                files[old] = files.pop(new)
                if before is not None:
                    files[new] = before.copy()
        for path, file in files.items():
            if path.endswith("-shm"):
                continue  # memory that happens to have a name
            for record in _survivors(file.since, dice):
                file.do(record)
            target = into / Path(path).relative_to(self._folder)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(file.sure)


def _survivors(since: list[Record], dice: random.Random) -> Iterator[Record]:
    match dice.choice(["nothing", "all", "beginning", "sectors"]):
        case "nothing":
            return
        case "all":
            yield from since
        case "beginning":
            yield from since[: dice.randrange(len(since) + 1)]
        case _:
            for record in since:
                if record.kind == "T":
                    if dice.random() < 0.5:
                        yield record
                    continue
                for start in range(0, len(record.data), SECTOR):
                    if dice.random() < 0.5:
                        yield Record("W", record.path, record.offset + start, record.data[start : start + SECTOR])
