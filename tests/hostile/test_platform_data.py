"""What strangers and broken servers send: read, or parked with its raw form; no crash, no loss, no end of memory."""

from __future__ import annotations

import contextlib
import gzip
import json
import logging
import threading
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socialdesk.connectors.bluesky.mapping import to_direct_message, to_message
from socialdesk.connectors.kit.http import MOST_BYTES, Http
from socialdesk.connectors.kit.manifest import BadManifest, read_manifest
from socialdesk.engine.ingest import Ingest
from socialdesk.model.command_form import UnknownCommand, from_json
from socialdesk.model.contact import Author
from socialdesk.model.event import Event, MessageSeen, Unreadable
from socialdesk.model.saved_reply import fill, has_hole
from socialdesk.model.search import understand
from socialdesk.model.snippet import snippet
from socialdesk.model.text import first_line, graphemes
from socialdesk.model.thread import Kind
from socialdesk.model.words import LONGEST, indexed, words
from socialdesk.store import missing
from socialdesk.store.search import search
from socialdesk.support.clock import HandClock, SystemClock
from tests.model.builders import NOON
from tests.store.conftest import filled

OWN = "did:plc:brand"
NOW = datetime(2026, 6, 13, 12, tzinfo=UTC)
POST: dict[str, Any] = {
    "uri": "at://did:plc:ann/app.bsky.feed.post/3k2a",
    "cid": "bafy1",
    "author": {"did": "did:plc:ann", "handle": "ann.example", "displayName": "Ann", "followersCount": 12},
    "record": {"text": "Is it in stock?", "createdAt": "2026-06-13T12:00:00Z", "langs": ["en"]},
    "viewer": {},
}
DM: dict[str, Any] = {
    "$type": "chat.bsky.convo.defs#messageView",
    "id": "m1",
    "rev": "r1",
    "text": "Hello",
    "sender": {"did": "did:plc:ann"},
    "sentAt": "2026-06-13T12:00:00Z",
}
CONVO: dict[str, Any] = {"id": "c1", "members": [{"did": "did:plc:ann", "handle": "ann.example"}, {"did": OWN}]}

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=True) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
hostile_text = st.one_of(
    st.text(st.characters(categories=None), max_size=200),
    st.sampled_from(
        ["\0", "\ud800", "a" + "\u0301" * 5_000, "\u202e gnp.exe", "🏴‍☠️" * 300, "\U000e0041" * 99, "ﷺ" * 400]
    ),
)


@st.composite
def mutated(draw: st.DrawFn, whole: dict[str, Any]) -> dict[str, Any]:
    """A real shape with some of its parts replaced by anything, or gone."""
    made: dict[str, Any] = json.loads(json.dumps(whole))
    for _ in range(draw(st.integers(0, 3))):
        inside: Any = made
        while isinstance(inside, dict) and inside:
            key = draw(st.sampled_from(sorted(inside)))
            if isinstance(inside[key], dict) and draw(st.booleans()):
                inside = inside[key]
                continue
            if draw(st.booleans()):
                inside[key] = draw(anything | hostile_text)
            else:
                del inside[key]
            break
    return made


def taken(events: Sequence[Event]) -> tuple[int, int]:
    """How many messages and parked events a file holds after taking these, and then a good one."""
    with TemporaryDirectory() as folder:
        cache = filled(Path(folder) / "cache.db", b"\x07" * 32)
        channel = cache.channels()[0]
        ingest = Ingest(cache, channel, cache.connected(channel.id), HandClock(NOON))
        ingest.take([*events, said("good")], "all", "c")
        assert search(cache, "good", NOW).hits
        found = cache.ask("SELECT count(*) FROM message")[0][0], missing.parked(cache)
        assert cache.stream(channel.id, "all").cursor == "c"
        cache.check()
        cache.close()
        return found


def said(text: str, **changes: Any) -> MessageSeen:
    values: dict[str, Any] = {
        "remote_id": "m-good",
        "version": "1",
        "thread_remote_id": "t",
        "kind": Kind.DM,
        "author": Author("a", "a", "A"),
        "text": text,
        "created_at": NOW,
        "permalink": "",
    }
    return MessageSeen(**(values | changes))


