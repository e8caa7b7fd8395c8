"""`./dev bench [NAME …] [--sizes 10000,1000000] [--keep] [--json FILE]`: takes the figures and prints them."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from bench import (
    acts,
    channels,
    flat_scroll,
    ingest_benches,
    made_up,
    palette,
    replies,
    rules,
    scale,
    simulator,
    smooth,
    store_benches,
    window_benches,
)
from bench.ground import Ground
from bench.harness import HEADER, Figure, write_json

_KEPT = Path("out/bench")
BENCHES = {
    "disk": store_benches.disk,
    "reads": store_benches.reads,
    "acknowledged": store_benches.acknowledged,
    "key_to_paint": window_benches.key_to_paint,
    "acts": acts.acts,
    "palette": palette.palette,
    "replies": replies.replies,
    "long_threads": window_benches.long_threads,
    "first_window": window_benches.first_window,
    "memory": window_benches.memory,
    "flat_scroll": flat_scroll.flat_scroll,
    "smooth": smooth.smooth,
    "counters": store_benches.counters,
    "ingest": ingest_benches.ingest,
    "joining": ingest_benches.joining,
    "shielded": ingest_benches.shielded,
    "ruled": rules.ruled,
    "wire": ingest_benches.wire,
}
GROWTH = "growth"
PROMISED = "promises"
SIMULATOR = "simulator"
"""A month of a team, for each way to give threads out; it needs no workspace and is run alone."""
CHANNELS = "channels"
"""Very many channels on one engine; it needs no workspace and is run alone."""
DAY = "day"
"""What a simulated day of 300 channels leaves in memory; it is run alone."""
SCALE, MILLION = "scale", "million"
"""Very many threads, clocks and rules, and a million messages through fifty rules; they are run alone."""
_PROMISES = ("acts", "first_window", "shielded")
"""What is promised of the real window, eight minutes on a quiet machine with a kept workspace of a million messages."""


def main() -> int:
    """Run the benches that are named, or all; 0 even where a target is missed, since figures judge nothing."""
    words = argparse.ArgumentParser(prog="bench", description=__doc__)
    words.add_argument(
        "names",
        nargs="*",
        choices=[*BENCHES, GROWTH, PROMISED, SIMULATOR, CHANNELS, DAY, SCALE, MILLION, []],
        help="which benches (default: all)",
    )
    words.add_argument("--sizes", default="10000,100000", help="how many messages the workspaces hold")
    words.add_argument("--seed", type=int, default=7, help="what the messages are made from")
    words.add_argument("--json", type=Path, metavar="FILE", help="keep the figures")
    words.add_argument("--keep", action="store_true", help="keep the workspaces and use them again")
    words.add_argument("--under", type=Path, default=_KEPT, metavar="FOLDER", help="where workspaces are made and kept")
    words.add_argument("--short", action="store_true", help="a hundredth of scale and million, a tenth of day")
    options = words.parse_args()
    if options.names == [SIMULATOR]:
        return simulator.main(options.seed)
    if options.names == [CHANNELS]:
        return channels.main()
    if options.names == [DAY]:
        return channels.day(short=options.short)
    if options.names in ([SCALE], [MILLION]):
        return scale.main(options.seed, short=options.short, is_million=options.names == [MILLION])
    root: Path = options.under
    names = options.names or [*BENCHES, GROWTH]
    if PROMISED in names:
        names = [*names, *_PROMISES]
    figures: list[Figure] = []

    def tell(figure: Figure) -> None:
        figures.append(figure)
        print(figure.line(), flush=True)

    root.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=root) as folder:
        grounds: list[Ground] = []
        for size in (int(text) for text in options.sizes.split(",")):
            print(f"making {size:,} messages", file=sys.stderr, flush=True)
            made = made_up.kept(root if options.keep else Path(folder) / "made", size, seed=options.seed)
            grounds.append(Ground(made_up.copy(made, Path(folder) / str(size)), size))
        print(HEADER)
        for ground in grounds:
            for name, bench in BENCHES.items():
                if name in names:
                    for figure in bench(ground):
                        tell(figure)
        if GROWTH in names and len(grounds) > 1:
            for figure in store_benches.growth(grounds[0], grounds[-1]):
                tell(figure)
        if not options.keep:
            shutil.rmtree(Path(folder) / "made", ignore_errors=True)
    if options.json:
        write_json(figures, options.json)
    return 0


if __name__ == "__main__":
    sys.exit(main())
