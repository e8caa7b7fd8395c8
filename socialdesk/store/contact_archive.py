"""Writes the record of one person into a file for them: a page that anybody can read, and the same as data."""

from __future__ import annotations

import html
import json
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from socialdesk.model.message import Place

_PAGE = """<!doctype html><meta charset="utf-8"><title>{title}</title>
<style>body{{font:15px/1.5 sans-serif;max-width:44em;margin:2em auto}}time{{opacity:.7}}blockquote{{margin:.3em 0 1em;
white-space:pre-wrap;border-left:3px solid currentColor;padding-left:.8em}}</style><h1>{title}</h1>{body}"""
_PLACES = {Place.TO: "To:", Place.CC: "Cc:", Place.ASKED: "Answers to:"}


def write_archive(record: dict[str, Any], to: Path) -> None:
    """Write a .zip with contact.html and contact.json, for its owner's eyes alone. Raises OSError."""
    to.touch(mode=0o600)
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("contact.json", json.dumps(record, ensure_ascii=False, indent=1))
        archive.writestr("contact.html", page(record))


def page(record: dict[str, Any]) -> str:
    """The record as a page that anybody can read; everything in it is text, nothing loads from anywhere."""
    said = html.escape
    parts = [f"<p>{said(key)}: {said(str(value))}</p>" for key, value in record["profile"].items() if value]
    parts += [f"<p>{said(one['platform'])}: {said(one['id'])}</p>" for one in record["accounts"]]
    for thread in record["threads"]:
        parts.append(f"<h2>{said(thread['kind'])}, {said(thread['status'])}</h2>")
        parts += [_line(message) for message in thread["messages"]]
        parts += [_line({"from": "Note", **note}) for note in thread["notes"]]
        parts += [_line({"from": "Draft", "at": "", "text": text}) for text in thread["drafts"]]
    if record["elsewhere"]:
        parts.append("<h2>In threads of others</h2>")
        parts += [_line(message) for message in record["elsewhere"]]
    return _PAGE.format(title=said(record["profile"]["name"]), body="\n".join(parts))


def _line(message: dict[str, Any]) -> str:
    said = html.escape
    earlier = "".join(f"<p>Before: {said(text)}</p>" for text in message.get("earlier_texts", ()))
    when = said(str(message["at"] or ""))
    people = "".join(f"<p>{said(line)}</p>" for line in _went_to(message.get("recipients", ())))
    return (
        f"<p>{said(message['from'])} <time>{when}</time></p>{people}"
        f"<blockquote>{said(message['text'])}{earlier}</blockquote>"
    )


def _went_to(recipients: Sequence[Mapping[str, str]]) -> Iterator[str]:
    """Whom a message went to, a line each for those it was for, had a copy, or want the answers."""
    for place, words in _PLACES.items():
        some = [
            f"{one['name']} <{one['address']}>" if one["name"] not in {"", one["address"]} else one["address"]
            for one in recipients
            if one["place"] == place.value
        ]
        if some:
            yield f"{words} {', '.join(some)}"
