"""Reads what networks really answered, where it lies beside this repository: it is not ours to keep."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any


def recorded(network: str, pattern: str) -> Iterator[Any]:
    """The recordings of a network whose names match, parsed; none where `SOCIALDESK_RECORDED` names no folder."""
    folder = os.environ.get("SOCIALDESK_RECORDED", "")
    for file in sorted((Path(folder) / network).glob(pattern)) if folder else ():
        yield json.loads(file.read_text(encoding="utf-8"))


def ours_and(ours: Any, network: str, pattern: str) -> Iterator[Any]:
    """What we wrote after the documentation, and beside it the recordings: what holds of one must hold of the other."""
    yield ours
    yield from recorded(network, pattern)


def answers(network: str, pattern: str) -> Iterator[dict[str, Any]]:
    """The bodies of recorded answers that are objects."""
    for exchanges in recorded(network, pattern):
        for one in exchanges:
            body = one["response"]["body"]
            if isinstance(body, dict):
                yield body
