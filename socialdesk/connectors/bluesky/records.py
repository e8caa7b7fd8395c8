"""Makes what is written to a repository: record keys, answers with their facets, likes. Pure."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Any

import regex

from socialdesk.support.clock import to_ms

POST, LIKE = "app.bsky.feed.post", "app.bsky.feed.like"
BLOCK, GATE = "app.bsky.graph.block", "app.bsky.feed.threadgate"
_ALPHABET = "234567abcdefghijklmnopqrstuvwxyz"
_LINK = regex.compile(r"https?://[^\s<>\"']+[^\s<>\"'.,;:!?)\]}»]")
_MENTION = regex.compile(
    r"(?<![\p{L}\p{N}_@.])@([a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)+)"
)
_TAG = regex.compile(r"(?<![\p{L}\p{N}_&])#(\p{L}[\p{L}\p{N}_]{0,63})")


def tid(moment: datetime, about: str) -> str:
    """A record key for a moment (atproto.com/specs/tid): microseconds, then ten bits that follow from `about`."""
    clock = int.from_bytes(hashlib.sha256(about.encode()).digest()[:4]) & 0x3FF
    micros = to_ms(moment) * 1000 + (int.from_bytes(hashlib.sha256(about.encode()).digest()[4:8]) % 1000)
    value = (micros << 10 | clock) & (1 << 63) - 1
    return "".join(_ALPHABET[value >> shift & 31] for shift in range(60, -1, -5))


def key_about(thing: str) -> str:
    """The record key of our like of a post or block of a person: done twice under one key, it is done once."""
    value = int.from_bytes(hashlib.sha256(thing.encode()).digest()[:8]) & (1 << 63) - 1
    return "".join(_ALPHABET[value >> shift & 31] for shift in range(60, -1, -5))


def mentioned_handles(text: str) -> list[str]:
    """The handles a text names with @, each once."""
    return list(dict.fromkeys(found.group(1).lower() for found in _MENTION.finditer(text)))


def facets(text: str, dids: dict[str, str]) -> list[dict[str, Any]]:
    """Links, tags and mentions as byte ranges of the UTF-8 text; a handle without a known DID stays plain."""
    found: list[tuple[int, int, dict[str, Any]]] = []
    found += [
        (link.start(), link.end(), {"$type": "app.bsky.richtext.facet#link", "uri": link.group()})
        for link in _LINK.finditer(text)
    ]
    found += [
        (tag.start(), tag.end(), {"$type": "app.bsky.richtext.facet#tag", "tag": tag.group(1)})
        for tag in _TAG.finditer(text)
    ]
    for name in _MENTION.finditer(text):
        did = dids.get(name.group(1).lower())
        if did:
            found.append((name.start(), name.end(), {"$type": "app.bsky.richtext.facet#mention", "did": did}))
    made: list[dict[str, Any]] = []
    last = -1
    for start, end, feature in sorted(found, key=lambda one: one[:2]):
        if start < last:  # a tag inside a link is part of the link
            continue
        last = end
        index = {"byteStart": len(text[:start].encode()), "byteEnd": len(text[:end].encode())}
        made.append({"index": index, "features": [feature]})
    return made


def answer_record(  # noqa: PLR0917 - the parts of one record
    text: str,
    parent: dict[str, str],
    root: dict[str, str],
    at: datetime,
    language: str,
    dids: dict[str, str],
    images: list[dict[str, Any]],
) -> dict[str, Any]:
    """The record of an answer; the same arguments give the same record, byte for byte."""
    record: dict[str, Any] = {
        "$type": POST,
        "text": text,
        "createdAt": stamp(at),
        "reply": {"root": root, "parent": parent},
    }
    if language:
        record["langs"] = [language]
    marked = facets(text, dids)
    if marked:
        record["facets"] = marked
    if images:
        record["embed"] = {"$type": "app.bsky.embed.images", "images": images}
    return record


def image(blob: dict[str, Any], alt: str, width: int, height: int) -> dict[str, Any]:
    """A picture of a record: its bytes by reference, what it shows, its shape so that nothing jumps as it loads."""
    return {"image": blob, "alt": alt, "aspectRatio": {"width": width, "height": height}}


def stamp(moment: datetime) -> str:
    """A moment as the network writes it: UTC, milliseconds, Z."""
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
