"""Keeps where the tables of a file begin, in a small file beside it: with that it can be read when its head is lost.

There is no word of any content in it: names of tables, their first pages, and the salt that is public in the file's
own first bytes.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from socialdesk.store.driver import cipher
from socialdesk.store.pages import PAGE_BYTES, SALT_BYTES, mac_key, resigned
from socialdesk.support.paths import write_private
from socialdesk.support.values import value_class


@value_class(frozen=True, slots=True)
class Part:
    """A table or an index: where it begins, and the words that make it."""

    kind: str
    name: str
    table: str
    root: int
    sql: str | None


@value_class(frozen=True, slots=True)
class Shape:
    """What is known of a file."""

    salt: bytes
    parts: tuple[Part, ...]


def keep(path: Path, driver: Any) -> None:
    """Write down the shape of an open, whole file when it is another than it was."""
    listed = driver.execute(
        "SELECT type, name, tbl_name, rootpage, sql FROM sqlite_schema WHERE rootpage > 0"
    ).fetchall()
    with path.open("rb") as file:
        salt = file.read(SALT_BYTES)
    said = json.dumps({"salt": salt.hex(), "parts": listed})
    beside = _beside(path)
    if len(salt) == SALT_BYTES and (not beside.exists() or beside.read_text(encoding="utf-8") != said):
        write_private(beside, said)


def kept(path: Path) -> Shape | None:
    """The shape that was written down for a file; None when there is none."""
    try:
        told = json.loads(_beside(path).read_text(encoding="utf-8"))
        return Shape(bytes.fromhex(told["salt"]), tuple(Part(*one) for one in told["parts"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def graft(path: Path, key: bytes | None, shape: Shape, parts: Sequence[Part]) -> bool:
    """Give a file a new first page that knows these parts and no other; False when one page has no room for them."""
    made = path.with_name(f"{path.name}.head")
    made.unlink(missing_ok=True)
    db = cipher.connect(str(made), isolation_level=None)
    try:
        if key is not None:
            db.execute("PRAGMA cipher_log_level = NONE")
            db.execute(f"PRAGMA key = \"x'{key.hex()}{shape.salt.hex()}'\"")
        db.execute("PRAGMA journal_mode = MEMORY")
        db.execute("PRAGMA writable_schema = ON")
        rows = [(part.kind, part.name, part.table, part.root, part.sql) for part in parts]
        db.execute("BEGIN")
        db.executemany("INSERT INTO sqlite_schema VALUES (?, ?, ?, ?, ?)", rows)
        db.execute("COMMIT")
    finally:
        db.close()
    head = made.read_bytes()
    made.unlink()
    if len(head) != PAGE_BYTES:
        return False
    count = path.stat().st_size // PAGE_BYTES
    with path.open("r+b") as file:
        file.write(_counting(head, key, shape.salt, count))
    return True


def _counting(head: bytes, key: bytes | None, salt: bytes, count: int) -> bytes:
    """The first page, telling another number of pages: one, it says, as it was made."""
    new = struct.pack(">I", count)
    if key is None:
        return head[:28] + new + head[32:]
    # What stands in the first block of a page is turned by turning its initialisation vector, then signed again.
    turn = bytes(12) + bytes(a ^ b for a, b in zip(new, struct.pack(">I", 1), strict=True))
    return resigned(head, 1, mac_key(key, salt), turn)


def _beside(path: Path) -> Path:
    return path.with_suffix(".shape")
