"""Which scenes the manual shows, on which page, and how large a picture may be. Draws nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

MANUAL = Path(__file__).parents[1] / "docs" / "user"
PICTURES = MANUAL / "pictures"
LANGUAGES = ("en", "fr")
MOST_BYTES = 60_000
MOST_BYTES_OF_ALL = 3_000_000
COMPOSER = (604, 340, 548, 560)
"""Where the end of the conversation and what is being written stand in the window."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A scene on a page. `part` is what is shown of the window: left, top, width, height in logical pixels."""

    scene: str
    part: tuple[int, int, int, int] | None = None


PAGES: Mapping[str, Sequence[Picture]] = {
    "first-hour": (Picture("main"), Picture("welcome"), Picture("saved-reply"), Picture("connect")),
    "queue": (Picture("queue-hover"), Picture("queue-stars")),
    "views": (Picture("queue-filter"), Picture("queue-chips")),
    "conversation": (Picture("unread"),),
    "answering": (Picture("too-long", COMPOSER), Picture("send-later"), Picture("spelling", COMPOSER)),
    "saved-replies": (Picture("library"),),
    "many-at-once": (Picture("selection"), Picture("bulk-answer"), Picture("folded")),
    "acts": (Picture("snooze"),),
    "hours": (Picture("settings-hours-meant"),),
    "shield": (Picture("shield"), Picture("shield-lists")),
    "contacts": (Picture("memo"), Picture("likely")),
    "search": (Picture("search"),),
    "pictures": (Picture("pictures"), Picture("viewer")),
    "keys": (Picture("key-sheet"), Picture("settings-keys")),
    "settings": (Picture("settings-appearance"),),
    "notifications": (Picture("quiet-picker"),),
    "when-the-network-fails": (Picture("offline"),),
}
"""Which scenes belong to which page; the page shows each of them as `pictures/LANGUAGE/SCENE.webp`."""
