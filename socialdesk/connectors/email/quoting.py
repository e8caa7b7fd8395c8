"""Folds away what a mail program quotes below (or above) an answer: gives the words that are new, and `[…]`.

Only where a mail is an answer, and only what is surely quoted: an answer between the lines of a quote keeps them.
"""

from __future__ import annotations

import re

from socialdesk.connectors.email.html_text import QUOTE_BEGINS

FOLDED = "[…]"
_LONGEST = 500
_ORIGINAL = re.compile(
    r"^\s*-{2,}\s*(original message|original-nachricht|ursprüngliche nachricht|message d.origine|message original|"
    r"mensaje original|messaggio originale|oorspronkelijk bericht|forwarded message|message transféré)\s*-{2,}\s*$",
    re.IGNORECASE,
)
_FROM = re.compile(r"^\s*\*?(from|de|von|van|da)\s?\*?:\*?\s+\S", re.IGNORECASE)
_SENT = re.compile(
    r"^\s*\*?(sent|date|envoyé|gesendet|datum|enviado|inviato|fecha|verzonden)\s?\*?:\*?\s+\S", re.IGNORECASE
)
_TO = re.compile(
    r"^\s*\*?(to|subject|à|objet|an|betreff|para|asunto|a|oggetto|aan|onderwerp)\s?\*?:\*?\s+\S", re.IGNORECASE
)
_WROTE = re.compile(
    r"(^\s*on\b.{0,300}\bwrote|^\s*le\b.{0,300}\ba écrit|^\s*am\b.{0,300}\bschrieb.{0,200}|^\s*el\b.{0,300}\bescribió|"
    r"^\s*il\b.{0,300}\bha scritto|^\s*op\b.{0,300}\bschreef.{0,200}|"
    r".{0,200}[<(]\S{1,200}@\S{1,200}[>)].{0,80})\s?:\s*$",
    re.IGNORECASE | re.DOTALL,
)
_ARMORED = re.compile(r"^-----BEGIN PGP MESSAGE-----$.*?(?:^-----END PGP MESSAGE-----$|\Z)", re.MULTILINE | re.DOTALL)
_SIGNED = re.compile(r"^-----BEGIN PGP SIGNED MESSAGE-----\n(?:[A-Za-z-]{1,40}: .{0,200}\n)*\n?", re.MULTILINE)
_SIGNATURE = re.compile(
    r"^-----BEGIN PGP SIGNATURE-----$.*?(?:^-----END PGP SIGNATURE-----$|\Z)", re.MULTILINE | re.DOTALL
)
_OVER = 3
"""So many lines the sentence before a quote may take, broken by the mail program."""


def without_armor(text: str) -> str:
    """The text without what only a key can read, and without the marks of a signature round what all can read."""
    if "-----BEGIN PGP " not in text:
        return text
    return _ARMORED.sub(FOLDED, _SIGNATURE.sub("", _SIGNED.sub("", text))).strip("\n")


def fold(text: str, *, is_answer: bool) -> str:
    """The text without what it quotes."""
    lines = text.split("\n")
    if not is_answer:
        return "\n".join(line for line in lines if line != QUOTE_BEGINS).strip("\n")
    begin = _quote_begins(lines)
    new = _strip(lines[:begin])
    if begin < len(lines) and not new:
        after = _above(lines)
        if after is not None:
            return "\n".join([FOLDED, *after])
        # Nothing is left: an answer below a quote that nobody can tell from it.
        return "\n".join(line for line in lines if line != QUOTE_BEGINS).strip("\n")
    if begin == len(lines):
        after = _above(lines)
        return "\n".join(new if after is None else [FOLDED, *after])
    return "\n".join([*new, "", FOLDED])


def _quote_begins(lines: list[str]) -> int:
    """The line at which all that follows is quoted; past the end where nothing is."""
    sure = next((at for at, line in enumerate(lines) if _is_sure(lines, at, line)), len(lines))
    sure = _with_lead(lines, sure)
    end = len(_strip_end(lines))
    begin = end
    while begin > 0 and (_is_quoted(lines[begin - 1]) or not lines[begin - 1].strip()):
        begin -= 1
    if any(map(_is_quoted, lines[begin:end])):
        return min(sure, _with_lead(lines, begin))
    return sure


def _is_sure(lines: list[str], at: int, line: str) -> bool:
    """Whether a line begins what a program put below: whatever follows it was there before."""
    if line == QUOTE_BEGINS:
        return True
    if len(line) > _LONGEST:
        return False
    if _ORIGINAL.match(line):
        return True
    if not _FROM.match(line):
        return False
    near = [one for one in lines[at + 1 : at + 8] if len(one) <= _LONGEST]
    return any(_SENT.match(one) for one in near) and any(_TO.match(one) for one in near)


def _with_lead(lines: list[str], at: int) -> int:
    """The sentence before a quote ("On … wrote:"), and the line that programs draw, belong to it."""
    if at >= len(lines):
        return at
    begin = at
    while begin > 0 and not lines[begin - 1].strip():
        begin -= 1
    for count in range(1, _OVER + 1):
        some = [line.strip() for line in lines[max(0, begin - count) : begin]]
        if begin - count < 0 or not all(some):
            break
        said = " ".join(some)
        if len(said) <= _LONGEST and (_WROTE.match(said) or re.fullmatch(r"[_-]{5,}", said)):
            return begin - count
    return at


def _above(lines: list[str]) -> list[str] | None:
    """The answer that stands below one quote at the beginning; None where it is not told apart by its marks."""
    at = 0
    while at < len(lines) and not lines[at].strip():
        at += 1
    lead = at
    while lead < min(len(lines), at + _OVER) and not _is_quoted(lines[lead]):
        lead += 1
    if lead < len(lines) and lead > at and _WROTE.match(" ".join(lines[at:lead]).strip()[:_LONGEST]):
        at = lead
    if at >= len(lines) or not _is_quoted(lines[at]):
        return None
    while at < len(lines) and (_is_quoted(lines[at]) or not lines[at].strip()):
        at += 1
    left = _strip(lines[at:])
    return left if left and not any(map(_is_quoted, left)) else None


def _is_quoted(line: str) -> bool:
    return line.lstrip(" ").startswith(">")


def _strip_end(lines: list[str]) -> list[str]:
    end = len(lines)
    while end and not lines[end - 1].strip():
        end -= 1
    return lines[:end]


def _strip(lines: list[str]) -> list[str]:
    begin = next((at for at, line in enumerate(lines) if line.strip()), len(lines))
    return _strip_end(lines[begin:])
