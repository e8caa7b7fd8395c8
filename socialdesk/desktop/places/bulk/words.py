"""Says why somebody is left out of one text for many, and how long it takes until all have left."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.look.numbers import number
from socialdesk.model.bulk_answer import Recipient, Why

tr = QCoreApplication.translate


def said(name: str, what: str) -> str:
    """A line of a list: who, and what they said or what becomes of it."""
    return tr("bulk", "{name}: {what}").format(name=name, what=what)


def left_out(many: int, reason: str) -> str:
    """How many are left out for a reason."""
    return tr("bulk", "{many} {reason}", "who is left out: 7 the network has no such act there").format(
        many=number(many), reason=reason
    )


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
        case Why.SHORTCUT:
            return tr("bulk", "the shortcut of a saved reply stands in it")
        case Why.SKIPPED:
            return tr("bulk", "skipped")
        case Why.BY_HAND:
            return tr("bulk", "by hand, kept as a draft")


def stops(one: Recipient) -> str:
    """Why one person gets no answer and what to do about it, as a sentence; empty when they get one."""
    match one.why_not:
        case None:
            return ""
        case Why.BLANK if one.missing:
            said = tr("bulk", "“{blank}” is not known of this person. Write it into the text below, or skip them.")
            return said.replace("{blank}", one.missing)
        case Why.BLANK:
            return tr("bulk", "Something in braces is not filled. Write over it, or skip this person.")
        case Why.SHORTCUT:
            return tr("bulk", "A shortcut is not an answer: choose the saved reply, or write what you mean.")
        case Why.TOO_LONG:
            return tr("bulk", "This network takes no text as long as this. Shorten it for this person.")
        case Why.EMPTY:
            return tr("bulk", "Write the text for all on the left, or one for this person below.")
        case _:
            return tr("bulk", "No answer: {reason}.").replace("{reason}", why(one.why_not))


def whys(found: Mapping[Why, int]) -> str:
    """All reasons with their numbers: "2 answered meanwhile, 1 skipped"."""
    return ", ".join(left_out(many, why(reason)) for reason, many in found.items())


def lasts(span: timedelta) -> str:
    """About how long until the last one has left."""
    minutes = -(-int(span.total_seconds()) // 60)
    if minutes <= 1:
        return tr("bulk", "within a minute")
    return tr("bulk", "about %n min", "until all answers have left", minutes)
