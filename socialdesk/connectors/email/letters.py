"""Reads one mail: gets its bytes (perhaps only the beginning), gives what it says as a value. Never fails on one.

Nobody promises that a mail is well made, and some are made to do harm: what cannot be read is empty.
"""

from __future__ import annotations

import email
import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from email.message import Message
from email.utils import getaddresses
from typing import Any

from socialdesk.connectors.email import threads
from socialdesk.connectors.email.calendar_text import to_text as calendar_to_text
from socialdesk.connectors.email.charsets import clean, header_text, to_text
from socialdesk.connectors.email.html_text import to_text as html_to_text

_LONGEST_HEADER = 20_000
_LONGEST_TEXT = 100_000
_MOST_PARTS = 200
_MOST_ATTACHMENTS = 50
_ADDRESS = re.compile(r"[^\s<>@,;:\"()\[\]\\]{1,200}@[^\s<>@,;:\"()\[\]\\]{1,250}")
_DELIVERED = ("delivered-to", "x-original-to", "envelope-to", "original-recipient")
_OF_MACHINES = ("list-id", "list-unsubscribe", "x-autoreply", "x-autorespond", "feedback-id")
FIELDS = (
    *("message-id", "date", "from", "subject", "references", "in-reply-to", "to", "cc", "reply-to"),
    *("content-type", "content-language", "auto-submitted", "precedence", "x-auto-response-suppress"),
    *("return-path", "x-failed-recipients", "list-post", *_OF_MACHINES, *_DELIVERED),
)
"""Every header that is read, where a mail is known by its headers alone."""
ARMOR = "-----BEGIN PGP MESSAGE-----"
MACHINERY = frozenset(
    (
        *("message/delivery-status", "application/pgp-encrypted", "application/pgp-signature"),
        *("application/pkcs7-signature", "application/x-pkcs7-signature"),
    )
)
"""Parts that programs read and nobody opens: they are no files of the mail."""
_LIST_POST = re.compile(r"<mailto:([^>?]{3,450})", re.IGNORECASE)
_KINDS = {"image": "image", "video": "video", "audio": "audio"}


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with an address, in small letters; `name` may be empty."""

    address: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A file in a mail. `number` is what IMAP calls it by."""

    number: str
    media_type: str
    name: str
    size: int | None


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail as it was read."""

    message_id: str
    references: tuple[str, ...]
    in_reply_to: tuple[str, ...]
    sender: Person
    reply_to: tuple[Person, ...]
    to: tuple[Person, ...]
    cc: tuple[Person, ...]
    delivered_to: tuple[str, ...]
    """Addresses of this mailbox by which the server knew it: a mail to one of them is a mail to us."""
    list_address: str
    """Where to write to all of a mailing list that it came over; "" where none is named (RFC 2369)."""
    subject: str
    date: str
    language: str
    text: str
    parts: tuple[Part, ...]
    is_automatic: bool
    """Whether a machine wrote it: nobody is there to be acknowledged (RFC 3834)."""
    is_bounce: bool
    """Whether it says that a mail could not be delivered (RFC 3464)."""
    is_encrypted: bool
    """Whether what it says can be read only with a key (RFC 3156, RFC 8551)."""

    @property
    def digest(self) -> str:
        """What tells it from another mail of the same Message-ID: some programs give the same one to all."""
        told = f"{self.message_id}\0{self.date}\0{self.sender.address}\0{self.subject}"
        return hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()[:12]


def read(data: bytes) -> Letter:
    """What a mail says."""
    try:
        message = email.message_from_bytes(data)
    except Exception:  # noqa: BLE001 - RecursionError too: parts within parts within parts
        head = re.split(rb"\r?\n\r?\n", data, maxsplit=1)[0]
        message = email.message_from_bytes(re.sub(rb"(?im)^(content-type|mime-version):", b"x-\\1:", head) + b"\n\n")
    headers = _headers(message)
    text, parts = _content(message)
    ids = threads.ids(headers.get("message-id", ""))
    is_bounce = _is_bounce(message, headers)
    references = threads.ids(headers.get("references", ""))
    in_reply_to = threads.ids(headers.get("in-reply-to", ""))
    if is_bounce and not references and not in_reply_to:
        in_reply_to = _bounced(message)
    return Letter(
        message_id=ids[0] if ids else "",
        references=tuple(references),
        in_reply_to=tuple(in_reply_to),
        sender=next(iter(people(headers.get("from", ""))), Person("")),
        reply_to=tuple(people(headers.get("reply-to", ""))),
        to=tuple(people(headers.get("to", ""))),
        cc=tuple(people(headers.get("cc", ""))),
        delivered_to=tuple(
            one.address for name in _DELIVERED for one in people(headers.get(name, "").removeprefix("rfc822;"))
        ),
        list_address=_list_address(headers.get("list-post", "")),
        subject=header_text(headers.get("subject", ""))[:998],
        date=headers.get("date", "").strip()[:100],
        language=_language(headers.get("content-language", "")),
        text=text,
        parts=tuple(parts),
        is_automatic=is_bounce or _is_automatic(headers),
        is_bounce=is_bounce,
        is_encrypted=_is_encrypted(message) or text.lstrip().startswith(ARMOR),
    )


def people(raw: str) -> list[Person]:
    """The people in a header of addresses."""
    raw = to_text(raw[:_LONGEST_HEADER].encode("utf-8", "surrogateescape"), "utf-8")
    try:
        found = [(name, address) for name, address in getaddresses([raw], strict=False)]
    except TypeError:  # an older Python, which knows no strictness
        found = _addresses(raw)
    except Exception:  # noqa: BLE001 - parentheses within parentheses
        found = []
    if not any(_ADDRESS.fullmatch(address) for _, address in found):
        found = [("", one) for one in _ADDRESS.findall(raw)]
    return [
        Person(clean(address).lower(), header_text(name)[:200])
        for name, address in found
        if _ADDRESS.fullmatch(address)
    ]


def _addresses(raw: str) -> list[tuple[str, str]]:
    try:
        return getaddresses([raw])
    except Exception:  # noqa: BLE001 - as above
        return []


def _headers(message: Message) -> dict[str, str]:
    """The first of each header, on one line, strange bytes as surrogates."""
    found: dict[str, str] = {}
    for name, value in message.raw_items():
        found.setdefault(name.lower(), " ".join(str(value)[:_LONGEST_HEADER].split()))
    return found


def _content(message: Message) -> tuple[str, list[Part]]:
    plain: list[str] = []
    html: list[str] = []
    calendars: list[str] = []
    files: list[Part] = []
    for number, part in _leaves(message):
        kind = part.get_content_type()
        name = _name_of(part)
        is_file = str(part.get("content-disposition", "")).strip().lower().startswith("attachment") or bool(name)
        if kind in {"text/plain", "text/html"} and not is_file:
            text = _text_of(part)
            (plain if kind == "text/plain" else html).append(text)
            continue
        if kind == "text/calendar":
            calendars.append(_text_of(part))
        if kind not in MACHINERY and kind != "text/rfc822-headers" and len(files) < _MOST_ATTACHMENTS:
            files.append(Part(number, kind, name, _size_of(part)))
    said = plain if any(one.strip() for one in plain) else [html_to_text(one) for one in html]
    if not any(one.strip() for one in said):
        # An invitation that only calendars can read: it says at least what, when and where.
        said = [calendar_to_text(one) for one in calendars[:1]]
    return joined(said), files


def joined(said: Iterable[str]) -> str:
    """The words of a mail out of those of its parts."""
    return clean("\n\n".join(one for one in said if one.strip()))[:_LONGEST_TEXT].strip("\n")


def words_of(data: bytes, kind: str, charset: str, encoding: str) -> str:
    """The words of one part that was fetched by itself, perhaps only its beginning. `kind` is plain or html."""
    if encoding == "base64":
        digits = re.sub(rb"[^A-Za-z0-9+/]", b"", data)
        data = digits[: len(digits) // 4 * 4] if len(digits) % 4 == 1 else digits + b"=" * (-len(digits) % 4)
    head = f"Content-Type: text/plain\nContent-Transfer-Encoding: {encoding}\n\n"
    part = email.message_from_bytes(head.encode("ascii", "ignore") + data)
    raw = part.get_payload(decode=True)
    text = to_text(_whole_letters(raw, charset), charset) if isinstance(raw, bytes) else ""
    return html_to_text(text) if kind == "html" else text


def _whole_letters(data: bytes, charset: str) -> bytes:
    """Without half a letter of UTF-8 at the end, which would let all of it be read as another charset."""
    if charset.lower() not in {"utf-8", "utf8"}:
        return data
    for back in range(1, min(4, len(data)) + 1):
        first = data[-back]
        if first & 0xC0 != 0x80:
            length = 4 if first >= 0xF0 else 3 if first >= 0xE0 else 2 if first >= 0xC0 else 1
            return data[:-back] if length > back else data
    return data


def _inner(part: Message) -> list[Message]:
    """The parts in a part."""
    inner: Any = part.get_payload() if part.is_multipart() else []
    parts: list[Any] = inner
    return [one for one in parts if isinstance(one, Message)]


def _leaves(message: Message) -> Iterator[tuple[str, Message]]:
    """The parts that hold something, with the numbers that IMAP knows them by; mails within a mail are files."""
    waiting: list[tuple[str, Message]] = [("", message)]
    seen = 0
    while waiting and seen < _MOST_PARTS:
        number, part = waiting.pop()
        seen += 1
        inner = _inner(part)
        if part.get_content_maintype() == "multipart" and inner:
            numbered = [(f"{number}.{at}".lstrip("."), one) for at, one in enumerate(inner, 1)]
            waiting.extend(reversed(numbered))
        else:
            yield number or "1", part


def _text_of(part: Message) -> str:
    try:
        data = part.get_payload(decode=True)
    except Exception:  # noqa: BLE001 - whatever stands there, it is no text
        return ""
    return to_text(data, str(part.get_param("charset", "") or "")) if isinstance(data, bytes) else ""


def _size_of(part: Message) -> int | None:
    inner = part.get_payload()
    if not isinstance(inner, str):
        return None
    is_base64 = str(part.get("content-transfer-encoding", "")).strip().lower() == "base64"
    return len(inner) * 3 // 4 if is_base64 else len(inner)


def _name_of(part: Message) -> str:
    try:
        name = part.get_filename() or ""
    except Exception:  # noqa: BLE001 - a name that is none
        name = ""
    # Whatever folder it wants to lie in, it is shown as a name.
    return header_text(re.split(r"[/\\]", name)[-1])[:200]


def _list_address(header: str) -> str:
    found = _LIST_POST.search(header)
    return next((one.address for one in people(found[1])), "") if found else ""


def _language(header: str) -> str:
    found = re.match(r"\s*([a-zA-Z]{2,3})\b", header)
    return found[1].lower() if found else ""


def _is_automatic(headers: dict[str, str]) -> bool:
    """Whether a machine answers or sends to many: RFC 3834, RFC 2919, and what is customary beside them."""
    auto = headers.get("auto-submitted", "no").split(";")[0].strip().lower()
    precedence = headers.get("precedence", "").strip().lower()
    sender = next(iter(people(headers.get("from", ""))), Person("")).address.partition("@")[0]
    return (
        auto != "no"
        or precedence in {"bulk", "list", "junk", "auto_reply"}
        or any(name in headers for name in _OF_MACHINES)
        or "oof" in headers.get("x-auto-response-suppress", "").lower()
        or headers.get("x-auto-response-suppress", "").strip().lower() == "all"
        or headers.get("return-path", "").strip() == "<>"
        or sender in {"mailer-daemon", "postmaster"}
        or re.fullmatch(r"(no|do-?not)[-_.]?reply.*", sender) is not None
    )


def _is_encrypted(message: Message) -> bool:
    kind = message.get_content_type()
    if kind in {"application/pkcs7-mime", "application/x-pkcs7-mime"}:
        return str(message.get_param("smime-type", "enveloped-data")).lower() != "signed-data"
    return kind == "multipart/encrypted"


def _is_bounce(message: Message, headers: dict[str, str]) -> bool:
    if message.get_content_type() == "multipart/report":
        return str(message.get_param("report-type", "")).lower() == "delivery-status"
    return headers.get("return-path", "").strip() == "<>" and "x-failed-recipients" in headers


def _bounced(message: Message) -> list[str]:
    """The mail that could not be delivered, as its report encloses it."""
    for _, part in _leaves(message):
        kind = part.get_content_type()
        inner: Any = part.get_payload()
        enclosed = next(iter(_inner(part)), None) if kind == "message/rfc822" else None
        if kind == "text/rfc822-headers" and isinstance(inner, str):
            enclosed = email.message_from_string(inner[:_LONGEST_HEADER])
        if enclosed is not None:
            headers = _headers(enclosed)
            found = threads.ids(headers.get("references", "")) or threads.ids(headers.get("message-id", ""))
            if found:
                return found[:1]
    return []


def kind_of(media_type: str) -> str:
    """What the application calls a file of this type."""
    return _KINDS.get(media_type.partition("/")[0], "file")
