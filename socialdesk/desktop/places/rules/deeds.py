"""What a rule does as a sentence, both ways: each deed is one clause, and clauses are joined by and."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.look.connector_words import sentence
from socialdesk.desktop.widgets.plain_text import one_line
from socialdesk.desktop.widgets.sentence.choices import NOBODY, Choices, both, quote
from socialdesk.desktop.widgets.sentence.tree import Clause, Group
from socialdesk.desktop.widgets.sentence.vocabulary import Fill, Kind, Offer, Slot, Vocabulary
from socialdesk.desktop.widgets.shield_words import row_label
from socialdesk.model.rule import MOST_DEEDS, TOLD, Deed, Do
from socialdesk.model.rule_check import wrong_address
from socialdesk.model.shield.values import ShieldKind

tr = QCoreApplication.translate
_UNASSIGN, _SNOOZE_FOR, _SNOOZE_UNTIL = "unassign", "snooze_for", "snooze_until"
_ANSWER = "answer"
_SLOTS = {
    Deed.TAG: "tag",
    Deed.UNTAG: "tag",
    Deed.PRIORITY: "priority",
    Deed.ASSIGN: "person",
    Deed.SHIELD: "kind",
    Deed.DRAFT: "reply",
    Deed.NOTIFY: "people",
    Deed.ACKNOWLEDGE: "reply",
    Deed.CALL: "address",
}


def deeds(bridge: Bridge, choices: Choices) -> Vocabulary:
    """All that a rule can do."""
    reply = _replies(bridge)
    return Vocabulary(
        (
            Kind(
                Deed.TAG.value, tr("rules", "Add a tag…"), tr("rules", "add the tag {tag}"),
                slots=(choices.tags(said=both),), section="here",
            ),
            Kind(
                Deed.UNTAG.value, tr("rules", "Take a tag off…"), tr("rules", "take the tag {tag} off"),
                slots=(choices.tags(said=both),), section="here",
            ),
            Kind(
                Deed.PRIORITY.value, tr("rules", "Set the priority…"), tr("rules", "set the priority to {priority}"),
                slots=(choices.priorities(several=False),), section="here",
            ),
            Kind(
                Deed.ASSIGN.value, tr("rules", "Give it to somebody…"), tr("rules", "give it to {person}"),
                slots=(choices.people(with_me=False, several=False),), section="here",
            ),
            Kind(_UNASSIGN, tr("rules", "Give it to nobody"), tr("rules", "let it be nobody’s"), section="here"),
            Kind(
                Deed.ROUTE.value, tr("rules", "Give it to whoever has room"),
                tr("rules", "give it to whoever is there and has room"), section="here",
            ),
            Kind(
                Deed.NOTIFY.value, tr("rules", "Tell somebody…"), tr("rules", "tell {people} in a note"),
                slots=(_people(bridge, choices),), section="here",
            ),
            Kind(
                Deed.DRAFT.value, tr("rules", "Lay a saved reply ready…"),
                tr("rules", "lay the saved reply {reply} ready"), slots=(reply,), section="here",
            ),
            Kind(
                _SNOOZE_FOR, tr("rules", "Snooze it for a while…"), tr("rules", "snooze it for {span}"),
                slots=(choices.spans(),), section="away",
            ),
            Kind(
                _SNOOZE_UNTIL, tr("rules", "Snooze it until they answer"),
                tr("rules", "snooze it until they answer"), section="away",
            ),
            Kind(Deed.DONE.value, tr("rules", "Mark it done"), tr("rules", "mark it done"), section="away"),
            Kind(
                Deed.SHIELD.value, tr("rules", "Keep it out of sight…"),
                tr("rules", "keep it out of sight here as {kind}", "{kind}: spam, a threat"),
                slots=(_shield_kinds(),), section="away",
            ),
            Kind(
                Deed.HIDE.value, tr("rules", "Hide it from the public"),
                tr("rules", "hide the message from the public"), section="outside",
            ),
            Kind(
                Deed.ACKNOWLEDGE.value, tr("rules", "Acknowledge outside opening hours…"),
                tr("rules", "outside opening hours send the saved reply {reply}, once a day at most"),
                slots=(reply,), section="outside",
            ),
            Kind(
                Deed.CALL.value, tr("rules", "Tell a program elsewhere…"),
                tr("rules", "tell the program at {address}"), slots=(_address(),), section="outside",
            ),
        ),
        tr("rules", "What it does"), tr("rules", "Add something to do"), tr("rules", "nothing yet"),
        may_nest=False, most=MOST_DEEDS,
    )  # fmt: skip


def deed_tree(then: Sequence[Do]) -> Group:
    """What a rule does, as a sentence."""
    made: list[Clause] = []
    for one in then:
        clause = _clause(one)
        before = made[-1] if made else None
        if before is not None and one.deed in {Deed.TAG, Deed.UNTAG} and before.kind == one.deed:
            made[-1] = before.put("tag", (*before.get("tag"), one.value))
        else:
            made.append(clause)
    return Group(tuple(made))


def deeds_of(root: Group) -> tuple[Do, ...]:
    """What a sentence does. Clauses with an empty blank do nothing."""
    made: list[Do] = []
    for clause in root.parts:
        if isinstance(clause, Clause):
            made += _dos(clause)
    return tuple(made)


def _clause(one: Do) -> Clause:
    match one.deed:
        case Deed.ASSIGN if one.value == NOBODY:
            return Clause(_UNASSIGN)
        case Deed.SNOOZE if one.value == _ANSWER:
            return Clause(_SNOOZE_UNTIL)
        case Deed.SNOOZE:
            return Clause(_SNOOZE_FOR, {"span": (one.value,)})
        case Deed.NOTIFY:
            return Clause(one.deed.value, {"people": tuple(one.value.split(","))})
        case _ if one.deed in _SLOTS:
            return Clause(one.deed.value, {_SLOTS[one.deed]: (one.value,)})
        case _:
            return Clause(one.deed.value)


def _dos(clause: Clause) -> list[Do]:
    match clause.kind:
        case "unassign":
            return [Do(Deed.ASSIGN, NOBODY)]
        case "snooze_until":
            return [Do(Deed.SNOOZE, _ANSWER)]
        case "snooze_for":
            return [Do(Deed.SNOOZE, one) for one in clause.get("span")]
        case "notify":
            people = clause.get("people")
            return [Do(Deed.NOTIFY, ",".join(people))] if people else []
        case _:
            deed = Deed(clause.kind)
            slot = _SLOTS.get(deed)
            return [Do(deed)] if slot is None else [Do(deed, one) for one in clause.get(slot)]


def _people(bridge: Bridge, choices: Choices) -> Slot:
    words = {
        "owner": tr("rules", "whoever has the thread"),
        "lead": tr("rules", "the lead"),
        "on_call": tr("rules", "whoever is on call"),
    }

    def say_one(value: str) -> str:
        return words.get(value) or choices.person(value)

    return Slot(
        "people", Fill.MANY, lambda values: both([say_one(one) for one in values]), tr("rules", "People"),
        tr("rules", "whom?"),
        lambda: [Offer(one, say_one(one)) for one in (*TOLD, *(str(each.id) for each in bridge.people))],
        help=tr("rules", "One person each: a lead who is there, and of those on call whose turn it is."),
    )  # fmt: skip


def _replies(bridge: Bridge) -> Slot:
    def name(value: str) -> str:
        found = next((one for one in bridge.shelf.replies() if str(one.id) == value), None)
        if found is None:
            return tr("rules", "that is gone")
        return quote(found.title)

    return Slot(
        "reply", Fill.ONE, lambda values: name(values[0]), tr("rules", "Saved reply"),
        tr("rules", "which saved reply?"),
        lambda: [Offer(str(one.id), one_line(one.title)) for one in bridge.shelf.replies()],
    )  # fmt: skip


def _shield_kinds() -> Slot:
    known = {kind.value: row_label(kind) for kind in ShieldKind}
    return Slot(
        "kind", Fill.ONE, lambda values: quote(known.get(values[0], values[0])),
        tr("rules", "As what"), tr("rules", "as what?"),
        lambda: [Offer(value, words) for value, words in known.items()],
    )  # fmt: skip


def _address() -> Slot:
    return Slot(
        "address", Fill.TEXT, lambda values: one_line(values[0]), tr("rules", "Web address"),
        "https://…", help=tr("rules", "It is told which thread and which rule, and not a word that anybody wrote."),
        check=lambda values: sentence(wrong_address(values[0])),
    )  # fmt: skip
