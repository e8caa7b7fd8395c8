"""Says in the reader's language how much a search found, and what of it could not be used."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.places.queue.finding import Finding
from socialdesk.model.search import Lack, Trouble

tr = QCoreApplication.translate


def about(finding: Finding, let_through: int | None) -> str:
    """How much is listed; `let_through` is how much was let through, where that is listed and nothing looked for."""
    if not finding.hits:
        return tr("queue", "%n found", "", 0) if let_through is None else tr("queue", "nothing here")
    number = len(finding.hits)
    if let_through is not None:
        told = tr("queue", "%n let through", "threads", let_through)
    elif finding.has_more:
        told = tr("queue", "%n or more found", "", number)
    else:
        told = tr("queue", "%n found", "", number)
    return told if finding.trouble is None else f"{told}. {said(finding.trouble)}"


def nothing(finding: Finding, let_through: int | None) -> str:
    """Why nothing is listed, in a sentence."""
    if finding.trouble is not None:
        return said(finding.trouble)
    if let_through is not None:
        return tr("queue", "Nothing was let through yet.")
    return tr("queue", "Nothing matches “{words}”.").format(words=finding.typed)


def said(trouble: Trouble) -> str:
    """What is wrong and what to do about it. The words of operators are the same in every language."""
    operator = trouble.operator or ""
    match trouble.lack:
        case Lack.VALUE:
            return tr("queue", "Say what after {operator}:", "an operator of the search, as from:").format(
                operator=operator
            )
        case Lack.CHOICE:
            *others, last = trouble.choices
            return tr("queue", "After {operator}: stands {others} or {last}.", "is: open, waiting … or mine").format(
                operator=operator, others=", ".join(others), last=last
            )
        case Lack.DAY:
            return tr(
                "queue", "After {operator}: stands a day like 2026-10-01, a month like 2026-10, yesterday, or 7d."
            ).format(operator=operator)
        case Lack.WANTED:
            return tr("queue", "Say also what to look for, not only what to leave out.")
        case Lack.WORD:
            return tr("queue", "Type a word to look for.")
