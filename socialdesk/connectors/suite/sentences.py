"""Decides whether a failure is told as a person can use it; mechanical, so it finds only what is surely wrong."""

from __future__ import annotations

import re

from socialdesk.connectors.suite.scale import Failing
from socialdesk.model.failure import Failure, FailureKind

_MACHINE = re.compile(
    r"\bNone\b|\bnull\b|Traceback|\b\w+(?:Error|Exception)\b|[{}<>\\]|\b[a-z]+_[a-z_]+\b|\bHTTP\b|\b[45]\d\d\b|\bJSON\b"
)
_NAMED = re.compile(r"https?://\S+|\b[\w.-]+:\d+\b|“[^”]*”|'[^']*'|@[\w.-]+|\bu/\w+")
"""Addresses, names of accounts and what is quoted: others chose how they are written."""


def wrong_with(failure: Failure) -> str:
    """What is surely wrong with its sentence; "" for nothing."""
    text = failure.sentence.strip()
    if len(text.split()) < 4:
        return f"{text!r} is no sentence"
    if not (
        text[0].isupper()
        or text[0].isdigit()
        or not text[0].isalpha()
        or re.search(r"[.:]|^localhost$", text.split()[0])
    ):
        return f"{text!r} begins with a small letter"
    if text[-1] not in ".!?…”":
        return f"{text!r} has no end"
    if len(text) > 400:
        return f"{text[:40]!r}… is longer than anybody reads"
    if found := _MACHINE.search(_NAMED.sub("", text)):
        return f"{text!r} speaks to a programmer ({found.group()})"
    if failure.kind is not FailureKind.BUG and not _has_next_step(text):
        return f"{text!r} says what is wrong, and not what to do or what happens now"
    return ""


def _has_next_step(text: str) -> bool:
    """Whether it goes on after what is wrong: another sentence, or another half of one."""
    return len(re.findall(r"[.!?;:,](?:\s|$)", text)) >= 2


def expect_sentence(failure: Failure, words: str) -> None:
    """Fail where a person could not use it."""
    if wrong := wrong_with(failure):
        raise Failing(f"After {words}: {wrong}.")
