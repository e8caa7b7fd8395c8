"""Says in the reader's language what of a search could not be used."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from socialdesk.model.search import Lack, Trouble

tr = QCoreApplication.translate


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
