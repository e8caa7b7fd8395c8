"""Gets the bytes of a CSV or JSON file, gives the rows in it; and the other way, so that nothing is lost between.

In a CSV file a cell that a spreadsheet would take for a formula begins with an apostrophe; reading takes it off again.
"""

from __future__ import annotations

import csv
import io
import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, cast

from socialdesk.model.saved_reply import SavedReply, Scope, plain
from socialdesk.model.saved_reply_names import Names
from socialdesk.support.pattern import pattern

MOST_BYTES = 100_000_000
"""Of a file with pictures in it."""
MOST_CSV_BYTES = 20_000_000
MOST_ROWS = 20_000
COLUMNS = ("shortcut", "title", "folder", "language", "text", "scope", "channel", "tags", "acts", "key", "review")
_ALSO = {
    "shortcut": ("shortcut", "trigger", "abbreviation", "short code", "shortcode", "keyword", "raccourci", "kurzel"),
    "title": ("title", "name", "subject", "titre", "titel", "nom"),
    "folder": ("folder", "category", "group", "dossier", "categorie", "ordner"),
    "language": ("language", "lang", "locale", "langue", "sprache"),
    "text": ("text", "body", "content", "message", "reply", "response", "texte", "contenu", "reponse"),
    "scope": ("scope", "visibility", "shared with"),
    "channel": ("channel", "canal"),
    "tags": ("tags", "labels", "tag", "etiquettes"),
    "acts": ("acts", "actions"),
    "key": ("key", "hotkey"),
    "review": ("review", "review on"),
}
_COLUMN_OF = {name: column for column, names in _ALSO.items() for name in names}
_DANGEROUS = pattern(r"^'*(?:\s*[=+\-@＝＋－＠]|[\t\r])")
_SPREADSHEETS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
"""How the files of spreadsheets begin, of now and of long ago."""
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8", "UTF-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le", "UTF-32"),
    (b"\x00\x00\xfe\xff", "utf-32-be", "UTF-32"),
    (b"\xff\xfe", "utf-16-le", "UTF-16"),
    (b"\xfe\xff", "utf-16-be", "UTF-16"),
)
"""What files begin with to say how they are written; the longer ones first."""
_SEPARATOR_TOLD = pattern(r"(?i)^sep=(.)\r?\n")
_FORMAT = 1
_LISTS = ("replies", "saved_replies", "macros", "canned_responses")


class Format(StrEnum):
    """What a file is."""

    CSV = "csv"
    JSON = "json"


class Unreadable(Exception):
    """A file from which nothing can be taken; `why` is a word for the sentence, `detail` stands in it."""

    def __init__(self, why: str, detail: str = "") -> None:
        super().__init__(f"{why} {detail}".strip())
        self.why = why
        self.detail = detail


