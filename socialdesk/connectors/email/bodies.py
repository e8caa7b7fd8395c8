"""Gives the files of large mails from what the server says of their structure, and the bytes of one file."""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import a2b_qp
from collections.abc import Sequence

from socialdesk.connectors.email.charsets import header_text
from socialdesk.connectors.email.imap import Imap
from socialdesk.connectors.email.imap_words import Word
from socialdesk.connectors.email.letters import kind_of
from socialdesk.connectors.email.mailbox import data_of
from socialdesk.connectors.email.mapping import PART
from socialdesk.model.media import MOST_BYTES
from socialdesk.model.message import Attachment

_NUMBER = re.compile(r"\d{1,3}(\.\d{1,3}){0,20}")
_MOST = 50
_ENCODED = MOST_BYTES * 3 // 2
_CTE = re.compile(rb"^content-transfer-encoding:\s*([\w-]+)", re.IGNORECASE | re.MULTILINE)


async def attachments_of(line: Imap, uids: Sequence[int]) -> dict[int, tuple[Attachment, ...]]:
    """The files of mails that were not read to their end, in the folder that is looked into."""
    told = await line.fetch(uids, "(UID BODYSTRUCTURE)")
    return {uid: tuple(files(items.get("BODYSTRUCTURE"))) for uid, items in told.items()}


def files(structure: Word) -> list[Attachment]:
    """The files that a BODYSTRUCTURE tells of (RFC 9051, section 7.5.2)."""
    found: list[Attachment] = []
    waiting: list[tuple[str, Word]] = [("", structure)]
    while waiting and len(found) < _MOST:
        number, part = waiting.pop()
        if not isinstance(part, list) or not part:
            continue
        if isinstance(part[0], list):
            inner = [one for one in part if isinstance(one, list)][: _first_word(part)]
            numbered = [(f"{number}.{at}".lstrip("."), one) for at, one in enumerate(inner, 1)]
            waiting.extend(reversed(numbered))
            continue
        media_type = f"{_text(part, 0)}/{_text(part, 1)}".lower()
        name = header_text(_name(part))[:200]
        if (media_type in {"text/plain", "text/html"} and not name) or media_type == "message/delivery-status":
            continue
        size = _text(part, 6)
        is_base64 = _text(part, 5).lower() == "base64"
        bytes_ = (int(size) * 3 // 4 if is_base64 else int(size)) if size.isdigit() else None
        found.append(Attachment(kind_of(media_type), f"{PART}{number or '1'}", name, media_type, bytes_))
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
