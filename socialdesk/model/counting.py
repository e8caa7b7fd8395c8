"""Decides how long a text is as each platform counts it, and by how much it is too long; knows no platform by name.

What is never cut in two stands here as well: a link, a mention, a character as a reader sees it.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from socialdesk.model.capability import TextLimit, TextUnit
from socialdesk.model.text import graphemes
from socialdesk.support.pattern import pattern

_SCHEMED = r"https?://[^\s<>\"']*[^\s<>\"'.,;:!?)\]}»]"
# A domain without its scheme is a link as well where a common ending says so (twitter-text, validUrlWithoutProtocol).
_ENDINGS = "com|org|net|edu|gov|info|biz|app|dev|shop|store|fr|uk|de|be|ch|ca|eu|io|co|me|us|es|it|nl|pt|jp|in|au|br"
_SCHEMELESS = (
    r"(?<![\p{L}\p{N}@.$#_/-])(?i:(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:" + _ENDINGS + r"))(?![\p{L}\p{N}@-])"
    r"(?:/[^\s<>\"']*[^\s<>\"'.,;:!?)\]}»])?"
)
_NAME = r"(?<![\p{L}\p{N}_@./])@[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_])?"
_SERVER = r"@[\p{L}\p{N}.-]*[\p{L}\p{N}]"
_LINK = pattern(_SCHEMED)
_BARE_LINK = pattern(f"{_SCHEMED}|{_SCHEMELESS}")
_FAR_MENTION = pattern(f"({_NAME}){_SERVER}")
_NEVER_CUT = pattern(rf"{_SCHEMED}|{_SCHEMELESS}|{_NAME}(?:{_SERVER})?|\X")
_EMOJI = pattern(
    r"\p{Regional_Indicator}{2}"
    r"|[0-9#*]\uFE0F?\u20E3"
    r"|(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F|\p{Emoji}\p{Emoji_Modifier}"
    r"|\p{Extended_Pictographic}(?=\u200D\p{Extended_Pictographic}))"
    r"(?:\uFE0F|\p{Emoji_Modifier}|[\U000E0020-\U000E007F])*"
    r"(?:\u200D\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier})*)*"
)
_LIGHT = ((0x0000, 0x10FF), (0x2000, 0x200D), (0x2010, 0x201F), (0x2032, 0x2037))
"""What weighs one where all else weighs two: twitter-text configuration v3."""
_WEIGHTED_LINK = 23


@dataclass(frozen=True, slots=True)
class Length:
    """How long a text is, by the limit that is nearest: `used` of `most` in its `unit`."""

    used: int
    most: int
    unit: TextUnit

    @property
    def over(self) -> int:
        """By how many units it is too long; 0 when it fits."""
        return max(0, self.used - self.most)


def count(text: str, unit: TextUnit) -> int:
    """The length of `text` in one unit, links and all."""
    match unit:
        case TextUnit.GRAPHEMES:
            return graphemes(text)
        case TextUnit.CODE_POINTS:
            return len(text)
        case TextUnit.BYTES:
            return len(text.encode("utf-8", "surrogatepass"))
        case TextUnit.UTF16:
            return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
        case TextUnit.WEIGHTED_280:
            return _weighted(text)
        case TextUnit.EMOJI_BYTES:
            return _emoji_bytes(text)


def lengths(text: str, limit: TextLimit) -> tuple[Length, ...]:
    """The length of `text` by every limit that must hold at once."""
    counted = text
    links = 0
    if limit.url_length is not None:
        counted, links = _LINK.subn("", counted)
    if limit.mentions_are_local:
        counted = _FAR_MENTION.sub(r"\1", counted)
    used = count(counted, limit.unit) + links * (limit.url_length or 0)
    found = (Length(used, limit.most, limit.unit),)
    if limit.bytes_most is not None:
        found = (*found, Length(count(text, TextUnit.BYTES), limit.bytes_most, TextUnit.BYTES))
    return found


def length_of(text: str, limit: TextLimit) -> Length:
    """The length by the limit that is nearest: of two that are passed the first, which a writer can make sense of."""
    found = lengths(text, limit)
    over = next((one for one in found if one.over), None)
    # Bytes mean nothing to a reader: they are told only once they are what stands in the way.
    return over or found[0]


def over_by(text: str, limit: TextLimit) -> int:
    """By how many units `text` is too long; 0 when it fits. When only the bytes are too many, by how many bytes."""
    return length_of(text, limit).over


def never_cut(text: str) -> list[tuple[int, int]]:
    """The stretches no border may fall into: links, mentions, and each character a reader sees."""
    return [found.span() for found in _NEVER_CUT.finditer(text)]


def _weighted(text: str) -> int:
    text = unicodedata.normalize("NFC", text)
    if "." in text:
        text, links = _BARE_LINK.subn("", text)
    else:
        links = 0
    if text.isascii():
        return links * _WEIGHTED_LINK + len(text)
    text, emoji = _EMOJI.subn("", text)
    light = sum(any(low <= ord(one) <= high for low, high in _LIGHT) for one in text)
    return links * _WEIGHTED_LINK + 2 * emoji + light + 2 * (len(text) - light)


def _emoji_bytes(text: str) -> int:
    if text.isascii():
        return len(text)
    heavy = 0
    for found in _EMOJI.finditer(text):
        heavy += len(found.group().encode()) - len(found.group())
    return len(text) + heavy
