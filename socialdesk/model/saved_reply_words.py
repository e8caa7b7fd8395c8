"""Gives the words by which a saved reply and a thread meet: blind to case, accents, plural and gender, never a text.

What is kept of a thread is a bag of at most `MOST` such words; from it nobody can read what was written.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from socialdesk.model.saved_reply import SavedReply, plain
from socialdesk.support.pattern import pattern

MOST = 40
"""So many words of a thread are looked at; the newest texts count first."""
LOOKED_AT = 10
"""So many of their newest messages are looked at."""
_WORD = pattern(r"\p{L}[\p{L}\p{M}'’]{2,}")
_UNSPACED = pattern(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]+")
_FIELD = pattern(r"\{[^{}]*\}")
_EVERYDAY = """
avec dans pour vous nous votre notre bonjour merci plus cette sont mais donc comme tout tres etre avoir est les des une
que qui pas sur par son ses mes ton tes leur leurs avez avons suis ete fait faire bien aussi sans vos nos alors quand
depuis encore peut peux pouvez puis bonsoir salut cordialement cela celui ceux elle elles ils lui moi toi ici chez car
hello your ours have this that with from will would there they them what when where which just about still how can could
please thanks thank first name the and are was were for you our not but has had did does any all its his her him she who
why been into than then out got get let hey dear kind regards very really some more much many also here now yes
und der die das ist nicht mit für auf ein eine einen sie ich wir ihr bitte danke hallo noch auch aber oder wie was
"""
_SAYS_NOTHING = frozenset(plain(word) for word in _EVERYDAY.split())
# What people call the same thing in English, French and German meets under one word.
_SAME = """
parcel colis paket package
deliver livrai liefer shippi ship expedi versan
late retard verspa delay overdu
refund rembou erstat
return retour rucksen
invoic factur rechnu receip
cancel annule stornie
addres adress anschri
order comman bestel
broken casse kaputt damage abime
lost perdu verlor missin
size taille grosse
open ouvert ouvre geoffn hours horair
price prix preis cost
passwo motdep mdp
exchan echang umtaus swap
"""
_MEANS = {begin: line.split()[0] for line in _SAME.strip().splitlines() for begin in line.split()}


def words(text: str) -> list[str]:
    """The words of a text that carry meaning, cut to their stem-like start, in their order and with repetition."""
    found: list[str] = []
    for word in _WORD.findall(_FIELD.sub(" ", text)):
        bare = plain(word.split("’")[-1].split("'")[-1])
        if len(bare) > 2 and bare not in _SAYS_NOTHING:
            found.append(_meant(bare))
    for run in _UNSPACED.findall(text):
        found.extend(run[at : at + 2] for at in range(len(run) - 1))
    return found


def _meant(bare: str) -> str:
    stem = bare.rstrip("s")[:6] if len(bare) > 3 else bare
    return _MEANS.get(stem, stem)


def of_reply(reply: SavedReply) -> dict[str, int]:
    """How much each word is worth to find a reply by: what names it weighs more than what it says."""
    found: Counter[str] = Counter()
    for word in set(words(" ".join((reply.title, reply.shortcut.replace("-", " ").replace("_", " "))))):
        found[word] += 3
    for tag in reply.tags:
        found[label(tag)] += 3
        for word in set(words(tag)):
            found[word] += 2
    for part in reply.folder.split("/"):
        if part.strip():
            found[label(part)] += 2
    for word in {word for _, body in reply.bodies for word in words(body)}:
        found[word] += 1
    return dict(found)


def of_thread(said: Iterable[str], tags: Iterable[str], channel: int | None = None) -> tuple[str, ...]:
    """The bag of a thread, in the order of the alphabet: words of `said` (the newest first), tags, channel."""
    found: dict[str, None] = {}
    for text in said:
        for word in words(text):
            if len(found) < MOST:
                found.setdefault(word)
    for tag in tags:
        found.setdefault(label(tag))
    if channel is not None:
        found.setdefault(f"@{channel}")
    return tuple(sorted(found))


def label(tag: str) -> str:
    """A tag as it stands among words."""
    return "#" + plain(tag.strip())
