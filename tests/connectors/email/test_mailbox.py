"""A mailbox on a real Dovecot, and mails through a real submission server: read, answered, found again, deleted."""

from __future__ import annotations

import asyncio
import email
import email.policy
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from socialdesk.connectors.email import failures, mailbox, reading
from socialdesk.connectors.email.imap import Imap
from socialdesk.connectors.kit.contract import Picture, RemoveMessage
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.model.answering_all import everybody_of
from socialdesk.model.event import MessageDeleted
from socialdesk.model.failure import Certainty, FailureKind
from socialdesk.model.identifiers import CommandId
from socialdesk.model.message import Place, Recipient
from tests.connectors.email.conftest import Box, all_of, intent, letter, said
from tests.patience import NEVER_S

pytestmark = [pytest.mark.anyio, pytest.mark.peer_mail]
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4


async def test_a_mail_is_read_answered_and_the_answer_comes_back_as_its_echo(box: Box) -> None:
    ann, ann_password = box.server.new_mailbox("ann")
    box.put(letter(id_="kettle@ann", sender=f"Ann <{ann}>", References="<first@ann> <second@ann>"))
    session = await box.session()
    (question,), cursor = await all_of(session)
    assert (question.thread_remote_id, question.author.name, question.author.remote_id) == ("first@ann", "Ann", ann)
    assert question.text == "Kettle\n\nIt is broken."
    assert (await all_of(session, cursor=cursor))[0] == []

    asked = intent(session, box.answer(question, "Désolé !\n.\nLéa ☕"))
    receipt = await session.perform(asked)

    assert not receipt.left_behind
    (copy,) = box.in_folder("Sent")
    sent = email.message_from_bytes(copy, policy=email.policy.default)
    assert sent["References"] == "<first@ann> <second@ann> <kettle@ann>"
    assert sent["In-Reply-To"] == "<kettle@ann>"
    assert (sent["Message-ID"], sent["Subject"]) == (f"<{asked.key}>", "Re: Kettle")
    assert (sent["To"], sent["From"]) == (f"Ann <{ann}>", f"Maison Léa <{box.address}>")
    assert sent.get_content().splitlines() == ["Désolé !", ".", "Léa ☕"]
    (echo,), _ = await all_of(session, "sent")
    assert (echo.remote_id, echo.echo_key, echo.author.is_own) == (receipt.remote_id, asked.key, True)
    assert (echo.thread_remote_id, echo.text) == ("first@ann", "Désolé !\n.\nLéa ☕")
    assert echo.contact is not None
    assert echo.contact.remote_id == ann
    assert await session.reconcile(asked) == receipt.__class__(receipt.remote_id, echo.created_at, version="1")
    assert not box.in_folder("INBOX", "SEEN")
    assert len(box.in_folder("INBOX", "ANSWERED")) == 1

    there = Box(box.server, ann, ann_password, box.trust, box.around)
    (got,) = there.in_folder("INBOX")
    there.close()
    assert email.message_from_bytes(got)["Message-ID"] == f"<{asked.key}>"


async def test_an_answer_to_all_goes_to_each_once_and_an_answer_to_one_to_nobody_else(box: Box) -> None:
    ann, ann_password = box.server.new_mailbox("ann")
    bob, bob_password = box.server.new_mailbox("bob")
    copy = f"Cleo <cleo@out.example>, {bob}, {box.address.partition('@')[0]}+shop@{box.address.partition('@')[2]}"
    named = {"To": f"{box.address}, Bob <{bob}>", "Cc": copy, "Bcc": "eve@out.example"}
    box.put(letter(id_="stall@ann", sender=f"Ann <{ann}>", **named))
    session = await box.session()
    (question,), _ = await all_of(session)
    assert [(one.place, one.address, one.is_own) for one in question.recipients] == [
        (Place.TO, box.address, True),
        (Place.TO, bob, False),
        (Place.CC, "cleo@out.example", False),
        (Place.CC, copy.rpartition(" ")[2], True),
    ]
    people = everybody_of(Recipient(Place.TO, ann, "Ann"), question.recipients)

    to_all = replace(box.answer(question, "Cups."), recipients=people)
    receipt = await session.perform(intent(session, to_all))
    assert not receipt.left_behind
    await session.perform(intent(session, box.answer(question, "Only you.")))

    whole, alone = (email.message_from_bytes(one, policy=email.policy.default) for one in box.in_folder("Sent"))
    assert (whole["To"], whole["Cc"]) == (f"Ann <{ann}>, Bob <{bob}>", "Cleo <cleo@out.example>")
    assert (alone["To"], alone["Cc"]) == (f"Ann <{ann}>", None)
    for name, password, many in ((ann, ann_password, 2), (bob, bob_password, 1)):
        there = Box(box.server, name, password, box.trust, box.around)
        assert len(there.in_folder("INBOX")) == many
        there.close()
    echoes, _ = await all_of(session, "sent")
    assert [[one.address for one in echo.recipients] for echo in echoes] == [[ann, bob, "cleo@out.example"], []]


