"""Measures the shield on labelled texts: gives precision and recall per kind and language, and what was held wrongly.

    SOCIALDESK_CORPUS=folder python -m bench.shield [--wrong 20]

The folder holds JSON lines as named in `docs/shield.md`; without it there is nothing to measure.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from socialdesk.model.shield.judge import judge
from socialdesk.model.shield.lists import Lists, parse
from socialdesk.model.shield.values import ShieldKind
from socialdesk.support.resources import resource

_SPAM = {ShieldKind.SPAM, ShieldKind.SCAM}
_EVERYDAY = (
    *("support-tweets.en", "service-chat.en", "service-chat.fr", "reviews.en", "reviews.fr", "intents-banking.en"),
    *("support-chat-customer.en", "emotions.en"),
    *(f"sentiment-tweets.{language}" for language in ("en", "fr", "de", "es", "it", "pt")),
)
_HARMFUL = {"abusive", "hateful", "offensive", "disrespectful"}


def rows(path: Path) -> Iterator[dict[str, object]]:
    """The lines of a file, each one object."""
    for line in path.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def texts(row: dict[str, object]) -> Iterator[str]:
    """What the customer wrote in a line."""
    turns = row.get("turns") or row.get("customer_turns")
    if isinstance(turns, list):
        yield from (str(turn["text"]) for turn in turns if turn.get("who", "customer") == "customer")
    else:
        yield str(row["text"])


def labelled(folder: Path, lists: Lists, wrong: int) -> None:
    """Precision and recall where people said what each text is."""
    print(f"{'labelled set':28}{'texts':>7}{'harmful':>9}{'held':>6}{'right':>7}{'precision':>11}{'recall':>8}")
    for name in ("abuse-tweets.en", "abuse-tweets.fr", "spam-sms.en", "spam-youtube.en"):
        told: Counter[str] = Counter()
        bad: list[str] = []
        missed: list[str] = []
        for row in rows(folder / f"{name}.jsonl"):
            is_spam = "spam" in row
            labels = row.get("labels")
            named = set(map(str, labels)) if isinstance(labels, list) else set[str]()
            harmful = bool(row["spam"]) if is_spam else bool(_HARMFUL & named)
            verdict = judge(str(row["text"]), lists)
            held = verdict is not None and (verdict.kind in _SPAM) is is_spam
            told["texts"] += 1
            told["harmful"] += harmful
            told["held"] += held
            told["right"] += held and harmful
            if held and verdict is not None:
                told[f"held {verdict.kind.value}"] += 1
                told[f"right {verdict.kind.value}"] += harmful
            if held and not harmful:
                bad.append(f"{row['text']!r:.150} {verdict}")
            if harmful and not held:
                missed.append(f"{row['text']!r:.150}")
        precision = told["right"] / (told["held"] or 1)
        recall = told["right"] / (told["harmful"] or 1)
        print(
            f"{name:28}{told['texts']:7}{told['harmful']:9}{told['held']:6}{told['right']:7}{precision:11.3f}{recall:8.3f}"
        )
        for kind in ShieldKind:
            if told[f"held {kind.value}"]:
                share = told[f"right {kind.value}"] / told[f"held {kind.value}"]
                print(f"  {kind.value:42}{told[f'held {kind.value}']:6}{told[f'right {kind.value}']:7}{share:11.3f}")
        print(
            *(f"    wrong: {one}" for one in bad[:wrong]), *(f"    missed: {one}" for one in missed[:wrong]), sep="\n"
        )


def everyday(folder: Path, lists: Lists, wrong: int) -> None:
    """How much is held of what customers write every day; most of it should not be."""
    print(f"{'everyday set':28}{'texts':>7}{'held':>6}{'share':>9}  kinds")
    for name in _EVERYDAY:
        kinds: Counter[str] = Counter()
        total = 0
        bad: list[str] = []
        for row in rows(folder / f"{name}.jsonl"):
            for text in texts(row):
                total += 1
                verdict = judge(text, lists)
                if verdict is not None:
                    kinds[verdict.kind.value] += 1
                    told = [(one.kind.value, one.rule, text[one.start : one.end]) for one in verdict.reasons]
                    bad.append(f"{text!r:.160} -> {told}")
        held = sum(kinds.values())
        print(f"{name:28}{total:7}{held:6}{held / total:9.4f}  {dict(kinds)}")
        print(*(f"    held: {one}" for one in bad[:wrong]), sep="\n")


def main() -> int:
    """Print both tables."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--wrong", type=int, default=0, help="how many wrong ones to print of each set")
    wrong: int = arguments.parse_args().wrong
    folder = os.environ.get("SOCIALDESK_CORPUS")
    if not folder:
        print("Set SOCIALDESK_CORPUS to the folder with the labelled texts.", file=sys.stderr)
        return 2
    lists = parse(path.read_text(encoding="utf-8") for path in sorted(resource("shield").glob("*.toml")))
    labelled(Path(folder), lists, wrong)
    everyday(Path(folder), lists, wrong)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
