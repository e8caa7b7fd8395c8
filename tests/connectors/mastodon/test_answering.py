"""Answers reach those they are for, as narrowly as what they answer, once; and so do the acts beside them."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from socialdesk.connectors.kit.contract import (
    AnswerPrivately,
    BlockPerson,
    DeleteMessage,
    HideMessage,
    LikeMessage,
    MuteThread,
    RemoveMessage,
    ReportMessage,
)
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.mastodon import answers
from socialdesk.connectors.suite import faults
from socialdesk.model.capability import Idempotency
from socialdesk.model.failure import Certainty, FailureKind
from socialdesk.model.identifiers import CommandId
from socialdesk.model.moderation import ReportReason
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


@pytest.mark.parametrize("flavour", FLAVOURS)
async def test_likes_and_blocks_are_done_and_undone_and_can_be_looked_up(tmp_path: Path, flavour: str) -> None:
    async with connected(tmp_path, flavour) as channel:
        server, session = channel.server, channel.session
        ann, bob = server.joins("ann", "far.example"), server.joins("bob", "far.example")
        head = server.says(ann, "@brand Green?")
        await channel.pull()
        for on in (True, False):
            like = channel.intent(LikeMessage(ID, head, on=on))
            assert await session.reconcile(like) is None
            await session.perform(like)
            await session.perform(like)
            assert await session.reconcile(like) is not None
            assert server.statuses[head].favourited is on
        for acct, id_ in (("ann@far.example", ann), ("bob@far.example", bob)):
            for on in (True, False):
                block = channel.intent(BlockPerson(ID, acct, on=on))
                assert await session.reconcile(block) is None
                await session.perform(block)
                assert await session.reconcile(block) is not None
                assert (id_ in server.blocked) is on
        with pytest.raises(ConnectorError) as told:
            await session.perform(channel.intent(BlockPerson(ID, "nobody@far.example", on=True)))
        assert told.value.failure.kind is FailureKind.GONE


@pytest.mark.parametrize("flavour", FLAVOURS)
async def test_an_own_answer_is_deleted_and_what_is_gone_already_is_gone(tmp_path: Path, flavour: str) -> None:
    async with connected(tmp_path, flavour) as channel:
        head = channel.server.says(channel.server.joins("ann"), "@brand Green?")
        own = (await channel.send(head, "Yes.")).remote_id
        delete = channel.intent(DeleteMessage(ID, own, head))
        assert await channel.session.reconcile(delete) is None
        receipt = await channel.session.perform(delete)
        assert receipt.remote_id == own
        assert own not in channel.server.statuses
        assert await channel.session.perform(delete) == receipt
        assert await channel.session.reconcile(delete) == receipt


@pytest.mark.parametrize(
    ("reason", "text", "category", "comment"),
    [
        (ReportReason.SPAM, "sells things", "spam", "sells things"),
        (ReportReason.ILLEGAL, "", "legal", ""),
        (ReportReason.ABUSE, "shouts", "other", "Abuse: shouts"),
        (ReportReason.THREAT, "", "other", "Threat"),
        (ReportReason.OTHER, "x" * 1200, "other", "x" * 1000),
    ],
)
async def test_a_report_names_the_post_its_writer_and_the_reason(
    tmp_path: Path, reason: ReportReason, text: str, category: str, comment: str
) -> None:
    async with connected(tmp_path) as channel:
        ann = channel.server.joins("ann")
        head = channel.server.says(ann, "@brand buy this")
        report = channel.intent(ReportMessage(ID, head, reason, text))
        await channel.session.perform(report)
        wanted = {"account_id": ann, "status_ids": [head], "comment": comment, "category": category}
        assert channel.server.reports == [wanted]
        with pytest.raises(ConnectorError) as told:
            await channel.session.reconcile(report)
        assert told.value.failure.certainty is Certainty.UNKNOWN
        channel.server.missing.add("/api/v1/reports")
        with pytest.raises(ConnectorError) as told:
            await channel.session.perform(report)
        assert told.value.failure.kind is FailureKind.PERMISSION_DENIED
        # Mastodon has reports: a page that is missing once is no lack of the software.
        assert channel.session.capabilities(Kind.MENTION).can("report")


async def test_public_threads_and_private_conversations_are_muted_and_heard_again(tmp_path: Path) -> None:
    async with connected(tmp_path) as channel:
        server = channel.server
        head = server.says(server.joins("ann"), "@brand Green?")
        private = server.says(server.joins("bob"), "@brand psst", visibility="direct")
        await channel.pull()
        for thread, kind, id_ in ((head, Kind.MENTION, head), ("dm:bob@home.example", Kind.DM, private)):
            for is_fresh in (False, True):
                if is_fresh:
                    channel.again()
                for on in (True, False):
                    mute = channel.intent(MuteThread(ID, thread, kind, on=on))
                    assert await channel.session.reconcile(mute) is None
                    await channel.session.perform(mute)
                    assert server.statuses[id_].muted is on
                    assert await channel.session.reconcile(mute) is not None
        with pytest.raises(ConnectorError) as told:
            await channel.session.perform(channel.intent(MuteThread(ID, "dm:eve@home.example", Kind.DM, on=True)))
        assert told.value.failure.kind is FailureKind.NOT_FOUND


async def test_what_a_server_cannot_do_is_said_and_what_is_gone_is_told_from_it(tmp_path: Path) -> None:
    async with connected(tmp_path, "takahe") as channel:
        head = channel.server.says(channel.server.joins("ann"), "@brand Green?")
        mute = channel.intent(MuteThread(ID, head, Kind.MENTION, on=True))
        with pytest.raises(ConnectorError) as told:
            await channel.session.perform(mute)
        assert told.value.failure.kind is FailureKind.PERMISSION_DENIED
        # It is offered no more, until the server is another version of itself.
        for is_later in (False, True):
            if is_later:
                channel.again()
                await channel.session.check()
            able = channel.session.capabilities(Kind.MENTION)
            assert (able.can("mute"), able.can("like")) == (False, True)
        channel.server.version = "takahe/0.12"
        await channel.session.check()
        assert channel.session.capabilities(Kind.MENTION).can("mute")
        channel.server.deleted(head)
        with pytest.raises(ConnectorError) as told:
            await channel.session.perform(mute)
        assert told.value.failure.kind is FailureKind.GONE
        for action in (HideMessage(ID, head, head, on=True), RemoveMessage(ID, head, head)):
            with pytest.raises(ConnectorError) as told:
                await channel.session.perform(channel.intent(action))
            assert told.value.failure.kind is FailureKind.PERMISSION_DENIED


async def test_a_missing_permission_to_write_is_told_as_that(tmp_path: Path) -> None:
    async with connected(tmp_path) as channel:
        head = channel.server.says(channel.server.joins("ann"), "@brand Green?")
        for scopes in channel.server.tokens.values():
            scopes -= {"write:statuses", "write:favourites"}
        for act in (channel.answer(head, "Yes."), channel.intent(LikeMessage(ID, head, on=True))):
            with pytest.raises(ConnectorError) as told:
                await channel.session.perform(act)
            assert told.value.failure.kind is FailureKind.PERMISSION_DENIED


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
