"""Says the topics a new workspace begins with in the language of the window; those a team named stay as they are.

A topic is kept under one name, whatever language the window speaks: rules, views and weights hold on to that name.
"""

from __future__ import annotations

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
