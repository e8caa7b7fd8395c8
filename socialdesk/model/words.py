"""Decides what goes into a search index and what is asked of it, so that both cut text into words alike.

The index cuts at everything that is no letter or digit and is blind to case and accents. That does for scripts with
spaces; here the others are made to fit: Chinese, Japanese and Thai become overlapping pairs of letters, each emoji a
word of its own, Arabic one spelling. Linear in the length of the text, whatever it holds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

import regex

_UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}ー々〆\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
_RUN = regex.compile(rf"[{_UNSPACED}]+")
SIGNS = regex.compile(rf"[{_UNSPACED}]+|\p{{Extended_Pictographic}}")
"""What is found as it stands, wherever it stands: runs of scripts without spaces, and emoji."""
_EMOJI = regex.compile(r"\p{Extended_Pictographic}|[\U0001F1E6-\U0001F1FF]{2}|[\U0001F1E6-\U0001F1FF]")
_ARABIC = regex.compile(r"\p{Arabic}")
_UNUSUAL = re.compile(
    "[\0ßẞ\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u203c-\u2049\u2100-\u2bff"
    "\u2e80-\u9fff\ud800-\udfff\uf900-\ufdff\ufe70-\ufeff\U0001f000-\U0001faff\U00020000-\U0003ffff]"
)
"""Finds a text that may need more than to be handed on; most have none of these, and this is asked of every message."""
_MARKS = regex.compile(r"[\u0640\u064b-\u065f\u0670]")
ONE_SPELLING = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه"})
_WORD = regex.compile(r"[\p{L}\p{N}\p{M}\p{Co}]+")
LONGEST = 200_000
"""Characters of one text that are searchable; what stands after them is kept and shown all the same."""
LONGEST_WORD = 64
TO = "\ue000"
"""Begins a word of somebody a text went to: a letter of nobody's alphabet, which the index takes for one."""
LONGEST_TYPED = 1_000


def indexed(text: str) -> str:
    """What the index gets to read of a text."""
    if len(text) > LONGEST:
        text = text[:LONGEST]
    return text if _UNUSUAL.search(text) is None else _fitted(text, _pairs)


def indexed_people(named: Iterable[str]) -> str:
    """What the index gets to read of the people a text went to: their names and addresses as words like any other.

    Each word stands there a second time with `TO` before it, so that people can also be asked for by themselves.
    """
    found = [word[:LONGEST_WORD] for one in named for word in _WORD.findall(_fitted(one[:LONGEST_TYPED], _pairs))]
    return " ".join((*found, *(f"{TO}{word}" for word in found)))


def going_to(typed: str) -> str:
    """The index's expression for people a text went to; empty when nothing of it can be searched."""
    found = [f"{TO}{word}" for word in words(typed)]
    return f'"{" ".join(found)}" *' if found else ""


def words(typed: str) -> list[str]:
    """The words of what somebody typed, as the index knows them; one typed word may be several there."""
    return [word[:LONGEST_WORD] for word in _WORD.findall(_fitted(typed[:LONGEST_TYPED], _asked_pairs))]


def matching(typed: str, *, is_beginning: bool) -> str:
    """The index's expression for one word or phrase that was typed; empty when nothing of it can be searched.

    With `is_beginning` its last word may be the beginning of a longer one.
    """
    found = words(typed)
    if not found:
        return ""
    quoted = '"' + " ".join(found) + '"'
    # One sign of a script without spaces is itself the beginning of its pairs.
    if is_beginning or (len(found) == 1 and len(found[0]) == 1 and _RUN.fullmatch(found[0])):
        return quoted + " *"
    return quoted


def _fitted(text: str, pairs: Callable[[regex.Match[str]], str]) -> str:
    text = text.encode("utf-8", "replace").decode().replace("\0", " ")
    text = text.replace("ß", "ss").replace("ẞ", "SS")
    if _ARABIC.search(text) is not None:
        text = _MARKS.sub("", text).translate(ONE_SPELLING)
    text = _EMOJI.sub(_emoji, text)
    return _RUN.sub(pairs, text)


def _emoji(found: regex.Match[str]) -> str:
    return f" emoji{'x'.join(f'{ord(sign):x}' for sign in found[0])} "


def _pairs(found: regex.Match[str]) -> str:
    run = found[0]
    if len(run) == 1:
        return f" {run} "
    # The last sign stands alone as well, so that it is found as a beginning like every other.
    return " " + " ".join(run[place : place + 2] for place in range(len(run))) + " "


def _asked_pairs(found: regex.Match[str]) -> str:
    run = found[0]
    if len(run) == 1:
        return f" {run} "
    return " " + " ".join(run[place : place + 2] for place in range(len(run) - 1)) + " "