async def test_where_there_are_more_folders_than_are_searched_an_answer_of_ours_can_be_followed_up(
    box: Box, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mailbox, "MOST_FOLDERS", 2)
    ann, _ = box.server.new_mailbox("ann")
    box.put(letter(id_="kettle@ann", sender=ann))
    session = await box.session()
    (question,), _ = await all_of(session)
    await session.perform(intent(session, box.answer(question, "It is on its way.")))
    (echo,), _ = await all_of(session, "sent")
    await session.perform(intent(session, replace(box.answer(echo, "It is there."), recipients=())))
    _, followed = (email.message_from_bytes(one, policy=email.policy.default) for one in box.in_folder("Sent"))
    assert (followed["To"], followed["In-Reply-To"]) == (ann, f"<{echo.echo_key}>")


async def test_one_of_several_who_is_not_there_keeps_it_from_nobody_and_is_named(box: Box) -> None:
    ann, _ = box.server.new_mailbox("ann")
    box.put(letter(id_="q@ann", sender=ann, To=f"{box.address}, reject.550@out.example, bob@out.example"))
    box.put(letter(id_="busy@ann", sender=ann, To=f"{box.address}, busy.451@out.example"))
    session = await box.session()
    (question, busy), _ = await all_of(session)
    people = everybody_of(Recipient(Place.TO, ann), question.recipients)
    receipt = await session.perform(intent(session, replace(box.answer(question), recipients=people)))
    assert receipt.left_behind == failures.not_to_some(["reject.550@out.example"])
    assert "reject.550@out.example" in receipt.left_behind

    # The one it is meant for, or one who will be there in a while: then nothing leaves.
    for message, asked in (
        (question, (people[1], people[0])),
        (busy, everybody_of(Recipient(Place.TO, ann), busy.recipients)),
    ):
        with pytest.raises(ConnectorError) as error:
            await session.perform(intent(session, replace(box.answer(message), recipients=asked)))
        assert error.value.failure.certainty is Certainty.NOT_SENT


async def test_pages_follow_each_other_without_gap_and_go_back_only_as_far_as_the_history(
    box: Box, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "PAGE", 2)
    now = datetime.now(UTC)
    box.put(letter(id_="old@x"), at=now - timedelta(days=60))
    for number in range(5):
        box.put(letter(id_=f"{number}@x"), at=now - timedelta(days=5 - number))
    session = await box.session()
    first = await session.pull("inbox", None, now)
    assert first.has_more
    assert [one.thread_remote_id for one in said(first)] == ["0@x", "1@x"]
    box.put(letter(id_="between@x"))
    others, cursor = await all_of(session, cursor=first.next_cursor)
    assert [one.thread_remote_id for one in others] == ["2@x", "3@x", "4@x", "between@x"]
    # What is moved into the inbox later is new to us, whatever its age.
    box.put(letter(id_="late@x"), at=now - timedelta(days=90))
    assert [one.thread_remote_id for one in (await all_of(session, cursor=cursor))[0]] == ["late@x"]
    again, _ = await all_of(session)
    assert len(again) == 6

    state = json.loads(cursor)
    for bad in (json.dumps(state | {"validity": 1}), "{", json.dumps(state | {"uid": "x"})):
        with pytest.raises(ConnectorError) as error:
            await session.pull("inbox", bad, now)
        assert error.value.failure.kind is FailureKind.CURSOR_INVALID


async def test_deleted_is_what_is_thrown_away_or_nowhere_and_not_what_was_put_elsewhere(box: Box) -> None:
    for name in ("kept", "archived", "trashed", "erased"):
        box.put(letter(id_=f"{name}@x"))
    box.put(letter("No id", "Hello"))
    session = await box.session()
    seen, cursor = await all_of(session)
    names = {one.thread_remote_id.partition("@")[0]: one.remote_id for one in seen}
    assert await session.gone([one.remote_id for one in seen]) == []

    other = box.other
    other.select("INBOX")
    for name, folder in (("archived", "Archive"), ("trashed", "Trash")):
        (number,) = other.search(None, f'HEADER Message-ID "<{name}@x>"')[1][0].split()
        other.copy(number.decode(), folder)
        other.store(number.decode(), "+FLAGS", r"(\Deleted)")
    (number,) = other.search(None, 'HEADER Message-ID "<erased@x>"')[1][0].split()
    other.store(number.decode(), "+FLAGS", r"(\Deleted)")
    other.expunge()

    page = await session.pull("inbox", cursor, datetime.now(UTC))
    told = {one.remote_id for one in page.events if isinstance(one, MessageDeleted)}
    assert told == {names["trashed"], names["erased"]}
    fresh = await box.session()
    assert set(await fresh.gone([one.remote_id for one in seen])) == told
    # In the archive it is still found to be answered.
    archived = next(one for one in seen if one.remote_id == names["archived"])
    await session.perform(intent(session, box.answer(archived)))

    doomed = RemoveMessage(CommandId("r1"), names["kept"], "kept@x")
    await session.perform(intent(session, doomed))
    assert len(box.in_folder("Trash")) == 2
    assert await session.reconcile(intent(session, doomed)) is not None
    assert await session.gone([names["kept"]]) == [names["kept"]]


