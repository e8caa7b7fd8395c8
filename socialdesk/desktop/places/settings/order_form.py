"""Holds what moves threads as it is typed: weights and word lists; reads it, or says what is wrong and where."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from socialdesk.desktop.widgets.topic_words import topic_of, topic_words
from socialdesk.model.signal_words import COMPLAINTS, MOST_TOPICS, MOST_WORDS, TOPICS, WordList
from socialdesk.model.triage_form import Wrong, words_in, wrong_word
from socialdesk.model.triage_policy import MOVERS, TOPIC, TriagePolicy, Weight

LANGUAGES = ("en", "fr")
NAME, MANY = "name", "many"


@dataclass(slots=True)
class ListForm:
    """A word list as it is typed; the words of each language in one field. The first of a form has no name."""

    name: str
    words: dict[str, str]
    accents: bool = False
    weight: Weight = Weight.NONE

    @classmethod
    def of(cls, one: WordList, weight: Weight = Weight.NONE) -> ListForm:
        """As it is typed, what is already there."""
        words = {language: ", ".join(some) for language, some in one.words}
        return cls(topic_words(one.name), {**dict.fromkeys(LANGUAGES, ""), **words}, one.accents, weight)

    def read(self) -> WordList:
        """The list; languages without a word are left out."""
        said = tuple((language, words_in(text)) for language, text in self.words.items())
        return WordList(topic_of(self.name.strip()), tuple(one for one in said if one[1]), self.accents)


@dataclass(slots=True)
class OrderForm:
    """Everything on the page."""

    base: TriagePolicy
    by_due_time: bool = False
    weights: dict[str, Weight] = field(default_factory=dict[str, Weight])
    most_minutes: int = 60
    lists: list[ListForm] = field(default_factory=list[ListForm])
    chosen: int = 0
    """Which of the lists is shown; the first is the one of complaints."""

    @property
    def shown(self) -> ListForm:
        """The list that is shown."""
        return self.lists[min(self.chosen, len(self.lists) - 1)]

    @property
    def is_changed(self) -> bool:
        """Whether something is not as it was saved."""
        return _kept(self.as_written()) != _kept(order_form(self.base).as_written())

    def problems(self) -> dict[tuple[int, str], tuple[Wrong, str]]:
        """What is wrong, by list and field, with the word it is about."""
        found: dict[tuple[int, str], tuple[Wrong, str]] = {}
        names = [one.name.strip().casefold() for one in self.lists]
        for at, one in enumerate(self.lists):
            if at and not names[at]:
                found[at, NAME] = (Wrong.NO_NAME, "")
            elif at and names[1:].count(names[at]) > 1:
                found[at, NAME] = (Wrong.SAME_NAME, one.name.strip())
            for language, text in one.words.items():
                words = words_in(text)
                if len(words) > MOST_WORDS:
                    found[at, language] = (Wrong.TOO_MANY_WORDS, str(MOST_WORDS))
                bad = next(((wrong, word) for word in words if (wrong := wrong_word(word)) is not None), None)
                if bad is not None:
                    found[at, language] = bad
        if len(self.lists) - 1 > MOST_TOPICS:
            found[0, MANY] = (Wrong.TOO_MANY_TOPICS, str(MOST_TOPICS))
        return found

    def read(self) -> TriagePolicy | None:
        """The choice; None while something is wrong."""
        return None if self.problems() else self.as_written()

    def add_topic(self, name: str) -> None:
        """Another topic, without words yet; it is shown."""
        self.lists.append(ListForm(name, dict.fromkeys(LANGUAGES, "")))
        self.chosen = len(self.lists) - 1

    def drop_topic(self) -> None:
        """Take out the topic that is shown; the list of complaints stays."""
        if self.chosen:
            del self.lists[self.chosen]
            self.chosen = min(self.chosen, len(self.lists) - 1)

    def be_usual(self) -> None:
        """Everything as a new workspace has it; saved when it is."""
        fresh = order_form(TriagePolicy())
        self.by_due_time, self.weights, self.most_minutes = fresh.by_due_time, fresh.weights, fresh.most_minutes
        self.lists, self.chosen = fresh.lists, 0

    def as_written(self) -> TriagePolicy:
        """What the fields say, right or wrong."""
        complaints, topics = self.lists[0].read(), tuple(one.read() for one in self.lists[1:])
        weights = [(mover, self.weights.get(mover, Weight.NONE)) for mover in MOVERS]
        weights += [(TOPIC + topic_of(one.name.strip()), one.weight) for one in self.lists[1:]]
        return TriagePolicy(
            self.by_due_time,
            tuple(one for one in weights if one[1]),
            self.most_minutes,
            None if complaints == COMPLAINTS else complaints,
            None if topics == TOPICS else topics,
            self.base.version,
        )


def order_form(policy: TriagePolicy) -> OrderForm:
    """The page as what counts fills it."""
    topics = [ListForm.of(one, policy.weight(TOPIC + one.name)) for one in policy.topics]
    weights = {mover: policy.weight(mover) for mover in MOVERS}
    lists = [ListForm.of(policy.complaints), *topics]
    return OrderForm(policy, policy.by_due_time, weights, policy.most_minutes, lists)


def _kept(policy: TriagePolicy) -> TriagePolicy:
    return replace(policy, version=0, weights=tuple(sorted(policy.weights)))
