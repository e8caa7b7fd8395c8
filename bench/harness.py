"""Takes a figure and its floor in turn, and gives both with their ratio; knows nothing of what is measured.

Machines drift, so the two are run alternately and compared pair by pair: the ratio is the median of the pairs' own.
"""

from __future__ import annotations

import gc
import json
import platform
import statistics
import time
from collections.abc import Callable, Sequence
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
        mark = {True: "holds", False: "MISSED", None: ""}[self.holds]
        return (
            f"{self.name:<52}{self.size:>10,} {self.value:>11,.3f} {self.floor:>11,.3f} {self.unit:<5}"
            f" {self.ratio:>8.2f}  {self.target:<10} {mark}"
        )


HEADER = f"{'what':<52}{'messages':>10} {'figure':>11} {'floor':>11} {'':<5} {'ratio':>8}  {'target':<10}"


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


def _nothing() -> None:
    pass


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
    before: Callable[[], object] = _nothing,
) -> Figure:
    """Time `figure` against `floor`, alternately; `before` is called before each and not timed.

    `per` is how many operations one call makes; times are per operation. With `most` the ratio is figure time to floor
    time; with `least` it is a rate, floor time to figure time.
    """

    def timed(act: Callable[[], object]) -> float:
        before()
        return seconds(act) / per * 1000

    timed(figure)
    timed(floor)
    pairs = [(timed(figure), timed(floor)) for _ in range(rounds)]
    value, base = (statistics.median(column) for column in zip(*pairs, strict=True))
    if least is not None:
        ratio = statistics.median(b / v for v, b in pairs)
        return Figure(name, size, "ms", value, base, ratio, f">= {least:g}", ratio >= least)
    ratio = statistics.median(v / b for v, b in pairs)
    return Figure(name, size, "ms", value, base, ratio, *_judged(ratio, most))


def amount(
    name: str, size: int, unit: str, value: float, floor: float, *, most: float | None = None, is_added: bool = False
) -> Figure:
    """Compare two amounts that are not times: by ratio, or with `is_added` by what the figure has more."""
    ratio = value / floor
    if is_added and most is not None:
        return Figure(name, size, unit, value, floor, ratio, f"<= +{most:g}", value - floor <= most)
    return Figure(name, size, unit, value, floor, ratio, *_judged(ratio, most))


def quantile(values: Sequence[float], share: float) -> float:
    """The value below which `share` of all lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def from_samples(
    name: str,
    size: int,
    figure_ms: Sequence[float],
    floor_ms: Sequence[float],
    *,
    share: float,
    most: float | None = None,
    floor_share: float | None = None,
    most_ms: float | None = None,
) -> Figure:
    """Compare one quantile of two lists of samples taken in the same run, optionally bounded in milliseconds as well.

    The floor's quantile is `floor_share`, or the same.
    """
    value, base = quantile(figure_ms, share), quantile(floor_ms, share if floor_share is None else floor_share)
    ratio = value / base
    target, holds = _judged(ratio, most)
    if most_ms is not None:
        target = f"{target}, {most_ms:g} ms" if target else f"<= {most_ms:g} ms"
        holds = holds is not False and value <= most_ms
    return Figure(f"{name}, p{share * 100:g}", size, "ms", value, base, ratio, target, holds)


def _judged(ratio: float, most: float | None) -> tuple[str, bool | None]:
    return (f"<= {most:g}", ratio <= most) if most else ("", None)


def write_json(figures: list[Figure], file: Path) -> None:
    """Keep the figures for another program to read, with the machine they come from."""
    machine = {"system": platform.platform(), "python": platform.python_version(), "processor": _processor()}
    said = {"machine": machine, "figures": [asdict(figure) for figure in figures]}
    file.write_text(json.dumps(said, indent=1) + "\n")


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    lines = info.read_text().splitlines() if info.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return f"{len(names)} x {names[0]}" if names else platform.processor()
