"""Folders with very many mails and mails of very many bytes on a real Dovecot: read in bounded pieces, without gap."""

from __future__ import annotations

import os
from base64 import b64encode
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from socialdesk.connectors.email import bodies, imap, reading
from socialdesk.connectors.email.imap import Folder, Imap
from socialdesk.connectors.email.imap_words import Word
from tests.connectors.email.conftest import Box, all_of, letter, said

pytestmark = [pytest.mark.anyio, pytest.mark.peer_mail]


def numbered(uids: Iterator[int] | range) -> Iterator[tuple[int, bytes]]:
    return ((uid, letter(f"Question {uid}", id_=f"{uid}@x").encode()) for uid in uids)


def resident() -> int:
    """How much memory this process has, in bytes."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE")


async def test_a_folder_of_many_mails_is_read_in_windows_without_gap_whatever_its_numbers(
    box: Box, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "WINDOW", 50)
    monkeypatch.setattr(reading, "PAGE", 25)
    uids = [*range(1, 120), 150, 201, *range(40_000, 40_060), 3_000_000_000, *range(3_000_000_010, 3_000_000_020)]
    box.server.seed(box.address, numbered(iter(uids)), 3_000_000_500)
    asked: list[int] = []
    search = Imap.search

    async def counting(line: Imap, *words: str | bytes) -> list[int]:
        found = await search(line, *words)
        asked.append(len(found))
        return found

    opened: list[bytes] = []
    look_into = Imap.look_into

    async def noting(line: Imap, name: bytes, *, to_change: bool = False) -> Folder:
        opened.append(name)
        return await look_into(line, name, to_change=to_change)

    monkeypatch.setattr(Imap, "search", counting)
    session = await box.session()
    monkeypatch.setattr(Imap, "look_into", noting)
    seen, cursor = await all_of(session)
    assert len(opened) == 2, "a large folder is opened at the beginning and the end of the first download"
    assert [int(one.thread_remote_id.partition("@")[0]) for one in seen] == uids
    # No answer names more numbers than fit a window, but where a window grew over a gap.
    assert max(asked) <= 70
    assert len(asked) < 45
    box.put(letter(id_="new@x"))
    asked.clear()
    later, _ = await all_of(session, cursor=cursor)
    assert [one.thread_remote_id for one in later] == ["new@x"]
    assert len(asked) == 1


@pytest.mark.soak
@pytest.mark.timeout(3600)
async def test_a_hundred_thousand_mails_are_read_once_each_and_memory_does_not_grow(box: Box) -> None:
    many = 100_000
    box.server.seed(box.address, numbered(range(1, many + 1)), many + 1)
    session = await box.session()
    seen: Counter[str] = Counter()
    held: list[int] = []
    cursor: str | None = None
    while True:
        page = await session.pull("inbox", cursor, datetime.now(UTC))
        seen.update(one.thread_remote_id for one in said(page))
        cursor = page.next_cursor
        held.append(resident())
        if not page.has_more:
            break
    assert len(seen) == many
    assert set(seen.values()) == {1}
    # What is remembered of mails is full at 20,000 of them; names counted here are about 100 bytes each.
    grown = held[-1] - held[len(held) // 3]
    told = f"{len(held)} pages; MB: {held[0] >> 20} at first, {held[-1] >> 20} at the end, {grown >> 20} in two thirds"
    assert grown < 30 << 20, told


def mixed(*parts: str, kind: str = "mixed") -> str:
    head = f"From: ann@example.org\nMessage-ID: <big@x>\nSubject: Big\nContent-Type: multipart/{kind}; boundary=b\n\n"
    return head + "".join(f"--b\n{one}\n" for one in parts) + "--b--\n"


FILM = "Content-Type: video/mp4; name=film.mp4\nContent-Transfer-Encoding: base64\n\n" + ("A" * 76 + "\n") * 5_000
HTML = "Content-Type: text/html; charset=utf-8\n\n<p>Vu dans le film&nbsp;: <b>la fin</b></p>"
LATE = "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nTr=E8s bien."


@pytest.mark.parametrize(
    ("mail", "text", "files"),
    [
        (mixed(FILM, LATE), "Big\n\nTrès bien.", ["film.mp4"]),
        (mixed(FILM, HTML), "Big\n\nVu dans le film : la fin", ["film.mp4"]),
        (mixed(FILM, HTML, LATE, LATE), "Big\n\nTrès bien.\n\nTrès bien.", ["film.mp4"]),
        (
            mixed(FILM, "Content-Type: text/plain\nContent-Disposition: attachment; filename=note.txt\n\nA note."),
            "Big",
            ["film.mp4", "note.txt"],
        ),
        (mixed(FILM, f"Content-Type: message/rfc822\n\n{letter(id_='in@x')}"), "Big", ["film.mp4", ""]),
    ],
    ids=["plain", "html", "several", "a file of text", "a mail in a mail"],
)
async def test_the_words_of_a_large_mail_are_read_wherever_they_stand_and_its_files_are_only_named(
    box: Box, monkeypatch: pytest.MonkeyPatch, mail: str, text: str, files: list[str]
) -> None:
    loaded: list[int] = []
    fetch = Imap.fetch

    async def counting(line: Imap, uids: list[int], what: str) -> dict[int, dict[str, Word]]:
        found = await fetch(line, uids, what)
        loaded.extend(len(value) for items in found.values() for value in items.values() if isinstance(value, bytes))
        return found

    box.put(mail)
    session = await box.session()
    monkeypatch.setattr(Imap, "fetch", counting)
    (seen,), _ = await all_of(session)
    assert (seen.text, [one.alt for one in seen.attachments]) == (text, files)
    assert sum(loaded) < 5_000


async def test_of_a_very_long_text_the_beginning_is_read_with_no_half_letter_at_its_end(
    box: Box, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "FIRST_BYTES", 3_001)
    box.put("From: a@x\nMessage-ID: <a@x>\nContent-Type: text/plain; charset=utf-8\n\n" + "é" * 5_000)
    encoded = b64encode("é".encode() * 5_000).decode()
    lines = "\n".join(encoded[at : at + 76] for at in range(0, len(encoded), 76))
    head = (
        "From: a@x\nMessage-ID: <b@x>\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
    )
    box.put(head + lines)
    session = await box.session()
    whole, coded = (await all_of(session))[0]
    assert whole.text == "é" * 1_500
    assert set(coded.text) == {"é"}
    assert 1_000 < len(coded.text) < 1_150


async def test_headers_without_end_keep_neither_their_mail_out_nor_those_behind_it(
    box: Box, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(imap, "MOST_LITERAL", 600_000)
    padding = "".join(f"X-Padding-{number}: {'x' * 900}\n" for number in range(1_000))
    box.put(letter("Kettle", "It is broken.", id_="long@x").replace("\n\n", f"\n{padding}\n", 1))
    box.put(letter(id_="behind@x"))
    session = await box.session()
    first, behind = (await all_of(session))[0]
    assert (first.text, behind.thread_remote_id) == ("Kettle\n\nIt is broken.", "behind@x")


async def test_a_large_report_of_a_failed_delivery_still_belongs_to_the_mail_it_names(box: Box) -> None:
    sent = letter("Kettle", id_="ours@x", sender=box.address)
    report = mixed(
        "Content-Type: text/plain\n\nNot delivered.",
        "Content-Type: message/delivery-status\n\nAction: failed\nStatus: 5.1.1",
        f"Content-Type: message/rfc822\n\n{sent}" + "word " * 80_000,
        kind="report; report-type=delivery-status",
    )
    box.put(report)
    session = await box.session()
    (seen,), _ = await all_of(session)
    assert (seen.thread_remote_id, seen.tags) == ("ours@x", ("undelivered",))


@pytest.mark.parametrize(
    ("odd", "files", "texts"),
    [
        (None, [], 0),
        ("x", [], 0),
        (b"x", [], 0),
        ([], [], 0),
        ([[]], [], 0),
        ([[[]], b"MIXED"], [], 0),
        ([b"TEXT"], ["text/"], 0),
        ([None, None], ["/"], 0),
        ([b"TEXT", b"PLAIN", b"x"], [], 1),
    ],
    ids=str,
)
def test_what_a_structure_tells_of_is_taken_with_care(odd: Word, files: list[str], texts: int) -> None:
    assert [one.media_type for one in bodies.files(odd)] == files
    plain, html = bodies.texts(odd)
    assert (len(plain), len(html)) == (texts, 0)
    assert not bodies.is_report(odd)
