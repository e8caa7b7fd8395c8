"""Harms files the way disks do: pages gone, bits flipped, ends cut off. Seeded, so that every run harms alike."""

from __future__ import annotations

import random
from collections.abc import Iterable
from pathlib import Path

PAGE_BYTES = 4096


def pages(path: Path) -> int:
    """How many pages a file has."""
    return path.stat().st_size // PAGE_BYTES


def spoil(path: Path, numbers: Iterable[int], seed: int = 1) -> None:
    """Overwrite whole pages, counted from 1, with noise."""
    chance = random.Random(seed)
    with path.open("r+b") as file:
        for number in numbers:
            file.seek((number - 1) * PAGE_BYTES)
            file.write(chance.randbytes(PAGE_BYTES))


def some_pages(path: Path, share: float, seed: int, first: int = 2) -> list[int]:
    """A share of a file's pages, chosen by a seed; never those before `first`."""
    every = range(first, pages(path) + 1)
    return sorted(random.Random(seed).sample(every, max(1, round(len(every) * share))))
