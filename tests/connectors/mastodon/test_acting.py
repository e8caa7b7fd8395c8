"""Acts beside answers on Mastodon: liking, deleting, reporting, blocking and muting, done, undone and looked up."""

from __future__ import annotations

from pathlib import Path

import pytest

from socialdesk.connectors.kit.contract import (
    BlockPerson,
    DeleteMessage,
    EditMessage,
    HideMessage,
    LikeMessage,
    MuteThread,
    RemoveMessage,
    ReportMessage,
)
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.model.failure import Certainty, FailureKind
from socialdesk.model.identifiers import CommandId
from socialdesk.model.moderation import ReportReason
from socialdesk.model.thread import Kind
from tests.stand_ins.mastodon_channel import connected, picture

pytestmark = pytest.mark.anyio
FLAVOURS = ("mastodon", "old", "gotosocial", "takahe")
ID = CommandId("c")


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


@pytest.mark.parametrize("flavour", ["mastodon", "old"])
async def test_an_edit_keeps_names_warning_and_pictures(tmp_path: Path, flavour: str) -> None:
    async with connected(tmp_path, flavour) as channel:
        server, session = channel.server, channel.session
        ann = server.joins("ann", "far.example")
        head = server.says(ann, "@brand Green?", warning="Colours")
        intent = channel.answer(head, "Yes, grene.", pictures=(picture(),))
        own = (await session.perform(intent)).remote_id
        before = server.statuses[own]
        assert (before.text, before.warning, len(before.media)) == ("@ann@far.example Yes, grene.", "Colours", 1)
        edit = channel.intent(EditMessage(ID, own, head, Kind.COMMENT, "Yes, green."))
        assert await session.reconcile(edit) is None
        await session.perform(edit)
        await session.perform(edit)
        after = server.statuses[own]
        assert (after.text, after.warning, len(after.media)) == ("@ann@far.example Yes, green.", "Colours", 1)
        assert await session.reconcile(edit) is not None
        for wrong in ("x" * 500, " "):
            with pytest.raises(ConnectorError) as told:
                await session.perform(channel.intent(EditMessage(ID, own, head, Kind.COMMENT, wrong)))
            assert (told.value.failure.kind, told.value.failure.certainty) == (FailureKind.INVALID, Certainty.NOT_SENT)
        with pytest.raises(ConnectorError) as told:
            await session.perform(channel.intent(EditMessage(ID, head, head, Kind.COMMENT, "Not ours.")))
        assert told.value.failure.kind is FailureKind.PERMISSION_DENIED
        assert server.statuses[head].text == "@brand Green?"


@pytest.mark.parametrize("flavour", ["gotosocial", "takahe"])
async def test_a_server_that_edits_nothing_offers_it_no_more(tmp_path: Path, flavour: str) -> None:
    async with connected(tmp_path, flavour) as channel:
        head = channel.server.says(channel.server.joins("ann"), "@brand Green?")
        own = (await channel.send(head, "Yes.")).remote_id
        assert channel.session.capabilities(Kind.COMMENT).can("edit")
        with pytest.raises(ConnectorError) as told:
            await channel.session.perform(channel.intent(EditMessage(ID, own, head, Kind.COMMENT, "No.")))
        assert told.value.failure.kind is FailureKind.PERMISSION_DENIED
        assert not channel.session.capabilities(Kind.COMMENT).can("edit")


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
