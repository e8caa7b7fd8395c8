"""Answers reach those they are for, as narrowly as what they answer, and once."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from socialdesk.connectors.kit.contract import AnswerPrivately
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.mastodon import answers
from socialdesk.connectors.suite import faults
from socialdesk.model.capability import Idempotency
from socialdesk.model.failure import Certainty, FailureKind
from socialdesk.model.identifiers import CommandId
from socialdesk.model.thread import Kind
from tests.stand_ins.mastodon_channel import connected, picture

pytestmark = pytest.mark.anyio
FLAVOURS = ("mastodon", "old", "gotosocial", "takahe")
ID = CommandId("c")


@pytest.mark.parametrize("flavour", FLAVOURS)
async def test_an_answer_names_whom_it_answers_and_comes_back_as_the_same_message(tmp_path: Path, flavour: str) -> None:
    async with connected(tmp_path, flavour) as channel:
        server = channel.server
        ann = server.joins("ann", "far.example")
        head = server.says(ann, "@brand Green?")
        await channel.pull()
        receipt = await channel.send(head, "Yes, from Monday.")
        sent = server.statuses[receipt.remote_id]
        assert (sent.text, sent.to, sent.visibility) == ("@ann@far.example Yes, from Monday.", head, "public")
        echo = (await channel.messages("posts"))[receipt.remote_id]
        assert (echo.text, echo.version, echo.thread_remote_id) == ("Yes, from Monday.", receipt.version, head)
        assert echo.created_at == receipt.at


@pytest.mark.parametrize(
    ("said", "usual", "wanted"),
    [
        ("public", "public", "public"),
        ("unlisted", "public", "unlisted"),
        ("public", "unlisted", "unlisted"),
        ("private", "public", "private"),
        ("public", "private", "private"),
        ("public", "direct", "public"),
        ("direct", "public", "direct"),
        ("mutuals_only", "public", "private"),
    ],
)
async def test_an_answer_is_as_narrow_as_what_it_answers_and_as_the_account_usually_is(
    tmp_path: Path, said: str, usual: str, wanted: str
) -> None:
    async with connected(tmp_path) as channel:
        channel.server.privacy = usual
        head = channel.server.says(channel.server.joins("ann"), "@brand Green?", visibility=said)
        receipt = await channel.send(head, "Yes.")
        assert channel.server.statuses[receipt.remote_id].visibility == wanted


async def test_a_warning_and_those_who_were_named_are_kept_and_nobody_is_named_twice(tmp_path: Path) -> None:
    async with connected(tmp_path) as channel:
        server = channel.server
        ann, _ = server.joins("ann"), server.joins("bob", "far.example")
        head = server.says(ann, "@brand @bob@far.example broken!", warning="anger")
        receipt = await channel.send(head, "@ann we are sorry.")
        sent = server.statuses[receipt.remote_id]
        assert (sent.text, sent.warning) == ("@bob@far.example @ann we are sorry.", "anger")


async def test_a_private_answer_goes_to_everybody_in_the_conversation_and_to_nobody_else(tmp_path: Path) -> None:
    async with connected(tmp_path) as channel:
        server = channel.server
        ann, _ = server.joins("ann"), server.joins("bob", "far.example")
        first = server.says(ann, "@brand @bob@far.example hi", visibility="direct")
        thread = (await channel.messages())[first].thread_remote_id
        receipt = await channel.send(first, "Hello both.", thread=thread, kind=Kind.DM)
        sent = server.statuses[receipt.remote_id]
        assert (sent.text, sent.visibility) == ("@ann @bob@far.example Hello both.", "direct")
        # The parent can be our own word; the people stay the same.
        again = await channel.send(receipt.remote_id, "And?", thread=thread, kind=Kind.DM)
        assert server.statuses[again.remote_id].text == "@ann @bob@far.example And?"
        assert (await channel.messages())[again.remote_id].thread_remote_id == thread


async def test_nobody_in_a_conversation_gives_way_to_a_long_answer(tmp_path: Path) -> None:
    async with connected(tmp_path) as channel:
        server = channel.server
        for number in range(9):
            server.joins(f"friend{number}")
        crowd = " ".join(f"@friend{number}" for number in range(9))
        first = server.says(server.joins("ann"), f"@brand {crowd}", visibility="direct")
        thread = (await channel.messages())[first].thread_remote_id
        with pytest.raises(ConnectorError) as told:
            await channel.send(first, "x" * 460, thread=thread, kind=Kind.DM)
        assert told.value.failure.code == "length"


async def test_a_public_word_can_be_answered_where_only_its_writer_reads_it(tmp_path: Path) -> None:
    async with connected(tmp_path) as channel:
        server = channel.server
        ann, _ = server.joins("ann"), server.joins("bob")
        head = server.says(ann, "@brand @bob my order number is 7")
        await channel.pull()
        await channel.send(head, "Let us talk here.")
        intent = channel.intent(AnswerPrivately(ID, head, head, "Let us talk here."))
        assert await channel.session.reconcile(intent) is None
        receipt = await channel.session.perform(intent)
        sent = server.statuses[receipt.remote_id]
        assert (sent.text, sent.visibility) == ("@ann Let us talk here.", "direct")
        assert (await channel.messages())[receipt.remote_id].thread_remote_id == "dm:ann@home.example"
        assert await channel.session.reconcile(intent) == receipt


@pytest.mark.parametrize("flavour", FLAVOURS)
async def test_an_answer_whose_outcome_is_open_is_found_and_never_written_twice(tmp_path: Path, flavour: str) -> None:
    async with connected(tmp_path, flavour) as channel:
        server = channel.server
        head = server.says(server.joins("ann", "far.example"), "@brand Green?")
        await channel.pull()
        text = "Yes  @bob@far.example – see https://shop.example/green, “soon”\n\nBest & all <3"
        intent = channel.answer(head, text)
        assert await channel.session.reconcile(intent) is None
        before = len(server.statuses)
        server.faults.next(faults.closed(acts=True), method="POST", path="/statuses")
        with pytest.raises(ConnectorError) as told:
            await channel.session.perform(intent)
        assert told.value.failure.certainty is Certainty.UNKNOWN
        found = await channel.session.reconcile(intent)
        assert found is not None
        assert server.statuses[found.remote_id].to == head
        able = channel.session.capabilities(Kind.COMMENT)
        assert (able.idempotency is Idempotency.CLIENT_KEY) is (flavour == "mastodon")
        if flavour == "mastodon":
            # A repeat under the same key is the same post, also after the server forgot the key.
            assert (await channel.session.perform(intent)).remote_id == found.remote_id
            channel.clock.move(timedelta(hours=2))
            assert (await channel.session.perform(intent)).remote_id == found.remote_id
        assert len(server.statuses) == before + 1


async def test_an_open_outcome_is_found_though_the_clocks_differ_and_an_older_same_answer_is_not_taken_for_it(
    tmp_path: Path,
) -> None:
    async with connected(tmp_path) as channel:
        server = channel.server
        server.skew = timedelta(minutes=-7)
        head = server.says(server.joins("ann"), "@brand Green?")
        await channel.send(head, "Yes.")
        channel.clock.move(timedelta(minutes=2))
        intent = channel.answer(head, "Yes.")
        assert await channel.session.reconcile(intent) is None
        receipt = await channel.session.perform(intent)
        found = await channel.session.reconcile(intent)
        assert found is not None
        assert found.remote_id == receipt.remote_id


@pytest.mark.parametrize(
    ("fault", "kind", "certainty"),
    [
        (faults.status(500), FailureKind.TRANSIENT, Certainty.UNKNOWN),
        (faults.status(502), FailureKind.TRANSIENT, Certainty.UNKNOWN),
        (faults.html(), FailureKind.TRANSIENT, Certainty.UNKNOWN),
        (faults.short(30), FailureKind.TRANSIENT, Certainty.UNKNOWN),
        (faults.cut(30), FailureKind.TRANSIENT, Certainty.UNKNOWN),
        (faults.status(422, b"{}"), FailureKind.INVALID, Certainty.NOT_SENT),
        (faults.status(403, b"{}"), FailureKind.PERMISSION_DENIED, Certainty.NOT_SENT),
        (faults.status(429, b"{}"), FailureKind.RATE_LIMITED, Certainty.NOT_SENT),
        (faults.status(401, b"{}"), FailureKind.PERMISSION_DENIED, Certainty.NOT_SENT),
    ],
    ids=lambda one: getattr(one, "name", None),
)
async def test_a_spoiled_answer_to_an_answer_says_how_sure_it_is(
    tmp_path: Path, fault: faults.Fault, kind: FailureKind, certainty: Certainty
) -> None:
    async with connected(tmp_path) as channel:
        head = channel.server.says(channel.server.joins("ann"), "@brand Green?")
        channel.server.faults.next(fault, method="POST", path="/statuses")
        with pytest.raises(ConnectorError) as told:
            await channel.send(head, "Yes.")
        assert (told.value.failure.kind, told.value.failure.certainty) == (kind, certainty)


async def test_an_answer_to_what_is_gone_is_not_sent(tmp_path: Path) -> None:
    async with connected(tmp_path) as channel:
        head = channel.server.says(channel.server.joins("ann"), "@brand Green?")
        channel.server.deleted(head)
        with pytest.raises(ConnectorError) as told:
            await channel.send(head, "Yes.")
        assert told.value.failure.kind is FailureKind.GONE
        assert not channel.server.statuses


@pytest.mark.parametrize("flavour", ["mastodon", "gotosocial"])
async def test_the_longest_answer_the_server_takes_is_sent_and_one_character_more_is_not(
    tmp_path: Path, flavour: str
) -> None:
    async with connected(tmp_path, flavour) as channel:
        server = channel.server
        head = server.says(server.joins("ann", "a-very-long-domain.example"), "@brand Green?")
        name = "@ann " if flavour == "mastodon" else "@ann@a-very-long-domain.example "
        # Room for the names is kept, whatever they take of it; a long warning or name leaves less.
        warning = "w" * (32 if flavour == "mastodon" else 0)
        server.statuses[head].warning = warning
        most = server.most - max(32, len(name) + len(warning))
        link = f"https://shop.example/{'x' * 300} "
        text = link + "é👩‍👩‍👧" * 40 if flavour == "mastodon" else "é" * 40
        used = 24 + 80 if flavour == "mastodon" else 40
        text += "a" * (most - used)
        with pytest.raises(ConnectorError) as told:
            await channel.send(head, text + "a")
        assert (told.value.failure.kind, told.value.failure.code) == (FailureKind.INVALID, "length")
        assert (await channel.send(head, text)).remote_id in server.statuses
        for empty in ("", " \n "):
            with pytest.raises(ConnectorError):
                await channel.send(head, empty)


async def test_those_named_besides_give_way_where_the_answer_would_be_too_long(tmp_path: Path) -> None:
    async with connected(tmp_path) as channel:
        server = channel.server
        for number in range(10):
            server.joins(f"friend{number}")
        crowd = " ".join(f"@friend{number}" for number in range(10))
        head = server.says(server.joins("ann"), f"@brand {crowd} look")
        receipt = await channel.send(head, "x" * 468)
        assert server.statuses[receipt.remote_id].text == f"@ann {'x' * 468}"


async def test_pictures_go_with_their_words_also_where_they_take_a_while(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answers, "READY_EVERY_S", 0)
    async with connected(tmp_path) as channel:
        server = channel.server
        head = server.says(server.joins("ann"), "@brand Green?")
        for waits in (0, 2):
            server.slow_media = waits
            intent = channel.answer(head, f"Look {waits}", pictures=(picture(alt="Green"), picture(alt="")))
            receipt = await channel.session.perform(intent)
            shown = server.statuses[receipt.remote_id].media
            assert [one["description"] for one in shown] == ["Green", None]
            assert receipt.left_behind == ""
            assert await channel.session.reconcile(intent) == receipt


async def test_a_picture_that_is_refused_stays_behind_and_is_told(tmp_path: Path) -> None:
    async with connected(tmp_path) as channel:
        server = channel.server
        head = server.says(server.joins("ann"), "@brand Green?")
        intent = channel.answer(head, "Look", pictures=(picture(b"broken"), picture()))
        receipt = await channel.session.perform(intent)
        assert len(server.statuses[receipt.remote_id].media) == 1
        assert "The picture was not taken" in receipt.left_behind
        found = await channel.session.reconcile(intent)
        assert found is not None
        assert found.left_behind
        with pytest.raises(ConnectorError) as told:
            await channel.session.perform(channel.answer(head, "", pictures=(picture(b"broken"),)))
        assert told.value.failure.code == "pictures"
        with pytest.raises(ConnectorError) as told:
            await channel.session.perform(channel.answer(head, "x", pictures=(picture(),) * 5))
        assert "4 at most" in told.value.failure.sentence
        server.faults.next(faults.status(503), path="/media")
        with pytest.raises(ConnectorError) as told:
            await channel.session.perform(channel.answer(head, "y", pictures=(picture(),)))
        assert told.value.failure.certainty is Certainty.NOT_SENT


async def test_two_sessions_of_one_account_share_nothing_but_the_keeper(tmp_path: Path) -> None:
    async with connected(tmp_path) as channel:
        server = channel.server
        post = server.says(server.brand, "Launch day!")
        first = channel.session
        channel.again()
        reply = server.says(server.joins("ann"), "Green?", to=post, quietly=True)
        assert reply in await channel.messages()
        page = await first.pull("posts", None, channel.clock.now())
        assert reply in {getattr(one, "remote_id", "") for one in page.events}
