"""Fifty rules at their work against none: processor time a message on its way in, each page by both in turn.

The rules are of the kind a team has: most look for a few words in two languages and tag, some look at who wrote, how
long a text is or what is in it, some are for one channel alone, some wait for other things than messages. How much of
what comes they touch is told beside the figure, since doing costs more than asking.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench import made_up
from bench.ground import Ground
from bench.harness import Figure, amount
from socialdesk.engine.ingest import BATCH, Ingest
from socialdesk.engine.rules import Rules
from socialdesk.model.condition import All, AnyOf, Condition, Field, Is, Not
from socialdesk.model.rule import Deed, Do, Rule, Trigger, When
from socialdesk.store.cache import Cache
from socialdesk.support.clock import SystemClock

_PAGES = 40
RECEIVED = When(Trigger.RECEIVED)
_WORDS = (
    "refund remboursement", "broken cassé", "missing manquant", "invoice facture", "vat tva", "scam arnaque",
    "lawyer avocat", "allergy allergie", "halal", "kosher casher", "vegan", "gluten", "hiring recrutement",
    "press journaliste", "partner partenariat", "influencer influenceuse", "store boutique", "opening horaires",
    "voucher coupon", "password", "unsubscribe désabonner", "delete supprimer", "warranty garantie", "size taille",
    "colour couleur", "ingredients ingrédients", "melted fondu", "customs douane", "exchange échange", "gift cadeau",
)  # fmt: skip


def rules(channel: int) -> list[Rule]:
    """Fifty rules, of which ten are for one channel alone."""
    made: list[Rule] = []

    def add(where: Condition, *then: Do, when: When = RECEIVED, only: int = 0) -> None:
        number = len(made)
        here = frozenset({only}) if only else frozenset[int]()
        made.append(Rule(f"r{number}", f"Rule {number}", when, then, where, here, not only, is_on=True, version=1))

    for words in _WORDS:
        add(Is(Field.SAYS, frozenset(words.split())), Do(Deed.TAG, words.split()[0]))
    late = Is(Field.SAYS, frozenset({"late", "retard", "still waiting", "toujours rien"}))
    add(All((late, Is(Field.VIP))), Do(Deed.PRIORITY, "urgent"))
    add(All((late, Is(Field.HAS_ORDER_NUMBER))), Do(Deed.TAG, "order"))
    add(
        All((Is(Field.HAS_LINK), Is(Field.NEW_AUTHOR), Not(Is(Field.KIND, frozenset({"dm"}))))), Do(Deed.SHIELD, "spam")
    )
    add(All((Is(Field.ONLY_EMOJI), Is(Field.KIND, frozenset({"comment"})))), Do(Deed.DONE))
    add(Is(Field.ONLY_MENTIONS), Do(Deed.DONE))
    add(Is(Field.HAS_EMAIL), Do(Deed.TAG, "e-mail"))
    add(
        AnyOf((Is(Field.SAYS_PART, frozenset({"arnaq", "escroq", "fraud"})), Is(Field.STARS, frozenset({"1"})))),
        Do(Deed.PRIORITY, "high"),
    )
    add(All((Is(Field.WORDS_AT_LEAST, frozenset({"120"})), Is(Field.OUTSIDE_HOURS))), Do(Deed.PRIORITY, "high"))
    add(Is(Field.REACH, frozenset({"100000"})), Do(Deed.PRIORITY, "high"))
    for word in ("alpha", "bravo", "charlie", "delta", "echo"):
        add(Is(Field.SAYS, frozenset({word})), Do(Deed.TAG, word), only=channel)
        add(Is(Field.SAYS_EXACTLY, frozenset({word})), Do(Deed.TAG, word), only=channel + 1)
    add(All(()), Do(Deed.TAG, "moved"), when=When(Trigger.TAGGED, frozenset({"lawyer"})))
    return made


def ruled(ground: Ground) -> Iterator[Figure]:
    """The way in with fifty rules, against the same without."""
    with tempfile.TemporaryDirectory(dir=ground.unlocked.workspace.folder.parent) as folder:
        takers: list[tuple[Cache, Ingest]] = []
        for with_rules in (False, True):
            unlocked = made_up.copy(ground.unlocked, Path(folder) / str(with_rules))
            cache = Cache(unlocked.workspace.cache, unlocked.key, write=True)
            one = made_up.channels(cache)[2]
            clock = SystemClock()
            if with_rules:
                with cache.change() as change:
                    for rule in rules(one.id):
                        change.put_rule(rule, None, clock.now())
            at_work = Rules(cache, clock) if with_rules else None
            takers.append((cache, Ingest(cache, one, cache.connected(one.id), clock, rules=at_work)))
        spent: list[tuple[float, float]] = []
        for page in range(_PAGES + 2):
            events = made_up.events(BATCH, seed=701 + page)
            taken = [0.0, 0.0]
            for which in (0, 1) if page % 2 else (1, 0):
                began = time.process_time()
                takers[which][1].take(events, "world", str(page))
                taken[which] = (time.process_time() - began) / BATCH * 1000
            # The first pages prepare the statements and the rules.
            spent += [(taken[0], taken[1])] if page > 1 else []
        ran = takers[1][0].ask("SELECT count(*) FROM rule_run")[0][0]
        for cache, _ in takers:
            cache.close()
        plain, with_fifty = (statistics.median(column) for column in zip(*spent, strict=True))
        share = ran / (BATCH * (_PAGES + 2))
        name = f"ingest with 50 rules that work {share:.2f} times a message, processor time a message"
        yield amount(name, ground.size, "ms", with_fifty, plain, most=1.3)
