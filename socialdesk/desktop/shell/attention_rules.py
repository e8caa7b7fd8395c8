"""Tells of which rules somebody else asks me to look, as the second person; each version of one calls once."""

from __future__ import annotations

from datetime import datetime

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.model.attention import Call, Why
from socialdesk.store.rules import asked_about

_KEY = "approval:"


def asked(bridge: Bridge, now: datetime) -> dict[str, Call]:
    """The calls, by key. Who works alone is asked nothing, and nothing is read for that."""
    if len(bridge.people) < 2:
        return {}
    return {
        key: Call(key, Why.APPROVAL, now, name=name)
        for id_, version, name, by in asked_about(bridge.cache)
        if by != bridge.me and (key := f"{_KEY}{version}:{id_}")
    }


def rule_of(call: Call) -> str:
    """The id of the rule that a call is about."""
    return call.key.removeprefix(_KEY).partition(":")[2]
