"""Says what moves threads, by how much, what is wrong with a word list, and what another order would change."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.places.settings.order_reading import Ahead
from socialdesk.desktop.widgets.plain_text import one_line, safe_name
from socialdesk.model.triage_form import Wrong
from socialdesk.model.triage_policy import PRIORITY, VIP, Signal, Weight

tr = QCoreApplication.translate
_SHOWN = 4


def mover(which: str) -> str:
    """What can move a thread."""
    return {
        PRIORITY: tr("order", "The priority a person or a rule gave"),
        VIP: tr("order", "A VIP"),
        Signal.COMPLAINT.value: tr("order", "Complaint words"),
        Signal.QUESTION.value: tr("order", "A question"),
        Signal.REPEATED.value: tr("order", "Several messages without an answer"),
        Signal.ELSEWHERE.value: tr("order", "Other conversations of the same person in two days"),
        Signal.OTHERS.value: tr("order", "Other people who join in"),
        Signal.LIKES.value: tr("order", "10 likes or more"),
        Signal.REACH.value: tr("order", "10,000 followers or more"),
        Signal.UNSPOKEN.value: tr("order", "A language nobody on shift speaks"),
    }[which]


def weight(which: Weight) -> str:
    """How much something moves a thread."""
    match which:
        case Weight.NONE:
            return tr("order", "Not at all")
        case Weight.LITTLE:
            return tr("order", "A little")
        case Weight.MUCH:
            return tr("order", "Much")


def most(minutes: int) -> str:
    """By how much everything but the priority moves a thread together."""
    if minutes < 60:
        return tr("order", "%n minute(s)", "", minutes)
    return tr("order", "%n hour(s)", "", minutes // 60)


def wrong(found: Wrong, about: str) -> str:
    """What is wrong, as a sentence at the field."""
    said = {
        Wrong.NO_NAME: tr("order", "Give this topic a name."),
        Wrong.SAME_NAME: tr("order", "Another topic is called “{word}”, too. Give one of them another name."),
        Wrong.TOO_MANY_TOPICS: tr("order", "There can be {word} topics at most. Take one out."),
        Wrong.TOO_MANY_WORDS: tr("order", "A list can hold {word} words in one language. Take some out."),
        Wrong.TOO_LONG: tr("order", "“{word}” is too long. Write at most 60 letters."),
        Wrong.NO_LETTER: tr("order", "“{word}” has no letter. Write a word, or take it out."),
        Wrong.TOO_SHORT: tr("order", "“{word}” would be found nearly everywhere. Write at least three letters."),
        Wrong.STAR_INSIDE: tr("order", "In “{word}” the star stands inside. It can stand before or after a word."),
    }[found]
    return said.replace("{word}", one_line(about))


def ahead(found: Ahead) -> str:
    """What would change."""
    if not found.looked_at:
        return tr("order", "Nobody waits now, so nothing would move.")
    if not found.moved:
        return tr("order", "The first %n thread(s) would stay where they are.", "", found.looked_at)
    some = tr("order", ", ", "between two threads").join(
        tr("order", "{name} from {before} to {after}")
        .replace("{before}", str(one.before))
        .replace("{after}", str(one.after))
        .replace("{name}", safe_name(one.name) or tr("order", "a hidden message"))
        for one in found.moved[:_SHOWN]
    )
    more = len(found.moved) - _SHOWN
    rest = tr("order", " and %n more", "threads", more) if more > 0 else ""
    said = tr("order", "Of the first {many} threads these would stand elsewhere: {some}{rest}.")
    return said.replace("{many}", str(found.looked_at)).replace("{rest}", rest).replace("{some}", some)
