"""Says why somebody is left out of one text for many, and how long it takes until all have left."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.look.numbers import number
from socialdesk.model.bulk_answer import Why

tr = QCoreApplication.translate


def why(reason: Why) -> str:
    """One reason, as it stands beside a name."""
    match reason:
        case Why.SHIELDED:
            return tr("bulk", "kept out of sight, to be read first")
        case Why.COLLEAGUE:
            return tr("bulk", "a colleague is answering")
        case Why.CANNOT:
            return tr("bulk", "can't be answered from here")
        case Why.CLOSED:
            return tr("bulk", "the time for an answer is over")
        case Why.ON_ITS_WAY:
            return tr("bulk", "an answer is on its way already")
        case Why.ANSWERED:
            return tr("bulk", "answered meanwhile")
        case Why.EMPTY:
            return tr("bulk", "no text yet")
        case Why.BLANK:
            return tr("bulk", "a blank is not filled")
        case Why.TOO_LONG:
            return tr("bulk", "too long for this network")
        case Why.SKIPPED:
            return tr("bulk", "skipped")
        case Why.BY_HAND:
            return tr("bulk", "by hand, kept as a draft")


def whys(found: Mapping[Why, int]) -> str:
    """All reasons with their numbers: "2 answered meanwhile, 1 skipped"."""
    return ", ".join(f"{number(many)} {why(reason)}" for reason, many in found.items())


def lasts(span: timedelta) -> str:
    """About how long until the last one has left."""
    minutes = -(-int(span.total_seconds()) // 60)
    if minutes <= 1:
        return tr("bulk", "within a minute")
    return tr("bulk", "about %n min", "until all answers have left", minutes)
