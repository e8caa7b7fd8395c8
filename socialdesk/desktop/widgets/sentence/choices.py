"""What the blanks of sentences about threads can be filled with, out of this workspace, and how that is said."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import timedelta

from PySide6.QtCore import QCoreApplication, QLocale

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.widgets.languages import name_of
from socialdesk.desktop.widgets.plain_text import one_line, safe_name
from socialdesk.desktop.widgets.sentence.tree import Values
from socialdesk.desktop.widgets.sentence.vocabulary import Fill, Offer, Slot
from socialdesk.desktop.widgets.topic_words import topic_words
from socialdesk.model.identifiers import ChannelId, ContactId, PersonId
from socialdesk.model.thread import Kind, Priority, Status
from socialdesk.model.triage_policy import Signal
from socialdesk.store.rule_contacts import wrote_lately

tr = QCoreApplication.translate
MINE, NOBODY = "mine", "nobody"
_MOST_MINUTES = 366 * 24 * 60
_SPAN = re.compile(r"(\d{1,6})\s*([^\W\d_]*)\.?")
_UNITS = {
    "": 1, "m": 1, "mn": 1, "min": 1, "mins": 1, "minute": 1, "minutes": 1,
    "h": 60, "hour": 60, "hours": 60, "heure": 60, "heures": 60,
    "d": 1440, "day": 1440, "days": 1440, "j": 1440, "jour": 1440, "jours": 1440,
    "w": 10080, "week": 10080, "weeks": 10080, "sem": 10080, "semaine": 10080, "semaines": 10080,
}  # fmt: skip
"""How many minutes the units have that people write, in English and in French."""


def either(said: Sequence[str]) -> str:
    """Several values of which one is enough."""
    if len(said) < 2:
        return "".join(said)
    pattern = tr("sentence", "{first} or {last}", "values of which one is enough; {first} may be several")
    return pattern.format(first=", ".join(said[:-1]), last=said[-1])


def both(said: Sequence[str]) -> str:
    """Several values that are all meant."""
    if len(said) < 2:
        return "".join(said)
    pattern = tr("sentence", "{first} and {last}", "values that are all meant; {first} may be several")
    return pattern.format(first=", ".join(said[:-1]), last=said[-1])


def quote(text: str) -> str:
    """A name inside a sentence, with the marks of the language; French ones keep a narrow distance."""
    made = QLocale().quoteString(one_line(text))
    return f"«\u202f{made[1:-1]}\u202f»" if made.startswith("«") else made


def quoted(values: Values) -> str:
    """Words as they stand in a text."""
    return either([quote(one) for one in values])


def span_words(minutes: int) -> str:
    """A span that nobody takes for another."""
    length = timedelta(minutes=minutes)
    if length.days and not length.seconds:
        return tr("sentence", "%n day(s)", "", length.days)
    hours, rest = divmod(minutes, 60)
    if not hours:
        return tr("sentence", "{minutes} min").format(minutes=rest)
    if not rest:
        return tr("sentence", "{hours} h").format(hours=hours)
    return tr("sentence", "{hours} h {minutes}").format(hours=hours, minutes=f"{rest:02}")


def written_span(minutes: int) -> str:
    """A span as it is put into a field, in units that are read again."""
    if minutes and not minutes % 1440:
        return tr("sentence", "{days} d", "days, short, as somebody would type it").format(days=minutes // 1440)
    return span_words(minutes)


def read_span(text: str) -> Values:
    """Minutes out of what somebody wrote, such as "2 h 30", "90 min" or "3 j". Raises ValueError with a sentence."""
    if not text:
        return ()
    total, end = 0, 0
    for match in _SPAN.finditer(text):
        unit = _UNITS.get(match[2].casefold())
        if unit is None or text[end : match.start()].strip():
            break
        # "2 h 30": what comes after hours without a unit is minutes.
        total, end = total + int(match[1]) * unit, match.end()
    if text[end:].strip() or not 0 < total <= _MOST_MINUTES:
        raise ValueError(tr("sentence", "Write how long, such as “90 min”, “2 h 30” or “3 days”; a year at most."))
    return (str(total),)


def number_reader(most: int) -> Callable[[str], Values]:
    """Reads a whole number from 1 on. It raises ValueError with a sentence."""

    def read(text: str) -> Values:
        digits = re.sub(r"[\s.,’']", "", text)
        if not text:
            return ()
        if not digits.isdecimal() or not 1 <= int(digits) <= most:
            raise ValueError(
                tr("sentence", "Write a whole number from 1 to {most}.").format(most=QLocale().toString(most))
            )
        return (str(int(digits)),)

    return read


def said_number(values: Values) -> int:
    """A number out of the value of a blank; 0 where it is none."""
    return int(values[0]) if values and values[0].isdecimal() else 0


class Choices:
    """The blanks of one workspace."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge

    def channels(self, *, blank: str = "", said: Callable[[Sequence[str]], str] = either) -> Slot:
        """Some channels."""
        return Slot(
            "channel", Fill.MANY, lambda values: said([self._channel(one) for one in values]),
            tr("sentence", "Channels"),
            blank or tr("sentence", "which channel?"),
            lambda: [Offer(str(one.id), safe_name(one.name), one.mark) for one in self._bridge.channels],
        )  # fmt: skip

    def kinds(self) -> Slot:
        """Some kinds of threads."""
        return Slot(
            "kind", Fill.MANY, self._said_each(_kind), tr("sentence", "Kind"), tr("sentence", "which kind?"),
            lambda: [Offer(one.value, _kind(one.value)) for one in Kind],
        )  # fmt: skip

    def languages(self) -> Slot:
        """Some languages."""

        def offers() -> list[Offer]:
            known = dict.fromkeys([*filter(None, self._bridge.cache.languages()), "en", "fr", "es", "de", "it"])
            return [Offer(one, name_of(one)) for one in known]

        return Slot(
            "language", Fill.MANY, self._said_each(_language), tr("sentence", "Language"),
            tr("sentence", "which language?"), offers,
        )  # fmt: skip

    def tags(self, *, said: Callable[[Sequence[str]], str] = either) -> Slot:
        """Some tags; new ones may be written."""

        def say(values: Values) -> str:
            return said([quote(one) for one in values])

        return Slot(
            "tag", Fill.MANY, say, tr("sentence", "Tags"), tr("sentence", "which tag?"),
            lambda: [Offer(one, one_line(one)) for one in self._bridge.cache.tags()], takes_new=True,
        )  # fmt: skip

    def topics(self) -> Slot:
        """Some of the team's topics."""

        def say(values: Values) -> str:
            return either([quote(topic_words(one)) for one in values])

        return Slot(
            "topic", Fill.MANY, say, tr("sentence", "Topics"), tr("sentence", "which topic?"),
            lambda: [Offer(one.name, topic_words(one.name)) for one in self._bridge.cache.triage_policy().topics],
        )  # fmt: skip

    def signals(self) -> Slot:
        """What can be told of messages that wait."""
        return Slot(
            "signal", Fill.MANY, self._said_each(_signal), tr("sentence", "What was noticed"), tr("sentence", "what?"),
            lambda: [Offer(one.value, _signal(one.value)) for one in Signal],
        )  # fmt: skip

    def contacts(self) -> Slot:
        """Some contacts: those who wrote lately are offered, whoever was chosen stays."""
        return Slot(
            "contact", Fill.MANY, self._said_each(self._contact), tr("sentence", "Contacts"),
            tr("sentence", "which contact?"),
            lambda: [Offer(str(id_), f"{safe_name(name)} {one_line(handle)}".strip())
                     for id_, name, handle in wrote_lately(self._bridge.cache)],
            help=tr("sentence", "Those who wrote last. For anybody else, open their thread and choose “New rule for"
                                " this contact” in the palette."),
        )  # fmt: skip

    def people(self, name: str = "person", *, with_me: bool, several: bool = True) -> Slot:
        """Some members; with `with_me` whoever sits here is called so, else by name."""

        def offers() -> list[Offer]:
            mine = [Offer(MINE, self.person(MINE))] if with_me else []
            return mine + [Offer(str(one.id), safe_name(one.name)) for one in self._bridge.people
                           if not (with_me and one.is_me)]  # fmt: skip

        fill = Fill.MANY if several else Fill.ONE
        return Slot(name, fill, self._said_each(self.person), tr("sentence", "Person"), tr("sentence", "whom?"), offers)

    def priorities(self, *, several: bool = True) -> Slot:
        """A priority, or some."""
        return Slot(
            "priority", Fill.MANY if several else Fill.ONE, self._said_each(_priority), tr("sentence", "Priority"),
            tr("sentence", "which priority?"), lambda: [Offer(one.value, _priority(one.value)) for one in Priority],
        )  # fmt: skip

    def statuses(self) -> Slot:
        """Where threads can stand."""
        return Slot(
            "status", Fill.MANY, self._said_each(_status), tr("sentence", "Status"), tr("sentence", "which status?"),
            lambda: [Offer(one.value, _status(one.value)) for one in Status],
        )  # fmt: skip

    def spans(self, name: str = "span", title: str = "") -> Slot:
        """How long."""
        return Slot(
            name, Fill.TEXT, lambda values: span_words(said_number(values)), title or tr("sentence", "How long"),
            tr("sentence", "how long?"), help=tr("sentence", "Such as 90 min, 2 h 30 or 3 days."),
            read=read_span, write=lambda values: written_span(said_number(values)) if values else "",
        )  # fmt: skip

    def numbers(self, name: str, title: str, say: Callable[[int], str], most: int = 1_000_000) -> Slot:
        """A whole number; `say` counts something."""
        return Slot(
            name, Fill.TEXT, lambda values: say(said_number(values)), title, tr("sentence", "how many?"),
            read=number_reader(most),
        )  # fmt: skip

    def words(self) -> Slot:
        """Words to look for."""

        def check(values: Values) -> str:
            if len(values) > 200:
                return tr("sentence", "That are more than 200 words. Make a second condition of the rest.")
            if any(len(one) > 200 for one in values):
                return tr("sentence", "One of them is longer than 200 letters.")
            return ""

        return Slot(
            "words", Fill.WORDS, quoted, tr("sentence", "Words or phrases"), tr("sentence", "which words?"),
            help=tr("sentence", "With commas between; one of them is enough. Capital letters do not matter."),
            check=check,
        )  # fmt: skip

    # How single values are said

    def person(self, value: str) -> str:
        """A member."""
        if value == MINE:
            return tr("sentence", "me")
        if value == NOBODY:
            return tr("sentence", "nobody")
        found = self._bridge.person(PersonId(int(value))) if value.isdecimal() else None
        return safe_name(found.name) if found is not None else tr("sentence", "somebody who is gone")

    def _contact(self, value: str) -> str:
        found = self._bridge.contact(ContactId(int(value))) if value.isdecimal() else None
        return safe_name(found.name or found.handle) if found is not None else tr("sentence", "a contact who is gone")

    def _channel(self, value: str) -> str:
        found = self._bridge.channel(ChannelId(int(value))) if value.isdecimal() else None
        return safe_name(found.name) if found is not None else tr("sentence", "a channel that is gone")

    def _said_each(self, say: Callable[[str], str]) -> Callable[[Values], str]:
        return lambda values: either([say(one) for one in values])


