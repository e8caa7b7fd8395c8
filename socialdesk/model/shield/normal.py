"""Gets a text, gives its words as they are meant: without accents, look-alikes, digits for letters, gaps and repeats.

Every word knows where it stands in the text. One pass over at most LOOKED_AT characters, so the time is linear
whatever strangers write.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

LOOKED_AT = 20_000
"""Characters of a text that are judged; nobody reads on so far to be hurt by the rest."""
LONGEST_WORD = 48

_GONE = "\0"
_LOOKALIKES = {
    **dict(zip("авекмнорстухіјѕԁԛԝһӏґёйгп", "abekmhopctyxijsdqwhlreurn", strict=False)),
    **dict(zip("αβγεηικνορτυχω", "abyenikvoptuxw", strict=False)),
}
_LEET = str.maketrans({"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", "9": "g", "@": "a",
                       "$": "s", "!": "i", "|": "i", "€": "e", "+": "t"})  # fmt: skip
_LEET_L = {**_LEET, ord("1"): "l", ord("|"): "l", ord("!"): "l"}
_SIGNS = "@$!*|€+"
_WORD = re.compile(rf"(?<![\w{_SIGNS}])[@$][^\W_]+(?:[{_SIGNS}]+[^\W_]+)*[$!*]*|[^\W_]+(?:[{_SIGNS}]+[^\W_]+)*[$!*]*")
_SPACED = re.compile(r"(?<![^\W_])[^\W_](?:[ .\-_*~,/|]{1,2}[^\W_](?![^\W_])){2,40}")
_GLUED = re.compile(r"(?<![\w.\-])[^\W\d_]{1,12}(?:[.\-_*~][^\W\d_]{1,12}){1,6}(?![\w\-])")
_GAPS = re.compile(r"(?<![^\W_])[^\W_](?:[ .\-_*~,/|]{1,2}[^\W_](?![^\W_])){2}")
_RUN = re.compile(r"(.)\1{2,}")
_PLAIN_WORD = re.compile(r"[^\W_]+")
"""What `_WORD` finds where none of its signs stands."""
_HAS_SIGN = re.compile(r"[@$!*|€+]")
# Whether there is one at all is asked of every text; these find that out in a fraction of the time.
_HAS_RUN = re.compile(r"(.)\1\1")
_HAS_GLUE = re.compile(r"[.\-_*~](?<=[^\W\d_].)[^\W\d_]")
_LINK = re.compile(
    r"https?://\S{1,2000}|www\.\S{1,2000}|(?<![\w.+\-])[\w.+\-]{1,64}@[\w\-]{1,63}\.[\w.\-]{2,63}"
    r"|(?<![\w@.])(?:[\w\-]{1,63}\.){1,4}(?:com|net|org|info|biz|ly|me|xyz|top|club|shop|site|online|ru|cn|tk|io|gl|be"
    r"|fr|uk|de|tv|link|live|vip|win|bet|app)\b(?:/\S{0,2000})?",
    re.IGNORECASE,
)
_LISTED, _STANDS, _READ = 1, 2, 4
_STAND = (_STANDS, _STANDS | _READ)
_MOST_MARKS = 8_192
"""How many words are remembered with what they tell."""
_ALONE = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")
"""What a word spelt with gaps falls apart into."""
_ENDS = re.compile(r"[.!?;:\n()]")


class Word(NamedTuple):
    """A word of a text. `forms` are the ways it can be read, the plainest first; `how` names the disguise of each."""

    forms: tuple[str, ...]
    how: tuple[str, ...]
    start: int
    end: int
    begins: bool = False
    """Whether a sentence begins with it."""
    is_handle: bool = False


@dataclass(frozen=True, slots=True)
class Read:
    """A text as it is meant."""

    words: tuple[Word, ...]
    joined: tuple[Word, ...]
    """What was spelt with gaps: `i d i o t`, `id-iot`; each as one word."""
    links: tuple[tuple[int, int], ...]
    hidden: int
    """Invisible signs between letters."""
    piled: int
    """Marks piled on others."""


class _Folding(dict[int, str]):
    """Each character as one plain one, found out once."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        category = unicodedata.category(sign)
        if category in ("Mn", "Me", "Cf"):
            made = _GONE
        elif code < 128:
            made = sign.lower()
        else:
            made = unicodedata.normalize("NFKD", sign)[:1].casefold()[:1] or sign
            made = {"œ": "o", "æ": "a", "ß": "s", "ø": "o", "ł": "l", "đ": "d", "’": "'", "‘": "'"}.get(made, made)
        self[code] = made
        return made


