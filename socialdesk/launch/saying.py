"""Says what the command line has to say: results on standard output, all else on standard error, and a status."""

from __future__ import annotations

import errno
import json
import sys
import unicodedata
from typing import Any

from socialdesk.launch.opening import Unusable
from socialdesk.store.errors import StoreError
from socialdesk.store.protection import ProtectionError
from socialdesk.support.lock import Taken
from socialdesk.support.secrets import SecretsUnavailable

DONE, REFUSED, WRONG, UNREACHABLE, DAMAGED, NO_ROOM, BUSY, NEWER = 0, 1, 2, 3, 4, 5, 6, 7
_KEPT = "\u200d"  # joins emoji; harmless


def complain(sentence: str, status: int = WRONG) -> int:
    """Say what is wrong, and give the status. A sentence may name people, and their names are their own."""
    print(f"socialdesk: {plain(sentence)}", file=sys.stderr)
    return status


def what_is_wrong(error: Exception) -> str:
    """What a person is told of an error, with what to do; "" where it is a mistake of the program."""
    match error:
        case ProtectionError() | SecretsUnavailable() | StoreError():
            return error.sentence
        case Unusable():
            return str(error)
        case Taken():
            return "Another SocialDesk is busy with this workspace. Wait for it to end, or close it, and try again."
        case OSError(errno=errno.ENOSPC):
            return "The disk is full. What was there before is safe; free some space and try again."
        case OSError(errno=errno.EROFS | errno.EACCES) if error.filename:
            return f"{error.filename} cannot be used: {error.strerror}. Make it accessible, then try again."
        case _:
            return ""


def plain(text: str) -> str:
    """A text that cannot do anything to a terminal: one line, no control and no direction characters."""
    lines = "".join(" " if letter in "\r\n\t" else letter for letter in text)
    return "".join(c for c in lines if c in _KEPT or unicodedata.category(c) not in ("Cc", "Cf"))


def printed(values: dict[str, Any]) -> None:
    """Print one JSON object on its line; for a terminal with everything escaped that could move its cursor."""
    print(json.dumps(values, ensure_ascii=sys.stdout.isatty()))
