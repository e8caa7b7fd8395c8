"""Decides what becomes of all that names a tag when it is called otherwise, and what of it stands against deleting.

What names a tag is a `Place`: a saved view, a rule, a promise, a saved reply, what a member is good at. Each has one
written form, so that it can be changed, compared and put back alike whatever it is.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import Any

from socialdesk.model import filter_form
from socialdesk.model.condition import All, AnyOf, Condition, Field, Is, Not, read, written
from socialdesk.model.reply_policy import Promise
from socialdesk.model.rule import Deed, Do, Rule, Trigger, When, from_words, to_words
from socialdesk.model.saved_reply import ActKind, SavedReply
from socialdesk.model.shift import Staff
from socialdesk.model.view import View
from socialdesk.support.values import StrEnum, value_class

LONGEST = 40
"""Letters of a name; no longer one can be made."""


class What(StrEnum):
    """What can name a tag, in the order in which it is told."""

    VIEW = "view"
    RULE = "rule"
    PROMISE = "promise"
    REPLY = "reply"
    MEMBER = "member"


@value_class(frozen=True, slots=True)
class Place:
    """Something that may name tags. `form` is its written form, `name` what people call it."""

    what: What
    id: str
    name: str
    form: str


def places(
    views: Iterable[View],
    rules: Iterable[Rule],
    promises: Iterable[Promise],
    replies: Iterable[SavedReply],
    staff: Iterable[Staff] = (),
) -> list[Place]:
    """All that may name a tag."""
    return [
        *(Place(What.VIEW, one.id, one.name, filter_form.to_words(one.filter)) for one in views),
        *(Place(What.RULE, one.id, one.name, to_words(one)) for one in rules),
        *(Place(What.PROMISE, one.name, one.name, _json(written(one.when))) for one in promises),
        *(Place(What.REPLY, str(one.id), f"/{one.shortcut}", _json([one.tags, one.acts])) for one in replies),
        *(Place(What.MEMBER, str(one.person), "", _json(one.skills)) for one in staff),
    ]


def names(place: Place, tag: str) -> bool:
    """Whether something names a tag."""
    return renamed(place, tag, ("",)).form != place.form


def in_the_way(among: Iterable[Place], tag: str) -> list[Place]:
    """What would ask for a tag in vain, or put it on again, once it is deleted.

    By what words a saved reply is found, and what a member is good at, means something without the tag too.
    """
    found = [one for one in among if one.what is not What.MEMBER and names(one, tag)]
    return [one for one in found if one.what is not What.REPLY or any(act == [ActKind.TAG, tag] for act in _of(one)[1])]


def renamed(place: Place, tag: str, to: Collection[str]) -> Place:
    """The same, where whatever named `tag` names all of `to`; what is put on or taken off is the first of them."""
    if place.what is not What.MEMBER and _json(tag) not in place.form:
        return place  # as nearly all do not: thousands of saved replies need not be read for that
    first = next(iter(to))
    match place.what:
        case What.VIEW:
            filter_ = filter_form.from_words(place.form)
            where = None if filter_.where is None else _condition(filter_.where, tag, to)
            form = filter_form.to_words(replace(filter_, tags=_among(filter_.tags, tag, to), where=where))
        case What.RULE:
            form = to_words(_rule(from_words(place.form, place.id), tag, to))
        case What.PROMISE:
            form = _json(written(_condition(read(json.loads(place.form)), tag, to)))
        case What.REPLY:
            words, acts = _of(place)
            done = [[act, first] if [act, value] == [ActKind.TAG, tag] else [act, value] for act, value in acts]
            form = _json([_listed(words, tag, (first,)), list(map(list, dict.fromkeys(map(tuple, done))))])
        case What.MEMBER:
            form = _json(_listed(_of(place), tag.casefold(), [one.casefold() for one in to]))
    # What does not name it stays as it is written, to the letter.
    return place if json.loads(form) == json.loads(place.form) else replace(place, form=form)


def put_back(now: Place, before: str, tag: str, to: str, *, is_merged: bool) -> Place:
    """What a place becomes when a tag gets its old name again; `before` is how it was written then.

    What somebody changed since keeps that: it names the old tag again where `to` is no tag of its own.
    """
    was = replace(now, form=before)
    ours = {json.dumps(json.loads(renamed(was, tag, new).form)) for new in ((to,), (to, tag))}
    if json.dumps(json.loads(now.form)) in ours:
        return was
    return now if is_merged else renamed(now, to, (tag,))


def tags_after(tags: Sequence[str], tag: str, to: str) -> tuple[str, ...]:
    """The tags of a thread when one of them is called otherwise, in its place; with an empty `to` it is gone."""
    return tuple(dict.fromkeys(to if one == tag else one for one in tags if one != tag or to))


def tags_before(tags: Sequence[str], tag: str, to: str, *, had: bool) -> tuple[str, ...]:
    """The tags of a thread that bore `tag` when it gets that back; `had` says whether it had `to` besides.

    Whoever took the tag off under its new name meant it.
    """
    if not to or had:
        return tuple(dict.fromkeys((*tags, tag)))
    return tags_after(tags, to, tag)


def problem(tag: str, to: str) -> str:
    """Why a tag cannot be called so; empty when it can."""
    if not to or to != " ".join(to.split()):
        return "Give the tag a name."
    if len(to) > LONGEST:
        return f"Give the tag a shorter name: {LONGEST} characters at most."
    return "The tag is called so already." if to == tag else ""


def _among(values: frozenset[str], tag: str, to: Collection[str]) -> frozenset[str]:
    return (values - {tag}) | set(to) if tag in values else values


def _listed(values: Sequence[str], tag: str, to: Collection[str]) -> list[str]:
    return list(dict.fromkeys(new for one in values for new in (to if one == tag else (one,))))


def _condition(condition: Condition, tag: str, to: Collection[str]) -> Condition:
    match condition:
        case Is(Field.TAG, values):
            return Is(Field.TAG, _among(values, tag, to))
        case Is():
            return condition
        case Not(part):
            return Not(_condition(part, tag, to))
        case All(parts):
            return All(tuple(_condition(part, tag, to) for part in parts))
        case AnyOf(parts):
            return AnyOf(tuple(_condition(part, tag, to) for part in parts))


def _rule(rule: Rule, tag: str, to: Collection[str]) -> Rule:
    when = rule.when
    if when.trigger is Trigger.TAGGED:
        when = When(when.trigger, _among(when.values, tag, to), when.minutes, when.many)
    first = next(iter(to))
    then = tuple(Do(one.deed, first) if one.deed in _PUT and one.value == tag else one for one in rule.then)
    return replace(rule, when=when, where=_condition(rule.where, tag, to), then=tuple(dict.fromkeys(then)))


_PUT = frozenset({Deed.TAG, Deed.UNTAG})


def _of(place: Place) -> Any:
    return json.loads(place.form)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
