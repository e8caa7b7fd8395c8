"""When a rule begins, and for which channels it is, as sentences of one clause, both ways."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.widgets.sentence.choices import NOBODY, Choices, both, said_number
from socialdesk.desktop.widgets.sentence.tree import Clause, Group
from socialdesk.desktop.widgets.sentence.vocabulary import Kind, Vocabulary
from socialdesk.model.rule import Trigger, When

tr = QCoreApplication.translate
EVERYWHERE, SOME = "everywhere", "some"
_ANY = {"any_status": Trigger.STATUS, "any_assigned": Trigger.ASSIGNED, "any_tag": Trigger.TAGGED}
_ANY_OF = {trigger: kind for kind, trigger in _ANY.items()}
_UNASSIGNED = "unassigned"
_LATE_BY = "late_by"
_SLOT = {Trigger.STATUS: "status", Trigger.ASSIGNED: "person", Trigger.TAGGED: "tag"}


def scopes(choices: Choices) -> Vocabulary:
    """For which channels a rule is."""
    return Vocabulary(
        (
            Kind(
                SOME, tr("rules", "For some channels…"),
                tr("rules", "This rule is for {channel}", "{channel}: names of channels"),
                slots=(choices.channels(blank=tr("rules", "which channels?"), said=both),),
            ),
            Kind(
                EVERYWHERE, tr("rules", "For all channels"),
                tr("rules", "This rule is for all channels, also those to come"),
            ),
        ),
        tr("rules", "For which channels"), "", is_one=True, may_nest=False,
    )  # fmt: skip


def scope_tree(channels: frozenset[int], *, everywhere: bool) -> Group:
    """For which channels, as a sentence."""
    values = {} if everywhere else {"channel": tuple(str(one) for one in sorted(channels))}
    return Group((Clause(EVERYWHERE if everywhere else SOME, values),))


def scope_of(root: Group) -> tuple[frozenset[int], bool]:
    """The channels of a sentence, and whether it is for all."""
    clause = root.parts[0] if root.parts else Clause(SOME)
    assert isinstance(clause, Clause)
    if clause.kind == EVERYWHERE:
        return frozenset(), True
    return frozenset(int(one) for one in clause.get("channel") if one.isdecimal()), False


def triggers(choices: Choices) -> Vocabulary:
    """What a rule may wait for."""
    return Vocabulary(
        (
            _kind(Trigger.RECEIVED, tr("rules", "A message comes in"), tr("rules", "When a message comes in")),
            _kind(Trigger.EDITED, tr("rules", "A message is changed"), tr("rules", "When a contact changes a message")),
            _kind(
                Trigger.DELETED, tr("rules", "A message is taken back"),
                tr("rules", "When a contact takes a message back"),
            ),
            Kind(
                Trigger.RETURNS.value, tr("rules", "A contact comes back"),
                tr("rules", "When a contact writes again after at least {span}"),
                slots=(choices.spans(),), section="message",
            ),
            Kind(
                Trigger.VOLUME.value, tr("rules", "Much comes in at once"),
                tr("rules", "When {many} come in on one channel within {span}", "{many}: 30 messages"),
                slots=(
                    choices.numbers("many", tr("rules", "How many messages"), _messages, 100_000), choices.spans()
                ), section="message",
            ),
            Kind(
                _ANY_OF[Trigger.STATUS], tr("rules", "The status changes"),
                tr("rules", "When the status of a thread changes"), section="thread",
            ),
            Kind(
                Trigger.STATUS.value, tr("rules", "The status becomes…"),
                tr("rules", "When a thread becomes {status}", "{status}: open, snoozed, done"),
                slots=(choices.statuses(),), section="thread",
            ),
            Kind(
                _ANY_OF[Trigger.ASSIGNED], tr("rules", "It is given to somebody else"),
                tr("rules", "When a thread is given to somebody else"), section="thread",
            ),
            Kind(
                Trigger.ASSIGNED.value, tr("rules", "It is given to…"),
                tr("rules", "When a thread is given to {person}"),
                slots=(choices.people(with_me=False),), section="thread",
            ),
            Kind(
                _UNASSIGNED, tr("rules", "It is nobody’s any more"),
                tr("rules", "When a thread is nobody’s any more"), section="thread",
            ),
            Kind(
                _ANY_OF[Trigger.TAGGED], tr("rules", "A tag is put on"),
                tr("rules", "When any tag is put on a thread"), section="thread",
            ),
            Kind(
                Trigger.TAGGED.value, tr("rules", "A certain tag is put on…"),
                tr("rules", "When the tag {tag} is put on a thread"), slots=(choices.tags(),), section="thread",
            ),
            _kind(
                Trigger.RUNNING_OUT, tr("rules", "The time for an answer runs out"),
                tr("rules", "When three quarters of the time for an answer are over"), "time",
            ),
            _kind(
                Trigger.LATE, tr("rules", "An answer is late"), tr("rules", "When the time for an answer is over"),
                "time",
            ),
            Kind(
                _LATE_BY, tr("rules", "An answer is late by…"),
                tr("rules", "When an answer is late by {span}", "{span}: 2 h"), slots=(choices.spans(),),
                section="time",
            ),
            Kind(
                Trigger.IDLE.value, tr("rules", "Nothing is said for a while"),
                tr("rules", "When nothing was said in a thread for {span}"), slots=(choices.spans(),), section="time",
            ),
        ),
        tr("rules", "When it begins"), "", is_one=True, may_nest=False,
    )  # fmt: skip


def when_tree(when: When) -> Group:
    """What a rule waits for, as a sentence."""
    trigger, values = when.trigger, tuple(sorted(when.values))
    if trigger in _ANY_OF:
        if not values:
            return Group((Clause(_ANY_OF[trigger]),))
        if trigger is Trigger.ASSIGNED and values == (NOBODY,):
            return Group((Clause(_UNASSIGNED),))
        return Group((Clause(trigger.value, {_SLOT[trigger]: values}),))
    if trigger is Trigger.LATE and when.minutes:
        return Group((Clause(_LATE_BY, {"span": (str(when.minutes),)}),))
    filled = {"span": when.minutes, "many": when.many}
    return Group((Clause(trigger.value, {name: (str(count),) for name, count in filled.items() if count}),))


def when_of(root: Group) -> When:
    """What a sentence waits for."""
    clause = root.parts[0] if root.parts else Clause(Trigger.RECEIVED)
    assert isinstance(clause, Clause)
    if clause.kind in _ANY:
        return When(_ANY[clause.kind])
    if clause.kind == _UNASSIGNED:
        return When(Trigger.ASSIGNED, frozenset({NOBODY}))
    if clause.kind == _LATE_BY:
        return When(Trigger.LATE, minutes=said_number(clause.get("span")))
    trigger = Trigger(clause.kind)
    slot = _SLOT.get(trigger, "")
    return When(trigger, frozenset(clause.get(slot)), said_number(clause.get("span")), said_number(clause.get("many")))


def _kind(trigger: Trigger, words: str, pattern: str, section: str = "message") -> Kind:
    return Kind(trigger.value, words, pattern, section=section)


def _messages(count: int) -> str:
    return tr("rules", "%n message(s)", "", count)
