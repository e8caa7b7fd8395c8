"""`python -m bench [NAME …] [--sizes 10000,100000] [--json FILE]`: takes the figures and prints them."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from bench import made_up, store_benches, window_benches
from bench.harness import Figure, write_json

BENCHES = {
    "reads": store_benches.reads,
    "acknowledged": store_benches.acknowledged,
    "key_to_paint": window_benches.key_to_paint,
    "first_window": window_benches.first_window,
    "ingest": store_benches.ingest,
}


def main() -> int:
    """Run the benches that are named, or all; 0 even where a target is missed, since figures judge nothing."""
    words = argparse.ArgumentParser(prog="bench", description=__doc__)
    words.add_argument("names", nargs="*", choices=[*BENCHES, []], help="which benches (default: all)")
    words.add_argument("--sizes", default="10000,100000", help="how many messages the workspace holds")
    words.add_argument("--json", type=Path, metavar="FILE", help="keep the figures")
    options = words.parse_args()
    figures: list[Figure] = []
    for size in (int(text) for text in options.sizes.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            print(f"making {size:,} messages", file=sys.stderr, flush=True)
            unlocked = made_up.workspace(Path(folder) / "workspace", size)
            for name in options.names or BENCHES:
                for figure in BENCHES[name](unlocked, size):
                    figures.append(figure)
                    print(figure.line(), flush=True)
    if options.json:
        write_json(figures, options.json)
    return 0


if __name__ == "__main__":
    sys.exit(main())