@pytest.mark.parametrize(
    ("local", "kind", "certainty"),
    [
        ("reject.550", FailureKind.NOT_FOUND, Certainty.NOT_SENT),
        ("full.552", FailureKind.INVALID, Certainty.NOT_SENT),
        ("busy.451", FailureKind.TRANSIENT, Certainty.NOT_SENT),
        ("grey.450", FailureKind.RATE_LIMITED, Certainty.NOT_SENT),
        ("daily.550", FailureKind.RATE_LIMITED, Certainty.NOT_SENT),
        ("policy.554", FailureKind.PERMISSION_DENIED, Certainty.NOT_SENT),
        ("drop.data", FailureKind.TRANSIENT, Certainty.NOT_SENT),
        ("drop.dot", FailureKind.TRANSIENT, Certainty.UNKNOWN),
        ("lost.dot", FailureKind.TRANSIENT, Certainty.UNKNOWN),
    ],
)
async def test_what_was_refused_was_not_sent_and_after_the_last_dot_nobody_knows(
    box: Box, local: str, kind: FailureKind, certainty: Certainty
) -> None:
    box.put(letter(id_="q@x", sender=f"{local}@example.org"))
    session = await box.session()
    (question,), _ = await all_of(session)
    asked = intent(session, box.answer(question))

    with pytest.raises(ConnectorError) as error:
        await session.perform(asked)

    assert (error.value.failure.kind, error.value.failure.certainty) == (kind, certainty)
    assert not box.in_folder("Sent")
    assert await session.reconcile(asked) is None


async def test_pictures_go_out_and_come_in_and_too_much_is_refused_before_it_is_sent(box: Box) -> None:
    box.put(letter(id_="q@x"))
    session = await box.session()
    (question,), _ = await all_of(session)
    answer = box.answer(question)
    picture = Picture(PNG, "image/png", 10, 10, "A kettle\nwith tea")
    with_picture = replace(answer, pictures=(picture,))
    receipt = await session.perform(intent(session, with_picture))
    (echo,), _ = await all_of(session, "sent")
    assert [(one.kind, one.media_type, one.alt) for one in echo.attachments] == [
        ("image", "image/png", "picture-1.png")
    ]
    held = await session.media(receipt.remote_id, 0, echo.attachments[0].url, afresh=False)
    assert held is not None
    assert getattr(held, "data", b"") == PNG
    assert await session.media(receipt.remote_id, 0, "mail-part:9", afresh=False) is None
    assert await session.media("m:none@x#0", 0, "mail-part:1", afresh=False) is None

    huge = Picture(b"\0" * 2_000_000, "image/png", 10, 10)
    too_much = replace(answer, pictures=(huge,))
    with pytest.raises(ConnectorError) as error:
        await session.perform(intent(session, too_much))
    assert (error.value.failure.kind, error.value.failure.code) == (FailureKind.INVALID, "SIZE")


async def test_of_a_large_mail_the_words_are_read_and_its_files_are_named(box: Box) -> None:
    body = "A" * 76 + "\n"
    mail = (
        "From: ann@example.org\nMessage-ID: <big@x>\nSubject: Big\nContent-Type: multipart/mixed; boundary=b\n\n"
        "--b\nContent-Type: text/plain\n\nSee the film.\n"
        f"--b\nContent-Type: video/mp4; name=film.mp4\nContent-Transfer-Encoding: base64\n\n{body * 5_000}"
        "--b\nContent-Type: image/png\nContent-Disposition: attachment; filename*=UTF-8''kettle%20%E2%98%95.png\n"
        f"Content-Transfer-Encoding: base64\n\niVBORw0KGgo=\n--b--\n"
    )
    box.put(mail)
    session = await box.session()
    (seen,), _ = await all_of(session)
    assert seen.text == "Big\n\nSee the film."
    assert [(one.kind, one.alt, one.url) for one in seen.attachments] == [
        ("video", "film.mp4", "mail-part:2"),
        ("image", "kettle ☕.png", "mail-part:3"),
    ]
    held = await session.media(seen.remote_id, 1, "mail-part:3", afresh=False)
    assert getattr(held, "data", b"") == b"\x89PNG\r\n\x1a\n"


