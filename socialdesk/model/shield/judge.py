"""Decides whether a text is kept out of sight: looks its words up in the lists, and weighs how they are said.

Precision comes first. Anger about a product is none of this; a word counts less in a quotation, of oneself, or in a
phrase known to be innocent. Linear in the length of the text: each word is looked up a bounded number of times.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from socialdesk.model.shield import manner
from socialdesk.model.shield.lists import Entry, Lists, Node
from socialdesk.model.shield.normal import Read, Word, read
from socialdesk.model.shield.values import GRAVITY, Level, Reason, ShieldKind, Strength, Verdict

_LOOKBACK = 7
_SKIPPED = 2
_MOST_REASONS = 12
_BESIDE = " \u00a0\u202f#"
_PLAINLY = {ShieldKind.ABUSE, ShieldKind.SLUR}


@dataclass(frozen=True, slots=True)
class _Find:
    entry: Entry
    first: int
    """Number of its first word; -1 for what was spelt with gaps."""
    last: int
    start: int
    end: int
    how: str


def judge(text: str, lists: Lists, language: str = "") -> Verdict | None:
    """Judge a text; None when nothing speaks for keeping it out of sight.

    `language` is what the platform says of it, used where its own words do not tell.
    """
    if not may_be_kept(text, lists):
        return None
    told = read(text)
    finds = _finds(told, lists, text)
    hints = manner.hints(text, told, only_loud=not finds)
    if not finds and not hints:
        return None
    if any(
        find.entry.only or find.entry.strength is Strength.AIMED or (find.entry.is_own and find.entry.language)
        for find in finds
    ):
        language = language_of(told, lists) or language
    counted = [find for find in finds if _counts(find.entry, language)]
    if counted:
        innocent = _innocent(told.words, lists.innocent)
        counted = [
            find for find in counted if find.first < 0 or not any(find.first <= at <= find.last for at in innocent)
        ]
    return _weigh(told, lists, text, counted, hints)


def may_be_kept(text: str, lists: Lists) -> bool:
    """Whether anything may speak for keeping a text out of sight, in whatever language; of most texts nothing does."""
    if not text:
        return False
    return bool(lists.stems or lists.parts or manner.may_be_loud(text) or lists.marks.may_say(text))


def language_of(told: Read, lists: Lists) -> str:
    """The language most of whose everyday words a text has; empty when that is none or undecided."""
    counts = dict.fromkeys(lists.common, 0)
    for word in told.words[:200]:
        for language, common in lists.common.items():
            counts[language] += word.forms[0] in common
    best = sorted(counts, key=lambda one: -counts[one])
    if not best or not counts[best[0]] or (len(best) > 1 and counts[best[0]] == counts[best[1]]):
        return ""
    return best[0]


def _finds(told: Read, lists: Lists, text: str) -> list[_Find]:
    found: list[_Find] = []
    if any("masked" in word.how for word in told.words):
        told = replace(told, words=tuple(_unmasked(word, lists) for word in told.words))
    for at, word in enumerate(told.words):
        seen: set[int] = set()
        for form, how in zip(word.forms, word.how, strict=True):
            for entry in _entries(form, lists):
                if id(entry) not in seen and _is_meant(entry, word, text):
                    seen.add(id(entry))
                    found.append(_Find(entry, at, at, word.start, word.end, how))
        found += _phrases(told.words, at, lists)
    for word in told.joined:
        found += _spelt(word, lists)
    return found


def _unmasked(word: Word, lists: Lists) -> Word:
    """A word some of whose letters are stars, with the listed words it can be."""
    if "masked" not in word.how:
        return word
    form = word.forms[word.how.index("masked")]
    known = lists.masks.get((len(form), form[0]), ()) if _is_mask(form) else ()
    meant = [one for one in known if all(sign in ("*", letter) for sign, letter in zip(form, one, strict=True))]
    return word._replace(forms=(form, *meant), how=("", *("masked" for _ in meant)))


def _entries(form: str, lists: Lists) -> Iterable[Entry]:
    yield from lists.words.get(form, ())
    for length in lists.stem_lengths:
        if length > len(form):
            break
        yield from lists.stems.get(form[:length], ())
    for length in lists.part_lengths:
        for place in range(len(form) - length + 1):
            yield from lists.parts.get(form[place : place + length], ())


def _is_mask(form: str) -> bool:
    return form[-1] != "*" and form.count("*") * 2 <= len(form)


def _is_meant(entry: Entry, word: Word, text: str) -> bool:
    if word.is_handle and not entry.is_own and entry.strength is not Strength.SURE:
        return False
    return not entry.accents or entry.accents in text[word.start : word.end].casefold()


def _phrases(words: tuple[Word, ...], at: int, lists: Lists) -> list[_Find]:
    """The phrases that begin with a word; a few fillers between its words are passed over."""
    found: list[_Find] = []
    node: Node | None
    node, disguise = _onward(lists.phrases, words[at])
    skipped, place = 0, at
    while node is not None:
        found += [_Find(entry, at, place, words[at].start, words[place].end, disguise) for entry in node.entries]
        place += 1
        if place >= len(words) or not node.next or (words[place].begins and node.entries):
            break
        following, how = _onward(node, words[place])
        if following is None and skipped < _SKIPPED and _is_filler(words[place], lists):
            skipped += 1
            # What ends here was counted already; only what goes on is looked for.
            following = Node(node.next)
        node, disguise = following, disguise or how
    return found


def _onward(node: Node, word: Word) -> tuple[Node | None, str]:
    for form, how in zip(word.forms, word.how, strict=True):
        found = node.next.get(form)
        if found is not None:
            return found, how
    return None, ""


def _is_filler(word: Word, lists: Lists) -> bool:
    return any(word.forms[0] in one for one in lists.fillers.values())


def _spelt(word: Word, lists: Lists) -> list[_Find]:
    for form, how in zip(word.forms, word.how, strict=True):
        entries = [*lists.words.get(form, ()), *lists.joined.get(form, ())]
        entries = [one for one in entries if one.strength in {Strength.SURE, Strength.PLAIN}]
        if entries:
            return [_Find(entry, -1, -1, word.start, word.end, how) for entry in entries]
    return []


def _counts(entry: Entry, language: str) -> bool:
    """Whether a word counts in a text of a language; empty where nobody knows the language.

    A word of a team for one language is left alone in another: "con" and "chat" are everyday words somewhere.
    """
    if entry.is_own:
        return not entry.language or not language or language.partition("-")[0] == entry.language
    return not entry.only or language == entry.language


def _innocent(words: tuple[Word, ...], root: Node) -> set[int]:
    """The numbers of words that stand in a phrase known to be innocent."""
    found: set[int] = set()
    for at in range(len(words)):
        node = root
        for place in range(at, len(words)):
            following = node.next.get(words[place].forms[0])
            if following is None:
                break
            node = following
            if node.entries:
                found.update(range(at, place + 1))
    return found


def _weigh(told: Read, lists: Lists, text: str, finds: list[_Find], hints: list[Reason]) -> Verdict | None:
    reasons: list[Reason] = []
    sure = 0
    hinted: list[_Find] = []
    for find in finds:
        entry = find.entry
        if entry.strength is Strength.HINT:
            hinted.append(find)
            continue
        if entry.kind in _PLAINLY and find.first >= 0 and not entry.is_own and _is_mitigated(told, lists, text, find):
            continue
        if entry.strength is Strength.AIMED and not _is_aimed(told, lists, find):
            continue
        reasons.append(_reason(find))
        sure += (entry.strength is Strength.SURE) + (find.how not in ("", "repeated"))
    is_spam, spam, spam_sure = manner.adds_up(
        text, [_reason(find) for find in hinted], hints, has_link=bool(told.links), many_words=len(told.words)
    )
    if is_spam:
        reasons += spam
        sure += spam_sure
    if not reasons:
        return None
    reasons = _widest(reasons)
    kind = min((reason.kind for reason in reasons), key=GRAVITY.__getitem__)
    of_kind = {(reason.start, reason.end) for reason in reasons if reason.kind == kind}
    is_very = sure > 0 or (len(of_kind) > 1 and not is_spam)
    # The gravest first, then in the order of the text.
    reasons.sort(key=lambda one: (GRAVITY[one.kind], one.start))
    return Verdict(kind, Level.VERY_LIKELY if is_very else Level.LIKELY, tuple(dict.fromkeys(reasons))[:_MOST_REASONS])


def _widest(reasons: list[Reason]) -> list[Reason]:
    """Without what stands inside another of the same kind: it is one thing that was said."""
    kept: list[Reason] = []
    reached: dict[ShieldKind, int] = {}
    for one in sorted(reasons, key=lambda reason: (reason.start, -reason.end)):
        if not one.end:
            kept.append(one)
        elif one.end > reached.get(one.kind, 0):
            kept.append(one)
            reached[one.kind] = one.end
    return kept


def _reason(find: _Find) -> Reason:
    entry = find.entry
    rule = "own_list" if entry.is_own else "list"
    return Reason(rule, entry.kind, entry.language, entry.list_name, find.start, find.end, find.how)


def _is_mitigated(told: Read, lists: Lists, text: str, find: _Find) -> bool:
    """Whether a word is quoted, reported or said of oneself."""
    before = text[max(0, find.start - 4) : find.start].rstrip(_BESIDE)[-1:]
    after = text[find.end : find.end + 3].lstrip(_BESIDE)[:1]
    if before and before in "\"“«'‘„" and after and after in "\"”»'’“":
        return True
    for word in reversed(told.words[max(0, find.first - 5) : find.first]):
        form = word.forms[0]
        if form in lists.reporting:
            return True
        if form in lists.selves:
            return not any(
                form_ in targets
                for word_ in told.words[find.first - 2 : find.first]
                for form_ in word_.forms[:1]
                for targets in lists.targets.values()
            )
        if form not in lists.fillers.get(find.entry.language, ()):
            return False
    return False


def _is_aimed(told: Read, lists: Lists, find: _Find) -> bool:
    """Whether somebody is spoken to: `you are such an …`, or hardly anything else is said."""
    language = find.entry.language
    targets, fillers = lists.targets.get(language, frozenset()), lists.fillers.get(language, frozenset())
    spoken = [word for word in told.words if not word.is_handle]
    if find.entry.alone and len(spoken) <= 2 + sum(word.forms[0] in fillers for word in spoken) and len(spoken) <= 4:
        return True
    at = find.first
    if find.entry.alone and at > 0 and told.words[at - 1].is_handle:
        return True
    for place in range(at - 1, max(-1, at - 1 - _LOOKBACK), -1):
        if told.words[place + 1].begins:
            break
        form = told.words[place].forms[0]
        if form in targets:
            return True
        if form not in fillers and not any(entry.kind is find.entry.kind for entry in lists.words.get(form, ())):
            break
    following = told.words[find.last + 1 : find.last + 3]
    return (
        bool(following)
        and following[0].forms[0] in {"you", "u"}
        and not following[0].begins
        and language == "en"
        and len(following) == 1
    )
