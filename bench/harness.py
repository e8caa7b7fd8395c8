"""Takes a figure and its floor in turn, and gives both with their ratio; knows nothing of what is measured.

Machines drift, so the two are run alternately and compared pair by pair: the ratio is the median of the pairs' own.
"""

from __future__ import annotations

import gc
import json
import statistics
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured thing. `value` and `floor` are medians in `unit`; `ratio` is what the target speaks of."""

    name: str
    size: int
    unit: str
    value: float
    floor: float
    ratio: float
    target: str
    holds: bool | None

    def line(self) -> str:
        """The figure as one line of a table."""
        mark = {True: "ok", False: "MISSED", None: ""}[self.holds]
        return (
            f"{self.name:<44}{self.size:>9,}  {self.value:>12,.3f} {self.unit:<6} floor {self.floor:>12,.3f}"
            f"  ratio {self.ratio:>7.2f}  target {self.target:<8} {mark}"
        )


def seconds(act: Callable[[], object]) -> float:
    """How long one call takes, with the collector out of the way."""
    gc.collect()
    gc.disable()
    try:
        began = time.perf_counter()
        act()
        return time.perf_counter() - began
    finally:
        gc.enable()


def compare(
    name: str,
    size: int,
    figure: Callable[[], object],
    floor: Callable[[], object],
    *,
    most: float | None = None,
    least: float | None = None,
    rounds: int = 15,
    per: int = 1,
) -> Figure:
    """Time `figure` against `floor`, alternately. `per` is how many operations one call makes; times are per operation.

    With `most` the ratio is figure time to floor time; with `least` it is a rate, floor time to figure time.
    """
    figure()
    floor()
    pairs = [(seconds(figure) / per * 1000, seconds(floor) / per * 1000) for _ in range(rounds)]
    value, base = (statistics.median(column) for column in zip(*pairs, strict=True))
    if least is not None:
        ratio = statistics.median(b / v for v, b in pairs)
        return Figure(name, size, "ms", value, base, ratio, f">= {least:g}", ratio >= least)
    ratio = statistics.median(v / b for v, b in pairs)
    return Figure(name, size, "ms", value, base, ratio, f"<= {most:g}" if most else "", ratio <= most if most else None)


def from_samples(
    name: str, size: int, figure_ms: list[float], floor_ms: list[float], *, quantile: float, most: float
) -> Figure:
    """Compare one quantile of two lists of samples taken in the same run."""

    def at(values: list[float]) -> float:
        ordered = sorted(values)
        return ordered[min(len(ordered) - 1, int(len(ordered) * quantile))]

    value, base = at(figure_ms), at(floor_ms)
    ratio = value / base
    return Figure(f"{name}, p{quantile * 100:g}", size, "ms", value, base, ratio, f"<= {most:g}", ratio <= most)


def write_json(figures: list[Figure], file: Path) -> None:
    """Keep the figures for another program to read."""
    file.write_text(json.dumps([asdict(figure) for figure in figures], indent=1) + "\n")
