"""The files of the demo world as tests read them: the form of each, and who says what in them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from socialdesk.model.reply_policy import DAY_LONG
from socialdesk.model.thread import Status

DEMO = Path(__file__).resolve().parents[3] / "resources" / "demo"
TARGET_MINUTES = DAY_LONG.amount
SAME_QUESTION = "20-same-question.toml"
VARIABLES = {"first name", "our name", "order"}
BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
STACKED = re.compile("[\u0300-\u036f]{4}")

Table = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Shape:
    """What a table may hold: by key its type, a list of one shape, or a shape; `needs` must be there."""

    keys: Mapping[str, Any]
    needs: frozenset[str] = frozenset()


def shape(needs: str = "", /, **keys: Any) -> Shape:
    return Shape(keys, frozenset(needs.split()))


def faults(value: Any, wanted: Any, where: str) -> Iterator[str]:
    """Every place in which `value` is not what `wanted` says, as "where: what"."""
    match wanted:
        case Shape(keys=keys, needs=needs):
            if not isinstance(value, dict):
                yield f"{where}: not a table"
                return
            yield from (f"{where}: {key} is missing" for key in sorted(needs - value.keys()))
            yield from (f"{where}: {key} is not known" for key in sorted(value.keys() - keys.keys()))
            for key in value.keys() & keys.keys():
                yield from faults(value[key], keys[key], f"{where}.{key}")
        case [inner]:
            if not isinstance(value, list):
                yield f"{where}: not a list"
                return
            for number, item in enumerate(value):
                yield from faults(item, inner, f"{where}[{number}]")
        case _:
            # A bool is an int in Python, never here.
            if type(value) is not wanted:
                yield f"{where}: {type(value).__name__} instead of {wanted.__name__}"


PICTURE = shape("alt", alt=str)
FOLLOW_UP = shape("after text", after=int, text=str, pictures=[PICTURE])
MESSAGE = shape(
    "from at text", **{"from": str}, at=int, text=str, name=str, language=str, seen=bool, liked=bool, pictures=[PICTURE]
)
CONTACT = shape(
    "name handle language",
    name=str,
    handle=str,
    language=str,
    location=str,
    followers=int,
    time_zone=str,
    customer_since=int,
    orders=int,
    last_order=str,
    vip=bool,
    memo=str,
    earlier=[shape("channel text at", channel=str, text=str, at=int)],
)
BEGUN: dict[str, Any] = {
    "key": str,
    "channel": str,
    "kind": str,
    "post": str,
    "contact": CONTACT,
    "tags": [str],
    "stars": int,
    "shield": str,
    "category": str,
    "answers_back": [FOLLOW_UP],
}
THREAD = shape(
    "key channel kind contact messages",
    **BEGUN,
    status=str,
    assignee=str,
    priority=str,
    read=bool,
    unread=int,
    draft=str,
    draft_by=str,
    typing=str,
    snooze=int,
    messages=[MESSAGE],
    notes=[shape("by at text", by=str, at=int, text=str, mentions=[str])],
    events=[shape("by at what", by=str, at=int, what=str, detail=str)],
)
SAYINGS = dict.fromkeys(("en", "fr", "es"), str)
FORMS: dict[str, Shape] = {
    "workspace.toml": shape(
        "name handle people tags views",
        name=str,
        handle=str,
        people=[
            shape(
                "key name role capacity languages",
                key=str,
                name=str,
                role=str,
                me=bool,
                on_shift_until=str,
                capacity=int,
                languages=[str],
            )
        ],
        tags=[shape("name fr", name=str, fr=str)],
        views=[
            shape("id name fr", id=str, name=str, fr=str, kinds=[str], languages=[str], vip=bool, shielded=bool),
        ],
    ),
    "channels.toml": shape(
        "channel",
        channel=[
            shape(
                "key mark name handle kinds text_most text_unit",
                key=str,
                mark=str,
                name=str,
                handle=str,
                kinds=[str],
                text_most=int,
                text_unit=str,
                reply_window_hours=int,
                trouble=shape("state en fr", state=str, en=str, fr=str),
            )
        ],
    ),
    "posts.toml": shape(
        "post",
        post=[
            shape(
                "key channel title text language at counts",
                key=str,
                channel=str,
                title=str,
                text=str,
                picture=str,
                language=str,
                at=int,
                counts=dict,
            )
        ],
    ),
    "arrivals.toml": shape(
        "arrival",
        arrival=[
            shape(
                "after text",
                after=int,
                text=str,
                pictures=[PICTURE],
                thread=str,
                new=shape("key channel kind contact", **BEGUN),
            )
        ],
    ),
    "saved_replies.toml": shape(
        "reply",
        reply=[
            shape(
                "shortcut title title_fr folder used bodies",
                shortcut=str,
                title=str,
                title_fr=str,
                folder=str,
                used=int,
                tags=[str],
                bodies=shape(**SAYINGS),
                hints=dict,
            )
        ],
    ),
}
THREADS_FILE = shape("thread", thread=[THREAD])


@cache
def read(name: str) -> Table:
    return tomllib.loads((DEMO / name).read_text(encoding="utf-8"))


def thread_files() -> list[str]:
    return sorted(f"threads/{path.name}" for path in (DEMO / "threads").glob("*.toml"))


def threads() -> list[Table]:
    return [thread for name in thread_files() for thread in read(name)["thread"]]


def arrivals() -> list[Table]:
    return list(read("arrivals.toml")["arrival"])


def begun_later() -> list[Table]:
    return [arrival["new"] for arrival in arrivals() if "new" in arrival]


def people() -> dict[str, Table]:
    return {person["key"]: person for person in read("workspace.toml")["people"]}


def channels() -> dict[str, Table]:
    return {channel["key"]: channel for channel in read("channels.toml")["channel"]}


def posts() -> dict[str, Table]:
    return {post["key"]: post for post in read("posts.toml")["post"]}


def status(thread: Table) -> Status:
    return Status(thread.get("status", "open"))


def is_ours(message: Table) -> bool:
    return message["from"] == "brand" or message["from"] in people()


def unanswered(thread: Table) -> list[Table]:
    """What the contact said after our last word."""
    ours = [number for number, message in enumerate(thread["messages"]) if is_ours(message)]
    later = thread["messages"][ours[-1] + 1 if ours else 0 :]
    return [message for message in later if message["from"] == "contact"]


def waits_minutes(thread: Table) -> int:
    return int(unanswered(thread)[0]["at"])


def of(whose: str | None, at: Status = Status.OPEN) -> list[Table]:
    return [thread for thread in threads() if status(thread) is at and thread.get("assignee") == whose]


def opened(at: Status = Status.OPEN) -> list[Table]:
    return [thread for thread in threads() if status(thread) is at]


def vips() -> set[tuple[str, str]]:
    return {
        (thread["channel"], thread["contact"]["handle"]) for thread in threads() if thread["contact"].get("vip", False)
    }


def late(among: list[Table]) -> list[str]:
    return sorted(thread["key"] for thread in among if waits_minutes(thread) > TARGET_MINUTES)
