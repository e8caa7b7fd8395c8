"""What is read of a mail, however it is made: words, files, people, what a machine wrote; nobody can make it fail."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socialdesk.connectors.email import html_text, letters, mapping, writing
from socialdesk.connectors.email.charsets import header_text
from socialdesk.connectors.email.imap_words import Unreadable, as_set, numbers, read
from socialdesk.connectors.email.letters import Person
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.model.answering_all import MOST, everybody_of
from socialdesk.model.message import Place, Recipient
from tests.connectors.email.conftest import letter

NOW = datetime(2026, 6, 13, 12, tzinfo=UTC)


def mapped(mail: str | bytes, root: str = "") -> mapping.MessageSeen:
    data = mail if isinstance(mail, bytes) else mail.encode()
    return mapping.to_message(letters.read(data), NOW, root, "brand@example.org")


@pytest.mark.parametrize(
    ("head", "body", "words"),
    [
        ("text/plain; charset=utf-8", "Grüße ☕".encode(), "Grüße ☕"),
        ("text/plain; charset=iso-8859-1", "Grüße – “gut”".encode("cp1252"), "Grüße – “gut”"),
        ("text/plain; charset=us-ascii", "Grüße".encode(), "Grüße"),
        ("text/plain; charset=us-ascii", "Grüße".encode("cp1252"), "Grüße"),
        ("text/plain; charset=shift_jis", "こんにちは".encode("shift_jis"), "こんにちは"),
        ("text/plain; charset=gb2312", "你好朋友".encode("gb18030"), "你好朋友"),
        ("text/plain; charset=koi8-r", "Привет".encode("koi8-r"), "Привет"),
        ("text/plain; charset=utf-16", "Hello".encode("utf-16"), "Hello"),
        ("text/plain; charset=nonsense", "Grüße".encode(), "Grüße"),
        ("text/plain; charset=zlib", b"x\x9c plain", "xœ plain"),
        ("text/plain; charset=rot13", b"uryyb", "uryyb"),
        ("text/plain; charset=unicode_escape", b"\\u0041", "\\u0041"),
        ("text/plain", b"a\x00b\x1b[31mc\rd", "ab[31mc\nd"),
        ("text/html; charset=utf-8", "<p>Grüße&nbsp;&#9749;<script>x()</script>".encode(), "Grüße ☕"),
    ],
)
def test_letters_of_every_charset_are_read(head: str, body: bytes, words: str) -> None:
    assert letters.read(f"Content-Type: {head}\n\n".encode() + body).text == words


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("=?utf-8?q?Kettle_=E2=98=95?= kaputt", "Kettle ☕ kaputt"),
        ("=?utf-8?b?w4kg?=\n =?utf-8?b?w6k=?=", "É é"),
        ("=?iso-8859-1?Q?Gr=FC=DFe?=", "Grüße"),
        ("=?utf-8*en?q?a?=", "a"),
        ("Grüße".encode().decode("ascii", "surrogateescape"), "Grüße"),
        ("Grüße".encode("latin-1").decode("ascii", "surrogateescape"), "Grüße"),
        ("=?nonsense?q?a=FF?=", "aÿ"),
        ("=?utf-8?b?a?=", "=?utf-8?b?a?="),
        ("a\x00\x1bb", "ab"),
    ],
)
def test_headers_of_every_kind_are_read(raw: str, words: str) -> None:
    assert header_text(raw) == words


def test_html_is_what_a_person_would_read() -> None:
    html = """<html><head><title>T</title><style>p{}</style></head><body>
      <div style="display:none">hidden&zwnj;</div><span hidden>h</span><img src="https://track.example/x.gif" alt="A">
      <p>Hello <b>you</b>,<br>see <a href="https://a.example/x?y=1">this</a> and
      <a href="https://b.example/">b.example</a>, not <a href="javascript:x()">that</a>.</p>
      <ul><li>one</li><li>two</li></ul><pre>a
  b</pre><table><tr><td>x</td><td>y</td></tr></table><!-- no --><svg><text>no</text></svg>
      <p title="a > b">1 < 2 &lt;3</p></body></html>"""
    assert html_text.to_text(html) == (
        "Hello you,\nsee this (https://a.example/x?y=1) and b.example, not that.\n\n"
        "• one\n• two\n\na\n  b\n\nx y\n\n1 < 2 <3"
    )


def test_files_are_named_and_the_words_are_the_plain_ones() -> None:
    mail = (
        "From: =?utf-8?q?L=C3=A9a?= <LEA@Example.org>\nSubject: S\nMessage-ID: <a@b>\n"
        "Content-Type: multipart/mixed; boundary=m\n\n--m\nContent-Type: multipart/alternative; boundary=a\n\n"
        "--a\nContent-Type: text/plain\n\nPlain.\n--a\nContent-Type: text/html\n\n<p>Rich.\n--a--\n"
        '--m\nContent-Type: image/png; name="=?utf-8?q?caf=C3=A9=2Epng?="\nContent-Transfer-Encoding: base64\n\nAAAA\n'
        "--m\nContent-Type: message/rfc822\n\nSubject: inner\n\nInner.\n"
        '--m\nContent-Type: application/pdf\nContent-Disposition: attachment; filename="../../etc/x.pdf"\n\nx\n--m--\n'
    )
    event = mapped(mail)
    assert (event.text, event.author.name, event.author.remote_id) == ("S\n\nPlain.", "Léa", "lea@example.org")
    assert [(one.kind, one.url, one.alt) for one in event.attachments] == [
        ("image", "mail-part:2", "café.png"),
        ("file", "mail-part:3", ""),
        ("file", "mail-part:4", "x.pdf"),
    ]


@pytest.mark.parametrize(
    ("mail", "tags"),
    [
        (letter(), ()),
        (letter(Auto_Submitted="no"), ()),
        (letter(Auto_Submitted="auto-replied (vacation)"), ("automatic",)),
        (letter(Auto_Submitted="auto-generated"), ("automatic",)),
        (letter(Precedence="bulk"), ("automatic",)),
        (letter(List_Id="<news.example.org>"), ("automatic",)),
        (letter(X_Auto_Response_Suppress="OOF, AutoReply"), ("automatic",)),
        (letter(Return_Path="<>"), ("automatic",)),
        (letter(sender="MAILER-DAEMON@mx.example"), ("automatic",)),
        (letter(sender="no-reply@shop.example"), ("automatic",)),
        (letter(sender="norah@shop.example"), ()),
        (letter(Return_Path="<>", X_Failed_Recipients="x@y"), ("undelivered",)),
    ],
)
def test_what_a_machine_wrote_is_known(mail: str, tags: tuple[str, ...]) -> None:
    assert mapped(mail).tags == tags


def test_a_report_that_a_mail_was_not_delivered_stands_in_its_conversation() -> None:
    report = (
        "From: MAILER-DAEMON@mx.example\nSubject: Undelivered\nMessage-ID: <r@mx>\n"
        "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n"
        "--b\nContent-Type: text/plain\n\nNo such user.\n"
        "--b\nContent-Type: message/delivery-status\n\nFinal-Recipient: rfc822; x@y\nStatus: 5.1.1\n"
        "--b\nContent-Type: {}\n\nMessage-ID: <ours@x>\nReferences: <root@x> <second@x>\n\n--b--\n"
    )
    for how in ("message/rfc822", "text/rfc822-headers"):
        read_ = letters.read(report.format(how).encode())
        assert (read_.is_bounce, read_.in_reply_to) == (True, ("root@x",))
        assert mapping.words(read_) == "Undelivered\n\nNo such user."


def test_two_mails_of_one_message_id_are_two_and_one_in_two_folders_is_one() -> None:
    one, other = letter("First", id_="same@form"), letter("Second", id_="same@form")
    names = {mapped(mail).remote_id for mail in (one, other, one)}
    assert len(names) == 2
    assert {mapping.message_id_of(name) for name in names} == {"same@form"}
    bare = mapping.remote_id(letters.read(b"Subject: x\n\n"), NOW)
    assert (mapping.message_id_of(bare), mapping.arrived_of(bare)) == ("", int(NOW.timestamp()))


@pytest.mark.parametrize(
    ("heads", "alone", "everybody"),
    [
        ("To: brand@example.org", "ann@x.example", []),
        ("To: brand@example.org, Ann <ANN@x.example>", "ann@x.example", []),
        ("To: bob@x.example\nCc: brand@example.org", "ann@x.example", ["ann@x.example", "bob@x.example"]),
        ("To: bob@x.example\nReply-To: desk@x.example", "desk@x.example", ["desk@x.example", "bob@x.example"]),
        ("To: brand@example.org\nReply-To: a@x.example, b@x.example", "a@x.example", ["a@x.example", "b@x.example"]),
        # A name the server knows the mailbox by is ours, whoever writes it where.
        ("To: shop@x.example, bob@x.example\nDelivered-To: shop@x.example", "ann@x.example",
         ["ann@x.example", "bob@x.example"]),
        # A list that asks for answers itself: one person is answered, the list only with all.
        ("To: talk@l.example\nReply-To: talk@l.example\nList-Id: <talk.l.example>", "ann@x.example",
         ["ann@x.example", "talk@l.example"]),
        ("To: brand@example.org\nReply-To: talk@l.example\nList-Post: <mailto:talk@l.example>", "ann@x.example", []),
    ],
)  # fmt: skip
def test_one_person_is_answered_and_to_all_is_a_choice(heads: str, alone: str, everybody: list[str]) -> None:
    mail = f"From: Ann <ann@x.example>\nMessage-ID: <q@x>\n{heads}\n\nHi"
    read = letters.read(mail.encode())
    assert writing.answer(read, Person("brand@example.org"), "key@x", "Hi", NOW).to == (alone,)
    event = mapped(mail)
    writer = Recipient(Place.TO, event.author.remote_id, event.author.name)
    assert [one.address for one in everybody_of(writer, event.recipients)] == everybody


def test_hundreds_are_not_answered_at_once() -> None:
    crowd = ", ".join(f"p{number}@x.example" for number in range(MOST + 1))
    event = mapped(f"From: ann@x.example\nTo: {crowd}\n\nHi")
    assert len(event.recipients) == MOST + 1
    assert everybody_of(Recipient(Place.TO, "ann@x.example"), event.recipients) == ()


def test_every_header_that_is_read_is_asked_for_where_a_mail_is_known_by_its_headers_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: set[str] = set()

    class Noting(dict[str, str]):
        def get(self, key: str, default: str = "") -> str:
            asked.add(key)
            return super().get(key, default)

        def __contains__(self, key: object) -> bool:
            asked.add(str(key))
            return super().__contains__(key)

    monkeypatch.setattr(letters, "_headers", lambda _: Noting({"return-path": "<>", "from": "ann@x.example"}))
    letters.read(b"From: ann@x.example\n\nHi")
    letters.read(b"Content-Type: multipart/report; report-type=delivery-status\n\n")
    assert asked | {"content-type"} == set(letters.FIELDS)


PGP = "-----BEGIN PGP MESSAGE-----\n\nhQEM\n-----END PGP MESSAGE-----"
_P7M = "Content-Type: application/pkcs7-mime; {}name=smime.p7m\nSubject: Hi\n\nMII"
_PGP_MIME = f"""Content-Type: multipart/encrypted; boundary=b
Subject: Hi

