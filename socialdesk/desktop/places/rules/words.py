"""Says of a rule how it stands, for which channels it is, and what it says, in words."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.look.connector_words import sentence
from socialdesk.desktop.look.numbers import time_of_day
from socialdesk.desktop.places.rules.deeds import deed_tree, deeds
from socialdesk.desktop.places.rules.triggers import triggers, when_tree
from socialdesk.desktop.widgets.plain_text import safe_name
from socialdesk.desktop.widgets.sentence.choices import Choices, both
from socialdesk.desktop.widgets.sentence.conditions import conditions, to_tree
from socialdesk.desktop.widgets.sentence.frame import sentence_of
from socialdesk.model.identifiers import ChannelId
from socialdesk.model.rule import LARGE_SHARE, PUBLIC, Rule

tr = QCoreApplication.translate
_MOST_NAMED = 3


def of_state(rule: Rule, now: datetime, *, is_draft: bool = False) -> tuple[str, str]:
    """How a rule stands, and the colour that tells it."""
    if is_draft:
        return tr("rules", "Changed, not saved yet"), "soon"
    if rule.off_because:
        return tr("rules", "Stopped: {why}").format(why=sentence(rule.off_because)), "over"
    if rule.is_on and rule.on_from is not None and rule.on_from > now:
        return tr("rules", "Begins at {moment}").format(moment=moment(rule.on_from, now)), "info"
    if rule.is_on:
        return tr("rules", "On", "a rule"), "good"
    if not rule.is_tried:
        return tr("rules", "Off, not tried yet"), "text2"
    return tr("rules", "Off", "a rule"), "text2"


def why_pause(rule: Rule) -> str:
    """Why a rule begins only later once it is switched on; empty where it begins at once."""
    if rule.deeds & PUBLIC:
        return tr(
            "rules",
            "It hides what the public can see. So it begins an hour after it was switched on; switch it off until"
            " then, and nothing happens.",
        )
    if rule.trial is not None and rule.trial.share > LARGE_SHARE:
        return tr(
            "rules",
            "It touches more than one in twenty. So it begins an hour after it was switched on; switch it off until"
            " then, and nothing happens.",
        )
    return ""


def moment(at: datetime, now: datetime) -> str:
    """A moment: the time today, else day and time."""
    here, today = at.astimezone(), now.astimezone().date()
    if here.date() == today:
        return time_of_day(here)
    return f"{QLocale().toString(QDate(here.year, here.month, here.day), 'd MMM')} {time_of_day(here)}"


class Said:
    """Says rules with the names of one workspace."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge
        choices = Choices(bridge)
        self._triggers = triggers(choices)
        self._conditions = conditions(choices, of_events=True)
        self._deeds = deeds(bridge, choices)
        self._known: dict[tuple[str, int], str] = {}

    def scope(self, rule: Rule) -> str:
        """For which channels it is."""
        if rule.everywhere:
            return tr("rules", "All channels")
        names = [self._channel(one) for one in sorted(rule.channels)]
        if not names:
            return tr("rules", "No channel yet")
        if len(names) > _MOST_NAMED:
            return tr("rules", "%n channel(s)", "", len(names))
        return both(names)

    def whole(self, rule: Rule) -> str:
        """All it says, as one sentence."""
        key = rule.id, rule.version
        found = self._known.get(key)
        if found is None or not rule.version:
            when = sentence_of(self._triggers, when_tree(rule.when))
            then = sentence_of(self._deeds, deed_tree(rule.then))
            where = to_tree(rule.where)
            if where.parts:
                pattern = tr("rules", "{when}, if {condition}: {deeds}.", "a whole rule as one sentence")
                found = pattern.format(when=when, condition=sentence_of(self._conditions, where), deeds=then)
            else:
                pattern = tr("rules", "{when}: {deeds}.", "a whole rule without a condition as one sentence")
                found = pattern.format(when=when, deeds=then)
            self._known[key] = found
        return found

    def forget(self) -> None:
        """Names may have changed."""
        self._known.clear()

    def _channel(self, number: int) -> str:
        found = self._bridge.channel(ChannelId(number))
        return safe_name(found.name) if found is not None else tr("rules", "a channel that is gone")
