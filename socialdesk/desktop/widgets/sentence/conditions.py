"""The conditions of `model.condition` as clauses of a sentence, both ways; views get what they can ask."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.look.numbers import number
from socialdesk.desktop.widgets.sentence.choices import NOBODY, Choices, either
from socialdesk.desktop.widgets.sentence.tree import Clause, Group, Part
from socialdesk.desktop.widgets.sentence.vocabulary import Fill, Kind, Offer, Slot, Vocabulary
from socialdesk.model.condition import EVENT_FLAGS, FLAGS, MOST_PARTS, All, AnyOf, Condition, Field, Is, Not

tr = QCoreApplication.translate
_SAYS = {
    Field.SAYS: "whole",
    Field.SAYS_PART: "part",
    Field.SAYS_EXACTLY: "whole_exactly",
    Field.SAYS_PART_EXACTLY: "part_exactly",
}
_FIELD_OF_SAYS = {how: field for field, how in _SAYS.items()}
_VALUES = "values"
"""Where the values of a field are kept that no clause has words for."""
_OF_NOBODY = "nobody"
_SLOTS = {
    Field.CHANNEL: "channel",
    Field.KIND: "kind",
    Field.LANGUAGE: "language",
    Field.TAG: "tag",
    Field.WHOSE: "person",
    Field.PRIORITY: "priority",
    Field.WAITING: "span",
    Field.SIGNAL: "signal",
    Field.TOPIC: "topic",
    Field.STATUS: "status",
    Field.STARS: "stars",
    Field.WORDS_AT_LEAST: "count",
    Field.WORDS_AT_MOST: "count",
    Field.REACH: "count",
    Field.POST_SAYS: "words",
    Field.CONTACT: "contact",
}
"""The blank that holds the values of a field."""


def conditions(choices: Choices, *, of_events: bool) -> Vocabulary:
    """All that can be asked; without `of_events` of a thread alone."""
    kinds = [*(_of_messages(choices) if of_events else ()), *_of_threads(choices)]
    if of_events:
        kinds += _of_moments(choices)
    return Vocabulary(
        tuple(kinds),
        tr("sentence", "Condition"),
        tr("sentence", "Add a condition"),
        tr("sentence", "whatever it says and whoever writes"),
        most=MOST_PARTS,
    )


def to_tree(condition: Condition) -> Group:
    """A condition as a sentence."""
    made = _part(condition)
    return made if isinstance(made, Group) else Group((made,))


def to_condition(root: Group) -> Condition:
    """What a sentence asks. Clauses with an empty blank are left out: see `SentenceEditor.lacking`."""
    return _simple(_condition(root))


# From a condition to clauses


def _part(condition: Condition) -> Part:
    match condition:
        case Not(Not(part)):
            return _part(part)
        case Not(part):
            return _turned(_part(part))
        case All(parts):
            return Group(tuple(map(_part, parts)))
        case AnyOf(parts):
            return Group(tuple(map(_part, parts)), joins_any=True)
        case Is(Field.WHOSE, values) if NOBODY in values:
            nobody = Clause(_OF_NOBODY)
            others = tuple(sorted(values - {NOBODY}))
            if not others:
                return nobody
            return Group((nobody, Clause(Field.WHOSE, {"person": others})), joins_any=True)
        case Is(field, values) if field in _SAYS:
            return Clause("says", {"words": tuple(sorted(values)), "how": (_SAYS[field],)})
        case Is(field, values):
            is_flag = field in FLAGS or field in EVENT_FLAGS
            return Clause(field.value, {} if is_flag else {_SLOTS.get(field, _VALUES): _sorted(field, values)})


def _sorted(field: Field, values: frozenset[str]) -> tuple[str, ...]:
    in_order = tuple(sorted(values, key=lambda one: (len(one), one) if one.isdecimal() else (0, one)))
    # Of several spans the shortest counts, of several numbers the least.
    single = field in {Field.WAITING, Field.WORDS_AT_LEAST, Field.WORDS_AT_MOST, Field.REACH}
    return in_order[:1] if single else in_order


def _turned(part: Part) -> Part:
    return Group(part.parts, part.joins_any, not part.is_not) if isinstance(part, Group) else Clause(
        part.kind, part.values, not part.is_not
    )  # fmt: skip


# From clauses to a condition


def _condition(part: Part) -> Condition | None:
    made: Condition | None
    if isinstance(part, Group):
        parts = tuple(one for one in map(_condition, part.parts) if one is not None)
        if part.parts and not parts:
            return None
        made = AnyOf(parts) if part.joins_any and parts else All(parts)
    else:
        made = _leaf(part)
    return Not(made) if made is not None and part.is_not else made


def _leaf(clause: Clause) -> Is | None:
    if clause.kind == _OF_NOBODY:
        return Is(Field.WHOSE, frozenset({NOBODY}))
    if clause.kind == "says":
        how = (clause.get("how") or ("whole",))[0]
        words = frozenset(clause.get("words"))
        return Is(_FIELD_OF_SAYS.get(how, Field.SAYS), words) if words else None
    field = Field(clause.kind)
    if field in FLAGS or field in EVENT_FLAGS:
        return Is(field)
    values = frozenset(clause.get(_SLOTS.get(field, _VALUES)))
    return Is(field, values) if values else None


def _simple(condition: Condition | None) -> Condition:
    """Without groups of one: what is asked stays the same."""
    match condition:
        case None:
            return All(())
        case All(parts=(part,)) | AnyOf(parts=(part,)):
            return All((_inner(part),))
        case _:
            return _inner(condition)


def _inner(condition: Condition) -> Condition:
    match condition:
        case All(parts=(part,)) | AnyOf(parts=(part,)):
            return _inner(part)
        case All(parts):
            return All(tuple(map(_inner, parts)))
        case AnyOf(parts):
            return AnyOf(tuple(map(_inner, parts)))
        case Not(part):
            return Not(_inner(part))
        case _:
            return condition


# The patterns: each is one whole clause


def _flag(field: Field, words: str, pattern: str, unless: str, section: str) -> Kind:
    return Kind(field.value, words, pattern, unless, section=section)


def _of_messages(choices: Choices) -> tuple[Kind, ...]:
    how = Slot(
        "how", Fill.ONE, lambda values: _how(values[0]), tr("sentence", "How the words are looked for"), "",
        lambda: [Offer(one, _how(one)) for one in _FIELD_OF_SAYS],
    )  # fmt: skip
    return (
        Kind(
            "says", tr("sentence", "What it says…"),
            tr("sentence", "it says {words} {how}", "{how}: as whole words, also inside longer words …"),
            tr("sentence", "it does not say {words} {how}", "{how}: as whole words, also inside longer words …"),
            (choices.words(), how), "says", Clause("says", {"how": ("whole",)}),
        ),
        _flag(
            Field.HAS_LINK, tr("sentence", "Has a link"), tr("sentence", "it has a link in it"),
            tr("sentence", "it has no link in it"), "says",
        ),
        _flag(
            Field.HAS_EMAIL, tr("sentence", "Gives an e-mail address"), tr("sentence", "it gives an e-mail address"),
            tr("sentence", "it gives no e-mail address"), "says",
        ),
        _flag(
            Field.HAS_ORDER_NUMBER, tr("sentence", "Gives an order number"),
            tr("sentence", "it gives an order number"), tr("sentence", "it gives no order number"), "says",
        ),
        _flag(
            Field.HAS_PICTURE, tr("sentence", "Comes with a picture or file"),
            tr("sentence", "a picture or file comes with it"), tr("sentence", "no picture or file comes with it"),
            "says",
        ),
        _flag(
            Field.ONLY_EMOJI, tr("sentence", "Nothing but emoji"), tr("sentence", "it is nothing but emoji"),
            tr("sentence", "it is more than emoji"), "says",
        ),
        _flag(
            Field.ONLY_MENTIONS, tr("sentence", "Only names people"), tr("sentence", "it does nothing but name people"),
            tr("sentence", "it does more than name people"), "says",
        ),
        Kind(
            Field.WORDS_AT_LEAST.value, tr("sentence", "Has at least so many words"),
            tr("sentence", "it has {count} or more", "{count}: 12 words"),
            tr("sentence", "it has fewer than {count}", "{count}: 12 words"),
            (choices.numbers("count", tr("sentence", "How many words"), _words, 10_000),), "says",
        ),
        Kind(
            Field.WORDS_AT_MOST.value, tr("sentence", "Has at most so many words"),
            tr("sentence", "it has {count} or fewer", "{count}: 12 words"),
            tr("sentence", "it has more than {count}", "{count}: 12 words"),
            (choices.numbers("count", tr("sentence", "How many words"), _words, 10_000),), "says",
        ),
        Kind(
            Field.STARS.value, tr("sentence", "Stars of a review"),
            tr("sentence", "it is a review with {stars}", "{stars}: 1 star or 2 stars"),
            tr("sentence", "it is no review with {stars}", "{stars}: 1 star or 2 stars"),
            (_stars(),), "says",
        ),
        _flag(
            Field.NEW_AUTHOR, tr("sentence", "Writes for the first time"),
            tr("sentence", "the contact writes to us for the first time"),
            tr("sentence", "the contact has written to us before"), "who",
        ),
        Kind(
            Field.CONTACT.value, tr("sentence", "Is from a certain contact…"),
            tr("sentence", "it is from {contact}", "{contact}: the name of somebody outside"),
            tr("sentence", "it is not from {contact}", "{contact}: the name of somebody outside"),
            (choices.contacts(),), "who",
        ),
        Kind(
            Field.REACH.value, tr("sentence", "Has so many followers"),
            tr("sentence", "the contact has {count} or more", "{count}: 5,000 followers"),
            tr("sentence", "the contact has fewer than {count}", "{count}: 5,000 followers"),
            (choices.numbers("count", tr("sentence", "How many followers"), _followers, 2_000_000_000),), "who",
        ),
    )  # fmt: skip


def _of_threads(choices: Choices) -> tuple[Kind, ...]:
    return (
        _flag(
            Field.VIP, tr("sentence", "Is from a VIP"), tr("sentence", "it is from a VIP"),
            tr("sentence", "it is not from a VIP"), "who",
        ),
        Kind(
            Field.LANGUAGE.value, tr("sentence", "Language"),
            tr("sentence", "its language is {language}"), tr("sentence", "its language is not {language}"),
            (choices.languages(),), "who",
        ),
        Kind(
            Field.TOPIC.value, tr("sentence", "Topic"),
            tr("sentence", "it is about the topic {topic}"), tr("sentence", "it is not about the topic {topic}"),
            (choices.topics(),), "who",
        ),
        Kind(
            Field.SIGNAL.value, tr("sentence", "What was noticed"),
            tr("sentence", "this was noticed in what waits: {signal}", "{signal}: a question or complaint words"),
            tr("sentence", "this was not noticed in what waits: {signal}", "{signal}: a question or complaint words"),
            (choices.signals(),), "who",
        ),
        Kind(
            Field.CHANNEL.value, tr("sentence", "Channel"),
            tr("sentence", "it is on {channel}", "{channel}: the name of a channel"),
            tr("sentence", "it is not on {channel}", "{channel}: the name of a channel"),
            (choices.channels(),), "thread",
        ),
        Kind(
            Field.KIND.value, tr("sentence", "Kind"),
            tr("sentence", "it is {kind}", "{kind}: a comment or a mention"),
            tr("sentence", "it is not {kind}", "{kind}: a comment or a mention"),
            (choices.kinds(),), "thread",
        ),
        Kind(
            Field.TAG.value, tr("sentence", "Tag"),
            tr("sentence", "its thread is tagged {tag}"), tr("sentence", "its thread is not tagged {tag}"),
            (choices.tags(),), "thread",
        ),
        Kind(
            Field.WHOSE.value, tr("sentence", "Who has it"),
            tr("sentence", "its thread is given to {person}"), tr("sentence", "its thread is not given to {person}"),
            (choices.people(with_me=True),), "thread",
        ),
        Kind(
            _OF_NOBODY, tr("sentence", "Nobody has it"),
            tr("sentence", "its thread is given to nobody"), tr("sentence", "its thread is given to somebody"),
            section="thread",
        ),
        Kind(
            Field.PRIORITY.value, tr("sentence", "Priority"),
            tr("sentence", "its priority is {priority}"), tr("sentence", "its priority is not {priority}"),
            (choices.priorities(),), "thread",
        ),
        Kind(
            Field.WAITING.value, tr("sentence", "Waits for an answer"),
            tr("sentence", "nobody has answered for {span} or longer"),
            tr("sentence", "it waits for an answer since less than {span}, or not at all"),
            (choices.spans(),), "thread",
        ),
        _flag(
            Field.ANSWERED, tr("sentence", "Answered before"), tr("sentence", "we have answered in its thread before"),
            tr("sentence", "we have never answered in its thread"), "thread",
        ),
        _flag(
            Field.UNREAD, tr("sentence", "Unread"), tr("sentence", "its thread is unread"),
            tr("sentence", "its thread is read"), "thread",
        ),
        _flag(
            Field.SHIELDED, tr("sentence", "Kept out of sight"), tr("sentence", "it is kept out of sight"),
            tr("sentence", "it is not kept out of sight"), "thread",
        ),
        _flag(
            Field.MENTIONS, tr("sentence", "A note names me"), tr("sentence", "a note in its thread names me"),
            tr("sentence", "no note in its thread names me"), "thread",
        ),
    )  # fmt: skip


def _of_moments(choices: Choices) -> tuple[Kind, ...]:
    return (
        Kind(
            Field.POST_SAYS.value, tr("sentence", "What its post says…"),
            tr("sentence", "the post it is below says {words} in its title or text"),
            tr("sentence", "the post it is below does not say {words}"),
            (choices.words(),), "thread",
        ),
        Kind(
            Field.STATUS.value, tr("sentence", "Status"),
            tr("sentence", "its thread is {status}", "{status}: open, snoozed, done"),
            tr("sentence", "its thread is not {status}", "{status}: open, snoozed, done"),
            (choices.statuses(),), "thread",
        ),
        _flag(
            Field.OUTSIDE_HOURS, tr("sentence", "Outside opening hours"),
            tr("sentence", "it happens outside opening hours"), tr("sentence", "it happens during opening hours"),
            "moment",
        ),
    )  # fmt: skip


def _how(value: str) -> str:
    return {
        "whole": tr("sentence", "as whole words"),
        "part": tr("sentence", "also inside longer words"),
        "whole_exactly": tr("sentence", "as whole words, accents counting"),
        "part_exactly": tr("sentence", "also inside longer words, accents counting"),
    }.get(value, value)


def _words(count: int) -> str:
    return tr("sentence", "%n word(s)", "", count)


def _followers(count: int) -> str:
    return tr("sentence", "%n follower(s)", "", count).replace(str(count), number(count), 1)


def _star(value: str) -> str:
    return tr("sentence", "%n star(s)", "", int(value) if value.isdecimal() else 0)


def _stars() -> Slot:
    return Slot(
        "stars", Fill.MANY, lambda values: either([_star(one) for one in values]), tr("sentence", "Stars"),
        tr("sentence", "how many stars?"),
        lambda: [Offer(str(one), _star(str(one))) for one in range(1, 6)],
    )  # fmt: skip
