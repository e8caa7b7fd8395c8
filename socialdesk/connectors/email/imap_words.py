"""Reads what an IMAP server says: gets lines with their literals, gives words, strings and lists. Knows no line.

An atom is a `str`, a string (quoted or literal) is `bytes`, NIL is None, a list is a list (RFC 9051, section 4).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TypeAlias

Word: TypeAlias = "str | bytes | list[Word] | None"
DEEPEST = 200
_LITERAL = re.compile(rb"\{(\d{1,10})\+?\}$")
_CODE = re.compile(r"^\[([^\]\s]+)(?: ([^\]]*))?\] ?")
_ATOM_ENDS = re.compile(rb'[\s()"{]')


class Unreadable(ValueError):
    """No word of IMAP."""


@dataclass(frozen=True, slots=True)
class Said:
    """One response: `tag` is `*`, `+` or the command's own; `kind` OK, NO, BAD, BYE, FETCH, SEARCH and so on."""

    tag: str
    kind: str
    number: int | None = None
    words: list[Word] = field(default_factory=list["Word"])
    code: str = ""
    code_text: str = ""
    text: str = ""


def literal_size(line: bytes) -> int | None:
    """How many bytes follow a line, where it ends by announcing some."""
    found = _LITERAL.search(line)
    return int(found[1]) if found else None


def read(pieces: list[bytes]) -> Said:
    """One response of lines (at even places) and literals (at odd ones). Raises Unreadable."""
    head = pieces[0]
    tag, _, rest = head.partition(b" ")
    if tag == b"+":
        return Said("+", "+", text=rest.decode("utf-8", "replace"))
    first, _, after = rest.partition(b" ")
    number = int(first) if first.isdigit() else None
    if number is not None:
        first, _, after = after.partition(b" ")
    kind = first.decode("ascii", "replace").upper()
    name = tag.decode("ascii", "replace")
    if kind in {"OK", "NO", "BAD", "BYE", "PREAUTH"}:
        text = after.decode("utf-8", "replace")
        code = _CODE.match(text)
        if code is None:
            return Said(name, kind, text=text)
        return Said(name, kind, code=code[1].upper(), code_text=code[2] or "", text=text[code.end() :])
    return Said(name, kind, number, _words([after, *pieces[1:]]))


def _words(pieces: list[bytes]) -> list[Word]:
    """The words of a response, without going deeper by calling itself: what is nested is the server's choice."""
    found: list[Word] = []
    stack = [found]
    for place, piece in enumerate(pieces):
        if place % 2:
            stack[-1].append(piece)
            continue
        line = _LITERAL.sub(b"", piece) if place + 1 < len(pieces) else piece
        at = 0
        while at < len(line):
            char = line[at : at + 1]
            if char.isspace():
                at += 1
            elif char == b"(":
                if len(stack) > DEEPEST:
                    raise Unreadable("too deep")
                inner: list[Word] = []
                stack[-1].append(inner)
                stack.append(inner)
                at += 1
            elif char == b")":
                if len(stack) == 1:
                    raise Unreadable("a list that was not begun")
                stack.pop()
                at += 1
            elif char == b'"':
                text, at = _quoted(line, at + 1)
                stack[-1].append(text)
            else:
                atom, at = _atom(line, at)
                stack[-1].append(None if atom.upper() == "NIL" else atom)
    if len(stack) != 1:
        raise Unreadable("a list without end")
    return found


def _quoted(line: bytes, at: int) -> tuple[bytes, int]:
    parts: list[bytes] = []
    while True:
        quote, slash = line.find(b'"', at), line.find(b"\\", at)
        if quote < 0:
            raise Unreadable("a string without end")
        if slash < 0 or slash > quote:
            return b"".join([*parts, line[at:quote]]), quote + 1
        parts += [line[at:slash], line[slash + 1 : slash + 2]]
        at = slash + 2


def _atom(line: bytes, at: int) -> tuple[str, int]:
    """An atom; what stands in its brackets belongs to it, as in BODY[HEADER.FIELDS (FROM)]<0>."""
    begin = at
    while at < len(line):
        ends = _ATOM_ENDS.search(line, at)
        stop = ends.start() if ends else len(line)
        bracket = line.find(b"[", at, stop)
        if bracket < 0:
            at = stop
            break
        close = line.find(b"]", bracket)
        if close < 0:
            raise Unreadable("a bracket without end")
        at = close + 1
    # What can begin nothing stands alone, so that it is always gone on.
    return line[begin : max(at, begin + 1)].decode("utf-8", "replace"), max(at, begin + 1)


def pairs(words: list[Word]) -> dict[str, Word]:
    """The items of a FETCH by their names."""
    told = words[0] if words and isinstance(words[0], list) else []
    return {
        str(name).upper(): value for name, value in zip(told[::2], told[1::2], strict=False) if isinstance(name, str)
    }


def numbers(text: str) -> list[int]:
    """The numbers of a set such as 2:4,7; a range that nobody could mean gives nothing."""
    found: list[int] = []
    for part in text.split(","):
        low, _, high = part.partition(":")
        if low.isdigit() and (high or low).isdigit():
            first, last = sorted((int(low), int(high or low)))
            if last - first < 1_000_000:
                found.extend(range(first, last + 1))
    return found


def as_set(uids: list[int]) -> str:
    """Numbers as a set, runs of them as ranges."""
    parts: list[str] = []
    begin = last = -1
    for uid in [*sorted(set(uids)), -1]:
        if uid == last + 1 and begin >= 0:
            last = uid
            continue
        if begin >= 0:
            parts.append(str(begin) if begin == last else f"{begin}:{last}")
        begin = last = uid
    return ",".join(parts)
