"""Checks of what a connector says of itself before any of its code runs."""

from __future__ import annotations

import re
from datetime import timedelta

from socialdesk.connectors.kit.manifest import Manifest
from socialdesk.connectors.suite.scale import Failing, Level, check
from socialdesk.connectors.suite.trial import Trial
from socialdesk.model.way import WayKind

ACTS = (
    *("reply", "reply_all", "reply_privately", "like", "delete", "hide", "remove", "block", "report"),
    *("mute", "edit", "read"),
)


@check(Level.BRONZE, "The manifest is whole: words, ways, streams, limits and hosts fit together.", needs_world=False)
async def manifest(trial: Trial) -> None:
    told = trial.subject.manifest
    if told.not_yet:
        raise Failing("The manifest says that there is no connector yet.")
    wrong = [*_of_names(trial.subject.name, told), *_of_ways(told), *_of_kinds(told), *_of_access(told)]
    if wrong:
        raise Failing("; ".join(wrong) + ".")


def _of_names(name: str, told: Manifest) -> list[str]:
    wrong = [
        f"{key} is empty"
        for key in ("name", "mark", "reads", "needs", "streams", "by_kind", "ways")
        if not getattr(told, key)
    ]
    if not re.fullmatch(r"[a-z][a-z0-9_]{0,39}", told.id):
        wrong.append(f"id {told.id!r} is no short word of small letters")
    if told.id != name:
        wrong.append(f"id {told.id!r} is not the name it is found by, {name!r}")
    if len(set(told.streams)) < len(told.streams):
        wrong.append("two streams of one name")
    if told.min_poll < timedelta(seconds=5):
        wrong.append("min_poll_s is under 5")
    return wrong


def _of_ways(told: Manifest) -> list[str]:
    wrong: list[str] = []
    for way in told.ways:
        keys = {one.key for one in way.fields}
        wrong += [
            f"the field {one.key!r} is named like a secret and is not of kind secret"
            for one in way.fields
            if one.kind != "secret" and re.search(r"password|secret|token", one.key)
        ]
        if way.kind is WayKind.BROWSER and "password" in keys:
            wrong.append(f"the way {way.id!r} leads to the browser and asks for a password here")
    return wrong


def _of_kinds(told: Manifest) -> list[str]:
    wrong: list[str] = []
    for kind, can in told.by_kind.items():
        wrong += [f"{kind}: no act is called {act!r}" for act in can.levels if act not in ACTS]
        if can.can("reply") and can.text.most < 1:
            wrong.append(f"{kind}: it can be answered with no text at all")
        if can.visibility_lag > timedelta(minutes=30):
            wrong.append(f"{kind}: visibility_lag_s is longer than anybody waits")
        if can.reply_window is not None and can.reply_window <= timedelta(0):
            wrong.append(f"{kind}: reply_window_h is over before it begins")
        if can.reply_window_in and can.reply_window is None:
            wrong.append(f"{kind}: reply_window_in without a reply_window_h")
        if can.attachments is not None and not all(one.startswith("image/") for one in can.attachments.types):
            wrong.append(f"{kind}: attachments are pictures, and not all types are image/…")
    costs = {act for can in told.by_kind.values() for budget in can.budgets for act in budget.costs}
    wrong += [f"a budget has a cost for {act!r}, which is no act" for act in sorted(costs - set(ACTS))]
    return wrong


def _of_access(told: Manifest) -> list[str]:
    keys = [one.key for one in told.access]
    wrong = ["two parts of access have one key"] if len(set(keys)) < len(keys) else []
    if not keys:
        wrong.append("access is empty: nobody is told what a sign-in allows")
    wrong += [f"access {one.key!r} has no words or no why" for one in told.access if not (one.words and one.why)]
    return wrong


@check(Level.SILVER, "A session offers what the manifest says, and no more.")
async def capabilities_are_the_manifests(trial: Trial) -> None:
    session = await trial.start()
    for kind, told in trial.manifest.by_kind.items():
        can = session.capabilities(kind)
        more = [act for act, level in can.levels.items() if level > told.level(act)]
        if more:
            raise Failing(f"For {kind} a session offers more than the manifest: {', '.join(more)}.")
