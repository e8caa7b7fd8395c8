"""Says what would have come of a rule beside what it touched, and what trying it cannot know."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.places.rules.words import why_left_out
from socialdesk.model.rule import APPLICABLE, Rule
from socialdesk.store.rule_trial import Outcome, Unknown

tr = QCoreApplication.translate


def outcome_words(outcome: Outcome, rule: Rule) -> list[str]:
    """Whole sentences, what happens first, what is not known last."""
    said: list[str] = []
    if outcome.stopped:
        said.append(
            tr("rules", "%n more would fit, but a rule before it asks no rule after itself.", "", outcome.stopped)
        )
    if outcome.acknowledged:
        said.append(_acknowledged(dict(outcome.acknowledged)))
    if outcome.again:
        said.append(tr("rules", "Rules would bring it about %n time(s) more by what they do.", "", outcome.again))
    if outcome.deep:
        said.append(tr("rules", "That ends after five: %n time(s) nothing would be done any more.", "", outcome.deep))
    said += [_unknown(one) for one in outcome.unknown]
    if rule.when.trigger not in APPLICABLE:
        said.append(tr("rules", "It cannot be applied to what is there: much at once is over when it is over."))
    return said


def _acknowledged(found: dict[str, int]) -> str:
    sent = found.pop("", 0)
    words = tr("rules", "%n of them would have been acknowledged.", "", sent)
    if not found:
        return words
    left = [
        tr("rules", "{many} {why}", "how often, and why not").format(many=many, why=why_left_out(why))
        for why, many in found.items()
    ]
    return f"{words} {tr('rules', 'The others not: {reasons}.').format(reasons=', '.join(left))}"


def _unknown(one: Unknown) -> str:
    return {
        Unknown.THREADS_NOW: tr("rules", "Threads are looked at as they stand now, not as they stood then."),
        Unknown.LAST_EDIT: tr("rules", "Of messages that were changed several times only the last time is known."),
        Unknown.ANSWERED_SINCE: tr(
            "rules", "What has been answered meanwhile is not among these, however late it was."
        ),
        Unknown.SILENCES: tr("rules", "Silences that ended are not among these."),
        Unknown.HOURS_NOW: tr("rules", "The opening hours of today count, also for the days before."),
    }[one]
