"""Writes what a channel can do as text, and reads it again."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

from socialdesk.model.capability import AttachmentLimit, Capabilities, Idempotency, Level, Price, TextLimit, TextUnit
from socialdesk.model.pacing import Budget


class NotCapabilities(ValueError):
    """A text that does not say what can be done."""


def written(able: Capabilities) -> str:
    """As JSON; the same for the same capabilities."""
    text, pictures = able.text, able.attachments
    data: dict[str, Any] = {
        "text": [text.unit.value, text.most, text.bytes_most, text.url_length, text.mentions_are_local],
        "levels": {act: int(level) for act, level in able.levels.items()},
        "window_s": None if able.reply_window is None else able.reply_window.total_seconds(),
        "window_in": able.reply_window_in,
        "idempotency": able.idempotency.value,
        "lag_s": able.visibility_lag.total_seconds(),
        "pictures": None
        if pictures is None
        else [pictures.most, list(pictures.types), pictures.bytes_most, pictures.side_most],
        "budgets": [[one.points, one.per.total_seconds(), dict(one.costs), one.of] for one in able.budgets],
        "price": None if able.price is None else [able.price.mills, able.price.with_link_mills],
    }
    return json.dumps(data, sort_keys=True)


def read(text: str) -> Capabilities:
    """What `written` gave. Raises NotCapabilities."""
    try:
        data: dict[str, Any] = json.loads(text)
        unit, *limits = data["text"]
        window, pictures, price = data["window_s"], data["pictures"], data.get("price")
        return Capabilities(
            TextLimit(TextUnit(unit), *limits),
            {str(act): Level(level) for act, level in data["levels"].items()},
            None if window is None else timedelta(seconds=window),
            Idempotency(data["idempotency"]),
            timedelta(seconds=data["lag_s"]),
            None if pictures is None else AttachmentLimit(pictures[0], tuple(pictures[1]), *pictures[2:]),
            tuple(Budget(points, timedelta(seconds=per), costs, of) for points, per, costs, of in data["budgets"]),
            None if price is None else Price(*price),
            str(data.get("window_in", "")),
        )
    except (ValueError, LookupError, TypeError, AttributeError, OverflowError, RecursionError) as error:
        raise NotCapabilities(repr(error)) from error
