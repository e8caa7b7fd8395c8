"""Checks of what a connector says of itself before any of its code runs."""

from __future__ import annotations

import re
from datetime import timedelta
from urllib.parse import urlsplit

from socialdesk.connectors.suite.scale import Failing, Level, check
from socialdesk.connectors.suite.trial import Trial

ACTS = ("reply", "reply_privately", "like", "delete", "hide", "remove", "block", "report", "mute", "edit", "read")


@check(Level.BRONZE, "The manifest is whole, and its hosts are https addresses.")
async def manifest(trial: Trial) -> None:
    told = trial.subject.manifest
    wrong: list[str] = []
    if not re.fullmatch(r"[a-z][a-z0-9_]{1,39}", told.id):
        wrong.append(f"id {told.id!r} is no short word of small letters")
    if told.id != trial.subject.name:
        wrong.append(f"id {told.id!r} is not the name it is found by, {trial.subject.name!r}")
    wrong += [
        f"{key} is empty"
        for key in ("name", "mark", "reads", "needs", "streams", "by_kind", "ways")
        if not getattr(told, key)
    ]
    if len(set(told.streams)) < len(told.streams):
        wrong.append("two streams of one name")
    if told.min_poll < timedelta(seconds=5):
        wrong.append("min_poll_s is under 5")
    for name, url in told.hosts.items():
        parts = urlsplit(url)
        if parts.scheme != "https" or not parts.hostname or url.endswith("/"):
            wrong.append(f"host {name} is no https address without a slash at its end")
    for kind, can in told.by_kind.items():
        wrong += [f"{kind}: no act is called {act!r}" for act in can.levels if act not in ACTS]
        if can.can("reply") and can.text.most < 1:
            wrong.append(f"{kind}: it can be answered with no text at all")
        if can.visibility_lag > timedelta(minutes=30):
            wrong.append(f"{kind}: visibility_lag_s is longer than anybody waits")
    keys = [one.key for one in told.access]
    if len(set(keys)) < len(keys):
        wrong.append("two parts of access have one key")
    costs = {act for can in told.by_kind.values() for budget in can.budgets for act in budget.costs}
    wrong += [f"a budget has a cost for {act!r}, which is no act" for act in sorted(costs - set(ACTS))]
    if wrong:
        raise Failing("; ".join(wrong) + ".")


@check(Level.BRONZE, "A person signs in, and the account that comes of it has an id and a name.")
async def signs_in(trial: Trial) -> None:
    signed = await trial.sign_in()
    if not signed.accounts:
        raise Failing("The sign-in gave no account.")
    for account in signed.accounts:
        if not account.remote_id or not account.name:
            raise Failing(f"The account {account!r} has no id or no name.")
    if len({one.remote_id for one in signed.accounts}) < len(signed.accounts):
        raise Failing("Two accounts have one id.")
    if "Credentials" in repr(signed) and signed.credentials.text and signed.credentials.text in repr(signed):
        raise Failing("The credentials are in the text form of the sign-in.")


@check(Level.SILVER, "A session can do what the manifest says, and no more.")
async def capabilities_are_the_manifests(trial: Trial) -> None:
    await trial.sign_in()
    session = trial.session()
    for kind, told in trial.manifest.by_kind.items():
        can = session.capabilities(kind)
        more = [act for act, level in can.levels.items() if level > told.level(act)]
        if more:
            raise Failing(f"For {kind} a session offers more than the manifest: {', '.join(more)}.")
    await session.close()
