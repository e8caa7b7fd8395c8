"""Reads the plain parts of what the Graph API says, and writes cursors; pure."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime
from typing import Any, cast

from socialdesk.connectors.kit.failures import failed
from socialdesk.model.event import Unreadable
from socialdesk.model.failure import FailureKind

Json = dict[str, Any]
_VERSION = 1
BAD = (KeyError, TypeError, ValueError, AttributeError, IndexError, OverflowError)
"""What reading raises where a field is missing or of another sort."""


def moment(text: str) -> datetime:
    """A moment as Meta writes it: `2026-05-01T10:00:00+0000`. Raises ValueError for anything else."""
    found = datetime.fromisoformat(text)
    return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)


def of_epoch(seconds: Any) -> datetime | None:
    """A moment in seconds since 1970; None for 0, which Meta says for never, and for what is no number."""
    try:
        return datetime.fromtimestamp(int(seconds), UTC) if int(seconds) > 0 else None
    except (TypeError, ValueError, OverflowError, OSError):
        return None


def objects(value: Any) -> list[Json]:
    """The objects in a list, or in an edge `{"data": […]}`; whatever else stands there is passed over."""
    listed: Any = cast(Json, value).get("data") if isinstance(value, dict) else value
    if not isinstance(listed, list):
        return []
    return [one for one in cast(list[Any], listed) if isinstance(one, dict)]


def inner(value: Json, *path: str) -> Any:
    """What stands at a path of keys; None where one is missing."""
    at: Any = value
    for key in path:
        at = cast(Json, at).get(key) if isinstance(at, dict) else None
    return at


def word(value: Any) -> str:
    """A text, or an empty one for anything else."""
    return value if isinstance(value, str) else ""


def version(text: str, *others: str, is_liked: bool = False) -> str:
    """What changes with the content: Meta tells neither a revision nor, mostly, the time of an edit."""
    digest = hashlib.sha256("\n".join([text, *others]).encode("utf-8", "replace")).hexdigest()[:16]
    return f"{digest}+" if is_liked else digest


def raw(value: Json) -> str:
    """The form in which what was said is kept."""
    return json.dumps(value, ensure_ascii=False, default=str)


def unreadable(value: Json, error: Exception) -> Unreadable:
    """What could not be read, to be kept raw."""
    text = raw(value)
    digest = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]
    return Unreadable(f"{value.get('id')}:{digest}", f"{type(error).__name__}: {error}", text)


def read_cursor(cursor: str | None) -> Json:
    """What a cursor holds. Raises ConnectorError CursorInvalid for one that another version wrote."""
    if cursor is None:
        return {}
    try:
        state = json.loads(cursor)
        if state.get("v") == _VERSION:
            return state
    except (ValueError, AttributeError):
        pass
    raise failed(FailureKind.CURSOR_INVALID, "The place in this stream is lost; it is read again.", code="cursor")


def written(**state: Any) -> str:
    """A cursor of this version."""
    return json.dumps({"v": _VERSION, **state}, separators=(",", ":"))