async def test_new_mail_is_heard_of_as_it_comes(box: Box) -> None:
    session = await box.session()
    heard: list[str] = []
    came = asyncio.Event()

    def hear(stream: str) -> None:
        heard.append(stream)
        if len(heard) == 1:
            box.put(letter(id_="new@x"))
        else:
            came.set()

    async with asyncio.TaskGroup() as group:
        listening = group.create_task(session.listen(hear))
        await asyncio.wait_for(came.wait(), NEVER_S)
        listening.cancel()
    assert set(heard) == {"inbox"}


async def test_conversations_are_found_without_a_trail(box: Box) -> None:
    now = datetime.now(UTC)
    box.put(letter("Order 4711 is late", id_="root@x"), at=now - timedelta(days=3))
    box.put(
        letter("Re: Order 4711 is late", id_="ours@x", sender=box.address, To="ann@example.org", References="<root@x>"),
        "Sent",
        now - timedelta(days=2),
    )
    # One program names only the mail it answers, another one nothing at all.
    box.put(letter("Re: Order 4711 is late", id_="three@x", In_Reply_To="<ours@x>"), at=now - timedelta(days=1))
    box.put(letter("AW: Order 4711 is late", id_="four@x"), at=now)
    box.put(letter("Re: Order 4711 is late", id_="other@x", sender="bob@example.org"), at=now)
    box.put(letter("Re: Hello", id_="five@x"), at=now)
    box.put(letter("Re: Another thing", id_="orphan@x", In_Reply_To="<lost@x>"), at=now)
    session = await box.session()
    seen, _ = await all_of(session)
    assert {one.remote_id.partition("#")[0][2:]: one.thread_remote_id for one in seen} == {
        "root@x": "root@x",
        "three@x": "root@x",
        "four@x": "root@x",
        "other@x": "other@x",
        "five@x": "five@x",
        "orphan@x": "lost@x",
    }


async def test_nothing_is_acknowledged_that_a_machine_wrote_and_an_acknowledgement_says_that_it_is_one(
    box: Box,
) -> None:
    box.put(letter("Out of office", id_="auto@x", Auto_Submitted="auto-replied"))
    box.put(letter("Kettle", id_="person@x"))
    session = await box.session()
    (machine, person), _ = await all_of(session)
    assert (machine.tags, person.tags) == (("automatic",), ())
    with pytest.raises(ConnectorError) as error:
        await session.perform(intent(session, box.answer(machine, command="rule:1")))
    assert (error.value.failure.code, error.value.failure.certainty) == ("for nobody", Certainty.NOT_SENT)
    await session.perform(intent(session, box.answer(machine)))  # a person may
    await session.perform(intent(session, box.answer(person, command="rule:2")))
    sent = [email.message_from_bytes(one) for one in box.in_folder("Sent")]
    assert [one["Auto-Submitted"] for one in sent] == [None, "auto-replied"]


async def test_a_connection_the_server_ended_is_made_anew_and_two_sessions_share_nothing(box: Box) -> None:
    box.put(letter(id_="a@x"))
    session, second = await box.session(), await box.session()
    _, cursor = await all_of(session)
    assert session._opened is not None
    line = session._opened[1]._imap
    assert line is not None
    line._line.close()
    box.put(letter(id_="b@x"))
    assert [one.thread_remote_id for one in (await all_of(session, cursor=cursor))[0]] == ["b@x"]
    assert len((await all_of(second))[0]) == 2
    gone = box.answer((await all_of(second))[0][0])
    other = box.other
    other.select("INBOX")
    other.store("1:*", "+FLAGS", r"(\Deleted)")
    other.expunge()
    with pytest.raises(ConnectorError) as error:
        await session.perform(intent(session, gone))
    assert error.value.failure.kind is FailureKind.GONE


async def test_a_copy_that_cannot_be_kept_is_told_and_the_answer_is_sent_all_the_same(
    box: Box, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def full(*_: object) -> None:
        raise failures.imap_refused("OVERQUOTA", "Quota exceeded")

    box.put(letter(id_="q@x"))
    session = await box.session()
    (question,), _ = await all_of(session)
    monkeypatch.setattr(Imap, "append", full)
    receipt = await session.perform(intent(session, box.answer(question)))
    assert receipt.left_behind == "It was sent, but no copy of it is in Sent: the mailbox is full."
    assert any("ann@example.org" in one.name for one in box.server.outbox.iterdir())
