"""The search of the library gives what a whole look gives, in short steps, and a later key ends an earlier search."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from socialdesk.desktop.places.library import finding
from socialdesk.desktop.places.library.finding import KNOWN, NEW, Finding
from socialdesk.model.identifiers import SavedReplyId
from socialdesk.model.saved_reply import SavedReply
from socialdesk.model.saved_reply_ranking import Worded, rank, worded

MANY = [
    SavedReply(SavedReplyId(n), f"r{n}", f"{'Retour' if n % 3 else 'Été'} {n}", "", (("fr", f"Texte {n % 7}"),), n % 50)
    for n in range(1, 601)
]


def test_many_are_looked_through_in_short_steps_with_the_result_of_one_long_one(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[int] = []

    def counted(reply: SavedReply) -> Worded:
        made.append(reply.id)
        return worded(reply)

    monkeypatch.setattr(finding, "worded", counted)
    page = QObject()
    search = Finding(page)
    told: list[tuple[str, list[SavedReply]]] = []
    search.found.connect(lambda typed, found: told.append((typed, found)))
    search.look("ete", MANY)
    assert len(made) == NEW  # then it lets others have a turn
    search.look("retour", MANY)
    qtbot.waitUntil(lambda: bool(told))
    assert [typed for typed, _ in told] == ["retour"]
    assert told[0][1] == [choice.reply for choice in rank("retour", MANY, len(MANY))]

    # Everything is known by now: nothing is made ready twice, and a step takes more.
    made.clear()
    search.look("texte 3", MANY)
    assert search._at == KNOWN
    qtbot.waitUntil(lambda: len(told) == 2)
    assert made == []
    assert told[1][1] == [choice.reply for choice in rank("texte 3", MANY, len(MANY))]