--b
Content-Type: application/pgp-encrypted

Version: 1
--b
Content-Type: application/octet-stream; name=encrypted.asc

{PGP}
--b--"""
_CLEAR_SIGNED = """Subject: Hi

-----BEGIN PGP SIGNED MESSAGE-----
Hash: SHA256

Hello
-----BEGIN PGP SIGNATURE-----

iQ
-----END PGP SIGNATURE-----"""
_SIGNED = """Content-Type: multipart/signed; boundary=b
Subject: Hi

--b

Hello
--b
Content-Type: application/pkcs7-signature; name=smime.p7s

MII
--b--"""


@pytest.mark.parametrize(
    ("mail", "words", "files", "tags"),
    [
        (_PGP_MIME, "Hi", ["encrypted.asc"], ("encrypted",)),
        (_P7M.format(""), "Hi", ["smime.p7m"], ("encrypted",)),
        (_P7M.format("smime-type=signed-data; "), "Hi", ["smime.p7m"], ()),
        (f"Subject: Hi\n\n{PGP}", "Hi\n\n[…]", [], ("encrypted",)),
        (_CLEAR_SIGNED, "Hi\n\nHello", [], ()),
        (_SIGNED, "Hi\n\nHello", [], ()),
    ],
)
def test_what_only_a_key_can_read_says_so_and_a_signature_is_no_file(
    mail: str, words: str, files: list[str], tags: tuple[str, ...]
) -> None:
    event = mapped(f"From: ann@x.example\n{mail}")
    assert (event.text, [one.alt for one in event.attachments], event.tags) == (words, files, tags)


INVITATION = """BEGIN:VCALENDAR
METHOD:REQUEST
BEGIN:VTIMEZONE
TZID:Europe/Paris
BEGIN:STANDARD
DTSTART:19701025T030000
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
SUMMARY;LANGUAGE=fr:Visite\\, ate
 lier