@dataclass(frozen=True, slots=True)
class RawPicture:
    """A picture as it stood in a file; without bytes where they could not be read."""

    data: bytes = field(repr=False)
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a file: its number as an editor shows it, and what stands in it. What is absent is not named."""

    number: int
    cells: Mapping[str, Any]
    """By column; `texts` is a list of (language, text), `pictures` of `RawPicture`, `tags` and `acts` are lists."""


@dataclass(frozen=True, slots=True)
class ReadFile:
    """What a file held."""

    rows: tuple[Row, ...]
    format: Format
    encoding: str = "UTF-8"
    separator: str = ""
    ignored: tuple[str, ...] = ()
    """Columns that mean nothing here."""
    is_whole: bool = False
    """Whether each row is all there is of a reply: what it does not name is empty."""


# Writing


def as_json(library: Iterable[SavedReply], names: Names, picture: Callable[[str], bytes | None] | None = None) -> str:
    """The library as JSON. `picture` gives the bytes of one that goes with a reply; what is gone is left out."""
    replies = [
        {
            "shortcut": one.shortcut,
            "title": one.title,
            "folder": one.folder,
            "texts": [{"language": language, "text": text} for language, text in one.bodies],
            "scope": one.scope.value,
            "channel": names.channel(one.channel_id),
            "tags": list(one.tags),
            "acts": [names.act(kind, value) for kind, value in one.acts],
            "key": one.hotkey,
            "review": one.review_on,
            "pictures": _shown(one, picture),
        }
        for one in library
    ]
    return json.dumps({"socialdesk_saved_replies": _FORMAT, "replies": replies}, ensure_ascii=False, indent=1) + "\n"


def _shown(reply: SavedReply, picture: Callable[[str], bytes | None] | None) -> list[dict[str, str]]:
    found = [(one, picture(one.id)) for one in reply.pictures] if picture is not None else []
    return [{"type": one.media_type, "alt": one.alt, "data": b64encode(data).decode()} for one, data in found if data]


def as_csv(library: Iterable[SavedReply], names: Names) -> str:
    """The library as CSV: a line a language, the first a head; begins with a mark by which spreadsheets know UTF-8."""
    out = io.StringIO(newline="")
    lines = csv.writer(out)
    lines.writerow(COLUMNS)
    for one in library:
        acts = [names.act(kind, value) for kind, value in one.acts]
        for language, text in one.bodies or (("", ""),):
            cells = (
                *(one.shortcut, one.title, one.folder, language, text, one.scope.value, names.channel(one.channel_id)),
                *(_joined(one.tags), _joined(acts), str(one.hotkey or ""), one.review_on),
            )
            lines.writerow([_harmless(cell) for cell in cells])
    return "\ufeff" + out.getvalue()


def _harmless(cell: str) -> str:
    return "'" + cell if _DANGEROUS.match(cell) else cell


def _meant(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _DANGEROUS.match(cell) else cell


def _joined(parts: Iterable[str]) -> str:
    return ", ".join(part.replace("\\", "\\\\").replace(",", "\\,") for part in parts)


def _parted(cell: str) -> list[str]:
    parts, now, letters = list[str](), "", iter(cell)
    for letter in letters:
        if letter == "\\":
            now += next(letters, "\\")
        elif letter == ",":
            parts.append(now)
            now = ""
        else:
            now += letter
    parts.append(now)
    # The blank after a comma is ours, all others were meant.
    parts = [part.removeprefix(" ") if at else part for at, part in enumerate(parts)]
    return [part for part in parts if part.strip()]


# Reading


def read(content: bytes) -> ReadFile:
    """What stands in a file. Raises Unreadable."""
    if len(content) > MOST_BYTES:
        raise Unreadable("huge")
    text, encoding = _decoded(content)
    if not text.strip():
        raise Unreadable("empty")
    if text.lstrip()[:1] in "{[":
        return _read_json(text, encoding)
    if len(content) > MOST_CSV_BYTES:
        raise Unreadable("huge")
    return _read_csv(text, encoding)


def _decoded(content: bytes) -> tuple[str, str]:
    if content.startswith(_SPREADSHEETS):
        raise Unreadable("spreadsheet")
    mark, encoding, name = next((one for one in _MARKS if content.startswith(one[0])), (b"", "", ""))
    if not mark and b"\0" in content[:2]:  # without a mark it is told by where the halves of plain letters lie
        encoding, name = ("utf-16-be" if content[0] == 0 else "utf-16-le"), "UTF-16"
    if encoding:
        try:
            return content[len(mark) :].decode(encoding), name
        except UnicodeDecodeError as error:
            raise Unreadable("encoding", name) from error
    try:
        return content.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError:
        pass
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError as error:
        raise Unreadable("encoding", "UTF-8, Windows-1252") from error
    if any(ord(letter) < 32 and letter not in "\t\r\n" for letter in text):
        raise Unreadable("encoding", "UTF-8, Windows-1252")
    return text, "Windows-1252"


def _letters(value: Any) -> str:
    """A value of JSON as words, without halves of signs, which can neither be kept nor sent."""
    return str(value).encode("utf-8", "ignore").decode()


def _read_json(text: str, encoding: str) -> ReadFile:
    try:
        found: Any = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Unreadable("json", str(getattr(error, "lineno", ""))) from error
    listed: Any = found
    if isinstance(found, dict):
        whole = cast("dict[str, Any]", found)
        version = whole.get("socialdesk_saved_replies")
        if isinstance(version, int) and version > _FORMAT:
            raise Unreadable("newer")
        listed = next((whole[key] for key in _LISTS if key in whole), None)
    entries = cast("list[Any]", listed) if isinstance(listed, list) else []
    if not isinstance(listed, list) or not all(isinstance(one, dict) for one in entries):
        raise Unreadable("json", "")
    if len(entries) > MOST_ROWS:
        raise Unreadable("huge")
    ignored: dict[str, None] = {}
    rows = tuple(Row(number, _json_cells(one, ignored)) for number, one in enumerate(entries, 1))
    return ReadFile(rows, Format.JSON, encoding, ignored=tuple(ignored), is_whole=True)


def _json_cells(one: Mapping[str, Any], ignored: dict[str, None]) -> dict[str, Any]:
    cells: dict[str, Any] = {}
    for key, value in one.items():
        column = _COLUMN_OF.get(plain(key.replace("_", " ")).strip())
        if key == "texts" and isinstance(value, list | dict):
            cells["texts"] = _texts(cast("list[Any] | dict[Any, Any]", value))
        elif key == "pictures" and isinstance(value, list):
            cells["pictures"] = [_picture(part) for part in cast("list[Any]", value)]
        elif column is None:
            ignored[key] = None
        elif column in {"tags", "acts"}:
            listed = cast("list[Any]", value) if isinstance(value, list) else _parted(str(value or ""))
            cells[column] = [_letters(part) for part in listed]
        elif value is not None:
            cells[column] = _letters(value)
    return cells


def _texts(value: list[Any] | dict[Any, Any]) -> list[tuple[str, str]]:
    if isinstance(value, dict):
        return [(str(language), _letters(body)) for language, body in value.items()]
    parts = [cast("dict[str, Any]", part) for part in value if isinstance(part, dict)]
    return [(str(part.get("language", "")), _letters(part.get("text", ""))) for part in parts]


def _picture(value: Any) -> RawPicture:
    part = cast("dict[str, Any]", value) if isinstance(value, dict) else {}
    try:
        return RawPicture(b64decode(str(part.get("data", "")), validate=True), _letters(part.get("alt", "")))
    except ValueError:
        return RawPicture(b"")


def _read_csv(text: str, encoding: str) -> ReadFile:
    told = _SEPARATOR_TOLD.match(text)  # what Excel writes and reads before the head
    skipped = 1 if told is not None else 0
    body = text[told.end() :] if told is not None else text
    blank = len(body) - len(body.lstrip("\r\n"))
    skipped += len(body[:blank].splitlines())
    body = body[blank:]
    separator, head = _head(body, told.group(1) if told is not None else ",;\t|")
    columns = [_COLUMN_OF.get(plain(name.replace("_", " ")).strip(), "") for name in head]
    if "text" not in columns and "acts" not in columns:
        raise Unreadable("columns", ", ".join(one for one in head if one.strip())[:200])
    try:
        rows = _csv_rows(body, separator, columns, skipped, strict=True)
    except _Unstrict:
        rows = _csv_rows(body, separator, columns, skipped, strict=False)
    ignored = tuple(
        name for at, (name, column) in enumerate(zip(head, columns, strict=True))
        if name.strip() and (not column or column in columns[:at])
    )  # fmt: skip
    return ReadFile(tuple(rows), Format.CSV, encoding, separator, ignored)


class _Unstrict(Exception):
    """A quote stands where none should, and what is meant can be told all the same."""


def _csv_rows(text: str, separator: str, columns: Sequence[str], skipped: int, *, strict: bool) -> list[Row]:
    """The rows below the head. A quote that is never closed would take all rows behind it into one cell."""
    rows: list[Row] = []
    csv.field_size_limit(MOST_CSV_BYTES)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=strict)
    number = 1
    try:
        next(lines)
        number = lines.line_num + 1
        for cells in lines:
            if any(cell.strip() for cell in cells):
                rows.append(Row(number + skipped, _csv_cells(columns, cells)))
            number = lines.line_num + 1
            if len(rows) > MOST_ROWS:
                raise Unreadable("huge")
    except csv.Error as error:
        if strict and "expected after" in str(error):
            raise _Unstrict from error
        raise Unreadable("csv", str(number + skipped)) from error
    return rows


def _head(text: str, separators: str) -> tuple[str, list[str]]:
    best: tuple[int, str, list[str]] = (-1, separators[0], [])
    for separator in separators:
        try:
            head = next(csv.reader(io.StringIO(text, newline=""), delimiter=separator), list[str]())
        except csv.Error:
            continue
        known = sum(plain(name.replace("_", " ")).strip() in _COLUMN_OF for name in head)
        if known > best[0]:
            best = (known, separator, head)
    return best[1], best[2]


def _csv_cells(columns: Sequence[str], cells: Sequence[str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for column, cell in zip(columns, cells, strict=False):
        if column and column not in found:
            meant = _meant(cell)
            found[column] = _parted(meant) if column in {"tags", "acts"} else meant
    if len(cells) > len(columns) and any(cell.strip() for cell in cells[len(columns) :]):
        found["torn"] = True
    return found


def scope_of(word: str) -> Scope | None:
    """The scope a word means; None for a word that means none."""
    return {
        "": Scope.TEAM,
        "team": Scope.TEAM,
        "everyone": Scope.TEAM,
        "shared": Scope.TEAM,
        "me": Scope.ME,
        "private": Scope.ME,
        "personal": Scope.ME,
        "channel": Scope.CHANNEL,
    }.get(word.strip().casefold())
