"""Reads what every change of the cache file needs to know beforehand, in one go; whoever writes keeps it."""

from __future__ import annotations

from socialdesk.model.identifiers import PersonId
from socialdesk.model.rule_clock import waited_for
from socialdesk.model.view import BUILT_IN
from socialdesk.store import rows
from socialdesk.store.change.transaction import Known
from socialdesk.store.erased import SALT
from socialdesk.store.readings import Readings
from socialdesk.store.rule_rows import LISTED, to_rule


def known(cache: Readings) -> Known:
    """What counts now; within a change, with what it did."""
    saved = [rows.to_view(row) for row in cache.ask("SELECT * FROM view ORDER BY place, id")]
    me = cache.ask("SELECT id FROM person WHERE is_me = 1 LIMIT 1")
    consenting = cache.ask(
        "SELECT substr(key, 15) FROM setting WHERE key > 'media_consent:' AND key < 'media_consent;' AND value = 'yes'"
    )
    return Known(
        PersonId(me[0][0] if me else 0),
        [*BUILT_IN, *saved],
        frozenset(view.id for view in saved),
        frozenset(int(id_) for (id_,) in consenting),
        {mark for (mark,) in cache.ask("SELECT mark FROM erased")},
        cache.setting(SALT) or "",
        cache.reply_policy(),
        waited_for(map(to_rule, cache.ask(LISTED))),
        cache.triage_policy(),
        bool(cache.ask("SELECT 1 FROM inbound_event WHERE state = 'parked' LIMIT 1")),
    )