@settings(max_examples=60, deadline=None)
@given(mutated(POST), mutated(DM), mutated(CONVO))
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_whatever_a_platform_sends_is_read_or_parked(post: Any, dm: Any, convo: Any) -> None:
    read = to_message(post, post, Kind.MENTION, OWN), to_direct_message(dm, convo, OWN)
    events = [event for event in read if isinstance(event, MessageSeen | Unreadable)]
    assert len(events) == sum(event is not None for event in read)
    messages, parked = taken_quietly(events)
    assert messages + parked == 1 + len(events)


def taken_quietly(events: Sequence[Event]) -> tuple[int, int]:
    """As `taken`; that an event is parked is logged, which is right."""
    logging.disable(logging.CRITICAL)
    try:
        return taken(events)
    finally:
        logging.disable(logging.NOTSET)


@settings(max_examples=60, deadline=None)
@given(hostile_text, hostile_text)
def test_hostile_words_are_kept_and_found_again_beside_others(text: str, name: str) -> None:
    event = said(text, remote_id="m-bad", author=Author("b", name, name), raw=json.dumps({"text": text}))
    messages, parked = taken_quietly([event])
    assert (messages, parked) in {(2, 0), (1, 1)}


@pytest.mark.parametrize(
    "text",
    ["x" * 10_000_000, "e" + "\u0301" * 100_000, "\0" * 10_000, "\udcff" * 10_000, "東" * 500_000, "🎉" * 200_000],
    ids=["ten megabytes", "combining marks", "nuls", "lone surrogates", "no spaces", "emoji"],
)
def test_huge_messages_are_taken_and_what_is_searched_of_them_is_bounded(text: str) -> None:
    messages, parked = taken_quietly([said(text, remote_id="m-bad")])
    assert (messages, parked) in {(2, 0), (1, 1)}
    assert len(indexed(text)) <= LONGEST * 16
    assert len(first_line(text)) <= 400


@settings(max_examples=300, deadline=None)
@given(hostile_text)
def test_words_go_into_the_index_and_come_out_alike(text: str) -> None:
    fitted = indexed(text)
    fitted.encode()
    assert "\0" not in fitted
    for word in words(text)[:5]:
        assert word
    understood = understand(text, NOW)
    shown, lit = snippet(text, understood.terms)
    assert all(start >= 0 and start + length <= len(shown) for start, length in lit)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=60) | anything.map(lambda value: json.dumps(value, default=str)))
def test_nothing_written_elsewhere_breaks_a_reader(text: str) -> None:
    with contextlib.suppress(UnknownCommand):
        from_json(text)
    fill(text, {"name": "Ann"})
    has_hole(text)
    graphemes(text)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_a_manifest_is_read_or_refused(text: str) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "manifest.toml"
        file.write_bytes(text.encode("utf-8", "surrogatepass"))
        with pytest.raises(BadManifest):
            read_manifest(file)


@pytest.fixture
def rude() -> Iterator[str]:
    """A server that answers each path in a way of its own."""

    class Rude(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            bodies = {
                "/deep": b"[" * 100_000,
                "/bomb": gzip.compress(b"0" * (MOST_BYTES * 4)),
                "/latin": b'{"text": "\xe9"}',
                "/html": b"<html>",
                "/numbers": b'{"n": ' + b"9" * 5000 + b"}",
            }
            body = bodies[self.path]
            self.send_response(200)
            if self.path == "/bomb":
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *words: Any) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Rude)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.anyio
@pytest.mark.parametrize("path", ["deep", "bomb", "latin", "html", "numbers"])
async def test_a_body_that_is_no_answer_is_an_error_and_stays_small(rude: str, path: str) -> None:
    http = Http(SystemClock())
    answer = await http.ask("GET", f"{rude}/{path}")
    await http.close()
    assert len(answer.body) <= MOST_BYTES
    with pytest.raises(ValueError):  # noqa: PT011 - its words are Python's own
        answer.json()


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"
