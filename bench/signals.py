"""Measures on labelled texts what is told of messages: questions, complaint words, topics, language, and the time.

    SOCIALDESK_CORPUS=folder python -m bench.signals [--wrong 10]

The folder holds JSON lines as named in `docs/signals.md`; without it there is nothing to measure.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from socialdesk.engine.languages import all_languages, surely
from socialdesk.model.language import words_of
from socialdesk.model.shield.judge import language_of
from socialdesk.model.shield.lists import Lists, parse
from socialdesk.model.shield.normal import read
from socialdesk.model.signals import lexicon, signals_of
from socialdesk.model.triage_policy import Signal
from socialdesk.support.resources import resource

_TOPIC_OF = {
    "Delivery": ("card_arrival", "card_delivery_estimate"),
    "Refund": ("Refund_not_showing_up", "request_refund"),
    "Payment": ("card_payment", "charge", "fee", "declined_card_payment", "direct_debit", "pending_card_payment"),
    "Account": ("passcode", "terminate_account", "identity", "edit_personal_details"),
}
_LANGUAGES = ("en", "fr", "de", "es", "it", "pt", "ar", "hi")


def rows(folder: Path, name: str) -> Iterator[dict[str, Any]]:
    """The rows of a set."""
    with (folder / f"{name}.jsonl").open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def tell(name: str, labelled: Iterable[tuple[str, bool]], finds: Callable[[str], bool], wrong: int) -> None:
    """One line of the table, and some of what was missed or found wrongly."""
    right = missed = false = total = 0
    bad: list[str] = []
    for text, is_so in labelled:
        total += 1
        found = finds(text)
        right += found and is_so
        missed += is_so and not found
        false += found and not is_so
        if found is not is_so:
            bad.append(f"    {'found' if found else 'missed'}: {text!r:.150}")
    precision = right / (right + false) if right + false else 0.0
    recall = right / (right + missed) if right + missed else 0.0
    print(f"{name:38}{total:7}{right + missed:7}{precision:10.3f}{recall:8.3f}")
    print(*bad[:wrong], sep="\n", end="\n" if bad[:wrong] else "")


def questions(folder: Path, wrong: int) -> None:
    """Questions whose mark was taken away, among sentences of the same people that had none."""
    for name in ("support-tweets.en", "emotions.en", "reviews.fr", "sentiment-tweets.fr", "service-chat.fr"):
        labelled: list[tuple[str, bool]] = []
        for row in rows(folder, name):
            turns = [one["text"] for one in row.get("turns", ()) if one["who"] == "customer"]
            said = [text for text in turns or [row.get("text", "")] if text.count("?") <= 1]
            labelled += [(text.replace("?", ""), "?" in text) for text in said]
        tell(f"question without its mark, {name}", labelled, lambda text: _has(text, Signal.QUESTION), wrong)
    tell(
        "question as written, intents-banking.en",
        ((row["text"], "?" in row["text"]) for row in rows(folder, "intents-banking.en")),
        lambda text: _has(text, Signal.QUESTION),
        wrong,
    )


def complaints(folder: Path, wrong: int) -> None:
    """Reviews that report a problem, and reviews with one or two stars."""
    for language in ("en", "fr"):
        name = f"reviews.{language}"
        found = list(rows(folder, name))
        tell(
            f"complaint: problem report, {name}",
            ((row["text"], "problem_report" in row["labels"]) for row in found),
            lambda text: _has(text, Signal.COMPLAINT),
            wrong,
        )
        tell(
            f"complaint: one or two stars, {name}",
            ((row["text"], row["stars"] <= 2) for row in found),
            lambda text: _has(text, Signal.COMPLAINT),
            0,
        )


def topics(folder: Path, wrong: int) -> None:
    """Questions to a bank, whose intents name what our topics name; the lists were made for shops."""
    for topic, parts in _TOPIC_OF.items():
        tell(
            f"topic {topic}, intents-banking.en",
            ((row["text"], any(part in row["intent"] for part in parts)) for row in rows(folder, "intents-banking.en")),
            lambda text, topic=topic: topic in signals_of(text).topics,
            wrong,
        )


def languages(folder: Path, lists: Lists) -> None:
    """The language told by py3langid, and from the everyday words of the two languages that have lists."""
    said = {
        language: [row["text"] for row in rows(folder, f"sentiment-tweets.{language}")][:1200]
        for language in _LANGUAGES
    }
    known = all_languages()
    for language in _LANGUAGES:
        labelled = [(text, told == language) for told, texts in said.items() for text in texts if words_of(text)]

        def tells(text: str, language: str = language) -> bool:
            return surely(known, words_of(text)) == language

        tell(f"language {language}, tweets of 8 languages", labelled, tells, 0)
    began = time.perf_counter()
    texts = [words for some in said.values() for text in some if (words := words_of(text))]
    for words in texts:
        known.classify(words)
    took = (time.perf_counter() - began) / len(texts) * 1e6
    print(f"{len(texts)} of {sum(map(len, said.values()))} tweets are long enough to tell; {took:.0f} µs each")
    for language in ("en", "fr"):
        labelled = [(text, told == language) for told, texts in said.items() for text in texts]

        def finds(text: str, language: str = language) -> bool:
            return _language(text, lists) == language

        tell(f"language {language} by everyday words", labelled, finds, 0)


def _language(text: str, lists: Lists) -> str:
    return language_of(read(text), lists)


def _has(text: str, signal: Signal) -> bool:
    return signal in signals_of(text).found


def speed(folder: Path) -> None:
    """How long a message takes, in microseconds: the half of them and the slowest of a hundred."""
    texts = [row["text"] for name in ("reviews.en", "reviews.fr", "intents-banking.en") for row in rows(folder, name)]
    lexicon()
    took: list[float] = []
    for text in texts:
        began = time.perf_counter()
        signals_of(text)
        took.append((time.perf_counter() - began) * 1e6)
    took.sort()
    mean = sum(map(len, texts)) / len(texts)
    middle, slow = took[len(took) // 2], took[-len(took) // 100]
    print(f"\n{len(texts)} texts of {mean:.0f} characters: median {middle:.0f} µs, 99 % {slow:.0f} µs")


def main() -> int:
    """Print the tables."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--wrong", type=int, default=0, help="how many wrong ones to print of each set")
    wrong: int = arguments.parse_args().wrong
    folder = os.environ.get("SOCIALDESK_CORPUS")
    if not folder:
        print("Set SOCIALDESK_CORPUS to the folder with the labelled texts.", file=sys.stderr)
        return 2
    lists = parse(path.read_text(encoding="utf-8") for path in sorted(resource("shield").glob("*.toml")))
    print(f"{'what, and on which set':38}{'texts':>7}{'so':>7}{'precision':>10}{'recall':>8}")
    questions(Path(folder), wrong)
    complaints(Path(folder), wrong)
    topics(Path(folder), wrong)
    languages(Path(folder), lists)
    speed(Path(folder))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
