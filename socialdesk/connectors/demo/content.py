"""Reads the demo's content from the files that ship with the program; the form is told in resources/demo/README.md."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from socialdesk.support.resources import resource

Table = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Content:
    """Everything that is told of the made-up world."""

    workspace: Table
    channels: dict[str, Table]
    posts: dict[str, Table]
    threads: dict[str, Table]
    arrivals: tuple[Table, ...]
    replies: tuple[Table, ...]


@cache
def content() -> Content:
    """The content, read once. Raises FileNotFoundError when the installation is damaged."""
    threads: dict[str, Table] = {}
    for file in sorted(resource("demo", "threads").glob("*.toml")):
        for thread in tomllib.loads(file.read_text(encoding="utf-8"))["thread"]:
            threads[thread["key"]] = thread
    return Content(
        workspace=_read("workspace.toml"),
        channels={channel["key"]: channel for channel in _read("channels.toml")["channel"]},
        posts={post["key"]: post for post in _read("posts.toml")["post"]},
        threads=threads,
        arrivals=tuple(_read("arrivals.toml")["arrival"]),
        replies=tuple(_read("saved_replies.toml")["reply"]),
    )


def _read(name: str) -> Table:
    return tomllib.loads(resource("demo", name).read_text(encoding="utf-8"))