_FOLDING = _Folding()


def bare(text: str) -> str:
    """A text in small plain letters, as lists hold their words."""
    if text.isascii():
        return text.lower()
    folded = text.translate(_FOLDING)
    return folded.replace(_GONE, "") if _GONE in folded else folded


def read(text: str) -> Read:
    """Read a text as it is meant."""
    text = text[:LOOKED_AT]
    folded = text.translate(_FOLDING)
    places: list[int] | None = None
    hidden = piled = 0
    if _GONE in folded:
        places = [place for place, sign in enumerate(folded) if sign != _GONE]
        hidden, piled = _dropped(text, folded)
        folded = folded.replace(_GONE, "")
    links = [found.span() for found in _LINK.finditer(folded)]
    if links:
        folded = _LINK.sub(lambda found: " " * len(found[0]), folded)
    words: list[Word] = []
    last = 0
    is_latin = not any("Ѐ" <= sign <= "ӿ" for sign in folded[:400]) or _mostly_latin(folded)
    for found in _WORD.finditer(folded):
        begin, end = found.span()
        begins = last == 0 or (folded[last:begin] != " " and _ENDS.search(folded, last, begin) is not None)
        last = end
        raw = found[0]
        is_handle = raw[0] == "@"
        forms, how = _forms_seen(raw, is_latin=is_latin)
        if places is None:
            words.append(Word(forms, how, begin, end, begins, is_handle))
        else:
            told = dict(zip(forms, how, strict=True))
            words.append(_word(told, begin, end, places, begins=begins, is_handle=is_handle))
    joined = [*_joined(_SPACED, folded, places, "spaced"), *_joined(_GLUED, folded, places, "spaced")]
    where = tuple((_at(begin, places), _at(end - 1, places) + 1) for begin, end in links)
    return Read(tuple(words), tuple(joined), where, hidden, piled)


class Marks(dict[str, int]):
    """What each word alone tells of whether a listed word or phrase may be in its text; found out once a word.

    A word is or may be listed (`_LISTED`), or it may begin to be (`_STANDS`: a phrase is kept under it, or it is a
    single letter) and may be read in other ways (`_READ`); mostly it is nothing of this, 0.
    """

    def __init__(self, keys: AbstractSet[str], phrases: Mapping[str, Mapping[str, Sequence[AbstractSet[str]]]]) -> None:
        super().__init__()
        self._keys = keys
        self._phrases = phrases

    def __missing__(self, word: str) -> int:
        is_odd = _is_odd(word)
        if not is_odd and word.isdigit() and word not in self._keys:
            # Numbers are told once and never again, they are not remembered.
            return _STANDS * (word in _ALONE or word in self._phrases)
        forms, how = _forms_seen(word, is_latin=True) if is_odd else ((), ())
        read_as = {word, *forms}
        if "masked" in how or not self._keys.isdisjoint(read_as):
            mark = _LISTED
        else:
            stands = not (_ALONE.isdisjoint(read_as) and self._phrases.keys().isdisjoint(read_as))
            mark = _STANDS * stands | _READ * is_odd
        if len(self) >= _MOST_MARKS:
            self.clear()
        self[word] = mark
        return mark

    def may_say(self, text: str) -> bool:
        """Whether any listed word or phrase may be in a text, in any disguise; most texts are done with here."""
        folded = bare(text[:LOOKED_AT])
        told = (_WORD if _HAS_SIGN.search(folded) is not None else _PLAIN_WORD).findall(folded)
        marks = set(map(self.__getitem__, told))
        if _LISTED in marks:
            return True
        # What is spelt with gaps is rare enough to be looked at in full.
        may_have_gaps = "|" in folded or not folded.isascii()
        if not marks.isdisjoint(_STAND):
            words = set(told)
            if max(marks) >= _READ:
                for word in told:
                    if self[word] & _READ:
                        words.update(_forms_seen(word, is_latin=True)[0])
            if self._has_phrase(words):
                return True
            may_have_gaps = may_have_gaps or not _ALONE.isdisjoint(words)
        if may_have_gaps and _GAPS.search(folded) is not None:
            return True
        return _HAS_GLUE.search(folded) is not None and any(
            "".join(sign for sign in glued[0] if sign.isalnum()) in self._keys for glued in _GLUED.finditer(folded)
        )

    def _has_phrase(self, words: set[str]) -> bool:
        holds = words.issuperset
        for key in words & self._phrases.keys():
            of_key = self._phrases[key]
            for partner in words & of_key.keys():
                if any(map(holds, of_key[partner])):
                    return True
        return False


