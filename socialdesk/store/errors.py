"""Gives what can be wrong with a local file, each with a sentence: what, where, what is safe, what to do."""

from __future__ import annotations

from pathlib import Path


class StoreError(Exception):
    """Something is wrong with a workspace file. `sentence` is for a person, `path` is where."""

    def __init__(self, path: Path, sentence: str) -> None:
        super().__init__(sentence)
        self.path = path
        self.sentence = sentence


class NewerFile(StoreError):
    """The file was written by a newer SocialDesk; it is left untouched."""


class DamagedFile(StoreError):
    """The file is not readable as a database."""


class WrongKey(DamagedFile):
    """No page of the file answers to the key: it was written with another one, or nothing of it is left."""


class DiskFull(StoreError):
    """There is no room; the change that did not fit left nothing behind."""


class ReadOnlyFile(DiskFull):
    """Nothing can be written any more, as where there is no room: the disk was made read-only, or the file."""


class LockedFile(StoreError):
    """Another program holds the file."""