def _kind(value: str) -> str:
    return {
        Kind.DM.value: tr("sentence", "a private message"),
        Kind.COMMENT.value: tr("sentence", "a comment"),
        Kind.MENTION.value: tr("sentence", "a mention"),
        Kind.REVIEW.value: tr("sentence", "a review"),
    }.get(value, value)


def _priority(value: str) -> str:
    return {
        Priority.LOW.value: tr("sentence", "low", "a priority"),
        Priority.NORMAL.value: tr("sentence", "normal", "a priority"),
        Priority.HIGH.value: tr("sentence", "high", "a priority"),
        Priority.URGENT.value: tr("sentence", "urgent", "a priority"),
    }.get(value, value)


def _status(value: str) -> str:
    return {
        Status.OPEN.value: tr("sentence", "open", "where a thread stands"),
        Status.WAITING.value: tr("sentence", "waiting on the contact", "where a thread stands"),
        Status.SNOOZED.value: tr("sentence", "snoozed", "where a thread stands"),
        Status.DONE.value: tr("sentence", "done", "where a thread stands"),
        Status.MUTED.value: tr("sentence", "muted", "where a thread stands"),
    }.get(value, value)


def _language(value: str) -> str:
    return name_of(value) if value else tr("sentence", "not known")


def _signal(value: str) -> str:
    return {
        Signal.QUESTION.value: tr("sentence", "a question"),
        Signal.COMPLAINT.value: tr("sentence", "complaint words"),
        Signal.REPEATED.value: tr("sentence", "they wrote again"),
        Signal.ELSEWHERE.value: tr("sentence", "they wrote elsewhere, too"),
        Signal.OTHERS.value: tr("sentence", "others join in"),
        Signal.LIKES.value: tr("sentence", "many people like it"),
        Signal.REACH.value: tr("sentence", "many followers"),
        Signal.UNSPOKEN.value: tr("sentence", "a language nobody here speaks"),
        Signal.LINK.value: tr("sentence", "a link"),
        Signal.EMAIL.value: tr("sentence", "an e-mail address"),
        Signal.PHONE.value: tr("sentence", "a phone number"),
        Signal.ORDER_NUMBER.value: tr("sentence", "an order number"),
    }.get(value, one_line(value))