def _is_odd(word: str) -> bool:
    """Whether a word may be read in other ways than it is written. A number without repeats is no word in disguise."""
    is_plain = word.isascii() and (word.isalpha() or word.isdigit())
    return not is_plain or len(word) > LONGEST_WORD or _HAS_RUN.search(word) is not None


@lru_cache(maxsize=4096)
def _forms_seen(word: str, *, is_latin: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The ways a word can be read, and the disguise of each; people use the same words again and again."""
    forms = _forms(word, is_latin=is_latin)
    return tuple(forms), tuple(forms.values())


def _mostly_latin(folded: str) -> bool:
    sample = folded[:400]
    return 2 * sum("a" <= sign <= "z" for sign in sample) > sum(sign.isalpha() for sign in sample)


def _dropped(text: str, folded: str) -> tuple[int, int]:
    """How many invisible signs stand between two Latin letters, and how many marks on top of another mark."""
    hidden = piled = 0
    before = ""
    for place, sign in enumerate(folded):
        if sign != _GONE:
            before = sign
            continue
        after = folded[place + 1 : place + 2]
        if unicodedata.category(text[place]) == "Cf":
            hidden += "a" <= before <= "z" and ("a" <= after <= "z" or after == _GONE)
        elif after == _GONE and not "︀" <= text[place] <= "️":
            piled += unicodedata.category(text[place + 1]) == "Mn"
    return hidden, piled


def _at(place: int, places: list[int] | None) -> int:
    return place if places is None else places[place]


def _word(
    forms: dict[str, str],
    begin: int,
    end: int,
    places: list[int] | None,
    *,
    begins: bool = False,
    is_handle: bool = False,
) -> Word:
    start, stop = _at(begin, places), _at(end - 1, places) + 1
    if places is not None and stop - start > end - begin:
        forms = {
            form: how or ("hidden" if stop - start - (end - begin) > 1 + (end - begin) // 3 else "")
            for form, how in forms.items()
        }
    return Word(tuple(forms), tuple(forms.values()), start, stop, begins, is_handle)


def _joined(pattern: re.Pattern[str], folded: str, places: list[int] | None, how: str) -> list[Word]:
    made: list[Word] = []
    for found in pattern.finditer(folded):
        letters = "".join(sign for sign in found[0] if sign.isalnum())
        if len(letters) > 2:
            forms = {letters: how, letters.translate(_LEET): how}
            made.append(_word(forms, *found.span(), places))
    return made


def _forms(raw: str, *, is_latin: bool) -> dict[str, str]:
    """The ways a word can be read, with the disguise each would be."""
    plain = raw.strip("@$!*|€+") if raw[-1] in _SIGNS or raw[0] in _SIGNS else raw
    if len(raw) > LONGEST_WORD:
        squeezed = _RUN.sub(r"\1", raw)
        return {squeezed[:LONGEST_WORD]: "repeated"} if len(squeezed) <= LONGEST_WORD else {raw[:LONGEST_WORD]: ""}
    forms = {plain: ""}
    if raw.isascii() and raw.isalpha():
        pass
    elif "*" in raw:
        forms[raw] = "masked"
    else:
        if not raw.isascii():
            swapped = "".join(_LOOKALIKES.get(sign, sign) for sign in raw)
            mixes = any("a" <= sign <= "z" for sign in raw)
            if swapped != raw and swapped.isascii() and (mixes or is_latin):
                forms[swapped] = "lookalike"
        for form in list(forms):
            if any(sign.isalpha() for sign in form) and not form.isalpha():
                forms.setdefault(form.translate(_LEET), "leet")
                forms.setdefault(form.translate(_LEET_L), "leet")
        if raw != plain and any(sign.isalpha() for sign in raw):
            forms.setdefault(raw.rstrip("!").translate(_LEET), "leet")
    for form, how in list(forms.items()):
        if _RUN.search(form) is not None:
            forms.setdefault(_RUN.sub(r"\1", form), how or "repeated")
            forms.setdefault(_RUN.sub(r"\1\1", form), how or "repeated")
    return forms
