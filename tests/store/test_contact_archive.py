"""The page that a person gets of all that is held about them."""

from __future__ import annotations

from typing import Any

from socialdesk.store.contact_archive import page


def test_it_says_whom_each_mail_went_to_and_everything_in_it_is_text() -> None:
    people = [
        {"place": "to", "address": "hello@brand.example", "name": "Maison Léa"},
        {"place": "to", "address": "bob@firm.example", "name": "bob@firm.example"},
        {"place": "cc", "address": "dan@firm.example", "name": "<b>Dan</b>"},
        {"place": "asked", "address": "ann@home.example", "name": ""},
    ]
    mail: dict[str, Any] = {"from": "Ann", "at": "2026-11-29", "text": "Where is it?", "recipients": people}
    thread = {"kind": "dm", "status": "open", "messages": [mail], "notes": [], "drafts": ["Here"]}
    record: dict[str, Any] = {
        "profile": {"name": "Ann"},
        "accounts": [],
        "threads": [thread],
        "elsewhere": [{"from": "Ann", "at": "", "text": "A comment", "recipients": []}],
    }
    said = page(record)
    assert "<p>To: Maison Léa &lt;hello@brand.example&gt;, bob@firm.example</p>" in said
    assert "<p>Cc: &lt;b&gt;Dan&lt;/b&gt; &lt;dan@firm.example&gt;</p>" in said
    assert "<p>Answers to: ann@home.example</p><blockquote>Where is it?" in said
    assert said.count("To: ") == 1, "what went to nobody in particular says nothing of it"