DTSTART;TZID="Europe/Paris":20261201T100000
DTEND;TZID=Europe/Paris:20261201T113000
LOCATION:Rue 5\\; Lille
BEGIN:VALARM
SUMMARY:Wake up
END:VALARM
END:VEVENT
BEGIN:VEVENT
SUMMARY:Another
END:VEVENT
END:VCALENDAR
"""


@pytest.mark.parametrize(
    ("calendar", "words"),
    [
        (INVITATION, "Visite, atelier\n2026-12-01 10:00 – 11:30 (Europe/Paris)\nRue 5; Lille"),
        (INVITATION.replace("REQUEST", "CANCEL").replace("LOCATION", "X-L"),
         "Visite, atelier\n2026-12-01 10:00 – 11:30 (Europe/Paris)\nCANCELLED"),
        ("BEGIN:VEVENT\nDTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20261225\nSUMMARY:Closed", "Closed\n2026-12-24"),
        ("BEGIN:VEVENT\nDTSTART:20261231T230000Z\nDTEND:20270101T010000Z", "2026-12-31 23:00 – 2027-01-01 01:00 (UTC)"),
        ("END:VEVENT\nDTSTART:soon\nBEGIN:VEVENT\nDTSTART:99\n;;:::\nSUMMARY", ""),
    ],
)  # fmt: skip
def test_an_invitation_without_words_says_what_when_and_where(calendar: str, words: str) -> None:
    head = "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: {}\n\n{}\n"
    alone = head.format("text/calendar; name=invite.ics", calendar) + "--b--\n"
    read = letters.read(alone.encode())
    assert read.text == words
    assert [one.name for one in read.parts] == ["invite.ics"]
    with_words = head.format("text/plain", "Come!") + alone.partition("\n\n")[2]
    assert letters.read(with_words.encode()).text == "Come!"


def test_what_the_own_site_sends_for_somebody_is_theirs() -> None:
    form = mapped(letter(sender="brand@example.org", Reply_To="Ann <ann@x.org>"))
    assert (form.author.is_own, form.author.remote_id) == (False, "ann@x.org")
    own = mapped(letter(sender="brand@example.org", To="Ann <ann@x.org>, bob@x.org"))
    assert (own.author.is_own, own.contact and own.contact.remote_id) == (True, "ann@x.org")


@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=200))
@settings(max_examples=60, deadline=None)
def test_no_word_of_a_stranger_becomes_a_header_of_ours(subject: str, name: str, text: str) -> None:
    parent = letters.read(b"From: Ann <ann@x.org>\nMessage-ID: <q@x>\n\nHi")
    parent = replace(parent, subject=subject, sender=Person("ann@x.org", name))
    written = writing.answer(parent, Person("brand@example.org", name), "key@example.org", text, NOW)
    back = letters.read(written.data)
    assert written.data.isascii()
    assert (back.message_id, back.in_reply_to, back.references) == ("key@example.org", ("q@x",), ("q@x",))
    assert (back.sender.address, [one.address for one in back.to]) == ("brand@example.org", ["ann@x.org"])
    assert b"\nBcc" not in written.data


@pytest.mark.parametrize("sender", ["", "nobody", "a b@c", "x@y> RCPT TO:<z@w", "a@b\r\nBcc: z@w"])
def test_where_there_is_no_address_nothing_is_written(sender: str) -> None:
    parent = letters.read(b"Message-ID: <q@x>\n\nHi")
    parent = replace(parent, sender=Person(sender))
    with pytest.raises(ConnectorError):
        writing.answer(parent, Person("brand@example.org"), "key@x", "Hi", NOW)


def test_an_address_in_other_letters_is_written_as_servers_do() -> None:
    parent = letters.read("From: Jürgen <jürgen@müller.example>\nMessage-ID: <q@x>\n\nHi".encode())
    written = writing.answer(parent, Person("brand@example.org"), "key@x", "Hi", NOW)
    assert written.to == ("jürgen@xn--mller-kva.example",)


@pytest.mark.parametrize(
    "line", [b"* 1 FETCH (UID 1", b'* LIST ("x', b"* 1 FETCH )", b"* 1 FETCH " + b"(" * 10_000, b"* X BODY[ "]
)
def test_what_is_no_word_of_imap_is_refused(line: bytes) -> None:
    with pytest.raises(Unreadable):
        read([line])


@given(st.lists(st.integers(1, 400), max_size=60))
@settings(deadline=None)
def test_sets_of_numbers_say_what_they_are_made_of(uids: list[int]) -> None:
    assert numbers(as_set(uids)) == sorted(set(uids))
