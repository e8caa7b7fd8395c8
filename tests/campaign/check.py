"""Compares what the desk believes with what is true on the network, promise by promise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from socialdesk.store.cache import Cache
from socialdesk.store.derived import counted
from socialdesk.store.desk import Desk
from tests.campaign.children import ME
from tests.campaign.network import Network
from tests.campaign.time import now_ms

_RESTING = ("sent", "seen", "rejected", "held", "canceled")


@dataclass(frozen=True)
class Given:
    """An answer that its writer was told is kept."""

    thread: str
    text: str


@dataclass
class Promise:
    """What the hand was asked to do, and what it said is done."""

    given: dict[str, Given] = field(default_factory=dict[str, Given])
    commands: set[str] = field(default_factory=set[str])
    drafts: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    """By thread: the last text told to be kept, and those asked for since, of which nobody was told."""
    texts: set[str] = field(default_factory=set[str])

    def asked(self, asked: dict[str, Any]) -> None:
        """Something was asked for; whether it happened is not known yet."""
        if asked["act"] == "reply":
            self.texts.add(asked["text"])
        if asked["act"] == "draft":
            self.drafts.setdefault(asked["thread"], [""]).append(asked["text"])

    def told(self, asked: dict[str, Any], said: dict[str, Any]) -> None:
        """The hand said what came of it."""
        if asked["act"] == "draft":
            if said.get("skipped"):
                self.drafts[asked["thread"]].remove(asked["text"])
            else:
                self.drafts[asked["thread"]] = [asked["text"]]
        if "command" in said:
            self.commands.add(said["command"])
            if asked["act"] == "reply":
                self.given[said["command"]] = Given(asked["thread"], asked["text"])


def open_questions(cache: Cache) -> list[tuple[str, str, str]]:
    """Answers of unknown fate: command, thread, text."""
    return cache.ask(
        "SELECT o.command_id, t.remote_id, o.text FROM outbound o JOIN thread t ON t.id = o.thread_id"
        " WHERE o.state = 'unknown'"
    )


def is_at_rest(cache: Cache, network: Network, promised: Promise) -> bool:
    """Whether everything was read, decided and sent that can be."""
    cursor = cache.ask("SELECT cursor FROM channel_stream")
    read = bool(cursor) and int(cursor[0][0]) == len(network.log) and network.log[-1][0] <= now_ms()
    moving = cache.ask("SELECT 1 FROM outbound WHERE state IN ('queued', 'waiting', 'sending', 'unknown') LIMIT 1")
    decided = {row[0] for row in cache.ask("SELECT command_id FROM command_result")}
    return read and not moving and promised.commands <= decided


def broken(cache: Cache, desk: Desk, network: Network, promised: Promise) -> list[str]:
    """Every promise that does not hold, in words."""
    return [
        *_not_at_rest(cache, network, promised),
        *_inbound(cache, network),
        *_answers(cache, network, promised),
        *_commands(cache, promised),
        *_drafts(cache, desk, promised),
        *_file(cache),
    ]


def _not_at_rest(cache: Cache, network: Network, promised: Promise) -> Iterator[str]:
    if not is_at_rest(cache, network, promised):
        moving = cache.ask(
            "SELECT state, state_reason, text, tries FROM outbound WHERE state NOT IN ('sent','canceled')"
        )
        cursor = cache.ask("SELECT cursor FROM channel_stream")
        yield f"it does not come to rest: {moving[:4]}, read {cursor} of {len(network.log)}"


def _inbound(cache: Cache, network: Network) -> Iterator[str]:
    rows = cache.ask(
        "SELECT m.external_id, t.remote_id, m.text, m.deleted_at IS NOT NULL, m.direction = 'out'"
        " FROM message m JOIN thread t ON t.id = m.thread_id WHERE m.external_id IS NOT NULL"
    )
    here = {row[0]: tuple(row[1:]) for row in rows}
    truth = {
        one.id: (one.thread, one.text, int(one.gone_ms is not None), int(one.own)) for one in network.said.values()
    }
    for id_ in truth.keys() - here.keys():
        yield f"lost: {id_} {truth[id_]}"
    for id_ in here.keys() - truth.keys():
        yield f"made up: {id_} {here[id_]}"
    for id_ in truth.keys() & here.keys():
        if truth[id_] != here[id_]:
            yield f"differs: {id_} is {truth[id_]}, shown {here[id_]}"
    for text, number in cache.ask(
        "SELECT text, count(*) FROM message WHERE direction = 'out' AND state != 'canceled'"
        " GROUP BY text HAVING count(*) > 1"
    ):
        yield f"shown {number} times: {text}"


def _answers(cache: Cache, network: Network, promised: Promise) -> Iterator[str]:
    posts = network.posts()
    for text in promised.texts:
        if posts[text] > 1:
            yield f"posted {posts[text]} times: {text}"
    states = {row[0]: (row[1], row[2]) for row in cache.ask("SELECT command_id, state, text FROM outbound")}
    results = {row[0]: row[1] for row in cache.ask("SELECT command_id, outcome FROM command_result")}
    for command, given in promised.given.items():
        if command not in states:
            if results.get(command) != "rejected":
                yield f"given and gone: {given}"
            continue
        state, _ = states[command]
        if state not in _RESTING:
            yield f"neither final nor shown: {given} {state}"
        if (state in {"sent", "seen"}) != (posts[given.text] == 1):
            yield f"believed {state}, posted {posts[given.text]} times: {given}"


def _commands(cache: Cache, promised: Promise) -> Iterator[str]:
    decided = {row[0] for row in cache.ask("SELECT command_id FROM command_result")}
    for command in promised.commands - decided:
        yield f"a command without a result: {command}"


def _drafts(cache: Cache, desk: Desk, promised: Promise) -> Iterator[str]:
    kept = {draft.thread_id: draft.text for draft in desk.drafts()}
    for thread, texts in promised.drafts.items():
        found = cache.ask("SELECT id FROM thread WHERE remote_id = ?", (thread,))
        text = kept.get(found[0][0], "") if found else ""
        if text not in texts:
            yield f"a draft is lost: {thread} has {text!r}, promised {texts}"


def _file(cache: Cache) -> Iterator[str]:
    cache.check()
    with cache.read() as db:
        recount = counted(db, cache.views(), ME)
    shown = {key: number for key, number in cache.counts().items() if number}
    if shown != recount:
        yield f"the counters say {shown}, it is {recount}"
