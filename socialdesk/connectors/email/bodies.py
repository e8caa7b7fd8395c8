"""Gives the files of large mails from what the server says of their structure, and the bytes of one file."""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import a2b_qp
from collections.abc import Iterator
from dataclasses import dataclass

from socialdesk.connectors.email.charsets import header_text
from socialdesk.connectors.email.imap import Imap
from socialdesk.connectors.email.imap_words import Word
from socialdesk.connectors.email.letters import MACHINERY, kind_of
from socialdesk.connectors.email.mailbox import data_of
from socialdesk.connectors.email.mapping import PART
from socialdesk.model.media import MOST_BYTES
from socialdesk.model.message import Attachment

_NUMBER = re.compile(r"\d{1,3}(\.\d{1,3}){0,20}")
_MOST = 50
_MOST_TEXTS = 5
_MOST_PARTS = 200
_ENCODED = MOST_BYTES * 3 // 2
_CTE = re.compile(rb"^content-transfer-encoding:\s*([\w-]+)", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class TextPart:
    """A part that holds words, as a BODYSTRUCTURE tells of it."""

    number: str
    charset: str
    encoding: str


def texts(structure: Word) -> tuple[list[TextPart], list[TextPart]]:
    """The parts that hold the words of a mail: plain ones, and those in HTML."""
    found: dict[str, list[TextPart]] = {"text/plain": [], "text/html": []}
    for number, part, media_type in _leaves(structure):
        if media_type in found and _is_words(part) and len(found[media_type]) < _MOST_TEXTS:
            charset = _parameter(part[2], "charset") if len(part) > 2 else ""
            found[media_type].append(TextPart(number, charset, _text(part, 5).lower()))
    return found["text/plain"], found["text/html"]


def is_report(structure: Word) -> bool:
    """Whether a mail is a report of a machine, such as one of a delivery that failed (RFC 6522)."""
    words = structure if isinstance(structure, list) else []
    at = _first_word(words)
    return bool(words) and isinstance(words[0], list) and _text(words, at).lower() == "report"


async def fetch_raw(line: Imap, uid: int, part: TextPart, most: int) -> bytes:
    """The beginning of a part as it stands in the mail, in the folder that is looked into."""
    items = (await line.fetch([uid], f"(UID BODY.PEEK[{part.number}]<0.{most}>)")).get(uid, {})
    return data_of(items, f"BODY[{part.number}]<0>") or data_of(items, f"BODY[{part.number}]")


def _leaves(structure: Word) -> Iterator[tuple[str, list[Word], str]]:
    """The parts that hold something: number, what is told of it, and its type. Mails within a mail are files."""
    waiting: list[tuple[str, Word]] = [("", structure)]
    seen = 0
    while waiting and seen < _MOST_PARTS:
        number, part = waiting.pop()
        seen += 1
        if not isinstance(part, list) or not part:
            continue
        if isinstance(part[0], list):
            inner = [one for one in part if isinstance(one, list)][: _first_word(part)]
            numbered = [(f"{number}.{at}".lstrip("."), one) for at, one in enumerate(inner, 1)]
            waiting.extend(reversed(numbered))
            continue
        yield number or "1", part, f"{_text(part, 0)}/{_text(part, 1)}".lower()


def _is_words(part: list[Word]) -> bool:
    """Whether a part of text is to be read with the mail, and not a file that goes with it."""
    is_file = any(
        isinstance(one, list) and one and isinstance(one[0], bytes) and one[0].lower() == b"attachment" for one in part
    )
    return not is_file and not _name(part)


def files(structure: Word) -> list[Attachment]:
    """The files that a BODYSTRUCTURE tells of (RFC 9051, section 7.5.2)."""
    found: list[Attachment] = []
    for number, part, media_type in _leaves(structure):
        if len(found) >= _MOST:
            break
        name = header_text(_name(part))[:200]
        if (media_type in {"text/plain", "text/html"} and _is_words(part)) or media_type in MACHINERY:
            continue
        size = _text(part, 6)
        is_base64 = _text(part, 5).lower() == "base64"
        bytes_ = (int(size) * 3 // 4 if is_base64 else int(size)) if size.isdigit() else None
        found.append(Attachment(kind_of(media_type), f"{PART}{number}", name, media_type, bytes_))
    return found


def _first_word(part: list[Word]) -> int:
    return next((at for at, one in enumerate(part) if not isinstance(one, list)), len(part))


def _text(part: list[Word], at: int) -> str:
    value = part[at] if at < len(part) else None
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else value if isinstance(value, str) else ""


def _name(part: list[Word]) -> str:
    """The name of a file: of its disposition, else of its type."""
    for one in reversed(part):
        if isinstance(one, list) and len(one) == 2 and isinstance(one[1], list):
            found = _parameter(one[1], "filename")
            if found:
                return found
    return _parameter(part[2], "name") if len(part) > 2 else ""


def _parameter(words: Word, wanted: str) -> str:
    told = words if isinstance(words, list) else []
    for name, value in zip(told[::2], told[1::2], strict=False):
        if (
            isinstance(name, bytes)
            and isinstance(value, bytes)
            and name.decode("latin-1").lower().split("*")[0] == wanted
        ):
            text = value.decode("utf-8", "surrogateescape")
            if b"*" in name and "''" in text:  # RFC 2231
                from urllib.parse import unquote_to_bytes

                return unquote_to_bytes(text.partition("''")[2]).decode("utf-8", "replace")
            return text
    return ""


async def fetch_part(line: Imap, uid: int, url: str) -> bytes | None:
    """The bytes of a file of a mail, in the folder that is looked into; None for none, or too large a one."""
    number = url.removeprefix(PART)
    if not url.startswith(PART) or not _NUMBER.fullmatch(number):
        return None
    asked = f"(UID BODY.PEEK[HEADER] BODY.PEEK[{number}.MIME] BODY.PEEK[{number}]<0.{_ENCODED + 1}>)"
    items = (await line.fetch([uid], asked)).get(uid, {})
    data = data_of(items, f"BODY[{number}]<0>") or data_of(items, f"BODY[{number}]")
    if not data or len(data) > _ENCODED:
        return None
    head = data_of(items, f"BODY[{number}.MIME]")
    told = _CTE.search(head if head.strip() else data_of(items, "BODY[HEADER]"))
    how = told[1].lower() if told else b"7bit"
    try:
        if how == b"base64":
            return b64decode(re.sub(rb"[^A-Za-z0-9+/=]", b"", data) + b"==")
        return a2b_qp(data) if how == b"quoted-printable" else data
    except ValueError:
        return None
