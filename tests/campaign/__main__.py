"""`python -m tests.campaign [--operations N] [--seed N]`: campaigns, one seed after another."""

from __future__ import annotations

import argparse
import asyncio
import logging
import shutil
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.campaign.children import Zygote
from tests.campaign.run import Campaign


def main() -> int:
    """Run them; 1 when a promise did not hold, and then the folder of that campaign is kept."""
    words = argparse.ArgumentParser(prog="tests.campaign", description=__doc__)
    words.add_argument("--operations", type=int, default=10_000)
    words.add_argument("--seed", type=int, default=1, help="the first seed; each campaign takes the next")
    words.add_argument("--mistake", default="", help="plant a mistake, to see that it is found")
    words.add_argument("--each", type=int, default=1_000, help="operations of one campaign")
    options = words.parse_args()
    logging.getLogger("asyncio").setLevel(logging.ERROR)  # lines that break are what this is about
    zygote = Zygote()
    began = time.monotonic()
    kills: Counter[str] = Counter()
    totals: Counter[str] = Counter()
    failed = 0
    for seed in range(options.seed, options.seed + max(1, options.operations // options.each)):
        folder = Path(tempfile.mkdtemp(prefix=f"campaign-{seed}-"))
        report = asyncio.run(Campaign(seed, folder, zygote, mistake=options.mistake).run(options.each))
        print(report.line(), flush=True)
        kills += report.kills
        totals += Counter(
            operations=report.operations, answers=report.answers, asked_a_person=report.asked_a_person
        ) + Counter({f"fault: {name}": number for name, number in report.faults.items()})
        if report.broken:
            failed += 1
            print(f"  kept: {folder}", flush=True)
        else:
            shutil.rmtree(folder)
    zygote.close()
    minutes = (time.monotonic() - began) / 60
    print(f"{dict(totals)}\nkills {dict(kills)}\n{failed} campaigns with broken promises, {minutes:.1f} minutes")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
