"""Says of a rule how it stands, for which channels it is, and what it says, in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.look.connector_words import sentence
from socialdesk.desktop.look.numbers import time_of_day
from socialdesk.desktop.places.rules.deeds import deed_tree, deeds
from socialdesk.desktop.places.rules.triggers import triggers, when_tree
from socialdesk.desktop.widgets.plain_text import one_line, safe_name
from socialdesk.desktop.widgets.sentence.choices import Choices, both, span_words
from socialdesk.desktop.widgets.sentence.conditions import conditions, to_tree
from socialdesk.desktop.widgets.sentence.frame import sentence_of
from socialdesk.model.condition import Condition, Field, Is, Not
from socialdesk.model.identifiers import ChannelId
from socialdesk.model.rule import LARGE_SHARE, PUBLIC, Deed, Do, Rule, Trial
from socialdesk.model.rule_list import Care
from socialdesk.model.thread import Thread
from socialdesk.store.rule_rows import Did

tr = QCoreApplication.translate
_MOST_NAMED = 3


def of_state(rule: Rule, now: datetime, *, is_draft: bool = False) -> tuple[str, str]:
    """How a rule stands, and the colour that tells it."""
    if is_draft:
        return tr("rules", "Changed, not saved yet"), "soon"
    if rule.off_because:
        return tr("rules", "Stopped: {why}").format(why=sentence(rule.off_because)), "over"
    if rule.asked_by is not None:
        return tr("rules", "Waits for a second person"), "info"
    if rule.is_on and rule.on_from is not None and rule.on_from > now:
        return tr("rules", "Begins at {moment}").format(moment=moment(rule.on_from, now)), "info"
    if rule.is_on:
        return tr("rules", "On", "a rule"), "good"
    if not rule.is_tried:
        return tr("rules", "Off, not tried yet"), "text2"
    return tr("rules", "Off", "a rule"), "text2"


def why_pause(rule: Rule, trial: Trial, care: Care) -> str:
    """Why a rule begins only later once it is switched on; empty where it begins at once."""
    if rule.deeds & PUBLIC:
        because = tr("rules", "It hides what the public can see.")
    elif trial.share > LARGE_SHARE:
        because = tr("rules", "It touches more than one in twenty.")
    else:
        return ""
    if care.asks_second:
        then = tr("rules", "So a second person looks at it once it was switched on, and lets it begin.")
    elif care.pause:
        then = tr(
            "rules", "So it begins {span} after it was switched on; switch it off until then, and nothing happens."
        ).format(span=span_words(round(care.pause.total_seconds() / 60)))
    else:
        then = ""
    return f"{because} {then}".strip()


def why_left_out(skipped: str) -> str:
    """Why a rule left something out, by the stable word of `rule_deeds`."""
    word, _, said = skipped.partition(" ")
    if word == "refused":
        status = said.removeprefix("status ")
        if status.isdecimal():
            return tr("rules", "the program answered {status}").format(status=status)
        return sentence(said)
    return {
        "gone": tr("rules", "the person, reply or message is gone"),
        "over": tr("rules", "its moment had passed"),
        "open": tr("rules", "within the opening hours"),
        "public": tr("rules", "it would stand in public"),
        "today": tr("rules", "acknowledged that day already"),
        "suspended": tr("rules", "automatic answers were suspended"),
        "many": tr("rules", "too many automatic answers within an hour"),
        "rule": tr("rules", "another rule brought it about, nobody wrote"),
        "blank": tr("rules", "the saved reply has a blank"),
        "answered": tr("rules", "somebody had answered"),
        "nobody": tr("rules", "nobody was there for it"),
        "waits": tr("rules", "not heard yet; it is told again"),
        "deep": tr("rules", "too many rules brought each other about"),
    }.get(word, one_line(word))


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

    def thread(self, thread: Thread | None, words: str) -> tuple[str, str]:
        """Whose thread it is, and what was said; nothing of what is kept out of sight."""
        if thread is None:
            return tr("rules", "A thread that is gone"), ""
        if thread.is_shielded:
            return tr("rules", "A hidden message"), ""
        return safe_name(thread.contact_name), one_line(words)

    def reasons(self, reasons: Sequence[Sequence[str]]) -> str:
        """Why it did its work, as the conditions that were so."""
        said: list[str] = []
        for one in reasons:
            is_not = bool(one) and one[0] == "not"
            name, *values = one[1:] if is_not else one
            try:
                found: Condition = Is(Field(name), frozenset(values or ("yes",)))
            except ValueError:
                continue
            said.append(sentence_of(self._conditions, to_tree(Not(found) if is_not else found)))
        if not said:
            return tr("rules", "It waits for no more than that.")
        return tr("rules", "Because {reasons}.", "why a rule did its work").format(reasons=", ".join(said))

    def did(self, did: Sequence[Did]) -> str:
        """What it did, with what was left out."""
        said: list[str] = []
        for one in did:
            if not one.deed and one.skipped:
                said.append(
                    tr("rules", "nothing: {why}", "why a rule did nothing").format(why=why_left_out(one.skipped))
                )
                continue
            try:
                words = sentence_of(self._deeds, deed_tree([Do(Deed(one.deed), one.value)]))
            except ValueError:
                continue
            if one.skipped:
                words = tr("rules", "{what} (left out: {why})", "something a rule did not do").format(
                    what=words, why=why_left_out(one.skipped)
                )
            elif one.back == "left":
                words = tr("rules", "{what} (cannot be taken back)").format(what=words)
            elif one.back == "changed":
                words = tr("rules", "{what} (kept: somebody changed it since)").format(what=words)
            said.append(words)
        return ", ".join(said)

    def forget(self) -> None:
        """Names may have changed."""
        self._known.clear()

    def _channel(self, number: int) -> str:
        found = self._bridge.channel(ChannelId(number))
        return safe_name(found.name) if found is not None else tr("rules", "a channel that is gone")
