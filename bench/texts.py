"""Gives sentences in six languages as people write them: from the corpus folder where there is one, else of own words.

`SOCIALDESK_CORPUS` names a folder of JSON lines with a `lang` and texts; nothing of it is kept here.
"""

from __future__ import annotations

import json
import os
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

_WORDS = Path(__file__).parent / "words"
LANGUAGES = ("en", "fr", "de", "es", "ar", "ja")
_SHARES = (0.45, 0.65, 0.76, 0.86, 0.94, 1.0)
_LONGEST = 600
_OWN_SENTENCES = 4000


def language(chance: Random) -> str:
    """A language, the common ones more often."""
    drawn = chance.random()
    return next(name for name, share in zip(LANGUAGES, _SHARES, strict=True) if drawn < share)


def sentence(chance: Random, of: str) -> str:
    """What somebody writes in a language; one in nine with an emoji behind it."""
    texts = said()[of]
    text = texts[int(chance.random() * len(texts))]
    if chance.random() < 0.11:
        faces = _words("emoji")
        return f"{text} {faces[int(chance.random() * len(faces))]}"
    return text


def source() -> str:
    """Where the sentences come from: `corpus` or `own`."""
    return "corpus" if _corpus() else "own"


@cache
def said() -> dict[str, list[str]]:
    """The sentences of each language. The same on every machine that has the same corpus, or none."""
    found: dict[str, list[str]] = {name: [] for name in LANGUAGES}
    for file in _corpus():
        for line in file.read_text(encoding="utf-8").splitlines():
            one = json.loads(line)
            if one["lang"] in found:
                found[one["lang"]] += [text[:_LONGEST] for text in _texts(one) if text.strip()]
    return {name: texts or _own(name) for name, texts in found.items()}


def _corpus() -> list[Path]:
    folder = os.environ.get("SOCIALDESK_CORPUS")
    return sorted(Path(folder).glob("*.jsonl")) if folder else []


def _texts(one: dict[str, Any]) -> list[str]:
    turns = one.get("turns") or one.get("customer_turns")
    return [turn["text"] for turn in turns] if turns else [one["text"]]


def _own(name: str) -> list[str]:
    chance = Random(f"words of {name}")
    words = _words(name)
    glue = "" if name == "ja" else " "
    return [glue.join(chance.choices(words, k=chance.randint(3, 28))) for _ in range(_OWN_SENTENCES)]


@cache
def _words(name: str) -> list[str]:
    return (_WORDS / f"{name}.txt").read_text(encoding="utf-8").split()
