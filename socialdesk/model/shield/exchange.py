"""Writes the team's words as text that people can read and edit, and reads it back; a wrong line is named, not lost."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from socialdesk.model.shield.lists import MOST_OWN, is_one_letter
from socialdesk.model.shield.own import OwnWord
from socialdesk.model.shield.values import ShieldKind, kind_of

HEAD = "# kind; language; how; word or phrase   (how: whole, part, accents, allow; several with +)"
LONGEST = 200
_MOST_LINES = 20_000


@dataclass(frozen=True, slots=True)
class WrongLine:
    """A line that is no entry."""

    number: int
    text: str


def written(words: Iterable[OwnWord]) -> str:
    """The words as text, one a line."""
    lines = [HEAD]
    for word in words:
        how = [
            *(["allow"] if word.allows else []),
            *(["part"] if word.is_part else []),
            *(["accents"] if word.accents_matter else []),
        ]
        lines.append(f"{word.kind.value}; {word.language or '-'}; {'+'.join(how) or 'whole'}; {word.text}")
    return "\n".join(lines) + "\n"


def read_back(text: str) -> tuple[tuple[OwnWord, ...], tuple[WrongLine, ...]]:
    """The words of a text, each once, and the lines that are none."""
    words: dict[OwnWord, None] = {}
    wrong: list[WrongLine] = []
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines()[:_MOST_LINES], 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        word = _word(line)
        if word is None:
            wrong.append(WrongLine(number, line.strip()[:LONGEST]))
        elif len(words) < MOST_OWN:
            words[word] = None
    return tuple(words), tuple(wrong)


def _word(line: str) -> OwnWord | None:
    parts = [part.strip() for part in line.split(";", 3)]
    kind: ShieldKind | None = kind_of(parts[0].casefold())
    if len(parts) != 4 or kind is None or not 0 < len(parts[3]) <= LONGEST:
        return None
    if not any(sign.isalnum() for sign in parts[3]):
        return None
    how = {one.strip() for one in parts[2].casefold().split("+")}
    language = "" if parts[1] == "-" else parts[1].casefold()
    if not how <= {"whole", "part", "accents", "allow"} or len(language) > 8:
        return None
    text = " ".join(parts[3].split())
    word = OwnWord(kind, language, text, "part" in how, "accents" in how, "allow" in how)
    return None if is_one_letter(word) else word
