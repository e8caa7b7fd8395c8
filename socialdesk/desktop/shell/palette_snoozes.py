"""Gives the palette the snoozes that have no key of their own, with the two keys that lead to them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.actions.registry import Facts
from socialdesk.desktop.places.palette.matching import Entry
from socialdesk.desktop.places.pickers.moments import icon_of, offer_words
from socialdesk.desktop.places.pickers.snooze import digit_of_choice
from socialdesk.desktop.shell.hands import WindowHands
from socialdesk.desktop.shell.parts import Parts
from socialdesk.model.snooze import Choice, offers
from socialdesk.support.clock import HERE

tr = QCoreApplication.translate
SNOOZE = "thread.snooze"


def snoozes(window: Parts, hands: WindowHands, facts: Facts) -> list[Entry]:
    """Until they answer, and a day and time of one's own."""
    act = window.registry[SNOOZE]
    none = "" if facts.has_thread or facts.selected else tr("shell", "Open a thread first.")

    def pick() -> None:
        window.run(act)
        window.snooze.pick_exactly()

    offered = (
        (Choice.WHEN_THEY_ANSWER, tr("shell", "Snooze until they answer"), lambda: hands.triage.snooze(None)),
        (Choice.PICK, tr("shell", "Snooze, pick a day and time"), pick),
    )
    return [
        Entry(
            f"snooze:{choice.value}",
            "act",
            words,
            keys=(*act.shown_keys, str(digit_of_choice(choice))) if act.shown_keys else (),
            icon=icon_of(choice),
            also=(*act.also, *window.other_words.of(act.words), *window.other_words.of(words)),
            reason=none,
            run=run,
        )
        for choice, words, run in offered
    ]


def tomorrow(window: Parts) -> str:
    """When tomorrow morning is, as the list of moments tells it."""
    now = window.bridge.clock.now()
    (offer,) = [one for one in offers(now, HERE) if one.choice is Choice.TOMORROW_MORNING]
    return offer_words(offer, now, HERE)
