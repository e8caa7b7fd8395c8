"""Mails and pages made to keep a reader busy, or to make it fail, are read soon."""

from __future__ import annotations

import pytest

from socialdesk.connectors.email import html_text, letters, mapping
from tests.model.builders import NOON

soon = pytest.mark.timeout(60)
"""Many times what any of these needs; what is read again and again for each of its letters needs minutes."""
_DEEP = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (i, i) for i in range(10_000))
HOSTILE = {
    "nested multiparts": _DEEP[: 256 * 1024],
    "nested mails": b"Content-Type: message/rfc822\r\n\r\n" * 8_000,
    "many parts": b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + b"--b\r\n\r\nx\r\n" * 25_000,
    "no end": b"Content-Type: multipart/mixed; boundary=\r\n\r\n--\r\n--\r\n",
    "parentheses": b"From: " + b"(" * 100_000 + b"\r\n\r\nx",
    "brackets": b"From: " + b"<" * 100_000 + b"\r\nTo: " + b"a@" * 50_000 + b"\r\n\r\nx",
    "quotes": b'From: "' + b'\\"' * 50_000 + b"\r\n\r\nx",
    "encoded words": b"Subject: " + b"=?utf-8?q?" * 20_000 + b"\r\n\r\nx",
    "long header": b"References: " + b"<a@b> " * 40_000 + b"\r\n\r\nx",
    "binary": bytes(range(256)) * 1_000,
    "nothing": b"",
    "base64": b"Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!!" + b"A" * 200_001,
    "uu": b"Content-Type: text/plain\r\nContent-Transfer-Encoding: x-uuencode\r\n\r\nbegin 644 a\r\n~~~\r\n",
    "name": b"Content-Type: text/plain; name*0*=utf-8''%FF; name*2*=%00; name*1*=../../etc\r\n\r\nx",
    "quoted": b"Subject: Re: x\r\nReferences: <a@b>\r\n\r\n"
    + b"> " * 100_000
    + b"\nOn "
    + b"a wrote " * 10_000
    + b":\n> x",
    "calendar": b"Content-Type: text/calendar\r\n\r\nBEGIN:VEVENT\r\nA" + b";" * 90_000 + b'"' * 30_001,
    "armor": b"\r\n" + b"-----BEGIN PGP MESSAGE-----\n-----BEGIN PGP SIGNATURE-----\nA: b\n" * 4_000,
    "calendars": b"Content-Type: text/calendar\r\n\r\n" + b"BEGIN:VEVENT\r\n" * 12_000,
    "From: lines": b"Subject: Re: x\r\n\r\n" + b"From: a\n" * 30_000,
}
HTML = {
    "<": "<" * 200_000,
    "<!": "<!" * 100_000,
    "<!--": "<!--" * 50_000,
    "<a ": "<a " * 70_000,
    "</": "</" * 100_000,
    "quote": "<a b='" * 40_000,
    "both": "<a b='\" " * 25_000,
    "script": "<script>" + "</s" * 60_000,
    "title": "<title></title " * 14_000,
    "deep": "<div>" * 40_000,
    "blockquotes": "<blockquote>x" * 15_000,
    "style": "<p style='" + "a" * 200_000,
    "links": "<a href='https://x'>y" * 12_000,
    "entities": "&#" * 50_000 + "&amp" * 20_000,
}


@soon
@pytest.mark.parametrize("often", ["a", "a-", "a ", "a= ", "\n"])
def test_what_stands_in_a_tag_is_gone_through_once(often: str) -> None:
    tag = f"<a {often * (3_990 // len(often))}>there</a>"
    for _ in range(5):
        assert "there" in html_text.to_text(tag * 90)


@soon
@pytest.mark.parametrize("what", HOSTILE)
def test_a_mail_made_to_do_harm_is_read_soon(what: str) -> None:
    event = mapping.to_message(letters.read(HOSTILE[what]), NOON, "", "brand@example.org")
    assert len(event.text) < 110_000
    assert "\x00" not in event.text + event.author.name + event.author.handle


@soon
@pytest.mark.parametrize("what", HTML)
def test_html_made_to_do_harm_is_read_soon(what: str) -> None:
    text = html_text.to_text(HTML[what])
    assert "<a" not in text
