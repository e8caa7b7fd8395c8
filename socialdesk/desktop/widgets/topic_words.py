"""Says the topics a new workspace begins with in the language of the window; those a team named stay as they are.

A topic is kept under one name, whatever language the window speaks: rules, views and weights hold on to that name.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.widgets.plain_text import one_line

tr = QCoreApplication.translate


def _usual() -> dict[str, str]:
    return {
        "Delivery": tr("topics", "Delivery"),
        "Refund": tr("topics", "Refund"),
        "Payment": tr("topics", "Payment"),
        "Account": tr("topics", "Account"),
        "Technical": tr("topics", "Technical"),
        "Hours and booking": tr("topics", "Hours and booking"),
    }


def topic_words(name: str) -> str:
    """What a topic is called here."""
    return _usual().get(name) or one_line(name)


def topic_of(words: str) -> str:
    """The name under which a topic is kept that is called so here."""
    return next((name for name, said in _usual().items() if said == words), words)


def skills_typed(words: Iterable[str]) -> tuple[str, ...]:
    """What somebody is good at, as it was typed: in small letters, a topic also by the name it is kept under."""
    kept = {said.casefold(): name.casefold() for name, said in _usual().items()}
    low = [word.casefold() for word in words]
    return tuple(dict.fromkeys(one for word in low for one in (word, kept.get(word, word))))


def skills_shown(skills: Sequence[str]) -> list[str]:
    """What somebody is good at, as it is typed: without the names of topics that stand there as they are called."""
    said = {name.casefold(): words.casefold() for name, words in _usual().items()}
    return [one for one in skills if said.get(one, one) == one or said[one] not in skills]
