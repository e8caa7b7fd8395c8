"""The sizes of the design in logical pixels, and the text zoom that scales them; knows no widget."""

from __future__ import annotations

CHIP_RADIUS, CONTROL_RADIUS, CARD_RADIUS, DIALOG_RADIUS = 4, 6, 8, 12

WINDOW = (1440, 900)
WINDOW_LEAST = (900, 600)
RAIL_WIDTH, RAIL_NARROW, RAIL_ROW = 224, 56, 30
QUEUE_WIDTH, QUEUE_LEAST, QUEUE_MOST = 380, 320, 520
QUEUE_HEADER, QUEUE_GROUP, QUEUE_ROW, QUEUE_ROW_COMPACT = 96, 32, 88, 62
CONVERSATION_LEAST, COLUMN_MOST, BUBBLE_MOST = 440, 720, 440
CONTEXT_WIDTH, CONTEXT_LEAST, CONTEXT_MOST = 288, 260, 360
COMPOSER = 186
BANNER = 46
DIALOG_NARROW, DIALOG_WIDE, DIALOG_WIDEST = 560, 820, 880
PALETTE_WIDTH, PALETTE_TOP, PALETTE_ROW, PALETTE_ROWS = 660, 118, 40, 9
CONTROL_HEIGHT, PRIMARY_HEIGHT = 30, 32
AVATAR, AVATAR_LOW = 36, 32
FOCUS_RING = 2

ZOOM_LEAST, ZOOM_MOST = 0.8, 2.0


class _Zoom:
    factor = 1.0
    is_compact: bool | None = None


def zoom() -> float:
    """The factor of the text zoom, 0.8 to 2.0."""
    return _Zoom.factor


def set_zoom(factor: float) -> None:
    """Scale all text and row heights. `theme.apply` must follow, so that what is on the screen is laid out again."""
    _Zoom.factor = min(ZOOM_MOST, max(ZOOM_LEAST, factor))


def set_compact(*, is_compact: bool | None) -> None:
    """Make the rows of the queue low or high, or with None as the window has room. `theme.apply` must follow."""
    _Zoom.is_compact = is_compact


def is_compact(*, is_narrow: bool = False) -> bool:
    """Whether rows of the queue are low in a window that `is_narrow` or is not."""
    return is_narrow if _Zoom.is_compact is None else _Zoom.is_compact


def scaled(px: float) -> int:
    """A height or width that holds text, at the present text zoom."""
    return round(px * _Zoom.factor)
