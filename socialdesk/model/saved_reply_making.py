"""Makes a saved reply of an answer: what belongs to one person becomes a field again, the rest stays."""

from __future__ import annotations

from collections.abc import Mapping

from socialdesk.model.saved_reply import plain
from socialdesk.model.saved_reply_check import SHORTCUT_MOST, TITLE_MOST
from socialdesk.support.pattern import pattern

_LEAST = 3
"""A name of two letters is too often a word."""
_NOT_IN_SHORTCUT = pattern(r"[^\p{L}\p{N}]+")
_SENTENCE_END = pattern(r"[.!?…\n]")
FIELDS = ("full name", "first name", "handle", "order", "me", "our name")
"""What is put back, the longer ones first: a full name holds the first one."""


def body_of(text: str, known: Mapping[str, str]) -> str:
    """A body that says what a text says, with what is `known` of its thread as fields."""
    # A brace of the writer's would be read as a field.
    body = text.strip().replace("{", "(").replace("}", ")")
    for field in FIELDS:
        value = known.get(field, "").strip()
        if len(value) < _LEAST or "{" in value:
            continue
        body = _replaced(body, value, f"{{{field}}}")
    return body


def _replaced(body: str, value: str, field: str) -> str:
    made, at = "", 0
    while (found := body.find(value, at)) >= 0:
        end = found + len(value)
        is_whole = not (body[found - 1 : found].isalnum() if found else False) and not body[end : end + 1].isalnum()
        is_inside = body.rfind("{", 0, found) > body.rfind("}", 0, found)
        made += body[at:found] + (field if is_whole and not is_inside else value)
        at = end
    return made + body[at:]


def title_of(text: str, known: Mapping[str, str]) -> str:
    """A first title: the sentence after the greeting, cut; whoever saves it writes a better one."""
    lines = [part.strip(" ,;:–—-") for part in _SENTENCE_END.split(text)]
    name = known.get("first name", "")
    told = [line for line in lines if len(line) > 12 and (not name or name not in line)] or [
        line for line in lines if line
    ]
    first = told[0] if told else ""
    return first if len(first) <= 60 else f"{first[:59].rsplit(' ', 1)[0]}…"[:TITLE_MOST]


def shortcut_of(title: str) -> str:
    """A first shortcut: two words of the title that say something."""
    words = [word for word in _NOT_IN_SHORTCUT.split(plain(title)) if len(word) > 3]
    return "-".join(words[:2])[:SHORTCUT_MOST]
